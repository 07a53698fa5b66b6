package coder_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"entente/article"
	"entente/record"
)

// lively is an article with something for every stage of the coder.
const lively = `OTTAWA: Canadian Foreign Minister Stephane Dion met his Mexican counterpart, Claudia Ruiz Massieu, on Tuesday and agreed to lift the visa requirement. "We are old friends," Dion said.

Mexico had threatened to recall its ambassador unless Canada acts by December. Relations between the two countries have been strained since 2009, when Ottawa imposed visas.

The two ministers plan to hold the next round of the annual strategic dialogue in Mexico City in March.`

func TestTheSameArticleGivesTheSameBytes(t *testing.T) {
	a := articleOf("Canada, Mexico agree on visas", lively)
	want := marshal(t, newCoder(t).Code(a))
	one := newCoder(t)
	one.Code(articleOf("", "Peru met Chile in Lima on Monday. They signed a treaty."))
	for range 3 {
		if got := marshal(t, one.Code(a)); !bytes.Equal(got, want) {
			t.Fatalf("a coder that has coded before gives\n%s\na new one\n%s", got, want)
		}
	}
	var wg sync.WaitGroup
	results := make([][]byte, 4)
	for i := range results {
		c := newCoder(t)
		wg.Go(func() {
			for range 3 {
				results[i], _ = json.Marshal(c.Code(a))
			}
		})
	}
	wg.Wait()
	for i, got := range results {
		if !bytes.Equal(got, want) {
			t.Errorf("coder %d of those running together gives other bytes", i)
		}
	}
}

// patience is how long the coder may take over a text made to hold it up.
const patience = 10 * time.Second

func TestTextsMadeToHoldTheCoderUpDont(t *testing.T) {
	if testing.Short() {
		t.Skip("codes texts of 100,000 tokens")
	}
	c := newCoder(t)
	for _, h := range []struct{ name, text string }{
		{"100,000 words without a full stop", strings.Repeat("Russia attacked Ukraine and ", 25_000)},
		{"100,000 words and not one verb", strings.Repeat("talks between Russia ", 33_334)},
		{"names joined by commas", strings.Repeat("France, ", 50_000)},
		{"50,000 quotation marks", strings.Repeat(`"`, 50_000)},
		{"quotation marks around words", strings.Repeat(`"said" `, 25_000)},
		{"open quotation marks", strings.Repeat("“", 50_000)},
		{"relative clauses in one another", strings.Repeat("Russia, which accused Ukraine, ", 10_000)},
		{"one pronoun after another", strings.Repeat("He said that they met him. ", 10_000)},
		{"10,000 acts of the same two", strings.Repeat("Russia attacked Ukraine on Monday. ", 10_000)},
		{"10,000 short paragraphs", strings.Repeat("Peru met Chile.\n\n", 10_000)},
		{"dates", strings.Repeat("on Monday, April 13, 2015, ", 10_000)},
		{"one word of a million letters", strings.Repeat("a", 1_000_000)},
		{"invalid UTF-8", strings.Repeat("Russia \xff\xfe\xc3( attacked \x80Ukraine. ", 2_000)},
		{"NULs", strings.Repeat("Russia\x00 attacked \x00\x00Ukraine.\x00 ", 2_000)},
		{"blank lines", strings.Repeat("\n", 100_000)},
		{"brackets", strings.Repeat("(((", 20_000) + "Russia attacked Ukraine" + strings.Repeat(")))", 20_000)},
		{"nothing", ""},
	} {
		t.Run(h.name, func(t *testing.T) {
			begin := time.Now()
			rec := c.Code(articleOf("", h.text))
			if took := time.Since(begin); took > patience {
				t.Errorf("took %v, want at most %v", took, patience)
			} else {
				t.Logf("%v, %d events", took.Round(time.Millisecond), len(rec.Events))
			}
			if err := checkRecord(rec); err != nil {
				t.Error(err)
			}
		})
	}
}

// FuzzCode gives the coder arbitrary texts: it may find what it likes, but
// must come back with a record whose offsets lie inside the text.
func FuzzCode(f *testing.F) {
	c := newCoder(f)
	f.Add("Canada, Mexico agree on visas", lively)
	f.Add("", "Russia attacked Ukraine.")
	f.Add("", `"We “will” meet," he said. "They`)
	f.Add("\n\n", "\x00\xff\n\n\n\n\"")
	f.Add("U.S., Japan: talks -- if", "If and only if, unless")
	f.Fuzz(func(t *testing.T, title, body string) {
		if len(title)+len(body) > 20_000 {
			t.Skip("long texts have a test of their own")
		}
		if err := checkRecord(c.Code(articleOf(title, body))); err != nil {
			t.Errorf("%v\ntitle %q\nbody %q", err, title, body)
		}
	})
}

// checkRecord tells the first thing in a record that can't be.
func checkRecord(rec *record.Record) error {
	n := len(rec.Article.Text)
	span := func(what string, start, end int) error {
		if start < 0 || end < start || end > n {
			return fmt.Errorf("%s at %d–%d of a text of %d bytes", what, start, end, n)
		}
		return nil
	}
	var faults []error
	fault := func(err error) {
		if err != nil {
			faults = append(faults, err)
		}
	}
	sentence := func(what string, i int) {
		if i < 0 || i >= len(rec.Sentences) {
			fault(fmt.Errorf("%s in sentence %d of %d", what, i, len(rec.Sentences)))
		}
	}
	participants := func(what string, list []record.Participant) {
		for _, p := range list {
			if p.ID == "" {
				fault(fmt.Errorf("%s: a participant without id", what))
			}
			fault(span(what+": participant "+p.ID, p.Start, p.End))
		}
	}
	for i, s := range rec.Sentences {
		fault(span(fmt.Sprintf("sentence %d", i), s.Start, s.End))
	}
	for _, e := range rec.Events {
		if len(e.Actors) == 0 {
			fault(fmt.Errorf("event %s: no actor", e.ID))
		}
		if e.Date != nil && e.Date.From > e.Date.To {
			fault(fmt.Errorf("event %s: from %s to %s", e.ID, e.Date.From, e.Date.To))
		}
		participants("event "+e.ID, e.Actors)
		participants("event "+e.ID, e.Recipients)
		sentence("event "+e.ID, e.Sentence)
		fault(span("event "+e.ID, e.Trigger.Start, e.Trigger.End))
		for _, ev := range e.Evidence {
			sentence("evidence of "+e.ID, ev.Sentence)
			fault(span("evidence of "+e.ID, ev.Start, ev.End))
		}
	}
	for i, s := range rec.Statements {
		what := fmt.Sprintf("statement %d", i)
		fault(span(what, s.Start, s.End))
		participants(what, []record.Participant{s.Speaker})
		sentence(what, s.Sentence)
	}
	for i, m := range rec.Mechanisms {
		sentence(fmt.Sprintf("mechanism %d", i), m.Sentence)
	}
	for i, c := range rec.Conditions {
		sentence(fmt.Sprintf("condition %d", i), c.Sentence)
	}
	for i, w := range rec.Watch {
		what := fmt.Sprintf("watch item %d", i)
		sentence(what, w.Sentence)
		participants(what, w.Actors)
		participants(what, w.Recipients)
	}
	for i, a := range rec.Assessments {
		sentence(fmt.Sprintf("assessment %d", i), a.Sentence)
	}
	raw, err := json.Marshal(rec)
	if err != nil {
		fault(err)
	} else if !json.Valid(raw) || !utf8.Valid(raw) {
		fault(errors.New("the record is no valid JSON"))
	}
	return errors.Join(faults...)
}

func marshal(t *testing.T, rec *record.Record) []byte {
	t.Helper()
	raw, err := json.Marshal(rec)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// BenchmarkCode codes one article, text to record, on one core.
func BenchmarkCode(b *testing.B) {
	c := newCoder(b)
	a := articleOf("Canada, Mexico agree on visas", lively)
	a.Published = article.Time{Time: time.Date(2015, 12, 2, 0, 0, 0, 0, time.UTC)}
	sentences := len(c.Code(a).Sentences)
	b.ReportAllocs()
	for b.Loop() {
		c.Code(a)
	}
	b.ReportMetric(float64(sentences*b.N)/b.Elapsed().Seconds(), "sentences/s")
}
