package coder

import (
	"strings"

	"entente/calendar"
	"entente/coder/lexicon"
	"entente/record"
)

// assessor collects what a text says of ties.
type assessor struct {
	d   *document
	s   *sentence
	out []record.Assessment
}

// assessments finds what the text itself says of a tie between parties it
// names or means: words of assess.tsv that modify a word for the tie or are
// said of it. What is wished, feared or only possible is left out.
func (d *document) assessments() []record.Assessment {
	a := assessor{d: d, out: []record.Assessment{}}
	for _, s := range d.sents {
		a.s = s
		for i := range s.toks {
			if s.toks[i].UPOS != "NOUN" && s.toks[i].UPOS != "PROPN" {
				continue
			}
			if tieNouns[s.toks[i].Lemma] {
				a.assessTie(i)
				continue
			}
			for _, w := range d.words2(s, i) {
				if w.Of == lexicon.Self && s.followedBy(i, w.Rest, 0) {
					a.assessState(i, w)
				}
			}
		}
	}
	return a.out
}

// words2 are the lines of the table for a token, by its lemma and its form.
func (d *document) words2(s *sentence, i int) []lexicon.Assessment {
	lemma, form := lower(s.toks[i].Lemma), lower(s.toks[i].Form)
	if ws := d.lex.Assess[form]; len(ws) > 0 && form != lemma {
		return append(append([]lexicon.Assessment(nil), ws...), d.lex.Assess[lemma]...)
	}
	return d.lex.Assess[lemma]
}

// assessTie reads the attributes of a word for a tie, then what is said of it.
func (a *assessor) assessTie(noun int) {
	s := a.s
	top := noun
	for s.relIs(top, "nmod") && s.isNominal(s.toks[top].Head) && aboutTie(s.preposition(top)) { // "any improvement in their ties"
		top = s.toks[top].Head
	}
	if a.holds(top) {
		a.attributes(noun)
	}
	a.participles(noun)
	p := s.toks[top].Head
	switch {
	case p < 0:
	case s.relIs(top, "nsubj"):
		a.predicates(p, noun)
	case s.relIs(top, "obj") && s.child(p, "xcomp") >= 0: // "expected relations to stay cool"
		if x := s.child(p, "xcomp"); x > top && s.stays(x) && !a.unreal(p, false) {
			a.predicates(x, noun)
		}
	}
	if s.relIs(noun, "obj") && p >= 0 && !a.unreal(p, true) {
		for _, w := range a.d.words2(s, p) {
			if w.Of == lexicon.Deed && s.followedBy(p, w.Rest, 0) && !a.old(p, 1) {
				a.add(noun, p, w.Level, w.Direction)
			}
		}
	}
}

func aboutTie(prep string) bool {
	return prep == "in" || prep == "of" || prep == "to"
}

// stays: a verb of being or staying so, whatever governs it.
func (s *sentence) stays(x int) bool {
	switch s.toks[x].Lemma {
	case "stay", "remain", "be":
		return true
	}
	return s.child(x, "cop") >= 0
}

// holds tells whether a noun phrase is told as real: a subject, what somebody
// has, what something happens amid; not what is sought or spoken of.
func (a *assessor) holds(noun int) bool {
	s := a.s
	h := s.toks[noun].Head
	if h < 0 {
		return true
	}
	switch {
	case s.relIs(noun, "nsubj"):
		return !a.unreal(h, false)
	case s.relIs(noun, "obj"):
		switch s.toks[h].Lemma {
		case "have", "enjoy", "maintain", "share", "keep", "reflect", "show":
			return !a.unreal(h, true)
		}
	case s.relIs(noun, "obl", "nmod"):
		switch s.preposition(noun) {
		case "amid", "despite", "given", "because of", "due to":
			return true
		}
	}
	return false
}

// attributes: "frayed relations", but no comparisons ("closer ties").
func (a *assessor) attributes(noun int) {
	s := a.s
	for _, k := range s.kids(noun) {
		k := int(k)
		if k > noun || !s.relIs(k, "amod", "compound", "acl") || s.toks[k].XPOS == "JJR" || s.hasLemma(k, "possible", "more", "most") >= 0 {
			continue
		}
		for _, w := range a.d.words2(s, k) {
			if w.Of == lexicon.Quality && len(w.Rest) == 0 {
				a.add(noun, k, w.Level, w.Direction)
			}
		}
	}
}

// participles: "relations, poisoned for years by", "ties, which have soured".
func (a *assessor) participles(noun int) {
	s := a.s
	for _, k := range s.kids(noun) {
		k := int(k)
		if k < noun || !s.relIs(k, "acl", "appos", "parataxis") {
			continue
		}
		if s.toks[k].Rel == "acl:relcl" && s.simplePast(k) && a.old(k, 0) {
			continue
		}
		a.predicates(k, noun)
	}
}

// simplePast: what was so once and is told as over.
func (s *sentence) simplePast(v int) bool {
	if s.isVerb(v) && s.child(v, "aux") < 0 {
		return s.toks[v].XPOS == "VBD" || s.toks[v].XPOS == "VBP" && s.child(v, "obj") < 0
	}
	c := s.child(v, "cop", "aux:pass", "aux")
	return c >= 0 && s.toks[c].XPOS == "VBD"
}

// predicates scans what a predicate and its complements say of a tie.
func (a *assessor) predicates(p, noun int) {
	s := a.s
	for i := int(s.lo[p]); i <= int(s.hi[p]); i++ {
		if i == noun || s.inSubtree(i, noun) && !s.inSubtree(p, noun) || !a.saidOf(i, p) {
			continue
		}
		for _, w := range a.d.words2(s, i) {
			switch {
			case w.Of == lexicon.Quality && s.followedBy(i, w.Rest, 0) && !s.isObjectOf(i, p):
			case w.Of == lexicon.Course && s.isVerb(i) && s.followedBy(i, w.Rest, 4) && a.courseOf(i, w):
			default:
				continue
			}
			if a.unreal(i, w.Direction != "fragile" && !s.stays(p)) || w.Direction != "" && w.Level == "" && a.old(i, 1) || a.old(i, 5) {
				continue
			}
			a.add(noun, i, w.Level, w.Direction)
			if len(w.Rest) > 0 {
				return
			}
			break
		}
	}
}

// isObjectOf: a quality of what the tie's verb acts on is none of the tie.
func (s *sentence) isObjectOf(i, p int) bool {
	for ; i >= 0 && i != p; i = s.toks[i].Head {
		if s.relIs(i, "obj", "iobj", "obl:agent") {
			return true
		}
	}
	return false
}

// courseOf: the tie goes that way or is put there, and does nothing to others.
func (a *assessor) courseOf(v int, w lexicon.Assessment) bool {
	s := a.s
	if len(w.Rest) > 0 {
		return true
	}
	if w.Level != "" {
		return s.toks[v].XPOS == "VBN"
	}
	return s.child(v, "obj") < 0
}

// saidOf tells whether a word stands in the predicate's own clause.
func (a *assessor) saidOf(i, p int) bool {
	s := a.s
	for steps := 0; i != p; steps++ {
		if i < 0 || steps > 6 {
			return false
		}
		switch {
		case s.relIs(i, "xcomp", "amod", "advmod", "compound", "conj", "obj", "nmod:unmarked", "flat", "case", "fixed", "compound:prt"):
			if s.relIs(i, "conj") && s.child(i, "nsubj") >= 0 {
				return false
			}
		case s.relIs(i, "obl", "nmod"):
			switch s.preposition(i) {
			case "at", "on", "to", "in", "into", "under", "":
			default:
				return false
			}
		default:
			return false
		}
		i = s.toks[i].Head
	}
	return true
}

// assessState reads what is said of a noun that means a state of a tie.
func (a *assessor) assessState(noun int, w lexicon.Assessment) {
	s := a.s
	if h := s.toks[noun].Head; h >= 0 {
		for top, steps := noun, 0; steps < 3 && top >= 0; steps++ { // "46 years of conflict"
			v := s.toks[top].Head
			if v >= 0 && s.relIs(top, "obj") {
				for _, e := range a.d.words2(s, v) {
					if e.Of == lexicon.Ending && w.Direction == "" && !a.unreal(v, true) && !a.old(v, 1) {
						a.add(noun, v, "", e.Direction)
						return
					}
				}
			}
			if !s.relIs(top, "nmod") || s.preposition(top) != "of" {
				break
			}
			top = v
		}
		if s.relIs(noun, "nsubj") && a.moves(h, noun, w) {
			return
		}
	}
	for _, k := range s.kids(noun) {
		if int(k) > noun && s.toks[k].Rel == "acl:relcl" && a.moves(int(k), noun, w) {
			return
		}
	}
	if w.Direction == "" && s.hasLemma(noun, "deepen", "deepening", "growing", "widening", "grow", "mounting") >= 0 && a.holds(noun) {
		a.add(noun, noun, w.Level, "worsening")
	}
}

// moves: the state began, holds, grows, or is the worst of its kind.
func (a *assessor) moves(p, noun int, w lexicon.Assessment) bool {
	s := a.s
	if a.unreal(p, true) || a.old(p, 1) {
		return false
	}
	for _, m := range a.d.words2(s, p) {
		if m.Of == lexicon.Motion && (s.isVerb(p) || s.title) && s.child(p, "obj") < 0 {
			direction := w.Direction
			if direction == "" {
				direction = m.Direction
			}
			a.add(noun, p, w.Level, direction)
			return true
		}
	}
	if s.child(p, "cop") < 0 {
		return false
	}
	for i := int(s.lo[p]); i <= int(s.hi[p]); i++ {
		if s.toks[i].XPOS == "JJS" && w.Direction == "" && s.inSubtree(i, p) && s.distance(i, p) < 2 {
			a.add(noun, p, w.Level, "worsening")
			return true
		}
	}
	return false
}

// add writes an assessment, or what it adds to one of the same tie.
func (a *assessor) add(noun, at int, level, direction string) {
	d, s := a.d, a.s
	parties := d.tieParties(s, noun)
	if len(parties) < 2 {
		return
	}
	key := strings.Join(parties, " ")
	for i := range a.out {
		o := &a.out[i]
		if strings.Join(o.Parties, " ") != key {
			continue
		}
		sameLevel := level != "" && o.Level != nil && *o.Level == level
		sameDirection := direction != "" && o.Direction != nil && *o.Direction == direction
		switch {
		case sameLevel && (direction == "" || sameDirection), level == "" && sameDirection:
			return
		case sameLevel && o.Direction == nil:
			o.Direction = text(direction)
			return
		}
	}
	r := record.Assessment{Parties: parties, Level: text(level), Direction: text(direction), Sentence: s.index}
	if by := d.saidBy(s, at); by != nil {
		p := d.participant(*by)
		r.By = &p
	}
	if c := d.trackOf(s, at); c != "" {
		r.Context = &c
	}
	a.out = append(a.out, r)
}

// followedBy tells whether words follow a token, at most gap others between.
func (s *sentence) followedBy(i int, rest []string, gap int) bool {
	at := i
next:
	for _, w := range rest {
		for k := at + 1; k < len(s.toks) && k <= at+1+gap; k++ {
			if s.wordIs(k, w) {
				at = k
				continue next
			}
		}
		return false
	}
	return true
}

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
		if t.expr.Kind == calendar.Set || t.expr.Kind == calendar.Duration || s.governor(t.first) != g {
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

// saidBy gives who says the words at a token: the speaker of its quotation, or
// the subject of the verb of saying over it.
func (d *document) saidBy(s *sentence, i int) *ref {
	if s.quoted[i] {
		if q := d.quotationAt(s.toks[i].Start); q != nil && q.speaker != nil {
			return &ref{party: q.speaker, m: q.mention}
		}
	}
	for v, steps := s.toks[i].Head, 0; v >= 0 && steps < 12; v, steps = s.toks[v].Head, steps+1 {
		if d.saysHere(s, v) {
			if m := d.subjectMention(s, v); m != nil && len(m.parties) > 0 {
				return &ref{party: m.parties[0], m: m}
			}
		}
	}
	return nil
}

// tracks are the fields of a tie by the words that name them.
var tracks = map[string]string{"history": "history", "historical": "history", "wartime": "history", "colonial": "history", "territorial": "territory",
	"trade": "economy", "economic": "economy", "security": "security", "military": "security", "atrocity": "history"}

// trackOf names the field that an assessment speaks of, "" for the whole tie.
func (d *document) trackOf(s *sentence, i int) string {
	v := s.governor(i)
	for j := range s.toks {
		if t := tracks[lower(s.toks[j].Lemma)]; t != "" && (v < 0 || s.inSubtree(j, v)) {
			return t
		}
	}
	return ""
}
