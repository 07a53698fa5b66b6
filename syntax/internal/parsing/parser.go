package parsing

import (
	"entente/syntax/internal/codec"
	"entente/syntax/internal/linear"
)

// Model is a trained parser, immutable and shared.
type Model struct {
	Relations *Relations
	moves     *linear.Actions
	labels    *linear.Weights
	settled   settled
}

// Parser runs a Model; it holds buffers and belongs to one goroutine.
type Parser struct {
	model    *Model
	state    state
	view     view
	features linear.Features
	scores   []int32 // of relations
	beam     *beam   // made when first needed
	named    naming
	signs    signs
}

// New returns a parser for the model.
func New(m *Model) *Parser {
	return &Parser{
		model:    m,
		signs:    m.Relations.signs(),
		features: make(linear.Features, 0, 256),
		scores:   make([]int32, len(m.Relations.Names)),
	}
}

// Arc is a word's governor (−1 for the root) and its relation's number.
type Arc struct {
	Head int
	Rel  int
}

// Greedy parses a sentence, always taking the best move, and appends one arc
// per word. The last of the nodes must be RootNode.
func (p *Parser) Greedy(nodes []Node, arcs []Arc) []Arc {
	s := &p.state
	s.reset(len(nodes) - 1)
	p.named.begin()
	for !s.done() {
		ok := s.allowed()
		p.signs.restrict(s, nodes, &ok)
		move := shift
		if ok[left] || ok[right] {
			p.view.look(s, nodes)
			moveFeatures(&p.features, &p.view)
			move = best(ok, p.model.moves.Score(p.features))
		}
		s.apply(move, p.name(s, nodes, move))
	}
	return s.appendArcs(arcs)
}

func (s *state) appendArcs(arcs []Arc) []Arc {
	for i := range s.nodes[:s.n] {
		head := int(s.nodes[i].head)
		if head == s.n {
			head = -1
		}
		arcs = append(arcs, Arc{head, int(s.nodes[i].rel)})
	}
	return arcs
}

// best is the highest-scoring of the allowed moves, the first of equals.
func best(ok [3]bool, score [linear.NumActions]int32) int {
	b := none
	for m, allowed := range ok {
		if allowed && (b < 0 || score[m] > score[b]) {
			b = m
		}
	}
	return b
}

// Encode appends the model to e.
func (m *Model) Encode(e *codec.Encoder) {
	m.Relations.Encode(e)
	m.moves.Encode(e)
	m.labels.Encode(e)
	e.Bytes(m.settled)
}

// Decode reads what Encode wrote.
func Decode(d *codec.Decoder) *Model {
	m := &Model{DecodeRelations(d), linear.DecodeActions(d), linear.DecodeWeights(d), d.Bytes()}
	if len(m.settled) != 1<<(2*tagBits+1) {
		d.Fail("table of settled relations has the wrong length")
	}
	return m
}
