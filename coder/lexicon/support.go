package lexicon

import "strings"

// Support is a verb that carries an event noun and lends it participants:
// "hold talks", "come under attack".
type Support struct {
	Between       []string // words between verb and noun: "under", "part in"
	Passive       bool     // "be hit by": the verb stands in the passive
	Nouns         []Word
	AnyNoun       bool // carries every event noun
	Subject       Role
	Object        Role // of a second object: "paid Tokyo a visit"
	NounIsSubject bool // "talks took place"
	Phrases       []PhraseRole
	Source        string
}

// PhraseRole is the role of a support verb's prepositional phrase.
type PhraseRole struct {
	Prep string
	Role Role
}

// participles gives the dictionary form of the participles in "be … by" lines.
var participles = map[string]string{"hit": "hit", "held": "hold", "given": "give", "shaken": "shake", "shot": "shoot", "hurt": "hurt",
	"rocked": "rock", "killed": "kill", "wounded": "wound", "injured": "injure", "locked": "lock", "involved": "involve", "placed": "place",
	"caught": "catch", "struck": "strike", "met": "meet", "put": "put", "targeted": "target"}

func (l *Lexicon) supportsOf(rows []row) (map[string][]Support, error) {
	out := map[string][]Support{}
	for _, r := range rows {
		if len(r.cells) != 4 {
			return nil, r.errorf("%d columns, want verb, nouns, roles, example", len(r.cells))
		}
		s := Support{Source: r.where()}
		for _, noun := range strings.Split(r.cells[1], ",") {
			noun = strings.TrimSpace(noun)
			switch {
			case noun == "*":
				s.AnyNoun = true
			case strings.HasPrefix(noun, "@"):
				words, ok := l.Classes[noun[1:]]
				if !ok {
					return nil, r.errorf("unknown word class %s", noun)
				}
				s.Nouns = append(s.Nouns, words...)
			default:
				if w, ok := wordOf(noun); ok {
					s.Nouns = append(s.Nouns, w)
				}
			}
		}
		if err := s.roles(r); err != nil {
			return nil, err
		}
		for _, verb := range strings.Split(r.cells[0], "|") {
			words := strings.Fields(verb)
			one := s
			if len(words) > 1 && words[0] == "be" && participles[words[1]] != "" {
				one.Passive = true
				words = append([]string{participles[words[1]]}, words[2:]...)
			}
			one.Between = words[1:]
			out[words[0]] = append(out[words[0]], one)
		}
	}
	return out, nil
}

// roles reads "subject=A with|between=A object=R".
func (s *Support) roles(r row) error {
	for _, f := range strings.Fields(r.cells[2]) {
		names, value, ok := strings.Cut(f, "=")
		role := map[string]Role{"A": Actor, "R": Recipient}[value]
		if !ok || role == NoRole && value != "noun" {
			return r.errorf("cannot read the role %q", f)
		}
		for _, name := range strings.Split(names, "|") {
			switch {
			case name == "subject" && value == "noun":
				s.NounIsSubject = true
			case name == "subject":
				s.Subject = role
			case name == "object":
				s.Object = role
			default:
				s.Phrases = append(s.Phrases, PhraseRole{name, role})
			}
		}
	}
	return nil
}
