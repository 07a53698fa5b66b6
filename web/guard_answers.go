package web

import (
	"bytes"
	"context"
	"maps"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/text/language"
)

// answer is a whole answer as it is kept.
type answer struct {
	status int
	header http.Header
	body   []byte
}

// maxKept is the longest answer that is kept.
const maxKept = 4 << 20

// remembered answers a request that was answered before in the same state of
// the database as it was, and lets several who ask the same wait for one that
// is at it. What an answer may depend on is in its key: address, query, the
// kind and language that is wanted, whether htmx asks for a part of a page, and
// the right. Its tag follows from the key, so that a reader who has it already
// is told so without the answer being made.
func (s *Server) remembered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead || !memorable(r.URL.Path) {
			next.ServeHTTP(w, r)
			return
		}
		ask := plainRequest(r)
		key := keyOf(ask)
		tag := `"` + digest(s.State(), key) + `"`
		h := w.Header()
		h.Set("Vary", "Accept, Accept-Encoding, Accept-Language, Authorization, Cookie, HX-Request")
		if matches(r.Header.Values("If-None-Match"), tag) {
			s.watched.kept.WithLabelValues("unchanged").Inc()
			h.Set("ETag", tag)
			w.WriteHeader(http.StatusNotModified)
			return
		}
		from := "kept"
		v, err := s.answers.get(r.Context(), s.State()+" "+key, func(ctx context.Context) (any, int, error) {
			from = "made"
			select {
			case s.thinking <- struct{}{}:
				defer func() { <-s.thinking }()
			case <-ctx.Done():
				return nil, 0, ctx.Err()
			}
			a := &recorder{header: http.Header{}}
			next.ServeHTTP(a, ask.WithContext(ctx))
			return a.answer(), a.size(), nil
		})
		switch {
		case err != nil && tooLate(err):
			refuse(w, r, http.StatusServiceUnavailable, "the answer took too long; ask for less, or later")
			return
		case err != nil:
			panic(err) // a fault of the program
		}
		s.watched.kept.WithLabelValues(from).Inc()
		v.(*answer).write(w, tag)
	})
}

// memorable tells the routes whose answers depend on nothing but what is in
// the key and in the database.
func memorable(path string) bool {
	switch path {
	case "/healthz", "/metrics", "/login":
		return false
	}
	return !strings.HasPrefix(path, "/static/") && !streams(path)
}

// plainRequest is a request as the routes see it: what they are not to look at
// is gone, and what only says how is brought to few forms.
func plainRequest(r *http.Request) *http.Request {
	ask := r.Clone(r.Context())
	ask.Method = http.MethodGet
	ask.Body = http.NoBody
	for _, name := range []string{"If-None-Match", "If-Modified-Since", "If-Match", "If-Unmodified-Since", "If-Range", "Range", "Cookie", "Authorization"} {
		ask.Header.Del(name)
	}
	ask.Header.Set("Accept-Encoding", encodingOf(r.Header.Get("Accept-Encoding")))
	ask.Header.Set("Accept-Language", languageOf(r))
	accept := "*/*"
	if strings.Contains(r.Header.Get("Accept"), "text/html") {
		accept = "text/html" // a person asks; nothing else is told apart by it
	}
	ask.Header.Set("Accept", accept)
	return ask
}

// keyOf is what the answer to a plain request may depend on.
func keyOf(r *http.Request) string {
	return strings.Join([]string{
		r.URL.EscapedPath(), sortedQuery(r.URL), r.Header.Get("Accept"), r.Header.Get("Accept-Encoding"),
		r.Header.Get("Accept-Language"), r.Header.Get("HX-Request"), r.Host, strconv.Itoa(int(rightOf(r))),
	}, "\n")
}

// sortedQuery is the query in one order, so that the same question has one key.
// What cannot be read stays as it is.
func sortedQuery(u *url.URL) string {
	values, err := url.ParseQuery(u.RawQuery)
	if err != nil {
		return u.RawQuery
	}
	return values.Encode()
}

// encodingOf is the one encoding in which we answer. The refined wishes that
// the header can tell nobody has: what is refused by a weight of nought is
// looked at by the compressor.
func encodingOf(accept string) string {
	if strings.Contains(accept, ";") {
		return accept
	}
	for _, name := range []string{"zstd", "gzip"} {
		if strings.Contains(accept, name) {
			return name
		}
	}
	return "identity"
}

var languages = language.NewMatcher([]language.Tag{language.English, language.Korean, language.Japanese})

// languageOf is the language of the reader, as far as we have names in it: en,
// ko or ja.
func languageOf(r *http.Request) string {
	tag, _ := language.MatchStrings(languages, r.Header.Get("Accept-Language"))
	base, _ := tag.Base()
	return base.String()
}

// matches tells whether a tag is among those that the reader has.
func matches(given []string, tag string) bool {
	for _, line := range given {
		for one := range strings.SplitSeq(line, ",") {
			one = strings.TrimPrefix(strings.TrimSpace(one), "W/")
			if one == tag {
				return true
			}
		}
	}
	return false
}

func (a *answer) write(w http.ResponseWriter, tag string) {
	h := w.Header()
	for name, values := range a.header {
		if name != "Vary" { // ours names more
			h[name] = values
		}
	}
	if a.status == http.StatusOK {
		h.Set("ETag", tag)
	}
	h.Set("Content-Length", strconv.Itoa(len(a.body)))
	w.WriteHeader(a.status)
	w.Write(a.body)
}

// recorder takes an answer.
type recorder struct {
	header http.Header
	sent   http.Header // as it was when the first byte came
	status int
	body   bytes.Buffer
}

func (a *recorder) Header() http.Header { return a.header }

func (a *recorder) WriteHeader(status int) {
	if a.status == 0 && status >= 200 {
		a.status, a.sent = status, maps.Clone(a.header)
	}
}

func (a *recorder) Write(b []byte) (int, error) {
	a.WriteHeader(http.StatusOK)
	return a.body.Write(b)
}

func (a *recorder) answer() *answer {
	a.WriteHeader(http.StatusOK)
	return &answer{a.status, a.sent, a.body.Bytes()}
}

// size is what keeping the answer costs, -1 where it is not kept: errors, and
// what is too long or meant for one reader.
func (a *recorder) size() int {
	if a.status != http.StatusOK || a.body.Len() > maxKept || a.header.Get("Set-Cookie") != "" {
		return -1
	}
	return a.body.Cap() + 1024
}
