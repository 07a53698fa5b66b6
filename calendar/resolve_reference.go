package calendar

import "time"

// placeShift is a unit counted from the publication.
func (p pole) placeShift(today Day) placed {
	if p.unit == unitWeekend {
		return placed{weekendFrom(today, int(p.n)), p.unit}
	}
	return placed{around(today, p.unit, int(p.n)), p.unit}
}

// weekendFrom counts weekends: the last one is the latest that is over, the next
// one the earliest to begin.
func weekendFrom(today Day, n int) Interval {
	this := around(today, unitWeekend, 0)
	switch {
	case n < 0 && this.To < today, n > 0 && this.From > today:
		return this
	}
	return around(today, unitWeekend, n)
}

// placeAgo is a distance from the publication. Where a quarter was spoken of, as
// in reports of firms, "a year ago" means that quarter a year before.
func (p pole) placeAgo(a Anchor, today Day) (placed, bool) {
	if p.vague {
		return placed{}, false
	}
	if p.unit == unitYear && p.n == -1 && a.quarter != nil {
		return placed{around(a.quarter.From, unitQuarter, -4), unitQuarter}, true
	}
	if p.unit == unitQuarter {
		if a.quarter != nil {
			today = a.quarter.From
		}
		return placed{around(today, unitQuarter, int(p.n)), unitQuarter}, true
	}
	return distant(today, p.unit, int(p.n)), true
}

// distant is the unit that lies n units from a day. Decades and centuries are
// counted in years: "a decade ago" is a year, not a decade.
func distant(from Day, u unit, n int) placed {
	grain := min(u, unitYear)
	return placed{around(shift(from, u, n), grain, 0), grain}
}

// placeAtReference is a unit or a distance counted from the interval last spoken of.
func (p pole) placeAtReference(a Anchor) (placed, bool) {
	if p.vague {
		return placed{}, false
	}
	ref, known := p.reference(a)
	if !known {
		return placed{}, false
	}
	if p.form == formLater {
		if p.unit == unitYear && p.n == -1 && a.quarter != nil {
			return placed{around(a.quarter.From, unitQuarter, -4), unitQuarter}, true
		}
		from := ref.From
		if p.n > 0 && p.unit == unitDay {
			from = ref.To
		}
		return distant(from, p.unit, int(p.n)), true
	}
	if p.unit == unitQuarter && p.rel == relThis {
		if a.quarter != nil {
			return placed{*a.quarter, unitQuarter}, true
		}
		return placed{around(ref.From, unitQuarter, -1), unitQuarter}, true
	}
	if p.unit == unitWeekend && p.rel == relThis {
		if ref.From == ref.To {
			return placed{weekendFrom(ref.From, -1), unitWeekend}, true
		}
	}
	from := ref.From
	if p.n > 0 {
		from = ref.To
	}
	if p.unit == unitDay && p.n == 0 && p.clock == clockNone && p.part == partNone {
		return placed{ref, unitDay}, ref.From == ref.To
	}
	return placed{around(from, p.unit, int(p.n)), p.unit}, true
}

// reference chooses what a pole counts from. A unit with the bare article ("the
// year") goes with the publication, unless the text tells a story of the past or
// the last thing spoken of was such a unit; "a year earlier" falls back to it.
func (p pole) reference(a Anchor) (Interval, bool) {
	published := !a.Published.IsZero()
	today := Interval{}
	if published {
		today = Interval{DayOf(a.Published), DayOf(a.Published)}
	}
	if p.form == formFollow && p.rel == relThis && published && !a.Narrative {
		if a.Reference == nil {
			return today, true
		}
		switch {
		case p.unit == unitDay && a.Reference.From == a.Reference.To:
		default:
			return today, true
		}
	}
	if a.Reference != nil && p.fits(*a.Reference) {
		return *a.Reference, true
	}
	if a.Narrative && a.Reference != nil {
		return Interval{}, false
	}
	return today, published && (p.form == formLater && p.n < 0 || p.rel == relThis || p.rel == relNext)
}

// fits says whether an interval is short enough to count from: "two days later"
// than "1994" is no day at all.
func (p pole) fits(ref Interval) bool {
	switch p.unit {
	case unitSecond, unitMinute, unitHour, unitDay:
		return p.n == 0 || ref.Days() <= 4
	case unitWeek, unitWeekend, unitFortnight:
		return ref.Days() <= 14
	case unitMonth, unitSeason, unitQuarter, unitHalf:
		return ref.Days() <= 186
	}
	return true
}

// Follow makes the interval of e, if it has one, the one last spoken of.
func (a *Anchor) Follow(e Expression) {
	switch e.from.form {
	case formPast, formNext, formPeriod, formDecade, formCentury:
		return
	case formAgo, formLater:
		if e.from.unit == unitYear && e.from.n == -1 {
			return // a comparison: the text goes on with what it compares
		}
	case formOpening, formAmount:
		if e.from.unit == unitMonth && e.from.n >= 6 {
			a.quarter = nil
		}
	}
	if e.Kind == Duration {
		return
	}
	own := e
	own.bound, own.gap = boundNone, false
	if iv, ok := own.Resolve(*a); ok {
		a.Reference = &iv
		switch {
		case e.from.form == formQuarter, e.from.form == formShift && e.from.unit == unitQuarter:
			a.quarter = &iv
		case e.from.form == formFollow && e.from.unit == unitYear:
			a.quarter = nil
		}
	}
}

// IsNarrative says whether the expressions of a text tell of a time long before
// its publication, one event after the other, as histories do. There dates
// without a year go with the one before them.
func IsNarrative(found []Expression, published time.Time) bool {
	if published.IsZero() {
		return true
	}
	old, deictic := 0, 0
	for _, e := range found {
		switch e.from.form {
		case formWeekday, formShift:
			deictic++
		case formDate:
			if e.from.year != 0 && int(e.from.year) < published.Year()-1 {
				old++
			}
		}
	}
	return old > 3+2*deictic
}
