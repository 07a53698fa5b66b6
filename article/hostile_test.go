package article

import (
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// repeated is a long input of one unit, made while it is read.
type repeated struct {
	unit string
	left int
}

func (r *repeated) Read(p []byte) (int, error) {
	if r.left <= 0 {
		return 0, io.EOF
	}
	n := 0
	for n+len(r.unit) <= len(p) && r.left > 0 {
		n += copy(p[n:], r.unit)
		r.left -= len(r.unit)
	}
	return n, nil
}

func gzipped(t *testing.T, r io.Reader) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := io.Copy(z, r); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const prose = "The two ministers met in Geneva on Monday and agreed to resume their talks in the autumn, officials of both sides said. "

func TestHostileInputEndsInTimeWithTextOrError(t *testing.T) {
	page := func(inside string) io.Reader {
		return strings.NewReader("<html><head><title>Two ministers meet in Geneva</title></head><body><h1>Two ministers meet in Geneva</h1>" + inside + "</body></html>")
	}
	paragraphs := strings.Repeat("<p>"+prose+prose+"</p>", 4)
	cases := []struct {
		name     string
		in       io.Reader
		want     string // in the text, or in the error
		deadline time.Duration
	}{
		{"100,000 nested divisions", page(strings.Repeat("<div>", 100_000) + paragraphs), "resume their talks", 10 * time.Second},
		{"100,000 nested inline elements", page(strings.Repeat("<b><i>", 50_000) + paragraphs), "resume their talks", 10 * time.Second},
		{"a page of 50 MB of paragraphs", page(strings.Repeat("<p>"+prose+"</p>", 50<<20/len(prose))), "resume their talks", 20 * time.Second},
		{"a page of 50 MB of script", page("<script>" + strings.Repeat("var a = '<p>x</p>';", 50<<20/19) + "</script>" + paragraphs), "resume their talks", 10 * time.Second},
		{"a page of 20 MB of empty elements", page(strings.Repeat("<br><span></span>", 20<<20/17) + paragraphs), "Geneva", 20 * time.Second},
		{"a page of 20 MB in one attribute", page("<img alt=\"" + strings.Repeat("x", 20<<20) + "\">" + paragraphs), "resume their talks", 10 * time.Second},
		{"40,000 table cells in tables", page(strings.Repeat("<table><tr><td>", 100) + strings.Repeat("<td>x", 40_000) + paragraphs), "", 10 * time.Second},
		{"29,000 links", page(strings.Repeat("<p><a href=x>Link</a>", 14_000) + paragraphs), "resume their talks", 10 * time.Second},
		{"25,000 spans in one paragraph", page(paragraphs + "<p>" + strings.Repeat("<span>x</span> ", 25_000)), "resume their talks", 10 * time.Second},
		{"25,000 list items", page(paragraphs + "<ul>" + strings.Repeat("<li>"+prose, 25_000)), "resume their talks", 20 * time.Second},
		{"400 levels with text on each", page(strings.Repeat("<div class=a><p>"+prose, 400) + paragraphs), "resume their talks", 10 * time.Second},
		{"NULs in a page", page("\x00" + strings.ReplaceAll(paragraphs, "met", "m\x00et")), "ministers met in", time.Second},
		{"a page of NULs", strings.NewReader("<html>" + strings.Repeat("\x00", 1<<20)), "no text", 2 * time.Second},
		{"NULs in a text", strings.NewReader("A title\n\n" + strings.ReplaceAll(prose, "met", "m\x00et")), "ministers met in", time.Second},
		{"broken UTF-8", strings.NewReader("Überschrift\n\n" + prose + "Gen\xffeva \xc3\x28 ends."), "Gen\uFFFDeva", time.Second},
		{"a text in one line of 20 MB", strings.NewReader(strings.Repeat(prose, 20<<20/len(prose))), "Geneva", 10 * time.Second},
		{"a text of a million short lines", strings.NewReader(strings.Repeat("a\n", 1_000_000)), "a", 10 * time.Second},
		{"brackets and bars alone", strings.NewReader(strings.Repeat("([|/-:", 100_000)), "", 5 * time.Second},
		{"nothing", strings.NewReader(""), "no text found", time.Second},
		{"blanks alone", strings.NewReader(" \n\t\n"), "no text found", time.Second},
		{"a gzip bomb", bytes.NewReader(gzipped(t, &repeated{"a ", 1 << 27})), "longer than 64 MiB", 20 * time.Second},
		{"a gzip bomb of one JSON line", bytes.NewReader(gzipped(t, io.MultiReader(strings.NewReader(`{"text":"`), &repeated{"a ", 256<<20 + 1<<20}))), "reading stops here", 30 * time.Second},
		{"a gzip file cut off", bytes.NewReader(gzipped(t, strings.NewReader(strings.Repeat(prose, 1000)))[:200]), "cut off", time.Second},
		{"deep JSON", strings.NewReader(`{"text":` + strings.Repeat("[", 1_000_000)), "line 1", 5 * time.Second},
		{"deep JSON-LD", page(`<script type="application/ld+json">` + strings.Repeat("[", 100_000) + "</script>" + paragraphs), "resume their talks", 5 * time.Second},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if testing.Short() && c.deadline > 5*time.Second {
				t.Skip("long")
			}
			start := time.Now()
			var out strings.Builder
			Read(c.in, "input", Options{}, func(a *Article, err error) bool {
				if err != nil {
					out.WriteString(err.Error())
				} else {
					out.WriteString(a.Text)
				}
				return out.Len() < 1<<27
			})
			took := time.Since(start)
			t.Logf("%v, %d bytes of text", took.Round(time.Millisecond), out.Len())
			if took > c.deadline {
				t.Errorf("took %v, allowed are %v", took, c.deadline)
			}
			if got := out.String(); !strings.Contains(got, c.want) || !utf8.ValidString(got) || strings.Contains(got, "\x00") {
				t.Errorf("want valid text with %q, got %.300q", c.want, got)
			}
		})
	}
}
