package store

import (
	"context"
	"fmt"
	"os"
)

// State is how much a database holds. It changes with whatever is added, so
// that an answer that was given in one state holds as long as it.
type State struct {
	Articles int64 `json:"articles"`
	Events   int64 `json:"events"`
	// Last is the highest number of an event or report.
	Last int64 `json:"last"`
}

// State counts what the database holds; DuckDB knows it without reading the
// tables.
func (db *DB) State(ctx context.Context) (s State, err error) {
	err = db.sql.QueryRowContext(ctx, `
		SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM event),
			greatest((SELECT coalesce(max(number), 0) FROM event), (SELECT coalesce(max(number), 0) FROM report))`).
		Scan(&s.Articles, &s.Events, &s.Last)
	if err != nil {
		return s, fmt.Errorf("count what %s holds: %w", db.path, err)
	}
	return s, nil
}

// Size is the size of the file in bytes, with what was not yet taken over from
// the log beside it.
func (db *DB) Size() (bytes int64) {
	for _, name := range []string{db.path, db.path + ".wal"} {
		if info, err := os.Stat(name); err == nil {
			bytes += info.Size()
		}
	}
	return bytes
}
