package main

import (
	"math"
	"math/rand/v2"
	"testing"

	"entente/calendar"
	"entente/tie"
)

func TestScalesLeadThereAndBack(t *testing.T) {
	for _, c := range []struct {
		scale scale
		value float64
	}{{plain, -3}, {positive, 0.002}, {fraction, 0.97}, {aboveOne, 2.5}} {
		if got := c.scale.from(c.scale.to(c.value)); math.Abs(got-c.value) > 1e-12 {
			t.Errorf("%g became %g", c.value, got)
		}
	}
}

// TestTheFitFindsTheNoiseThatTiesWereDrawnWith draws ties without drift, whose
// only unknown is the noise.
func TestTheFitFindsTheNoiseThatTiesWereDrawnWith(t *testing.T) {
	const noise = 5.0
	r := rand.New(rand.NewPCG(1, 2))
	all := &ties{}
	for range 60 {
		level := 2 + 2*r.NormFloat64()
		var days []tie.Day
		for d := range 80 {
			mean := level + math.Sqrt(noise/3)*r.NormFloat64()
			days = append(days, tie.Day{Day: calendar.Day(10 * d), Events: 3, Scored: 3, Sum: 3 * mean, Squares: 3 * mean * mean, Conflict: d % 2})
		}
		all.days = append(all.days, days)
		all.last = days[len(days)-1].Day
	}
	p := begin
	all.fitTone(&p)
	if got := p.NoiseDay*3 + p.NoiseEvent; math.Abs(got-noise) > 0.5 {
		t.Errorf("noise %g, want about %g", got, noise)
	}
	if p.DriftDay*10+p.DriftEvent > 0.02 {
		t.Errorf("drift %g a day and %g a day with events, want none", p.DriftDay, p.DriftEvent)
	}
	if math.Abs(p.Interval-1.28) > 0.05 {
		t.Errorf("interval %g, want that of a normal distribution", p.Interval)
	}
}
