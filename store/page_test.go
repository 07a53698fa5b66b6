package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"entente/calendar"
	"entente/record"
)

// dated makes an article with a statement and an event of a day, or of none.
func datedArticle(i int, published *string, date *record.Date, words string) record.Sourced {
	jpn, kor := "JPN", "KOR"
	text := fmt.Sprintf("Title %d\n\n%s", i, words)
	title := fmt.Sprintf("Title %d", i)
	return record.Sourced{Source: "test", Record: &record.Record{
		Article:   record.Article{ID: fmt.Sprintf("a%d", i), Title: &title, Published: published, Text: text},
		Countries: []record.Country{{Country: "JPN", Weight: 1, Mentions: 1}},
		Sentences: []record.Span{{Start: 0, End: len(title)}, {Start: len(title) + 2, End: len(text)}},
		Events: []record.Event{{ID: "e1", Type: "CONSULT", Contexts: []string{"territory"}, Quad: 1, Score: 2.5, Sentence: 1, Date: date, Rule: "r", Confidence: 1,
			Trigger:    record.Span{Start: len(title) + 2, End: len(title) + 4},
			Actors:     []record.Participant{{ID: "JPN", Country: &jpn, Name: "Japan", Sectors: []string{"GOV"}}},
			Recipients: []record.Participant{{ID: "KOR", Country: &kor, Name: fmt.Sprintf("Korea %d%%", i), Sectors: []string{}}}}},
		Statements: []record.Statement{{Speaker: record.Participant{ID: "JPN", Country: &jpn, Name: "Abe"}, Text: words, Start: len(title) + 2, End: len(text), About: []string{"KOR"}, Contexts: []string{"territory"}, Sentence: 1,
			Cue: &record.Span{Start: 1, End: 2}}},
		Conditions:  []record.Condition{{On: []string{"KOR"}, Connective: "if", Action: words, Outcome: "peace", Sentence: 1}},
		Watch:       []record.WatchItem{{What: words, GaugeOf: []string{"JPN", "KOR"}, Sentence: 1, Actors: []record.Participant{{ID: "JPN", Country: &jpn, Name: "Japan"}}}},
		Mechanisms:  []record.Mechanism{{ID: "m1", Name: words, Kind: "talks", Parties: []string{"JPN", "KOR"}, Status: "held", Sentence: 1, Date: date}},
		Assessments: []record.Assessment{{Parties: []string{"JPN", "KOR"}, Sentence: 1, By: &record.Participant{ID: "JPN", Country: &jpn, Name: "Japan"}}},
	}}
}

// manyDated stores articles over twenty years, some without a day, of as many
// happenings.
func manyDated(t *testing.T) *DB {
	t.Helper()
	db := open(t)
	var batch []record.Sourced
	for i := range 60 {
		var published *string
		var date *record.Date
		if i%7 != 3 {
			day := (calendar.DayOn(1995, 1, 1) + calendar.Day(i*120)).String()
			published, date = &day, &record.Date{From: day, To: day}
		}
		words := "common words"
		if i%10 == 0 {
			words = `rare 100% W_ord \ here`
		}
		batch = append(batch, datedArticle(i, published, date, words))
	}
	if err := db.Add(t.Context(), batch); err != nil {
		t.Fatal(err)
	}
	return db
}

func TestPagesOfEventsGoThroughAllOnceTheLatestFirst(t *testing.T) {
	db := manyDated(t)
	from, to := calendar.DayOn(2000, 1, 1), calendar.DayOn(2005, 1, 1)
	for _, test := range []struct {
		name string
		ask  Asked
		want int
	}{
		{"all", Asked{}, 60},
		{"parties", Asked{Filter: Filter{Parties: []string{"KOR", "JPN"}}}, 60},
		{"other parties", Asked{Filter: Filter{Parties: []string{"KOR", "FJI"}}}, 0},
		{"a rare word", Asked{Words: []string{"RARE"}}, 6},
		{"two words", Asked{Words: []string{"rare", "here"}}, 6},
		{"a name", Asked{Words: []string{"korea 1%"}}, 1},
		{"signs that mean something in a pattern", Asked{Words: []string{`100% w_ord \`}}, 6},
		{"a sign alone", Asked{Words: []string{"_"}}, 6},
		{"no such word", Asked{Words: []string{"none"}}, 0},
		{"words and parties", Asked{Filter: Filter{Parties: []string{"JPN"}}, Words: []string{"rare"}}, 6},
		{"a context", Asked{Filter: Filter{Contexts: []string{"legal", "territory"}}}, 60},
		{"another context", Asked{Filter: Filter{Contexts: []string{"legal"}}}, 0},
		{"a span", Asked{Filter: Filter{From: &from, To: &to}}, 0}, // counted below
	} {
		t.Run(test.name, func(t *testing.T) {
			want := test.want
			if test.ask.From != nil {
				for i := range 60 {
					d := calendar.DayOn(1995, 1, 1) + calendar.Day(i*120)
					if i%7 != 3 && d >= from && d <= to {
						want++
					}
				}
			}
			var all []*Event
			q := test.ask
			q.Limit = 7
			for {
				page, err := db.EventPage(t.Context(), q)
				if err != nil {
					t.Fatal(err)
				}
				all = append(all, page.Items...)
				if page.Next == nil {
					break
				}
				if page.Whole && len(page.Items) != 7 {
					t.Fatalf("a whole page of %d that is not the last", len(page.Items))
				}
				q.After = page.Next
			}
			if len(all) != want {
				t.Errorf("%d events, want %d", len(all), want)
			}
			if !slices.IsSortedFunc(all, func(a, b *Event) int { return strings.Compare(key(b), key(a)) }) {
				t.Error("not in their order")
			}
			seen := map[int64]bool{}
			for _, e := range all {
				if seen[e.Number] {
					t.Errorf("e%d comes twice", e.Number)
				}
				seen[e.Number] = true
			}
		})
	}
}

// key orders events by day and number, those without a day first.
func key(e *Event) string {
	day := ""
	if e.Date != nil {
		day = e.Date.From
	}
	return fmt.Sprintf("%10s %06d", day, e.Number)
}

func TestPagesOfFindingsHoldWhatWasStored(t *testing.T) {
	db := manyDated(t)
	statements, err := db.StatementPage(t.Context(), Asked{Filter: Filter{Parties: []string{"JPN", "KOR"}, Contexts: []string{"territory"}, Limit: 100}, Words: []string{"rare"}})
	if err != nil {
		t.Fatal(err)
	}
	if len(statements.Items) != 6 || statements.Items[0].Value.Speaker.Name != "Abe" || statements.Items[0].Sentence == "" || statements.Next != nil {
		t.Errorf("%+v", statements)
	}
	watch, err := db.WatchPage(t.Context(), Asked{Filter: Filter{Limit: 100}})
	if err != nil || len(watch.Items) != 60 || len(watch.Items[0].Value.Actors) != 1 {
		t.Errorf("%d, %v", len(watch.Items), err)
	}
	assessments, err := db.AssessmentPage(t.Context(), Asked{Filter: Filter{Limit: 100, Parties: []string{"KOR"}}})
	if err != nil || len(assessments.Items) != 60 || assessments.Items[0].Value.By == nil {
		t.Errorf("%d, %v", len(assessments.Items), err)
	}
	if page, err := db.MechanismPage(t.Context(), Asked{Filter: Filter{Limit: 100, Parties: []string{"JPN", "FJI"}}}); err != nil || len(page.Items) != 0 {
		t.Errorf("%d, %v", len(page.Items), err)
	}
	if page, err := db.ConditionPage(t.Context(), Asked{Filter: Filter{Limit: 10, Parties: []string{"JPN"}}}); err != nil || len(page.Items) != 10 || page.Next == nil {
		t.Errorf("%v", err)
	}
}

func TestAnArticleIsReadWithEverythingFoundInIt(t *testing.T) {
	db := manyDated(t)
	c, err := db.Article(t.Context(), "a10")
	if err != nil {
		t.Fatal(err)
	}
	if c.Source != "test" || len(c.Countries) != 1 || len(c.Sentences) != 2 || len(c.Events) != 1 || len(c.Statements) != 1 || len(c.Mechanisms) != 1 ||
		len(c.Conditions) != 1 || len(c.Watch) != 1 || len(c.Assessments) != 1 {
		t.Fatalf("%+v", c)
	}
	e, s := c.Events[0], c.Statements[0].Value
	if e.Happening == 0 || e.Trigger.End-e.Trigger.Start != 2 || e.Actors[0].Name != "Japan" || s.Cue == nil || s.Speaker.Name != "Abe" || c.Assessments[0].Value.By == nil {
		t.Errorf("%+v\n%+v", e, s)
	}
	hash, there, err := db.ArticleContent(t.Context(), "a10")
	if err != nil || !there || hash != ContentOf(&c.Article) {
		t.Errorf("%d, %t, %v", hash, there, err)
	}
	if _, there, err := db.ArticleContent(t.Context(), "none"); there || err != nil {
		t.Errorf("%t, %v", there, err)
	}
	if _, err := db.Article(t.Context(), "none"); err == nil {
		t.Error("no error")
	}
}

func TestTheStateChangesWithWhatIsStored(t *testing.T) {
	db := open(t)
	before, err := db.State(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Add(t.Context(), []record.Sourced{datedArticle(1, nil, nil, "words")}); err != nil {
		t.Fatal(err)
	}
	after, err := db.State(t.Context())
	if err != nil || after == before || after.Articles != 1 || after.Events != 1 {
		t.Errorf("%+v, then %+v, %v", before, after, err)
	}
	if db.Size() == 0 {
		t.Error("no size")
	}
	day := "2015-01-01"
	if err := db.Add(t.Context(), []record.Sourced{datedArticle(2, &day, &record.Date{From: day, To: day}, "words")}); err != nil {
		t.Fatal(err)
	}
	pairs, err := db.PairsOnFile(t.Context())
	if err != nil || len(pairs) != 1 || pairs[0].A != "JPN" || pairs[0].Events != 1 || !pairs[0].Among([]string{"KOR"}) || pairs[0].Among([]string{"KOR", "FJI"}) {
		t.Errorf("%+v, %v", pairs, err)
	}
}

func TestAQuestionInSQLChangesNothing(t *testing.T) {
	db := open(t)
	if err := db.Add(t.Context(), []record.Sourced{datedArticle(1, nil, nil, "words")}); err != nil {
		t.Fatal(err)
	}
	for _, query := range []string{"DELETE FROM article", "COMMIT", "SELECT 1; DELETE FROM article", "BEGIN; DELETE FROM article; COMMIT", "EXPLAIN ANALYZE DELETE FROM article",
		"CREATE TABLE x (i INTEGER)", "CHECKPOINT", "SET threads = 1", "WITH x AS (SELECT 1) INSERT INTO schema_version SELECT 9", "nonsense"} {
		table, err := db.Ask(t.Context(), query)
		if err != nil {
			continue
		}
		for range table.Rows() {
		}
		if table.Err() == nil {
			t.Errorf("%s was done", query)
		}
		table.Close()
	}
	for query, want := range map[string]string{"SELECT count(*) FROM article": "1", "FROM article SELECT id;": "a1", "": "article"} {
		table, err := db.Ask(t.Context(), query)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for row := range table.Rows() {
			found = found || row[0] == want
		}
		if !found || table.Err() != nil {
			t.Errorf("%q: no %s; %v", query, want, table.Err())
		}
		table.Close()
	}
	// The connections are free again, and writing goes on.
	if err := db.Add(t.Context(), []record.Sourced{datedArticle(2, nil, nil, "words")}); err != nil {
		t.Error(err)
	}
}
