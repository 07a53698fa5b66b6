package tie

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Pair is the tie of two members of a group.
type Pair struct {
	A     string `json:"a"`
	B     string `json:"b"` // alpha-3
	State Point  `json:"state"`
}

// Group is how three or more countries stand among each other.
type Group struct {
	Members   []string    `json:"members"`   // sorted
	Pairs     []Drag      `json:"pairs"`     // the ties within, lowest tone first
	Triads    []Triad     `json:"triads"`    // the least balanced first
	Tone      Estimate    `json:"tone"`      // mean of the ties' tones
	Missing   [][2]string `json:"missing"`   // pairs of which nothing has been heard
	Mediators []Mediator  `json:"mediators"` // who mediates most among the members
}

// Drag is a tie within a group, and the probability that it is the one with
// the lowest tone.
type Drag struct {
	Pair
	Lowest float64 `json:"lowest"`
}

// Triad is three countries with all three ties known. It is balanced where
// the product of the signs of its tones is positive: friends of friends are
// friends, enemies of enemies too (Heider 1946; Cartwright and Harary 1956).
type Triad struct {
	Members  [3]string  `json:"members"`
	Signs    [3]float64 `json:"signs"`    // probability that the tone is positive: of 1–2, 1–3, 2–3
	Balanced float64    `json:"balanced"` // probability of balance
	// Strain is the tie whose change of sign would balance the triad most
	// cheaply: the one nearest to neutral, as index into Signs.
	Strain int `json:"strain"`
}

// Mediator is a country with the number of its acts of mediation.
type Mediator struct {
	Country string `json:"country"`
	Acts    int    `json:"acts"`
	Member  bool   `json:"member"` // of the group
}

// NewGroup reads a group from the ties of its members; the order of pairs and
// of names within them is of no account. Mediations counts acts of mediation
// among the members by country, nil where nobody counted.
func NewGroup(pairs []Pair, mediations map[string]int) (*Group, error) {
	g := &Group{}
	tones := map[[2]string]*Point{}
	for i := range pairs {
		a, b := pairs[i].A, pairs[i].B
		if a == b {
			return nil, fmt.Errorf("tie: %s has no tie with itself", a)
		}
		if b < a {
			a, b = b, a
		}
		if tones[[2]string{a, b}] != nil {
			return nil, fmt.Errorf("tie: the tie of %s and %s comes twice", a, b)
		}
		tones[[2]string{a, b}] = &pairs[i].State
		g.Members = append(g.Members, a, b)
	}
	slices.Sort(g.Members)
	g.Members = slices.Compact(g.Members)
	if len(g.Members) < 3 {
		return nil, fmt.Errorf("tie: a group has at least three members, got %d", len(g.Members))
	}
	g.rankPairs(tones)
	g.weighTriads(tones)
	for country, acts := range mediations {
		if acts > 0 {
			g.Mediators = append(g.Mediators, Mediator{country, acts, slices.Contains(g.Members, country)})
		}
	}
	slices.SortFunc(g.Mediators, func(x, y Mediator) int {
		return cmp.Or(cmp.Compare(y.Acts, x.Acts), cmp.Compare(x.Country, y.Country))
	})
	return g, nil
}

func (g *Group) rankPairs(tones map[[2]string]*Point) {
	sum, variance := 0.0, 0.0
	for i, a := range g.Members {
		for _, b := range g.Members[i+1:] {
			at := tones[[2]string{a, b}]
			if at == nil || !at.Known {
				g.Missing = append(g.Missing, [2]string{a, b})
				continue
			}
			g.Pairs = append(g.Pairs, Drag{Pair: Pair{a, b, *at}})
			sum += at.Tone.Value
			variance += at.Tone.SD * at.Tone.SD
		}
	}
	if n := float64(len(g.Pairs)); n > 0 {
		g.Tone = normal(sum/n, variance/(n*n), lowest, highest)
	}
	for i := range g.Pairs {
		g.Pairs[i].Lowest = lowestOf(g.Pairs, i)
	}
	slices.SortStableFunc(g.Pairs, func(x, y Drag) int { return cmp.Compare(x.State.Tone.Value, y.State.Tone.Value) })
}

// lowestOf is the probability that the tone of pair i is below those of all
// others, all of them independent and normal: Simpson's rule over its own.
func lowestOf(pairs []Drag, i int) float64 {
	const steps, reach = 128, 6.0
	own := pairs[i].State.Tone
	sum := 0.0
	for s := range steps + 1 {
		z := reach * (2*float64(s)/steps - 1)
		x := own.Value + z*own.SD
		v := math.Exp(-z*z/2) / math.Sqrt(2*math.Pi)
		for j := range pairs {
			if j != i {
				v *= pairs[j].State.Tone.Above(x)
			}
		}
		switch {
		case s == 0 || s == steps:
		case s%2 == 1:
			v *= 4
		default:
			v *= 2
		}
		sum += v
	}
	return min(1, sum*2*reach/steps/3)
}

func (g *Group) weighTriads(tones map[[2]string]*Point) {
	m := g.Members
	for i := range m {
		for j := i + 1; j < len(m); j++ {
			for k := j + 1; k < len(m); k++ {
				three := [3]*Point{tones[[2]string{m[i], m[j]}], tones[[2]string{m[i], m[k]}], tones[[2]string{m[j], m[k]}]}
				if t, ok := triad(three); ok {
					t.Members = [3]string{m[i], m[j], m[k]}
					g.Triads = append(g.Triads, t)
				}
			}
		}
	}
	slices.SortStableFunc(g.Triads, func(x, y Triad) int { return cmp.Compare(x.Balanced, y.Balanced) })
}

// triad weighs three ties. With independent signs the expectation of their
// product is the product of 2p−1, and balance half of one more than it.
func triad(three [3]*Point) (Triad, bool) {
	t := Triad{}
	product := 1.0
	for i, at := range three {
		if at == nil || !at.Known {
			return t, false
		}
		t.Signs[i] = at.Tone.Above(0)
		product *= 2*t.Signs[i] - 1
		if math.Abs(at.Tone.Value) < math.Abs(three[t.Strain].Tone.Value) {
			t.Strain = i
		}
	}
	t.Balanced = (1 + product) / 2
	return t, true
}
