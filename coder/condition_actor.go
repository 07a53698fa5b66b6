package coder

import "strings"

// actsOn gives who must act, and where the action starts: behind the subject
// where it names them.
func (d *document) actsOn(s *sentence, at, from, verb, to int) (on []string, start int) {
	start = from
	head := s.subjectIn(from, verb)
	if head < 0 {
		return []string{}, start
	}
	m := d.mentionAt(s, head)
	refs := d.participants(s, head)
	on = d.sidesThatAct(refs)
	word := lower(s.toks[head].Form)
	suffers := s.suffers(head, verb, to)
	if suffers {
		on = nil
	}
	switch {
	case len(on) > 0:
		if len(refs) > 0 && !refs[0].via {
			if last := d.phraseEnd(s, head, verb); last+1 <= to {
				start = last + 1
			}
		}
	case word == "you":
		on = d.addressee(s, head)
		start = head + 1
	case word == "other" || word == "others":
		on = d.sidesThatAct(d.partiesBefore(s, at))
	case m != nil && m.role != nil && !suffers: // "the soldiers who seized power reinstate President …"
		on = d.namedIn(s, verb, to, 1)
	case d.against(s, verb, to) != "":
		if pair := d.pairAt(s, at, 2, []string{d.against(s, verb, to)}); pair != nil {
			on = d.otherOf(pair, d.against(s, verb, to))
		}
	}
	if on == nil {
		on = []string{}
	}
	return on, start
}

// suffers: the subject of a passive is not who must act.
func (s *sentence) suffers(head, verb, to int) bool {
	if s.toks[head].Rel == "nsubj:pass" {
		return true
	}
	for i := verb; i <= to && i < verb+4; i++ {
		if s.toks[i].Rel == "aux:pass" {
			return true
		}
	}
	return false
}

// sidesThatAct gives the keys of those who can meet a condition; rebels
// without a name are the ones named last.
func (d *document) sidesThatAct(refs []ref) []string {
	var on []string
	for _, r := range refs {
		k := r.key()
		if r.unresolvable {
			continue
		}
		if i := strings.IndexByte(k, ':'); i > 0 && (r.generic || strings.HasPrefix(k, "UNK:")) {
			if k = d.lastOfKind(k[:i+1], r); k == "" {
				continue
			}
		}
		if !contains(on, k) {
			on = append(on, k)
		}
	}
	return on
}

// lastOfKind is the named group of a kind that an unnamed one means.
func (d *document) lastOfKind(kind string, r ref) string {
	if kind != "REB:" && kind != "IMG:" || r.m == nil {
		return ""
	}
	best := ""
	for _, m := range d.mentions {
		if m.sent.index > r.m.sent.index {
			break
		}
		for _, p := range m.parties {
			if strings.HasPrefix(p.id, kind) && !p.generic {
				best = p.id
			}
		}
	}
	return best
}

// subjectIn is the head of the subject before a clause's verb.
func (s *sentence) subjectIn(from, verb int) int {
	for i := from; i < verb; i++ {
		if s.relIs(i, "nsubj") {
			return i
		}
	}
	for i := verb - 1; i >= from; i-- {
		if s.isNominal(i) && s.preposition(i) == "" && s.toks[i].UPOS != "NUM" {
			return i
		}
	}
	return -1
}

// phraseEnd is the last token of a subject's phrase before the verb.
func (d *document) phraseEnd(s *sentence, head, verb int) int {
	last := head
	for _, t := range s.conjuncts(head) {
		if t > head && t < verb {
			last = t
		}
	}
	for i := last + 1; i < verb; i++ {
		if s.inSubtree(i, head) && s.toks[i].UPOS != "PUNCT" {
			last = i
		}
	}
	return last
}

// addressee is whom "you" means: the other side of the speaker's tie.
func (d *document) addressee(s *sentence, token int) []string {
	q := d.quotationAt(s.toks[token].Start)
	if q == nil || q.speaker == nil {
		return nil
	}
	speaker := tieKey(ref{party: q.speaker})
	if pair := d.pairAt(s, token, 2, []string{speaker}); pair != nil {
		return d.otherOf(pair, speaker)
	}
	return nil
}

func (d *document) otherOf(pair []string, key string) []string {
	var out []string
	for _, k := range pair {
		if k != key {
			out = append(out, k)
		}
	}
	return out
}

// partiesBefore are the sides of the main clause's subject.
func (d *document) partiesBefore(s *sentence, at int) []ref {
	for i := 0; i < at; i++ {
		if s.relIs(i, "nsubj") {
			if refs := d.participants(s, i); len(refs) > 0 {
				return refs
			}
		}
	}
	return nil
}

// namedIn gives the first sides named in a stretch.
func (d *document) namedIn(s *sentence, from, to, n int) []string {
	out := []string{}
	for i := max(from, 0); i <= to && len(out) < n; i++ {
		m := d.mentionAt(s, i)
		if m == nil || m.head != i {
			continue
		}
		for _, p := range m.meant() {
			if k := p.key(); !p.unresolvable && !p.generic && !contains(out, k) && len(out) < n {
				out = append(out, k)
			}
		}
	}
	return out
}

// against is the side that an action is taken against.
func (d *document) against(s *sentence, from, to int) string {
	for i := max(from, 0); i < to; i++ {
		if lower(s.toks[i].Form) == "against" {
			if named := d.namedIn(s, i, to, 1); len(named) > 0 {
				return named[0]
			}
		}
	}
	return ""
}
