package coder

import (
	"strings"

	"entente/atlas"
	"entente/syntax"
)

// sentence is one parsed sentence with indexes into its tree.
type sentence struct {
	index      int
	start, end int // bytes in the article's text
	toks       []syntax.Token
	title      bool
	paragraph  int
	first      []int32 // kids of i are kid[first[i]:first[i+1]]
	kid        []int32
	lo, hi     []int32 // yield of the subtree under i
	covering   []int32 // index into document.mentions of the mention over the token, −1
	quoted     []bool  // within quotation marks
	times      []timeRef
	matches    []atlas.Match // names in it
}

// newSentence indexes the tree of one sentence.
func newSentence(index int, s syntax.Sentence) *sentence {
	n := len(s.Tokens)
	ints := make([]int32, 5*n+1)
	cut := func(k int) []int32 {
		part := ints[:k:k]
		ints = ints[k:]
		return part
	}
	out := &sentence{index: index, start: s.Start, end: s.End, toks: s.Tokens,
		first: cut(n + 1), kid: cut(n), lo: cut(n), hi: cut(n), covering: cut(n), quoted: make([]bool, n)}
	for i := range out.covering {
		out.covering[i] = -1
	}
	out.reindex()
	return out
}

// reindex rebuilds kids and yields after the tree has changed.
func (s *sentence) reindex() {
	n := len(s.toks)
	clear(s.first)
	for i := range s.toks {
		s.lo[i], s.hi[i] = int32(i), int32(i)
		if h := s.toks[i].Head; h >= 0 {
			s.first[h+1]++
		}
	}
	for i := 0; i < n; i++ {
		s.first[i+1] += s.first[i]
	}
	for i := n - 1; i >= 0; i-- { // fill each bucket from its end, keeping left to right
		if h := s.toks[i].Head; h >= 0 {
			s.first[h+1]--
			s.kid[s.first[h+1]] = int32(i)
		}
	}
	// every bucket's end has moved to its start: shift the bounds back
	for h := 0; h < n; h++ {
		s.first[h] = s.first[h+1]
	}
	total := int32(0)
	for i := range s.toks {
		if s.toks[i].Head >= 0 {
			total++
		}
	}
	s.first[n] = total
	for i := range s.toks { // widen every ancestor; trees are shallow
		for h, steps := s.toks[i].Head, 0; h >= 0 && steps < n; h, steps = s.toks[h].Head, steps+1 {
			s.lo[h], s.hi[h] = min(s.lo[h], int32(i)), max(s.hi[h], int32(i))
		}
	}
}

// kids gives the dependents of token i, left to right.
func (s *sentence) kids(i int) []int32 { return s.kid[s.first[i]:s.first[i+1]] }

// relIs reports whether the token's relation is one of the given, subtypes
// included: "obl" covers "obl:tmod".
func (s *sentence) relIs(i int, rels ...string) bool {
	rel := s.toks[i].Rel
	for _, r := range rels {
		if rel == r || len(rel) > len(r) && rel[len(r)] == ':' && rel[:len(r)] == r {
			return true
		}
	}
	return false
}

// child gives the first dependent of i with one of the relations, −1 if none.
func (s *sentence) child(i int, rels ...string) int {
	for _, k := range s.kids(i) {
		if s.relIs(int(k), rels...) {
			return int(k)
		}
	}
	return -1
}

// hasLemma reports whether a direct dependent of i has one of the lemmas.
func (s *sentence) hasLemma(i int, lemmas ...string) int {
	for _, k := range s.kids(i) {
		for _, l := range lemmas {
			if s.toks[k].Lemma == l {
				return int(k)
			}
		}
	}
	return -1
}

// inSubtree reports whether token i stands under top (or is it).
func (s *sentence) inSubtree(i, top int) bool {
	for steps := 0; i >= 0 && steps <= len(s.toks); i, steps = s.toks[i].Head, steps+1 {
		if i == top {
			return true
		}
	}
	return false
}

// distance counts the arcs between two tokens of the tree.
func (s *sentence) distance(a, b int) int {
	depth := func(i int) int {
		d := 0
		for s.toks[i].Head >= 0 && d <= len(s.toks) {
			i = s.toks[i].Head
			d++
		}
		return d
	}
	da, db, d := depth(a), depth(b), 0
	for a != b && d <= 2*len(s.toks) {
		if da >= db {
			if s.toks[a].Head < 0 {
				break
			}
			a, da = s.toks[a].Head, da-1
		} else {
			b, db = s.toks[b].Head, db-1
		}
		d++
	}
	return d
}

// preposition gives the case marking of a phrase, several words joined by a
// space and lower-cased: "of", "out of", "because of"; "" for a bare phrase.
func (s *sentence) preposition(i int) string {
	prep := ""
	for _, k := range s.kids(i) {
		if int(k) > i {
			break
		}
		if s.toks[k].Rel != "case" || s.toks[k].UPOS == "PART" {
			continue
		}
		word := strings.ToLower(s.toks[k].Form)
		for _, f := range s.kids(int(k)) {
			if s.toks[f].Rel == "fixed" {
				word += " " + strings.ToLower(s.toks[f].Form)
			}
		}
		if prep != "" {
			prep += " "
		}
		prep += word
	}
	return prep
}

func (s *sentence) isVerb(i int) bool { return s.toks[i].UPOS == "VERB" }

func (s *sentence) isNominal(i int) bool {
	switch s.toks[i].UPOS {
	case "NOUN", "PROPN", "PRON", "NUM":
		return true
	}
	return false
}

// governor climbs from a token to the verb (or copular predicate) whose
// clause it stands in, −1 if there is none.
func (s *sentence) governor(i int) int {
	for steps := 0; i >= 0 && steps <= len(s.toks); i, steps = s.toks[i].Head, steps+1 {
		if s.isVerb(i) || s.child(i, "cop") >= 0 {
			return i
		}
	}
	return -1
}
