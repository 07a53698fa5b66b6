package training

import (
	"entente/syntax/conllu"
	"entente/syntax/internal/parsing"
	"entente/syntax/internal/tagging"
)

func Agreed(news [][]string, tagger *tagging.Model, f, b *parsing.Model) []parsing.Example {
	return agreed(news, tagger, f, b)
}
func Reversed(e []parsing.Example) []parsing.Example { return reversed(e) }

func Imitations(b []conllu.Sentence, s uint64) []conllu.Sentence { return imitations(b, s) }
