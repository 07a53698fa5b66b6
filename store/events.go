package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"strings"

	"entente/calendar"
	"entente/record"
)

// Event is a happening as the database holds it: record.Event with what its
// reports, or the data set that it came from, add. Offsets and evidence of the
// record are empty: they belong to reports.
type Event struct {
	Number int64 `json:"number"`
	record.Event
	Scored   bool         `json:"scored"`              // has a PLOVER type and with it a score
	Origin   string       `json:"origin"`              // articles, gdelt, …
	OriginID string       `json:"origin_id,omitempty"` // its id in that data set
	Day      calendar.Day `json:"-"`                   // on which it counts in a series
	Counts   bool         `json:"counts"`              // it does count
	Told     calendar.Day `json:"-"`                   // first day on which it was told; 0 unknown
	Outlets  int          `json:"outlets"`             // 0 unknown
	Articles int          `json:"articles"`
	Text     string       `json:"text"` // the sentence that proves it best
	URL      string       `json:"url,omitempty"`
}

const eventColumns = `number, origin, coalesce(origin_id, ''), coalesce(type, ''), mode, contexts, aux, cameo, quad, score, goldstein,
	actors, actor_countries, actor_names, actor_sectors, recipients, recipient_countries, recipient_names, recipient_sectors,
	first_day, last_day, coalesce(date_text, ''), day, place, place_country, outlets, articles, told, coalesce(confidence, 0), coalesce(text, ''), coalesce(url, '')`

// Events gives the events of a filter by number.
func (db *DB) Events(ctx context.Context, f Filter) iter.Seq2[*Event, error] {
	c := f.events()
	query := "SELECT " + eventColumns + " FROM event WHERE " + c.where() + " ORDER BY number"
	if f.Limit > 0 {
		query += fmt.Sprintf(" LIMIT %d", f.Limit)
	}
	return func(yield func(*Event, error) bool) {
		rows, err := db.sql.QueryContext(ctx, query, c.args...)
		if err != nil {
			yield(nil, fmt.Errorf("read events of %s: %w", db.path, err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			e, err := scanEvent(rows)
			if !yield(e, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(nil, fmt.Errorf("read events of %s: %w", db.path, err))
		}
	}
}

// sideColumns are the four columns of actors or recipients.
type sideColumns struct {
	ids, countries textList
	names, sectors string
}

// scanEvent reads eventColumns, and columns after them into more.
func scanEvent(rows *sql.Rows, more ...any) (*Event, error) {
	e := &Event{}
	var score sql.NullFloat64
	var actors, recipients sideColumns
	var first, last, counted, told sql.NullTime
	var text string
	var place sql.NullString
	var placeCountry *string
	err := rows.Scan(append([]any{&e.Number, &e.Origin, &e.OriginID, &e.Type, &e.Mode, (*textList)(&e.Contexts), &e.Aux, &e.CAMEO, &e.Quad, &score, &e.Goldstein,
		&actors.ids, &actors.countries, &actors.names, &actors.sectors, &recipients.ids, &recipients.countries, &recipients.names, &recipients.sectors,
		&first, &last, &text, &counted, &place, &placeCountry, &e.Outlets, &e.Articles, &told, &e.Confidence, &e.Text, &e.URL}, more...)...)
	if err != nil {
		return nil, fmt.Errorf("read an event: %w", err)
	}
	e.ID = fmt.Sprintf("e%d", e.Number)
	e.Score, e.Scored = score.Float64, score.Valid
	e.Actors, e.Recipients = actors.participants(), recipients.participants()
	e.Date = recordDate(first, last, text)
	if counted.Valid {
		e.Day, e.Counts = day(counted.Time), true
	}
	if told.Valid {
		e.Told = day(told.Time)
	}
	if place.Valid {
		e.Place = &record.Place{Name: place.String, Country: placeCountry}
	}
	return e, nil
}

func (c *sideColumns) participants() []record.Participant {
	ps := make([]record.Participant, len(c.ids))
	names, sectors := strings.Split(c.names, separator), strings.Split(c.sectors, separator)
	for i, id := range c.ids {
		ps[i] = record.Participant{ID: id, Sectors: []string{}}
		if country := c.countries[i]; country != "" && country != "UNO" && country != "EUR" {
			ps[i].Country = &country
		}
		if i < len(names) {
			ps[i].Name = names[i]
		}
		if i < len(sectors) && sectors[i] != "" {
			ps[i].Sectors = strings.Split(sectors[i], ",")
		}
	}
	return ps
}

// ErrNoEvent says that no event or report has the number.
var ErrNoEvent = errors.New("there is no such event")

// Report is an event as one article tells it.
type Report struct {
	Number   int64  `json:"number"`
	Article  string `json:"article"`
	Outlet   string `json:"outlet"`
	Title    string `json:"title"`
	URL      string `json:"url"`
	Sentence string `json:"sentence"` // the words of the sentence
	record.Event
}

// Event gives an event by its number or by that of one of its reports, with
// the reports; an imported one has none.
func (db *DB) Event(ctx context.Context, number int64) (*Event, []Report, error) {
	var event int64
	err := db.sql.QueryRowContext(ctx, `SELECT coalesce((SELECT min(event) FROM report WHERE number = ?), ?)`, number, number).Scan(&event)
	if err != nil {
		return nil, nil, fmt.Errorf("read event e%d of %s: %w", number, db.path, err)
	}
	for e, err := range db.Events(ctx, Filter{Numbers: []int64{event}}) {
		if err != nil {
			return nil, nil, err
		}
		list, err := reports(ctx, db.sql, "SELECT number FROM report WHERE event = ?", event)
		if err != nil {
			return nil, nil, fmt.Errorf("read the reports of event e%d of %s: %w", event, db.path, err)
		}
		told := make([]Report, len(list))
		for i, t := range list {
			told[i] = Report{Number: t.Number, Article: t.Article, Outlet: t.Outlet, Title: t.headline, URL: t.url, Sentence: t.sentence, Event: *t.Report.Event}
		}
		return e, told, nil
	}
	return nil, nil, fmt.Errorf("read event e%d of %s: %w", number, db.path, ErrNoEvent)
}
