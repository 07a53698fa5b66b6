package syntax

import (
	"entente/syntax/internal/parsing"
	"entente/syntax/internal/segment"
	"entente/syntax/internal/tagging"
	"entente/syntax/internal/words"
)

// Mode trades accuracy for speed.
type Mode int

const (
	// Accurate follows up to five analyses of a sentence.
	Accurate Mode = iota
	// Bulk gives analyses up sooner, for large archives.
	Bulk
)

// searches by mode, chosen on en_ewt-dev and, between equals, on the annotated
// articles.
var searches = [...]parsing.Search{
	Accurate: {Width: 5, Lag: 16_000},
	Bulk:     {Width: 4, Lag: 7_000},
}

// Analyzer runs a Model. It holds buffers: use one per goroutine.
type Analyzer struct {
	model     *Model
	search    parsing.Search
	segmenter *segment.Segmenter
	tagger    *tagging.Tagger
	parser    *parsing.Parser
	lemmas    map[lemmaKey]string
	words     []words.Word
	tags      []uint16
	nodes     []parsing.Node
	arcs      []parsing.Arc
}

type lemmaKey struct {
	form string
	tag  uint16
}

// maxLemmas bounds the cache of lemmas; a full cache starts anew.
const maxLemmas = 1 << 16

// NewAnalyzer returns an analyzer for one goroutine.
func (m *Model) NewAnalyzer(mode Mode) *Analyzer {
	return &Analyzer{
		model:     m,
		search:    searches[mode],
		segmenter: segment.New(),
		tagger:    tagging.New(m.parts.Tagging),
		parser:    parsing.New(m.parts.Parsing),
		lemmas:    map[lemmaKey]string{},
	}
}

// Analyze cuts text into sentences and analyses each. The result stays valid;
// its strings lie in text or in the model.
func (a *Analyzer) Analyze(text string) []Sentence {
	spans, ends := a.segmenter.Split(text)
	tokens := make([]Token, len(spans))
	for i, s := range spans {
		tokens[i] = Token{Start: s.Start, End: s.End, Form: text[s.Start:s.End]}
	}
	sentences := make([]Sentence, len(ends))
	start := 0
	for i, end := range ends {
		part := tokens[start:end:end]
		a.annotate(part)
		sentences[i] = Sentence{part[0].Start, part[len(part)-1].End, part}
		start = end
	}
	return sentences
}

// AnalyzeTokens analyses one sentence whose tokens are given. Offsets count as
// if the forms were joined by single blanks.
func (a *Analyzer) AnalyzeTokens(forms []string) Sentence {
	tokens := make([]Token, len(forms))
	at := 0
	for i, f := range forms {
		tokens[i] = Token{Start: at, End: at + len(f), Form: f}
		at += len(f) + 1
	}
	// A state holds a bounded number of words; the parts of a longer
	// sentence hang on the first part's root.
	root := -1
	for start := 0; start < len(tokens); start += parsing.MaxWords {
		part := tokens[start:min(start+parsing.MaxWords, len(tokens))]
		a.annotate(part)
		for i := range part {
			switch {
			case part[i].Head >= 0:
				part[i].Head += start
			case root < 0:
				root = start + i
			default:
				part[i].Head, part[i].Rel = root, "parataxis"
			}
		}
	}
	return Sentence{0, max(0, at-1), tokens}
}

// annotate fills in tags, tree and lemmas of one sentence.
func (a *Analyzer) annotate(tokens []Token) {
	m := a.model.parts
	if cap(a.words) < len(tokens) {
		a.words = make([]words.Word, len(tokens), 2*len(tokens))
	}
	a.words = a.words[:len(tokens)]
	for i := range tokens {
		m.Tagging.Lexicon.Describe(tokens[i].Form, &a.words[i])
	}
	a.tags = a.tagger.Tag(a.words, a.tags[:0])
	a.parse(tokens)
}

// Reparse builds the tree of a sentence anew where somebody who knows more
// than its words has corrected tags of its tokens (UPOS and XPOS).
func (a *Analyzer) Reparse(tokens []Token) {
	m := a.model.parts
	a.words, a.tags = a.words[:0], a.tags[:0]
	for i := range tokens {
		tag := m.Tagging.Tags.Number(tokens[i].UPOS, tokens[i].XPOS)
		if tag < 0 {
			return // not a pair of tags that the model knows
		}
		a.words, a.tags = append(a.words, words.Word{}), append(a.tags, uint16(tag))
		m.Tagging.Lexicon.Describe(tokens[i].Form, &a.words[i])
	}
	a.parse(tokens)
}

// parse builds the tree over a.words and a.tags.
func (a *Analyzer) parse(tokens []Token) {
	m := a.model.parts
	a.nodes = a.nodes[:0]
	for i, tag := range a.tags {
		a.nodes = append(a.nodes, parsing.NewNode(&a.words[i], uint32(tag), m.Tagging.Tags.Coarse[tag], m.Tagging.Tags.Noun[tag]))
	}
	a.nodes = append(a.nodes, parsing.RootNode)
	a.arcs = a.parser.Beam(a.nodes, a.search, a.arcs[:0])
	for i := range tokens {
		t, tag := &tokens[i], a.tags[i]
		t.UPOS, t.XPOS = m.Tagging.Tags.UPOS[tag], m.Tagging.Tags.XPOS[tag]
		t.Head, t.Rel = a.arcs[i].Head, m.Parsing.Relations.Names[a.arcs[i].Rel]
		t.Lemma = a.lemma(t.Form, tag, t.XPOS)
	}
}

// lemma looks a form up in the cache first. The cache keeps copies of forms,
// so that it does not keep whole texts in memory.
func (a *Analyzer) lemma(form string, tag uint16, xpos string) string {
	if l, ok := a.lemmas[lemmaKey{form, tag}]; ok {
		return l
	}
	if len(a.lemmas) >= maxLemmas {
		clear(a.lemmas)
	}
	form = string([]byte(form))
	l := a.model.parts.Lemmas.Lemma(form, xpos)
	a.lemmas[lemmaKey{form, tag}] = l
	return l
}
