package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"

	"entente/calendar"
	"entente/tie"
)

const (
	// penaltyLeast is how many events the ties have whose calendars are used.
	penaltyLeast = 100
	// A shift that is no lasting one fades by half in this many days.
	passing = 28.0
	// falseAlarms is how many change points a year are borne with in ties whose
	// shifts all pass.
	falseAlarms = 0.01
)

// fitPenalty looks for the least penalty, in steps of one, under which ties
// that nothing lasting happens to seldom break. Such ties are simulated: days
// with events and their numbers are those of real ties, the level drifts as
// the fitted model says but returns to its mean, half the way in four weeks,
// and noise is the model's.
func (t *ties) fitPenalty(p *tie.Parameters) {
	for p.BreakPenalty = 5; p.BreakPenalty < 100; p.BreakPenalty++ {
		// The same ties for each penalty.
		r := rand.New(rand.NewPCG(1, 2))
		breaks, years := 0, 0.0
		for _, days := range t.days {
			if events(days) < penaltyLeast {
				continue
			}
			breaks += len(p.Breaks(simulate(r, p, days)))
			years += float64(days[len(days)-1].Day-days[0].Day) / 365.25
		}
		fmt.Fprintf(os.Stderr, "%-10s %g: %d change points in %.0f years of ties without any\n", "penalty", p.BreakPenalty, breaks, years)
		if float64(breaks) <= falseAlarms*years {
			return
		}
	}
}

// simulate draws a tie that keeps returning to the tone of ties in general.
func simulate(r *rand.Rand, p *tie.Parameters, days []tie.Day) []tie.Day {
	out := make([]tie.Day, 0, len(days))
	level := 0.0
	var last calendar.Day
	for _, d := range days {
		if d.Scored == 0 {
			continue
		}
		if len(out) > 0 {
			gap := float64(d.Day - last)
			level = level*math.Exp2(-gap/passing) + math.Sqrt(p.DriftDay*gap+p.DriftEvent)*r.NormFloat64()
		}
		last = d.Day
		noise := p.NoiseDay + p.NoiseEvent/float64(d.Scored)
		if d.Scored == 1 {
			noise *= p.Lone
		}
		mean := p.PriorMean + level + math.Sqrt(noise)*r.NormFloat64()
		out = append(out, tie.Day{Day: d.Day, Events: d.Scored, Scored: d.Scored, Sum: mean * float64(d.Scored)})
	}
	return out
}
