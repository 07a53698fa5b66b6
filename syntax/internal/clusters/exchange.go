package clusters

// exchange is the state of the algorithm: the classes of words and the class
// bigram counts, stored both by row and by column so that the inner loop runs
// over candidates that lie side by side.
type exchange struct {
	b      *bigrams
	k      int     // classes that words move between
	all    int     // the same with the rare words and the sentence boundary
	class  []int32 // by word number
	after  []int32 // after[d*all+c]: how often class d follows class c
	before []int32 // before[c*all+d]: the same
	total  []int32 // by class
	table  []float64
	gain   []float64
	left   []int32 // how often each class precedes the word in hand
	right  []int32
}

// newExchange starts with the most frequent words in classes of their own and
// the others dealt out in turn.
func newExchange(b *bigrams, k int) *exchange {
	all := k + 2
	x := &exchange{
		b: b, k: k, all: all,
		class: make([]int32, len(b.words)+2),
		after: make([]int32, all*all), before: make([]int32, all*all),
		total: make([]int32, all), table: logTable(), gain: make([]float64, k),
		left: make([]int32, all), right: make([]int32, all),
	}
	for w := range b.words {
		x.class[w] = int32(w % k)
	}
	x.class[b.rare], x.class[b.rare+1] = int32(k), int32(k+1)
	for v := range b.after {
		for _, n := range b.after[v] {
			c, d := x.class[v], x.class[n.word]
			x.before[int(c)*all+int(d)] += n.count
			x.after[int(d)*all+int(c)] += n.count
			x.total[c] += n.count
		}
	}
	return x
}

// round offers every word a move and returns how many took it.
func (x *exchange) round() (moved int) {
	for w := range x.b.words {
		from := x.class[w]
		self := x.take(w)
		x.move(from, -1, self)
		to := x.bestClass(from)
		x.class[w] = to
		x.move(to, 1, self)
		if to != from {
			moved++
		}
		clear(x.left)
		clear(x.right)
	}
	return moved
}

// take counts the classes around word w and how often it follows itself.
func (x *exchange) take(w int) (self int32) {
	for _, n := range x.b.before[w] {
		if int(n.word) == w {
			self = n.count
			continue
		}
		x.left[x.class[n.word]] += n.count
	}
	for _, n := range x.b.after[w] {
		if int(n.word) != w {
			x.right[x.class[n.word]] += n.count
		}
	}
	return self
}

// move adds the word in hand to a class or takes it away.
func (x *exchange) move(class, sign, self int32) {
	c, all := int(class), x.all
	n := self
	for d, count := range x.left {
		if count > 0 {
			x.before[d*all+c] += sign * count
			x.after[c*all+d] += sign * count
		}
	}
	for d, count := range x.right {
		if count > 0 {
			x.before[c*all+d] += sign * count
			x.after[d*all+c] += sign * count
			n += count
		}
	}
	x.before[c*all+c] += sign * self
	x.after[c*all+c] += sign * self
	x.total[c] += sign * n
}

// bestClass finds where the word in hand, which is in no class now, adds most
// to the likelihood; its old class wins ties.
func (x *exchange) bestClass(old int32) int32 {
	clear(x.gain)
	var n int32
	for d, count := range x.left {
		if count > 0 {
			x.addGain(x.before[d*x.all:], count)
			n += count
		}
	}
	for d, count := range x.right {
		if count > 0 {
			x.addGain(x.after[d*x.all:], count)
		}
	}
	for c := range x.gain {
		t := x.total[c]
		x.gain[c] -= 2 * (nlogn(x.table, t+n) - nlogn(x.table, t))
	}
	best := old
	for c, g := range x.gain {
		if g > x.gain[best]+1e-9 {
			best = int32(c)
		}
	}
	return best
}

// addGain adds, for every class c, what count more bigrams with it yield.
func (x *exchange) addGain(counts []int32, count int32) {
	t := x.table
	for c := range x.gain {
		n := counts[c]
		x.gain[c] += nlogn(t, n+count) - nlogn(t, n)
	}
}
