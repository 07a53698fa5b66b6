package exchange

import (
	"strings"

	"entente/record"
)

// listSeparator stands between the values of a cell that holds several.
const listSeparator = "; "

// ententeSet is our own table: one row per event with all that is known of it.
// The names follow POLECAT's (Halterman et al. 2023), in lower case and joined
// by underscores, so that R and spreadsheets take them as they are.
var ententeSet = Set{Name: "entente", Columns: []Column{
	{"article_id", Text, func(r *row) value { return list(r.Articles) }},
	{"event_id", Text, func(r *row) value { return textValue(r.id) }},
	{"date_from", Date, (*row).day},
	{"date_to", Date, func(r *row) value {
		if r.Event.Date == nil {
			return value{}
		}
		return dayValue(r.Event.Date.To)
	}},
	{"date_text", Text, func(r *row) value {
		if r.Event.Date == nil {
			return value{}
		}
		return textValue(r.Event.Date.Text)
	}},
	{"event_type", Text, func(r *row) value { return textValue(r.Event.Type) }},
	{"event_mode", Text, func(r *row) value { return orText(r.Event.Mode) }},
	{"aux", Text, func(r *row) value { return textValue(r.Event.Aux) }},
	{"contexts", Text, func(r *row) value { return list(r.Event.Contexts) }},
	{"quad_code", Integer, (*row).quad},
	{"intensity", Number, (*row).score},
	{"cameo", Text, func(r *row) value { return orText(r.Event.CAMEO) }},
	{"goldstein", Number, func(r *row) value { return orNumber(r.Event.Goldstein) }},
	{"actor_id", Text, func(r *row) value { return joined(r.Event.Actors, idOf) }},
	{"actor_country", Text, func(r *row) value { return joined(r.Event.Actors, alpha3Of) }},
	{"actor_name", Text, func(r *row) value { return joined(r.Event.Actors, nameOf) }},
	{"actor_sectors", Text, func(r *row) value { return joined(r.Event.Actors, sectorsOf) }},
	{"actor_title", Text, func(r *row) value { return joined(r.Event.Actors, officeOf) }},
	{"recipient_id", Text, func(r *row) value { return joined(r.Event.Recipients, idOf) }},
	{"recipient_country", Text, func(r *row) value { return joined(r.Event.Recipients, alpha3Of) }},
	{"recipient_name", Text, func(r *row) value { return joined(r.Event.Recipients, nameOf) }},
	{"recipient_sectors", Text, func(r *row) value { return joined(r.Event.Recipients, sectorsOf) }},
	{"recipient_title", Text, func(r *row) value { return joined(r.Event.Recipients, officeOf) }},
	{"placename", Text, (*row).placeName},
	{"place_country", Text, (*row).placeCountry},
	{"speaker", Text, func(r *row) value {
		if r.Event.Speaker == nil {
			return value{}
		}
		return textValue(r.Event.Speaker.Name)
	}},
	{"speaker_country", Text, func(r *row) value {
		if r.Event.Speaker == nil {
			return value{}
		}
		return orText(r.Event.Speaker.Country)
	}},
	{"sentence", Integer, (*row).sentence},
	{"sentence_text", Text, func(r *row) value { return textValue(r.Text) }},
	{"rule", Text, func(r *row) value { return textValue(r.Event.Rule) }},
	{"confidence", Number, func(r *row) value { return numberValue(r.Event.Confidence) }},
	{"publication_date", Text, func(r *row) value { return textValue(r.Published) }},
	{"source", Text, func(r *row) value { return list(r.Outlets) }},
	{"headline", Text, func(r *row) value { return textValue(r.Headline) }},
	{"language", Text, func(r *row) value { return textValue(r.Language) }},
	{"url", Text, func(r *row) value { return textValue(r.URL) }},
}}

func idOf(p *record.Participant) string      { return p.ID }
func alpha3Of(p *record.Participant) string  { return deref(p.Country) }
func nameOf(p *record.Participant) string    { return p.Name }
func officeOf(p *record.Participant) string  { return deref(p.Office) }
func sectorsOf(p *record.Participant) string { return strings.Join(p.Sectors, ",") }

func (r *row) placeName() value {
	if r.Event.Place == nil {
		return value{}
	}
	return textValue(r.Event.Place.Name)
}

func (r *row) placeCountry() value {
	if r.Event.Place == nil {
		return value{}
	}
	return orText(r.Event.Place.Country)
}

// sentence is its number, which events of other data sets don't have.
func (r *row) sentence() value {
	if r.Event.Sentence < 0 {
		return value{}
	}
	return numberValue(float64(r.Event.Sentence))
}
