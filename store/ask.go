package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"strings"
)

// Ask answers one query in SQL, also where the database is open for writing:
// the query runs in a transaction that may only read. An empty query describes
// the tables.
func (db *DB) Ask(ctx context.Context, query string) (*Table, error) {
	if query == "" {
		return db.Schema(ctx)
	}
	conn, err := db.sql.Conn(ctx)
	if err != nil {
		return nil, fmt.Errorf("ask %s: %w", db.path, err)
	}
	t, err := askOn(ctx, conn, query)
	if err != nil {
		endReading(conn)
		return nil, err
	}
	t.after = func() { endReading(conn) }
	return t, nil
}

// askOn prepares a query by itself, so that it cannot end the transaction and
// begin another, and runs it.
func askOn(ctx context.Context, conn *sql.Conn, query string) (*Table, error) {
	if err := single(conn, query); err != nil {
		return nil, err
	}
	if _, err := conn.ExecContext(ctx, "BEGIN TRANSACTION READ ONLY"); err != nil {
		return nil, err
	}
	rows, err := conn.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	return newTable(rows)
}

var errSeveral = errors.New("ask one query at a time")

// single refuses several statements in one, and those that would end the
// transaction. The driver prepares without running where it is asked to
// prepare.
func single(conn *sql.Conn, query string) error {
	return conn.Raw(func(raw any) error {
		p, ok := raw.(interface {
			Prepare(string) (driver.Stmt, error)
		})
		if !ok {
			return errSeveral
		}
		stmt, err := p.Prepare(query)
		switch {
		case err != nil && strings.Contains(err.Error(), "multi-statement"):
			return errSeveral
		case err != nil:
			return err
		}
		defer stmt.Close()
		if !reads(stmt) {
			return errReadOnly
		}
		return nil
	})
}

// errReadOnly says that a statement is more than a question.
var errReadOnly = errors.New("only questions are answered here: SELECT, FROM, WITH, DESCRIBE, EXPLAIN")

func endReading(conn *sql.Conn) {
	conn.ExecContext(context.Background(), "ROLLBACK") // where nothing was begun, nothing ends
	conn.Close()
}
