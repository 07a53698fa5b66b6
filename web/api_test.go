package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"entente/record"
)

// numbered is an item of a list.
type numbered struct {
	Number int64 `json:"number"`
}

type listed struct {
	Items []numbered `json:"items"`
	Next  *string    `json:"next"`
	Whole bool       `json:"whole"`
}

func TestEveryListIsReadInFullPageByPage(t *testing.T) {
	s := served(t, Options{})
	for _, list := range []string{
		"events", "events?parties=JPN,KOR", "events?q=Japan", "events?counts=true", "events?type=CONSULT,AGREE", "events?from=2015-01-01&to=2018-12-31",
		"statements", "statements?parties=JPN", "statements?q=the", "mechanisms", "conditions", "watch", "assessments",
	} {
		t.Run(list, func(t *testing.T) {
			address := "/api/v1/" + list
			all := asJSON[listed](t, ask(t, s, "GET", withParameter(address, "limit", "1000"), ""))
			if len(all.Items) < 3 || all.Next != nil || !all.Whole {
				t.Fatalf("%d items, next %v, whole %t", len(all.Items), all.Next, all.Whole)
			}
			var paged []numbered
			next := ""
			for range len(all.Items) + 1 {
				page := asJSON[listed](t, ask(t, s, "GET", withParameter(withParameter(address, "limit", "2"), "cursor", next), ""))
				paged = append(paged, page.Items...)
				if page.Next == nil {
					break
				}
				if len(page.Items) != 2 {
					t.Fatalf("a page of %d that is not the last", len(page.Items))
				}
				next = *page.Next
			}
			if !slices.Equal(paged, all.Items) {
				t.Errorf("by pages %v\nat once %v", paged, all.Items)
			}
			seen := map[numbered]bool{}
			for _, x := range paged {
				if seen[x] {
					t.Errorf("%d comes twice", x.Number)
				}
				seen[x] = true
			}
		})
	}
}

func withParameter(address, name, value string) string {
	if value == "" {
		return address
	}
	sign := "?"
	if strings.Contains(address, "?") {
		sign = "&"
	}
	return address + sign + name + "=" + url.QueryEscape(value)
}

func TestWrongParametersAreNamed(t *testing.T) {
	s := served(t, Options{})
	first := asJSON[listed](t, ask(t, s, "GET", "/api/v1/events?limit=1", ""))
	tests := []struct {
		address  string
		status   int
		location string
		message  string
	}{
		{"/events?from=yesterday", 422, "query.from", "write it as 2015-04-16"},
		{"/events?to=2015-02-30", 422, "query.to", "2015-02-30"},
		{"/events?parties=Jpan", 422, "query.parties", "did you mean Japan"},
		{"/events?parties=JPN,jp", 422, "query.parties", "named twice"},
		{"/events?type=DANCE", 422, "query.type", "CONSULT"},
		{"/events?context=fish", 422, "query.context", "territory"},
		{"/events?track=sport", 422, "query.track", "security"},
		{"/events?track=security", 422, "query.track", "name parties"},
		{"/events?limit=0", 422, "query.limit", "1"},
		{"/events?limit=1001", 422, "query.limit", "1000"},
		{"/events?limit=many", 422, "query.limit", "integer"},
		{"/events?cursor=x", 422, "query.cursor", "no cursor of ours"},
		{"/events?q=Japan&cursor=" + *first.Next, 422, "query.cursor", "another question"},
		{"/statements?cursor=" + *first.Next, 422, "query.cursor", "another question"},
		{"/events?colour=red", 422, "query.colour", "unknown"},
		{"/events/x12", 422, "path.id", "e12"},
		{"/events/s12", 422, "path.id", "e12"},
		{"/events/e99999999", 404, "", ""},
		{"/findings/e1", 422, "path.id", "s3"},
		{"/findings/s99999999", 404, "", ""},
		{"/articles/none", 404, "", ""},
		{"/ties/JPN", 422, "path.parties", "two countries"},
		{"/ties/FJI,ISL", 404, "", ""},
		{"/ties/JPN,KOR?since=2016-01-01&at=2015-01-01", 422, "query.since", "after the day"},
		{"/ties/JPN,KOR?at=2999-01-01&since=2014-01-01", 422, "query.at", "last day on file"},
		{"/export?format=xls", 422, "query.format", "csv"},
		{"/export?columns=mine", 422, "query.columns", "gdelt"},
		{"/text/tie", 422, "query.parties", "required"},
		{"/text/movers?format=csv", 422, "query.format", "only a tie"},
		{"/nowhere", 404, "", ""},
	}
	for _, test := range tests {
		t.Run(test.address, func(t *testing.T) {
			w := ask(t, s, "GET", "/api/v1"+test.address, "")
			p := problemIn(t, w)
			if w.Code != test.status {
				t.Fatalf("status %d, want %d: %s", w.Code, test.status, w.Body)
			}
			if test.location == "" {
				return
			}
			for _, e := range p.Errors {
				if e.Location == test.location && strings.Contains(e.Message, test.message) {
					return
				}
			}
			t.Errorf("nothing says %q of %s: %s", test.message, test.location, w.Body)
		})
	}
	if w := ask(t, s, "POST", "/api/v1/events", ""); w.Code != http.StatusMethodNotAllowed && w.Code != http.StatusNotFound {
		t.Errorf("POST: status %d", w.Code)
	}
}

func TestATextIsReadAndStoredOnceOnly(t *testing.T) {
	s := served(t, Options{Token: "secret"})
	bears := "Authorization: Bearer secret"
	text := "Japan and South Korea hold talks\n\nTOKYO, May 5, 2016 (Example) - Japanese Foreign Minister Fumio Kishida met his South Korean counterpart Yun Byung-se in Tokyo on Thursday."
	r := asJSON[record.Record](t, ask(t, s, "POST", "/api/v1/read", text, bears))
	if len(r.Events) == 0 || r.Events[0].Type != "CONSULT" || r.Article.Published == nil {
		t.Fatalf("%+v", r)
	}
	if w := ask(t, s, "GET", "/api/v1/articles/"+r.Article.ID, "", bears); w.Code != 404 {
		t.Errorf("what was only read is stored: status %d", w.Code)
	}
	w := ask(t, s, "POST", "/api/v1/read?store=true", text, bears)
	where := w.Header().Get("Location")
	if w.Code != 201 || where != "/api/v1/articles/"+r.Article.ID {
		t.Fatalf("status %d, location %q", w.Code, where)
	}
	if w := ask(t, s, "POST", "/api/v1/read?store=true", text, bears); w.Code != 200 || w.Header().Get("Location") != where {
		t.Errorf("again: status %d", w.Code)
	}
	stored := asJSON[struct {
		Article   record.Article
		Sentences []record.Span
		Events    []struct {
			Number, Happening int64
			record.Event
		}
	}](t, ask(t, s, "GET", where, "", bears))
	if stored.Article.Text != r.Article.Text || len(stored.Sentences) != len(r.Sentences) || len(stored.Events) != len(r.Events) {
		t.Errorf("%+v", stored)
	}
	if e, want := stored.Events[0], r.Events[0]; e.Trigger != want.Trigger || e.Rule != want.Rule || len(e.Actors) != len(want.Actors) || e.Happening == 0 {
		t.Errorf("%+v, want %+v", e, want)
	}
	other := fmt.Sprintf(`{"id":%q,"title":"Other","published":"2016-05-06","text":"South Korea thanked Japan on Friday."}`, r.Article.ID)
	if w := ask(t, s, "POST", "/api/v1/read?store=true", other, bears, "Content-Type: application/json"); w.Code != 409 {
		t.Errorf("another article with its id: status %d", w.Code)
	}
	if w := ask(t, s, "POST", "/api/v1/read?published=never", text, bears); w.Code != 422 || problemIn(t, w).Errors[0].Location != "query.published" {
		t.Errorf("a wrong time: status %d", w.Code)
	}
}

func TestAnArticleComesBackAsItWasRead(t *testing.T) {
	s := served(t, Options{})
	page := asJSON[struct {
		Items []struct {
			Number  int64
			Article string
			Value   record.Statement
		}
	}](t, ask(t, s, "GET", "/api/v1/statements?limit=5", ""))
	for _, x := range page.Items {
		a := asJSON[struct {
			Article    record.Article
			Countries  []record.Country
			Statements []struct {
				Number int64
				Value  record.Statement
			}
		}](t, ask(t, s, "GET", "/api/v1/articles/"+url.PathEscape(x.Article), ""))
		found := false
		for _, y := range a.Statements {
			if y.Number == x.Number {
				found = true
				if y.Value.Speaker.Name != x.Value.Speaker.Name || a.Article.Text[y.Value.Start:y.Value.End] == "" {
					t.Errorf("%+v, want %+v", y.Value, x.Value)
				}
			}
		}
		if !found || len(a.Countries) == 0 {
			t.Errorf("article %s lacks statement %d", x.Article, x.Number)
		}
	}
}

// openAPI is as much of the description as is looked at here.
type openAPI struct {
	OpenAPI string
	Info    struct{ Title, Version string }
	Paths   map[string]map[string]struct {
		OperationID string
		Summary     string
		Description string
		Tags        []string
		Parameters  []struct {
			Name, In, Description string
			Required              bool
			Schema                json.RawMessage
		}
		Responses map[string]json.RawMessage
	}
	Components struct {
		Schemas map[string]json.RawMessage
	}
}

func TestTheDescriptionIsOpenAPI31AndNamesEveryRoute(t *testing.T) {
	s := served(t, Options{})
	w := ask(t, s, "GET", "/api/v1/openapi.json", "")
	d := asJSON[openAPI](t, w)
	if !strings.HasPrefix(d.OpenAPI, "3.1.") || d.Info.Title == "" || d.Info.Version == "" {
		t.Errorf("openapi %q, info %+v", d.OpenAPI, d.Info)
	}
	for _, path := range []string{"/read", "/ties", "/ties/{parties}", "/movers", "/events", "/events/{id}", "/statements", "/mechanisms", "/conditions", "/watch",
		"/assessments", "/findings/{id}", "/articles/{id}", "/countries", "/calendar/{parties}", "/export", "/text/tie", "/text/movers", "/text/calendar", "/text/event", "/text/sql"} {
		if d.Paths["/api/v1"+path] == nil {
			t.Errorf("%s is not described", path)
		}
	}
	ids := map[string]bool{}
	for path, methods := range d.Paths {
		for method, op := range methods {
			if op.OperationID == "" || ids[op.OperationID] || op.Summary == "" || op.Description == "" || len(op.Tags) != 1 {
				t.Errorf("%s %s: %+v", method, path, op)
			}
			ids[op.OperationID] = true
			inPath := 0
			for _, p := range op.Parameters {
				if p.Description == "" || len(p.Schema) == 0 {
					t.Errorf("%s %s: parameter %s has no description or schema", method, path, p.Name)
				}
				if p.In == "path" {
					inPath++
					if !p.Required || !strings.Contains(path, "{"+p.Name+"}") {
						t.Errorf("%s %s: path parameter %s", method, path, p.Name)
					}
				}
			}
			if inPath != strings.Count(path, "{") {
				t.Errorf("%s %s: %d parameters of the path described", method, path, inPath)
			}
			if op.Responses["200"] == nil {
				t.Errorf("%s %s: no answer described", method, path)
			}
			// What is described is there.
			address := strings.NewReplacer("{parties}", "JPN,KOR", "{id}", "1").Replace(path)
			if w := ask(t, s, strings.ToUpper(method), address, ""); w.Code == 404 && strings.Contains(w.Body.String(), "no such address") {
				t.Errorf("%s %s is described but not there", method, path)
			}
		}
	}
	// Every reference leads somewhere.
	for _, part := range strings.Split(w.Body.String(), `"$ref":"`)[1:] {
		ref, _, _ := strings.Cut(part, `"`)
		name, ok := strings.CutPrefix(ref, "#/components/schemas/")
		if !ok || d.Components.Schemas[name] == nil {
			t.Errorf("%s leads nowhere", ref)
		}
	}
	if page := ask(t, s, "GET", "/api/", ""); page.Code != 200 || strings.Contains(page.Body.String(), "://") || strings.Contains(page.Body.String(), "style=") || strings.Contains(page.Body.String(), "<script>") {
		t.Errorf("the page to try it: status %d: %s", page.Code, page.Body)
	}
	for _, file := range []string{"api.js", "api.css"} {
		if w := ask(t, s, "GET", "/static/"+file, ""); w.Code != 200 || strings.Contains(w.Body.String(), "://") || strings.Contains(w.Body.String(), "innerHTML") {
			t.Errorf("%s: status %d", file, w.Code)
		}
	}
}

func TestFeedsHaveValidDatesAndIDsThatStay(t *testing.T) {
	s := served(t, Options{})
	type feed struct {
		Version string
		Items   []struct {
			ID, URL, Title string
			Published      string `json:"date_published"`
		}
	}
	w := ask(t, s, "GET", "/feed/JPN-KOR.json", "")
	f := asJSON[feed](t, w)
	if f.Version != "https://jsonfeed.org/version/1.1" || len(f.Items) < 5 || w.Header().Get("Content-Type") != "application/feed+json" {
		t.Fatalf("%+v", f)
	}
	ids := map[string]bool{}
	for i, x := range f.Items {
		if ids[x.ID] || !strings.HasPrefix(x.ID, "tag:") || strings.Contains(x.ID, "example.com") || x.Title == "" || !strings.HasPrefix(x.URL, "http://example.com/") {
			t.Errorf("%+v", x)
		}
		ids[x.ID] = true
		if !strings.HasSuffix(x.Published, "T00:00:00Z") || i > 0 && x.Published > f.Items[i-1].Published {
			t.Errorf("item %d of %s", i, x.Published)
		}
	}
	elsewhere := asJSON[feed](t, ask(t, s, "GET", "/feed/JPN-KOR.json", "", "Host: other.example"))
	for i := range f.Items {
		if elsewhere.Items[i].ID != f.Items[i].ID {
			t.Errorf("%s is %s elsewhere", f.Items[i].ID, elsewhere.Items[i].ID)
		}
	}
	atom := ask(t, s, "GET", "/feed/JPN-KOR.atom", "")
	if atom.Code != 200 || strings.Count(atom.Body.String(), "<entry>") != len(f.Items) || !strings.HasPrefix(atom.Header().Get("Content-Type"), "application/atom+xml") {
		t.Errorf("status %d: %.200s", atom.Code, atom.Body)
	}
	for address, want := range map[string]int{"/feed/kor-jpn.atom": 301, "/feed/KOR.atom": 404, "/feed/KOR-JPN.rss": 404, "/feed/KOR-Jpan.json": 404, "/feed/FJI-ISL.json": 404, "/feed/x": 404} {
		if w := ask(t, s, "GET", address, ""); w.Code != want {
			t.Errorf("%s: status %d, want %d", address, w.Code, want)
		}
	}
}

func FuzzParameters(f *testing.F) {
	for _, seed := range []string{
		"parties=JPN,KOR&from=2015-01-01", "q=%22comfort+women%22", "limit=3&cursor=AABDDQEAAAAAAAABJq97lzg", "track=security&parties=USA", "q='; DROP TABLE event; --",
		"q=%25%5f%5c", "type=CONSULT&context=territory&origin=articles,'", "from=-0001-01-01", "to=99999-01-01", "parties=" + strings.Repeat("JPN,", 50), "at=2015-01-01&since=0001-01-01",
		"at=9999-12-31", "since=0001-01-01", "since=2015-01-01&at=9999-12-31", "since=0001-01-01&until=9999-12-31",
	} {
		f.Add(seed)
	}
	s := served(f, Options{Rate: 1 << 20})
	f.Fuzz(func(t *testing.T, query string) {
		for _, route := range []string{"/api/v1/events", "/api/v1/statements", "/api/v1/watch", "/api/v1/ties", "/api/v1/ties/JPN,KOR", "/api/v1/calendar/JPN,KOR", "/api/v1/export", "/api/v1/text/movers", "/feed/JPN-KOR.json"} {
			r := httptest.NewRequest("GET", route, nil)
			r.URL.RawQuery = query
			w := httptest.NewRecorder()
			s.ServeHTTP(w, r)
			switch w.Code {
			case 200, 404, 422, 400:
			default:
				t.Errorf("%s?%s: status %d: %.300s", route, query, w.Code, w.Body)
			}
		}
	})
}
