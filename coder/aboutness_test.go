package coder_test

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/article"
	"entente/eval"
)

func TestAnArticleIsAboutStates(t *testing.T) {
	for _, c := range []struct{ name, dateline, title, body, want string }{
		{"both sides of a visit", "", "Chile, Peru sign treaty", "Chile and Peru signed a treaty on Monday. The Chilean foreign minister praised Peru.", "CHL PER"},
		{"the state of a dateline that nothing else names", "AKRON, Ohio", "Tyre maker to close plant", "The company said it would close a plant that makes tyres.", "USA"},
		{"a town by its region", "PARIS, Texas", "Mill burns down", "A fire destroyed a paper mill on Sunday, firemen said.", "USA"},
		{"the abbreviation of a region", "SPRINGFIELD, Mass., March 2 -", "Mill burns down", "A fire destroyed a paper mill on Sunday, firemen said.", "USA"},
		{"the subject and the place of writing", "LONDON", "Nigeria devalues currency", "Nigeria devalued the naira on Friday. Nigerian banks were closed, and Nigeria's finance minister spoke on the radio.", "GBR NGA"},
		{"a central bank for its state", "", "Bundesbank raises rates", "The Bundesbank raised interest rates by half a point, the bank said.", "DEU"},
		{"officeholders for their state", "", "Thatcher opens bridge", "Prime Minister Margaret Thatcher opened a bridge. Thatcher praised the engineers.", "GBR"},
		{"nobody where no state is told", "", "On gardening", "Roses like the sun.", ""},
	} {
		published, err := article.ParsePublished("1987-03-12")
		if err != nil {
			t.Fatal(err)
		}
		a := &article.Article{Title: c.title, Dateline: c.dateline, Text: c.title + "\n\n" + c.body, BodyStart: len(c.title) + 2, Published: published}
		var got []string
		for _, country := range newCoder(t).Code(a).Countries {
			got = append(got, country.Country)
		}
		if about := strings.Join(got, " "); about != c.want {
			t.Errorf("%s: about %q, want %q", c.name, about, c.want)
		}
	}
}

func TestCountriesCarryWeightAndMentions(t *testing.T) {
	title, body := "Norway, Finland sign border treaty", "Norway and Finland signed a treaty. A Finnish minister spoke."
	a := &article.Article{Title: title, Text: title + "\n\n" + body, BodyStart: len(title) + 2}
	countries := newCoder(t).Code(a).Countries
	if len(countries) != 2 || countries[0].Country != "FIN" || countries[0].Mentions != 3 || countries[1].Mentions != 2 {
		t.Errorf("countries are %+v", countries)
	}
	for _, c := range countries {
		if c.Weight < 0.5 || c.Weight > 1 {
			t.Errorf("%s weighs %v", c.Country, c.Weight)
		}
	}
}

// TestCountriesOfAgencyArticles guards the figure of docs/accuracy.md on a part
// that is quick to code.
func TestCountriesOfAgencyArticles(t *testing.T) {
	const path, enough, least = "../../shared/data/articles/reuters.jsonl", 300, 0.88
	in, err := os.Open(path)
	if err != nil {
		t.Skip("the annotated articles are not here: ", err)
	}
	defer in.Close()
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	var part strings.Builder
	for n := 0; n < enough && lines.Scan(); n++ {
		part.WriteString(lines.Text() + "\n")
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "part.jsonl")
	if err := os.WriteFile(name, []byte(part.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := eval.Countries(name, newCode(t))
	if err != nil {
		t.Fatal(err)
	}
	if f1 := r.Countries.F1(); f1 < least {
		t.Errorf("F1 %.3f, want %.3f", f1, least)
	}
}
