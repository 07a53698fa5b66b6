package brief

import (
	"strings"

	"entente/record"
)

// name gives the name of a state, an organisation or a group for its id.
func (s *sheet) name(id string) string {
	if n := s.named(id); n != "" {
		return n
	}
	if n := s.told[id]; n != "" {
		return n
	}
	if _, slug, found := strings.Cut(id, ":"); found {
		return strings.ReplaceAll(slug, "-", " ")
	}
	return id
}

// namesOf gives the names of ids, joined.
func (s *sheet) namesOf(ids []string, joint string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = Plain(s.name(id))
	}
	return strings.Join(names, joint)
}

// sides gives the names of the participants of one role, each once. The sides
// of a tie count, not who stands for them: "Japan", not "Shinzo Abe".
func (s *sheet) sides(list []record.Participant) string {
	var names []string
	seen := map[string]bool{}
	for i := range list {
		if id := list[i].ID; !seen[id] {
			seen[id] = true
			names = append(names, Plain(s.sideName(&list[i])))
		}
	}
	return strings.Join(names, ", ")
}

// sideName is the name of the side that a participant belongs to.
func (s *sheet) sideName(p *record.Participant) string {
	if n := s.named(p.ID); n != "" {
		return n
	}
	return p.Name
}

// person gives a speaker with office and side: "Tony Blinken, deputy secretary
// of state, United States".
func (s *sheet) person(p *record.Participant) string {
	side := s.sideName(p)
	parts := []string{}
	if p.Person != nil {
		parts = append(parts, *p.Person)
		if p.Office != nil {
			parts = append(parts, *p.Office)
		}
	}
	if len(parts) == 0 {
		return p.Name
	}
	if p.Country != nil {
		side = s.name(*p.Country)
	}
	if side != parts[0] {
		parts = append(parts, side)
	}
	return strings.Join(parts, ", ")
}
