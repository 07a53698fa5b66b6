package linear

// Learner is a multi-class averaged perceptron over sparse features. Every
// class gets its own weight for every feature, created on its first update.
type Learner struct {
	classes int
	rows    []row // open addressing by key
	used    int
	cells   []cell // the rows' weights, in blocks
	now     int32  // decisions so far, the denominator of the average
}

// row is one feature: where its cells lie and how often it was updated.
type row struct {
	key     uint64
	offset  uint32
	n, room uint16
	updates uint32
}

// cell is the weight of one feature for one class.
type cell struct {
	sum    int64 // weight integrated over time up to since
	weight int32
	since  int32
	class  uint16
}

// NewLearner returns a learner for the given number of classes.
func NewLearner(classes int) *Learner {
	return &Learner{classes: classes, rows: make([]row, 1<<18)}
}

// Step counts one decision; averages are taken over decisions.
func (l *Learner) Step() { l.now++ }

// Score writes the current score of every class into scores.
func (l *Learner) Score(fs Features, scores []int32) {
	clear(scores)
	for _, key := range fs {
		if r := l.find(key); r != nil {
			for _, c := range l.cells[r.offset : r.offset+uint32(r.n)] {
				scores[c.class] += c.weight
			}
		}
	}
}

// Update moves the features' weights by one towards good and away from bad.
func (l *Learner) Update(fs Features, good, bad int) {
	for _, key := range fs {
		r := l.insert(key)
		r.updates++
		l.add(r, good, 1)
		l.add(r, bad, -1)
	}
}

func (l *Learner) find(key uint64) *row {
	mask := uint64(len(l.rows) - 1)
	for i := (key >> 24) & mask; ; i = (i + 1) & mask {
		switch r := &l.rows[i]; r.key {
		case key:
			return r
		case 0:
			return nil
		}
	}
}

func (l *Learner) insert(key uint64) *row {
	if key == 0 {
		key = 1
	}
	if l.used*2 > len(l.rows) {
		l.grow()
	}
	r := place(l.rows, key)
	if r.key == 0 {
		r.key = key
		l.used++
	}
	return r
}

func (l *Learner) grow() {
	rows := make([]row, 2*len(l.rows))
	for _, r := range l.rows {
		if r.key != 0 {
			*place(rows, r.key) = r
		}
	}
	l.rows = rows
}

// place finds the row of key, or the free row where it belongs.
func place(rows []row, key uint64) *row {
	mask := uint64(len(rows) - 1)
	i := (key >> 24) & mask
	for rows[i].key != 0 && rows[i].key != key {
		i = (i + 1) & mask
	}
	return &rows[i]
}

func (l *Learner) add(r *row, class int, delta int32) {
	cells := l.cells[r.offset : r.offset+uint32(r.n)]
	for i := range cells {
		if c := &cells[i]; int(c.class) == class {
			c.sum += int64(c.weight) * int64(l.now-c.since)
			c.since = l.now
			c.weight += delta
			return
		}
	}
	if r.n == r.room {
		l.enlarge(r)
	}
	l.cells[r.offset+uint32(r.n)] = cell{weight: delta, since: l.now, class: uint16(class)}
	r.n++
}

// enlarge moves a row's cells to the end of the store with room for more.
func (l *Learner) enlarge(r *row) {
	room := max(2, 2*r.room)
	offset := uint32(len(l.cells))
	l.cells = append(l.cells, l.cells[r.offset:r.offset+uint32(r.n)]...)
	l.cells = append(l.cells, make([]cell, room-r.n)...)
	r.offset, r.room = offset, room
}

func (l *Learner) average(c *cell) float64 {
	return (float64(c.sum) + float64(c.weight)*float64(l.now-c.since)) / float64(l.now)
}
