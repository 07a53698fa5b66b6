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
	f := p.Filter()
	i := 0
	for ; i < len(days) && days[i].Day < from; i++ {
		f.See(&days[i])
	}
	f.Wait(from - 1)
	steps := make([]step, len(points))
	for at := range points {
		day := from + calendar.Day(at)
		if i < len(days) && days[i].Day == day {
			f.See(&days[i])
			steps[at].event = days[i].Scored > 0
			i++
		} else {
			f.Wait(day)
		}
		if !f.begun {
			points[at] = unknown(p, day)
			continue
		}
		f.read(&points[at])
		s := &steps[at]
		s.known, s.level, s.variance, s.weight, s.spread = f.tone.begun, f.tone.level, f.tone.variance, f.tone.weight, f.tone.spread(p)
	}
	p.smooth(points, steps)
	return points
}

// step is the filtered level of one day.
type step struct {
	level, variance, weight, spread float64
	known, event                    bool
}

// smooth fills in the view of history backwards (Rauch, Tung and Striebel
// 1965). Levels go by the variance that gains go by, so that they stay means
// of what was seen; intervals by the variance that they have.
func (p *Parameters) smooth(points []Point, steps []step) {
	last := len(steps) - 1
	if !steps[last].known {
		return
	}
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
		points[i].Smoothed = Estimate{Value: level, Low: max(lowest, level-z80*sd), High: min(highest, level+z80*sd), SD: sd}
	}
}
