package agenda

import (
	"cmp"
	"slices"
	"strings"

	"entente/calendar"
	"entente/record"
)

// Told is a finding with the article that tells it.
type Told[T any] struct {
	Number    int64        `json:"number"` // in the database
	Article   string       `json:"article"`
	Outlet    string       `json:"outlet"` // "" unknown
	Published calendar.Day `json:"published"`
	Dated     bool         `json:"dated"`    // Published is known
	Sentence  string       `json:"sentence"` // the sentence that proves it
	Value     T            `json:"value"`
}

// Event is a happening as far as the agenda needs it.
type Event struct {
	Number     int64
	Type       string
	Mode       string // "" not told
	Aux        string
	Contexts   []string
	Actors     []string // countries, or ids where there is none
	Recipients []string
	From, To   calendar.Day
	Place      string
	Text       string       // the sentence that proves it
	Published  calendar.Day // first told; 0 unknown, then From stands for it
}

// told is the day from which an event is known.
func (e *Event) told() calendar.Day {
	if e.Published != 0 {
		return e.Published
	}
	return e.From
}

// parties are all who take part, sorted.
func (e *Event) parties() []string { return sortedSet(append(slices.Clone(e.Actors), e.Recipients...)) }

// Witnesses are the articles that tell one thing. They are counted and weigh
// nothing.
type Witnesses struct {
	Numbers  []int64      `json:"numbers"`  // of the findings in the database, sorted
	Outlets  int          `json:"outlets"`  // different outlets, as far as they are known
	Articles int          `json:"articles"` // different articles
	First    calendar.Day `json:"first"`
	Last     calendar.Day `json:"last"`
	Known    bool         `json:"known"` // First and Last are known
}

func witnessesOf[T any](all []*Told[T]) Witnesses {
	var w Witnesses
	var outlets, articles []string
	for _, t := range all {
		w.Numbers = append(w.Numbers, t.Number)
		articles = append(articles, t.Article)
		if outlet := strings.ToLower(strings.TrimSpace(t.Outlet)); outlet != "" {
			outlets = append(outlets, outlet)
		}
		if !t.Dated {
			continue
		}
		if !w.Known {
			w.First, w.Last, w.Known = t.Published, t.Published, true
		}
		w.First, w.Last = min(w.First, t.Published), max(w.Last, t.Published)
	}
	slices.Sort(w.Numbers)
	w.Outlets, w.Articles = len(sortedSet(outlets)), len(sortedSet(articles))
	return w
}

// inTime gives what was told up to a day, the first told first. An article
// without a date is used: it cannot be placed, and most archives have some.
// Of what was told on one day the content decides the order, so that the ids
// of copies decide nothing.
func inTime[T any](all []Told[T], at calendar.Day, content func(*T) string) []*Told[T] {
	var out []*Told[T]
	for i := range all {
		if !all[i].Dated || all[i].Published <= at {
			out = append(out, &all[i])
		}
	}
	slices.SortFunc(out, func(a, b *Told[T]) int {
		return cmp.Or(compareDays(a.Published, a.Dated, b.Published, b.Dated), cmp.Compare(content(&a.Value), content(&b.Value)),
			cmp.Compare(a.Sentence, b.Sentence), cmp.Compare(a.Article, b.Article), cmp.Compare(a.Number, b.Number))
	})
	return out
}

// compareDays puts days that are not known last.
func compareDays(a calendar.Day, aKnown bool, b calendar.Day, bKnown bool) int {
	switch {
	case aKnown && bKnown:
		return cmp.Compare(a, b)
	case aKnown:
		return -1
	case bKnown:
		return 1
	}
	return 0
}

// fact is an asserted event with what matching asks of it again and again.
type fact struct {
	*Event
	sides   []string
	words   []string
	negated bool
	read    bool
}

// stems are the stems of the event's sentence, read when first asked for.
func (f *fact) stems() []string {
	if !f.read {
		f.words, f.negated, f.read = load().stems(f.Text), negated(f.Text), true
	}
	return f.words
}

// denies: the event's sentence says that something is not done.
func (f *fact) denies() bool {
	f.stems()
	return f.negated
}

// factsInTime gives the asserted events known by a day, the earliest first.
func factsInTime(all []Event, at calendar.Day) []*fact {
	var out []*fact
	for i := range all {
		if e := &all[i]; e.Aux == "" && e.told() <= at && e.From <= e.To {
			out = append(out, &fact{Event: e, sides: e.parties()})
		}
	}
	slices.SortFunc(out, func(a, b *fact) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.told(), b.told()),
			cmp.Compare(a.Type, b.Type), cmp.Compare(a.Text, b.Text), cmp.Compare(a.Number, b.Number))
	})
	return out
}

// interval reads a date, false where there is none or it cannot be read.
func interval(d *record.Date) (calendar.Interval, bool) {
	if d == nil {
		return calendar.Interval{}, false
	}
	from, err := calendar.ParseDay(d.From)
	if err != nil {
		return calendar.Interval{}, false
	}
	to, err := calendar.ParseDay(d.To)
	if err != nil || to < from {
		return calendar.Interval{}, false
	}
	return calendar.Interval{From: from, To: to}, true
}

func overlap(a, b calendar.Interval) bool { return a.From <= b.To && b.From <= a.To }

// widened is the interval with some days more at both ends.
func widened(iv calendar.Interval, days calendar.Day) calendar.Interval {
	return calendar.Interval{From: iv.From - days, To: iv.To + days}
}

func middle(iv calendar.Interval) calendar.Day { return iv.From + (iv.To-iv.From)/2 }

func sortedSet(list []string) []string {
	out := slices.Clone(list)
	slices.Sort(out)
	return slices.Compact(out)
}

// contains says whether a set has all of another.
func contains(set, all []string) bool {
	for _, s := range all {
		if !slices.Contains(set, s) {
			return false
		}
	}
	return true
}

func shares(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
