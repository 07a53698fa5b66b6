package atlas

// maxWords bounds the words of a surface; a linter test holds the tables to it.
const maxWords = 16

// Find appends to dst the leftmost-longest matches over the token forms of one
// sentence and returns it. Matches don't overlap. Hyphens between the words of
// a name don't count, on either side; case counts as the package comment says.
func (a *Atlas) Find(forms []string, dst []Match) []Match {
	var w walk
	w.shouting = shouting(forms)
	for i := 0; i < len(forms); {
		end, last := a.names.longest(forms, i, &w)
		if end == nil || end.article && a.names.reaches(forms, i+1, last, &w) {
			i++
			continue
		}
		dst = append(dst, Match{First: i, Last: last, Senses: end.senses, choice: end.choice})
		i = last + 1
	}
	return dst
}

// reaches tells whether a surface that begins at token i goes beyond token
// last: "the South" is no Korea in "the South African press".
func (t *trie) reaches(forms []string, i, last int, w *walk) bool {
	end, further := t.longest(forms, i, w)
	return end != nil && further > last
}

// walk is the scratch memory of one sentence.
type walk struct {
	buf      [96]byte
	caps     [maxWords]byte
	shouting bool
}

// longest gives the longest surface that begins at token i, and its last token.
func (t *trie) longest(forms []string, i int, w *walk) (best *ending, last int) {
	node, depth := int32(0), 0
	for j := i; j < len(forms); j++ {
		form := forms[j]
		if node != 0 && divider(form) {
			continue
		}
		node, depth = t.step(node, depth, form, w)
		if node == 0 {
			return best, last
		}
		if end := t.ending(node, w.caps[:depth], w.shouting); end != nil {
			best, last = end, j
		}
	}
	return best, last
}

// step walks one token on from node, word by word; node 0 comes back where the
// trie has no such way.
func (t *trie) step(node int32, depth int, form string, w *walk) (int32, int) {
	begun := false
	for rest := form; rest != ""; {
		if len(rest) > len(w.buf)/2 {
			return 0, 0 // longer than any word of a name
		}
		folded, caps, n := t.fold.piece(rest, w.buf[:0])
		rest = rest[n:]
		if len(folded) == 0 {
			continue
		}
		number, ok := t.number[string(folded)]
		if !ok || depth == maxWords {
			return 0, 0
		}
		if node == 0 {
			node = t.first[number]
		} else {
			node = t.next[uint64(node)<<32|uint64(uint32(number))]
		}
		if node == 0 {
			return 0, 0
		}
		w.caps[depth] = caps
		depth++
		begun = true
	}
	if !begun {
		return 0, 0
	}
	return node, depth
}

// ending gives the strictest surface at the node that the case of the text
// satisfies. In a headline of capitals only, an acronym that is also an
// ordinary word names nobody.
func (t *trie) ending(node int32, caps []byte, shouting bool) *ending {
	list := t.ends[node]
	for i := range list {
		if list[i].satisfied(caps) && !(shouting && list[i].choice != nil && list[i].choice.word) {
			return &list[i]
		}
	}
	return nil
}

func (e *ending) satisfied(caps []byte) bool {
	for i := 0; i < len(e.caps); i++ {
		if caps[i] < e.caps[i] {
			return false
		}
	}
	return true
}

// shouting tells whether the sentence has capital letters only.
func shouting(forms []string) bool {
	upper := 0
	for _, form := range forms {
		for i := 0; i < len(form); i++ {
			c := form[i]
			if 'a' <= c && c <= 'z' {
				return false
			}
			if 'A' <= c && c <= 'Z' {
				upper++
			}
		}
	}
	return upper > 8
}
