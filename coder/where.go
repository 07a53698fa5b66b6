package coder

import "entente/atlas"

// locate finds where an act happened: a place in a phrase with in, at or near
// under its clause.
func (d *document) locate(e *event) {
	s := e.s
	best := 1000
	for i := range s.toks {
		m := d.mentionAt(s, i)
		if m == nil || m.head != i {
			continue
		}
		switch s.preposition(i) {
		case "in", "at", "near", "outside", "inside", "off":
		default:
			continue
		}
		name, country := d.placeOf(m)
		if name == "" {
			continue
		}
		g := s.governor(i)
		rank := 1000
		switch {
		case e.noun >= 0 && s.inSubtree(i, e.noun) && s.sameClause(e.noun, i):
			rank = 0
		case g == e.trigger || g == e.clause:
			rank = 10
		case containsToken(e.words, g):
			rank = 20
		}
		if rank < best {
			best = rank
			e.place = &placed{name, country}
		}
	}
	if e.place == nil && d.art.Here != "" && e.noun >= 0 && s.hasHere(e.clause) {
		e.place = &placed{name: d.art.Here}
	}
}

// hasHere: "a trilateral meeting here".
func (s *sentence) hasHere(clause int) bool {
	for i := range s.toks {
		if s.toks[i].Lemma == "here" && s.governor(i) == clause {
			return true
		}
	}
	return false
}

// placeOf gives the place that a mention names, and its country.
func (d *document) placeOf(m *mention) (name, country string) {
	if m.place != nil {
		return m.place.Name, m.place.Country
	}
	if m.kind == named && len(m.parties) > 0 && (m.form == atlas.Capital || m.form == atlas.Name) {
		if e := m.parties[0].entity; e != nil && e.Kind == atlas.State {
			return d.slice(m.sent, m.first, m.last), e.ID
		}
	}
	return "", ""
}
