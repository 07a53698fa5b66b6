package web

import (
	"context"
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"entente/agenda"
	"entente/brief"
	"entente/calendar"
	"entente/record"
	"entente/store"
)

// codedView is an article with what was found in it, stored or just read.
type codedView struct {
	ID         string
	Title      string
	Meta       []fact
	URL        string
	Stored     bool
	Paragraphs []paragraph
	Part       int
	Earlier    string // address of the part before
	Later      string // of the part after
	Countries  []aboutView
	Events     []eventRow
	Statements []statementRow
	Findings   []findingGroup
	Story      []storyView
	Ties       []tieLink
}

type aboutView struct {
	Name   template.HTML
	Href   string
	Weight int // percent
}

type findingGroup struct {
	Name string
	Rows []findingRow
}

type findingRow struct {
	ID, Href string
	Text     string
	Who      template.HTML
	When     string
}

type storyView struct {
	Title, Href, Outlet, Day string
	Shared                   string
}

// articlePage shows a stored article.
func (s *Server) articlePage(w http.ResponseWriter, r *reader) (*page, error) {
	id, form := suffix(r.PathValue("id"))
	if form != "json" { // an id may end like a form
		id = r.PathValue("id")
	}
	c, err := cached(r.Context(), s, "article "+id, func(ctx context.Context) (*store.Coded, error) { return s.db.Article(ctx, id) })
	if errors.Is(err, store.ErrNoArticle) && form != "" {
		id = r.PathValue("id")
		form = ""
		c, err = s.db.Article(r.Context(), id)
	}
	if errors.Is(err, store.ErrNoArticle) {
		return nil, &problem{status: http.StatusNotFound, title: "No such article", text: "No article on file has this id."}
	}
	if err != nil {
		return nil, err
	}
	if form == "json" {
		return nil, sendJSON(w, c)
	}
	v := r.stored(c)
	if v.Story, err = s.story(r, id); err != nil {
		return nil, err
	}
	return &page{Template: "article", Title: shortened(v.Title, 90), V: v, Data: []link{{"JSON", articleHref(id) + ".json"}}}, nil
}

// stored fills the view of an article of the database.
func (r *reader) stored(c *store.Coded) *codedView {
	v := r.headOf(&c.Article, c.Countries)
	v.Stored = true
	marks := newMarks(c.Article.Text, c.Sentences)
	for i := range c.Events {
		e := &c.Events[i]
		id := fmt.Sprintf("e%d", e.Happening)
		marks.event(id, "/event/"+id, &e.Event, r.whoTitle)
		x := &store.Event{Number: e.Happening, Event: e.Event, Scored: true, Origin: store.OwnOrigin, Text: sentenceOf(c.Article.Text, c.Sentences, e.Sentence)}
		x.ID = id
		v.Events = append(v.Events, r.eventRow(x))
	}
	day, dated := published(&c.Article)
	for i := range c.Statements {
		x := &c.Statements[i]
		id := fmt.Sprintf("s%d", x.Number)
		marks.statement(id, "/finding/"+id, &x.Value, r.whoTitle)
		v.Statements = append(v.Statements, r.statementRow(&agenda.Told[record.Statement]{Number: x.Number, Published: day, Dated: dated, Value: x.Value}, nil))
	}
	group := func(name string) *findingGroup {
		v.Findings = append(v.Findings, findingGroup{Name: name})
		return &v.Findings[len(v.Findings)-1]
	}
	if len(c.Mechanisms) > 0 {
		g := group("Dialogues")
		for i := range c.Mechanisms {
			g.Rows = append(g.Rows, r.mechanismRow(fmt.Sprintf("m%d", c.Mechanisms[i].Number), "/finding/", &c.Mechanisms[i].Value))
		}
	}
	if len(c.Conditions) > 0 {
		g := group("Conditions")
		for i := range c.Conditions {
			g.Rows = append(g.Rows, r.conditionRow(fmt.Sprintf("c%d", c.Conditions[i].Number), "/finding/", &c.Conditions[i].Value))
		}
	}
	if len(c.Watch) > 0 {
		g := group("To watch")
		for i := range c.Watch {
			g.Rows = append(g.Rows, r.watchRow(fmt.Sprintf("w%d", c.Watch[i].Number), "/finding/", &c.Watch[i].Value))
		}
	}
	if len(c.Assessments) > 0 {
		g := group("How the text sees it")
		for i := range c.Assessments {
			g.Rows = append(g.Rows, r.assessmentRow(fmt.Sprintf("a%d", c.Assessments[i].Number), "/finding/", &c.Assessments[i].Value))
		}
	}
	r.fillText(v, marks)
	return v
}

// read fills the view of an article that was just read; its findings have no
// numbers, and lead to their places in the text.
func (r *reader) read(rec *record.Record) *codedView {
	v := r.headOf(&rec.Article, rec.Countries)
	marks := newMarks(rec.Article.Text, rec.Sentences)
	for i := range rec.Events {
		e := &rec.Events[i]
		marks.event(e.ID, "", e, r.whoTitle)
		x := &store.Event{Event: *e, Scored: true, Origin: store.OwnOrigin, Text: sentenceOf(rec.Article.Text, rec.Sentences, e.Sentence)}
		row := r.eventRow(x)
		row.Href = "#" + e.ID
		v.Events = append(v.Events, row)
	}
	day, dated := published(&rec.Article)
	for i := range rec.Statements {
		id := fmt.Sprintf("s%d", i+1)
		marks.statement(id, "", &rec.Statements[i], r.whoTitle)
		row := r.statementRow(&agenda.Told[record.Statement]{Number: int64(i + 1), Published: day, Dated: dated, Value: rec.Statements[i]}, nil)
		row.Href = "#" + id
		v.Statements = append(v.Statements, row)
	}
	add := func(name string, rows []findingRow) {
		if len(rows) > 0 {
			v.Findings = append(v.Findings, findingGroup{name, rows})
		}
	}
	var rows []findingRow
	for i := range rec.Mechanisms {
		rows = append(rows, r.mechanismRow("", "", &rec.Mechanisms[i]))
	}
	add("Dialogues", rows)
	rows = nil
	for i := range rec.Conditions {
		rows = append(rows, r.conditionRow("", "", &rec.Conditions[i]))
	}
	add("Conditions", rows)
	rows = nil
	for i := range rec.Watch {
		rows = append(rows, r.watchRow("", "", &rec.Watch[i]))
	}
	add("To watch", rows)
	rows = nil
	for i := range rec.Assessments {
		rows = append(rows, r.assessmentRow("", "", &rec.Assessments[i]))
	}
	add("How the text sees it", rows)
	r.fillText(v, marks)
	return v
}

// fillText writes the part of the text that the request asks for.
func (r *reader) fillText(v *codedView, marks *marksOf) {
	from, _ := strconv.Atoi(r.URL.Query().Get("from")) // 0 where it is none
	var next int
	v.Paragraphs, next = marks.paragraphs(from)
	if v.Stored && next > 0 {
		v.Later = fmt.Sprintf("%s?from=%d", articleHref(v.ID), next)
	}
	if v.Stored && from > 0 {
		v.Earlier = fmt.Sprintf("%s?from=%d", articleHref(v.ID), max(0, from-textShown))
	}
}

func published(a *record.Article) (calendar.Day, bool) { return store.PublishedDay(a) }

func sentenceOf(text string, sentences []record.Span, n int) string {
	if n < 0 || n >= len(sentences) || sentences[n].Start < 0 || sentences[n].End > len(text) || sentences[n].Start > sentences[n].End {
		return ""
	}
	return text[sentences[n].Start:sentences[n].End]
}

// whoTitle says whom words mean.
func (r *reader) whoTitle(p *record.Participant) string {
	name := brief.Plain(p.Name)
	if p.Person != nil {
		name = brief.Plain(*p.Person)
	}
	if p.Office != nil {
		name += ", " + brief.Plain(*p.Office)
	}
	if p.Country != nil {
		if side := r.text(*p.Country); side != name {
			name += ", " + side
		}
	}
	return name
}

// headOf fills what stands over the text.
func (r *reader) headOf(a *record.Article, about []record.Country) *codedView {
	v := &codedView{ID: a.ID, Title: "Untitled text"}
	if a.Title != nil && strings.TrimSpace(*a.Title) != "" {
		v.Title = brief.Plain(*a.Title)
	}
	add := func(name string, text *string) {
		if text != nil && *text != "" {
			v.Meta = append(v.Meta, fact{name, shortened(brief.Plain(*text), 200)})
		}
	}
	add("Outlet", a.Outlet)
	if day, ok := published(a); ok {
		v.Meta = append(v.Meta, fact{"Published", brief.Day(day)})
	}
	if len(a.Byline) > 0 {
		by := strings.Join(a.Byline, ", ")
		add("By", &by)
	}
	if a.URL != nil {
		v.URL = safeURL(*a.URL)
		if v.URL == "" && *a.URL != "" {
			v.Meta = append(v.Meta, fact{"Address", shortened(brief.Plain(*a.URL), 200) + " (no web address)"})
		}
	}
	var codes []string
	for _, c := range about {
		v.Countries = append(v.Countries, aboutView{r.name(c.Country), "/map/" + c.Country, int(100 * c.Weight)})
		if c.Weight >= 0.5 && len(codes) < 3 {
			codes = append(codes, c.Country)
		}
	}
	slices.Sort(codes)
	for i, a := range codes {
		for _, b := range codes[i+1:] {
			v.Ties = append(v.Ties, tieLink{r.names([]string{a, b}), tieHref([]string{a, b})})
		}
	}
	return v
}

func rowHref(id, prefix string) string {
	if id == "" {
		return ""
	}
	return prefix + id
}

func dateSpan(d *record.Date) string {
	if d == nil {
		return ""
	}
	from, err1 := calendar.ParseDay(d.From)
	to, err2 := calendar.ParseDay(d.To)
	if err1 != nil || err2 != nil {
		return ""
	}
	return brief.Span(from, to)
}

func (r *reader) mechanismRow(id, prefix string, m *record.Mechanism) findingRow {
	text := brief.Plain(m.Name) + ": " + m.Status
	if m.Level != nil {
		text += ", " + brief.Level(*m.Level)
	}
	if m.Cadence != nil {
		text += ", " + *m.Cadence
	}
	if m.Place != nil {
		text += ", in " + brief.Plain(*m.Place)
	}
	if m.GapYears != nil {
		text += fmt.Sprintf(", first in %g years", *m.GapYears)
	}
	return findingRow{ID: id, Href: rowHref(id, prefix), Text: shortened(text, 240), Who: r.dashed(m.Parties), When: dateSpan(m.Date)}
}

func (r *reader) conditionRow(id, prefix string, c *record.Condition) findingRow {
	text := c.Connective + ": " + c.Action
	if c.Outcome != "" {
		text += " → " + c.Outcome
	}
	return findingRow{ID: id, Href: rowHref(id, prefix), Text: shortened(brief.Plain(text), 300), Who: r.names(c.On)}
}

func (r *reader) watchRow(id, prefix string, w *record.WatchItem) findingRow {
	row := findingRow{ID: id, Href: rowHref(id, prefix), Text: shortened(brief.Plain(w.What), 240), Who: r.sides(w.Actors), When: dateSpan(w.Date)}
	if len(w.GaugeOf) > 0 {
		row.Text += "; a sign for " + r.textOf(w.GaugeOf)
	}
	return row
}

func (r *reader) assessmentRow(id, prefix string, a *record.Assessment) findingRow {
	text := assessed(a)
	if a.By != nil {
		text += ", says " + r.whoTitle(a.By)
	}
	return findingRow{ID: id, Href: rowHref(id, prefix), Text: text, Who: r.dashed(a.Parties)}
}

// story lists the other articles that tell the same happenings.
func (s *Server) story(r *reader, id string) ([]storyView, error) {
	list, err := s.db.Story(r.Context(), id, 20)
	if err != nil {
		return nil, err
	}
	var views []storyView
	for _, a := range list {
		v := storyView{Title: shortened(brief.Plain(a.Title), 120), Href: articleHref(a.Article), Outlet: brief.Plain(a.Outlet), Shared: brief.Counted(a.Shared, "event") + " in common"}
		if v.Title == "" {
			v.Title = "Untitled article"
		}
		if a.Dated {
			v.Day = brief.Day(a.Day)
		}
		views = append(views, v)
	}
	return views, nil
}
