package lexicon

import (
	"fmt"
	"sync"
)

// Attributing tells how a word tells what somebody thinks or wants; a word may
// do it in several ways.
type Attributing uint8

// The kinds of attributing.tsv.
const (
	HoldsWhatItGoverns Attributing = 1 << iota // a verb: its subject holds what it governs
	HoldsClause                                // a verb, with a clause or an infinitive only
	HoldsAsNoun
	HoldsAsAdjective
	Hearsay       // a verb that doesn't tell who
	HearsayAdverb // an adverb that doesn't
)

var attributingKinds = map[string]Attributing{"verb": HoldsWhatItGoverns, "clause": HoldsClause, "noun": HoldsAsNoun,
	"adjective": HoldsAsAdjective, "hearsay": Hearsay, "adverb": HearsayAdverb}

// Attributings gives the words of thinking and wanting by lemma, read once
// from attributing.tsv.
var Attributings = sync.OnceValues(func() (map[string]Attributing, error) {
	data, err := files.ReadFile("attributing.tsv")
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	return kindsOf(rowsOf("attributing.tsv", string(data)), attributingKinds)
})
