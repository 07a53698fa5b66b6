package exchange

import "entente/atlas"

// countryNamed gives the country of a name in a column of countries. There
// "Congo" alone is the Republic of the Congo, as in ISO 3166; in running text
// it may be either.
func countryNamed(name string) (alpha3 string, ok bool) {
	if name == "Congo" {
		return "COG", true
	}
	return atlas.CountryNamed(name)
}
