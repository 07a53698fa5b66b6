package coder

import (
	"strings"

	"entente/atlas"
)

// mentionKind says by what kind of words somebody is meant.
type mentionKind uint8

const (
	named   mentionKind = iota // a name, a demonym, a capital
	titled                     // a role with its country or name
	grouped                    // "the two countries", "both sides"
	pronoun                    // he, it, they
	thing                      // anything else; owners tell whose
)

// mention is one noun phrase and who is meant by it.
type mention struct {
	sent            *sentence
	first, last     int // tokens, inclusive
	head            int // token
	kind            mentionKind
	parties         []*party // who it means; nobody for a thing
	owners          []*party // named inside the phrase or as its possessor: "Russian warplanes"
	owner           *mention // the possessor: "Japan" of "Japan's claim"
	adjectives      int      // how many of the owners are named inside the phrase itself
	namedAfterPlace bool     // "the Minsk agreement", "the Geneva talks": the one owner is a capital before the noun
	role            *atlas.Entity
	form            atlas.Form
	place           *atlas.Entity // where it names a place
	plural          bool
	why             string
}

// premodifiers are the relations of words that stand before the head of their
// noun phrase and belong to it.
func premodifier(rel string) bool {
	switch rel {
	case "det", "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "flat", "det:predet", "goeswith", "nmod:unmarked", "advmod":
		return true
	}
	return false
}

// chunker cuts one sentence into base noun phrases. The tree decides, helped
// by the atlas where trees err most: titles before names, names of many words.
type chunker struct {
	d       *document
	s       *sentence
	matches []atlas.Match
	matchAt []int32 // token → index in matches, −1
	inTime  []bool
}

func (d *document) chunk(s *sentence, matches []atlas.Match) *chunker {
	c := &chunker{d: d, s: s, matches: matches, matchAt: make([]int32, len(s.toks)), inTime: make([]bool, len(s.toks))}
	for i := range c.matchAt {
		c.matchAt[i] = -1
	}
	for m := range matches {
		for i := matches[m].First; i <= matches[m].Last; i++ {
			c.matchAt[i] = int32(m)
		}
	}
	for _, t := range s.times {
		for i := t.first; i <= t.last; i++ {
			c.inTime[i] = c.matchAt[i] < 0
		}
	}
	return c
}

// eligible tells whether a token can be part of a base noun phrase.
func (c *chunker) eligible(i int) bool {
	if c.matchAt[i] >= 0 {
		return true
	}
	if c.inTime[i] {
		return false
	}
	t := &c.s.toks[i]
	switch t.UPOS {
	case "NOUN", "PROPN", "NUM", "ADJ", "DET":
		return true
	case "PRON":
		return true
	case "VERB":
		return t.Rel == "amod" || t.Rel == "compound"
	case "ADV":
		return t.Rel == "advmod" && t.Head > i && c.s.toks[t.Head].UPOS == "ADJ" && c.s.toks[t.Head].Rel == "amod"
	}
	return false
}

func isHyphen(form string) bool { return form == "-" || form == "–" }

func isPossessive(form string) bool {
	return form == "'s" || form == "’s" || form == "'" || form == "’"
}

// linked tells whether tokens a and a+1 stand in one base noun phrase.
func (c *chunker) linked(a int) bool {
	s, b := c.s, a+1
	if b >= len(s.toks) {
		return false
	}
	ta, tb := &s.toks[a], &s.toks[b]
	if m := c.matchAt[a]; m >= 0 && m == c.matchAt[b] {
		return true
	}
	glued := ta.End == tb.Start
	switch {
	case isPossessive(tb.Form):
		return b+1 < len(s.toks) && c.eligible(b+1) && s.toks[b+1].UPOS != "PRON" && ta.UPOS != "PRON"
	case isPossessive(ta.Form):
		return c.eligible(b)
	case isHyphen(tb.Form) && glued:
		return b+1 < len(s.toks) && tb.End == s.toks[b+1].Start && c.eligible(b+1)
	case isHyphen(ta.Form) && glued:
		return c.eligible(b)
	}
	if !c.eligible(a) || !c.eligible(b) || ta.UPOS == "PRON" && ta.Rel != "nmod:poss" || tb.UPOS == "PRON" || tb.UPOS == "DET" && ta.Rel != "det:predet" {
		return false
	}
	if mb := c.matchAt[b]; mb >= 0 && ta.UPOS == "NOUN" && c.matchAt[a] < 0 && c.matches[mb].First == b && c.namesActor(mb) {
		return false // "under the accord Rwanda is to"
	}
	if ta.Head >= b && premodifier(ta.Rel) {
		return true
	}
	if ma := c.matchAt[a]; ma >= 0 {
		for i := c.matches[ma].First; i < a; i++ { // "al-Shabaab militants": the name's head modifies what follows
			if s.toks[i].Head >= b && premodifier(s.toks[i].Rel) {
				return true
			}
		}
	}
	if head := s.nameHead(a); head != a && s.toks[head].Head >= b && premodifier(s.toks[head].Rel) { // "Su-27 jet": the name's head modifies what follows
		return true
	}
	if tb.Head <= a && tb.Head >= 0 && (tb.Rel == "flat" || tb.Rel == "compound" || tb.Rel == "goeswith" || tb.Rel == "fixed") {
		return true
	}
	if ta.UPOS == "PROPN" && tb.UPOS == "PROPN" {
		return c.sameName(a, b)
	}
	return c.roleThenName(a, b)
}

// namesActor: a match by name, not by adjective, of somebody who acts.
func (c *chunker) namesActor(m int32) bool {
	sense := c.sense(m)
	if sense.Entity == nil || sense.Form == atlas.Demonym {
		return false
	}
	return sense.Entity.Kind == atlas.State || sense.Entity.Kind == atlas.Person
}

// sameName: two proper nouns side by side are one name unless each is a name
// of its own that the atlas knows ("gave Iraq Russian arms" is rare, "Japan
// Thursday" is handled by the calendar).
func (c *chunker) sameName(a, b int) bool {
	ma, mb := c.matchAt[a], c.matchAt[b]
	if ma >= 0 && mb >= 0 {
		ka, kb := c.kindOf(ma), c.kindOf(mb)
		return ka == atlas.Role || kb == atlas.Role || kb == atlas.Person
	}
	return true
}

// roleThenName: "Vice Foreign Minister Cho", "Japanese officials".
func (c *chunker) roleThenName(a, b int) bool {
	ma, mb := c.matchAt[a], c.matchAt[b]
	if ma >= 0 && c.kindOf(ma) == atlas.Role && c.s.toks[b].UPOS == "PROPN" && mb < 0 {
		return true
	}
	if ma >= 0 && mb >= 0 {
		kb := c.kindOf(mb)
		if c.kindOf(ma) == atlas.Role && kb == atlas.Person {
			return true
		}
		return kb == atlas.Role && c.formOf(ma) == atlas.Demonym
	}
	return false
}

func (c *chunker) sense(m int32) atlas.Sense { return c.d.atlas.Choose(c.matches[m], c.d.has) }

func (c *chunker) kindOf(m int32) atlas.Kind {
	if e := c.sense(m).Entity; e != nil {
		return e.Kind
	}
	return atlas.Thing
}

func (c *chunker) formOf(m int32) atlas.Form { return c.sense(m).Form }

// phrases gives the base noun phrases as runs of tokens, left to right.
func (c *chunker) phrases() [][2]int {
	var out [][2]int
	for i := 0; i < len(c.s.toks); i++ {
		if !c.eligible(i) {
			continue
		}
		j := i
		for c.linked(j) {
			j++
		}
		for j > i && (isPossessive(c.s.toks[j].Form) || isHyphen(c.s.toks[j].Form)) {
			j--
		}
		if c.worth(i, j) {
			out = append(out, [2]int{i, j})
		}
		i = j
	}
	return out
}

// worth leaves out runs that name nothing: a lone determiner or adjective.
func (c *chunker) worth(first, last int) bool {
	for i := first; i <= last; i++ {
		if c.matchAt[i] >= 0 {
			return true
		}
		switch c.s.toks[i].UPOS {
		case "NOUN", "PROPN", "PRON":
			return true
		case "NUM":
			return true
		case "DET":
			if l := c.s.toks[i].Lemma; l == "both" || l == "each" || l == "all" || l == "neither" {
				return true
			}
		}
	}
	return false
}

// segments cuts a phrase at its possessive marks: "Japan" + "foreign minister".
func (c *chunker) segments(p [2]int) [][2]int {
	var out [][2]int
	first := p[0]
	for i := p[0]; i <= p[1]; i++ {
		if m := c.matchAt[i]; isPossessive(c.s.toks[i].Form) && i > first && !(m >= 0 && c.matches[m].Last > i && c.matches[m].First < i) {
			out = append(out, [2]int{first, i - 1})
			first = i + 1
		}
	}
	return append(out, [2]int{first, p[1]})
}

// part is a stretch of a segment: one match of the atlas, or words it does
// not know.
type part struct {
	first, last int
	sense       atlas.Sense // Entity nil: not in the atlas
	name        bool        // unknown, but written as a name
}

func (c *chunker) parts(seg [2]int) []part {
	var out []part
	for i := seg[0]; i <= seg[1]; {
		if m := c.matchAt[i]; m >= 0 {
			last := min(c.matches[m].Last, seg[1])
			sense := c.sense(m)
			if sense.Entity != nil && sense.Entity.Kind == atlas.Thing && sense.Entity.ID == "" {
				sense.Entity = nil
			}
			out = append(out, part{i, last, sense, sense.Entity == nil && c.s.toks[i].UPOS == "PROPN"})
			i = last + 1
			continue
		}
		j := i
		isName := c.nameLike(i)
		for j+1 <= seg[1] && c.matchAt[j+1] < 0 && (c.nameLike(j+1) == isName || isName && isHyphen(c.s.toks[j+1].Form) && j+2 <= seg[1] && c.s.toks[j].End == c.s.toks[j+1].Start) {
			j++
			if isName && isHyphen(c.s.toks[j].Form) {
				j++
				if j > seg[1] || c.matchAt[j] >= 0 {
					j--
					break
				}
			}
		}
		out = append(out, part{i, j, atlas.Sense{}, isName})
		i = j + 1
	}
	return out
}

func (c *chunker) nameLike(i int) bool {
	t := &c.s.toks[i]
	return t.UPOS == "PROPN" && t.Form != "" && (strings.ToLower(t.Form[:1]) != t.Form[:1] || nameParticles[t.Form])
}

// nameParticles are the small words inside names: "Mutlaq al-Qahtani", "van der Leyen".
var nameParticles = map[string]bool{"al": true, "el": true, "bin": true, "ibn": true, "van": true, "der": true, "den": true, "de": true,
	"da": true, "dos": true, "von": true, "abu": true, "ben": true, "ul": true, "ur": true, "la": true}

// mendNames makes proper nouns of words that the article or the time knows as
// somebody's name, however the tagger read them at the start of a sentence:
// "May also suspended", "Moon and Kim".
func (d *document) mendNames(s *sentence) {
	for i := range s.toks {
		t := &s.toks[i]
		if t.UPOS == "PROPN" || i > 0 && !s.quoteBefore(i) && (s.title || t.UPOS != "NOUN") || len(t.Form) < 2 || t.Form[0] < 'A' || t.Form[0] > 'Z' {
			continue
		}
		switch t.UPOS {
		case "NOUN", "AUX", "VERB", "ADJ", "X":
		default:
			continue
		}
		if d.people.find(t.Form) == nil && (t.UPOS != "NOUN" || d.bearer(t.Form, nil) == nil) {
			continue
		}
		t.UPOS, t.XPOS, t.Lemma = "PROPN", "NNP", t.Form
		if t.Rel == "aux" || t.Rel == "advmod" || t.Rel == "amod" {
			t.Rel = "nsubj"
			if v := t.Head; v >= 0 && s.toks[v].XPOS == "VBN" {
				s.toks[v].XPOS = "VBD"
			}
		}
	}
}

func (s *sentence) quoteBefore(i int) bool {
	return i == 1 && s.toks[0].UPOS == "PUNCT"
}
