package coder

import (
	"slices"
	"strings"
	"time"

	"entente/atlas"
)

// day is the day that offices are held on: that of publication, or a day far
// in the future where it is unknown, so that the latest holder wins.
func (d *document) day() time.Time {
	if d.published.IsZero() {
		return time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return d.published
}

// namesInApposition introduces a name that follows a title after a comma: "a
// foreign ministry spokesman, Zhao Lijian", "his main rival, Sviatlana …".
func (d *document) namesInApposition(s *sentence, ms []*mention) {
	for i := 1; i < len(ms); i++ {
		title, m := ms[i-1], ms[i]
		if m.kind != thing || len(m.owners) > 0 || title.kind != titled || title.plural || title.role == nil || title.role.Being == "body" ||
			m.first-title.last != 2 || s.toks[m.first-1].Form != "," || s.toks[m.head].UPOS != "PROPN" {
			continue
		}
		person := &party{person: d.slice(s, m.first, m.last), being: "person"}
		person.name = person.person
		d.takeOffice(person, title.role, title.owners)
		d.people.introduce(person)
		m.kind, m.parties, m.why = named, []*party{person}, "in apposition to "+title.role.Name
		if len(title.parties) == 0 || title.parties[0].unresolvable {
			title.parties = m.parties
		}
	}
}

// titlesInApposition: "expelled Kang Chol, North Korea's ambassador" — a title
// after the comma says who an unknown name is.
func (d *document) titlesInApposition(s *sentence, ms []*mention) {
	for i := 0; i+1 < len(ms); i++ {
		m := ms[i]
		if m.kind != thing || len(m.owners) > 0 || m.place != nil || s.toks[m.head].UPOS != "PROPN" || m.last+1 >= len(s.toks) || s.toks[m.last+1].Form != "," {
			continue
		}
		for _, title := range ms[i+1 : min(i+3, len(ms))] {
			if title.kind != titled || title.plural || title.role == nil || title.role.Being == "body" || len(title.owners) == 0 ||
				s.toks[title.head].Rel != "appos" || s.toks[title.head].Head < m.first || s.toks[title.head].Head > m.last {
				continue
			}
			person := &party{person: d.slice(s, m.first, m.last), being: "person"}
			person.name = person.person
			d.takeOffice(person, title.role, title.owners)
			d.people.introduce(person)
			m.kind, m.parties, m.why = named, []*party{person}, "called "+title.role.Name+" after the comma"
			break
		}
	}
}

// resolveName: a name the atlas doesn't know is a person where a role stands
// before it or the article introduced it, a leader in office where the
// surname is one's, else somebody unknown.
func (d *document) resolveName(m *mention, p *part, role *part) {
	name := d.slice(m.sent, p.first, p.last)
	m.kind = named
	if known := d.people.find(name); known != nil && role == nil {
		m.parties, m.why = []*party{known}, "named before: "+known.person
		return
	}
	if role != nil && role.sense.Entity.Being != "body" && !role.sense.Plural {
		if known := d.people.find(name); known != nil {
			m.parties = []*party{known}
			return
		}
		if bearer := d.bearer(name, m.owners); bearer != nil {
			m.parties, m.why = []*party{bearer}, "in office then: "+bearer.person
			d.people.introduce(bearer)
			return
		}
		person := &party{person: name, name: name, being: "person"}
		d.takeOffice(person, role.sense.Entity, m.owners)
		d.people.introduce(person)
		m.parties, m.why = []*party{person}, "by title: "+role.sense.Entity.Name
		return
	}
	if person := d.knownPerson(name); person != nil {
		m.parties, m.why = []*party{person}, "in office then: "+person.person
		return
	}
	m.kind = thing
}

// knownPerson finds a name among the people introduced, or as the surname of
// somebody in high office at the time.
func (d *document) knownPerson(name string) *party {
	if known := d.people.find(name); known != nil {
		return known
	}
	if bearer := d.bearer(name, nil); bearer != nil {
		d.people.introduce(bearer)
		return bearer
	}
	return nil
}

// bearer is the officeholder of that surname when the article was written,
// one of the given countries where any are named.
func (d *document) bearer(name string, of []*party) *party {
	if strings.ContainsAny(name, " ") && len(of) == 0 {
		return nil
	}
	if d.published.IsZero() {
		return d.leader(name, of)
	}
	for _, e := range d.atlas.Bearers(name, d.published) {
		p := d.personParty(e)
		if len(of) == 0 {
			return p
		}
		for _, o := range of {
			if o.country == p.country {
				return p
			}
		}
	}
	return nil
}

// leader is whom a surname means where nobody knows when the text was written:
// nobody is guessed unless all leaders of that name were of one country, or
// of none that is as much in the news.
func (d *document) leader(surname string, of []*party) *party {
	var found *party
	for _, e := range d.atlas.Leaders(surname) {
		p := d.personParty(e)
		if len(of) > 0 && !slices.ContainsFunc(of, func(o *party) bool { return o.country == p.country }) {
			continue
		}
		if found == nil {
			found = p
		} else if found.key() != p.key() && d.atlas.Weight(found.country) == d.atlas.Weight(p.country) {
			return nil
		}
	}
	return found
}

// takeOffice gives a person the office and country that the words before the
// name tell.
func (d *document) takeOffice(p *party, role *atlas.Entity, of []*party) {
	if p.office == "" || len(of) > 0 {
		p.office, p.level = role.Name, role.Level
		if len(role.Sectors) > 0 {
			p.sectors = role.Sectors
		}
	}
	organisation := ""
	if len(of) > 0 {
		switch {
		case of[0].country != "" && (isAlpha3(of[0].id) || p.country == ""):
			p.country = of[0].country
		}
		if !isAlpha3(of[0].id) || of[0].country == "" {
			organisation = of[0].id
		}
	}
	if len(of) == 0 && p.country == "" && official(p.sectors) {
		switch states := d.statesNamed(); len(states) {
		case 0: // "President Shevardnadze resigned": of a country that the reader knows
		case 1:
			p.country = states[0]
		default:
			p.unresolvable = true
		}
	}
	if organisation != "" && (p.country == "" || !isAlpha3(of[0].id)) {
		p.id = organisation
		return
	}
	p.identify("")
}
