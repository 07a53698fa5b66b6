package eval

// Tally counts what was found of one kind. Recall is over what a reader
// needs; precision over everything found.
type Tally struct {
	Gold     int // annotated, of events only the must ones
	Recalled int // of these, found
	Found    int // found by the coder
	Right    int // of these, right: paired with an annotated one, needed or optional
}

// Precision is Right of Found; 1 where nothing was found.
func (t Tally) Precision() float64 { return Share{t.Right, t.Found}.Value() }

// Recall is Recalled of Gold; 1 where nothing was to find.
func (t Tally) Recall() float64 { return Share{t.Recalled, t.Gold}.Value() }

// F1 is the harmonic mean of precision and recall.
func (t Tally) F1() float64 {
	p, r := t.Precision(), t.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func (t *Tally) add(o Tally) {
	t.Gold += o.Gold
	t.Recalled += o.Recalled
	t.Found += o.Found
	t.Right += o.Right
}

// Share is a count out of a count.
type Share struct{ Right, Of int }

// Value is the share, 0–1; 1 where there is nothing to get wrong.
func (s Share) Value() float64 {
	if s.Of == 0 {
		return 1
	}
	return float64(s.Right) / float64(s.Of)
}

func (s *Share) count(right bool) {
	s.Of++
	if right {
		s.Right++
	}
}

func (s *Share) add(o Share) {
	s.Right += o.Right
	s.Of += o.Of
}

// tallyOf counts a pairing: one entry for each annotated thing, the index of
// the found one or -1. needed is nil where all are.
func tallyOf(pairs []int, found int, needed func(i int) bool) Tally {
	t := Tally{Found: found}
	for i, j := range pairs {
		must := needed == nil || needed(i)
		if must {
			t.Gold++
		}
		if j < 0 {
			continue
		}
		t.Right++
		if must {
			t.Recalled++
		}
	}
	return t
}

// unpaired gives the found things that no annotated one is paired with.
func unpaired(pairs []int, found int) []int {
	taken := make([]bool, found)
	for _, j := range pairs {
		if j >= 0 {
			taken[j] = true
		}
	}
	var out []int
	for j, t := range taken {
		if !t {
			out = append(out, j)
		}
	}
	return out
}
