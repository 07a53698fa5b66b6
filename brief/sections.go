package brief

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"entente/record"
)

// Cells of the indents.
const (
	indent = 2
	deeper = 4
	deep   = 6
)

// head writes title, outlet, time and authors.
func (s *sheet) head() {
	a := &s.r.Article
	title := "Untitled article"
	if a.Title != nil {
		title = *a.Title
	}
	s.line(0, 0, run{title, bold})
	var facts []string
	if a.Outlet != nil {
		facts = append(facts, Plain(*a.Outlet))
	}
	if a.Published != nil {
		facts = append(facts, published(*a.Published))
	}
	if len(a.Byline) > 0 {
		facts = append(facts, "by "+Plain(strings.Join(a.Byline, ", ")))
	}
	if len(facts) > 0 {
		s.line(0, 0, run{strings.Join(facts, " · "), faint})
	}
	if a.Published == nil {
		s.line(0, 0, run{"Publication time unknown: dates such as “Thursday” or “last month” stay unresolved. If you know it, give it with --published.", warning})
	}
}

// published writes a publication time as the record has it, in a reader's form.
func published(text string) string {
	for _, form := range []struct{ layout, show string }{
		{"2006-01-02T15:04:05Z", "2 January 2006, 15:04 UTC"},
		{time.RFC3339, "2 January 2006, 15:04 (UTC-07:00)"},
		{"2006-01-02T15:04:05", "2 January 2006, 15:04"},
		{isoDay, "2 January 2006"},
	} {
		if t, err := time.Parse(form.layout, text); err == nil {
			return t.Format(form.show)
		}
	}
	return text
}

// at is the reference to a sentence; the headline is sentence 0.
func at(sentences ...int) run {
	var b strings.Builder
	for i, n := range sentences {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprint(&b, n)
	}
	return run{" [" + b.String() + "]", faint}
}

// who writes the parties with their people and offices.
func (s *sheet) who() {
	type party struct {
		name   string
		people []string
	}
	var parties []*party
	byID := map[string]*party{}
	s.eachParticipant(func(p *record.Participant) {
		id := p.ID
		if p.Country != nil && strings.HasPrefix(id, "PER:") {
			id = *p.Country
		}
		one := byID[id]
		if one == nil {
			one = &party{name: s.named(id)}
			if one.name == "" {
				one.name = p.Name
			}
			byID[id] = one
			parties = append(parties, one)
		}
		if p.Person == nil || *p.Person == one.name {
			return
		}
		known := *p.Person
		if p.Office != nil {
			known += " (" + *p.Office + ")"
		}
		i := slices.IndexFunc(one.people, func(other string) bool {
			return other == known || strings.HasPrefix(other, *p.Person+" (") || strings.HasPrefix(known, other+" (")
		})
		if i < 0 {
			one.people = append(one.people, known)
		} else {
			one.people[i] = longer(one.people[i], known)
		}
	})
	if len(parties) == 0 {
		return
	}
	s.section("WHO", "")
	var alone []string
	for _, p := range parties {
		if len(p.people) == 0 {
			if r, _ := utf8.DecodeRuneInString(p.name); !unicode.IsLower(r) { // "people", "an analyst": nobody in particular
				alone = append(alone, Plain(p.name))
			}
			continue
		}
		s.line(indent, deeper, run{p.name, bold}, run{": " + strings.Join(p.people, "; "), plain})
	}
	if len(alone) > 0 {
		s.line(indent, deeper, run{strings.Join(alone, ", "), bold})
	}
}

func longer(a, b string) string {
	if len(b) > len(a) {
		return b
	}
	return a
}

// happened writes the events, newest first, those of a date together.
func (s *sheet) happened() {
	if len(s.r.Events) == 0 {
		return
	}
	s.section("WHAT HAPPENED", "newest first; [n] is the sentence, the headline being 0")
	events := make([]*record.Event, len(s.r.Events))
	for i := range s.r.Events {
		events[i] = &s.r.Events[i]
	}
	slices.SortStableFunc(events, newestFirst)
	date, words := "", ""
	for _, e := range events {
		if d := s.dateOf(e); d != date {
			s.line(indent, indent, run{d, bold})
			date = d
		}
		s.event(e)
		if w := s.excerpt(e.Sentence, e.Trigger, s.width-deep-2); w != words && w != "" {
			s.line(deep, deep, quoted(w, faint))
			words = w
		}
	}
}

// quoted puts words between quotation marks, those of the article inside them
// turned into single ones.
func quoted(words string, st style) run {
	words = strings.NewReplacer("“", "‘", "”", "’", "\"", "'").Replace(words)
	return run{"“" + words + "”", st}
}

// newestFirst sorts by the middle of the interval, so that a day stands before
// the month around it; what has no date comes last.
func newestFirst(a, b *record.Event) int {
	switch {
	case a.Date == nil && b.Date == nil:
		return 0
	case a.Date == nil:
		return 1
	case b.Date == nil:
		return -1
	}
	return middle(b.Date).Compare(middle(a.Date))
}

// middle is the middle of an interval of days.
func middle(d *record.Date) time.Time {
	from, _ := time.Parse(isoDay, d.From)
	to, _ := time.Parse(isoDay, d.To)
	return from.Add(to.Sub(from) / 2)
}

// dateOf is the heading that an event stands under.
func (s *sheet) dateOf(e *record.Event) string {
	switch {
	case e.Date == nil && s.r.Article.Published == nil:
		return "Date unresolved"
	case e.Date == nil:
		return "Date not told"
	case e.Date.Text != "":
		return when(e.Date)
	case e.Aux == "future":
		return "Time not told, after " + when(&record.Date{From: e.Date.From, To: e.Date.From})
	}
	return "Time not told, within " + when(e.Date)
}

// event writes one event: who, whom, what, under which reservation.
func (s *sheet) event(e *record.Event) {
	var runs []run
	if words := auxWords[e.Aux]; words != "" {
		runs = append(runs, run{words + ": ", warning})
	}
	runs = append(runs, run{s.parties(e), plain}, run{" — ", faint}, run{act(e), bold})
	if about := contexts(e); about != "" {
		runs = append(runs, run{" (" + about + ")", plain})
	}
	if e.Place != nil {
		runs = append(runs, run{", " + e.Place.Name, plain})
	}
	if e.Speaker != nil {
		runs = append(runs, run{", says " + Plain(e.Speaker.Name), plain})
	}
	runs = append(runs, run{"  " + e.ID, faint}, at(s.sentencesOf(e)...))
	s.line(deeper, deep, runs...)
}

// parties gives "A, B → C".
func (s *sheet) parties(e *record.Event) string {
	actors, recipients := s.sides(e.Actors), s.sides(e.Recipients)
	switch {
	case actors == "" && recipients == "":
		return "nobody named"
	case actors == "":
		return "somebody → " + recipients
	case recipients == "":
		return actors
	}
	return actors + " → " + recipients
}

// sentencesOf lists the sentences that tell an event, the best first.
func (s *sheet) sentencesOf(e *record.Event) []int {
	list := []int{e.Sentence}
	for _, ev := range e.Evidence {
		if !slices.Contains(list, ev.Sentence) {
			list = append(list, ev.Sentence)
		}
	}
	slices.Sort(list[1:])
	return list
}
