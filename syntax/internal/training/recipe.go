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
	groups := cluster(news)
	r.Log("%d words in clusters", len(groups))
	learntLemmas := lemmas.Learn(bank)
	imitated := imitations(bank, r.Parser.Seed)
	bank = append(bank[:len(bank):len(bank)], imitated...)
	r.Log("%d sentences imitate news", len(imitated))
	tags := tagging.CollectTags(bank)
	tagger := tagging.Train(bank, tags, groups, r.Tagger)
	r.Log("tagger trained")
	relations := parsing.CollectRelations(bank)
	examples := jackknife(bank, tags, relations, groups, r.Tagger)
	r.Log("tags predicted")
	examples = append(examples, r.teach(examples, relations, news, tagger)...)
	forwards := make([]task, r.Parsers)
	for i := range forwards {
		forwards[i] = task{examples, relations}
	}
	parser := parsing.Mix(r.trainAll(forwards))
	return &model.Parts{Tagging: tagger, Parsing: parser, Lemmas: learntLemmas}
}

// teach parses raw text with two parsers, one reading forwards and one
// backwards, and returns the sentences on whose trees they agree.
func (r *Recipe) teach(examples []parsing.Example, relations *parsing.Relations, news [][]string, tagger *tagging.Model) []parsing.Example {
	teachers := r.trainAll([]task{{examples, relations}, {reversed(examples), relations.Reverse()}})
	taught := agreed(news, tagger, teachers[0].Model(), teachers[1].Model())
	r.Log("%d raw sentences parsed alike from both ends", len(taught))
	return taught
}

// task is what one parser is trained on.
type task struct {
	examples  []parsing.Example
	relations *parsing.Relations
}

// trainAll trains parsers side by side, each in an order of its own.
func (r *Recipe) trainAll(tasks []task) []*parsing.Trainer {
	trainers := make([]*parsing.Trainer, len(tasks))
	limit := make(chan struct{}, workers)
	var all sync.WaitGroup
	for i, t := range tasks {
		o := r.Parser
		o.Seed += uint64(i)
		all.Go(func() {
			limit <- struct{}{}
			defer func() { <-limit }()
			trainers[i] = parsing.NewTrainer(t.relations, o)
			trainers[i].Greedy(t.examples)
			trainers[i].Beam(t.examples)
		})
	}
	all.Wait()
	return trainers
}
