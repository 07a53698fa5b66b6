package coder

import (
	"sort"
	"strings"

	"entente/record"
)

// connectives are the words that open a condition, the longest first.
var connectives = [][]string{
	{"in", "the", "event", "that"}, {"on", "the", "condition", "that"}, {"on", "condition", "that"}, {"on", "condition", "of"}, {"in", "the", "event"},
	{"in", "exchange", "for"}, {"in", "return", "for"}, {"as", "long", "as"}, {"so", "long", "as"}, {"only", "on", "condition", "that"},
	{"provided", "that"}, {"providing", "that"}, {"only", "if"}, {"only", "after"}, {"only", "when"}, {"only", "once"}, {"not", "until"},
	{"in", "case"}, {"unless"}, {"until"}, {"till"}, {"provided"}, {"assuming"}, {"once"}, {"if"},
}

// conditions finds what must happen first, for which outcome. It follows the
// order of the words: from the connective to the end of its clause, and the
// clause before or behind as outcome.
func (d *document) conditions() []record.Condition {
	out := []record.Condition{}
	for _, s := range d.sents {
		for i := 0; i < len(s.toks); i++ {
			words := s.connectiveAt(i)
			if words == nil {
				continue
			}
			if c, ok := d.condition(s, i, words); ok {
				out = append(out, c)
			}
			i += len(words) - 1
		}
		if c, ok := d.mustBefore(s); ok {
			out = append(out, c)
		}
	}
	return out
}

// mustBefore: "Pakistan must withdraw its troops before any meeting can take
// place".
func (d *document) mustBefore(s *sentence) (record.Condition, bool) {
	c := record.Condition{On: []string{}, Connective: "must before", Sentence: s.index}
	must, from := -1, 0
	for i := range s.toks {
		word := lower(s.toks[i].Form)
		switch {
		case word == "must" && must < 0:
			must, from = i, i+1
		case word == "to" && i > 0 && s.toks[i-1].Lemma == "have" && must < 0:
			must, from = i-1, i+1
		case word == "before" && must >= 0 && i > from+1:
			to := s.clauseEnd(i, i+1)
			if s.finiteIn(i+1, to) < 0 || s.noCondition(must) {
				return c, false
			}
			if head := s.subjectIn(0, must); head >= 0 {
				c.On = append(c.On, d.sidesThatAct(d.participants(s, head))...)
			}
			sort.Strings(c.On)
			c.Action, c.Outcome = d.slice(s, from, i-1), d.slice(s, i+1, to)
			return c, true
		}
	}
	return c, false
}

// connectiveAt gives the connective that starts at a token.
func (s *sentence) connectiveAt(i int) []string {
next:
	for _, words := range connectives {
		for k, w := range words {
			if i+k >= len(s.toks) || lower(s.toks[i+k].Form) != w {
				continue next
			}
		}
		return words
	}
	return nil
}

// condition writes the clause behind a connective and what hangs on it.
func (d *document) condition(s *sentence, at int, words []string) (record.Condition, bool) {
	c := record.Condition{On: []string{}, Connective: strings.Join(words, " "), Sentence: s.index}
	from := at + len(words)
	to := s.clauseEnd(at, from)
	verb := s.finiteIn(from, to)
	nominal := words[len(words)-1] == "for" || words[len(words)-1] == "of"
	if from > to || s.noCondition(at) || verb < 0 && !nominal || nominal && !s.offered(at) {
		return c, false
	}
	if (words[0] == "until" || words[0] == "till" || words[0] == "once") && !s.open(at, verb) || words[0] == "once" && s.toks[at].Rel != "mark" && at > 0 && s.toks[at-1].Form != "," {
		return c, false
	}
	if words[0] == "provided" && len(words) == 1 && s.toks[at].XPOS != "IN" && s.toks[at].Rel != "mark" {
		return c, false
	}
	start := from
	if nominal {
		c.On = d.namedIn(s, from, to, 1)
	} else {
		c.On, start = d.actsOn(s, at, from, verb, to)
	}
	sort.Strings(c.On)
	c.Action = strings.TrimSpace(d.slice(s, start, to))
	c.Outcome = d.outcome(s, at, to)
	return c, c.Action != "" && len(c.Outcome) > 0
}

// clauseEnd is the last token of the clause that a connective opens.
func (s *sentence) clauseEnd(at, from int) int {
	to := from - 1
	for i := from; i < len(s.toks); i++ {
		t := &s.toks[i]
		if t.UPOS == "PUNCT" && t.Form != "-" && t.Form != "–" && t.Form != "'" && !(t.Form == "," && s.listComma(i)) {
			if quoteMark(t.Form) && i+1 < len(s.toks) && s.quoted[min(i+1, len(s.toks)-1)] != s.quoted[max(i-1, 0)] && i > from && s.toks[i+1].UPOS != "PUNCT" && !s.quoted[at] {
				continue // words quoted inside the clause
			}
			if quoteMark(t.Form) && !s.quoted[at] {
				continue
			}
			break
		}
		if i > from+1 && (t.UPOS == "CCONJ" && s.opensClause(i) && s.finiteIn(from, i-1) >= 0 || t.Rel == "mark" && lower(t.Form) == "that" && s.toks[i-1].UPOS == "CCONJ") {
			break
		}
		to = i
	}
	for to >= from && (s.toks[to].UPOS == "CCONJ" || s.toks[to].UPOS == "PUNCT" && to == from) {
		to--
	}
	return to
}

func quoteMark(form string) bool {
	switch form {
	case "\"", "“", "”", "``", "''", "„", "«", "»":
		return true
	}
	return false
}

// listComma: a comma between things of one kind, not after a clause.
func (s *sentence) listComma(i int) bool {
	if i == 0 || i+2 >= len(s.toks) {
		return false
	}
	return s.toks[i-1].UPOS == s.toks[i+1].UPOS && s.relIs(i+1, "conj") && s.isNominal(i+1) && !s.isVerb(i-1)
}

// finiteIn gives the first finite verb or auxiliary of a stretch, −1.
func (s *sentence) finiteIn(from, to int) int {
	for i := from; i <= to && i < len(s.toks); i++ {
		switch s.toks[i].XPOS {
		case "VBZ", "VBP", "VBD", "MD":
			if s.toks[i].UPOS == "VERB" || s.toks[i].UPOS == "AUX" {
				return i
			}
		case "VB":
			if s.toks[i].UPOS == "VERB" && i > from && lower(s.toks[i-1].Form) != "to" { // a finite verb read as an infinitive
				return i
			}
		}
	}
	return -1
}

// noCondition: "as if", "even if", "if so", "if any", "asked if".
func (s *sentence) noCondition(at int) bool {
	if at > 0 {
		switch lower(s.toks[at-1].Form) {
		case "as", "even", "what", "wonder":
			return true
		}
		switch s.toks[at-1].Lemma {
		case "ask", "see", "know", "wonder", "decide", "tell", "say", "doubt", "check", "question", "asked":
			return lower(s.toks[at].Form) == "if"
		}
	}
	if at+2 < len(s.toks) && lower(s.toks[at].Form) == "if" {
		switch lower(s.toks[at+1].Form) {
		case "so", "not", "any", "anything", "ever", "only", "necessary", "possible", "there":
			return true
		}
	}
	return false
}

// open: the clause that hangs on "until" is not over: it is denied, lies ahead
// or is reported, or what it waits for is told in the present.
func (s *sentence) open(at, verb int) bool {
	if verb >= 0 && s.toks[verb].XPOS != "VBD" {
		return true
	}
	for i := range s.toks {
		switch lower(s.toks[i].Form) {
		case "not", "n't", "n’t", "no", "never", "will", "would", "cannot", "could", "must", "should", "nothing", "nobody":
			return i < at || i > verb+8
		}
	}
	return false
}

// offered: the exchange is still ahead, offered or demanded, and no deed done.
func (s *sentence) offered(at int) bool {
	v := s.governor(at)
	if v < 0 || v > at {
		for v = at - 1; v >= 0 && !s.isVerb(v); v-- {
		}
	}
	if v < 0 {
		return false
	}
	if s.toks[v].XPOS == "VBD" || s.toks[v].XPOS == "VBN" {
		switch s.toks[v].Lemma {
		case "offer", "promise", "propose", "demand", "seek", "pledge", "suggest":
			return true
		}
		return s.hasLemma(v, "will", "would", "could", "can") >= 0
	}
	return s.toks[v].XPOS != "VBG"
}

// outcome is the clause that hangs on a condition: before the connective, or
// behind the comma that closes it where it stands first.
func (d *document) outcome(s *sentence, at, to int) string {
	first := at - 1
	for first >= 0 && !s.clauseEdge(first) {
		first--
	}
	last := at - 1
	for last > first && (s.toks[last].UPOS == "PUNCT" || lower(s.toks[last].Form) == "only") {
		last--
	}
	if last-first >= 2 {
		return strings.TrimSpace(d.slice(s, first+1, last))
	}
	from := to + 1
	for from < len(s.toks) && s.toks[from].UPOS == "PUNCT" {
		from++
	}
	last = from - 1
	for i := from; i < len(s.toks) && s.toks[i].Form != ";" && !quoteMark(s.toks[i].Form); i++ {
		if s.toks[i].UPOS != "PUNCT" {
			last = i
		}
	}
	if last < from {
		return ""
	}
	return strings.TrimSpace(d.slice(s, from, last))
}

// clauseEdge: a token behind which a clause starts.
func (s *sentence) clauseEdge(i int) bool {
	t := &s.toks[i]
	switch {
	case t.Form == ";" || t.Form == ":" || quoteMark(t.Form):
		return true
	case lower(t.Form) == "that" && t.Rel == "mark":
		return true
	case t.Form == "," && i+1 < len(s.toks) && s.toks[i+1].UPOS == "CCONJ":
		return true
	case t.UPOS == "CCONJ" && i > 0 && s.toks[i-1].Form == ",":
		return true
	}
	return false
}
