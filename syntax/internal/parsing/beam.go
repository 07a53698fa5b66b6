package parsing

import (
	"entente/syntax/internal/linear"
)

// scorer gives the scores of the three moves; the frozen weights and the ones
// being learnt both are scorers.
type scorer interface {
	Score(linear.Features) [linear.NumActions]int32
}

// item is one hypothesis of the beam.
type item struct {
	state state
	score int64
	last  int32 // its latest step in beam.history; none at the start
	moves [linear.NumActions]int32
	ok    [linear.NumActions]bool
}

// step is one move of a hypothesis, linked to the one before it.
type step struct {
	move, rel uint8
	before    int32
}

// candidate is a move that could extend a hypothesis.
type candidate struct {
	item  int
	move  int
	score int64
}

// beam keeps the best hypotheses side by side; all have made equally many
// moves.
type beam struct {
	p          *Parser
	scorer     scorer
	width      int
	lag        int64 // how far behind the best a hypothesis may be; 0: any distance
	items      []*item
	next       []*item
	spare      []*item
	candidates []candidate
	history    []step
	sums       sums
}

// start resets the beam to the initial state of a sentence.
func (b *beam) start(n int) {
	b.spare = append(b.spare, b.items...)
	b.items = b.items[:0]
	b.history = b.history[:0]
	b.p.named.begin()
	b.sums.begin()
	it := b.fresh()
	it.state.reset(n)
	it.score, it.last = 0, none
	b.items = append(b.items, it)
}

func (b *beam) fresh() *item {
	if n := len(b.spare); n > 0 {
		it := b.spare[n-1]
		b.spare = b.spare[:n-1]
		return it
	}
	return &item{}
}

// rate fills in which moves a hypothesis may make and their scores.
func (b *beam) rate(it *item, nodes []Node) {
	it.ok = it.state.allowed()
	b.p.signs.restrict(&it.state, nodes, &it.ok)
	it.moves = [linear.NumActions]int32{}
	if it.ok[left] || it.ok[right] {
		b.p.view.look(&it.state, nodes)
		it.moves = b.sums.score(b.scorer, &b.p.view, &b.p.features)
	}
}

// advance lets every hypothesis make every move and keeps the best.
func (b *beam) advance(nodes []Node) {
	b.candidates = b.candidates[:0]
	for i, it := range b.items {
		b.rate(it, nodes)
		for m, ok := range it.ok {
			if ok {
				b.offer(candidate{i, m, it.score + int64(it.moves[m])})
			}
		}
	}
	b.drop()
	b.next = b.next[:0]
	for i, c := range b.candidates {
		b.next = append(b.next, b.extend(c, b.lastUse(i), nodes))
	}
	for i, it := range b.items {
		if !b.used(i) {
			b.spare = append(b.spare, it)
		}
	}
	b.items, b.next = b.next, b.items
}

// offer inserts a candidate in order of score if it is among the best.
func (b *beam) offer(c candidate) {
	i := len(b.candidates)
	for i > 0 && b.candidates[i-1].score < c.score {
		i--
	}
	if i >= b.width {
		return
	}
	if len(b.candidates) < b.width {
		b.candidates = append(b.candidates, c)
	}
	copy(b.candidates[i+1:], b.candidates[i:])
	b.candidates[i] = c
}

// drop takes the candidates away that have fallen too far behind the best.
func (b *beam) drop() {
	if b.lag == 0 {
		return
	}
	n := len(b.candidates)
	for n > 0 && b.candidates[n-1].score < b.candidates[0].score-b.lag {
		n--
	}
	b.candidates = b.candidates[:n]
}

// lastUse says that no later candidate extends the same hypothesis, whose
// state need not be copied then.
func (b *beam) lastUse(i int) bool {
	for _, c := range b.candidates[i+1:] {
		if c.item == b.candidates[i].item {
			return false
		}
	}
	return true
}

func (b *beam) used(i int) bool {
	for _, c := range b.candidates {
		if c.item == i {
			return true
		}
	}
	return false
}

func (b *beam) extend(c candidate, reuse bool, nodes []Node) *item {
	it := b.items[c.item]
	if !reuse {
		from := it
		it = b.fresh()
		it.state.copyFrom(&from.state)
		it.last = from.last
	}
	it.score = c.score
	b.do(it, c.move, nodes)
	return it
}

// do makes a move and notes it.
func (b *beam) do(it *item, move int, nodes []Node) {
	rel := b.p.name(&it.state, nodes, move)
	it.state.apply(move, rel)
	b.history = append(b.history, step{uint8(move), uint8(rel), it.last})
	it.last = int32(len(b.history) - 1)
}

// Search says how widely the parser looks for the best tree: how many
// hypotheses it follows at most, and how far behind the best one they may be.
// Hypotheses far behind cost time and do not help: those that catch up after
// all are mostly wrong.
type Search struct {
	Width int
	Lag   int // in units of the weights; 0: any distance
}

// Beam parses a sentence by beam search and appends one arc per word. The last
// of the nodes must be RootNode.
func (p *Parser) Beam(nodes []Node, search Search, arcs []Arc) []Arc {
	if p.beam == nil {
		p.beam = &beam{p: p}
	}
	b := p.beam
	b.scorer, b.width, b.lag = p.model.moves, search.Width, int64(search.Lag)
	n := len(nodes) - 1
	b.start(n)
	for range 2 * n {
		b.advance(nodes)
	}
	return b.items[0].state.appendArcs(arcs)
}
