package calendar

import "time"

// Resolve places the expression in time. It is false for durations, sets and
// vague references, for what measures a gap, and where the anchor doesn't tell
// enough. "The past three months" and "within 30 days" lie at the publication
// and do resolve.
func (e Expression) Resolve(a Anchor) (Interval, bool) {
	if e.Kind == Set || e.gap {
		return Interval{}, false
	}
	tense := e.tenseIn(a)
	from, to := e.from, e.to
	p, ok := from.place(a, tense)
	if !ok && e.bound == boundIn && e.from.form == formAmount && tense == Future && !e.from.vague {
		from.form = formNext
		p, ok = from.place(a, tense)
	}
	if !ok {
		return Interval{}, false
	}
	iv := p.Interval
	if e.role != placeAlone {
		return spanned(iv, to, a, tense)
	}
	return e.bounded(iv, a)
}

// tenseIn prefers what the caller knows to what the surroundings suggest.
func (e Expression) tenseIn(a Anchor) Tense {
	if a.Tense != Unknown && e.bound != boundSince {
		return a.Tense
	}
	return e.tense
}

// sharedYear lets the ends of a range share the year that one of them has.
func sharedYear(from, to pole) (pole, pole) {
	if from.form == formDate && to.form == formDate {
		switch {
		case from.year == 0 && to.year != 0 && from.month != 0 && from.month <= to.month:
			from.year = to.year
		case to.year == 0 && from.year != 0 && to.month >= from.month:
			to.year = from.year
		case from.day != 0 && to.day != 0 && to.month == 0:
			to.month, to.year = from.month, from.year
		}
	}
	return from, to
}

// spanned closes a range; a second end that falls before the first belongs to
// the next week or year.
func spanned(iv Interval, to pole, a Anchor, tense Tense) (Interval, bool) {
	second, ok := to.place(a, tense)
	if !ok {
		return iv, true
	}
	if second.To < iv.From {
		switch {
		case to.form == formWeekday:
			second.To += 7
		case to.year == 0 && to.month != 0:
			second.To = shift(second.To, unitYear, 1)
		default:
			second.To = iv.To
		}
	}
	return Interval{iv.From, max(iv.From, second.To)}, true
}

// bounded applies "since", "until" and "before".
func (e Expression) bounded(iv Interval, a Anchor) (Interval, bool) {
	if a.Published.IsZero() {
		return iv, e.bound != boundBefore
	}
	today := DayOf(a.Published)
	switch e.bound {
	case boundSince:
		if iv.From <= today {
			iv.To = today
		}
	case boundUntil:
		if iv.To > today {
			iv.From = today
		}
	case boundBefore:
		if iv.To <= today {
			return Interval{}, false
		}
		iv.From = today
	}
	return iv, true
}

// placed is an interval with the unit in which it was said.
type placed struct {
	Interval
	grain unit
}

// interval is the place of a pole without its grain.
func (p pole) interval(a Anchor, tense Tense) (Interval, bool) {
	at, ok := p.place(a, tense)
	return at.Interval, ok
}

// place puts a pole in time; ok is false where the words or the anchor leave it open.
func (p pole) place(a Anchor, tense Tense) (placed, bool) {
	at, ok := p.placeWhole(a, tense)
	if ok && p.part != partNone {
		at.Interval = p.part.of(at.Interval, a)
	}
	return at, ok
}

func (p pole) placeWhole(a Anchor, tense Tense) (placed, bool) {
	switch p.form {
	case formDate:
		return p.placeDate(a, tense)
	case formQuarter, formHalf, formSeason:
		return p.placeFraction(a, tense)
	case formDecade:
		return placed{years(decadeStart(p.year), 10), unitDecade}, true
	case formCentury:
		return placed{years(centuryStart(p.year), 100), unitCentury}, true
	case formPeriod:
		return placed{feasts()[p.index].dates[0], unitPeriod}, true
	case formFeast:
		return p.placeFeast(a, tense)
	case formFollow, formLater:
		return p.placeAtReference(a)
	case formOpening:
		if p.year == 0 || p.vague {
			return placed{}, false
		}
		first := DayOn(astronomical(p.year), 1, 1)
		return placed{Interval{first, shift(first, p.unit, int(p.n)) - 1}, p.unit}, true
	}
	if a.Published.IsZero() {
		return placed{}, false
	}
	today := DayOf(a.Published)
	switch p.form {
	case formWeekday:
		return p.placeWeekday(a, tense)
	case formShift:
		return p.placeShift(today), true
	case formAgo:
		return p.placeAgo(a, today)
	case formPast:
		return placed{Interval{shift(today, p.unit, -int(p.n)), today}, p.unit}, true
	case formNext:
		return placed{Interval{today, shift(today, p.unit, int(p.n))}, p.unit}, true
	case formClock:
		if a.Reference != nil && a.Reference.From == a.Reference.To {
			today = a.Reference.From
		}
		return placed{Interval{today, today}, unitDay}, true
	}
	return placed{}, false
}

// astronomical turns a year as written into one with a year 0.
func astronomical(year int32) int {
	if year < 0 {
		return int(year) + 1
	}
	return int(year)
}

func decadeStart(year int32) int {
	if year < 0 {
		return int(year) - 8 // the 470s BC are 479 to 470, astronomically -478 to -469
	}
	return int(year)
}

func centuryStart(number int32) int {
	if number < 0 {
		return int(number)*100 + 1
	}
	return int(number-1) * 100
}

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
	if a.Reference != nil {
		return *a.Reference, true
	}
	return today, published && (p.form == formLater && p.n < 0 || p.rel == relThis || p.rel == relNext)
}

// placeWeekday finds the day that a weekday means.
func (p pole) placeWeekday(a Anchor, tense Tense) (placed, bool) {
	today := DayOf(a.Published)
	wday := Day(p.wday - 1)
	day := func(d Day) (placed, bool) { return placed{Interval{d, d}, unitDay}, true }
	switch p.yrel { // "Monday of last week"
	case relLast:
		return day(today.monday() - 7 + wday)
	case relThis:
		return day(today.monday() + wday)
	case relNext:
		return day(today.monday() + 7 + wday)
	}
	ref := today
	if a.Reference != nil {
		ref = a.Reference.From
	}
	switch p.rel {
	case relLast:
		return day(latest(today-1, p.wday))
	case relNext, relComing:
		return day(latest(today+7, p.wday))
	case relThis:
		return day(today.monday() + wday)
	case relPrevious:
		return day(latest(ref-1, p.wday))
	case relFollowing:
		return day(latest(ref+7, p.wday))
	case relSame:
		return day(ref.monday() + wday)
	}
	if a.Narrative && a.Reference != nil {
		return day(latest(ref+6, p.wday))
	}
	if tense == Future {
		return day(latest(today+6, p.wday))
	}
	return day(latest(today, p.wday))
}

// latest returns the last such weekday that is not after d.
func latest(d Day, wday uint8) Day {
	return d - Day(floorMod(weekdayNumber(d)-int(wday), 7))
}

// placeDate completes a date of which a part is left open.
func (p pole) placeDate(a Anchor, tense Tense) (placed, bool) {
	if p.month == 0 && p.day != 0 {
		// "the 16th of last month"
		if a.Published.IsZero() {
			return placed{}, false
		}
		month := around(DayOf(a.Published), unitMonth, int(relationShift(p.rel)))
		d := month.From + Day(p.day) - 1
		return placed{Interval{d, d}, unitDay}, d <= month.To
	}
	if p.month == 0 {
		return placed{years(astronomical(p.year), 1), unitYear}, p.year != 0
	}
	in := func(year int) (placed, bool) {
		month := months(year, int(p.month), 1)
		if p.day == 0 {
			return placed{month, unitMonth}, true
		}
		d := month.From + Day(p.day) - 1
		return placed{Interval{d, d}, unitDay}, d <= month.To
	}
	return p.completed(a, tense, in)
}

// completed finds the year of something that comes every year.
func (p pole) completed(a Anchor, tense Tense, in func(year int) (placed, bool)) (placed, bool) {
	if p.year != 0 {
		return in(astronomical(p.year))
	}
	if p.yrel != relNone && p.yrel != relSame && !a.Published.IsZero() {
		return in(DayOf(a.Published).Year() + int(relationShift(p.yrel)))
	}
	if (p.yrel == relSame || p.rel == relFollowing || p.rel == relPrevious || a.Narrative || a.Published.IsZero()) && a.Reference != nil {
		return p.completedInStory(*a.Reference, in)
	}
	if a.Published.IsZero() {
		return placed{}, false
	}
	today := DayOf(a.Published)
	year := today.Year()
	if at, ok := in(year); ok && p.rel == relThis {
		return at, true
	}
	return p.chosen(today, year, tense, a.Tense, in)
}

// completedInStory goes with the reference; what would lie most of a year before
// it comes after it.
func (p pole) completedInStory(ref Interval, in func(year int) (placed, bool)) (placed, bool) {
	year := ref.From.Year()
	at, ok := in(year)
	switch {
	case p.rel == relFollowing && ok && at.From <= ref.To, p.rel != relPrevious && ok && ref.From-at.To > 240 && ref.Days() < 300:
		return in(year + 1)
	case p.rel == relPrevious && ok && at.To >= ref.From:
		return in(year - 1)
	}
	return at, ok
}

// chosen decides between the occurrence behind and the one ahead.
func (p pole) chosen(today Day, year int, tense, told Tense, in func(year int) (placed, bool)) (placed, bool) {
	var behind, ahead placed
	hasBehind, hasAhead := false, false
	for y := year - 4; y <= year+4; y++ {
		at, ok := in(y)
		switch {
		case !ok:
		case at.From <= today && (p.rel != relLast || at.To < today):
			behind, hasBehind = at, true
		case at.From > today && !hasAhead && (p.rel == relNone || p.rel == relNext || p.rel == relComing):
			ahead, hasAhead = at, true
		}
	}
	switch {
	case !hasBehind || !hasAhead:
		if hasBehind {
			return behind, true
		}
		return ahead, hasAhead
	case p.rel == relLast:
		return behind, true
	case p.rel == relNext || p.rel == relComing:
		return ahead, true
	case tense == Past || behind.To >= today || p.form == formQuarter && tense != Future:
		return behind, true
	case told == Future, tense == Future && (p.form != formQuarter || int(ahead.From-today) < 4*int(today-behind.To)):
		return ahead, true
	case int(ahead.From-today)*aheadBias < int(today-behind.To):
		return ahead, true
	}
	return behind, true
}

// aheadBias is how many times nearer the date ahead must be than the one behind
// where no verb decides. News mostly looks back, but what lies two months ahead
// is hardly ever the same date ten months ago.
const aheadBias = 2

// placeFraction completes a quarter, half or season.
func (p pole) placeFraction(a Anchor, tense Tense) (placed, bool) {
	in := func(year int) (placed, bool) {
		switch p.form {
		case formQuarter:
			return placed{months(year, int(p.index)*3-2, 3), unitQuarter}, true
		case formHalf:
			return placed{months(year, int(p.index)*6-5, 6), unitHalf}, true
		}
		return placed{months(year, int(p.index)*3-3, 3), unitSeason}, true
	}
	return p.completed(a, tense, in)
}

// placeFeast completes a holiday.
func (p pole) placeFeast(a Anchor, tense Tense) (placed, bool) {
	f := &feasts()[p.index]
	return p.completed(a, tense, func(year int) (placed, bool) {
		iv, ok := f.in(year)
		return placed{iv, unitDay}, ok
	})
}

// of narrows an interval to a part of it.
func (p part) of(iv Interval, a Anchor) Interval {
	third := Day(iv.Days() / 3)
	switch p {
	case partEarly:
		iv.To = max(iv.From, iv.From+third-1)
	case partMiddle:
		iv = Interval{iv.From + third, iv.To - third}
	case partLate, partEnd:
		iv.From = min(iv.To, iv.To-third+1)
	case partEarlier, partLater:
		return p.beside(iv, a)
	}
	return iv
}

// beside cuts an interval at the publication, or at the reference where the
// publication lies outside: "earlier this week", "later that year".
func (p part) beside(iv Interval, a Anchor) Interval {
	at := iv
	switch {
	case !a.Published.IsZero() && iv.Contains(DayOf(a.Published)):
		at = Interval{DayOf(a.Published), DayOf(a.Published)}
	case a.Reference != nil && iv.Contains(a.Reference.From) && iv.Contains(a.Reference.To):
		at = *a.Reference
	default:
		return iv
	}
	if p == partEarlier {
		iv.To = max(iv.From, at.From-1)
	} else {
		iv.From = at.From
	}
	return iv
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
