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
		c := &l.cells[i]
		c.sum, c.since = [NumActions]int64{}, 0
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

// Actions is the frozen form of an ActionLearner: each place holds the three
// weights as 16-bit numbers in one word of memory. It is immutable.
type Actions struct {
	shift uint
	table []uint64
}

// Averages are averaged weights by place, which can be mixed.
type Averages struct {
	shift  uint
	weight [][NumActions]float32
}

// Average gives the weights averaged over all decisions so far.
func (l *ActionLearner) Average() *Averages {
	a := &Averages{l.shift, make([][NumActions]float32, len(l.cells))}
	for i := range l.cells {
		c := &l.cells[i]
		for j := range c.weight {
			a.weight[i][j] = float32((float64(c.sum[j]) + float64(c.weight[j])*float64(l.now-c.since)) / float64(l.now))
		}
	}
	return a
}

// Add adds the weights of a learner that saw the same data in another order;
// what the two learnt by chance cancels out.
func (a *Averages) Add(o *Averages) {
	for i := range a.weight {
		for j := range a.weight[i] {
			a.weight[i][j] += o.weight[i][j]
		}
	}
}

// Freeze rounds the weights; those at or below threshold times the largest
// become zero.
func (a *Averages) Freeze(threshold float64) *Actions {
	largest := float32(1e-9)
	for i := range a.weight {
		for _, v := range a.weight[i] {
			largest = max(largest, v, -v)
		}
	}
	scale := weightMax / float64(largest)
	least := threshold * weightMax
	frozen := &Actions{shift: a.shift, table: make([]uint64, len(a.weight))}
	for i := range a.weight {
		for j, v := range a.weight[i] {
			if q := math.Round(float64(v) * scale); math.Abs(q) > least {
				frozen.table[i] |= uint64(uint16(int16(q))) << (16 * j)
			}
		}
	}
	return frozen
}

// Score gives the score of every action.
func (a *Actions) Score(fs Features) (score [NumActions]int32) {
	table, shift := a.table, a.shift&63
	var s0, s1, s2 int32
	for _, key := range fs {
		w := table[key>>shift]
		s0 += int32(int16(w))
		s1 += int32(int16(w >> 16))
		s2 += int32(int16(w >> 32))
	}
	return [NumActions]int32{s0, s1, s2}
}

// Encode appends the table to e as six columns of bytes.
func (a *Actions) Encode(e *codec.Encoder) {
	e.Int(int(a.shift))
	column := make([]byte, len(a.table))
	for shift := 0; shift < 16*NumActions; shift += 8 {
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
	a.table = make([]uint64, 1<<(64-a.shift))
	for shift := 0; shift < 16*NumActions; shift += 8 {
		column := d.Bytes()
		if len(column) != len(a.table) {
			d.Fail("action table has the wrong length")
			return a
		}
		for i, b := range column {
			a.table[i] |= uint64(b) << shift
		}
	}
	return a
}
