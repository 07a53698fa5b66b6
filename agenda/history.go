package agenda

import (
	"cmp"
	"slices"

	"entente/calendar"
	"entente/record"
)

// Outcome is what became of a plan; "" while it may still come.
type Outcome string

// The outcomes of a plan that was not held; a plan that was is part of the
// entry of its meeting.
const (
	CalledOff   Outcome = "called off"
	PutOff      Outcome = "put off"      // a later day was told afterwards
	NotReported Outcome = "not reported" // its day is over, and nobody told of the meeting
)

// Entry is one station of a dialogue: a meeting, a break, a plan.
type Entry struct {
	Status   string       `json:"status"` // held, resumed, suspended, cancelled, planned, proposed
	Outcome  Outcome      `json:"outcome"`
	From     calendar.Day `json:"from"`
	To       calendar.Day `json:"to"`
	Dated    bool         `json:"dated"` // From and To are told; else only when it was written of is known
	Name     string       `json:"name"`
	Place    string       `json:"place"`
	Text     string       `json:"text"`      // the sentence that first tells it
	GapYears float64      `json:"gap_years"` // years since the meeting before, 0 unknown
	GapTold  bool         `json:"gap_told"`  // an article tells the gap; else it was counted from the entries
	Plans    []int64      `json:"plans"`     // findings that announced the meeting
	Events   []int64      `json:"events"`    // events that confirm it
	Witnesses
}

func (e *Entry) held() bool { return e.Status == "held" || e.Status == "resumed" }

// when is the day of an entry: its middle where the text tells its time, else
// the day on which it was first written of.
func (e *Entry) when() calendar.Day {
	if e.Dated {
		return middle(calendar.Interval{From: e.From, To: e.To})
	}
	return e.First
}

// decided is the day from which an entry says how the dialogue stands. A plan
// does so when it is told, not when it is due.
func (e *Entry) decided() calendar.Day {
	if e.Witnesses.Known && (!e.Dated || e.Status == "planned" || e.Status == "proposed") {
		return e.First
	}
	return e.when()
}

// classes are the statuses that can be one entry: a meeting that resumes a
// dialogue is told as held by others.
var classes = map[string]string{"held": "held", "resumed": "held", "suspended": "suspended", "cancelled": "cancelled", "planned": "planned", "proposed": "proposed"}

// station is an entry in the making.
type station struct {
	class string
	days  calendar.Interval
	dated bool
	place string
	told  []*Told[record.Mechanism]
	known calendar.Day // from then it holds: its own day, else when it was first told; of a plan when it was first told
	last  calendar.Day // it was last told
	timed bool         // known is known
}

// history makes the entries of a dialogue of its findings: repeated reports of
// one meeting are one entry, plans are joined with their meeting.
func history(told []*Told[record.Mechanism], events []*fact, at calendar.Day) []Entry {
	var all []*station
	for _, class := range []string{"held", "suspended", "cancelled", "planned", "proposed"} {
		all = append(all, dated(told, class)...)
	}
	all = oneBreak(undated(told, all))
	entries := make([]Entry, 0, len(all))
	for _, s := range all {
		entries = append(entries, s.entry())
	}
	slices.SortStableFunc(entries, compareEntries)
	entries = fulfil(entries, events, at)
	slices.SortStableFunc(entries, compareEntries)
	gaps(entries)
	return entries
}

func compareEntries(a, b Entry) int {
	return cmp.Or(cmp.Compare(a.when(), b.when()), cmp.Compare(a.decided(), b.decided()), cmp.Compare(a.Status, b.Status), cmp.Compare(a.Text, b.Text))
}

// dated makes the stations of one class whose time is told: the narrowest
// found them, and a vaguer one joins the latest that it covers.
func dated(told []*Told[record.Mechanism], class string) []*station {
	type finding struct {
		told *Told[record.Mechanism]
		days calendar.Interval
	}
	var findings []finding
	for _, t := range told {
		if iv, ok := interval(t.Value.Date); ok && classes[t.Value.Status] == class {
			findings = append(findings, finding{t, iv})
		}
	}
	slices.SortStableFunc(findings, func(a, b finding) int {
		return cmp.Or(cmp.Compare(a.days.Days(), b.days.Days()), cmp.Compare(a.days.From, b.days.From))
	})
	var out []*station
	for _, f := range findings {
		var joined *station
		for _, s := range out {
			if s.meets(f.days) && s.placed(f.told) && (joined == nil || s.days.From > joined.days.From) {
				joined = s
			}
		}
		if joined == nil {
			joined = &station{class: class, days: f.days, dated: true}
			out = append(out, joined)
		}
		joined.take(f.told)
	}
	return out
}

// meets: the days overlap, or are two days of one meeting.
func (s *station) meets(days calendar.Interval) bool {
	if s.days.Days() <= 2 && days.Days() <= 2 && s.class == "held" {
		return overlap(widened(s.days, 1), days)
	}
	return overlap(s.days, days)
}

func (s *station) placed(t *Told[record.Mechanism]) bool {
	p := text(t.Value.Place)
	return p == "" || s.place == "" || p == s.place
}

func (s *station) take(t *Told[record.Mechanism]) {
	if s.place == "" {
		s.place = text(t.Value.Place)
	}
	switch fixed := s.dated && s.class != "planned"; {
	case fixed:
		s.known, s.timed = s.days.To, true
	case t.Dated && (!s.timed || t.Published < s.known):
		s.known, s.timed = t.Published, true
	}
	if t.Dated && (len(s.told) == 0 || t.Published > s.last) {
		s.last = t.Published
	}
	s.told = append(s.told, t)
}

// recent is how many days before an article a meeting without a time in it
// took place at most.
const recent = 10

// undated adds the findings without a time. A meeting joins one of the last
// days before the article. A break, plan or proposal joins the one before it
// as long as nothing else was told in between: articles repeat for years that
// talks are suspended.
func undated(told []*Told[record.Mechanism], all []*station) []*station {
	for _, t := range told { // in the order in which they were told
		class := classes[t.Value.Status]
		if _, ok := interval(t.Value.Date); ok || class == "" {
			continue
		}
		broken, any := since(all, class, t)
		var joined *station
		for _, s := range all {
			if s.class == class && s.placed(t) && s.goesOn(t) && (!any || s.known >= broken) && (joined == nil || s.known > joined.known) {
				joined = s
			}
		}
		if joined == nil {
			joined = &station{class: class}
			all = append(all, joined)
		}
		joined.take(t)
	}
	return all
}

// since gives the day before a finding on which something else was last told
// that ends what the finding repeats. A break ends with a meeting only, talk of
// one changes nothing.
func since(all []*station, class string, t *Told[record.Mechanism]) (day calendar.Day, any bool) {
	if !t.Dated || class == "held" {
		return 0, false
	}
	for _, s := range all {
		if s.timed && s.class != class && s.known < t.Published && (class != "suspended" || s.class == "held") && (!any || s.known > day) {
			day, any = s.known, true
		}
	}
	return day, any
}

// goesOn says whether a finding without a time can mean a station.
func (s *station) goesOn(t *Told[record.Mechanism]) bool {
	switch {
	case !t.Dated || !s.timed:
		return !t.Dated && !s.timed && !s.dated
	case s.known > t.Published:
		return false
	case s.class == "held":
		return t.Published-s.known <= recent
	case s.class == "planned":
		return (!s.dated || s.days.To >= t.Published) && t.Published-s.last <= planUndated
	}
	return true
}

// oneBreak joins the breaks between two meetings: later articles date what
// goes on by the day on which they were written.
func oneBreak(all []*station) []*station {
	var breaks []*station
	for _, s := range all {
		if s.class == "suspended" && s.timed {
			breaks = append(breaks, s)
		}
	}
	slices.SortStableFunc(breaks, func(a, b *station) int { return cmp.Compare(a.known, b.known) })
	joined := map[*station]bool{}
	for i := len(breaks) - 1; i > 0; i-- {
		before, later := breaks[i-1], breaks[i]
		met := slices.ContainsFunc(all, func(s *station) bool {
			return s.class == "held" && s.timed && s.known >= before.known && s.known <= later.known
		})
		if !met {
			before.told = append(before.told, later.told...)
			before.last = max(before.last, later.last)
			joined[later] = true
		}
	}
	return slices.DeleteFunc(all, func(s *station) bool { return joined[s] })
}

// entry writes a station; what the articles tell first goes.
func (s *station) entry() Entry {
	slices.SortStableFunc(s.told, func(a, b *Told[record.Mechanism]) int {
		return compareDays(a.Published, a.Dated, b.Published, b.Dated)
	})
	e := Entry{Status: s.class, From: s.days.From, To: s.days.To, Dated: s.dated, Place: s.place, Text: s.told[0].Sentence, Name: calledBy(s.told), Witnesses: witnessesOf(s.told)}
	for _, t := range s.told {
		if t.Value.Status == "resumed" {
			e.Status = "resumed"
		}
		if g := t.Value.GapYears; g != nil && *g > e.GapYears {
			e.GapYears, e.GapTold = *g, true
		}
	}
	return e
}

// gaps counts the years before each meeting where no article tells them.
func gaps(entries []Entry) {
	var before *Entry
	for i := range entries {
		e := &entries[i]
		if !e.held() {
			continue
		}
		if before != nil && e.GapYears == 0 && e.Dated && before.Dated {
			if days := e.when() - before.when(); days >= 365 {
				e.GapYears = float64(int(float64(days)/365.25*10+0.5)) / 10
			}
		}
		before = e
	}
}
