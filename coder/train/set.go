package main

import (
	"fmt"
	"io"

	"entente/coder"
	"entente/coder/classify"
)

// trainingSet gathers the examples.
type trainingSet struct {
	classes   []string
	index     map[string]int
	examples  []classify.Example
	domains   []coder.Domain
	sentences map[uint64]uint8 // that are in a fold
	counts    map[string]int
}

func newTrainingSet() *trainingSet {
	return &trainingSet{index: map[string]int{}, sentences: map[uint64]uint8{}, counts: map[string]int{}}
}

// add makes examples of the pairs of a task.
func (s *trainingSet) add(t *task, f found) {
	for _, p := range f.pairs {
		class, known := t.class(p)
		if !known {
			continue
		}
		fold := t.fold
		switch fold {
		case byHash:
			fold = int(classify.Sentence(p.Sentence) % classify.Folds)
		case always:
			fold = -1
		}
		s.put(p.Features, class, fold, t)
		if t.bare {
			s.put(p.Bare, class, fold, t)
		}
	}
	for _, text := range f.sentences {
		h := classify.Sentence(text)
		switch t.fold {
		case always:
		case byHash:
			s.sentences[h] = uint8(h % classify.Folds)
		default:
			s.sentences[h] = uint8(t.fold)
		}
	}
}

func (s *trainingSet) put(features []classify.Feature, class string, fold int, t *task) {
	c, ok := s.index[class]
	if !ok {
		c = len(s.classes)
		s.index[class] = c
		s.classes = append(s.classes, class)
	}
	s.counts[class]++
	s.examples = append(s.examples, classify.Example{Features: coder.InDomain(features, t.domain), Class: c, Weight: t.weight, Fold: fold})
	s.domains = append(s.domains, t.domain)
}

func (s *trainingSet) String() string {
	out := fmt.Sprintf("%d examples:", len(s.examples))
	for _, c := range s.classes {
		out += fmt.Sprintf(" %q %d", c, s.counts[c])
	}
	return out
}

// report prints how well the classes of each domain were predicted by the
// weights that never saw the fold, and how far their probabilities can be
// believed.
func report(w io.Writer, s *trainingSet, m *classify.Model) {
	for _, d := range []coder.Domain{coder.Marked, coder.Running} {
		var right, of int
		var table [10]struct {
			n, right int
			sure     float64
		}
		for i, x := range s.examples {
			if s.domains[i] != d || x.Fold < 0 {
				continue
			}
			p := m.Probabilities(x.Features, x.Fold)
			best, sum := -1, 0.0
			for c := range p {
				if d == coder.Marked && m.Classes[c] == "" {
					continue
				}
				sum += p[c]
				if best < 0 || p[c] > p[best] {
					best = c
				}
			}
			of++
			bin := &table[min(9, int(10*p[best]/sum))]
			bin.n++
			bin.sure += p[best] / sum
			if best == x.Class {
				right++
				bin.right++
			}
		}
		fmt.Fprintf(w, "domain %s: %d of %d right\n", d, right, of)
		for i, b := range table {
			if b.n > 0 {
				fmt.Fprintf(w, "  %.1f–%.1f  %4d  sure %.2f  right %.2f\n", float64(i)/10, float64(i+1)/10, b.n, b.sure/float64(b.n), float64(b.right)/float64(b.n))
			}
		}
	}
}
