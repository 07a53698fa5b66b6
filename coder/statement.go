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

// statements collects what was said, direct and reported.
func (d *document) statements() []record.Statement {
	out := []record.Statement{}
	for i := 0; i < len(d.quotes); i++ {
		q := d.quotes[i]
		if q.speaker == nil || q.mention == nil || len(strings.Fields(d.art.Text[q.start:q.end])) < minimumQuoted {
			continue
		}
		for i+1 < len(d.quotes) && d.runsOn(&q, &d.quotes[i+1]) { // "I think," he said, "that …"
			i++
			q.end = d.quotes[i].end
		}
		first, _ := d.sentencesOver(q.start, q.end)
		st := d.statement(ref{party: q.speaker, m: q.mention}, q.start, q.end, first)
		st.Direct = true
		out = append(out, st)
	}
	for _, s := range d.sents {
		out = append(out, d.reported(s)...)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}

// runsOn: the second half of a quotation that an attribution interrupts.
func (d *document) runsOn(q, next *quotation) bool {
	if next.speaker != q.speaker || next.start-q.end > 60 {
		return false
	}
	for _, r := range d.art.Text[next.start:next.end] {
		return unicode.IsLower(r) && !strings.ContainsAny(d.art.Text[q.end:next.start], ".\n")
	}
	return false
}

// reported gives the indirect speech of a sentence: the clause under a verb of
// saying, outside quotations and not itself mostly quoted.
func (d *document) reported(s *sentence) []record.Statement {
	var out []record.Statement
	for v := range s.toks {
		if s.quoted[v] || !s.isVerb(v) || s.title && s.toks[v].Head >= 0 || !d.reportsSpeech(s, v) {
			continue
		}
		content := s.child(v, "ccomp")
		if content < 0 {
			content = d.parataxisContent(s, v)
		}
		if content < 0 {
			content = d.namingContent(s, v)
		}
		if content < 0 {
			continue
		}
		m := d.subjectMention(s, v)
		if m == nil || !speaks(m.parties[0]) {
			continue
		}
		first, last := d.spanOf(s, content, v)
		if s.relIs(content, "obj") { // "called X Y": from the object to the end of what it is called
			for _, k := range s.kids(v) {
				if int(k) > content && (s.relIs(int(k), "xcomp") || s.preposition(int(k)) == "as") {
					last = max(last, int(s.hi[k]))
				}
			}
		}
		if first < 0 || d.quotedShare(s, first, last) > 0.25 {
			continue
		}
		st := d.statement(ref{party: m.parties[0], m: m}, s.toks[first].Start, s.toks[last].End, s.index)
		st.Date = d.saidOn(s, v)
		out = append(out, st)
	}
	return out
}

// reportsSpeech: verbs that report words, not thoughts or findings.
func (d *document) reportsSpeech(s *sentence, v int) bool {
	switch s.toks[v].Lemma {
	case "believe", "think", "know", "find", "show", "recall", "observe":
		return false
	}
	return d.saysHere(s, v)
}

// speaks: who can say something.
func speaks(p *party) bool { return !p.unresolvable || p.person != "" }

// parataxisContent: "The talks failed, the minister said" — the clause that
// the verb of saying is attached to.
func (d *document) parataxisContent(s *sentence, v int) int {
	if s.toks[v].Rel == "parataxis" && s.toks[v].Head >= 0 {
		return s.toks[v].Head
	}
	return -1
}

// namingContent: "called the charge a pretext", "dismissed the claim as
// groundless" — the object, with what it is called.
func (d *document) namingContent(s *sentence, v int) int {
	switch s.toks[v].Lemma {
	case "call", "describe", "dismiss", "brand", "label", "denounce", "hail", "welcome", "praise", "condemn", "reject", "deem":
	default:
		return -1
	}
	object := s.child(v, "obj")
	if object < 0 {
		return -1
	}
	for _, k := range s.kids(v) {
		if int(k) > object && (s.relIs(int(k), "xcomp") && !s.isVerb(int(k)) || s.preposition(int(k)) == "as") {
			return object
		}
	}
	return -1
}

// spanOf gives the first and last token of a clause, without the complementiser
// and without the verb of saying that stands in it.
func (d *document) spanOf(s *sentence, content, v int) (first, last int) {
	first, last = -1, -1
	for i := range s.toks {
		if !s.inSubtree(i, content) || s.inSubtree(i, v) && !s.inSubtree(v, content) && i == v {
			continue
		}
		if s.toks[v].Head == content && s.inSubtree(i, v) {
			continue
		}
		if s.toks[i].UPOS == "PUNCT" && first < 0 {
			continue
		}
		if first < 0 && s.toks[i].Rel == "mark" && s.toks[i].Lemma == "that" {
			continue
		}
		if first < 0 {
			first = i
		}
		if s.toks[i].UPOS != "PUNCT" {
			last = i
		}
	}
	if last < first {
		return -1, -1
	}
	return first, last
}

func (d *document) quotedShare(s *sentence, first, last int) float64 {
	n := 0
	run, longest := 0, 0
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
