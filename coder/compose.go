package coder

import (
	"strings"

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
	e.quoted = e.quoted && s.quoted[e.clause] // "agreed to begin "substantive negotiations"" is no quotation
	if e.aux == plover.Negation && e.willNot && e.typ.Quad() <= plover.MaterialCooperation && e.typ != "" {
		e.mode, e.typ, e.cameo, e.aux = responseMode(e.typ), plover.Reject, "", plover.Asserted
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
		if s.isVerb(h) || e.noun != u {
			return -1
		}
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
			if s.preposition(int(k)) == op.With {
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

// applyOperator lets a governing word have its effect on the act; false if it
// has none.
func (d *document) applyOperator(e *event, h, u int) bool {
	s := e.s
	if e.frame != nil && h == e.trigger {
		return true
	}
	op := d.operatorAt(s, h, u)
	if op == nil {
		return false
	}
	if op.Effect == lexicon.Ask && op.Word == "tell" && !s.isVerb(u) { // "told a meeting that"
		e.dropped = "those who were told"
		return true
	}
	if op.Effect == lexicon.Ask && op.Word == "tell" && s.relIs(u, "ccomp") && !s.marked(u, "to") { // "told reporters that"
		d.attribute(e, h)
		return true
	}
	e.say(op.Word + " (" + op.Position + ")")
	effect := op.Effect
	if op.Word == "order" && !s.isVerb(u) { // "ordered an end to": what a government orders of its own it does
		effect = lexicon.Do
	}
	e.effects = append(e.effects, effect)
	switch effect {
	case lexicon.Commit:
		d.govern(e, h, u)
		commit(e, op)
		d.clauseMoves(e, h)
	case lexicon.Threaten:
		d.govern(e, h, u)
		threaten(e)
		d.clauseMoves(e, h)
	case lexicon.Refuse:
		d.govern(e, h, u)
		e.mode, e.typ, e.cameo = responseMode(e.typ), plover.Reject, ""
		d.clauseMoves(e, h)
	case lexicon.Ask:
		d.ask(e, h, u)
		d.clauseMoves(e, h)
	case lexicon.Negate:
		e.aux = plover.Negation
	case lexicon.Deny:
		e.dropped = "denied"
	case lexicon.Try:
		e.hypothetical("only " + op.Word)
	case lexicon.Halt:
		d.govern(e, h, u)
		halt(e, s.toks[h].Lemma)
		d.clauseMoves(e, h)
	case lexicon.Do, lexicon.Resume:
		d.govern(e, h, u)
		if s.isVerb(h) {
			e.clause = h
		}
	case lexicon.Coming:
		if e.aux == plover.Asserted {
			e.aux = plover.Future
		}
	case lexicon.Report:
		d.attribute(e, h)
	case lexicon.Allege:
		e.dropped = "alleged, not reported"
	case lexicon.Mention:
		e.dropped = "spoken of, not reported"
	}
	return true
}

// clauseMoves: from here on the governing verb dates and places the act.
func (d *document) clauseMoves(e *event, h int) {
	if e.s.isVerb(h) {
		e.clause = h
		e.words = append(e.words, h)
	}
	e.aux = plover.Asserted
	if e.typ == plover.Agree && e.meeting != nil && len(e.effects) == 1 { // agreed to meet, not to work toward meeting
		e.aux = plover.Future
	}
}

// govern makes the subject of the governing verb the actor, all others
// recipients; several who act together and name no other are all actors.
func (d *document) govern(e *event, h, u int) {
	s := e.s
	var subjects []ref
	if s.isVerb(h) {
		c := d.clauseOf(s, h)
		for _, t := range c.subjects {
			if t != u {
				subjects = append(subjects, d.participants(s, t)...)
			}
		}
	} else if m := d.mentionAt(s, h); m != nil {
		for _, p := range m.owners {
			if !p.unresolvable {
				subjects = append(subjects, ref{party: p, m: m})
			}
		}
	}
	subjects = uniqueRefs(subjects)
	if len(subjects) == 0 {
		return
	}
	others := without(append(append([]ref(nil), e.actors...), e.recipients...), subjects)
	e.actors, e.recipients = subjects, uniqueRefs(others)
	e.reciprocal = len(subjects) > 1 && len(others) == 0
	if e.reciprocal {
		e.recipients = nil
	}
}

// commit turns an act into the promise of it.
func commit(e *event, op *lexicon.Operator) {
	if e.typ.Quad() == plover.MaterialConflict && len(keysOfRefs(e.actors)) == 1 {
		switch op.Word {
		case "agree", "concur", "decide", "decision", "resolve", "announce", "unveil":
			return // what one side decides or announces against another it does
		}
	}
	hostile := e.typ.Quad() >= plover.VerbalConflict && e.typ != plover.Request
	switch {
	case hostile && op.Word != "agree" && op.Word != "concur":
		threaten(e)
		return
	case (e.typ == plover.Retreat || e.typ == plover.Concede) && !(e.mode == "ceasefire" && len(keysOfRefs(e.actors)) > 1):
		e.typ, e.mode, e.cameo = plover.Concede, "", ""
	default:
		e.typ, e.mode, e.cameo = plover.Agree, "", ""
	}
	if e.typ == plover.Agree && len(keysOfRefs(e.actors)) > 1 { // what they agree about does not make a party to it
		e.recipients, e.reciprocal = nil, true
	}
}

// threaten turns an act into the threat of it.
func threaten(e *event) {
	switch e.typ {
	case plover.Sanction:
		e.mode = map[string]string{"expel": "expel", "withdraw": "relations", "discontinue": "restrict", "convict": "arrest"}[e.mode]
	case plover.Coerce:
		e.mode = map[string]string{"arrest": "arrest", "deport": "expel", "seize": "territory"}[e.mode]
		if e.mode == "" {
			e.mode = "restrict"
		}
	case plover.Assault, plover.Mobilize:
		e.mode = "violence"
	case plover.Retreat, plover.Reject:
		e.mode = "relations"
	default:
		e.mode = ""
	}
	e.typ, e.cameo = plover.Threaten, ""
}

// responseMode is the mode of REQUEST and REJECT that an act asks for.
func responseMode(t plover.Type) string {
	switch t {
	case plover.Consult:
		return "meet"
	case plover.Aid, plover.Cooperate, plover.Support:
		return "assist"
	case plover.Retreat, plover.Concede:
		return "yield"
	}
	return "change"
}

// ask turns an act into the demand for it.
func (d *document) ask(e *event, h, u int) {
	s := e.s
	var asked []ref
	if s.isVerb(h) {
		c := d.clauseOf(s, h)
		for _, o := range c.objects {
			if o.token != u && !s.inSubtree(o.token, u) {
				asked = append(asked, d.participants(s, o.token)...)
			}
		}
		if len(asked) == 0 {
			for _, o := range c.obliques {
				if o.depth == 0 && (o.prep == "on" || o.prep == "upon" || o.prep == "to" || o.prep == "with" || o.prep == "from" || o.prep == "of") && !s.inSubtree(o.token, u) {
					asked = append(asked, d.participants(s, o.token)...)
				}
			}
		}
	}
	mode := responseMode(e.typ)
	if e.typ.Quad() >= plover.VerbalConflict {
		mode = "change"
	}
	d.govern(e, h, u)
	if len(asked) > 0 {
		e.recipients = without(uniqueRefs(asked), e.actors)
	}
	e.reciprocal = false
	e.typ, e.mode, e.cameo = plover.Request, mode, ""
}

// halt turns an act into its end.
func halt(e *event, verb string) {
	switch e.typ {
	case plover.Consult:
		switch verb {
		case "cancel", "call", "boycott", "scrap", "cancellation":
			e.typ, e.mode = plover.Reject, "meet"
		case "postpone", "delay", "put", "postponement":
			e.typ, e.mode = plover.Reject, "meet"
		case "end":
			return // the talks ended: they took place
		default:
			e.typ, e.mode = plover.Sanction, "withdraw"
		}
	case plover.Aid, plover.Cooperate, plover.Agree, plover.Support:
		e.typ, e.mode = plover.Sanction, "discontinue"
	case plover.Assault, plover.Mobilize:
		e.typ, e.mode = plover.Retreat, ""
	case plover.Sanction, plover.Coerce, plover.Protest, plover.Threaten:
		e.typ, e.mode = plover.Retreat, ""
	default:
		return
	}
	e.cameo = ""
}

// announce turns a coming act into what announcing it is: help promised is
// AGREE, a withdrawal promised CONCEDE, force announced THREATEN; a meeting
// ahead keeps the mode future, so that the calendar finds it.
func announce(e *event) {
	switch e.typ {
	case plover.Consult:
		e.typ, e.mode, e.cameo = plover.Agree, "", ""
	case plover.Aid, plover.Cooperate, plover.Support:
		e.typ, e.mode, e.cameo, e.aux = plover.Agree, "", "", plover.Asserted
	case plover.Retreat:
		e.typ, e.mode, e.cameo, e.aux = plover.Concede, "", "", plover.Asserted
	case plover.Sanction, plover.Coerce, plover.Assault, plover.Mobilize:
		threaten(e)
		e.aux = plover.Asserted
	}
}

func (e *event) hypothetical(why string) {
	if e.aux == plover.Asserted || e.aux == plover.Future {
		e.aux = plover.Hypothetical
	}
	e.say(why)
}

// qualifyClause reads negation, modals and tense at a verb on the way up.
func (d *document) qualifyClause(e *event, v int) {
	s := e.s
	for _, k := range s.kids(v) {
		k := int(k)
		word := lower(s.toks[k].Form)
		switch {
		case e.aside && s.toks[k].Rel == "advmod":
		case s.toks[k].Rel == "advmod" && (s.toks[k].Lemma == "not" || word == "n't" || word == "n’t" || word == "never" || word == "no longer" || word == "hardly"):
			e.aux = plover.Negation
			for _, a := range s.kids(v) {
				if w := lower(s.toks[a].Form); s.relIs(int(a), "aux") && (w == "will" || w == "would" || w == "wo" || w == "'ll") {
					e.willNot = true
				}
			}
			e.say("negated")
		case s.relIs(k, "aux"):
			d.modal(e, v, s.toks[k].Lemma, word)
		case s.toks[k].Rel == "mark" && s.toks[k].Lemma == "to" && s.title && s.toks[v].Head < 0:
			if e.aux == plover.Asserted {
				e.aux = plover.Future // headline: "Japan to send envoy"
			}
		case s.relIs(k, "nsubj", "obj") && s.isNominal(k):
			if det := s.hasLemma(k, "no", "neither"); det >= 0 && s.toks[det].Rel == "det" && !e.aside {
				e.aux = plover.Negation
				e.say("no " + s.toks[k].Form)
			}
		}
	}
	if s.toks[v].UPOS != "VERB" { // "is ready to", "is due to"
		return
	}
	if be := s.child(v, "aux", "cop"); be >= 0 && s.toks[be].Lemma == "be" && s.marked(v, "to") && e.aux == plover.Asserted {
		e.aux = plover.Future // "are to meet"
	}
}

func (d *document) modal(e *event, v int, lemma, word string) {
	switch lemma {
	case "will", "shall", "'ll":
		if word == "would" {
			d.would(e, v)
			return
		}
		if e.aux == plover.Asserted {
			e.aux = plover.Future
		}
	case "would", "'d":
		d.would(e, v)
	case "may", "might", "could":
		e.hypothetical("may or could")
	case "can":
		e.hypothetical("can")
	case "should", "must", "ought":
		e.dropped = "what should be done"
	}
}

// would is the future of a past report ("said it would send troops"), else a
// mere supposition.
func (d *document) would(e *event, v int) {
	s := e.s
	for u, steps := v, 0; steps < 5; steps++ {
		h := s.toks[u].Head
		if h < 0 {
			break
		}
		if s.relIs(u, "ccomp") {
			if e.aux == plover.Asserted && !s.hasIf(v) {
				e.aux = plover.Future
			} else {
				e.hypothetical("would")
			}
			return
		}
		u = h
	}
	e.hypothetical("would")
}

func (s *sentence) hasIf(v int) bool {
	for _, k := range s.kids(v) {
		if s.relIs(int(k), "advcl") && (s.marked(int(k), "if") || s.marked(int(k), "unless")) {
			return true
		}
	}
	return false
}

// shareModals: "will meet and discuss" — the second verb has the first one's
// auxiliary unless it has a subject of its own.
func (d *document) shareModals(e *event, u, h int) {
	s := e.s
	if s.child(u, "nsubj", "aux") >= 0 {
		return
	}
	for _, k := range s.kids(h) {
		if s.relIs(int(k), "aux") && s.toks[k].Rel == "aux" {
			d.modal(e, h, s.toks[k].Lemma, lower(s.toks[k].Form))
		}
	}
}

// comingWords and their like before an event noun tell its reservation.
var nounQualifiers = map[string]plover.Aux{
	"upcoming": plover.Future, "planned": plover.Future, "coming": plover.Future, "forthcoming": plover.Future, "scheduled": plover.Future,
	"next": plover.Future, "future": plover.Future, "impending": plover.Future, "imminent": plover.Future, "looming": plover.Future,
	"possible": plover.Hypothetical, "potential": plover.Hypothetical, "proposed": plover.Hypothetical, "would-be": plover.Hypothetical,
	"threatened": plover.Hypothetical, "alleged": plover.Hypothetical, "suspected": plover.Hypothetical, "feared": plover.Hypothetical,
	"no": plover.Negation, "past": plover.Historical, "previous": plover.Historical, "wartime": plover.Historical, "colonial": plover.Historical,
	"historic": plover.Asserted,
}

// qualifyNoun reads what stands before an event noun: "upcoming trip", "no talks".
func (d *document) qualifyNoun(e *event, n int) {
	s := e.s
	for _, k := range s.kids(n) {
		if int(k) < n {
			if aux, ok := nounQualifiers[lower(s.toks[k].Form)]; ok && e.aux == plover.Asserted {
				e.aux = aux
				if aux != plover.Asserted {
					e.say(s.toks[k].Form + " " + s.toks[n].Form)
				}
			}
		}
	}
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

// defaultEvent is what an operator means by itself: "agreed to", "refused to",
// "urged X to" are events even where the act below is not in the lexicon.
func (d *document) defaultEvent(s *sentence, v int) *event {
	var complement = -1
	for _, k := range s.kids(v) {
		if s.relIs(int(k), "xcomp", "ccomp") || s.relIs(int(k), "advcl") && s.marked(int(k), "to") {
			complement = int(k)
		}
	}
	if complement < 0 {
		if infinitives := d.clauseOf(s, v).infinitives(); len(infinitives) > 0 {
			complement = infinitives[0]
		}
	}
	if complement < 0 {
		return nil
	}
	if s.toks[v].Lemma == "warn" {
		return d.conditionalWarning(s, v, complement)
	}
	op := d.operatorAt(s, v, complement)
	if op == nil || !op.Default || op.With != "" && !strings.Contains("on upon out", op.With) {
		return nil
	}
	e := &event{s: s, trigger: v, clause: v, noun: -1, said: -1, rule: op.Position, confidence: 0.6, def: true}
	e.say(op.Word + " with no known act below it")
	c := d.clauseOf(s, v)
	for _, t := range c.subjects {
		e.actors = append(e.actors, d.participants(s, t)...)
	}
	e.actors = uniqueRefs(e.actors)
	switch op.Effect {
	case lexicon.Commit:
		e.typ = plover.Agree
		e.reciprocal = len(e.actors) > 1
	case lexicon.Threaten:
		e.typ = plover.Threaten
	case lexicon.Refuse:
		e.typ, e.mode = plover.Reject, "change"
	case lexicon.Ask:
		e.typ, e.mode = plover.Request, "change"
		for _, o := range c.objects {
			if o.token != complement {
				e.recipients = append(e.recipients, d.participants(s, o.token)...)
			}
		}
		for _, o := range c.obliques {
			if o.depth == 0 && (o.prep == "on" || o.prep == "upon" || o.prep == "to") && len(e.recipients) == 0 {
				e.recipients = append(e.recipients, d.participants(s, o.token)...)
			}
		}
	default:
		return nil
	}
	if len(e.recipients) == 0 && op.Effect == lexicon.Ask {
		for _, t := range s.ownSubjects(complement) { // "demanded that India punish"
			e.recipients = append(e.recipients, d.participants(s, t)...)
		}
	}
	if len(e.recipients) == 0 && !e.reciprocal {
		e.recipients = d.partiesUnder(s, complement)
	}
	e.recipients = without(uniqueRefs(e.recipients), e.actors)
	if len(e.actors) == 0 {
		return nil
	}
	return e
}

// conditionalWarning: "warned that the army was ready if the North did
// anything" threatens whoever the condition is laid on.
func (d *document) conditionalWarning(s *sentence, v, complement int) *event {
	e := &event{s: s, trigger: v, clause: v, noun: -1, said: -1, rule: "warn + if", confidence: 0.6, def: true, typ: plover.Threaten}
	for _, t := range d.clauseOf(s, v).subjects {
		e.actors = append(e.actors, d.participants(s, t)...)
	}
	e.actors = uniqueRefs(e.actors)
	for i := complement; i <= int(s.hi[complement]); i++ {
		if s.relIs(i, "advcl") && (s.marked(i, "if") || s.marked(i, "unless")) && s.inSubtree(i, complement) {
			for _, t := range d.clauseOf(s, i).subjects {
				e.recipients = append(e.recipients, d.participants(s, t)...)
			}
		}
	}
	e.recipients = without(uniqueRefs(e.recipients), e.actors)
	if len(e.actors) == 0 || len(e.recipients) == 0 {
		return nil
	}
	e.say("a warning under a condition laid on the other side")
	return e
}

// partiesUnder gives everybody named under a token.
func (d *document) partiesUnder(s *sentence, top int) []ref {
	var out []ref
	for i := int(s.lo[top]); i <= int(s.hi[top]); i++ {
		if m := d.mentionAt(s, i); m != nil && m.head == i && s.inSubtree(i, top) {
			for _, p := range m.parties {
				if !p.unresolvable {
					out = append(out, ref{party: p, m: m})
				}
			}
		}
	}
	return uniqueRefs(out)
}
