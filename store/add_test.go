package store

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"entente/coder"
	"entente/pipeline"
)

var knowledge = sync.OnceValues(coder.Load)

func ingest(t *testing.T, db *DB, files ...string) *pipeline.Ingested {
	t.Helper()
	know, err := knowledge()
	if err != nil {
		t.Fatal(err)
	}
	done, err := pipeline.Ingest(t.Context(), know, pipeline.Files(files, nil), pipeline.IngestOptions{
		Options: pipeline.Options{Jobs: 2}, Batch: 7, Hash: ContentHash, Tell: func(err error) { t.Log(err) },
	}, db)
	if err != nil {
		t.Fatal(err)
	}
	return done
}

func open(t *testing.T) *DB {
	t.Helper()
	db, err := Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), Write)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func articles(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("../testdata/articles/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	return names
}

func TestTheSameArticlesTwiceChangeNothing(t *testing.T) {
	db := open(t)
	first := ingest(t, db, articles(t)...)
	if first.Stored != len(articles(t)) || first.Events == 0 {
		t.Fatalf("stored %+v", first)
	}
	before := counts(t, db)
	second := ingest(t, db, articles(t)...)
	if second.Stored != 0 || second.Known != first.Stored {
		t.Errorf("the second time: %+v", second)
	}
	if after := counts(t, db); after != before {
		t.Errorf("before %s, after %s", before, after)
	}
	t.Log(before)
}

func counts(t *testing.T, db *DB) string {
	t.Helper()
	var s string
	err := db.sql.QueryRowContext(context.Background(), `SELECT
		(SELECT count(*) FROM article) || ' articles ' || (SELECT count(*) FROM report) || ' reports ' ||
		(SELECT count(*) FROM event) || ' events ' || (SELECT count(*) FROM dyad_event) || ' pairs ' ||
		(SELECT sum(events) FROM dyad_day WHERE track='') || ' in days ' || (SELECT count(*) FROM participant) || ' participants'`).Scan(&s)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var _ = os.Stdout
