package eval

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/article"
	"entente/record"
)

const placed = `{"id":"a","title":"Peru, Chile sign treaty","dateline":"LIMA, May 3 -","places":["peru","chile"],"text":"They signed."}

{"id":"b","title":"Soviet harvest good","places":["ussr"],"text":"It is good."}
{"id":"c","title":"Roses","places":[],"text":"They bloom."}
`

func placedFile(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "placed.jsonl")
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// guess finds Peru in every article, and Chile nowhere.
func guess(a *article.Article) *record.Record {
	out := []record.Country{{Country: "PER", Weight: 0.9}}
	if a.ID == "b" {
		out = []record.Country{{Country: "RUS", Weight: 0.8}, {Country: "PER", Weight: 0.5}}
	}
	return &record.Record{Countries: out}
}

func TestCountriesAreCountedOverAllPairs(t *testing.T) {
	r, err := Countries(placedFile(t, placed), func() Code { return guess })
	if err != nil {
		t.Fatal(err)
	}
	if r.Articles != 2 || r.LeftOut != 1 {
		t.Errorf("%d articles, %d left out", r.Articles, r.LeftOut)
	}
	if want := (Tally{Gold: 3, Recalled: 2, Found: 3, Right: 2}); r.Countries != want {
		t.Errorf("counted %+v, want %+v", r.Countries, want)
	}
	var b bytes.Buffer
	if err := r.WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	var object struct{ F1, Precision, Recall, Exact float64 }
	if err := json.Unmarshal(b.Bytes(), &object); err != nil {
		t.Fatal(err)
	}
	if object.F1 != 0.6667 || object.Precision != 0.6667 || object.Recall != 0.6667 || object.Exact != 0 {
		t.Errorf("the object has %+v", object)
	}
}

func TestTheReportNamesWhatIsMissedAndFalse(t *testing.T) {
	r, err := Countries(placedFile(t, placed), func() Code { return guess })
	if err != nil {
		t.Fatal(err)
	}
	var table, errors bytes.Buffer
	if err := r.Write(&table); err != nil {
		t.Fatal(err)
	}
	if err := r.WriteErrors(&errors); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"2 articles with places, 1 without left out", "most often missed   CHL 1\n", "most often false    PER 1\n"} {
		if !strings.Contains(table.String(), want) {
			t.Errorf("the table lacks %q:\n%s", want, table.String())
		}
	}
	want := "== a\n    want   CHL PER\n    found  PER 0.90\n    words  LIMA, May 3 | Peru, Chile sign treaty They signed.\n"
	if !strings.HasPrefix(errors.String(), want) {
		t.Errorf("the list is\n%s\nwant\n%s", errors.String(), want)
	}
}

func TestFaultyPlacesAreNamed(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"an unknown place", placed + `{"id":"d","title":"x","places":["atlantis"],"text":"y"}`, `line 5: unknown place "atlantis"; add it`},
		{"no list", `{"id":"d","title":"x","text":"y"}`, "line 1: no field places"},
		{"a list of numbers", `{"id":"d","title":"x","places":[1],"text":"y"}`, "line 1: want a JSON object with a list of names under places"},
		{"no object", "{\"title\":\"x\",\"places\":[]}\n[]\n", "line 2: want a JSON object"},
	} {
		if _, err := Countries(placedFile(t, c.text), func() Code { return guess }); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		}
	}
	if _, err := Countries("nosuchfile.jsonl", func() Code { return guess }); err == nil {
		t.Error("a missing file is no error")
	}
}

func TestPlacesHaveOneCodeEach(t *testing.T) {
	names, err := placeNames()
	if err != nil {
		t.Fatal(err)
	}
	last := ""
	for _, line := range strings.Split(strings.TrimSpace(reutersPlaces), "\n") {
		name, _, _ := strings.Cut(line, "\t")
		if line[0] == '#' || name == "place" {
			continue
		}
		if name <= last {
			t.Errorf("%q stands after %q", name, last)
		}
		last = name
	}
	for name, want := range map[string]string{"ussr": "RUS", "west-germany": "DEU", "uk": "GBR", "zaire": "COD", "turkey": "TUR"} {
		if names[name] != want {
			t.Errorf("%s is %s, want %s", name, names[name], want)
		}
	}
}
