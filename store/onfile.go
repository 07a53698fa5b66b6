package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"entente/calendar"
)

// PairOnFile is a pair of countries with how much the database holds of it.
type PairOnFile struct {
	A      string       `json:"a"`
	B      string       `json:"b"`
	Events int          `json:"events"`
	First  calendar.Day `json:"first"`
	Last   calendar.Day `json:"last"`
}

// Among tells whether a pair belongs to some countries: of one, that it is one
// of the two; of several, that both are among them; of none, always.
func (p *PairOnFile) Among(parties []string) bool {
	switch len(parties) {
	case 0:
		return true
	case 1:
		return p.A == parties[0] || p.B == parties[0]
	}
	return slices.Contains(parties, p.A) && slices.Contains(parties, p.B)
}

// PairsOnFile lists all pairs that events join, those with most events first.
func (db *DB) PairsOnFile(ctx context.Context) ([]PairOnFile, error) {
	var list []PairOnFile
	err := db.each(ctx, `
		SELECT a, b, sum(events)::BIGINT AS n, min(day), max(day) FROM dyad_day WHERE track = ''
		GROUP BY a, b HAVING sum(events) > 0 ORDER BY n DESC, a, b`, func(rows *sql.Rows) error {
		var p PairOnFile
		var first, last sql.NullTime
		err := rows.Scan(&p.A, &p.B, &p.Events, &first, &last)
		p.First, p.Last = day(first.Time), day(last.Time)
		list = append(list, p)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list the pairs of %s: %w", db.path, err)
	}
	return list, nil
}
