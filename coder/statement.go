package coder

import (
	"sort"
	"strings"
	"unicode"

	"entente/calendar"
	"entente/record"
)

// minimumQuoted is the number of words under which a quotation is a quoted
// expression rather than a statement.
const minimumQuoted = 4

// mostlyQuoted is the share of quoted words from which what is said counts as
// a direct quotation, though a clause leads into it.
const mostlyQuoted = 0.4

// statements collects what was said, direct and reported. Words quoted inside
// a reported clause belong to it.
func (d *document) statements() []record.Statement {
	out := []record.Statement{}
	h := d.listen()
	inside := make([]bool, len(d.quotes))
	for i := range h.said {
		u := &h.said[i]
		if u.first < 0 || h.retold(i) || d.quotedShare(u.s, u.first, u.last) > mostlyQuoted {
			continue
		}
		start, end := u.s.toks[u.first].Start, u.s.toks[u.last].End
		d.markInside(inside, start, end)
		st := d.statement(ref{party: u.source.parties[0], m: u.source}, start, end, u.s.index)
		if said := d.saidOn(u.s, u.cue); said != nil {
			st.Date = said
		}
		out = append(out, st)
	}
	out = d.directStatements(inside, out)
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}

// directStatements adds the quotations that stand for themselves.
func (d *document) directStatements(inside []bool, out []record.Statement) []record.Statement {
	for i := 0; i < len(d.quotes); i++ {
		q := d.quotes[i]
		if q.speaker == nil || q.mention == nil || q.scare || inside[i] {
			continue
		}
		for i+1 < len(d.quotes) && !inside[i+1] && d.runsOn(&q, &d.quotes[i+1]) { // "I think," he said, "that …"
			i++
			q.end = d.quotes[i].end
		}
		if len(strings.Fields(d.art.Text[q.start:q.end])) < minimumQuoted {
			continue
		}
		first, _ := d.sentencesOver(q.start, q.end)
		if first < 0 {
			continue
		}
		st := d.statement(ref{party: q.speaker, m: q.mention}, q.start, q.end, first)
		st.Direct = true
		out = append(out, st)
	}
	return out
}

// markInside notes the quotations that lie in a stretch of bytes.
func (d *document) markInside(inside []bool, start, end int) {
	from := sort.Search(len(d.quotes), func(i int) bool { return d.quotes[i].end > start })
	for i := from; i < len(d.quotes) && d.quotes[i].start < end; i++ {
		inside[i] = true
	}
}

// retold: what is said is only that somebody else said something: "the Kremlin
// said Putin had told both that …" is Putin's statement; and one sentence told
// twice ("said in a statement saying …") is one.
func (h *hearing) retold(i int) bool {
	u := &h.said[i]
	for j := i + 1; j < len(h.said) && h.said[j].s == u.s; j++ {
		o := &h.said[j]
		if o.first >= 0 && o.cue >= u.first && o.cue <= u.last && u.s.relIs(o.cue, "ccomp") && u.s.toks[o.cue].Head == u.cue &&
			o.source.parties[0].country == u.source.parties[0].country {
			return true
		}
	}
	for j := i - 1; j >= 0 && h.said[j].s == u.s; j-- {
		if o := &h.said[j]; o.first == u.first && o.last == u.last {
			return true
		}
	}
	return false
}

// runsOn: the second half of a quotation that an attribution interrupts.
func (d *document) runsOn(q, next *quotation) bool {
	if next.speaker != q.speaker || next.start-q.end > 80 || q.end < 1 {
		return false
	}
	between := strings.TrimRight(d.art.Text[q.end:next.start], " \"“`")
	if strings.Contains(between, "\n") {
		return false
	}
	if strings.HasSuffix(between, ",") && d.art.Text[q.end-1] == ',' {
		return true
	}
	for _, r := range d.art.Text[next.start:next.end] {
		return unicode.IsLower(r) && !strings.HasSuffix(between, ".")
	}
	return false
}

// quotedShare is the share of quoted words of a stretch, 0 where only an
// expression is quoted.
func (d *document) quotedShare(s *sentence, first, last int) float64 {
	n := 0
	run, longest := 0, 0
	if end := s.lastQuoted(first, last); end >= first && s.toks[end].Form == "," {
		last = end // a comma within the marks ends what is said: what follows only adds to it
	}
	for i := first; i <= last; i++ {
		if s.quoted[i] {
			n++
			run++
			longest = max(longest, run)
		} else {
			run = 0
		}
	}
	if longest < minimumQuoted {
		return 0
	}
	return float64(n) / float64(last-first+1)
}

// lastQuoted is the last quoted token of a stretch, −1 if none is.
func (s *sentence) lastQuoted(first, last int) int {
	for ; last >= first; last-- {
		if s.quoted[last] {
			return last
		}
	}
	return -1
}

// saidOn dates an utterance by the time words of its verb.
func (d *document) saidOn(s *sentence, v int) *record.Date {
	for _, t := range s.times {
		if t.expr.Kind > calendar.Time || s.governor(t.first) != v {
			continue
		}
		if iv, ok := t.expr.Resolve(d.anchor(calendar.Past)); ok {
			return intervalOf(iv, d.art.Text[t.expr.Start:t.expr.End])
		}
	}
	return nil
}

// statement fills in what every statement has.
func (d *document) statement(speaker ref, start, end, sent int) record.Statement {
	s := d.sents[sent]
	st := record.Statement{Speaker: d.participant(speaker), Text: d.art.Text[start:end], Start: start, End: end, Sentence: sent}
	first, last := d.sentencesOver(start, end)
	contexts := []string{}
	var stance float64
	for si := first; si >= 0 && si <= last; si++ {
		from, to := d.sents[si].tokensIn(start, end)
		if from <= to {
			contexts = d.contextsIn(d.sents[si], from, to, contexts)
			stance += d.stance(d.sents[si], from, to)
		}
	}
	st.Contexts, st.Stance = contexts, clamp(stance)
	st.About = d.about(speaker.party, start, end, s)
	if st.Date == nil {
		for v := range s.toks {
			if d.saysHere(s, v) && !s.quoted[v] {
				if st.Date = d.saidOn(s, v); st.Date != nil {
					break
				}
			}
		}
	}
	return st
}

// tokensIn gives the tokens of a sentence inside a stretch of bytes.
func (s *sentence) tokensIn(start, end int) (from, to int) {
	from, to = len(s.toks), -1
	for i := range s.toks {
		if s.toks[i].Start >= start && s.toks[i].End <= end {
			from, to = min(from, i), i
		}
	}
	return from, to
}

func clamp(x float64) float64 { return max(-1, min(1, x)) }

// stance adds up how the words of a stretch speak of a tie.
func (d *document) stance(s *sentence, from, to int) float64 {
	sum := 0.0
	for i := from; i <= to; i++ {
		w, ok := d.lex.Stance[lower(s.toks[i].Lemma)]
		if !ok {
			continue
		}
		if s.negated(i) {
			w = -w
		}
		sum += w
	}
	return sum
}

// negated tells whether a word or the verb over it is negated.
func (s *sentence) negated(i int) bool {
	for steps := 0; i >= 0 && steps < 3; i, steps = s.toks[i].Head, steps+1 {
		if s.hasLemma(i, "not", "never", "no", "n't", "without") >= 0 {
			return true
		}
		if s.isVerb(i) {
			return false
		}
	}
	return false
}

// about gives the states whose tie a stretch of text is about: those it names;
// where it names fewer than two, the speaker's own and those spoken of before.
func (d *document) about(speaker *party, start, end int, s *sentence) []string {
	var codes []string
	add := func(p *party) {
		if p.country != "" && !contains(codes, p.country) {
			codes = append(codes, p.country)
		}
	}
	for _, m := range d.mentions {
		if at := m.sent.toks[m.first].Start; at >= start && at < end {
			for _, p := range m.meant() {
				if m.kind != pronoun {
					add(p)
				}
			}
		}
	}
	if len(codes) < 2 {
		size := 2
		if strings.Contains(d.art.Text[start:end], "three") {
			size = 3
		}
		if len(codes) == 1 && speaker.country != "" && codes[0] != speaker.country {
			add(speaker)
		} else {
			for _, p := range d.partners(size, codes, speaker, s) {
				add(p)
			}
		}
	}
	sort.Strings(codes)
	return list(codes)
}

// partners gives the last group of that size spoken of before a sentence that
// agrees with what is known of it.
func (d *document) partners(size int, codes []string, speaker *party, s *sentence) []*party {
	for _, own := range [2]bool{true, false} {
		for i := len(d.focus) - 1; i >= 0; i-- {
			f := &d.focus[i]
			if f.sent > s.index || len(f.parties) != size {
				continue
			}
			ok := true
			for _, c := range codes {
				ok = ok && groupHas(f.parties, c)
			}
			if ok && (!own || groupHas(f.parties, speaker.country)) {
				return f.parties
			}
		}
	}
	return nil
}

func groupHas(ps []*party, country string) bool {
	for _, p := range ps {
		if p.country == country {
			return true
		}
	}
	return false
}
