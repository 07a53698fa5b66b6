package coder

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/coder/lexicon"
	"entente/record"
	"entente/syntax"
)

// attribution is whose words, thoughts or plans a stretch of text gives, on its
// way to the record.
type attribution struct {
	s       *sentence // of the cue, or of the content where there is none
	cue     int       // token, −1 where none stands beside the content
	source  record.Span
	speaker *party
	content []record.Span
	nested  bool // its cue stands within the content of another
}

// attributing collects the attributions of a text.
type attributing struct {
	d     *document
	h     *hearing
	words map[string]lexicon.Attributing
	out   []attribution
	cues  map[*syntax.Token]bool // those of the utterances
}

// attributions are everything with a source: what was said (the utterances and
// the quotations), then what somebody is told to think, want or criticise.
func (d *document) attributions() []record.Attribution {
	words, err := lexicon.Attributings()
	if err != nil {
		return []record.Attribution{}
	}
	a := &attributing{d: d, h: d.listen(), words: words, cues: map[*syntax.Token]bool{}}
	a.spoken()
	a.held()
	a.dropNested()
	a.takenUp()
	out := make([]record.Attribution, 0, len(a.out))
	for i := range a.out {
		if len(a.out[i].content) > 0 {
			out = append(out, a.write(&a.out[i]))
		}
	}
	slices.SortStableFunc(out, func(x, y record.Attribution) int {
		return cmp.Compare(x.Content[0].Start, y.Content[0].Start)
	})
	return out
}

// spoken takes the utterances over, and gives each the quotations that it
// tells. A quotation that nothing beside it tells runs on from the one before
// where that has the same speaker and paragraph.
func (a *attributing) spoken() {
	d := a.d
	at := map[*utterance]int{}
	for i := range a.h.said {
		u := &a.h.said[i]
		at[u] = len(a.out)
		t := attribution{s: u.s, cue: u.cue, source: d.phrase(u.source.sent, u.source.head, u.cue, u.s), speaker: u.source.parties[0]}
		if u.first >= 0 {
			t.content = d.around(u)
		}
		a.out = append(a.out, t)
		a.cues[&u.s.toks[u.cue]] = true
	}
	last, lastSentence := -1, -1
	for i := range d.quotes {
		q := &d.quotes[i]
		first, _ := d.sentencesOver(q.start, q.end)
		if q.mention == nil || first < 0 || q.scare || q.told == nil && onlyName(d.art.Text[q.start:q.end]) {
			last = -1
			continue
		}
		k, ok := at[q.told]
		switch {
		case ok && a.saidByAnother(q, first):
			continue
		case ok:
		case last >= 0 && a.out[last].speaker == q.speaker && d.sents[lastSentence].paragraph == d.sents[first].paragraph:
			k = last
		default:
			k = len(a.out)
			a.out = append(a.out, attribution{s: d.sents[first], cue: -1, source: d.phrase(q.mention.sent, q.mention.head, -1, nil), speaker: q.speaker})
		}
		a.out[k].content = addSpan(a.out[k].content, record.Span{Start: q.start, End: q.end})
		last, lastSentence = k, first
	}
	for i := range a.out {
		if t := &a.out[i]; len(t.content) == 0 && t.cue >= 0 && t.s.isVerb(t.cue) {
			if first, last := a.governed(t.s, t.cue); first >= 0 {
				t.content = []record.Span{d.said(t.s, first, last)}
			}
		}
	}
}

// saidByAnother: a quotation within the clause of a telling that isn't the one
// found nearest to it.
func (a *attributing) saidByAnother(q *quotation, sent int) bool {
	near := a.h.within(sent, sent)
	for i := range near {
		if u := &near[i]; u != q.told && u.covers(q) {
			return !q.told.covers(q)
		}
	}
	return false
}

// covers: the quotation stands within the clause that is told.
func (u *utterance) covers(q *quotation) bool {
	return u.first >= 0 && u.s.toks[u.first].Start <= q.start && u.s.toks[u.last].End >= q.end
}

// around is what an utterance says, without the telling that interrupts it.
func (d *document) around(u *utterance) []record.Span {
	first, last := u.cue, telling(u.s, u.cue)
	if m := u.source; m.sent == u.s && m.first < u.cue && u.cue-m.first < 12 {
		first = m.first
	}
	if first <= u.first || last >= u.last {
		return []record.Span{d.said(u.s, u.first, u.last)}
	}
	var out []record.Span
	if from, to := trim(u.s, u.first, first-1); from >= 0 {
		out = append(out, d.said(u.s, from, to))
	}
	if from, to := trim(u.s, last+1, u.last); from >= 0 {
		out = append(out, d.said(u.s, from, to))
	}
	return out
}

// dropNested leaves out what is told within what somebody says or thinks: that
// voters are angry is the view of whoever says so, and the telling of it a part
// of the words that are given already.
func (a *attributing) dropNested() {
	type place struct {
		start, end, of int
	}
	var contents, cues []place
	for i := range a.out {
		t := &a.out[i]
		for _, c := range t.content {
			contents = append(contents, place{c.Start, c.End, i})
		}
		if t.cue >= 0 {
			cues = append(cues, place{t.s.toks[t.cue].Start, 0, i})
		}
	}
	byStart := func(x, y place) int { return cmp.Compare(x.start, y.start) }
	slices.SortStableFunc(contents, byStart)
	slices.SortStableFunc(cues, byStart)
	far, next := [2]place{{of: -1}, {of: -1}}, 0 // the two that reach furthest, of different attributions
	for _, cue := range cues {
		for ; next < len(contents) && contents[next].start <= cue.start; next++ {
			switch c := contents[next]; {
			case c.of == far[0].of:
				far[0].end = max(far[0].end, c.end)
			case c.end > far[0].end:
				far[0], far[1] = c, far[0]
			case c.end > far[1].end:
				far[1] = c
			}
		}
		if t := &a.out[cue.of]; lower(t.s.toks[t.cue].Form) == "according" { // it stands outside of what is said before it, however far the tree goes
			continue
		}
		if far[0].of != cue.of && far[0].end > cue.start || far[1].of != cue.of && far[1].end > cue.start {
			a.out[cue.of].nested = true
		}
	}
	a.out = slices.DeleteFunc(a.out, func(t attribution) bool { return t.nested })
}

// takenUp adds the words that a sentence takes from somebody into quotation
// marks without a word of saying, where nothing else accounts for them: "he left
// the talks over a 'breach of trust'". One word so marked may be anybody's.
func (a *attributing) takenUp() {
	d := a.d
	var contents []record.Span
	for i := range a.out {
		contents = append(contents, a.out[i].content...)
	}
	slices.SortFunc(contents, func(x, y record.Span) int { return cmp.Compare(x.Start, y.Start) })
	next, reach := 0, 0
	for i := range d.quotes {
		q := &d.quotes[i]
		for ; next < len(contents) && contents[next].Start < q.end; next++ {
			reach = max(reach, contents[next].End)
		}
		first, _ := d.sentencesOver(q.start, q.end)
		if !q.scare || q.mention == nil || first < 0 || reach > q.start || onlyName(d.art.Text[q.start:q.end]) {
			continue
		}
		a.out = append(a.out, attribution{s: d.sents[first], cue: -1, speaker: q.speaker, content: []record.Span{{Start: q.start, End: q.end}},
			source: d.phrase(q.mention.sent, q.mention.head, -1, nil)})
	}
}

// onlyName: one word in quotation marks, or several that all begin with a
// capital, are what something is called.
func onlyName(words string) bool {
	fields := strings.Fields(words)
	for _, w := range fields {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) && len(w) > 3 {
			return len(fields) < 2
		}
	}
	return true
}

// addSpan adds what was quoted to what was said, in the order of the text; what
// lies within it is there already.
func addSpan(spans []record.Span, s record.Span) []record.Span {
	for i, o := range spans {
		if o.Start < s.End && s.Start < o.End {
			spans[i] = record.Span{Start: min(o.Start, s.Start), End: max(o.End, s.End)}
			return spans
		}
	}
	spans = append(spans, s)
	slices.SortFunc(spans, func(x, y record.Span) int { return cmp.Compare(x.Start, y.Start) })
	return spans
}

// said is the text under a run of tokens, with the "that" before it.
func (d *document) said(s *sentence, first, last int) record.Span {
	if first > 0 && s.toks[first-1].Lemma == "that" && s.toks[first-1].Rel == "mark" {
		first--
	}
	return record.Span{Start: s.toks[first].Start, End: s.toks[last].End}
}

// phrase is the whole noun phrase over a token, its appositions and relative
// clauses included, as far as it stands on one side of the cue in its sentence.
func (d *document) phrase(s *sentence, head, cue int, cueIn *sentence) record.Span {
	first, last := head, head
	if m := d.mentionAt(s, head); m != nil {
		first, last = min(first, m.first), max(last, m.last)
	}
	if s.isNominal(head) || s.toks[head].Form == "%" {
		for _, k := range s.kids(head) {
			if s.relIs(int(k), "det", "amod", "compound", "flat", "nummod", "nmod", "appos", "acl", "case", "advmod", "conj") && (!s.relIs(int(k), "conj") || s.isNominal(int(k))) {
				first, last = min(first, int(s.lo[k])), max(last, int(s.hi[k]))
			}
		}
	}
	if s == cueIn {
		if cue > head {
			last = min(last, cue-1)
		} else if cue >= 0 {
			first = max(first, cue+1)
		}
	}
	for i := head + 1; i <= last; i++ {
		if s.toks[i].Form == ":" || s.quoted[i] && !s.quoted[head] && s.quoted[last] {
			last = i - 1
		}
	}
	for first < head && (s.toks[first].UPOS == "PUNCT" || s.toks[first].UPOS == "ADP") {
		first++
	}
	for last > head && (s.toks[last].UPOS == "PUNCT" && s.toks[last].Form != ")" || s.toks[last].UPOS == "AUX") {
		last--
	}
	return record.Span{Start: s.toks[first].Start, End: s.toks[last].End}
}

// write makes the record's form of an attribution.
func (a *attributing) write(t *attribution) record.Attribution {
	out := record.Attribution{Content: t.content, Sentence: t.s.index, Quoted: a.d.quotedness(t.content)}
	if t.source.End > 0 {
		out.Source = &t.source
	}
	if t.speaker != nil {
		out.Speaker = text(t.speaker.name)
	}
	if t.cue >= 0 {
		span := cueSpan(t.s, t.cue)
		out.Cue = &span
	}
	return out
}

// cueSpan is a word of saying with its auxiliaries and negation; a verb's
// "according" has its "to".
func cueSpan(s *sentence, cue int) record.Span {
	first, last := cue, cue
	for first > 0 && s.toks[first-1].Head == cue && s.relIs(first-1, "aux", "advmod", "cop") && (s.toks[first-1].UPOS != "ADV" || first > 1 && s.relIs(first-2, "aux") && s.toks[first-2].Head == cue) {
		first--
	}
	if lower(s.toks[cue].Form) == "according" && cue+1 < len(s.toks) {
		last++
	}
	return record.Span{Start: s.toks[first].Start, End: s.toks[last].End}
}

// quotedness tells whether all, some or none of the words of spans stand in
// quotation marks.
func (d *document) quotedness(spans []record.Span) string {
	inside, outside := false, false
	for _, span := range spans {
		at := span.Start
		i, _ := slices.BinarySearchFunc(d.quotes, span.Start, func(q quotation, start int) int { return cmp.Compare(q.end, start+1) })
		for ; i < len(d.quotes) && d.quotes[i].start < span.End; i++ {
			inside = true
			outside = outside || hasLetter(d.art.Text[min(at, d.quotes[i].start):d.quotes[i].start])
			at = d.quotes[i].end
		}
		outside = outside || hasLetter(d.art.Text[min(at, span.End):span.End])
	}
	switch {
	case inside && outside:
		return "mixed"
	case inside:
		return "direct"
	}
	return "indirect"
}

func hasLetter(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 0xBF && r < 0x2000 })
}
