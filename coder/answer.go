package coder

import (
	"strings"

	"entente/coder/lexicon"
	"entente/plover"
)

// otherSide gives an act by one state the other state of its sentence, or of
// its clause alone, where there is exactly one.
func (d *document) otherSide(e *event, clause bool) {
	actors := keysOfRefs(e.actors)
	if len(actors) != 1 {
		return
	}
	var other *mention
	var whom *party
	for _, m := range d.mentions {
		if m.sent != e.s || clause && (!e.s.inSubtree(m.head, e.clause) || e.s.governor(m.head) != e.clause) {
			continue
		}
		for _, p := range m.meant() {
			k := p.key()
			if !isAlpha3(k) || k == actors[0] {
				continue
			}
			if whom != nil && whom.key() != k {
				return
			}
			other, whom = m, p
		}
	}
	if whom != nil {
		e.recipients = []ref{{party: whom, m: other, via: true}}
		e.confidence -= 0.2
		e.say("the other side of the sentence: " + whom.key())
	}
}

// otherOfLastEvent gives an answer to those whose act it answers: the others
// of the last act, at most three sentences back, that the actor had part in.
func (d *document) otherOfLastEvent(e *event) {
	if len(keysOfRefs(e.actors)) != 1 {
		return
	}
	key := e.actors[0].key()
	for i := len(d.events) - 1; i >= 0; i-- {
		o := d.events[i]
		if e.s.index-o.s.index > 3 || o.aux == plover.Negation {
			return
		}
		if o.s.title && e.s.index-d.firstBody() > 0 {
			return
		}
		all := append(append([]ref(nil), o.actors...), o.recipients...)
		others := without(all, e.actors)
		if len(others) == len(uniqueRefs(all)) || len(others) == 0 {
			continue
		}
		if len(o.recipients) > 0 && contains(keysOfRefs(o.actors), key) { // its own act: the same other side
			others = without(o.recipients, e.actors)
		} else if len(o.recipients) > 0 {
			others = without(o.actors, e.actors)
		}
		for _, r := range others {
			if !isAlpha3(r.key()) {
				return
			}
		}
		e.recipients = nil
		for _, r := range uniqueRefs(others) {
			e.recipients = append(e.recipients, ref{party: r.party, m: r.m, via: true})
		}
		e.confidence -= 0.25
		e.say("the other side of the act before: " + strings.Join(keysOfRefs(others), ", "))
		return
	}
}

// verbalByOperator: "threatened to", "refused to" make an act a verbal one.
func (e *event) verbalByOperator() bool {
	for _, effect := range e.effects {
		if effect == lexicon.Threaten || effect == lexicon.Refuse {
			return true
		}
	}
	return false
}

// leadThenBack lists the acts found so far: those of headline and lead, which
// are what an article is about, then the others from the last back.
func (d *document) leadThenBack() []*event {
	var out []*event
	for _, e := range d.events {
		if d.isLead(e.s) {
			out = append(out, e)
		}
	}
	for i := len(d.events) - 1; i >= 0; i-- {
		if !d.isLead(d.events[i].s) {
			out = append(out, d.events[i])
		}
	}
	return out
}

// reaction gives a third side's reaction to "the agreement" or "the launch"
// those who made it: welcome goes to all who agreed, blame to who acted.
func (d *document) reaction(e *event) {
	definite := false
	for _, w := range e.words {
		definite = definite || e.s.isNominal(w) && e.s.hasLemma(w, "the", "this", "that") >= 0 && len(d.within(e.s, w, nil)) == 0
	}
	if !definite || e.typ != plover.Accuse && e.typ != plover.Support {
		return
	}
	for _, o := range d.leadThenBack() {
		if o.aux != plover.Asserted {
			continue
		}
		hostile := o.typ.Quad() >= plover.VerbalConflict
		if hostile != (e.typ == plover.Accuse) {
			continue
		}
		refs := o.actors
		if !hostile {
			refs = append(append([]ref(nil), o.actors...), o.recipients...)
		}
		others := without(refs, e.actors)
		if len(others) < len(uniqueRefs(refs)) || len(others) == 0 {
			continue // its own doing
		}
		for _, r := range uniqueRefs(others) {
			e.recipients = append(e.recipients, ref{party: r.party, m: r.m, via: true})
		}
		e.confidence -= 0.25
		e.say("a reaction to " + string(o.typ) + " by " + strings.Join(keysOfRefs(o.actors), ", "))
		return
	}
}

// sameTarget: "Japan announced sanctions of its own" — against whom the last
// sanctions told of were.
func (d *document) sameTarget(e *event) {
	for i := len(d.events) - 1; i >= 0; i-- {
		o := d.events[i]
		if e.s.index-o.s.index > 4 {
			return
		}
		if o.typ != plover.Sanction || o.aux == plover.Negation {
			continue
		}
		if others := without(o.recipients, e.actors); len(others) > 0 {
			e.recipients = others
			e.confidence -= 0.25
			e.say("against whom the sanctions before were: " + strings.Join(keysOfRefs(others), ", "))
			return
		}
	}
}

// otherOfPair gives an act by one state the other of the pair that the
// sentences just before spoke of: "threatened to walk away from the talks".
func (d *document) otherOfPair(e *event) {
	if len(keysOfRefs(e.actors)) != 1 || e.s.title {
		return
	}
	key := e.actors[0].key()
	for i := len(d.focus) - 1; i >= 0; i-- {
		f := &d.focus[i]
		if f.weak && !d.otherWasSubject(f, key, e) || f.sent > e.s.index || f.sent == e.s.index && f.token >= e.trigger || len(f.parties) != 2 || !hasKey(f.parties, key) {
			continue
		}
		if e.s.index-f.sent > 3 {
			return
		}
		for _, p := range f.parties {
			if p.key() != key && isAlpha3(p.key()) {
				e.recipients = []ref{{party: p, m: e.actors[0].m, via: true}}
				e.confidence -= 0.3
				e.say("the other of the pair spoken of: " + p.key())
			}
		}
		return
	}
}

// otherWasSubject tells whether the other of a pair was the subject of one of
// the two sentences before: who claimed what is now rejected.
func (d *document) otherWasSubject(f *focusSet, key string, e *event) bool {
	for i := len(d.mentions) - 1; i >= 0; i-- {
		m := d.mentions[i]
		if m.sent.index >= e.s.index || m.sent.title {
			continue
		}
		if e.s.index-m.sent.index > 2 {
			return false
		}
		if m.sent.relIs(m.head, "nsubj") {
			for _, p := range m.parties {
				if p.key() != key && hasKey(f.parties, p.key()) {
					return true
				}
			}
		}
	}
	return false
}
