package calendar

// pole is the normal form of one expression, before it is placed in time. Zero
// fields are those that the words leave open.
type pole struct {
	form   form
	unit   unit
	part   part
	rel    relation // of the unit itself: last, this, next
	yrel   relation // of its year: "July last year"
	clock  clock
	month  uint8 // 1–12
	day    uint8 // 1–31
	wday   uint8 // 1 Monday – 7 Sunday
	index  uint8 // number of the quarter, half, season or feast
	hour   uint8 // hour + 1
	minute uint8 // minute + 1
	half   bool  // half a unit more: "two and a half years"
	vague  bool  // "several", "few", or no number at all
	year   int32 // as written, negative before Christ; 0 is none
	n      int32 // units to shift by, or a count
}

// form says how a pole finds its place in time.
type form uint8

const (
	formNone    form = iota
	formDate         // year, month and day, as far as given
	formWeekday      // a weekday, perhaps "last" or "next"
	formShift        // a unit counted from the publication: "last week", "today"
	formFollow       // a unit counted from the reference: "the following day", "that year"
	formAgo          // a distance from the publication: "two days ago"
	formLater        // a distance from the reference: "two days later"
	formPast         // a span up to the publication: "the past three months"
	formNext         // a span from the publication: "the next two weeks", "within 30 days"
	formQuarter      // quarter of a year
	formHalf         // half of a year
	formSeason       // season of a year
	formDecade       // "the 1990s"
	formCentury      // "the nineteenth century"
	formFeast        // a holiday or diplomatic season
	formPeriod       // a period of history
	formPresent      // PRESENT_REF
	formBygone       // PAST_REF
	formComing       // FUTURE_REF
	formAmount       // a duration
	formEvery        // a set
	formClock        // a time of day without a date
	formNth          // a week or weekday of a month: "the second week of April"
	formOpening      // the first n units of something not named: "the first nine months"
)

// unit of time, from the finest to the coarsest.
type unit uint8

const (
	unitNone unit = iota
	unitSecond
	unitMinute
	unitHour
	unitDay
	unitWeekend
	unitWeek
	unitFortnight
	unitMonth
	unitSeason
	unitQuarter
	unitHalf
	unitYear
	unitDecade
	unitCentury
	unitMillennium
	unitPeriod // "period", "time": a unit whose length the words don't tell
)

// part of a unit.
type part uint8

const (
	partNone    part = iota
	partEarly        // "early May", "the beginning of May"
	partMiddle       // "mid-May"
	partLate         // "late May"
	partEnd          // "the end of May"
	partEarlier      // up to the publication or the reference
	partLater        // from there on
)

// relation of a unit to the one that holds the anchor.
type relation uint8

const (
	relNone relation = iota
	relLast
	relThis
	relNext
	relComing   // "this coming Sunday"
	relPrevious // before the reference
	relFollowing
	relSame
	relEvery
)

// clock is a part of the day, as TIMEX3 names them.
type clock uint8

const (
	clockNone clock = iota
	clockMorning
	clockAfternoon
	clockEvening
	clockNight
	clockDaytime
	clockExact // hour and minute are given
)

// bound is the preposition that makes an interval of an expression.
type bound uint8

const (
	boundNone   bound = iota
	boundSince        // from then on
	boundUntil        // up to then: "until", "till", "through", "by", "before"
	boundBefore       // "before"
	boundWithin       // "within", "in": from now, so long
	boundIn
)

// place of an expression in a range.
type place uint8

const (
	placeAlone place = iota
	placeFirst
	placeSecond
	placeWhole // one expression for both ends: "May 3-5"
)

// grain is the unit that the pole names.
func (p pole) grain() unit {
	switch p.form {
	case formDate:
		switch {
		case p.unit == unitWeek:
			return unitWeek // "the week of April 15"
		case p.day != 0:
			return unitDay
		case p.month != 0:
			return unitMonth
		}
		return unitYear
	case formNth:
		if p.wday == 0 {
			return unitWeek
		}
		return unitDay
	case formWeekday, formClock, formFeast:
		return unitDay
	case formQuarter:
		return unitQuarter
	case formHalf:
		return unitHalf
	case formSeason:
		return unitSeason
	case formDecade:
		return unitDecade
	case formCentury:
		return unitCentury
	}
	return p.unit
}
