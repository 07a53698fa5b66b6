package coder

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"entente/atlas"
)

// party is somebody who can take part in an event, as resolved in one article.
type party struct {
	id, country  string
	sectors      []string
	name         string
	person       string
	office       string
	level        string // diplomatic level of the office
	being        string // person, body, group; "" for states
	entity       *atlas.Entity
	generic      bool // nobody in particular: "people", "protesters"
	unresolvable bool // a role without a country: "the minister" of nobody knows whom
}

// official tells whether somebody of these sectors acts for the state: its
// government, army, police, intelligence, parliament and courts.
func official(sectors []string) bool {
	for _, s := range sectors {
		switch s {
		case "GOV", "MIL", "SPY", "COP", "LEG", "JUD":
			return true
		}
	}
	return false
}

// stateParty is a state itself, its government where sectors say so.
func stateParty(e *atlas.Entity, sectors []string) *party {
	country := e.Country
	if e.Kind == atlas.State && country == "" {
		country = e.ID
	}
	if len(sectors) == 0 {
		sectors = e.Sectors
	}
	return &party{id: e.ID, country: country, sectors: sectors, name: e.Name, entity: e}
}

var meansState = map[string]bool{"country": true, "nation": true, "state": true, "republic": true, "kingdom": true}

// roleParty is the holder of a role in or of somebody: "Japanese foreign
// minister" (of Japan), "Hamas spokesman" (of Hamas), "police" (of nobody named).
// A word for a state is the state: "the two countries".
func roleParty(role *atlas.Entity, of *party) *party {
	if of != nil && isAlpha3(of.id) && of.person == "" && of.office == "" && meansState[role.Name] {
		state := *of
		return &state
	}
	p := &party{sectors: role.Sectors, name: role.Name, office: role.Name, level: role.Level, being: role.Being, entity: role}
	if of != nil {
		p.country = of.country
		p.name = of.name + " " + role.Name
	}
	switch {
	case of != nil && of.country == "":
		p.id, p.sectors, p.entity = of.id, of.sectors, of.entity // NATO's spokesman speaks for NATO
	case of != nil && !isAlpha3(of.id):
		p.id, p.sectors = of.id, of.sectors // so does Hamas's
	case of != nil && official(role.Sectors):
		p.id = of.country
	default:
		p.id = kindOfSectors(role.Sectors) + ":" + slug(p.name)
		p.generic = of == nil
	}
	p.unresolvable = of == nil && official(role.Sectors)
	return p
}

// kindOfSectors names the kind part of an id for somebody unnamed.
func kindOfSectors(sectors []string) string {
	if len(sectors) == 0 {
		return "UNK"
	}
	return sectors[0]
}

func isAlpha3(id string) bool {
	if len(id) != 3 {
		return false
	}
	for i := 0; i < 3; i++ {
		if id[i] < 'A' || id[i] > 'Z' {
			return false
		}
	}
	return true
}

// slug writes a name as the second part of an id: "Tony Blinken" → tony-blinken.
func slug(name string) string {
	var b strings.Builder
	dash := false
	for _, r := range strings.ToLower(name) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if dash && b.Len() > 0 {
				b.WriteByte('-')
			}
			b.WriteRune(r)
			dash = false
		} else {
			dash = true
		}
	}
	return b.String()
}

// people are the persons an article has introduced, found again by any part
// of their name.
type people struct {
	byName map[string]*party
	all    []*party
}

func newPeople() *people { return &people{byName: map[string]*party{}} }

// introduce remembers a person under every word of the name.
func (p *people) introduce(person *party) {
	p.all = append(p.all, person)
	name := folded(person.person)
	p.byName[name] = person
	for _, word := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' }) {
		if len(word) > 1 && !strings.HasSuffix(word, ".") {
			p.byName[word] = person
		}
	}
	if words := strings.Fields(name); len(words) > 1 {
		p.byName[strings.Join(words[1:], " ")] = person // "Suu Kyi", "van der Leyen"
	}
}

// folded is a name in lower case without diacritics: "Chávez" → chavez.
func folded(name string) string {
	ascii := true
	for i := 0; i < len(name); i++ {
		ascii = ascii && name[i] < 0x80
	}
	name = strings.ToLower(name)
	if ascii {
		return name
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(name) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// find looks a name up, whole or by its last word.
func (p *people) find(name string) *party {
	return p.byName[folded(name)]
}

// personParty is a person with the office held on the article's day, which
// decides the country.
func (d *document) personParty(e *atlas.Entity) *party {
	p := &party{person: e.Name, name: e.Name, country: e.Country, sectors: e.Sectors, being: "person", entity: e}
	var of string
	if term, _, ok := e.OfficeOn(d.day()); ok {
		p.office, p.country, p.sectors, of = term.Office, term.Country, term.Sectors, term.Of
	} else if len(e.Terms) > 0 {
		term := e.Terms[0]
		p.office, p.country, p.sectors, of = term.Office, term.Country, term.Sectors, term.Of
	}
	p.identify(of)
	return p
}

// identify gives a person the id of the state or organisation acted for, else
// one of their own.
func (p *party) identify(of string) {
	switch {
	case p.country == "" && of != "":
		p.id = of
	case p.country != "" && official(p.sectors):
		p.id = p.country
	default:
		p.id = "PER:" + slug(p.person)
	}
}
