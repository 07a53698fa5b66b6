package coder

import (
	"math"
	"strings"

	"entente/atlas"
)

// resolvePronoun finds whom he, she, it or they means; we and I wait for the
// speaker of their quotation.
func (d *document) resolvePronoun(m *mention) {
	if m.kind != pronoun {
		if p := &m.sent.toks[m.first]; p.UPOS == "PRON" && p.Rel == "nmod:poss" && len(m.parties) == 0 {
			owners := d.antecedent(m.sent, m.first)
			if len(owners) == 0 {
				return
			}
			m.owners = append(m.owners, owners...)
			if m.role != nil {
				m.kind = titled
				d.resolveRole(m)
			}
		}
		return
	}
	switch strings.ToLower(m.sent.toks[m.head].Form) {
	case "both":
		m.kind = grouped
		d.resolveGroup(m)
		return
	}
	m.parties = d.antecedent(m.sent, m.head)
	if len(m.parties) > 0 {
		m.why = "pronoun for " + keysOf(m.parties)
	}
}

// antecedent gives the parties that a pronoun stands for: the nearest subject
// before it that agrees in number and person, then the nearest mention.
func (d *document) antecedent(s *sentence, token int) []*party {
	var agrees func(m *mention) bool
	switch strings.ToLower(s.toks[token].Form) {
	case "he", "him", "his", "she", "her", "hers":
		agrees = func(m *mention) bool {
			return len(m.parties) == 1 && !m.plural && (m.parties[0].person != "" || m.parties[0].being == "person")
		}
	case "it", "its":
		agrees = func(m *mention) bool {
			return len(m.parties) == 1 && m.parties[0].person == "" && m.parties[0].being != "person" && !(m.form == 1 && m.plural)
		}
	case "they", "them", "their", "theirs":
		agrees = func(m *mention) bool {
			return len(m.parties) > 1 || m.plural && len(m.parties) == 1
		}
		if f := d.lastGroup(s, token); f != nil {
			return f.parties
		}
	default:
		return nil
	}
	if m := d.ownerAbove(s, token, agrees); m != nil {
		return m.parties
	}
	if m := d.subjectAbove(s, token, agrees); m != nil {
		return m.parties
	}
	if strings.EqualFold(s.toks[token].Form, "they") { // "the army said they": a body is many
		if m := d.subjectAbove(s, token, func(m *mention) bool {
			return len(m.parties) == 1 && m.parties[0].person == "" && m.parties[0].being != "person"
		}); m != nil {
			return m.parties
		}
	}
	var nearest *mention
	looked := 0
	for i := len(d.mentions) - 1; i >= 0 && looked < mostLookedBack; i-- {
		m := d.mentions[i]
		if m.sent.title == s.title {
			looked++
		}
		if m.sent.index > s.index || m.sent.index == s.index && m.head >= token || s.title != m.sent.title || !agrees(m) {
			continue
		}
		if s.index-m.sent.index > 3 && nearest == nil && s.paragraph-m.sent.paragraph > 2 || s.index-m.sent.index > 20 {
			break
		}
		if nearest == nil {
			nearest = m
		}
		if nearest.sent != m.sent {
			break
		}
		if m.sent.relIs(m.head, "nsubj") {
			return m.parties
		}
	}
	if nearest == nil {
		return nil
	}
	return nearest.parties
}

// mostLookedBack bounds the mentions that a pronoun can go back; nobody's memory
// is longer.
const mostLookedBack = 500

// ownerAbove finds the possessor of the phrase that a possessive pronoun stands
// in: "Tokyo's attempts to whitewash its wartime atrocities".
func (d *document) ownerAbove(s *sentence, token int, agrees func(*mention) bool) *mention {
	if s.toks[token].Rel != "nmod:poss" {
		return nil
	}
	for i, steps := s.toks[s.toks[token].Head].Head, 0; i >= 0 && steps < 8; i, steps = s.toks[i].Head, steps+1 {
		if x := s.toks[i].XPOS; x == "VBD" || x == "VBZ" || x == "VBP" {
			return nil
		}
		if m := d.mentionAt(s, i); m != nil && m.head == i && m.owner != nil && m.owner.last < token && agrees(m.owner) {
			return m.owner
		}
	}
	return nil
}

// subjectAbove looks for a pronoun's antecedent among the subjects of the
// clauses it is embedded in, innermost first; its own clause's only for a
// possessive.
func (d *document) subjectAbove(s *sentence, token int, agrees func(*mention) bool) *mention {
	v := s.governor(token)
	own := true
	for steps := 0; v >= 0 && steps < 6; steps++ {
		if !own || s.toks[token].Rel == "nmod:poss" {
			for _, t := range d.clauseOf(s, v).subjects {
				if m := d.mentionAt(s, t); m != nil && t != token && t < token && agrees(m) {
					return m
				}
			}
		}
		own = false
		if s.toks[v].Head < 0 {
			return nil
		}
		v = s.governor(s.toks[v].Head)
	}
	return nil
}

// lastGroup is the group spoken of in this sentence or the one before, for "they".
func (d *document) lastGroup(s *sentence, token int) *focusSet {
	for i := len(d.focus) - 1; i >= 0; i-- {
		f := &d.focus[i]
		if f.weak || f.sent > s.index || f.sent == s.index && f.token >= token {
			continue
		}
		if s.index-f.sent > 1 {
			return nil
		}
		return f
	}
	return nil
}

// resolveDefinite gives a role without a country one: the person introduced
// in that office, else the state last spoken of.
func (d *document) resolveDefinite(m *mention) {
	if m.kind != titled || len(m.parties) > 0 || m.role == nil {
		return
	}
	s := m.sent
	if meansState[lastWord(m.role.Name)] && !s.definite(m) { // "other countries", "a state of siege": not the one spoken of
		m.kind = thing
		return
	}
	if m.role.Being == "person" && !m.plural && strings.EqualFold(s.toks[m.first].Form, "the") {
		word := lastWord(m.role.Name)
		for i := len(d.people.all) - 1; i >= 0; i-- {
			if p := d.people.all[i]; p.office != "" && lastWord(p.office) == word {
				m.parties, m.why = []*party{p}, "the "+word+" introduced before"
				return
			}
		}
	}
	var of *party
	if relational[lastWord(m.role.Name)] {
		return // whose allies, the text does not say
	}
	if official(m.role.Sectors) {
		if of = d.lastState(s, m.head); of == nil {
			of = d.home()
		}
	}
	m.parties = []*party{d.settled(roleParty(m.role, of))}
	if of != nil {
		m.why = "the state last spoken of: " + of.key()
	}
}

// definite tells whether a phrase begins with a word that points to somebody known.
func (s *sentence) definite(m *mention) bool {
	switch lower(s.toks[m.first].Form) {
	case "the", "this", "that", "these", "those", "both", "its", "his", "her", "their":
		return true
	}
	return false
}

func lastWord(phrase string) string {
	return strings.ToLower(phrase[strings.LastIndexByte(phrase, ' ')+1:])
}

// relational are nouns that mean somebody by their relation to somebody else:
// "its neighbour", "Japan's ally", "his American counterpart".
var relational = map[string]bool{"neighbor": true, "neighbour": true, "ally": true, "rival": true, "foe": true, "adversary": true,
	"enemy": true, "ruler": true, "master": true, "occupier": true, "backer": true, "patron": true, "sponsor": true, "partner": true, "counterpart": true, "archrival": true, "opponent": true}

// resolveRelation finds the other side of "its neighbour": the state that an
// adjective names ("his American counterpart"), else the other of the pair
// last spoken of.
func (d *document) resolveRelation(m *mention) {
	s := m.sent
	if !relational[lower(s.toks[m.head].Lemma)] || m.plural || len(m.owners) == 0 || m.kind == named || m.kind == grouped {
		return
	}
	if next := d.mentionAt(s, min(m.last+1, len(s.toks)-1)); next != nil && next.first == m.last+1 && next.kind == named && len(next.parties) > 0 {
		m.kind, m.parties = named, next.parties // "its ally Ukraine"
		return
	}
	if next := d.mentionAt(s, min(m.last+2, len(s.toks)-1)); next != nil && next.first == m.last+2 && s.toks[m.last+1].Form == "," && s.toks[next.head].UPOS == "PROPN" && len(next.parties) > 0 {
		m.kind, m.parties = named, next.parties // "his main rival, Sviatlana Tsikhanouskaya,"
		return
	}
	owned := m.owner != nil || s.toks[m.first].UPOS == "PRON"
	last := m.owners[len(m.owners)-1]
	if m.adjectives > 0 { // "his American counterpart", "Japan's Chinese rival"
		m.kind, m.parties = named, []*party{d.sideOf(m.owners[m.adjectives-1])}
		return
	}
	if !owned {
		return
	}
	m.parties = nil
	for i := len(d.focus) - 1; i >= 0; i-- {
		f := &d.focus[i]
		if f.sent > s.index || f.sent == s.index && f.token >= m.head || len(f.parties) != 2 || !hasKey(f.parties, last.key()) {
			continue
		}
		for _, p := range f.parties {
			if p.key() != last.key() {
				m.kind, m.parties, m.why = named, []*party{p}, "the other of the pair with "+last.key()
			}
		}
		return
	}
	if states := d.statesNamed(); len(states) == 2 && contains(states, last.country) {
		other := states[0]
		if other == last.country {
			other = states[1]
		}
		m.kind, m.parties, m.why = named, []*party{d.state(other)}, "the other state that the text names"
	}
}

// sideOf is the state behind a party, the party itself where there is none.
func (d *document) sideOf(p *party) *party {
	if p.country != "" {
		return d.state(p.country)
	}
	return p
}

// organisationNouns are what an organisation named before is called.
var organisationNouns = map[string]bool{"alliance": true, "bloc": true, "organisation": true, "organization": true, "union": true,
	"body": true, "grouping": true, "league": true, "agency": true, "commission": true, "council": true, "secretariat": true, "group": true}

// lastOrganisation is the organisation that "the bloc" or "the alliance" means:
// of those named in the last sentences the one named most.
func (d *document) lastOrganisation(s *sentence, token int) *party {
	var best *party
	inSentence := false
	for i := len(d.mentions) - 1; i >= 0; i-- {
		m := d.mentions[i]
		if m.sent.index > s.index || m.sent.index == s.index && m.head >= token {
			continue
		}
		if best != nil && (s.index-m.sent.index > 6 || m.sent != s && inSentence) {
			break
		}
		if m.sent == s && s.relIs(m.head, "nsubj", "compound", "nmod:poss") {
			for _, p := range append(m.parties[:len(m.parties):len(m.parties)], m.owners...) {
				inSentence = inSentence || p.entity != nil && p.entity.Kind == atlas.Organization
			}
		}
		for _, p := range append(m.parties[:len(m.parties):len(m.parties)], m.owners...) {
			if p.entity != nil && p.entity.Kind == atlas.Organization && (best == nil || d.counts[p.key()] > d.counts[best.key()]) {
				best = p
			}
		}
	}
	return best
}

// resolveOrganisation: "the bloc", "the world body".
func (d *document) resolveOrganisation(m *mention) {
	s := m.sent
	if !organisationNouns[lower(s.toks[m.head].Lemma)] || len(m.owners) > 0 || lower(s.toks[m.first].Form) != "the" || m.last-m.first > 2 ||
		m.kind == named || m.kind == grouped || m.plural {
		return
	}
	p := d.lastOrganisation(s, m.head)
	if m.last-m.first == 2 && lower(s.toks[m.first+1].Form) == "world" {
		p = d.state("UNO")
	}
	if p != nil {
		m.kind, m.parties, m.why = named, []*party{p}, "the organisation last spoken of: "+p.id
	}
}

// lastState is the state that an unowned office belongs to: of the states
// named before it in this sentence or the three before, the nearest, most
// named, subject first; that of the dateline counts double.
func (d *document) lastState(s *sentence, token int) *party {
	here := d.hereCountry()
	best, bestScore := "", 0.0
	for i := len(d.mentions) - 1; i >= 0; i-- {
		m := d.mentions[i]
		if m.sent.index > s.index || m.sent.index == s.index && m.head >= token || m.sent.title && !s.title {
			continue
		}
		if s.index-m.sent.index > 3 {
			break
		}
		for _, p := range m.meant() {
			k := p.key()
			if !isAlpha3(k) || k != p.country {
				continue
			}
			score := math.Sqrt(float64(d.timesNamed(k))) * math.Pow(0.55, float64(s.index-m.sent.index))
			if m.sent.relIs(m.head, "nsubj") {
				score *= 1.6
			}
			if k == here {
				score *= 2
			}
			if m.sent == s {
				score *= 2
			}
			if score > bestScore {
				best, bestScore = k, score
			}
		}
	}
	if best == "" {
		return nil
	}
	return d.state(best)
}

// hereCountry is the state that the dateline's place lies in, "" unknown.
func (d *document) hereCountry() string {
	if d.art.Here == "" {
		return ""
	}
	for _, m := range d.atlas.Find(strings.Fields(d.art.Here), nil) {
		if e := d.atlas.Choose(m, d.has).Entity; e != nil && e.Country != "" {
			return e.Country
		} else if e != nil && e.Kind == atlas.State {
			return e.ID
		}
	}
	return ""
}

// state is the state of an alpha-3 code as a party.
func (d *document) state(code string) *party {
	if e := d.atlas.ByID(code); e != nil {
		return stateParty(e, nil)
	}
	return &party{id: code, country: code, name: code}
}
