package lexicon

import (
	"entente/plover"
)

// Votes says how the frames divide the uses of a lemma among the types: the
// share of each type among the frames that the lemma heads, and among those
// that it stands in as another word. Shares add up to one for each lemma.
type Votes struct {
	Heads map[string][]Vote
	Words map[string][]Vote
}

// Vote is one type's share.
type Vote struct {
	Type  plover.Type
	Share float64
}

// Votes counts the frames; figurative ones vote for the empty type.
func (l *Lexicon) Votes() *Votes {
	heads, words := map[string]map[plover.Type]int{}, map[string]map[plover.Type]int{}
	count := func(table map[string]map[plover.Type]int, lemma string, t plover.Type) {
		if table[lemma] == nil {
			table[lemma] = map[plover.Type]int{}
		}
		table[lemma][t]++
	}
	for i := range l.Frames {
		f := &l.Frames[i]
		for _, h := range f.Heads {
			count(heads, h.Head, f.Type)
			for _, w := range h.With {
				count(words, w, f.Type)
			}
		}
		for _, s := range f.Slots {
			for _, w := range s.Words {
				count(words, w.Head, f.Type)
			}
		}
	}
	return &Votes{shares(heads), shares(words)}
}

func shares(table map[string]map[plover.Type]int) map[string][]Vote {
	out := make(map[string][]Vote, len(table))
	for lemma, counts := range table {
		total := 0
		for _, n := range counts {
			total += n
		}
		for _, t := range append(plover.Types(), "") {
			if n := counts[t]; n > 0 {
				out[lemma] = append(out[lemma], Vote{t, float64(n) / float64(total)})
			}
		}
	}
	return out
}
