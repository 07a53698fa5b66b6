// Command train learns the model of package syntax from treebanks and raw
// news text. The same data give the same bytes. See ../README.md.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"time"

	"github.com/klauspost/compress/zstd"

	"entente/syntax/conllu"
	"entente/syntax/internal/lemmas"
	"entente/syntax/internal/model"
	"entente/syntax/internal/parsing"
	"entente/syntax/internal/tagging"
)

func main() {
	log.SetFlags(0)
	treebank := flag.String("treebank", "../shared/data/treebank", "folder of the CoNLL-U training files")
	out := flag.String("out", "syntax/model.bin.zst", "file to write the model to")
	flag.Parse()
	if err := run(*treebank, *out); err != nil {
		log.Fatal("train: ", err)
	}
}

// trainingFiles are the treebanks to learn from, in this order.
var trainingFiles = []string{"en_ewt-train.conllu", "en_gum_open-train.conllu"}

func run(treebank, out string) error {
	started := time.Now()
	report := func(format string, args ...any) {
		log.Printf("%6.1fs "+format, append([]any{time.Since(started).Seconds()}, args...)...)
	}
	var bank []conllu.Sentence
	for _, name := range trainingFiles {
		part, err := conllu.ReadFile(filepath.Join(treebank, name))
		if err != nil {
			return err
		}
		bank = append(bank, part...)
	}
	report("%d sentences", len(bank))
	parts := learn(bank, report)
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return fmt.Errorf("compress model: %w", err)
	}
	data := parts.Encode()
	packed := z.EncodeAll(data, nil)
	report("%d bytes, %d compressed", len(data), len(packed))
	return os.WriteFile(out, packed, 0o644)
}

func learn(bank []conllu.Sentence, report func(string, ...any)) *model.Parts {
	tags := tagging.CollectTags(bank)
	options := tagging.Options{Rounds: 6, Seed: 1, MinUpdates: 2, Threshold: 0.001}
	tagger := tagging.Train(bank, tags, nil, options)
	report("tagger trained")
	relations := parsing.CollectRelations(bank)
	examples := jackknife(bank, tags, relations, options)
	report("tags predicted")
	trainer := parsing.NewTrainer(relations, parsing.Options{
		Bits: 20, GreedyRounds: 5, Explore: 0.8, Seed: 1, MinUpdates: 2, Threshold: 0.001, Log: report,
	})
	trainer.Greedy(examples)
	return &model.Parts{Tagging: tagger, Parsing: trainer.Model(), Lemmas: lemmas.Learn(bank)}
}

// folds is the number of parts that the treebank is cut into; each part is
// tagged by a tagger that was trained on the others.
const folds = 5

// jackknife makes parser examples whose tags have the errors to expect.
func jackknife(bank []conllu.Sentence, tags *tagging.Tagset, relations *parsing.Relations, o tagging.Options) []parsing.Example {
	examples := make([]parsing.Example, len(bank))
	limit := make(chan struct{}, 2)
	done := make(chan struct{})
	for fold := range folds {
		go func() {
			limit <- struct{}{}
			var rest []conllu.Sentence
			for i := range bank {
				if i%folds != fold {
					rest = append(rest, bank[i])
				}
			}
			m := tagging.Train(rest, tags, nil, o)
			t := tagging.New(m)
			for i := fold; i < len(bank); i += folds {
				examples[i] = parsing.NewExample(nodes(&bank[i], m, t), &bank[i], relations)
			}
			<-limit
			done <- struct{}{}
		}()
	}
	for range folds {
		<-done
	}
	return examples
}
