// Command train learns the classifier of package coder, which joins
// participants where the lexicon cannot. The same data give the same bytes.
// See ../classify/README.md.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"

	"entente/coder"
	"entente/coder/classify"
	"entente/syntax"
)

func main() {
	log.SetFlags(0)
	data := flag.String("data", "../shared/data", "folder of the labelled sentences")
	articles := flag.String("articles", "testdata/articles", "folder of the project's annotated articles")
	out := flag.String("out", "coder/fallback.bin.zst", "file to write the classifier to")
	r := classify.Recipe{}
	flag.Float64Var(&r.L2, "l2", 2, "penalty on large weights")
	flag.IntVar(&r.Least, "least", 2, "examples that a feature must have")
	flag.IntVar(&r.MaxSteps, "steps", 200, "of the optimiser, at the most")
	flag.Parse()
	if err := run(*data, *articles, *out, r); err != nil {
		log.Fatal("train: ", err)
	}
}

// run learns from all sets, reports how the folds were predicted by weights
// that never saw them, and writes the classifier.
func run(data, articles, out string, r classify.Recipe) error {
	know, err := coder.LoadLexicon()
	if err != nil {
		return err
	}
	var tasks []task
	for _, read := range []func() ([]task, error){
		func() ([]task, error) { return markedPairs(filepath.Join(data, "events", "pairs.tsv")) },
		func() ([]task, error) { return lexiconExamples(know.Lexicon) },
		func() ([]task, error) { return quads(filepath.Join(data, "events", "quads.tsv")) },
		func() ([]task, error) { return ownArticles(articles) },
		func() ([]task, error) { return tieTexts(filepath.Join(data, "chronicle", "ties.jsonl")) },
		func() ([]task, error) {
			return otherNews(filepath.Join(data, "chronicle", "current_events_2002_2018.jsonl"))
		},
	} {
		more, err := read()
		if err != nil {
			return err
		}
		log.Printf("%d sentences or articles", len(more))
		tasks = append(tasks, more...)
	}
	set := newTrainingSet()
	for i, found := range describe(know, tasks) {
		set.add(&tasks[i], found)
	}
	log.Print(set)
	whole := r
	whole.Whole = true
	first, err := classify.Train(set.classes, set.examples, nil, whole)
	if err != nil {
		return err
	}
	set.decide(first)
	log.Print(set)
	m, err := classify.Train(set.classes, set.examples, set.sentences, r)
	if err != nil {
		return err
	}
	report(os.Stdout, set, m)
	packed, err := m.Encode()
	if err != nil {
		return err
	}
	log.Printf("%s: %d bytes", out, len(packed))
	if err := os.WriteFile(out, packed, 0o644); err != nil {
		return fmt.Errorf("write classifier: %w", err)
	}
	return nil
}

// found is what describing one task gave.
type found struct {
	pairs     []*coder.Described
	sentences []string
}

// describe lets a coder for each processor core look at the tasks.
func describe(know *coder.Knowledge, tasks []task) []found {
	out := make([]found, len(tasks))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			c := coder.New(know, syntax.Accurate)
			for i := int(next.Add(1)) - 1; i < len(tasks); i = int(next.Add(1)) - 1 {
				out[i].pairs, out[i].sentences = c.Describe(tasks[i].article)
			}
		})
	}
	workers.Wait()
	return out
}
