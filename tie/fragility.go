package tie

import (
	"math"

	"entente/calendar"
)

// Fragility asks whether the tone falls below its lowest of the last half
// year within a month.
const (
	fragilityPast  = 180
	fragilityAhead = 30
)

// overshoot is by how many standard deviations of a step a walk that is seen
// only at its steps reaches a bound later than one that is seen always:
// −ζ(½)/√(2π) (Broadie, Glasserman and Kou 1997).
const overshoot = 0.5825971579390107

// arrival is how often days with scored events come and how many they have.
type arrival struct{ days, hits, events float64 }

func newArrival(p *Parameters) arrival {
	return arrival{days: p.ArrivalDays, hits: p.ArrivalHits, events: p.ArrivalHits}
}

func (a *arrival) pass(p *Parameters, scored int) {
	a.days = a.days*p.ArrivalKeep + 1
	a.hits *= p.ArrivalKeep
	a.events *= p.ArrivalKeep
	if scored > 0 {
		a.hits++
		a.events += float64(scored)
	}
}

// fragility is the probability that the level, now gap above its lowest of
// late, falls below that within a month. The level moves on days with events
// only. The number of these is taken as Poisson: none leaves the level where
// it is; one moves it by a normal step; more are a walk, for which the
// reflection principle gives twice the probability of ending below the bound.
func (t *tone) fragility(p *Parameters, a *arrival, gap float64) float64 {
	if !t.begun {
		return 0
	}
	perDay := a.hits / a.days
	expected := fragilityAhead * perDay
	n := a.events / a.hits
	weighed := p.NoiseDay + p.NoiseEvent/n // as gains see it
	noise := weighed * (1 + (p.Lone-1)*max(0, 2-n))
	spread := t.spread(p)

	// The first step comes from where the tie is now, the others from where
	// gains and variances settle at this pace.
	wait := min(1/perDay, fragilityAhead/2.0)*p.DriftDay + p.DriftEvent
	w := t.weight + wait
	k := w / (w + weighed)
	first := spread * k * k * (t.variance + wait + noise)
	drift := p.DriftDay/perDay + p.DriftEvent
	w = (drift + math.Sqrt(drift*drift+4*drift*(p.NoiseDay+p.NoiseEvent))) / 2
	k = w / (w + weighed)
	keep := (1 - k) * (1 - k)
	settled := (keep*drift + k*k*noise) / (1 - keep)
	later := spread * k * k * (settled + drift + noise)

	none := math.Exp(-expected)
	one := expected * none
	several := 1 - none - one
	steps := 2.0
	if several > 1e-9 {
		steps = (expected - one) / several
	}
	all := math.Sqrt(first + (steps-1)*later)
	probability := several * min(1, 2*above(-gap-overshoot*all/math.Sqrt(steps), all))
	if one > 1e-6 {
		probability += one * above(-gap, math.Sqrt(first))
	}
	return p.calibrated(probability, expected)
}

// calibrated corrects a probability by what came of such in the past (Platt
// 1999), which depends on the days with events that are expected: steps are
// neither normal nor independent, days with events come in clumps.
func (p *Parameters) calibrated(probability, expected float64) float64 {
	probability = min(max(probability, 1e-9), 1-1e-9)
	logit := math.Log(probability / (1 - probability))
	return 1 / (1 + math.Exp(-p.FragilityShift-p.FragilitySlope*logit-p.FragilityPace*math.Log(expected)))
}

// lows keeps the smallest of the levels of the last days: those that no later
// one undercuts, oldest first, in a ring.
type lows struct {
	day   [fragilityPast + 1]int32
	level [fragilityPast + 1]float64
	first int
	n     int
}

// pass takes today's level and gives the lowest of the last days.
func (l *lows) pass(day int32, level float64) float64 {
	const size = fragilityPast + 1
	for l.n > 0 && l.day[l.first] <= day-fragilityPast {
		if l.first++; l.first == size {
			l.first = 0
		}
		l.n--
	}
	for l.n > 0 && l.level[(l.first+l.n-1)%size] >= level {
		l.n--
	}
	at := (l.first + l.n) % size
	l.day[at], l.level[at] = day, level
	l.n++
	return l.level[l.first]
}

// FragilityReading is a fragility as it was foretold, and what came of it. It
// is what calibration is measured and fitted by.
type FragilityReading struct {
	Day       calendar.Day
	Fragility float64
	Expected  float64 // days with events within 30 days
	Fell      bool    // the level fell below its lowest of 180 days within 30
}

// Fragilities reads the fragility of a tie every so many days; readings too
// near to the last day to know what came of them are left out.
func (p *Parameters) Fragilities(days []Day, last calendar.Day, every int, each func(FragilityReading)) {
	if len(days) == 0 {
		return
	}
	first := days[0].Day
	levels := make([]float64, 0, int(last-first)+1)
	var readings []FragilityReading
	var lowest []float64
	f := p.Filter()
	for i, day := 0, first; day <= last; day++ {
		if i < len(days) && days[i].Day == day {
			f.See(&days[i])
			i++
		} else {
			f.Wait(day)
		}
		levels = append(levels, f.tone.level)
		if f.tone.begun && int(day-first)%every == 0 && day+fragilityAhead <= last {
			fragility := f.tone.fragility(p, &f.arrival, f.tone.level-f.low)
			readings = append(readings, FragilityReading{day, fragility, fragilityAhead * f.arrival.hits / f.arrival.days, false})
			lowest = append(lowest, f.low)
		}
	}
	for i, r := range readings {
		at := int(r.Day - first)
		for _, level := range levels[at+1 : at+1+fragilityAhead] {
			r.Fell = r.Fell || level < lowest[i]
		}
		each(r)
	}
}
