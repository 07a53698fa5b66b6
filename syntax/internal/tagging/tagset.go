// Package tagging assigns part-of-speech tags: words go in, the numbers of
// joint tags (UPOS with XPOS) come out. It is a greedy averaged perceptron
// from left to right, after Ratnaparkhi (1996) and Collins (2002).
package tagging

import (
	"cmp"
	"slices"
	"strings"

	"entente/syntax/conllu"
	"entente/syntax/internal/codec"
)

// Tagset numbers the joint tags "NOUN|NNS", the most frequent first.
type Tagset struct {
	UPOS, XPOS []string // by tag number
	Coarse     []uint32 // number of the tag's UPOS among all UPOS
	Noun       []bool   // nouns, common and proper
	number     map[string]int
}

// rareTag is the frequency below which a combination counts as an annotation
// slip and is not learnt.
const rareTag = 3

// CollectTags builds the tagset of a treebank.
func CollectTags(bank []conllu.Sentence) *Tagset {
	count := map[string]int{}
	for _, s := range bank {
		for _, w := range s.Words {
			count[w.UPOS+"|"+w.XPOS]++
		}
	}
	var names []string
	for name, n := range count {
		if n >= rareTag {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})
	return newTagset(names)
}

func newTagset(names []string) *Tagset {
	t := &Tagset{number: map[string]int{}}
	coarse := map[string]uint32{}
	for i, name := range names {
		u, x, _ := strings.Cut(name, "|")
		if _, ok := coarse[u]; !ok {
			coarse[u] = uint32(len(coarse))
		}
		t.UPOS, t.XPOS = append(t.UPOS, u), append(t.XPOS, x)
		t.Coarse = append(t.Coarse, coarse[u])
		t.Noun = append(t.Noun, u == "NOUN" || u == "PROPN")
		t.number[name] = i
	}
	return t
}

// Len is the number of tags.
func (t *Tagset) Len() int { return len(t.UPOS) }

// Number finds a tag, −1 if it is too rare to be in the set.
func (t *Tagset) Number(upos, xpos string) int {
	if n, ok := t.number[upos+"|"+xpos]; ok {
		return n
	}
	return -1
}

// Encode appends the tags to e.
func (t *Tagset) Encode(e *codec.Encoder) {
	names := make([]string, t.Len())
	for i := range names {
		names[i] = t.UPOS[i] + "|" + t.XPOS[i]
	}
	e.Strings(names)
}

// DecodeTagset reads what Encode wrote.
func DecodeTagset(d *codec.Decoder) *Tagset { return newTagset(d.Strings()) }
