package coder

import (
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
	case plover.Consult, plover.Request, plover.Support, plover.Accuse, plover.Reject, plover.Threaten:
		return
	}
	s := e.s
	var found []ref
	var walk func(token, depth int)
	walk = func(token, depth int) {
		for _, k := range s.kids(token) {
			k := int(k)
			if len(found) > 0 || s.isVerb(k) || s.inTime(k) || circumstances[s.preposition(k)] || depth > 3 {
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

// foreignSoil: what is done by force in a place is done to whose place it is.
func (e *event) foreignSoil() bool {
	switch e.typ {
	case plover.Mobilize, plover.Coerce, plover.Assault, plover.Retreat:
		return true
	}
	return false
}
