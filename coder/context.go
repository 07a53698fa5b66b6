package coder

// addContexts adds to the frame's own contexts those that words around the
// act speak for: in its clause, or in the phrase of its event noun. At most
// four, the frame's first.
func (d *document) addContexts(e *event) {
	s := e.s
	from, to := int(s.lo[e.trigger]), int(s.hi[e.trigger])
	if e.clause >= 0 && e.clause != e.trigger && s.toks[e.clause].Head >= 0 {
		from, to = min(from, int(s.lo[e.clause])), max(to, int(s.hi[e.clause]))
	}
	e.contexts = d.contextsIn(s, from, to, e.contexts)
}

// contextsIn appends the contexts that a run of tokens speaks for.
func (d *document) contextsIn(s *sentence, from, to int, contexts []string) []string {
	lemma := func(i int) string {
		if i > to {
			return ""
		}
		return lower(s.toks[i].Lemma)
	}
	for i := from; i <= to; i++ {
		d.lex.Cues.At(i, lemma, func(context string) {
			if len(contexts) < 4 && !contains(contexts, context) {
				contexts = append(contexts, context)
			}
		})
	}
	return contexts
}
