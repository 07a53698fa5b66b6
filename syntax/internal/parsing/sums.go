package parsing

import "entente/syntax/internal/linear"

// sums remembers the scores of scopes in the sentence in hand. The hypotheses
// of a beam differ in few places, and what is on top of the stack comes there
// again and again, so that most of what a move depends on has been scored
// before.
type sums struct {
	entries  [1 << sumBits]sum
	sentence uint32
}

const sumBits = 11

type sum struct {
	key      uint64
	sentence uint32
	score    [linear.NumActions]int32
}

// begin forgets the last sentence.
func (m *sums) begin() {
	m.sentence++
	if m.sentence == 0 {
		*m = sums{sentence: 1}
	}
}

// score gives the scores of the moves in the situation that v shows.
func (m *sums) score(s scorer, v *view, f *linear.Features) (total [linear.NumActions]int32) {
	for i := range scopes {
		key := scopes[i].key(v)
		known := &m.entries[key>>(64-sumBits)]
		if known.key != key || known.sentence != m.sentence {
			*f = (*f)[:0]
			scopes[i].list(f, v)
			*known = sum{key, m.sentence, s.Score(*f)}
		}
		for a, w := range known.score {
			total[a] += w
		}
	}
	return total
}
