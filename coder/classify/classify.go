// Package classify is multinomial logistic regression over sparse features:
// examples come in, a model goes out that gives each class its probability.
// It holds one set of weights for use and one for each fold of the training
// data, learnt without that fold, so that a sentence the model was trained on
// can be scored as if it had never been seen.
package classify

import (
	"hash/fnv"
	"math"
	"slices"
)

// Feature is the hash of what was seen, and how much of it.
type Feature struct {
	Key   uint64
	Value float32
}

// Example is what is to be learnt: features, the index of their class, and
// how much the example counts.
type Example struct {
	Features []Feature
	Class    int
	Weight   float64
	Fold     int // 0…Folds−1, or −1 for what no measure is taken on: it is in every training set
}

// Folds is the number of parts of the training data for cross-validation.
const Folds = 5

// Model gives probabilities; it is immutable.
type Model struct {
	Classes []string
	keys    []uint64          // sorted
	weights [Folds + 1][]int8 // by key, then class; the last learnt from everything
	scale   [Folds + 1]float64
	trained map[uint64]uint8 // sentences of the training data, by their hash, with their fold
}

// Sentence is the hash under which the model knows a sentence of its training data.
func Sentence(text string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(text))
	return h.Sum64()
}

// Variant says with which weights a sentence is to be scored: those that were
// learnt without it.
func (m *Model) Variant(sentence string) int {
	if fold, ok := m.trained[Sentence(sentence)]; ok {
		return int(fold)
	}
	return Folds
}

// Probabilities gives each class its probability, in the order of Classes.
func (m *Model) Probabilities(fs []Feature, variant int) []float64 {
	n := len(m.Classes)
	score := make([]float64, n)
	w, scale := m.weights[variant], m.scale[variant]
	for _, f := range fs {
		i, known := slices.BinarySearch(m.keys, f.Key)
		if !known {
			continue
		}
		for c, v := range w[i*n : i*n+n] {
			score[c] += float64(v) * scale * float64(f.Value)
		}
	}
	softmax(score)
	return score
}

// Weight is how much a feature speaks for a class, beside the mean of all
// classes; 0 for a feature that the model does not know.
func (m *Model) Weight(f Feature, class, variant int) float64 {
	i, known := slices.BinarySearch(m.keys, f.Key)
	if !known {
		return 0
	}
	n := len(m.Classes)
	mean := 0.0
	for _, v := range m.weights[variant][i*n : i*n+n] {
		mean += float64(v) / float64(n)
	}
	return (float64(m.weights[variant][i*n+class]) - mean) * m.scale[variant] * float64(f.Value)
}

// softmax turns scores into probabilities in place.
func softmax(score []float64) {
	top := math.Inf(-1)
	for _, s := range score {
		top = max(top, s)
	}
	sum := 0.0
	for i, s := range score {
		score[i] = math.Exp(s - top)
		sum += score[i]
	}
	for i := range score {
		score[i] /= sum
	}
}
