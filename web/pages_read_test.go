package web

import (
	"bytes"
	"mime/multipart"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"entente/store"
)

// sent is the answer to a form of the page that reads a text.
func sent(t *testing.T, s *Server, fields map[string]string, file string, headers ...string) *httptest.ResponseRecorder {
	t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for name, value := range fields {
		if err := form.WriteField(name, value); err != nil {
			t.Fatal(err)
		}
	}
	if file != "" {
		f, err := form.CreateFormFile("file", "a.txt")
		if err != nil {
			t.Fatal(err)
		}
		f.Write([]byte(file))
	}
	form.Close()
	r := httptest.NewRequest("POST", "/read", &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	r.Header.Set("Accept", "text/html")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

const news = `Japan and South Korea resume talks

SEOUL, April 16 (Yonhap) -- The foreign ministers of Japan and South Korea met in Seoul on Thursday for the first time in three years. "We will work together," Japanese Foreign Minister Fumio Kishida said.`

func TestAPastedTextIsReadAndNotKept(t *testing.T) {
	s := fixture(t)
	before := s.State()
	for name, send := range map[string]func() *httptest.ResponseRecorder{
		"pasted": func() *httptest.ResponseRecorder {
			return sent(t, s, map[string]string{"text": news, "published": "2015-04-16"}, "")
		},
		"chosen": func() *httptest.ResponseRecorder {
			return sent(t, s, map[string]string{"published": "2015-04-16"}, news)
		},
		"asks to keep": func() *httptest.ResponseRecorder {
			return sent(t, s, map[string]string{"text": news, "store": "1"}, "")
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := send()
			page := w.Body.String()
			if w.Code != 200 || !strings.Contains(page, "k-act") || !strings.Contains(page, "Read just now, not stored") {
				t.Fatalf("answers %d: %s", w.Code, shortened(page, 300))
			}
			checkSafe(t, page)
		})
	}
	if s.State() != before {
		t.Error("the database changed")
	}
}

func TestATextIsKeptWhereThatIsAskedForByWhoMay(t *testing.T) {
	db, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "read.db"), store.Write)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	s, err := New(db, Options{Token: "secret", PublicRead: true})
	if err != nil {
		t.Fatal(err)
	}
	before := s.State()
	fields := map[string]string{"text": news, "published": "2015-04-16", "store": "1"}
	if w := sent(t, s, fields, ""); w.Code != 200 || s.State() != before {
		t.Fatalf("without the token: %d, kept: %t", w.Code, s.State() != before)
	}
	w := sent(t, s, fields, "", "Authorization", "Bearer secret")
	to := w.Header().Get("Location")
	if w.Code != 303 || !strings.HasPrefix(to, "/article/") || s.State() == before {
		t.Fatalf("with the token: %d to %q, kept: %t", w.Code, to, s.State() != before)
	}
	page := mustOpen(t, s, to)
	if !strings.Contains(page, "/event/e1") || !strings.Contains(page, "/finding/s1") {
		t.Error("the article's findings have no addresses")
	}
	checkSafe(t, page)
}

func TestTooMuchAtOnceIsRefusedInWords(t *testing.T) {
	w := sent(t, fixture(t), nil, strings.Repeat("a", maxBody+1))
	if w.Code != 413 || !strings.Contains(w.Body.String(), "10 MiB") {
		t.Errorf("answers %d: %s", w.Code, shortened(w.Body.String(), 200))
	}
}
