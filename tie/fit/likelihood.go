package main

import (
	"fmt"
	"math"
	"os"
	"slices"

	"gonum.org/v1/gonum/optimize"

	"entente/tie"
)

// free is a parameter that a search may move, and the scale on which it does.
type free struct {
	value *float64
	scale scale
}

// scale turns a parameter into a number without limits, and back.
type scale struct{ to, from func(float64) float64 }

var (
	plain    = scale{func(x float64) float64 { return x }, func(x float64) float64 { return x }}
	positive = scale{math.Log, func(x float64) float64 { return math.Exp(min(max(x, -12), 12)) }}
	fraction = scale{
		func(x float64) float64 { return math.Log(x / (1 - x)) },
		func(x float64) float64 { return 1 / (1 + math.Exp(-min(max(x, -16), 16))) },
	}
	// aboveOne is for ratios of variance over mean.
	aboveOne = scale{func(x float64) float64 { return math.Log(x - 1) }, func(x float64) float64 { return 1 + math.Exp(min(max(x, -12), 12)) }}
)

// maximize moves the parameters to where score is largest.
func maximize(what string, params []free, evaluations int, score func() float64) {
	set := func(x []float64) {
		for i, f := range params {
			*f.value = f.scale.from(x[i])
		}
	}
	x := make([]float64, len(params))
	for i, f := range params {
		x[i] = f.scale.to(*f.value)
	}
	problem := optimize.Problem{Func: func(x []float64) float64 {
		set(x)
		return -score()
	}}
	// The simplex begins anew where it ended: it may have collapsed early.
	for range 2 {
		res, err := optimize.Minimize(problem, x, &optimize.Settings{FuncEvaluations: evaluations}, &optimize.NelderMead{})
		if res == nil {
			panic(fmt.Sprintf("fit: %s: %v", what, err))
		}
		x = res.X
	}
	set(x)
	fmt.Fprintf(os.Stderr, "%-10s log likelihood %.1f\n", what, score())
}

// fitTone fits level, noise and spread by the density of each day's mean, then
// the width of the interval by how many of these it holds.
func (t *ties) fitTone(p *tie.Parameters) {
	params := []free{
		{&p.DriftDay, positive}, {&p.DriftEvent, positive},
		{&p.NoiseDay, positive}, {&p.NoiseEvent, positive}, {&p.Lone, positive},
		{&p.PriorMean, plain}, {&p.PriorVariance, positive},
		{&p.SpreadPrior, positive}, {&p.SpreadMemory, positive},
	}
	maximize("tone", params, 1200, func() float64 {
		sum := 0.0
		for _, days := range t.days {
			p.Forecasts(days, 1, func(f tie.Forecast) {
				variance := f.Expected.SD * f.Expected.SD
				e := f.Mean - f.Expected.Value
				sum -= 0.5 * (math.Log(2*math.Pi*variance) + e*e/variance)
			})
		}
		return sum
	})
	var distances []float64
	for _, days := range t.days {
		p.Forecasts(days, 1, func(f tie.Forecast) {
			distances = append(distances, math.Abs(f.Mean-f.Expected.Value)/f.Expected.SD)
		})
	}
	slices.Sort(distances)
	p.Interval = distances[len(distances)*8/10]
}

func (t *ties) fitShare(p *tie.Parameters) {
	params := []free{{&p.ShareKeep, fraction}, {&p.ShareKeepEvent, fraction}, {&p.SharePrior, fraction}, {&p.ShareWeight, positive}, {&p.ShareAlike, fraction}}
	maximize("share", params, 300, func() float64 {
		sum := 0.0
		for _, days := range t.days {
			sum += p.ShareScore(days)
		}
		return sum
	})
}

// contactLeast is from how many events on a tie's contact is worth fitting to:
// of the others only long silences are known.
const contactLeast = 50

// fitContact leaves the memory of contact as it is: what recent means is a
// matter of meaning. By likelihood, tomorrow's events would be foretold by
// yesterday's, and the coming month's by the whole year.
func (t *ties) fitContact(p *tie.Parameters) {
	params := []free{{&p.ContactPrior, positive}, {&p.ContactClump, aboveOne}, {&p.ContactClumpRate, positive}}
	maximize("contact", params, 300, func() float64 {
		sum := 0.0
		for _, days := range t.days {
			if events(days) >= contactLeast {
				sum += p.ContactScore(days, t.last)
			}
		}
		return sum
	})
}

func events(days []tie.Day) int {
	n := 0
	for i := range days {
		n += days[i].Events
	}
	return n
}

func (t *ties) fitArrival(p *tie.Parameters) {
	params := []free{{&p.ArrivalKeep, fraction}, {&p.ArrivalHits, positive}, {&p.ArrivalDays, positive}}
	maximize("arrival", params, 150, func() float64 {
		sum := 0.0
		for _, days := range t.days {
			sum += p.ArrivalScore(days, t.last)
		}
		return sum
	})
}

// fragilityEvery is how many days lie between two readings of a tie.
const fragilityEvery = 10

// fitFragility regresses what happened on the logit of what was foretold.
// Readings weigh by the days with events that are expected: otherwise thousands
// of ties that are silent for years would decide for those in the news.
func (t *ties) fitFragility(p *tie.Parameters) {
	p.FragilityShift, p.FragilitySlope, p.FragilityPace = 0, 1, 0
	type reading struct {
		logit, pace float64
		fell        bool
	}
	var readings []reading
	for _, days := range t.days {
		p.Fragilities(days, t.last, fragilityEvery, func(f tie.FragilityReading) {
			readings = append(readings, reading{math.Log(f.Fragility / (1 - f.Fragility)), math.Log(f.Expected), f.Fell})
		})
	}
	maximize("fragility", []free{{&p.FragilityShift, plain}, {&p.FragilitySlope, positive}, {&p.FragilityPace, plain}}, 200, func() float64 {
		sum := 0.0
		for _, r := range readings {
			z := p.FragilityShift + p.FragilitySlope*r.logit + p.FragilityPace*r.pace
			if !r.fell {
				z = -z
			}
			sum -= math.Exp(r.pace) * math.Log1p(math.Exp(-z))
		}
		return sum
	})
}
