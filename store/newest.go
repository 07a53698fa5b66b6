package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"entente/agenda"
	"entente/calendar"
	"entente/record"
)

// Newest gives the events among the parties of a filter that count in a
// series, the latest first: n of them after skip, and how many there are. It
// finds them in the table of pairs, which is sorted, so that a tie with many
// events costs no more than one with few. Parties, span, track and origins of
// the filter hold, by the day on which an event counts; the rest does not.
func (db *DB) Newest(ctx context.Context, f Filter, n, skip int) (list []*Event, all int, err error) {
	c := f.pairs()
	c.and("day IS NOT NULL")
	if f.From != nil {
		c.and("day >= ?", midnight(*f.From))
	}
	if f.To != nil {
		c.and("day <= ?", midnight(*f.To))
	}
	rows, err := db.sql.QueryContext(ctx, fmt.Sprintf(`
		SELECT event, count(*) OVER () FROM (SELECT DISTINCT event, day FROM dyad_event WHERE %s)
		ORDER BY day DESC, event DESC LIMIT %d OFFSET %d`, c.where(), n, skip), c.args...)
	if err != nil {
		return nil, 0, fmt.Errorf("find the newest events of %s: %w", db.path, err)
	}
	defer rows.Close()
	var numbers []int64
	for rows.Next() {
		var number int64
		if err := rows.Scan(&number, &all); err != nil {
			return nil, 0, err
		}
		numbers = append(numbers, number)
	}
	if err := rows.Err(); err != nil {
		return nil, 0, fmt.Errorf("find the newest events of %s: %w", db.path, err)
	}
	list, err = db.inOrder(ctx, numbers)
	return list, all, err
}

// inOrder reads events in the order of their numbers' list.
func (db *DB) inOrder(ctx context.Context, numbers []int64) ([]*Event, error) {
	if len(numbers) == 0 {
		return nil, nil
	}
	place := make(map[int64]int, len(numbers))
	for i, n := range numbers {
		place[n] = i
	}
	var list []*Event
	for e, err := range db.Events(ctx, Filter{Numbers: numbers}) {
		if err != nil {
			return nil, err
		}
		list = append(list, e)
	}
	slices.SortFunc(list, func(a, b *Event) int { return cmp.Compare(place[a.Number], place[b.Number]) })
	return list, nil
}

// Upcoming gives what was told, up to a day, to come in a span of days: what is
// to be watched, and the meetings of dialogues that are planned or proposed.
func (db *DB) Upcoming(ctx context.Context, span calendar.Interval, until calendar.Day) ([]agenda.Told[record.WatchItem], []agenda.Told[record.Mechanism], error) {
	dated := fmt.Sprintf("f.first_day <= DATE '%s' AND f.last_day >= DATE '%s'", span.To, span.From)
	watch, err := findings(ctx, db, "watch", watchColumns, dated, until, func(w *record.WatchItem) []any {
		date := &dateColumns{to: &w.Date}
		return append([]any{&w.What, (*textList)(&w.GaugeOf), &w.Sentence}, date.targets()...)
	})
	if err != nil {
		return nil, nil, err
	}
	if len(watch) > 0 {
		who, err := participants(ctx, db.sql, "watch", joinNumbers(numbersOf(watch)))
		if err != nil {
			return nil, nil, fmt.Errorf("read who is watched in %s: %w", db.path, err)
		}
		for i := range watch {
			for _, p := range who[watch[i].Number] {
				fillWatch(&watch[i].Value, p)
			}
		}
	}
	meetings, err := findings(ctx, db, "mechanism", mechanismColumns, dated+" AND f.status IN ('planned', 'proposed')", until,
		func(m *record.Mechanism) []any {
			date := &dateColumns{to: &m.Date}
			return append([]any{&m.ID, &m.Name, &m.Kind, &m.Level, (*textList)(&m.Parties), &m.Status, &m.GapYears, &m.Cadence, &m.Place, &m.Sentence},
				date.targets()...)
		})
	return watch, meetings, err
}
