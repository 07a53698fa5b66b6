package tie_test

import (
	"math/rand/v2"
	"testing"

	"entente/calendar"
	"entente/tie"
)

// wander makes a tie whose level wanders, with events on a part of the days.
func wander(r *rand.Rand, length int, busy float64) []tie.Day {
	var days []tie.Day
	level := 2.0
	for i := range length {
		level = min(6, max(-6, level+0.05*r.NormFloat64()))
		if r.Float64() >= busy {
			continue
		}
		d := tie.Day{Day: calendar.Day(14000 + i)}
		for range 1 + r.IntN(5) {
			d.Events++
			if r.IntN(4) == 0 {
				continue
			}
			s := min(10, max(-10, level+3*r.NormFloat64()))
			d.Scored++
			d.Sum += s
			d.Squares += s * s
			if s < 0 {
				d.Conflict++
				d.ConflictSum += s
			}
		}
		days = append(days, d)
	}
	return days
}

func BenchmarkSeriesOf4000Days(b *testing.B) {
	days := wander(rand.New(rand.NewPCG(1, 2)), 4000, 0.5)
	p := tie.Fitted()
	b.ReportAllocs()
	for b.Loop() {
		p.Series(days, 14000, 17999)
	}
}

func BenchmarkTonesOf4000Days(b *testing.B) {
	days := wander(rand.New(rand.NewPCG(1, 2)), 4000, 0.5)
	p := tie.Fitted()
	b.ReportAllocs()
	for b.Loop() {
		p.Tones(days, 14000, 17999)
	}
}

func BenchmarkTodayAfter4000Days(b *testing.B) {
	days := wander(rand.New(rand.NewPCG(1, 2)), 4000, 0.5)
	f := tie.Fitted().Filter()
	b.ReportAllocs()
	for b.Loop() {
		f.Today(days, 17999)
	}
}
