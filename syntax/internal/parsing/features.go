package parsing

import (
	"entente/syntax/internal/linear"
	"entente/syntax/internal/words"
)

// Node is what the features see of a tagged word.
type Node struct {
	Norm, Suffix uint32
	Tag, Coarse  uint32 // joint tag, UPOS
	Fine, Wide   uint32 // distributional clusters
	Kind         uint32 // its UPOS or punctuation mark as one bit of a set
	Noun         bool
}

// edge stands for nodes that do not exist.
var edge = Node{7, 7, 7, 7, 7, 7, 0, false}

// NewNode joins a word's description with its tag.
func NewNode(w *words.Word, tag, coarse uint32, noun bool) Node {
	n := Node{w.Norm, w.Suffix[2], tag + 10, coarse + 10, uint32(w.Fine), uint32(w.Coarse), 1 << (coarse & 31), noun}
	if mark, ok := marks[w.Norm]; ok {
		n.Kind = mark
	}
	return n
}

// marks are the punctuation marks that tell clauses apart.
var marks = func() map[uint32]uint32 {
	m := map[uint32]uint32{}
	for i, s := range []string{",", "\"", ":", ";", "-", "(", ")"} {
		m[words.Hash([]byte(s))] = 1 << (24 + i)
	}
	return m
}()

// RootNode is the artificial root that follows the words.
var RootNode = Node{5, 5, 5, 5, 5, 5, 0, false}

// noRel is the relation of a dependent that does not exist.
const noRel = 99

// absent is the bucket of distances and counts that do not exist.
const absent = 15

// view gathers the nodes around the top of the stack and the next words once
// per decision. S0 is the top of the stack, S1 and S2 lie below it, B0 is the
// next word; l and r are outermost left and right dependents.
type view struct {
	s      *state
	nodes  []Node
	i0, i1 int // positions of S0, S1, S2
	i2     int
	ib     int // position of B0
	s0, s1 node
	b0     node
	S0, S1 *Node
	S2     *Node
	B0, B1 *Node
	B2, B3 *Node
	S0l    *Node
	S0r    *Node
	S1l    *Node
	S1r    *Node
	B0l    *Node
	S0rl   *Node
	S1rl   *Node
	d0, d1 uint32 // distances S0–B0, S1–S0
	l0, r0 uint32 // relations of S0l, S0r
	l1, r1 uint32
	lb     uint32
	ls0    uint32 // sets of relations below S0, S1, B0
	rs0    uint32
	ls1    uint32
	rs1    uint32
	lsb    uint32
	gap0   uint32 // kinds of the words between S0 and B0
	gap1   uint32 // kinds of the words between S1 and S0
}

var noNode = node{head: none, left: none, left2: none, right: none, right2: none}

func (v *view) look(s *state, nodes []Node) {
	v.s, v.nodes = s, nodes
	k := len(s.stack)
	v.i0, v.i1, v.i2, v.ib = none, none, none, s.next
	v.s0, v.s1, v.b0 = noNode, noNode, s.nodes[s.next]
	if k > 0 {
		v.i0 = int(s.stack[k-1])
		v.s0 = s.nodes[v.i0]
	}
	if k > 1 {
		v.i1 = int(s.stack[k-2])
		v.s1 = s.nodes[v.i1]
	}
	if k > 2 {
		v.i2 = int(s.stack[k-3])
	}
	v.S0, v.S1, v.S2 = v.at(v.i0), v.at(v.i1), v.at(v.i2)
	v.B0, v.B1, v.B2, v.B3 = v.at(v.ib), v.at(v.ib+1), v.at(v.ib+2), v.at(v.ib+3)
	v.S0l, v.S0r = v.at(int(v.s0.left)), v.at(int(v.s0.right))
	v.S1l, v.S1r = v.at(int(v.s1.left)), v.at(int(v.s1.right))
	v.B0l = v.at(int(v.b0.left))
	v.S0rl, v.S1rl = &edge, &edge
	if v.s0.right >= 0 {
		v.S0rl = v.at(int(s.nodes[v.s0.right].left))
	}
	if v.s1.right >= 0 {
		v.S1rl = v.at(int(s.nodes[v.s1.right].left))
	}
	v.l0, v.r0 = s.rel(v.s0.left), s.rel(v.s0.right)
	v.l1, v.r1 = s.rel(v.s1.left), s.rel(v.s1.right)
	v.lb = s.rel(v.b0.left)
	v.d0, v.d1 = absent, absent
	v.ls0, v.rs0, v.ls1, v.rs1 = 1, 1, 1, 1
	if v.i0 >= 0 {
		v.d0 = distance(v.ib - v.i0)
		v.ls0, v.rs0 = linear.Hash(v.s0.lefts), linear.Hash(v.s0.rights)
	}
	if v.i1 >= 0 {
		v.d1 = distance(v.i0 - v.i1)
		v.ls1, v.rs1 = linear.Hash(v.s1.lefts), linear.Hash(v.s1.rights)
	}
	v.lsb = linear.Hash(v.b0.lefts)
	v.gap0, v.gap1 = between(nodes, v.i0, v.ib), between(nodes, v.i1, v.i0)
}

// farthest is how many words in between are looked at.
const farthest = 24

// between is the set of the kinds of words between two.
func between(nodes []Node, from, to int) (kinds uint32) {
	if from < 0 {
		return 1 << 31
	}
	for _, n := range nodes[from+1 : min(to, from+farthest)] {
		kinds |= n.Kind
	}
	return kinds
}

func (v *view) at(i int) *Node {
	if uint(i) >= uint(len(v.nodes)) {
		return &edge
	}
	return &v.nodes[i]
}

func (s *state) rel(i int16) uint32 {
	if i < 0 {
		return noRel
	}
	return uint32(s.nodes[i].rel) + 1
}

// distance puts a distance in words into one of nine buckets.
func distance(d int) uint32 {
	switch {
	case d <= 4:
		return uint32(d)
	case d <= 6:
		return 5
	case d <= 10:
		return 6
	case d <= 20:
		return 7
	}
	return 8
}

func count(n uint8, i int) uint32 {
	if i < 0 {
		return absent
	}
	return uint32(min(n, 3))
}
