package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"entente/calendar"
	"entente/tie"
	"entente/tie/track"
)

// PairDays are days of one pair.
type PairDays struct {
	PairOf
	Days []calendar.Day
}

// OnDays gives the events that count on some days of some pairs, by pair, in
// the order of days and numbers.
func (db *DB) OnDays(ctx context.Context, wanted []PairDays, origins []string) (map[PairOf][]tie.Event, error) {
	var rows []string
	for _, w := range wanted {
		a, b := Pair(w.A, w.B)
		for _, d := range w.Days {
			rows = append(rows, fmt.Sprintf("('%s', '%s', DATE '%s')", a, b, d))
		}
	}
	found := map[PairOf][]tie.Event{}
	if len(rows) == 0 {
		return found, nil
	}
	c := &clause{}
	c.in("origin", origins)
	list, err := db.sql.QueryContext(ctx, `
		SELECT a, b, event, day, score, quad, tracks FROM dyad_event
		JOIN (VALUES `+strings.Join(rows, ", ")+`) w(a, b, day) USING (a, b, day)
		WHERE `+c.where()+` ORDER BY a, b, day, event`, c.args...)
	if err != nil {
		return nil, fmt.Errorf("read the events of days in %s: %w", db.path, err)
	}
	defer list.Close()
	for list.Next() {
		var p PairOf
		var e tie.Event
		var at sql.NullTime
		var score sql.NullFloat64
		var quad, tracks uint8
		if err := list.Scan(&p.A, &p.B, &e.Number, &at, &score, &quad, &tracks); err != nil {
			return nil, err
		}
		e.Day, e.Score, e.Scored, e.Conflict, e.Tracks = day(at.Time), score.Float64, score.Valid, quad >= 3, track.Set(tracks)
		found[p] = append(found[p], e)
	}
	return found, list.Err()
}

// Dispute is what some countries are at odds about: a context with events of
// conflict, "" for those whose context is not told.
type Dispute struct {
	Context  string `json:"context"`
	Events   int    `json:"events"`   // events of the context that join two of the countries
	Conflict int    `json:"conflict"` // those of conflict
	Last     int64  `json:"last"`     // number of the last of these
}

// Disputes counts the events among some countries by context, from one day to
// another; contexts without conflict are left out, and those with most come
// first.
func (db *DB) Disputes(ctx context.Context, parties []string, from, to calendar.Day, origins []string) ([]Dispute, error) {
	f := Filter{Parties: parties, Origins: origins}
	c := f.pairs()
	c.and("day >= ? AND day <= ?", midnight(from), midnight(to))
	rows, err := db.sql.QueryContext(ctx, `
		SELECT context, count(*), count(*) FILTER (quad >= 3) AS conflict, arg_max(number, (day, number)) FILTER (quad >= 3)
		FROM (SELECT number, day, quad, unnest(CASE WHEN len(contexts) = 0 THEN [''] ELSE contexts END) AS context FROM event
			WHERE number IN (SELECT event FROM dyad_event WHERE `+c.where()+`))
		GROUP BY context HAVING conflict > 0 ORDER BY conflict DESC, context`, c.args...)
	if err != nil {
		return nil, fmt.Errorf("read the disputes in %s: %w", db.path, err)
	}
	defer rows.Close()
	var list []Dispute
	for rows.Next() {
		var d Dispute
		if err := rows.Scan(&d.Context, &d.Events, &d.Conflict, &d.Last); err != nil {
			return nil, err
		}
		list = append(list, d)
	}
	return list, rows.Err()
}

// Mediations counts by country the acts of mediation (CAMEO 045) towards some
// countries, from one day to another.
func (db *DB) Mediations(ctx context.Context, parties []string, from, to calendar.Day) (map[string]int, error) {
	rows, err := db.sql.QueryContext(ctx, `
		SELECT country, count(*) FROM (
			SELECT unnest(actor_countries) AS country FROM event
			WHERE cameo LIKE '045%' AND day >= ? AND day <= ? AND len(list_intersect(recipient_countries, `+literals(parties)+`)) > 0)
		WHERE country <> '' GROUP BY country ORDER BY country`, midnight(from), midnight(to))
	if err != nil {
		return nil, fmt.Errorf("count acts of mediation in %s: %w", db.path, err)
	}
	defer rows.Close()
	acts := map[string]int{}
	for rows.Next() {
		var country string
		var n int
		if err := rows.Scan(&country, &n); err != nil {
			return nil, err
		}
		acts[country] = n
	}
	return acts, rows.Err()
}
