package lexicon

import (
	"fmt"
	"strings"
	"sync"
)

// Saying tells what a word of saying may stand with; a word may be several.
type Saying uint8

// The kinds of saying.tsv.
const (
	SaysClause   Saying = 1 << iota // a reported clause or a quotation
	SaysBeside                      // a quotation only
	SaysName                        // an object and what it is called
	SaysDocument                    // noun: a text that speaks for its author
	SaysClaim                       // noun with a that-clause
)

var sayingKinds = map[string]Saying{"clause": SaysClause, "beside": SaysBeside, "name": SaysName,
	"document": SaysDocument, "claim": SaysClaim}

// Sayings gives the words of saying by lemma, read once from saying.tsv.
var Sayings = sync.OnceValues(func() (map[string]Saying, error) {
	data, err := files.ReadFile("saying.tsv")
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	return sayingsOf(rowsOf("saying.tsv", string(data)))
})

func sayingsOf(rows []row) (map[string]Saying, error) {
	out := map[string]Saying{}
	for _, r := range rows {
		if len(r.cells) != 2 {
			return nil, r.errorf("%d columns, want kind, words", len(r.cells))
		}
		kind, ok := sayingKinds[r.cells[0]]
		if !ok {
			return nil, r.errorf("kind %q is none of clause, beside, name, document, claim", r.cells[0])
		}
		for _, w := range strings.Split(r.cells[1], ",") {
			if w = strings.TrimSpace(w); w == "" {
				return nil, r.errorf("an empty word: remove the comma")
			}
			out[w] |= kind
		}
	}
	return out, nil
}
