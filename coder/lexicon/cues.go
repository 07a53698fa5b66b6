package lexicon

import (
	"strings"

	"entente/plover"
)

// Cues are the words whose presence near an event gives it a context.
type Cues struct {
	byHead map[string][]cue // by the first lemma of the phrase
}

type cue struct {
	rest    []string // lemmas that must follow
	context string
}

func cuesOf(rows []row) (*Cues, error) {
	c := &Cues{byHead: map[string][]cue{}}
	for _, r := range rows {
		if len(r.cells) < 2 {
			return nil, r.errorf("%d columns, want context, words", len(r.cells))
		}
		context := strings.TrimSpace(r.cells[0])
		if !plover.IsContext(context) {
			return nil, r.errorf("%q is no PLOVER context", context)
		}
		for _, phrase := range strings.Split(r.cells[1], ",") {
			words := strings.Fields(strings.ReplaceAll(phrase, "-", " - "))
			if len(words) > 0 {
				c.byHead[words[0]] = append(c.byHead[words[0]], cue{words[1:], context})
			}
		}
	}
	return c, nil
}

// At gives the contexts that the phrase starting at a token speaks for. lemma
// gives the lower-case lemma of a token, "" past the end.
func (c *Cues) At(i int, lemma func(int) string, found func(context string)) {
next:
	for _, cue := range c.byHead[lemma(i)] {
		for j, w := range cue.rest {
			if lemma(i+1+j) != w {
				continue next
			}
		}
		found(cue.context)
	}
}
