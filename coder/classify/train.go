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
	Whole    bool    // learn from everything alone, no set of weights for any fold
}

// Train learns a model: one set of weights from all examples, and one for each
// fold without it. trained lists the sentences of the folds by their hash.
func Train(classes []string, examples []Example, trained map[uint64]uint8, r Recipe) (*Model, error) {
	m := &Model{Classes: classes, keys: frequent(examples, r.Least), trained: trained}
	indexed := m.index(examples)
	var errs [Folds + 1]error
	var work sync.WaitGroup
	for v := range errs {
		if r.Whole && v < Folds {
			m.weights[v] = make([]int8, len(m.keys)*len(classes))
			continue
		}
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

// objective is the penalised negative log likelihood of the rows. The
// optimiser asks for value and gradient at the same place one after the other,
// so both are computed at once and kept.
type objective struct {
	rows    []row
	classes int
	l2      float64
	at      []float64 // where value and gradient were computed
	value   float64
	grad    []float64
}

func (o *objective) look(w []float64) {
	if o.at != nil && floats.Equal(o.at, w) {
		return
	}
	if o.at == nil {
		o.at, o.grad = make([]float64, len(w)), make([]float64, len(w))
	}
	copy(o.at, w)
	floats.ScaleTo(o.grad, o.l2, w)
	o.value = 0.5 * o.l2 * floats.Dot(w, w)
	p := make([]float64, o.classes)
	for i := range o.rows {
		x := &o.rows[i]
		clear(p)
		for j, c := range x.columns {
			at, v := int(c)*o.classes, x.values[j]
			for k, weight := range w[at : at+o.classes] {
				p[k] += v * weight
			}
		}
		softmax(p)
		o.value -= x.weight * math.Log(max(p[x.class], 1e-300))
		p[x.class]--
		for j, c := range x.columns {
			at, v := int(c)*o.classes, x.weight*x.values[j]
			for k, d := range p {
				o.grad[at+k] += v * d
			}
		}
	}
}

// fit minimises the objective.
func fit(rows []row, features, classes int, r Recipe) ([]float64, error) {
	o := &objective{rows: rows, classes: classes, l2: r.L2}
	problem := optimize.Problem{
		Func: func(w []float64) float64 { o.look(w); return o.value },
		Grad: func(grad, w []float64) { o.look(w); copy(grad, o.grad) },
	}
	settings := &optimize.Settings{MajorIterations: r.MaxSteps, GradientThreshold: 1e-2,
		Converger: &optimize.FunctionConverge{Relative: 1e-5, Iterations: 5}}
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
