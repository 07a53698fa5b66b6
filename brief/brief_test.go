package brief

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"
	"unicode"

	"github.com/clipperhouse/displaywidth"
	"pgregory.net/rapid"

	"entente/coder"
	"entente/plover"
	"entente/record"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// names is what an atlas would tell.
func names(id string) string {
	return map[string]string{"NOR": "Norway", "FIN": "Finland"}[id]
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("differs from %s (go test -update rewrites it):\n%s", path, got)
	}
}

func briefs(t *testing.T, look Look) string {
	t.Helper()
	raw, err := os.ReadFile("testdata/records.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := New(&out, look, names)
	dec := json.NewDecoder(bytes.NewReader(raw))
	for dec.More() {
		var r record.Record
		if err := dec.Decode(&r); err != nil {
			t.Fatal(err)
		}
		if err := w.Write(&r); err != nil {
			t.Fatal(err)
		}
	}
	return out.String()
}

func TestBriefsMatchTheGoldenFiles(t *testing.T) {
	golden(t, "testdata/plain.golden", briefs(t, Look{Width: 80}))
	golden(t, "testdata/full.golden", briefs(t, Look{Width: 80, Full: true}))
	golden(t, "testdata/narrow.golden", briefs(t, Look{Width: 40}))
	golden(t, "testdata/colour.golden", briefs(t, Look{Width: 80, Colour: true}))
}

func TestExplanationMatchesTheGoldenFile(t *testing.T) {
	var out bytes.Buffer
	err := Explain(&out, Look{Width: 80}, &coder.Explanation{
		Event: "e1", Sentence: 1, Text: "Norway accused \x1b[31mFinland.",
		Tree: []coder.TreeRow{
			{Index: 0, Form: "Norway", UPOS: "PROPN", Rel: "nsubj", Head: 1},
			{Index: 1, Form: "accused", UPOS: "VERB", Rel: "root", Head: -1},
			{Index: 2, Form: "\x1b[31mFinland", UPOS: "PROPN", Rel: "obj", Head: 1},
			{Index: 3, Form: ".", UPOS: "PUNCT", Rel: "punct", Head: 1},
		},
		Mentions: []coder.MentionNote{{Text: "Norway", Parties: []string{"NOR"}, Why: "by name"}, {Text: "a fence"}},
		Frame:    "accuse (accuse.tsv:1)",
		Steps:    []string{"the frame is ACCUSE", strings.Repeat("a long reason ", 10)},
		Rejected: []string{"COERCE \"accused\": doubled"},
	})
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/explanation.golden", out.String())
}

// TestWhateverTheRecordNoLineIsTooWideAndNothingObeyed feeds records of random
// words, with everything in them that a hostile page could hold.
func TestWhateverTheRecordNoLineIsTooWideAndNothingObeyed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(30, 100).Draw(t, "width")
		text := rapid.SliceOfN(rapid.Rune(), 0, 300)
		any := func(label string) string { return string(text.Draw(t, label)) }
		office, person, title := any("office"), any("person"), any("title")
		body := any("body")
		p := record.Participant{ID: any("id"), Name: any("name"), Person: &person, Office: &office, Sectors: []string{}}
		cut := rapid.IntRange(0, len(body)).Draw(t, "cut")
		r := &record.Record{
			Article:   record.Article{Title: &title, Byline: []string{any("byline")}, Text: body},
			Sentences: []record.Span{{Start: 0, End: len(body)}},
			Events: []record.Event{{ID: "e1", Type: "ACCUSE", Aux: rapid.SampledFrom([]string{"", "future", "hypothetical"}).Draw(t, "aux"), Actors: []record.Participant{p}, Contexts: []string{any("context")},
				Trigger: record.Span{Start: cut, End: len(body)}, Sentence: rapid.IntRange(-1, 1).Draw(t, "sentence")}},
			Statements:  []record.Statement{{Speaker: p, Text: any("words"), Direct: rapid.Bool().Draw(t, "direct"), About: []string{any("about")}}},
			Mechanisms:  []record.Mechanism{{Name: any("mechanism"), Status: any("status"), Parties: []string{any("party")}}},
			Conditions:  []record.Condition{{Connective: any("if"), Action: any("action"), Outcome: any("outcome")}},
			Watch:       []record.WatchItem{{What: any("what"), Date: &record.Date{From: any("from"), To: any("to"), Text: "x"}}},
			Assessments: []record.Assessment{{Parties: []string{any("tie")}, By: &p}},
		}
		var out bytes.Buffer
		if err := New(&out, Look{Width: width, Full: rapid.Bool().Draw(t, "full")}, names).Write(r); err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(out.String(), "\n") {
			if n := displaywidth.String(line); n > width {
				t.Fatalf("%d cells, limit %d: %q", n, width, line)
			}
			for _, c := range line {
				if isObeyed(c) || unicode.IsControl(c) {
					t.Fatalf("%U reaches the terminal: %q", c, line)
				}
			}
		}
	})
}

func TestPlainTakesOutWhatATerminalObeys(t *testing.T) {
	tests := []struct{ in, want string }{
		{"South Korea", "South Korea"},
		{"S\u00e3o Tom\u00e9, \ud55c\uad6d", "S\u00e3o Tom\u00e9, \ud55c\uad6d"},
		{" two\n\nlines\tand\u2028more ", "two lines and more"},
		{"\x1b[2J\x07", "\ufffd[2J\ufffd"},
		{"a\u009b31mb", "a\ufffd31mb"},
		{"\u202eevil\u2066", "\ufffdevil\ufffd"},
		{"co\u00adoperate\ufeff", "cooperate"},
		{"a date \ufe0f told", "a date told"},
		{"\U0001f469\u200d\U0001f680", "\U0001f469\u200d\U0001f680"},
		{"broken \xff\xfe bytes", "broken \ufffd\ufffd bytes"},
	}
	for _, test := range tests {
		if got := Plain(test.in); got != test.want {
			t.Errorf("Plain(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestIntervalsAreSaidAsShortAsTheyCanBe(t *testing.T) {
	tests := []struct{ from, to, want string }{
		{"2015-04-16", "2015-04-16", "16 Apr 2015"},
		{"2015-04-13", "2015-04-16", "13–16 Apr 2015"},
		{"2015-03-28", "2015-04-02", "28 Mar – 2 Apr 2015"},
		{"2014-12-30", "2015-01-02", "30 Dec 2014 – 2 Jan 2015"},
		{"2015-03-01", "2015-03-31", "Mar 2015"},
		{"2016-02-01", "2016-02-29", "Feb 2016"},
		{"2015-01-01", "2015-03-31", "Jan – Mar 2015"},
		{"2015-01-01", "2015-12-31", "2015"},
		{"1990-01-01", "1999-12-31", "1990–1999"},
		{"2014-12-01", "2015-02-28", "Dec 2014 – Feb 2015"},
		{"soon", "2015-02-28", "soon – 2015-02-28"},
	}
	for _, test := range tests {
		if got := when(&record.Date{From: test.from, To: test.to}); got != test.want {
			t.Errorf("%s to %s: %q, want %q", test.from, test.to, got, test.want)
		}
	}
}

func TestAnExcerptIsWholeWordsAroundTheTrigger(t *testing.T) {
	const text = "In Oslo on Tuesday, Norway and Finland, which share a long border, signed a treaty about reindeer."
	start := strings.Index(text, "signed")
	tests := []struct {
		cells int
		want  string
	}{
		{100, text},
		{40, "…a long border, signed a treaty about…"},
		{12, "…signed a…"},
		{5, "…sig…"},
	}
	s := newSheet(&record.Record{Article: record.Article{Text: text}, Sentences: []record.Span{{Start: 0, End: len(text)}}}, Look{Width: 80}, names)
	for _, test := range tests {
		if got := s.excerpt(0, record.Span{Start: start, End: start + 6}, test.cells); got != test.want {
			t.Errorf("%d cells: %q, want %q", test.cells, got, test.want)
		}
	}
}

func TestEveryTypeAndModeInTheWordsIsPLOVERs(t *testing.T) {
	for typ := range actWords {
		if !plover.Type(typ).Valid() {
			t.Errorf("%s is no type", typ)
		}
	}
	for _, typ := range plover.Types() {
		if actWords[string(typ)] == "" {
			t.Errorf("no words for %s", typ)
		}
	}
	for key := range modeWords {
		typ, mode, _ := strings.Cut(key, " ")
		if !plover.Type(typ).HasMode(mode) {
			t.Errorf("%s has no mode %s", typ, mode)
		}
	}
}

func TestShortDatesLeaveTheYearOfPublicationAway(t *testing.T) {
	published := "2015-12-28T18:05:00+09:00"
	s := newSheet(&record.Record{Article: record.Article{Published: &published}}, Look{Width: 80}, names)
	tests := []struct{ from, to, want string }{
		{"2015-12-28", "2015-12-28", "28 Dec"},
		{"2015-12-01", "2015-12-27", "1–27 Dec"},
		{"2015-11-01", "2015-11-30", "Nov"},
		{"2015-01-01", "2015-12-31", "2015"},
		{"2014-01-01", "2014-12-31", "2014"},
		{"2014-11-02", "2014-11-02", "2 Nov 2014"},
		{"2016-01-01", "2016-05-01", "Jan–May 2016"},
		{"1939-09-01", "1945-09-02", "1939–1945"},
		{"2015-12-30", "2016-01-02", "30 Dec 2015–2 Jan 2016"},
	}
	for _, test := range tests {
		if got := s.shortDate(&record.Date{From: test.from, To: test.to, Text: "then"}); got != test.want {
			t.Errorf("%s to %s: %q, want %q", test.from, test.to, got, test.want)
		}
	}
}

func TestAPhraseBeginsWhereAReaderUnderstandsIt(t *testing.T) {
	tests := []struct {
		text, trigger string
		cells         int
		want          string
	}{
		{"Norway and Finland agreed to improve ties.", "improve", 40, "agreed to improve ties"},
		{"They promised to refrain from criticising each other in public.", "criticising", 34, "refrain from criticising each…"},
		{"They held their first foreign ministers' talks in three years last month.", "talks", 44, "first foreign ministers' talks in three…"},
		{"They held their first foreign ministers' talks in three years last month.", "talks", 20, "ministers' talks…"},
		{"In spring, Oslo lodged strong protests.", "lodged", 40, "lodged strong protests"},
		{"Norway signed.", "signed", 40, "Norway signed"},
	}
	for _, test := range tests {
		start := strings.Index(test.text, test.trigger)
		s := newSheet(&record.Record{Article: record.Article{Text: test.text}, Sentences: []record.Span{{Start: 0, End: len(test.text)}}}, Look{Width: 80}, names)
		got := s.phrase(&record.Event{Type: "AGREE", Trigger: record.Span{Start: start, End: start + len(test.trigger)}}, test.cells)
		if got != test.want || displaywidth.String(got) > test.cells {
			t.Errorf("%s in %d cells: %q, want %q", test.trigger, test.cells, got, test.want)
		}
	}
}

func TestAnEventWithoutAnEntryOfTheLexiconTellsHowSureItIs(t *testing.T) {
	for _, c := range []struct {
		rule string
		want string
	}{{"accuse.tsv:9", ""}, {"fallback", "[62% sure]"}, {"fallback instead of accuse.tsv:9", "[62% sure]"}} {
		if got := sureness(&record.Event{Rule: c.rule, Confidence: 0.62}); got != c.want {
			t.Errorf("%s: got %q, want %q", c.rule, got, c.want)
		}
	}
}
