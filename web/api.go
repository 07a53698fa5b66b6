package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"entente/calendar"
	"entente/dossier"
	"entente/store"
	"entente/tie/track"
)

// apiPath is where the interface for programs lives.
const apiPath = "/api/v1"

// api is /api/v1: routes that huma describes as OpenAPI 3.1 from their types.
func (s *Server) api(mux *http.ServeMux) error {
	types := huma.NewMapRegistry("#/components/schemas/", schemaName)
	types.RegisterTypeAlias(reflect.TypeFor[calendar.Day](), reflect.TypeFor[dayText]())
	types.RegisterTypeAlias(reflect.TypeFor[track.Track](), reflect.TypeFor[trackText]())
	config := huma.Config{
		OpenAPI: &huma.OpenAPI{
			OpenAPI: "3.1.0",
			Info: &huma.Info{Title: "Entente", Version: "1", Description: apiDescription,
				License: &huma.License{Name: "Apache-2.0", Identifier: "Apache-2.0"}},
			Components: &huma.Components{
				Schemas: types,
				SecuritySchemes: map[string]*huma.SecurityScheme{
					"token": {Type: "http", Scheme: "bearer", Description: "The token that the server was started with (--token or ENTENTE_TOKEN)."},
				},
			},
			Tags: []*huma.Tag{
				{Name: "ties", Description: "How countries stand."},
				{Name: "events", Description: "What happened between them."},
				{Name: "findings", Description: "What single articles tell: statements, dialogues, conditions, what to watch, assessments."},
				{Name: "articles", Description: "The texts, and reading a new one."},
				{Name: "commands", Description: "What the commands print, for the command line and for scripts."},
			},
		},
		OpenAPIPath:                  apiPath + "/openapi",
		Formats:                      huma.DefaultFormats,
		DefaultFormat:                "application/json",
		RejectUnknownQueryParameters: true,
	}
	a := humago.New(mux, config)
	for _, part := range []func(huma.API){s.tiesAPI, s.eventsAPI, s.findingsAPI, s.articlesAPI, s.exportAPI, s.commandsAPI} {
		part(a)
	}
	mux.HandleFunc("GET /api/{$}", s.tryPage)
	mux.Handle("GET /api", http.RedirectHandler("/api/", http.StatusMovedPermanently))
	mux.HandleFunc("/api/", func(w http.ResponseWriter, r *http.Request) {
		refuse(w, r, http.StatusNotFound, "there is no such address; GET /api/v1/openapi.json lists those there are")
	})
	return nil
}

const apiDescription = `Who did what to whom, as read from the news, and how countries stand: every figure with its interval, every event with the sentence that proves it.

**Countries** are named by code or name in any language (KOR, kr, South Korea, 한국), several with commas. **Days** are written 2015-04-16. **Numbers** like e12 and s3 never change.

**Lists** come in pages, the latest first: ask again with the answer's ` + "`next`" + ` as ` + "`cursor`" + ` until it is null. **Answers** carry a strong ETag; send it back as If-None-Match, and what has not changed is not sent again. **Errors** are problem+json (RFC 9457) that names the field. **Limits**: bodies of 10 MiB, 30 seconds, and so many requests a second from one address (status 429).

Fields are described in docs/record.md and docs/ties.md of the program.`

// schemaName names a type with its package, since several packages have an
// Event.
func schemaName(t reflect.Type, hint string) string {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t {
	case reflect.TypeFor[huma.ErrorModel]():
		return "Problem"
	case reflect.TypeFor[huma.ErrorDetail]():
		return "ProblemDetail"
	}
	name := huma.DefaultSchemaNamer(t, hint)
	pkg := t.PkgPath()
	pkg = pkg[strings.LastIndex(pkg, "/")+1:]
	if pkg == "" || pkg == "web" || t.Name() == "" {
		return name
	}
	return strings.ToUpper(pkg[:1]) + pkg[1:] + name
}

// body is an answer.
type body[T any] struct{ Body T }

// get registers a route that reads.
func get[I, O any](s *Server, a huma.API, tag, path, id, summary, description string, handle func(context.Context, *I) (*O, error)) {
	op := huma.Operation{
		OperationID: id, Method: http.MethodGet, Path: apiPath + path, Summary: summary, Description: description, Tags: []string{tag},
		Security: []map[string][]string{{}, {"token": {}}},
		Errors:   []int{http.StatusUnauthorized, http.StatusUnprocessableEntity, http.StatusTooManyRequests, http.StatusServiceUnavailable},
	}
	if strings.Contains(path, "{") {
		op.Errors = append(op.Errors, http.StatusNotFound)
	}
	huma.Register(a, op, func(ctx context.Context, in *I) (*O, error) {
		out, err := handle(ctx, in)
		if err != nil {
			return nil, s.told(err)
		}
		return out, nil
	})
}

// told is an error as the reader is told it: what is missing and what is wrong
// with the question in full, faults of ours to the log only.
func (s *Server) told(err error) error {
	var known huma.StatusError
	switch {
	case errors.As(err, &known):
		return known
	case errors.Is(err, dossier.ErrNothing):
		return huma.Error404NotFound("nothing on file joins these countries")
	case errors.Is(err, store.ErrNoEvent), errors.Is(err, store.ErrNoFinding), errors.Is(err, store.ErrNoArticle):
		return huma.Error404NotFound("there is nothing with this number or id")
	case tooLate(err):
		return huma.Error503ServiceUnavailable("the answer took too long; ask for less")
	}
	s.opt.Log.Error("a question was not answered", "error", err)
	return huma.Error500InternalServerError("the question could not be answered; the server's log tells why")
}

// wrong says what is wrong with a field of the question.
func wrong(location string, value any, format string, args ...any) error {
	return huma.Error422UnprocessableEntity("validation failed", &huma.ErrorDetail{Location: location, Value: value, Message: fmt.Sprintf(format, args...)})
}
