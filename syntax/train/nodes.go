package main

import (
	"entente/syntax/conllu"
	"entente/syntax/internal/parsing"
	"entente/syntax/internal/tagging"
	"entente/syntax/internal/words"
)

// nodes tags a sentence and describes it to the parser.
func nodes(s *conllu.Sentence, m *tagging.Model, t *tagging.Tagger) []parsing.Node {
	ws := make([]words.Word, len(s.Words))
	for i, w := range s.Words {
		m.Lexicon.Describe(w.Form, &ws[i])
	}
	list := make([]parsing.Node, 0, len(ws)+1)
	for i, tag := range t.Tag(ws, nil) {
		list = append(list, parsing.NewNode(&ws[i], uint32(tag), m.Tags.Coarse[tag]))
	}
	return append(list, parsing.RootNode)
}
