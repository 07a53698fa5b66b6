package coder

import (
	"entente/article"
	"entente/coder/classify"
)

// Described is a pair of participants as the classifier sees it, for training.
type Described struct {
	Sentence    string
	First, Last int // bytes of the sentence in the text

	Source, Target           string       // who they are: ids of the sides
	SourceWords, TargetWords article.Span // of the text
	Features                 []classify.Feature
	Bare                     []classify.Feature // the same, as if the lexicon knew nothing of the sentence
}

// Describe gives the pairs of an article as the classifier sees them: the first
// two participants that the article marks, or, where it marks none, the pairs
// of running text that the lexicon leaves unjoined. It also gives the texts of
// all sentences, by which the classifier knows what it was trained on. The
// coder must be one without a classifier.
func (c *Coder) Describe(a *article.Article) (pairs []*Described, sentences []string) {
	d := c.prepare(a)
	d.describing = true
	d.code()
	for _, s := range d.sents {
		sentences = append(sentences, a.Text[s.start:s.end])
	}
	return d.described, sentences
}

// describe keeps the pairs of a sentence in place of joining them.
func (d *document) describe(s *sentence) {
	if len(d.art.Given) > 0 {
		if p := d.givenPair(); p != nil && p.s == s {
			d.described = append(d.described, p.described())
		}
		return
	}
	for _, p := range d.candidates(s) {
		d.described = append(d.described, p.described())
	}
}

func (p *pair) described() *Described {
	out := &Described{Sentence: p.d.art.Text[p.s.start:p.s.end], First: p.s.start, Last: p.s.end}
	out.Source, out.SourceWords = p.words(p.source)
	out.Target, out.TargetWords = p.words(p.target)
	p.describe()
	out.Features = p.features
	bare := &pair{d: p.d, s: p.s, source: p.source, target: p.target, path: p.path, bare: true}
	bare.describe()
	out.Bare = bare.features
	return out
}

// words tells who a mention means and where it stands.
func (p *pair) words(m *mention) (string, article.Span) {
	if m == nil {
		return "", article.Span{}
	}
	return m.meant()[0].key(), article.Span{Start: m.sent.toks[m.first].Start, End: m.sent.toks[m.last].End}
}
