package exchange

import (
	"bytes"
	"strings"

	"entente/record"
)

// Columns of GDELT that are read, in the order of gdelt.columns.
const (
	gdeltID = iota
	gdeltDay
	gdeltCode1
	gdeltName1
	gdeltCountry1
	gdeltGroup1
	gdeltEthnic1
	gdeltType1
	gdeltType1b
	gdeltType1c
	gdeltCode2
	gdeltName2
	gdeltCountry2
	gdeltGroup2
	gdeltEthnic2
	gdeltType2
	gdeltType2b
	gdeltType2c
	gdeltEvent
	gdeltRoot
	gdeltGoldstein
	gdeltSources
	gdeltArticles
	gdeltPlace
	gdeltPlaceCountry
	gdeltURL
)

// gdelt reads the event tables of GDELT 1.0 and 2.0, and the reduced table of
// 1979 to 2013 with its 17 columns.
var gdelt = dataset{
	name: "gdelt",
	columns: []column{
		{names: "GLOBALEVENTID"}, {names: "SQLDATE|Day|Date", must: true},
		{names: "Actor1Code|Source", must: true}, {names: "Actor1Name"}, {names: "Actor1CountryCode"}, {names: "Actor1KnownGroupCode"},
		{names: "Actor1EthnicCode"}, {names: "Actor1Type1Code"}, {names: "Actor1Type2Code"}, {names: "Actor1Type3Code"},
		{names: "Actor2Code|Target", must: true}, {names: "Actor2Name"}, {names: "Actor2CountryCode"}, {names: "Actor2KnownGroupCode"},
		{names: "Actor2EthnicCode"}, {names: "Actor2Type1Code"}, {names: "Actor2Type2Code"}, {names: "Actor2Type3Code"},
		{names: "EventCode|CAMEOCode", must: true}, {names: "EventRootCode"}, {names: "GoldsteinScale|Goldstein"},
		{names: "NumSources"}, {names: "NumArticles|NumArts"},
		{names: "ActionGeo_FullName"}, {names: "ActionGeo_CountryCode"}, {names: "SOURCEURL"},
	},
	layouts: [][]string{gdeltNames(false)[:57], gdeltNames(false), gdeltNames(true), strings.Fields("Date Source Target CAMEOCode NumEvents NumArts QuadClass Goldstein" +
		" SourceGeoType SourceGeoLat SourceGeoLong TargetGeoType TargetGeoLat TargetGeoLong ActionGeoType ActionGeoLat ActionGeoLong")},
	read: readGDELT,
}

// gdeltNames gives the columns of GDELT 1.0 in their order, or those of 2.0,
// which has a second administrative code for each place.
func gdeltNames(second bool) []string {
	names := strings.Fields("GLOBALEVENTID SQLDATE MonthYear Year FractionDate")
	for _, actor := range [...]string{"Actor1", "Actor2"} {
		for _, part := range strings.Fields("Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code") {
			names = append(names, actor+part)
		}
	}
	names = append(names, strings.Fields("IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles AvgTone")...)
	for _, of := range [...]string{"Actor1Geo_", "Actor2Geo_", "ActionGeo_"} {
		for _, part := range strings.Fields("Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID") {
			if second || part != "ADM2Code" {
				names = append(names, of+part)
			}
		}
	}
	return append(names, "DATEADDED", "SOURCEURL")
}

func readGDELT(im *importer) (reason string) {
	if !im.on(im.cell(gdeltDay)) {
		return "SQLDATE: " + quoted(im.cell(gdeltDay)) + " is no day"
	}
	code := im.cell(gdeltEvent)
	coding := im.cameo(code, im.cell(gdeltRoot), false)
	if coding == nil {
		return "EventCode: " + quoted(code) + " is no CAMEO code"
	}
	e := &im.out.Event
	e.Actors = im.gdeltActor(e.Actors, gdeltCode1)
	e.Recipients = im.gdeltActor(e.Recipients, gdeltCode2)
	im.code(coding)
	im.goldstein(im.cell(gdeltGoldstein))
	var country *string
	if fips := im.cell(gdeltPlaceCountry); len(fips) > 0 {
		country = im.fips(fips)
	}
	im.place(im.cell(gdeltPlace), country)
	im.out.ID = string(im.cell(gdeltID))
	im.out.Outlets = parseCount(im.cell(gdeltSources))
	im.out.Articles = parseCount(im.cell(gdeltArticles))
	if url := im.cell(gdeltURL); bytes.HasPrefix(url, []byte("http")) {
		im.out.URL = string(url)
	}
	return ""
}

func (im *importer) gdeltActor(to []record.Participant, first int) []record.Participant {
	a := cameoActor{code: im.cell(first), name: im.cell(first + 1), country: im.cell(first + 2), group: im.cell(first + 3),
		ethnic: im.cell(first + 4), roles: [3][]byte{im.cell(first + 5), im.cell(first + 6), im.cell(first + 7)}}
	return im.cameoParty(to, &a)
}

// fips gives the alpha-3 code of a FIPS 10-4 code, nil where it has none.
func (im *importer) fips(code []byte) *string {
	if c, ok := im.countries.get(code); ok {
		return c
	}
	alpha3, ok := im.know.fips[string(code)]
	if !ok {
		return im.countries.put(code, nil)
	}
	return im.countries.put(code, &alpha3)
}
