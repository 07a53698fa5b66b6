//go:build !cgo

package store

import (
	"database/sql"
	"database/sql/driver"
	"errors"
)

// errNoDriver says why there is no database: DuckDB is written in C++.
var errNoDriver = errors.New("this program was built without a C compiler, and so without a database; install one (gcc or clang) and build it again with CGO_ENABLED=1")

func newAppender(*sql.Conn, string, string) (appender, error) { return nil, errNoDriver }

func reads(driver.Stmt) bool { return false }
