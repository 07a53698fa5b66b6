package agenda

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/article"
	"entente/calendar"
	"entente/coder"
	"entente/happening"
	"entente/record"
	"entente/syntax"
)

func readArticles(t *testing.T, folders ...string) corpus {
	t.Helper()
	know, err := coder.Load()
	if err != nil {
		t.Fatal(err)
	}
	c := coder.New(know, syntax.Accurate)
	var f corpus
	byKey := map[string][]happening.Report{}
	texts := map[*record.Event]string{}
	number := int64(0)
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no articles in %s, error %v", folder, err)
		}
		for _, file := range files {
			r := readArticle(t, c, file)
			sentence := func(i int) string { return r.Article.Text[r.Sentences[i].Start:r.Sentences[i].End] }
			from := Told[string]{Article: r.Article.ID}
			if r.Article.Outlet != nil {
				from.Outlet = *r.Article.Outlet
			}
			if p := r.Article.Published; p != nil {
				from.Published, err = calendar.ParseDay((*p)[:10])
				from.Dated = err == nil
			}
			add(&f.mechanisms, r.Mechanisms, from, &number, func(m record.Mechanism) string { return sentence(m.Sentence) })
			add(&f.conditions, r.Conditions, from, &number, func(m record.Condition) string { return sentence(m.Sentence) })
			add(&f.watch, r.Watch, from, &number, func(m record.WatchItem) string { return sentence(m.Sentence) })
			for i := range r.Events {
				e := &r.Events[i]
				number++
				texts[e] = sentence(e.Sentence)
				byKey[happening.Key(e)] = append(byKey[happening.Key(e)], happening.Report{Number: number, Article: from.Article, Outlet: from.Outlet,
					Published: from.Published, Dated: from.Dated, Event: e})
			}
		}
	}
	for _, reports := range byKey {
		for _, h := range happening.Merge(reports) {
			if h.Dated {
				best := reports[h.Reports[0]]
				f.events = append(f.events, eventOf(&h, best.Number, texts[best.Event]))
			}
		}
	}
	return f
}

func readArticle(t *testing.T, c *coder.Coder, file string) *record.Record {
	t.Helper()
	r, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var out *record.Record
	article.Read(r, file, article.Options{}, func(a *article.Article, err error) bool {
		if err != nil {
			t.Fatal(err)
		}
		out = c.Code(a)
		return true
	})
	return out
}

func add[T any](list *[]Told[T], found []T, from Told[string], number *int64, sentence func(T) string) {
	for _, v := range found {
		*number++
		*list = append(*list, Told[T]{Number: *number, Article: from.Article, Outlet: from.Outlet, Published: from.Published, Dated: from.Dated,
			Sentence: sentence(v), Value: v})
	}
}

func eventOf(h *happening.Happening, number int64, text string) Event {
	e := Event{Number: number, Type: h.Event.Type, Aux: h.Event.Aux, Contexts: h.Event.Contexts, From: h.From, To: h.To, Text: text, Published: h.First}
	if h.Event.Mode != nil {
		e.Mode = *h.Event.Mode
	}
	if h.Event.Place != nil {
		e.Place = h.Event.Place.Name
	}
	countries := func(side []record.Participant) (out []string) {
		for _, p := range side {
			if p.Country != nil {
				out = append(out, *p.Country)
			} else {
				out = append(out, p.ID)
			}
		}
		return out
	}
	e.Actors, e.Recipients = countries(h.Event.Actors), countries(h.Event.Recipients)
	return e
}

var update = flag.Bool("update", false, "write the golden files anew")

// written is the agenda of a corpus on a day, for a person to read.
func (c corpus) written(at calendar.Day) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# on %s\n\n%s\n\n", at, told(Dialogues(c.mechanisms, c.events, at)))
	for _, a := range Conditions(c.conditions, c.events, at) {
		fmt.Fprintf(&b, "condition on %v, %s: %s: ", a.On, a.Connective, a.Action)
		if a.Met == nil {
			fmt.Fprintf(&b, "open\n")
			continue
		}
		fmt.Fprintf(&b, "met by %d in %v: %s\n", a.Met.Event, a.Met.Words, a.Met.Text)
	}
	for _, it := range Watch(c.watch, c.events, at) {
		when := "at no time told"
		if it.Dated {
			when = calendar.Interval{From: it.From, To: it.To}.String()
		}
		fmt.Fprintf(&b, "watch %v %s, gauge of %v: %s: %s", it.Parties, when, it.GaugeOf, it.What, it.Fate)
		if it.By != nil {
			fmt.Fprintf(&b, " by %d: %s", it.By.Event, it.By.Text)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func compareGolden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("differs from %s; if it is better now, run go test ./agenda -update and read the diff:\n%s", file, got)
	}
}

func TestASeriesOfArticlesGivesTheAgendaOfItsGoldenFile(t *testing.T) {
	c := readArticles(t, "testdata/series")
	var b strings.Builder
	for _, s := range []string{"2012-06-01", "2015-04-20", "2015-08-01", "2017-01-01"} {
		b.WriteString(c.written(day(t, s)) + "\n")
	}
	compareGolden(t, "testdata/series.golden", b.String())
}

// The articles of the project tell of many ties once each: the agenda must not
// make more of them than they say.
func TestSingleArticlesGiveASoberAgenda(t *testing.T) {
	c := readArticles(t, "../testdata/articles", "../testdata/unseen")
	at := day(t, "2024-01-15")
	t.Log(c.written(at))
	entries := 0
	for _, d := range Dialogues(c.mechanisms, c.events, at) {
		entries += len(d.Entries)
		for _, e := range d.Entries {
			if e.held() && e.Dated && e.From > at {
				t.Errorf("%s is held on %s, after %s", e.Name, e.From, at)
			}
		}
		if d.Cadence.Estimated {
			t.Errorf("%s of %v has a rhythm, by articles that tell of it once", d.Name, d.Parties)
		}
	}
	if entries == 0 || entries > len(c.mechanisms) {
		t.Errorf("%d findings make %d entries", len(c.mechanisms), entries)
	}
	for _, a := range Conditions(c.conditions, c.events, at) {
		if a.Met != nil {
			t.Errorf("%q is met by %q", a.Action, a.Met.Text)
		}
	}
	for _, it := range Watch(c.watch, c.events, at) {
		if it.Fate == Happened && (it.By.To < it.First || !it.Dated) {
			t.Errorf("%q happened before it was told: %q", it.What, it.By.Text)
		}
		if it.Fate == PassedWithout {
			t.Errorf("%q passed without it, by news of other years", it.What)
		}
	}
}
