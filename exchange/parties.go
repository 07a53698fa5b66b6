package exchange

import (
	"bytes"
	"slices"
	"strings"

	"entente/atlas"
	"entente/plover"
	"entente/record"
)

// party is what a row says about one side, before it has an id.
type party struct {
	name    string
	country string // alpha-3
	sectors []string
	id      string // where it is known: a group of the atlas, a region
	kind    string // of the id, where no sector tells it
}

// participant gives the party its id: that of the state where the state's own
// side acts, else a kind with the state ("REB:syr") or with the name.
func (p party) participant() record.Participant {
	out := record.Participant{ID: p.id, Name: p.name, Sectors: p.sectors}
	if out.Sectors == nil {
		out.Sectors = []string{}
	}
	if p.country != "" {
		out.Country = &p.country
	}
	if out.ID != "" {
		return out
	}
	kind := p.kind
	if kind == "" {
		kind = leading(p.sectors)
	}
	switch {
	case p.country != "" && (kind == "" || isStateSide(kind)):
		out.ID = p.country
	case p.country != "":
		out.ID = kind + ":" + strings.ToLower(p.country)
	default:
		if kind == "" {
			kind = "UNK"
		}
		slug := atlas.Slug(p.name)
		if slug == "" {
			slug = "unnamed"
		}
		out.ID = kind + ":" + slug
	}
	return out
}

// isStateSide tells the sectors that act for their state.
func isStateSide(sector string) bool {
	switch sector {
	case "GOV", "MIL", "SPY", "COP", "LEG", "JUD":
		return true
	}
	return false
}

// leading gives the sector that tells what somebody is: the first, but being of
// the elite, in a party or in society at large tells less than any other, and
// opposition less than rebellion.
func leading(sectors []string) string {
	for _, s := range sectors {
		switch {
		case s == "ELI", s == "PTY", s == "SOC":
		case s == "OPP" && slices.Contains(sectors, "REB"):
			return "REB"
		default:
			return s
		}
	}
	if len(sectors) > 0 {
		return sectors[0]
	}
	return ""
}

// countryCode reads a country code of CAMEO's dictionaries: an alpha-3 code,
// or the id and name of a region.
func (im *importer) countryCode(code string) (alpha3 string, region namedID) {
	if known, ok := im.know.countries[code]; ok {
		if len(known.id) == 3 {
			return known.id, namedID{}
		}
		return "", known
	}
	if isState(code) {
		return code, namedID{}
	}
	return "", namedID{}
}

// cameoActor is the cells of one actor by CAMEO's dictionaries; each may be
// empty.
type cameoActor struct {
	code, name, country, group, ethnic []byte
	roles                              [3][]byte
}

// empty tells that the row has nobody there.
func (a *cameoActor) empty() bool {
	return isNone(a.code) && isNone(a.name) && isNone(a.country) && isNone(a.group) && isNone(a.roles[0])
}

// cameoParty adds the actor to a side.
func (im *importer) cameoParty(to []record.Participant, a *cameoActor) []record.Participant {
	if a.empty() {
		return to
	}
	k := im.key[:0]
	for _, part := range [...][]byte{a.code, a.name, a.country, a.group, a.ethnic, a.roles[0], a.roles[1], a.roles[2]} {
		k = append(append(k, part...), '\t')
	}
	im.key = k
	return im.party(to, k, func() []record.Participant { return []record.Participant{im.readCAMEOActor(a).participant()} })
}

// side is what the cells of a side were read as, and what was left out.
type side struct {
	parties []record.Participant
	dropped []string
}

// party adds those of a side to it, as they were read before under the same key
// or as read gives them.
func (im *importer) party(to []record.Participant, key []byte, read func() []record.Participant) []record.Participant {
	s, ok := im.parties.get(key)
	if ok {
		im.noted = append(im.noted, s.dropped...)
	} else {
		before := len(im.noted)
		s.parties = read()
		s.dropped = slices.Clone(im.noted[before:])
		im.parties.put(key, s)
	}
	return append(to, s.parties...)
}

func (im *importer) readCAMEOActor(a *cameoActor) party {
	p := party{name: string(bytes.TrimSpace(a.name))}
	var region namedID
	country, group := string(a.country), string(a.group)
	roles := make([]string, 0, 6)
	for _, r := range a.roles {
		if !isNone(r) {
			roles = append(roles, codesIn(string(r))...)
		}
	}
	if isNone(a.country) && isNone(a.group) && len(roles) == 0 {
		// Only the whole code is there; it is made of three letters each.
		for i, part := range triples(string(a.code)) {
			_, isGroup := im.know.groups[part]
			_, isRole := im.know.sectors["cameo/"+strings.ToLower(part)]
			alpha3, place := im.countryCode(part)
			switch {
			case i == 0 && (alpha3 != "" || place.id != ""):
				country = part
			case isGroup:
				group = part
			case isRole:
				roles = append(roles, part)
			}
		}
	}
	if country != "" && !isNone([]byte(country)) {
		p.country, region = im.countryCode(country)
		if known, ok := im.know.groups[country]; ok && p.country == "" && region.id == "" {
			p.id = known.id // NATO, IGOs and the like stand in the country's place in some files
		}
		if p.country == "" && region.id == "" && p.id == "" {
			if _, isRole := im.know.sectors["cameo/"+strings.ToLower(country)]; isRole {
				roles = append([]string{country}, roles...)
			} else {
				im.drop("country", country)
			}
		}
	}
	if known, ok := im.know.groups[group]; ok {
		p.id = known.id
		if p.name == "" {
			p.name = known.name
		}
	}
	for _, r := range roles {
		known, isGroup := im.know.groups[r]
		if isGroup && p.id == "" {
			p.id = known.id
		}
		if _, isRole := im.know.sectors["cameo/"+strings.ToLower(r)]; isRole || !isGroup {
			p.sectors = im.addSector(p.sectors, "cameo", r)
		}
	}
	if p.id == "" && p.country == "" {
		for _, part := range triples(string(a.code)) {
			if known, ok := im.know.groups[part]; ok {
				p.id = known.id
			}
		}
	}
	if p.id == "" && p.country == "" && region.id != "" && (len(p.sectors) == 0 || isStateSide(leading(p.sectors))) {
		p.id = region.id
	}
	if p.id != "" {
		p.sectors = im.atlasSectors(p.id, p.sectors)
	}
	if p.name == "" {
		switch {
		case region.name != "":
			p.name = region.name
		case p.country != "" && (len(p.sectors) == 0 || isStateSide(leading(p.sectors))):
			p.name = atlas.CountryName(p.country)
		default:
			p.name = string(a.code)
		}
	}
	if p.country == "" && len(p.sectors) == 0 && !isNone(a.ethnic) {
		p.kind = "SOC"
	}
	return p
}

// codesIn gives the codes of a cell that may hold several, apart or joined.
func codesIn(cell string) []string {
	var codes []string
	for _, word := range strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(";,~ ", r) }) {
		if len(word) > 3 && len(word)%3 == 0 {
			codes = append(codes, triples(word)...)
		} else {
			codes = append(codes, word)
		}
	}
	return codes
}

// triples cuts a CAMEO actor code into its parts.
func triples(code string) []string {
	var parts []string
	for ; len(code) >= 3; code = code[3:] {
		parts = append(parts, code[:3])
	}
	return parts
}

// atlasSectors gives the sectors that the atlas knows of an id where the row
// tells none.
func (im *importer) atlasSectors(id string, sectors []string) []string {
	if len(sectors) > 0 {
		return sectors
	}
	if e := im.atlas.ByID(id); e != nil {
		return e.Sectors
	}
	return sectors
}

// addSector adds what a word for a sector is called by PLOVER, once.
func (im *importer) addSector(sectors []string, of, word string) []string {
	s, known := im.know.sectors[of+"/"+strings.ToLower(word)]
	if !known {
		if plover.IsSector(word) {
			s = word
		} else {
			im.drop("sector", word)
		}
	}
	if s == "" {
		return sectors
	}
	if slices.Contains(sectors, s) {
		return sectors
	}
	return append(sectors, s)
}

// country gives the code of a country by its name, nil where it has none; what
// is unknown is counted.
func (im *importer) country(name []byte) *string {
	if isNone(name) {
		return nil
	}
	if c, ok := im.countries.get(name); ok {
		if c == nil {
			im.drop("country", string(name))
		}
		return c
	}
	alpha3, ok := atlas.CountryNamed(string(name))
	if !ok {
		im.drop("country", string(name))
		return im.countries.put(name, nil)
	}
	return im.countries.put(name, &alpha3)
}

// place puts the place into the event, by its name and the alpha-3 code.
func (im *importer) place(name []byte, country *string) {
	if isNone(name) {
		name = nil
	}
	if len(name) == 0 && country == nil {
		return
	}
	k := append(append(im.key[:0], name...), '\t')
	if country != nil {
		k = append(k, *country...)
	}
	im.key = k
	p, ok := im.places.get(k)
	if !ok {
		p = im.places.put(k, &record.Place{Name: string(name), Country: country})
	}
	im.out.Event.Place = p
}
