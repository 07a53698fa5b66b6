package calendar

import (
	"fmt"
	"time"
)

// Day counts days since 1970-01-01 in the proleptic Gregorian calendar.
type Day int32

// DayOn returns the day of a year (astronomical: 0 is 1 BC), month and day of
// the month. Days outside the month roll over, as in [time.Date].
func DayOn(year int, month time.Month, day int) Day {
	// Days-from-civil of Howard Hinnant: years begin on 1 March, so that the
	// leap day is the last one.
	m := int(month) - 1
	y := year + floorDiv(m, 12)
	m = floorMod(m, 12) + 1
	if m <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yearOfEra := y - era*400
	shifted := m - 3
	if m <= 2 {
		shifted = m + 9
	}
	dayOfYear := (153*shifted+2)/5 + day - 1
	dayOfEra := yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear
	return Day(era*146097 + dayOfEra - 719468)
}

// DayOf returns the day on which t falls in t's own zone.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	return DayOn(y, m, d)
}

// Date returns the astronomical year, the month and the day of the month.
func (d Day) Date() (year int, month time.Month, day int) {
	z := int(d) + 719468
	era := floorDiv(z, 146097)
	dayOfEra := z - era*146097
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/146096) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	shifted := (5*dayOfYear + 2) / 153
	day = dayOfYear - (153*shifted+2)/5 + 1
	m := shifted + 3
	year = yearOfEra + era*400
	if m > 12 {
		m -= 12
		year++
	}
	return year, time.Month(m), day
}

// Year returns the astronomical year of the day.
func (d Day) Year() int {
	y, _, _ := d.Date()
	return y
}

// Weekday returns the day of the week.
func (d Day) Weekday() time.Weekday {
	return time.Weekday(floorMod(int(d)+4, 7))
}

// ISOWeek returns the year and number of the ISO 8601 week of the day.
func (d Day) ISOWeek() (year, week int) {
	thursday := d.monday() + 3
	year = thursday.Year()
	return year, int(thursday-DayOn(year, time.January, 1))/7 + 1
}

// String returns the day as "2006-01-02"; years before 1 get a minus sign.
func (d Day) String() string {
	y, m, day := d.Date()
	if y < 0 {
		return fmt.Sprintf("-%04d-%02d-%02d", -y, m, day)
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, day)
}

// monday returns the Monday of the day's week.
func (d Day) monday() Day {
	return d - Day(floorMod(int(d)+3, 7))
}

// Interval is a closed interval of days; From is never after To.
type Interval struct {
	From Day `json:"from"`
	To   Day `json:"to"`
}

// Contains says whether the day lies in the interval.
func (i Interval) Contains(d Day) bool { return i.From <= d && d <= i.To }

// Days returns the number of days in the interval, both ends counted.
func (i Interval) Days() int { return int(i.To-i.From) + 1 }

// String returns "2015-04-13..2015-04-16", or the day alone where it is one.
func (i Interval) String() string {
	if i.From == i.To {
		return i.From.String()
	}
	return i.From.String() + ".." + i.To.String()
}

// around returns the unit of time (day, ISO week, month, quarter, half, year,
// decade, century) that lies n units after the one that holds d.
func around(d Day, u unit, n int) Interval {
	y, m, _ := d.Date()
	switch u {
	case unitWeek:
		from := d.monday() + Day(7*n)
		return Interval{from, from + 6}
	case unitFortnight:
		from := d.monday() + Day(14*n)
		return Interval{from, from + 13}
	case unitWeekend:
		// The weekend belongs to the ISO week that it closes.
		from := d.monday() + 5 + Day(7*n)
		return Interval{from, from + 1}
	case unitMonth:
		return months(y, int(m)+n, 1)
	case unitQuarter:
		return months(y, (int(m)-1)/3*3+1+3*n, 3)
	case unitHalf:
		return months(y, (int(m)-1)/6*6+1+6*n, 6)
	case unitYear:
		return years(y+n, 1)
	case unitDecade:
		return years(floorDiv(y, 10)*10+10*n, 10)
	case unitCentury:
		return years(floorDiv(y, 100)*100+100*n, 100)
	case unitMillennium:
		return years(floorDiv(y, 1000)*1000+1000*n, 1000)
	}
	return Interval{d + Day(n), d + Day(n)}
}

// months returns count whole months from the month on; month may lie outside 1..12.
func months(year, month, count int) Interval {
	return Interval{DayOn(year, time.Month(month), 1), DayOn(year, time.Month(month+count), 1) - 1}
}

// years returns count whole years.
func years(year, count int) Interval {
	return Interval{DayOn(year, 1, 1), DayOn(year+count, 1, 1) - 1}
}

// shift moves a day by n units. Months keep the day where the target month has
// it and otherwise end with the month ("a month after 31 January").
func shift(d Day, u unit, n int) Day {
	switch u {
	case unitWeek, unitWeekend:
		return d + Day(7*n)
	case unitFortnight:
		return d + Day(14*n)
	case unitMonth:
		return shiftMonths(d, n)
	case unitQuarter:
		return shiftMonths(d, 3*n)
	case unitHalf:
		return shiftMonths(d, 6*n)
	case unitSeason:
		return shiftMonths(d, 12*n)
	case unitYear:
		return shiftMonths(d, 12*n)
	case unitDecade:
		return shiftMonths(d, 120*n)
	case unitCentury:
		return shiftMonths(d, 1200*n)
	case unitMillennium:
		return shiftMonths(d, 12000*n)
	case unitSecond, unitMinute, unitHour:
		return d
	}
	return d + Day(n)
}

func shiftMonths(d Day, n int) Day {
	y, m, day := d.Date()
	last := months(y, int(m)+n, 1).To
	return min(DayOn(y, m+time.Month(n), day), last)
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

func floorMod(a, b int) int { return a - floorDiv(a, b)*b }
