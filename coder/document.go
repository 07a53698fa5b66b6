package coder

import (
	"strings"
	"time"

	"entente/article"
	"entente/atlas"
	"entente/calendar"
	"entente/coder/lexicon"
	"entente/syntax"
)

// document is one article on its way to a record: what every stage adds to.
type document struct {
	art       *article.Article
	atlas     *atlas.Atlas
	lex       *lexicon.Lexicon
	know      *Knowledge
	sents     []*sentence
	titles    int // sentences of the title, which come first
	mentions  []*mention
	people    *people
	given     []*party // the participants that the article marks, by their place in its list
	states    []string // see statesNamed; nil: not looked for yet
	focus     []focusSet
	counts    map[string]int     // mentions so far, by side
	words     map[string]bool    // lower-case words of the text, for ambiguous names
	published time.Time          // zero: unknown
	reference *calendar.Interval // last time spoken of
	quotes    []quotation
	heard     *hearing // what was said, once it has been listened to
	events    []*event
	meetings  []*event          // everything that was a meeting before operators changed it
	rejected  []*event          // kept for explain
	pairs     map[[2]string]int // how much sentences name two sides together, see storyPair; nil: not counted yet
	trace     bool              // keep the reasons, for explain

	describing bool // keep pairs for training in place of joining them
	described  []*Described
}

// timeRef is a time expression with the tokens it covers.
type timeRef struct {
	expr        calendar.Expression
	first, last int
}

// newDocument reads text, trees and the names found in them into sentences.
func newDocument(art *article.Article, trees []syntax.Sentence, names [][]atlas.Match, k *Knowledge) *document {
	d := &document{art: art, atlas: k.Atlas, lex: k.Lexicon, know: k, published: art.Published.Time, words: map[string]bool{}, counts: map[string]int{}, people: newPeople(), given: make([]*party, len(art.Given))}
	paragraph := 0
	for i, tree := range trees {
		if i > 0 && strings.Contains(art.Text[trees[i-1].End:tree.Start], "\n\n") {
			paragraph++
		}
		d.mendLemmas(tree.Tokens)
		s := newSentence(i, tree)
		s.matches = names[i]
		s.title = tree.End <= art.BodyStart
		if s.title {
			d.titles++
		}
		s.paragraph = paragraph
		d.sents = append(d.sents, s)
		for j := range tree.Tokens {
			d.words[strings.ToLower(tree.Tokens[j].Form)] = true
		}
	}
	d.placeTimes()
	d.quotes = findQuotations(art.Text, art.BodyStart)
	d.markQuoted()
	return d
}

// placeTimes finds the time expressions of the text and gives each to the
// sentence and tokens it stands in.
func (d *document) placeTimes() {
	exprs := calendar.Find(d.art.Text)
	next := 0
	for _, s := range d.sents {
		for next < len(exprs) && exprs[next].Start < s.start {
			next++
		}
		for next < len(exprs) && exprs[next].Start < s.end {
			t := timeRef{expr: exprs[next], first: -1}
			for i := range s.toks {
				if s.toks[i].End > t.expr.Start && s.toks[i].Start < t.expr.End {
					if t.first < 0 {
						t.first = i
					}
					t.last = i
				}
			}
			if t.first >= 0 {
				s.times = append(s.times, t)
			}
			next++
		}
	}
}

// markQuoted notes which tokens stand within quotation marks.
func (d *document) markQuoted() {
	next := 0
	for _, s := range d.sents {
		for next > 0 && d.quotes[next-1].end > s.start {
			next--
		}
		for next < len(d.quotes) && d.quotes[next].end <= s.start {
			next++
		}
		for q := next; q < len(d.quotes) && d.quotes[q].start < s.end; q++ {
			for i := range s.toks {
				if s.toks[i].Start >= d.quotes[q].start && s.toks[i].End <= d.quotes[q].end {
					s.quoted[i] = true
				}
			}
		}
	}
}

// has tells whether a lower-case word stands in the article.
func (d *document) has(word string) bool { return d.words[word] }

// slice is the text under a run of tokens.
func (d *document) slice(s *sentence, first, last int) string {
	return d.art.Text[s.toks[first].Start:s.toks[last].End]
}
