// Package track groups PLOVER's contexts into the tracks on which two
// countries deal with each other: the type and the contexts of an event come
// in, the set of its tracks goes out. The grouping is the table tracks.tsv.
package track

import (
	_ "embed"
	"fmt"
	"math/bits"
	"strings"
	"sync"
)

// Track is one of the series that a tie is seen by.
type Track uint8

// The tracks, in the order in which they are shown.
const (
	Security Track = iota
	Politics
	Economy
	History
	Territory
	People
	Rights
	count
)

var codes = [count]string{"security", "politics", "economy", "history", "territory", "people", "rights"}

var names = [count]string{
	"security", "politics and diplomacy", "economy", "history and reparations", "territory", "people and culture", "human rights",
}

// All lists the tracks.
func All() []Track {
	all := make([]Track, count)
	for i := range all {
		all[i] = Track(i)
	}
	return all
}

// Parse gives the track of a code ("history") or a name ("history and
// reparations").
func Parse(s string) (Track, error) {
	for t := range count {
		if s == codes[t] || s == names[t] {
			return t, nil
		}
	}
	return 0, fmt.Errorf("%q is no track; the tracks are %s", s, strings.Join(codes[:], ", "))
}

// Code is the word that commands and files use.
func (t Track) Code() string { return codes[t] }

// String is the name as shown to a reader.
func (t Track) String() string { return names[t] }

// MarshalText writes the code.
func (t Track) MarshalText() ([]byte, error) { return []byte(t.Code()), nil }

// UnmarshalText reads what Parse reads.
func (t *Track) UnmarshalText(b []byte) (err error) {
	*t, err = Parse(string(b))
	return err
}

// Set is a set of tracks: bit i stands for Track(i).
type Set uint8

// Has tells whether t is in the set.
func (s Set) Has(t Track) bool { return s>>t&1 != 0 }

// Tracks lists the set in order.
func (s Set) Tracks() []Track {
	list := make([]Track, 0, bits.OnesCount8(uint8(s)))
	for t := range count {
		if s.Has(t) {
			list = append(list, t)
		}
	}
	return list
}

// Of gives the tracks of an event: those of its contexts, or, where it has
// none, that of its type. A contact without a type (CAMEO 01 and 02) is
// politics.
func Of(eventType string, contexts []string) Set {
	g := grouping()
	var s Set
	for _, c := range contexts {
		if t, ok := g.contexts[c]; ok {
			s |= 1 << t
		}
	}
	if s != 0 {
		return s
	}
	if t, ok := g.types[eventType]; ok {
		return 1 << t
	}
	return 1 << Politics
}

// Contexts lists the contexts of a track, sorted.
func (t Track) Contexts() []string {
	var list []string
	for _, row := range grouping().rows {
		if row.kind == "context" && row.track == t {
			list = append(list, row.code)
		}
	}
	return list
}

//go:embed tracks.tsv
var table string

type row struct {
	kind, code string
	track      Track
}

type groups struct {
	rows            []row
	contexts, types map[string]Track
}

// grouping reads the table. It is part of the program, so a fault panics.
var grouping = sync.OnceValue(func() groups {
	g := groups{contexts: map[string]Track{}, types: map[string]Track{}}
	for i, line := range strings.Split(table, "\n") {
		if line == "" || line[0] == '#' || line == "kind\tcode\ttrack" {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 3 {
			panic(fmt.Sprintf("track: tracks.tsv line %d: %d cells, want 3", i+1, len(cells)))
		}
		t, err := Parse(cells[2])
		if err != nil {
			panic(fmt.Sprintf("track: tracks.tsv line %d: %v", i+1, err))
		}
		g.rows = append(g.rows, row{cells[0], cells[1], t})
		switch cells[0] {
		case "context":
			g.contexts[cells[1]] = t
		case "type":
			g.types[cells[1]] = t
		default:
			panic(fmt.Sprintf("track: tracks.tsv line %d: no such kind: %s", i+1, cells[0]))
		}
	}
	return g
})
