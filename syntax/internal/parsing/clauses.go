package parsing

// No clause modifies the noun behind it: a word that has a subject or an
// auxiliary does not depend on a noun to its right, unless that noun is a
// predicate. The treebanks break this rule once in ten thousand words, in
// phrases such as "a polluter pays policy"; without it "have increased
// meetings" is now and then taken for "increased meetings".

// signs are the sets of relations that the rule looks at.
type signs struct {
	clause    uint64 // left dependents that make a word a clause
	predicate uint64 // left dependents that make a noun a predicate
}

func (r *Relations) signs() signs {
	set := func(names ...string) (bits uint64) {
		for _, name := range names {
			if n, ok := r.numberByName[name]; ok {
				bits |= 1 << (n & 63)
			}
		}
		return bits
	}
	return signs{
		clause:    set("nsubj", "nsubj:pass", "aux", "aux:pass", "expl", "cop"),
		predicate: set("nsubj", "nsubj:pass", "aux", "cop", "case"),
	}
}

// restrict takes the left move away where the rule forbids it; the next word
// can always be shifted then.
func (g signs) restrict(s *state, nodes []Node, ok *[3]bool) {
	if !ok[left] || s.next == s.n || !nodes[s.next].Noun {
		return
	}
	top := s.stack[len(s.stack)-1]
	if s.nodes[top].lefts&g.clause != 0 && s.nodes[s.next].lefts&g.predicate == 0 {
		ok[left] = false
	}
}
