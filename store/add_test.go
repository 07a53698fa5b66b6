package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
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

func TestTheOrderOfIngestionChangesNoSum(t *testing.T) {
	forward, backward := open(t), open(t)
	names := articles(t)
	ingest(t, forward, names...)
	slices.Reverse(names)
	ingest(t, backward, names...)
	if a, b := sums(t, forward), sums(t, backward); a != b {
		t.Errorf("forward\n%s\nbackward\n%s", a, b)
	}
}

// sums lists the days of all ties.
func sums(t *testing.T, db *DB) string {
	t.Helper()
	rows, err := db.sql.QueryContext(t.Context(), "SELECT a, b, track, day, "+daySums+" FROM dyad_day GROUP BY a, b, track, day HAVING sum(events) <> 0 ORDER BY ALL")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var all strings.Builder
	for rows.Next() {
		var a, b, track string
		d, err := scanDay(rows, &a, &b, &track)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&all, a, b, track, d)
	}
	return all.String()
}

func TestTenCopiesOfAnArticleAreTenWitnesses(t *testing.T) {
	one, ten := open(t), open(t)
	const body = "SEOUL, May 3, 2011 (Test Agency) - South Korea and Japan held talks in Seoul on Tuesday. " +
		"Japan accused South Korea of raising tensions over the islets. The two countries signed an agreement on fisheries."
	ingest(t, one, copies(t, body, 1)...)
	ingest(t, ten, copies(t, body, 10)...)
	if a, b := sums(t, one), sums(t, ten); a != b || a == "" {
		t.Errorf("one copy\n%s\nten copies\n%s", a, b)
	}
	for e, err := range ten.Events(t.Context(), Filter{Parties: []string{"JPN", "KOR"}}) {
		if err != nil {
			t.Fatal(err)
		}
		if e.Outlets != 10 || e.Articles != 10 {
			t.Errorf("%s %s: %d outlets, %d articles", e.ID, e.Type, e.Outlets, e.Articles)
		}
		_, told, err := ten.Event(t.Context(), e.Number)
		if err != nil || len(told) != 10 {
			t.Errorf("%s: %d reports, error %v", e.ID, len(told), err)
		}
	}
}

// copies writes the same article as n outlets print it.
func copies(t *testing.T, body string, n int) []string {
	t.Helper()
	var lines strings.Builder
	for i := range n {
		fmt.Fprintf(&lines, `{"id":"copy%d","outlet":"Outlet %d","title":"Talks in Seoul","published":"2011-05-03","text":%q}`+"\n", i, i, body)
	}
	path := filepath.Join(t.TempDir(), "copies.jsonl")
	if err := os.WriteFile(path, []byte(lines.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return []string{path}
}
