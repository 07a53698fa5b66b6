package coder

import (
	"sort"
	"strings"

	"entente/coder/lexicon"
)

// attributeQuotations finds who speaks each quotation: the source of the
// telling beside it in its sentence; else the person whose sentence quotes a
// few words; else whoever spoke last in the paragraph; else, where the
// quotation runs on or fills a paragraph, the speaker before.
func (d *document) attributeQuotations() {
	if len(d.quotes) == 0 {
		return
	}
	h := d.listen()
	for i := range d.quotes {
		q := &d.quotes[i]
		var m *mention
		if q.told = h.teller(i); q.told != nil {
			m = q.told.source
		} else {
			m = h.beforeColon(q)
		}
		if m == nil {
			m = h.behindDash(q)
		}
		if m == nil {
			m, q.scare = h.besides(q)
		}
		if m == nil {
			m = h.spokeBefore(i)
		}
		if m != nil {
			q.mention, q.speaker = m, m.parties[0]
		}
	}
}

// sentencesOver gives the range of sentences that touch a stretch of bytes.
func (d *document) sentencesOver(start, end int) (first, last int) {
	first = sort.Search(len(d.sents), func(i int) bool { return d.sents[i].end > start })
	last = sort.Search(len(d.sents), func(i int) bool { return d.sents[i].start >= end }) - 1
	if first >= len(d.sents) || last < first {
		return -1, -1
	}
	return first, last
}

// within gives the utterances of the sentences first to last.
func (h *hearing) within(first, last int) []utterance {
	from := sort.Search(len(h.said), func(i int) bool { return h.said[i].s.index >= first })
	to := sort.Search(len(h.said), func(i int) bool { return h.said[i].s.index > last })
	return h.said[from:to]
}

// teller finds the telling that stands nearest to a quotation in its own
// sentences. Another quotation between them, or a telling that stands before
// and doesn't govern the quotation, makes it further.
func (h *hearing) teller(i int) *utterance {
	d, q := h.d, &h.d.quotes[i]
	first, last := d.sentencesOver(q.start, q.end+5)
	if first < 0 {
		return nil
	}
	var best *utterance
	bestGap := 1 << 30
	near := h.within(first, last)
	for k := range near {
		u := &near[k]
		from, to := u.span()
		if u.s.start >= q.end && !h.tellsOnly(u, from-q.end) {
			continue // the next sentence tells its own
		}
		gap := 0
		switch {
		case from >= q.end:
			gap = from - q.end
			if gap > 4 && i+1 < len(d.quotes) && d.quotes[i+1].start < from {
				gap += 100
			}
		case to <= q.start:
			gap = q.start - to
			if !d.governs(u.s, u.cue, q) && !opensSpeech(d.art.Text[to:q.start]) {
				gap += 200
			}
		}
		if u.s.toks[u.cue].XPOS == "VBG" && (from >= q.end || h.kind(u.s, u.cue)&lexicon.SaysClause == 0) {
			gap += 150 // ", citing …" only adds to a telling, ", adding …" tells what follows
		}
		if m := u.s.child(u.cue, "mark"); m >= 0 && aside(u.s.toks[m].Lemma) && !d.governs(u.s, u.cue, q) {
			gap += 150 // "…", after the envoy said that …
		}
		if gap < bestGap {
			best, bestGap = u, gap
		}
	}
	return best
}

// aside: what opens a clause that tells of another occasion.
func aside(mark string) bool {
	switch mark {
	case "after", "before", "when", "since", "because", "although", "though":
		return true
	}
	return false
}

// tellsOnly: a sentence of its own that the splitter cut off a quotation:
// `"It won't hold." the minister said.`
func (h *hearing) tellsOnly(u *utterance, gap int) bool {
	return u.first < 0 && gap < 6 && len(u.s.toks) < 12 && h.kind(u.s, u.cue)&lexicon.SaysClause != 0 &&
		!strings.Contains(h.d.art.Text[u.s.start-2:u.s.start], "\n")
}

// opensSpeech: a colon or comma before the opening mark.
func opensSpeech(between string) bool {
	between = strings.TrimRight(between, " \n\"“`")
	return strings.HasSuffix(between, ":") || strings.HasSuffix(between, ",")
}

// span gives the bytes of a telling: its word and its speaker.
func (u *utterance) span() (from, to int) {
	t := &u.s.toks[u.cue]
	from, to = t.Start, t.End
	if m := u.source; m.sent == u.s && m.head-u.cue < 15 && u.cue-m.head < 15 {
		from, to = min(from, u.s.toks[m.first].Start), max(to, u.s.toks[m.last].End)
	}
	return from, to
}

// beforeColon finds the speaker of a quotation that a colon opens: "Ruiz: '…'",
// "Ruiz went further: '…'", "Her answer was short: '…'".
func (h *hearing) beforeColon(q *quotation) *mention {
	d := h.d
	before := strings.TrimRight(d.art.Text[:q.start], " \"“`'")
	first, _ := d.sentencesOver(len(before)-1, q.start)
	if first < 0 || !strings.HasSuffix(before, ":") {
		return nil
	}
	s := d.sents[first]
	_, colon := s.tokensIn(s.start, len(before))
	if m := d.mentionAt(s, 0); m != nil && m.last == colon-1 {
		return h.voice(s, m.head)
	}
	for v := 0; v < colon; v++ {
		if s.quoted[v] || !s.isVerb(v) && s.child(v, "cop") < 0 || s.relIs(v, "acl", "advcl") {
			continue
		}
		for _, t := range s.ownSubjects(v) {
			if m := h.voice(s, t); m != nil && t < colon && canSay(h, s, m) && !h.isThing(m) {
				return m
			}
		}
	}
	return nil
}

// behindDash finds who is named below a quotation: "'…' — Ana Ruiz, fisher".
func (h *hearing) behindDash(q *quotation) *mention {
	after := h.d.art.Text[q.end:]
	dash := strings.TrimLeft(after, "\"”' \n")
	name := strings.TrimLeft(dash, "—–- ")
	if len(name) == len(dash) || name == "" || len(after)-len(name) > 12 {
		return nil
	}
	start := len(h.d.art.Text) - len(name)
	if first, _ := h.d.sentencesOver(start, start+1); first >= 0 {
		s := h.d.sents[first]
		if i, _ := s.tokensIn(start, s.end); i < len(s.toks) {
			if m := h.d.mentionAt(s, i); m != nil && m.first == i && s.toks[m.head].UPOS == "PROPN" {
				return h.voice(s, m.head)
			}
		}
	}
	return nil
}

// besides finds the speaker where no word of saying is known: the subject of
// whatever verb closes the quotation (`"…," she deadpanned`), or the person
// whose sentence takes some words into quotation marks.
// That somebody's words are taken into quotation marks without a word of
// saying is told by scare.
func (h *hearing) besides(q *quotation) (m *mention, scare bool) {
	d := h.d
	first, last := d.sentencesOver(q.start, q.end+2)
	for si := first; si >= 0 && si <= last; si++ {
		s := d.sents[si]
		for v := range s.toks {
			if s.quoted[v] || !s.isVerb(v) && s.child(v, "cop") < 0 || s.toks[v].Start < q.start && !d.governs(s, v, q) {
				continue
			}
			closes := s.toks[v].Start > q.end && s.toks[v].Start-q.end < 40 && strings.ContainsAny(d.art.Text[q.end-1:q.end+1], ",?!")
			speakers := s.ownSubjects(v)
			if s.isPassive(v) && s.toks[v].Lemma == "ask" { // who was asked has not said it
				speakers = agentOf(s, v)
			}
			for _, t := range speakers {
				if s.quoted[t] {
					continue
				}
				m := h.voice(s, t)
				if m != nil && (closes || isPerson(m.parties[0])) {
					return m, !closes
				}
			}
		}
	}
	return nil, false
}

// agentOf is who a passive tells to have acted, however deep its "by" stands:
// "was described as a pretext by Oslo".
func agentOf(s *sentence, v int) []int {
	for k := v + 1; k <= int(s.hi[v]); k++ {
		if s.isNominal(k) && s.relIs(k, "obl", "nmod") && s.preposition(k) == "by" && (s.toks[k].Head == v || s.relIs(s.toks[k].Head, "obl", "xcomp", "nmod")) {
			return []int{k}
		}
	}
	return nil
}

// spokeBefore gives the last speaker before a quotation: in its paragraph, or
// in the one before where the quotation fills its own or runs on from there.
func (h *hearing) spokeBefore(i int) *mention {
	d, q := h.d, &h.d.quotes[i]
	first, _ := d.sentencesOver(q.start, q.end)
	if first < 0 {
		return nil
	}
	s := d.sents[first]
	reach := s.paragraph
	if q.continues || d.standsAlone(q) {
		reach--
	}
	var at int
	var m *mention
	if i > 0 && d.quotes[i-1].mention != nil {
		if before, _ := d.sentencesOver(d.quotes[i-1].start, d.quotes[i-1].end); before >= 0 && d.sents[before].paragraph >= reach {
			at, m = d.quotes[i-1].end, d.quotes[i-1].mention
		}
	}
	said := h.within(0, first)
	for k := len(said) - 1; k >= 0; k-- {
		u := &said[k]
		_, to := u.span()
		if u.s.title || u.s.paragraph < reach {
			break
		}
		if to <= q.start {
			if m == nil || to > at {
				m = u.source
			}
			break
		}
	}
	return m
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
	words, err := lexicon.Sayings()
	return err == nil && words[lower(s.toks[v].Lemma)]&(lexicon.SaysClause|lexicon.SaysBeside) != 0
}

// subjectMention gives who says: the verb's subject, or the participle's.
func (d *document) subjectMention(s *sentence, v int) *mention {
	c := d.clauseOf(s, v)
	for _, t := range c.subjects {
		m := d.mentionAt(s, t)
		if m == nil {
			continue
		}
		if len(m.parties) > 0 {
			return m
		}
		if refs := d.named(s, t, 0); len(refs) > 0 && !refs[0].via {
			return m.as(refs[0].party)
		}
	}
	return nil
}

// standsAlone tells whether a quotation is its whole paragraph.
func (d *document) standsAlone(q *quotation) bool {
	first, last := d.sentencesOver(q.start, q.end)
	if first < 0 {
		return false
	}
	p := d.sents[first].paragraph
	if first > 0 && d.sents[first-1].paragraph == p || last+1 < len(d.sents) && d.sents[last+1].paragraph == p {
		return false
	}
	return d.sents[first].start >= q.start-3 && d.sents[last].end <= q.end+3
}
