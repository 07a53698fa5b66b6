package calendar

import "time"

// Kind is the TIMEX3 class of an expression.
type Kind uint8

// The four classes of TIMEX3.
const (
	Date     Kind = iota // a day or longer: "Thursday", "last month", "1998"
	Time                 // a part of a day: "5 p.m.", "Thursday night"
	Duration             // an amount of time: "five years"
	Set                  // a recurrence: "every year", "twice a month"
)

// Tense of the verb that governs an expression.
type Tense uint8

// Unknown lets the expression's own surroundings decide.
const (
	Unknown Tense = iota
	Past
	Present
	Future
)

// Anchor is what an expression is resolved against.
type Anchor struct {
	// Published is the publication time in its own zone; the day is taken
	// there. Zero means unknown: then only absolute dates resolve.
	Published time.Time
	// Reference is the interval last spoken of, for "the same day", "two days
	// later", "the following week", "that year". Nil where there is none.
	Reference *Interval
	// Tense is that of the governing verb.
	Tense Tense
	// Narrative marks a text that tells of a past time in order: dates without
	// a year go with Reference instead of with the publication.
	Narrative bool

	// quarter is the quarter last spoken of, which reports of firms go on
	// comparing with "a year earlier". Kept by Follow.
	quarter *Interval
}

// Expression is one time expression found in a text. Its extent leaves out the
// preposition: in "since 1998" it is "1998".
type Expression struct {
	Start, End int // bytes in the text, half-open
	Kind       Kind

	from  pole  // what the words say
	to    pole  // the other end of a range ("from May 3 to 5"), if isRange
	role  place // which end of the range this expression is
	bound bound // the preposition before it, where it opens an interval
	tense Tense // what the words around suggest
	gap   bool
	loose bool // too loose for TIMEX3: "soon", "previously", "annual"
}

// Precision is the unit of the calendar in which an expression speaks.
type Precision uint8

// From the finest to the coarsest; PrecisionNone is for "recently" and "now".
const (
	PrecisionNone Precision = iota
	PrecisionTime
	PrecisionDay
	PrecisionWeekend
	PrecisionWeek
	PrecisionMonth
	PrecisionSeason
	PrecisionQuarter
	PrecisionHalf
	PrecisionYear
	PrecisionDecade
	PrecisionCentury
	PrecisionPeriod // a named period of history
)

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

// Gap says whether the expression measures the time since something last
// happened: "for the first time in four years", "the first since 1998".
func (e Expression) Gap() bool { return e.gap }

// Since says whether the expression opens an interval that lasts until the
// publication ("since Monday").
func (e Expression) Since() bool { return e.bound == boundSince }

// Historical says whether the expression names a period of history ("World War
// II", "the Cold War"): background, hardly ever the date of news.
func (e Expression) Historical() bool { return e.from.form == formPeriod }

// Precision returns the unit in which the expression speaks.
func (e Expression) Precision() Precision {
	switch e.from.form {
	case formPresent, formBygone, formComing:
		return PrecisionNone
	case formPeriod:
		return PrecisionPeriod
	}
	if e.Kind == Time {
		return PrecisionTime
	}
	return precisions[e.from.grain()]
}

var precisions = [...]Precision{
	unitNone: PrecisionNone, unitSecond: PrecisionTime, unitMinute: PrecisionTime, unitHour: PrecisionTime,
	unitDay: PrecisionDay, unitWeekend: PrecisionWeekend, unitWeek: PrecisionWeek, unitFortnight: PrecisionWeek,
	unitMonth: PrecisionMonth, unitSeason: PrecisionSeason, unitQuarter: PrecisionQuarter, unitHalf: PrecisionHalf,
	unitYear: PrecisionYear, unitDecade: PrecisionDecade, unitCentury: PrecisionCentury,
	unitMillennium: PrecisionCentury, unitPeriod: PrecisionNone,
}

// grain is the unit that the pole names.
func (p pole) grain() unit {
	switch p.form {
	case formDate:
		switch {
		case p.day != 0:
			return unitDay
		case p.month != 0:
			return unitMonth
		}
		return unitYear
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

// Years returns the length of a duration in years: "five years" is 5, "six
// months" 0.5, "a decade" 10. It is false for expressions without a length of
// their own and for vague ones ("several years").
func (e Expression) Years() (float64, bool) {
	p := e.from
	switch p.form {
	case formAmount, formPast, formNext, formOpening:
	case formAgo, formLater:
		p.n = max(p.n, -p.n)
	default:
		return 0, false
	}
	length, ok := yearsOf[p.unit]
	if !ok || p.vague {
		return 0, false
	}
	count := float64(p.n)
	if p.half {
		count += 0.5
	}
	return count * length, true
}

// YearsAt returns the length in years of a duration, or, for "since 1998" and
// other dates, the time from there to the publication. Whole years are counted
// where the expression speaks in years.
func (e Expression) YearsAt(a Anchor) (float64, bool) {
	if y, ok := e.Years(); ok {
		return y, true
	}
	if a.Published.IsZero() {
		return 0, false
	}
	since, ok := e.from.interval(a, e.tenseIn(a))
	if !ok || since.From > DayOf(a.Published) {
		return 0, false
	}
	if e.Precision() == PrecisionYear {
		return float64(a.Published.Year() - since.From.Year()), true
	}
	return float64(DayOf(a.Published)-since.From) / 365.25, true
}

// yearsOf is the length of each unit in years.
var yearsOf = map[unit]float64{
	unitSecond: 1 / (365.25 * 86400), unitMinute: 1 / (365.25 * 1440), unitHour: 1 / (365.25 * 24),
	unitDay: 1 / 365.25, unitWeekend: 2 / 365.25, unitWeek: 7 / 365.25, unitFortnight: 14 / 365.25,
	unitMonth: 1.0 / 12, unitQuarter: 0.25, unitHalf: 0.5, unitYear: 1, unitDecade: 10,
	unitCentury: 100, unitMillennium: 1000,
}

// Cadence returns how often a set recurs: "annual", "biannual" (twice a year),
// "biennial", "quarterly", "monthly", "biweekly", "weekly", "daily", "hourly";
// "" for everything else.
func (e Expression) Cadence() string {
	if e.Kind != Set {
		return ""
	}
	p := e.from
	switch {
	case p.form == formWeekday:
		return "weekly"
	case p.form == formDate || p.form == formSeason || p.form == formQuarter || p.form == formFeast:
		return "annual"
	case p.form == formClock:
		return "daily"
	case p.half && p.unit == unitYear:
		return "biannual"
	case p.n > 1:
		return severalCadence(p.unit, int(p.n))
	}
	return cadences[p.unit]
}

func severalCadence(u unit, n int) string {
	switch {
	case u == unitYear && n == 2:
		return "biennial"
	case u == unitMonth && n == 3:
		return "quarterly"
	case u == unitMonth && n == 6:
		return "biannual"
	case u == unitWeek && n == 2:
		return "biweekly"
	}
	return ""
}

var cadences = map[unit]string{
	unitHour: "hourly", unitDay: "daily", unitWeek: "weekly", unitWeekend: "weekly",
	unitFortnight: "biweekly", unitMonth: "monthly", unitQuarter: "quarterly", unitHalf: "biannual",
	unitYear: "annual", unitSeason: "annual", unitDecade: "",
}
