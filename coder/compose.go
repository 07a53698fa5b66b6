package coder

import (
	"entente/coder/lexicon"
	"entente/plover"
)

// compose climbs from an act to the root of its sentence and lets every word
// on the way have its effect: "did not agree to resume talks" is a refusal of
// talks, and no talks.
func (d *document) compose(e *event) {
	s := e.s
	u := e.trigger
	if e.noun >= 0 {
		d.qualifyNoun(e, e.noun)
		u = e.noun
		if e.clause != e.noun && len(e.words) > 0 && e.words[len(e.words)-1] == e.clause && !s.inSubtree(e.clause, e.noun) {
			u = e.clause
		}
	}
	e.quoted = s.quoted[e.trigger]
	for steps := 0; steps < 14 && u >= 0 && e.dropped == ""; steps++ {
		if s.isVerb(u) || s.child(u, "cop") >= 0 {
			d.qualifyClause(e, u)
		}
		u = d.climb(e, u)
	}
	if e.due && e.dropped == "" {
		e.dropped = "what should be done"
	}
	e.quoted = e.quoted && s.quoted[e.clause] // "agreed to begin "substantive negotiations"" is no quotation
	if e.aux == plover.Negation && e.willNot && e.typ.Quad() <= plover.MaterialCooperation && e.typ != "" {
		e.mode, e.typ, e.cameo, e.aux = responseMode(e.typ), plover.Reject, "", plover.Asserted
		if e.reciprocal && s.isVerb(e.clause) { // "Turkey will not meet Greece"
			d.govern(e, e.clause, -1)
		}
		e.reciprocal = false
		e.say("will not: a refusal")
	}
	if e.aux == plover.Future {
		announce(e)
	}
}

// climb applies what governs u and gives the next token up, −1 at the end.
func (d *document) climb(e *event, u int) int {
	s := e.s
	h := s.toks[u].Head
	if h < 0 {
		d.attributeParataxis(e, u)
		return -1
	}
	switch {
	case s.relIs(u, "conj"):
		if s.isVerb(u) && s.isVerb(h) {
			d.shareModals(e, u, h)
		}
		return h
	case s.relIs(u, "xcomp", "ccomp", "csubj"):
		return d.underOperator(e, u, h)
	case s.relIs(u, "advcl"):
		return d.underAdverbial(e, u, h)
	case s.relIs(u, "acl"):
		if d.contentOfCharge(s, u, h) { // "denied charges that it had helped"
			e.dropped = "alleged, not reported"
			return -1
		}
		if s.toks[u].Rel == "acl:relcl" {
			for n, steps := h, 0; n >= 0 && s.isNominal(n) && steps < 5; n, steps = s.toks[n].Head, steps+1 {
				if op := d.operatorAt(s, n, n); op != nil && op.Effect == lexicon.Mention {
					e.dropped = "remembered: " + op.Word // "the anniversary of a battle in which"
				}
			}
			return -1
		}
		if s.toks[u].XPOS == "VB" || s.child(u, "mark") >= 0 { // "plan to withdraw", "decision to expel"
			if s.hasLemma(h, "first", "last", "only", "latest", "second", "third") >= 0 { // "the first leader to visit"
				return -1
			}
			if asker := s.toks[h].Head; asker >= 0 && s.isVerb(asker) && s.relIs(h, "obj", "obl", "iobj") {
				if op := d.operatorAt(s, asker, u); op != nil && op.Effect == lexicon.Ask { // "asked the body to lift"
					d.applyOperator(e, asker, u)
					return asker
				}
			}
			if !d.applyOperator(e, h, u) {
				e.dropped = "an infinitive that modifies a noun"
			}
			return h
		}
		return -1
	case s.relIs(u, "parataxis"):
		return -1
	case s.isVerb(u):
		return d.underOperator(e, u, h)
	}
	return d.underNominal(e, u, h)
}

// contentOfCharge tells whether a clause says what an accusation is: "that" or
// nothing opens it, and it has a subject of its own.
func (d *document) contentOfCharge(s *sentence, u, noun int) bool {
	op := d.operatorAt(s, noun, noun)
	if op == nil || op.Effect != lexicon.Allege || s.child(u, "nsubj") < 0 {
		return false
	}
	subject := s.toks[s.child(u, "nsubj")].Lemma
	return subject != "that" && subject != "which" && subject != "who" && (s.marked(u, "that") || s.hasLemma(u, "that") >= 0)
}

// underOperator: the complement of a verb or adjective.
func (d *document) underOperator(e *event, u, h int) int {
	if d.applyOperator(e, h, u) {
		return h
	}
	s := e.s
	if s.relIs(u, "ccomp") && s.isVerb(h) { // an unknown verb of saying or thinking
		return h
	}
	return h
}

// underAdverbial: a clause of condition, purpose or time.
func (d *document) underAdverbial(e *event, u, h int) int {
	s := e.s
	mark := ""
	if k := s.child(u, "mark"); k >= 0 {
		mark = lower(s.toks[k].Form)
		for _, f := range s.kids(k) {
			if s.toks[f].Rel == "fixed" {
				mark += " " + lower(s.toks[f].Form)
			}
		}
	}
	switch mark {
	case "if", "unless", "until", "till", "whether", "lest", "provided", "in case", "as long as", "once":
		e.hypothetical("under " + mark)
		return -1
	case "before":
		if s.toks[u].XPOS == "VBG" || s.toks[u].XPOS == "VBZ" || s.toks[u].XPOS == "VBP" {
			e.hypothetical("under before")
		}
		return -1
	case "without":
		e.aux = plover.Negation
		return -1
	case "":
		if s.toks[u].XPOS != "VBG" && s.toks[u].XPOS != "VB" || s.child(u, "nsubj") >= 0 {
			return -1 // a finite clause whose conjunction the parser lost
		}
		fallthrough
	case "to":
		if d.applyOperator(e, h, u) {
			return h
		}
		if mark == "to" && (s.toks[h].Lemma == "become" || s.child(h, "cop") >= 0) && s.between(h, u, "first") {
			return -1 // "became the first leader to visit"
		}
		if mark == "to" && s.child(u, "nsubj") < 0 {
			e.dropped = "a purpose"
		}
		return -1
	case "of", "for", "from", "against", "into", "on", "about", "toward", "towards", "in":
		if d.applyOperator(e, h, u) {
			return h
		}
	}
	return -1
}

// underNominal: an event noun under a verb, noun or preposition.
func (d *document) underNominal(e *event, u, h int) int {
	s := e.s
	prep := s.preposition(u)
	switch prep {
	case "before", "ahead of", "prior to", "pending", "until":
		if e.noun == u && e.aux == plover.Asserted {
			e.aux = plover.Future
			e.say(prep + " the act")
		}
		return -1
	case "without":
		e.aux = plover.Negation
		return -1
	case "after", "following", "since", "amid", "despite", "throughout", "because of", "due to":
		return -1
	case "for", "at", "in", "during", "on", "through", "within": // "will fly to Damascus for talks": as real as the clause
		if s.isVerb(h) && e.noun == u && !d.takesPhrase(s, h, u, prep) || s.isVerb(h) && d.operatorAt(s, h, u) == nil {
			e.aside = true
			return h
		}
		if prep != "for" && prep != "on" && s.isVerb(h) {
			return -1
		}
	}
	if s.isVerb(h) && prep != "" && !d.takesPhrase(s, h, u, prep) {
		return -1
	}
	if s.isVerb(h) || s.isNominal(h) || s.toks[h].UPOS == "ADJ" {
		if d.applyOperator(e, h, u) || s.isNominal(h) {
			return h
		}
		if u != e.noun && u != e.trigger && s.relIs(u, "obj", "nsubj") { // "make efforts to", "a plan was drawn up to"
			return h
		}
	}
	return -1
}

// takesPhrase tells whether an operator governs a noun in a phrase with that
// preposition: "called for talks", "agreed on a visit", but not "urged the
// sides, in Sydney for talks".
func (d *document) takesPhrase(s *sentence, h, u int, prep string) bool {
	op := d.operatorAt(s, h, u)
	if op == nil {
		return true
	}
	if op.With == prep {
		return true
	}
	switch op.Effect {
	case lexicon.Commit, lexicon.Coming:
		return prep == "on" || prep == "to" || prep == "about"
	case lexicon.Ask:
		return prep == "for" && (op.Word == "push" || op.Word == "press" || op.Word == "appeal" || op.Word == "plead" || op.Word == "ask" || op.Word == "lobby")
	case lexicon.Try:
		return prep == "for" || prep == "toward" || prep == "towards" || prep == "at"
	case lexicon.Threaten:
		return prep == "with"
	case lexicon.Mention, lexicon.Allege, lexicon.Report:
		return true
	}
	return false
}

// operatorAt finds the operator that a governing token is, given what marks
// its complement: "call for", "rule out", "agree".
func (d *document) operatorAt(s *sentence, h, u int) *lexicon.Operator {
	ops := d.lex.Operators[lower(s.toks[h].Lemma)]
	var plain *lexicon.Operator
	for i := range ops {
		op := &ops[i]
		if op.With == "" {
			plain = op
			continue
		}
		if s.preposition(u) == op.With || s.marked(u, op.With) || s.hasParticle(h, op.With) {
			return op
		}
		for _, k := range s.kids(h) { // "called on Israel to stop"
			if s.preposition(int(k)) == op.With && !s.inTime(int(k)) {
				return op
			}
		}
	}
	return plain
}

func (s *sentence) marked(u int, word string) bool {
	for _, k := range s.kids(u) {
		if (s.toks[k].Rel == "mark" || s.toks[k].Rel == "case") && lower(s.toks[k].Form) == word {
			return true
		}
	}
	return false
}

func (s *sentence) hasParticle(h int, word string) bool {
	for _, k := range s.kids(h) {
		if (s.relIs(int(k), "compound:prt", "advmod", "case")) && lower(s.toks[k].Form) == word {
			return true
		}
	}
	return false
}

// attribute notes whose report the act is.
func (d *document) attribute(e *event, h int) {
	c := d.clauseOf(e.s, h)
	if e.said < 0 {
		e.said = h
	}
	for _, t := range c.subjects {
		for _, r := range d.participants(e.s, t) {
			if e.speaker == nil {
				r := r
				e.speaker = &r
			}
		}
	}
}

// attributeParataxis: "Troops left the city, the army said."
func (d *document) attributeParataxis(e *event, root int) {
	for _, k := range e.s.kids(root) {
		if !e.s.relIs(int(k), "parataxis") {
			continue
		}
		if op := d.operatorAt(e.s, int(k), root); op != nil && op.Effect == lexicon.Report {
			d.attribute(e, int(k))
		}
	}
}
