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
	length := yearsOf[p.unit]
	if length == 0 || p.vague {
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
	if e.Historical() {
		since.From = since.To // since the Cold War is since its end
	}
	if e.Precision() == PrecisionYear {
		return float64(a.Published.Year() - since.From.Year()), true
	}
	return float64(DayOf(a.Published)-since.From) / 365.25, true
}

// yearsOf is the length of each unit in years.
var yearsOf = [...]float64{
	unitSecond: 1 / (365.25 * 86400), unitMinute: 1 / (365.25 * 1440), unitHour: 1 / (365.25 * 24),
	unitDay: 1 / 365.25, unitWeekend: 2 / 365.25, unitWeek: 7 / 365.25, unitFortnight: 14 / 365.25,
	unitMonth: 1.0 / 12, unitQuarter: 0.25, unitHalf: 0.5, unitYear: 1, unitDecade: 10,
	unitCentury: 100, unitMillennium: 1000, unitPeriod: 0,
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
