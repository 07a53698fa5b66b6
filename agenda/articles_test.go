package agenda_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"entente/agenda"
	"entente/article"
	"entente/calendar"
	"entente/coder"
	"entente/happening"
	"entente/record"
	"entente/syntax"
)

// findings is what the program reads in the articles of the project.
type findings struct {
	mechanisms []agenda.Told[record.Mechanism]
	conditions []agenda.Told[record.Condition]
	watch      []agenda.Told[record.WatchItem]
	events     []agenda.Event
}

func readArticles(t *testing.T, folders ...string) findings {
	t.Helper()
	know, err := coder.Load()
	if err != nil {
		t.Fatal(err)
	}
	c := coder.New(know, syntax.Accurate)
	var f findings
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
			from := agenda.Told[string]{Article: r.Article.ID}
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
				f.events = append(f.events, event(&h, best.Number, texts[best.Event]))
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

func add[T any](list *[]agenda.Told[T], found []T, from agenda.Told[string], number *int64, sentence func(T) string) {
	for _, v := range found {
		*number++
		*list = append(*list, agenda.Told[T]{Number: *number, Article: from.Article, Outlet: from.Outlet, Published: from.Published, Dated: from.Dated,
			Sentence: sentence(v), Value: v})
	}
}

func event(h *happening.Happening, number int64, text string) agenda.Event {
	e := agenda.Event{Number: number, Type: h.Event.Type, Aux: h.Event.Aux, Contexts: h.Event.Contexts, From: h.From, To: h.To, Text: text, Published: h.First}
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

// TestTheArticlesOfTheProjectGiveASoberAgenda prints the agenda of all
// articles with -v, for a person to read, and holds what no agenda may say.
func TestTheArticlesOfTheProjectGiveASoberAgenda(t *testing.T) {
	f := readArticles(t, "../testdata/articles", "../testdata/unseen")
	at := calendar.DayOn(2024, 1, 15)
	told := 0
	for _, d := range agenda.Dialogues(f.mechanisms, f.events, at) {
		t.Logf("%s | %s (%q) %s, %s", strings.Join(d.Parties, " "), d.Name, d.Called, d.State, d.Cadence)
		for _, e := range d.Entries {
			t.Logf("    %s %s %s..%s %v %s %s %g plans %v events %v: %.90s", e.Status, e.Outcome, e.From, e.To, e.Dated, e.Name, e.Place, e.GapYears, e.Plans, e.Events, e.Text)
			told += len(e.Numbers) + len(e.Plans)
			if e.Status == "held" && e.Dated && e.From > at {
				t.Errorf("%s is held on %s, after %s", e.Name, e.From, at)
			}
		}
		if d.Next != nil {
			t.Logf("    next %s..%s %v expected %v", d.Next.From, d.Next.To, d.Next.Dated, d.Next.Expected)
		}
		if d.Overdue != nil {
			t.Logf("    overdue %s..%s expected %v", d.Overdue.From, d.Overdue.To, d.Overdue.Expected)
		}
	}
	for _, c := range agenda.Conditions(f.conditions, f.events, at) {
		if c.Met != nil {
			t.Logf("met: %v %s %q by %d %v %s", c.On, c.Connective, c.Action, c.Met.Event, c.Met.Words, c.Met.Text)
		}
	}
	fates := map[agenda.Fate]int{}
	for _, w := range agenda.Watch(f.watch, f.events, at) {
		fates[w.Fate]++
		by := ""
		if w.By != nil {
			by = fmt.Sprint(w.By.From, "..", w.By.To, " ", w.By.Words, " ", w.By.Text)
		}
		t.Logf("%s %v %v %s..%s %v: %s | %s", w.Fate, w.Parties, w.GaugeOf, w.From, w.To, w.Dated, w.What, by)
	}
	t.Log(fates)
	if all := len(f.mechanisms); told > all+all/2 || !slices.ContainsFunc(f.mechanisms, func(m agenda.Told[record.Mechanism]) bool { return m.Dated }) {
		t.Errorf("%d findings are told %d times", all, told)
	}
}
