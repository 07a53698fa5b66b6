package lexicon

import "strings"

// Support is a verb that carries an event noun and lends it participants:
// "hold talks", "come under attack".
type Support struct {
	Verb          string
	Prep          string // between verb and noun: "come under attack"
	Nouns         []Word
	Subject       Role
	Object        Role // of a second object: "dealt Russia a blow"
	NounIsSubject bool // "talks took place"
	Phrases       []PhraseRole
}

// PhraseRole is the role of a support verb's prepositional phrase.
type PhraseRole struct {
	Prep string
	Role Role
}

func (l *Lexicon) supportsOf(rows []row) (map[string][]Support, error) {
	out := map[string][]Support{}
	for _, r := range rows {
		if len(r.cells) < 3 {
			return nil, r.errorf("%d columns, want verb, nouns, roles, example", len(r.cells))
		}
		_ = strings.Fields
	}
	return out, nil
}
