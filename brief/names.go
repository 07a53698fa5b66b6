package brief

import (
	"strings"

	"entente/record"
)

// shortNames are what headlines call states whose names are long.
var shortNames = map[string]string{
	"USA": "U.S.", "GBR": "U.K.", "KOR": "S. Korea", "PRK": "N. Korea", "ARE": "UAE", "UNO": "UN", "EUR": "EU",
	"COD": "DR Congo", "COG": "Congo Rep.", "CAF": "C. African Rep.", "BIH": "Bosnia", "DOM": "Dominican Rep.",
	"PNG": "Papua", "TTO": "Trinidad", "VCT": "St. Vincent", "STP": "São Tomé", "MKD": "N. Macedonia",
	"SSD": "S. Sudan", "ZAF": "S. Africa", "NZL": "N. Zealand",
}

// longName is the length from which an organisation goes by its initials.
const longName = 16

// naming turns ids into names for a reader.
type naming struct {
	named func(id string) string
	told  map[string]string // names that the record itself gives to ids
	full  bool              // whole names
}

// known gives the name of a state or an organisation, a short one where the
// brief is short; "" for others.
func (n *naming) known(id string) string {
	name := n.named(id)
	if n.full || name == "" {
		return name
	}
	if short := shortNames[id]; short != "" {
		return short
	}
	// The ids of organisations and armed groups end in their initials: IGO:asean.
	if _, initials, ok := strings.Cut(id, ":"); ok && len(name) > longName && len(initials) <= 7 && !strings.Contains(initials, "-") {
		return strings.ToUpper(initials)
	}
	return name
}

// name gives the name of a state, an organisation or a group for its id.
func (n *naming) name(id string) string {
	if name := n.known(id); name != "" {
		return name
	}
	if name := n.told[id]; name != "" {
		return name
	}
	if _, slug, found := strings.Cut(id, ":"); found {
		return strings.ReplaceAll(slug, "-", " ")
	}
	return id
}

// namesOf gives the names of ids, joined.
func (n *naming) namesOf(ids []string, joint string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = Plain(n.name(id))
	}
	return strings.Join(names, joint)
}

// sides gives the names of the participants of one role, each once. The sides
// of a tie count, not who stands for them: "Japan", not "Shinzo Abe".
func (n *naming) sides(list []record.Participant) string {
	var names []string
	seen := map[string]bool{}
	for i := range list {
		if id := list[i].ID; !seen[id] {
			seen[id] = true
			names = append(names, Plain(n.sideName(&list[i])))
		}
	}
	return strings.Join(names, ", ")
}

// sideName is the name of the side that a participant belongs to.
func (n *naming) sideName(p *record.Participant) string {
	if name := n.known(p.ID); name != "" {
		return name
	}
	return p.Name
}

// speaker gives a speaker with the side, "Tony Blinken (U.S.)": the office
// stands among those who take part.
func (n *naming) speaker(p *record.Participant) string {
	if p.Person == nil {
		if name := n.known(p.ID); name != "" && p.Name == n.named(p.ID) {
			return name
		}
		return p.Name
	}
	side := n.sideName(p)
	if p.Country != nil {
		side = n.name(*p.Country)
	}
	if side == *p.Person {
		return side
	}
	return *p.Person + " (" + side + ")"
}

// person gives a speaker with office and side: "Tony Blinken, deputy secretary
// of state, United States".
func (n *naming) person(p *record.Participant) string {
	side := n.sideName(p)
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
		side = n.name(*p.Country)
	}
	if side != parts[0] {
		parts = append(parts, side)
	}
	return strings.Join(parts, ", ")
}

// assessment gives in words what a text says of a tie.
func (n *naming) assessment(a *record.Assessment) string {
	var words []string
	for _, w := range []*string{a.Level, a.Direction} {
		if w != nil {
			words = append(words, *w)
		}
	}
	out := strings.Join(words, ", ")
	if a.Context != nil {
		out += " over " + spaced(*a.Context)
	}
	if a.By != nil {
		by := n.sideName(a.By)
		if a.By.Person != nil {
			by = *a.By.Person
		}
		out += ", says " + Plain(by)
	}
	return out
}
