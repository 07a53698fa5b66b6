package coder

import "entente/coder/lexicon"

// sayer gives the token of who says: the noun that stands between commas
// with the verb, the verb's subject, the one it inherits, or the noun behind
// it ("…, said a professor").
func (h *hearing) sayer(s *sentence, v int) int {
	if v := quotedAsSaying(s, v); v >= 0 {
		return v
	}
	if v > 1 && s.toks[v-1].Form == "%" && s.toks[v-2].UPOS == "NUM" { // "views differ: 53% say …"
		return v - 1
	}
	if t := h.openingName(s, v); t >= 0 {
		return t
	}
	if t := h.parenthetic(s, v); t >= 0 {
		return t
	}
	if t, _ := h.closingApposition(s, v); t >= 0 {
		return t
	}
	if t := h.nounBehind(s, v); t >= 0 {
		return t
	}
	c := h.d.clauseOf(s, v)
	if c.passive {
		if len(c.subjects) > 0 && !c.inherited {
			return c.subjects[0]
		}
		return -1
	}
	if t := h.beforeRelative(s, v); t >= 0 {
		return t
	}
	if inverted := h.invertedSubject(s, v); inverted >= 0 && (len(c.subjects) == 0 || c.inherited) {
		return inverted
	}
	best := -1
	for _, t := range c.subjects {
		if t == v || s.quoted[t] || s.relIs(t, "expl") || s.divided(t, v) {
			continue
		}
		if best < 0 || t < v && t > best { // of two subjects one is the parser's error: the nearer is the verb's
			best = t
		}
	}
	switch {
	case best >= 0:
		return h.authorOf(s, best, v)
	case s.toks[v].XPOS == "VBG":
		return subjectAbove(s, v)
	}
	return h.nounBefore(s, v)
}

// divided: a colon or semicolon stands between a noun and the verb behind it,
// which therefore has a subject of its own.
func (s *sentence) divided(t, v int) bool {
	for i := t + 1; i < v; i++ {
		if f := s.toks[i].Form; (f == ":" || f == ";") && !s.quoted[i] {
			return true
		}
	}
	return false
}

// subjectAbove is the subject of the clause that a participle only adds to:
// "Ruiz tried to end it by saying …".
func subjectAbove(s *sentence, v int) int {
	for steps := 0; steps < 4 && s.relIs(v, "advcl", "xcomp", "conj") && s.toks[v].Head >= 0; steps++ {
		v = s.toks[v].Head
		if own := s.ownSubjects(v); len(own) > 0 && !s.isPassive(v) && !s.quoted[own[0]] {
			return own[0]
		}
	}
	return -1
}

// nounBefore is the noun phrase right before a finite verb without a subject,
// or before the comma that closes its apposition.
func (h *hearing) nounBefore(s *sentence, v int) int {
	i := v - 1
	if x := s.toks[v].XPOS; x != "VBD" && x != "VBZ" && x != "VBP" {
		return -1
	}
	if i > 0 && s.toks[i].Form == "," {
		i--
	}
	if i > 3 && s.toks[i].Form == ")" { // "Sen. Warren (D-MA) said"
		for i > 0 && s.toks[i].Form != "(" {
			i--
		}
		i--
	}
	if i < 0 || s.quoted[i] {
		return -1
	}
	m := h.d.mentionAt(s, i)
	if m == nil || m.last != i || m.kind == pronoun {
		return -1
	}
	if name := s.toks[m.head].Head; s.relIs(m.head, "appos") && name < m.head && s.isNominal(name) {
		return name
	}
	return m.head
}

// closingApposition: "…, its president, Ana Ruiz, said" — the phrase between
// the last commas names the one before it. from is where the telling begins.
func (h *hearing) closingApposition(s *sentence, v int) (source, from int) {
	if v < 6 || s.toks[v-1].Form != "," || h.kind(s, v)&lexicon.SaysClause == 0 || s.toks[v].XPOS == "VBG" {
		return -1, -1
	}
	second := h.d.mentionAt(s, v-2)
	if second == nil || second.last != v-2 || second.first < 4 || s.toks[second.first-1].Form != "," {
		return -1, -1
	}
	first := h.d.mentionAt(s, second.first-2)
	if first == nil || first.kind == pronoun || first.last != second.first-2 {
		return -1, -1
	}
	from = first.first
	if first.owner != nil && first.owner.sent == s {
		from = first.owner.first
	}
	if from < 2 || s.toks[from-1].Form != "," && !isQuoteMark(s.toks[from-1].Form) {
		return -1, -1
	}
	if s.toks[second.head].UPOS == "PROPN" {
		return second.head, from
	}
	return first.head, from
}

// nounBehind: ", said the minister." — behind the comma the verb comes first
// and only its speaker follows.
func (h *hearing) nounBehind(s *sentence, v int) int {
	if v < 2 || v+1 >= len(s.toks) || h.kind(s, v)&lexicon.SaysClause == 0 || s.toks[v-1].Form != "," && !isQuoteMark(s.toks[v-1].Form) {
		return -1
	}
	if x := s.toks[v].XPOS; x != "VBD" && x != "VBZ" && x != "VBP" || s.toks[v].Lemma == "tell" {
		return -1
	}
	first := v + 1
	if s.toks[first].UPOS == "DET" && first+1 < len(s.toks) {
		first++
	}
	m := h.d.mentionAt(s, first)
	if m == nil || m.first > first || m.kind == pronoun && s.toks[m.head].Lemma == "it" || h.d.inTime(s, m.head) {
		return -1
	}
	for i := m.last + 1; i < len(s.toks); i++ { // a verb before the next comma has the noun for its subject
		switch {
		case isQuoteMark(s.toks[i].Form) && !s.isPassive(v):
		case s.toks[i].UPOS == "PUNCT" && !isHyphen(s.toks[i].Form):
			if s.toks[v].Lemma == "ask" && s.toks[i].Form != "." {
				return -1 // "asked the crowd: …"
			}
			return m.head
		case s.toks[i].Lemma == "who", s.toks[i].Lemma == "which", s.toks[i].XPOS == "VBG", s.toks[i].XPOS == "VBN":
			return m.head
		case s.isVerb(i), s.toks[i].UPOS == "AUX":
			return -1
		}
	}
	return m.head
}

// parenthetic: ", state television reported," — whatever the tree says, the
// noun between the comma and the verb speaks.
func (h *hearing) parenthetic(s *sentence, v int) int {
	if h.kind(s, v)&lexicon.SaysClause == 0 || v < 3 {
		return -1
	}
	m := h.d.mentionAt(s, v-1)
	if m == nil || m.last != v-1 || m.first < 2 || s.toks[m.head].Rel == "nsubj" && s.toks[m.head].Head == v {
		return -1
	}
	if s.toks[m.first-1].Form != "," || s.toks[v].XPOS != "VBD" && s.toks[v].XPOS != "VBZ" && s.toks[v].XPOS != "VBP" {
		return -1
	}
	return m.head
}

// beforeRelative: "The envoy, who leads the talks, said …" — a verb behind a
// relative clause that opened with its sentence has the clause's noun for its
// subject.
func (h *hearing) beforeRelative(s *sentence, v int) int {
	if v < 4 || s.toks[v-1].Form != "," || s.toks[v].XPOS == "VBG" || s.toks[v].XPOS == "VBN" {
		return -1
	}
	for i := 0; i+2 < v && i < 10; i++ {
		if s.toks[i+1].Form != "," {
			continue
		}
		if w := s.toks[i+2].Lemma; w == "who" || w == "which" || w == "whose" {
			if m := h.d.mentionAt(s, i); m != nil && m.last == i && !s.toksHaveVerb(0, i) {
				return m.head
			}
			return -1
		}
	}
	return -1
}

// openingName: "Ana Ruiz, the bank's head in Lima, said …", at the start of a
// sentence or behind a quotation. Between the commas stands what she is, which
// trees often take for the subject; a finite verb in it needs its "who".
func (h *hearing) openingName(s *sentence, v int) int {
	if v < 4 || s.toks[v-1].Form != "," || h.kind(s, v)&lexicon.SaysClause == 0 {
		return -1
	}
	if x := s.toks[v].XPOS; x != "VBD" && x != "VBZ" && x != "VBP" {
		return -1
	}
	start := v - 1
	for start > 0 && !isQuoteMark(s.toks[start-1].Form) {
		start--
	}
	for i := start; i < start+4 && i+1 < v-1; i++ { // "On Friday, Ana Ruiz, …"
		if s.toks[i+1].Form == "," && h.d.inTime(s, i) {
			start = i + 2
			break
		}
	}
	m := h.d.mentionAt(s, start)
	if m == nil || m.first != start || m.last+1 >= v-1 || s.toks[m.last+1].Form != "," || s.toks[m.head].UPOS != "PROPN" || h.d.inTime(s, m.head) {
		return -1
	}
	relative := false
	for i := m.last + 2; i < v-1; i++ {
		switch x := s.toks[i].XPOS; {
		case x == "WP" || x == "WDT" || x == "WP$":
			relative = true
		case !relative && (x == "VBD" || x == "VBZ" || x == "VBP" || x == "MD"):
			return -1
		}
	}
	return m.head
}

func (s *sentence) toksHaveVerb(from, to int) bool {
	for i := from; i < to; i++ {
		if s.isVerb(i) {
			return true
		}
	}
	return false
}

// quotedAsSaying: "quoted the minister as saying", "was quoted as saying".
func quotedAsSaying(s *sentence, v int) int {
	quote := v
	if s.toks[v].XPOS == "VBG" && s.hasLemma(v, "as") >= 0 {
		quote = s.toks[v].Head
	}
	if quote < 0 || s.toks[quote].Lemma != "quote" && s.toks[quote].Lemma != "cite" || quote == v && !s.isPassive(v) {
		return -1
	}
	if s.isPassive(quote) {
		return s.child(quote, "nsubj")
	}
	return s.child(quote, "obj")
}

// invertedSubject: the noun right behind a verb that closes a quotation or
// sentence, which trees often take for its object.
func (h *hearing) invertedSubject(s *sentence, v int) int {
	if v == 0 || s.toks[v-1].Form != "," && !isQuoteMark(s.toks[v-1].Form) {
		return -1
	}
	if s.toks[v].XPOS == "VBG" || s.toks[v].Lemma == "tell" || s.toks[v].Lemma == "ask" && s.child(v, "xcomp") >= 0 || h.kind(s, v)&lexicon.SaysClause == 0 && !isQuoteMark(s.toks[v-1].Form) || s.child(v, "nsubj") >= 0 && s.child(v, "nsubj") < v {
		return -1
	}
	for _, k := range s.kids(v) {
		if int(k) > v && s.relIs(int(k), "nsubj", "obj", "xcomp", "ccomp", "obl") && s.isNominal(int(k)) && s.preposition(int(k)) == "" && s.child(int(k), "cop", "nsubj") < 0 {
			return int(k)
		}
	}
	return -1
}

// authorOf: a participle on a statement speaks for whoever makes it ("issued
// a statement saying …"), and one behind a comma for its sentence's subject.
func (h *hearing) authorOf(s *sentence, t, v int) int {
	if s.toks[v].Head != t || !s.relIs(v, "acl") || s.toks[v].XPOS != "VBG" || s.relIs(t, "nsubj", "root") {
		return t
	}
	document := h.kind(s, t)&lexicon.SaysDocument != 0
	for k := t; !document && k < v; k++ {
		document = s.toks[k].Form == "," && k == v-1
	}
	if g := s.governor(t); document && g >= 0 && !s.isPassive(g) {
		if own := s.ownSubjects(g); len(own) > 0 && own[0] < t {
			return own[0]
		}
	}
	return t
}

func isQuoteMark(form string) bool {
	switch form {
	case `"`, "“", "”", "''", "``", "’", "'", "‘":
		return true
	}
	return false
}

// attributionStart is the first token of the telling: the verb, or the
// speaker's phrase before it.
func attributionStart(s *sentence, v, source int) int {
	start := v
	for _, k := range s.kids(v) {
		if s.relIs(int(k), "aux", "advmod") && int(k) < start && int(k) >= v-3 {
			start = int(k)
		}
	}
	if source < start && s.inSubtree(source, v) {
		start = min(start, int(s.lo[source]))
	}
	for start < v && s.toks[start].UPOS == "PUNCT" && !isQuoteMark(s.toks[start].Form) {
		start++
	}
	return start
}
