package web

import (
	"context"
	"errors"
	"net/http"
	"net/url"

	"github.com/danielgtaylor/huma/v2"

	"entente/article"
	"entente/record"
	"entente/store"
)

// articlesAPI has the texts.
func (s *Server) articlesAPI(a huma.API) {
	get(s, a, "articles", "/articles/{id}", "get-article", "An article", "An article that is stored, with its sentences and everything found in it. Offsets are bytes into article.text.", s.getArticle)
	text := &huma.Schema{Type: huma.TypeString}
	huma.Register(a, huma.Operation{
		OperationID: "read-article", Method: http.MethodPost, Path: apiPath + "/read", Tags: []string{"articles"},
		Summary: "Read an article",
		Description: "Codes one article and answers with its record (docs/record.md), as entente read --format json prints it. " +
			"The body is a plain text, a web page, or a JSON object with the fields that JSON lines have (id, title, published, outlet, text, …). " +
			"Nothing is stored unless store=true, which needs the token; and nothing that the text names is fetched.",
		RequestBody: &huma.RequestBody{Required: true, Description: "The article, 10 MiB at most, not packed.", Content: map[string]*huma.MediaType{
			"text/plain":       {Schema: text, Example: exampleArticle},
			"text/html":        {Schema: text},
			"application/json": {Schema: &huma.Schema{Type: huma.TypeObject, AdditionalProperties: true, Examples: []any{map[string]any{"title": "…", "published": "2015-04-16T18:00:00-04:00", "text": "…"}}}},
		}},
		MaxBodyBytes: maxBody, BodyReadTimeout: -1, SkipValidateBody: true,
		Security: []map[string][]string{{}, {"token": {}}},
		Errors: []int{http.StatusUnauthorized, http.StatusForbidden, http.StatusConflict, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType,
			http.StatusUnprocessableEntity, http.StatusTooManyRequests, http.StatusServiceUnavailable},
		Responses: map[string]*huma.Response{"201": {Description: "Read and stored; Location tells where.", Content: map[string]*huma.MediaType{
			"application/json": {Schema: &huma.Schema{Ref: "#/components/schemas/RecordRecord"}}}}},
	}, func(ctx context.Context, in *readIn) (*readOut, error) {
		out, err := s.readArticle(ctx, in)
		if err != nil {
			return nil, s.told(err)
		}
		return out, nil
	})
}

// exampleArticle stands in the description of the API.
const exampleArticle = `South Korea, Japan and U.S. to hold vice-ministerial talks

SEOUL, April 9, 2015 (Example) - The vice foreign ministers of South Korea, Japan and the United States will meet in Washington on April 16, the foreign ministry said on Thursday.`

type articleIn struct {
	ID string `path:"id" maxLength:"400" doc:"The id of the article, as events and findings name it."`
}

func (s *Server) getArticle(ctx context.Context, in *articleIn) (*body[*store.Coded], error) {
	c, err := s.db.Article(ctx, in.ID)
	return &body[*store.Coded]{c}, err
}

type readIn struct {
	Encoding  string `header:"Content-Encoding" hidden:"true"`
	Published string `query:"published" maxLength:"40" doc:"When the article was published, where it does not tell: 2015-04-17 or 2015-04-17T09:19:00+09:00."`
	Here      string `query:"here" maxLength:"100" doc:"What \"here\" means where the article has no dateline."`
	Outlet    string `query:"outlet" maxLength:"200" doc:"Who published it."`
	Store     bool   `query:"store" doc:"Store the article with what was found in it; needs the token."`
	RawBody   []byte
}

type readOut struct {
	Status   int
	Location string `header:"Location" doc:"Where the stored article is."`
	Body     *record.Record
}

func (s *Server) readArticle(ctx context.Context, in *readIn) (*readOut, error) {
	if in.Encoding != "" && in.Encoding != "identity" {
		return nil, huma.Error415UnsupportedMediaType("a packed body is not accepted; send the text as it is",
			&huma.ErrorDetail{Location: "header.Content-Encoding", Value: in.Encoding, Message: "leave it out"})
	}
	if in.Store {
		if err := s.mayStore(ctx); err != nil {
			return nil, err
		}
	}
	opt := article.Options{Here: in.Here, Outlet: in.Outlet}
	if in.Published != "" {
		var err error
		if opt.Published, err = article.ParsePublished(in.Published); err != nil {
			return nil, wrong("query.published", in.Published, "%v", err)
		}
	}
	r, err := s.read(ctx, in.RawBody, opt)
	if err != nil {
		return nil, asRead(err)
	}
	out := &readOut{Status: http.StatusOK, Body: r}
	if !in.Store {
		return out, nil
	}
	isNew, err := s.keep(ctx, r)
	switch {
	case errors.Is(err, errOther):
		return nil, huma.Error409Conflict(err.Error(), &huma.ErrorDetail{Location: "body.id", Value: r.Article.ID, Message: "give the article an id of its own"})
	case err != nil:
		return nil, err
	case isNew:
		out.Status = http.StatusCreated
	}
	out.Location = apiPath + "/articles/" + url.PathEscape(r.Article.ID)
	return out, nil
}

// mayStore tells why a request may not store.
func (s *Server) mayStore(ctx context.Context) error {
	switch {
	case s.opt.Token == "":
		return huma.Error403Forbidden("this server was started without a token and stores nothing; start it with ENTENTE_TOKEN set, or use entente ingest")
	case rightIn(ctx) < writeRight:
		return huma.Error401Unauthorized("storing needs the token of the server: send Authorization: Bearer TOKEN")
	}
	return nil
}

// asRead is an error about a text as the reader is told it.
func asRead(err error) error {
	var text unreadable
	switch {
	case errors.Is(err, errPacked):
		return huma.Error415UnsupportedMediaType(err.Error())
	case errors.Is(err, errTooBig):
		return huma.NewError(http.StatusRequestEntityTooLarge, err.Error())
	case errors.As(err, &text):
		return huma.Error422UnprocessableEntity("the text could not be read", &huma.ErrorDetail{Location: "body", Message: text.Error()})
	}
	return err
}
