// Package clusters groups words by the company they keep: sentences of raw
// text go in, a class per frequent word comes out. It is the exchange
// algorithm of Kneser and Ney (1993): words move, one at a time, to the class
// that makes the text's class bigrams most likely.
package clusters

import (
	"cmp"
	"math"
	"slices"
)

// Corpus is raw text as word numbers; Boundary separates sentences.
type Corpus struct {
	Words []uint32         // hash of each word number's normal form
	Text  []int32          // word numbers, by frequency; Boundary
	index map[uint32]int32 // hash → word number while counting
	count []int            // by number while counting
}

// Boundary stands between sentences, and is a class of its own.
const Boundary = -1

// Add appends a sentence given as hashes of normal forms.
func (c *Corpus) Add(sentence []uint32) {
	if c.index == nil {
		c.index = map[uint32]int32{}
	}
	for _, h := range sentence {
		n, ok := c.index[h]
		if !ok {
			n = int32(len(c.Words))
			c.index[h] = n
			c.Words = append(c.Words, h)
			c.count = append(c.count, 0)
		}
		c.count[n]++
		c.Text = append(c.Text, n)
	}
	c.Text = append(c.Text, Boundary)
}

// bigrams lists the frequent words, most frequent first, with the words that
// precede and follow each. Rare words share the last number.
type bigrams struct {
	words  []uint32
	before [][]neighbour // by word
	after  [][]neighbour
	rare   int32
}

type neighbour struct {
	word  int32
	count int32
}

// countBigrams numbers words of at least minCount occurrences anew.
func (c *Corpus) countBigrams(minCount int) *bigrams {
	var order []int32
	for n := range c.Words {
		if c.count[n] >= minCount {
			order = append(order, int32(n))
		}
	}
	slices.SortFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(c.count[b], c.count[a]), cmp.Compare(a, b))
	})
	b := &bigrams{rare: int32(len(order))}
	number := make([]int32, len(c.Words))
	for i := range number {
		number[i] = b.rare
	}
	for i, n := range order {
		number[n] = int32(i)
		b.words = append(b.words, c.Words[n])
	}
	edge := b.rare + 1
	pairs := make([]uint64, 0, len(c.Text))
	last := edge
	for _, n := range c.Text {
		w := edge
		if n != Boundary {
			w = number[n]
		}
		pairs = append(pairs, uint64(last)<<32|uint64(w))
		last = w
	}
	slices.Sort(pairs)
	b.before = make([][]neighbour, edge+1)
	b.after = make([][]neighbour, edge+1)
	for i := 0; i < len(pairs); {
		j := i
		for j < len(pairs) && pairs[j] == pairs[i] {
			j++
		}
		v, w := int32(pairs[i]>>32), int32(uint32(pairs[i]))
		b.after[v] = append(b.after[v], neighbour{w, int32(j - i)})
		b.before[w] = append(b.before[w], neighbour{v, int32(j - i)})
		i = j
	}
	return b
}

// Exchange divides the words that occur at least minCount times into classes
// numbered from 1, in the given number of rounds. It is deterministic.
func (c *Corpus) Exchange(classes, minCount, rounds int) map[uint32]uint16 {
	b := c.countBigrams(minCount)
	x := newExchange(b, classes)
	for range rounds {
		if x.round() == 0 {
			break
		}
	}
	result := make(map[uint32]uint16, len(b.words))
	for w, h := range b.words {
		result[h] = uint16(x.class[w] + 1)
	}
	return result
}

// logTable holds n·log n for small n.
var logTable = func() []float64 {
	t := make([]float64, 1<<16)
	for n := 1; n < len(t); n++ {
		t[n] = float64(n) * math.Log(float64(n))
	}
	return t
}

// nlogn is n·log n with the table given.
func nlogn(t []float64, n int32) float64 {
	if int(n) < len(t) {
		return t[n]
	}
	return float64(n) * math.Log(float64(n))
}
