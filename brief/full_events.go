package brief

import (
	"slices"

	"entente/record"
)

// fullHappened writes the events, newest first, those of a date together.
func (s *sheet) fullHappened() {
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
		s.fullEvent(e)
		if w := s.excerpt(e.Sentence, e.Trigger, s.width-deep-2); w != words && w != "" {
			s.line(deep, deep, quoted(w, faint))
			words = w
		}
	}
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

// fullEvent writes one event: who, whom, what, under which reservation.
func (s *sheet) fullEvent(e *record.Event) {
	var runs []run
	if words := auxWords[e.Aux]; words != "" {
		runs = append(runs, run{words + ": ", warning})
	}
	if words := sureness(e); words != "" {
		runs = append(runs, run{words + " ", warning})
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
