package tie

import "entente/calendar"

// Forecast is what was expected of a day's mean score, and what it was.
type Forecast struct {
	Day      calendar.Day `json:"day"`
	Scored   int          `json:"scored"` // events that the mean is of
	Mean     float64      `json:"mean"`   // of their scores
	Expected Estimate     `json:"expected"`
}

// expectation is the estimate of a mean score to come.
func (p *Parameters) expectation(t *tone, n int, more float64) Estimate {
	mean, variance := t.expect(p, n, more)
	e := normal(mean, variance*t.spread(p), lowest, highest)
	// Scores are neither continuous nor normal: what holds 80% is measured.
	e.Low, e.High = max(lowest, mean-p.Interval*e.SD), min(highest, mean+p.Interval*e.SD)
	return e
}

// Forecasts calls each for every day with scored events, with what was
// expected of it when all days up to ahead days earlier were known (1: until
// the day before) and the number of its events. Of the first day ties in
// general are expected.
func (p *Parameters) Forecasts(days []Day, ahead int, each func(Forecast)) {
	var t tone
	var last calendar.Day
	known := 0
	for i := range days {
		d := &days[i]
		if d.Scored == 0 {
			continue
		}
		for ; days[known].Day <= d.Day-calendar.Day(ahead); known++ {
			k := &days[known]
			if k.Scored == 0 {
				continue
			}
			t.wait(p, float64(k.Day-last))
			last = k.Day
			t.see(p, k.Scored, k.Mean())
		}
		each(Forecast{d.Day, d.Scored, d.Mean(), p.expectation(&t, d.Scored, float64(d.Day-last))})
	}
}
