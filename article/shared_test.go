package article

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
)

const sharedPages = "../../shared/data/html"

// pageF1Floor is a little under what was measured over the pages of
// ../shared/data/html; the test says how much it is today.
const pageF1Floor = 0.935

func TestMainTextOfSharedPagesReachesItsFloor(t *testing.T) {
	cases := sharedPageCases(t)
	if len(cases) == 0 {
		t.Skip("no pages: ../shared/data/html is absent")
	}
	sum := map[string]float64{}
	count := map[string]int{}
	for _, c := range cases {
		got := readPage(c.page)
		f1 := tokenF1(strings.Join(got.paragraphs, "\n"), c.want)
		sum[c.set] += f1
		count[c.set]++
		if f1 < 0.8 {
			t.Logf("%.3f %s", f1, c.name)
		}
	}
	total, n := 0.0, 0
	for set := range sum {
		t.Logf("%s: mean token F1 %.4f over %d pages", set, sum[set]/float64(count[set]), count[set])
		total += sum[set]
		n += count[set]
	}
	if mean := total / float64(n); mean < pageF1Floor {
		t.Errorf("mean token F1 over %d pages is %.4f, below %.2f", n, mean, pageF1Floor)
	} else {
		t.Logf("mean token F1 over %d pages: %.4f", n, mean)
	}
}

// The titles and times that another extractor's fixtures expect are compared
// where they have any; theirs keep site names and leave out seconds, so that
// the floors are shares, not wholes.
func TestMetadataOfSharedPagesAgreesMostly(t *testing.T) {
	dirs, _ := filepath.Glob(sharedPages + "/readability/*")
	if len(dirs) == 0 {
		t.Skip("no pages: ../shared/data/html is absent")
	}
	var titles, sameTitle, times, sameTime int
	for _, dir := range dirs {
		var want struct{ Title, PublishedTime string }
		raw, err := os.ReadFile(dir + "/expected-metadata.json")
		if err != nil || json.Unmarshal(raw, &want) != nil {
			continue
		}
		page, _ := os.ReadFile(dir + "/source.html")
		d := readPage(page)
		if want.Title != "" {
			titles++
			if f1 := tokenF1(d.title, want.Title); f1 > 0.75 {
				sameTitle++
			} else {
				t.Logf("%s: title %q, expected %q", filepath.Base(dir), d.title, want.Title)
			}
		}
		if len(want.PublishedTime) >= 10 {
			times++
			if strings.HasPrefix(want.PublishedTime, d.published.Format("2006-01-02")) {
				sameTime++
			} else {
				t.Logf("%s: published %q, expected %q", filepath.Base(dir), d.published, want.PublishedTime)
			}
		}
	}
	t.Logf("titles agree on %d of %d pages, days on %d of %d", sameTitle, titles, sameTime, times)
	if sameTitle*100 < titles*85 || sameTime*100 < times*95 {
		t.Error("fewer agree than before")
	}
}

type pageCase struct {
	set, name, want string
	page            []byte
}

func sharedPageCases(t *testing.T) []pageCase {
	t.Helper()
	var out []pageCase
	add := func(set, name, pagePath, want string) {
		if page, err := os.ReadFile(pagePath); err == nil && len(want) >= 200 {
			out = append(out, pageCase{set, name, want, page})
		}
	}
	dirs, _ := filepath.Glob(sharedPages + "/readability/*")
	for _, dir := range dirs {
		want, _ := os.ReadFile(dir + "/expected.html")
		add("readability", filepath.Base(dir), dir+"/source.html", textOf(string(want)))
	}
	texts, _ := filepath.Glob(sharedPages + "/newspaper/text/*.txt")
	for _, path := range texts {
		want, _ := os.ReadFile(path)
		name := strings.TrimSuffix(filepath.Base(path), ".txt")
		add("newspaper", name, sharedPages+"/newspaper/html/"+name+".html", string(want))
	}
	return out
}

func textOf(markup string) string {
	doc, err := html.Parse(strings.NewReader(markup))
	if err != nil {
		return ""
	}
	return strings.Join(blocks(doc), "\n")
}

// tokenF1 compares two texts as bags of words.
func tokenF1(got, want string) float64 {
	words := func(s string) []string {
		return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	bag := map[string]int{}
	g, w := words(got), words(want)
	for _, x := range w {
		bag[x]++
	}
	hits := 0
	for _, x := range g {
		if bag[x] > 0 {
			bag[x]--
			hits++
		}
	}
	if hits == 0 {
		return 0
	}
	return 2 * float64(hits) / float64(len(g)+len(w))
}
