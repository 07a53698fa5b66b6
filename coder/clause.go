package coder

import "strings"

// arg is a phrase that stands to a predicate: its head and its preposition.
type arg struct {
	token int
	prep  string // "" for an object
	depth int    // nominal arcs between: 0 is the predicate's own dependent
}

// clause is a predicate with what stands around it, voice undone: the subject
// is who acts, objects are what is acted on.
type clause struct {
	s         *sentence
	head      int
	subjects  []int
	objects   []arg
	obliques  []arg
	particles []string // "up", "out", "back"
	clausal   []int    // xcomp, ccomp and infinitives
	passive   bool
	inherited bool // the subject is another clause's
}

// clauseOf reads the clause of a verb.
func (d *document) clauseOf(s *sentence, v int) *clause {
	c := &clause{s: s, head: v}
	c.passive = s.isPassive(v)
	var underlying []int
	for _, k := range s.kids(v) {
		k := int(k)
		switch {
		case s.relIs(k, "nsubj", "csubj"):
			if c.passive && s.toks[k].Rel != "nsubj:outer" {
				underlying = append(underlying, s.antecedentOfRelative(k, v))
			} else {
				c.subjects = append(c.subjects, s.antecedentOfRelative(k, v))
			}
		case s.relIs(k, "obj", "iobj"):
			c.objects = append(c.objects, arg{token: s.antecedentOfRelative(k, v)})
			c.addNominals(k, 1)
		case s.relIs(k, "obl", "nmod"):
			c.addOblique(k, 0)
		case s.relIs(k, "xcomp", "ccomp"):
			c.clausal = append(c.clausal, k)
			if s.toks[k].UPOS == "ADJ" && s.preposition(k) != "" { // "remained on alert"
				c.addOblique(k, 0)
			} else if s.isNominal(k) || s.toks[k].UPOS == "ADJ" {
				c.objects = append(c.objects, arg{token: k})
				c.addNominals(k, 1)
			}
		case s.relIs(k, "advcl"):
			c.clausal = append(c.clausal, k)
		case s.relIs(k, "compound:prt") || s.relIs(k, "advmod", "case", "mark") && isParticle(s.toks[k].Lemma):
			c.particles = append(c.particles, s.toks[k].Lemma)
		}
	}
	c.objects = append(c.objects, argsOf(underlying)...)
	for _, u := range underlying {
		c.addNominals(u, 1)
	}
	if c.passive {
		for _, o := range c.obliques {
			if o.prep == "by" && o.depth == 0 {
				c.subjects = append(c.subjects, o.token)
			}
		}
	}
	d.inherit(c)
	return c
}

func argsOf(tokens []int) []arg {
	out := make([]arg, len(tokens))
	for i, t := range tokens {
		out[i] = arg{token: t}
	}
	return out
}

var particleWords = map[string]bool{"up": true, "out": true, "off": true, "down": true, "back": true, "over": true,
	"away": true, "in": true, "on": true, "through": true, "apart": true, "together": true, "forward": true,
	"along": true, "around": true, "ahead": true, "aside": true, "home": true, "about": true, "by": true}

func isParticle(lemma string) bool { return particleWords[lemma] }

// isPassive: a passive auxiliary or subject, or a participle that modifies its noun.
func (s *sentence) isPassive(v int) bool {
	if s.toks[v].Lemma == "oppose" && s.child(v, "obl:agent") < 0 {
		for _, k := range s.kids(v) {
			if s.preposition(int(k)) == "to" { // "is opposed to the plan"
				return false
			}
		}
	}
	if s.child(v, "aux:pass") >= 0 {
		return true
	}
	for _, k := range s.kids(v) {
		switch s.toks[k].Rel {
		case "nsubj:pass", "csubj:pass":
			return s.child(v, "obj") < 0 // "members of the guard detained him"
		case "nsubj", "aux":
			return false
		}
	}
	if s.toks[v].XPOS != "VBN" {
		return false
	}
	return s.relIs(v, "acl", "amod", "advcl") || s.relIs(v, "conj") && s.isVerb(s.toks[v].Head) && s.child(v, "nsubj", "obj") < 0 && s.isPassive(s.toks[v].Head)
}

// antecedentOfRelative replaces who, which and that by the noun they stand for.
func (s *sentence) antecedentOfRelative(token, v int) int {
	switch s.toks[token].Lemma {
	case "who", "which", "that", "whom":
		if s.toks[token].Lemma == "who" && token >= 2 && s.toks[token-1].Form == "," && s.toks[token-2].UPOS == "NOUN" && s.toks[token-2].XPOS == "NNS" {
			return token - 2 // "al-Shabaab militants, who killed"
		}
		for steps := 0; steps < 4; steps++ {
			if s.relIs(v, "acl") && s.toks[v].Head >= 0 && s.toks[v].Head < token {
				return s.toks[v].Head
			}
			if s.toks[v].Rel != "conj" || s.toks[v].Head < 0 {
				break
			}
			v = s.toks[v].Head
		}
		if token >= 1 && s.isNominal(token-1) && s.toks[token].XPOS != "DT" || token >= 1 && s.toks[token-1].UPOS == "NOUN" || token >= 1 && s.toks[token-1].XPOS == "VBG" {
			return token - 1
		}
		if token >= 2 && s.toks[token-1].Form == "," && s.isNominal(token-2) && (s.toks[token].Lemma == "who" || s.toks[token].Lemma == "which") {
			return s.nameHead(token - 2) // "Biden, who spoke …", however the clause was attached
		}
	}
	return token
}

// nameHead climbs from the last word of a name to its head.
func (s *sentence) nameHead(i int) int {
	for steps := 0; steps < 8 && s.toks[i].Head >= 0 && s.relIs(i, "flat", "compound") && s.toks[i].Head < i; steps++ {
		i = s.toks[i].Head
	}
	return i
}

// addOblique takes a prepositional phrase and the phrases inside it: trees
// err on which noun or verb a phrase belongs to, so all are candidates.
func (c *clause) addOblique(k, depth int) {
	prep := c.s.preposition(k)
	if prep == "" && c.s.relIs(k, "nmod") && c.s.toks[k].Rel != "nmod" {
		return
	}
	for _, token := range c.s.conjuncts(k) {
		p := c.s.preposition(token)
		if token != k && p == "" {
			continue // coordinated under the same preposition: its head speaks for it
		}
		if token == k {
			p = prep
		}
		c.obliques = append(c.obliques, arg{token: token, prep: p, depth: depth})
	}
	c.addNominals(k, depth+1)
}

// addNominals takes the phrases that hang on a noun.
func (c *clause) addNominals(noun, depth int) {
	if depth > 4 || noun < 0 {
		return
	}
	for _, k := range c.s.kids(noun) {
		k := int(k)
		if c.s.relIs(k, "nmod", "obl") && c.s.toks[k].Rel != "nmod:poss" {
			c.addOblique(k, depth)
		} else if c.s.relIs(k, "conj") && !c.s.isVerb(k) {
			c.addNominals(k, depth+1)
		} else if c.s.toks[k].Rel == "acl" && c.s.toks[k].XPOS == "VBN" && c.head == noun { // "the deal signed with France"
			for _, o := range c.s.kids(k) {
				if c.s.relIs(int(o), "obl") && c.s.preposition(int(o)) == "with" {
					c.addOblique(int(o), depth)
				}
			}
		}
	}
}

// inherit finds the subject of a clause that has none of its own: that of the
// verb it is coordinated with or subordinate to, or the noun it modifies.
func (d *document) inherit(c *clause) {
	s := c.s
	v := c.head
	for steps := 0; steps < 8; steps++ {
		need := len(c.subjects) == 0
		needObject := c.passive && len(c.objects) == 0
		if !need && !needObject {
			return
		}
		head := s.toks[v].Head
		if head < 0 {
			return
		}
		switch {
		case s.relIs(v, "acl"):
			noun := head
			switch {
			case need && !c.passive && s.toks[v].XPOS == "VBG" && documents[s.toks[noun].Lemma] && s.relIs(noun, "obj"): // "passed a bill imposing": who passed it
				v = s.toks[noun].Head
				c.subjects, c.inherited = append(c.subjects, s.ownSubjects(v)...), true
				return
			case need && !c.passive && s.child(noun, "cop") >= 0 && s.toks[v].Rel == "acl" && s.toks[v].XPOS == "VBG": // "is guilty of violating"
				c.subjects, c.inherited = append(c.subjects, s.ownSubjects(noun)...), true
				return
			case s.toks[v].Rel == "acl:relcl" && !c.passive && need && s.child(v, "nsubj") < 0,
				!c.passive && need && s.toks[v].XPOS == "VBG":
				c.subjects, c.inherited = append(c.subjects, noun), true
				return
			case needObject:
				c.objects = append(c.objects, arg{token: noun})
				return
			case need && !c.passive: // "an agreement to withdraw": whoever makes it
				v = s.governorOrSelf(head)
				if v == head {
					return
				}
				c.subjects = append(c.subjects, s.ownSubjects(v)...)
				c.inherited = true
				if len(c.subjects) > 0 {
					return
				}
				continue
			}
			if s.toks[v].Rel == "acl:relcl" && len(c.objects) == 0 && !c.passive {
				c.objects = append(c.objects, arg{token: noun})
			}
			return
		case s.relIs(v, "xcomp"):
			if o := s.child(head, "obj", "iobj"); o >= 0 && o < v && !subjectControl(s.toks[head].Lemma) {
				c.setSubject(o)
				return
			}
			if s.isPassive(head) { // "was urged to withdraw"
				if u := s.child(head, "nsubj"); u >= 0 {
					c.setSubject(u)
					return
				}
			}
		case s.relIs(v, "advcl") && s.toks[v].XPOS == "VBG" && v > 0 && documents[s.toks[v-1].Lemma] && need && !c.passive:
			c.subjects, c.inherited = append(c.subjects, v-1), true // "a resolution demanding that"
			return
		case s.relIs(v, "conj", "advcl", "ccomp", "parataxis", "csubj"):
			if s.relIs(v, "ccomp", "csubj") && c.s.toks[v].XPOS != "VB" && c.s.toks[v].XPOS != "VBG" {
				return // a finite clause has its own subject; the parser missed it
			}
		case s.relIs(v, "obl", "nmod", "obj"): // a gerund tagged as a noun's place
		default:
			return
		}
		subjects := s.ownSubjects(head)
		if len(subjects) > 0 {
			for _, sub := range subjects {
				if c.passive && needObject {
					c.objects = append(c.objects, arg{token: sub})
				} else if need {
					c.setSubject(sub)
				}
			}
			return
		}
		v = head
	}
}

// documents are nouns that speak for those who wrote them.
var documents = map[string]bool{"resolution": true, "statement": true, "letter": true, "bill": true, "law": true, "report": true,
	"note": true, "draft": true, "declaration": true, "communique": true, "message": true, "decree": true, "order": true, "petition": true}

func (c *clause) setSubject(token int) {
	if c.passive {
		if len(c.objects) == 0 {
			c.objects = append(c.objects, arg{token: token})
		}
		return
	}
	c.subjects, c.inherited = append(c.subjects, token), true
}

// ownSubjects gives the subjects of a verb or copular predicate, those of its
// passive included: "accused of planning" plans whoever is accused.
func (s *sentence) ownSubjects(v int) []int {
	var out []int
	for _, k := range s.kids(v) {
		if s.relIs(int(k), "nsubj") {
			out = append(out, s.antecedentOfRelative(int(k), v))
		}
	}
	return out
}

func (s *sentence) governorOrSelf(i int) int {
	if g := s.governor(i); g >= 0 {
		return g
	}
	return i
}

// subjectControl: of these verbs with an object, the infinitive's subject is
// the verb's own.
func subjectControl(lemma string) bool {
	switch lemma {
	case "promise", "threaten", "vow", "pledge", "use", "need", "take":
		return true
	}
	return false
}

func lower(s string) string { return strings.ToLower(s) }
