package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
)

// Each file takes the schema from one version to the next; the files sort by
// version, and one that was released is never changed.
//
//go:embed migrations/*.sql
var migrations embed.FS

// steps gives the migrations in order: the first makes version 1.
func steps() ([]string, error) {
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return nil, err
	}
	list := make([]string, len(names))
	for i, name := range names {
		raw, err := migrations.ReadFile(name)
		if err != nil {
			return nil, err
		}
		list[i] = string(raw)
	}
	return list, nil
}

// settle brings the schema up to date, or says why that cannot be.
func (db *DB) settle(ctx context.Context, access Access) error {
	list, err := steps()
	if err != nil {
		return err
	}
	version, err := db.version(ctx)
	switch {
	case err != nil:
		return err
	case version > len(list):
		return fmt.Errorf("%w (schema %d, this program knows %d); use that version", ErrNewer, version, len(list))
	case version == len(list):
		return nil
	case access == Read:
		return fmt.Errorf("%w (schema %d, this program needs %d); any writing command brings it up to date, such as entente ingest", ErrOlder, version, len(list))
	}
	return db.write(ctx, func(tx *sql.Conn) error {
		if version == 0 {
			if _, err := tx.ExecContext(ctx, `CREATE TABLE schema_version (version INTEGER NOT NULL);
				COMMENT ON TABLE schema_version IS 'The version of the schema, in one row.'`); err != nil {
				return err
			}
		}
		for i, step := range list[version:] {
			if _, err := tx.ExecContext(ctx, step); err != nil {
				return fmt.Errorf("bring the schema to version %d: %w", version+i+1, err)
			}
		}
		_, err := tx.ExecContext(ctx, "DELETE FROM schema_version; INSERT INTO schema_version VALUES (?)", len(list))
		return err
	})
}

// version is the schema's version, 0 for an empty file. A file with tables
// that are not ours is refused.
func (db *DB) version(ctx context.Context) (int, error) {
	var tables, ours int
	err := db.sql.QueryRowContext(ctx, "SELECT count(*), count(*) FILTER (table_name = 'schema_version') FROM duckdb_tables()").Scan(&tables, &ours)
	switch {
	case err != nil:
		return 0, err
	case tables == 0:
		return 0, nil
	case ours == 0:
		return 0, errors.New("the file is a DuckDB database, but not one of Entente's; name another with --db")
	}
	var version int
	err = db.sql.QueryRowContext(ctx, "SELECT version FROM schema_version").Scan(&version)
	return version, err
}

// write runs f in one transaction on one connection.
func (db *DB) write(ctx context.Context, f func(*sql.Conn) error) error {
	conn, err := db.sql.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	return inTransaction(ctx, conn, func() error { return f(conn) })
}

// inTransaction runs f between BEGIN and COMMIT, or ROLLBACK where it fails.
func inTransaction(ctx context.Context, conn *sql.Conn, f func() error) error {
	if err := exec(ctx, conn, "begin", "BEGIN"); err != nil {
		return err
	}
	if err := f(); err != nil {
		// The context may have ended; the transaction must end all the same.
		return errors.Join(err, exec(context.WithoutCancel(ctx), conn, "undo", "ROLLBACK"))
	}
	return exec(ctx, conn, "commit", "COMMIT")
}
