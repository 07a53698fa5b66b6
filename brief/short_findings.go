package brief

import (
	"slices"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"entente/record"
)

// fewStatements is up to how many of them each may fill two lines.
const fewStatements = 6

// said writes the statements, those of a speaker together, each shortened.
func (s *sheet) said() {
	if len(s.r.Statements) == 0 {
		return
	}
	s.section("WHAT WAS SAID", "in quotation marks word for word, else as reported")
	speakers, of := s.bySpeaker(s.speaker)
	lines := 1
	if len(s.r.Statements) <= fewStatements {
		lines = 2
	}
	for _, name := range speakers {
		tie := s.usualTie(of[name])
		head := []run{{name, bold}}
		if tie != "" {
			head = append(head, run{" on " + tie, faint})
		}
		head = append(head, run{": ", plain})
		if len(of[name]) == 1 {
			s.statement(head, of[name][0], tie, max(lines, 2))
			continue
		}
		s.line(indent, deeper, head...)
		for _, st := range of[name] {
			s.statement(nil, st, tie, lines)
		}
	}
}

// bySpeaker groups the statements by what their speakers are called, speakers in the order of the text.
func (s *sheet) bySpeaker(called func(*record.Participant) string) ([]string, map[string][]*record.Statement) {
	var speakers []string
	of := map[string][]*record.Statement{}
	for i := range s.r.Statements {
		st := &s.r.Statements[i]
		name := called(&st.Speaker)
		if of[name] == nil {
			speakers = append(speakers, name)
		}
		of[name] = append(of[name], st)
	}
	return speakers, of
}

// denies stands before what a speaker says is not so.
var denies = run{"denies: ", bold}

// statement writes what was said in a number of lines, after a head that names
// the speaker, or below it; tie is the one that the head has named already.
func (s *sheet) statement(head []run, st *record.Statement, tie string, lines int) {
	var notes []string
	if about := s.namesOf(st.About, "–"); about != tie && about != "" {
		notes = append(notes, "on "+about)
	}
	if tone := stance(st.Stance); tone != "" {
		notes = append(notes, tone)
	}
	if st.Date != nil {
		notes = append(notes, s.shortDate(st.Date))
	}
	first, rest := indent, deeper
	if head == nil {
		first, rest = deeper, deep
	}
	runs := head
	if len(notes) > 0 {
		runs = append(runs, run{strings.Join(notes, ", ") + ": ", faint})
	}
	if st.Denied {
		runs = append(runs, denies)
	}
	ref := at(st.Sentence)
	room := lines*(s.width-rest) + rest - first - 6*(lines-1) - displaywidth.String(ref.text) - 2
	for _, r := range runs {
		room -= displaywidth.String(r.text)
	}
	words := strings.TrimRight(shorten(st.Text, max(room, leastWords)), ",;: ")
	if st.Direct {
		runs = append(runs, quoted(words, plain))
	} else {
		runs = append(runs, run{words, plain})
	}
	s.line(first, rest, append(runs, ref)...)
}

// dialogues writes a line for each mechanism: its state, its name, who takes
// part, when and where.
func (s *sheet) dialogues() {
	var list []*record.Mechanism
	var labels []string
	for i := range s.r.Mechanisms {
		if m := &s.r.Mechanisms[i]; !s.isAnnounced(m) {
			list, labels = append(list, m), append(labels, Plain(m.Status))
		}
	}
	if len(list) == 0 {
		return
	}
	s.section("DIALOGUES", "")
	rest := column(labels)
	for i, m := range list {
		note := run{strings.TrimSpace(at(m.Sentence).text), faint}
		told := "; " + strings.Join(s.dialogueNotes(m), ", ")
		room := s.width - rest - displaywidth.String(told) - displaywidth.String(note.text) - 2
		name := m.Name
		if m.GapYears != nil {
			name = strings.TrimPrefix(name, "first ") // the gap says so
		}
		s.row(run{labels[i], bold}, rest, []run{{shorten(name, max(room, 2*leastWords)), plain}, {told, faint}}, note)
	}
}

// gap gives the time since the last meeting: "4-yr gap".
func gap(n float64) string {
	unit := strings.NewReplacer(" years", "-yr", " year", "-yr", " months", "-month")
	return unit.Replace(years(n)) + " gap"
}

// isAnnounced reports whether a planned meeting stands among the announcements.
func (s *sheet) isAnnounced(m *record.Mechanism) bool {
	return m.Status == "planned" && slices.ContainsFunc(s.r.Events, func(e record.Event) bool {
		return e.Aux == "future" && e.Sentence == m.Sentence && strings.Contains(m.Name, s.triggerOf(&e))
	})
}

// triggerOf gives the words that mean an event, a blank where they lie outside
// the text.
func (s *sheet) triggerOf(e *record.Event) string {
	t, text := e.Trigger, s.r.Article.Text
	if t.Start < 0 || t.Start >= t.End || t.End > len(text) {
		return " "
	}
	return text[t.Start:t.End]
}

func (s *sheet) dialogueNotes(m *record.Mechanism) []string {
	notes := []string{s.namesOf(m.Parties, "–")}
	if m.Date != nil {
		notes = append(notes, s.shortDate(m.Date))
	}
	if m.Place != nil && !strings.Contains(m.Name, *m.Place) {
		notes = append(notes, Plain(*m.Place))
	}
	if m.Level != nil && !strings.Contains(m.Name, strings.TrimSuffix(level(*m.Level), "s")) && !strings.Contains(m.Name, "summit") {
		notes = append(notes, level(*m.Level))
	}
	if m.Cadence != nil {
		notes = append(notes, *m.Cadence)
	}
	if m.GapYears != nil {
		notes = append(notes, gap(*m.GapYears))
	}
	return notes
}

// watch writes what must happen first and what is coming: conditions,
// announcements, and what the text says to watch, each of them once.
func (s *sheet) watch() {
	announced := s.announced()
	items := s.watched(announced)
	if len(s.r.Conditions)+len(announced)+len(items) == 0 {
		return
	}
	s.section("WHAT TO WATCH", "")
	var labels []string
	for i := range s.r.Conditions {
		labels = append(labels, Plain(s.r.Conditions[i].Connective))
	}
	for _, a := range announced {
		labels = append(labels, s.due(a.event.Date, a.due))
	}
	for _, w := range items {
		labels = append(labels, s.due(w.Date, nil))
	}
	rest := column(labels)
	for i := range s.r.Conditions {
		s.condition(&s.r.Conditions[i], rest)
	}
	for _, a := range announced {
		s.event(a.event, run{s.due(a.event.Date, a.due), bold}, rest, a.sign)
	}
	for _, w := range items {
		s.watchItem(w, rest)
	}
}

// announcement is an announced event with what a watch item adds to it.
type announcement struct {
	event *record.Event
	due   *record.Date
	sign  string
}

func (s *sheet) announced() []*announcement {
	var list []*announcement
	for i := range s.r.Events {
		if e := &s.r.Events[i]; e.Aux == "future" {
			list = append(list, &announcement{event: e})
		}
	}
	return list
}

// watched gives the watch items that neither an announcement nor another item
// tells already; what they know beyond an announcement goes over to it.
func (s *sheet) watched(announced []*announcement) []*record.WatchItem {
	var items []*record.WatchItem
	for i := range s.r.Watch {
		w := &s.r.Watch[i]
		same := slices.IndexFunc(announced, func(a *announcement) bool { return s.tells(w, a.event) })
		if same >= 0 {
			a := announced[same]
			if a.due == nil {
				a.due = w.Date
			}
			if len(w.GaugeOf) > 0 {
				a.sign = s.namesOf(w.GaugeOf, "–")
			}
			continue
		}
		if !slices.ContainsFunc(items, func(other *record.WatchItem) bool {
			return other.Sentence == w.Sentence && strings.Contains(other.What, w.What)
		}) {
			items = append(items, w)
		}
	}
	return items
}

// tells reports whether a watch item is the event: told in the same sentence,
// its words with those that mean the event.
func (s *sheet) tells(w *record.WatchItem, e *record.Event) bool {
	return w.Sentence == e.Sentence && strings.Contains(w.What, s.triggerOf(e))
}

// due is the label of what is coming.
func (s *sheet) due(dates ...*record.Date) string {
	for _, d := range dates {
		if d != nil && d.Text != "" {
			return s.shortDate(d)
		}
	}
	return "coming"
}

// isConditional reports whether an event is told by a condition.
func (s *sheet) isConditional(e *record.Event) bool {
	return e.Aux == "hypothetical" && slices.ContainsFunc(s.r.Conditions, func(c record.Condition) bool { return c.Sentence == e.Sentence })
}

// condition writes what must come first, what depends on it, and the events
// that the two would be.
func (s *sheet) condition(c *record.Condition, rest int) {
	var text []run
	if len(c.On) > 0 {
		text = append(text, run{s.namesOf(c.On, ", ") + ": ", bold})
	}
	line := s.width - rest - deep // what must come first and what depends on it get a line each
	text = append(text, run{shorten(c.Action, line-leastWords/2), plain})
	if c.Outcome != "" {
		text = append(text, run{" → ", faint}, run{shorten(c.Outcome, line), plain})
	}
	note := strings.TrimSpace(at(c.Sentence).text)
	for i := range s.r.Events {
		if e := &s.r.Events[i]; s.isConditional(e) && e.Sentence == c.Sentence {
			note += " " + codeOf(e)
		}
	}
	s.row(run{Plain(c.Connective), warning}, rest, text, run{note, faint})
}

func (s *sheet) watchItem(w *record.WatchItem, rest int) {
	sign := ""
	if len(w.GaugeOf) > 0 {
		sign = "; a sign for " + s.namesOf(w.GaugeOf, "–")
	}
	note := run{strings.TrimSpace(at(w.Sentence).text), faint}
	room := s.width - rest - displaywidth.String(sign) - displaywidth.String(note.text) - 2
	if room < 2*leastWords {
		room = s.width - rest
	}
	what := strings.TrimRight(shorten(w.What, room), ",;: ")
	s.row(run{s.due(w.Date), bold}, rest, []run{{what, plain}, {sign, faint}}, note)
}

// judgement is what the text says of the relations of some parties.
type judgement struct {
	names    string
	judged   []run
	disputes []*record.Event
}

// ties writes how the text assesses ties and what stands between the parties.
func (s *sheet) ties() {
	ties := s.tied()
	if len(ties) == 0 {
		return
	}
	s.section("TIES AND OPEN DISPUTES", "as the text sees them")
	for _, t := range ties {
		runs := []run{{t.names, bold}, {": ", plain}}
		runs = append(runs, t.judged...)
		if len(t.disputes) > 0 {
			if len(t.judged) > 0 {
				runs = append(runs, run{"; ", plain})
			}
			runs = append(runs, disputed(t.disputes)...)
		}
		s.line(indent, deeper, runs...)
	}
}

// tied gathers assessments and disputes by the parties between whom they are.
func (s *sheet) tied() []*judgement {
	var ties []*judgement
	between := func(ids []string) *judgement {
		ids = slices.Clone(ids)
		slices.Sort(ids)
		names := s.namesOf(slices.Compact(ids), "–")
		for _, t := range ties {
			if t.names == names {
				return t
			}
		}
		ties = append(ties, &judgement{names: names})
		return ties[len(ties)-1]
	}
	for i := range s.r.Assessments {
		a := &s.r.Assessments[i]
		t := between(a.Parties)
		if len(t.judged) > 0 {
			t.judged = append(t.judged, run{"; ", plain})
		}
		t.judged = append(t.judged, run{s.assessment(a), plain}, at(a.Sentence))
	}
	for i := range s.r.Events {
		e := &s.r.Events[i]
		if !isDispute(e) {
			continue
		}
		var ids []string
		for _, p := range slices.Concat(e.Actors, e.Recipients) {
			ids = append(ids, p.ID)
		}
		if len(e.Recipients) == 0 && len(e.Actors) < 2 {
			continue // a dispute has two sides
		}
		if t := between(ids); t.names != "" {
			t.disputes = append(t.disputes, e)
		}
	}
	return slices.DeleteFunc(ties, func(t *judgement) bool { return t.names == "" })
}

// disputed names the acts of disputes once each with their events, and what
// they are about.
func disputed(events []*record.Event) []run {
	var kinds, about []string
	of := map[string][]string{}
	for _, e := range events {
		kind := act(e)
		if e.Aux == "hypothetical" {
			kind = "if: " + kind
		}
		if of[kind] == nil {
			kinds = append(kinds, kind)
		}
		of[kind] = append(of[kind], Plain(e.ID))
		for _, c := range subjects(e) {
			if !slices.Contains(about, c) {
				about = append(about, c)
			}
		}
	}
	var runs []run
	for i, kind := range kinds {
		if i > 0 {
			runs = append(runs, run{", ", plain})
		}
		runs = append(runs, run{kind, plain}, run{" " + strings.Join(of[kind], " "), faint})
	}
	if len(about) > 0 {
		runs = append(runs, run{" over " + strings.Join(about, ", "), plain})
	}
	return runs
}
