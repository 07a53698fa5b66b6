package web

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net/http"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"entente/exchange"
	"entente/store"
)

// exportAPI has events as a table for other programs.
func (s *Server) exportAPI(a huma.API) {
	types := map[string]*huma.MediaType{}
	for _, t := range tableTypes {
		types[t] = &huma.MediaType{}
	}
	huma.Register(a, huma.Operation{
		OperationID: "export-events", Method: http.MethodGet, Path: apiPath + "/export", Tags: []string{"events"},
		Summary: "Events as a table",
		Description: "What entente export writes; docs/exchange.md describes the columns. The table is sent as it is read, so that an error on the way breaks it off. " +
			"At its end the trailers " + rowsTrailer + " and " + withheldTrailer + " count the rows and the events that the columns cannot tell. With the token it may take ten minutes.",
		Security:  []map[string][]string{{}, {"token": {}}},
		Errors:    []int{http.StatusUnauthorized, http.StatusUnprocessableEntity, http.StatusTooManyRequests, http.StatusServiceUnavailable},
		Responses: map[string]*huma.Response{"200": {Description: "The table.", Content: types}},
	}, s.export)
}

// tableTypes are the media types of tables.
var tableTypes = map[string]string{"csv": "text/csv; charset=utf-8", "ndjson": "application/x-ndjson", "parquet": "application/vnd.apache.parquet"}

type exportIn struct {
	Parties countriesIn `query:"parties" doc:"Countries by name or code, with commas: of one, its events with any other; of several, those that join two of them."`
	Since   dayIn       `query:"since" doc:"Events that happened on this day or later."`
	Until   dayIn       `query:"until" doc:"Events that happened on this day or before."`
	Type    typesIn     `query:"type" doc:"PLOVER types, with commas."`
	Context contextsIn  `query:"context" doc:"Events with one of these PLOVER contexts, with commas."`
	Track   trackIn     `query:"track" doc:"Events of this track; needs parties."`
	Origin  originsIn   `query:"origin" doc:"Events of these data sets, with commas."`
	Format  string      `query:"format" enum:"csv,ndjson,parquet" default:"csv" doc:"The form of the table."`
	Columns string      `query:"columns" enum:"entente,polecat,icews,gdelt" default:"entente" doc:"The columns: ours, or those of another data set."`
}

// export answers with a table.
func (s *Server) export(ctx context.Context, in *exportIn) (*huma.StreamResponse, error) {
	f := store.Filter{Parties: in.Parties.codes, From: in.Since.day, To: in.Until.day, Types: in.Type.types, Contexts: in.Context.contexts,
		Track: in.Track.track, Origins: in.Origin.origins}
	if err := needParties(&f); err != nil {
		return nil, err
	}
	set, err := exchange.SetNamed(in.Columns)
	if err != nil {
		return nil, wrong("query.columns", in.Columns, "%v", err)
	}
	return &huma.StreamResponse{Body: func(c huma.Context) {
		c.SetHeader("Content-Type", tableTypes[in.Format])
		c.SetHeader("Content-Disposition", `attachment; filename="events.`+in.Format+`"`)
		c.SetHeader("Trailer", rowsTrailer+", "+withheldTrailer)
		table, err := s.writeTable(c.Context(), c.BodyWriter(), set, in.Format, f)
		if err != nil {
			s.opt.Log.Error("an export was broken off", "error", err)
			panic(http.ErrAbortHandler) // so that nobody takes half a table for whole
		}
		c.SetHeader(rowsTrailer, strconv.Itoa(table.Rows))
		c.SetHeader(withheldTrailer, strconv.Itoa(table.Withheld))
	}}, nil
}

func (s *Server) writeTable(ctx context.Context, w io.Writer, set *exchange.Set, format string, f store.Filter) (*exchange.Table, error) {
	out := bufio.NewWriterSize(w, 256<<10)
	table, err := exchange.NewTable(out, set, format)
	if err != nil {
		return nil, err
	}
	for x, err := range s.db.Export(ctx, f) {
		if err == nil {
			err = table.Write(x)
		}
		if err != nil {
			return nil, err
		}
	}
	return table, errors.Join(table.Close(), out.Flush())
}
