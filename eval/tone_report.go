package eval

import (
	"bufio"
	"fmt"
	"io"
)

// Write prints log scores and coverage of all ways, the deciles of the
// model's distribution, and how well fragility is calibrated.
func (r *ToneReport) Write(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "mean score of a day between two countries, foretold from what was known before\n")
	fmt.Fprintf(b, "log score in nats, higher is better; 80%%: share of days in the interval\n")
	for i, rows := range r.Forecasters {
		unit := "days"
		if toneAhead[i] == 1 {
			unit = "day"
		}
		fmt.Fprintf(b, "\n%-26s", fmt.Sprintf("%d %s ahead", toneAhead[i], unit))
		for g, name := range toneGroupNames {
			if g > 0 {
				name += " events"
			} else {
				name += " ties"
			}
			fmt.Fprintf(b, " %14s", name)
		}
		fmt.Fprintf(b, "\n%-26s", "")
		for range toneGroups {
			fmt.Fprintf(b, " %8s %5s", "log", "80%")
		}
		for _, row := range rows {
			fmt.Fprintf(b, "\n%-26s", row.Name)
			for g := range toneGroups {
				fmt.Fprintf(b, " %8.4f %5.3f", row.LogScore[g], row.Covered[g].Value())
			}
		}
		b.WriteByte('\n')
	}
	fmt.Fprintf(b, "\n%-26s %14d %14d %14d\n", "ties", r.Ties[0], r.Ties[1], r.Ties[2])
	fmt.Fprintf(b, "%-26s %14d %14d %14d\n", "days", r.Days[0], r.Days[1], r.Days[2])
	fmt.Fprintf(b, "many: at least %d scored events in train.txt\n", toneMany)
	r.writeDeciles(b)
	for g := range toneGroups {
		r.Fragility[g].write(b, toneGroupNames[g])
	}
	return b.Flush()
}

// writeDeciles prints the probability integral transform: a tenth in each
// where the distribution is right.
func (r *ToneReport) writeDeciles(b *bufio.Writer) {
	fmt.Fprintf(b, "\nshare of days in each tenth of the foretold distribution, lowest first\n")
	for g, name := range toneGroupNames {
		fmt.Fprintf(b, "%-6s", name)
		for _, n := range r.Deciles[g] {
			fmt.Fprintf(b, " %.3f", Share{n, r.Days[g]}.Value())
		}
		b.WriteByte('\n')
	}
}

func (f *FragilityFigures) write(b *bufio.Writer, name string) {
	fmt.Fprintf(b, "\nfragility, %s: the tone fell below its lowest after %d of %d readings\n", name, f.Base.Right, f.Base.Of)
	fmt.Fprintf(b, "%-10s %8s %6s %6s\n", "foretold", "readings", "mean", "fell")
	for i := range f.Reliability {
		if bin := &f.Reliability[i]; bin.right.Of > 0 {
			fmt.Fprintf(b, "%.1f to %.1f %8d %6.3f %6.3f\n", float64(i)/10, float64(i+1)/10, bin.right.Of, bin.sum/float64(bin.right.Of), bin.right.Value())
		}
	}
	fmt.Fprintf(b, "Brier score %.4f, of the base rate %.4f; calibration error %.3f\n", f.Brier, f.BrierBase, f.Reliability.Error())
}

type toneJSON struct {
	Ahead    int                `json:"days_ahead"`
	Name     string             `json:"name"`
	LogScore map[string]float64 `json:"log_score"`
	Covered  map[string]float64 `json:"coverage"`
}

type fragilityJSON struct {
	Brier     float64 `json:"brier"`
	BrierBase float64 `json:"brier_base"`
	Error     float64 `json:"calibration_error"`
	Readings  int     `json:"readings"`
}

// WriteJSON prints the figures as one object; log scores are in nats.
func (r *ToneReport) WriteJSON(w io.Writer) error {
	var out struct {
		Days        map[string]int           `json:"days"`
		Forecasters []toneJSON               `json:"forecasters"`
		Fragility   map[string]fragilityJSON `json:"fragility"`
	}
	out.Days, out.Fragility = map[string]int{}, map[string]fragilityJSON{}
	for g, name := range toneGroupNames {
		out.Days[name] = r.Days[g]
		f := &r.Fragility[g]
		out.Fragility[name] = fragilityJSON{round(f.Brier), round(f.BrierBase), round(f.Reliability.Error()), f.Base.Of}
	}
	for i, rows := range r.Forecasters {
		for _, row := range rows {
			j := toneJSON{toneAhead[i], row.Name, map[string]float64{}, map[string]float64{}}
			for g, name := range toneGroupNames {
				j.LogScore[name], j.Covered[name] = round(row.LogScore[g]), round(row.Covered[g].Value())
			}
			out.Forecasters = append(out.Forecasters, j)
		}
	}
	return writeObject(w, out)
}

// WriteErrors lists the days whose mean lay outside the interval, the most
// surprising first.
func (r *ToneReport) WriteErrors(w io.Writer) error { return writeMisses(w, r.Misses) }
