package main

import (
	"fmt"
	"slices"
	"strings"

	"entente/atlas"
	"entente/calendar"
)

// unions are the parties of ties that are no states, by their names in lower
// case.
var unions = map[string]string{
	"uno": "UNO", "un": "UNO", "united nations": "UNO",
	"eur": "EUR", "eu": "EUR", "european union": "EUR",
}

// partiesOf gives the codes of countries named in any form the atlas knows.
func partiesOf(names []string) ([]string, error) {
	var codes []string
	for _, name := range names {
		code, ok := unions[strings.ToLower(name)]
		if !ok {
			code, ok = atlas.CountryNamed(name)
		}
		if !ok && len(name) <= 3 { // a code in small letters, which the atlas takes for a word
			code, ok = atlas.CountryNamed(strings.ToUpper(name))
		}
		if !ok {
			return nil, usageError{unknownCountry(name)}
		}
		if slices.Contains(codes, code) {
			return nil, usageError{fmt.Errorf("%s is named twice", partyName(code))}
		}
		codes = append(codes, code)
	}
	return codes, nil
}

func unknownCountry(name string) error {
	near := atlas.NearestCountries(name, 3)
	if len(near) == 0 {
		return fmt.Errorf("no country is called %q; give a name or a code, such as \"South Korea\", KOR or KR", name)
	}
	return fmt.Errorf("no country is called %q; did you mean %s?", name, strings.Join(near, ", "))
}

// partyName is the name of a party as shown to a reader, "" for an unknown id.
func partyName(id string) string {
	switch id {
	case "UNO":
		return "United Nations"
	case "EUR":
		return "European Union"
	}
	return atlas.CountryName(id)
}

// spanFlags are days that a question is about.
type spanFlags struct {
	At    string `placeholder:"DAY" help:"The day of the answer, as 2015-04-16; nothing that happened later is used. Default: the last day on file."`
	Since string `placeholder:"DAY" help:"Where the history begins."`
}

// days gives the two days, nil where they were not said.
func (f spanFlags) days() (at, since *calendar.Day, err error) {
	if at, err = dayFlag("--at", f.At); err == nil {
		since, err = dayFlag("--since", f.Since)
	}
	return at, since, err
}

func dayFlag(name, value string) (*calendar.Day, error) {
	if value == "" {
		return nil, nil
	}
	d, err := calendar.ParseDay(value)
	if err != nil {
		return nil, usageError{fmt.Errorf("%s: %w", name, err)}
	}
	return &d, nil
}

// originFlags choose among data sets.
type originFlags struct {
	Origin []string `placeholder:"NAME" help:"Count only events of this origin: articles (one's own), or a data set that was imported. Default: all."`
}
