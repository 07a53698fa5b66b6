package web

import (
	"cmp"
	"context"
	"encoding/csv"
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"entente/agenda"
	"entente/brief"
	"entente/calendar"
	"entente/dossier"
	"entente/record"
	"entente/store"
	"entente/tie"
)

// How much the overview shows.
const (
	moversShown    = 8
	sparkDays      = 180
	fortnight      = 14
	statementsSeen = 8
	matrixSize     = 14
	memoryDays     = 730 // how far back the level of a tie remembers, as dossier's movers
)

// spans are the days between which ties are compared, and fewMovers how many
// ties must have moved for a span to tell.
var spans = []int{30, 90, 365}

const fewMovers = 3

// overview is what the overview is made of.
type overview struct {
	movers     *dossier.Movers
	courses    map[store.PairOf][]tie.Point // of the movers
	matrix     *matrix
	coming     []agenda.Line
	statements []agenda.Told[record.Statement]
}

// moversQuestion reads the span of a request.
func (s *Server) moversQuestion(r *reader) (q dossier.MoversQuestion, span int, err error) {
	q.Count = moversShown
	c, err := s.coverage(r.Context())
	if err != nil {
		return q, 0, err
	}
	if q.At, err = r.day("at"); err != nil {
		return q, 0, err
	}
	if q.Since, err = r.day("since"); err != nil {
		return q, 0, err
	}
	if q.Origins, err = r.origins(); err != nil {
		return q, 0, err
	}
	if q.At == nil {
		q.At = &c.Last
	}
	span = 30
	if text := r.URL.Query().Get("days"); text != "" {
		if span, err = strconv.Atoi(text); err != nil || span < 1 || span > 3660 {
			return q, 0, &problem{title: "Not a number of days", text: "The span of the ties that moved is a number of days from 1 to 3660."}
		}
	}
	if q.Since == nil {
		d := *q.At - calendar.Day(span)
		q.Since = &d
	}
	if *q.Since >= *q.At {
		return q, 0, &problem{title: "The span is empty", text: "The first day must come before the last."}
	}
	return q, int(*q.At - *q.Since), nil
}

// spanThatTells is the shortest span in which a few ties moved: a database with
// few events tells little of its last month.
func (s *Server) spanThatTells(ctx context.Context, q dossier.MoversQuestion, span int) (dossier.MoversQuestion, int, error) {
	for _, days := range spans {
		since := *q.At - calendar.Day(days)
		longer := q
		longer.Since = &since
		m, err := s.movers(ctx, longer)
		if err != nil {
			return q, 0, err
		}
		if len(m.Ties) >= fewMovers {
			return longer, days, nil
		}
	}
	return q, span, nil
}

func (s *Server) movers(ctx context.Context, q dossier.MoversQuestion) (*dossier.Movers, error) {
	return cached(ctx, s, fmt.Sprint("movers ", *q.Since, *q.At, q.Origins, q.Count), func(ctx context.Context) (*dossier.Movers, error) {
		return dossier.NewMovers(ctx, s.db, q)
	})
}

func (s *Server) loadOverview(ctx context.Context, q dossier.MoversQuestion) (*overview, error) {
	o := &overview{}
	var err error
	if o.movers, err = s.movers(ctx, q); err != nil {
		return nil, err
	}
	pairs := make([]store.PairOf, len(o.movers.Ties))
	for i, m := range o.movers.Ties {
		pairs[i] = store.PairOf{A: m.A, B: m.B}
	}
	at := *q.At
	begin := min(*q.Since-30, at-sparkDays)
	all, err := s.db.DaysOf(ctx, pairs, begin-memoryDays, at, q.Origins)
	if err != nil {
		return nil, err
	}
	o.courses = map[store.PairOf][]tie.Point{}
	for pair, days := range all {
		o.courses[pair] = tie.Fitted().Series(days, begin, at)
	}
	if o.matrix, err = s.loadMatrix(ctx, at, q.Origins); err != nil {
		return nil, err
	}
	span := calendar.Interval{From: at, To: at + fortnight}
	watch, meetings, err := s.db.Upcoming(ctx, span, at)
	if err != nil {
		return nil, err
	}
	o.coming = comingLines(watch, meetings, span)
	page, err := s.db.StatementPage(ctx, store.Asked{Filter: store.Filter{To: &at, Limit: statementsSeen}})
	if err != nil {
		return nil, err
	}
	o.statements = page.Items
	return o, nil
}

// widest is how many days what is coming may span: "next year" is nothing for
// a fortnight's list.
const widest = 62

// ahead: some of the days are still to come. A month that ends today is over.
func ahead(from, to, today calendar.Day) bool { return to > today || from == today }

// comingLines put together what is to come in a span, each thing once.
func comingLines(watch []agenda.Told[record.WatchItem], meetings []agenda.Told[record.Mechanism], span calendar.Interval) []agenda.Line {
	var lines []agenda.Line
	for _, it := range agenda.Watch(watch, nil, span.From) {
		if it.Dated && ahead(it.From, it.To, span.From) && it.From <= span.To && it.To-it.From <= widest {
			lines = append(lines, agenda.Line{From: it.From, To: it.To, Kind: agenda.KindWatch, Parties: parties(it.Parties, it.GaugeOf), Title: it.What, Text: it.Text, Findings: it.Numbers, Articles: it.Articles})
		}
	}
	for _, d := range agenda.Dialogues(meetings, nil, span.From) {
		if n := d.Next; n != nil && n.Dated && !n.Expected && n.From <= span.To && ahead(n.From, n.To, span.From) && n.To-n.From <= widest {
			title, text := d.Name, ""
			if n.Entry != nil {
				text = n.Entry.Text
			}
			if slices.ContainsFunc(lines, func(l agenda.Line) bool { return l.Text == text && text != "" }) {
				continue // told by the same sentence
			}
			lines = append(lines, agenda.Line{From: n.From, To: n.To, Kind: agenda.KindPlanned, Parties: d.Parties, Title: title, Text: text, Findings: d.Numbers, Articles: d.Articles})
		}
	}
	slices.SortStableFunc(lines, func(a, b agenda.Line) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	return lines
}

// parties are those who take part, or the tie that a thing is a sign of.
func parties(who, gauge []string) []string {
	if len(who) > 0 {
		return who
	}
	return gauge
}

// overviewView is what the template of the overview shows.
type overviewView struct {
	At, Since  string
	Span       int
	Spans      []spanChoice
	Movers     []moverView
	Matrix     matrixView
	Coming     []lineView
	ComingTo   string
	Statements []statementRow
	Events     string // how many are on file
	First      string
	Countries  int
}

type spanChoice struct {
	link
	Current bool
}

type moverView struct {
	Href     string
	Name     template.HTML
	Arrow    string
	Tone     string // class
	Change   string
	Interval string
	Sure     string
	Then     string
	Now      string
	Spark    template.HTML
	Sentence template.HTML // what happened, in a sentence
	Causes   []eventRow
}

type lineView struct {
	Day, When  string
	Who        template.HTML
	Title      string
	Text       string
	Kind       string
	References []link
	Tie        string // address, "" where it is of no two countries
}

// overviewPage is the first page.
func (s *Server) overviewPage(w http.ResponseWriter, r *reader) (*page, error) {
	q, span, err := s.moversQuestion(r)
	if err != nil {
		return nil, err
	}
	if chosen := r.URL.Query(); chosen.Get("days") == "" && chosen.Get("since") == "" {
		if q, span, err = s.spanThatTells(r.Context(), q, span); err != nil {
			return nil, err
		}
	}
	o, err := cached(r.Context(), s, fmt.Sprint("overview ", *q.Since, *q.At, q.Origins), func(ctx context.Context) (*overview, error) {
		return s.loadOverview(ctx, q)
	})
	if err != nil {
		return nil, err
	}
	c, err := s.coverage(r.Context())
	if err != nil {
		return nil, err
	}
	v := overviewView{At: brief.Day(*q.At), Since: brief.Day(*q.Since), Span: span, ComingTo: brief.Day(*q.At + fortnight), First: brief.Day(c.First), Countries: o.matrix.countries}
	n := 0
	for _, k := range c.Events {
		n += k
	}
	v.Events = brief.Counted(n, "event")
	for _, days := range spans {
		v.Spans = append(v.Spans, spanChoice{link{fmt.Sprint(days), fmt.Sprintf("/?days=%d", days)}, days == span})
	}
	for i := range o.movers.Ties {
		m := &o.movers.Ties[i]
		v.Movers = append(v.Movers, r.mover(m, o.courses[store.PairOf{A: m.A, B: m.B}]))
	}
	v.Matrix = r.matrix(o.matrix)
	for i := range o.coming {
		v.Coming = append(v.Coming, r.line(&o.coming[i]))
	}
	for i := range o.statements {
		v.Statements = append(v.Statements, r.statementRow(&o.statements[i], nil))
	}
	return &page{Template: "overview", Title: "The state of ties", Description: "Which ties between countries moved, why, how sure that is, and what is coming up.",
		Data: []link{{"Movers (JSON)", withQuery("/movers.json", r.URL.Query(), "days", "since", "at", "origin")}, {"Movers (CSV)", withQuery("/movers.csv", r.URL.Query(), "days", "since", "at", "origin")},
			{"Matrix (JSON)", "/matrix.json"}, {"Matrix (CSV)", "/matrix.csv"}}, V: v}, nil
}

func (r *reader) mover(m *dossier.Mover, course []tie.Point) moverView {
	v := moverView{Href: "/tie/" + m.A + "-" + m.B, Name: r.names([]string{m.A, m.B}), Arrow: "▲", Tone: "good",
		Change: brief.Signed(m.Change.Value), Interval: brief.Signed(m.Change.Low) + " to " + brief.Signed(m.Change.High), Sure: brief.Percent(m.Clear),
		Then: brief.Signed(m.Then.Tone.Value), Now: brief.Signed(m.Today.Tone.Value), Spark: sparkline(course, 168, 44), Causes: r.causeRows(m.Causes)}
	if m.Change.Value < 0 {
		v.Arrow, v.Tone = "▼", "bad"
	}
	return v
}

// tersely is the length below which what is coming says too little without its
// sentence.
const tersely = 60

func (r *reader) line(l *agenda.Line) lineView {
	v := lineView{Day: l.From.String(), When: brief.Span(l.From, l.To), Title: brief.Plain(shortened(l.Title, 160)), Kind: string(l.Kind), References: few(references("w", l.Findings))}
	if l.Kind == agenda.KindPlanned {
		v.References = few(references("m", l.Findings))
	}
	if text := brief.Plain(l.Text); len(v.Title) < tersely || !strings.Contains(text, v.Title) {
		v.Text = within(shortened(text, 240))
	}
	v.Who = r.dashed(l.Parties)
	if two := slices.DeleteFunc(slices.Clone(l.Parties), func(p string) bool { return !isParty(p) }); len(two) > 1 && len(two) <= maxParties {
		v.Tie = tieHref(two)
	}
	return v
}

// isParty: a code of a state or a union.
func isParty(id string) bool {
	code, ok := partyNamed(id)
	return ok && code == id
}

// tieHref is the address of a tie or a group.
func tieHref(parties []string) string {
	list := slices.Compact(slices.Sorted(slices.Values(parties)))
	if len(list) > 2 {
		return "/group/" + strings.Join(list, "-")
	}
	return "/tie/" + strings.Join(list, "-")
}

// moversData gives the ties that moved most as JSON or CSV.
func (s *Server) moversData(w http.ResponseWriter, r *reader) (*page, error) {
	q, _, err := s.moversQuestion(r)
	if err != nil {
		return nil, err
	}
	if n, err := strconv.Atoi(r.URL.Query().Get("count")); err == nil && n > 0 && n <= 100 {
		q.Count = n
	}
	m, err := s.movers(r.Context(), q)
	if err != nil {
		return nil, err
	}
	if _, form := suffix(r.URL.Path); form == "json" {
		return nil, sendJSON(w, m)
	}
	rows := [][]string{{"a", "b", "since", "at", "tone_then", "tone", "change", "change_low", "change_high", "sure", "causes"}}
	for _, x := range m.Ties {
		var causes []string
		for _, c := range x.Causes {
			causes = append(causes, c.Event.ID)
		}
		rows = append(rows, []string{x.A, x.B, m.Since.String(), m.At.String(), number(x.Then.Tone.Value), number(x.Today.Tone.Value), number(x.Change.Value), number(x.Change.Low), number(x.Change.High), number(x.Clear), strings.Join(causes, " ")})
	}
	return nil, sendCSV(w, "movers.csv", rows)
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', 4, 64) }

// sendJSON answers with JSON.
func sendJSON(w http.ResponseWriter, answer any) error {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	return dossier.WriteJSON(w, answer)
}

// sendCSV answers with a table. A cell that a spreadsheet would take for a
// formula is kept from being one.
func sendCSV(w http.ResponseWriter, name string, rows [][]string) error {
	w.Header().Set("Content-Type", "text/csv; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="`+name+`"`)
	out := csv.NewWriter(w)
	for _, row := range rows {
		for i, cell := range row {
			if cell != "" && strings.ContainsRune("=+@\t\r", rune(cell[0])) || len(cell) > 1 && cell[0] == '-' && (cell[1] < '0' || cell[1] > '9') {
				row[i] = "'" + cell
			}
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
