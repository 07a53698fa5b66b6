package eval

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"entente/article"
	"entente/record"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// fake codes the article of testdata/report with one error of each kind.
func fake(a *article.Article) *record.Record {
	span := func(words string) record.Span {
		at := strings.Index(a.Text, words)
		return record.Span{Start: at, End: at + len(words)}
	}
	event := func(id, e string, sentence int, trigger string) record.Event {
		out := found(e)
		out.ID, out.Sentence, out.Trigger, out.Rule = id, sentence, span(trigger), "rule"
		return out
	}
	yun := record.Participant{ID: "KOR", Name: "Yun Byung-se", Person: ptr("Yun Byung-se")}
	return &record.Record{
		Article: record.Article{Text: a.Text},
		Sentences: []record.Span{span(a.Title), span("South Korea and Japan agreed on Thursday to hold talks on fishing."),
			span("\"We will talk as neighbours do,\" Foreign Minister Yun Byung-se said."), span("Seoul protested over a textbook."),
			span("If Tokyo withdraws the book, relations will improve, he said.")},
		Events: []record.Event{
			event("e1", "AGREE|KOR JPN||2015-04-16 2015-04-16", 1, "agreed"),
			event("e2", "AGREE|JPN KOR||2015-04-01 2015-04-01", 1, "talks"),
			event("e3", "AGREE|JPN KOR||2015-04-16 2015-04-16", 0, "agree"),
			event("e4", "PROTEST|KOR|JPN|", 3, "protested"),
			event("e5", "RETREAT|JPN||", 4, "withdraws"),
		},
		Statements: []record.Statement{
			{Speaker: yun, Text: "We will talk as neighbours do,", Direct: true, About: []string{"KOR", "JPN"}},
			{Speaker: record.Participant{ID: "JPN", Name: "Japan"}, Text: "If Tokyo withdraws the book, relations will improve"},
		},
		Mechanisms: []record.Mechanism{{Name: "talks", Parties: []string{"JPN", "KOR"}, Status: "held", Sentence: 1}},
		Conditions: []record.Condition{{On: []string{"JPN"}, Connective: "if", Action: "withdraws the book", Outcome: "relations will improve", Sentence: 4}},
	}
}

func TestReportAsPrinted(t *testing.T) {
	r, err := Gold("testdata/report", func() Code { return fake })
	if err != nil {
		t.Fatal(err)
	}
	var table, errors, asJSON bytes.Buffer
	for _, write := range []error{r.Write(&table), r.WriteErrors(&errors), r.WriteJSON(&asJSON)} {
		if write != nil {
			t.Fatal(write)
		}
	}
	for _, line := range strings.Split(table.String(), "\n") {
		if len([]rune(line)) > 80 {
			t.Errorf("wider than 80 columns: %q", line)
		}
	}
	sameAsGolden(t, "testdata/report/table.golden", table.Bytes())
	sameAsGolden(t, "testdata/report/errors.golden", errors.Bytes())
	sameAsGolden(t, "testdata/report/report.golden", asJSON.Bytes())
}

func sameAsGolden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; run go test -update and read the diff. Got:\n%s", path, got)
	}
}

func TestJSONHasTheAgreedKeys(t *testing.T) {
	r, err := Gold("testdata/report", func() Code { return fake })
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := r.WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	var got map[string]json.RawMessage
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	for _, key := range strings.Fields("precision recall f1 f1_aux f1_date type_f1 aux_accuracy must must_found never beyond") {
		if got[key] == nil {
			t.Errorf("no key %q", key)
		}
	}
	for _, kind := range strings.Fields("statements mechanisms conditions watch assessments") {
		var of map[string]float64
		if err := json.Unmarshal(got[kind], &of); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
		for _, key := range []string{"precision", "recall", "f1"} {
			if _, ok := of[key]; !ok {
				t.Errorf("%s has no key %q", kind, key)
			}
		}
		if _, ok := of["speaker_f1"]; ok != (kind == "statements") {
			t.Errorf("%s: speaker_f1 %v", kind, ok)
		}
	}
}
