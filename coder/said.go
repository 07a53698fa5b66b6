package coder

import "strings"

// clauseContent is the clause that a verb of saying governs; where the parser
// hung the verb under it ("The talks failed, he said"), contentBefore finds it.
func clauseContent(s *sentence, v, source int) (first, last int) {
	kids := s.kids(v)
	for _, k := range kids {
		if k := int(k); k > v && s.relIs(k, "ccomp") && k != source && !s.inSubtree(source, k) {
			from := max(int(s.lo[k]), v+1)
			if source > v {
				from = max(from, int(s.hi[source])+1)
			} else if o := s.child(v, "obj"); o > v && o < k && !toldSomebody(s.toks[v].Lemma) {
				from = v + 1 // "said the matter was settled", its subject taken for an object
			}
			if from, to := trim(s, from, int(s.hi[k])); from >= 0 && to > from {
				return from, to
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

// toldSomebody: verbs whose object is the hearer.
func toldSomebody(lemma string) bool {
	switch lemma {
	case "tell", "inform", "advise", "notify", "assure", "remind", "warn", "promise", "caution":
		return true
	}
	return false
}

// contentBefore is what stands before a telling that closes or interrupts its
// sentence: "X, he said", "X, he said, Y". from is the telling's first token.
func contentBefore(s *sentence, v, from int) (first, last int) {
	end := from - 1
	if end < 1 || s.toks[end].Form != "," && !isQuoteMark(s.toks[end].Form) {
		return -1, -1
	}
	if !closesTelling(s, v) {
		return -1, -1
	}
	start := clauseStart(s, end-1)
	if !hasPredicate(s, start, end) {
		// "Whether they come, he said, depends on …": the rest may hold it
		if after := nextComma(s, v); after < 0 || start > 1 || !hasPredicate(s, after, len(s.toks)) {
			return -1, -1
		}
	}
	if comma := nextComma(s, v); comma > 0 && comma+2 < len(s.toks) && s.toks[comma+1].UPOS != "CCONJ" &&
		s.toks[comma+1].UPOS != "SCONJ" && s.toks[comma+1].XPOS != "VBG" && comma <= telling(s, v)+1 && !isQuoteMark(s.toks[comma+1].Form) &&
		s.toks[comma+1].XPOS != "IN" && !hasFiniteWithSubject(s, start, end) {
		return trim(s, start, len(s.toks)-1)
	}
	return trim(s, start, end)
}

// hasFiniteWithSubject: a stretch that is a sentence of its own.
func hasFiniteWithSubject(s *sentence, from, to int) bool {
	for i := from; i < to; i++ {
		if s.relIs(i, "nsubj", "expl") && s.toks[i].Head >= from && s.toks[i].Head < to && s.child(s.toks[i].Head, "mark") < 0 {
			return true
		}
	}
	return false
}

// closesTelling: behind the verb comes no clause of its own, only its
// speaker, hearers, time and circumstances.
func closesTelling(s *sentence, v int) bool {
	for _, k := range s.kids(v) {
		if int(k) > v && s.relIs(int(k), "ccomp") && s.child(int(k), "nsubj") >= 0 {
			return false
		}
	}
	return true
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

// contentAfter is what follows a verb of saying whose clause the parser hung
// elsewhere: from "that", or from a clause attached behind the verb.
func contentAfter(s *sentence, v, source int) (first, last int) {
	end := sentenceEnd(s)
	for i := v + 1; i <= end && i < v+12; i++ {
		if s.quoted[i] || s.isVerb(i) && i > v+1 && s.toks[i].XPOS != "VBG" {
			break
		}
		if s.toks[i].Lemma == "that" && s.toks[i].Rel == "mark" && s.toks[i].Head > i {
			return trim(s, i+1, max(int(s.hi[s.toks[i].Head]), i+1))
		}
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
	if s.toks[v].Lemma == "say" && source < v && v+1 <= end && hasFiniteWithSubject(s, v+1, end+1) && s.toks[v+1].UPOS != "PUNCT" && int(s.hi[v]) > v+3 {
		return trim(s, v+1, int(s.hi[v]))
	}
	return -1, -1
}

func sentenceEnd(s *sentence) int { return len(s.toks) - 1 }

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
		case s.relIs(k, "obj") && object < 0:
			object = k
		case s.relIs(k, "xcomp", "ccomp") && !(s.isVerb(k) && s.hasLemma(k, "to") >= 0), s.preposition(k) == "as", s.hasLemma(k, "as") >= 0 && s.relIs(k, "advcl"):
			name = max(name, k)
		}
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
	case object < 0:
		return trim(s, int(s.lo[name]), int(s.hi[name]))
	}
	return trim(s, max(v+1, min(int(s.lo[object]), int(s.lo[name]))), max(int(s.hi[object]), int(s.hi[name])))
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
