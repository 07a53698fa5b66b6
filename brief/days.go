package brief

import (
	"fmt"
	"strings"
	"time"

	"github.com/clipperhouse/displaywidth"

	"entente/calendar"
	"entente/record"
	"entente/store"
)

// dayText writes a day: "2 Jan 2006".
func dayText(d calendar.Day) string {
	year, month, day := d.Date()
	return fmt.Sprintf("%d %s %d", day, month.String()[:3], year)
}

// monthText writes the month of a day: "Jan 2006".
func monthText(d calendar.Day) string {
	year, month, _ := d.Date()
	return month.String()[:3] + fmt.Sprintf(" %d", year)
}

// spanText writes the days from one to another as short as it can be said.
func spanText(from, to calendar.Day) string {
	return when(&record.Date{From: from.String(), To: to.String()})
}

// label writes days in a number of cells, 12 or more: where they take too
// many words, the months or the years.
func label(from, to calendar.Day, cells int) string {
	text := strings.ReplaceAll(spanText(from, to), " – ", "–")
	if displaywidth.String(text) <= cells {
		return text
	}
	switch first, last := monthText(from), monthText(to); {
	case first == last:
		return first
	case to-from < 366 && to >= from:
		return first[:3] + "–" + last
	}
	return fmt.Sprintf("%d–%d", from.Year(), to.Year())
}

// dayCells is the room for the day of an event.
const dayCells = 12

// eventDay writes when an event was: about the day on which it counts where
// the text tells no time.
func eventDay(e *store.Event) string {
	if e.Date == nil {
		return "undated"
	}
	from, err1 := time.Parse(isoDay, e.Date.From)
	to, err2 := time.Parse(isoDay, e.Date.To)
	switch {
	case err1 != nil || err2 != nil:
		return shorten(e.Date.From, dayCells)
	case e.Date.Text == "" && e.Aux == "future":
		return "after " + from.Format(monthDay)
	case e.Date.Text == "" && from != to:
		return "~" + to.Format(fullDay)
	}
	return label(calendar.DayOf(from), calendar.DayOf(to), dayCells)
}
