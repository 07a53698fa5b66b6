package tie

import (
	"math"

	"entente/calendar"
)

// What makes a turn of contact.
const (
	week        = 7
	turnWeeks   = 8  // least length of a stretch between turns
	turnPenalty = 40 // by how much a turn must lower the deviance
	turnRatio   = 2  // least factor between the rates before and after
)

// Turn is a change point of contact: a day from which on the two had more, or
// less, to do with each other for months.
type Turn struct {
	Day     calendar.Day      `json:"day"`
	Between calendar.Interval `json:"between"` // where it lies with a probability of about 80%
	Before  float64           `json:"before"`  // events in 30 days, of the stretch before
	After   float64           `json:"after"`   // of that after
	Ratio   Estimate          `json:"ratio"`   // natural logarithm of After over Before
	From    calendar.Day      `json:"from"`    // first day of the stretch before
	To      calendar.Day      `json:"to"`      // last day of that after
}

// Turns gives the change points of contact up to a day, oldest first: the
// division of the weeks into stretches of one rate each that costs least
// (optimal partitioning: Jackson and others 2005), the cost being the deviance
// of Poisson counts over their clumping, as the tie shows it within months. A
// tie that is seldom in the news has turns of contact where it has no change
// points of tone.
func (p *Parameters) Turns(days []Day, until calendar.Day) []Turn {
	w := weeksOf(days, until)
	if w == nil {
		return nil
	}
	cuts := w.partition()
	turns := make([]Turn, 0, len(cuts))
	for i, cut := range cuts {
		from, to := around(cuts, i, w.len())
		turns = append(turns, w.describe(from, cut, to))
	}
	return turns
}

// around gives the ends of the two stretches that cut i divides, of n in all.
func around(cuts []int, i, n int) (from, to int) {
	to = n
	if i > 0 {
		from = cuts[i-1]
	}
	if i+1 < len(cuts) {
		to = cuts[i+1]
	}
	return from, to
}

// weeks are counts of events by week, as sums up to each.
type weeks struct {
	first calendar.Day
	until calendar.Day
	days  []Day     // those up to until
	sum   []float64 // one longer than there are weeks
	clump float64   // variance of a week's count over that of a Poisson count
}

// weeksOf counts from the first event on; the last week may be short of days,
// which are too few to matter in a stretch of months. Nil where there are too
// few weeks for a turn.
func weeksOf(days []Day, until calendar.Day) *weeks {
	for len(days) > 0 && days[len(days)-1].Day > until {
		days = days[:len(days)-1]
	}
	if len(days) == 0 {
		return nil
	}
	w := &weeks{first: days[0].Day, until: until, days: days}
	n := int(until-w.first)/week + 1
	if n < 2*turnWeeks {
		return nil
	}
	counts := make([]float64, n)
	for i := range days {
		counts[int(days[i].Day-w.first)/week] += float64(days[i].Events)
	}
	w.sum = make([]float64, n+1)
	for i, c := range counts {
		w.sum[i+1] = w.sum[i] + c
	}
	w.clump = clumping(counts)
	return w
}

// clumping is the variance of counts about the mean of their eight weeks over
// that mean, averaged over all; never less than that of Poisson counts.
func clumping(counts []float64) float64 {
	var squares, expected float64
	for from := 0; from+turnWeeks <= len(counts); from += turnWeeks {
		var sum, sumSquares float64
		for _, c := range counts[from : from+turnWeeks] {
			sum += c
			sumSquares += c * c
		}
		mean := sum / turnWeeks
		squares += (sumSquares - turnWeeks*mean*mean) / (turnWeeks - 1)
		expected += mean
	}
	if expected == 0 {
		return 1
	}
	return max(1, squares/expected)
}

func (w *weeks) len() int { return len(w.sum) - 1 }

// cost is twice the negative log likelihood of the weeks' counts at their own
// rate, without what does not depend on the rate, over the clumping.
func (w *weeks) cost(from, to int) float64 {
	n := w.sum[to] - w.sum[from]
	if n == 0 {
		return 0
	}
	return -2 * n * (math.Log(n/float64(to-from)) - 1) / w.clump
}

// partition gives the first weeks of the second and further stretches. A cut
// between rates that differ too little is no turn.
func (w *weeks) partition() []int {
	n := w.len()
	best := make([]float64, n+1)
	previous := make([]int, n+1)
	best[0] = -turnPenalty
	for to := 1; to <= n; to++ {
		best[to] = math.Inf(1)
		for from := 0; from+turnWeeks <= to; from++ {
			if c := best[from] + w.cost(from, to) + turnPenalty; c < best[to] {
				best[to], previous[to] = c, from
			}
		}
	}
	var cuts []int
	for at := previous[n]; at > 0; at = previous[at] {
		cuts = append([]int{at}, cuts...)
	}
	return w.marked(cuts)
}

// marked drops cuts between like rates, the least first, until none is left.
func (w *weeks) marked(cuts []int) []int {
	for {
		least, at := math.Log(turnRatio), -1
		for i, cut := range cuts {
			from, to := around(cuts, i, w.len())
			if d := math.Abs(w.ratio(from, cut, to).Value); d < least {
				least, at = d, i
			}
		}
		if at < 0 {
			return cuts
		}
		cuts = append(cuts[:at:at], cuts[at+1:]...)
	}
}

// ratio is the logarithm of the rate after the cut over that before, with half
// an event added to both.
func (w *weeks) ratio(from, cut, to int) Estimate {
	a, b := w.sum[cut]-w.sum[from]+0.5, w.sum[to]-w.sum[cut]+0.5
	return normal(math.Log(b/float64(to-cut))-math.Log(a/float64(cut-from)), w.clump*(1/a+1/b), math.Inf(-1), math.Inf(1))
}

func (w *weeks) describe(from, cut, to int) Turn {
	perMonth := func(from, to int) float64 { return (w.sum[to] - w.sum[from]) / float64(week*(to-from)) * 30 }
	t := Turn{Before: perMonth(from, cut), After: perMonth(cut, to), Ratio: w.ratio(from, cut, to),
		Day:  w.first + calendar.Day(week*cut),
		From: w.first + calendar.Day(week*from), To: min(w.until, w.first+calendar.Day(week*to)-1)}
	if t.After > t.Before {
		t.Day = w.firstEvent(t.Day)
	}
	// By the profile likelihood, as of change points of the tone.
	least := w.cost(from, cut) + w.cost(cut, to)
	likely := func(i int) bool { return w.cost(from, i)+w.cost(i, to) <= least+z80*z80 }
	first, last := cut, cut
	for first-1 > from && likely(first-1) {
		first--
	}
	for last+1 < to && likely(last+1) {
		last++
	}
	t.Between = calendar.Interval{From: w.first + calendar.Day(week*first), To: min(w.until, w.first+calendar.Day(week*last)+week-1)}
	return t
}

// firstEvent is the day of the first event from a day on: a rise begins with
// an event, not with a Monday.
func (w *weeks) firstEvent(from calendar.Day) calendar.Day {
	for i := range w.days {
		if w.days[i].Day >= from {
			return w.days[i].Day
		}
	}
	return from
}
