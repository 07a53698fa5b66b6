package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestADatabaseThatIsNotThereIsNotMadeForReading(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none.db")
	_, err := Open(t.Context(), path, Read)
	if !errors.Is(err, ErrMissing) || !strings.Contains(err.Error(), "entente ingest") {
		t.Errorf("error %v", err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("it was made")
	}
}

func TestAFileThatIsNoDatabaseIsLeftAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notes.txt")
	if err := os.WriteFile(path, []byte("these are notes, and not a database of anything"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, access := range []Access{Read, Write} {
		if _, err := Open(t.Context(), path, access); err == nil || !strings.Contains(err.Error(), "is no database") {
			t.Errorf("error %v", err)
		}
	}
}

func TestAForeignDuckDBFileIsLeftAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "foreign.db")
	db, err := Open(t.Context(), path, Write)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.sql.ExecContext(t.Context(), "DROP TABLE schema_version"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	if _, err := Open(t.Context(), path, Write); err == nil || !strings.Contains(err.Error(), "not one of Entente's") {
		t.Errorf("error %v", err)
	}
}

func TestADatabaseOfANewerVersionIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "newer.db")
	db, err := Open(t.Context(), path, Write)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.sql.ExecContext(t.Context(), "UPDATE schema_version SET version = version + 1"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	for _, access := range []Access{Read, Write} {
		if _, err := Open(t.Context(), path, access); !errors.Is(err, ErrNewer) {
			t.Errorf("error %v", err)
		}
	}
}

func TestWhatIsOpenForReadingCannotBeChanged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	db, err := Open(t.Context(), path, Write)
	if err != nil {
		t.Fatal(err)
	}
	db.Close()
	if db, err = Open(t.Context(), path, Read); err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, query := range []string{"DELETE FROM event", "DROP TABLE event", "CREATE TABLE x (i INTEGER)"} {
		table, err := db.Query(t.Context(), query)
		if err == nil {
			for range table.Rows() {
			}
			err = table.Err()
			table.Close()
		}
		if err == nil {
			t.Errorf("%s was done", query)
		}
	}
}
