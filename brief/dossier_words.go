package brief

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/clipperhouse/displaywidth"

	"entente/agenda"
	"entente/calendar"
	"entente/record"
)

// How many of a kind a dossier lists.
const (
	mostDisputes    = 8
	mostStatements  = 8
	mostAssessments = 6
)

// disputes writes what the countries were at odds about within the last year.
func (f *folder) disputes() {
	list := f.of.Disputes
	if len(list) == 0 {
		return
	}
	f.section("DISPUTES", "conflict by subject within the last year, and the last event of it")
	shown := map[int64]bool{}
	for i := range list[:min(mostDisputes, len(list))] {
		x := &list[i]
		words := spaced(x.Context)
		if words == "" {
			words = "subject not told"
		}
		if better := subjectWords[x.Context]; better != "" {
			words = better
		}
		head := []run{{words + ":", bold}, {fmt.Sprintf(" conflict in %s of %s", thousands(x.Conflict), counted(x.Events, "event")), plain}}
		note := references("e", []int64{x.Last})
		if x.Latest == nil || shown[x.Last] {
			f.row(head[0], indent+displaywidth.String(head[0].text)+1, head[1:], run{note, faint})
			continue
		}
		shown[x.Last] = true
		f.line(indent, deeper, head...)
		f.event(x.Latest, " → ", run{note, faint})
	}
	f.more(len(list)-mostDisputes, "more")
}

// statements writes the newest words of each side.
func (f *folder) statements() {
	list := f.chosen()
	if len(list) == 0 {
		return
	}
	f.section("WHAT WAS SAID", "the newest; in quotation marks word for word, else as reported")
	var sides []string
	for _, s := range list {
		if side := speaksFor(s); !slices.Contains(sides, side) {
			sides = append(sides, side)
		}
	}
	slices.SortStableFunc(sides, func(a, b string) int { return cmp.Compare(f.rank(a), f.rank(b)) })
	for _, side := range sides {
		name := "Others"
		if side != "" {
			name = f.whole(side)
		}
		f.heading(name, "")
		for _, s := range list {
			if speaksFor(s) == side {
				f.statement(s)
			}
		}
	}
	f.more(len(f.of.Statements)-len(list), "more since "+dayText(f.of.Since))
}

// rank puts the sides that are asked about before others, those without a
// country last.
func (f *folder) rank(side string) int {
	switch i := slices.Index(f.of.Parties, side); {
	case i >= 0:
		return i
	case side == "":
		return len(f.of.Parties) + 1
	}
	return len(f.of.Parties)
}

// speaksFor is the country of a speaker, "" where it has none.
func speaksFor(s *agenda.Told[record.Statement]) string {
	if c := s.Value.Speaker.Country; c != nil {
		return *c
	}
	return ""
}

// chosen takes the newest statements, so that each side that is asked about
// has its share where it said enough.
func (f *folder) chosen() []*agenda.Told[record.Statement] {
	all := f.of.Statements
	taken := make([]bool, len(all))
	count, share := map[string]int{}, max(1, mostStatements/max(1, len(f.of.Parties)))
	n := 0
	for i := range all {
		side := speaksFor(&all[i])
		if n < mostStatements && slices.Contains(f.of.Parties, side) && count[side] < share {
			taken[i] = true
			count[side]++
			n++
		}
	}
	var list []*agenda.Told[record.Statement]
	for i := range all {
		if !taken[i] && n < mostStatements {
			taken[i] = true
			n++
		}
		if taken[i] {
			list = append(list, &all[i])
		}
	}
	return list
}

// statement writes one: day, who, the words in two lines.
func (f *folder) statement(s *agenda.Told[record.Statement]) {
	st := &s.Value
	name := st.Speaker.Name
	if st.Speaker.Person != nil {
		name = *st.Speaker.Person
	}
	head := []run{{shorten(name, 2*longest), bold}}
	if about := f.among(st.About, f.of.Parties); about != "" {
		head = append(head, run{" on " + about, faint})
	}
	if tone := stance(st.Stance); tone != "" {
		head = append(head, run{", " + tone, faint})
	}
	head = append(head, run{": ", plain})
	if st.Denied {
		head = append(head, denies)
	}
	note := references("s", []int64{s.Number})
	words := clip(unquoted(st.Text), f.fitting(2, eventColumn, note, head...)-2)
	text := run{words, plain}
	if st.Direct {
		text = quoted(words, plain)
	}
	f.rowAt(deeper, run{toldOn(s.Published, s.Dated), plain}, eventColumn, append(head, text), run{note, faint})
}

// assessments writes what texts themselves say of the tie.
func (f *folder) assessments() {
	var groups [][]*agenda.Told[record.Assessment] // of one sentence each
	for i := range f.of.Assessments {
		a := &f.of.Assessments[i]
		if n := len(groups); n > 0 && sameSentence(groups[n-1][0], a) {
			groups[n-1] = append(groups[n-1], a)
			continue
		}
		groups = append(groups, []*agenda.Told[record.Assessment]{a})
	}
	if len(groups) == 0 {
		return
	}
	f.section("HOW TEXTS SEE IT", "the newest first")
	for _, g := range groups[:min(mostAssessments, len(groups))] {
		f.judged(g)
	}
	f.more(len(groups)-mostAssessments, "more")
}

func sameSentence(a, b *agenda.Told[record.Assessment]) bool {
	return a.Article == b.Article && a.Value.Sentence == b.Value.Sentence && same(a.Value.Parties, b.Value.Parties)
}

// judged writes what one sentence says of a tie.
func (f *folder) judged(list []*agenda.Told[record.Assessment]) {
	first := list[0]
	var head []run
	if who := f.among(first.Value.Parties, f.of.Parties); who != "" {
		head = append(head, run{who + ": ", plain})
	}
	var numbers []int64
	for i, a := range list {
		if i > 0 {
			head = append(head, run{"; ", plain})
		}
		head = append(head, run{f.assessment(&a.Value), bold})
		numbers = append(numbers, a.Number)
	}
	if first.Outlet != "" {
		head = append(head, run{" (" + shorten(first.Outlet, 2*longest) + ")", plain})
	}
	note := references("a", numbers)
	if first.Sentence != "" {
		head = append(head, run{": ", plain})
		head = append(head, quoted(shorten(first.Sentence, f.fitting(2, eventColumn-indent, note, head...)-2), faint))
	}
	f.row(run{toldOn(first.Published, first.Dated), plain}, eventColumn-indent, head, run{note, faint})
}

// toldOn writes the day of a publication, where it is known.
func toldOn(d calendar.Day, known bool) string {
	if !known {
		return "undated"
	}
	return dayText(d)
}
