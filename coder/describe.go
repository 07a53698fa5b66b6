package coder

import (
	"entente/article"
	"entente/coder/classify"
)

// Described is a sentence with two given participants as the classifier sees
// it, for training.
type Described struct {
	Text     string // of the sentence
	Features []classify.Feature
}

// Describe gives the features of the first two participants that an article
// marks (article.Article.Given); named tells which of the two there are.
func (c *Coder) Describe(a *article.Article, source, target bool) Described {
	d := c.prepare(a)
	d.code()
	p := d.givenPair(source, target)
	p.describe()
	return Described{a.Text, p.features}
}

// givenPair is the pair of the given participants; a missing mark leaves one
// of them open.
func (d *document) givenPair(source, target bool) *pair {
	p := &pair{d: d}
	next := 0
	take := func(there bool) *mention {
		if !there || next >= len(d.given) {
			return nil
		}
		next++
		return d.mentionOf(d.given[next-1])
	}
	p.source, p.target = take(source), take(target)
	switch {
	case p.source != nil:
		p.s = p.source.sent
	case p.target != nil:
		p.s = p.target.sent
	default:
		p.s = d.sents[0]
	}
	return p
}

// mentionOf gives the first mention that means a given participant.
func (d *document) mentionOf(g *party) *mention {
	if g == nil {
		return nil
	}
	for _, m := range d.mentions {
		for _, q := range m.meant() {
			if q == g && m.kind != pronoun {
				return m
			}
		}
	}
	return nil
}
