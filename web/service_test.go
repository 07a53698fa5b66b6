package web

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"entente/coder"
	"entente/pipeline"
	"entente/store"
	"entente/syntax"
)

// filled makes a database of the test articles once, and gives its file.
var filled = sync.OnceValues(func() ([]byte, error) {
	know, err := coder.Load()
	if err != nil {
		return nil, err
	}
	files, _, err := pipeline.Walk([]string{"../testdata/articles"})
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "entente-web-test-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "test.db")
	db, err := store.Open(context.Background(), path, store.Write)
	if err != nil {
		return nil, err
	}
	_, err = pipeline.Ingest(context.Background(), know, pipeline.Files(files, nil), pipeline.IngestOptions{
		Options: pipeline.Options{Mode: syntax.Bulk, Jobs: 2}, Hash: store.ContentHash, Tell: func(error) {},
	}, db)
	if closed := db.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

// served serves a copy of the test database; with a token it may be written to.
func served(t testing.TB, opt Options) *Server {
	t.Helper()
	raw, err := filled()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "test.db")
	if err := os.WriteFile(path, raw, 0o644); err != nil {
		t.Fatal(err)
	}
	access := store.Read
	if opt.Token != "" {
		access = store.Write
	}
	db, err := store.Open(t.Context(), path, access)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	s, err := New(db, opt)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// ask sends a request with headers ("Name: value") and gives the answer.
func ask(t testing.TB, s http.Handler, method, address, body string, headers ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(method, address, strings.NewReader(body))
	for _, h := range headers {
		name, value, _ := strings.Cut(h, ": ")
		if name == "Host" {
			r.Host = value
			continue
		}
		r.Header.Set(name, value)
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

// told is what an error tells.
type told struct {
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"`
	Errors []struct {
		Location string `json:"location"`
		Message  string `json:"message"`
	} `json:"errors"`
}

func problemIn(t testing.TB, w *httptest.ResponseRecorder) (p told) {
	t.Helper()
	if kind := w.Header().Get("Content-Type"); kind != "application/problem+json" {
		t.Errorf("status %d, content type %q: %s", w.Code, kind, w.Body)
	}
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || p.Status != w.Code {
		t.Errorf("status %d, %v: %s", w.Code, err, w.Body)
	}
	return p
}

// asJSON reads an answer.
func asJSON[T any](t testing.TB, w *httptest.ResponseRecorder) (v T) {
	t.Helper()
	if w.Code != http.StatusOK {
		t.Fatalf("status %d: %s", w.Code, w.Body)
	}
	if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil {
		t.Fatalf("%v: %s", err, w.Body)
	}
	return v
}

func TestEveryAnswerCarriesTheHeadersThatProtectTheReader(t *testing.T) {
	s := served(t, Options{Token: "secret"})
	for _, address := range []string{"/healthz", "/api/v1/ties", "/nowhere", "/api/nowhere", "/static/style.css", "/login"} {
		h := ask(t, s, "GET", address, "").Header()
		for name, want := range map[string]string{
			"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer",
			"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
			"Content-Security-Policy": policy,
		} {
			if got := h.Get(name); got != want {
				t.Errorf("%s: %s is %q, want %q", address, name, got, want)
			}
		}
		if h.Get("Strict-Transport-Security") != "" {
			t.Errorf("%s: promises TLS without it", address)
		}
	}
	if ask(t, s, "GET", "/healthz", "", "X-Forwarded-Proto: https").Header().Get("Strict-Transport-Security") == "" {
		t.Error("behind a proxy with TLS nothing asks the reader to stay with it")
	}
	for _, word := range []string{"unsafe-inline", "unsafe-eval", "http:", "https:", "*"} {
		if strings.Contains(policy, word) {
			t.Errorf("the policy allows %s", word)
		}
	}
}

func TestWhoMayReadAndWhoMayStore(t *testing.T) {
	const article = "Japan and South Korea hold talks\n\nTOKYO, May 5, 2016 (Example) - Japan and South Korea held talks in Tokyo on Thursday."
	tests := []struct {
		name        string
		opt         Options
		bears       string
		read, store int
	}{
		{"no token, anybody", Options{}, "", 200, 403},
		{"no token, a token", Options{}, "Authorization: Bearer x", 401, 401},
		{"a token, nobody", Options{Token: "secret"}, "", 401, 401},
		{"a token, a wrong one", Options{Token: "secret"}, "Authorization: Bearer secreT", 401, 401},
		{"a token, an empty one", Options{Token: "secret"}, "Authorization: Bearer ", 401, 401},
		{"a token, the right one", Options{Token: "secret"}, "Authorization: Bearer secret", 200, 201},
		{"a token, as another scheme", Options{Token: "secret"}, "Authorization: Basic secret", 401, 401},
		{"a token, the local key", Options{Token: "secret", LocalKey: "key"}, "Authorization: Bearer key", 200, 401},
		{"public, anybody", Options{Token: "secret", PublicRead: true}, "", 200, 401},
		{"public, a wrong token", Options{Token: "secret", PublicRead: true}, "Authorization: Bearer x", 401, 401},
		{"public, the token", Options{Token: "secret", PublicRead: true}, "Authorization: Bearer secret", 200, 201},
		{"public without a token", Options{PublicRead: true}, "", 200, 403},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := served(t, test.opt)
			var bears []string
			if test.bears != "" {
				bears = []string{test.bears}
			}
			if w := ask(t, s, "GET", "/api/v1/ties", "", bears...); w.Code != test.read {
				t.Errorf("reading: status %d, want %d", w.Code, test.read)
			} else if w.Code == 401 && w.Header().Get("WWW-Authenticate") == "" {
				t.Error("401 without WWW-Authenticate")
			}
			if w := ask(t, s, "GET", "/metrics", "", bears...); w.Code != test.read {
				t.Errorf("metrics: status %d, want %d", w.Code, test.read)
			}
			if w := ask(t, s, "GET", "/healthz", "", bears...); w.Code != 200 {
				t.Errorf("health: status %d", w.Code)
			}
			if w := ask(t, s, "POST", "/api/v1/read?store=true", article, bears...); w.Code != test.store {
				t.Errorf("storing: status %d, want %d: %s", w.Code, test.store, w.Body)
			}
		})
	}
}

func TestABrowserLogsInByAFormAndBearsACookieThatIsNotTheToken(t *testing.T) {
	s := served(t, Options{Token: "secret"})
	w := ask(t, s, "GET", "/tie/JPN-KOR?since=2015-01-01", "", "Accept: text/html")
	if w.Code != 401 || !strings.Contains(w.Body.String(), `value="/tie/JPN-KOR?since=2015-01-01"`) || !strings.Contains(w.Body.String(), `action="/login"`) {
		t.Fatalf("status %d, no form to log in: %s", w.Code, w.Body)
	}
	form := "Content-Type: application/x-www-form-urlencoded"
	if w := ask(t, s, "POST", "/login", "token=wrong", form); w.Code != 401 || len(w.Result().Cookies()) != 0 {
		t.Errorf("a wrong token: status %d, cookies %v", w.Code, w.Result().Cookies())
	}
	for next, want := range map[string]string{
		"/tie/JPN-KOR": "/tie/JPN-KOR", "": "/", "//evil.example": "/", "https://evil.example": "/", `/\evil.example`: "/", "/login": "/",
	} {
		s := served(t, Options{Token: "secret"})
		w := ask(t, s, "POST", "/login", "token=secret&next="+strings.ReplaceAll(next, "/", "%2F"), form)
		if w.Code != 303 || w.Header().Get("Location") != want {
			t.Errorf("next %q: status %d to %q, want %q", next, w.Code, w.Header().Get("Location"), want)
		}
		cookies := w.Result().Cookies()
		if len(cookies) != 1 || !cookies[0].HttpOnly || cookies[0].SameSite != http.SameSiteLaxMode || strings.Contains(cookies[0].Value, "secret") {
			t.Fatalf("cookies %+v", cookies)
		}
		bears := "Cookie: " + cookies[0].Name + "=" + cookies[0].Value
		if w := ask(t, s, "GET", "/api/v1/ties", "", bears); w.Code != 200 {
			t.Errorf("with the cookie: status %d", w.Code)
		}
		// A page of another site cannot store with the reader's cookie.
		if w := ask(t, s, "POST", "/api/v1/read?store=true", "x", bears, "Sec-Fetch-Site: cross-site", "Origin: https://evil.example"); w.Code != 403 {
			t.Errorf("from another site: status %d", w.Code)
		}
		if w := ask(t, s, "GET", "/api/v1/ties", "", "Cookie: entente=secret"); w.Code != 401 {
			t.Errorf("the token as a cookie: status %d", w.Code)
		}
	}
}

func TestAServerForThisMachineAnswersUnderItsNamesOnly(t *testing.T) {
	s := served(t, Options{Hosts: []string{"localhost", "127.0.0.1", "::1"}})
	for host, want := range map[string]int{
		"localhost:8080": 200, "127.0.0.1": 200, "127.0.0.1:80": 200, "[::1]:8080": 200, "LOCALHOST": 200,
		"evil.example": 421, "localhost.evil.example:8080": 421, "": 421,
	} {
		if w := ask(t, s, "GET", "/api/v1/countries", "", "Host: "+host); w.Code != want {
			t.Errorf("host %q: status %d, want %d", host, w.Code, want)
		}
	}
}

func TestWhoAsksTooOftenIsToldToWaitAndOthersAreNot(t *testing.T) {
	s := served(t, Options{Rate: 1}) // ten in ten seconds
	from := func(client string) int {
		r := httptest.NewRequest("GET", "/api/v1/countries", nil)
		r.RemoteAddr = client
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code == 429 {
			if w.Header().Get("Retry-After") == "" {
				t.Error("429 without Retry-After")
			}
			problemIn(t, w)
		}
		return w.Code
	}
	refused := 0
	for range 25 { // the window may turn once meanwhile
		if from("192.0.2.1:1234") == 429 {
			refused++
		}
	}
	if refused < 5 || refused > 15 {
		t.Errorf("%d of 25 refused", refused)
	}
	if code := from("192.0.2.2:1234"); code != 200 {
		t.Errorf("another client: status %d", code)
	}
	// One network of IPv6 is one client.
	refused = 0
	for i := range 25 {
		if from("[2001:db8::"+string(rune('a'+i%6))+"]:1") == 429 {
			refused++
		}
	}
	if refused < 5 {
		t.Errorf("%d of 25 from one network refused", refused)
	}
}

func TestAFaultOfTheProgramIsAnswered500WithAnIDThatTheLogHas(t *testing.T) {
	var log bytes.Buffer
	s := served(t, Options{Log: slog.New(slog.NewJSONHandler(&log, nil))})
	mux := http.NewServeMux()
	mux.HandleFunc("GET /api/broken", func(http.ResponseWriter, *http.Request) { panic("spoiled <fish>") })
	mux.HandleFunc("POST /api/broken", func(http.ResponseWriter, *http.Request) { panic("spoiled fish") })
	h := s.guarded(mux)
	for _, method := range []string{"GET", "POST"} { // one is kept, the other isn't
		log.Reset()
		w := ask(t, h, method, "/api/broken", "")
		p := problemIn(t, w)
		id := p.Detail[strings.LastIndex(p.Detail, " ")+1:]
		if w.Code != 500 || strings.Contains(p.Detail, "fish") || len(id) < 8 {
			t.Errorf("%s: status %d: %s", method, w.Code, w.Body)
		}
		if !strings.Contains(log.String(), id) || !strings.Contains(log.String(), "spoiled") || !strings.Contains(log.String(), "service_test.go") {
			t.Errorf("%s: the log has not %s, what happened and where: %s", method, id, log.String())
		}
	}
}

func TestTheLogHasALineForEachRequest(t *testing.T) {
	var log bytes.Buffer
	s := served(t, Options{Log: slog.New(slog.NewJSONHandler(&log, nil))})
	ask(t, s, "GET", "/api/v1/countries", "")
	var line struct {
		Msg, Method, Path, Client string
		Status, Bytes             int
		Ms                        float64
	}
	if err := json.Unmarshal(log.Bytes(), &line); err != nil {
		t.Fatalf("%v: %s", err, log.String())
	}
	if line.Msg != "request" || line.Method != "GET" || line.Path != "/api/v1/countries" || line.Status != 200 || line.Bytes == 0 || line.Client != "192.0.2.1" {
		t.Errorf("%+v", line)
	}
}

func TestTheFiguresCountRequestsByRoute(t *testing.T) {
	s := served(t, Options{})
	for _, address := range []string{"/api/v1/ties/JPN,KOR", "/api/v1/ties/USA,CUB", "/api/v1/events?limit=0", "/api/v1/ties/JPN,KOR"} {
		ask(t, s, "GET", address, "")
	}
	figures := ask(t, s, "GET", "/metrics", "").Body.String()
	for _, want := range []string{
		`entente_http_requests_total{route="GET /api/v1/ties/{parties}",status="200"} 3`,
		`entente_http_requests_total{route="GET /api/v1/events",status="422"} 1`,
		`entente_http_request_duration_seconds_count{route="GET /api/v1/ties/{parties}"} 3`,
		`entente_answers_total{from="kept"} 1`, `entente_answers_total{from="made"} 3`,
		`entente_http_requests_in_flight 1`, `entente_database_articles 31`, `entente_database_bytes `, `entente_database_events `,
	} {
		if !strings.Contains(figures, want) {
			t.Errorf("the figures have no %s", want)
		}
	}
}

func TestWhatAReaderHasIsNotSentAgainUntilTheDatabaseChanges(t *testing.T) {
	s := served(t, Options{Token: "secret", PublicRead: true})
	const address = "/api/v1/ties/JPN,KOR"
	first := ask(t, s, "GET", address, "")
	tag := first.Header().Get("ETag")
	if first.Code != 200 || !strings.HasPrefix(tag, `"`) {
		t.Fatalf("status %d, tag %q", first.Code, tag)
	}
	for _, have := range []string{tag, `"other", ` + tag, "W/" + tag} {
		if w := ask(t, s, "GET", address, "", "If-None-Match: "+have); w.Code != 304 || w.Body.Len() != 0 || w.Header().Get("ETag") != tag {
			t.Errorf("have %s: status %d, %d bytes, tag %s", have, w.Code, w.Body.Len(), w.Header().Get("ETag"))
		}
	}
	differs := map[string][]string{
		"another address":  {"/api/v1/ties/JPN,CHN"},
		"another question": {address + "?at=2015-12-01"},
		"another language": {address, "Accept-Language: ko"},
		"another encoding": {address, "Accept-Encoding: gzip"},
		"another right":    {address, "Authorization: Bearer secret"},
	}
	for name, q := range differs {
		if w := ask(t, s, "GET", q[0], "", q[1:]...); w.Header().Get("ETag") == tag {
			t.Errorf("%s has the same tag", name)
		}
	}
	if w := ask(t, s, "GET", "/api/v1/ties/JPN,FJI", ""); w.Code != 404 || w.Header().Get("ETag") != "" {
		t.Errorf("an error: status %d, tag %q", w.Code, w.Header().Get("ETag"))
	}
	if w := ask(t, s, "HEAD", address, ""); w.Code != 200 || w.Header().Get("ETag") != tag {
		t.Errorf("HEAD: status %d, tag %s", w.Code, w.Header().Get("ETag"))
	}
	article := "Japan and South Korea hold talks\n\nTOKYO, Dec. 30, 2015 (Example) - Japanese Foreign Minister Fumio Kishida met his South Korean counterpart Yun Byung-se in Tokyo on Wednesday."
	if w := ask(t, s, "POST", "/api/v1/read?store=true", article, "Authorization: Bearer secret"); w.Code != 201 {
		t.Fatalf("storing: status %d: %s", w.Code, w.Body)
	}
	second := ask(t, s, "GET", address, "", "If-None-Match: "+tag)
	if second.Code != 200 || second.Header().Get("ETag") == tag || bytes.Equal(first.Body.Bytes(), second.Body.Bytes()) {
		t.Errorf("after storing: status %d, the old tag %t", second.Code, second.Header().Get("ETag") == tag)
	}
}

func TestAnswersArePackedAsTheReaderTakesThem(t *testing.T) {
	s := served(t, Options{})
	plain := ask(t, s, "GET", "/api/v1/ties/JPN,KOR", "").Body.Len()
	for accept, want := range map[string]string{"gzip": "gzip", "gzip, deflate, br, zstd": "zstd", "zstd;q=0, gzip;q=1": "gzip", "br": "", "": ""} {
		w := ask(t, s, "GET", "/api/v1/ties/JPN,KOR", "", "Accept-Encoding: "+accept)
		if got := w.Header().Get("Content-Encoding"); got != want {
			t.Errorf("%q: packed as %q, want %q", accept, got, want)
		}
		if want != "" && w.Body.Len() > plain/3 {
			t.Errorf("%q: %d bytes of %d", accept, w.Body.Len(), plain)
		}
		if !strings.Contains(w.Header().Get("Vary"), "Accept-Encoding") {
			t.Error("no Vary")
		}
	}
}

func TestHostileBodiesAreRefusedAndTheServerGoesOn(t *testing.T) {
	long := strings.Repeat("Japan hailed Korea and ", 5<<20/23)
	var gz bytes.Buffer
	gz.WriteString("\x1f\x8b\x08")
	tests := []struct {
		name, body string
		headers    []string
		want       int
	}{
		{"a line of 5 MB", long, nil, 413},
		{"more than 10 MiB", strings.Repeat("x", maxBody+1), nil, 413},
		{"nothing", "", nil, 400},
		{"blanks", " \n\n ", nil, 422},
		{"JSON of great depth", strings.Repeat("[", 1<<20), nil, 413},
		{"JSON of some depth", `[{"text":` + strings.Repeat("[", 100_000), nil, 422},
		{"an object of great depth", strings.Repeat(`{"text":`, 1<<18), nil, 422},
		{"gzip", gz.String() + strings.Repeat("\x00", 100), nil, 415},
		{"zstd", "\x28\xb5\x2f\xfd\x00", nil, 415},
		{"zip", "PK\x03\x04", nil, 415},
		{"a packed body", "x", []string{"Content-Encoding: gzip"}, 415},
		{"several articles", `{"title":"a","text":"Japan met Korea."}` + "\n" + `{"title":"b","text":"Japan met Korea."}` + "\n", nil, 422},
		{"HTML of great depth", strings.Repeat("<div>", 1<<16) + "Japan met South Korea." + strings.Repeat("</div>", 1<<16), nil, 0},
		{"bytes that are no UTF-8", "Title\n\n\xff\xfe\x00\xc3\x28 Japan met South Korea.", nil, 0},
		{"scripts", "<html><title>x<script>alert(1)</script></title><body onload=alert(1)><p>Japan met South Korea on Monday.</p></body></html>", nil, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := served(t, Options{}) // texts to be read are few for one client
			w := ask(t, s, "POST", "/api/v1/read", test.body, test.headers...)
			if test.want != 0 && w.Code != test.want || test.want == 0 && w.Code != 200 && w.Code != 422 {
				t.Errorf("status %d, want %d: %.300s", w.Code, test.want, w.Body)
			}
			if w.Code != 200 {
				problemIn(t, w)
			}
			if w := ask(t, s, "GET", "/healthz", ""); w.Code != 200 {
				t.Errorf("afterwards: status %d", w.Code)
			}
		})
	}
}

func TestTheNoteBesideTheDatabaseLeadsToTheServerAndIsForItsUserOnly(t *testing.T) {
	s := served(t, Options{Token: "secret", LocalKey: "key"})
	web := httptest.NewServer(s)
	defer web.Close()
	withdraw, err := Announce(s.db.Path(), web.URL, "key")
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(s.db.Path() + ".serve")
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Fatalf("%v, %v", info, err)
	}
	service := Find(t.Context(), s.db.Path())
	if service == nil {
		t.Fatal("it is not found")
	}
	rows, err := service.Query(t.Context(), "SELECT count(*) AS n FROM article")
	if err != nil {
		t.Fatal(err)
	}
	for row := range rows.Rows() {
		if rows.Columns[0] != "n" || row[0] != "31" {
			t.Errorf("%v: %v", rows.Columns, row)
		}
	}
	rows.Close()
	for _, query := range []string{"DELETE FROM event", "SELECT 1; DELETE FROM event", "COMMIT; DROP TABLE event", "ATTACH '/tmp/x.db'", "COPY event TO '/tmp/x.csv'",
		"INSTALL httpfs", "SET memory_limit = '9GB'", "EXPLAIN ANALYZE DELETE FROM event", "CREATE TABLE x (i INTEGER)", "WITH x AS (DELETE FROM event RETURNING *) SELECT * FROM x"} {
		if rows, err := service.Query(t.Context(), query); err == nil {
			for range rows.Rows() {
			}
			if rows.Err() == nil {
				t.Errorf("%s was done", query)
			}
			rows.Close()
		}
	}
	if w := ask(t, s, "GET", "/api/v1/text/sql?q=SELECT+1", "", "Authorization: Bearer secret"); w.Code != 403 {
		t.Errorf("SQL by the token from elsewhere: status %d", w.Code)
	}
	var out bytes.Buffer
	n, withheld, err := service.Export(t.Context(), &out, map[string][]string{"columns": {"gdelt"}})
	if err != nil || n == 0 || withheld == 0 || bytes.Count(out.Bytes(), []byte("\n")) < n {
		t.Errorf("%d rows, %d withheld, %v", n, withheld, err)
	}
	withdraw()
	if Find(t.Context(), s.db.Path()) != nil {
		t.Error("it is found after it has gone")
	}
}
