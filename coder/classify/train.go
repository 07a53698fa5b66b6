package classify

import (
	"fmt"
	"math"
	"slices"
	"sync"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/optimize"
)

// Recipe says how to learn.
type Recipe struct {
	L2       float64 // strength of the penalty on large weights
	Least    int     // features of fewer examples are left out
	MaxSteps int     // of the optimiser
}

// Train learns a model: one set of weights from all examples, and one for each
// fold without it. trained lists the sentences of the folds by their hash.
func Train(classes []string, examples []Example, trained map[uint64]uint8, r Recipe) (*Model, error) {
	m := &Model{Classes: classes, keys: frequent(examples, r.Least), trained: trained}
	indexed := m.index(examples)
	var errs [Folds + 1]error
	var work sync.WaitGroup
	for v := range errs {
		work.Go(func() {
			var part []row
			for i, x := range indexed {
				if examples[i].Fold != v {
					part = append(part, x)
				}
			}
			w, err := fit(part, len(m.keys), len(classes), r)
			if err != nil {
				errs[v] = fmt.Errorf("fold %d: %w", v, err)
				return
			}
			m.weights[v], m.scale[v] = quantise(w)
		})
	}
	work.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	m.prune()
	return m, nil
}

// frequent gives the keys that enough examples have, sorted.
func frequent(examples []Example, least int) []uint64 {
	count := map[uint64]int{}
	for i := range examples {
		seen := map[uint64]bool{}
		for _, f := range examples[i].Features {
			if !seen[f.Key] {
				seen[f.Key] = true
				count[f.Key]++
			}
		}
	}
	var keys []uint64
	for k, n := range count {
		if n >= least {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	return keys
}

// row is an example whose features are numbered.
type row struct {
	columns []int32
	values  []float64
	class   int
	weight  float64
}

func (m *Model) index(examples []Example) []row {
	at := make(map[uint64]int32, len(m.keys))
	for i, k := range m.keys {
		at[k] = int32(i)
	}
	rows := make([]row, len(examples))
	for i := range examples {
		x := &examples[i]
		rows[i].class, rows[i].weight = x.Class, x.Weight
		for _, f := range x.Features {
			if c, ok := at[f.Key]; ok {
				rows[i].columns = append(rows[i].columns, c)
				rows[i].values = append(rows[i].values, float64(f.Value))
			}
		}
	}
	return rows
}

// fit minimises the penalised negative log likelihood.
func fit(rows []row, features, classes int, r Recipe) ([]float64, error) {
	loss := func(grad, w []float64) float64 {
		sum := 0.5 * r.L2 * floats.Dot(w, w)
		if grad != nil {
			copy(grad, w)
			floats.Scale(r.L2, grad)
		}
		p := make([]float64, classes)
		for i := range rows {
			x := &rows[i]
			clear(p)
			for j, c := range x.columns {
				at := int(c) * classes
				floats.AddScaled(p, x.values[j], w[at:at+classes])
			}
			softmax(p)
			sum -= x.weight * math.Log(max(p[x.class], 1e-300))
			if grad == nil {
				continue
			}
			p[x.class]--
			for j, c := range x.columns {
				at := int(c) * classes
				floats.AddScaled(grad[at:at+classes], x.weight*x.values[j], p)
			}
		}
		return sum
	}
	problem := optimize.Problem{
		Func: func(w []float64) float64 { return loss(nil, w) },
		Grad: func(grad, w []float64) { loss(grad, w) },
	}
	settings := &optimize.Settings{MajorIterations: r.MaxSteps, GradientThreshold: 1e-2, Converger: &optimize.FunctionConverge{Relative: 1e-5, Iterations: 5}}
	result, err := optimize.Minimize(problem, make([]float64, features*classes), settings, &optimize.LBFGS{Store: 8})
	if err != nil {
		return nil, err
	}
	return result.X, nil
}

// quantise rounds weights to eight bits.
func quantise(w []float64) ([]int8, float64) {
	largest := 1e-9
	for _, v := range w {
		largest = max(largest, math.Abs(v))
	}
	scale := largest / 127
	out := make([]int8, len(w))
	for i, v := range w {
		out[i] = int8(math.Round(v / scale))
	}
	return out, scale
}

// prune leaves out the features that weigh nothing in any set.
func (m *Model) prune() {
	n := len(m.Classes)
	var keys []uint64
	var kept [Folds + 1][]int8
	for i, k := range m.keys {
		used := false
		for _, w := range m.weights {
			for _, v := range w[i*n : i*n+n] {
				used = used || v != 0
			}
		}
		if !used {
			continue
		}
		keys = append(keys, k)
		for v, w := range m.weights {
			kept[v] = append(kept[v], w[i*n:i*n+n]...)
		}
	}
	m.keys, m.weights = keys, kept
}
