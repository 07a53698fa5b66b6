package parsing

// naming remembers the relations that were chosen in the sentence in hand.
// The hypotheses of a beam draw mostly the same arcs, and the classifier is
// the costliest part of the parser.
type naming struct {
	entries  [1 << 9]namingEntry
	sentence uint32
}

type namingEntry struct {
	key      uint64
	sentence uint32
	rel      uint8
}

// begin forgets the last sentence.
func (n *naming) begin() {
	n.sentence++
	if n.sentence == 0 {
		*n = naming{sentence: 1}
	}
}

// at is the place for a situation.
func (n *naming) at(key uint64) *namingEntry { return &n.entries[key>>(64-9)] }

// name chooses the relation that a move draws.
func (p *Parser) name(s *state, nodes []Node, move int) int {
	if move == shift {
		return 0
	}
	head, dep := s.arc(move)
	if head == s.n {
		return p.model.Relations.root
	}
	if rel, ok := p.model.settled.find(nodes, head, dep); ok {
		return rel
	}
	key := situation(s, head, dep)
	known := p.named.at(key)
	if known.key == key && known.sentence == p.named.sentence {
		return int(known.rel)
	}
	relationFeatures(&p.features, s, nodes, head, dep)
	p.model.labels.Score(p.features, p.scores)
	rel := p.model.Relations.best(head, dep, p.scores)
	*known = namingEntry{key, p.named.sentence, uint8(rel)}
	return rel
}

// situation hashes all that relationFeatures looks at, within a sentence.
func situation(s *state, head, dep int) uint64 {
	const mul = 0x9E3779B97F4A7C15
	key := uint64(head)<<40 | uint64(dep)<<20 | uint64(s.next)
	for _, n := range [...]*node{&s.nodes[head], &s.nodes[dep]} {
		outer := uint64(uint16(n.left))<<48 | uint64(uint16(n.left2))<<32 | uint64(uint16(n.right))<<16 | uint64(uint16(n.right2))
		for _, v := range [...]uint64{n.lefts, n.rights, outer} {
			key = (key ^ key>>29 ^ v) * mul
		}
		key ^= uint64(s.rel(n.left)) | uint64(s.rel(n.left2))<<8 | uint64(s.rel(n.right))<<16 | uint64(s.rel(n.right2))<<24
	}
	return (key ^ key>>32) * mul
}
