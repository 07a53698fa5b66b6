package coder

// candidates are the pairs of a sentence that the lexicon leaves unjoined: the
// subject of a predicate, and who stands in its phrases and complements.
func (d *document) candidates(s *sentence) []*pair {
	var out []*pair
	for v := range s.toks {
		if !s.isVerb(v) || s.relIs(v, "amod", "compound") {
			continue
		}
		c := d.clauseOf(s, v)
		if c.inherited {
			continue
		}
		sources := d.partners(s, c.subjects)
		if len(sources) == 0 || s.quoted[v] || s.told(v) {
			continue
		}
		for _, target := range d.partnersBelow(s, v, c.subjects) {
			if d.reports(s, v) && s.governor(target.head) != v {
				continue // who is spoken of: "said that Chad …"
			}
			for _, source := range sources {
				if p := d.unjoined(s, source, target); p != nil && len(out) < maxCandidates {
					out = append(out, p)
				}
			}
		}
	}
	return out
}

// told tells whether the lexicon has a whole event, with all its sides, of
// a verb's clause: whoever else stands there is nobody it is done to. An act
// that was dropped for what it is, not for want of a side, is told as well:
// "asked his own parliament", "denied".
func (s *sentence) told(v int) bool {
	for _, e := range s.acts {
		whole := e.reciprocal || len(e.recipients) > 0
		if e.dropped != "" {
			whole = !wantsSide[e.dropped]
		}
		if whole && (e.trigger == v || e.clause == v || e.dropped == "" && s.inSubtree(e.trigger, v)) {
			return true
		}
	}
	return false
}

// wantsSide are the reasons to drop an act that say no more than that the
// lexicon found too few to take part in it.
var wantsSide = map[string]bool{"nobody it is done to": true, "nobody acts": true, "a meeting of one": true,
	"done to nobody in particular, or to one's own": true, "said by nobody in particular": true}

// maxCandidates bounds the pairs of one sentence.
const maxCandidates = 8

// unjoined makes a pair of two mentions of different sides, unless an act of
// the sentence joins the two already. An act that was dropped joins them too:
// "denied attacking" is no attack, whatever the classifier thinks.
func (d *document) unjoined(s *sentence, source, target *mention) *pair {
	a, b := source.meant()[0].key(), target.meant()[0].key()
	if a == b || target.first <= source.last && source.first <= target.last {
		return nil
	}
	for _, e := range s.acts {
		keys := append(keysOfRefs(e.actors), keysOfRefs(e.recipients)...)
		if contains(keys, a) && contains(keys, b) {
			return nil
		}
	}
	p := &pair{d: d, s: s, source: source, target: target}
	p.findPath()
	if len(p.path) > longestPath {
		return nil
	}
	return p
}

// longestPath bounds the tokens between the heads of a pair.
const longestPath = 6

// partnersBelow are the partners in the phrases and complements of a verb.
func (d *document) partnersBelow(s *sentence, v int, subjects []int) []*mention {
	var tokens []int
	for i := range s.toks {
		if s.covering[i] < 0 || d.mentions[s.covering[i]].head != i || !s.inSubtree(i, v) || s.inTime(i) {
			continue
		}
		below := false
		for _, t := range subjects {
			below = below || s.inSubtree(i, t)
		}
		if !below {
			tokens = append(tokens, i)
		}
	}
	return d.partners(s, tokens)
}

// partners are the mentions under the tokens that mean one somebody in
// particular.
func (d *document) partners(s *sentence, tokens []int) []*mention {
	var out []*mention
	for _, t := range tokens {
		m := d.mentionAt(s, t)
		if m == nil || len(m.meant()) == 0 || m.kind == pronoun && len(m.parties) == 0 {
			continue
		}
		if p := m.meant()[0]; !p.unresolvable && !p.generic {
			out = append(out, m)
		}
	}
	return out
}
