package exchange

import (
	"strings"

	"entente/atlas"
	"entente/plover"
	"entente/record"
)

// Columns of ACLED that are read, in the order of acled.columns.
const (
	acledID = iota
	acledDataID
	acledDay
	acledEvent
	acledSub
	acledActor1
	acledInter1
	acledActor2
	acledInter2
	acledCountry
	acledLocation
	acledAdmin
	acledSource
	acledNotes
)

// acled reads the tables of ACLED, of every year and with either separator.
var acled = dataset{
	name: "acled",
	columns: []column{
		{names: "event_id_cnty"}, {names: "data_id"}, {names: "event_date", must: true}, {names: "event_type", must: true}, {names: "sub_event_type"},
		{names: "actor1", must: true}, {names: "inter1"}, {names: "actor2", must: true}, {names: "inter2"},
		{names: "country"}, {names: "location"}, {names: "admin1"}, {names: "source"}, {names: "notes"},
	},
	read: readACLED,
}

func readACLED(im *importer) (reason string) {
	if !im.on(im.cell(acledDay)) {
		return "event_date: " + quoted(im.cell(acledDay)) + " is no day"
	}
	coding := im.acledCoding()
	switch {
	case coding == nil:
		return "event_type: " + quoted(im.cell(acledEvent)) + " is no type of ACLED's"
	case coding.typ == "":
		return "sub_event_type: PLOVER has no type for " + quoted(im.cell(acledEvent)) + " " + quoted(im.cell(acledSub))
	}
	e := &im.out.Event
	e.Actors = im.acledParty(e.Actors, acledActor1)
	e.Recipients = im.acledParty(e.Recipients, acledActor2)
	im.code(coding)
	im.placeOf(im.country(im.cell(acledCountry)), acledLocation, acledAdmin)
	im.out.ID = string(im.cell(acledID))
	if im.out.ID == "" {
		im.out.ID = string(im.cell(acledDataID))
	}
	im.out.Outlets = values(im.cell(acledSource))
	im.out.Text = string(im.cell(acledNotes))
	return ""
}

// acledCoding reads the types by ACLED's table, nil where the type is none.
func (im *importer) acledCoding() *coding {
	event, sub := im.cell(acledEvent), im.cell(acledSub)
	im.key = append(append(append(im.key[:0], event...), '\t'), sub...)
	if c, ok := im.codes.get(im.key); ok {
		return c
	}
	eventName, subName := strings.ToLower(string(event)), strings.ToLower(string(sub))
	var dropped []string
	row, ok := im.know.acled[eventName+"/"+subName]
	if !ok {
		if row, ok = im.know.acled[eventName+"/"]; !ok {
			return im.codes.put(im.key, nil)
		}
		dropped = append(dropped, "sub_event_type "+string(sub))
	}
	contexts := []string{}
	if row.context != "" {
		contexts = append(contexts, row.context)
	}
	c := &coding{}
	if row.typ != "" {
		rule := im.set.name + " " + string(event)
		if len(sub) > 0 {
			rule += ": " + string(sub)
		}
		c = ploverCoding(plover.Type(row.typ), row.mode, contexts, rule)
	}
	c.swap, c.dropped = row.swap, dropped
	return im.codes.put(im.key, c)
}

// acledParty adds the actor in the columns actor and inter.
func (im *importer) acledParty(to []record.Participant, first int) []record.Participant {
	name, inter := im.cell(first), im.cell(first+1)
	if isNone(name) {
		return to
	}
	im.sideKey = append(append(append(im.sideKey[:0], name...), '\t'), inter...)
	return im.party(to, im.sideKey, func() []record.Participant {
		return []record.Participant{im.readACLEDParty(string(name), string(inter)).participant()}
	})
}

// acledForces are the beginnings of names that tell more than the inter code.
var acledForces = [...]struct{ prefix, sector string }{
	{"Military Forces", "MIL"}, {"Police Forces", "COP"}, {"Government of", "GOV"}, {"Protesters", "CVL"}, {"Rioters", "CVL"},
	{"Civilians", "CVL"}, {"Health Workers", "MED"}, {"Journalists", "JRN"}, {"Labor Group", "LAB"}, {"Labour Group", "LAB"}, {"Refugees", "REF"},
}

// readACLEDParty reads a name of ACLED's, which carries the country: "Military
// Forces of Mali (2020-2024)", "Protesters (France)".
func (im *importer) readACLEDParty(name, inter string) party {
	p := party{name: name, country: acledCountryOf(name)}
	sector := ""
	for _, f := range acledForces {
		if strings.HasPrefix(name, f.prefix) {
			sector = f.sector
			break
		}
	}
	switch {
	case sector != "":
		p.sectors = []string{sector}
	case inter != "" && inter != "0":
		p.sectors = im.addSector(p.sectors, "acled", inter)
	}
	for _, part := range append([]string{name}, strings.SplitN(name, ":", 2)...) {
		part, _, _ = strings.Cut(part, " (")
		e := im.named(strings.TrimSpace(part))
		if e != nil && e.Kind != atlas.State && !isStateSide(leading(p.sectors)) {
			p.id = e.ID
			p.sectors = im.atlasSectors(p.id, p.sectors)
			return p
		}
	}
	if len(p.sectors) == 0 {
		p.kind = "UNK"
	}
	return p
}

// acledCountryOf finds the country in a name: in parentheses, or behind "of".
func acledCountryOf(name string) string {
	for rest := name; ; {
		_, after, ok := strings.Cut(rest, "(")
		if !ok {
			break
		}
		inside, _, _ := strings.Cut(after, ")")
		if alpha3, ok := atlas.CountryNamed(inside); ok {
			return alpha3
		}
		rest = after
	}
	before, _, _ := strings.Cut(name, " (")
	for rest := before; ; {
		_, after, ok := strings.Cut(rest, " of ")
		if !ok {
			return ""
		}
		if alpha3, ok := atlas.CountryNamed(after); ok {
			return alpha3
		}
		rest = after
	}
}
