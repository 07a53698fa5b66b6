package tie

import (
	"math"

	"entente/calendar"
)

// Series gives the state of a tie for every day of the interval from–to, days
// without events included. What happened before from is taken in, what
// happened after to is not.
func (p *Parameters) Series(days []Day, from, to calendar.Day) []Point {
	if to < from {
		return nil
	}
	points := make([]Point, int(to-from)+1)
	steps := p.follow(days, from, to, func(at int, f *Filter) {
		if f.begun {
			f.read(&points[at])
		} else {
			points[at] = unknown(p, from+calendar.Day(at))
		}
	})
	p.smooth(steps, func(at int, tone Estimate) { points[at].Smoothed = tone })
	return points
}

// Tone is the level of a tie on one day: as it was seen on the day, and as it
// is seen by who knows what came after.
type Tone struct {
	Filtered Estimate `json:"filtered"`
	Smoothed Estimate `json:"smoothed"`
}

// Tones is Series for the tone alone, at a fraction of the cost.
func (p *Parameters) Tones(days []Day, from, to calendar.Day) []Tone {
	if to < from {
		return nil
	}
	tones := make([]Tone, int(to-from)+1)
	steps := p.follow(days, from, to, func(at int, f *Filter) {
		e := f.tone.estimate(p)
		tones[at] = Tone{e, e}
	})
	p.smooth(steps, func(at int, tone Estimate) { tones[at].Smoothed = tone })
	return tones
}

// step is the filtered level of one day.
type step struct {
	level, variance, weight, spread float64
	known, event                    bool
}

// follow filters up to the last day and lets each day of the interval be read.
func (p *Parameters) follow(days []Day, from, to calendar.Day, read func(at int, f *Filter)) []step {
	f := p.Filter()
	i := 0
	for ; i < len(days) && days[i].Day < from; i++ {
		f.See(&days[i])
	}
	f.Wait(from - 1)
	steps := make([]step, int(to-from)+1)
	for at := range steps {
		s, day := &steps[at], from+calendar.Day(at)
		if i < len(days) && days[i].Day == day {
			f.See(&days[i])
			s.event = days[i].Scored > 0
			i++
		} else {
			f.Wait(day)
		}
		t := &f.tone
		s.known, s.level, s.variance, s.weight, s.spread = t.begun, t.level, t.variance, t.weight, t.spread(p)
		read(at, &f)
	}
	return steps
}

// smooth gives the view of history, from the last day but one backwards
// (Rauch, Tung and Striebel 1965). Levels go by the variance that gains go by,
// so that they stay means of what was seen; intervals by the variance that
// they have.
func (p *Parameters) smooth(steps []step, each func(at int, tone Estimate)) {
	last := len(steps) - 1
	level, variance := steps[last].level, steps[last].variance
	for i := last - 1; i >= 0 && steps[i].known; i-- {
		s := &steps[i]
		drift := p.DriftDay
		if steps[i+1].event {
			drift += p.DriftEvent
		}
		c := s.weight / (s.weight + drift)
		level = s.level + c*(level-s.level)
		c = s.variance / (s.variance + drift)
		variance = s.variance + c*c*(variance-s.variance-drift)
		sd := math.Sqrt(s.spread * variance)
		each(i, Estimate{Value: level, Low: max(lowest, level-z80*sd), High: min(highest, level+z80*sd), SD: sd})
	}
}
