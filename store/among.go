package store

import (
	"context"
	"fmt"
	"strings"

	"entente/calendar"
	"entente/tie"
)

// Party is a country with the number of its events with others.
type Party struct {
	Country string `json:"country"`
	Events  int    `json:"events"`
}

// PartiesOnFile gives the countries with events in a span of days, those with
// most first; at most n, 0 for all.
func (db *DB) PartiesOnFile(ctx context.Context, from, to calendar.Day, n int, origins []string) ([]Party, error) {
	c := &clause{}
	c.and("track = '' AND day >= ? AND day <= ?", midnight(from), midnight(to))
	c.in("origin", origins)
	query := `
		WITH days AS (SELECT a, b, sum(events) AS n FROM dyad_day WHERE ` + c.where() + ` GROUP BY a, b)
		SELECT country, sum(n)::BIGINT AS n FROM (SELECT a AS country, n FROM days UNION ALL SELECT b, n FROM days)
		GROUP BY country HAVING sum(n) > 0 ORDER BY n DESC, country`
	if n > 0 {
		query += fmt.Sprintf(" LIMIT %d", n)
	}
	rows, err := db.sql.QueryContext(ctx, query, c.args...)
	if err != nil {
		return nil, fmt.Errorf("list the countries of %s: %w", db.path, err)
	}
	defer rows.Close()
	var list []Party
	for rows.Next() {
		var p Party
		if err := rows.Scan(&p.Country, &p.Events); err != nil {
			return nil, err
		}
		list = append(list, p)
	}
	return list, rows.Err()
}

// DaysAmong gives the days of all pairs of some countries in a span; of one
// country, those with everybody.
func (db *DB) DaysAmong(ctx context.Context, parties []string, from, to calendar.Day, origins []string) (map[PairOf][]tie.Day, error) {
	f := Filter{Parties: parties, Origins: origins}
	c := f.pairs()
	return db.daysOf(ctx, c, from, to)
}

// DaysOf gives the days of some pairs in a span.
func (db *DB) DaysOf(ctx context.Context, pairs []PairOf, from, to calendar.Day, origins []string) (map[PairOf][]tie.Day, error) {
	if len(pairs) == 0 {
		return nil, nil
	}
	c := &clause{}
	marks := make([]string, len(pairs))
	var args []any
	for i, p := range pairs {
		a, b := Pair(p.A, p.B)
		marks[i] = "(a = ? AND b = ?)"
		args = append(args, a, b)
	}
	c.and("("+strings.Join(marks, " OR ")+")", args...)
	c.in("origin", origins)
	return db.daysOf(ctx, c, from, to)
}

func (db *DB) daysOf(ctx context.Context, c *clause, from, to calendar.Day) (map[PairOf][]tie.Day, error) {
	c.and("track = '' AND day >= ? AND day <= ?", midnight(from), midnight(to))
	rows, err := db.sql.QueryContext(ctx, `SELECT a, b, day, `+daySums+` FROM dyad_day WHERE `+c.where()+`
		GROUP BY a, b, day HAVING sum(events) > 0 ORDER BY a, b, day`, c.args...)
	if err != nil {
		return nil, fmt.Errorf("read the days of pairs in %s: %w", db.path, err)
	}
	defer rows.Close()
	found := map[PairOf][]tie.Day{}
	for rows.Next() {
		var p PairOf
		d, err := scanDay(rows, &p.A, &p.B)
		if err != nil {
			return nil, err
		}
		found[p] = append(found[p], d)
	}
	return found, rows.Err()
}
