package parsing

import (
	"cmp"
	"slices"

	"entente/syntax/conllu"
	"entente/syntax/internal/codec"
)

// Relations numbers the relations of the treebank and knows on which side of
// the governor each occurs.
type Relations struct {
	Names        []string
	root         int
	leftward     []int // relations whose dependent stands left of its governor
	rightward    []int
	numberByName map[string]int
}

// CollectRelations builds the table from a treebank, most frequent first.
func CollectRelations(bank []conllu.Sentence) *Relations {
	total := map[string]int{}
	for _, s := range bank {
		for _, w := range s.Words {
			total[w.Rel]++
		}
	}
	names := make([]string, 0, len(total))
	for name := range total {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(total[b], total[a]), cmp.Compare(a, b))
	})
	r := newRelations(names)
	l, ri := map[int]bool{}, map[int]bool{}
	for _, s := range bank {
		for i, w := range s.Words {
			switch n := r.numberByName[w.Rel]; {
			case w.Head < 0:
			case i < w.Head:
				l[n] = true
			default:
				ri[n] = true
			}
		}
	}
	for n := range names {
		if l[n] && n != r.root {
			r.leftward = append(r.leftward, n)
		}
		if ri[n] && n != r.root {
			r.rightward = append(r.rightward, n)
		}
	}
	return r
}

func newRelations(names []string) *Relations {
	r := &Relations{Names: names, numberByName: map[string]int{}}
	for i, n := range names {
		r.numberByName[n] = i
	}
	r.root = r.numberByName["root"]
	return r
}

// best is the highest-scoring relation that can hold between the two.
func (r *Relations) best(head, dep int, scores []int32) int {
	side := r.leftward
	if head < dep {
		side = r.rightward
	}
	best := side[0]
	for _, n := range side[1:] {
		if scores[n] > scores[best] {
			best = n
		}
	}
	return best
}

// Reverse is the table for sentences that are read from the end.
func (r *Relations) Reverse() *Relations {
	b := *r
	b.leftward, b.rightward = r.rightward, r.leftward
	return &b
}

// Encode appends the table to e.
func (r *Relations) Encode(e *codec.Encoder) {
	e.Strings(r.Names)
	for _, side := range [][]int{r.leftward, r.rightward} {
		e.Int(len(side))
		for _, n := range side {
			e.Int(n)
		}
	}
}

// DecodeRelations reads what Encode wrote.
func DecodeRelations(d *codec.Decoder) *Relations {
	r := newRelations(d.Strings())
	for _, side := range []*[]int{&r.leftward, &r.rightward} {
		for range d.Int() {
			n := d.Int()
			if n >= len(r.Names) {
				d.Fail("unknown relation")
				return r
			}
			*side = append(*side, n)
		}
	}
	return r
}
