package tie

import (
	"math"

	"entente/calendar"
)

// Point is the state of a tie on one day.
type Point struct {
	Day calendar.Day `json:"day"`
	// Known is false before the first scored event: the tone is anything then.
	Known bool `json:"known"`
	// Tone is today's view of the level, PLOVER's −10…+10, from what had
	// happened up to the day.
	Tone Estimate `json:"tone"`
	// Smoothed is the view of history, which also knows what came after. Of a
	// Point that Today or a Filter gives it is Tone.
	Smoothed Estimate `json:"smoothed"`
	// Contact is the natural logarithm of the recent rate of events over that
	// of the year that ends on the day: 0 as usual, 0.69 twice as much.
	Contact Estimate `json:"contact"`
	// ConflictShare is the part of conflict in the scored events, 0–1.
	ConflictShare Estimate `json:"conflict_share"`
	// The changes of these over the last 30 days, or since the beginning.
	ToneTrend     Estimate `json:"tone_trend"`
	ContactTrend  Estimate `json:"contact_trend"`
	ConflictTrend Estimate `json:"conflict_trend"`
	spread        float64  // variance of the tie in units of that of ties in general
	// Volatility is how far a single event lies from the level as a rule: the
	// standard deviation, in points of PLOVER's scale.
	Volatility float64 `json:"volatility"`
	// Lowest is the lowest level of the last 180 days, Fragility the
	// probability that the level falls below it within 30 days.
	Lowest    float64 `json:"lowest"`
	Fragility float64 `json:"fragility"`
	// Cooperation and Conflict for themselves: a tie can have much of both.
	Cooperation Side `json:"cooperation"`
	Conflict    Side `json:"conflict"`
}

// Point reads the state on the last day that the filter has taken in.
func (f *Filter) Point() Point {
	var at Point
	f.read(&at)
	return at
}

func (f *Filter) read(at *Point) {
	p, t := f.p, &f.tone
	at.Day = f.day
	at.Known = t.begun
	at.Tone = t.estimate(p)
	at.Smoothed = at.Tone
	at.ConflictShare = f.share.estimate()
	f.contact.ratio(p)
	at.Contact = normal(f.contact.log, f.contact.spread, math.Inf(-1), math.Inf(1))
	f.trends(at)
	at.spread = t.spread(p)
	at.Volatility = math.Sqrt(t.spread(p) * (p.NoiseDay + p.NoiseEvent))
	if t.begun {
		at.Lowest = f.low
		at.Fragility = t.fragility(p, &f.arrival, t.level-f.low)
	}
	at.Cooperation = f.sides[0].reading(p)
	at.Conflict = f.sides[1].reading(p)
}

// trends compares with the state 30 days ago. Errors of the two states are
// correlated as far as the older lives on in the newer: with a part D of it,
// the variance of the difference is P + P' − 2·D·P'.
func (f *Filter) trends(at *Point) {
	elapsed := int(f.day - f.pastFirst)
	if elapsed == 0 {
		return
	}
	b := &f.past[max(0, elapsed-trendDays)%trendDays]
	t := &f.tone
	if b.hasTone {
		v := t.spread(f.p)*t.variance + b.variance*(1-2*remains(b.stay, t.stay))
		at.ToneTrend = normal(t.level-b.level, max(0, v), lowest-highest, highest-lowest)
	}
	s := &f.share
	v := s.mean*(1-s.mean)/(s.weight+1) + b.shareVariance*(1-2*remains(b.shareStay, s.stay))
	at.ConflictTrend = normal(s.mean-b.share, max(0, v), -1, 1)
	keep := f.contactKeep
	if elapsed < trendDays {
		keep = math.Pow(f.p.ContactKeep, float64(elapsed))
	}
	b.contact.ratio(f.p)
	now, then := &f.contact, &b.contact
	v = now.recentSpread + then.recentSpread*(1-2*keep*then.days/now.days)
	at.ContactTrend = normal(now.log-then.log, max(0, v), math.Inf(-1), math.Inf(1))
}

// remains is the part of an estimate that lives on in a later one, from the
// sums of the logarithms of what each step left of it.
func remains(then, now float64) float64 {
	if then == now {
		return 1
	}
	return math.Exp(now - then)
}

// Today gives the state of a tie on a day, from what had happened up to then,
// without its history. It allocates nothing.
func (p *Parameters) Today(days []Day, on calendar.Day) Point {
	f := p.Filter()
	return f.Today(days, on)
}

// Today lets the filter begin anew, follow the days up to on, and read it.
func (f *Filter) Today(days []Day, on calendar.Day) Point {
	f.Reset()
	for i := range days {
		if days[i].Day > on {
			break
		}
		f.See(&days[i])
	}
	if !f.begun {
		return unknown(f.p, on)
	}
	f.Wait(on)
	return f.Point()
}

// unknown is the state of a tie of which nothing has been heard.
func unknown(p *Parameters, on calendar.Day) Point {
	var t tone
	s := newShare(p)
	tone := t.estimate(p)
	return Point{Day: on, Tone: tone, Smoothed: tone, ConflictShare: s.estimate(), Volatility: math.Sqrt(p.NoiseDay + p.NoiseEvent)}
}
