package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	osexec "os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"entente/pipeline"
)

// ingestInto is the environment variable that makes the test binary ingest the
// test articles into a database instead of running tests.
const ingestInto = "ENTENTE_TEST_INGEST_INTO"

func TestMain(m *testing.M) {
	path := os.Getenv(ingestInto)
	if path == "" {
		os.Exit(m.Run())
	}
	if err := ingestTestArticles(path); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func ingestTestArticles(path string) error {
	ctx := context.Background()
	know, err := knowledge()
	if err != nil {
		return err
	}
	names, err := filepath.Glob("../testdata/*/*.txt")
	if err != nil {
		return err
	}
	db, err := Open(ctx, path, Write)
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = pipeline.Ingest(ctx, know, pipeline.Files(names, nil), pipeline.IngestOptions{
		Options: pipeline.Options{Jobs: 2}, Batch: 2, Hash: ContentHash, Tell: func(error) {},
	}, db)
	return err
}

// start begins an ingestion in a process of its own.
func start(t *testing.T, path string) *osexec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := osexec.Command(self)
	cmd.Env = append(os.Environ(), ingestInto+"="+path)
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd
}

func TestAnIngestionKilledAtAnyMomentLosesAndDoublesNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("kills 50 processes")
	}
	const rounds, kills = 10, 5
	dir := t.TempDir()
	whole := filepath.Join(dir, "whole.db")
	begun := time.Now()
	if err := start(t, whole).Wait(); err != nil {
		t.Fatal(err)
	}
	took := time.Since(begun)
	random := rand.New(rand.NewPCG(1, uint64(time.Now().UnixNano())))
	inTime := 0
	for round := range rounds {
		path := filepath.Join(dir, fmt.Sprintf("killed-%d.db", round))
		for kill := range kills {
			cmd := start(t, path)
			// What is left to do shrinks with every run, and with it the time to hit it in.
			moment := time.Duration(random.Int64N(int64(took) * int64(kills-kill) / kills))
			killer := time.AfterFunc(moment, func() { cmd.Process.Kill() })
			if err := cmd.Wait(); err != nil {
				inTime++
			}
			killer.Stop()
		}
		if err := start(t, path).Wait(); err != nil {
			t.Fatalf("going on after the kills: %v", err)
		}
		if different := compare(t, whole, path); different != "" {
			t.Fatalf("round %d: %s", round, different)
		}
	}
	t.Logf("%d of %d kills came before the end; undisturbed it takes %v", inTime, rounds*kills, took)
	if inTime < rounds*kills/4 {
		t.Errorf("only %d of %d kills came before the end", inTime, rounds*kills)
	}
}

// compare tells how two databases differ, row by row.
func compare(t *testing.T, one, other string) string {
	t.Helper()
	ctx := t.Context()
	db, err := Open(ctx, filepath.Join(t.TempDir(), "compare.db"), Write)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	conn, err := db.sql.Conn(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	for name, path := range map[string]string{"x": one, "y": other} {
		if err := exec(ctx, conn, "attach", fmt.Sprintf("ATTACH '%s' AS %s (READ_ONLY)", path, name)); err != nil {
			t.Fatal(err)
		}
	}
	var told strings.Builder
	for _, table := range tables(t, db) {
		rows := func(db string) string { return "SELECT * FROM " + db + "." + table }
		if table == "dyad_day" { // several rows may tell one day
			rows = func(db string) string {
				return "SELECT a, b, day, origin, track, " + daySums + " FROM " + db + ".dyad_day GROUP BY ALL HAVING sum(events) <> 0"
			}
		}
		var n, missing, surplus int
		if err := conn.QueryRowContext(ctx, fmt.Sprintf(`SELECT (SELECT count(*) FROM (%[1]s)),
			(SELECT count(*) FROM (%[1]s EXCEPT ALL %[2]s)), (SELECT count(*) FROM (%[2]s EXCEPT ALL %[1]s))`, rows("x"), rows("y"))).Scan(&n, &missing, &surplus); err != nil {
			t.Fatal(err)
		}
		if missing+surplus > 0 {
			fmt.Fprintf(&told, "%s: of %d rows %d are missing, %d are too much; ", table, n, missing, surplus)
		}
	}
	return told.String()
}

func tables(t *testing.T, db *DB) []string {
	t.Helper()
	rows, err := db.sql.QueryContext(t.Context(), "SELECT table_name FROM duckdb_tables() WHERE NOT temporary ORDER BY table_name")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	return names
}
