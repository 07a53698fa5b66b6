package training

import (
	"sync"

	"entente/syntax/conllu"
	"entente/syntax/internal/parsing"
	"entente/syntax/internal/tagging"
	"entente/syntax/internal/words"
)

// folds is the number of parts that the treebank is cut into; each part is
// tagged by a tagger that was trained on the others.
const folds = 5

// workers bounds how many folds are in memory at a time.
const workers = 2

// jackknife makes parser examples whose tags have the errors to expect.
func jackknife(bank []conllu.Sentence, tags *tagging.Tagset, relations *parsing.Relations, groups tagging.Clusters, o tagging.Options) []parsing.Example {
	examples := make([]parsing.Example, len(bank))
	limit := make(chan struct{}, workers)
	var all sync.WaitGroup
	for fold := range folds {
		all.Go(func() {
			limit <- struct{}{}
			defer func() { <-limit }()
			var rest []conllu.Sentence
			for i := range bank {
				if foldOf(&bank[i]) != fold {
					rest = append(rest, bank[i])
				}
			}
			m := tagging.Train(rest, tags, groups, o)
			t := tagging.New(m)
			for i := range bank {
				if foldOf(&bank[i]) != fold {
					continue
				}
				examples[i] = parsing.NewExample(nodes(&bank[i], m, t), &bank[i], relations)
			}
		})
	}
	all.Wait()
	return examples
}

// foldOf keeps a sentence and what was made of it in the same fold.
func foldOf(s *conllu.Sentence) int { return int(words.Hash([]byte(s.ID)) % folds) }

// nodes tags a sentence and describes it to the parser.
func nodes(s *conllu.Sentence, m *tagging.Model, t *tagging.Tagger) []parsing.Node {
	ws := describe(s, m)
	list := make([]parsing.Node, 0, len(ws)+1)
	for i, tag := range t.Tag(ws, nil) {
		list = append(list, parsing.NewNode(&ws[i], uint32(tag), m.Tags.Coarse[tag], m.Tags.Noun[tag]))
	}
	return append(list, parsing.RootNode)
}

// describe describes the words of a sentence.
func describe(s *conllu.Sentence, m *tagging.Model) []words.Word {
	ws := make([]words.Word, len(s.Words))
	for i, w := range s.Words {
		m.Lexicon.Describe(w.Form, &ws[i])
	}
	return ws
}
