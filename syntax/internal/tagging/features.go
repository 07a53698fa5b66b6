package tagging

import (
	"entente/syntax/internal/linear"
	"entente/syntax/internal/words"
)

// extract lists the features of the word at i, given the tags t1 and t2 of
// the two words before it (−1 before the sentence).
func extract(f *linear.Features, ws []words.Word, i, t1, t2 int) {
	*f = (*f)[:0]
	w, p1, p2 := &ws[i], at(ws, i-1), at(ws, i-2)
	n1, n2 := at(ws, i+1), at(ws, i+2)
	T1, T2 := uint32(t1+2), uint32(t2+2)
	first := uint32(0)
	if i == 0 {
		first = 1
	}

	// The word and its neighbours.
	f.One(1, 0)
	f.One(2, w.Norm)
	f.One(3, w.Raw)
	f.One(4, p1.Norm)
	f.One(5, p2.Norm)
	f.One(6, n1.Norm)
	f.One(7, n2.Norm)
	f.Two(8, p1.Norm, w.Norm)
	f.Two(9, w.Norm, n1.Norm)
	f.Two(10, p1.Norm, n1.Norm)

	// How it is written.
	for k, s := range w.Suffix {
		f.One(11+uint64(k), s)
	}
	for k, p := range w.Prefix {
		f.One(16+uint64(k), p)
	}
	f.Two(19, w.Shape, first)
	f.Two(20, w.Shape, w.Suffix[1])
	f.Three(21, p1.Shape, w.Shape, n1.Shape)
	f.Two(35, w.Shape, T1)

	// The tags so far.
	f.One(22, T1)
	f.Two(23, T1, T2)
	f.Two(24, T1, w.Norm)
	f.Two(25, T1, w.Suffix[2])
	f.Three(36, T1, n1.Norm, w.Suffix[2])

	// The tags that are possible here and to the right.
	f.One(26, w.Class)
	f.One(27, n1.Class)
	f.Two(28, w.Class, n1.Class)
	f.Three(29, T1, w.Class, n1.Class)
	f.Two(30, n1.Class, n2.Class)
	f.Three(31, T1, T2, w.Class)
	f.Three(43, w.Class, n1.Class, n2.Class)

	// Neighbours that were never seen.
	f.One(32, p1.Suffix[2])
	f.One(33, n1.Suffix[2])
	f.Two(34, n1.Suffix[1], w.Suffix[1])

	// Distributional clusters.
	f.One(37, uint32(w.Fine))
	f.One(38, uint32(p1.Fine))
	f.One(39, uint32(n1.Fine))
	f.Two(40, uint32(w.Coarse), uint32(n1.Coarse))
	f.Two(41, uint32(w.Coarse), T1)
	f.Two(42, uint32(w.Fine), w.Suffix[1])
}

func at(ws []words.Word, i int) *words.Word {
	if i < 0 || i >= len(ws) {
		return &words.Edge
	}
	return &ws[i]
}
