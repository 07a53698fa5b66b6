package coder

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/calendar"
	"entente/coder/lexicon"
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
	tied := d.ties()
	inside := make([]bool, len(d.quotes))
	for i := range h.said {
		u := &h.said[i]
		if u.first < 0 || h.retold(i) || d.quotedShare(u.s, u.first, u.last) > mostlyQuoted {
			continue
		}
		start, end := u.s.toks[u.first].Start, u.s.toks[u.last].End
		d.markInside(inside, start, end)
		st := d.statement(tied, ref{party: u.source.parties[0], m: u.source}, start, end, u.s.index)
		cue := cueSpan(u.s, u.cue)
		st.Cue = &cue
		st.Denied = h.kind(u.s, u.cue)&lexicon.SaysNot != 0 && !u.s.negated(u.cue)
		if said := d.saidOn(u.s, u.cue, u.first, u.last); said != nil {
			st.Date = said
		}
		out = append(out, st)
	}
	out = d.directStatements(tied, inside, out)
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}

// directStatements adds the quotations that stand for themselves.
func (d *document) directStatements(tied *ties, inside []bool, out []record.Statement) []record.Statement {
	for i := 0; i < len(d.quotes); i++ {
		q := d.quotes[i]
		if q.speaker == nil || q.mention == nil || q.scare || inside[i] {
			continue
		}
		for i+1 < len(d.quotes) && !inside[i+1] && d.runsOn(&q, &d.quotes[i+1]) { // "I think," he said, "that …"
			i++
			q.end = d.quotes[i].end
		}
		if words := strings.Fields(d.art.Text[q.start:q.end]); len(words) < minimumQuoted || headed(words) {
			continue
		}
		first, _ := d.sentencesOver(q.start, q.end)
		if first < 0 {
			continue
		}
		st := d.statement(tied, ref{party: q.speaker, m: q.mention}, q.start, q.end, first)
		st.Direct = true
		if q.told != nil {
			cue := cueSpan(q.told.s, q.told.cue)
			st.Cue = &cue
		}
		out = append(out, st)
	}
	return out
}

// headed: all longer words begin with a capital, so it is the name of a book
// or a broadcast, not speech.
func headed(words []string) bool {
	long := 0
	for _, w := range words {
		if len(w) < 4 {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) || unicode.IsDigit(r) {
			return false
		}
		long++
	}
	return long > 1
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
	words := 0
	for i := first; i <= last; i++ {
		if s.toks[i].UPOS == "PUNCT" {
			continue
		}
		words++
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
	return float64(n) / float64(words)
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

// saidOn dates an utterance by the time words of its verb: those the tree
// hangs to it, or that stand between it and the next verb, outside of what is
// said (tokens first to last).
func (d *document) saidOn(s *sentence, v, first, last int) *record.Date {
	for _, t := range s.times {
		if t.expr.Kind > calendar.Time || s.quoted[t.first] || first >= 0 && t.first >= first && t.last <= last {
			continue
		}
		if s.governor(t.first) != v && !besideVerb(s, v, t.first) {
			continue
		}
		if iv, ok := t.expr.Resolve(d.anchor(calendar.Past)); ok {
			return intervalOf(iv, d.art.Text[t.expr.Start:t.expr.End])
		}
	}
	return nil
}

// besideVerb: no other verb stands between a verb and a token, and none
// quoted words.
func besideVerb(s *sentence, v, i int) bool {
	for k := min(v, i) + 1; k < max(v, i); k++ {
		if s.isVerb(k) || s.quoted[k] || s.toks[k].Form == ";" {
			return false
		}
	}
	return true
}

// spokenOn dates words by what their speaker is told to have done before in
// the same paragraph: "Abbott told parliament on Tuesday that … "…," he said."
func (d *document) spokenOn(speaker *party, s *sentence) *record.Date {
	for si := s.index; si >= 0 && s.index-si < 6 && d.sents[si].paragraph == s.paragraph; si-- {
		o := d.sents[si]
		for i := len(o.toks) - 1; i >= 0; i-- {
			m := d.mentionAt(o, i)
			if m == nil || m.head != i || len(m.parties) != 1 || m.parties[0].name != speaker.name || o.quoted[i] || !o.relIs(i, "nsubj") {
				continue
			}
			if v := o.toks[i].Head; v >= 0 && o.isVerb(v) {
				if date := d.saidOn(o, v, -1, -1); date != nil {
					return date
				}
			}
		}
	}
	return nil
}

// statement fills in what every statement has.
func (d *document) statement(tied *ties, speaker ref, start, end, sent int) record.Statement {
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
	st.About = d.about(tied, speaker.party, start, end)
	for v := range s.toks {
		if st.Date == nil && d.saysHere(s, v) && !s.quoted[v] {
			st.Date = d.saidOn(s, v, -1, -1)
		}
	}
	if st.Date == nil {
		st.Date = d.spokenOn(speaker.party, s)
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
