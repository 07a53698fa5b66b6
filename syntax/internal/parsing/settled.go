package parsing

// settled knows which pairs of tags leave no choice of relation, such as an
// article and a noun: the relation by governor's tag, dependent's tag and
// direction, plus one; 0 where there is a choice.
type settled []byte

// tagBits is how many bits a node's tag takes.
const tagBits = 8

func pair(head, dep *Node, rightward bool) int {
	i := int(head.Tag&(1<<tagBits-1))<<(tagBits+1) | int(dep.Tag&(1<<tagBits-1))<<1
	if rightward {
		i |= 1
	}
	return i
}

// A pair is settled if it occurs often, and practically always with the same
// relation.
const (
	settledCount = 40
	settledRate  = 400 // occurrences per exception
)

// settle counts the relations of all pairs in the examples.
func settle(examples []Example, relations int) settled {
	table := make(settled, 1<<(2*tagBits+1))
	count := make([][]int32, len(table))
	for _, ex := range examples {
		for dep, head := range ex.Head {
			if int(head) == len(ex.Head) {
				continue
			}
			i := pair(&ex.Nodes[head], &ex.Nodes[dep], int(head) < dep)
			if count[i] == nil {
				count[i] = make([]int32, relations)
			}
			count[i][ex.Rel[dep]]++
		}
	}
	for i, byRel := range count {
		var total, most int32
		best := 0
		for rel, n := range byRel {
			total += n
			if n > most {
				most, best = n, rel
			}
		}
		if total >= settledCount && (total-most)*settledRate <= total {
			table[i] = byte(best) + 1
		}
	}
	return table
}

// find gives the relation of a pair if it is settled.
func (t settled) find(nodes []Node, head, dep int) (rel int, ok bool) {
	rel = int(t[pair(&nodes[head], &nodes[dep], head < dep)])
	return rel - 1, rel > 0
}
