package parsing

// Reverse returns the example as seen from the sentence's end. A parser
// trained on reversed examples errs elsewhere than one that reads forwards,
// so that trees on which both agree are mostly right.
func (ex *Example) Reverse() Example {
	n := len(ex.Head)
	r := Example{Nodes: ReverseNodes(ex.Nodes), Head: make([]int16, n), Rel: make([]uint8, n)}
	for i, h := range ex.Head {
		if int(h) < n {
			h = int16(n-1) - h
		}
		r.Head[n-1-i], r.Rel[n-1-i] = h, ex.Rel[i]
	}
	return r
}

// ReverseNodes turns the words round; the root stays last.
func ReverseNodes(nodes []Node) []Node {
	n := len(nodes) - 1
	r := make([]Node, n+1)
	for i := range n {
		r[n-1-i] = nodes[i]
	}
	r[n] = nodes[n]
	return r
}

// ReverseArcs turns a tree round.
func ReverseArcs(arcs []Arc) []Arc {
	n := len(arcs)
	r := make([]Arc, n)
	for i, a := range arcs {
		if a.Head >= 0 {
			a.Head = n - 1 - a.Head
		}
		r[n-1-i] = a
	}
	return r
}

// ExampleOf makes an example of a tree that a parser built.
func ExampleOf(nodes []Node, arcs []Arc) Example {
	ex := Example{Nodes: nodes, Head: make([]int16, len(arcs)), Rel: make([]uint8, len(arcs))}
	for i, a := range arcs {
		ex.Head[i], ex.Rel[i] = int16(a.Head), uint8(a.Rel)
		if a.Head < 0 {
			ex.Head[i] = int16(len(arcs))
		}
	}
	return ex
}
