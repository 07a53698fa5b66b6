package article

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

func TestJSONIsReadAsTheGoldenFilesSay(t *testing.T) { compareGolden(t, "testdata/json/*") }

func TestOptionsReplaceWhatTheInputTells(t *testing.T) {
	published, err := ParsePublished("2020-01-02")
	if err != nil {
		t.Fatal(err)
	}
	opt := Options{Published: published, Here: "Tunis", Outlet: "The Other Paper"}
	in := `{"title":"Two ministers meet","published":"2015-04-17","outlet":"A Paper","text":"They met here on Monday."}`
	var got *Article
	Read(strings.NewReader(in), "x", opt, func(a *Article, err error) bool { got = a; return true })
	if got == nil || got.Published.String() != "2020-01-02" || got.Here != "Tunis" || got.Outlet != "The Other Paper" {
		t.Errorf("got %+v", got)
	}
	in = `{"title":"Two ministers meet","dateline":"GENEVA, March 3 -","text":"They met here on Monday."}`
	Read(strings.NewReader(in), "x", opt, func(a *Article, err error) bool { got = a; return true })
	if got.Here != "Geneva" {
		t.Errorf("the dateline's place must win over the option: here is %q", got.Here)
	}
}

func TestCompressedInputsAreReadLikePlainOnes(t *testing.T) {
	raw, err := os.ReadFile("testdata/json/lines.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	want := readAll(raw, "f", Options{})
	var gz, zs bytes.Buffer
	zw := gzip.NewWriter(&gz)
	_, _ = zw.Write(raw)
	_ = zw.Close()
	sw, err := zstd.NewWriter(&zs)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = sw.Write(raw)
	_ = sw.Close()
	for name, packed := range map[string][]byte{"gzip": gz.Bytes(), "zstd": zs.Bytes()} {
		if got := readAll(packed, "f", Options{}); got != want {
			t.Errorf("%s differs:\n%s", name, got)
		}
	}
}

func TestOtherEncodingsOfTextAreDecoded(t *testing.T) {
	const text = "Entente à Genève\n\nLes deux ministres se sont mis d'accord à Genève, a dit le porte-parole."
	want := readAll([]byte(text), "f", Options{})
	latin := []byte{}
	utf16 := []byte{0xff, 0xfe}
	for _, r := range text {
		latin = append(latin, byte(r))
		utf16 = append(utf16, byte(r), byte(r>>8))
	}
	for name, raw := range map[string][]byte{"latin-1": latin, "UTF-16": utf16, "UTF-8 with mark": append([]byte("\xef\xbb\xbf"), text...)} {
		if got := readAll(raw, "f", Options{}); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
	}
}

func TestAnOverlongLineIsAnErrorAndTheNextIsRead(t *testing.T) {
	in := `{"title":"A","text":"` + strings.Repeat("x", maxLine) + "\"}\n" + `{"title":"B","text":"Both sides met."}` + "\n"
	got := readAll([]byte(in), "f.jsonl", Options{})
	if !strings.Contains(got, "read f.jsonl line 1: the line has more than 32 MiB") || !strings.Contains(got, "title     B") {
		t.Errorf("got %.300q", got)
	}
}

func TestReadingStopsWhereTheCallerSaysSo(t *testing.T) {
	n := 0
	Read(strings.NewReader(strings.Repeat(`{"title":"A","text":"B met C."}`+"\n", 10)), "f", Options{}, func(*Article, error) bool {
		n++
		return n < 3
	})
	if n != 3 {
		t.Errorf("yielded %d times after false at 3", n)
	}
}

func TestTheSameTextAlwaysHasTheSameID(t *testing.T) {
	id := func(s string) (id string) {
		Read(strings.NewReader(s), "f", Options{}, func(a *Article, err error) bool { id = a.ID; return true })
		return id
	}
	const text = "Two ministers meet\n\nThey agreed to resume their talks."
	if a := id(text); a != id(text) || len(a) != 16 || a == id(text+" Both left.") {
		t.Errorf("ID %q", a)
	}
}

func TestTheSeedArticleIsRead(t *testing.T) {
	raw, err := os.ReadFile("../../shared/seed/article.txt")
	if err != nil {
		t.Skip("no seed article: ../shared/seed is absent")
	}
	var a *Article
	Read(bytes.NewReader(raw), "article.txt", Options{}, func(got *Article, err error) bool { a = got; return true })
	if a.Title != "S. Korea, U.S., Japan agree to bolster 3-way cooperation" || a.Outlet != "The Korea Herald" ||
		a.Published.String() != "2015-04-17T09:19:00" || a.Agency != "Yonhap" || a.Language != "en" || len(a.Byline) != 2 {
		t.Errorf("got %s", describe(a))
	}
	if n := strings.Count(a.Body(), "\n\n") + 1; n != 18 || !strings.HasPrefix(a.Body(), "South Korea and Japan Thursday") || !strings.HasSuffix(a.Body(), "wartime atrocities.") {
		t.Errorf("%d paragraphs:\n%s", n, a.Body())
	}
}

func TestTheReutersArchiveIsReadWhole(t *testing.T) {
	f, err := os.Open("../../shared/data/articles/reuters.jsonl")
	if err != nil {
		t.Skip("no archive: ../shared/data/articles is absent")
	}
	defer f.Close()
	articles, here, english, brokenLines := 0, 0, 0, 0
	Read(f, "reuters.jsonl", Options{}, func(a *Article, err error) bool {
		if err != nil {
			t.Error(err)
			return true
		}
		articles++
		if a.Here != "" {
			here++
		}
		if a.Language == "en" {
			english++
		}
		// a paragraph that starts with a small letter shows a line that wasn't joined
		for _, p := range strings.Split(a.Body(), "\n\n") {
			if len(p) > 60 && p[0] >= 'a' && p[0] <= 'z' {
				brokenLines++
			}
		}
		return true
	})
	t.Logf("%d articles, %d with a place, %d in English, %d paragraphs that start small", articles, here, english, brokenLines)
	if articles != 9693 || here < 9600 || english < 8200 || brokenLines > 130 {
		t.Error("fewer than expected")
	}
}
