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
