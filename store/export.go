package store

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"strings"

	"entente/exchange"
)

// witnesses are the articles behind each of our own events: their ids and
// outlets, and what the first of them is.
const witnesses = `(
	SELECT r.event, list(DISTINCT a.id ORDER BY a.id) AS told_by, list(DISTINCT a.outlet ORDER BY a.outlet) FILTER (a.outlet IS NOT NULL) AS told_in,
		arg_min(a.published, r.number) AS published, arg_min(a.title, r.number) AS title, arg_min(a.language, r.number) AS language
	FROM report r JOIN article a ON a.id = r.article GROUP BY r.event)`

// Export gives the events of a filter by number, as other programs take them.
func (db *DB) Export(ctx context.Context, f Filter) iter.Seq2[*exchange.Exported, error] {
	c := f.events()
	query := "SELECT " + eventColumns + `, w.told_by, w.told_in, coalesce(w.published, ''), coalesce(w.title, ''), coalesce(w.language, '')
		FROM event LEFT JOIN ` + witnesses + ` w ON w.event = number WHERE ` + c.where() + " ORDER BY number"
	return func(yield func(*exchange.Exported, error) bool) {
		rows, err := db.sql.QueryContext(ctx, query, c.args...)
		if err != nil {
			yield(nil, fmt.Errorf("export events of %s: %w", db.path, err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			x, err := scanExported(rows)
			if !yield(x, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(nil, fmt.Errorf("export events of %s: %w", db.path, err))
		}
	}
}

func scanExported(rows *sql.Rows) (*exchange.Exported, error) {
	x := &exchange.Exported{}
	e, err := scanEvent(rows, (*textList)(&x.Articles), (*textList)(&x.Outlets), &x.Published, &x.Headline, &x.Language)
	if err != nil {
		return nil, err
	}
	x.Number, x.Origin, x.OriginID, x.Event, x.Scored = e.Number, e.Origin, e.OriginID, e.Event, e.Scored
	x.ArticleCount, x.OutletCount, x.URL, x.Text = e.Articles, e.Outlets, e.URL, e.Text
	x.Text = strings.TrimSpace(x.Text)
	return x, nil
}
