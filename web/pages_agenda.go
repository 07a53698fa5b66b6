package web

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"entente/agenda"
	"entente/brief"
	"entente/dossier"
	"entente/record"
)

// How many of a kind stand open; the rest is behind a fold.
const (
	dialoguesOpen  = 8
	conditionsOpen = 8
	watchOpen      = 8
)

// agendaView is what is open between countries.
type agendaView struct {
	DialogueChart template.HTML
	Dialogues     folded[dialogueView]
	Conditions    folded[conditionView]
	Watch         folded[watchView]
}

// folded is a list whose first rows stand open.
type folded[T any] struct {
	Open, More []T
}

func fold[T any](list []T, n int) folded[T] {
	if len(list) <= n+2 { // nobody opens a fold for two
		return folded[T]{Open: list}
	}
	return folded[T]{list[:n], list[n:]}
}

type dialogueView struct {
	State, Class string
	Who          template.HTML
	Name, Called string
	Facts        []string
	Overdue      string
	References   []link
	Proof        []link
}

type conditionView struct {
	State, Class string
	Connective   string
	On           template.HTML
	Action       string
	Outcome      string
	Met          string
	MetText      string
	Proof        []link
	References   []link
}

type watchView struct {
	Fate, Class string
	Day, When   string
	Who         template.HTML
	What        string
	Gauge       template.HTML
	Note        string
	References  []link
	Proof       []link
}

func (r *reader) agendaView(d *dossier.Dossier) agendaView {
	v := agendaView{}
	dialogues := slices.Clone(d.Dialogues)
	slices.SortStableFunc(dialogues, func(a, b agenda.Dialogue) int { return cmp.Compare(urgency(&a), urgency(&b)) })
	var list []dialogueView
	for i := range dialogues {
		list = append(list, r.dialogue(&dialogues[i], d.Parties))
	}
	v.Dialogues = fold(list, dialoguesOpen)
	v.DialogueChart = r.dialogueChart(dialogues, d)
	conditions := slices.Clone(d.Conditions)
	slices.SortStableFunc(conditions, func(a, b agenda.Condition) int {
		return cmp.Or(cmp.Compare(oneIf(a.Met != nil), oneIf(b.Met != nil)), cmp.Compare(b.Last, a.Last))
	})
	var open []conditionView
	for i := range conditions {
		open = append(open, r.condition(&conditions[i]))
	}
	v.Conditions = fold(open, conditionsOpen)
	watch := slices.Clone(d.Watch)
	slices.SortStableFunc(watch, func(a, b agenda.Item) int {
		if c := cmp.Compare(slices.Index(fates, a.Fate), slices.Index(fates, b.Fate)); c != 0 {
			return c
		}
		if a.Fate == agenda.Coming {
			return cmp.Compare(a.From, b.From)
		}
		return cmp.Compare(b.To, a.To)
	})
	var items []watchView
	for i := range watch {
		items = append(items, r.watch(&watch[i]))
	}
	v.Watch = fold(items, watchOpen)
	return v
}

func oneIf(b bool) int {
	if b {
		return 1
	}
	return 0
}

// urgency orders dialogues: what is late, what comes, what lives, what rests.
func urgency(d *agenda.Dialogue) int {
	switch {
	case d.Overdue != nil:
		return 0
	case d.State == agenda.Suspended:
		return 1
	case d.Next != nil:
		return 2
	case d.State == agenda.Asleep || d.State == agenda.Undated:
		return 4
	}
	return 3
}

func (r *reader) dialogue(d *agenda.Dialogue, asked []string) dialogueView {
	v := dialogueView{State: string(d.State), Class: "neutral", Who: r.among(d.Parties, asked), Name: brief.Plain(d.Name), References: few(references("m", d.Numbers))}
	if called := brief.Plain(d.Called); called != v.Name && isProper(called) {
		v.Called = shortened(called, 80)
	}
	switch d.State {
	case agenda.Live:
		v.Class = "good"
	case agenda.Suspended:
		v.Class = "bad"
		for i := len(d.Entries) - 1; i >= 0; i-- {
			if e := &d.Entries[i]; e.Status == "suspended" || e.Status == "cancelled" {
				v.Facts = append(v.Facts, "broken off "+stationDate(e))
				break
			}
		}
	}
	switch {
	case d.LastHeld != nil:
		text := "last held " + stationDate(d.LastHeld)
		if d.LastHeld.Place != "" {
			text += " in " + brief.Plain(d.LastHeld.Place)
		}
		if d.LastHeld.GapYears > 0 {
			text += ", the first in " + strings.TrimSuffix(fmt.Sprintf("%.1f", d.LastHeld.GapYears), ".0") + " years"
		}
		v.Facts = append(v.Facts, text)
		v.Proof = few(references("e", d.LastHeld.Events))
	case d.State != agenda.Proposed:
		v.Facts = append(v.Facts, "no meeting known")
	}
	if d.Next != nil {
		v.Facts = append(v.Facts, "next "+nextDate(d.Next))
	}
	if d.Cadence.Word != "" || d.Cadence.Days > 0 {
		v.Facts = append(v.Facts, brief.Plain(d.Cadence.String()))
	}
	if d.Overdue != nil {
		v.Overdue = "due " + nextDate(d.Overdue) + ", and nobody tells of it"
	}
	return v
}

func stationDate(e *agenda.Entry) string {
	switch {
	case e.Dated:
		return brief.Span(e.From, e.To)
	case e.Known:
		return "before " + brief.Day(e.First)
	}
	return "on a day not told"
}

func nextDate(n *agenda.Next) string {
	text := "without a date"
	if n.Dated {
		text = brief.Span(n.From, n.To)
	}
	if n.Expected {
		return text + " by its rhythm"
	}
	return text + ", as announced"
}

// isProper: a dialogue has a name of its own, in capitals.
func isProper(name string) bool {
	fields := strings.Fields(name)
	return len(fields) > 1 && !strings.Contains(name, " of ") && strings.ToUpper(name[:1]) == name[:1] && strings.ToLower(name[:1]) != name[:1]
}

func (r *reader) condition(c *agenda.Condition) conditionView {
	v := conditionView{State: "open", Class: "neutral", Connective: brief.Plain(c.Connective), Action: shortened(brief.Plain(c.Action), 200),
		Outcome: shortened(brief.Plain(c.Outcome), 200), References: few(references("c", c.Numbers))}
	if len(c.On) > 0 {
		v.On = r.names(c.On)
	}
	if c.Met != nil {
		v.State, v.Class = "met", "good"
		v.Met, v.MetText, v.Proof = brief.Span(c.Met.From, c.Met.To), shortened(brief.Plain(c.Met.Text), 240), references("e", []int64{c.Met.Event})
	}
	return v
}

// fates order what is watched for: what comes, what came, what did not.
var fates = []agenda.Fate{agenda.Coming, agenda.Open, agenda.Happened, agenda.PassedWithout, agenda.NoReport, agenda.Lapsed, agenda.Timeless}

// fateWords tell what became of something watched for, and what that leaves open.
var fateWords = map[agenda.Fate][3]string{
	agenda.Coming: {"coming", "accent"}, agenda.Open: {"open", "accent"}, agenda.Happened: {"happened", "good"},
	agenda.PassedWithout: {"passed", "bad", "its day passed and nobody tells of it"},
	agenda.NoReport:      {"over", "neutral", "what was read cannot tell whether it happened"},
	agenda.Lapsed:        {"lapsed", "neutral", "nobody spoke of it for long"},
	agenda.Timeless:      {"undated", "neutral"},
}

func (r *reader) watch(it *agenda.Item) watchView {
	w := fateWords[it.Fate]
	v := watchView{Fate: w[0], Class: w[1], Note: w[2], What: strings.TrimRight(shortened(brief.Plain(it.What), 220), ",;: "), References: few(references("w", it.Numbers))}
	switch {
	case it.By != nil:
		v.Day, v.When, v.Proof = it.By.From.String(), brief.Span(it.By.From, it.By.To), references("e", []int64{it.By.Event})
	case it.Dated:
		v.Day, v.When = it.From.String(), brief.Span(it.From, it.To)
	}
	if len(it.Parties) > 0 {
		v.Who = r.names(it.Parties)
	}
	if len(it.GaugeOf) > 0 {
		v.Gauge = r.dashed(it.GaugeOf)
	}
	return v
}

// disputeView is what countries are at odds about.
type disputeView struct {
	Subject string
	Count   string
	Share   int // percent
	Latest  *eventRow
	Search  string
}

func (r *reader) disputes(d *dossier.Dossier) []disputeView {
	var list []disputeView
	shown := map[int64]bool{}
	for i := range d.Disputes {
		x := &d.Disputes[i]
		v := disputeView{Subject: brief.Subject(x.Context), Count: brief.Thousands(x.Conflict) + " of " + brief.Counted(x.Events, "event"), Share: 100 * x.Conflict / max(1, x.Events)}
		v.Search = "/search?parties=" + strings.Join(d.Parties, "-") + "&context=" + x.Context
		if x.Latest != nil && !shown[x.Last] {
			shown[x.Last] = true
			row := r.eventRow(x.Latest)
			v.Latest = &row
		}
		list = append(list, v)
	}
	return list
}

// columnView is what one side said.
type columnView struct {
	Name template.HTML
	Rows folded[statementRow]
}

// statementsOpen is how many statements of a side stand open.
const statementsOpen = 5

// columns put the statements of the sides beside one another, the sides that
// the page is about first, all others together last.
func (r *reader) columns(d *dossier.Dossier) []columnView {
	by := map[string][]statementRow{}
	for i := range d.Statements {
		s := &d.Statements[i]
		side := ""
		if c := s.Value.Speaker.Country; c != nil && slices.Contains(d.Parties, *c) {
			side = *c
		} else if slices.Contains(d.Parties, s.Value.Speaker.ID) {
			side = s.Value.Speaker.ID
		}
		by[side] = append(by[side], r.statementRow(s, d.Parties))
	}
	if len(d.Statements) == 0 {
		return nil
	}
	var list []columnView
	for _, p := range d.Parties {
		list = append(list, columnView{r.name(p), fold(by[p], statementsOpen)})
	}
	if others := by[""]; len(others) > 0 {
		list = append(list, columnView{"Others", fold(others, statementsOpen)})
	}
	return list
}

// assessmentRow is what one sentence says of a tie.
type assessmentRow struct {
	When       string
	Words      string
	Who        template.HTML
	By         template.HTML
	Outlet     string
	Sentence   string
	References []link
}

// mostAssessments is how many are shown.
const mostAssessments = 8

func (r *reader) assessments(d *dossier.Dossier) []assessmentRow {
	var list []assessmentRow
	var last *agenda.Told[record.Assessment]
	for i := range d.Assessments {
		a := &d.Assessments[i]
		words := assessed(&a.Value)
		if last != nil && last.Article == a.Article && last.Value.Sentence == a.Value.Sentence {
			row := &list[len(list)-1]
			row.Words += "; " + words
			row.References = append(row.References, references("a", []int64{a.Number})...)
			continue
		}
		if len(list) == mostAssessments {
			break
		}
		last = a
		row := assessmentRow{When: "undated", Words: words, Who: r.among(a.Value.Parties, d.Parties), Outlet: brief.Plain(a.Outlet), Sentence: shortened(brief.Plain(a.Sentence), 280), References: references("a", []int64{a.Number})}
		if a.Dated {
			row.When = brief.Day(a.Published)
		}
		if a.Value.By != nil {
			row.By = r.speaker(a.Value.By)
		}
		list = append(list, row)
	}
	return list
}

func assessed(a *record.Assessment) string {
	var words []string
	for _, w := range []*string{a.Level, a.Direction} {
		if w != nil {
			words = append(words, brief.Plain(*w))
		}
	}
	text := strings.Join(words, ", ")
	if a.Context != nil {
		text += " over " + brief.Subject(*a.Context)
	}
	return text
}
