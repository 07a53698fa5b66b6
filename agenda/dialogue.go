package agenda

import (
	"cmp"
	"slices"
	"strings"

	"entente/calendar"
	"entente/record"
)

// State is how a dialogue stands on the day asked for.
type State string

// The states of a dialogue.
const (
	Live      State = "live"      // it met, and not too long ago for its rhythm
	Suspended State = "suspended" // broken off or called off, and not met or planned anew
	Asleep    State = "asleep"    // nothing was heard of it for long
	Planned   State = "planned"   // it is to meet for the first time that is known, or again after a break
	Proposed  State = "proposed"  // one side wants it
	Undated   State = "undated"   // neither the articles nor what they tell of it has a date
)

// Dialogue is a series of meetings of the same sides with its history.
type Dialogue struct {
	Name     string   `json:"name"`     // from subjects, format and level: "security talks of vice-ministers"
	Called   string   `json:"called"`   // as the first article that names it calls it
	Parties  []string `json:"parties"`  // sorted
	Subjects string   `json:"subjects"` // "" none told
	Format   string   `json:"format"`   // meetings, calls, exercises, or the kind of a standing channel
	Level    string   `json:"level"`    // "" not told
	Entries  []Entry  `json:"entries"`  // the oldest first
	State    State    `json:"state"`
	Cadence  Cadence  `json:"cadence"`
	LastHeld *Entry   `json:"last_held"` // nil where no meeting is known
	Next     *Next    `json:"next"`      // nil where none is planned or to be expected
	Overdue  *Next    `json:"overdue"`   // what should have been held and was not, as far as is told
	Witnesses
}

// Next is a meeting to come.
type Next struct {
	From     calendar.Day `json:"from"`
	To       calendar.Day `json:"to"`
	Dated    bool         `json:"dated"`    // a plan may have no day
	Expected bool         `json:"expected"` // by the rhythm of the series; else somebody told of the plan
	Entry    *Entry       `json:"entry"`
}

// Dialogues puts the findings on dialogues together into dated histories, as
// they were known on a day. Events confirm that a planned meeting took place.
func Dialogues(told []Told[record.Mechanism], events []Event, at calendar.Day) []Dialogue {
	known := inTime(told, at, func(m *record.Mechanism) string { return m.Status + m.Name + strings.Join(m.Parties, " ") })
	happened := map[string][]*fact{} // meetings by their parties
	for _, e := range factsInTime(events, at) {
		if e.Type == "CONSULT" {
			parties := strings.Join(e.sides, " ")
			happened[parties] = append(happened[parties], e)
		}
	}
	all := bySeries(known)
	keys := make([]series, 0, len(all))
	for s := range all {
		if !alone(strings.Fields(s.parties)) {
			keys = append(keys, s)
		}
	}
	slices.SortFunc(keys, series.compare)
	out := make([]Dialogue, 0, len(keys))
	for _, s := range keys {
		out = append(out, dialogue(s, all[s], happened[s.parties], at))
	}
	return out
}

// alone: one country, company or person has no dialogue with itself. An
// organisation of countries has.
func alone(parties []string) bool {
	if len(parties) > 1 {
		return false
	}
	return len(parties) == 0 || parties[0] != "UNO" && parties[0] != "EUR" && !strings.HasPrefix(parties[0], "IGO:")
}

func dialogue(s series, told []*Told[record.Mechanism], events []*fact, at calendar.Day) Dialogue {
	d := Dialogue{Name: s.name(), Called: calledBy(told), Parties: strings.Fields(s.parties), Subjects: s.subjects, Format: string(s.format), Level: s.level,
		Witnesses: witnessesOf(told)}
	d.Entries = history(told, confirming(events, s.format), at)
	for i := range d.Entries {
		if d.Entries[i].held() {
			d.LastHeld = &d.Entries[i]
		}
	}
	d.Cadence = cadenceOf(told, d.Entries)
	d.look(at)
	return d
}

// confirming are the events that can be a meeting of the format.
func confirming(events []*fact, f format) []*fact {
	var out []*fact
	for _, e := range events {
		if f == inPerson && e.Mode != "phone" || f == byPhone && e.Mode == "phone" {
			out = append(out, e)
		}
	}
	return out
}

// calledBy is the name that the first article with one of its own gives; names
// that the coder made of those who met come last.
func calledBy(told []*Told[record.Mechanism]) string {
	for _, t := range told {
		if !isMadeUp(t.Value.Name) && strings.Contains(t.Value.Name, " ") {
			return t.Value.Name
		}
	}
	return told[0].Value.Name
}

// Times, in days, after which silence means something.
const (
	planMargin  = 14      // a report of a meeting comes that much after it
	planLives   = 180     // a plan whose day passed without a report is forgotten then
	planUndated = 200     // so is a plan without a day
	sleepsAfter = 3 * 365 // a series without a known rhythm sleeps then
)

// look tells how the dialogue stands on a day, and what comes next.
func (d *Dialogue) look(at calendar.Day) {
	last := d.latest()
	if last == nil {
		d.State = Undated
		return
	}
	plan := d.openPlan(at)
	if plan != nil {
		d.Next = &Next{From: plan.From, To: plan.To, Dated: plan.Dated, Entry: plan}
	}
	d.Overdue = d.overduePlan(at)
	switch {
	case last.Status == "suspended" || last.Status == "cancelled":
		d.State = Suspended
		patience := calendar.Day(sleepsAfter) // one meeting called off is forgotten sooner than a break
		if last.Status == "suspended" {
			patience *= 2
		}
		if at-last.when() > patience {
			d.State = Asleep
		}
	case plan != nil && d.LastHeld == nil, plan != nil && d.brokenSince(d.LastHeld):
		d.State = Planned
	case d.LastHeld != nil:
		d.rhythm(at)
	case plan != nil:
		d.State = Planned
	case last.Status == "proposed" && at-last.when() <= planUndated:
		d.State = Proposed
	default:
		d.State = Asleep
	}
}

// rhythm tells how a dialogue stands that has met: by its cadence where it has
// one, else by the years since.
func (d *Dialogue) rhythm(at calendar.Day) {
	since := at - d.LastHeld.when()
	every := calendar.Day(d.Cadence.Days)
	d.State = Live
	if every < 28 { // unknown, or so quick that the news does not tell each meeting
		if since > sleepsAfter {
			d.State = Asleep
		}
		return
	}
	if since > max(2*every, every+365) {
		d.State = Asleep
		return
	}
	if d.Next != nil || d.Overdue != nil {
		return
	}
	due := d.LastHeld.when() + every
	next := &Next{From: due - every/8, To: due + every/8, Dated: true, Expected: true}
	if next.To+planMargin < at {
		d.Overdue = next
	} else {
		d.Next = next
	}
}

// latest is the last thing told of a dialogue that changes how it stands. A
// plan that was put off does not: the new one does.
func (d *Dialogue) latest() *Entry {
	var last *Entry
	for i := range d.Entries {
		e := &d.Entries[i]
		if e.Status == "planned" && e.Outcome == PutOff || !e.Dated && !e.Known {
			continue
		}
		if last == nil || e.decided() >= last.decided() {
			last = e
		}
	}
	return last
}

// brokenSince: the dialogue was broken off after an entry.
func (d *Dialogue) brokenSince(since *Entry) bool {
	return slices.ContainsFunc(d.Entries, func(e Entry) bool {
		return (e.Status == "suspended" || e.Status == "cancelled") && e.decided() > since.decided()
	})
}

// openPlan is the first meeting planned that may still come.
func (d *Dialogue) openPlan(at calendar.Day) *Entry {
	var open []*Entry
	for i := range d.Entries {
		if e := &d.Entries[i]; e.Status == "planned" && e.Outcome == "" {
			if e.Dated && e.To+planMargin >= at || !e.Dated && e.Known && at-e.Last <= planUndated {
				open = append(open, e)
			}
		}
	}
	if len(open) == 0 {
		return nil
	}
	return slices.MinFunc(open, func(a, b *Entry) int {
		return cmp.Or(compareDays(a.From, a.Dated, b.From, b.Dated), compareDays(b.Last, b.Witnesses.Known, a.Last, a.Witnesses.Known))
	})
}

// overduePlan is the last planned meeting whose day passed without a report of
// it, and not so long ago that nobody waits for it.
func (d *Dialogue) overduePlan(at calendar.Day) *Next {
	var overdue *Next
	for i := range d.Entries {
		e := &d.Entries[i]
		if e.Status == "planned" && e.Outcome == NotReported && at-e.To <= planLives && (d.LastHeld == nil || d.LastHeld.when() < e.From) {
			overdue = &Next{From: e.From, To: e.To, Dated: true, Entry: e}
		}
	}
	return overdue
}
