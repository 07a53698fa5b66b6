package eval

import (
	"math"

	"gonum.org/v1/gonum/optimize"

	"entente/calendar"
	"entente/tie"
)

// goldsteinDay is the Goldstein values of all events of one day.
type goldsteinDay struct{ events, sum float64 }

// goldsteinDays adds up by the days that Dyad.Days gives.
func goldsteinDays(d *Dyad) []goldsteinDay {
	var out []goldsteinDay
	for i := range d.Events {
		if i == 0 || d.Events[i].Day != d.Events[i-1].Day {
			out = append(out, goldsteinDay{})
		}
		last := &out[len(out)-1]
		last.events++
		last.sum += d.Events[i].Goldstein
	}
	return out
}

// simpleWay is a way of foretelling that is simpler than a state of the tie.
// It is treated kindly: all that it has to choose is fitted to train.txt by
// likelihood, together with its variance, and it knows what ties in general
// are like.
type simpleWay struct {
	name   string
	starts []float64 // of its parameters, before the fit
	begin  func(x []float64, pooled float64) follower
}

// follower follows one tie.
type follower interface {
	see(d *tie.Day, g goldsteinDay)
	expect(known calendar.Day) float64 // with what happened up to that day
}

var simpleWays = []simpleWay{
	{"14-day Goldstein", []float64{2, 0.5, 2}, func(x []float64, pooled float64) follower {
		return &window{base: x[0], slope: x[1], long: longRun{weight: positive(x[2]), pooled: pooled}}
	}},
	{"exponential mean", []float64{5, 1}, func(x []float64, pooled float64) follower {
		return &exponential{halfLife: positive(x[0]), weight: positive(x[1]), pooled: pooled}
	}},
	{"long-run mean", []float64{1}, func(x []float64, pooled float64) follower {
		return &longRun{weight: positive(x[0]), pooled: pooled}
	}},
}

// positive keeps what a search tries positive.
func positive(x float64) float64 { return math.Exp(min(max(x, -20), 20)) }

// longRun is the mean of all events of the tie until now, pulled towards ties
// in general as if they were some events of its own.
type longRun struct{ weight, pooled, n, sum float64 }

func (l *longRun) see(d *tie.Day, _ goldsteinDay) {
	l.n += float64(d.Scored)
	l.sum += d.Sum
}

func (l *longRun) expect(calendar.Day) float64 {
	return (l.sum + l.weight*l.pooled) / (l.n + l.weight)
}

// exponential is the mean of all events, those of a half-life ago with half
// the weight, pulled towards ties in general in the same way.
type exponential struct {
	halfLife, weight, pooled, n, sum float64
	last                             calendar.Day
}

func (e *exponential) fade(to calendar.Day) float64 {
	return math.Exp2(-float64(to-e.last) / e.halfLife)
}

func (e *exponential) see(d *tie.Day, _ goldsteinDay) {
	keep := e.fade(d.Day)
	e.n = e.n*keep + float64(d.Scored)
	e.sum = e.sum*keep + d.Sum
	e.last = d.Day
}

func (e *exponential) expect(known calendar.Day) float64 {
	keep := e.fade(known)
	return (e.sum*keep + e.weight*e.pooled) / (e.n*keep + e.weight)
}

// window is what dashboards show: the mean Goldstein value of all events of
// the last 14 days, here with the straight line to PLOVER's score that fits
// best; where these had none, the long-run mean.
type window struct {
	base, slope float64
	long        longRun
	days        []calendar.Day
	values      []goldsteinDay
}

func (w *window) see(d *tie.Day, g goldsteinDay) {
	w.long.see(d, g)
	w.days = append(w.days, d.Day)
	w.values = append(w.values, g)
}

func (w *window) expect(known calendar.Day) float64 {
	var events, sum float64
	for i := len(w.days) - 1; i >= 0 && w.days[i] > known-14; i-- {
		events += w.values[i].events
		sum += w.values[i].sum
	}
	if events == 0 {
		return w.long.expect(known)
	}
	return w.base + w.slope*sum/events
}

// follow gives what the way expects of each case, ahead days before.
func (s *simpleWay) follow(x []float64, pooled float64, ties []toneTie, ahead int, out []float64) []float64 {
	out = out[:0]
	for i := range ties {
		f := s.begin(x, pooled)
		days, known := ties[i].days, 0
		for j := range days {
			for ; days[known].Day <= days[j].Day-calendar.Day(ahead); known++ {
				f.see(&days[known], ties[i].goldstein[known])
			}
			if days[j].Scored > 0 {
				out = append(out, f.expect(days[j].Day-calendar.Day(ahead)))
			}
		}
	}
	return out
}

// measure fits the way to train.txt, once with one variance for all days and
// once with one of the form a + b/n for a day of n events, and reports on
// valid.txt.
func (s *simpleWay) measure(ties []toneTie, cases []toneCase, ahead int) []ToneForecaster {
	pooled := pooledMean(cases)
	var rows []ToneForecaster
	for _, falling := range []bool{false, true} {
		starts := append([]float64(nil), s.starts...)
		starts = append(starts, 2)
		name := s.name
		if falling {
			starts = append(starts, 2)
			name += ", a+b/n"
		}
		split := len(s.starts)
		var means []float64
		loss := func(x []float64) float64 {
			means = s.follow(x[:split], pooled, ties, ahead, means)
			sum := 0.0
			for i := range cases {
				if c := &cases[i]; !c.valid {
					sum -= gaussianScore(c.mean-means[i], simpleVariance(x[split:], c.n))
				}
			}
			return sum / float64(len(cases))
		}
		best := starts
		if res, err := optimize.Minimize(optimize.Problem{Func: loss}, starts, &optimize.Settings{FuncEvaluations: 400}, &optimize.NelderMead{}); res != nil && err == nil {
			best = res.X
		}
		means = s.follow(best[:split], pooled, ties, ahead, means)
		sums := toneSums{ToneForecaster: ToneForecaster{Name: name}}
		for i := range cases {
			if c := &cases[i]; c.valid {
				variance := simpleVariance(best[split:], c.n)
				sums.add(c, means[i], variance, gaussian80*math.Sqrt(variance))
			}
		}
		rows = append(rows, sums.row())
	}
	return rows
}

// gaussian80 standard deviations on both sides hold 80% of a normal
// distribution.
const gaussian80 = 1.2815515655446004

func simpleVariance(x []float64, n int) float64 {
	v := positive(x[0])
	if len(x) > 1 {
		v += positive(x[1]) / float64(n)
	}
	return v
}

// pooledMean is the mean of the days of train.txt.
func pooledMean(cases []toneCase) float64 {
	sum, n := 0.0, 0.0
	for i := range cases {
		if !cases[i].valid {
			sum += cases[i].mean
			n++
		}
	}
	return sum / max(1, n)
}
