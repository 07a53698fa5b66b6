package happening

import (
	"entente/calendar"
	"entente/plover"
	"entente/record"
)

// longestInSeries is the longest interval, in days, that still says something
// about a day: a month. "In 1998" put on one day of the year would make a peak
// that nobody saw.
const longestInSeries = 31

// Lengths in days of the intervals that the coder gives where the text tells
// no time: the week up to the publication, the ninety days after it.
const (
	defaultPast   = 8
	defaultFuture = 91
)

// Day gives the day on which an event counts in a daily series, false where it
// counts on none.
//
//   - A single day is that day.
//   - An interval that the text tells, of up to a month, counts on its middle
//     day, which is wrong by the least on average.
//   - The week before the publication, which stands where the text tells no
//     time, counts on its last day: news is of today or yesterday.
//   - Longer intervals, undated events and coming ones count on no day.
func Day(e *record.Event) (calendar.Day, bool) {
	iv, dated := datesOf(e)
	switch {
	case !dated, e.Aux == string(plover.Future), iv.Days() > longestInSeries:
		return 0, false
	case e.Date.Text == "" && iv.Days() == defaultPast:
		return iv.To, true
	}
	return iv.From + (iv.To-iv.From)/2, true
}

// datesOf gives the interval of an event, false where it has none or one that
// cannot be read.
func datesOf(e *record.Event) (calendar.Interval, bool) {
	if e.Date == nil {
		return calendar.Interval{}, false
	}
	from, err := calendar.ParseDay(e.Date.From)
	if err != nil {
		return calendar.Interval{}, false
	}
	to, err := calendar.ParseDay(e.Date.To)
	if err != nil || to < from {
		return calendar.Interval{}, false
	}
	return calendar.Interval{From: from, To: to}, true
}
