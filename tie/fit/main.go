// Fit estimates the parameters of package tie from many ties at once: a folder
// with events in the form of the literature on temporal knowledge graphs comes
// in, of which only train.txt is read, tie/parameters.tsv goes out.
//
//	go run ./tie/fit ../shared/data/forecast/icews0515
//
// It begins from the same values and draws the same numbers every time, so
// that the same events give the same file. docs/ties.md says what is fitted by
// which likelihood.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"entente/calendar"
	"entente/eval"
	"entente/tie"
)

const header = `# Parameters of the model of a tie, the same for all ties. Written by "go run ./tie/fit %s"
# from the %d ties in train.txt of that set (%s to %s). Tone (drift to spread), share and arrival: maximum
# likelihood of each day given those before. interval: so that it holds 80%% of these days. contact: likelihood of
# the coming 30 days; contact_keep is set, not fitted (half of what is recent fades in 20 days). fragility: logistic
# regression of what came of it. break_penalty: so that simulated ties without lasting shifts have one change point
# in a hundred years. Variances are in units of the tie's own spread (1 for ties in general) and of PLOVER's score.
# name: as docs/ties.md uses it; value: four digits; meaning: in words.
`

func main() {
	out := flag.String("o", "tie/parameters.tsv", "file to write")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "fit: which folder? for example: go run ./tie/fit ../shared/data/forecast/icews0515")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), *out); err != nil {
		fmt.Fprintln(os.Stderr, "fit:", err)
		os.Exit(1)
	}
}

func run(dir, out string) error {
	dyads, err := eval.ReadDyads(dir, "train.txt")
	if err != nil {
		return err
	}
	t := newTies(dyads)
	p := begin
	t.fitTone(&p)
	t.fitShare(&p)
	t.fitContact(&p)
	t.fitArrival(&p)
	t.fitFragility(&p)
	t.fitPenalty(&p)
	var b bytes.Buffer
	fmt.Fprintf(&b, header, filepath.ToSlash(dir), len(t.days), t.first, t.last)
	if err := p.Write(&b); err != nil {
		return err
	}
	return os.WriteFile(out, b.Bytes(), 0o644)
}

// ties are what is fitted to.
type ties struct {
	days        [][]tie.Day
	first, last calendar.Day
}

func newTies(dyads []eval.Dyad) *ties {
	t := &ties{}
	for i := range dyads {
		days := dyads[i].Days()
		if i == 0 {
			t.first = days[0].Day
		}
		t.first, t.last = min(t.first, days[0].Day), max(t.last, days[len(days)-1].Day)
		t.days = append(t.days, days)
	}
	return t
}

// recentKeep lets half of the recent events fade in 20 days, so that they are
// of a month or so (29 days).
const recentKeep = 0.966

// begin is where the search begins: plain round figures.
var begin = tie.Parameters{
	DriftDay: 0.003, DriftEvent: 0.03,
	NoiseDay: 0.01, NoiseEvent: 8, Lone: 3,
	PriorMean: 2.5, PriorVariance: 5,
	SpreadPrior: 4, SpreadMemory: 35,
	Interval:  1.28,
	ShareKeep: 0.998, ShareKeepEvent: 0.97, SharePrior: 0.25, ShareWeight: 2, ShareAlike: 0.2,
	ContactKeep: recentKeep, ContactPrior: 3, ContactClump: 2, ContactClumpRate: 1,
	ArrivalKeep: 0.99, ArrivalHits: 1, ArrivalDays: 60,
	FragilityShift: 0, FragilitySlope: 1,
	BreakPenalty: 30,
}
