package training

import (
	"slices"
	"sync"

	"entente/syntax/conllu"
	"entente/syntax/internal/parsing"
	"entente/syntax/internal/tagging"
)

// Sentences of raw text are parsed for training if they have this many words.
const (
	shortestRaw = 7
	longestRaw  = 60
	rawShare    = 2 // one sentence in so many is parsed
)

// rawSearch is how the teachers parse.
var rawSearch = parsing.Search{Width: 2}

// agreed parses raw sentences forwards and backwards and keeps the trees that
// come out the same.
func agreed(news [][]string, tagger *tagging.Model, forwards, backwards *parsing.Model) []parsing.Example {
	found := make([]*parsing.Example, len(news))
	var all sync.WaitGroup
	for w := range workers {
		all.Go(func() {
			t := tagging.New(tagger)
			f, b := parsing.New(forwards), parsing.New(backwards)
			for i := range news {
				if i/rawShare%workers != w {
					continue
				}
				if n := len(news[i]); i%rawShare != 0 || n < shortestRaw || n > longestRaw {
					continue
				}
				list := nodes(rawSentence(news[i]), tagger, t)
				arcs := f.Beam(list, rawSearch, nil)
				if slices.Equal(arcs, parsing.ReverseArcs(b.Beam(parsing.ReverseNodes(list), rawSearch, nil))) {
					ex := parsing.ExampleOf(list, arcs)
					found[i] = &ex
				}
			}
		})
	}
	all.Wait()
	var list []parsing.Example
	for _, ex := range found {
		if ex != nil {
			list = append(list, *ex)
		}
	}
	return list
}

// rawSentence wraps forms as a treebank sentence without annotation.
func rawSentence(forms []string) *conllu.Sentence {
	s := &conllu.Sentence{Words: make([]conllu.Word, len(forms))}
	for i, f := range forms {
		s.Words[i].Form = f
	}
	return s
}

// reversed turns all examples round.
func reversed(examples []parsing.Example) []parsing.Example {
	list := make([]parsing.Example, len(examples))
	for i := range examples {
		list[i] = examples[i].Reverse()
	}
	return list
}
