package calendar

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

// placeNth finds the n-th week or weekday of a month; index 0 is the last one.
// Weeks are counted as people do, in sevens from the first of the month.
func (p pole) placeNth(a Anchor, tense Tense) (placed, bool) {
	month := pole{form: formDate, month: p.month, year: p.year, yrel: p.yrel, rel: p.rel}
	if p.month == 0 {
		month = pole{form: formShift, unit: unitMonth, n: p.n}
	}
	at, ok := month.placeWhole(a, tense)
	if !ok {
		return placed{}, false
	}
	if p.wday != 0 {
		n := int(p.index)
		if n == 0 {
			n = -1
		}
		year, m, _ := at.From.Date()
		d := nthWeekday(year, int(m), n, int(p.wday))
		return placed{Interval{d, d}, unitDay}, at.Contains(d)
	}
	from := at.From + Day(7*(int(p.index)-1))
	if p.index == 0 {
		from = at.To - 6
	}
	return placed{Interval{from, min(from+6, at.To)}, unitWeek}, at.Contains(from)
}

// placeDate completes a date of which a part is left open.
func (p pole) placeDate(a Anchor, tense Tense) (placed, bool) {
	if p.unit == unitWeek {
		p.unit = unitNone
		at, ok := p.placeDate(a, tense)
		return placed{around(at.From, unitWeek, 0), unitWeek}, ok
	}
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
	if p.wday != 0 && p.day != 0 && p.year == 0 {
		// "Friday, April 24" is in a year where it was a Friday, if one is near
		fitting := func(year int) (placed, bool) {
			at, ok := in(year)
			return at, ok && weekdayNumber(at.From) == int(p.wday)
		}
		if at, ok := p.completed(a, tense, fitting); ok {
			return at, true
		}
	}
	return p.completed(a, tense, in)
}

// completed finds the year of something that comes every year.
func (p pole) completed(a Anchor, tense Tense, in func(year int) (placed, bool)) (placed, bool) {
	if p.year != 0 {
		return in(astronomical(p.year))
	}
	deictic := p.yrel != relNone && p.yrel != relSame || p.rel == relLast || p.rel == relThis || p.rel == relNext || p.rel == relComing
	if a.Reference != nil && !deictic && (p.yrel == relSame || p.rel == relFollowing || p.rel == relPrevious || a.Narrative) {
		return p.completedInStory(*a.Reference, in)
	}
	if a.Published.IsZero() {
		return placed{}, false
	}
	if p.yrel != relNone && p.yrel != relSame {
		return in(DayOf(a.Published).Year() + int(relationShift(p.yrel)))
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
	for y := year - reachOfYears; y <= year+reachOfYears; y++ {
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

// reachOfYears bounds the search for the year of a date: 29 February comes every
// fourth year, a date on its weekday after eleven at most, but no text that
// leaves the year out goes back so far.
const reachOfYears = 4

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
