package coder

// repair mends what the parser gets wrong and the atlas knows better: a list
// of countries is coordinated however the commas were attached, a day is
// nobody's subject, a finite verb has one. It runs once the mentions of a
// sentence are known, and changes the tree only there.
func (d *document) repair(s *sentence, ms []*mention) {
	d.coordinate(s, ms)
	s.mendPerfect()
	s.mendProgressive()
	s.mendAccused()
	s.mendReduced()
	s.mendVerbInPhrase()
	s.mendTimeRoot()
	s.mendAfterPronoun()
	s.mendObject()
	d.mendLostObject(s)
	s.mendAdverbParticiple()
	s.mendPerfectObject()
	s.mendNounBeforeTime()
	d.mendVerbless(s)
	d.mendRelativeRoot(s)
	for v := range s.toks {
		if s.isVerb(v) {
			d.mendCoordinated(s, v)
			d.mendReportScope(s, v)
			d.mendParticiple(s, v)
			d.mendSubject(s, v)
			d.mendPluralSubject(s, v)
		}
	}
}

// attach gives a token another governor; the indexes follow.
func (s *sentence) attach(token, head int, rel string) {
	if token == head || s.inSubtree(head, token) {
		return
	}
	s.toks[token].Head, s.toks[token].Rel = head, rel
	s.reindex()
}

// coordinate joins runs of actors set apart by commas and "and": "S. Korea,
// U.S., Japan agree", "the two countries and China held".
func (d *document) coordinate(s *sentence, ms []*mention) {
	for i := 0; i < len(ms); i++ {
		j, and := i, false
		for j+1 < len(ms) && coordinable(ms[j]) && coordinable(ms[j+1]) {
			gap := joinedBy(s, ms[j].last, ms[j+1].first, ",", "and", "&")
			if !gap {
				break
			}
			and = and || s.toks[ms[j+1].first-1].Lemma == "and" || s.toks[ms[j+1].first-1].Form == "&"
			j++
			if and {
				break
			}
		}
		if j == i || !and && (j-i < 2 && !s.title || !alike(ms[i:j+1])) {
			continue
		}
		if and && j-i == 1 && (ms[j].first-ms[i].last > 2 || !d.looseAnd(s, ms[i], ms[j])) { // ", and" after one is a new clause
			i = j - 1
			continue
		}
		first := ms[i].head
		for _, m := range ms[i+1 : j+1] {
			if s.toks[m.head].Rel == "conj" && headsOne(ms[i:j+1], s.toks[m.head].Head) {
				continue
			}
			if s.inSubtree(first, m.head) { // the list hangs from its last member: turn it round
				s.toks[first].Head, s.toks[first].Rel = s.toks[m.head].Head, s.toks[m.head].Rel
				s.toks[m.head].Head, s.toks[m.head].Rel = first, "conj"
				s.reindex()
				continue
			}
			if verb := s.toks[m.head].Head; s.relIs(m.head, "nsubj") && s.isVerb(verb) && s.toks[verb].Head == first {
				if g := s.governor(first); g >= 0 && g != verb {
					s.toks[verb].Head, s.toks[verb].Rel = g, "conj"
				} else {
					s.toks[verb].Head, s.toks[verb].Rel = -1, "root"
				}
				s.toks[first].Head, s.toks[first].Rel = verb, "nsubj"
				s.reindex()
			} else if s.relIs(m.head, "nsubj") && !s.inSubtree(s.toks[m.head].Head, first) {
				s.toks[first].Head, s.toks[first].Rel = s.toks[m.head].Head, s.toks[m.head].Rel
			}
			s.attach(m.head, first, "conj")
		}
		i = j
	}
}

// headsOne tells whether a token is the head of one of the mentions.
func headsOne(ms []*mention, token int) bool {
	for _, m := range ms {
		if m.head == token {
			return true
		}
	}
	return false
}

// coordinable: names and groups of political actors.
func coordinable(m *mention) bool {
	return (m.kind == named || m.kind == grouped || m.kind == titled) && m.sent.toks[m.head].UPOS != "PRON"
}

// alike: all are states or organisations, so that a list without "and" is one.
func alike(ms []*mention) bool {
	for _, m := range ms {
		if m.kind != named || len(m.parties) == 0 || m.parties[0].person != "" || m.form != ms[0].form {
			return false
		}
	}
	return true
}

// looseAnd: "A and B" where the parser put B into another clause although no
// clause begins between them.
func (d *document) looseAnd(s *sentence, a, b *mention) bool {
	if s.toks[b.head].Rel == "conj" && s.inSubtree(b.head, a.head) {
		return s.toks[b.head].Head != a.head // it hangs on another word of A's name
	}
	// "met with Japan and Korea said": B really is the next verb's subject if
	// A already depends on an earlier verb as object or oblique.
	if s.relIs(b.head, "nsubj") {
		if s.relIs(a.head, "obj", "obl", "nmod") && s.preposition(a.head) != "" && !s.marked(a.head, "since") && !s.marked(a.head, "as") && !s.marked(a.head, "after") {
			return false
		}
		if s.relIs(a.head, "obj") {
			return false
		}
	}
	return true
}

// mendSubject gives a finite verb without a real subject the noun phrase that
// stands before it, where only adverbs, times and commas stand between.
func (d *document) mendSubject(s *sentence, v int) {
	t := &s.toks[v]
	finite := t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP" || t.XPOS == "VB" && t.Head < 0 && v > 0 && s.child(v, "mark", "aux") < 0
	for _, k := range s.kids(v) {
		k := int(k)
		if s.relIs(k, "nsubj") {
			if s.inTime(k) {
				s.toks[k].Rel = "obl:tmod"
				finite = true
				continue
			}
			return
		}
		finite = finite || s.relIs(k, "aux", "cop") && k < v && s.toks[k].XPOS != "VB"
	}
	if finite && t.Rel == "conj" && t.XPOS != "VBN" {
		d.mendNewClause(s, v)
		return
	}
	if !finite || t.Rel == "conj" && s.isVerb(t.Head) && t.Head >= 0 || t.Rel == "acl:relcl" && s.hasLemma(v, "where", "when") < 0 {
		return
	}
	if t.Head < 0 && len(s.toks) > 2 { // "Biden, who spoke with the emir, said"
		if m := d.mentionAt(s, 0); m != nil && len(m.meant()) > 0 && s.relIs(m.head, "vocative", "dislocated", "nsubj") && m.last+1 < v && s.toks[m.last+1].Form == "," {
			s.attach(m.head, v, "nsubj")
			return
		}
	}
	for i := v - 1; i >= 0 && v-i < 14; i-- {
		switch {
		case s.toks[i].UPOS == "ADV" || s.toks[i].UPOS == "AUX" || s.toks[i].UPOS == "PART" && !isPossessive(s.toks[i].Form) || s.inTime(i) || s.toks[i].Form == ",":
			continue
		}
		m := d.mentionAt(s, i)
		if m == nil || m.last != i && m.head != i {
			return
		}
		head := m.head
		fresh := m.first > 0 && s.toks[m.first-1].Form == "," && s.child(head, "cc") < 0 && m.kind == named                                                              // "After a speech by the minister, Chad signs"
		for s.toks[head].Rel == "conj" && !fresh && s.toks[head].Head >= 0 && s.toks[head].Head < head && !s.isVerb(s.toks[head].Head) && !s.inTime(s.toks[head].Head) { // not "On Monday, Argentina and Britain"
			head = s.toks[head].Head
		}
		if s.relIs(head, "nsubj") || len(m.meant()) == 0 && m.kind != grouped && m.kind != pronoun {
			return
		}
		if prep := s.preposition(head); prep != "" && !d.conjunctionNotPreposition(s, head, v, prep) {
			return
		}
		s.attach(head, v, "nsubj")
		return
	}
}

// mendPluralSubject: "Peru's President Humala and Chile's President Bachelet
// sign" — a plural verb with one person or state for its subject and "and"
// before it has two.
func (d *document) mendPluralSubject(s *sentence, v int) {
	if x := s.toks[v].XPOS; x != "VBP" && x != "VB" || s.child(v, "mark", "aux") >= 0 {
		return
	}
	k := s.child(v, "nsubj")
	if k < 0 || len(s.conjuncts(k)) > 1 {
		return
	}
	m := d.mentionAt(s, k)
	if m == nil || m.plural || len(m.parties) != 1 {
		return
	}
	first := m.first
	if m.owner != nil {
		first = m.owner.first
	}
	if first < 2 || s.toks[first-1].Lemma != "and" {
		return
	}
	other := d.mentionAt(s, first-2)
	if other == nil || len(other.parties) == 0 || other.last != first-2 || s.inSubtree(v, other.head) {
		return
	}
	s.attach(other.head, v, "nsubj")
	s.attach(k, other.head, "conj")
}

// mendNewClause: "protested to the government, and the EU and the United States
// voiced concern" — a list that ", and" opens right before a finite verb is
// that verb's subject, not the end of the list before.
func (d *document) mendNewClause(s *sentence, v int) {
	if d.mendSplitClause(s, v) {
		return
	}
	m := d.mentionAt(s, v-1)
	if v == 0 || m == nil || len(m.meant()) == 0 || !s.relIs(m.head, "conj") {
		return
	}
	first := m
	for {
		i := first.first - 1
		if i < 1 || s.toks[i].Lemma != "and" && s.toks[i].Lemma != "but" && s.toks[i].Lemma != "while" {
			return
		}
		if s.toks[i-1].Form == "," {
			break
		}
		before := d.mentionAt(s, i-1)
		if before == nil || len(before.meant()) == 0 {
			return
		}
		first = before
	}
	head := first.head
	s.toks[head].Head, s.toks[head].Rel = v, "nsubj"
	if m != first {
		s.toks[m.head].Head, s.toks[m.head].Rel = head, "conj"
	}
	s.reindex()
}

// mendSplitClause: "cut ties after Colombia, then led by Uribe, accused" — the
// noun that "after" was hung on is the subject of the verb past the commas.
func (d *document) mendSplitClause(s *sentence, v int) bool {
	h := s.toks[v].Head
	if h < 0 || v < 2 || s.toks[v-1].Form != "," || s.child(v, "cc", "nsubj") >= 0 {
		return false
	}
	for i := h + 1; i < v; i++ {
		m := d.mentionAt(s, i)
		if m == nil || m.head != i || len(m.meant()) == 0 || m.last+1 >= v || s.toks[m.last+1].Form != "," {
			continue
		}
		if prep := s.preposition(i); prep != "" && d.conjunctionNotPreposition(s, i, v, prep) {
			s.toks[v].Head, s.toks[v].Rel = h, "advcl"
			s.toks[i].Head, s.toks[i].Rel = v, "nsubj"
			s.reindex()
			return true
		}
	}
	return false
}

// conjunctionNotPreposition: "after Secretary of State Mike Pompeo travelled":
// what was read as the noun's preposition opens the verb's clause.
func (d *document) conjunctionNotPreposition(s *sentence, noun, v int, prep string) bool {
	switch prep {
	case "after", "before", "since", "as", "until", "while", "because":
	default:
		return false
	}
	for _, k := range s.kids(noun) {
		if s.toks[k].Rel == "case" && int(k) < noun {
			s.toks[k].Head, s.toks[k].Rel = v, "mark"
		}
	}
	s.reindex()
	return true
}

// inTime tells whether a token stands in a time expression.
func (s *sentence) inTime(i int) bool {
	for _, t := range s.times {
		if i >= t.first && i <= t.last {
			return true
		}
	}
	return false
}
