package eval

import (
	"bufio"
	"cmp"
	"fmt"
	"slices"
)

// none is the label of what was not coded.
const none = "nothing"

// Confusion counts how often each annotated label came out as which other.
type Confusion struct {
	labels []string // the annotated ones, in the order of the table
	count  map[[2]string]int
}

// newConfusion counts over the given labels; what else is found counts against
// the annotated label and for none.
func newConfusion(labels ...string) *Confusion {
	return &Confusion{labels: labels, count: map[[2]string]int{}}
}

func (c *Confusion) add(gold, found string) { c.count[[2]string{gold, found}]++ }

// Accuracy is the share of items with the annotated label.
func (c *Confusion) Accuracy() float64 {
	var s Share
	for pair, n := range c.count {
		s.Of += n
		if pair[0] == pair[1] {
			s.Right += n
		}
	}
	return s.Value()
}

// Tally counts one label.
func (c *Confusion) Tally(label string) Tally {
	var t Tally
	for pair, n := range c.count {
		if pair[0] == label {
			t.Gold += n
		}
		if pair[1] == label {
			t.Found += n
		}
	}
	t.Right = c.count[[2]string{label, label}]
	t.Recalled = t.Right
	return t
}

// MacroF1 is the mean F1 of the labels that are annotated at all.
func (c *Confusion) MacroF1() float64 {
	sum, n := 0.0, 0
	for _, label := range c.labels {
		if t := c.Tally(label); t.Gold > 0 {
			n++
			if t.Found > 0 { // nothing found: precision is no 1 here
				sum += t.F1()
			}
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// write prints a row for each label, then the confusions that occur most.
func (c *Confusion) write(b *bufio.Writer) {
	fmt.Fprintf(b, "%-12s %6s %6s %6s %6s %6s\n", "label", "prec.", "recall", "F1", "gold", "found")
	for _, label := range c.labels {
		t := c.Tally(label)
		if t.Gold+t.Found == 0 {
			continue
		}
		fmt.Fprintf(b, "%-12s %6.3f %6.3f %6.3f %6d %6d\n", label, t.Precision(), t.Recall(), t.F1(), t.Gold, t.Found)
	}
	type row struct {
		pair [2]string
		n    int
	}
	var rows []row
	for pair, n := range c.count {
		if pair[0] != pair[1] {
			rows = append(rows, row{pair, n})
		}
	}
	slices.SortFunc(rows, func(x, y row) int {
		return cmp.Or(cmp.Compare(y.n, x.n), cmp.Compare(x.pair[0], y.pair[0]), cmp.Compare(x.pair[1], y.pair[1]))
	})
	if len(rows) > 0 {
		fmt.Fprintf(b, "\nworst confusions\n")
	}
	for _, r := range rows[:min(len(rows), 12)] {
		fmt.Fprintf(b, "%5d  %s coded as %s\n", r.n, r.pair[0], r.pair[1])
	}
}
