package eval

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"entente/record"
)

// QuoteReport is what a set of texts with annotated attributions came to.
type QuoteReport struct {
	Articles []*QuoteScore
}

// QuoteMiss is one attribution that came out otherwise than annotated. Cause is
// "missed", "false", "source" (the content is found, another source with it),
// "speaker" (of a direct quotation) or "in part" (of words quoted in part);
// Cue its words of saying.
type QuoteMiss struct {
	Cause, Cue string
	Miss
}

// total adds up the articles whose place in the folder, from 0, has the given
// remainder by two; all for −1.
func (r *QuoteReport) total(half int) *QuoteFigures {
	total := &QuoteFigures{}
	for i, a := range r.Articles {
		if half < 0 || i%2 == half {
			total.add(&a.QuoteFigures)
		}
	}
	return total
}

// Write prints the totals, those of either half of the articles, and the cues
// that went wrong most often.
func (r *QuoteReport) Write(w io.Writer) error {
	b := bufio.NewWriter(w)
	f := r.total(-1)
	fmt.Fprintf(b, "%-12s %20s %20s\n", "", "overlapping", "exact")
	fmt.Fprintf(b, "%-12s %6s %6s %6s %6s %6s %6s %6s %6s\n", "", "prec.", "recall", "F1", "prec.", "recall", "F1", "gold", "found")
	for _, row := range []struct {
		name         string
		loose, exact Tally
	}{{"source", f.Source, f.ExactSource}, {"cue", f.Cue, f.ExactCue}, {"content", f.Content, f.ExactContent}} {
		l, e := row.loose, row.exact
		fmt.Fprintf(b, "%-12s %6.3f %6.3f %6.3f %6.3f %6.3f %6.3f %6d %6d\n", row.name,
			l.Precision(), l.Recall(), l.F1(), e.Precision(), e.Recall(), e.F1(), l.Gold, l.Found)
	}
	fmt.Fprintf(b, "%-12s %6.3f %6.3f %6.3f %20s %6d %6d\n\n", "both in one", f.Linked.Precision(), f.Linked.Recall(), f.Linked.F1(), "", f.Linked.Gold, f.Linked.Found)
	fmt.Fprintf(b, "speaker of direct quotations  %.3f (%d of %d; %d not found)\n", f.Speaker.Value(), f.Speaker.Right, f.Speaker.Of, f.Found.Of-f.Found.Right)
	fmt.Fprintf(b, "  where quoted in part, too   %.3f (%d of %d)\n", f.InPart.Value(), f.InPart.Right, f.InPart.Of)
	for half, name := range []string{"1st, 3rd, …", "2nd, 4th, …"} {
		if f := r.total(half); f.Source.Gold > 0 {
			fmt.Fprintf(b, "%s article: source %.3f  content %.3f  speaker %.3f\n", name, f.Source.F1(), f.Content.F1(), f.Speaker.Value())
		}
	}
	r.writeWorst(b)
	return b.Flush()
}

// writeWorst prints for each cause how often it occurs, and with which cues.
func (r *QuoteReport) writeWorst(b *bufio.Writer) {
	count := map[string]map[string]int{}
	for _, a := range r.Articles {
		for _, m := range a.Misses {
			if count[m.Cause] == nil {
				count[m.Cause] = map[string]int{}
			}
			count[m.Cause][cmp.Or(strings.ToLower(m.Cue), "no cue")]++
		}
	}
	for _, cause := range []string{"missed", "false", "source", "speaker", "in part"} {
		cues, all := []string{}, 0
		for cue, n := range count[cause] {
			cues, all = append(cues, cue), all+n
		}
		if all == 0 {
			continue
		}
		slices.SortFunc(cues, func(x, y string) int {
			return cmp.Or(cmp.Compare(count[cause][y], count[cause][x]), strings.Compare(x, y))
		})
		fmt.Fprintf(b, "%s%5d %-8s", map[bool]string{true: "\n"}[cause == "missed"], all, cause)
		for _, cue := range cues[:min(len(cues), 5)] {
			fmt.Fprintf(b, " %q %d", cue, count[cause][cue])
		}
		b.WriteByte('\n')
	}
}

// WriteErrors lists every miss with what was found instead.
func (r *QuoteReport) WriteErrors(w io.Writer) error {
	var all []Miss
	for _, a := range r.Articles {
		for _, m := range a.Misses {
			all = append(all, m.Miss)
		}
	}
	return writeMisses(w, all)
}

// misses lists what one article lacks or has beyond the annotation.
func (t *quoteTable) misses(name string) []QuoteMiss {
	var out []QuoteMiss
	for i := range t.gold {
		g := &t.gold[i]
		with, linked := -1, false
		for j := range t.found {
			if f := &t.found[j]; overlapping(g.content, f.content) {
				with = j
				linked = linked || len(g.source) == 0 || overlapping(g.source, f.source)
			}
		}
		switch gold := "source " + t.words(g.source) + " | cue " + t.words(g.cue) + " | content " + t.words(g.content); {
		case with < 0:
			out = append(out, QuoteMiss{"missed", t.words(g.cue), t.miss(name, g, "missed "+gold, "nothing")})
		case !linked:
			out = append(out, QuoteMiss{"source", t.words(g.cue), t.miss(name, g, "source "+gold, t.words(t.found[with].source)+" | "+t.words(t.found[with].cue))})
		}
	}
	for j := range t.found {
		f := &t.found[j]
		fits := false
		for i := range t.gold {
			fits = fits || overlapping(t.gold[i].content, f.content) && (len(f.source) == 0 || overlapping(t.gold[i].source, f.source))
		}
		if !fits {
			out = append(out, QuoteMiss{"false", t.words(f.cue), t.miss(name, f, "nothing", "false source "+t.words(f.source)+" | cue "+t.words(f.cue)+" | content "+t.words(f.content))})
		}
	}
	return out
}

// miss shows an attribution in the words around it.
func (t *quoteTable) miss(name string, a *attributed, gold, found string) Miss {
	start, end := len(t.text), 0
	for _, spans := range [][]record.Span{a.source, a.cue, a.content} {
		for _, s := range spans {
			start, end = min(start, s.Start), max(end, s.End)
		}
	}
	from := strings.LastIndexAny(t.text[:min(start, end)], ".\n") + 1
	to := end + strings.IndexAny(t.text[end:]+"\n", ".\n")
	return Miss{ID: fmt.Sprintf("%s:%d", name, a.id), Gold: gold, Found: found, Words: t.text[from:min(to, len(t.text))]}
}

// words are the words of spans.
func (t *quoteTable) words(spans []record.Span) string {
	var b strings.Builder
	for i, s := range spans {
		if i > 0 {
			b.WriteString(" … ")
		}
		b.WriteString(strings.Join(strings.Fields(t.text[s.Start:s.End]), " "))
	}
	return b.String()
}

type jsonQuotes struct {
	SourceF1         float64            `json:"source_f1"`
	SourceExactF1    float64            `json:"source_exact_f1"`
	CueF1            float64            `json:"cue_f1"`
	CueExactF1       float64            `json:"cue_exact_f1"`
	ContentF1        float64            `json:"content_f1"`
	ContentExactF1   float64            `json:"content_exact_f1"`
	AttributionF1    float64            `json:"attribution_f1"`
	SpeakerAccuracy  float64            `json:"speaker_accuracy"`
	SpeakerFound     float64            `json:"speaker_found_accuracy"`
	QuotedInPart     float64            `json:"speaker_accuracy_quoted_in_part"`
	DirectQuotations int                `json:"direct_quotations"`
	DirectFound      int                `json:"direct_quotations_found"`
	Source           jsonTally          `json:"source"`
	SourceExact      jsonTally          `json:"source_exact"`
	Cue              jsonTally          `json:"cue"`
	CueExact         jsonTally          `json:"cue_exact"`
	Content          jsonTally          `json:"content"`
	ContentExact     jsonTally          `json:"content_exact"`
	Attribution      jsonTally          `json:"attribution"`
	Halves           []jsonQuotesOfHalf `json:"halves"`
}

type jsonQuotesOfHalf struct {
	SourceF1        float64 `json:"source_f1"`
	ContentF1       float64 `json:"content_f1"`
	SpeakerAccuracy float64 `json:"speaker_accuracy"`
}

// WriteJSON prints the totals as one object, and three figures of each half of
// the articles: those at even places of the folder, counted from 0, then the others.
func (r *QuoteReport) WriteJSON(w io.Writer) error {
	f := r.total(-1)
	out := jsonQuotes{
		SourceF1: round(f.Source.F1()), SourceExactF1: round(f.ExactSource.F1()),
		CueF1: round(f.Cue.F1()), CueExactF1: round(f.ExactCue.F1()),
		ContentF1: round(f.Content.F1()), ContentExactF1: round(f.ExactContent.F1()),
		AttributionF1:   round(f.Linked.F1()),
		SpeakerAccuracy: round(f.Speaker.Value()), QuotedInPart: round(f.InPart.Value()),
		SpeakerFound:     round(Share{f.Speaker.Right, f.Found.Right}.Value()),
		DirectQuotations: f.Found.Of, DirectFound: f.Found.Right,
		Source: tallyJSON(f.Source), SourceExact: tallyJSON(f.ExactSource),
		Cue: tallyJSON(f.Cue), CueExact: tallyJSON(f.ExactCue),
		Content: tallyJSON(f.Content), ContentExact: tallyJSON(f.ExactContent),
		Attribution: tallyJSON(f.Linked),
	}
	for half := range 2 {
		f := r.total(half)
		out.Halves = append(out.Halves, jsonQuotesOfHalf{round(f.Source.F1()), round(f.Content.F1()), round(f.Speaker.Value())})
	}
	return writeObject(w, out)
}
