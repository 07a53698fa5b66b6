package web

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"entente/atlas"
	"entente/calendar"
	"entente/dossier"
	"entente/store"
)

// tiesAPI has what is known of ties.
func (s *Server) tiesAPI(a huma.API) {
	get(s, a, "ties", "/ties", "list-ties", "The ties on file", "Pairs of countries that events join, those with most events first.", s.listTies)
	get(s, a, "ties", "/ties/{parties}", "get-tie", "How countries stand",
		"A dossier of two countries or more: tone, contact and share of conflict by day with 80% intervals, change points with their causes, tracks, disputes, dialogues, conditions, statements. docs/ties.md tells how each figure is reckoned.", s.getTie)
	get(s, a, "ties", "/movers", "list-movers", "The ties that moved most", "Ties by the change of their tone over its uncertainty, with the events that moved it.", s.listMovers)
	get(s, a, "ties", "/calendar/{parties}", "get-calendar", "Dialogues and what is coming up",
		"Meetings that were held, broken off or resumed, those that are planned or to be expected, and what was to be watched.", s.getCalendar)
	get(s, a, "ties", "/countries", "list-countries", "The countries on file", "Countries with events, those with most first.", s.listCountries)
}

type tiesIn struct {
	Parties countriesIn `query:"parties" doc:"Only ties of these countries: of one, with any other; of several, among them."`
	Offset  int         `query:"offset" minimum:"0" maximum:"1000000" doc:"How many to pass over."`
	Limit   int         `query:"limit" minimum:"1" maximum:"1000" default:"100" doc:"How many at most."`
}

type tiesOut struct {
	Items []store.PairOnFile `json:"items" nullable:"false"`
	Total int                `json:"total" doc:"How many there are in all."`
}

// pairsOnFile are all ties, the busiest first. They are read once in each
// state of the database.
func (s *Server) pairsOnFile(ctx context.Context) ([]store.PairOnFile, error) {
	return cached(ctx, s, "pairs on file", s.db.PairsOnFile)
}

func (s *Server) listTies(ctx context.Context, in *tiesIn) (*body[tiesOut], error) {
	all, err := s.pairsOnFile(ctx)
	if err != nil {
		return nil, err
	}
	list := []store.PairOnFile{}
	for _, p := range all {
		if p.Among(in.Parties.codes) {
			list = append(list, p)
		}
	}
	out := &body[tiesOut]{tiesOut{Total: len(list)}}
	from := min(in.Offset, len(list))
	out.Body.Items = list[from:min(from+in.Limit, len(list))]
	return out, nil
}

type countryOut struct {
	Country string `json:"country" doc:"ISO 3166-1 alpha-3, UNO or EUR."`
	Name    string `json:"name"`
	Events  int    `json:"events" doc:"Events that join it with others."`
	Ties    int    `json:"ties" doc:"With how many."`
}

type countriesOut struct {
	Items []countryOut `json:"items" nullable:"false"`
}

func (s *Server) listCountries(ctx context.Context, _ *struct{}) (*body[countriesOut], error) {
	all, err := s.pairsOnFile(ctx)
	if err != nil {
		return nil, err
	}
	of := map[string]*countryOut{}
	for _, p := range all {
		for _, c := range [2]string{p.A, p.B} {
			if of[c] == nil {
				of[c] = &countryOut{Country: c, Name: atlas.PartyName(c)}
			}
			of[c].Events += p.Events
			of[c].Ties++
		}
	}
	return &body[countriesOut]{countriesOut{busiestFirst(of)}}, nil
}

// AskedOfTie are the parameters of a dossier.
type AskedOfTie struct {
	At     dayIn     `query:"at" doc:"The day of the answer; nothing that happened later is used. Default: the last day on file."`
	Since  dayIn     `query:"since" doc:"Where the history begins. Default: a year before; never more than a year before the first day on file."`
	Track  trackIn   `query:"track" doc:"See the tie on one track only."`
	Origin originsIn `query:"origin" doc:"Count only events of these data sets; articles are the texts read here. Default: all."`
}

type tieIn struct {
	Parties countriesIn `path:"parties" doc:"Two countries or more, with commas."`
	AskedOfTie
}

func (s *Server) getTie(ctx context.Context, in *tieIn) (*body[*dossier.Dossier], error) {
	q, err := s.question(ctx, in.Parties.codes, "path.parties", &in.AskedOfTie)
	if err != nil {
		return nil, err
	}
	d, err := s.dossier(ctx, q)
	return &body[*dossier.Dossier]{d}, err
}

// question checks what is asked of a tie.
func (s *Server) question(ctx context.Context, parties []string, location string, in *AskedOfTie) (dossier.Question, error) {
	q := dossier.Question{Parties: parties, At: in.At.day, Since: in.Since.day, Track: in.Track.track, Origins: in.Origin.origins}
	if len(parties) < 2 {
		return q, wrong(location, parties, "a tie has two countries or more")
	}
	var err error
	q.Since, err = s.beginning(ctx, parties, q.Origins, q.Since, q.At)
	return q, err
}

// beginning checks the days of a question, and gives where its history begins.
func (s *Server) beginning(ctx context.Context, parties, origins []string, since, at *calendar.Day) (*calendar.Day, error) {
	if since == nil && at == nil {
		return nil, nil
	}
	coverage, some, err := s.db.Coverage(ctx, parties, origins)
	if err != nil {
		return nil, err
	}
	if !some {
		return nil, dossier.ErrNothing
	}
	last := coverage.Last
	if at != nil {
		if last = *at; last > coverage.Last+dossier.Farthest {
			return nil, wrong("query.at", at.String(), "the last day on file is %s", coverage.Last)
		}
	}
	if since == nil {
		return nil, nil
	}
	if err := checkSpan(since, &last, "query.since"); err != nil {
		return nil, err
	}
	return since, nil
}

func checkSpan(from, to *calendar.Day, location string) error {
	if from != nil && to != nil && *from > *to {
		return wrong(location, from.String(), "it is after the day of the answer, %s", to)
	}
	return nil
}

type MoversIn struct {
	At     dayIn     `query:"at" doc:"The day of the answer. Default: the last day on file."`
	Since  dayIn     `query:"since" doc:"The day to compare with. Default: thirty days before."`
	Origin originsIn `query:"origin" doc:"Count only events of these data sets."`
	N      int       `query:"n" minimum:"1" maximum:"100" default:"10" doc:"How many ties."`
}

func (s *Server) listMovers(ctx context.Context, in *MoversIn) (*body[*dossier.Movers], error) {
	since, err := s.beginning(ctx, nil, in.Origin.origins, in.Since.day, in.At.day)
	if err != nil {
		return nil, err
	}
	q := dossier.MoversQuestion{Since: since, At: in.At.day, Count: in.N, Origins: in.Origin.origins}
	m, err := cached(ctx, s, fmt.Sprint("movers for the API ", written(q.Since), written(q.At), q.Count, q.Origins), func(ctx context.Context) (*dossier.Movers, error) {
		return dossier.NewMovers(ctx, s.db, q)
	})
	return &body[*dossier.Movers]{m}, err
}

type calendarIn struct {
	Parties countriesIn `path:"parties" doc:"Two countries or more, with commas."`
	At      dayIn       `query:"at" doc:"The day of the answer; what is told after it is not used. Default: the last day on file."`
	Since   dayIn       `query:"since" doc:"Where the calendar begins. Default: a year before."`
	Until   dayIn       `query:"until" doc:"Where it ends. Default: a year after."`
}

func (s *Server) getCalendar(ctx context.Context, in *calendarIn) (*body[*dossier.Agenda], error) {
	if len(in.Parties.codes) < 2 {
		return nil, wrong("path.parties", in.Parties.codes, "a tie has two countries or more")
	}
	c, err := dossier.NewCalendar(ctx, s.db, dossier.CalendarQuestion{Parties: in.Parties.codes, At: in.At.day, From: in.Since.day, To: in.Until.day})
	return &body[*dossier.Agenda]{c}, err
}

func busiestFirst(of map[string]*countryOut) []countryOut {
	list := make([]countryOut, 0, len(of))
	for _, c := range of {
		list = append(list, *c)
	}
	slices.SortFunc(list, func(x, y countryOut) int {
		return cmp.Or(cmp.Compare(y.Events, x.Events), cmp.Compare(x.Country, y.Country))
	})
	return list
}
