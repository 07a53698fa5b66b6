package web

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"entente/atlas"
	"entente/brief"
	"entente/dossier"
)

// commandsAPI answers as the commands do, letter by letter: a command asks here
// when the server has the database to itself.
func (s *Server) commandsAPI(a huma.API) {
	const as = ", as the command of this name prints it: a text of a given width, JSON, or CSV."
	get(s, a, "commands", "/text/tie", "print-tie", "entente tie", "A dossier"+as, s.textTie)
	get(s, a, "commands", "/text/movers", "print-movers", "entente movers", "The ties that moved most"+as, s.textMovers)
	get(s, a, "commands", "/text/calendar", "print-calendar", "entente calendar", "Dialogues and what is coming up"+as, s.textCalendar)
	get(s, a, "commands", "/text/event", "print-event", "entente event", "An event or finding"+as, s.textEvent)
	huma.Register(a, huma.Operation{
		OperationID: "print-sql", Method: http.MethodGet, Path: apiPath + "/text/sql", Tags: []string{"commands"},
		Summary: "entente sql",
		Description: "The answer to one query in SQL, as JSON lines: a list of the columns, then a list for each row. Only the commands on the same machine may ask, " +
			"by the key in the note that the server leaves beside its database. Without a query the tables are described. The trailer " + errorTrailer + " tells where an answer broke off.",
		Security:  []map[string][]string{{"token": {}}},
		Errors:    []int{http.StatusForbidden, http.StatusUnprocessableEntity},
		Responses: map[string]*huma.Response{"200": {Description: "The answer.", Content: map[string]*huma.MediaType{"application/x-ndjson": {}}}},
	}, s.textSQL)
}

// Printed is how a command prints.
type Printed struct {
	Format string `query:"format" enum:"text,json,csv" default:"text" doc:"What to print; csv only for a tie."`
	Width  int    `query:"width" minimum:"20" maximum:"400" default:"80" doc:"The widest line of a text."`
	Colour bool   `query:"colour" doc:"Mark a text for a terminal with colours."`
}

func (p *Printed) look() brief.Look { return brief.Look{Width: p.Width, Colour: p.Colour} }

// text is what a command prints.
type text struct {
	ContentType string `header:"Content-Type"`
	Body        []byte `contentType:"text/plain"`
}

// print writes an answer in the form that was asked for.
func (p *Printed) print(answer any, asText func(*bytes.Buffer) error) (*text, error) {
	var out bytes.Buffer
	var err error
	kind := "text/plain; charset=utf-8"
	switch p.Format {
	case "json":
		kind = "application/json"
		err = dossier.WriteJSON(&out, answer)
	case "csv":
		kind = "text/csv; charset=utf-8"
		d, ok := answer.(*dossier.Dossier)
		if !ok {
			return nil, wrong("query.format", p.Format, "only a tie has a table")
		}
		err = d.WriteCSV(&out)
	default:
		err = asText(&out)
	}
	return &text{kind, out.Bytes()}, err
}

type textTieIn struct {
	Parties countriesIn `query:"parties" required:"true" doc:"Two countries or more, with commas."`
	AskedOfTie
	Printed
}

func (s *Server) textTie(ctx context.Context, in *textTieIn) (*text, error) {
	q, err := s.question(ctx, in.Parties.codes, "query.parties", &in.AskedOfTie)
	if err != nil {
		return nil, err
	}
	d, err := s.dossier(ctx, q)
	if err != nil {
		return nil, err
	}
	return in.print(d, func(w *bytes.Buffer) error { return brief.Dossier(w, in.look(), atlas.PartyName, d) })
}

type textMoversIn struct {
	MoversIn
	Printed
}

func (s *Server) textMovers(ctx context.Context, in *textMoversIn) (*text, error) {
	m, err := s.listMovers(ctx, &in.MoversIn)
	if err != nil {
		return nil, err
	}
	return in.print(m.Body, func(w *bytes.Buffer) error { return brief.Movers(w, in.look(), atlas.PartyName, m.Body) })
}

type textCalendarIn struct {
	Parties countriesIn `query:"parties" required:"true" doc:"Two countries or more, with commas."`
	At      dayIn       `query:"at" doc:"The day of the answer."`
	Since   dayIn       `query:"since" doc:"Where the calendar begins."`
	Until   dayIn       `query:"until" doc:"Where it ends."`
	Printed
}

func (s *Server) textCalendar(ctx context.Context, in *textCalendarIn) (*text, error) {
	c, err := s.getCalendar(ctx, &calendarIn{in.Parties, in.At, in.Since, in.Until})
	if err != nil {
		return nil, err
	}
	return in.print(c.Body, func(w *bytes.Buffer) error { return brief.Calendar(w, in.look(), atlas.PartyName, c.Body) })
}

type textEventIn struct {
	ID string `query:"id" required:"true" maxLength:"30" doc:"A number such as e12 or s3."`
	Printed
}

func (s *Server) textEvent(ctx context.Context, in *textEventIn) (*text, error) {
	kind, number, ok := numberOf(in.ID)
	if !ok {
		return nil, wrong("query.id", in.ID, "numbers look like e12, s3, m4, c5, w6 and a7")
	}
	if kind == "event" {
		e, told, err := s.db.Event(ctx, number)
		if err != nil {
			return nil, err
		}
		return in.print(eventOut{e, told}, func(w *bytes.Buffer) error { return brief.Event(w, in.look(), atlas.PartyName, e, told) })
	}
	f, err := s.db.Finding(ctx, kind, number)
	if err != nil {
		return nil, err
	}
	return in.print(f, func(w *bytes.Buffer) error { return brief.Finding(w, in.look(), f) })
}

type sqlIn struct {
	Q string `query:"q" maxLength:"20000" doc:"One query."`
}

func (s *Server) textSQL(ctx context.Context, in *sqlIn) (*huma.StreamResponse, error) {
	if rightIn(ctx) != localRight {
		return nil, huma.Error403Forbidden("only the commands on the same machine may ask in SQL")
	}
	t, err := s.db.Ask(ctx, in.Q)
	if err != nil {
		return nil, wrong("query.q", nil, "%v", err)
	}
	return &huma.StreamResponse{Body: func(c huma.Context) {
		defer t.Close()
		c.SetHeader("Content-Type", "application/x-ndjson")
		c.SetHeader("Trailer", errorTrailer)
		out := json.NewEncoder(c.BodyWriter())
		out.SetEscapeHTML(false)
		err := out.Encode(t.Columns)
		for row := range t.Rows() {
			if err == nil {
				err = out.Encode(row)
			}
		}
		if err == nil {
			err = t.Err()
		}
		if err != nil {
			c.SetHeader(errorTrailer, strings.Join(strings.Fields(err.Error()), " "))
		}
	}}, nil
}
