package coder

import (
	"strconv"

	"entente/plover"
)

// The weight that a template's features have beside others: rare, telling
// ones count more than the words of the whole sentence.
const (
	bagValue    = 0.4
	nearValue   = 0.7
	plainValue  = 1
	strongValue = 1.5
)

// describe fills in the features of a pair.
func (p *pair) describe() {
	p.add(plainValue, "bias")
	p.place()
	p.acts()
	p.bag()
	p.between()
	p.onPath()
	p.predicates()
	p.participant("source", p.source)
	p.participant("target", p.target)
}

// placing is where in the text a sentence stands.
type placing string

const (
	atTitle placing = "title"
	atShort placing = "short" // a text of three sentences at the most
	atLead  placing = "lead"  // the first two sentences of a longer one
	atBody  placing = "body"
)

func (p *pair) placing() placing {
	switch {
	case p.s.title:
		return atTitle
	case len(p.d.sents)-p.d.titles <= 3:
		return atShort
	case p.s.index-p.d.titles < 2:
		return atLead
	}
	return atBody
}

// place notes where in the text the sentence stands: the lead tells what
// happened, the rest what was before and what is thought of it.
func (p *pair) place() {
	p.add(plainValue, "place", string(p.placing()))
	kept := 0
	for _, e := range p.s.acts {
		if e.dropped == "" {
			kept++
		}
	}
	if !p.bare {
		p.add(plainValue, "acts", strconv.Itoa(min(kept, 2)))
	}
}

// content tells whether a token means something by itself.
func (p *pair) content(i int) bool {
	switch p.s.toks[i].UPOS {
	case "NOUN", "VERB", "ADJ", "ADV":
		return !p.s.inTime(i)
	}
	return false
}

// word notes a token's lemma, its clusters and what the lexicon's frames make
// of it.
func (p *pair) word(zone string, i int, value float32) {
	t := &p.s.toks[i]
	lemma := lower(t.Lemma)
	p.add(value, "word", zone, lemma)
	fine, coarse := p.d.know.Syntax.Cluster(t.Form)
	if fine > 0 {
		p.add(value*0.6, "cluster", zone, strconv.Itoa(fine))
	}
	if coarse > 0 && zone != zoneSentence {
		p.add(value*0.4, "coarse cluster", zone, strconv.Itoa(coarse))
	}
	p.votes(zone, lemma, value)
}

// votes notes how the lexicon uses a lemma.
func (p *pair) votes(zone, lemma string, value float32) {
	if p.bare {
		return
	}
	for _, v := range p.d.know.votes.Heads[lemma] {
		p.add(value*float32(v.Share), "lexicon", zone, string(v.Type))
	}
	for _, v := range p.d.know.votes.Words[lemma] {
		p.add(value*0.6*float32(v.Share), "lexicon beside", zone, string(v.Type))
	}
}

// zoneSentence is the zone of words that stand anywhere.
const zoneSentence = "sentence"

// bag notes the words of the whole sentence.
func (p *pair) bag() {
	for i := range p.s.toks {
		if p.content(i) && !p.inside(i) {
			p.word(zoneSentence, i, bagValue)
		}
	}
}

// inside tells whether a token belongs to one of the two participants.
func (p *pair) inside(i int) bool {
	for _, m := range []*mention{p.source, p.target} {
		if m != nil && m.sent == p.s && i >= m.first && i <= m.last {
			return true
		}
	}
	return false
}

// between notes the words between the two, and those right after the second.
func (p *pair) between() {
	if len(p.s.toks) == 0 || p.source == nil || p.target == nil || p.source.sent != p.target.sent {
		return
	}
	first, second := p.source, p.target
	order := "st"
	if first.first > second.first {
		first, second, order = second, first, "ts"
	}
	p.add(plainValue, "order", order)
	prev := ""
	for i := first.last + 1; i < second.first; i++ {
		if p.content(i) || p.s.toks[i].UPOS == "ADP" || p.s.toks[i].UPOS == "PART" {
			if p.content(i) {
				p.word("between", i, nearValue)
			}
			lemma := lower(p.s.toks[i].Lemma)
			if prev != "" {
				p.add(nearValue, "between two", prev, lemma)
			}
			prev = lemma
		}
	}
	for i := second.last + 1; i < min(second.last+6, len(p.s.toks)); i++ {
		if p.content(i) {
			p.word("after", i, nearValue)
		}
	}
}

// onPath notes what lies on the way through the tree.
func (p *pair) onPath() {
	rels := ""
	for _, t := range p.path {
		rels += p.s.toks[t].Rel + " "
		p.word("path", t, plainValue)
		p.operator("path", t)
	}
	p.add(plainValue, "relations", rels)
	for i, a := range p.path {
		for _, b := range p.path[i+1:] {
			p.add(plainValue, "path two", lower(p.s.toks[a].Lemma), lower(p.s.toks[b].Lemma))
		}
	}
}

// operator notes what a governing word does to an act below it, and to an act
// of which type.
func (p *pair) operator(zone string, t int) {
	seen := map[string]bool{}
	for _, op := range p.d.lex.Operators[lower(p.s.toks[t].Lemma)] {
		if op.With != "" && !p.s.hasParticle(t, op.With) && p.s.hasLemma(t, op.With) < 0 {
			continue
		}
		effect := strconv.Itoa(int(op.Effect))
		if seen[effect] {
			continue
		}
		seen[effect] = true
		p.add(plainValue, "operator", zone, effect)
		for i := range p.s.toks {
			if i != t && p.content(i) && p.s.inSubtree(i, t) {
				for _, v := range p.d.know.votes.Heads[lower(p.s.toks[i].Lemma)] {
					if v.Share > 0.3 {
						p.add(nearValue*float32(v.Share), "operator over", effect, string(v.Type))
					}
				}
			}
		}
	}
}

// predicates notes the verb whose subject the source is, with what it governs,
// and what governs the target.
func (p *pair) predicates() {
	if p.source != nil && p.source.sent == p.s {
		v := p.s.governor(p.source.head)
		rel := p.s.toks[p.source.head].Rel
		p.add(plainValue, "source is", rel)
		for steps := 0; v >= 0 && steps < 3; steps++ {
			p.verb("verb", v)
			v = p.below(v)
		}
	}
	if p.target != nil && p.target.sent == p.s {
		h := p.target.head
		p.add(plainValue, "target is", p.s.toks[h].Rel, p.s.preposition(h))
		if g := p.s.toks[h].Head; g >= 0 {
			p.word("governor", g, strongValue)
			p.add(strongValue, "governor with", lower(p.s.toks[g].Lemma), p.s.preposition(h))
			if gg := p.s.toks[g].Head; gg >= 0 {
				p.word("above governor", gg, plainValue)
				p.add(plainValue, "governors", lower(p.s.toks[gg].Lemma), lower(p.s.toks[g].Lemma))
			}
		}
	}
}

// verb notes a verb, its objects and particles.
func (p *pair) verb(zone string, v int) {
	lemma := lower(p.s.toks[v].Lemma)
	p.word(zone, v, strongValue)
	p.operator(zone, v)
	if p.s.isPassive(v) {
		p.add(plainValue, zone+" passive", lemma)
	}
	if p.s.negated(v) {
		p.add(strongValue, zone+" not")
		p.add(plainValue, zone+" not", lemma)
		for _, k := range p.s.kids(v) {
			if p.s.relIs(int(k), "aux") { // "will not", "could not"
				p.add(strongValue, zone+" not", lower(p.s.toks[k].Lemma))
			}
		}
	}
	for _, k := range p.s.kids(v) {
		k := int(k)
		switch {
		case p.s.relIs(k, "obj", "obl", "xcomp", "ccomp", "advcl"):
			p.word(zone+" "+p.s.toks[k].Rel, k, plainValue)
			p.add(plainValue, zone+" with", lemma, p.s.preposition(k), lower(p.s.toks[k].Lemma))
		case p.s.relIs(k, "compound:prt", "aux", "advmod"):
			p.add(plainValue, zone+" and", lemma, lower(p.s.toks[k].Lemma))
			p.add(nearValue, zone+" auxiliary", lower(p.s.toks[k].Lemma))
		}
	}
}

// below gives the clause that a verb governs, −1 if there is none.
func (p *pair) below(v int) int {
	for _, k := range p.s.kids(v) {
		if p.s.relIs(int(k), "xcomp", "ccomp") {
			return int(k)
		}
	}
	return -1
}

// participant notes who one of the two is.
func (p *pair) participant(side string, m *mention) {
	if m == nil {
		p.add(plainValue, side+" unnamed")
		return
	}
	s := m.sent
	for i := m.first; i <= m.last; i++ {
		if s.toks[i].UPOS == "NOUN" || s.toks[i].UPOS == "ADJ" || s.toks[i].UPOS == "VERB" {
			lemma := lower(s.toks[i].Lemma)
			p.add(nearValue, side+" word", lemma)
			p.votes(side, lemma, nearValue)
		}
	}
	head := &s.toks[m.head]
	if fine, coarse := p.d.know.Syntax.Cluster(head.Form); fine > 0 {
		p.add(nearValue, side+" cluster", strconv.Itoa(fine))
		p.add(nearValue, side+" coarse cluster", strconv.Itoa(coarse))
	}
	p.add(nearValue, side+" tag", head.UPOS)
	for _, q := range m.meant() {
		for _, sector := range q.sectors {
			p.add(nearValue, side+" sector", sector)
		}
		if q.country != "" {
			p.add(nearValue, side+" country")
		}
		p.add(nearValue, side+" being", q.being)
	}
}

// acts notes what the lexicon found in the sentence: which types, whose, and
// what was dropped.
func (p *pair) acts() {
	if p.bare {
		return
	}
	for _, e := range p.s.acts {
		typ := string(e.typ)
		state := "kept"
		if e.dropped != "" {
			state = "dropped"
		}
		s, t := p.isIn(p.source, e.actors), p.isIn(p.target, e.recipients)
		if e.reciprocal || len(e.recipients) == 0 {
			t = t || p.isIn(p.target, e.actors)
		}
		who := "other"
		switch {
		case s && t:
			who = "both"
		case s:
			who = "source"
		case t:
			who = "target"
		}
		value := float32(plainValue)
		if who == "both" {
			value = 2
		}
		p.add(value, "act of", who, typ)
		p.add(value, "act of", who, state, typ)
		if e.frame != nil {
			p.add(value, "frame of", who, string(e.frame.Type), typ)
			p.add(value*0.5, "entry of", who, e.rule)
			for _, effect := range e.effects {
				p.add(value, "operators of", who, strconv.Itoa(int(effect)), string(e.frame.Type))
			}
		}
		if e.aux != plover.Asserted {
			p.add(value, "mode of", who, string(e.aux), typ)
		}
	}
}

// isIn tells whether a mention's party takes part.
func (p *pair) isIn(m *mention, refs []ref) bool {
	if m == nil {
		return false
	}
	for _, q := range m.meant() {
		for _, r := range refs {
			if r.key() == q.key() {
				return true
			}
		}
	}
	return false
}
