package tie_test

import (
	"testing"

	"pgregory.net/rapid"

	"entente/calendar"
	"entente/tie"
)

// step is a tie of one tone for some days and of another for as many.
func stepped(before, after float64) (days []tie.Day, edge, last calendar.Day) {
	edge, last = 15200, 15399
	for d := calendar.Day(15000); d <= last; d += 2 {
		score := before
		if d >= edge {
			score = after
		}
		wobble := float64(d%3) - 1
		days = append(days, tie.Day{Day: d, Events: 2, Scored: 2, Sum: 2*score + wobble, Squares: 2*score*score + 2*score*wobble + wobble*wobble/2})
	}
	return days, edge, last
}

func TestHistoryShowsABreakAsAStep(t *testing.T) {
	p := tie.Fitted()
	days, edge, last := stepped(4, -3)
	breaks := p.Breaks(days)
	if len(breaks) != 1 || breaks[0].Day != edge {
		t.Fatalf("breaks: %+v", breaks)
	}
	history, series := p.History(days, breaks, 15000, last), p.Series(days, 15000, last)
	at := int(edge - 15000)
	if drop := history[at-1].Smoothed.Value - history[at].Smoothed.Value; drop < 6 {
		t.Errorf("the step is %.2f points high, of 7", drop)
	}
	if drop := series[at-1].Smoothed.Value - series[at].Smoothed.Value; drop > 3 {
		t.Errorf("smoothed over the break the step is %.2f points high: nothing is gained", drop)
	}
	for i := range series {
		if history[i].Tone != series[i].Tone {
			t.Fatalf("today's view differs on %s", series[i].Day)
		}
	}
}

func TestHistoryLiesWithinItsStretchesAndWithoutBreaksIsTheSeries(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := tie.Fitted()
		before, after := rapid.Float64Range(-8, 8).Draw(t, "before"), rapid.Float64Range(-8, 8).Draw(t, "after")
		days, _, last := stepped(before, after)
		from := calendar.Day(rapid.IntRange(14900, 15500).Draw(t, "from"))
		to := from + calendar.Day(rapid.IntRange(0, 500).Draw(t, "days"))
		_ = last
		history := p.History(days, p.Breaks(days), from, to)
		series := p.Series(days, from, to)
		if len(history) != len(series) {
			t.Fatalf("%d days, want %d", len(history), len(series))
		}
		for i := range history {
			h := history[i].Smoothed
			if history[i].Known && (h.Value < min(before, after)-0.51 || h.Value > max(before, after)+0.51 || h.Low > h.Value || h.High < h.Value) {
				t.Fatalf("%s: %+v", history[i].Day, h)
			}
		}
		for i, x := range p.History(days, nil, from, to) {
			if x != series[i] {
				t.Fatalf("without breaks %s is %+v, want %+v", x.Day, x, series[i])
			}
		}
	})
}
