package store

import (
	"context"
	"database/sql"
	"fmt"

	"entente/calendar"
)

// Teller is an article that tells what another one tells as well.
type Teller struct {
	Article string
	Title   string
	Outlet  string
	Day     calendar.Day
	Dated   bool
	Shared  int // events that both tell
}

// Story gives the articles that report happenings which an article reports,
// those that share most first; at most n.
func (db *DB) Story(ctx context.Context, article string, n int) ([]Teller, error) {
	var list []Teller
	err := db.each(ctx, fmt.Sprintf(`
		WITH own AS (SELECT DISTINCT event FROM report WHERE article = ?)
		SELECT a.id, coalesce(a.title, ''), coalesce(a.outlet, ''), a.day, count(DISTINCT r.event) AS shared
		FROM report r JOIN own USING (event) JOIN article a ON a.id = r.article
		WHERE r.article <> ? GROUP BY ALL ORDER BY shared DESC, a.day, a.id LIMIT %d`, n), func(rows *sql.Rows) error {
		var t Teller
		var at sql.NullTime
		err := rows.Scan(&t.Article, &t.Title, &t.Outlet, &at, &t.Shared)
		if at.Valid {
			t.Day, t.Dated = day(at.Time), true
		}
		list = append(list, t)
		return err
	}, article, article)
	if err != nil {
		return nil, fmt.Errorf("find the story of article %s in %s: %w", article, db.path, err)
	}
	return list, nil
}
