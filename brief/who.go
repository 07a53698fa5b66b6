package brief

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/record"
)

// party is a side with those who stand for it in the article.
type party struct {
	name   string
	people []string
}

// who writes the parties with their people and offices.
func (s *sheet) who() {
	var named, alone []*party
	for _, p := range s.everybody() {
		switch r, _ := utf8.DecodeRuneInString(p.name); {
		case len(p.people) > 0:
			named = append(named, p)
		case !unicode.IsLower(r): // "people", "an analyst": nobody in particular
			alone = append(alone, p)
		}
	}
	if len(named)+len(alone) == 0 {
		return
	}
	if s.full {
		s.section("WHO", "")
		s.fullWho(named, alone)
		return
	}
	s.empty = false
	s.blank()
	runs := []run{{"WHO", heading}, {" — ", faint}}
	for i, p := range append(named, alone...) {
		if i > 0 {
			runs = append(runs, run{" · ", faint})
		}
		runs = append(runs, run{p.name, bold})
		if len(p.people) > 0 {
			runs = append(runs, run{": " + strings.Join(p.people, ", "), plain})
		}
	}
	s.line(0, indent, runs...)
}

// fullWho writes a line for each party that has people.
func (s *sheet) fullWho(named, alone []*party) {
	for _, p := range named {
		s.line(indent, deeper, run{p.name, bold}, run{": " + strings.Join(p.people, "; "), plain})
	}
	names := make([]string, len(alone))
	for i, p := range alone {
		names[i] = Plain(p.name)
	}
	if len(names) > 0 {
		s.line(indent, deeper, run{strings.Join(names, ", "), bold})
	}
}

// everybody gathers the people of each side, in the order of the record.
func (s *sheet) everybody() []*party {
	var parties []*party
	byID := map[string]*party{}
	s.eachParticipant(func(p *record.Participant) {
		id := p.ID
		if p.Country != nil && strings.HasPrefix(id, "PER:") {
			id = *p.Country
		}
		one := byID[id]
		if one == nil {
			one = &party{name: s.named(id)}
			if one.name == "" {
				one.name = p.Name
			}
			byID[id] = one
			parties = append(parties, one)
		}
		if p.Person != nil && *p.Person != one.name {
			one.add(*p.Person, p.Office)
		}
	})
	return parties
}

// add notes a person once, with the office where any mention tells it.
func (p *party) add(person string, office *string) {
	known := person
	if office != nil {
		known += " (" + *office + ")"
	}
	i := slices.IndexFunc(p.people, func(other string) bool {
		return other == known || strings.HasPrefix(other, person+" (") || strings.HasPrefix(known, other+" (")
	})
	switch {
	case i < 0:
		p.people = append(p.people, known)
	case len(known) > len(p.people[i]):
		p.people[i] = known
	}
}
