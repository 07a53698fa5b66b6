package syntax

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"entente/syntax/conllu"
)

// Evaluate runs the model over a treebank, on gold tokens and on raw text.
// Sentences with gold tokens are analysed on all processor cores; the speed is
// that of one, measured when the others are done.
func Evaluate(m *Model, mode Mode, bank []conllu.Sentence) *Report {
	r := &Report{Sentences: len(bank)}
	r.onTokens(bank, analyzeAll(m, mode, bank))
	r.onText(m.NewAnalyzer(mode), bank)
	return r
}

// analyzeAll analyses the gold tokens of every sentence, in the bank's order.
func analyzeAll(m *Model, mode Mode, bank []conllu.Sentence) [][]Token {
	trees := make([][]Token, len(bank))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(bank)) {
		workers.Go(func() {
			a := m.NewAnalyzer(mode)
			for i := int(next.Add(1)) - 1; i < len(bank); i = int(next.Add(1)) - 1 {
				forms := make([]string, len(bank[i].Words))
				for j, w := range bank[i].Words {
					forms[j] = w.Form
				}
				trees[i] = a.AnalyzeTokens(forms).Tokens
			}
		})
	}
	workers.Wait()
	return trees
}

// tally counts one relation.
type tally struct{ gold, predicted, right int }

func (r *Report) onTokens(bank []conllu.Sentence, trees [][]Token) {
	var upos, xpos, lemma, heads, arcs, plain, plainHeads, plainArcs int
	tallies := map[string]*tally{}
	for _, name := range reported {
		tallies[name] = &tally{}
	}
	for i := range bank {
		gold := bank[i].Words
		for j, t := range trees[i] {
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
			if !arc {
				r.Errors = append(r.Errors, Error{Sentence: bank[i].ID, Word: j + 1, Form: w.Form,
					Gold: arcTo(gold, w.Head, w.Rel), Found: arcTo(gold, t.Head, t.Rel), Text: bank[i].Text})
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

// arcTo shows a relation with its governor: "nsubj of agreed (2)".
func arcTo(words []conllu.Word, head int, rel string) string {
	if head < 0 {
		return rel
	}
	return fmt.Sprintf("%s of %s (%d)", rel, words[head].Form, head+1)
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
