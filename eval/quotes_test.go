package eval

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/article"
	"entente/coder"
	"entente/record"
	"entente/syntax"
)

// quoteText holds three attributions: a direct quotation by name, one by a
// pronoun, a reported clause.
const (
	quoteText = "Fence stays\nAna Ruiz spoke. \"We keep it,\" Ruiz said.\n\"All of it,\" she added. Moe thinks that it is ugly.\n"
	quoteGold = "T1\tSource 42 46\tRuiz\nT2\tCue 47 51\tsaid\nT3\tContent 28 41\t\"We keep it,\"\nE1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n" +
		"T4\tSource 66 69\tshe\nT5\tCue 70 75\tadded\nT6\tContent 53 65\t\"All of it,\"\nE2\tAttribution:T5 Source:T4 Cue:T5 Content:T6\n" +
		"T7\tSource 77 80\tMoe\nT8\tCue 81 87\tthinks\nT9\tContent 88 103\tthat it is ugly\nE3\tAttribution:T8 Source:T7 Cue:T8 Content:T9\n"
)

// spanOf finds words in a text.
func spanOf(t *testing.T, text, words string) record.Span {
	t.Helper()
	at := strings.Index(text, words)
	if at < 0 {
		t.Fatalf("%q is not in %q", words, text)
	}
	return record.Span{Start: at, End: at + len(words)}
}

func TestQuoteFiguresCountWhatOverlapsAndWhatIsTheSame(t *testing.T) {
	a, starts := layOut(quoteText)
	gold, err := ReadBrat(quoteGold, starts)
	if err != nil {
		t.Fatal(err)
	}
	type found struct{ source, speaker, cue, content string }
	for _, c := range []struct {
		name                                 string
		found                                []found
		source, exact, content, cue, speaker float64
	}{
		{"everything", []found{{"Ruiz", "", "said", "We keep it"}, {"she", "", "added", "All of it"}, {"Moe", "", "thinks", "that it is ugly"}}, 1, 1, 1, 1, 1},
		{"nothing", nil, 0, 0, 0, 0, 0},
		{"marks and commas are no difference", []found{{"Ruiz", "", "said", "\"We keep it,\""}, {"she", "", "added", "All of it,"}, {"Moe", "", "thinks", "that it is ugly."}}, 1, 1, 1, 1, 1},
		{"less of the content", []found{{"Ruiz", "", "said", "keep it"}, {"she", "", "added", "All"}, {"Moe", "", "thinks", "it is ugly"}}, 1, 1, 1, 1, 1},
		{"the name for its pronoun", []found{{"Ruiz", "", "said", "We keep it"}, {"Ana Ruiz", "Ana Ruiz", "added", "All of it"}, {"Moe", "", "thinks", "it is ugly"}}, 2 * 2. / 6, 2 * 2. / 6, 1, 1, 1},
		{"another speaker", []found{{"Moe", "", "said", "We keep it"}, {"she", "", "added", "All of it"}}, .8, .8, .8, .8, .5},
		{"a quotation missed", []found{{"Ruiz", "", "said", "We keep it"}}, .5, .5, .5, .5, .5},
	} {
		rec := &record.Record{Article: record.Article{Text: a.Text}}
		for _, f := range c.found {
			source, cue := spanOf(t, a.Text, f.source), spanOf(t, a.Text, f.cue)
			if f.source == "Ruiz" {
				source = spanOf(t, a.Text, "Ruiz said")
				source.End -= len(" said")
			}
			out := record.Attribution{Source: &source, Cue: &cue, Content: []record.Span{spanOf(t, a.Text, f.content)}}
			if f.speaker != "" {
				out.Speaker = &f.speaker
			}
			rec.Attributions = append(rec.Attributions, out)
		}
		s := scoreQuotes(c.name, gold, rec)
		if c.found == nil { // precision of nothing is 1, F1 none the less 0
			c.speaker = 0
		}
		for _, figure := range []struct {
			name      string
			got, want float64
		}{{"source", s.Source.F1(), c.source}, {"exact source", s.ExactSource.F1(), c.exact}, {"content", s.Content.F1(), c.content}, {"cue", s.Cue.F1(), c.cue}, {"speaker", s.Speaker.Value(), c.speaker}} {
			if round(figure.got) != round(figure.want) {
				t.Errorf("%s: %s %.4f, want %.4f", c.name, figure.name, figure.got, figure.want)
			}
		}
		if s.Speaker.Of != 2 {
			t.Errorf("%s: %d direct quotations, want 2", c.name, s.Speaker.Of)
		}
	}
}

func TestQuoteReportsNameEveryMiss(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "text", "a.txt"), quoteText)
	write(t, filepath.Join(dir, "attributions", "a.ann"), quoteGold)
	report, err := Quotes(dir, func() Code {
		return func(a *article.Article) *record.Record { return &record.Record{Article: record.Article{Text: a.Text}} }
	})
	if err != nil {
		t.Fatal(err)
	}
	var table, errors, object bytes.Buffer
	if err := report.Write(&table); err != nil {
		t.Fatal(err)
	}
	if err := report.WriteErrors(&errors); err != nil {
		t.Fatal(err)
	}
	if err := report.WriteJSON(&object); err != nil {
		t.Fatal(err)
	}
	if want := "    3 missed   \"added\" 1 \"said\" 1 \"thinks\" 1"; !strings.Contains(table.String(), want) {
		t.Errorf("table lacks %q:\n%s", want, table.String())
	}
	if n := strings.Count(errors.String(), "== a:"); n != 5 { // three missed, two of them quotations without a speaker
		t.Errorf("%d misses, want 5:\n%s", n, errors.String())
	}
	var got map[string]any
	if err := json.Unmarshal(object.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"source_f1", "source_exact_f1", "cue_f1", "cue_exact_f1", "content_f1", "content_exact_f1", "speaker_accuracy", "direct_quotations", "halves"} {
		if _, ok := got[key]; !ok {
			t.Errorf("JSON lacks %s: %s", key, object.String())
		}
	}
}

func TestQuotesOfAFolderWithoutAnnotation(t *testing.T) {
	dir := t.TempDir()
	if _, err := Quotes(dir, nil); err == nil || !strings.Contains(err.Error(), "there are no texts") {
		t.Errorf("an empty folder: %v", err)
	}
	write(t, filepath.Join(dir, "text", "a.txt"), quoteText)
	if _, err := Quotes(dir, nil); err == nil || !strings.Contains(err.Error(), "a.txt has no annotation") {
		t.Errorf("a text alone: %v", err)
	}
	write(t, filepath.Join(dir, "attributions", "a.ann"), "T1\tSource 0 999\tx")
	if _, err := Quotes(dir, nil); err == nil || !strings.Contains(err.Error(), "a.ann: line 1") {
		t.Errorf("offsets of another text: %v", err)
	}
}

func TestQuotesOfPolNeARStayGood(t *testing.T) {
	const dir = "../../shared/data/quotes"
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("%s is absent: not tested", dir)
	}
	know, err := coder.Load()
	if err != nil {
		t.Fatal(err)
	}
	report, err := Quotes(dir, func() Code { return coder.New(know, syntax.Accurate).Code })
	if err != nil {
		t.Fatal(err)
	}
	f := report.total(-1)
	for _, c := range []struct {
		name       string
		got, least float64
	}{{"source", f.Source.F1(), .765}, {"content", f.Content.F1(), .81}, {"speaker", f.Speaker.Value(), .935}} {
		if c.got < c.least {
			t.Errorf("%s %.4f, want at least %.3f", c.name, c.got, c.least)
		}
	}
}
