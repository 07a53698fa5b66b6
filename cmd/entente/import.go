package main

import (
	"bufio"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"entente/exchange"
	"entente/pipeline"
	"entente/store"
)

type importCmd struct {
	databaseFlags
	Rejects string   `placeholder:"FILE" help:"Where to write the rows that could not be read. Default: the database's name with .rejects.tsv; written only if there are any."`
	Format  string   `arg:"" name:"FORMAT" enum:"gdelt,icews,polecat,phoenix,acled,tkg" help:"The data set: gdelt (1.0 and 2.0), icews, polecat, phoenix, acled, or tkg (temporal knowledge graph: train.txt beside entity2id.txt)."`
	Files   []string `arg:"" name:"FILE" help:"Its files, plain or packed with gzip, zstd or zip. A dash stands for the standard input."`
}

// Help teaches by examples.
func (importCmd) Help() string {
	return `Stores the rows of other people's event data as events, each with its origin. Codes become PLOVER's (docs/exchange.md tells how); what CAMEO calls statements and appeals counts as contact only.

	entente import gdelt 20150416.export.CSV.zip
	entente import --db world.db icews events.2015.*.tab.gz
	entente import tkg icews0515/train.txt icews0515/valid.txt

A row that is stored already, by origin and id, is passed over. A row that cannot be read is counted, written to the file of rejects with its line and the reason, and stops nothing.

Events of different origins are not merged with each other: where a database holds several, entente tie --origin picks.`
}

func (c *importCmd) Run(ctx context.Context, s streams) (err error) {
	db, err := c.open(ctx, store.Write)
	if err != nil {
		return c.inUse(ctx, err)
	}
	defer closing(db, &err)
	rejects := &rejectsFile{path: c.Rejects}
	if rejects.path == "" {
		rejects.path = strings.TrimSuffix(c.DB, ".db") + ".rejects.tsv"
	}
	sources := pipeline.Files(c.Files, s.in)
	bar := s.progress(c.Files, sources)
	im := db.Importer(ctx)
	var sum exchange.Summary
	failed := false
	begun := time.Now()
	for i := range sources {
		one, err := c.one(ctx, sources[i], im, rejects, func(rows int) { bar.rateOf(sum.Rows+rows, time.Since(begun)) })
		add(&sum, one)
		if err != nil && ctx.Err() == nil && im.Err() == nil {
			failed = true
			streams{err: bar.over(s.err)}.fail(err, exitFailed)
		}
		if im.Err() != nil || ctx.Err() != nil {
			break
		}
	}
	if err := im.Close(); err != nil {
		bar.end()
		return err
	}
	bar.end()
	if err := rejects.close(); err != nil {
		return err
	}
	s.imported(&sum, im, rejects, time.Since(begun), c.DB)
	switch {
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case failed:
		return errSomeFailed
	}
	return nil
}

// one imports one file.
func (c *importCmd) one(ctx context.Context, source pipeline.Source, im *store.Importer, rejects *rejectsFile, progress func(rows int)) (exchange.Summary, error) {
	in, err := source.Open()
	if err != nil {
		return exchange.Summary{}, err
	}
	defer in.Close()
	rows := 0
	var stored error
	read := func(yield func(*exchange.Imported, *exchange.Reject) bool) (exchange.Summary, error) {
		return exchange.Import(c.Format, source.Name, in, yield)
	}
	if c.Format == exchange.TKGFormat { // its numbers are named by the files beside it
		read = func(yield func(*exchange.Imported, *exchange.Reject) bool) (exchange.Summary, error) {
			return exchange.ImportTKG(source.Name, in, yield)
		}
	}
	sum, err := read(func(row *exchange.Imported, bad *exchange.Reject) bool {
		if rows++; rows%10_000 == 0 {
			progress(rows)
		}
		if bad != nil {
			stored = rejects.write(source.Name, bad)
		} else {
			stored = im.Add(row)
		}
		return stored == nil && ctx.Err() == nil
	})
	if stored != nil {
		return sum, stored
	}
	return sum, err
}

func add(sum *exchange.Summary, one exchange.Summary) {
	sum.Rows += one.Rows
	sum.Imported += one.Imported
	sum.Rejected += one.Rejected
	sum.Mended += one.Mended
	for what, n := range one.Dropped {
		if sum.Dropped == nil {
			sum.Dropped = map[string]int{}
		}
		sum.Dropped[what] += n
	}
}

// imported prints what an import came to.
func (s streams) imported(sum *exchange.Summary, im *store.Importer, rejects *rejectsFile, took time.Duration, path string) {
	fmt.Fprintf(s.out, "%d rows read in %.1f s: %d events stored in %s\n", sum.Rows, took.Seconds(), im.Stored, path)
	if im.Known > 0 {
		fmt.Fprintf(s.out, "%d were stored already\n", im.Known)
	}
	if sum.Mended > 0 {
		fmt.Fprintf(s.out, "%d were mended (surplus tabs, bytes that are no UTF-8)\n", sum.Mended)
	}
	if sum.Rejected > 0 {
		fmt.Fprintf(s.out, "%d could not be read; %s has them with line and reason\n", sum.Rejected, rejects.path)
	}
	if len(sum.Dropped) > 0 {
		fmt.Fprintf(s.out, "left out of rows that were stored: %s\n", dropped(sum.Dropped))
	}
}

// dropped lists what was left out, the most frequent first, not too long.
func dropped(counts map[string]int) string {
	const most = 8
	names := make([]string, 0, len(counts))
	for name := range counts {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	var list []string
	for _, name := range names[:min(most, len(names))] {
		list = append(list, fmt.Sprintf("%s (%d)", name, counts[name]))
	}
	if len(names) > most {
		list = append(list, fmt.Sprintf("and %d more kinds", len(names)-most))
	}
	return strings.Join(list, ", ")
}

// rejectsFile takes the rows that could not be read. It is made with the first.
type rejectsFile struct {
	path string
	file io.WriteCloser
	buf  *bufio.Writer
	out  *csv.Writer
}

func (r *rejectsFile) write(source string, bad *exchange.Reject) error {
	if r.file == nil {
		f, err := os.Create(r.path)
		if err != nil {
			return err
		}
		r.file, r.buf = f, bufio.NewWriter(f)
		r.out = csv.NewWriter(r.buf)
		r.out.Comma = '\t'
		if err := r.out.Write([]string{"file", "line", "reason", "row"}); err != nil {
			return err
		}
	}
	return r.out.Write([]string{source, strconv.Itoa(bad.Line), bad.Reason, bad.Row})
}

func (r *rejectsFile) close() error {
	if r.file == nil {
		return nil
	}
	r.out.Flush()
	if err := r.out.Error(); err != nil {
		return err
	}
	if err := r.buf.Flush(); err != nil {
		return err
	}
	return r.file.Close()
}
