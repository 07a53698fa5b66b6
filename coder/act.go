package coder

import (
	"entente/coder/lexicon"
	"entente/plover"
)

// newEvent makes an event of a frame that fits.
func (d *document) newEvent(s *sentence, trigger int, b binding) *event {
	f := b.frame
	e := &event{typ: f.Type, mode: f.Mode, contexts: append([]string(nil), f.Contexts...), cameo: f.CAMEO,
		actors: uniqueRefs(b.actors), recipients: uniqueRefs(b.recipients), s: s, trigger: trigger, words: b.words,
		clause: trigger, noun: -1, said: -1, frame: f, rule: f.Source, score: b.score, confidence: 0.8}
	e.reciprocal = reciprocalFrame(f) || b.mutual
	hosts := e.recipients
	e.recipients = without(e.recipients, e.actors)
	if e.typ == plover.Consult && !e.reciprocal && len(e.recipients) == 0 && len(hosts) > 0 && len(e.actors) == 2 { // "the minister and his colleague from Peru will visit Peru"
		e.recipients, e.actors = hosts, without(e.actors, hosts)
	}
	if len(b.recipients) > 0 && len(e.recipients) == 0 && !e.reciprocal && (e.typ.Quad() == plover.VerbalConflict || e.typ.Quad() == plover.VerbalCooperation) {
		e.dropped = "done to one's own side"
	}
	if e.reciprocal {
		e.actors = uniqueRefs(append(e.actors, e.recipients...))
		e.recipients = nil
		if e.typ == plover.Agree {
			d.ownersAgree(e)
		}
	} else if len(e.recipients) == 0 && e.typ.Quad() != plover.MaterialCooperation {
		d.ownersOfObject(e)
	}
	d.particular(e)
	return e
}

// ownersAgree adds those whose agreement it is to those who approve it: "the
// Dutch parliament ratified the EU's treaty with Peru".
func (d *document) ownersAgree(e *event) {
	for _, w := range e.words {
		m := d.mentionAt(e.s, w)
		if m == nil || m.owner == nil || m.kind != thing || m.namedAfterPlace {
			continue
		}
		for _, p := range m.owners {
			if !p.unresolvable && isAlpha3(p.key()) {
				e.actors = uniqueRefs(append(e.actors, ref{party: p, m: m}))
			}
		}
	}
}

// ownersOfObject makes those whose thing an act is done to its recipients:
// "vetoed a Security Council resolution", "rejected Colombia's claim".
func (d *document) ownersOfObject(e *event) {
	for _, w := range e.words {
		if !e.s.isNominal(w) {
			continue
		}
		if refs := without(d.within(e.s, w, nil), e.actors); len(refs) > 0 {
			e.recipients = uniqueRefs(refs)
			return
		}
	}
}

// ownPeople: "warned its citizens" concerns no other side.
func ownPeople(r ref, actors []ref) bool {
	for _, a := range actors {
		if a.country != "" && a.country == r.country {
			return true
		}
	}
	return false
}

// particular drops recipients who are nobody in particular, except of force:
// "urged people to stay calm" concerns no tie.
func (d *document) particular(e *event) {
	switch e.typ {
	case plover.Assault:
		return
	case plover.Coerce:
		if e.ofAState() { // "police detained protesters"
			return
		}
	}
	var kept []ref
	for _, r := range e.recipients {
		if r.generic && r.m != nil && !r.m.plural && lower(e.s.toks[r.m.first].Form) == "the" {
			e.epithet = true // "accusing the small gas exporter": somebody named before
		}
		if (r.generic || r.being != "" && !isAlpha3(r.id) && r.person == "" && ownPeople(r, e.actors)) && !d.atHome() {
			continue
		}
		if r.via && (e.typ == plover.Threaten && (e.frame == nil || e.frame.Type == plover.Threaten) || e.typ == plover.Consult) {
			continue
		}
		if e.typ == plover.Consult && (contains(r.sectors, "JRN") || contains(r.sectors, "MED")) {
			continue // who tells a newspaper consults nobody
		}
		kept = append(kept, r)
	}
	if len(kept) == 0 && len(e.recipients) > 0 && e.typ.Quad() != plover.MaterialCooperation && e.typ != plover.Sanction {
		e.dropped = "done to nobody in particular, or to one's own"
	}
	e.recipients = kept
	if e.reciprocal {
		kept = nil
		for _, r := range e.actors {
			if !r.generic || d.atHome() {
				kept = append(kept, r)
			}
		}
		e.actors = kept
	}
}

// reciprocalFrame: two slots for actors, or one that names both sides.
func reciprocalFrame(f *lexicon.Frame) bool {
	n := 0
	if f.Subject == lexicon.Actor {
		n++
	}
	for i := range f.Slots {
		if f.Slots[i].Role == lexicon.Actor || f.Slots[i].Of == lexicon.Actor {
			n++
			if f.Noun && mutual(f.Slots[i].Preps) {
				n++
			}
		}
		if f.Slots[i].Role == lexicon.Recipient || f.Slots[i].Of == lexicon.Recipient {
			return false
		}
	}
	return n >= 2 && f.Type != plover.Aid
}

// without takes the parties of one list out of another.
func without(refs, out []ref) []ref {
	var kept []ref
	for _, r := range refs {
		found := false
		for _, o := range out {
			found = found || o.key() == r.key()
		}
		if !found {
			kept = append(kept, r)
		}
	}
	return kept
}
