package agenda

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"entente/calendar"
)

// Kind is what a line of the calendar tells.
type Kind string

// The kinds of lines beside the fates of watch items.
const (
	KindHeld      Kind = "held"
	KindResumed   Kind = "resumed"
	KindSuspended Kind = "suspended"
	KindCalledOff Kind = "called off"
	KindPlanned   Kind = "planned"
	KindExpected  Kind = "expected" // by the rhythm of the series
	KindOverdue   Kind = "overdue"
	KindWatch     Kind = "watch"
	KindMet       Kind = "condition met"
)

// Line is one line of the calendar.
type Line struct {
	From     calendar.Day `json:"from"`
	To       calendar.Day `json:"to"`
	Kind     Kind         `json:"kind"`
	Parties  []string     `json:"parties"`
	Title    string       `json:"title"`    // the dialogue, the item, the condition
	Text     string       `json:"text"`     // the sentence of evidence; "" where the line is expected only
	Findings []int64      `json:"findings"` // numbers of the findings that tell it
	Events   []int64      `json:"events"`   // numbers of the events that prove it
	Articles int          `json:"articles"`
}

// Calendar lists what happened and what comes between two days for a set of
// parties, by date. A dialogue or condition belongs to it if all of the set
// take part, a watch item also if it is taken to test their tie. What has no
// date is not in it.
func Calendar(dialogues []Dialogue, items []Item, conditions []Condition, parties []string, from, to calendar.Day) []Line {
	var out []Line
	for i := range dialogues {
		if d := &dialogues[i]; contains(d.Parties, parties) {
			out = append(out, d.lines()...)
		}
	}
	for i := range items {
		it := &items[i]
		if it.Dated && (contains(it.Parties, parties) || contains(it.GaugeOf, parties)) && !toldByDialogue(it, out) {
			out = append(out, it.line())
		}
	}
	for i := range conditions {
		c := &conditions[i]
		if c.Met != nil && shares(c.On, parties) {
			out = append(out, Line{From: c.Met.From, To: c.Met.To, Kind: KindMet, Parties: c.On, Title: c.Connective + ": " + c.Action, Text: c.Met.Text,
				Findings: c.Numbers, Events: []int64{c.Met.Event}, Articles: c.Articles})
		}
	}
	window := calendar.Interval{From: from, To: to}
	out = slices.DeleteFunc(out, func(l Line) bool { return !overlap(window, calendar.Interval{From: l.From, To: l.To}) })
	slices.SortStableFunc(out, func(a, b Line) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Title, b.Title), cmp.Compare(a.Text, b.Text))
	})
	return out
}

// lines are the dated entries of a dialogue, and what is expected of it.
func (d *Dialogue) lines() []Line {
	var out []Line
	for i := range d.Entries {
		e := &d.Entries[i]
		from, to := e.From, e.To
		if !e.Dated {
			if !e.Known || e.Status == "planned" || e.Status == "proposed" {
				continue
			}
			from, to = e.First, e.First // written of then
		}
		kind, ok := e.kind(d)
		if !ok {
			continue
		}
		out = append(out, Line{From: from, To: to, Kind: kind, Parties: d.Parties, Title: e.title(d), Text: e.Text,
			Findings: sortedNumbers(e.Numbers, e.Plans), Events: e.Events, Articles: e.Articles})
	}
	for _, n := range []struct {
		next *Next
		kind Kind
	}{{d.Next, KindExpected}, {d.Overdue, KindOverdue}} {
		if n.next == nil || !n.next.Expected {
			continue
		}
		out = append(out, Line{From: n.next.From, To: n.next.To, Kind: n.kind, Parties: d.Parties, Findings: d.LastHeld.Numbers, Articles: d.LastHeld.Articles,
			Title: fmt.Sprintf("%s, %s; last held %s", d.Name, d.Cadence, d.LastHeld.date())})
	}
	return out
}

// kind is what the calendar calls an entry; a plan that was called off or put
// off, and one that passed long ago, are no dates to keep.
func (e *Entry) kind(d *Dialogue) (Kind, bool) {
	switch e.Status {
	case "held":
		return KindHeld, true
	case "resumed":
		return KindResumed, true
	case "suspended":
		return KindSuspended, true
	case "cancelled":
		return KindCalledOff, true
	case "planned":
		if d.Overdue != nil && d.Overdue.Entry == e {
			return KindOverdue, true
		}
		return KindPlanned, e.Outcome == ""
	}
	return "", false
}

// longGap is how many years between two meetings are worth saying.
const longGap = 2

func (e *Entry) title(d *Dialogue) string {
	out := d.Name
	if e.Name != "" && e.Name != d.Name {
		out += ": " + e.Name
	}
	if e.Place != "" {
		out += ", " + e.Place
	}
	if e.GapYears >= longGap {
		out += fmt.Sprintf(" (%g years after the one before)", e.GapYears)
	}
	return out
}

// date is an entry's date as a reader is told it.
func (e *Entry) date() string {
	switch {
	case !e.Dated && !e.Known:
		return "at an unknown time"
	case !e.Dated:
		return "before " + e.First.String()
	}
	return calendar.Interval{From: e.From, To: e.To}.String()
}

// String tells a cadence: "annual", "every 360 days by the meetings held".
func (c Cadence) String() string {
	switch {
	case c.Estimated:
		return fmt.Sprintf("every %d days by the meetings held", c.Days)
	case c.Word != "":
		return c.Word
	}
	return "no rhythm known"
}

func (it *Item) line() Line {
	l := Line{From: it.From, To: it.To, Kind: KindWatch, Parties: it.Parties, Title: it.What + " (" + string(it.Fate) + ")", Text: it.Text,
		Findings: it.Numbers, Articles: it.Articles}
	if it.By != nil {
		l.From, l.To, l.Events = it.By.From, it.By.To, []int64{it.By.Event}
	}
	return l
}

// toldByDialogue: a dialogue has the meeting that an item watches for, so that
// the calendar need not tell it twice. An item that tests another tie stays.
func toldByDialogue(it *Item, lines []Line) bool {
	if deed := load().deed(it.What); deed == nil || !slices.Contains(deed.types, "CONSULT") {
		return false
	}
	for _, l := range lines {
		if slices.Equal(l.Parties, it.Parties) && l.Kind != KindExpected && l.To-l.From <= narrow && overlap(calendar.Interval{From: l.From, To: l.To}, calendar.Interval{From: it.From, To: it.To}) {
			return len(it.GaugeOf) == 0 || strings.Join(it.GaugeOf, " ") == strings.Join(it.Parties, " ")
		}
	}
	return false
}

func sortedNumbers(lists ...[]int64) []int64 {
	out := slices.Concat(lists...)
	slices.Sort(out)
	return slices.Compact(out)
}
