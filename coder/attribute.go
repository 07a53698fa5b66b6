package coder

import (
	"entente/coder/lexicon"
)

// attributeQuotations finds who speaks each quotation: the subject of the
// verb of saying beside it, else whoever spoke last in the paragraph, else,
// where the quotation runs on, the speaker of the paragraph before.
func (d *document) attributeQuotations() {
	for i := range d.quotes {
		q := &d.quotes[i]
		if m := d.sayer(q); m != nil {
			q.mention, q.speaker = m, m.parties[0]
			continue
		}
		if i > 0 && d.quotes[i-1].speaker != nil && (q.continues || d.sameParagraph(d.quotes[i-1].end, q.start) || d.standsAlone(q) && d.adjacentParagraph(d.quotes[i-1].end, q.start)) {
			q.mention, q.speaker = d.quotes[i-1].mention, d.quotes[i-1].speaker
		}
	}
}

// sentencesOver gives the range of sentences that touch a stretch of bytes.
func (d *document) sentencesOver(start, end int) (first, last int) {
	first, last = -1, -1
	for _, s := range d.sents {
		if s.end > start && s.start < end {
			if first < 0 {
				first = s.index
			}
			last = s.index
		}
	}
	return first, last
}

// sayer finds the mention that a quotation's own sentence names as speaker.
func (d *document) sayer(q *quotation) *mention {
	first, last := d.sentencesOver(q.start, q.end+2)
	if first < 0 {
		return nil
	}
	var best *mention
	bestGap := 1 << 30
	for si := first; si <= last; si++ {
		s := d.sents[si]
		for v := range s.toks {
			if s.quoted[v] || !d.saysHere(s, v) {
				continue
			}
			m := d.subjectMention(s, v)
			if m == nil || len(m.parties) == 0 {
				continue
			}
			gap := s.toks[v].Start - q.end
			if gap < 0 {
				gap = q.start - s.toks[v].End
				if gap < 0 {
					gap = 0
				}
				if !d.governs(s, v, q) {
					gap += 200
				}
			}
			if gap < bestGap {
				best, bestGap = m, gap
			}
		}
	}
	if best == nil {
		return d.accordingTo(first, last)
	}
	return best
}

// governs tells whether a verb stands over some word of the quotation.
func (d *document) governs(s *sentence, v int, q *quotation) bool {
	for i := range s.toks {
		if s.toks[i].Start >= q.start && s.toks[i].End <= q.end {
			return s.inSubtree(i, v)
		}
	}
	return false
}

// saysHere tells whether a token is a verb of saying.
func (d *document) saysHere(s *sentence, v int) bool {
	if !s.isVerb(v) {
		return false
	}
	for _, op := range d.lex.Operators[lower(s.toks[v].Lemma)] {
		if op.Effect == lexicon.Report && op.With == "" {
			return true
		}
	}
	switch s.toks[v].Lemma {
	case "insist", "urge", "ask", "demand", "quote", "reply", "answer", "warn", "pledge", "vow", "promise", "joke", "quip", "tweet", "post",
		"complain", "caution", "lament", "conclude", "continue", "respond", "announce", "deny", "allege", "call", "describe", "express", "cite",
		"suggest", "propose", "criticize", "criticise", "condemn", "denounce", "accuse", "praise", "welcome", "hail", "agree", "thank", "tell":
		return true
	}
	return false
}

// subjectMention gives who says: the verb's subject, or the participle's.
func (d *document) subjectMention(s *sentence, v int) *mention {
	c := d.clauseOf(s, v)
	tokens := c.subjects
	if c.passive && len(tokens) == 0 && s.toks[v].Lemma == "quote" {
		for _, o := range c.objects {
			tokens = append(tokens, o.token)
		}
	}
	for _, t := range tokens {
		m := d.mentionAt(s, t)
		if m == nil {
			continue
		}
		if len(m.parties) > 0 {
			return m
		}
		if refs := d.named(s, t, 0); len(refs) > 0 && !refs[0].via {
			return &mention{sent: s, first: m.first, last: m.last, head: m.head, kind: m.kind, parties: []*party{refs[0].party}, role: m.role}
		}
	}
	return nil
}

// accordingTo: "according to the minister".
func (d *document) accordingTo(first, last int) *mention {
	for si := first; si <= last; si++ {
		s := d.sents[si]
		for i := range s.toks {
			if s.preposition(i) == "according to" {
				if m := d.mentionAt(s, i); m != nil && len(m.parties) > 0 {
					return m
				}
			}
		}
	}
	return nil
}

func (d *document) paragraphAt(at int) int {
	p := 0
	for _, s := range d.sents {
		if s.start > at {
			break
		}
		p = s.paragraph
	}
	return p
}

func (d *document) sameParagraph(a, b int) bool { return d.paragraphAt(a) == d.paragraphAt(b) }

func (d *document) adjacentParagraph(a, b int) bool { return d.paragraphAt(b)-d.paragraphAt(a) == 1 }

// standsAlone tells whether a quotation is its whole paragraph.
func (d *document) standsAlone(q *quotation) bool {
	first, last := d.sentencesOver(q.start, q.end)
	if first < 0 {
		return false
	}
	p := d.sents[first].paragraph
	for _, s := range d.sents {
		if s.paragraph == p && (s.index < first || s.index > last) {
			return false
		}
	}
	return d.sents[first].start >= q.start-3 && d.sents[last].end <= q.end+3
}
