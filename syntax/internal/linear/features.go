// Package linear holds averaged-perceptron weights for sparse features: how
// features are named, how weights are learnt, and the frozen form that scores
// them at run time. Features go in as 64-bit keys, class scores come out.
//
// The learning rule is Collins (2002), "Discriminative Training Methods for
// Hidden Markov Models", with lazily averaged weights.
package linear

// Features is a list of feature keys. A key is the hash of a template number
// and of up to four values; templates are numbered so that equal values in
// different places stay apart.
type Features []uint64

// Odd multipliers, one per argument position, so that (a,b) and (b,a) differ.
const (
	templateMul = 0x9E3779B97F4A7C15
	firstMul    = 0xff51afd7ed558ccd
	secondMul   = 0x2127599bf4325c37
	thirdMul    = 0x880355f21e6d1965
	fourthMul   = 0x52dce729da3ed7d3
)

// One adds the feature of template t with the value a.
func (f *Features) One(t uint64, a uint32) {
	*f = append(*f, scramble(t*templateMul^uint64(a)*firstMul))
}

// Two adds the feature of template t with the values a and b.
func (f *Features) Two(t uint64, a, b uint32) {
	*f = append(*f, scramble(t*templateMul^(uint64(a)*firstMul+uint64(b)*secondMul)))
}

// Three adds the feature of template t with three values.
func (f *Features) Three(t uint64, a, b, c uint32) {
	*f = append(*f, scramble(t*templateMul^(uint64(a)*firstMul+uint64(b)*secondMul+uint64(c)*thirdMul)))
}

// Four adds the feature of template t with four values.
func (f *Features) Four(t uint64, a, b, c, d uint32) {
	*f = append(*f, scramble(t*templateMul^(uint64(a)*firstMul+uint64(b)*secondMul+uint64(c)*thirdMul+uint64(d)*fourthMul)))
}

// scramble spreads a key's information into its upper bits, which the tables
// are addressed by.
func scramble(h uint64) uint64 {
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	h ^= h >> 29
	h *= 0xc4ceb9fe1a85ec53
	return h
}

// Hash gives a value that stands for a 64-bit set in a feature.
func Hash(set uint64) uint32 { return uint32(scramble(set+5) >> 32) }
