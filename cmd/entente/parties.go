package main

import (
	"fmt"
	"slices"

	"entente/atlas"
	"entente/calendar"
)

// partiesOf gives the codes of countries named in any form the atlas knows.
func partiesOf(names []string) ([]string, error) {
	var codes []string
	for _, name := range names {
		code, ok := atlas.PartyNamed(name)
		if !ok {
			return nil, usageError{atlas.UnknownParty(name)}
		}
		if slices.Contains(codes, code) {
			return nil, usageError{fmt.Errorf("%s is named twice", atlas.PartyName(code))}
		}
		codes = append(codes, code)
	}
	return codes, nil
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
