package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// Access says what a database is opened for.
type Access uint8

// Read needs a file that is there; Write makes it on first use.
const (
	Read Access = iota
	Write
)

// memoryLimit is what DuckDB may hold; beyond it sorts and joins go to a
// temporary folder beside the file.
const memoryLimit = "400MB"

// Sentinel errors of Open.
var (
	ErrMissing = errors.New("there is no such database")
	ErrInUse   = errors.New("another process has the database open")
	ErrNewer   = errors.New("the database was made by a newer version of this program")
	ErrOlder   = errors.New("the database was made by an older version of this program")
)

// DB is an open database. It is safe for concurrent reads; one goroutine at a
// time may write.
type DB struct {
	sql  *sql.DB
	path string
}

// Open opens the database of a file. For Write it is made where there is none
// and brought up to the program's schema.
func Open(ctx context.Context, path string, access Access) (*DB, error) {
	if errNoDriver != nil {
		return nil, errNoDriver
	}
	if access == Read {
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("open database %s: %w; fill one with entente ingest or entente import, or name another with --db", path, ErrMissing)
		}
	} else if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, fmt.Errorf("open database %s: %w", path, err)
	}
	pool, err := sql.Open("duckdb", dsn(path, access))
	if err == nil {
		err = pool.PingContext(ctx)
	}
	if err != nil {
		return nil, openError(path, err)
	}
	db := &DB{sql: pool, path: path}
	if err := db.settle(ctx, access); err != nil {
		pool.Close()
		return nil, fmt.Errorf("open database %s: %w", path, err)
	}
	return db, nil
}

// dsn tells DuckDB how to open a file. Extensions are never fetched, and what
// is not in the file cannot be reached through a query unless a person asks
// for it (entente sql).
func dsn(path string, access Access) string {
	settings := url.Values{
		"memory_limit":                 {memoryLimit},
		"autoinstall_known_extensions": {"false"},
		"autoload_known_extensions":    {"false"},
	}
	if access == Read {
		settings.Set("access_mode", "READ_ONLY")
	}
	return path + "?" + settings.Encode()
}

func openError(path string, err error) error {
	switch text := err.Error(); {
	case strings.Contains(text, "lock"):
		return fmt.Errorf("open database %s: %w (a running ingest, import or shell); wait for it, or work on a copy of the file", path, ErrInUse)
	case strings.Contains(text, "not a valid DuckDB database file"):
		return fmt.Errorf("open database %s: the file is no database; name another with --db", path)
	}
	return fmt.Errorf("open database %s: %w", path, err)
}

// Close writes everything out and gives the file free.
func (db *DB) Close() error { return db.sql.Close() }

// Path is the name of the file.
func (db *DB) Path() string { return db.path }
