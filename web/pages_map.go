package web

import (
	"cmp"
	"context"
	"html/template"
	"net/http"
	"slices"
	"strconv"

	"entente/brief"
	"entente/calendar"
	"entente/store"
	"entente/tie"
)

// neighbours are the ties of one country.
type neighbours struct {
	Country string       `json:"country"`
	At      calendar.Day `json:"at"`
	Ties    []matrixTie  `json:"ties"`
}

func (s *Server) loadNeighbours(ctx context.Context, country string, at calendar.Day, origins []string) (*neighbours, error) {
	days, err := s.db.DaysAmong(ctx, []string{country}, at-memoryDays, at, origins)
	if err != nil {
		return nil, err
	}
	n := &neighbours{Country: country, At: at, Ties: []matrixTie{}}
	filter := tie.Fitted().Filter()
	for pair, list := range days {
		if t := tieOfDays(&filter, pair, list, at); t != nil {
			n.Ties = append(n.Ties, *t)
		}
	}
	slices.SortFunc(n.Ties, func(a, b matrixTie) int {
		return cmp.Or(cmp.Compare(b.Events, a.Events), cmp.Compare(a.A+a.B, b.A+b.B))
	})
	return n, nil
}

// tieOfDays reads a tie from its days, nil where it has no scored event.
func tieOfDays(filter *tie.Filter, pair store.PairOf, list []tie.Day, at calendar.Day) *matrixTie {
	p := filter.Today(list, at)
	if !p.Known {
		return nil
	}
	t := &matrixTie{A: pair.A, B: pair.B, Tone: p.Tone, Contact: p.Contact, Share: p.ConflictShare, Rate: p.Cooperation.Rate + p.Conflict.Rate}
	for _, d := range list {
		if d.Day > at-365 {
			t.Events += d.Events
		}
	}
	return t
}

func (n *neighbours) other(t *matrixTie) string {
	if t.A == n.Country {
		return t.B
	}
	return t.A
}

type mapView struct {
	Country template.HTML
	Code    string
	At      string
	Source  string
	Map     template.HTML
	Rows    []neighbourRow
	Others  []string // names to choose from
}

type neighbourRow struct {
	Name     template.HTML
	Href     string
	Class    string
	Step     string
	Tone     string
	Interval string
	Contact  string
	Conflict string
	Events   string
}

// mapPage shows the ties of a country on the map of the world and as a table.
func (s *Server) mapPage(w http.ResponseWriter, r *reader) (*page, error) {
	name, form := suffix(r.PathValue("country"))
	code, ok := partyNamed(name)
	if !ok {
		return nil, unknownParty(name)
	}
	if name != code {
		to := "/map/" + code
		if form != "" {
			to += "." + form
		}
		redirect(w, r, to)
		return nil, nil
	}
	at, err := r.day("at")
	if err != nil {
		return nil, err
	}
	origins, err := r.origins()
	if err != nil {
		return nil, err
	}
	if at == nil {
		c, err := s.coverage(r.Context())
		if err != nil {
			return nil, err
		}
		at = &c.Last
	}
	n, err := cached(r.Context(), s, "map "+code+" "+at.String()+" "+strconv.Quote(r.URL.Query().Get("origin")), func(ctx context.Context) (*neighbours, error) {
		return s.loadNeighbours(ctx, code, *at, origins)
	})
	if err != nil {
		return nil, err
	}
	switch form {
	case "json":
		return nil, sendJSON(w, n)
	case "csv":
		m := matrix{At: n.At, Ties: n.Ties}
		return nil, sendCSV(w, code+".csv", m.table())
	}
	v, err := s.mapView(r, n)
	if err != nil {
		return nil, err
	}
	return &page{Template: "map", Title: "The ties of " + r.text(code), V: v, Data: []link{{"JSON", withQuery("/map/"+code+".json", r.URL.Query(), "at", "origin")}, {"CSV", withQuery("/map/"+code+".csv", r.URL.Query(), "at", "origin")}}}, nil
}

func (s *Server) mapView(r *reader, n *neighbours) (*mapView, error) {
	v := &mapView{Country: r.name(n.Country), Code: n.Country, At: brief.Day(n.At), Source: withQuery("/map/"+n.Country+".json", r.URL.Query(), "at", "origin")}
	for i := range n.Ties {
		t := &n.Ties[i]
		v.Rows = append(v.Rows, neighbourRow{Name: r.name(n.other(t)), Href: tieHref([]string{t.A, t.B}), Class: toneClass(t.Tone.Value), Step: toneStep(t.Tone.Value), Tone: brief.Signed(t.Tone.Value),
			Interval: brief.Signed(t.Tone.Low) + " to " + brief.Signed(t.Tone.High), Contact: brief.Factor(t.Contact.Value), Conflict: brief.Shared(t.Share), Events: brief.Thousands(t.Events)})
	}
	list, err := s.partiesOnFile(r.Context())
	if err != nil {
		return nil, err
	}
	for _, p := range list {
		if p.Country != n.Country {
			v.Others = append(v.Others, r.text(p.Country))
		}
	}
	shapes, err := worldShapes()
	if err != nil {
		return nil, err
	}
	v.Map = r.worldMap(shapes, n)
	return v, nil
}

// countriesView lists the countries on file.
type countriesView struct {
	Rows []countryRow
	At   string
}

type countryRow struct {
	Name   template.HTML
	Code   string
	Href   string
	Events string
}

func (s *Server) partiesOnFile(ctx context.Context) ([]store.Party, error) {
	c, err := s.coverage(ctx)
	if err != nil {
		return nil, err
	}
	return cached(ctx, s, "countries", func(ctx context.Context) ([]store.Party, error) {
		return s.db.PartiesOnFile(ctx, c.First, c.Last, 0, nil)
	})
}

func (s *Server) countriesPage(_ http.ResponseWriter, r *reader) (*page, error) {
	list, err := s.partiesOnFile(r.Context())
	if err != nil {
		return nil, err
	}
	v := &countriesView{}
	for _, p := range list {
		v.Rows = append(v.Rows, countryRow{r.name(p.Country), p.Country, "/map/" + p.Country, brief.Thousands(p.Events)})
	}
	return &page{Template: "countries", Title: "Countries on file", V: v, Data: []link{{"JSON", "/countries.json"}, {"CSV", "/countries.csv"}}}, nil
}

func (s *Server) countriesData(w http.ResponseWriter, r *reader) (*page, error) {
	list, err := s.partiesOnFile(r.Context())
	if err != nil {
		return nil, err
	}
	if _, form := suffix(r.URL.Path); form == "json" {
		return nil, sendJSON(w, list)
	}
	rows := [][]string{{"country", "events"}}
	for _, p := range list {
		rows = append(rows, []string{p.Country, strconv.Itoa(p.Events)})
	}
	return nil, sendCSV(w, "countries.csv", rows)
}

// aboutPage says how to read the figures.
func (s *Server) aboutPage(http.ResponseWriter, *reader) (*page, error) {
	return &page{Template: "about", Title: "How to read this", V: struct{}{}}, nil
}
