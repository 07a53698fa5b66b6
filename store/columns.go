package store

import (
	"database/sql/driver"
	"strings"

	"entente/happening"
	"entente/record"
)

// The columns of table event that an event fills, in the order of the table:
// appendWhat (type to goldstein), two sides, appendWhenAndWhere (first_day to
// place_country).

// appendEvent appends all of them.
func appendEvent(c []driver.Value, e *record.Event) []driver.Value {
	c = appendWhat(c, e, true, list(e.Contexts))
	for _, side := range [2][]record.Participant{e.Actors, e.Recipients} {
		c = append(c, each(side, idOf), each(side, Side), joined(side, nameOf), joined(side, sectorsOf))
	}
	return appendWhenAndWhere(c, e)
}

func appendWhat(c []driver.Value, e *record.Event, scored bool, contexts driver.Value) []driver.Value {
	var score driver.Value
	if scored {
		score = e.Score
	}
	return append(c, nullIfEmpty(e.Type), orNull(e.Mode), contexts, e.Aux, orNull(e.CAMEO), int8(e.Quad), score, orNull(e.Goldstein))
}

func appendWhenAndWhere(c []driver.Value, e *record.Event) []driver.Value {
	first, last, text := days(e.Date)
	place, country := placeColumns(e.Place)
	return append(c, first, last, text, seriesDay(e), place, country)
}

// seriesDay is the column event.day.
func seriesDay(e *record.Event) driver.Value {
	if d, ok := happening.Day(e); ok && happening.Counts(e) {
		return midnight(d)
	}
	return nil
}

// separator stands between the values of a column of text that tells something
// of each actor or recipient.
const separator = "; "

func idOf(p *record.Participant) string { return p.ID }

func nameOf(p *record.Participant) string { return p.Name }

func sectorsOf(p *record.Participant) string {
	if len(p.Sectors) == 1 {
		return p.Sectors[0]
	}
	return strings.Join(p.Sectors, ",")
}

func each(ps []record.Participant, of func(*record.Participant) string) []string {
	values := make([]string, len(ps))
	for i := range ps {
		values[i] = of(&ps[i])
	}
	return values
}

func joined(ps []record.Participant, of func(*record.Participant) string) string {
	switch len(ps) {
	case 0:
		return ""
	case 1:
		return of(&ps[0])
	}
	return strings.Join(each(ps, of), separator)
}
