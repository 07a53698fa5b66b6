package coder

import (
	"sort"
	"strings"

	"entente/record"
)

// connectives open a condition; the longest that fits is reported.
var connectives = map[string]bool{"if": true, "unless": true, "until": true, "till": true, "provided": true, "provided that": true,
	"only if": true, "only after": true, "only when": true, "as long as": true, "so long as": true, "once": true, "on condition that": true,
	"in case": true, "even if": false}

// conditions finds what must happen first, for which outcome.
func (d *document) conditions() []record.Condition {
	out := []record.Condition{}
	for _, s := range d.sents {
		for v := range s.toks {
			connective, mark := d.connectiveOf(s, v)
			if connective == "" {
				continue
			}
			if c, ok := d.condition(s, v, mark, connective); ok {
				out = append(out, c)
			}
		}
		out = append(out, d.inExchange(s)...)
	}
	return out
}

// connectiveOf reads the conjunction of an adverbial clause.
func (d *document) connectiveOf(s *sentence, v int) (connective string, mark int) {
	if !s.relIs(v, "advcl", "ccomp", "acl", "parataxis", "conj") && s.toks[v].Head >= 0 {
		return "", -1
	}
	for _, k := range s.kids(v) {
		k := int(k)
		if s.toks[k].Rel != "mark" && s.toks[k].Rel != "advmod" || k > v {
			continue
		}
		word := lower(s.toks[k].Form)
		for _, f := range s.kids(k) {
			if s.toks[f].Rel == "fixed" {
				word += " " + lower(s.toks[f].Form)
			}
		}
		if k > 0 && lower(s.toks[k-1].Form) == "only" {
			word = "only " + word
		}
		if k > 0 && lower(s.toks[k-1].Form) == "even" {
			return "", -1
		}
		if word == "after" || word == "when" || word == "once" {
			continue
		}
		if connectives[word] {
			if s.relIs(v, "ccomp") { // "asked if": a question
				return "", -1
			}
			return word, k
		}
	}
	return "", -1
}

// condition writes one clause of condition and what hangs on it.
func (d *document) condition(s *sentence, v, mark int, connective string) (record.Condition, bool) {
	c := record.Condition{On: []string{}, Connective: connective, Sentence: s.index}
	verb := v
	subject := s.child(v, "nsubj")
	from, to := -1, -1
	for i := mark + 1; i <= int(s.hi[v]); i++ {
		if !s.inSubtree(i, v) || s.toks[i].UPOS == "PUNCT" && from < 0 {
			continue
		}
		if from < 0 {
			from = i
		}
		if s.toks[i].UPOS != "PUNCT" {
			to = i
		}
	}
	if from < 0 || to < from {
		return c, false
	}
	for _, t := range d.clauseOf(s, v).subjects {
		for _, r := range d.participants(s, t) {
			if !contains(c.On, r.key()) {
				c.On = append(c.On, r.key())
			}
		}
	}
	if len(c.On) > 0 && subject >= 0 && subject < verb && int(s.hi[subject]) < verb {
		from = int(s.hi[subject]) + 1
		for from < to && s.toks[from].UPOS == "PUNCT" {
			from++
		}
	}
	sort.Strings(c.On)
	c.Action = d.slice(s, from, to)
	c.Outcome = d.outcomeOf(s, v, mark)
	return c, c.Action != ""
}

// outcomeOf is the clause that a condition modifies, without the condition.
func (d *document) outcomeOf(s *sentence, v, mark int) string {
	h := s.toks[v].Head
	if h < 0 {
		return ""
	}
	top := h
	for top >= 0 && !s.isVerb(top) && s.child(top, "cop", "nsubj") < 0 && s.toks[top].Head >= 0 {
		top = s.toks[top].Head
	}
	first, last := -1, -1
	for i := range s.toks {
		if !s.inSubtree(i, top) || s.inSubtree(i, v) {
			if first >= 0 && i > top {
				break
			}
			continue
		}
		if s.toks[i].UPOS == "PUNCT" {
			continue
		}
		if i > mark && last >= 0 && last < mark { // what stands before the condition is enough
			break
		}
		if first < 0 {
			first = i
		}
		last = i
	}
	if first < 0 || last < first {
		return ""
	}
	return strings.TrimSpace(d.slice(s, first, last))
}

// inExchange: "in exchange for", "in return for" and what must be given.
func (d *document) inExchange(s *sentence) []record.Condition {
	var out []record.Condition
	for i := 0; i+2 < len(s.toks); i++ {
		if lower(s.toks[i].Form) != "in" || lower(s.toks[i+1].Form) != "exchange" && lower(s.toks[i+1].Form) != "return" || lower(s.toks[i+2].Form) != "for" {
			continue
		}
		to := i + 3
		for to < len(s.toks) && s.toks[to].UPOS != "PUNCT" {
			to++
		}
		if to <= i+3 {
			continue
		}
		c := record.Condition{On: []string{}, Connective: d.slice(s, i, i+2), Action: d.slice(s, i+3, to-1), Sentence: s.index}
		for t := i + 3; t < to; t++ {
			if m := d.mentionAt(s, t); m != nil && m.head == t {
				for _, p := range m.meant() {
					if !contains(c.On, p.key()) && len(c.On) == 0 && !p.unresolvable {
						c.On = append(c.On, p.key())
					}
				}
			}
		}
		if g := s.governor(i + 1); g >= 0 {
			first := int(s.lo[g])
			if first < i {
				c.Outcome = d.slice(s, first, i-1)
			}
		}
		out = append(out, c)
	}
	return out
}
