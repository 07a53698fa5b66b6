package coder

import (
	"strings"
	"testing"

	"entente/article"
	"entente/record"
	"entente/syntax"
)

// said is what a test expects of one statement.
type said struct {
	speaker string // in the speaker's name or in the words that name them
	direct  bool
	starts  string
}

// statementCases are short texts, each with all that is said in it.
var statementCases = []struct {
	name, text string
	want       []said
}{
	{"reported with that", "Norwegian Prime Minister Jens Stoltenberg said on Monday that the border would stay open.",
		[]said{{"Stoltenberg", false, "the border would stay open"}}},
	{"reported without that", "Norway said the border would stay open.",
		[]said{{"Norway", false, "the border would stay open"}}},
	{"told somebody", "Norwegian Foreign Minister Espen Barth Eide told parliament on Tuesday that the fleet had sailed.",
		[]said{{"Eide", false, "the fleet had sailed"}}},
	{"quotation before", "\"We will not give up a single island,\" Norwegian Prime Minister Jens Stoltenberg said.",
		[]said{{"Stoltenberg", true, "We will not give up"}}},
	{"inverted", "\"We will not give up a single island,\" said Norwegian Prime Minister Jens Stoltenberg.",
		[]said{{"Stoltenberg", true, "We will not give up"}}},
	{"quotation after a colon", "Norwegian Prime Minister Jens Stoltenberg said: \"We will not give up a single island.\"",
		[]said{{"Stoltenberg", true, "We will not give up"}}},
	{"split quotation", "\"We will not give up,\" Norwegian Prime Minister Jens Stoltenberg said, \"a single one of our islands.\"",
		[]said{{"Stoltenberg", true, "We will not give up"}}},
	{"second quotation of the same speaker", "\"We will not give up a single island,\" Norwegian Prime Minister Jens Stoltenberg said. \"The sea belongs to all of us.\"",
		[]said{{"Stoltenberg", true, "We will not give up"}, {"Stoltenberg", true, "The sea belongs to all"}}},
	{"pronoun", "Norwegian Prime Minister Jens Stoltenberg met fishermen on Monday. \"The sea belongs to all of us,\" he said.",
		[]said{{"Stoltenberg", true, "The sea belongs to all"}}},
	{"a role without a name", "\"The talks are going nowhere fast,\" said a professor of law in Oslo.",
		[]said{{"professor", true, "The talks are going nowhere"}}},
	{"a name without a title", "\"The sea belongs to all of us,\" said Ingrid Haugen, who owns two trawlers.",
		[]said{{"Ingrid Haugen", true, "The sea belongs to all"}}},
	{"apposition before the verb", "\"The sea belongs to all of us,\" the fleet's owner, Ingrid Haugen, said.",
		[]said{{"Ingrid Haugen", true, "The sea belongs to all"}}},
	{"behind a relative clause", "Norwegian Prime Minister Jens Stoltenberg, who leads the talks, said the border would stay open.",
		[]said{{"Stoltenberg", false, "the border would stay open"}}},
	{"telling at the end", "The border would stay open through the winter, diplomats said.",
		[]said{{"diplomats", false, "The border would stay open"}}},
	{"telling between commas", "Whether the border opens, the minister said, depends on the weather.",
		[]said{{"minister", false, "Whether the border opens"}}},
	{"according to", "The border stayed open through the winter, according to officials in Oslo.",
		[]said{{"officials", false, "The border stayed open"}}},
	{"participle", "Norway rejected the offer, saying the fleet had already sailed.",
		[]said{{"Norway", false, "the fleet had already sailed"}}},
	{"naming", "Norwegian Prime Minister Jens Stoltenberg called the offer an insult to fishermen.",
		[]said{{"Stoltenberg", false, "the offer an insult"}}},
	{"naming with as", "Norway dismissed the offer as worthless.",
		[]said{{"Norway", false, "the offer as worthless"}}},
	{"a claim", "Norway repeated its warning that the fleet would sail.",
		[]said{{"Norway", false, "the fleet would sail"}}},
	{"words quoted in a reported clause", "Norway said the offer that its neighbours had made on the last day of the long talks was \"worth very little indeed\".",
		[]said{{"Norway", false, "the offer that its neighbours"}}},
	{"not said", "Norway did not say whether the border would stay open.", nil},
	{"could not say", "The minister could not say that the border would stay open.", nil},
	{"a quoted expression", "Norway called for \"free seas\" on Monday.", nil},
	{"a thought", "The border is believed to be open.", nil},
	{"a question asked", "Norway asked whether the border would stay open.",
		[]said{{"Norway", false, "whether the border would stay open"}}},
}

func codeText(t *testing.T, text string) *record.Record {
	t.Helper()
	know, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	a := &article.Article{Text: text}
	return New(know, syntax.Accurate).Code(a)
}

func TestStatements(t *testing.T) {
	for _, c := range statementCases {
		t.Run(c.name, func(t *testing.T) {
			rec := codeText(t, c.text)
			if len(rec.Statements) != len(c.want) {
				t.Fatalf("%d statements, want %d: %s", len(rec.Statements), len(c.want), describe(rec))
			}
			for i, w := range c.want {
				got := rec.Statements[i]
				words := got.Speaker.Name + " " + rec.Article.Text[got.Speaker.Start:got.Speaker.End]
				if !strings.Contains(words, w.speaker) || got.Direct != w.direct || !strings.HasPrefix(got.Text, w.starts) {
					t.Errorf("got %s, want %+v", describe(rec), w)
				}
			}
		})
	}
}

func TestADenialIsNotWhatItDenies(t *testing.T) {
	for _, c := range []struct {
		text   string
		denied bool
	}{
		{"Norway denied that its navy had fired on the trawlers.", true},
		{"Norwegian Prime Minister Jens Stoltenberg denies that the talks have failed.", true},
		{"Norway said that its navy had fired on the trawlers.", false},
	} {
		rec := codeText(t, c.text)
		if len(rec.Statements) != 1 || rec.Statements[0].Denied != c.denied {
			t.Errorf("%s: %s, denied is not %t", c.text, describe(rec), c.denied)
		}
	}
}

func describe(rec *record.Record) string {
	var b strings.Builder
	for _, s := range rec.Statements {
		b.WriteString("[" + s.Speaker.Name + ": " + s.Text)
		if s.Direct {
			b.WriteString(" (direct)")
		}
		b.WriteString("] ")
	}
	return b.String()
}

func TestQuotationMarks(t *testing.T) {
	cases := []struct {
		text string
		want []string
	}{
		{`He said "yes" and "no".`, []string{"yes", "no"}},
		{"He said “yes” and ''no''.", []string{"yes", "no"}},
		{"``Yes,'' he said.", []string{"Yes,"}},
		{"\"One paragraph.\n\n\"And the next,\" he said.", []string{"One paragraph.", "And the next,"}},
		{`An "open end`, []string{"open end"}},
		{`""`, nil},
	}
	for _, c := range cases {
		var got []string
		for _, q := range findQuotations(c.text, 0) {
			got = append(got, c.text[q.start:q.end])
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestAboutAndDate(t *testing.T) {
	rec := codeText(t, "Norway and Sweden held talks on Monday.\n\nNorwegian Prime Minister Jens Stoltenberg said the sea was calm. \"Ties with Sweden are warm,\" he said.")
	for _, s := range rec.Statements {
		if strings.Join(s.About, ",") != "NOR,SWE" {
			t.Errorf("%q is about %v, want Norway and Sweden", s.Text, s.About)
		}
	}
	if n := len(rec.Statements); n != 2 {
		t.Errorf("%d statements, want 2: %s", n, describe(rec))
	}
}

func FuzzQuotations(f *testing.F) {
	f.Add("\"a\" “b” ''c'' ``d''\n\n\"e")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, q := range findQuotations(text, 0) {
			if q.start < last || q.end <= q.start || q.end > len(text) {
				t.Fatalf("quotation %d–%d after %d in %q", q.start, q.end, last, text)
			}
			last = q.end
		}
	})
}
