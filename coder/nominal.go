package coder

import (
	"entente/coder/lexicon"
	"entente/plover"
)

// nominal reads the event nouns of a sentence: "held talks", "the visit by",
// "Russia's attack on". Support verbs lend them their subject.
func (d *document) nominal(s *sentence, n int) *event {
	frames := d.lex.Nouns[lower(s.toks[n].Lemma)]
	if len(frames) == 0 || s.toks[n].UPOS == "VERB" || s.toks[n].Rel == "compound" || s.toks[n].Rel == "amod" {
		return nil
	}
	if m := d.mentionAt(s, n); m != nil && m.kind != thing {
		return nil
	}
	if n+1 < len(s.toks) && isHyphen(s.toks[n+1].Form) && s.toks[n].End == s.toks[n+1].Start {
		return nil // "strike-hit", "visit-related"
	}
	host := d.hostOf(s, n)
	var best binding
	found := false
	for _, f := range frames {
		if b, ok := d.fitNoun(f, s, n, host); ok && (!found || b.score > best.score) {
			best, found = b, true
		}
	}
	if !found {
		return nil
	}
	if host.support == nil && (best.frame.Type == plover.Aid || best.frame.Type == plover.Assault && standing[lower(s.toks[n].Lemma)]) {
		return nil // "humanitarian aid", "the war between them": spoken of, not told
	}
	e := d.newEvent(s, n, best)
	e.noun = n
	if host.support == nil && e.typ == plover.Assault && (generic(e.recipients) || len(e.recipients) == 0) && !d.carriedOn(s, n, host) {
		return nil // "a credit card operation", "a clash in the cabinet"
	}
	d.subjectActs(e, host)
	if e.reciprocal {
		d.fillSides(e)
		d.subjectsMeet(e, host)
	} else if e.typ == plover.Consult && len(e.actors) == 0 && len(e.recipients) > 0 && host.support == nil {
		d.subjectVisits(e)
	}
	if host.verb >= 0 && host.support != nil {
		e.trigger, e.clause = n, host.verb
		e.words = append(e.words, host.verb)
		e.say("support verb " + s.toks[host.verb].Lemma)
	} else {
		e.clause = s.governorOrSelf(n)
	}
	return e
}

// carriedOn tells whether a verb says that what its object names goes on or
// ends: "continued their attacks".
func (d *document) carriedOn(s *sentence, n int, host hostVerb) bool {
	if host.verb < 0 || !s.relIs(n, "obj", "nsubj:pass") {
		return false
	}
	op := d.operatorAt(s, host.verb, n)
	return op != nil && (op.Effect == lexicon.Do || op.Effect == lexicon.Resume || op.Effect == lexicon.Halt)
}

// subjectsMeet: "A and B agreed after four days of talks", "said after a
// meeting with B" — the subject of the clause met.
func (d *document) subjectsMeet(e *event, host hostVerb) {
	if host.support != nil || e.typ != plover.Consult && (len(e.actors) != 1 || e.typ != plover.Agree && e.typ != plover.Retreat) || len(keysOfRefs(e.actors)) > 1 {
		return
	}
	s, n := e.s, e.noun
	for s.toks[n].Head >= 0 && s.relIs(n, "nmod") && (lightNouns[s.toks[s.toks[n].Head].Lemma] || s.inTime(s.toks[n].Head)) {
		n = s.toks[n].Head
	}
	if host.subject && len(e.actors) == 0 { // "talks continued on Wednesday"
		if op := d.operatorAt(s, host.verb, n); op != nil && (op.Effect == lexicon.Do || op.Effect == lexicon.Resume) {
			for _, p := range d.together(2, true, s, n, nil) {
				e.actors = append(e.actors, ref{party: p, m: d.mentionAt(s, n)})
			}
			e.confidence -= 0.2
			e.say("the two spoken of before")
			return
		}
	}
	switch s.preposition(n) {
	case "after", "during", "at", "following", "in", "before", "ahead of", "for", "on the sidelines of":
	case "under", "in accordance with", "in line with", "with", "as", "of":
		if e.typ == plover.Consult {
			return
		}
	default:
		return
	}
	v := s.governor(n)
	if v < 0 {
		return
	}
	var refs []ref
	for _, t := range d.clauseOf(s, v).subjects {
		refs = append(refs, d.participants(s, t)...)
	}
	for _, r := range refs {
		if r.via {
			return
		}
	}
	if both := uniqueRefs(append(refs, e.actors...)); len(keysOfRefs(both)) > 1 && len(keysOfRefs(both)) < 6 {
		e.actors = both
		e.say("those who act in the clause met")
	}
}

// subjectActs makes the state that is the subject of the clause the actor of
// an act against another that its verb has for an object: "the ministry is
// preparing tariffs on steel from Turkey".
func (d *document) subjectActs(e *event, host hostVerb) {
	if host.support != nil || host.verb < 0 || !e.s.relIs(e.noun, "obj") || e.reciprocal || len(e.actors) > 0 || len(e.recipients) == 0 {
		return
	}
	switch e.typ {
	case plover.Sanction, plover.Accuse, plover.Mobilize, plover.Assault:
	default:
		return
	}
	var refs []ref
	for _, t := range host.clause.subjects {
		refs = append(refs, d.participants(e.s, t)...)
	}
	refs = uniqueRefs(refs)
	if len(refs) != 1 || refs[0].generic || !isAlpha3(refs[0].key()) || len(without(refs, e.recipients)) == 0 || host.clause.passive {
		return
	}
	e.actors = refs
	e.confidence -= 0.1
	e.say("its verb's subject acts")
}

// standing are words for violence that name a state of things rather than an
// act, unless a verb makes it one ("fought a war").
var standing = map[string]bool{"war": true, "conflict": true, "fighting": true, "violence": true, "hostility": true, "hostilities": true,
	"battle": true, "bloodshed": true, "insurgency": true, "warfare": true, "unrest": true}

// subjectVisits: "Lapid, who during a visit to Morocco accused" — the subject of
// the clause makes the visit.
func (d *document) subjectVisits(e *event) {
	s := e.s
	switch s.preposition(e.noun) {
	case "during", "on", "at", "after", "in", "for", "following":
	default:
		return
	}
	v := s.governor(e.noun)
	if v < 0 {
		return
	}
	var refs []ref
	for _, t := range d.clauseOf(s, v).subjects {
		refs = append(refs, d.participants(s, t)...)
	}
	refs = without(uniqueRefs(refs), e.recipients)
	if len(refs) == 1 && !refs[0].via {
		e.actors = refs
		e.say("who acts in the clause made the visit")
	}
}

// hostVerb is the verb that an event noun depends on, with what it lends.
type hostVerb struct {
	verb    int
	support *lexicon.Support
	clause  *clause
	subject bool // the noun is the verb's subject
}

// hostOf climbs from an event noun to the verb that carries it.
func (d *document) hostOf(s *sentence, n int) hostVerb {
	h := hostVerb{verb: -1}
	for _, k := range s.kids(n) { // "the drills that the two countries began"
		if s.toks[k].Rel == "acl:relcl" && s.isVerb(int(k)) {
			rel := hostVerb{verb: int(k), clause: d.clauseOf(s, int(k))}
			if !rel.clause.passive && s.child(int(k), "nsubj") >= 0 {
				if rel.support = d.supportOf(s, rel, n); rel.support != nil {
					return rel
				}
			}
		}
	}
	v := n
	for steps := 0; steps < 4; steps++ {
		head := s.toks[v].Head
		if head < 0 {
			return h
		}
		if s.toks[v].Rel == "conj" || s.relIs(v, "nmod") && lightNouns[s.toks[head].Lemma] {
			v = head
			continue
		}
		if s.isVerb(head) && s.relIs(v, "obj", "nsubj", "obl", "xcomp", "ccomp") {
			h.verb = head
			h.clause = d.clauseOf(s, head)
			h.subject = s.toks[v].Rel == "nsubj" && !h.clause.passive
			h.support = d.supportOf(s, h, n)
		}
		if s.isVerb(head) && s.toks[v].Rel == "acl" || s.isVerb(v) {
			return h
		}
		return h
	}
	return h
}

// supportOf finds the line of the support verbs that joins a verb and its noun.
func (d *document) supportOf(s *sentence, h hostVerb, n int) *lexicon.Support {
	lines := d.lex.Supports[lower(s.toks[h.verb].Lemma)]
	if op := d.operatorAt(s, h.verb, n); op != nil && op.Effect == lexicon.Halt && op.With != "" && contains(h.clause.particles, op.With) {
		return nil // "call off a strike"
	}
next:
	for i := range lines {
		sup := &lines[i]
		if h.subject != sup.NounIsSubject || sup.Passive && !h.clause.passive || !sup.AnyNoun && !s.phraseIsAny(n, sup.Nouns) {
			continue
		}
		if s.toks[h.verb].Lemma == "call" && s.child(h.verb, "xcomp") >= 0 { // "called the truce a first step"
			continue
		}
		for _, w := range sup.Between {
			if !s.between(h.verb, n, w) {
				continue next
			}
		}
		return sup
	}
	return nil
}

// between tells whether a word stands between two tokens.
func (s *sentence) between(a, b int, word string) bool {
	for i := min(a, b) + 1; i < max(a, b); i++ {
		if s.wordIs(i, word) {
			return true
		}
	}
	return false
}

// lightNouns only count or time the event noun they govern: "a round of talks".
var lightNouns = map[string]bool{"round": true, "series": true, "day": true, "hour": true, "session": true, "set": true, "spate": true,
	"string": true, "part": true, "wave": true, "number": true, "hundred": true, "dozen": true, "kind": true, "type": true, "pair": true, "couple": true}

// fitNoun binds a noun frame to what stands around the noun.
func (d *document) fitNoun(f *lexicon.Frame, s *sentence, n int, host hostVerb) (binding, bool) {
	b := binding{frame: f}
	if !s.phraseIsAny(n, f.Heads) {
		return b, false
	}
	for _, h := range f.Heads {
		b.score = max(b.score, 2*len(h.With))
	}
	c := &clause{s: s, head: n}
	c.addNominals(n, 0)
	if h := s.toks[n].Head; h >= 0 && s.relIs(n, "nmod") && lightNouns[s.toks[h].Lemma] {
		c.addNominals(h, 0) // "three rounds of talks between the two sides"
	}
	if host.support != nil {
		for _, a := range host.clause.obliques {
			if a.depth == 0 {
				c.obliques = append(c.obliques, a)
			}
		}
	} else if host.verb >= 0 && (host.subject || s.relIs(n, "obj")) {
		for _, a := range host.clause.obliques { // the parser may hang "contacts between" on the verb
			if a.depth == 0 && a.token > n && (a.prep == "between" || a.prep == "with" || a.prep == "among" || a.prep == "against" || a.prep == "on") {
				c.obliques = append(c.obliques, a)
			}
		}
	}
	used := map[int]bool{n: true}
	reciprocal := false
	for i := range f.Slots {
		slot := &f.Slots[i]
		if slot.Role == lexicon.Actor && mutual(slot.Preps) {
			reciprocal = true
		}
		if !d.fitNounSlot(&b, slot, c, used) {
			return b, false
		}
	}
	if m := d.mentionAt(s, n); m != nil {
		own := m.owners
		if m.owner != nil && len(m.owner.parties) == 0 && len(m.owner.owners) == 0 || reciprocal && m.namedAfterPlace {
			own = nil
		}
		for _, p := range own {
			if !p.unresolvable {
				b.actors = append(b.actors, ref{party: p, m: m})
				b.score++
			}
		}
	}
	if host.support != nil {
		d.lend(&b, host, n)
	}
	if reciprocal {
		b.actors = append(b.actors, b.recipients...)
		b.recipients = nil
	}
	return b, len(b.actors)+len(b.recipients) > 0 || reciprocal
}

func mutual(preps []string) bool {
	return contains(preps, "between") || contains(preps, "among") || contains(preps, "with")
}

// fitNounSlot binds one slot of a noun frame; only words that fix the sense
// are required, participants may be missing.
func (d *document) fitNounSlot(b *binding, slot *lexicon.Slot, c *clause, used map[int]bool) bool {
	for _, a := range c.candidates(slot) {
		if used[a.token] || a.depth > 1 {
			continue
		}
		if slot.Words != nil {
			if d.phraseIsAny(c.s, a.token, slot.Words) {
				used[a.token] = true
				b.score += 3
				if slot.Of != lexicon.NoRole {
					b.bind(slot.Of, d.inside(slot, c, a.token, used))
				}
				return true
			}
			continue
		}
		refs := d.participants(c.s, a.token)
		if len(refs) == 0 && slot.Role == lexicon.Recipient {
			refs = d.within(c.s, a.token, nil)
		}
		if len(refs) == 0 || slot.Role == lexicon.Any {
			continue
		}
		if a.prep == "between" && len(keysOfRefs(refs)) < 2 {
			refs = append(refs, d.otherEnd(c.s, a.token, refs)...)
		}
		used[a.token] = true
		b.bind(slot.Role, refs)
		b.score += 2
		return true
	}
	return slot.Words == nil || slot.Optional
}

// otherEnd looks for the second side of "between A, secretary of …, and B"
// where the parser lost it: the first actor of another side after an "and".
func (d *document) otherEnd(s *sentence, first int, refs []ref) []ref {
	for i := first + 1; i+1 < len(s.toks); i++ {
		if x := s.toks[i].XPOS; s.isVerb(i) && (x == "VBD" || x == "VBZ" || x == "VBP") {
			return nil
		}
		if s.toks[i].Lemma != "and" {
			continue
		}
		m := d.mentionAt(s, i+1)
		if m == nil || m.first != i+1 || len(m.parties) == 0 {
			continue
		}
		if other := without(d.named(s, m.head, 0), refs); len(other) > 0 {
			return other
		}
	}
	return nil
}

// lend gives an event noun the participants of its support verb.
func (d *document) lend(b *binding, host hostVerb, n int) {
	sup, c := host.support, host.clause
	take := func(tokens []int, role lexicon.Role) {
		for _, t := range tokens {
			if t != n {
				b.bind(role, d.participants(c.s, t))
			}
		}
	}
	b.score += 2
	subjects := c.subjects
	if sup.Passive {
		for _, o := range c.objects {
			subjects = append(subjects, o.token)
		}
	}
	if !sup.NounIsSubject {
		take(subjects, sup.Subject)
	}
	for _, o := range c.objects {
		if o.token != n && sup.Object != lexicon.NoRole && !sup.Passive {
			take([]int{o.token}, sup.Object)
		}
	}
	for _, r := range sup.Phrases {
		for _, a := range c.obliques {
			if a.prep == r.Prep && a.depth == 0 && a.token != n {
				take([]int{a.token}, r.Role)
			}
		}
	}
}
