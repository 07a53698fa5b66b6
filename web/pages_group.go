package web

import (
	"context"
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"strings"

	"entente/brief"
	"entente/dossier"
	"entente/tie"
)

// groupView is what the template of a group shows.
type groupView struct {
	Parties []partyView
	Code    string
	At      string
	Since   string
	OnFile  string
	Source  string
	Network template.HTML
	Lede    template.HTML
	Pairs   []pairView
	Missing []template.HTML
	Matrix  matrixView
	Triads  folded[triadView]
	Mediate []mediatorView
	Ties    []pairChange
	Events  eventsView
	agendaView
	Disputes    []disputeView
	Columns     []columnView
	Assessments []assessmentRow
	Question    questionView
}

type pairView struct {
	Name     template.HTML
	Href     string
	Class    string
	Tone     string
	Interval string
	Course   string
	Contact  string
	Conflict string
	Lowest   string
}

type triadView struct {
	Name     template.HTML
	Signs    string
	Balanced string
	Class    string
	Strain   *tieLink // nil where it is balanced
}

type mediatorView struct {
	Name   template.HTML
	Acts   string
	Member bool
}

// pairChange is what moved one tie of a group of late.
type pairChange struct {
	Name   template.HTML
	Href   string
	Change string
	Causes []eventRow
}

// groupPage shows how three or more countries stand among each other.
func (s *Server) groupPage(w http.ResponseWriter, r *reader) (*page, error) {
	codes, q, d, err := s.asked(w, r, "group")
	if err != nil || d == nil {
		return nil, err
	}
	v, err := s.groupView(r, q, d)
	if err != nil {
		return nil, err
	}
	query := r.URL.Query()
	return &page{Template: "group", Title: r.textOf(codes), Description: "How " + r.textOf(codes) + " stand among each other.", Feeds: feedsOf(codes, r.textOf(codes)), V: v,
		Data: []link{{"JSON", withQuery(r.URL.Path+".json", query, "since", "at", "track", "origin")}, {"CSV", withQuery(r.URL.Path+".csv", query, "since", "at", "track", "origin")},
			{"Atom feed", "/feed/" + v.Code + ".atom"}, {"JSON feed", "/feed/" + v.Code + ".json"}}}, nil
}

func (s *Server) groupView(r *reader, q dossier.Question, d *dossier.Dossier) (*groupView, error) {
	v := &groupView{Code: strings.Join(d.Parties, "-"), At: brief.Day(d.At), Since: brief.Day(d.Since), OnFile: onFile(d), Question: r.questionView(d),
		Source: withQuery(r.URL.Path+".json", r.URL.Query(), "since", "at", "track", "origin")}
	for _, p := range d.Parties {
		v.Parties = append(v.Parties, partyView{p, "/map/" + p, r.name(p)})
	}
	if g := d.Group; g != nil {
		r.fillGroup(v, g)
		v.Network = r.network(g)
	}
	m, err := cached(r.Context(), s, "group matrix "+questionKey(&q), func(ctx context.Context) (*matrix, error) {
		m := &matrix{At: d.At, Parties: slices.Clone(d.Parties)}
		return m, s.fillMatrix(ctx, m, q.Origins)
	})
	if err != nil {
		return nil, err
	}
	v.Matrix = r.matrix(m)
	for i := range d.Ties {
		t := &d.Ties[i]
		if !t.Today.Known || len(t.Recent) == 0 {
			continue
		}
		v.Ties = append(v.Ties, pairChange{r.names([]string{t.A, t.B}), tieHref([]string{t.A, t.B}), brief.ToneCourse(t.Today.ToneTrend) + " " + brief.Toned(t.Today.ToneTrend), r.causeRows(t.Recent[:min(3, len(t.Recent))])})
	}
	v.agendaView = r.agendaView(d)
	v.Disputes, v.Columns, v.Assessments = r.disputes(d), r.columns(d), r.assessments(d)
	v.Events, err = s.eventsOf(r, q, d)
	return v, err
}

func (r *reader) fillGroup(v *groupView, g *tie.Group) {
	for i := range g.Pairs {
		p := &g.Pairs[i]
		pair := []string{p.A, p.B}
		s := &p.State
		v.Pairs = append(v.Pairs, pairView{Name: r.names(pair), Href: tieHref(pair), Class: toneClass(s.Tone.Value), Tone: brief.Signed(s.Tone.Value), Interval: brief.Signed(s.Tone.Low) + " to " + brief.Signed(s.Tone.High),
			Course: brief.ToneCourse(s.ToneTrend), Contact: brief.Factor(s.Contact.Value), Conflict: brief.Shared(s.ConflictShare), Lowest: brief.Percent(p.Lowest)})
	}
	for _, p := range g.Missing {
		v.Missing = append(v.Missing, r.names(p[:]))
	}
	var triads []triadView
	for i := range g.Triads {
		triads = append(triads, r.triad(&g.Triads[i]))
	}
	v.Triads = fold(triads, 6)
	for _, m := range g.Mediators[:min(6, len(g.Mediators))] {
		v.Mediate = append(v.Mediate, mediatorView{r.name(m.Country), brief.Counted(m.Acts, "act"), m.Member})
	}
	if len(g.Pairs) < 2 {
		return
	}
	most := &g.Pairs[0]
	for i := range g.Pairs {
		if g.Pairs[i].Lowest > most.Lowest {
			most = &g.Pairs[i]
		}
	}
	verb := "drags it down"
	if most.Lowest < 0.5 {
		verb = "may drag it down"
	}
	pair := []string{most.A, most.B}
	v.Lede = template.HTML("The mean tone is "+brief.Toned(g.Tone)+". The tie of <a href=\""+tieHref(pair)+"\">") + r.names(pair) + template.HTML("</a> "+verb+", "+escaped(brief.Percent(most.Lowest))+" sure.")
}

// triad tells whether three countries are in balance.
func (r *reader) triad(t *tie.Triad) triadView {
	v := triadView{Name: r.names(t.Members[:]), Balanced: brief.Percent(t.Balanced), Class: "good"}
	var signs []string
	for i, pair := range [3][2]int{{0, 1}, {0, 2}, {1, 2}} {
		sign := "+"
		if t.Signs[i] < 0.5 {
			sign = "−"
		}
		signs = append(signs, t.Members[pair[0]]+"–"+t.Members[pair[1]]+" "+sign)
		if i == t.Strain && t.Balanced < certain {
			two := []string{t.Members[pair[0]], t.Members[pair[1]]}
			v.Strain = &tieLink{r.names(two), tieHref(two)}
		}
	}
	v.Signs = strings.Join(signs, ", ")
	if t.Balanced < 0.5 {
		v.Class = "bad"
	} else if t.Balanced < certain {
		v.Class = "neutral"
	}
	return v
}

// networkWords describe a network to those who do not see it.
func (r *reader) networkWords(g *tie.Group) string {
	var parts []string
	for _, p := range g.Pairs {
		parts = append(parts, fmt.Sprintf("%s and %s %s", r.text(p.A), r.text(p.B), brief.Signed(p.State.Tone.Value)))
	}
	return "Tones: " + strings.Join(parts, "; ") + "."
}
