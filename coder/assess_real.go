package coder

import (
	"strings"

	"entente/calendar"
)

// raising verbs take an infinitive that is as real as they are.
func raising(lemma string) bool {
	switch lemma {
	case "appear", "seem", "begin", "start", "continue", "come", "prove", "remain", "stay", "tend":
		return true
	}
	return false
}

// unreal: what is wished, asked, denied or merely possible is no assessment.
// strict takes what will be for unreal as well.
func (a *assessor) unreal(i int, strict bool) bool {
	s := a.s
	for u, steps := i, 0; u >= 0 && steps < 10; u, steps = s.toks[u].Head, steps+1 {
		if s.unrealHere(u, strict) {
			return true
		}
		h := s.toks[u].Head
		if h < 0 {
			return false
		}
		switch {
		case s.marked(u, "to") && s.toks[u].XPOS == "VB" && !raising(s.toks[h].Lemma) && (strict || !s.expects(h)):
			return true
		case s.relIs(u, "acl"):
			return s.toks[u].Rel != "acl:relcl" && s.toks[u].XPOS == "VB"
		case s.relIs(u, "nsubj", "parataxis"):
			return false
		}
	}
	return false
}

func (s *sentence) expects(h int) bool {
	switch s.toks[h].Lemma {
	case "expect", "predict", "forecast":
		return true
	}
	return false
}

func (s *sentence) unrealHere(u int, strict bool) bool {
	for _, k := range s.kids(u) {
		k := int(k)
		switch s.toks[k].Rel {
		case "aux":
			switch lower(s.toks[k].Form) {
			case "should", "must", "would", "could", "may", "might", "'d":
				return true
			case "will", "'ll", "shall", "can":
				if strict {
					return true
				}
			}
		case "mark", "advmod":
			switch s.toks[k].Lemma {
			case "if", "unless", "whether", "until", "not", "never", "n't", "hardly", "lest":
				return true
			}
		case "det":
			if s.toks[k].Lemma == "no" {
				return true
			}
		}
	}
	return false
}

// old tells whether the clause of a token is dated more than years back; 0
// takes any clause without a date of the last year for old.
func (a *assessor) old(i int, years calendar.Day) bool {
	d, s := a.d, a.s
	if d.published.IsZero() {
		return years == 0
	}
	today := calendar.DayOf(d.published)
	dated := false
	g := s.governorOrSelf(i)
	for _, t := range s.times {
		if t.expr.Kind == calendar.Set || t.expr.Kind == calendar.Duration || s.governor(t.first) != g || s.relIs(t.last, "compound", "amod") || strings.HasPrefix(lower(s.toks[t.first].Form), "post-") {
			continue
		}
		if strings.HasPrefix(s.preposition(t.last), "since") || strings.HasPrefix(s.preposition(t.first), "since") {
			return false
		}
		iv, ok := t.expr.Resolve(d.anchor(calendar.Past))
		if !ok {
			continue
		}
		dated = true
		if iv.To < today-365*max(years, 1) {
			return true
		}
	}
	return years == 0 && !dated
}
