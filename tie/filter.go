package tie

import (
	"math"

	"entente/calendar"
)

// trendDays is how far back a trend looks.
const trendDays = 30

// Filter follows one tie from day to day: [Filter.See] and [Filter.Wait] move
// it, [Filter.Point] reads it. It is a value without pointers to memory of its
// own, so that a ranking over thousands of ties can use one again and again.
type Filter struct {
	p           *Parameters
	begun       bool
	day         calendar.Day // the last one that is taken in
	tone        tone
	share       share
	contact     contact
	arrival     arrival
	sides       [2]side // cooperation, conflict
	lows        lows
	low         float64
	past        [trendDays]before // ring by day
	pastFirst   calendar.Day
	contactKeep float64 // what is left of contacts after trendDays
}

// before is what a trend needs of a former day.
type before struct {
	hasTone                         bool
	level, variance, stay           float64
	share, shareVariance, shareStay float64
	contact                         contactState
}

// Filter makes a filter that has seen nothing.
func (p *Parameters) Filter() Filter {
	return Filter{p: p, share: newShare(p), arrival: newArrival(p), contactKeep: math.Pow(p.ContactKeep, trendDays)}
}

// Reset lets the filter begin anew with another tie.
func (f *Filter) Reset() { *f = f.p.Filter() }

// See takes a day with events in, after the days without any that lie between
// it and the last one. Days must come in order; an earlier or the same day is
// left out and false comes back.
func (f *Filter) See(d *Day) bool {
	if f.begun && d.Day <= f.day {
		return false
	}
	if f.begun {
		f.Wait(d.Day - 1)
	}
	f.pass(d.Day, d)
	return true
}

// Wait lets the days up to and including to pass without events. Before the
// first day with events it does nothing.
func (f *Filter) Wait(to calendar.Day) {
	if !f.begun {
		return
	}
	nothing := Day{}
	for f.day < to {
		f.pass(f.day+1, &nothing)
	}
}

func (f *Filter) pass(day calendar.Day, d *Day) {
	if f.begun {
		f.remember()
		f.tone.wait(f.p, 1)
		f.share.wait(f.p)
	} else {
		f.begun = true
		f.pastFirst = day
	}
	f.day = day
	f.sides[0].wait(f.p)
	f.sides[1].wait(f.p)
	f.contact.pass(f.p, d.Events)
	f.arrival.pass(f.p, d.Scored)
	if d.Scored > 0 {
		f.tone.see(f.p, d.Scored, d.Mean())
		f.share.see(f.p, d.Scored, d.Conflict)
		f.sides[0].see(f.p, d.Scored-d.Conflict, d.Sum-d.ConflictSum)
		f.sides[1].see(f.p, d.Conflict, d.ConflictSum)
	}
	if f.tone.begun {
		f.low = f.lows.pass(int32(day), f.tone.level)
	}
}

// Expect tells what to expect of the mean score of n events that come some
// days after the last day taken in, 1 being the next. The level and what ties
// in general are like enter by their precision, so that a tie that has long
// been silent is expected to be ordinary; its published level stays.
func (f *Filter) Expect(n, days int) Estimate {
	return f.p.expectation(&f.tone, n, float64(days))
}

// remember stores what trends of the coming days compare with.
func (f *Filter) remember() {
	b := &f.past[int(f.day-f.pastFirst)%trendDays]
	t := &f.tone
	b.hasTone = t.begun
	b.level, b.variance, b.stay = t.level, t.spread(f.p)*t.variance, t.stay
	s := &f.share
	b.share, b.shareVariance, b.shareStay = s.mean, s.mean*(1-s.mean)/(s.weight+1), s.stay
	b.contact = f.contact.contactState
}
