package coder

// mendObject: "called off a strike hours after the president threatened" — a
// noun right behind an active verb that has no object is its object, not the
// subject of what comes after, which has one of its own or is no verb.
func (s *sentence) mendObject() {
	for n := range s.toks {
		h := s.toks[n].Head
		if s.toks[n].Rel != "nsubj" || h <= n || s.toks[n].UPOS != "NOUN" && s.toks[n].UPOS != "PROPN" || s.child(h, "cop", "aux") >= 0 && !s.otherSubject(h, n) {
			continue
		}
		v := int(s.phraseStart(n)) - 1
		if v >= 0 && s.relIs(v, "compound:prt") && s.toks[v].Head >= 0 {
			v = s.toks[v].Head
		}
		if v < 0 || !s.isVerb(v) || s.isPassive(v) || s.child(v, "obj", "ccomp", "xcomp") >= 0 && !s.inSubtree(n, v) || s.relIs(v, "amod", "compound", "acl") {
			continue
		}
		if s.child(v, "obj") >= 0 || s.isVerb(h) && !s.otherSubject(h, n) {
			continue
		}
		s.attach(n, v, "obj")
	}
}

// mendAfterPronoun: "Some of them waved flags and attacked the embassy" — no
// participle stands between a pronoun and a noun: it is a past form, and the noun
// its object.
func (s *sentence) mendAfterPronoun() {
	for v := 1; v < len(s.toks); v++ {
		n := s.toks[v].Head
		if s.toks[v].XPOS != "VBN" || !s.relIs(v, "amod") || s.toks[v-1].XPOS != "PRP" || n <= v || !s.relIs(n, "nsubj") {
			continue
		}
		h := s.toks[n].Head
		if h <= n || !s.isVerb(h) || !s.between(n, h, "and") {
			continue
		}
		s.toks[v].UPOS, s.toks[v].XPOS = "VERB", "VBD"
		s.toks[v].Head, s.toks[v].Rel = s.toks[h].Head, s.toks[h].Rel
		s.toks[h].Head, s.toks[h].Rel = v, "conj"
		s.toks[n].Head, s.toks[n].Rel = v, "obj"
		for _, k := range s.kids(n) {
			if s.relIs(int(k), "nsubj") {
				s.toks[k].Head = v
			}
		}
		s.reindex()
	}
}

// mendLostObject: "lodges a complaint after the premier speaks", "reach a deal,
// which …" — a noun right behind a verb that takes no clause is its object, not
// the subject of the verb of a later clause.
func (d *document) mendLostObject(s *sentence) {
	for n := range s.toks {
		w := s.toks[n].Head
		if !s.relIs(n, "nsubj") || s.toks[n].UPOS != "NOUN" || w <= n || !s.relIs(w, "ccomp") || s.child(w, "mark") >= 0 {
			continue
		}
		v := int(s.phraseStart(n)) - 1
		if v < 0 || v != s.toks[w].Head || !s.isVerb(v) || s.isPassive(v) || s.child(v, "obj", "iobj") >= 0 || len(d.lex.Verbs[lower(s.toks[v].Lemma)]) == 0 || len(d.lex.Operators[lower(s.toks[v].Lemma)]) > 0 {
			continue
		}
		for i := n + 1; i < w; i++ {
			if f := lower(s.toks[i].Form); f == "after" || f == "before" || f == "as" || f == "when" || f == "while" || f == "which" {
				s.toks[w].Rel = "advcl"
				s.attach(n, v, "obj")
				break
			}
		}
	}
}

// phraseStart gives the first token of the phrase that a noun heads: its own words
// in front of it.
func (s *sentence) phraseStart(n int) int32 {
	first := int32(n)
	for _, k := range s.kids(n) {
		if int(k) < n && premodifier(s.toks[k].Rel) {
			first = min(first, s.lo[k])
		}
	}
	return first
}

// otherSubject tells whether a verb has a subject nearer to it than a token.
func (s *sentence) otherSubject(v, token int) bool {
	for _, k := range s.kids(v) {
		if s.relIs(int(k), "nsubj") && int(k) > token && int(k) < v {
			return true
		}
	}
	return false
}

// mendAdverbParticiple: "carried out apparently coordinated attacks" — a
// participle behind an adverb, between a verb and its object, only modifies
// the object.
func (s *sentence) mendAdverbParticiple() {
	for p := 2; p+1 < len(s.toks); p++ {
		v := s.toks[p].Head
		if s.toks[p].XPOS != "VBN" || s.toks[p].Rel != "conj" || v < 0 || v >= p || !s.isVerb(v) || s.child(p, "cc", "nsubj") >= 0 || s.toks[p-1].UPOS != "ADV" || s.child(v, "obj") >= 0 {
			continue
		}
		object := s.child(p, "obj")
		if object < 0 || s.child(p, "aux") >= 0 || object != p+1 && int(s.phraseStart(object)) != p+1 || s.commaBetween(v, p) {
			continue
		}
		s.attach(object, v, "obj")
		s.attach(p, object, "amod")
	}
}

// mendPerfectObject: "the authorities have outlawed opposition parties" — the
// participle right behind "have" is the verb, not a word of the object.
func (s *sentence) mendPerfectObject() {
	for h := range s.toks {
		if s.toks[h].Lemma != "have" || s.toks[h].UPOS != "VERB" && s.toks[h].UPOS != "AUX" {
			continue
		}
		v := h + 1
		for v < len(s.toks) && s.toks[v].UPOS == "ADV" {
			v++
		}
		if v >= len(s.toks) || s.toks[v].XPOS != "VBN" || s.toks[v].Rel != "amod" || !s.isNominal(s.toks[v].Head) {
			continue
		}
		object := s.toks[v].Head
		if s.toks[object].Head != h || s.toks[object].Rel != "obj" {
			continue
		}
		s.toks[v].Head, s.toks[v].Rel, s.toks[v].UPOS = s.toks[h].Head, s.toks[h].Rel, "VERB"
		for i := range s.toks {
			if s.toks[i].Head == h {
				s.toks[i].Head = v
			}
		}
		s.toks[h].Head, s.toks[h].Rel, s.toks[h].UPOS = v, "aux", "AUX"
		s.reindex()
	}
}

// mendNounBeforeTime: "remained on alert Wednesday" — a common noun between a
// preposition and a day is the preposition's, the day stands by itself.
func (s *sentence) mendNounBeforeTime() {
	for n := range s.toks {
		t := s.toks[n].Head
		if s.toks[n].UPOS != "NOUN" || s.toks[n].Rel != "compound" || t != n+1 || !s.inTime(t) || s.inTime(n) || s.toks[t].Head < 0 || s.preposition(t) == "" {
			continue
		}
		s.toks[n].Head, s.toks[n].Rel = s.toks[t].Head, s.toks[t].Rel
		for i := 0; i < n; i++ {
			if s.toks[i].Head == t {
				s.toks[i].Head = n
			}
		}
		s.toks[t].Head, s.toks[t].Rel = s.toks[n].Head, "obl:tmod"
		s.reindex()
	}
}

// mendVerbInPhrase: in "some of them waved flags and attacked" a participle that
// stands between a noun and the subject hung on it is the verb of the two, and
// what the parser took for the verb is joined to it.
func (s *sentence) mendVerbInPhrase() {
	for v := range s.toks {
		x, noun := s.toks[v].XPOS, s.toks[v].Head
		if s.toks[v].Rel != "amod" || x != "VBD" && x != "VBN" || noun < v || s.toks[noun].Rel != "nsubj" {
			continue
		}
		subject, verb := s.child(noun, "nsubj"), s.toks[noun].Head
		if subject < 0 || subject > v || verb < noun || !s.isVerb(verb) || s.hasLemma(verb, "and", "but") < 0 {
			continue
		}
		s.toks[v].XPOS, s.toks[v].Head, s.toks[v].Rel = "VBD", s.toks[verb].Head, s.toks[verb].Rel
		s.toks[verb].Head, s.toks[verb].Rel = v, "conj"
		s.toks[noun].Head, s.toks[noun].Rel = v, "obj"
		s.toks[subject].Head, s.toks[subject].Rel = v, "nsubj"
		s.reindex()
	}
}
