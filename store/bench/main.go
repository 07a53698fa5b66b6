// Command bench fills a database with synthetic events and prints how long it
// takes to import them (a tenth of them also as a file of GDELT 2.0), how large
// the file is, how fast ties, movers and an aggregate over everything are, and
// the most memory that was held.
//
//	go run ./store/bench                     # ten million events, a few minutes
//	go run ./store/bench --events 1000000
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"entente/dossier"
	"entente/pipeline"
	"entente/store"
)

func main() {
	events := flag.Int("events", 10_000_000, "how many events")
	seed := flag.Uint64("seed", 1, "seed of the generator")
	keep := flag.String("db", "", "keep the database in this file; where it is there already, only ask it")
	flag.Parse()
	if err := run(context.Background(), *events, *seed, *keep); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, events int, seed uint64, path string) error {
	dir, err := os.MkdirTemp("", "entente-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if path == "" {
		if err := gdelt(ctx, dir, events/10, seed); err != nil {
			return err
		}
		path = filepath.Join(dir, "bench.db")
	}
	if _, err := os.Stat(path); err != nil {
		if err := fill(ctx, path, events, seed); err != nil {
			return err
		}
	}
	return ask(ctx, path)
}

// line prints one line of the table.
func line(what, format string, figure ...any) {
	fmt.Printf("%-48s%s\n", what, fmt.Sprintf(format, figure...))
}

// fill imports the events. They are made while those before are stored.
func fill(ctx context.Context, path string, events int, seed uint64) error {
	db, err := store.Open(ctx, path, store.Write)
	if err != nil {
		return err
	}
	defer db.Close()
	g := newGenerator(seed)
	begun := time.Now()
	im := db.Importer(ctx)
	for i := range events {
		if err := im.Add(g.event(i, events)); err != nil {
			return err
		}
	}
	if err := im.Flush(); err != nil {
		return err
	}
	stored := time.Since(begun)
	if err := im.Close(); err != nil {
		return err
	}
	compacted := time.Since(begun)
	if err := db.Close(); err != nil {
		return err
	}
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	line(fmt.Sprintf("import of %d events", events), "%.0f s, %.0f events a second", compacted.Seconds(), float64(events)/compacted.Seconds())
	line("  of it sorting the sums at the end", "%.0f s", (compacted - stored).Seconds())
	line("size of the file", "%d MB, %.0f bytes an event", info.Size()/1e6, float64(info.Size())/float64(events))
	return nil
}

// ask times questions to a database that was just opened.
func ask(ctx context.Context, path string) error {
	begun := time.Now()
	db, err := store.Open(ctx, path, store.Read)
	if err != nil {
		return err
	}
	defer db.Close()
	busiest, calm, err := pairsToAsk(ctx, db)
	if err != nil {
		return err
	}
	line("opening it, and finding the pairs below", "%d ms", time.Since(begun).Milliseconds())
	for _, question := range []struct {
		what string
		ask  func() error
	}{
		{"tie of the pair with most events, " + busiest[0] + " " + busiest[1], func() error { return tie(ctx, db, busiest) }},
		{"tie of a pair with few, " + calm[0] + " " + calm[1], func() error { return tie(ctx, db, calm) }},
		{"movers, of all pairs", func() error {
			_, err := dossier.NewMovers(ctx, db, dossier.MoversQuestion{Count: 10})
			return err
		}},
		{"every pair and month, from every event", func() error { return months(ctx, db) }},
	} {
		first, median, err := timed(question.ask)
		if err != nil {
			return err
		}
		line(question.what, "%d ms the first time, then %d ms", first.Milliseconds(), median.Milliseconds())
	}
	line("most memory held by the process", "%d MB", pipeline.PeakMemory()/1e6)
	line("cores", "%d", runtime.NumCPU())
	return nil
}

func tie(ctx context.Context, db *store.DB, parties []string) error {
	_, err := dossier.New(ctx, db, dossier.Question{Parties: parties})
	return err
}

// months reads the number of events, the tone and the share of conflict of
// every pair and month, from the events and not from the sums.
func months(ctx context.Context, db *store.DB) error {
	t, err := db.Query(ctx, `
		SELECT count(*) FROM (SELECT a, b, date_trunc('month', day) AS month, count(*) AS events, avg(score) AS tone, avg((quad >= 3)::INTEGER) AS conflict
			FROM dyad_event WHERE day IS NOT NULL GROUP BY ALL)`)
	if err != nil {
		return err
	}
	defer t.Close()
	for range t.Rows() {
	}
	return t.Err()
}

// pairsToAsk finds the pair with most events and one in the middle.
func pairsToAsk(ctx context.Context, db *store.DB) (busiest, calm []string, err error) {
	t, err := db.Query(ctx, "SELECT a, b FROM dyad_day WHERE track = '' GROUP BY a, b ORDER BY sum(events) DESC, a, b")
	if err != nil {
		return nil, nil, err
	}
	defer t.Close()
	var pairs [][]string
	for row := range t.Rows() {
		pairs = append(pairs, slices.Clone(row))
	}
	if len(pairs) == 0 {
		return nil, nil, fmt.Errorf("the database holds no events")
	}
	return pairs[0], pairs[len(pairs)/2], t.Err()
}

// timed runs f six times: the first time, and the median of the others.
func timed(f func() error) (first, median time.Duration, err error) {
	var rest []time.Duration
	for i := range 6 {
		begun := time.Now()
		if err := f(); err != nil {
			return 0, 0, err
		}
		if took := time.Since(begun); i == 0 {
			first = took
		} else {
			rest = append(rest, took)
		}
	}
	slices.Sort(rest)
	return first, rest[len(rest)/2], nil
}
