package coder

import (
	"cmp"
	"slices"

	"entente/coder/lexicon"
	"entente/record"
)

// held adds what somebody is told to think, want, promise or criticise, and
// what was said by somebody who couldn't be made out.
func (a *attributing) held() {
	for _, s := range a.d.sents {
		if s.title || s.index == 0 {
			a.heading(s)
		}
		for i := range s.toks {
			if s.quoted[i] || a.cues[&s.toks[i]] {
				continue
			}
			lemma := lower(s.toks[i].Lemma)
			kind, says := a.words[lemma], a.h.words[lemma]&(lexicon.SaysClause|lexicon.SaysName) != 0
			switch upos := s.toks[i].UPOS; {
			case kind == 0 && !says:
			case upos == "VERB" && !s.relIs(i, "amod", "compound"):
				a.heldByVerb(s, i, kind, says)
			case upos == "NOUN" && kind&lexicon.HoldsAsNoun != 0:
				a.heldByNoun(s, i)
			case upos == "ADJ" && kind&lexicon.HoldsAsAdjective != 0:
				a.heldByAdjective(s, i)
			case upos == "ADV" && kind&lexicon.HearsayAdverb != 0:
				a.hearsay(s, i, s.toks[i].Head)
			}
		}
	}
}

// heading: "Poll: most want the fence", "Oslo Post: fence to go". Before the
// colon stands a name or a document.
func (a *attributing) heading(s *sentence) {
	m := a.d.mentionAt(s, 0)
	if m == nil || m.last+2 >= len(s.toks) || s.toks[m.last+1].Form != ":" || a.cues[&s.toks[m.last+1]] {
		return
	}
	if head := &s.toks[m.head]; head.UPOS == "PROPN" || a.h.words[lower(head.Lemma)]&lexicon.SaysDocument != 0 {
		if first, last := trim(s, m.last+2, len(s.toks)-1); first >= 0 {
			a.add(s, m.last+1, m.head, first, last)
		}
	}
}

// heldByVerb: the verb's subject holds what it governs. A passive without an
// agent, and a verb of seeming, do not tell who.
func (a *attributing) heldByVerb(s *sentence, v int, kind lexicon.Attributing, says bool) {
	first, last := a.governed(s, v)
	c := a.d.clauseOf(s, v)
	if openingPassive(s, v) {
		c.passive, c.subjects = true, nil
	}
	if c.passive || kind&(lexicon.HoldsWhatItGoverns|lexicon.HoldsClause) == 0 && !says {
		if kind&lexicon.Hearsay != 0 && (c.passive || !says) {
			a.hearsay(s, v, v)
			return
		}
	}
	clausal := s.child(v, "ccomp", "xcomp")
	if kind&lexicon.HoldsWhatItGoverns == 0 && !says && clausal < 0 {
		return
	}
	if first < 0 && (s.toks[v].Rel == "acl:relcl" || c.passive && s.relIs(v, "acl")) { // "the plan that he supports", "a plan backed by Oslo"
		if head := s.toks[v].Head; head >= 0 && head < v && s.isNominal(head) {
			first, last = head, head
			if m := a.d.mentionAt(s, head); m != nil {
				first, last = m.first, m.last
			}
		}
	}
	if first < 0 && c.passive {
		if k := s.child(v, "nsubj", "csubj"); k >= 0 {
			first, last = trim(s, int(s.lo[k]), int(s.hi[k]))
		}
	}
	token := a.holder(s, v, c)
	if token < 0 {
		if c.passive && clausal > v { // "it was announced that …"
			a.hearsay(s, v, v)
		}
		return
	}
	if q := a.unclaimed(s, v, token); q != nil {
		q.mention = &mention{sent: s, first: token, last: token, head: token}
		a.out = append(a.out, attribution{s: s, cue: v, source: a.d.phrase(s, token, v, s), content: []record.Span{{Start: q.start, End: q.end}}})
		return
	}
	if a.h.words[lower(s.toks[v].Lemma)]&lexicon.SaysClause != 0 { // by somebody who couldn't be made out
		u := utterance{s: s, cue: v, source: &mention{sent: s, first: token, last: token, head: token}, first: -1, last: -1}
		if a.h.clausal(&u, token); u.first >= 0 {
			first, last = u.first, u.last
		}
	}
	if first >= 0 {
		a.add(s, v, token, first, last)
	}
}

// unclaimed is the quotation beside a verb of saying that nobody could be found
// to speak: the one who does is a pronoun for somebody the text doesn't name.
func (a *attributing) unclaimed(s *sentence, v, token int) *quotation {
	if lemma := lower(s.toks[v].Lemma); a.h.words[lemma]&(lexicon.SaysClause|lexicon.SaysBeside) == 0 {
		return nil
	}
	start, end := s.toks[min(v, token)].Start, s.toks[max(v, token)].End
	i, _ := slices.BinarySearchFunc(a.d.quotes, start-5, func(q quotation, at int) int { return cmp.Compare(q.end, at) })
	for ; i < len(a.d.quotes) && a.d.quotes[i].start < end+5; i++ {
		if q := &a.d.quotes[i]; q.mention == nil && (q.end <= start || q.start >= end) {
			return q
		}
	}
	return nil
}

// holder is the token that names whose view a verb tells: its relative
// pronoun, its subject, the one it inherits.
func (a *attributing) holder(s *sentence, v int, c *clause) int {
	if k := s.child(v, "nsubj"); k >= 0 && !c.passive && !s.divided(k, v) {
		return k
	}
	if len(c.subjects) > 0 && c.subjects[0] != v && !s.quoted[c.subjects[0]] && !s.divided(c.subjects[0], v) {
		return c.subjects[0]
	}
	if !c.passive {
		return a.h.sayer(s, v)
	}
	if by := agentOf(s, v); len(by) > 0 {
		return by[0]
	}
	return -1
}

// governed is what a verb of saying or thinking governs. Of one that takes a
// clause, only what it is about stands for that: "told Reuters", "said by
// telephone" give none.
func (a *attributing) governed(s *sentence, v int) (first, last int) {
	lemma := lower(s.toks[v].Lemma)
	for _, k := range s.kids(v) {
		if k := int(k); k > v && s.toks[k].XPOS == "VBG" && quotedAsSaying(s, k) >= 0 {
			return -1, -1 // "was quoted as saying": the saying tells it
		}
	}
	if a.words[lemma]&lexicon.HoldsWhatItGoverns != 0 && !hearable(lemma) || a.h.words[lemma]&lexicon.SaysName != 0 {
		return a.d.complements(s, v)
	}
	if a.h.words[lemma]&lexicon.SaysClause == 0 && a.words[lemma] == 0 {
		return -1, -1
	}
	for _, k := range s.kids(v) {
		k := int(k)
		if k > v && (s.relIs(k, "ccomp", "xcomp") || s.relIs(k, "obl") && about(s.preposition(k)) && !a.d.inTime(s, k) || s.relIs(k, "advcl") && about(markOf(s, k)) || s.relIs(k, "obj") && !hearable(lemma)) {
			return trim(s, int(s.lo[k]), int(s.hi[k]))
		}
	}
	return -1, -1
}

// markOf is the word that opens a clause, "" if none does.
func markOf(s *sentence, k int) string {
	if m := s.child(k, "mark"); m >= 0 {
		return s.toks[m].Lemma
	}
	return ""
}

// about: prepositions of what is spoken of, or spoken against.
func about(preposition string) bool {
	switch preposition {
	case "about", "of", "on", "for", "against", "over":
		return true
	}
	return false
}

// hearable: verbs whose objects and phrases name the hearer or the occasion as
// often as what is said.
func hearable(lemma string) bool {
	switch lemma {
	case "say", "ask", "add", "talk", "speak", "respond", "reply", "answer", "joke", "write", "testify":
		return true
	}
	return toldSomebody(lemma)
}

// heldByNoun: "his support for the plan", "a promise by Oslo to pay".
func (a *attributing) heldByNoun(s *sentence, noun int) {
	source, content := -1, -1
	last := -1
	for _, k := range s.kids(noun) {
		k := int(k)
		switch {
		case s.toks[k].Rel == "nmod:poss":
			source = k
		case k < noun:
		case s.relIs(k, "nmod") && (s.preposition(k) == "by" || s.preposition(k) == "from" || s.preposition(k) == "among"):
			source = k
		case s.relIs(k, "nmod", "acl", "ccomp"):
			if content < 0 {
				content = k
			}
			last = max(last, int(s.hi[k]))
		}
	}
	if source < 0 || content < 0 {
		return
	}
	first, last := trim(s, int(s.lo[content]), last)
	if first >= 0 && source > noun && first < source {
		last = min(last, int(s.lo[source])-1)
	}
	if first >= 0 && last >= first {
		a.add(s, noun, source, first, last)
	}
}

// heldByAdjective: "was confident that …", "is critical of the plan".
func (a *attributing) heldByAdjective(s *sentence, adj int) {
	source := s.child(adj, "nsubj")
	if source < 0 && s.relIs(adj, "xcomp") && s.toks[adj].Head >= 0 {
		source = s.child(s.toks[adj].Head, "nsubj")
	}
	first, last := a.d.complements(s, adj)
	if first < 0 && s.relIs(adj, "xcomp") { // "made it clear that …"
		if k := s.child(s.toks[adj].Head, "ccomp"); k > adj {
			first, last = trim(s, max(adj+1, int(s.lo[k])), int(s.hi[k]))
		}
	}
	if source < 0 || first < 0 {
		return
	}
	a.add(s, adj, source, first, last)
}

// hearsay: what seems so, or is reported by nobody in particular.
func (a *attributing) hearsay(s *sentence, cue, over int) {
	if over < 0 {
		return
	}
	first, last := a.d.complements(s, over)
	if cue == over {
		k := s.child(over, "xcomp", "ccomp")
		if k < 0 && !s.isPassive(over) || first < 0 {
			return // "the bear appeared", "was asked" tell of nothing
		}
		if k >= 0 && s.isVerb(k) && a.h.words[lower(s.toks[k].Lemma)] != 0 {
			return // "seemed to suggest" is a way of suggesting
		}
	}
	if k := s.child(over, "nsubj"); k >= 0 && k < cue && !(s.toks[k].Lemma == "it" && first >= 0) {
		if first < 0 {
			last = int(s.hi[k])
		}
		first = int(s.lo[k])
	}
	if first < 0 {
		return
	}
	if first, last = trim(s, first, last); first >= 0 {
		a.out = append(a.out, attribution{s: s, cue: cue, content: []record.Span{a.d.said(s, first, last)}})
	}
}

func (a *attributing) add(s *sentence, cue, source, first, last int) {
	if a.d.inTime(s, source) {
		return
	}
	t := attribution{s: s, cue: cue, source: a.d.phrase(s, source, cue, s), content: []record.Span{a.d.said(s, first, last)}}
	if m := a.h.voice(s, source); m != nil {
		t.speaker = m.parties[0]
	}
	a.out = append(a.out, t)
}

// complements is what stands to the right of a verb or adjective and belongs
// to it: objects, clauses and phrases, up to the next clause; −1 if nothing.
func (d *document) complements(s *sentence, v int) (first, last int) {
	first, last = -1, -1
	passive := s.isPassive(v)
	for _, k := range s.kids(v) {
		k := int(k)
		if passive && s.preposition(k) == "by" {
			continue // who holds it
		}
		charge := first >= 0 && s.relIs(k, "advcl") && s.hasLemma(k, "of", "for", "against", "as", "about") >= 0 // "accused Oslo of lying"
		if k < v || !charge && (!s.relIs(k, "obj", "iobj", "xcomp", "ccomp", "obl", "nmod") || s.toks[k].Rel == "obl:unmarked" || d.inTime(s, k)) {
			continue
		}
		if first < 0 {
			first = int(s.lo[k])
		}
		last = max(last, int(s.hi[k]))
	}
	if first < 0 {
		return -1, -1
	}
	return trim(s, max(first, v+1), last)
}
