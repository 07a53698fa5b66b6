package calendar

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestDaysAgreeWithTheStandardLibrary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Day(rapid.Int32Range(-1_200_000, 1_200_000).Draw(t, "day"))
		want := time.Unix(int64(d)*86400, 0).UTC()
		y, m, day := d.Date()
		if y != want.Year() || m != want.Month() || day != want.Day() {
			t.Fatalf("day %d is %d-%d-%d, want %v", d, y, m, day, want)
		}
		if DayOn(y, m, day) != d || DayOf(want) != d {
			t.Fatalf("day %d does not come back", d)
		}
		if d.Weekday() != want.Weekday() {
			t.Fatalf("day %d is a %v, want %v", d, d.Weekday(), want.Weekday())
		}
		year, week := d.ISOWeek()
		if wantYear, wantWeek := want.ISOWeek(); year != wantYear || week != wantWeek {
			t.Fatalf("week of day %d is %d-%d, want %d-%d", d, year, week, wantYear, wantWeek)
		}
	})
}

func TestDaysAreWrittenAsISODates(t *testing.T) {
	for _, c := range []struct {
		day  Day
		want string
	}{
		{0, "1970-01-01"},
		{DayOn(2015, 4, 16), "2015-04-16"},
		{DayOn(2000, 2, 30), "2000-03-01"},
		{DayOn(-489, 9, 12), "-0489-09-12"},
	} {
		if got := c.day.String(); got != c.want {
			t.Errorf("day %d is written %q, want %q", c.day, got, c.want)
		}
	}
}

func TestMonthsKeepTheDayWhereTheyCan(t *testing.T) {
	for _, c := range []struct {
		from Day
		n    int
		want string
	}{
		{DayOn(2015, 1, 31), 1, "2015-02-28"},
		{DayOn(2016, 1, 31), 1, "2016-02-29"},
		{DayOn(2015, 3, 31), -1, "2015-02-28"},
		{DayOn(2015, 12, 15), 1, "2016-01-15"},
		{DayOn(2015, 1, 15), -13, "2013-12-15"},
	} {
		if got := shift(c.from, unitMonth, c.n).String(); got != c.want {
			t.Errorf("%v and %d months are %s, want %s", c.from, c.n, got, c.want)
		}
	}
}

func TestFeastsFallOnTheirDays(t *testing.T) {
	for _, c := range []struct {
		name string
		year int
		want string
	}{
		{"Easter", 2015, "2015-04-05"},
		{"Easter", 2024, "2024-03-31"},
		{"Good Friday", 1998, "1998-04-10"},
		{"Orthodox Easter", 2015, "2015-04-12"},
		{"Thanksgiving", 2014, "2014-11-27"},
		{"Memorial Day", 2015, "2015-05-25"},
		{"Lunar New Year", 1985, "1985-02-20..1985-02-22"},
		{"Lunar New Year", 2015, "2015-02-19..2015-02-21"},
		{"Lunar New Year", 2033, "2033-01-31..2033-02-02"},
		{"Chuseok", 2015, "2015-09-27"},
		{"Ramadan", 2015, "2015-06-18..2015-07-17"},
		{"Rosh Hashanah", 2015, "2015-09-14..2015-09-15"},
		{"Passover", 2024, "2024-04-23..2024-04-30"},
		{"UN General Assembly week", 2024, "2024-09-23..2024-09-29"},
		{"UN General Assembly week", 2017, "2017-09-18..2017-09-24"},
	} {
		found := Find("during " + c.name)
		if len(found) != 1 {
			t.Errorf("%s: found %d expressions", c.name, len(found))
			continue
		}
		iv, ok := feasts()[found[0].from.index].in(c.year)
		if !ok || iv.String() != c.want {
			t.Errorf("%s %d is %v %v, want %s", c.name, c.year, iv, ok, c.want)
		}
	}
}
