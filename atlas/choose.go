package atlas

import "strings"

// choice is what ambiguous.tsv says of one surface: its senses in order of
// use, each with the words that speak for it.
type choice struct {
	options []option
	word    bool // also an ordinary word when written in capitals: "WHO", "CAR"
}

type option struct {
	sense Sense
	cues  []string // lower case
}

// Choose decides between the senses of a match by the words of its article.
// has tells whether the article contains that lower-case word. The sense with
// the most cues wins; without any, the most usual one. A match of a name that
// may be nobody's in the atlas ("Jordan" the man) can come back as a Thing
// without id.
func (a *Atlas) Choose(m Match, has func(word string) bool) Sense {
	if m.choice == nil {
		if len(m.Senses) == 0 {
			return Sense{}
		}
		return m.Senses[0]
	}
	best, most := 0, 0
	for i := range m.choice.options {
		n := 0
		for _, cue := range m.choice.options[i].cues {
			if has(cue) {
				n++
			}
		}
		if n > most {
			best, most = i, n
		}
	}
	return m.choice.options[best].sense
}

// nobody is the sense of a name that stands for no one in the atlas.
func nobody(surface string) Sense {
	return Sense{Entity: &Entity{Kind: Thing, Name: strings.TrimSpace(surface)}}
}
