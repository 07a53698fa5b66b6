package brief

import (
	"slices"
	"strings"

	"entente/record"
)

// maxWords is how many cells of a statement are shown.
const maxWords = 140

// fullSaid writes the statements, those of a speaker together.
func (s *sheet) fullSaid() {
	if len(s.r.Statements) == 0 {
		return
	}
	s.section("WHAT WAS SAID", "in quotation marks; reported without")
	speakers, of := s.bySpeaker(s.person)
	for _, name := range speakers {
		tie := s.usualTie(of[name])
		runs := []run{{name, bold}}
		if tie != "" {
			runs = append(runs, run{" — on " + tie, plain})
		}
		s.line(indent, deeper, runs...)
		for _, st := range of[name] {
			s.fullStatement(st, tie)
		}
	}
}

// usualTie names the tie that most of the statements are about, the first of
// several.
func (s *sheet) usualTie(list []*record.Statement) string {
	count := map[string]int{}
	usual := ""
	for _, st := range list {
		tie := s.namesOf(st.About, "–")
		count[tie]++
		if count[tie] > count[usual] && tie != "" {
			usual = tie
		}
	}
	return usual
}

// fullStatement writes what was said; tie is the one that the line of the speaker
// has named already.
func (s *sheet) fullStatement(st *record.Statement, tie string) {
	var notes []string
	if about := s.namesOf(st.About, "–"); about != tie && about != "" {
		notes = append(notes, "on "+about)
	}
	if tone := stance(st.Stance); tone != "" {
		notes = append(notes, tone)
	}
	if st.Date != nil {
		notes = append(notes, when(st.Date))
	}
	var runs []run
	if len(notes) > 0 {
		runs = append(runs, run{strings.Join(notes, ", ") + ": ", faint})
	}
	if st.Denied {
		runs = append(runs, denies)
	}
	words := strings.TrimRight(shorten(st.Text, maxWords), ",;: ")
	if st.Direct {
		runs = append(runs, quoted(words, plain))
	} else {
		runs = append(runs, run{words, plain})
	}
	s.line(deeper, deep, append(runs, at(st.Sentence))...)
}

// fullDialogues writes the mechanisms with their state.
func (s *sheet) fullDialogues() {
	if len(s.r.Mechanisms) == 0 {
		return
	}
	s.section("DIALOGUES", "")
	for i := range s.r.Mechanisms {
		m := &s.r.Mechanisms[i]
		state := m.Status
		if m.Date != nil {
			state += " " + when(m.Date)
		}
		if m.Place != nil {
			state += ", " + Plain(*m.Place)
		}
		notes := []string{s.namesOf(m.Parties, ", ")}
		if m.Level != nil {
			notes = append(notes, level(*m.Level))
		}
		if m.Cadence != nil {
			notes = append(notes, *m.Cadence)
		}
		if m.GapYears != nil {
			notes = append(notes, "after "+years(*m.GapYears))
		}
		s.line(indent, deeper, run{state, bold}, run{" — " + m.Name + " (" + strings.Join(notes, "; ") + ")", plain}, at(m.Sentence))
	}
}

// fullDisputes writes what stands between whom: accusations, rejections and
// threats that are not denied or past, and whatever touches territory.
func (s *sheet) fullDisputes() {
	var pairs []string
	of := map[string][]*record.Event{}
	for i := range s.r.Events {
		e := &s.r.Events[i]
		if !isDispute(e) {
			continue
		}
		pair := s.parties(e)
		if of[pair] == nil {
			pairs = append(pairs, pair)
		}
		of[pair] = append(of[pair], e)
	}
	if len(pairs) == 0 {
		return
	}
	s.section("OPEN DISPUTES", "")
	for _, pair := range pairs {
		runs := []run{{pair, plain}, {": ", plain}}
		for i, e := range of[pair] {
			if i > 0 {
				runs = append(runs, run{"; ", plain})
			}
			words := act(e)
			if aux := auxWords[e.Aux]; aux != "" {
				words = aux + ": " + words
			}
			if about := contexts(e); about != "" {
				words += " (" + about + ")"
			}
			runs = append(runs, run{words, plain}, at(e.Sentence))
		}
		s.line(indent, deeper, runs...)
	}
}

func isDispute(e *record.Event) bool {
	if e.Aux == "negation" || e.Aux == "historical" {
		return false
	}
	switch e.Type {
	case "ACCUSE", "REJECT", "THREATEN":
		return true
	}
	return slices.Contains(e.Contexts, "territory") && e.Score < 0
}

// fullConditions writes who must do what first.
func (s *sheet) fullConditions() {
	if len(s.r.Conditions) == 0 {
		return
	}
	s.section("CONDITIONS", "")
	for i := range s.r.Conditions {
		c := &s.r.Conditions[i]
		runs := []run{{c.Connective + " ", warning}}
		if len(c.On) > 0 {
			runs = append(runs, run{s.namesOf(c.On, ", ") + " ", bold})
		}
		runs = append(runs, run{c.Action, plain})
		if c.Outcome != "" {
			runs = append(runs, run{" → ", faint}, run{c.Outcome, plain})
		}
		s.line(indent, deeper, append(runs, at(c.Sentence))...)
	}
}

// fullWatch writes what is coming and what it is taken to tell.
func (s *sheet) fullWatch() {
	if len(s.r.Watch) == 0 {
		return
	}
	s.section("TO WATCH", "")
	for i := range s.r.Watch {
		w := &s.r.Watch[i]
		var runs []run
		if w.Date != nil && w.Date.Text != "" {
			runs = append(runs, run{when(w.Date), bold}, run{" — ", faint})
		}
		runs = append(runs, run{strings.TrimRight(w.What, ",;: "), plain})
		if len(w.GaugeOf) > 0 {
			runs = append(runs, run{"; taken as a sign for " + s.namesOf(w.GaugeOf, "–"), plain})
		}
		s.line(indent, deeper, append(runs, at(w.Sentence))...)
	}
}

// fullTies writes how the text assesses ties.
func (s *sheet) fullTies() {
	if len(s.r.Assessments) == 0 {
		return
	}
	s.section("HOW THE TEXT SEES THE TIES", "")
	var ties []string
	of := map[string][]run{}
	for i := range s.r.Assessments {
		a := &s.r.Assessments[i]
		tie := s.namesOf(a.Parties, "–")
		if of[tie] == nil {
			ties = append(ties, tie)
			of[tie] = []run{{tie, bold}, {": ", plain}}
		} else {
			of[tie] = append(of[tie], run{"; ", plain})
		}
		of[tie] = append(of[tie], run{s.assessment(a), plain}, at(a.Sentence))
	}
	for _, tie := range ties {
		s.line(indent, deeper, of[tie]...)
	}
}
