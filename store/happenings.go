package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"slices"

	"entente/happening"
	"entente/tie/track"
)

// mergeMargin is how many days beyond the dates of a report others of its key
// are looked at. Reports further apart never tell one happening.
const mergeMargin = 7

// mergeReports makes events of the reports from a number on, together with
// older ones that may tell the same happenings, and keeps the sums in step.
func mergeReports(ctx context.Context, conn *sql.Conn, first int64) error {
	if err := findNeighbours(ctx, conn, first); err != nil {
		return err
	}
	list, err := reports(ctx, conn, "SELECT number FROM incoming_near")
	if err != nil {
		return fmt.Errorf("read the reports near the new ones: %w", err)
	}
	changed := changes(list, first)
	s := newSheets(conn)
	for _, number := range changed.gone {
		s.add("incoming_gone", number)
	}
	for _, m := range changed.moved {
		s.add("incoming_moved", m.report, m.event)
	}
	if err := s.close(); err != nil {
		return err
	}
	if len(changed.gone) > 0 {
		if err := sumUp(ctx, conn, "event IN (SELECT number FROM incoming_gone)", -1); err != nil {
			return err
		}
	}
	if err := exec(ctx, conn, "take out the events that changed", `
		DELETE FROM dyad_event WHERE event IN (SELECT number FROM incoming_gone);
		DELETE FROM event WHERE number IN (SELECT number FROM incoming_gone);
		UPDATE report SET event = m.event FROM incoming_moved m WHERE report.number = m.report`); err != nil {
		return err
	}
	for i := range changed.events {
		s.happening(&changed.events[i])
		s.add("incoming_fresh", changed.events[i].number)
	}
	if err := s.close(); err != nil {
		return err
	}
	if err := sumUp(ctx, conn, "event IN (SELECT number FROM incoming_fresh)", 1); err != nil {
		return err
	}
	return exec(ctx, conn, "clear the batch",
		"DROP TABLE incoming_near; DROP TABLE incoming_gone; DROP TABLE incoming_moved; DROP TABLE incoming_fresh")
}

// findNeighbours fills incoming_near with the numbers of the new reports and of
// all that may be merged with them, directly or through others: for each key,
// the span of days is widened until no report reaches out of it.
func findNeighbours(ctx context.Context, conn *sql.Conn, first int64) error {
	if err := exec(ctx, conn, "begin to merge", `
		CREATE OR REPLACE TEMP TABLE incoming_gone (number BIGINT);
		CREATE OR REPLACE TEMP TABLE incoming_moved (report BIGINT, event BIGINT);
		CREATE OR REPLACE TEMP TABLE incoming_fresh (number BIGINT);
		CREATE OR REPLACE TEMP TABLE incoming_span AS
			SELECT key, min(first_day) AS first_day, max(last_day) AS last_day, bool_or(first_day IS NULL) AS undated
			FROM report WHERE number >= ? GROUP BY key`, first); err != nil {
		return err
	}
	const near = `r.first_day <= s.last_day + %[1]d AND r.last_day >= s.first_day - %[1]d`
	for {
		var wider int
		err := conn.QueryRowContext(ctx, fmt.Sprintf(`
			SELECT count(DISTINCT key) FROM report r JOIN incoming_span s USING (key)
			WHERE `+near+` AND (r.first_day < s.first_day OR r.last_day > s.last_day)`, mergeMargin)).Scan(&wider)
		if err != nil {
			return fmt.Errorf("find the reports near the new ones: %w", err)
		}
		if wider == 0 {
			break
		}
		if err := exec(ctx, conn, "find the reports near the new ones", fmt.Sprintf(`
			CREATE OR REPLACE TEMP TABLE incoming_span AS
				SELECT s.key, least(s.first_day, min(r.first_day)) AS first_day, greatest(s.last_day, max(r.last_day)) AS last_day, s.undated
				FROM incoming_span s LEFT JOIN report r ON r.key = s.key AND `+near+`
				GROUP BY s.key, s.first_day, s.last_day, s.undated`, mergeMargin)); err != nil {
			return err
		}
	}
	return exec(ctx, conn, "find the reports near the new ones", fmt.Sprintf(`
		CREATE OR REPLACE TEMP TABLE incoming_near AS
			SELECT r.number FROM report r JOIN incoming_span s USING (key)
			WHERE (`+near+`) OR (r.first_day IS NULL AND s.undated);
		DROP TABLE incoming_span`, mergeMargin))
}

// change is what merging alters: events that go, events that come (an altered
// one does both), and reports that belong to another event than the database
// says.
type change struct {
	gone   []int64
	moved  []moved
	events []fresh
}

type moved struct{ report, event int64 }

// fresh is a happening with what its best report adds.
type fresh struct {
	happening.Happening
	number    int64
	best      int64 // number of the report that tells it best
	key       uint64
	text, url string
}

// changes merges reports, which are sorted by key and number; those from first
// on are new and have no event yet.
func changes(list []told, first int64) change {
	var c change
	for len(list) > 0 {
		n := 1
		for n < len(list) && list[n].key == list[0].key {
			n++
		}
		c.merge(list[:n], first)
		list = list[n:]
	}
	slices.SortFunc(c.events, func(a, b fresh) int { return int(a.number - b.number) })
	return c
}

// merge handles the reports of one key.
func (c *change) merge(list []told, first int64) {
	before := map[int64]int{} // event → how many reports it had
	input := make([]happening.Report, len(list))
	for i := range list {
		input[i] = list[i].Report
		if list[i].Number < first {
			before[list[i].event]++
		}
	}
	kept := map[int64]bool{}
	for _, h := range happening.Merge(input) {
		number := list[h.Reports[0]].Number
		for _, i := range h.Reports {
			number = min(number, list[i].Number)
		}
		if same(list, h.Reports, number, first) && before[number] == len(h.Reports) {
			kept[number] = true
			continue
		}
		for _, i := range h.Reports {
			if list[i].event != number {
				c.moved = append(c.moved, moved{list[i].Number, number})
			}
		}
		best := &list[h.Reports[0]]
		c.events = append(c.events, fresh{h, number, best.Number, best.key, best.sentence, best.url})
	}
	for _, event := range sortedKeys(before) {
		if !kept[event] {
			c.gone = append(c.gone, event)
		}
	}
}

// same tells whether the reports were one event before.
func same(list []told, of []int, event, first int64) bool {
	for _, i := range of {
		if list[i].Number >= first || list[i].event != event {
			return false
		}
	}
	return true
}

func sortedKeys(m map[int64]int) []int64 {
	keys := make([]int64, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// OwnOrigin is the origin of the events of our own articles.
const OwnOrigin = "articles"

// happening appends an event and its pairs of countries.
func (s *sheets) happening(m *fresh) {
	e := &m.Event
	row := append([]driver.Value{m.number, OwnOrigin, nil}, appendEvent(nil, e)...)
	var told driver.Value
	if m.Told {
		told = midnight(m.First)
	}
	row = append(row, m.best, int32(m.Outlets), int32(m.Articles), told, e.Confidence, nullIfEmpty(m.text), nullIfEmpty(m.url), m.key)
	s.add("event", row...)
	day, quad, tracks := seriesDay(e), int8(e.Quad), uint8(track.Of(e.Type, e.Contexts))
	for _, p := range pairsOf(e, nil) {
		s.add("dyad_event", p.A, p.B, m.number, day, OwnOrigin, quad, e.Score, tracks)
	}
}
