// Command train learns the classifier of package coder from sentences with
// two marked participants. The same data give the same bytes. See
// ../classify/README.md.
package main

import (
	"flag"
	"fmt"
	"log"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"entente/article"
	"entente/coder"
	"entente/coder/classify"
	"entente/coder/lexicon"
	"entente/eval"
	"entente/syntax"
)

func main() {
	log.SetFlags(0)
	pairs := flag.String("pairs", "../shared/data/events/pairs.tsv", "labelled pairs")
	l2 := flag.Float64("l2", 1, "penalty")
	least := flag.Int("least", 2, "fewest examples of a feature")
	own := flag.Float64("own", 0.5, "weight of the lexicon's examples")
	flag.Parse()
	if err := run(*pairs, *l2, *least, *own); err != nil {
		log.Fatal("train: ", err)
	}
}

// task is a sentence with marked participants on its way to an example.
type task struct {
	article        *article.Article
	source, target bool // which of the two are marked
	class          string
	fold           int
	weight         float64
}

func run(path string, l2 float64, least int, own float64) error {
	know, err := coder.Load()
	if err != nil {
		return err
	}
	var tasks []task
	ps, err := eval.ReadPairs(path)
	if err != nil {
		return err
	}
	for i := range ps {
		p := &ps[i]
		tasks = append(tasks, task{p.Article(), p.Source.End > 0, p.Target.End > 0, p.Type, p.ID % classify.Folds, 1})
	}
	for i := range know.Lexicon.Frames {
		tasks = append(tasks, examples(&know.Lexicon.Frames[i], own)...)
	}
	described := describe(know, tasks)
	classIndex := map[string]int{}
	var classes []string
	var xs []classify.Example
	trained := map[uint64]uint8{}
	for i, t := range tasks {
		if _, ok := classIndex[t.class]; !ok {
			classIndex[t.class] = len(classes)
			classes = append(classes, t.class)
		}
		xs = append(xs, classify.Example{Features: described[i].Features, Class: classIndex[t.class], Weight: t.weight, Fold: t.fold})
		if t.fold >= 0 {
			trained[classify.Sentence(t.article.Text)] = uint8(t.fold)
		}
	}
	n := 0
	for i := range xs {
		n += len(xs[i].Features)
	}
	log.Printf("%d examples, %d features each", len(xs), n/len(xs))
	m, err := classify.Train(classes, xs, trained, classify.Recipe{L2: l2, Least: least, MaxSteps: 150})
	if err != nil {
		return err
	}
	r := eval.NewPairTable()
	for i := range ps {
		probs := m.Probabilities(described[i].Features, ps[i].ID%classify.Folds)
		best := 0
		for c := range probs {
			if probs[c] > probs[best] {
				best = c
			}
		}
		r.Put(&ps[i], classes[best])
	}
	fmt.Println(r)
	return nil
}

// examples makes tasks of a frame's example sentence.
func examples(f *lexicon.Frame, weight float64) []task {
	ex, err := lexicon.ParseExample(f.Example)
	if err != nil || f.Type == "" {
		return nil
	}
	class := string(f.Type)
	if class == "CONCEDE" || class == "RETREAT" {
		class = "YIELD"
	}
	var actors, recipients []article.Span
	for _, m := range ex.Marks {
		span := article.Span{Start: m.Start, End: m.End}
		if m.Role == lexicon.Actor {
			actors = append(actors, span)
		} else {
			recipients = append(recipients, span)
		}
	}
	if len(recipients) == 0 && len(actors) > 1 {
		actors, recipients = actors[:1], actors[1:2]
	}
	t := task{article: &article.Article{Text: ex.Text, Language: "en"}, class: class, fold: -1, weight: weight}
	if len(actors) > 0 {
		t.source = true
		t.article.Given = append(t.article.Given, actors[0])
	}
	if len(recipients) > 0 {
		t.target = true
		t.article.Given = append(t.article.Given, recipients[0])
	}
	return []task{t}
}

func describe(know *coder.Knowledge, tasks []task) []coder.Described {
	out := make([]coder.Described, len(tasks))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			c := coder.New(know, syntax.Accurate)
			for i := int(next.Add(1)) - 1; i < len(tasks); i = int(next.Add(1)) - 1 {
				out[i] = c.Describe(tasks[i].article, tasks[i].source, tasks[i].target)
			}
		})
	}
	workers.Wait()
	return out
}

var _ = strings.ToUpper
