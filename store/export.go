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
// outlets.
const witnesses = `(
	SELECT r.event, list(DISTINCT a.id ORDER BY a.id) AS told_by, list(DISTINCT a.outlet ORDER BY a.outlet) FILTER (a.outlet IS NOT NULL) AS told_in
	FROM report r JOIN article a ON a.id = r.article GROUP BY r.event)`

// bestTold is the report that tells each of our own events best, with its
// article.
const bestTold = `(
	SELECT r.number AS report, r.sentence, r.rule, a.published, a.title, a.language
	FROM report r JOIN article a ON a.id = r.article)`

// Export gives the events of a filter by number, as other programs take them.
func (db *DB) Export(ctx context.Context, f Filter) iter.Seq2[*exchange.Exported, error] {
	c := f.events()
	query := "SELECT " + eventColumns + `, w.told_by, w.told_in, coalesce(b.published, ''), coalesce(b.title, ''), coalesce(b.language, ''),
			coalesce(b.sentence, -1), coalesce(b.rule, '')
		FROM event LEFT JOIN ` + witnesses + ` w ON w.event = number LEFT JOIN ` + bestTold + ` b ON b.report = best WHERE ` + c.where() + " ORDER BY number"
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
	var sentence int
	var rule string
	e, err := scanEvent(rows, (*textList)(&x.Articles), (*textList)(&x.Outlets), &x.Published, &x.Headline, &x.Language, &sentence, &rule)
	if err != nil {
		return nil, err
	}
	x.Number, x.Origin, x.OriginID, x.Event, x.Scored = e.Number, e.Origin, e.OriginID, e.Event, e.Scored
	x.Event.Sentence, x.Event.Rule = sentence, rule
	x.ArticleCount, x.OutletCount, x.URL, x.Text = e.Articles, e.Outlets, e.URL, e.Text
	x.Text = strings.TrimSpace(x.Text)
	return x, nil
}
