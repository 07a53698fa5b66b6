package exchange

import (
	"strings"

	"entente/plover"
	"entente/record"
)

// polecatSet has POLECAT's columns (Halterman et al. 2023). Lists are joined by
// "; " and those of actors run in parallel.
var polecatSet = Set{Name: "polecat", plain: true, Columns: []Column{
	{"Event ID", Text, func(r *row) value { return textValue(r.id) }},
	{"Event Date", Date, (*row).day},
	{"Event Type", Text, func(r *row) value { return textValue(r.Event.Type) }},
	{"Event Mode", Text, func(r *row) value { return orText(r.Event.Mode) }},
	{"Intensity", Number, (*row).score},
	{"Quad Code", Text, func(r *row) value {
		if r.Event.Quad == 0 {
			return value{}
		}
		return textValue(strings.ToUpper(plover.Quad(r.Event.Quad).String()))
	}},
	{"Contexts", Text, func(r *row) value { return list(r.Event.Contexts) }},
	{"Actor Name", Text, func(r *row) value { return joined(r.Event.Actors, nameOf) }},
	{"Actor Country", Text, func(r *row) value { return joined(r.Event.Actors, alpha3Of) }},
	{"Actor COW", Text, nil},
	{"Primary Actor Sector", Text, func(r *row) value { return joined(r.Event.Actors, mainSectorOf) }},
	{"Actor Sectors", Text, func(r *row) value { return joined(r.Event.Actors, sectorsOf) }},
	{"Actor Title", Text, func(r *row) value { return joined(r.Event.Actors, officeOf) }},
	{"Actor Name Raw", Text, nil},
	{"Wikipedia Actor ID", Text, nil},
	{"Recipient Name", Text, func(r *row) value { return joined(r.Event.Recipients, nameOf) }},
	{"Recipient Country", Text, func(r *row) value { return joined(r.Event.Recipients, alpha3Of) }},
	{"Recipient COW", Text, nil},
	{"Primary Recipient Sector", Text, func(r *row) value { return joined(r.Event.Recipients, mainSectorOf) }},
	{"Recipient Sectors", Text, func(r *row) value { return joined(r.Event.Recipients, sectorsOf) }},
	{"Recipient Title", Text, func(r *row) value { return joined(r.Event.Recipients, officeOf) }},
	{"Recipient Name Raw", Text, nil},
	{"Wikipedia Recipient ID", Text, nil},
	{"Placename", Text, (*row).placeName},
	{"City", Text, nil},
	{"District", Text, nil},
	{"Province", Text, nil},
	{"Country", Text, (*row).placeCountry},
	{"Latitude", Number, nil},
	{"Longitude", Number, nil},
	{"GeoNames ID", Text, nil},
	{"Raw Placename", Text, nil},
	{"Feature Type", Text, nil},
	{"Source", Text, func(r *row) value { return list(r.Outlets) }},
	{"Publication Date", Date, func(r *row) value { return dayValue(r.Published) }},
	{"Story People", Text, nil},
	{"Story Organizations", Text, nil},
	{"Story Locations", Text, nil},
	{"Language", Text, func(r *row) value { return textValue(r.Language) }},
	{"Version", Text, nil},
}}

func mainSectorOf(p *record.Participant) string { return leading(p.Sectors) }
