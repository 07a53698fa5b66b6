package exchange

import (
	"bytes"
	"slices"
	"strings"

	"entente/atlas"
	"entente/plover"
	"entente/record"
)

// Columns of POLECAT that are read, in the order of polecat.columns. Those of
// the recipient follow in the order of those of the actor.
const (
	polecatID = iota
	polecatDay
	polecatType
	polecatMode
	polecatContexts
	polecatActor
	polecatActorCountry
	polecatActorMain
	polecatActorSectors
	polecatActorTitle
	polecatRecipient
	polecatRecipientCountry
	polecatRecipientMain
	polecatRecipientSectors
	polecatRecipientTitle
	polecatPlace
	polecatCity
	polecatDistrict
	polecatProvince
	polecatCountry
	polecatSource
)

// polecat reads the weekly and yearly tables of POLECAT.
var polecat = dataset{
	name: "polecat",
	columns: []column{
		{names: "Event ID"}, {names: "Event Date", must: true}, {names: "Event Type", must: true}, {names: "Event Mode", must: true}, {names: "Contexts"},
		{names: "Actor Name", must: true}, {names: "Actor Country", must: true}, {names: "Primary Actor Sector"}, {names: "Actor Sectors"}, {names: "Actor Title"},
		{names: "Recipient Name", must: true}, {names: "Recipient Country", must: true}, {names: "Primary Recipient Sector"}, {names: "Recipient Sectors"}, {names: "Recipient Title"},
		{names: "Placename"}, {names: "City"}, {names: "District"}, {names: "Province"}, {names: "Country"}, {names: "Source"},
	},
	read: readPOLECAT,
}

func readPOLECAT(im *importer) (reason string) {
	if !im.on(im.cell(polecatDay)) {
		return "Event Date: " + quoted(im.cell(polecatDay)) + " is no day"
	}
	coding := im.polecatCoding()
	if coding == nil {
		return "Event Type: " + quoted(im.cell(polecatType)) + " is no PLOVER type"
	}
	e := &im.out.Event
	e.Actors = im.polecatSide(e.Actors, polecatActor)
	e.Recipients = im.polecatSide(e.Recipients, polecatRecipient)
	im.code(coding)
	im.placeOf(im.country(im.cell(polecatCountry)), polecatPlace, polecatCity, polecatDistrict, polecatProvince)
	im.out.ID = string(im.cell(polecatID))
	if !isNone(im.cell(polecatSource)) {
		im.out.Outlets, im.out.Articles = 1, 1
	}
	return ""
}

// polecatCoding reads type, mode and contexts, nil where the type is none.
func (im *importer) polecatCoding() *coding {
	typ, mode, contexts := im.cell(polecatType), im.cell(polecatMode), im.cell(polecatContexts)
	im.key = append(append(append(append(append(im.key[:0], typ...), '\t'), mode...), '\t'), contexts...)
	if c, ok := im.codes.get(im.key); ok {
		return c
	}
	return im.codes.put(im.key, im.know.readPLOVER(string(typ), mode, contexts, im.set.name))
}

// readPLOVER brings type, mode and contexts of any draft of PLOVER to the
// present one.
func (k *knowledge) readPLOVER(typ string, mode, contexts []byte, origin string) *coding {
	t := plover.Type(strings.ToUpper(typ))
	if !t.Valid() {
		return nil
	}
	var dropped []string
	m := ""
	if !isNone(mode) {
		m = strings.NewReplacer(" ", "-", "_", "-").Replace(strings.TrimPrefix(strings.ToLower(string(mode)), "to "))
		m = k.now("mode", string(t), m)
		if !t.HasMode(m) {
			dropped = append(dropped, "mode "+string(t)+" "+m)
			m = ""
		}
	}
	list := []string{}
	for _, c := range bytes.FieldsFunc(contexts, func(r rune) bool { return r == ';' || r == ',' || r == '|' }) {
		if c = bytes.TrimSpace(c); isNone(c) {
			continue
		}
		name := k.now("context", "*", strings.NewReplacer(" ", "_", "-", "_").Replace(strings.ToLower(string(c))))
		switch {
		case !plover.IsContext(name):
			dropped = append(dropped, "context "+name)
		case !slices.Contains(list, name):
			list = append(list, name)
		}
	}
	rule := origin + " " + string(t)
	if m != "" {
		rule += " " + m
	}
	c := ploverCoding(t, m, list, rule)
	c.dropped = dropped
	return c
}

// now gives what an older draft's word for a mode or context is called now.
func (k *knowledge) now(kind, typ, word string) string {
	for _, key := range [...]string{kind + "/" + typ + "/" + word, kind + "/*/" + word} {
		if now, ok := k.older[key]; ok {
			return now
		}
	}
	return word
}

// polecatSide adds the actors or recipients, whose columns begin at first.
func (im *importer) polecatSide(to []record.Participant, first int) []record.Participant {
	k := im.sideKey[:0]
	for i := range 5 {
		k = append(append(k, im.cell(first+i)...), '\t')
	}
	im.sideKey = k
	return im.party(to, k, func() []record.Participant {
		return im.readPOLECATSide(im.cell(first), im.cell(first+1), im.cell(first+2), im.cell(first+3), im.cell(first+4))
	})
}

// readPOLECATSide parts the columns of a side, which hold lists of the same
// length, one value for each. Where names and countries are not as many, no
// name can be said to be of a country, and the countries alone stand.
func (im *importer) readPOLECATSide(name, country, main, sectors, title []byte) []record.Participant {
	names, countries := listOf(name), listOf(country)
	switch {
	case len(countries) == 0:
		countries = make([]string, len(names))
	case len(names) == 0:
		names = make([]string, len(countries))
	case len(names) != len(countries):
		im.drop("names", "that are not as many as their countries")
		countries = slices.Compact(countries)
		names = make([]string, len(countries))
	}
	mains, groups, titles := listOf(main), listOf(sectors), listOf(title)
	if len(names) == 1 {
		mains, groups = []string{string(main)}, []string{string(sectors)}
	}
	parties := make([]record.Participant, 0, len(names))
	for i := range names {
		p := party{name: names[i]}
		var of []string
		for _, column := range [...][]string{mains, groups} {
			if len(column) == len(names) {
				of = append(of, strings.FieldsFunc(column[i], isListMark)...)
			}
		}
		p = im.readPOLECATCountry(p, countries[i], &of)
		for _, s := range of {
			if !isNone([]byte(s)) {
				p.sectors = im.polecatSector(p.sectors, s)
			}
		}
		if p.name == "" && p.country != "" {
			p.name = atlas.CountryName(p.country)
		}
		if p.name == "" && p.id == "" && len(p.sectors) == 0 {
			continue
		}
		out := im.knownBy(p).participant()
		if len(titles) == len(names) && titles[i] != "" {
			out.Office = &titles[i]
		}
		parties = append(parties, out)
	}
	return parties
}

// readPOLECATCountry reads the country of one party. PLOVER's codes for the
// United Nations, the European Union and kinds of organisations stand there too.
func (im *importer) readPOLECATCountry(p party, code string, sectors *[]string) party {
	switch {
	case code == "":
	case code == "UNO", code == "EUR":
		p.id = code
		if p.name == "" {
			p.name = im.atlas.ByID(code).Name
		}
	case plover.IsSector(code) && !isState(code):
		*sectors = append([]string{code}, *sectors...)
	default:
		if c := im.country([]byte(code)); c != nil {
			p.country = *c
		}
	}
	return p
}

// polecatSector adds a sector by PLOVER's code or by its name.
func (im *importer) polecatSector(sectors []string, word string) []string {
	if plover.IsSector(word) {
		if slices.Contains(sectors, word) {
			return sectors
		}
		return append(sectors, word)
	}
	return im.addSector(sectors, "polecat", word)
}

// listOf parts a cell at semicolons; a value that says nothing is empty, and a
// cell of none but such is no list.
func listOf(cell []byte) []string {
	if isNone(cell) {
		return nil
	}
	var list []string
	some := false
	for _, part := range bytes.Split(cell, []byte(";")) {
		if part = bytes.TrimSpace(part); isNone(part) {
			part = nil
		} else {
			some = true
		}
		list = append(list, string(part))
	}
	if !some {
		return nil
	}
	return list
}
