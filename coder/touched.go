package coder

import (
	"entente/atlas"
	"entente/plover"
)

// circumstances are prepositions whose phrases tell the circumstances of an act and
// not whom it touches.
var circumstances = map[string]bool{"by": true, "as": true, "like": true, "under": true, "amid": true, "amidst": true, "following": true,
	"despite": true, "after": true, "during": true, "because of": true, "according to": true, "before": true, "since": true, "without": true,
	"ahead of": true, "due to": true, "alongside": true, "except": true, "including": true, "than": true, "via": true, "through": true,
	"in response to": true, "at": true}

// touched makes another state or organisation that the object of an act or a
// phrase of its clause names the recipient, where the frame found none: "banned
// films made in Russia", "deployed missiles in Poland".
func (d *document) touched(e *event) {
	if len(e.recipients) > 0 || e.reciprocal || e.def && e.typ != plover.Agree || len(e.actors) == 0 || e.noun >= 0 && e.clause == e.noun || e.aux == plover.Negation || e.epithet {
		return
	}
	switch e.typ {
	case plover.Protest:
		if e.noun >= 0 {
			return
		}
	case plover.Threaten:
		if !e.foreignSoil() {
			return
		}
	case plover.Consult, plover.Request, plover.Support, plover.Accuse, plover.Reject:
		return
	}
	s := e.s
	var found []ref
	var walk func(token, depth int)
	walk = func(token, depth int) {
		for _, k := range s.kids(token) {
			k := int(k)
			if len(found) > 0 || s.isVerb(k) || s.inTime(k) || circumstances[s.preposition(k)] || depth > 3 || e.def && depth == 0 && s.preposition(k) == "in" {
				continue
			}
			inside := depth > 0 && s.relIs(k, "compound", "amod", "nmod:poss")
			if !inside && !s.relIs(k, "obj", "iobj", "obl", "nmod", "nsubj:pass") || k < e.trigger && !s.relIs(k, "nsubj:pass") && depth == 0 {
				continue
			}
			if m := d.mentionAt(s, k); m != nil {
				var refs []ref
				for _, p := range m.meant() {
					if isAlpha3(p.key()) && !p.unresolvable && !p.generic {
						refs = append(refs, ref{party: p, m: m, via: len(m.parties) == 0})
					}
				}
				if m.place != nil && m.place.Country != "" && e.foreignSoil() { // "deployed missiles in Silesia"
					refs = append(refs, ref{party: d.state(m.place.Country), m: m, via: true})
				}
				if m.place != nil && e.foreignSoil() {
					refs = append(refs, d.otherClaimants(m, e.actors)...)
				}
				if refs = without(refs, e.actors); len(refs) > 0 {
					found = refs
					return
				}
			}
			walk(k, depth+1)
		}
	}
	walk(e.trigger, 0)
	for _, r := range found {
		for _, a := range e.actors {
			if a.country == r.country && r.country != "" {
				return
			}
		}
	}
	if len(found) > 0 {
		e.recipients = uniqueRefs(found)
		e.dropped = ""
		e.say("touches whom its object names")
	}
}

// otherClaimants are the states that claim a disputed place beside those who
// act there: "South Korea deployed missiles on Dokdo" touches Japan.
func (d *document) otherClaimants(m *mention, actors []ref) []ref {
	var out []ref
	for _, c := range m.place.Claimants {
		if len(m.place.Claimants) == 2 || c == m.place.Country {
			out = append(out, ref{party: d.state(c), m: m, via: true})
		}
	}
	return without(out, actors)
}

// opposite makes the one other state that the clause of an act names anywhere,
// be it in a reason or a purpose, the one that it is done to: "raised its alert
// in response to North Korean threats", "built a base to deter Russia". Where
// the other state only reports the act or gives it a place, it is nobody's.
func (d *document) opposite(e *event) {
	if len(e.recipients) > 0 || len(keysOfRefs(e.actors)) != 1 || e.aux == plover.Negation || e.epithet || e.noun >= 0 && e.clause == e.noun || generic(e.actors) {
		return
	}
	switch e.typ {
	case plover.Consult:
		if !e.reciprocal {
			return
		}
	case plover.Support, plover.Accuse, plover.Protest, plover.Assault:
		return
	case plover.Request:
		if e.frame != nil && e.frame.Type == plover.Request && e.mode != "meet" { // "ordered an end to operations against Georgia" asks Georgia for nothing
			return
		}
		for _, o := range d.clauseOf(e.s, e.clause).objects {
			if len(d.participants(e.s, o.token)) > 0 { // "the parliament urged the president to"
				return
			}
		}
		if e.def {
			return
		}
	}
	for _, r := range e.actors {
		if r.country == "" || r.country != e.actors[0].country {
			return
		}
	}
	s := e.s
	top := e.clause
	if !s.inSubtree(e.trigger, top) {
		top = e.trigger
	}
	var found []ref
	for i := int(s.lo[top]); i <= int(s.hi[top]); i++ {
		m := d.mentionAt(s, i)
		if m == nil || m.head != i || !s.inSubtree(i, top) || d.describesActor(e, i) {
			continue
		}
		if e.reciprocal && !d.partner(e, i) {
			continue
		}
		for _, p := range m.meant() {
			if p.country == "" || p.country == e.actors[0].country || p.unresolvable || p.generic {
				continue
			}
			first := i
			for s.relIs(first, "conj") && s.toks[first].Head >= 0 {
				first = s.toks[first].Head
			}
			if prep := s.preposition(first); prep == "in" || prep == "at" || prep == "according to" || prep == "like" || prep == "near" {
				continue
			}
			found = append(found, ref{party: d.state(p.country), m: m, via: true})
		}
	}
	if len(found) == 0 {
		found = d.made(e, top)
	}
	if found = uniqueRefs(found); len(found) != 1 {
		return
	}
	if e.reciprocal {
		e.actors = append(e.actors, found...)
	} else {
		e.recipients = found
	}
	e.dropped = ""
	e.confidence -= 0.2
	e.say("the one other state of its clause")
}

// partner tells whether a token stands in a phrase with whom something is done
// together: "held talks in Oslo with the ambassador to Sudan".
func (d *document) partner(e *event, i int) bool {
	s := e.s
	for steps := 0; i >= 0 && steps < 4; i, steps = s.toks[i].Head, steps+1 {
		if s.isVerb(i) || circumstances[s.preposition(i)] {
			return false
		}
		if prep := s.preposition(i); prep == "with" || prep == "between" {
			return true
		}
	}
	return false
}

// made gives the states that something under a token is made or held by:
// "banned Ugandan-made sugar".
func (d *document) made(e *event, top int) []ref {
	s := e.s
	var out []ref
	for _, match := range s.matches {
		v := match.Last + 2
		if v >= len(s.toks) || !isHyphen(s.toks[match.Last+1].Form) || s.toks[v].XPOS != "VBN" || !s.inSubtree(v, top) {
			continue
		}
		if entity := d.atlas.Choose(match, d.has).Entity; entity != nil && entity.Kind == atlas.State && entity.ID != e.actors[0].country {
			if m := d.mentionAt(s, v); m != nil {
				out = append(out, ref{party: d.state(entity.ID), m: m, via: true})
			}
		}
	}
	return out
}

// describesActor tells whether a token stands in what describes an actor:
// "Cyprus, which Turkey doesn't recognise, had threatened".
func (d *document) describesActor(e *event, i int) bool {
	for _, r := range e.actors {
		if r.m == nil || r.m.sent != e.s || e.s.inSubtree(e.trigger, r.m.head) {
			continue
		}
		if rel := e.s.child(r.m.head, "acl"); rel >= 0 && e.s.inSubtree(i, rel) {
			return true
		}
		if w := r.m.last + 2; w < i && i < e.trigger && e.s.toks[w-1].Form == "," && (e.s.toks[w].Lemma == "which" || e.s.toks[w].Lemma == "who") {
			return true
		}
	}
	return false
}

// foreignSoil: what is done by force in a place is done to whose place it is.
func (e *event) foreignSoil() bool {
	typ := e.typ
	if typ == plover.Threaten && e.frame != nil { // "is to deploy missiles on Dokdo"
		typ = e.frame.Type
	}
	switch typ {
	case plover.Mobilize, plover.Coerce, plover.Assault, plover.Retreat:
		return true
	}
	return false
}
