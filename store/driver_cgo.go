//go:build cgo

package store

import (
	"database/sql"
	"database/sql/driver"

	"github.com/duckdb/duckdb-go/v2" // registers itself as "duckdb"
)

// errNoDriver is nil: this program has a database.
var errNoDriver error

func newAppender(conn *sql.Conn, catalog, table string) (a appender, err error) {
	err = conn.Raw(func(raw any) error {
		a, err = duckdb.NewAppender(raw.(driver.Conn), catalog, "", table)
		return err
	})
	return a, err
}

// reads tells whether a prepared statement only asks.
func reads(stmt driver.Stmt) bool {
	s, ok := stmt.(*duckdb.Stmt)
	if !ok {
		return false
	}
	kind, err := s.StatementType()
	return err == nil && (kind == duckdb.STATEMENT_TYPE_SELECT || kind == duckdb.STATEMENT_TYPE_EXPLAIN)
}
