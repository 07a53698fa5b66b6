package atlas

import (
	"fmt"
	"strings"
)

// The parties of ties that are no states, and their names in lower case.
var unions = map[string]string{
	"uno": "UNO", "un": "UNO", "united nations": "UNO",
	"eur": "EUR", "eu": "EUR", "european union": "EUR",
}

// longestName is longer than any country's name, in bytes.
const longestName = 100

// PartyNamed gives the code of a party of ties by a name or code in any form:
// a country as CountryNamed knows it, codes also in small letters, the United
// Nations (UNO) or the European Union (EUR).
func PartyNamed(name string) (code string, ok bool) {
	if len(name) > longestName {
		return "", false
	}
	if code, ok = unions[strings.ToLower(name)]; ok {
		return code, true
	}
	if code, ok = CountryNamed(name); !ok && len(name) <= 3 { // CountryNamed takes a code in small letters for a word
		code, ok = CountryNamed(strings.ToUpper(name))
	}
	return code, ok
}

// PartyName is the English name of a party, "" for an unknown code.
func PartyName(code string) string {
	switch code {
	case "UNO":
		return "United Nations"
	case "EUR":
		return "European Union"
	}
	return CountryName(code)
}

// UnknownParty is the error of a name that PartyNamed does not know; it
// suggests the nearest.
func UnknownParty(name string) error {
	if len(name) > longestName {
		return fmt.Errorf("no country has a name of %d bytes", len(name))
	}
	near := NearestCountries(name, 3)
	if len(near) == 0 {
		return fmt.Errorf("no country is called %q; give a name or a code, such as \"South Korea\", KOR or KR", name)
	}
	return fmt.Errorf("no country is called %q; did you mean %s?", name, strings.Join(near, ", "))
}
