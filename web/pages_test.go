package web

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"entente/calendar"
	"entente/record"
)

func TestATieHasOneAddress(t *testing.T) {
	s := fixture(t)
	for from, to := range map[string]string{
		"/tie/KOR-JPN": "/tie/JPN-KOR", "/tie/jpn-kor": "/tie/JPN-KOR", "/tie/japan-south%20korea": "/tie/JPN-KOR", "/tie/kr-jp.json": "/tie/JPN-KOR.json",
		"/tie/USA-JPN-KOR": "/group/JPN-KOR-USA", "/group/KOR-JPN": "/tie/JPN-KOR", "/tie/KOR-JPN?since=2015-02-01": "/tie/JPN-KOR?since=2015-02-01",
		"/tie?parties=Japan,+S%C3%BCdkorea": "/tie/JPN-KOR", "/tie?parties=JPN&parties=%ED%95%9C%EA%B5%AD": "/tie/JPN-KOR", "/tie/japan": "/map/JPN", "/map/japan": "/map/JPN", "/search?q=japan,+south+korea": "/tie/JPN-KOR",
		"/event/12": "/event/e12",
	} {
		if w := opened(s, from, ""); w.Code != 302 || w.Header().Get("Location") != to {
			t.Errorf("%s leads with %d to %q, not to %s", from, w.Code, w.Header().Get("Location"), to)
		}
	}
}

func TestPartiesAreFoundInAddressesAndFields(t *testing.T) {
	for text, want := range map[string]string{
		"JPN-KOR": "JPN KOR", "guinea-bissau-japan": "GNB JPN", "Japan, South Korea and USA": "JPN KOR USA", "eu – un": "EUR UNO", "JPN-JPN": "JPN", "": "",
	} {
		codes, err := partiesIn(text)
		if err != nil || strings.Join(codes, " ") != want {
			t.Errorf("%q gives %v, %v", text, codes, err)
		}
	}
	for _, text := range []string{"atlantis", "JPN-atlantis", strings.Repeat("a", 500)} {
		if codes, err := partiesIn(text); err == nil {
			t.Errorf("%q gives %v", text, codes)
		}
	}
}

func TestAMistakenNameLeadsOn(t *testing.T) {
	page := opened(fixture(t), "/tie/japn-kor", "").Body.String()
	if !strings.Contains(page, `<a href="/tie/JPN-KOR">Did you mean Japan and South Korea?</a>`) {
		t.Error(page)
	}
}

func TestOnlyWebPagesAreLinkedTo(t *testing.T) {
	for address, want := range map[string]string{
		"https://example.org/a?b=c": "https://example.org/a?b=c", "http://example.org": "http://example.org", "javascript:alert(1)": "", "JaVaScRiPt:alert(1)": "", " javascript:alert(1)": "", "data:text/html,x": "",
		"//example.org": "", "/etc/passwd": "", "file:///etc/passwd": "", "https://user@bank.example": "", "https:///x": "", "\x01https://example.org": "", "": "",
	} {
		if got := safeURL(address); got != want {
			t.Errorf("%q is linked to as %q", address, got)
		}
	}
}

func TestCountriesAreNamedInTheReadersLanguage(t *testing.T) {
	s := fixture(t)
	for lang, name := range map[string]string{"ko": `<span lang="ko">한국</span>`, "ko-KR,en;q=0.5": `<span lang="ko">한국</span>`, "ja": `<span lang="ja">韓国</span>`, "de": "South Korea", "": "South Korea", "nonsense;;": "South Korea"} {
		if page := opened(s, "/tie/JPN-KOR", lang).Body.String(); !strings.Contains(page, name) {
			t.Errorf("%q: no %s", lang, name)
		}
	}
}

func TestEveryViewHasItsData(t *testing.T) {
	s := fixture(t)
	for path, keys := range map[string]string{
		"/tie/JPN-KOR.json": "parties ties dialogues", "/group/JPN-KOR-USA.json": "group", "/tie/JPN-KOR/tracks.json": "tracks", "/movers.json": "ties", "/movers.json?days=365": "ties", "/matrix.json": "parties ties", "/map/KOR.json": "country ties",
		"/search.json?q=regrettable": "events statements", "/event/e1.json": "reports", "/finding/s1.json": "kind", "/article/a1.json": "article events",
	} {
		w := opened(s, path, "")
		var answer map[string]json.RawMessage
		if err := json.Unmarshal(w.Body.Bytes(), &answer); w.Code != 200 || err != nil {
			t.Errorf("%s answers %d, %v", path, w.Code, err)
		}
		for key := range strings.FieldsSeq(keys) {
			if len(answer[key]) == 0 || string(answer[key]) == "null" {
				t.Errorf("%s has no %s", path, key)
			}
		}
	}
	for path, head := range map[string]string{
		"/tie/JPN-KOR.csv": "a,b,track,day", "/group/JPN-KOR-USA.csv": "a,b,track,day", "/movers.csv?days=90": "a,b,since", "/matrix.csv": "a,b,at", "/map/KOR.csv": "a,b,at", "/countries.csv": "country,events",
		"/search.csv?parties=JPN-KOR": "id,origin,day", "/search.csv?parties=JPN-KOR&kind=statements": "id,published,speaker",
	} {
		w := opened(s, path, "")
		rows, err := csv.NewReader(w.Body).ReadAll()
		if w.Code != 200 || err != nil || len(rows) < 2 || !strings.HasPrefix(strings.Join(rows[0], ","), head) {
			t.Errorf("%s answers %d, %d rows, %v", path, w.Code, len(rows), err)
		}
	}
}

func TestASpreadsheetGetsNoFormulas(t *testing.T) {
	jp, kr := [2]string{"JPN", "Japan"}, [2]string{"KOR", "South Korea"}
	r := recordOf("f", telling{day: "2015-03-01", title: "T", body: `=cmd|' /C calc'!A0 Japan met South Korea.`, outlet: "X", kind: "CONSULT", trigger: "met", actors: [][2]string{jp, kr}, contexts: []string{}})
	w := opened(pagesOn(t, r), "/search.csv?parties=JPN-KOR", "")
	rows, err := csv.NewReader(w.Body).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, cell := range rows[1] {
		if strings.HasPrefix(cell, "=") {
			t.Errorf("a cell begins as a formula: %s", cell)
		}
	}
}

func TestASearchGoesOnWhereItsAddressSays(t *testing.T) {
	s := fixture(t)
	seen := map[string]bool{}
	path := "/search?parties=JPN-KOR&kind=events"
	for pages := 0; path != "" && pages < 10; pages++ {
		page := mustOpen(t, s, path)
		path = ""
		for _, to := range linksIn(page) {
			if strings.HasPrefix(to, "/event/") {
				if seen[to] {
					t.Errorf("%s comes twice", to)
				}
				seen[to] = true
			}
			if strings.HasPrefix(to, "/search?after=") {
				path = to
			}
		}
	}
	if len(seen) < 27 {
		t.Errorf("%d events found", len(seen))
	}
}

func TestAnEmptyDatabaseSaysSo(t *testing.T) {
	s := pagesOn(t, &record.Record{Article: record.Article{ID: "x", Text: "Nothing."}})
	for _, path := range []string{"/", "/tie/JPN-KOR", "/map/JPN", "/countries", "/search?q=x", "/about", "/read", "/article/x"} {
		w := opened(s, path, "")
		if w.Code >= 500 {
			t.Errorf("%s answers %d", path, w.Code)
		}
		for _, fault := range faults(w.Body.String()) {
			t.Errorf("%s: %s", path, fault)
		}
	}
}

func TestMarksMayLieWithinOneAnother(t *testing.T) {
	text := "Title\n\nJapan said: “We met.”"
	m := newMarks(text, []record.Span{{Start: 0, End: 5}, {Start: 7, End: len(text)}})
	m.add(mark{start: 7, end: 12, kind: markWho, label: "JPN"})
	said := strings.Index(text, "We")
	m.add(mark{start: said, end: said + 7, kind: markSaid, label: "s1", href: "/finding/s1", anchor: "s1"})
	m.add(mark{start: said + 3, end: said + 6, kind: markAct, label: "e1", href: "/event/e1", anchor: "e1"})
	m.add(mark{start: said + 3, end: said + 6, kind: markAct, label: "e1", href: "/event/e1", anchor: "e1"}) // once only
	m.add(mark{start: 3, end: 1000, kind: markAct})                                                          // not of this text
	list, next := m.paragraphs(0)
	if len(list) != 2 || next != 0 || !list[0].Title {
		t.Fatal(list, next)
	}
	want := `<span class="k-who">Japan</span><sup class="k-who-label">JPN</sup> said: “<span class="k-said" id="s1">We </span><span class="k-said k-act" id="e1">met</span><sup class="k-act-label"><a href="/event/e1">e1</a></sup><span class="k-said">.</span><sup class="k-said-label"><a href="/finding/s1">s1</a></sup>”`
	if string(list[1].HTML) != want {
		t.Errorf("got  %s\nwant %s", list[1].HTML, want)
	}
}

func TestTimeAxesHaveRoomForTheirLabels(t *testing.T) {
	for _, days := range []calendar.Day{1, 20, 90, 365, 730, 3650, 36500} {
		from := calendar.DayOn(2015, 1, 19)
		ticks := timeTicks(from, from+days, 10)
		if len(ticks) > 13 || days > 60 && len(ticks) < 2 {
			t.Errorf("%d days have %d labels", days, len(ticks))
		}
		for _, x := range ticks {
			if x.day < from || x.day > from+days {
				t.Errorf("%s lies outside", x.day)
			}
		}
	}
}
