package exchange

import (
	"bytes"
	"slices"
	"strings"

	"entente/atlas"
	"entente/record"
)

// Columns of ICEWS that are read, in the order of icews.columns.
const (
	icewsID = iota
	icewsDay
	icewsSource
	icewsSourceSectors
	icewsSourceCountry
	icewsCode
	icewsIntensity
	icewsTarget
	icewsTargetSectors
	icewsTargetCountry
	icewsPublisher
	icewsCity
	icewsDistrict
	icewsProvince
	icewsCountry
)

// icews reads the tables of the ICEWS dataverse.
var icews = dataset{
	name: "icews",
	columns: []column{
		{names: "Event ID"}, {names: "Event Date", must: true},
		{names: "Source Name", must: true}, {names: "Source Sectors"}, {names: "Source Country", must: true},
		{names: "CAMEO Code", must: true}, {names: "Intensity"},
		{names: "Target Name", must: true}, {names: "Target Sectors"}, {names: "Target Country", must: true},
		{names: "Publisher"}, {names: "City"}, {names: "District"}, {names: "Province"}, {names: "Country"},
	},
	read: readICEWS,
}

func readICEWS(im *importer) (reason string) {
	if !im.on(im.cell(icewsDay)) {
		return "Event Date: " + quoted(im.cell(icewsDay)) + " is no day"
	}
	code := im.cell(icewsCode)
	coding := im.cameo(code, nil, true)
	if coding == nil {
		return "CAMEO Code: " + quoted(code) + " is no CAMEO code"
	}
	e := &im.out.Event
	e.Actors = im.icewsParty(e.Actors, icewsSource)
	e.Recipients = im.icewsParty(e.Recipients, icewsTarget)
	im.code(coding)
	im.goldstein(im.cell(icewsIntensity))
	im.placeOf(im.country(im.cell(icewsCountry)), icewsCity, icewsDistrict, icewsProvince)
	im.out.ID = string(im.cell(icewsID))
	if !isNone(im.cell(icewsPublisher)) {
		im.out.Outlets, im.out.Articles = 1, 1
	}
	return ""
}

// placeOf puts the first of the columns that names a place into the event.
func (im *importer) placeOf(country *string, columns ...int) {
	for _, c := range columns {
		if name := im.cell(c); !isNone(name) {
			im.place(name, country)
			return
		}
	}
	im.place(nil, country)
}

// icewsParty adds the actor in the columns name, sectors and country.
func (im *importer) icewsParty(to []record.Participant, first int) []record.Participant {
	name, sectors, country := im.cell(first), im.cell(first+1), im.cell(first+2)
	if isNone(name) && isNone(country) {
		return to
	}
	im.sideKey = append(append(append(append(append(im.sideKey[:0], name...), '\t'), sectors...), '\t'), country...)
	return im.party(to, im.sideKey, func() []record.Participant {
		return []record.Participant{im.readICEWSParty(string(name), sectors, country).participant()}
	})
}

func (im *importer) readICEWSParty(name string, sectors, country []byte) party {
	p := party{name: name}
	if c := im.country(country); c != nil {
		p.country = *c
	}
	if !isNone(sectors) {
		for _, part := range bytes.Split(sectors, []byte(",")) {
			p.sectors = im.icewsSector(p.sectors, strings.ToLower(string(bytes.TrimSpace(part))))
		}
	}
	return im.knownBy(p)
}

// icewsSector adds the sector of the first word of the table that a name of
// ICEWS's contains.
func (im *importer) icewsSector(sectors []string, name string) []string {
	for _, w := range im.know.words {
		if !strings.Contains(name, w[0]) {
			continue
		}
		if slices.Contains(sectors, w[1]) {
			return sectors
		}
		return append(sectors, w[1])
	}
	return sectors
}

// knownBy looks the name of a party up in the atlas: organisations and groups
// have their ids there. Somebody of a country without any sector is its state
// only by the country's own name.
func (im *importer) knownBy(p party) party {
	e := im.named(p.name)
	switch {
	case e == nil:
	case e.Kind == atlas.State:
		if p.country == "" {
			p.country = e.ID
		}
		return p
	case p.country == "" || !isStateSide(leading(p.sectors)):
		p.id = e.ID
		p.sectors = im.atlasSectors(p.id, p.sectors)
		return p
	}
	if p.country != "" && len(p.sectors) == 0 && p.name != "" {
		if own, ok := atlas.CountryNamed(p.name); !ok || own != p.country {
			p.kind = "UNK"
		}
	}
	return p
}
