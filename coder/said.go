package coder

import "strings"

// clauseContent is the clause that a verb of saying governs; where the parser
// hung the verb under it ("The talks failed, he said"), contentBefore finds it.
func clauseContent(s *sentence, v, source int) (first, last int) {
	kids := s.kids(v)
	for _, k := range kids {
		if k := int(k); k > v && s.relIs(k, "ccomp") && k != source && !s.inSubtree(source, k) && !s.circumstance(k) && !askedWhen(s, k) {
			from := max(int(s.lo[k]), v+1)
			if source > v {
				from = max(from, int(s.hi[source])+1)
			} else if o := s.child(v, "obj"); o > v && o < k && !toldSomebody(s.toks[v].Lemma) {
				if s.toks[v].Lemma != "say" && s.child(k, "mark") < 0 {
					continue // "recalled its envoy hours after …"
				}
				from = v + 1 // "said the matter was settled", its subject taken for an object
			}
			if from, to := trim(s, from, int(s.hi[k])); from >= 0 && to > from && s.toks[from].Lemma != "as" {
				return from, withinMarks(s, from, to)
			}
		}
	}
	start := attributionStart(s, v, source)
	if start < 2 || s.toks[start-1].Form != "," && !isQuoteMark(s.toks[start-1].Form) {
		return -1, -1
	}
	for _, k := range kids {
		if k := int(k); k < v && s.relIs(k, "ccomp") && k != source && !s.inSubtree(source, k) {
			if from, to := trim(s, int(s.lo[k]), min(int(s.hi[k]), start-1)); from >= 0 && to > from {
				return from, to
			}
		}
	}
	return -1, -1
}

// circumstance: a clause that says when or how something was said, not what;
// or a bare infinitive question ("asked how to end it").
func (s *sentence) circumstance(k int) bool {
	switch m := s.child(k, "mark"); {
	case m < 0:
		return s.toks[k].XPOS == "VB" && !hasSubject(s, int(s.lo[k]), int(s.hi[k]))
	default:
		switch s.toks[m].Lemma {
		case "as", "while", "when", "after", "before", "since", "without":
			return true
		case "to":
			return !hasSubject(s, int(s.lo[k]), int(s.hi[k]))
		}
	}
	return false
}

// askedWhen: "said when asked …" only tells the occasion.
func askedWhen(s *sentence, k int) bool {
	return s.toks[k].XPOS == "VBN" && s.hasLemma(k, "when", "if") >= 0 && s.child(k, "nsubj", "aux") < 0
}

// withinMarks ends a quotation that is a clause at its closing mark, where only
// a further verb of the telling's subject follows: "said 'it broke' and left".
func withinMarks(s *sentence, first, last int) int {
	if !s.quoted[first] || first == 0 || s.quoted[first-1] {
		return last
	}
	end := first
	for end < last && s.quoted[end+1] {
		end++
	}
	if end+3 > last || s.toks[end+2].UPOS != "CCONJ" {
		return last
	}
	for i := end + 3; i <= last; i++ {
		if s.relIs(i, "nsubj") || s.quoted[i] {
			return last
		}
	}
	return end
}

// toldSomebody: verbs whose object is the hearer.
func toldSomebody(lemma string) bool {
	switch lemma {
	case "tell", "inform", "advise", "notify", "assure", "remind", "warn", "promise", "caution":
		return true
	}
	return false
}

// contentBefore is what stands before a telling that closes or interrupts its
// sentence: "X, he said", and "The X, he said, is Y", where the whole sentence
// is said. The telling runs from its first token to before the token end.
func contentBefore(s *sentence, v, from, end int) (first, last int) {
	before := from - 1
	if before < 1 || s.toks[before].Form != "," && !isQuoteMark(s.toks[before].Form) {
		return -1, -1
	}
	start := clauseStart(s, before-1)
	if hasFiniteWithSubject(s, start, before) {
		if reasonAt(s, end) {
			return trim(s, start, len(s.toks)-1)
		}
		return trim(s, start, before)
	}
	if end+2 < len(s.toks) && s.toks[end].Form == "," && hasPredicate(s, end, len(s.toks)) && start == 0 {
		if opensSubordinate(s, 0) { // "In principle, he said, …"
			return trim(s, end, len(s.toks)-1)
		}
		return trim(s, start, len(s.toks)-1)
	}
	return -1, -1
}

// reasonAt: "The talks ended, he said, because nobody came" goes on behind the
// telling.
func reasonAt(s *sentence, comma int) bool {
	if comma+3 >= len(s.toks) || s.toks[comma].Form != "," || s.quoted[comma+1] {
		return false
	}
	switch lower(s.toks[comma+1].Form) {
	case "because", "unless", "if", "although", "though":
		return true
	}
	return false
}

// opensSubordinate: "On Monday, he said, …" and "After the talks, she said,
// …" only give the time of the telling.
func opensSubordinate(s *sentence, i int) bool {
	switch lower(s.toks[i].Form) {
	case "after", "before", "when", "while", "as", "on", "in", "at", "during", "asked", "speaking", "later", "earlier", "then":
		return true
	}
	return false
}

// hasFiniteWithSubject: a stretch that holds a main clause.
func hasFiniteWithSubject(s *sentence, from, to int) bool {
	for i := from; i < to; i++ {
		if !s.relIs(i, "nsubj", "expl") {
			continue
		}
		v := s.toks[i].Head
		if v >= from && v < to && s.child(v, "mark") < 0 && !s.quoted[v] && s.mainWithin(v, from, to) {
			return true
		}
	}
	return false
}

// mainWithin: no subordinate clause of a stretch stands over a predicate.
func (s *sentence) mainWithin(v, from, to int) bool {
	for steps := 0; v >= from && v < to && steps < len(s.toks); v, steps = s.toks[v].Head, steps+1 {
		if s.relIs(v, "advcl") && s.toks[v].Head >= to && !opensSubordinate(s, int(s.lo[v])) && s.toks[s.lo[v]].XPOS != "WRB" {
			return true // "The shop has closed, the union says": a clause under the telling is what it tells
		}
		if s.relIs(v, "acl", "advcl", "obl", "nmod", "csubj") {
			return false
		}
	}
	return true
}

func hasSubject(s *sentence, from, to int) bool {
	for i := from; i <= to; i++ {
		if s.relIs(i, "nsubj", "expl") {
			return true
		}
	}
	return false
}

// telling is the last token of the verb's phrase with its speaker and short
// circumstances: up to the next comma or the end.
func telling(s *sentence, v int) int {
	for i := v + 1; i < len(s.toks); i++ {
		if s.toks[i].UPOS == "PUNCT" && !isHyphen(s.toks[i].Form) {
			return i - 1
		}
	}
	return len(s.toks) - 1
}

// clauseStart goes back from a token to where its sentence begins: behind a
// semicolon, a dash or the sentence's start.
func clauseStart(s *sentence, i int) int {
	for ; i > 0; i-- {
		if s.toks[i].Form == ";" && !s.quoted[i] {
			return i + 1
		}
	}
	return 0
}

func hasPredicate(s *sentence, from, to int) bool {
	for i := from; i < to && i < len(s.toks); i++ {
		if s.isVerb(i) || s.toks[i].UPOS == "AUX" {
			return true
		}
	}
	return false
}

// thatClause is what follows the "that" behind a verb, wherever the parser
// hung it.
func thatClause(s *sentence, v int) (first, last int) {
	for i := v + 1; i < len(s.toks) && i < v+20; i++ {
		if s.quoted[i] || s.isVerb(i) && s.toks[i].XPOS != "VBG" {
			break
		}
		if h := s.toks[i].Head; s.toks[i].Lemma == "that" && s.toks[i].Rel == "mark" && h > i {
			return trim(s, i+1, max(int(s.hi[h]), i+1))
		}
	}
	return -1, -1
}

// contentAfter is what follows a verb of saying whose clause the parser hung
// to it as something else.
func contentAfter(s *sentence, v, source int) (first, last int) {
	switch s.toks[v].Lemma {
	case "recall", "charge", "object", "read", "signal", "post", "shout", "protest", "relate", "repeat", "remind", "email":
		return -1, -1 // said of things as often as of what happened
	}
	for _, k := range s.kids(v) {
		k := int(k)
		if k <= v || k == source || s.inSubtree(source, k) || !s.relIs(k, "parataxis", "xcomp", "advcl", "obj", "conj") || s.child(k, "nsubj", "expl") < 0 || s.child(k, "cc") >= 0 {
			continue
		}
		if m := s.child(k, "mark"); m >= 0 && s.toks[m].Lemma != "that" {
			continue
		}
		if s.relIs(k, "obj") && !s.isVerb(k) && s.child(k, "cop") < 0 {
			continue
		}
		return trim(s, int(s.lo[k]), int(s.hi[k]))
	}
	if s.toks[v].Lemma == "say" && v+1 < len(s.toks) && hasSubject(s, v+1, int(s.hi[v])) && s.toks[v+1].UPOS != "PUNCT" && s.toks[v+1].UPOS != "SCONJ" && s.toks[v+1].UPOS != "ADP" && int(s.hi[v]) > v+3 {
		return trim(s, v+1, int(s.hi[v]))
	}
	return -1, -1
}

// namingContent: "called the charge a pretext", "dismissed the claim as
// groundless" — the object with what it is called. Of a relative clause ("a
// move that he called a threat") only what it is called.
func namingContent(s *sentence, v int) (first, last int) {
	object, name := -1, -1
	if s.child(v, "obj") > v && isReflexive(s.toks[s.child(v, "obj")].Form) {
		return -1, -1 // hackers who call themselves a movement say nothing of others
	}
	for _, k := range s.kids(v) {
		k := int(k)
		switch {
		case k < v:
			if s.toks[k].Lemma == "what" {
				return -1, -1 // "what he called a provocation" is the text's own noun
			}
		case s.relIs(k, "obj", "obl:unmarked", "iobj") && object >= 0 && calls(s.toks[v].Lemma):
			name = max(name, k)
		case s.relIs(k, "obj") && object < 0:
			object = k
		case s.relIs(k, "xcomp", "ccomp") && !(s.isVerb(k) && s.hasLemma(k, "to") >= 0), s.preposition(k) == "as", s.hasLemma(k, "as") >= 0 && s.relIs(k, "advcl"):
			name = max(name, k)
		}
	}
	if name >= 0 && !calls(s.toks[v].Lemma) && s.preposition(name) != "as" && s.hasLemma(name, "as") < 0 {
		name = -1
	}
	if object >= 0 && name < 0 { // "the claim as groundless" hung on the object
		for _, k := range s.kids(object) {
			if int(k) > object && (s.preposition(int(k)) == "as" || s.relIs(int(k), "appos", "acl") && s.hasLemma(int(k), "as") >= 0) {
				name = int(k)
			}
		}
	}
	switch {
	case name < 0 && object >= 0 && s.toks[v].Lemma == "call" && s.relIs(v, "acl") && s.isNominal(object):
		return trim(s, int(s.lo[object]), int(s.hi[object])) // the antecedent is what was called so
	case name < 0:
		return -1, -1
	case object < 0 && !s.isPassive(v) && !s.relIs(v, "acl"):
		return -1, -1
	case object < 0:
		return trim(s, int(s.lo[name]), int(s.hi[name]))
	}
	return trim(s, max(v+1, min(int(s.lo[object]), int(s.lo[name]))), max(int(s.hi[object]), int(s.hi[name])))
}

// calls: verbs that take two bare objects.
func calls(lemma string) bool {
	switch lemma {
	case "call", "label", "brand", "term", "dub", "deem", "pronounce", "declare":
		return true
	}
	return false
}

func isReflexive(form string) bool {
	return strings.HasSuffix(lower(form), "self") || strings.HasSuffix(lower(form), "selves")
}

// trim takes punctuation and the complementiser off a stretch; −1 where
// nothing is left.
func trim(s *sentence, first, last int) (int, int) {
	for first <= last && (s.toks[first].UPOS == "PUNCT" || s.toks[first].Lemma == "that" && s.toks[first].Rel == "mark") {
		first++
	}
	for last >= first && s.toks[last].UPOS == "PUNCT" {
		last--
	}
	if last < first {
		return -1, -1
	}
	return first, last
}
