package store

import (
	"context"
	"database/sql"
	"fmt"

	"entente/calendar"
	"entente/tie"
	"entente/tie/track"
)

// Series is what happened between two countries by day.
type Series struct {
	All    []tie.Day
	Tracks map[track.Track][]tie.Day
}

// Series gives the days of a pair up to and with a day, from some origins or,
// where none is named, from all.
func (db *DB) Series(ctx context.Context, a, b string, until calendar.Day, origins []string) (*Series, error) {
	a, b = Pair(a, b)
	c := &clause{}
	c.and("a = ? AND b = ? AND day <= ?", a, b, midnight(until))
	c.in("origin", origins)
	rows, err := db.sql.QueryContext(ctx, `
		SELECT track, day, `+daySums+` FROM dyad_day WHERE `+c.where()+`
		GROUP BY track, day HAVING sum(events) > 0 ORDER BY track, day`, c.args...)
	if err != nil {
		return nil, fmt.Errorf("read the days of %s–%s in %s: %w", a, b, db.path, err)
	}
	defer rows.Close()
	s := &Series{Tracks: map[track.Track][]tie.Day{}}
	for rows.Next() {
		var code string
		d, err := scanDay(rows, &code)
		if err != nil {
			return nil, err
		}
		if code == "" {
			s.All = append(s.All, d)
			continue
		}
		t, err := track.Parse(code)
		if err != nil {
			return nil, err
		}
		s.Tracks[t] = append(s.Tracks[t], d)
	}
	return s, rows.Err()
}

const daySums = `sum(events)::INTEGER, sum(scored)::INTEGER, sum(score), sum(squares), sum(conflict)::INTEGER, sum(conflict_score)`

// scanDay reads columns of one's own, then day and daySums.
func scanDay(rows *sql.Rows, before ...any) (tie.Day, error) {
	var d tie.Day
	var at sql.NullTime
	err := rows.Scan(append(before, &at, &d.Events, &d.Scored, &d.Sum, &d.Squares, &d.Conflict, &d.ConflictSum)...)
	d.Day = day(at.Time)
	return d, err
}

// Coverage is what the database holds of some countries' ties.
type Coverage struct {
	First  calendar.Day   `json:"first"`
	Last   calendar.Day   `json:"last"`
	Events map[string]int `json:"events"` // by origin
}

// Coverage counts the events that join two of the countries, or, where none is
// named, all that join any two. ok is false where there are none.
func (db *DB) Coverage(ctx context.Context, parties []string, origins []string) (c Coverage, ok bool, err error) {
	w := &clause{}
	w.and("track = ''")
	w.in("a", parties)
	w.in("b", parties)
	w.in("origin", origins)
	rows, err := db.sql.QueryContext(ctx, `
		SELECT origin, min(day), max(day), sum(events)::BIGINT FROM dyad_day WHERE `+w.where()+`
		GROUP BY origin HAVING sum(events) > 0 ORDER BY origin`, w.args...)
	if err != nil {
		return c, false, fmt.Errorf("count the events of %s: %w", db.path, err)
	}
	defer rows.Close()
	c.Events = map[string]int{}
	for rows.Next() {
		var origin string
		var first, last sql.NullTime
		var n int
		if err := rows.Scan(&origin, &first, &last, &n); err != nil {
			return c, false, err
		}
		if !ok || day(first.Time) < c.First {
			c.First = day(first.Time)
		}
		if !ok || day(last.Time) > c.Last {
			c.Last = day(last.Time)
		}
		c.Events[origin], ok = n, true
	}
	return c, ok, rows.Err()
}

// Candidate is a pair of countries with its days.
type Candidate struct {
	A, B string
	Days []tie.Day
}

// Candidates gives the pairs whose tone seems to have moved most between the
// year before a day and the time from it to another, by a rough measure: the
// difference of the mean scores over its standard error. The model has the
// last word. Pairs with fewer than least scored events on either side of the
// day are left out. Their days come from memory days before the first day on:
// the level of a tie forgets.
func (db *DB) Candidates(ctx context.Context, since, at calendar.Day, least, limit, memory int, origins []string) ([]Candidate, error) {
	w := &clause{}
	w.and("track = ''")
	w.in("origin", origins)
	args := append([]any{midnight(since), midnight(since), midnight(since), midnight(since), midnight(since), midnight(since), midnight(since - 365), midnight(at)}, w.args...)
	args = append(args, least, least, limit)
	args = append(append(args, midnight(since-calendar.Day(memory)), midnight(at)), w.args...)
	rows, err := db.sql.QueryContext(ctx, `
		WITH two AS (
			SELECT a, b,
				sum(scored) FILTER (day < ?) AS n0, sum(score) FILTER (day < ?) AS s0, sum(squares) FILTER (day < ?) AS q0,
				sum(scored) FILTER (day >= ?) AS n1, sum(score) FILTER (day >= ?) AS s1, sum(squares) FILTER (day >= ?) AS q1
			FROM dyad_day WHERE day > ? AND day <= ? AND `+w.where()+` GROUP BY a, b),
		moved AS (
			SELECT a, b FROM two WHERE n0 >= ? AND n1 >= ?
			ORDER BY abs(s1 / n1 - s0 / n0) / sqrt(((q0 - s0 * s0 / n0) + (q1 - s1 * s1 / n1) + 10) / (n0 + n1) * (1 / n0 + 1 / n1)) DESC, a, b
			LIMIT ?)
		SELECT a, b, day, `+daySums+` FROM dyad_day JOIN moved USING (a, b) WHERE day > ? AND day <= ? AND `+w.where()+`
		GROUP BY a, b, day HAVING sum(events) > 0 ORDER BY a, b, day`, args...)
	if err != nil {
		return nil, fmt.Errorf("find what moved in %s: %w", db.path, err)
	}
	defer rows.Close()
	var list []Candidate
	for rows.Next() {
		var a, b string
		d, err := scanDay(rows, &a, &b)
		if err != nil {
			return nil, err
		}
		if n := len(list); n == 0 || list[n-1].A != a || list[n-1].B != b {
			list = append(list, Candidate{A: a, B: b})
		}
		last := &list[len(list)-1]
		last.Days = append(last.Days, d)
	}
	return list, rows.Err()
}
