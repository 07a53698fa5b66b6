package brief

import (
	"cmp"
	"fmt"
	"slices"

	"entente/agenda"
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
	for i := range list[:min(mostDisputes, len(list))] {
		x := &list[i]
		words := spaced(x.Context)
		if better := subjectWords[x.Context]; better != "" {
			words = better
		}
		text := fmt.Sprintf(": conflict in %s of %s", thousands(x.Conflict), counted(x.Events, "event"))
		f.line(indent, deeper, run{words, bold}, run{text, plain})
		if x.Latest != nil {
			f.event(x.Latest, " → ", references("e", []int64{x.Last}))
		}
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
	note := references("s", []int64{s.Number})
	words := clip(unquoted(st.Text), f.fitting(2, eventColumn, note, head...)-2)
	text := run{words, plain}
	if st.Direct {
		text = quoted(words, plain)
	}
	day := ""
	if s.Dated {
		day = dayText(s.Published)
	}
	f.rowAt(deeper, run{day, plain}, eventColumn, append(head, text), run{note, faint})
}

// assessments writes what texts themselves say of the tie.
func (f *folder) assessments() {
	list := f.of.Assessments
	if len(list) == 0 {
		return
	}
	f.section("HOW TEXTS SEE IT", "the newest first")
	for i := range list[:min(mostAssessments, len(list))] {
		a := &list[i]
		var head []run
		if who := f.among(a.Value.Parties, f.of.Parties); who != "" {
			head = append(head, run{who + ": ", plain})
		}
		head = append(head, run{f.assessment(&a.Value), bold})
		if a.Outlet != "" {
			head = append(head, run{" (" + shorten(a.Outlet, 2*longest) + ")", plain})
		}
		note := references("a", []int64{a.Number})
		if a.Sentence != "" {
			head = append(head, run{": ", plain})
			head = append(head, quoted(shorten(a.Sentence, f.fitting(2, eventColumn, note, head...)-2), faint))
		}
		day := ""
		if a.Dated {
			day = dayText(a.Published)
		}
		f.row(run{day, plain}, eventColumn-indent, head, run{note, faint})
	}
	f.more(len(list)-mostAssessments, "more")
}
