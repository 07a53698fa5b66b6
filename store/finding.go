package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Finding is a statement, dialogue, condition, watch item or assessment with
// the place that tells it.
type Finding struct {
	Kind     string   `json:"kind"` // the table: statement, mechanism, condition, watch, assessment
	Number   int64    `json:"number"`
	Article  string   `json:"article"`
	Title    string   `json:"title"`
	Outlet   string   `json:"outlet"`
	URL      string   `json:"url"`
	Day      string   `json:"day"`      // of publication, "" unknown
	Sentence string   `json:"sentence"` // that tells it
	Who      []string `json:"who"`
	Values   []Value  `json:"values"` // what was found, by the names of the columns
}

// Value is one column of a finding.
type Value struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

// ErrNoFinding says that no finding of the kind has the number.
var ErrNoFinding = errors.New("there is no such finding")

// Finding reads one by its number. kind must be one of the five tables.
func (db *DB) Finding(ctx context.Context, kind string, number int64) (*Finding, error) {
	f := &Finding{Kind: kind, Number: number}
	err := db.sql.QueryRowContext(ctx, `
		SELECT f.article, coalesce(a.title, ''), coalesce(a.outlet, ''), coalesce(a.url, ''), coalesce(a.day::VARCHAR, ''), coalesce(s.text, '')
		FROM `+kind+` f JOIN article a ON a.id = f.article LEFT JOIN sentence s ON s.article = f.article AND s.n = f.sentence
		WHERE f.number = ?`, number).Scan(&f.Article, &f.Title, &f.Outlet, &f.URL, &f.Day, &f.Sentence)
	if errors.Is(err, sql.ErrNoRows) {
		err = ErrNoFinding
	}
	if err == nil {
		f.Values, err = db.values(ctx, kind, number)
	}
	var who map[int64][]inRole
	if err == nil {
		who, err = participants(ctx, db.sql, kind, fmt.Sprint(number))
	}
	if err != nil {
		return nil, fmt.Errorf("read %s %d of %s: %w", kind, number, db.path, err)
	}
	for _, p := range who[number] {
		f.Who = append(f.Who, p.role+": "+p.Name)
	}
	return f, nil
}

// values reads the columns of a finding that say something.
func (db *DB) values(ctx context.Context, kind string, number int64) ([]Value, error) {
	t, err := db.Query(ctx, "SELECT * EXCLUDE (number, article, sentence) FROM "+kind+" WHERE number = "+fmt.Sprint(number))
	if err != nil {
		return nil, err
	}
	defer t.Close()
	var list []Value
	for row := range t.Rows() {
		for i, text := range row {
			if text != "" && text != "[]" {
				list = append(list, Value{t.Columns[i], text})
			}
		}
	}
	return list, t.Err()
}
