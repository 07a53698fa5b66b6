package article

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// seedFuzz adds the files of testdata.
func seedFuzz(f *testing.F, pattern string) {
	files, _ := filepath.Glob(pattern)
	for _, file := range files {
		if raw, err := os.ReadFile(file); err == nil && !strings.HasSuffix(file, ".golden") {
			f.Add(raw)
		}
	}
}

// checkArticle holds what every article promises.
func checkArticle(t *testing.T, a *Article) {
	t.Helper()
	if !utf8.ValidString(a.Text) || strings.ContainsAny(a.Text, "\x00\r") {
		t.Errorf("text isn't clean: %q", a.Text)
	}
	if a.BodyStart < 0 || a.BodyStart > len(a.Text) {
		t.Fatalf("body starts at %d of %d bytes", a.BodyStart, len(a.Text))
	}
	if a.Title != "" && !strings.HasPrefix(a.Text, a.Title) {
		t.Errorf("text doesn't start with the title %q: %q", a.Title, a.Text)
	}
	if a.Title != "" && a.BodyStart < len(a.Text) && a.Text[len(a.Title):a.BodyStart] != "\n\n" {
		t.Errorf("no blank line after the title: %q", a.Text)
	}
	for _, p := range strings.Split(a.Body(), "\n\n") {
		if strings.Contains(p, "\n") {
			t.Errorf("a line end inside a paragraph: %q", p)
		}
	}
	if a.ID == "" {
		t.Error("no ID")
	}
}

func checkRead(t *testing.T, raw []byte) {
	t.Helper()
	Read(bytes.NewReader(raw), "fuzz", Options{}, func(a *Article, err error) bool {
		if (a == nil) == (err == nil) {
			t.Fatalf("want an article or an error, got %v and %v", a, err)
		}
		if a != nil {
			checkArticle(t, a)
		}
		return true
	})
}

func FuzzText(f *testing.F) {
	seedFuzz(f, "testdata/text/*")
	f.Fuzz(func(t *testing.T, raw []byte) {
		checkArticle(t, readText(decodeText(raw)).finish(Options{}))
		checkRead(t, raw)
	})
}

func FuzzPage(f *testing.F) {
	seedFuzz(f, "testdata/html/*")
	f.Fuzz(func(t *testing.T, raw []byte) {
		checkArticle(t, readPage(raw).finish(Options{}))
	})
}

func FuzzJSON(f *testing.F) {
	seedFuzz(f, "testdata/json/*")
	f.Fuzz(func(t *testing.T, raw []byte) { checkRead(t, append([]byte("{"), raw...)); checkRead(t, raw) })
}

func BenchmarkReadJSONLines(b *testing.B) {
	raw, err := os.ReadFile("testdata/json/lines.jsonl")
	if err != nil {
		b.Fatal(err)
	}
	raw = bytes.Repeat(raw, 20)
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		Read(bytes.NewReader(raw), "lines.jsonl", Options{}, func(*Article, error) bool { return true })
	}
}

// BenchmarkReadReuters measures the archive of ../shared, where it is.
func BenchmarkReadReuters(b *testing.B) {
	raw, err := os.ReadFile("../../shared/data/articles/reuters.jsonl")
	if err != nil {
		b.Skip("no archive: ../shared/data/articles is absent")
	}
	b.SetBytes(int64(len(raw)))
	articles := 0
	for b.Loop() {
		Read(bytes.NewReader(raw), "reuters.jsonl", Options{}, func(*Article, error) bool { articles++; return true })
	}
	b.ReportMetric(float64(articles)/b.Elapsed().Seconds(), "articles/s")
}

func BenchmarkReadText(b *testing.B) { benchmarkFile(b, "testdata/text/korean_daily.txt") }
func BenchmarkReadPage(b *testing.B) { benchmarkFile(b, "testdata/html/json_ld.html") }

func benchmarkFile(b *testing.B, path string) {
	raw, err := os.ReadFile(path)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		Read(io.Reader(bytes.NewReader(raw)), path, Options{}, func(*Article, error) bool { return true })
	}
}
