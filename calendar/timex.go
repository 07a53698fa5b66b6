package calendar

import (
	"fmt"
	"strconv"
)

// Timex returns the TIMEX3 class and value that an annotator would give the
// expression: "DATE" "2015-04-16", "DURATION" "P5Y", "SET" "P1Y", "DATE"
// "PAST_REF". What the anchor leaves open is written with X. Both are empty for
// findings that TIMEX3 leaves out, such as periods of history.
func (e Expression) Timex(a Anchor) (class, value string) {
	if !e.isTimex() {
		return "", ""
	}
	p := e.from
	if e.role == placeSecond {
		p = e.second(a)
	}
	switch e.Kind {
	case Set:
		return "SET", p.setValue()
	case Duration:
		return "DURATION", p.durationValue()
	}
	if p.vague && (p.form == formPast || p.form == formNext) {
		return "DURATION", p.durationValue()
	}
	value = p.dateValue(a, e.tenseIn(a))
	if e.Kind == Time {
		return "TIME", value
	}
	return "DATE", value
}

// second is the later end of a range; without a year of its own it takes that of
// the earlier end, or the next one.
func (e Expression) second(a Anchor) pole {
	p := e.to
	if p.form != formDate || e.from.form != formDate || p.year != 0 || p.month == 0 {
		return p
	}
	if from, ok := e.from.interval(a, e.tenseIn(a)); ok && from.From.Year() > 0 {
		p.year = int32(from.From.Year())
		if p.month < e.from.month {
			p.year++
		}
	}
	return p
}

func (e Expression) isTimex() bool {
	switch e.from.form {
	case formPeriod:
		return false
	case formBygone, formComing:
		return !e.loose
	case formEvery:
		return !e.loose
	case formFeast:
		return feasts()[e.from.index].kind == kindFeast
	}
	return true
}

// dateValue writes dates and times.
func (p pole) dateValue(a Anchor, tense Tense) string {
	switch p.form {
	case formPresent:
		return "PRESENT_REF"
	case formBygone:
		return "PAST_REF"
	case formComing:
		return "FUTURE_REF"
	case formAgo, formLater:
		if p.vague && p.n < 0 {
			return "PAST_REF"
		}
		if p.vague {
			return "FUTURE_REF"
		}
	}
	whole := p
	whole.part = partNone
	at, ok := whole.place(a, tense)
	if !ok {
		return p.openValue()
	}
	return p.written(at) + p.clockValue()
}

// written gives the value of a placed pole in its unit.
func (p pole) written(at placed) string {
	year, month, day := at.From.Date()
	y := yearValue(year)
	switch at.grain {
	case unitWeek, unitFortnight:
		y, w := at.From.ISOWeek()
		return fmt.Sprintf("%s-W%02d", yearValue(y), w)
	case unitWeekend:
		y, w := at.From.ISOWeek()
		return fmt.Sprintf("%s-W%02d-WE", yearValue(y), w)
	case unitMonth:
		return fmt.Sprintf("%s-%02d", y, month)
	case unitQuarter:
		return fmt.Sprintf("%s-Q%d", y, (month+2)/3)
	case unitHalf:
		return fmt.Sprintf("%s-H%d", y, (month+5)/6)
	case unitSeason:
		if month == 12 {
			y = yearValue(year + 1)
		}
		return y + "-" + seasons[p.index%5]
	case unitYear:
		return y
	case unitDecade:
		return p.cut(year, at.To.Year(), 10, "%03d")
	case unitCentury:
		return p.cut(year, at.To.Year(), 100, "%02d")
	case unitMillennium:
		return p.cut(year, at.To.Year(), 1000, "%d")
	}
	return fmt.Sprintf("%s-%02d-%02d", y, month, day)
}

var seasons = [...]string{"", "WI", "SP", "SU", "FA"}

// cut writes the leading digits of a decade or century.
func (p pole) cut(from, to, length int, format string) string {
	if from < 0 {
		return "BC" + fmt.Sprintf(format, (1-to)/length)
	}
	return fmt.Sprintf(format, from/length)
}

// yearValue writes an astronomical year; TIMEX counts years before Christ as
// people do.
func yearValue(year int) string {
	if year <= 0 {
		return fmt.Sprintf("BC%04d", 1-year)
	}
	return fmt.Sprintf("%04d", year)
}

func (p pole) clockValue() string {
	switch p.clock {
	case clockNone:
		return ""
	case clockExact:
		minute := 0
		if p.minute > 0 {
			minute = int(p.minute) - 1
		}
		return fmt.Sprintf("T%02d:%02d", p.hour-1, minute)
	}
	return "T" + clocks[p.clock]
}

var clocks = [...]string{clockMorning: "MO", clockAfternoon: "AF", clockEvening: "EV", clockNight: "NI", clockDaytime: "DT"}

// openValue writes what could not be placed: XXXX is the notation of TIMEX3 for
// a year that the text does not tell.
func (p pole) openValue() string {
	switch p.form {
	case formDate:
		switch {
		case p.day != 0 && p.month != 0:
			return fmt.Sprintf("XXXX-%02d-%02d", p.month, p.day)
		case p.month != 0:
			return fmt.Sprintf("XXXX-%02d", p.month)
		}
	case formWeekday:
		return fmt.Sprintf("XXXX-WXX-%d", p.wday) + p.clockValue()
	case formQuarter:
		return fmt.Sprintf("XXXX-Q%d", p.index)
	case formHalf:
		return fmt.Sprintf("XXXX-H%d", p.index)
	case formSeason:
		return "XXXX-" + seasons[p.index%5]
	case formClock:
		return "XXXX-XX-XX" + p.clockValue()
	}
	switch p.grain() {
	case unitYear:
		return "XXXX"
	case unitMonth:
		return "XXXX-XX"
	case unitWeek, unitFortnight:
		return "XXXX-WXX"
	case unitWeekend:
		return "XXXX-WXX-WE"
	case unitQuarter:
		return "XXXX-QX"
	case unitDecade:
		return "XXX"
	case unitCentury, unitMillennium:
		return "XX"
	}
	return "XXXX-XX-XX" + p.clockValue()
}

// setValue writes recurrences: adverbs by what recurs ("daily" XXXX-XX-XX),
// "every two years" by the period.
func (p pole) setValue() string {
	if p.form != formEvery {
		return p.openValue()
	}
	if p.rel == relEvery && !p.half {
		switch p.unit {
		case unitHour:
			return "PT1H"
		}
		return p.openValue()
	}
	p.half = false // "twice a year" has the year as its period
	return p.durationValue()
}

// durationValue writes an amount: P5Y, PT30M, PXM, P2Y6M.
func (p pole) durationValue() string {
	letter, factor, small, clock := "", int32(1), "", false
	switch p.unit {
	case unitSecond:
		letter, clock = "S", true
	case unitMinute:
		letter, small, clock = "M", "30S", true
	case unitHour:
		letter, small, clock = "H", "30M", true
	case unitDay:
		letter, small = "D", "T12H"
	case unitWeekend:
		letter = "WE"
	case unitWeek:
		letter = "W"
	case unitFortnight:
		letter, factor = "W", 2
	case unitMonth:
		letter, small = "M", "15D"
	case unitQuarter:
		letter = "Q"
	case unitSeason:
		letter = "Y"
	case unitHalf:
		letter, factor = "M", 6
	case unitYear:
		letter, small = "Y", "6M"
	case unitDecade:
		letter = "DE"
		if p.half {
			p.n, letter, p.half = p.n*10+5, "Y", false
		}
	case unitCentury:
		letter = "CE"
		if p.half {
			p.n, letter, p.half = p.n*100+50, "Y", false
		}
	case unitMillennium:
		letter = "ML"
	default:
		return "PXX"
	}
	head := "P"
	if clock {
		head = "PT"
	}
	switch {
	case p.vague:
		return head + "X" + letter
	case p.half && p.n == 0:
		return head + small
	case p.half:
		return head + strconv.Itoa(int(p.n*factor)) + letter + small
	}
	return head + strconv.Itoa(int(p.n*factor)) + letter
}
