package linear

import (
	"math"

	"entente/syntax/internal/codec"
)

// NumActions is the number of moves a transition parser chooses between.
const NumActions = 3

// ActionLearner is a perceptron over three classes whose features share a
// table of fixed size: a feature's weights lie where its key falls, and
// collisions are learnt around ("hashing trick").
type ActionLearner struct {
	shift uint
	cells []actionCell
	now   int32
}

type actionCell struct {
	sum    [NumActions]int64
	weight [NumActions]int32
	since  int32
}

// NewActionLearner returns a learner with 2^bits places.
func NewActionLearner(bits uint) *ActionLearner {
	return &ActionLearner{shift: 64 - bits, cells: make([]actionCell, 1<<bits)}
}

// Step counts one decision; averages are taken over decisions.
func (l *ActionLearner) Step() { l.now++ }

// Restart begins the average anew, keeping the weights.
func (l *ActionLearner) Restart() {
	for i := range l.cells {
		l.cells[i].sum, l.cells[i].since = [NumActions]int64{}, 0
	}
	l.now = 0
}

// Score gives the score of every action.
func (l *ActionLearner) Score(fs Features) (score [NumActions]int32) {
	for _, key := range fs {
		c := &l.cells[key>>l.shift]
		score[0] += c.weight[0]
		score[1] += c.weight[1]
		score[2] += c.weight[2]
	}
	return score
}

// Add moves the weights of the features for one action by delta.
func (l *ActionLearner) Add(fs Features, action int, delta int32) {
	for _, key := range fs {
		c := &l.cells[key>>l.shift]
		passed := int64(l.now - c.since)
		c.since = l.now
		for a := range c.weight {
			c.sum[a] += passed * int64(c.weight[a])
		}
		c.weight[action] += delta
	}
}

// Actions is the frozen form of an ActionLearner. Only differences between
// scores matter, so each place stores two weights relative to action 0, as
// 16-bit numbers in one word of memory. It is immutable.
type Actions struct {
	shift uint
	table []uint32
}

// Freeze averages and rounds the weights; averages at or below threshold
// become zero.
func (l *ActionLearner) Freeze(threshold float64) *Actions {
	relative := func(c *actionCell, a int) float64 {
		avg := func(a int) float64 {
			return float64(c.sum[a]) + float64(c.weight[a])*float64(l.now-c.since)
		}
		return (avg(a) - avg(0)) / float64(l.now)
	}
	largest := 1e-9
	for i := range l.cells {
		c := &l.cells[i]
		largest = max(largest, math.Abs(relative(c, 1)), math.Abs(relative(c, 2)))
	}
	scale := weightMax / largest
	round := func(v float64) uint32 {
		if math.Abs(v) <= threshold {
			return 0
		}
		return uint32(uint16(int16(math.Round(v * scale))))
	}
	a := &Actions{shift: l.shift, table: make([]uint32, len(l.cells))}
	for i := range l.cells {
		c := &l.cells[i]
		a.table[i] = round(relative(c, 1)) | round(relative(c, 2))<<16
	}
	return a
}

// Score gives the score of every action, that of action 0 being zero.
func (a *Actions) Score(fs Features) (score [NumActions]int32) {
	table, shift := a.table, a.shift&63
	var s1, s2 int32
	for _, key := range fs {
		w := table[key>>shift]
		s1 += int32(int16(w))
		s2 += int32(w) >> 16
	}
	return [NumActions]int32{0, s1, s2}
}

// Encode appends the table to e as four columns of bytes.
func (a *Actions) Encode(e *codec.Encoder) {
	e.Int(int(a.shift))
	column := make([]byte, len(a.table))
	for shift := 0; shift < 32; shift += 8 {
		for i, w := range a.table {
			column[i] = byte(w >> shift)
		}
		e.Bytes(column)
	}
}

// DecodeActions reads what Encode wrote.
func DecodeActions(d *codec.Decoder) *Actions {
	a := &Actions{shift: uint(d.Int())}
	if a.shift < 32 || a.shift > 63 {
		d.Fail("action table of impossible size")
		a.shift = 63
	}
	a.table = make([]uint32, 1<<(64-a.shift))
	for shift := 0; shift < 32; shift += 8 {
		column := d.Bytes()
		if len(column) != len(a.table) {
			d.Fail("action table has the wrong length")
			return a
		}
		for i, b := range column {
			a.table[i] |= uint32(b) << shift
		}
	}
	return a
}
