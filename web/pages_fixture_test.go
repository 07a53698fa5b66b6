package web

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"entente/plover"
	"entente/record"
	"entente/store"
)

// The pages are tested on records made by hand, so that what the coder learns
// does not change what the pages are to look like.

func ref[T any](v T) *T { return &v }

// state is a country as participant, where its name stands in a text.
func state(text, code, name string) record.Participant {
	p := record.Participant{ID: code, Country: ref(code), Sectors: []string{"GOV"}, Name: name}
	if i := strings.Index(text, name); i >= 0 {
		p.Start, p.End = i, i+len(name)
	}
	return p
}

// telling is what an article of the fixture tells.
type telling struct {
	day, title, body string
	outlet, url      string
	kind             plover.Type
	mode             string
	trigger          string
	actors           [][2]string
	recipients       [][2]string
	contexts         []string
	statement        string // its words, direct
	more             func(*record.Record)
}

// recordOf makes the record of an article with one event.
func recordOf(id string, t telling) *record.Record {
	text := t.title + "\n\n" + t.body
	r := &record.Record{Article: record.Article{ID: id, Title: ref(t.title), Outlet: ref(t.outlet), Byline: []string{}, Published: ref(t.day), Language: ref("en"), Text: text}}
	if t.url != "" {
		r.Article.URL = ref(t.url)
	}
	start := len(t.title) + 2
	r.Sentences = []record.Span{{Start: 0, End: len(t.title)}, {Start: start, End: len(text)}}
	at := strings.Index(text[start:], t.trigger)
	if at < 0 {
		panic("no trigger " + t.trigger)
	}
	e := record.Event{ID: "e1", Type: string(t.kind), Contexts: t.contexts, CAMEO: ref(t.kind.CAMEO(t.mode, t.contexts)), Quad: int(t.kind.Quad()), Score: t.kind.Score(t.mode),
		Date: &record.Date{From: t.day, To: t.day}, Sentence: 1, Trigger: record.Span{Start: start + at, End: start + at + len(t.trigger)}, Rule: "meet.tsv:12", Confidence: 0.9}
	if t.mode != "" {
		e.Mode = ref(t.mode)
	}
	e.Evidence = []record.Evidence{{Sentence: 1, Start: e.Trigger.Start, End: e.Trigger.End}}
	for _, a := range t.actors {
		e.Actors = append(e.Actors, state(text, a[0], a[1]))
		r.Countries = append(r.Countries, record.Country{Country: a[0], Weight: 0.9, Mentions: 2})
	}
	for _, a := range t.recipients {
		e.Recipients = append(e.Recipients, state(text, a[0], a[1]))
		r.Countries = append(r.Countries, record.Country{Country: a[0], Weight: 0.8, Mentions: 1})
	}
	r.Events = []record.Event{e}
	if i := strings.Index(text, t.statement); t.statement != "" && i >= 0 {
		var about []string
		for _, c := range r.Countries {
			about = append(about, c.Country)
		}
		r.Statements = []record.Statement{{Speaker: e.Actors[0], Text: t.statement, Direct: true, Start: i, End: i + len(t.statement), About: about, Contexts: t.contexts, Stance: 0.4, Date: e.Date, Sentence: 1}}
	}
	if t.more != nil {
		t.more(r)
	}
	return r
}

// tellings are the articles of the fixture: three countries, half a year.
func tellings() []telling {
	jp, kr, us := [2]string{"JPN", "Japan"}, [2]string{"KOR", "South Korea"}, [2]string{"USA", "the United States"}
	var list []telling
	for week := range 26 { // the two meet every week, and quarrel in summer
		day := fmt.Sprintf("2015-%02d-%02d", 1+week/4, 1+week%4*7)
		t := telling{day: day, title: "Japan and South Korea meet", body: "Japan and South Korea held talks in Seoul.", outlet: "The Desk", kind: plover.Consult, trigger: "held talks", actors: [][2]string{jp, kr}, contexts: []string{"diplomatic"}}
		if week > 14 && week%2 == 0 {
			t = telling{day: day, title: "Japan accuses South Korea", body: `Japan accused South Korea of breaking its word. "It is regrettable," Japan said.`, outlet: "The Desk", kind: plover.Accuse, mode: "disapprove", trigger: "accused", actors: [][2]string{jp}, recipients: [][2]string{kr}, contexts: []string{"territory"}, statement: "It is regrettable,"}
		}
		list = append(list, t)
		if week%3 == 0 {
			list = append(list, telling{day: day, title: "Japan and the United States agree", body: "Japan and the United States signed an agreement on trade.", outlet: "Evening Post", url: "https://example.org/a", kind: plover.Agree, trigger: "signed", actors: [][2]string{jp, us}, contexts: []string{"economic"}})
		}
		if week%5 == 0 {
			list = append(list, telling{day: day, title: "South Korea and the United States drill", body: "South Korea and the United States began an exercise.", outlet: "Evening Post", kind: plover.Cooperate, trigger: "began an exercise", actors: [][2]string{kr, us}, contexts: []string{"military"}})
		}
	}
	last := telling{day: "2015-07-20", title: "A summit is planned", body: "Japan told South Korea on Monday that their leaders would meet on July 25, unless South Korea refuses. Ties are strained.", outlet: "The Desk", kind: plover.Consult, trigger: "told", actors: [][2]string{jp}, recipients: [][2]string{kr}, contexts: []string{"diplomatic"}}
	last.more = func(r *record.Record) {
		r.Events[0].Date.Text = "Monday"
		coming := &record.Date{From: "2015-07-25", To: "2015-07-25", Text: "July 25"}
		r.Mechanisms = []record.Mechanism{{ID: "m1", Name: "summit", Kind: "summit", Level: ref("leader"), Parties: []string{"JPN", "KOR"}, Status: "planned", Date: coming, Sentence: 1}}
		r.Conditions = []record.Condition{{On: []string{"KOR"}, Connective: "unless", Action: "refuses", Outcome: "their leaders would meet", Sentence: 1}}
		r.Watch = []record.WatchItem{{What: "their leaders would meet", Actors: r.Events[0].Actors, Date: coming, GaugeOf: []string{"JPN", "KOR"}, Sentence: 1}}
		r.Assessments = []record.Assessment{{Parties: []string{"JPN", "KOR"}, Level: ref("strained"), Sentence: 1}}
	}
	return append(list, last)
}

// pagesOn serves a database with some records; pages are read without a token.
func pagesOn(t testing.TB, records ...*record.Record) *Server {
	t.Helper()
	path := filepath.Join(t.TempDir(), "pages.db")
	db, err := store.Open(t.Context(), path, store.Write)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	var batch []record.Sourced
	for _, r := range records {
		batch = append(batch, record.Sourced{Record: r, Source: "fixture"})
	}
	if err := db.Add(t.Context(), batch); err != nil {
		t.Fatal(err)
	}
	s, err := New(db, Options{Rate: 1 << 20, Demo: true})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func fixture(t testing.TB) *Server {
	t.Helper()
	var records []*record.Record
	for i, x := range tellings() {
		records = append(records, recordOf(fmt.Sprintf("a%d", i+1), x))
	}
	return pagesOn(t, records...)
}

// opened is the answer to a reader's request.
func opened(s *Server, path, lang string) *httptest.ResponseRecorder {
	r := httptest.NewRequest("GET", path, nil)
	r.Header.Set("Accept", "text/html")
	if lang != "" {
		r.Header.Set("Accept-Language", lang)
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

// mustOpen gives the text of a page.
func mustOpen(t testing.TB, s *Server, path string) string {
	t.Helper()
	w := opened(s, path, "")
	if w.Code != http.StatusOK {
		t.Fatalf("%s answers %d: %s", path, w.Code, shortened(w.Body.String(), 400))
	}
	return w.Body.String()
}
