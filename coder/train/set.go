package main

import (
	"fmt"
	"io"
	"slices"

	"entente/coder"
	"entente/coder/classify"
)

// trainingSet gathers the examples.
type trainingSet struct {
	classes   []string
	examples  []classify.Example
	domains   []coder.Domain
	open      []undecided
	sentences map[uint64]uint8 // that are in a fold
}

// undecided is a pair of which only some classes are known that it can be of.
type undecided struct {
	features []classify.Feature
	classes  []string
	fold     int
	task     *task
}

func newTrainingSet() *trainingSet {
	return &trainingSet{classes: append([]string{""}, labelsOf(0)...), sentences: map[uint64]uint8{}}
}

// add makes examples of the pairs of a task.
func (s *trainingSet) add(t *task, f found) {
	for _, text := range f.sentences {
		s.assign(t, text)
	}
	for _, p := range f.pairs {
		fold := -1
		if t.fold != always {
			fold = int(s.sentences[classify.Sentence(p.Sentence)])
		}
		switch classes := t.classes(p); len(classes) {
		case 0:
		case 1:
			s.put(p.Features, classes[0], fold, t.domain, t.weight)
			if t.bare {
				s.put(p.Bare, classes[0], fold, t.domain, t.weight*bareWeight)
			}
		default:
			s.open = append(s.open, undecided{p.Features, classes, fold, t})
		}
	}
}

// assign puts a sentence into a fold. One that stands in two sets stays in the
// fold that it was put into first, so that no set of weights that is to score
// it has learnt from its twin.
func (s *trainingSet) assign(t *task, text string) {
	h := classify.Sentence(text)
	if _, known := s.sentences[h]; known || t.fold == always {
		return
	}
	if t.fold == byHash {
		s.sentences[h] = uint8(h % classify.Folds)
	} else {
		s.sentences[h] = uint8(t.fold)
	}
}

// bareWeight is what an example counts from which all that the lexicon knows
// of it is taken away.
const bareWeight = 0.2

func (s *trainingSet) put(features []classify.Feature, class string, fold int, d coder.Domain, weight float64) {
	s.examples = append(s.examples, classify.Example{Features: coder.InDomain(slices.Clip(features), d),
		Class: slices.Index(s.classes, class), Weight: weight, Fold: fold})
	s.domains = append(s.domains, d)
}

// decide makes examples of the undecided pairs: one for each class that the
// first training finds likely enough, counting as much as it is likely.
func (s *trainingSet) decide(first *classify.Model) {
	for _, u := range s.open {
		p := first.Probabilities(coder.InDomain(slices.Clip(u.features), coder.Marked), classify.Folds)
		sum := 0.0
		for _, c := range u.classes {
			sum += p[slices.Index(s.classes, c)]
		}
		for _, c := range u.classes {
			if share := p[slices.Index(s.classes, c)] / sum; share >= leastShare {
				s.put(u.features, c, u.fold, u.task.domain, u.task.weight*share)
			}
		}
	}
	s.open = nil
}

// leastShare is how likely a class of an undecided pair must be.
const leastShare = 0.1

func (s *trainingSet) String() string {
	counts := make([]int, len(s.classes))
	for i := range s.examples {
		counts[s.examples[i].Class]++
	}
	out := fmt.Sprintf("%d examples:", len(s.examples))
	for c, n := range counts {
		out += fmt.Sprintf(" %q %d", s.classes[c], n)
	}
	return out
}

// report prints how well each domain was predicted by the weights that never
// saw the fold: of marked pairs the share of right types; of running text, for
// several thresholds, how many pairs were made events and how many of these
// are none.
func report(w io.Writer, s *trainingSet, m *classify.Model) {
	var right, of int
	for i, x := range s.examples {
		if s.domains[i] != coder.Marked || x.Fold < 0 {
			continue
		}
		p := m.Probabilities(x.Features, x.Fold)
		p[0] = 0 // something joins them
		of++
		if slices.Index(p, slices.Max(p)) == x.Class {
			right++
		}
	}
	fmt.Fprintf(w, "marked pairs: %d of %d right\n", right, of)
	for _, least := range []float64{0.5, 0.6, 0.7, 0.8, 0.9, 0.95} {
		var joined, none, joinedNone, typed, all float64
		for i, x := range s.examples {
			if s.domains[i] != coder.Running || x.Fold < 0 {
				continue
			}
			p := m.Probabilities(x.Features, x.Fold)
			best := slices.Index(p, slices.Max(p))
			is := best != 0 && p[best] >= least
			if x.Class == 0 {
				none++
				if is {
					joinedNone++
				}
				continue
			}
			all += x.Weight
			if is {
				joined += x.Weight
				if best == x.Class {
					typed += x.Weight
				}
			}
		}
		fmt.Fprintf(w, "running text, from %.2f: %.0f of %.0f events found, %.0f of the right type; %.0f of %.0f pairs without event\n",
			least, joined, all, typed, joinedNone, none)
	}
}
