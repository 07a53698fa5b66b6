// Package segment cuts text into tokens and sentences: text goes in, byte
// ranges come out. Tokens follow the UD English Web Treebank: clitics are
// apart ("do n't", "Seoul 's"), hyphenated words are three tokens unless the
// first part is a prefix, abbreviations keep their stop.
package segment

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed abbreviations.txt
var abbreviationFile string

//go:embed starters.txt
var starterFile string

// class tells how an abbreviation behaves at the end of a sentence.
type class uint8

const (
	noAbbreviation class = iota
	title                // never ends a sentence
	plain                // may end one
)

// rules are the tables behind segmentation.
type rules struct {
	abbreviations map[string]class
	starters      map[string]bool
	prefixes      map[string]bool
	contractions  map[string]int // lower-case word → length of its first part
}

var loadRules = sync.OnceValue(func() *rules {
	r := &rules{
		abbreviations: map[string]class{},
		starters:      map[string]bool{},
		prefixes:      map[string]bool{},
		contractions: map[string]int{
			"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "lemme": 3, "gimme": 3,
			"dont": 2, "didnt": 3, "doesnt": 4, "isnt": 2, "wasnt": 3, "couldnt": 5,
			"wouldnt": 5, "shouldnt": 6, "havent": 4, "hasnt": 3, "arent": 3, "wont": 2,
			"ive": 1, "youre": 3, "theyre": 4, "thats": 4, "im": 1,
		},
	}
	for line := range strings.Lines(abbreviationFile) {
		f := strings.Fields(line)
		if len(f) == 0 || f[0] == "#" {
			continue
		}
		c := plain
		if f[0] == "title" {
			c = title
		}
		for _, a := range f[1:] {
			if _, ok := r.abbreviations[a]; !ok {
				r.abbreviations[a] = c
			}
		}
	}
	for line := range strings.Lines(starterFile) {
		if f := strings.Fields(line); len(f) > 0 && f[0] != "#" {
			for _, w := range f {
				r.starters[w] = true
			}
		}
	}
	for _, p := range strings.Fields("e pre post re non co semi anti ex multi pro mid inter intra over under un self counter pan neo psycho quasi ultra vice sub trans micro macro mini") {
		r.prefixes[p] = true
	}
	return r
})
