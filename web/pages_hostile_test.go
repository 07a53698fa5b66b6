package web

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"entente/plover"
	"entente/record"
)

// hostile is what an article may bring.
const hostile = `<script>alert(1)</script><img src=x onerror=alert(2)>"'><svg onload=alert(3)>{{.}}</title></textarea>` +
	"\u202eesreveR\u202c \u2066isolate \u0000\u001b[31mred\u0085 שלום עולם مرحبا \U0001F1EF\U0001F1F5 \U0001F468\u200d\U0001F469\u200d\U0001F467 end"

func hostileRecord(id string) *record.Record {
	jp, kr := [2]string{"JPN", "Japan"}, [2]string{"KOR", "South Korea"}
	r := recordOf(id, telling{day: "2015-03-01", title: hostile, outlet: hostile, url: "javascript:alert(document.cookie)",
		body: "Japan accused South Korea. " + hostile, kind: plover.Accuse, mode: "disapprove", trigger: "accused", actors: [][2]string{jp}, recipients: [][2]string{kr}, contexts: []string{"territory"}, statement: hostile,
		more: func(r *record.Record) {
			e := &r.Events[0]
			e.Actors[0].Person, e.Actors[0].Office, e.Actors[0].Name = ref(hostile), ref(hostile), hostile
			e.Recipients = append(e.Recipients, record.Participant{ID: "PER:<script>", Name: hostile, Sectors: []string{"<b>"}})
			e.Place = &record.Place{Name: hostile}
			e.Date.Text = hostile
			e.Rule = hostile
			r.Article.Byline = []string{hostile}
			r.Statements[0].Speaker.Person = ref(hostile)
			r.Mechanisms = []record.Mechanism{{ID: "m1", Name: hostile, Kind: "talks", Parties: []string{"JPN", "KOR"}, Status: "held", Place: ref(hostile), Date: &record.Date{From: "2015-02-01", To: "2015-02-01"}, Sentence: 1}}
			r.Conditions = []record.Condition{{On: []string{"KOR"}, Connective: "unless", Action: hostile, Outcome: hostile, Sentence: 1}}
			r.Watch = []record.WatchItem{{What: hostile, GaugeOf: []string{"JPN", "KOR"}, Date: &record.Date{From: "2015-03-02", To: "2015-03-02"}, Sentence: 1}}
			r.Assessments = []record.Assessment{{Parties: []string{"JPN", "KOR"}, Level: ref("strained"), Context: ref("territory"), Sentence: 1}}
		}})
	return r
}

// unsafeSigns must stand in no page: they turn or hide what follows.
const unsafeSigns = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u0000\u001b\u0085"

// checkSafe looks at a page as a browser would.
func checkSafe(t *testing.T, page string) {
	t.Helper()
	for _, fault := range faults(page) {
		t.Error(fault)
	}
	if i := strings.IndexAny(page, unsafeSigns); i >= 0 {
		r, _ := utf8.DecodeRuneInString(page[i:])
		t.Errorf("%U stands in the page: …%q", r, page[max(0, i-60):i])
	}
	z := html.NewTokenizer(strings.NewReader(page))
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		tag := z.Token()
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		if tag.Data == "img" || tag.Data == "b" {
			t.Errorf("a <%s> of the article came through", tag.Data)
		}
		for _, a := range tag.Attr {
			if tag.Data == "a" && a.Key == "href" && !strings.HasPrefix(a.Val, "/") && !strings.HasPrefix(a.Val, "#") {
				t.Errorf("a link to %q", a.Val)
			}
		}
	}
}

func TestHostileArticlesAreShownAsText(t *testing.T) {
	s := pagesOn(t, hostileRecord("h1"), hostileRecord("h2"), hostileRecord("../x?y#z"))
	for _, path := range []string{"/", "/tie/JPN-KOR", "/event/e1", "/event/e1?why=r1", "/article/h1", "/article/..%2Fx%3Fy%23z", "/finding/s1", "/finding/m1", "/finding/c1", "/finding/w1", "/finding/a1", "/search?q=script", "/map/KOR", "/countries"} {
		t.Run(path, func(t *testing.T) {
			page := mustOpen(t, s, path)
			checkSafe(t, page)
		})
	}
	page := mustOpen(t, s, "/article/h1")
	for _, shown := range []string{"&lt;script&gt;alert(1)&lt;/script&gt;", "שלום", "\U0001F1EF\U0001F1F5", "\U0001F468\u200d\U0001F469"} {
		if !strings.Contains(page, shown) {
			t.Errorf("the article's %q is not shown", shown)
		}
	}
}

func TestAHostileQuestionIsShownAsText(t *testing.T) {
	s := fixture(t)
	for _, path := range []string{
		"/search?q=%3Cscript%3Ealert(1)%3C/script%3E", "/search?q=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E", "/search?q=%E2%80%AEabc", "/search?parties=%3Cscript%3E", "/tie/%3Cscript%3E-JPN",
		"/tie/JPN-KOR?since=%3Cscript%3E", "/tie/JPN-KOR?with=%3Cb%3E", "/tie/JPN-KOR?track=%22%3E", "/?days=%3Cb%3E", "/event/%3Cscript%3E", "/finding/%3Cscript%3E", "/article/%3Cscript%3E", "/%3Cscript%3E", "/map/%3Cimg%3E", "/search?after=%3Cb%3E", "/search?q=%25%25%25%5C",
	} {
		t.Run(path, func(t *testing.T) {
			w := opened(s, path, "")
			if w.Code >= 500 {
				t.Fatalf("answers %d", w.Code)
			}
			checkSafe(t, w.Body.String())
		})
	}
}

func TestALineOfMegabytesComesInParts(t *testing.T) {
	long := strings.Repeat("word 한국어 ", 5<<20/15)
	r := recordOf("long", telling{day: "2015-03-01", title: "A long line", body: "Japan met South Korea. " + long, outlet: "X", kind: plover.Consult, trigger: "met", actors: [][2]string{{"JPN", "Japan"}, {"KOR", "South Korea"}}, contexts: []string{}})
	s := pagesOn(t, r)
	path := "/article/long"
	for range 3 {
		page := mustOpen(t, s, path)
		if len(page) > 4*textShown {
			t.Fatalf("%s has %d bytes", path, len(page))
		}
		if !utf8.ValidString(page) {
			t.Fatalf("%s cuts a letter", path)
		}
		checkSafe(t, page)
		next := ""
		for _, to := range linksIn(page) {
			if strings.HasPrefix(to, "/article/long?from=") {
				next = to
			}
		}
		if next == "" || next == path {
			t.Fatalf("%s leads to no part after it", path)
		}
		path = next
	}
	for _, other := range []string{"/event/e1", "/tie/JPN-KOR", "/search?q=word"} {
		if page := mustOpen(t, s, other); len(page) > 100_000 {
			t.Errorf("%s has %d bytes", other, len(page))
		}
	}
}

func TestAHostileTextIsReadSafely(t *testing.T) {
	s := fixture(t)
	checkSafe(t, sent(t, s, map[string]string{"text": hostile + "\n\nJapan accused South Korea on Monday. " + hostile, "published": "2015-04-16"}, "").Body.String())
	checkSafe(t, sent(t, s, map[string]string{"text": "", "published": hostile}, "").Body.String())
	checkSafe(t, sent(t, s, map[string]string{"text": "x", "published": hostile}, "").Body.String())
}
