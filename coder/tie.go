package coder

import (
	"sort"
	"strings"
)

// tieNouns are the words for the relation itself.
var tieNouns = map[string]bool{"tie": true, "relation": true, "relationship": true, "alliance": true, "friendship": true, "partnership": true,
	"bond": true, "trust": true, "rapport": true}

// tieParties gives whose tie a noun means: those of its "between" and "with"
// phrases, of its adjectives and possessor; where these name fewer than two,
// those of its clause, and else the pair that is spoken of there.
func (d *document) tieParties(s *sentence, noun int) []string {
	keys := d.namedAtTie(s, noun)
	if len(keys) < 2 {
		keys = d.completeTie(s, noun, keys)
	}
	if len(keys) > 2 { // "Athens and Ankara, NATO allies"
		states := keys[:0:0]
		for _, k := range keys {
			if !strings.HasPrefix(k, "IGO:") {
				states = append(states, k)
			}
		}
		if len(states) >= 2 {
			keys = states
		}
	}
	if len(keys) < 2 || len(keys) > 5 {
		return nil
	}
	sort.Strings(keys)
	return keys
}

// tieKey is the side that a participant of a tie stands for.
func tieKey(r ref) string {
	switch kind, _, _ := strings.Cut(r.id, ":"); kind {
	case "REB", "IMG", "IGO", "NGO", "GRP", "MNC":
		return r.key()
	}
	if r.country != "" && isAlpha3(r.country) {
		return r.country
	}
	return r.key()
}

func addTieKeys(keys []string, refs []ref) []string {
	for _, r := range refs {
		if k := tieKey(r); !r.unresolvable && k != "" && !contains(keys, k) {
			keys = append(keys, k)
		}
	}
	return keys
}

// namedAtTie reads the noun's own phrases: "between A and B", "with C", "to D",
// its possessor and its adjectives.
func (d *document) namedAtTie(s *sentence, noun int) []string {
	var keys []string
	for _, k := range s.kids(noun) {
		if int(k) < noun {
			continue
		}
		switch s.preposition(int(k)) {
		case "between", "with", "among", "to", "of":
			keys = d.groupAtTie(s, int(k), keys)
		}
	}
	if m := d.mentionAt(s, noun); m != nil {
		for _, p := range m.owners {
			keys = addTieKeys(keys, []ref{{party: p, m: m}})
		}
		if m.owner != nil && m.owner.kind == grouped {
			keys = d.groupAtTie(s, m.owner.head, keys)
		}
	}
	if m := d.mentionAt(s, noun-1); noun > 0 && m != nil && m.last == noun-1 && m.kind == named { // "Korea-Japan ties", however parsed
		keys = addTieKeys(keys, d.participants(s, m.head))
	}
	if len(keys) < 2 && d.ownedBySeveral(s, noun) {
		for i := noun - 1; i >= 0; i-- { // "their ties": who acts in the clause before
			if m := d.mentionAt(s, i); m != nil && len(m.parties) > 1 && m.head == i {
				return addTieKeys(nil, d.participants(s, i))
			}
		}
	}
	return keys
}

func (d *document) ownedBySeveral(s *sentence, noun int) bool {
	k := s.child(noun, "nmod:poss")
	return k >= 0 && (lower(s.toks[k].Form) == "their" || lower(s.toks[k].Form) == "our")
}

// groupAtTie adds those whom a phrase names. Of "the two neighbours" it takes
// the pair spoken of in the paragraphs around, for a tie is between those the
// story is about.
func (d *document) groupAtTie(s *sentence, token int, keys []string) []string {
	refs := d.participants(s, token)
	m := d.mentionAt(s, token)
	if m == nil || m.kind != grouped || len(s.conjuncts(token)) > 1 {
		return addTieKeys(keys, refs)
	}
	n := len(refs)
	if n == 0 {
		n = 2
	}
	if pair := d.pairAt(s, token, n, keys); pair != nil {
		return pair
	}
	return addTieKeys(keys, refs)
}

// completeTie finds the sides that the words at the noun leave out.
func (d *document) completeTie(s *sentence, noun int, keys []string) []string {
	v := s.governor(noun)
	if v >= 0 {
		for i := int(s.lo[v]); i <= int(s.hi[v]); i++ { // "the gravest quarrel between"
			if s.isNominal(i) && s.preposition(i) == "between" {
				if more := d.groupAtTie(s, i, append([]string(nil), keys...)); len(more) >= 2 {
					return more
				}
			}
		}
		if more := d.subjectsAtTie(s, v, noun, keys); len(more) >= 2 {
			return more
		}
	}
	if pair := d.pairAt(s, noun, 2, keys); pair != nil {
		return pair
	}
	return keys
}

// subjectsAtTie adds who acts in the clauses above: "France and Germany have
// close ties", "Russia restored ties with Georgia".
func (d *document) subjectsAtTie(s *sentence, v, noun int, keys []string) []string {
	for steps := 0; v >= 0 && steps < 3; steps++ {
		var subjects []ref
		for _, t := range d.clauseOf(s, v).subjects {
			if t != noun && !s.inSubtree(noun, t) {
				subjects = append(subjects, d.participants(s, t)...)
			}
		}
		if len(subjects) > 0 {
			if both := addTieKeys(append([]string(nil), keys...), subjects); len(both) == 2 || len(keys) == 0 && len(both) < 6 {
				return both
			}
			return keys
		}
		if s.toks[v].Head < 0 || s.relIs(v, "acl", "parataxis") {
			return keys
		}
		v = s.governor(s.toks[v].Head)
	}
	return keys
}

// pairAt gives the n sides spoken of together nearest to a token, which must
// include the known ones: coordinated before it, the only ones of its
// sentence, or those the story tells of most.
func (d *document) pairAt(s *sentence, token, n int, known []string) []string {
	best := -1
	for i := range d.focus {
		f := &d.focus[i]
		if f.weak || len(f.parties) != n || f.sent > s.index || f.sent == s.index && f.token >= token || s.title != d.sents[f.sent].title {
			continue
		}
		if s.paragraph-d.sents[f.sent].paragraph > 1 || !focusHolds(f, known) || len(focusKeys(f)) != n {
			continue
		}
		if best < 0 || f.sent > d.focus[best].sent || f.sent == d.focus[best].sent && f.token > d.focus[best].token {
			best = i
		}
	}
	same := d.statesOf(s)
	story := d.storyPair(known)
	switch {
	case best >= 0 && d.focus[best].sent == s.index:
		return focusKeys(&d.focus[best])
	case len(known) > 0 && best >= 0 && s.index-d.focus[best].sent <= 1:
		return focusKeys(&d.focus[best])
	case len(known) > 0 && n == 2 && len(story) == 2:
		return story
	case len(same) == n && containsAll(same, known):
		return same
	case best >= 0 && (n != 2 || s.index-d.focus[best].sent <= 1):
		return focusKeys(&d.focus[best])
	case n == 2 && len(story) == 2:
		return story
	case best >= 0:
		return focusKeys(&d.focus[best])
	}
	return nil
}

func focusHolds(f *focusSet, known []string) bool {
	for _, p := range f.parties {
		if p.unresolvable || p.id == "" {
			return false
		}
	}
	return containsAll(focusKeys(f), known)
}

func focusKeys(f *focusSet) []string {
	var keys []string
	for _, p := range f.parties {
		keys = addTieKeys(keys, []ref{{party: p}})
	}
	return keys
}

func containsAll(list, part []string) bool {
	for _, x := range part {
		if !contains(list, x) {
			return false
		}
	}
	return true
}

// statesOf gives the states and unions that a sentence names, in order.
func (d *document) statesOf(s *sentence) []string {
	var keys []string
	for i := range s.toks {
		m := d.mentionAt(s, i)
		if m == nil || m.head != i {
			continue
		}
		for _, p := range m.meant() {
			if k := tieKey(ref{party: p}); isAlpha3(k) && !contains(keys, k) {
				keys = append(keys, k)
			}
		}
	}
	return keys
}

// storyPair gives the two sides that most sentences name together, the
// headline counting for more; known ones must be among them.
func (d *document) storyPair(known []string) []string {
	if d.pairs == nil {
		d.countPairs()
	}
	const twoSentences = 4
	var best [2]string
	most := twoSentences - 1
	for pair, c := range d.pairs {
		if len(known) > 0 && !containsAll(pair[:], known) {
			continue
		}
		if c > most || c == most && pair[0]+pair[1] < best[0]+best[1] {
			best, most = pair, c
		}
	}
	if most < twoSentences {
		return nil
	}
	return best[:]
}

func (d *document) countPairs() {
	d.pairs = map[[2]string]int{}
	for _, s := range d.sents {
		keys := d.statesOf(s)
		if len(keys) > 5 {
			continue
		}
		worth := 2
		if s.title {
			worth = 5
		}
		for i, a := range keys {
			for _, b := range keys[i+1:] {
				d.pairs[[2]string{min(a, b), max(a, b)}] += worth
			}
		}
	}
}
