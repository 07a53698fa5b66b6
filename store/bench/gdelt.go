package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"entente/exchange"
	"entente/pipeline"
	"entente/store"
)

// gdeltColumns is the number of columns of GDELT 2.0.
const gdeltColumns = 61

// gdelt writes synthetic events as a file of GDELT 2.0 and times its import:
// reading, mapping and storing.
func gdelt(ctx context.Context, dir string, events int, seed uint64) error {
	path := filepath.Join(dir, "gdelt.csv")
	if err := writeGDELT(path, events, seed); err != nil {
		return err
	}
	db, err := store.Open(ctx, filepath.Join(dir, "gdelt.db"), store.Write)
	if err != nil {
		return err
	}
	defer db.Close()
	in, err := os.Open(path)
	if err != nil {
		return err
	}
	defer in.Close()
	begun := time.Now()
	im := db.Importer(ctx)
	sum, err := exchange.Import("gdelt", path, in, func(row *exchange.Imported, bad *exchange.Reject) bool {
		return bad != nil || im.Add(row) == nil
	})
	if err == nil {
		err = im.Close()
	}
	if err != nil {
		return err
	}
	took := time.Since(begun).Seconds()
	line(fmt.Sprintf("import of %d rows of GDELT 2.0", sum.Rows), "%.0f s, %.0f rows a second, %d rejected, memory %d MB",
		took, float64(sum.Rows)/took, sum.Rejected, pipeline.PeakMemory()/1e6)
	return nil
}

func writeGDELT(path string, events int, seed uint64) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(f, 1<<20)
	g := newGenerator(seed)
	cells := make([]string, gdeltColumns)
	for i := range events {
		x := g.event(i, events)
		e := &x.Event
		day := strings.ReplaceAll(e.Date.From, "-", "")
		a, b := e.Actors[0].ID, e.Recipients[0].ID
		for at, cell := range map[int]string{0: x.ID, 1: day, 2: day[:6], 3: day[:4], 4: day[:4] + ".5",
			5: a + "GOV", 6: a, 7: a, 12: "GOV", 15: b + "GOV", 16: b, 17: b, 22: "GOV", 25: "1",
			26: *e.CAMEO, 27: (*e.CAMEO)[:3], 28: (*e.CAMEO)[:2], 29: fmt.Sprint(e.Quad), 30: "1.9",
			31: "9", 32: fmt.Sprint(x.Outlets), 33: "9", 34: "-1.25", 51: "1", 52: "Paris, France", 53: "FR",
			56: "48.8566", 57: "2.35222", 59: day + "120000", 60: x.URL} {
			cells[at] = cell
		}
		out.WriteString(strings.Join(cells, "\t"))
		out.WriteByte('\n')
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return f.Close()
}
