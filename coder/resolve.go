package coder

import (
	"strings"

	"entente/atlas"
)

// resolveMentions finds and resolves the mentions of every sentence. The body
// goes first: a headline says "Abe" because the body will say who that is.
func (d *document) resolveMentions() {
	var titles []*sentence
	for _, s := range d.sents {
		if !s.title {
			break
		}
		titles = append(titles, s)
		d.mentionsOf(s) // for the groups that the body takes up: "the three countries"
	}
	d.mentions = d.mentions[:0]
	for _, s := range d.sents {
		if !s.title {
			d.mentionsOf(s)
		}
	}
	for _, s := range titles {
		for i := range s.covering {
			s.covering[i] = -1
		}
		d.mentionsOf(s)
	}
}

func (d *document) mentionsOf(s *sentence) {
	d.mendNames(s)
	d.mendNounRoot(s)
	matches := s.matches
	d.mendNameTrees(s, matches)
	d.mendVerbAfterName(s, matches)
	c := d.chunk(s, matches)
	from := len(d.mentions)
	for _, p := range c.phrases() {
		var owner *mention
		for _, seg := range c.segments(p) {
			m := d.resolveSegment(c, seg, owner)
			for i := seg[0]; i <= seg[1]; i++ {
				s.covering[i] = int32(len(d.mentions))
			}
			d.mentions = append(d.mentions, m)
			owner = m
		}
	}
	d.takeGiven(s)
	d.joinAdjectives(s, d.mentions[from:])
	d.repair(s, d.mentions[from:])
	d.coordinations(s, d.mentions[from:])
	for _, m := range d.mentions[from:] {
		d.resolveGroup(m)
		d.resolveOrganisation(m)
		d.resolvePronoun(m)
	}
	d.namesInApposition(s, d.mentions[from:])
	d.closeApposition(s, d.mentions[from:])
	for _, m := range d.mentions[from:] { // "the alliance's secretary-general"
		if m.owner != nil && len(m.owners) == 0 && len(m.owner.parties) > 0 && m.owner.kind != pronoun {
			m.owners = m.owner.parties
			if m.role != nil && m.kind == titled {
				m.parties = nil
				d.resolveRole(m)
			}
		}
	}
	d.rolesOfCountries(s, d.mentions[from:])
	d.titlesInApposition(s, d.mentions[from:])
	for _, m := range d.mentions[from:] {
		d.resolveRelation(m)
		d.resolveDefinite(m)
	}
	bare := false
	for _, m := range d.mentions[from:] { // "teachers said they": known only now
		bare = bare || m.kind == titled && len(m.owners) == 0
		if m.kind == pronoun && bare && len(m.parties) == 0 {
			d.resolvePronoun(m)
		}
	}
	d.takeGiven(s)
	d.noteSentence(s, d.mentions[from:])
}

// closeApposition: "the Lebanese group Hezbollah" is Hezbollah, not Lebanon.
func (d *document) closeApposition(s *sentence, ms []*mention) {
	for i := 1; i < len(ms); i++ {
		a, b := ms[i-1], ms[i]
		if b.first != a.last+1 || b.kind != named || len(b.parties) == 0 || a.kind != titled && a.kind != thing || a.plural {
			continue
		}
		if s.toks[b.head].Head == a.head || s.toks[a.head].Head == b.head {
			a.kind, a.parties, a.why = named, b.parties, "together with the name after it"
		}
	}
}

// headOf gives the head token of a segment: the last nominal, but the tree's
// own head where it stands in the segment and governs all of it.
func headOf(s *sentence, seg [2]int) int {
	for i := seg[1]; i >= seg[0]; i-- {
		h := s.toks[i].Head
		if (h < seg[0] || h > seg[1]) && s.isNominal(i) {
			return i
		}
	}
	for i := seg[1]; i >= seg[0]; i-- {
		if s.isNominal(i) {
			return i
		}
	}
	return seg[1]
}

// resolveSegment says who one base noun phrase means.
func (d *document) resolveSegment(c *chunker, seg [2]int, owner *mention) *mention {
	s := c.s
	m := &mention{sent: s, first: seg[0], last: seg[1], head: headOf(s, seg), kind: thing, owner: owner}
	m.plural = s.toks[m.head].XPOS == "NNS" || s.toks[m.head].XPOS == "NNPS"
	if s.toks[m.head].UPOS == "PRON" || seg[0] == seg[1] && s.toks[m.head].UPOS == "DET" {
		m.kind = pronoun
		return m
	}
	parts := c.parts(seg)
	last := len(parts) - 1
	for last > 0 && s.toks[parts[last].last].UPOS == "NUM" {
		last--
	}
	var role *part
	for i := range parts[:last] {
		p := &parts[i]
		e := p.sense.Entity
		switch {
		case e == nil && p.name:
			if person := d.knownPerson(d.slice(s, p.first, p.last)); person != nil {
				m.owners = append(m.owners, person)
			}
		case e == nil:
		case e.Kind == atlas.Role:
			role = p
		case e.Kind == atlas.Person:
			m.owners = append(m.owners, d.personParty(e))
		case p.last+2 <= seg[1] && isHyphen(s.toks[p.last+1].Form) && s.toks[p.last+2].XPOS == "VBN":
			// "China-hosted talks": a host, not a side
		case e.Kind == atlas.State, e.Kind == atlas.Organization, e.Kind == atlas.Group:
			m.owners = append(m.owners, d.expand(e, nil)...)
		case e.Kind == atlas.Place && e.Country != "":
			if st := d.atlas.ByID(e.Country); st != nil {
				m.owners = append(m.owners, stateParty(st, nil))
			}
		}
	}
	m.adjectives = len(m.owners)
	m.namedAfterPlace = owner == nil && len(m.owners) == 1 && last > 0 && parts[last-1].sense.Entity != nil && parts[last-1].sense.Form == atlas.Capital
	if owner != nil {
		m.owners = append(m.owners, owner.meant()...)
	}
	d.resolveHead(m, &parts[last], role)
	return m
}

// resolveHead decides by the last part of a segment what the whole is.
func (d *document) resolveHead(m *mention, p *part, role *part) {
	s, e := m.sent, p.sense.Entity
	switch {
	case e == nil && p.name:
		d.resolveName(m, p, role)
	case e == nil:
		if quantity, noun := groupNoun(s, m); quantity >= 0 && len(m.owners) == 0 {
			m.kind = grouped
			_ = noun
		}
	case e.Kind == atlas.Person:
		m.kind, m.form = named, p.sense.Form
		person := d.personParty(e)
		if role != nil {
			d.takeOffice(person, role.sense.Entity, m.owners)
		}
		if known := d.people.find(person.person); known != nil {
			person = known
		} else {
			d.people.introduce(person)
		}
		m.parties = []*party{person}
		m.why = "person " + person.person + " in the atlas"
	case e.Kind == atlas.Role:
		m.kind, m.role, m.plural = titled, e, p.sense.Plural
		if quantity, _ := groupNoun(s, m); quantity >= 0 && len(m.owners) == 0 {
			m.kind = grouped
			return
		}
		d.resolveRole(m)
	case e.Kind == atlas.State, e.Kind == atlas.Organization, e.Kind == atlas.Group:
		m.kind, m.form = named, p.sense.Form
		var sectors []string
		if p.sense.Form == atlas.Capital || p.sense.Form == atlas.Metonym {
			sectors = []string{"GOV"}
		}
		if e.Kind == atlas.State && (p.sense.Form == atlas.Demonym && !p.sense.Plural && s.toks[m.head].UPOS == "ADJ") {
			m.owners = append(m.owners, stateParty(e, nil)) // a lone adjective: "Japanese"
			m.kind = thing
			return
		}
		m.parties = d.expand(e, sectors)
		if p.sense.Form == atlas.Metonym && e.Kind == atlas.State && len(m.owners) == 1 && isAlpha3(m.owners[0].id) && m.owners[0].id != e.ID && m.adjectives == 1 { // "the Dutch Senate"
			m.parties = d.expand(d.atlas.ByID(m.owners[0].id), sectors)
		}
		if e.Kind == atlas.Group && e.Country == "" && len(m.owners) == 1 && isAlpha3(m.owners[0].id) { // "Egypt's Muslim Brotherhood"
			branch := *m.parties[0]
			branch.country = m.owners[0].country
			m.parties = []*party{&branch}
		}
		for _, o := range m.owners { // "Seoul-Tokyo", "the U.S.-Japan"
			if p.first > m.first && isHyphen(s.toks[p.first-1].Form) {
				m.parties = append(m.parties, o)
			}
		}
		m.why = e.ID + " by " + p.sense.Form.String()
	case e.Kind == atlas.DisputedPlace || e.Kind == atlas.Place:
		m.place, m.form = e, p.sense.Form
	}
}

// expand replaces a name for several states ("the four Arab states", "the
// Baltic states") by its members; an organisation stays one.
func (d *document) expand(e *atlas.Entity, sectors []string) []*party {
	if strings.HasPrefix(e.ID, "GRP:") {
		var out []*party
		for _, id := range d.atlas.Members(e.ID) {
			out = append(out, d.state(id))
		}
		if len(out) > 12 {
			return nil
		}
		return out
	}
	return []*party{stateParty(e, sectors)}
}

// resolveRole: "Japanese officials", "Japan's foreign minister", "the foreign
// ministers of Japan and South Korea".
func (d *document) resolveRole(m *mention) {
	owners := m.owners
	if contains(m.role.Sectors, "IGO") && len(owners) > 0 { // "their alliance" is what they have, not who they are
		m.kind, m.parties = thing, nil
		return
	}
	for _, o := range owners {
		if o.being == "person" && m.role.Being == "person" && !m.plural { // "Obama's spokesman" speaks for his state
			o = &party{id: o.id, country: o.country, name: o.name, sectors: o.sectors}
		}
		m.parties = append(m.parties, roleParty(m.role, o))
	}
	m.why = "role " + m.role.Name
}

// meant gives the parties of a mention, or those it belongs to.
func (m *mention) meant() []*party {
	if len(m.parties) > 0 {
		return m.parties
	}
	return m.owners
}

// joinAdjectives hands a lone national adjective on to the noun it is
// coordinated before: "Chinese and Japanese officials".
func (d *document) joinAdjectives(s *sentence, ms []*mention) {
	for i := len(ms) - 2; i >= 0; i-- {
		a, b := ms[i], ms[i+1]
		if len(a.parties) == 0 && len(a.owners) == 0 || a.first != a.last && a.kind != thing {
			continue
		}
		if !joinedBy(s, a.last, b.first, "and", ",", "or", "&") || len(b.owners) == 0 || b.owner != nil {
			continue
		}
		lone := a.kind == thing && s.toks[a.last].UPOS == "ADJ" && len(a.owners) > 0
		compound := a.kind == named && s.toks[a.head].Head > a.last && s.toks[a.head].Rel != "nsubj" && s.toks[a.head].Head <= b.last
		if !lone && !compound || compound && (b.kind == named || a.meant()[0].person != "") {
			continue
		}
		b.owners = append(append([]*party(nil), a.meant()...), b.owners...)
		if b.role != nil && b.kind == titled {
			b.parties = nil
			d.resolveRole(b)
		}
		a.kind, a.parties, a.owners = thing, nil, nil
	}
}

// joinedBy tells whether only the given words stand between two tokens.
func joinedBy(s *sentence, a, b int, words ...string) bool {
	if b-a < 2 || b-a > 3 {
		return false
	}
	for i := a + 1; i < b; i++ {
		ok := false
		for _, w := range words {
			ok = ok || s.toks[i].Lemma == w || s.toks[i].Form == w
		}
		if !ok {
			return false
		}
	}
	return true
}

// rolesOfCountries gives roles the countries of an "of" phrase: "the foreign
// ministers of Japan and South Korea", "the president of Egypt".
func (d *document) rolesOfCountries(s *sentence, ms []*mention) {
	for _, m := range ms {
		if m.kind != titled && m.kind != thing || len(m.owners) > 0 && m.kind == titled {
			continue
		}
		for _, k := range s.kids(m.head) {
			prep := s.preposition(int(k))
			if int(k) <= m.last || !(prep == "of" || (prep == "from" || prep == "in" && m.localBody()) && m.kind == titled) {
				continue
			}
			var owners []*party
			for _, token := range s.conjuncts(int(k)) {
				o := d.mentionAt(s, token)
				if o == nil || o == m {
					continue
				}
				if len(o.parties) > 0 {
					owners = append(owners, o.parties...)
				} else if _, country := d.placeOf(o); country != "" { // "the mayor of Kharkiv"
					owners = append(owners, d.state(country))
				}
			}
			if len(owners) == 0 {
				continue
			}
			if m.kind == titled {
				m.owners, m.parties = owners, nil
				d.resolveRole(m)
			}
		}
	}
}

// localBody tells whether the place that a role's "in" names says whose it is:
// "a court in Guyana", "the authorities in Hanoi", "rebels in Mali".
func (m *mention) localBody() bool {
	return m.role != nil && (m.role.Being == "body" || m.role.Name == "judge" || m.plural && (official(m.role.Sectors) && !contains(m.role.Sectors, "MIL") || contains(m.role.Sectors, "REB") || contains(m.role.Sectors, "LAB")))
}

// conjuncts gives a token and everything coordinated with it.
func (s *sentence) conjuncts(i int) []int {
	out := []int{i}
	for n := 0; n < len(out) && len(out) < 40; n++ {
		for _, k := range s.kids(out[n]) {
			if s.toks[k].Rel == "conj" {
				out = append(out, int(k))
			}
		}
	}
	return out
}

// mentionAt gives the mention over a token.
func (d *document) mentionAt(s *sentence, token int) *mention {
	if token < 0 || s.covering[token] < 0 {
		return nil
	}
	return d.mentions[s.covering[token]]
}
