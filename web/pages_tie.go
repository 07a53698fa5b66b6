package web

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"html/template"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"entente/brief"
	"entente/calendar"
	"entente/dossier"
	"entente/store"
	"entente/tie"
	"entente/tie/track"
)

// eventsShown is how many events a page of a list has.
const eventsShown = 60

// tieNamed leads from a field with countries to their tie.
func (s *Server) tieNamed(w http.ResponseWriter, r *reader) (*page, error) {
	codes, err := partiesIn(strings.Join(r.URL.Query()["parties"], ","))
	switch {
	case err != nil:
		return nil, err
	case len(codes) == 0:
		return nil, &problem{title: "Which countries?", text: "Name two or more, as in Japan, South Korea.", links: []link{{"All countries on file", "/countries"}}}
	case len(codes) == 1:
		redirect(w, r, "/map/"+codes[0])
		return nil, nil
	}
	redirect(w, r, tieHref(codes))
	return nil, nil
}

// question reads what is asked of a tie.
func (r *reader) question(parties []string) (q dossier.Question, err error) {
	q.Parties = parties
	if q.At, err = r.day("at"); err != nil {
		return q, err
	}
	if q.Since, err = r.day("since"); err != nil {
		return q, err
	}
	if q.Track, err = r.track(); err != nil {
		return q, err
	}
	if q.Origins, err = r.origins(); err != nil {
		return q, err
	}
	if q.At != nil && q.Since != nil && *q.Since > *q.At {
		return q, &problem{title: "The span is empty", text: "The first day must not come after the last."}
	}
	return q, nil
}

// questionKey tells questions apart.
func questionKey(q *dossier.Question) string {
	t := ""
	if q.Track != nil {
		t = q.Track.Code()
	}
	return strings.Join([]string{strings.Join(q.Parties, "-"), dayISO(q.Since), dayISO(q.At), t, strings.Join(q.Origins, ",")}, " ")
}

func (s *Server) dossier(ctx context.Context, q dossier.Question) (*dossier.Dossier, error) {
	return cached(ctx, s, "dossier "+questionKey(&q), func(ctx context.Context) (*dossier.Dossier, error) {
		return dossier.New(ctx, s.db, q)
	})
}

// partiesOf reads the parties of an address, and its ending; it leads on to
// the address with sorted codes where it is written otherwise. done is true
// where it did.
func partiesOf(w http.ResponseWriter, r *reader, kind string) (codes []string, form string, done bool, err error) {
	name, form := suffix(r.PathValue("parties"))
	if codes, err = partiesIn(name); err != nil {
		return nil, "", false, err
	}
	if len(codes) < 2 {
		if len(codes) == 1 && form == "" {
			redirect(w, r, "/map/"+codes[0])
			return nil, "", true, nil
		}
		return nil, "", false, &problem{title: "A tie has two countries or more", text: "As in /tie/JPN-KOR."}
	}
	right := tieHref(codes)
	if kind == "group" && len(codes) == 2 {
		right = "/tie/" + strings.Join(codes, "-")
	}
	if form != "" {
		right += "." + form
	}
	if r.URL.Path != right {
		if r.URL.RawQuery != "" {
			right += "?" + r.URL.RawQuery
		}
		redirect(w, r, right)
		return nil, "", true, nil
	}
	return codes, form, false, nil
}

// tieView is what the template of a tie shows.
type tieView struct {
	Parties   []partyView
	Code      string // JPN-KOR
	At, Since string
	AtISO     string
	SinceISO  string
	OnFile    string
	Known     bool
	Unknown   string
	Lede      template.HTML
	Figures   []figure
	More      []fact
	Chart     chartView
	With      *withView
	Changes   []changeView
	Recent    []eventRow
	Strongest []eventRow
	Tracks    *tracksView
	Diverging []string
	Events    eventsView
	Question  questionView
	agendaView
	Disputes    []disputeView
	Columns     []columnView
	Assessments []assessmentRow
}

type partyView struct {
	Code, Href string
	Name       template.HTML
}

type fact struct{ Name, Text string }

type chartView struct {
	Source    string
	Wide      template.HTML
	Narrow    template.HTML
	Rows      []chartRow
	HasBreaks bool
}

// withView is a second tie beside the first.
type withView struct {
	Code    string
	Name    template.HTML
	Href    string
	Figures []figure
	Rows    []chartRow
}

// changeView is a change point with its causes.
type changeView struct {
	Mark     string // as on the chart
	Day      string
	When     string
	Arrow    string
	Tone     string
	Sentence string
	Causes   []eventRow
}

// questionView fills the form of a question.
type questionView struct {
	Action   string
	Since    string
	At       string
	With     string
	Tracks   []choice
	Origins  []choice
	HasWords bool
}

type choice struct {
	Value, Text string
	Chosen      bool
}

// eventsView is the list of events with its form.
type eventsView struct {
	Rows     []eventRow
	From, To string
	Note     string
	Search   string
	Older    string // address of the next page, "" none
	Newer    string
	Hidden   []choice // the rest of the question, for the form
	Action   string
}

// asked reads the question that an address of a tie or a group asks, and
// answers it. Where the address was redirected or asks for data, all is said
// and no dossier comes back.
func (s *Server) asked(w http.ResponseWriter, r *reader, kind string) (codes []string, q dossier.Question, d *dossier.Dossier, err error) {
	codes, form, done, err := partiesOf(w, r, kind)
	if err != nil || done {
		return nil, q, nil, err
	}
	if q, err = r.question(codes); err != nil {
		return nil, q, nil, err
	}
	d, err = s.dossier(r.Context(), q)
	switch {
	case errors.Is(err, dossier.ErrNothing):
		return nil, q, nil, s.nothingBetween(r, codes)
	case err != nil:
		return nil, q, nil, err
	case form == "json":
		return nil, q, nil, sendJSON(w, d)
	case form == "csv":
		w.Header().Set("Content-Type", "text/csv; charset=utf-8")
		w.Header().Set("Content-Disposition", `attachment; filename="`+strings.Join(codes, "-")+`.csv"`)
		return nil, q, nil, d.WriteCSV(w)
	}
	return codes, q, d, nil
}

// tiePage shows a tie.
func (s *Server) tiePage(w http.ResponseWriter, r *reader) (*page, error) {
	codes, q, d, err := s.asked(w, r, "tie")
	if err != nil || d == nil {
		return nil, err
	}
	v, err := s.tieView(r, q, d)
	if err != nil {
		return nil, err
	}
	path, query := r.URL.Path, r.URL.Query()
	return &page{Template: "tie", Title: r.textOf(codes), Description: "How " + r.textOf(codes) + " stand, since when, why, and what comes next.",
		Feeds: feedsOf(codes, r.textOf(codes)), V: v,
		Data: []link{{"JSON", withQuery(path+".json", query, "since", "at", "track", "origin")}, {"CSV", withQuery(path+".csv", query, "since", "at", "track", "origin")},
			{"Atom feed", "/feed/" + v.Code + ".atom"}, {"JSON feed", "/feed/" + v.Code + ".json"}}}, nil
}

func feedsOf(codes []string, name string) []feedLink {
	at := "/feed/" + strings.Join(codes, "-")
	return []feedLink{{"application/atom+xml", "Changes of " + name + " (Atom)", at + ".atom"}, {"application/feed+json", "Changes of " + name + " (JSON feed)", at + ".json"}}
}

// nothingBetween says that some countries have no event with each other, and
// leads to those that have.
func (s *Server) nothingBetween(r *reader, codes []string) error {
	p := &problem{status: http.StatusNotFound, title: "Nothing on file between " + r.textOf(codes),
		text: "No event on file joins them. That says what was read, not how they stand."}
	for _, c := range codes {
		p.links = append(p.links, link{"The ties of " + r.text(c), "/map/" + c})
	}
	p.links = append(p.links, link{"Search for both", "/search?parties=" + strings.Join(codes, "-")})
	return p
}

func (s *Server) tieView(r *reader, q dossier.Question, d *dossier.Dossier) (*tieView, error) {
	t := &d.Ties[0]
	v := &tieView{Code: strings.Join(d.Parties, "-"), At: brief.Day(d.At), Since: brief.Day(d.Since), AtISO: d.At.String(), SinceISO: d.Since.String(), Known: t.Today.Known}
	for _, p := range d.Parties {
		v.Parties = append(v.Parties, partyView{p, "/map/" + p, r.name(p)})
	}
	v.OnFile = onFile(d)
	v.Question = r.questionView(d)
	v.agendaView = r.agendaView(d)
	v.Disputes = r.disputes(d)
	v.Columns = r.columns(d)
	v.Assessments = r.assessments(d)
	var err error
	if v.Events, err = s.eventsOf(r, q, d); err != nil {
		return nil, err
	}
	if !t.Today.Known {
		v.Unknown = "No event with a score is on file up to " + brief.Day(d.At) + "."
		if t.Events > 0 {
			v.Unknown += " There are " + brief.Counted(t.Events, "statement or appeal") + " without one."
		}
		return v, nil
	}
	if err := s.fillState(r, q, d, v); err != nil {
		return nil, err
	}
	return v, nil
}

// fillState tells figures, chart, changes and tracks of a tie that is known.
func (s *Server) fillState(r *reader, q dossier.Question, d *dossier.Dossier, v *tieView) error {
	t := &d.Ties[0]
	v.Figures, v.More = figuresOf(&t.Today), factsOf(&t.Today)
	v.Lede = r.lede(d, t)
	courses := []course{{r.textOf(d.Parties), t.History, t.Breaks, t.Turns}}
	with, err := s.second(r, q, v)
	if err != nil {
		return err
	}
	if with != nil {
		courses = append(courses, course{name: r.textOf(with.Parties), history: with.Ties[0].History})
	}
	v.Chart = chartView{
		Source: withQuery(r.URL.Path+".json", r.URL.Query(), "since", "at", "track", "origin"),
		Wide:   tieChart("tie-wide", 880, d.Since, d.At, courses...), Narrow: tieChart("tie-narrow", 400, d.Since, d.At, courses...),
		Rows: chartTable(t.History), HasBreaks: len(t.Breaks)+len(t.Turns) > 0,
	}
	v.Changes = r.changes(t)
	v.Recent, v.Strongest = r.causeRows(t.Recent), r.causeRows(t.Strongest)
	v.Diverging = diverging(t)
	v.Tracks, err = s.tracksView(r, q, d)
	return err
}

// second reads the tie that is to be compared with.
func (s *Server) second(r *reader, q dossier.Question, v *tieView) (*dossier.Dossier, error) {
	text := r.URL.Query().Get("with")
	if text == "" {
		return nil, nil
	}
	codes, err := partiesIn(text)
	if err != nil {
		return nil, err
	}
	if len(codes) != 2 {
		return nil, &problem{title: "Compare with which tie?", text: "A second tie has two countries, as in China, Japan."}
	}
	q.Parties = codes
	d, err := s.dossier(r.Context(), q)
	if errors.Is(err, dossier.ErrNothing) {
		return nil, s.nothingBetween(r, codes)
	}
	if err != nil {
		return nil, err
	}
	t := &d.Ties[0]
	v.With = &withView{Code: strings.Join(codes, "-"), Name: r.names(codes), Href: tieHref(codes), Figures: figuresOf(&t.Today), Rows: chartTable(t.History)}
	return d, nil
}

// onFile tells what a dossier rests on.
func onFile(d *dossier.Dossier) string {
	if len(d.Coverage.Events) == 0 {
		return "no event on file joins them"
	}
	var parts []string
	for _, origin := range slices.Sorted(maps.Keys(d.Coverage.Events)) {
		parts = append(parts, brief.Counted(d.Coverage.Events[origin], "event")+" from "+brief.Origin(origin))
	}
	return strings.Join(parts, ", ") + ", " + brief.Span(d.Coverage.First, d.Coverage.Last)
}

// lede says in a sentence or two how a tie stands.
func (r *reader) lede(d *dossier.Dossier, t *dossier.Tie) template.HTML {
	p := &t.Today
	how := "about as ties between states usually are"
	switch {
	case p.Tone.Value < -2:
		how = "hostile"
	case p.Tone.Value < 0:
		how = "more conflict than cooperation"
	case p.Tone.Value < 1.5:
		how = "cooler than ties between states usually are"
	case p.Tone.Value >= 3.5:
		how = "warmer than ties between states usually are"
	}
	text := fmt.Sprintf("The tone is %s, %s; ", brief.Signed(p.Tone.Value), how)
	switch {
	case p.ToneTrend.High < 0:
		text += fmt.Sprintf("it fell by %s in the last 30 days.", brief.Score(-round1(p.ToneTrend.Value)))
	case p.ToneTrend.Low > 0:
		text += fmt.Sprintf("it rose by %s in the last 30 days.", brief.Score(round1(p.ToneTrend.Value)))
	default:
		text += "in the last 30 days it did not clearly move."
	}
	text = strings.Replace(text, "by +", "by ", 1)
	out := template.HTMLEscapeString(text)
	if len(t.Recent) > 0 {
		e := t.Recent[0].Event
		verb := "What moved it most: "
		out += " " + verb + string(r.who(&e.Event)) + ", " + template.HTMLEscapeString(brief.What(e)) + " (" + template.HTMLEscapeString(brief.When(e)) + ", <a href=\"/event/" + e.ID + "\">" + e.ID + "</a>)."
	}
	return template.HTML(out)
}

func round1(v float64) float64 {
	f, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'f', 1, 64), 64)
	return f
}

// factsOf are the figures that need a sentence.
func factsOf(p *tie.Point) []fact {
	return []fact{
		{"Volatility", "A single event lies " + brief.Points(p.Volatility) + " from the tone as a rule."},
		{"Fragility", brief.Percent(p.Fragility) + " that the tone falls below its lowest of the last 180 days (" + brief.Signed(p.Lowest) + ") within 30 days."},
		{"Now, in 30 days", brief.Sides(&p.Cooperation, "events of cooperation") + "; " + brief.Sides(&p.Conflict, "events of conflict") + "."},
	}
}

// changes are the change points of tone and contact, the latest first.
func (r *reader) changes(t *dossier.Tie) []changeView {
	type dated struct {
		day calendar.Day
		changeView
	}
	var list []dated
	for i := range t.Breaks {
		b := &t.Breaks[i]
		v := changeView{Mark: fmt.Sprint(i + 1), Day: b.Day.String(), When: brief.Day(b.Day), Arrow: "▲", Tone: toneClass(b.Change.Value), Causes: r.causeRows(b.Causes),
			Sentence: fmt.Sprintf("The tone went from %s to %s, by %s", brief.Signed(b.Before.Value), brief.Signed(b.After.Value), brief.Toned(b.Change))}
		if b.Change.Value < 0 {
			v.Arrow = "▼"
		}
		if b.Between.From != b.Between.To {
			v.Sentence += "; the change lies within " + brief.Span(b.Between.From, b.Between.To)
		}
		list = append(list, dated{b.Day, v})
	}
	for i := range t.Turns {
		x := &t.Turns[i]
		v := changeView{Mark: letter(i), Day: x.Day.String(), When: brief.Day(x.Day), Arrow: "▲", Tone: "neutral", Causes: r.causeRows(x.Causes),
			Sentence: fmt.Sprintf("Contact went from %s to %s events in 30 days, %s; the change lies within %s", brief.Amount(x.Before), brief.Amount(x.After), brief.Factored(x.Ratio), brief.Span(x.Between.From, x.Between.To))}
		if x.Ratio.Value < 0 {
			v.Arrow = "▼"
		}
		list = append(list, dated{x.Day, v})
	}
	slices.SortStableFunc(list, func(a, b dated) int { return cmp.Compare(b.day, a.day) })
	out := make([]changeView, len(list))
	for i := range list {
		out[i] = list[i].changeView
	}
	return out
}

// certain is the probability from which one says so.
const certain = 0.9

// diverging tells which tracks tell different stories.
func diverging(t *dossier.Tie) []string {
	var list []string
	for i := range t.Diverging[:min(4, len(t.Diverging))] {
		x := &t.Diverging[i]
		above := x.Above.String()
		text := strings.ToUpper(above[:1]) + above[1:]
		if x.Probability >= certain {
			text += fmt.Sprintf(" stands above %s by %s; %s sure", x.Below, brief.Toned(x.Difference), brief.Percent(x.Probability))
		} else {
			text += " and " + x.Below.String() + " part"
		}
		if x.Apart >= certain {
			way := "rose while the other fell"
			if x.Rising < 0.5 {
				way = "fell while the other rose"
			}
			text += fmt.Sprintf("; in the last 30 days it %s, %s sure", way, brief.Percent(x.Apart))
		}
		list = append(list, text+".")
	}
	return list
}

// questionView fills the form.
func (r *reader) questionView(d *dossier.Dossier) questionView {
	q := r.URL.Query()
	v := questionView{Action: r.URL.Path, Since: d.Since.String(), At: d.At.String()}
	if with := q.Get("with"); with != "" {
		v.With = with
		if codes, err := partiesIn(with); err == nil {
			names := make([]string, len(codes))
			for i, c := range codes {
				names[i] = r.text(c)
			}
			v.With = strings.Join(names, ", ")
		}
	}
	v.Tracks = append(v.Tracks, choice{"", "all events", d.Track == nil})
	for _, t := range track.All() {
		v.Tracks = append(v.Tracks, choice{t.Code(), t.String(), d.Track != nil && *d.Track == t})
	}
	v.Origins = append(v.Origins, choice{"", "all sources", q.Get("origin") == ""})
	for _, o := range slices.Sorted(maps.Keys(d.Coverage.Events)) {
		v.Origins = append(v.Origins, choice{o, brief.Origin(o), q.Get("origin") == o})
	}
	return v
}

// eventsOf reads the list of events under a chart.
func (s *Server) eventsOf(r *reader, q dossier.Question, d *dossier.Dossier) (v eventsView, err error) {
	from, err := r.day("from")
	if err != nil {
		return v, err
	}
	to, err := r.day("to")
	if err != nil {
		return v, err
	}
	v.From, v.To = dayISO(from), dayISO(to)
	if from == nil || *from < d.Since {
		from = &d.Since
	}
	if to == nil || *to > d.At {
		to = &d.At
	}
	pageNumber := 0
	if n, err := strconv.Atoi(r.URL.Query().Get("page")); err == nil && n > 1 && n < 100000 {
		pageNumber = n - 1
	}
	f := store.Filter{Parties: d.Parties, From: from, To: to, Track: q.Track, Origins: q.Origins}
	type found struct {
		list []*store.Event
		all  int
	}
	x, err := cached(r.Context(), s, fmt.Sprint("events ", questionKey(&q), *from, *to, pageNumber), func(ctx context.Context) (found, error) {
		list, all, err := s.db.Newest(ctx, f, eventsShown, pageNumber*eventsShown)
		return found{list, all}, err
	})
	if err != nil {
		return v, err
	}
	v.Rows = r.eventRows(x.list)
	pushed := map[string]string{}
	if len(d.Ties) == 1 {
		for _, c := range slices.Concat(d.Ties[0].Recent, d.Ties[0].Strongest) {
			pushed[c.Event.ID] = brief.Push(c.Push)
		}
	}
	for i := range v.Rows {
		v.Rows[i].Push = pushed[v.Rows[i].ID]
	}
	first := pageNumber*eventsShown + 1
	v.Note = fmt.Sprintf("%s from %s to %s", brief.Counted(x.all, "event"), brief.Day(*from), brief.Day(*to))
	if x.all > eventsShown && len(x.list) > 0 {
		v.Note += fmt.Sprintf("; these are %s to %s, the latest first", brief.Thousands(first), brief.Thousands(first+len(x.list)-1))
	}
	v.Action = r.URL.Path
	query := r.URL.Query()
	for _, name := range []string{"since", "at", "track", "origin", "with"} {
		if value := query.Get(name); value != "" {
			v.Hidden = append(v.Hidden, choice{Value: value, Text: name})
		}
	}
	at := func(n int) string {
		next := maps.Clone(query)
		next.Set("page", strconv.Itoa(n))
		return r.URL.Path + "?" + next.Encode() + "#events"
	}
	if first+len(x.list)-1 < x.all {
		v.Older = at(pageNumber + 2)
	}
	if pageNumber > 0 {
		v.Newer = at(pageNumber)
	}
	search := url.Values{"parties": {strings.Join(d.Parties, "-")}, "from": {from.String()}, "to": {to.String()}}
	v.Search = "/search?" + search.Encode()
	return v, nil
}
