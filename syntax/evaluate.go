package syntax

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"entente/syntax/conllu"
)

// Report says how well and how fast an analyzer does on a treebank. Shares
// are between 0 and 1; the first figures take the treebank's own tokens,
// those under Raw take the bare text.
type Report struct {
	Sentences int `json:"sentences"`
	Words     int `json:"words"`

	UPOS  float64 `json:"upos"`
	XPOS  float64 `json:"xpos"`
	Lemma float64 `json:"lemma"`
	UAS   float64 `json:"uas"` // right governor, punctuation counted
	LAS   float64 `json:"las"` // right governor and relation

	UASNoPunct float64 `json:"uas_nopunct"`
	LASNoPunct float64 `json:"las_nopunct"`

	// Relations gives precision, recall and F1 of the relations that
	// coding of events lives on, governor included.
	Relations map[string]Found `json:"relations"`

	Raw RawReport `json:"raw"`

	// TokensPerSecond is measured on one core over the bare text:
	// splitting, tagging, parsing and lemmas together.
	TokensPerSecond float64 `json:"tokens_per_s"`
}

// Found is the accuracy of one relation.
type Found struct {
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
	Gold      int     `json:"gold"`
}

// RawReport gives F1 figures on text without gold tokens or sentences; a word
// counts if it covers the same bytes as a gold word.
type RawReport struct {
	Tokens    float64 `json:"tokens_f1"`
	Sentences float64 `json:"sentences_f1"`
	UPOS      float64 `json:"upos_f1"`
	UAS       float64 `json:"uas_f1"`
	LAS       float64 `json:"las_f1"`
}

// reported are the relations in a Report.
var reported = []string{"nsubj", "nsubj:pass", "obj", "obl", "conj", "ccomp", "xcomp", "appos"}

// Evaluate runs the analyzer over a treebank, on gold tokens and on raw text.
func Evaluate(a *Analyzer, bank []conllu.Sentence) *Report {
	r := &Report{Sentences: len(bank)}
	r.onTokens(a, bank)
	r.onText(a, bank)
	return r
}

// tally counts one relation.
type tally struct{ gold, predicted, right int }

func (r *Report) onTokens(a *Analyzer, bank []conllu.Sentence) {
	var upos, xpos, lemma, heads, arcs, plain, plainHeads, plainArcs int
	tallies := map[string]*tally{}
	for _, name := range reported {
		tallies[name] = &tally{}
	}
	for i := range bank {
		gold := bank[i].Words
		forms := make([]string, len(gold))
		for j, w := range gold {
			forms[j] = w.Form
		}
		for j, t := range a.AnalyzeTokens(forms).Tokens {
			w := gold[j]
			head := t.Head == w.Head
			arc := head && t.Rel == w.Rel
			r.Words++
			upos += one(t.UPOS == w.UPOS)
			xpos += one(t.XPOS == w.XPOS)
			lemma += one(t.Lemma == w.Lemma)
			heads += one(head)
			arcs += one(arc)
			if w.UPOS != "PUNCT" {
				plain++
				plainHeads += one(head)
				plainArcs += one(arc)
			}
			if c := tallies[w.Rel]; c != nil {
				c.gold++
				c.right += one(arc)
			}
			if c := tallies[t.Rel]; c != nil {
				c.predicted++
			}
		}
	}
	r.UPOS, r.XPOS, r.Lemma = share(upos, r.Words), share(xpos, r.Words), share(lemma, r.Words)
	r.UAS, r.LAS = share(heads, r.Words), share(arcs, r.Words)
	r.UASNoPunct, r.LASNoPunct = share(plainHeads, plain), share(plainArcs, plain)
	r.Relations = map[string]Found{}
	for name, c := range tallies {
		r.Relations[name] = Found{share(c.right, c.predicted), share(c.right, c.gold), f1(c.right, c.gold, c.predicted), c.gold}
	}
}

// position is a word's place in the raw text.
type position struct{ start, end int }

// timedRounds is how often the text is analysed to measure speed.
const timedRounds = 3

func (r *Report) onText(a *Analyzer, bank []conllu.Sentence) {
	text, starts := conllu.RawText(bank)
	var sentences []Sentence
	best := time.Duration(0)
	for range timedRounds {
		begun := time.Now()
		sentences = a.Analyze(text)
		if t := time.Since(begun); best == 0 || t < best {
			best = t
		}
	}
	gold := map[position]int{} // place → number of the word
	var words []conllu.Word
	var heads []position
	goldSentences := map[position]bool{}
	for i, s := range bank {
		at := func(w int) position {
			if w < 0 {
				return position{-1, -1}
			}
			return position{starts[i] + s.Words[w].Start, starts[i] + s.Words[w].End}
		}
		goldSentences[position{starts[i], starts[i] + len(s.Text)}] = true
		for j, w := range s.Words {
			gold[at(j)] = len(words)
			words = append(words, w)
			heads = append(heads, at(w.Head))
		}
	}
	var predicted, tokens, upos, uas, las, split int
	for _, s := range sentences {
		split += one(goldSentences[position{s.Start, s.End}])
		for _, t := range s.Tokens {
			predicted++
			n, ok := gold[position{t.Start, t.End}]
			if !ok {
				continue
			}
			head := position{-1, -1}
			if t.Head >= 0 {
				head = position{s.Tokens[t.Head].Start, s.Tokens[t.Head].End}
			}
			tokens++
			upos += one(t.UPOS == words[n].UPOS)
			uas += one(head == heads[n])
			las += one(head == heads[n] && t.Rel == words[n].Rel)
		}
	}
	r.TokensPerSecond = float64(predicted) / max(best.Seconds(), 1e-9)
	r.Raw = RawReport{
		Tokens:    f1(tokens, len(words), predicted),
		Sentences: f1(split, len(bank), len(sentences)),
		UPOS:      f1(upos, len(words), predicted),
		UAS:       f1(uas, len(words), predicted),
		LAS:       f1(las, len(words), predicted),
	}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

func f1(right, gold, predicted int) float64 { return share(2*right, gold+predicted) }

// String prints the report as a table.
func (r *Report) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d sentences, %d words, %.0f tokens a second\n\n", r.Sentences, r.Words, r.TokensPerSecond)
	fmt.Fprintf(&b, "%-12s %8s %8s\n", "percent", "gold", "raw text")
	row := func(name string, values ...float64) {
		fmt.Fprintf(&b, "%-12s", name)
		for _, v := range values {
			if v < 0 {
				fmt.Fprintf(&b, " %8s", "")
				continue
			}
			fmt.Fprintf(&b, " %8.2f", 100*v)
		}
		b.WriteByte('\n')
	}
	row("tokens", -1, r.Raw.Tokens)
	row("sentences", -1, r.Raw.Sentences)
	row("UPOS", r.UPOS, r.Raw.UPOS)
	row("XPOS", r.XPOS)
	row("lemma", r.Lemma)
	row("UAS", r.UAS, r.Raw.UAS)
	row("LAS", r.LAS, r.Raw.LAS)
	row("UAS words", r.UASNoPunct)
	row("LAS words", r.LASNoPunct)
	fmt.Fprintf(&b, "\n%-12s %8s %8s %8s %8s\n", "relation", "prec.", "recall", "F1", "number")
	for _, name := range slices.Sorted(slices.Values(reported)) {
		f := r.Relations[name]
		fmt.Fprintf(&b, "%-12s %8.2f %8.2f %8.2f %8d\n", name, 100*f.Precision, 100*f.Recall, 100*f.F1, f.Gold)
	}
	return b.String()
}
