package exchange

import (
	"bytes"
	"strings"

	"entente/record"
)

// Columns of Phoenix that are read, in the order of phoenix.columns.
const (
	phoenixID = iota
	phoenixDay
	phoenixYear
	phoenixMonth
	phoenixDayOfMonth
	phoenixSource
	phoenixSourceEntity
	phoenixSourceRole
	phoenixSourceAttribute
	phoenixTarget
	phoenixTargetEntity
	phoenixTargetRole
	phoenixTargetAttribute
	phoenixEvent
	phoenixRoot
	phoenixGoldstein
	phoenixPlace
	phoenixState
	phoenixCountry
	phoenixURLs
	phoenixOutlets
)

// phoenix reads the daily tables of Phoenix, and Historical Phoenix of the
// Cline Center, which names its columns otherwise.
var phoenix = dataset{
	name: "phoenix",
	columns: []column{
		{names: "EventID|eid"}, {names: "Date|story_date", must: true}, {names: "Year"}, {names: "Month"}, {names: "Day"},
		{names: "SourceActorFull|source", must: true}, {names: "SourceActorEntity|source_root"}, {names: "SourceActorRole|source_agent"}, {names: "SourceActorAttribute|source_others"},
		{names: "TargetActorFull|target", must: true}, {names: "TargetActorEntity|target_root"}, {names: "TargetActorRole|target_agent"}, {names: "TargetActorAttribute|target_others"},
		{names: "EventCode|code", must: true}, {names: "EventRootCode|root_code"}, {names: "GoldsteinScore|goldstein"},
		{names: "LocationName|placename"}, {names: "StateName"}, {names: "CountryCode|countryname"}, {names: "URLs|URL"}, {names: "NewsSources"},
	},
	layouts: [][]string{strings.Fields("EventID Date Year Month Day SourceActorFull SourceActorEntity SourceActorRole SourceActorAttribute" +
		" TargetActorFull TargetActorEntity TargetActorRole TargetActorAttribute EventCode EventRootCode PentaClass GoldsteinScore" +
		" Issues Lat Lon LocationName StateName CountryCode SentenceID URLs NewsSources")},
	read: readPhoenix,
}

func readPhoenix(im *importer) (reason string) {
	if !im.on(im.cell(phoenixDay)) && !im.on(im.phoenixDay()) {
		return "Date: " + quoted(im.cell(phoenixDay)) + " is no day"
	}
	code := im.cell(phoenixEvent)
	coding := im.cameo(code, im.cell(phoenixRoot), false)
	if coding == nil {
		return "EventCode: " + quoted(code) + " is no CAMEO code"
	}
	e := &im.out.Event
	e.Actors = im.phoenixParty(e.Actors, phoenixSource)
	e.Recipients = im.phoenixParty(e.Recipients, phoenixTarget)
	im.code(coding)
	im.goldstein(im.cell(phoenixGoldstein))
	im.placeOf(im.country(im.cell(phoenixCountry)), phoenixPlace, phoenixState)
	im.out.ID = string(im.cell(phoenixID))
	im.out.Outlets = values(im.cell(phoenixOutlets))
	urls := im.cell(phoenixURLs)
	im.out.Articles = values(urls)
	if url, _, _ := bytes.Cut(urls, []byte(";")); bytes.HasPrefix(url, []byte("http")) {
		im.out.URL = string(bytes.TrimSpace(url))
	}
	return ""
}

// phoenixDay puts the day together from its parts.
func (im *importer) phoenixDay() []byte {
	year, month, day := im.cell(phoenixYear), im.cell(phoenixMonth), im.cell(phoenixDayOfMonth)
	if len(year) != 4 || len(month) == 0 || len(month) > 2 || len(day) == 0 || len(day) > 2 {
		return nil
	}
	return []byte(string(year) + "-" + ("0" + string(month))[len(month)-1:] + "-" + ("0" + string(day))[len(day)-1:])
}

func (im *importer) phoenixParty(to []record.Participant, first int) []record.Participant {
	a := cameoActor{code: im.cell(first), country: im.cell(first + 1), roles: [3][]byte{im.cell(first + 2), im.cell(first + 3)}}
	return im.cameoParty(to, &a)
}

// values counts the values of a list.
func values(cell []byte) int {
	if isNone(cell) {
		return 0
	}
	n := 0
	for len(cell) > 0 {
		var one []byte
		one, cell, _ = bytes.Cut(cell, []byte(";"))
		if len(bytes.TrimSpace(one)) > 0 {
			n++
		}
	}
	return n
}
