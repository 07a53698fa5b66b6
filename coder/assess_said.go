package coder

import (
	"entente/coder/lexicon"
)

// predicates reads what is said of a tie after its noun. It follows the order
// of the words and not the tree, which errs most in long sentences: the words
// up to the next clause, each with the verb or preposition that links it.
func (a *assessor) predicates(noun int) {
	s := a.s
	from, to := s.stretch(noun)
	for i := from; i < to; i++ {
		for _, w := range a.d.words2(s, i) {
			gap := 0
			if w.Of == lexicon.Course { // "sunk to a post-Cold War low"
				gap = 4
			}
			if w.Of == lexicon.Deed && len(w.Rest) == 0 && s.toks[i].XPOS == "VBN" && s.passiveAt(noun, i) { // "relations have been repaired"
				w.Of = lexicon.Course
			}
			if !s.followedBy(i, w.Rest, gap) || !a.linked(noun, i, w) {
				continue
			}
			if w.Direction != "" && w.Level == "" && a.old(i, 1) || a.old(i, 5) {
				continue
			}
			a.add(noun, i, w.Level, w.Direction)
			for _, rest := range w.Rest { // its words are used up
				for i+1 < to && !s.wordIs(i, rest) {
					i++
				}
			}
			break
		}
	}
}

// stretch gives the tokens that may speak of a tie: from behind its phrase to
// the next conjunction that opens a clause.
func (s *sentence) stretch(noun int) (from, to int) {
	from = noun + 1
	for from < len(s.toks) && from < noun+12 {
		t := &s.toks[from]
		if t.UPOS == "AUX" || t.UPOS == "VERB" || t.Form == "," || t.Form == "as" {
			break
		}
		from++
	}
	for to = from; to < len(s.toks); to++ {
		t := &s.toks[to]
		switch {
		case t.Form == ";" || t.Form == ":":
			return from, to
		case t.UPOS == "SCONJ" && t.Rel == "mark", t.UPOS == "ADV" && t.XPOS == "WRB", lower(t.Form) == "since" || lower(t.Form) == "until" || lower(t.Form) == "after":
			return from, to
		case t.UPOS == "CCONJ" && s.opensClause(to):
			return from, to
		case to > from && tieNouns[t.Lemma] && t.UPOS == "NOUN":
			return from, to
		}
	}
	return from, to
}

// opensClause: the conjunction is followed by a subject of its own.
func (s *sentence) opensClause(i int) bool {
	for k := i + 1; k < len(s.toks) && k < i+8; k++ {
		switch {
		case s.relIs(k, "nsubj"):
			return true
		case s.isVerb(k) || s.toks[k].UPOS == "AUX":
			return false
		}
	}
	return false
}

// linked tells whether a word is said of a tie: behind a verb of being, at the
// end of "at their …", or as a verb in a form that takes the tie as subject.
func (a *assessor) linked(noun, i int, w lexicon.Assessment) bool {
	s := a.s
	t := &s.toks[i]
	if w.Of == lexicon.Quality && len(w.Rest) == 0 && lower(t.Form) == "close" && i+1 < len(s.toks) && lower(s.toks[i+1].Form) == "to" {
		return false
	}
	link := s.linkBefore(i)
	if link < noun || s.unsaid(noun, i, w.Direction == "fragile" || s.remains(link)) {
		return false
	}
	l := &s.toks[link]
	aside := l.Form == "," && s.afterPhrase(noun, link) && !(i+1 < len(s.toks) && s.isNominal(i+1)) // "sever ties, close borders"
	being := l.UPOS == "AUX" && (l.Lemma != "have" || len(w.Rest) > 1) || s.remains(link) || becomes(l.Lemma)
	switch w.Of {
	case lexicon.Quality:
		if t.XPOS == "JJR" && len(w.Rest) == 0 && lower(t.Form) != "closer" {
			return false
		}
		if t.UPOS == "VERB" && lower(t.Form) == t.Lemma && t.XPOS != "VBN" || s.hasLemma(i, "possible") >= 0 || len(w.Rest) == 0 && !s.saysState(i, aside) {
			return false
		}
		if l.UPOS == "ADP" {
			switch lower(l.Form) {
			case "at", "on", "to", "in", "into", "through", "under", "as", "near", "with":
				return true
			}
			return false
		}
		return being || aside
	case lexicon.Course:
		begun := i > 1 && lower(s.toks[i-1].Form) == "to" && raising(s.toks[i-2].Lemma) // "had begun to thaw"
		if !s.isVerb(i) && !begun {
			return false
		}
		if w.Level != "" && len(w.Rest) == 0 {
			return t.XPOS == "VBN" && (s.passiveAt(noun, i) || aside)
		}
		if past := s.toks[i-1].Lemma; (past == "which" || past == "that") && a.old(i, 0) {
			return false
		}
		return len(w.Rest) > 0 || s.child(i, "obj") < 0
	}
	return false
}

// stateNouns are what a tie is at or in.
var stateNouns = map[string]bool{"point": true, "level": true, "ebb": true, "footing": true, "state": true, "stage": true, "phase": true,
	"shape": true, "term": true, "condition": true, "mood": true, "low": true, "period": true, "time": true, "spell": true, "patch": true, "trajectory": true, "place": true, "ground": true, "position": true, "keel": true, "chapter": true, "spot": true, "moment": true, "test": true, "situation": true, "path": true, "course": true}

// saysState: the word is no attribute of something else.
func (s *sentence) saysState(i int, aside bool) bool {
	h := s.toks[i].Head
	if !s.relIs(i, "amod", "compound") || h <= i {
		return true
	}
	return !aside && stateNouns[s.toks[h].Lemma]
}

// linkBefore is the nearest word before a token that is no adverb, attribute
// or mark of quotation: a verb, a preposition, a comma.
func (s *sentence) linkBefore(i int) int {
	j := i - 1
	for j >= 0 {
		t := &s.toks[j]
		attribute := t.UPOS == "ADV" || t.UPOS == "DET" || t.UPOS == "ADJ" || t.UPOS == "NUM" || t.UPOS == "PUNCT" && t.Form != "," ||
			t.Rel == "nmod:poss" || t.Rel == "compound" && t.Head > j || t.UPOS == "CCONJ"
		if !attribute {
			break
		}
		j--
	}
	return j
}

// remains: a verb of staying as one is.
func (s *sentence) remains(i int) bool {
	switch s.toks[i].Lemma {
	case "stay", "remain", "continue":
		return true
	}
	return false
}

func becomes(lemma string) bool {
	switch lemma {
	case "become", "get", "grow", "turn", "look", "seem", "appear", "prove", "call", "describe", "go", "run", "deem", "consider":
		return true
	}
	return false
}

// afterPhrase: the comma closes the noun's phrase and opens what is said of it.
func (s *sentence) afterPhrase(noun, comma int) bool {
	for k := noun + 1; k < comma; k++ {
		if s.isVerb(k) || s.toks[k].UPOS == "AUX" || s.toks[k].Form == "," {
			return false
		}
	}
	return true
}

// passiveAt: a form of be or get stands before the participle.
func (s *sentence) passiveAt(noun, i int) bool {
	for k := i - 1; k > noun && k > i-5; k-- {
		if s.toks[k].Lemma == "be" || s.toks[k].Lemma == "get" {
			return true
		}
	}
	return false
}

// unsaid: between the noun and the word stands what makes it unreal: a modal,
// a negation, an infinitive that is only meant. lasting words may be expected.
func (s *sentence) unsaid(noun, i int, lasting bool) bool {
	for k := int(s.lo[noun]); k < i; k++ {
		switch lower(s.toks[k].Form) {
		case "should", "must", "would", "could", "may", "might", "'d", "not", "n't", "n’t", "never", "hardly", "no", "neither", "unlikely":
			return true
		case "once", "formerly":
			if k > i-3 {
				return true
			}
		case "will", "'ll", "shall", "can", "cannot":
			if !lasting {
				return true
			}
		case "to":
			if s.toks[k].UPOS == "PART" && k > noun && k+1 < len(s.toks) && !raising(s.toks[k-1].Lemma) && !lasting {
				return true
			}
		}
	}
	for k := int(s.lo[noun]) - 1; k >= 0 && k > int(s.lo[noun])-3; k-- {
		switch lower(s.toks[k].Form) {
		case "if", "unless", "whether", "until", "for", "of", "to", "denied", "denies", "deny":
			return true
		}
	}
	return false
}
