package eval

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/calendar"
	"entente/tie"
)

// toneSet writes a set in which two ties, a friendly and a hostile one, have
// an event every third day, and gives its folder.
func toneSet(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	var train, valid strings.Builder
	for day := 0; day < 450; day += 3 {
		out := &train
		if day >= 360 {
			out = &valid
		}
		fmt.Fprintf(out, "0\t%d\t1\t%d\t-1\n", day%2, 24*day)   // consult, or agree
		fmt.Fprintf(out, "2\t%d\t1\t%d\t-1\n", 2+day%2, 24*day) // accuse, or fight
	}
	for file, text := range map[string]string{
		"entity2id.txt":      "Japan\t0\nSouth Korea\t1\nChina\t2\n",
		"relation2id.txt":    "Consult\t0\nSign formal agreement\t1\nAccuse\t2\nfight with small arms and light weapons\t3\n",
		"relation_cameo.tsv": "Consult\t040\nSign formal agreement\t057\nAccuse\t112\nfight with small arms and light weapons\t193\n",
		"train.txt":          train.String(), "valid.txt": valid.String(),
	} {
		if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestToneIsMeasuredOnValidDays(t *testing.T) {
	r, err := Tone(toneSet(t))
	if err != nil {
		t.Fatal(err)
	}
	if r.Days != [toneGroups]int{60, 60, 0} || r.Ties != [toneGroups]int{2, 2, 0} {
		t.Errorf("days %v, ties %v", r.Days, r.Ties)
	}
	if len(r.Forecasters) != 3 || len(r.Forecasters[0]) != 8 {
		t.Fatalf("forecasters %v", r.Forecasters)
	}
	for _, rows := range r.Forecasters {
		for _, row := range rows {
			if s := row.LogScore[toneAll]; math.IsNaN(s) || s > 0 || s < -6 || row.Covered[toneAll].Of != 60 {
				t.Errorf("%s: %v, %v", row.Name, row.LogScore, row.Covered)
			}
		}
	}
	sum := 0
	for _, n := range r.Deciles[toneAll] {
		sum += n
	}
	if sum != 60 {
		t.Errorf("deciles hold %d days: %v", sum, r.Deciles[toneAll])
	}
	if f := r.Fragility[toneBusy]; f.Base.Of == 0 || f.Brier < 0 || f.Brier > 1 {
		t.Errorf("fragility %+v", f)
	}
	for _, write := range []func(*bytes.Buffer) error{
		func(b *bytes.Buffer) error { return r.Write(b) },
		func(b *bytes.Buffer) error { return r.WriteJSON(b) },
		func(b *bytes.Buffer) error { return r.WriteErrors(b) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil || strings.Contains(b.String(), "NaN") {
			t.Errorf("%v\n%s", err, b.String())
		}
	}
}

func TestSimpleWaysAsComputedByHand(t *testing.T) {
	day := tie.Day{Day: 100, Events: 2, Scored: 2, Sum: 6}
	for _, c := range []struct {
		way   int
		known calendar.Day
		x     []float64
		want  float64
	}{
		{0, 110, []float64{2, 0.5, 0}, 2 + 0.5*4},             // base + slope · mean Goldstein
		{0, 114, []float64{2, 0.5, 0}, (6 + 1) / 3.0},         // nothing in 14 days: the long-run mean
		{1, 110, []float64{math.Log(10), 0}, (3 + 1) / 2.0},   // a half-life later, two events count as one
		{2, 900, []float64{math.Log(2)}, (6.0 + 2) / (2 + 2)}, // pulled to the pooled mean
	} {
		f := simpleWays[c.way].begin(c.x, 1)
		f.see(&day, goldsteinDay{3, 12})
		if got := f.expect(c.known); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%s on day %d: %g, want %g", simpleWays[c.way].name, c.known, got, c.want)
		}
	}
}

func TestASetWithoutDaysToReportOnIsAnError(t *testing.T) {
	dir := toneSet(t)
	if err := os.WriteFile(filepath.Join(dir, "valid.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Tone(dir); err == nil || !strings.Contains(err.Error(), "no day in valid.txt") {
		t.Errorf("got %v", err)
	}
	if _, err := Tone(t.TempDir()); err == nil {
		t.Error("an empty folder is no error")
	}
}
