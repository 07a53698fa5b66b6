package exchange

import (
	"strings"

	"entente/atlas"
	"entente/plover"
	"entente/record"
)

// icewsSet has the columns of the ICEWS dataverse.
var icewsSet = Set{Name: "icews", paired: true, cameo: true, plain: true, Columns: []Column{
	{"Event ID", Text, func(r *row) value { return textValue(r.id) }},
	{"Event Date", Date, (*row).day},
	{"Source Name", Text, func(r *row) value { return partyName(r.source) }},
	{"Source Sectors", Text, func(r *row) value { return r.icewsSectors(r.source) }},
	{"Source Country", Text, func(r *row) value { return countryName(r.source) }},
	{"Event Text", Text, func(r *row) value {
		c, _ := plover.CAMEO(r.code())
		return textValue(c.Label)
	}},
	{"CAMEO Code", Text, func(r *row) value { return textValue(r.code()) }},
	{"Intensity", Number, func(r *row) value { return orNumber(r.Event.Goldstein) }},
	{"Target Name", Text, func(r *row) value { return partyName(r.target) }},
	{"Target Sectors", Text, func(r *row) value { return r.icewsSectors(r.target) }},
	{"Target Country", Text, func(r *row) value { return countryName(r.target) }},
	{"Story ID", Text, func(r *row) value {
		if len(r.Articles) == 0 {
			return value{}
		}
		return textValue(r.Articles[0])
	}},
	{"Sentence Number", Integer, (*row).sentence},
	{"Publisher", Text, func(r *row) value { return list(r.Outlets) }},
	{"City", Text, (*row).placeName},
	{"District", Text, nil},
	{"Province", Text, nil},
	{"Country", Text, func(r *row) value { return nameOfCountry(r.placeCountry().text) }},
	{"Latitude", Number, nil},
	{"Longitude", Number, nil},
}}

func partyName(p *record.Participant) value {
	if p == nil {
		return value{}
	}
	return textValue(p.Name)
}

func countryName(p *record.Participant) value {
	if p == nil {
		return value{}
	}
	return nameOfCountry(deref(p.Country))
}

func nameOfCountry(alpha3 string) value {
	if name := atlas.CountryName(alpha3); name != "" {
		return textValue(name)
	}
	return textValue(alpha3)
}

// icewsSectors names the sectors in ICEWS's way. A state that acts itself
// without a sector has that of its government, since ICEWS tells states from
// people by it.
func (r *row) icewsSectors(p *record.Participant) value {
	if p == nil {
		return value{}
	}
	var names []string
	for _, s := range p.Sectors {
		for _, w := range r.know.words {
			if w[1] == s {
				names = append(names, strings.ToUpper(w[0][:1])+w[0][1:])
				break
			}
		}
	}
	if len(names) == 0 && p.Country != nil && *p.Country == p.ID {
		names = append(names, "Government")
	}
	return textValue(strings.Join(names, ","))
}
