package linear

import (
	"math"
	"slices"

	"entente/syntax/internal/codec"
)

// Weights is the frozen form of a Learner: integers, pruned, in a table that
// is read without any allocation. It is immutable and safe to share.
type Weights struct {
	slots []uint64 // check (32 bits) | offset of the cells (25) | their number (7)
	cells []uint32 // class << 16 | weight as int16

	filter      []uint64 // a bit for every value that the keys' upper bits take
	filterShift uint
}

const (
	maxCells  = 127 // 7 bits
	weightMax = 32767
)

// Freeze averages the weights, drops features updated fewer than minUpdates
// times and averages below threshold, and rounds the rest to 16 bits.
func (l *Learner) Freeze(minUpdates int, threshold float64) *Weights {
	rows := make([]*row, 0, l.used)
	largest := 0.0
	for i := range l.rows {
		r := &l.rows[i]
		if r.key == 0 || int(r.updates) < minUpdates {
			continue
		}
		rows = append(rows, r)
		for j := range r.n {
			largest = max(largest, math.Abs(l.average(&l.cells[r.offset+uint32(j)])))
		}
	}
	slices.SortFunc(rows, func(a, b *row) int {
		if a.key < b.key {
			return -1
		}
		return 1
	})
	w := &Weights{slots: make([]uint64, tableSize(len(rows)))}
	scale := weightMax / max(largest, 1e-9)
	for _, r := range rows {
		offset := len(w.cells)
		for j := range r.n {
			c := &l.cells[r.offset+uint32(j)]
			v := l.average(c)
			q := int32(math.Round(v * scale))
			if math.Abs(v) > threshold && q != 0 && len(w.cells)-offset < maxCells {
				w.cells = append(w.cells, uint32(c.class)<<16|uint32(uint16(int16(q))))
			}
		}
		if n := len(w.cells) - offset; n > 0 {
			w.put(r.key, uint64(offset), uint64(n))
		}
	}
	w.buildFilter()
	return w
}

// tableSize is the power of two that leaves at least a third of n slots free.
func tableSize(n int) int {
	size := 1024
	for size*2/3 < n {
		size *= 2
	}
	return size
}

func (w *Weights) put(key, offset, n uint64) {
	mask := uint64(len(w.slots) - 1)
	i := (key >> 24) & mask
	for w.slots[i] != 0 {
		i = (i + 1) & mask
	}
	w.slots[i] = key>>32<<32 | offset<<7 | n
}

// maxFeatures is how many features can be scored at a time.
const maxFeatures = 256

// Score writes the score of every class into scores.
//
// The table is far larger than the processor's cache, and most of the time
// goes into waiting for memory. So features that are surely not in the table
// are sorted out by a small filter, and the others' slots, then their first
// cells are fetched in loops of their own, where the processor overlaps the
// waiting.
func (w *Weights) Score(fs Features, scores []int32) {
	clear(scores)
	var keys, slots [maxFeatures]uint64
	n := 0
	filter, shift := w.filter, w.filterShift&63
	for _, key := range fs {
		bit := key >> shift
		keys[n&(maxFeatures-1)] = key
		n += int(filter[bit>>6] >> (bit & 63) & 1)
	}
	table := w.slots
	mask := uint64(len(table) - 1)
	for i, key := range keys[:n] {
		slots[i] = table[(key>>24)&mask]
	}
	var first [maxFeatures]uint32
	cells := w.cells
	known := 0
	for i, key := range keys[:n] {
		if s := w.probe(slots[i], key); s != 0 {
			slots[known] = s
			first[known] = cells[uint32(s)>>7]
			known++
		}
	}
	for i, s := range slots[:known] {
		c := first[i]
		scores[c>>16] += int32(int16(uint16(c)))
		offset := uint32(s) >> 7
		for _, c := range cells[offset+1 : offset+uint32(s&maxCells)] {
			scores[c>>16] += int32(int16(uint16(c)))
		}
	}
}

// probe follows the collisions from a key's first slot to its own; 0 if it
// has none.
func (w *Weights) probe(s, key uint64) uint64 {
	check := key >> 32
	mask := uint64(len(w.slots) - 1)
	for i := (key >> 24) & mask; s != 0 && s>>32 != check; s = w.slots[i] {
		i = (i + 1) & mask
	}
	return s
}

// filterBits is how many bits of the filter there are per feature, at least.
const filterBits = 8

// buildFilter notes which values the upper bits of the keys take. These are
// the upper bits of the checks, so that the keys themselves are not needed.
func (w *Weights) buildFilter() {
	n := 0
	for _, s := range w.slots {
		if s != 0 {
			n++
		}
	}
	bits := uint(6)
	for 1<<bits < filterBits*n && bits < 32 {
		bits++
	}
	w.filterShift = 64 - bits
	w.filter = make([]uint64, 1<<(bits-6))
	for _, s := range w.slots {
		if s != 0 {
			bit := s >> w.filterShift
			w.filter[bit>>6] |= 1 << (bit & 63)
		}
	}
}

// Encode appends the table to e: which slots are taken, then checks, counts,
// classes and weights as columns, which compress better than records.
func (w *Weights) Encode(e *codec.Encoder) {
	taken := make([]byte, len(w.slots)/8)
	var checks []uint32
	var counts, classes, low, high []byte
	var weights []uint16
	for i, s := range w.slots {
		if s == 0 {
			continue
		}
		taken[i/8] |= 1 << (i % 8)
		checks = append(checks, uint32(s>>32))
		n := uint32(s & maxCells)
		counts = append(counts, byte(n))
		offset := uint32(s) >> 7
		for _, c := range w.cells[offset : offset+n] {
			classes = append(classes, byte(c>>16))
			weights = append(weights, uint16(c))
		}
	}
	for _, v := range weights {
		low, high = append(low, byte(v)), append(high, byte(v>>8))
	}
	e.Bytes(taken)
	e.Uint32s(checks)
	e.Bytes(counts)
	e.Bytes(classes)
	e.Bytes(low)
	e.Bytes(high)
}

// DecodeWeights reads what Encode wrote.
func DecodeWeights(d *codec.Decoder) *Weights {
	taken, checks, counts := d.Bytes(), d.Uint32s(), d.Bytes()
	classes, low, high := d.Bytes(), d.Bytes(), d.Bytes()
	w := &Weights{slots: make([]uint64, 8*len(taken)), cells: make([]uint32, len(classes))}
	if len(low) != len(classes) || len(high) != len(classes) {
		d.Fail("weight columns differ in length")
		w.buildFilter()
		return w
	}
	for i := range w.cells {
		w.cells[i] = uint32(classes[i])<<16 | uint32(high[i])<<8 | uint32(low[i])
	}
	next, offset := 0, uint64(0)
	for i := range w.slots {
		if taken[i/8]>>(i%8)&1 == 0 {
			continue
		}
		if next >= len(checks) || next >= len(counts) {
			d.Fail("more slots than weights")
			return w
		}
		w.slots[i] = uint64(checks[next])<<32 | offset<<7 | uint64(counts[next])
		offset += uint64(counts[next])
		next++
	}
	if offset != uint64(len(w.cells)) {
		d.Fail("fewer weights than slots")
	}
	w.buildFilter()
	return w
}
