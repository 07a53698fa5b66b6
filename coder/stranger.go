package coder

import "strings"

// bodyWords are words in the names of organisations, with the sector that
// they tell.
var bodyWords = map[string]string{"party": "PTY", "congress": "PTY", "alliance": "PTY", "coalition": "PTY", "movement": "PTY", "league": "PTY",
	"front": "REB", "army": "REB", "brigade": "REB", "brigades": "REB", "militia": "REB", "union": "LAB", "unions": "LAB", "federation": "LAB",
	"association": "CVL", "foundation": "NGO", "society": "NGO", "council": "GOV", "commission": "GOV", "committee": "GOV", "agency": "GOV",
	"authority": "GOV", "ministry": "GOV", "department": "GOV", "office": "GOV", "bureau": "GOV", "service": "GOV", "board": "GOV",
	"court": "JUD", "tribunal": "JUD", "police": "COP", "parliament": "LEG", "assembly": "LEG", "senate": "LEG", "university": "EDU",
	"college": "EDU", "school": "EDU", "institute": "EDU", "church": "REL", "company": "BUS", "corp": "BUS", "corp.": "BUS", "inc": "BUS",
	"inc.": "BUS", "ltd": "BUS", "ltd.": "BUS", "group": "BUS", "bank": "BUS", "airlines": "BUS", "airways": "BUS", "motors": "BUS",
	"industries": "BUS", "holdings": "BUS", "fund": "BUS", "news": "MED", "times": "MED", "post": "MED"}

// stranger is somebody whom the text names and the atlas does not know. In a
// text about home such people and bodies take part in what happens, and belong
// to the state that the text is about; between states they are background.
func (d *document) stranger(s *sentence, m *mention) *party {
	if m.kind != thing || m.place != nil || s.toks[m.head].UPOS != "PROPN" || s.inTime(m.head) || !d.atHome() {
		return nil
	}
	sector := ""
	for i := m.first; i <= m.last; i++ {
		if s.toks[i].UPOS == "PROPN" && !isHyphen(s.toks[i].Form) {
			if b := bodyWords[lower(s.toks[i].Form)]; b != "" {
				sector = b
			}
		}
	}
	name := d.slice(s, m.first, m.last)
	for _, article := range [...]string{"the ", "The ", "a ", "A "} {
		name = strings.TrimPrefix(name, article)
	}
	p := &party{name: name}
	switch {
	case sector != "":
		p.sectors, p.being, p.id = []string{sector}, "body", sector+":"+slug(name)
	case name == strings.ToUpper(name):
		p.being, p.id = "body", "UNK:"+slug(name)
	default:
		p.being, p.person, p.id = "person", name, "PER:"+slug(name)
	}
	if home := d.home(); home != nil {
		p.country = home.country
	}
	return p
}
