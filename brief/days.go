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

// label writes days for the first column: if they are too many words for it,
// the middle.
func label(from, to calendar.Day) string {
	text := strings.ReplaceAll(spanText(from, to), " – ", "–")
	if displaywidth.String(text) <= maxLabel {
		return text
	}
	if year, _, _ := from.Date(); year == to.Year() {
		return strings.TrimSuffix(monthText(from), fmt.Sprintf(" %d", year)) + "–" + monthText(to)
	}
	return fmt.Sprintf("%d–%d", from.Year(), to.Year())
}

// eventDay writes when an event was. Where the text tells no time, what is
// known is that it was by the day of its publication.
func eventDay(e *store.Event) string {
	if e.Date == nil {
		return "undated"
	}
	from, err1 := time.Parse(isoDay, e.Date.From)
	to, err2 := time.Parse(isoDay, e.Date.To)
	switch {
	case err1 != nil || err2 != nil:
		return shorten(e.Date.From, maxLabel)
	case e.Date.Text == "" && e.Aux == "future":
		return "after " + from.Format(monthDay)
	case e.Date.Text == "" && from != to:
		return "by " + to.Format(fullDay)
	}
	return label(calendar.DayOf(from), calendar.DayOf(to))
}
