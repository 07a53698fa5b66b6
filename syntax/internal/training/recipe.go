// Package training makes a model of syntax: treebanks and raw news text go in,
// the learnt parts of all stages come out.
package training

import (
	"flag"
	"sync"

	"entente/syntax/conllu"
	"entente/syntax/internal/lemmas"
	"entente/syntax/internal/model"
	"entente/syntax/internal/parsing"
	"entente/syntax/internal/tagging"
)

// Recipe says how the model is made. The standard one was chosen on en_ewt-dev.
type Recipe struct {
	Tagger  tagging.Options
	Parser  parsing.Options
	Parsers int // trained in different orders and joined
	Log     func(format string, args ...any)
}

// Standard is the recipe of the embedded model.
func Standard() *Recipe {
	return &Recipe{
		Tagger: tagging.Options{Rounds: 10, Margin: 50, Seed: 1, MinUpdates: 3, Threshold: 0.001},
		Parser: parsing.Options{
			Bits: 21, GreedyRounds: 4, Margin: 300, LabelMargin: 30, BeamRounds: 4, BeamWidth: 4,
			Explore: 0.8, Seed: 1, MinUpdates: 3, Threshold: 0.001, MoveThreshold: 0.001,
		},
		Parsers: 2,
	}
}

// Flags makes the recipe's numbers settable, for experiments.
func (r *Recipe) Flags(f *flag.FlagSet) {
	f.IntVar(&r.Tagger.Rounds, "tagger-rounds", r.Tagger.Rounds, "rounds of the tagger over the treebank")
	f.IntVar(&r.Parser.GreedyRounds, "greedy-rounds", r.Parser.GreedyRounds, "greedy rounds of the parser")
	f.IntVar(&r.Parser.BeamRounds, "beam-rounds", r.Parser.BeamRounds, "rounds of the parser with a beam")
	f.IntVar(&r.Parsers, "parsers", r.Parsers, "parsers to train and join")
	f.UintVar(&r.Parser.Bits, "bits", r.Parser.Bits, "binary logarithm of the size of the move table")
	f.Float64Var(&r.Parser.MoveThreshold, "move-threshold", r.Parser.MoveThreshold, "move weights up to this part of the largest are dropped")
}

// Learn makes the model from the treebanks and raw sentences.
func (r *Recipe) Learn(bank []conllu.Sentence, news [][]string) *model.Parts {
	r.Parser.Log = r.Log
	groups := Cluster(news)
	r.Log("%d words in clusters", len(groups))
	learntLemmas := lemmas.Learn(bank)
	imitated := imitations(bank, r.Parser.Seed)
	bank = append(bank[:len(bank):len(bank)], imitated...)
	r.Log("%d sentences imitate news", len(imitated))
	tags := tagging.CollectTags(bank)
	tagger := tagging.Train(bank, tags, groups, r.Tagger)
	r.Log("tagger trained")
	relations := parsing.CollectRelations(bank)
	examples := Jackknife(bank, tags, relations, groups, r.Tagger)
	r.Log("tags predicted")
	return &model.Parts{Tagging: tagger, Parsing: r.parse(examples, relations), Lemmas: learntLemmas}
}

// parse trains the parsers side by side.
func (r *Recipe) parse(examples []parsing.Example, relations *parsing.Relations) *parsing.Model {
	trainers := make([]*parsing.Trainer, r.Parsers)
	limit := make(chan struct{}, workers)
	var all sync.WaitGroup
	for i := range trainers {
		o := r.Parser
		o.Seed += uint64(i)
		all.Go(func() {
			limit <- struct{}{}
			defer func() { <-limit }()
			trainers[i] = parsing.NewTrainer(relations, o)
			trainers[i].Greedy(examples)
			trainers[i].Beam(examples)
		})
	}
	all.Wait()
	return parsing.Mix(trainers)
}
