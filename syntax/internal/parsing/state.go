// Package parsing builds labelled dependency trees: tagged words go in, a
// governor and a relation per word come out. Trees are built by the arc-hybrid
// transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011), learnt with a
// dynamic oracle (Goldberg and Nivre 2013); relations are named by a
// classifier of their own at the moment an arc is drawn.
package parsing

// The three moves of the transition system.
const (
	shift = iota // push the next word
	left         // the word on the stack depends on the next word
	right        // the word on the stack depends on the one below it
)

// MaxWords is the longest sentence a State can hold.
const MaxWords = 1000

// none marks the absence of a node.
const none = -1

// node is what a State knows of one word; the last node is the artificial
// root, which stands behind the sentence.
type node struct {
	lefts, rights         uint64 // sets of relations of the dependents
	below                 uint64 // hash of the tree below it so far
	head                  int16
	left, left2           int16 // outermost dependents so far
	right, right2         int16
	rel                   uint8
	leftCount, rightCount uint8
}

// state is a configuration of the transition system.
type state struct {
	n     int // words; also the index of the root
	next  int // first word not yet pushed
	stack []int16
	nodes []node
}

func (s *state) reset(n int) {
	s.n, s.next = n, 0
	s.stack = s.stack[:0]
	if cap(s.nodes) <= n {
		s.nodes = make([]node, n+1, 2*n+16)
	}
	s.nodes = s.nodes[:n+1]
	for i := range s.nodes {
		s.nodes[i] = node{head: none, left: none, left2: none, right: none, right2: none}
	}
}

func (s *state) copyFrom(o *state) {
	s.n, s.next = o.n, o.next
	s.stack = append(s.stack[:0], o.stack...)
	s.nodes = append(s.nodes[:0], o.nodes...)
}

func (s *state) done() bool { return s.next == s.n && len(s.stack) == 0 }

// allowed says which moves are possible. The root takes exactly one
// dependent: the last word on the stack.
func (s *state) allowed() (ok [3]bool) {
	k := len(s.stack)
	ok[shift] = s.next < s.n
	ok[left] = k > 0 && (s.next < s.n || k == 1)
	ok[right] = k > 1
	return ok
}

// arc gives the governor and dependent that a left or right move connects.
func (s *state) arc(move int) (head, dep int) {
	k := len(s.stack)
	dep = int(s.stack[k-1])
	if move == left {
		return s.next, dep
	}
	return int(s.stack[k-2]), dep
}

// apply makes a move; rel names the arc of left and right.
func (s *state) apply(move, rel int) {
	if move == shift {
		s.stack = append(s.stack, int16(s.next))
		s.next++
		return
	}
	head, dep := s.arc(move)
	s.stack = s.stack[:len(s.stack)-1]
	d, h := &s.nodes[dep], &s.nodes[head]
	d.head, d.rel = int16(head), uint8(rel)
	h.below = shuffle(h.below ^ shuffle(d.below^uint64(dep)<<8^uint64(rel)<<24^1))
	if dep < head {
		h.left2, h.left = h.left, int16(dep)
		h.leftCount++
		h.lefts |= 1 << (rel & 63)
	} else {
		h.right2, h.right = h.right, int16(dep)
		h.rightCount++
		h.rights |= 1 << (rel & 63)
	}
}

// costs counts, for every move, the gold arcs that it makes unreachable
// (the dynamic oracle of the arc-hybrid system).
func (s *state) costs(gold []int16) (cost [3]int) {
	k := len(s.stack)
	if s.next < s.n {
		for i, x := range s.stack {
			if i < k-1 && gold[s.next] == x {
				cost[shift]++
			}
			if int(gold[x]) == s.next {
				cost[shift]++
			}
		}
	}
	if k == 0 {
		return cost
	}
	top := s.stack[k-1]
	for d := s.next; d < s.n; d++ {
		if gold[d] == top {
			cost[left]++
			cost[right]++
		}
	}
	h := int(gold[top])
	if h > s.next || k > 1 && h == int(s.stack[k-2]) {
		cost[left]++
	}
	if h >= s.next {
		cost[right]++
	}
	return cost
}

// shuffle makes a hash of all bits of h.
func shuffle(h uint64) uint64 {
	h = (h ^ h>>31) * 0x9E3779B97F4A7C15
	return h ^ h>>29
}
