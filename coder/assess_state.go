package coder

import "entente/coder/lexicon"

// assessStanding reads a noun that assesses a tie by being there: "mistrust
// between Rwanda and Congo". Only with its parties named or meant beside it.
func (a *assessor) assessStanding(noun int, w lexicon.Assessment) {
	s := a.s
	if !a.sided(noun) || a.unreal(noun, true) || !a.there(noun) {
		return
	}
	if h := s.toks[noun].Head; h >= 0 && s.relIs(noun, "obj") {
		for _, e := range a.d.words2(s, h) {
			if e.Of == lexicon.Ending || e.Of == lexicon.Raise {
				return
			}
		}
	}
	a.add(noun, noun, w.Level, w.Direction)
}

// sided: a phrase with "between" or "with" tells whose state it is.
func (a *assessor) sided(noun int) bool {
	s := a.s
	for _, k := range s.kids(noun) {
		if int(k) > noun && s.preposition(int(k)) == "between" {
			return true
		}
	}
	return noun+1 < len(s.toks) && lower(s.toks[noun+1].Form) == "between"
}

// there: the phrase is no aim, topic or fear: "talks on tension between".
func (a *assessor) there(noun int) bool {
	s := a.s
	if s.hasLemma(noun, "any", "no", "possible", "potential") >= 0 {
		return false
	}
	switch s.preposition(noun) {
	case "", "amid", "despite", "because of", "due to", "in", "into", "given", "after", "as":
	case "of":
		switch h := s.toks[noun].Head; {
		case h < 0:
		default:
			return statedBy[s.toks[h].Lemma] && a.there(h)
		}
	default:
		return false
	}
	h := s.toks[noun].Head
	return h < 0 || !s.relIs(noun, "obj") || s.toks[h].XPOS != "VBG" && s.toks[h].XPOS != "VB"
}

// statedBy are nouns that tell of a state as real: "a sign of", "years of".
var statedBy = map[string]bool{"sign": true, "signal": true, "year": true, "decade": true, "period": true, "era": true, "time": true, "history": true,
	"indication": true, "source": true, "month": true, "century": true, "climate": true, "atmosphere": true, "bone": true, "evidence": true, "generation": true}

// told: a turn of a tie that something shows, marks or is a sign of.
func (a *assessor) told(noun int) bool {
	s := a.s
	h := s.toks[noun].Head
	if s.hasLemma(noun, "any", "no", "possible", "potential") >= 0 || a.unreal(noun, true) || a.old(noun, 1) {
		return false
	}
	if h < 0 || s.child(noun, "cop") >= 0 {
		return true
	}
	switch {
	case s.relIs(noun, "obj"):
		return showing[s.toks[h].Lemma] && s.toks[h].XPOS != "VB"
	case s.relIs(noun, "nsubj"):
		return s.toks[h].Lemma == "be" || s.isVerb(h) && s.toks[h].Lemma != "depend" && s.toks[h].Lemma != "require"
	case s.relIs(noun, "nmod", "obl"):
		switch s.preposition(noun) {
		case "amid", "despite", "after", "following":
			return true
		case "of":
			return statedBy[s.toks[h].Lemma]
		}
	}
	return false
}

// showing verbs have as object a turn of a tie that is taken for real.
var showing = map[string]bool{"signal": true, "mark": true, "show": true, "reflect": true, "indicate": true, "herald": true, "see": true, "note": true,
	"cause": true, "bring": true, "underscore": true, "underline": true, "highlight": true, "witness": true, "reveal": true, "deal": true, "drive": true,
	"put": true, "strike": true, "cast": true, "create": true, "trigger": true, "spark": true, "provoke": true, "be": true, "remain": true, "have": true,
	"open": true, "confirm": true, "continue": true, "hail": true, "praise": true, "place": true, "suffer": true, "prompt": true, "lead": true, "inflict": true,
	"consolidate": true, "constitute": true, "represent": true, "make": true}

// assessChange reads a noun for a turn or burden of a tie: "a deterioration in
// relations", "a blow to ties", "a wedge between".
func (a *assessor) assessChange(noun int, w lexicon.Assessment) {
	s := a.s
	from := noun + len(w.Rest)
	tie := -1
	for k := from + 1; k < len(s.toks) && k < from+6 && tie < 0; k++ {
		switch {
		case s.isVerb(k) && s.toks[k].XPOS != "VBN":
			k = len(s.toks)
		case k > from+1 && tieNouns[s.toks[k].Lemma] && s.toks[from+1].UPOS == "ADP":
			tie = k
		}
	}
	if tie < 0 && s.toks[min(from+1, len(s.toks)-1)].Lemma == "between" {
		tie = noun
	}
	if tie < 0 || !a.told(noun) {
		return
	}
	a.add(tie, noun, w.Level, w.Direction)
}

// raised: what makes a state worse: "fuelled tensions between the two".
func (a *assessor) raised(noun int, w lexicon.Assessment) bool {
	s := a.s
	v := s.toks[noun].Head
	if v < 0 || !s.relIs(noun, "obj") || w.Direction != "" || s.toks[v].XPOS == "VB" || !a.done(v) {
		return false
	}
	for _, e := range a.d.words2(s, v) {
		if e.Of == lexicon.Raise && s.followedBy(v, e.Rest, 0) {
			a.add(noun, v, w.Level, e.Direction)
			return true
		}
	}
	return false
}

// attributed: "heightened tensions", "easing tensions", where they are real.
func (a *assessor) attributed(noun int, w lexicon.Assessment) {
	s := a.s
	shown := false
	for k := max(0, noun-4); k < noun; k++ {
		shown = shown || lower(s.toks[k].Form) == "amid" || statedBy[s.toks[k].Lemma] && lower(s.toks[k+1].Form) == "of"
	}
	if w.Direction != "" || !shown && !a.holds(noun) && !a.told(noun) {
		return
	}
	for k := max(0, noun-2); k < noun; k++ {
		if s.toks[k].UPOS != "ADJ" && s.toks[k].UPOS != "VERB" && s.toks[k].UPOS != "NOUN" {
			continue
		}
		for _, m := range a.d.words2(s, k) {
			if m.Of != lexicon.Motion || m.Direction != "worsening" && m.Direction != "improving" || s.toks[k].XPOS == "JJR" {
				continue
			}
			level := w.Level
			if m.Direction == "improving" {
				level = ""
			}
			a.add(noun, k, level, m.Direction)
			return
		}
	}
}

// severed: "no diplomatic relations".
func (a *assessor) severed(noun int) bool {
	s := a.s
	if s.hasLemma(noun, "diplomatic", "formal") < 0 {
		return false
	}
	if v := s.toks[noun].Head; s.hasLemma(noun, "no") >= 0 || v >= 0 && s.relIs(noun, "obj") && s.toks[v].Lemma == "have" && s.negated(v) {
		a.add(noun, noun, "hostile", "")
		return true
	}
	return false
}

// gravest: "the worst crisis between the two in decades".
func (a *assessor) gravest(noun int) bool {
	s := a.s
	for k := max(0, noun-4); k < noun; k++ {
		if t := &s.toks[k]; (t.XPOS == "JJS" || t.XPOS == "RBS") && s.inSubtree(k, noun) && t.Lemma != "late" {
			return true
		}
	}
	return false
}
