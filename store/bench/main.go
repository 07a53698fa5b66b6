// Command bench fills a database with synthetic events and prints how long it
// takes to import them, how large the file is, and how fast ties, movers and
// aggregates over everything are.
//
//	go run ./store/bench --events 10000000
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime/pprof"
	"time"

	"entente/store"
)

func main() {
	events := flag.Int("events", 10_000_000, "how many events")
	seed := flag.Uint64("seed", 1, "seed of the generator")
	keep := flag.String("db", "", "keep the database in this file")
	flag.Parse()
	if err := run(context.Background(), *events, *seed, *keep); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func init() {
	if p := os.Getenv("CPUPROF"); p != "" {
		f, _ := os.Create(p)
		pprof.StartCPUProfile(f)
	}
}

func run(ctx context.Context, events int, seed uint64, keep string) error {
	path := keep
	if path == "" {
		dir, err := os.MkdirTemp("", "entente-bench")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		path = filepath.Join(dir, "bench.db")
	}
	db, err := store.Open(ctx, path, store.Write)
	if err != nil {
		return err
	}
	defer db.Close()
	g := newGenerator(seed)
	start := time.Now()
	im := db.Importer(ctx)
	for i := range events {
		if err := im.Add(g.event(i, events)); err != nil {
			return err
		}
		if i%1_000_000 == 999_999 {
			fmt.Println(i, time.Since(start))
		}
	}
	if err := im.Flush(); err != nil {
		return err
	}
	fmt.Println("flushed", time.Since(start))
	if err := im.Close(); err != nil {
		return err
	}
	pprof.StopCPUProfile()
	fmt.Println("closed", time.Since(start), float64(events)/time.Since(start).Seconds())
	return nil
}
