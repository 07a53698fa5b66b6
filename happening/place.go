package happening

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"entente/record"
)

// place is where an event is told to have been; the zero place is not told.
type place struct {
	name    string // lower case, "" where only the country is told
	country string // alpha-3, "" unknown
}

func placeOf(p *record.Place) place {
	if p == nil {
		return place{}
	}
	out := place{name: strings.TrimPrefix(strings.ToLower(strings.TrimSpace(p.Name)), "the ")}
	if p.Country != nil {
		out.country = *p.Country
	}
	if out.country != "" && namesCountry(out.name, out.country) {
		out.name = ""
	}
	return out
}

// namesCountry says whether the words are the country's English name in CLDR.
// A name that CLDR does not use stays a place of its own: two reports too many
// are better than two happenings in one.
func namesCountry(name, alpha3 string) bool {
	region, err := language.ParseRegion(alpha3)
	if err != nil {
		return false
	}
	return name == strings.ToLower(display.English.Regions().Name(region))
}

func (p place) told() bool { return p.name != "" || p.country != "" }

// agree: what is not told agrees with everything, a country with each place in
// it, a city with its quarters ("central Moscow"); two cities don't.
func (p place) agree(o place) (points int, ok bool) {
	switch {
	case !p.told() || !o.told():
		return 0, true
	case p.country != "" && o.country != "" && p.country != o.country:
		return 0, false
	case p.name == "" && o.name == "":
		return 1, true
	case p.name == "" || o.name == "":
		return 1, p.country == o.country
	case p.name == o.name:
		return 3, true
	case strings.HasSuffix(p.name, " "+o.name), strings.HasSuffix(o.name, " "+p.name):
		return 2, true
	}
	return 0, false
}

// finer is the one that tells more: a city before its country, the city before
// its quarter, which only one report tells.
func (p place) finer(o place) place {
	switch {
	case !p.told():
		return o
	case !o.told() || o.name == "":
		return p
	case p.name == "" || len(o.name) < len(p.name):
		return o
	}
	return p
}
