package coder

import (
	"sort"
	"strings"

	"entente/coder/lexicon"
)

// assessSides reads a noun for the parties as they stand to one another:
// "Greece and Turkey are bitter rivals", "the old foes", "its closest ally".
func (a *assessor) assessSides(noun int, w lexicon.Assessment) {
	s := a.s
	if a.bygone(noun) || a.unreal(noun, true) {
		return
	}
	keys := a.sidesOf(noun)
	if len(keys) != 2 || !isAlpha3(keys[0]) || !isAlpha3(keys[1]) {
		return
	}
	sort.Strings(keys)
	for i := range a.out { // "arch-rivals" are rivals as well
		if o := &a.out[i]; o.Sentence == s.index && strings.Join(o.Parties, " ") == strings.Join(keys, " ") {
			return
		}
	}
	a.put(keys, noun, w.Level, w.Direction)
	_ = s
}

// sidesOf finds who stands to whom: subject and owner of a predicate, what the
// noun is in apposition to, or those whom the plural means.
func (a *assessor) sidesOf(noun int) []string {
	d, s := a.d, a.s
	var keys []string
	if s.child(noun, "cop") >= 0 || s.relIs(noun, "xcomp", "obl") && s.preposition(noun) == "as" {
		v := noun
		if s.child(noun, "cop") < 0 {
			v = s.toks[noun].Head
		}
		for _, t := range d.clauseOf(s, v).subjects {
			keys = addTieKeys(keys, a.bothAt(t))
		}
		return d.ownersAt(s, noun, keys)
	}
	if h := s.toks[noun].Head; h >= 0 && s.relIs(noun, "appos") {
		keys = d.ownersAt(s, noun, addTieKeys(nil, a.bothAt(h)))
		if len(keys) == 2 {
			return keys
		}
	}
	for _, k := range s.kids(noun) {
		if s.relIs(int(k), "appos") || int(k) > noun && s.relIs(int(k), "flat", "compound") {
			keys = addTieKeys(keys, d.participants(s, int(k)))
		}
	}
	if len(keys) == 0 && noun+1 < len(s.toks) && s.toks[noun+1].UPOS == "PROPN" { // "the old foes Greece and Turkey"
		if m := d.mentionAt(s, noun+1); m != nil {
			keys = addTieKeys(keys, d.participants(s, m.head))
		}
	}
	if keys = d.ownersAt(s, noun, keys); len(keys) > 0 {
		return keys
	}
	if s.plural(noun) && s.hasLemma(noun, "the", "two", "both", "these") >= 0 && s.lasting(noun) {
		for _, k := range s.kids(noun) {
			if int(k) > noun && s.relIs(int(k), "nmod") { // "enemies of the poor"
				return nil
			}
		}
		if refs := d.participants(s, noun); len(refs) == 2 {
			return addTieKeys(nil, refs)
		}
		return d.pairAt(s, noun, 2, nil)
	}
	return nil
}

// ownersAt adds whose foe or ally a noun means: "its", "Russia's", "of Cuba".
func (d *document) ownersAt(s *sentence, noun int, keys []string) []string {
	for _, k := range s.kids(noun) {
		k := int(k)
		if s.relIs(k, "nmod:poss") || k > noun && s.relIs(k, "nmod") && (s.preposition(k) == "of" || s.preposition(k) == "to") {
			keys = addTieKeys(keys, d.participants(s, k))
		}
	}
	return keys
}

// lasting: the words before a label assess, as plain "the rivals" does not.
func (s *sentence) lasting(noun int) bool {
	for k := max(0, noun-5); k < noun; k++ {
		switch lower(s.toks[k].Form) {
		case "bitter", "sworn", "historic", "historical", "longtime", "long", "traditional", "arch", "mortal", "armed", "estranged", "feuding",
			"quarrelling", "squabbling", "warring", "uneasy", "implacable", "fierce", "war", "close", "staunch", "deadly", "hereditary":
			return true
		}
	}
	return false
}

func (s *sentence) plural(i int) bool { return s.toks[i].XPOS == "NNS" || s.toks[i].XPOS == "NNPS" }

// bothAt gives the parties of a subject; of "the two" or "the neighbours" the
// pair that is spoken of.
func (a *assessor) bothAt(token int) []ref {
	d, s := a.d, a.s
	refs := d.participants(s, token)
	if len(refs) > 0 {
		return refs
	}
	t := &s.toks[token]
	if t.UPOS == "NUM" && t.Lemma == "two" || lower(t.Form) == "they" || lower(t.Form) == "both" || s.plural(token) && pairNouns[t.Lemma] {
		return a.pairRefs(token)
	}
	return nil
}

// pairNouns are plurals that may mean the two countries of the story.
var pairNouns = map[string]bool{"country": true, "neighbour": true, "neighbor": true, "side": true, "nation": true, "state": true, "ally": true,
	"rival": true, "foe": true, "enemy": true, "power": true, "capital": true, "adversary": true, "government": true, "partner": true, "two": true}

func (a *assessor) pairRefs(token int) []ref {
	var refs []ref
	for _, k := range a.d.pairAt(a.s, token, 2, nil) {
		refs = append(refs, ref{party: &party{id: k, country: k}})
	}
	return refs
}

// assessStand reads what is said of the parties themselves: "the two are at
// odds", "Greece has mended fences with Turkey".
func (a *assessor) assessStand(i int, w lexicon.Assessment) {
	d, s := a.d, a.s
	v := s.governorOrSelf(i)
	if v < 0 {
		v = i
	}
	if a.longAgo(i) || a.unreal(v, true) && lower(s.toks[i].Form) != "not" || a.unsaidBefore(v, i) {
		return
	}
	if (w.Direction == "improving" || w.Direction == "worsening") && a.old(i, 1) || a.old(i, 5) {
		return
	}
	var keys []string
	for steps := 0; v >= 0 && steps < 3 && len(keys) == 0; steps++ {
		c := d.clauseOf(s, v)
		tokens := c.subjects
		if c.passive {
			tokens = nil
			for _, k := range s.kids(v) {
				if s.relIs(int(k), "nsubj") {
					tokens = append(tokens, s.antecedentOfRelative(int(k), v))
				}
			}
		}
		for _, t := range tokens {
			keys = addTieKeys(keys, a.bothAt(t))
		}
		if len(keys) == 0 && s.relIs(v, "acl") {
			keys = addTieKeys(keys, a.bothAt(s.toks[v].Head))
		}
		if len(keys) < 2 {
			keys = a.counterparts(i, keys)
		}
		if s.toks[v].Head < 0 {
			break
		}
		v = s.governor(s.toks[v].Head)
	}
	for k := i - 1; k >= 0 && k > i-12 && len(keys) == 0; k-- { // however parsed
		if m := d.mentionAt(s, k); m != nil && m.head == k || s.toks[k].Lemma == "two" {
			if refs := a.bothAt(k); len(refs) == 2 {
				keys = addTieKeys(keys, refs)
			}
		}
	}
	if len(keys) == 2 && isAlpha3(keys[0]) && isAlpha3(keys[1]) {
		a.put(keys, i, w.Level, w.Direction)
	}
}

// counterparts adds who follows "with" or "between" after the words.
func (a *assessor) counterparts(i int, keys []string) []string {
	s := a.s
	for k := i + 1; k < len(s.toks) && k < i+10; k++ {
		if f := lower(s.toks[k].Form); f == "with" || f == "between" || f == "from" || f == "to" {
			for j := k + 1; j < len(s.toks) && j < k+6; j++ {
				if m := a.d.mentionAt(s, j); m != nil && m.head == j {
					return addTieKeys(keys, a.bothAt(j))
				}
			}
		}
	}
	return keys
}

// bygone: the state is told as over: "former", "once", "no longer".
func (a *assessor) bygone(i int) bool {
	s := a.s
	for k := max(0, i-5); k < i; k++ {
		switch lower(s.toks[k].Form) {
		case ",", ";":
			if !s.inSubtree(k, i) {
				continue
			}
		case "once", "former", "formerly", "ex", "erstwhile", "previously", "longer":
			return true
		}
	}
	return false
}

func (a *assessor) longAgo(i int) bool {
	for k := max(0, i-2); k < i; k++ {
		switch lower(a.s.toks[k].Form) {
		case "once", "formerly", "longer", "never":
			return true
		}
	}
	return false
}

// unsaidBefore: an infinitive of purpose or a modal stands over the words.
func (a *assessor) unsaidBefore(v, i int) bool {
	s := a.s
	for k := max(0, min(v, i)-4); k < i; k++ {
		switch lower(s.toks[k].Form) {
		case "could", "would", "should", "may", "might", "must", "if", "unless", "will", "never":
			return true
		case "to":
			if s.toks[k].UPOS == "PART" && k > 0 && !raising(s.toks[k-1].Lemma) {
				return true
			}
		}
	}
	return false
}

// put writes an assessment of a tie whose parties are known.
func (a *assessor) put(keys []string, at int, level, direction string) {
	sort.Strings(keys)
	a.write(keys, at, level, direction)
}
