package agenda

import (
	"cmp"
	"slices"
	"strings"

	"entente/calendar"
	"entente/record"
)

// Fate is what became of something watched for.
type Fate string

// The fates of a watch item.
const (
	Coming        Fate = "coming"            // its days are not over
	Open          Fate = "open"              // no text tells its time
	Timeless      Fate = "undated"           // nor is known when it was told
	Happened      Fate = "happened"          // an event is it
	PassedWithout Fate = "passed without it" // its days are over, and in the news of the sides since then nobody tells of it
	NoReport      Fate = "not reported"      // its days are over; what was read cannot tell whether it happened
	Lapsed        Fate = "lapsed"            // it had no time, and for long nobody spoke of it
)

// Item is something coming up, and the tie that it tells about.
type Item struct {
	What    string       `json:"what"`
	Parties []string     `json:"parties"`  // who takes part: countries, or ids where there is none; sorted
	GaugeOf []string     `json:"gauge_of"` // the tie that it is taken to test; sorted
	From    calendar.Day `json:"from"`
	To      calendar.Day `json:"to"`
	Dated   bool         `json:"dated"` // a text tells From and To
	Text    string       `json:"text"`
	Fate    Fate         `json:"fate"`
	By      *Match       `json:"by"` // the event, where it happened
	Witnesses
}

// lapsesAfter is how many days an item without a time is watched for after it
// was last told.
const lapsesAfter = 180

// newsWithin is how many days after it news of the same sides would tell of
// what was watched for.
const newsWithin = 60

// watched is an item with its words.
type watched struct {
	first   *record.WatchItem
	parties []string
	days    calendar.Interval
	dated   bool
	stems   []string
	deed    *act
	gauge   []string
	told    []*Told[record.WatchItem]
}

// Watch gives what was told to come up to a day, each thing once, and what
// became of it.
func Watch(told []Told[record.WatchItem], events []Event, at calendar.Day) []Item {
	byParty := map[string][]*fact{}
	for _, e := range factsInTime(events, at) {
		for _, p := range e.sides {
			byParty[p] = append(byParty[p], e)
		}
	}
	var all []*watched
	byWho := map[string][]*watched{}
	for _, t := range inTime(told, at, func(w *record.WatchItem) string { return w.What }) {
		w := watch(&t.Value)
		who := strings.Join(w.parties, " ")
		var joined *watched
		for _, o := range byWho[who] {
			if o.same(w, t) && (joined == nil || o.days.From > joined.days.From) {
				joined = o
			}
		}
		if joined == nil {
			joined = w
			all = append(all, w)
			byWho[who] = append(byWho[who], w)
		}
		joined.join(w, t)
	}
	out := make([]Item, 0, len(all))
	for _, w := range all {
		item := Item{What: w.first.What, Parties: w.parties, GaugeOf: sortedSet(w.gauge), From: w.days.From, To: w.days.To, Dated: w.dated,
			Text: w.told[0].Sentence, Witnesses: witnessesOf(w.told)}
		w.settle(&item, byParty, at)
		out = append(out, item)
	}
	slices.SortStableFunc(out, func(a, b Item) int {
		return cmp.Or(compareDays(a.From, a.Dated, b.From, b.Dated), cmp.Compare(a.What, b.What), compareDays(a.First, a.Known, b.First, b.Known))
	})
	return out
}

func watch(item *record.WatchItem) *watched {
	w := &watched{first: item, stems: load().stems(item.What), deed: load().deed(item.What)}
	for _, side := range [2][]record.Participant{item.Actors, item.Recipients} {
		for _, p := range side {
			if p.Country != nil {
				w.parties = append(w.parties, *p.Country)
			} else {
				w.parties = append(w.parties, p.ID)
			}
		}
	}
	w.parties = sortedSet(w.parties)
	if item.Date != nil && item.Date.Text != "" { // an empty text is only the coder's ninety days
		w.days, w.dated = interval(item.Date)
	}
	return w
}

// same: another article tells of the same thing to come. What has no time is
// the same as long as it is told again and again.
func (w *watched) same(o *watched, t *Told[record.WatchItem]) bool {
	switch {
	case w.dated && o.dated && !overlap(w.days, o.days):
		return false
	case w.dated != o.dated: // one tells the day of what the other only tells
		if !t.Dated || w.dated && w.days.To < t.Published {
			return false
		}
	}
	if last := w.told[len(w.told)-1]; !w.dated && t.Dated && last.Dated && t.Published-last.Published > lapsesAfter {
		return false
	}
	if strings.EqualFold(w.first.What, o.first.What) || likeness(w.stems, o.stems) >= 0.5 {
		return true
	}
	return w.deed != nil && w.deed == o.deed && len(w.parties) > 1 && (w.dated && o.dated || len(intersection(w.stems, o.stems)) > 0)
}

// join adds a telling; the narrowest date told is the item's.
func (w *watched) join(o *watched, t *Told[record.WatchItem]) {
	if o.dated && (!w.dated || o.days.Days() < w.days.Days()) {
		w.days, w.dated = o.days, true
	}
	w.gauge = append(w.gauge, t.Value.GaugeOf...)
	w.told = append(w.told, t)
}

// settle tells what became of an item.
func (w *watched) settle(item *Item, byParty map[string][]*fact, at calendar.Day) {
	if item.By = w.happened(item, byParty); item.By != nil {
		item.Fate = Happened
		return
	}
	switch {
	case !w.dated && !item.Known:
		item.Fate = Timeless
	case !w.dated && at-item.Last > lapsesAfter:
		item.Fate = Lapsed
	case !w.dated:
		item.Fate = Open
	case item.To+planMargin >= at:
		item.Fate = Coming
	case w.wouldBeTold() && w.newsSince(item.To, byParty):
		item.Fate = PassedWithout
	default:
		item.Fate = NoReport
	}
}

// wouldBeTold: the item is a deed between sides, which the program would have
// found. Of elections, deadlines and verdicts it finds no events, so that their
// day passes without it knowing more.
func (w *watched) wouldBeTold() bool { return w.deed != nil && len(w.parties) > 1 }

// newsSince: something was told of all sides together soon after the item's
// days, so that who tells it would have told of the item.
func (w *watched) newsSince(day calendar.Day, byParty map[string][]*fact) bool {
	return slices.ContainsFunc(byParty[w.parties[0]], func(e *fact) bool {
		return e.told() > day && e.told() <= day+newsWithin && contains(e.sides, w.parties)
	})
}

// happened finds the first event that is what was watched for: all sides take
// part, its type and words fit, and it lies on the days told, or in the half
// year after the telling where none are. It is told on the day of the first
// telling or later.
func (w *watched) happened(item *Item, byParty map[string][]*fact) *Match {
	if len(w.parties) == 0 || w.deed == nil || negated(w.first.What) || !item.Known {
		return nil
	}
	days := widened(w.days, 1)
	if !w.dated {
		days = calendar.Interval{From: item.First, To: item.Last + lapsesAfter}
	}
	events := byParty[w.parties[0]] // by their first day
	first, _ := slices.BinarySearchFunc(events, days.From-narrow, func(e *fact, day calendar.Day) int { return cmp.Compare(e.From, day) })
	for _, e := range events[first:] {
		found := calendar.Interval{From: e.From, To: e.To}
		if e.From > days.To {
			break
		}
		if e.told() < item.First || e.To < item.First || // over before it was announced
			found.Days() > narrow || !overlap(days, found) || !contains(e.sides, w.parties) {
			continue
		}
		if !w.dated && e.From <= item.First { // it may be what the article itself tells of
			continue
		}
		if words, ok := w.broughtBy(e); ok {
			return &Match{Event: e.Number, From: e.From, To: e.To, Words: words, Text: e.Text}
		}
	}
	return nil
}

// broughtBy says whether an event is the deed that was watched for. A meeting
// has the same sides: three do not hold the talks of two. A meeting of two on its day needs no word in common: CONSULT is one. Everything else
// needs a word of the deed and one beside it; what only one side does, or what
// has no day, two beside it.
func (w *watched) broughtBy(e *fact) (words []string, ok bool) {
	if !slices.Contains(w.deed.types, e.Type) {
		return nil, false
	}
	shared := intersection(w.stems, e.stems())
	words = intersection(w.deed.stems, e.stems())
	if e.Type == "CONSULT" {
		if (e.Mode == "phone") != w.byPhone() || len(w.parties) > 1 && len(e.sides) != len(w.parties) {
			return nil, false
		}
		if w.dated && len(w.parties) > 1 && w.days.Days() <= narrow {
			return sortedSet(append(words, shared...)), true
		}
	}
	beside := slices.DeleteFunc(shared, func(s string) bool { return load().byStem[s] == w.deed })
	needed := 1
	if !w.dated || len(w.parties) == 1 { // a country talks to somebody every day
		needed = 2
	}
	return sortedSet(append(words, beside...)), len(words) > 0 && len(beside) >= needed
}

func (w *watched) byPhone() bool {
	return slices.ContainsFunc(w.stems, func(s string) bool { return s == "phon" || s == "telephon" })
}
