// Package training makes a model of syntax: treebanks and raw news text go in,
// the learnt parts of all stages come out.
package training

import (
	"flag"

	"entente/syntax/conllu"
	"entente/syntax/internal/lemmas"
	"entente/syntax/internal/model"
	"entente/syntax/internal/parsing"
	"entente/syntax/internal/tagging"
)

// Recipe says how the model is made. The standard one was chosen on en_ewt-dev.
type Recipe struct {
	Tagger tagging.Options
	Parser parsing.Options
	Log    func(format string, args ...any)
}

// Standard is the recipe of the embedded model.
func Standard() *Recipe {
	return &Recipe{
		Tagger: tagging.Options{Rounds: 6, Seed: 1, MinUpdates: 2, Threshold: 0.001},
		Parser: parsing.Options{
			Bits: 20, GreedyRounds: 5, Explore: 0.8, Seed: 1, MinUpdates: 2, Threshold: 0.001,
		},
	}
}

// Flags makes the recipe's numbers settable, for experiments.
func (r *Recipe) Flags(f *flag.FlagSet) {
	f.IntVar(&r.Tagger.Rounds, "tagger-rounds", r.Tagger.Rounds, "rounds of the tagger over the treebank")
	f.IntVar(&r.Parser.GreedyRounds, "greedy-rounds", r.Parser.GreedyRounds, "greedy rounds of the parser")
	f.UintVar(&r.Parser.Bits, "bits", r.Parser.Bits, "binary logarithm of the size of the move table")
	f.Float64Var(&r.Parser.Explore, "explore", r.Parser.Explore, "how often training goes on from a wrong move")
	f.IntVar(&r.Parser.Margin, "margin", r.Parser.Margin, "lead that a right move must have over a wrong one")
	f.Float64Var(&r.Parser.Threshold, "threshold", r.Parser.Threshold, "weights up to it are dropped")
}

// Learn makes the model.
func (r *Recipe) Learn(bank []conllu.Sentence, news [][]string) *model.Parts {
	groups := Cluster(news)
	r.Log("%d words in clusters", len(groups))
	tags := tagging.CollectTags(bank)
	tagger := tagging.Train(bank, tags, groups, r.Tagger)
	r.Log("tagger trained")
	relations := parsing.CollectRelations(bank)
	examples := Jackknife(bank, tags, relations, groups, r.Tagger)
	r.Log("tags predicted")
	r.Parser.Log = r.Log
	trainer := parsing.NewTrainer(relations, r.Parser)
	trainer.Greedy(examples)
	return &model.Parts{Tagging: tagger, Parsing: trainer.Model(), Lemmas: lemmas.Learn(bank)}
}
