package store

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
)

// Table is the answer to a query: rows of text, one at a time.
type Table struct {
	Columns []string
	rows    *sql.Rows
	err     error
	after   func() // runs when the query has ended; nil for nothing
}

// Query answers a query in SQL. The database must be open for reading only:
// then DuckDB refuses whatever would change it.
func (db *DB) Query(ctx context.Context, query string) (*Table, error) {
	rows, err := db.sql.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	return newTable(rows)
}

func newTable(rows *sql.Rows) (*Table, error) {
	columns, err := rows.Columns()
	if err != nil {
		rows.Close()
		return nil, err
	}
	return &Table{Columns: columns, rows: rows}, nil
}

// Rows gives the rows as DuckDB writes values, "" for null. A row is
// overwritten by the next one.
func (t *Table) Rows() iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		values := make([]any, len(t.Columns))
		row := make([]string, len(t.Columns))
		targets := make([]any, len(t.Columns))
		for i := range values {
			targets[i] = &values[i]
		}
		for t.rows.Next() {
			if t.err = t.rows.Scan(targets...); t.err != nil {
				return
			}
			for i, v := range values {
				row[i] = written(v)
			}
			if !yield(row) {
				return
			}
		}
		t.err = t.rows.Err()
	}
}

// Err is the error that ended Rows, nil where it came to the end.
func (t *Table) Err() error { return t.err }

// Close ends the query.
func (t *Table) Close() error {
	err := t.rows.Close()
	if t.after != nil {
		t.after()
	}
	return err
}

// Schema describes the tables and columns, as the schema's own comments do.
func (db *DB) Schema(ctx context.Context) (*Table, error) {
	t, err := db.Query(ctx, `
		SELECT c.table_name AS "table", c.column_name AS "column", lower(c.data_type) AS type, coalesce(c.comment, '') AS meaning
		FROM duckdb_columns() c JOIN duckdb_tables() t USING (table_name) WHERE NOT c.internal
		ORDER BY t.table_oid, c.column_index`)
	if err != nil {
		return nil, fmt.Errorf("describe %s: %w", db.path, err)
	}
	return t, nil
}
