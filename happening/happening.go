package happening

import (
	"slices"
	"strings"

	"entente/calendar"
	"entente/plover"
	"entente/record"
)

// Report is one event as one article tells it. Article and Number together
// are unique.
type Report struct {
	Number    int64  // of the report in the database
	Article   string // id of the article
	Outlet    string // "" unknown
	Published calendar.Day
	Dated     bool // Published is known
	Event     *record.Event
}

// Happening is what the reports of it have in common.
type Happening struct {
	Reports  []int        // indices into the reports merged; the first tells it best
	From, To calendar.Day // the days on which it can have been
	Dated    bool         // From and To are known
	First    calendar.Day // the day on which it was first told
	Told     bool         // First is known
	Outlets  int          // different outlets, as far as they are known
	Articles int          // different articles
	Event    record.Event // the merged event; offsets and evidence are those of the best report's article
}

// Key joins what two reports must share to tell of the same happening: type,
// reservation, and the countries on each side; who has no country counts by
// id. Meetings, joint work and planned agreements have one side only, since
// outlets differ in who is said to have met whom. The mode is left out
// because half of the outlets don't tell it; [Merge] looks at it.
func Key(e *record.Event) string {
	actors, recipients := countries(e.Actors), countries(e.Recipients)
	if together(e) {
		actors, recipients = countries(append(slices.Clone(e.Actors), e.Recipients...)), nil
	}
	return e.Type + "|" + e.Aux + "|" + strings.Join(actors, ",") + "|" + strings.Join(recipients, ",")
}

// together: the sides of the event are one set.
func together(e *record.Event) bool {
	switch plover.Type(e.Type) {
	case plover.Consult, plover.Cooperate:
		return true
	case plover.Agree:
		return e.Aux == string(plover.Future) // a meeting or visit that is announced
	}
	return false
}

// countries lists the countries of a side, sorted, each once.
func countries(side []record.Participant) []string {
	out := make([]string, 0, len(side))
	for i := range side {
		out = append(out, countryOf(&side[i]))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func countryOf(p *record.Participant) string {
	if p.Country != nil && *p.Country != "" {
		return *p.Country
	}
	return p.ID
}

// Counts says whether an event weighs in the state of a tie: it is told as a
// fact, and its time is known. What is announced, denied, supposed or recalled
// from another era is shown, but does not weigh.
func Counts(e *record.Event) bool {
	_, dated := datesOf(e)
	return dated && e.Aux == string(plover.Asserted)
}
