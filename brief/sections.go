package brief

import (
	"fmt"
	"slices"
	"strings"
	"time"

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
