package web

import (
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
	"entente/dossier"
	"entente/store"
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
