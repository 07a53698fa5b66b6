package tie

import (
	"math"

	"entente/calendar"
)

// A lasting shift: shorter ones are news, not a new state.
const (
	breakDays         = 28 // least length of a stretch between change points
	breakObservations = 8  // least number of its days with scored events
)

// Break is a change point of the tone: a day from which on it was another one
// for weeks at least.
type Break struct {
	Day     calendar.Day      `json:"day"`     // the first day with scored events of the new stretch
	Between calendar.Interval `json:"between"` // where the change lies with a probability of about 80%
	// Mean tone of the stretch before and of that after, and their difference.
	Before Estimate `json:"before"`
	After  Estimate `json:"after"`
	Change Estimate `json:"change"`
	// First and last day of the two stretches, and their days with scored events.
	From       calendar.Day `json:"from"`
	To         calendar.Day `json:"to"`
	DaysBefore int          `json:"days_before"`
	DaysAfter  int          `json:"days_after"`
	Saved      float64      `json:"saved"` // by how much the break lowers the squared standardised errors
}

// Stretch is a time between change points.
type Stretch struct {
	From calendar.Day `json:"from"`
	To   calendar.Day `json:"to"`   // its first and last day with scored events
	Days int          `json:"days"` // days with scored events
	Tone Estimate     `json:"tone"` // its mean
}

// Breaks gives the change points of the tone, oldest first: the division of
// the history into stretches of constant tone that costs least, each further
// stretch costing a penalty (optimal partitioning with pruning: Killick,
// Fearnhead and Eckley 2012). Days count by their precision. The penalty is
// such that ties that only drift, simulated from the fitted model, seldom
// break; docs/ties.md says how seldom.
func (p *Parameters) Breaks(days []Day) []Break {
	breaks, _ := p.Divide(days)
	return breaks
}

// Stretches gives the times between the change points, oldest first.
func (p *Parameters) Stretches(days []Day) []Stretch {
	_, stretches := p.Divide(days)
	return stretches
}

// Divide gives both, for the cost of one.
func (p *Parameters) Divide(days []Day) (breaks []Break, stretches []Stretch) {
	s := p.observations(days)
	cuts := s.partition(p.BreakPenalty)
	breaks = make([]Break, 0, len(cuts))
	from := 0
	for i, cut := range append(cuts, len(s.day)) {
		if cut > from {
			stretches = append(stretches, Stretch{s.day[from], s.day[cut-1], cut - from, s.estimate(from, cut)})
		}
		if i < len(cuts) {
			to := len(s.day)
			if i+1 < len(cuts) {
				to = cuts[i+1]
			}
			breaks = append(breaks, s.describe(from, cut, to))
		}
		from = cut
	}
	return breaks, stretches
}

// observations are the days with scored events as sums up to each, so that
// the cost of any stretch is a difference.
type observations struct {
	day                    []calendar.Day
	weight, first, squares []float64 // sums of w, w·y, w·y²; one longer than day
}

// observations weighs the days by the noise of their means, in units of the
// spread that the tie showed over its whole history.
func (p *Parameters) observations(days []Day) *observations {
	s := &observations{weight: []float64{0}, first: []float64{0}, squares: []float64{0}}
	spread := p.meanSpread(days)
	for i := range days {
		d := &days[i]
		if d.Scored == 0 {
			continue
		}
		w, y, n := 1/(spread*p.noise(d.Scored)), d.Mean(), len(s.day)
		s.day = append(s.day, d.Day)
		s.weight = append(s.weight, s.weight[n]+w)
		s.first = append(s.first, s.first[n]+w*y)
		s.squares = append(s.squares, s.squares[n]+w*y*y)
	}
	return s
}

// meanSpread is the tie's spread over all its days, none forgotten.
func (p *Parameters) meanSpread(days []Day) float64 {
	var t tone
	var last calendar.Day
	squares, seen := p.SpreadPrior, p.SpreadPrior
	for i := range days {
		d := &days[i]
		if d.Scored == 0 {
			continue
		}
		t.wait(p, float64(d.Day-last))
		last = d.Day
		expected, variance := t.expect(p, d.Scored, 0)
		e := d.Mean() - expected
		squares += e * e / variance
		seen++
		t.see(p, d.Scored, d.Mean())
	}
	return squares / seen
}

// cost is the sum of squared standardised distances from the mean.
func (s *observations) cost(from, to int) float64 {
	w, y := s.weight[to]-s.weight[from], s.first[to]-s.first[from]
	return max(0, s.squares[to]-s.squares[from]-y*y/w)
}

func (s *observations) estimate(from, to int) Estimate {
	w, y := s.weight[to]-s.weight[from], s.first[to]-s.first[from]
	return normal(y/w, 1/w, lowest, highest)
}

// allowed tells whether a stretch is long enough.
func (s *observations) allowed(from, to int) bool {
	return to-from >= breakObservations && s.day[to-1]-s.day[from] >= breakDays-1
}

// partition gives the first observations of the second and further stretches
// of the division that costs least.
func (s *observations) partition(penalty float64) []int {
	n := len(s.day)
	best := make([]float64, n+1) // least cost of the first i observations
	previous := make([]int, n+1)
	starts := []int{0} // where the last stretch may begin
	best[0] = -penalty
	for to := 1; to <= n; to++ {
		best[to] = math.Inf(1)
		for _, from := range starts {
			if !s.allowed(from, to) {
				continue
			}
			if c := best[from] + s.cost(from, to) + penalty; c < best[to] {
				best[to], previous[to] = c, from
			}
		}
		// A start that costs more than the best even without a penalty for a
		// further break can never win again; one that is too young to be
		// allowed is kept.
		kept := starts[:0]
		for _, from := range starts {
			if !s.allowed(from, to) || best[from]+s.cost(from, to) <= best[to] {
				kept = append(kept, from)
			}
		}
		starts = kept
		if !math.IsInf(best[to], 1) {
			starts = append(starts, to)
		}
	}
	if math.IsInf(best[n], 1) {
		return nil // too short a history for even one stretch
	}
	var cuts []int
	for at := previous[n]; at > 0; at = previous[at] {
		cuts = append(cuts, at)
	}
	for i, j := 0, len(cuts)-1; i < j; i, j = i+1, j-1 {
		cuts[i], cuts[j] = cuts[j], cuts[i]
	}
	return cuts
}

// describe gives the break at cut between the stretches from–cut and cut–to.
func (s *observations) describe(from, cut, to int) Break {
	before, after := s.estimate(from, cut), s.estimate(cut, to)
	b := Break{
		Day: s.day[cut], Before: before, After: after,
		Change: normal(after.Value-before.Value, before.SD*before.SD+after.SD*after.SD, lowest-highest, highest-lowest),
		From:   s.day[from], To: s.day[to-1], DaysBefore: cut - from, DaysAfter: to - cut,
		Saved: s.cost(from, to) - s.cost(from, cut) - s.cost(cut, to),
	}
	// By the profile likelihood: moving the break there costs less than the
	// 80% point of χ² with one degree of freedom.
	const likely = z80 * z80
	least := s.cost(from, cut) + s.cost(cut, to)
	first, last := cut, cut
	for i := cut - 1; i > from && s.cost(from, i)+s.cost(i, to) <= least+likely; i-- {
		first = i
	}
	for i := cut + 1; i < to && s.cost(from, i)+s.cost(i, to) <= least+likely; i++ {
		last = i
	}
	// The change comes after the last day of the old stretch.
	b.Between = calendar.Interval{From: s.day[first-1] + 1, To: s.day[last]}
	return b
}
