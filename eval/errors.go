package eval

import (
	"fmt"
	"slices"
	"strings"

	"entente/record"
)

// Error is one thing that a record has wrong.
type Error struct {
	Kind string `json:"kind"` // event, statement, mechanism, condition, watch, assessment
	What string `json:"what"` // missed, false, double, never, aux, date, speaker
	// Gold is the annotated thing, Found the found one, Words those of the
	// page that tell it, Hint what was found in its stead.
	Gold  string `json:"gold,omitempty"`
	Found string `json:"found,omitempty"`
	Words string `json:"words,omitempty"`
	Hint  string `json:"hint,omitempty"`
}

// errorList gathers the errors of one article.
type errorList struct {
	rec    *record.Record
	errors []Error
}

func (l *errorList) put(e Error) { l.errors = append(l.errors, e) }

// events lists by the same pairings as the figures are counted.
func (l *errorList) events(t *eventTable, never []NeverRule) {
	fits := func(a agreement) bool { return a.typ && a.sides }
	pairs := t.pair(fits, favourMust)
	for i, j := range pairs {
		if g := &t.gold[i]; j < 0 && g.Must {
			l.put(Error{Kind: "event", What: "missed", Gold: g.describe(), Words: g.Evidence, Hint: l.nearest(t, i)})
		}
	}
	for i, j := range t.pair(fits, favourAux) {
		if j >= 0 && !t.cells[i][j].aux {
			l.put(Error{Kind: "event", What: "aux", Gold: t.gold[i].describe(), Found: l.event(j), Words: l.told(j)})
		}
	}
	for i, j := range t.pair(fits, favourDate) {
		if j >= 0 && !t.cells[i][j].date {
			l.put(Error{Kind: "event", What: "date", Gold: t.gold[i].describe(), Found: l.event(j), Words: l.told(j)})
		}
	}
	for _, j := range unpaired(pairs, len(t.found)) {
		what := "false"
		if t.known(j) {
			what = "double"
		}
		l.put(Error{Kind: "event", What: what, Found: l.event(j), Words: l.told(j)})
	}
	for j := range t.found {
		if rule := t.broken(j, never); rule != nil {
			l.put(Error{Kind: "event", What: "never", Gold: rule.Why, Found: l.event(j), Words: l.told(j)})
		}
	}
}

// nearest tells what was found in place of a missed event: from the same
// words, else of the same participants or type.
func (l *errorList) nearest(t *eventTable, i int) string {
	var near, sides []string
	for j, a := range t.cells[i] {
		switch {
		case a.near:
			near = append(near, l.event(j))
		case a.sides:
			sides = append(sides, l.event(j))
		}
	}
	switch {
	case len(near) > 0:
		return "same words: " + strings.Join(near, "; ")
	case len(sides) > 0:
		return "same participants: " + strings.Join(sides[:min(3, len(sides))], "; ")
	}
	return ""
}

func (l *errorList) statements(t *statementTable) {
	pairs := t.pair(func(statementAgreement) bool { return true })
	for i, j := range pairs {
		g := &t.gold[i]
		switch {
		case j < 0:
			l.put(Error{Kind: "statement", What: "missed", Gold: g.describe(), Words: g.Starts, Hint: l.likeStatement(g)})
		case !t.cells[i][j].person:
			l.put(Error{Kind: "statement", What: "speaker", Gold: g.describe(), Found: l.statement(j), Words: g.Starts})
		case !t.cells[i][j].direct:
			l.put(Error{Kind: "statement", What: "direct", Gold: g.describe(), Found: l.statement(j), Words: g.Starts})
		}
	}
	for _, j := range unpaired(pairs, len(t.found)) {
		l.put(Error{Kind: "statement", What: "false", Found: l.statement(j), Words: cut(t.found[j].Text)})
	}
}

// likeStatement gives a found statement with most of the words that a missed
// one starts with.
func (l *errorList) likeStatement(g *GoldStatement) string {
	for j := range l.rec.Statements {
		if s := &l.rec.Statements[j]; coverage(g.Starts, s.Text) > 0.5 {
			return "similar words: " + l.statement(j) + ": " + cut(s.Text)
		}
	}
	return ""
}

func (l *errorList) mechanisms(gold []GoldMechanism, pairs []int) {
	for i, j := range pairs {
		if g := &gold[i]; j < 0 {
			l.put(Error{Kind: "mechanism", What: "missed", Gold: fmt.Sprintf("%s [%s] %s %s", g.Name, list(g.Parties), g.Status, g.Level)})
		}
	}
	for _, j := range unpaired(pairs, len(l.rec.Mechanisms)) {
		m := &l.rec.Mechanisms[j]
		l.put(Error{Kind: "mechanism", What: "false", Words: l.sentence(m.Sentence),
			Found: fmt.Sprintf("%s [%s] %s %s", m.Name, list(m.Parties), m.Status, value(m.Level))})
	}
}

func (l *errorList) conditions(gold []GoldCondition, pairs []int) {
	for i, j := range pairs {
		if g := &gold[i]; j < 0 {
			l.put(Error{Kind: "condition", What: "missed", Gold: fmt.Sprintf("[%s] %s %s → %s", list(g.On), g.Connective, g.Action, g.Outcome)})
		}
	}
	for _, j := range unpaired(pairs, len(l.rec.Conditions)) {
		c := &l.rec.Conditions[j]
		l.put(Error{Kind: "condition", What: "false", Words: l.sentence(c.Sentence),
			Found: fmt.Sprintf("[%s] %s %s → %s", list(c.On), c.Connective, c.Action, c.Outcome)})
	}
}

func (l *errorList) watch(gold []GoldWatch, pairs []int) {
	for i, j := range pairs {
		if g := &gold[i]; j < 0 {
			l.put(Error{Kind: "watch", What: "missed", Gold: fmt.Sprintf("%s [%s → %s] %s", g.What, list(g.Actors), list(g.Recipients), g.Date)})
		}
	}
	for _, j := range unpaired(pairs, len(l.rec.Watch)) {
		w := &l.rec.Watch[j]
		l.put(Error{Kind: "watch", What: "false", Words: l.sentence(w.Sentence),
			Found: fmt.Sprintf("%s [%s → %s] %s", w.What, ids(w.Actors), ids(w.Recipients), day(w.Date))})
	}
}

func (l *errorList) assessments(gold []GoldAssessment, pairs []int) {
	for i, j := range pairs {
		if g := &gold[i]; j < 0 {
			l.put(Error{Kind: "assessment", What: "missed", Gold: fmt.Sprintf("[%s] %s %s", list(g.Parties), g.Level, g.Direction), Words: g.Evidence})
		}
	}
	for _, j := range unpaired(pairs, len(l.rec.Assessments)) {
		a := &l.rec.Assessments[j]
		l.put(Error{Kind: "assessment", What: "false", Words: l.sentence(a.Sentence),
			Found: fmt.Sprintf("[%s] %s %s", list(a.Parties), value(a.Level), value(a.Direction))})
	}
}

func (g *GoldEvent) describe() string {
	return fmt.Sprintf("%s %s [%s → %s] %s%s", g.ID, strings.Join(g.Types, "|"), list(g.Actors), list(g.Recipients), blank(g.Aux), g.Date)
}

func (g *GoldStatement) describe() string {
	return fmt.Sprintf("%s (%s) %s", g.Speaker, value(g.Country), directness(g.Direct))
}

func (l *errorList) event(j int) string {
	e := &l.rec.Events[j]
	typ := e.Type
	if e.Mode != nil {
		typ += "/" + *e.Mode
	}
	return fmt.Sprintf("%s %s [%s → %s] %s%s by %s", e.ID, typ, ids(e.Actors), ids(e.Recipients), blank(e.Aux), day(e.Date), e.Rule)
}

func (l *errorList) statement(j int) string {
	s := &l.rec.Statements[j]
	return fmt.Sprintf("%s (%s) %s", s.Speaker.Name, s.Speaker.ID, directness(s.Direct))
}

// told gives the sentence of a found event with its trigger in brackets.
func (l *errorList) told(j int) string {
	e := &l.rec.Events[j]
	text, t := l.rec.Article.Text, e.Trigger
	if e.Sentence < 0 || e.Sentence >= len(l.rec.Sentences) {
		return ""
	}
	s := l.rec.Sentences[e.Sentence]
	if t.Start < s.Start || t.End > s.End || t.Start > t.End {
		return l.sentence(e.Sentence)
	}
	return oneLine(text[max(s.Start, t.Start-120):t.Start]+"["+text[t.Start:t.End]+"]"+text[t.End:min(s.End, t.End+120)], e.Sentence)
}

func (l *errorList) sentence(i int) string {
	if i < 0 || i >= len(l.rec.Sentences) {
		return ""
	}
	s := l.rec.Sentences[i]
	return oneLine(cut(l.rec.Article.Text[s.Start:s.End]), i)
}

func oneLine(s string, sentence int) string {
	return fmt.Sprintf("S%d %s", sentence, strings.Join(strings.Fields(strings.ToValidUTF8(s, "")), " "))
}

func cut(s string) string {
	if len(s) <= 240 {
		return s
	}
	return strings.ToValidUTF8(s[:240], "") + "…"
}

func list(l []string) string {
	l = slices.Clone(l)
	slices.Sort(l)
	return strings.Join(l, " ")
}

func ids(l []record.Participant) string {
	var out []string
	for i := range l {
		id := l[i].ID
		if l[i].Country != nil && *l[i].Country != id {
			id += "/" + *l[i].Country
		}
		out = append(out, id)
	}
	return list(out)
}

func blank(s string) string {
	if s == "" {
		return ""
	}
	return s + " "
}

func value(s *string) string {
	if s == nil {
		return "-"
	}
	return *s
}

func day(d *record.Date) string {
	if d == nil {
		return "no date"
	}
	if d.Text == "" {
		return d.From + "…" + d.To
	}
	return fmt.Sprintf("%s…%s (%s)", d.From, d.To, d.Text)
}

func directness(direct bool) string {
	if direct {
		return "direct"
	}
	return "reported"
}
