package words

import (
	"slices"

	"entente/syntax/internal/codec"
)

// Entry is what is known of a normal form before it is seen in a sentence.
type Entry struct {
	Class  uint32 // which tags it bore in training, hashed; 0 if too rare
	Fine   uint16 // distributional cluster, fine division; 0 if none
	Coarse uint16 // the same, coarse division
	Tag    uint16 // 1 + its tag, if it bore practically no other; else 0
}

// Lexicon maps hashes of normal forms to entries. It is immutable.
type Lexicon struct {
	keys    []uint32 // open addressing; 0 is free
	entries []Entry
}

// NewLexicon builds the lexicon of the given entries.
func NewLexicon(known map[uint32]Entry) *Lexicon {
	keys := make([]uint32, 0, len(known))
	for k := range known {
		if k != 0 {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	size := 16
	for size < 2*len(keys) {
		size *= 2
	}
	l := &Lexicon{keys: make([]uint32, size), entries: make([]Entry, size)}
	for _, k := range keys {
		i := l.slot(k)
		l.keys[i], l.entries[i] = k, known[k]
	}
	return l
}

func (l *Lexicon) slot(key uint32) int {
	mask := len(l.keys) - 1
	i := int(key) & mask
	for l.keys[i] != 0 && l.keys[i] != key {
		i = (i + 1) & mask
	}
	return i
}

func (l *Lexicon) find(key uint32) Entry {
	if l == nil || key == 0 {
		return Entry{}
	}
	return l.entries[l.slot(key)]
}

// Encode appends the entries to e, column by column.
func (l *Lexicon) Encode(e *codec.Encoder) {
	var columns [5][]uint32
	for i, k := range l.keys {
		if k == 0 {
			continue
		}
		en := l.entries[i]
		for c, v := range [5]uint32{k, en.Class, uint32(en.Fine), uint32(en.Coarse), uint32(en.Tag)} {
			columns[c] = append(columns[c], v)
		}
	}
	for _, c := range columns {
		e.Uint32s(c)
	}
}

// DecodeLexicon reads what Encode wrote.
func DecodeLexicon(d *codec.Decoder) *Lexicon {
	var c [5][]uint32
	for i := range c {
		c[i] = d.Uint32s()
		if len(c[i]) != len(c[0]) {
			d.Fail("lexicon columns differ in length")
			return NewLexicon(nil)
		}
	}
	known := make(map[uint32]Entry, len(c[0]))
	for i, k := range c[0] {
		known[k] = Entry{c[1][i], uint16(c[2][i]), uint16(c[3][i]), uint16(c[4][i])}
	}
	return NewLexicon(known)
}
