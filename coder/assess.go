package coder

import (
	"strings"

	"entente/coder/lexicon"
	"entente/record"
)

// assessor collects what a text says of ties.
type assessor struct {
	d   *document
	s   *sentence
	hit bool // something was found at the word under review
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
			a.assessNoun(i)
		}
		for i := range s.toks {
			a.assessPhrase(i)
		}
	}
	return a.out
}

// assessNoun reads a noun that by itself tells of a tie.
func (a *assessor) assessNoun(i int) {
	a.hit = false
	for _, w := range a.d.words2(a.s, i) {
		if a.hit || !a.s.followedBy(i, w.Rest, 0) {
			continue
		}
		switch w.Of {
		case lexicon.Self, lexicon.Strife:
			a.assessState(i, w)
		case lexicon.Standing:
			a.assessStanding(i, w)
		case lexicon.Change:
			a.assessChange(i, w)
		}
	}
}

// assessPhrase reads words for the parties of a tie or for how they stand.
func (a *assessor) assessPhrase(i int) {
	s := a.s
	for _, w := range a.d.words2(s, i) {
		switch w.Of {
		case lexicon.Stand:
			if s.followedBy(i, w.Rest, 3) {
				a.assessStand(i, w)
				return
			}
		case lexicon.Side:
			if noun := s.headOfRun(i, w.Rest); noun >= 0 {
				a.assessSides(noun, w)
				return
			}
		}
	}
}

// headOfRun gives the last word of a run where it is a noun, −1 otherwise.
func (s *sentence) headOfRun(i int, rest []string) int {
	if !s.followedBy(i, rest, 2) {
		return -1
	}
	for k := i; k < len(s.toks) && k <= i+3*len(rest); k++ {
		if (len(rest) == 0 || s.wordIs(k, rest[len(rest)-1])) && (s.toks[k].UPOS == "NOUN" || s.toks[k].UPOS == "PROPN") {
			return k
		}
	}
	return -1
}

// words2 are the lines of the table for a token, by its lemma and its form.
func (d *document) words2(s *sentence, i int) []lexicon.Assessment {
	lemma, form := lower(s.toks[i].Lemma), lower(s.toks[i].Form)
	if ws := d.lex.Assess[form]; len(ws) > 0 && form != lemma {
		return append(append([]lexicon.Assessment(nil), ws...), d.lex.Assess[lemma]...)
	}
	return d.lex.Assess[lemma]
}

// assessTie reads the attributes of a word for a tie, what is said of it, and
// what is done to it.
func (a *assessor) assessTie(noun int) {
	if a.severed(noun) {
		return
	}
	if a.holds(noun) || a.told(noun) {
		a.attributes(noun)
	}
	a.predicates(noun)
	a.deeds(noun)
}

// deeds: "the two mended ties". A headline's verb is often read as a noun.
func (a *assessor) deeds(noun int) {
	s := a.s
	v := s.toks[noun].Head
	if v < 0 || !s.relIs(noun, "obj") || a.unreal(v, true) || s.toks[v].XPOS == "VBG" && s.toks[v].Head >= 0 && s.relIs(v, "xcomp", "ccomp", "advcl", "acl", "obj") && !raising(s.toks[s.toks[v].Head].Lemma) {
		v = -1
	}
	if s.title && s.toks[noun].Head < 0 && noun > 0 && s.relIs(noun-1, "compound") {
		v = noun - 1
	}
	if v < 0 || a.old(v, 1) {
		return
	}
	for _, w := range a.d.words2(s, v) {
		if w.Of == lexicon.Deed && s.followedBy(v, w.Rest, 8) {
			a.add(noun, v, w.Level, w.Direction)
			return
		}
	}
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

// assessState reads what is said of a noun that means a state of a tie.
func (a *assessor) assessState(noun int, w lexicon.Assessment) {
	s := a.s
	if w.Of == lexicon.Self && a.raised(noun, w) {
		return
	}
	if h := s.toks[noun].Head; h >= 0 {
		for top, steps := noun, 0; steps < 3 && top >= 0; steps++ { // "46 years of conflict"
			v := s.toks[top].Head
			if v >= 0 && s.relIs(top, "obj") {
				for _, e := range a.d.words2(s, v) {
					if e.Of == lexicon.Ending && s.followedBy(v, e.Rest, 5) && w.Direction == "" && (w.Of == lexicon.Self || s.lasted(top, noun)) && a.done(v) {
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
		if w.Of == lexicon.Strife || s.relIs(noun, "nsubj") && a.moves(h, noun, w) {
			return
		}
	}
	for _, k := range s.kids(noun) {
		if int(k) > noun && s.toks[k].Rel == "acl:relcl" && a.moves(int(k), noun, w) {
			return
		}
	}
	if w.Of != lexicon.Self {
		return
	}
	if w.Direction != "" && a.sided(noun) && a.told(noun) {
		a.add(noun, noun, w.Level, w.Direction)
		return
	}
	if w.Direction == "" && a.gravest(noun) && a.told(noun) {
		a.add(noun, noun, w.Level, "worsening")
		return
	}
	a.attributed(noun, w)
}

// done: what is told as fact, and not as somebody's aim.
func (a *assessor) done(v int) bool {
	return a.s.child(v, "mark", "case") < 0 && !a.unreal(v, true) && !a.old(v, 1)
}

// lasted: fighting that is told by its years was a state of the tie.
func (s *sentence) lasted(top, noun int) bool {
	if top != noun {
		return s.toks[top].Lemma == "year" || s.toks[top].Lemma == "decade"
	}
	return s.hasLemma(noun, "year", "decade", "long") >= 0
}

// moves: the state began, holds, grows, or is the worst of its kind.
func (a *assessor) moves(p, noun int, w lexicon.Assessment) bool {
	s := a.s
	if a.unreal(p, true) || a.old(p, 1) {
		return false
	}
	if s.child(p, "cop") >= 0 || s.remains(p) {
		for _, k := range append([]int32{int32(p)}, s.kids(p)...) {
			for _, q := range a.d.words2(s, int(k)) {
				if q.Of == lexicon.Quality && q.Direction == "fragile" && len(q.Rest) == 0 && s.relIs(int(k), "xcomp", "root", "acomp", "acl:relcl", "ccomp") {
					a.add(noun, int(k), "", "fragile")
					return true
				}
			}
			if w.Direction == "" && s.toks[k].Lemma == "high" {
				a.add(noun, int(k), w.Level, "")
				return true
			}
		}
	}
	for _, m := range a.d.words2(s, p) {
		if m.Of == lexicon.Motion && (s.isVerb(p) || s.title) && s.child(p, "obj") < 0 {
			level, direction := w.Level, w.Direction
			if direction == "" || m.Direction == "fragile" {
				direction = m.Direction
			}
			if m.Direction == "improving" && w.Direction == "" {
				level = ""
			}
			a.add(noun, p, level, direction)
			return true
		}
	}
	if s.child(p, "cop") < 0 && !s.remains(p) {
		return false
	}
	for i := int(s.lo[p]); i <= int(s.hi[p]); i++ {
		if (s.toks[i].XPOS == "JJS" || s.toks[i].XPOS == "RBS") && w.Direction == "" && s.inSubtree(i, p) && s.distance(i, p) < 2 {
			a.add(noun, p, w.Level, "worsening")
			return true
		}
	}
	return false
}

// add writes an assessment, or what it adds to one of the same tie.
func (a *assessor) add(noun, at int, level, direction string) {
	if parties := a.d.tieParties(a.s, noun); len(parties) >= 2 {
		a.write(parties, at, level, direction)
	}
}

// write puts down an assessment once for each tie.
func (a *assessor) write(parties []string, at int, level, direction string) {
	d, s := a.d, a.s
	a.hit = true
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

// saidBy gives who says the words at a token: the speaker of its quotation, or
// the subject of the verb of saying over it.
func (d *document) saidBy(s *sentence, i int) *ref {
	if s.quoted[i] {
		if q := d.quotationAt(s.toks[i].Start); q != nil && q.speaker != nil {
			return &ref{party: q.speaker, m: q.mention}
		}
	}
	for v, steps := s.toks[i].Head, 0; v >= 0 && steps < 12; v, steps = s.toks[v].Head, steps+1 {
		if d.reports(s, v) {
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
