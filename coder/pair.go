package coder

import (
	"slices"
	"strings"

	"entente/coder/classify"
)

// pair is two participants of a sentence, for the classifier: who acts and to
// whom it may be done. Either may be missing where only the other is marked.
type pair struct {
	d              *document
	s              *sentence
	source, target *mention
	path           []int // tokens from the source's head to the target's, both left out
	features       []classify.Feature
	names          []string // of the features, for explanations
	class          int      // of the classifier, once it has decided
	bare           bool     // leave out what the lexicon says of the sentence
}

// Hashing of features: FNV-1a over the parts, a zero byte between them.
const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// add notes a feature named by its parts.
func (p *pair) add(value float32, parts ...string) {
	h := uint64(fnvOffset)
	for _, part := range parts {
		for i := 0; i < len(part); i++ {
			h = (h ^ uint64(part[i])) * fnvPrime
		}
		h *= fnvPrime
	}
	p.features = append(p.features, classify.Feature{Key: h, Value: value})
	if p.d.trace {
		p.names = append(p.names, strings.Join(parts, " "))
	}
}

// findPath walks the tree from one head to the other.
func (p *pair) findPath() {
	if p.source == nil || p.target == nil || p.source.sent != p.target.sent {
		return
	}
	a, b := p.source.head, p.target.head
	up, down := p.ancestors(a), p.ancestors(b)
	top := -1
	for len(up) > 0 && len(down) > 0 && up[len(up)-1] == down[len(down)-1] {
		top = up[len(up)-1] // the lowest token above both, in the end
		up, down = up[:len(up)-1], down[:len(down)-1]
	}
	slices.Reverse(down)
	for _, t := range slices.Concat(up, []int{top}, down) {
		if t >= 0 && t != a && t != b {
			p.path = append(p.path, t)
		}
	}
}

// ancestors gives a token and all above it.
func (p *pair) ancestors(i int) []int {
	var out []int
	for steps := 0; i >= 0 && steps <= len(p.s.toks); i, steps = p.s.toks[i].Head, steps+1 {
		out = append(out, i)
	}
	return out
}
