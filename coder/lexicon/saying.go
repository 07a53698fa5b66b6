package lexicon

import (
	"fmt"
	"maps"
	"slices"
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
	CarriesWords                    // noun: a thing on which words stand
	SaysNot                         // what is said is that the clause is not so
)

var sayingKinds = map[string]Saying{"clause": SaysClause, "beside": SaysBeside, "name": SaysName,
	"document": SaysDocument, "claim": SaysClaim, "thing": CarriesWords, "denial": SaysNot}

// Sayings gives the words of saying by lemma, read once from saying.tsv.
var Sayings = sync.OnceValues(func() (map[string]Saying, error) {
	data, err := files.ReadFile("saying.tsv")
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	return kindsOf(rowsOf("saying.tsv", string(data)), sayingKinds)
})

// kindsOf reads a table of kinds and their words: a word has every kind under
// which it stands.
func kindsOf[K ~uint8](rows []row, kinds map[string]K) (map[string]K, error) {
	out := map[string]K{}
	for _, r := range rows {
		if len(r.cells) != 2 {
			return nil, r.errorf("%d columns, want kind, words", len(r.cells))
		}
		kind, ok := kinds[r.cells[0]]
		if !ok {
			return nil, r.errorf("kind %q is none of %s", r.cells[0], strings.Join(slices.Sorted(maps.Keys(kinds)), ", "))
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
