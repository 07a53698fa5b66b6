package coder

import (
	"strings"

	"entente/coder/lexicon"
	"entente/plover"
)

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
	if (op.Word == "order" || op.Word == "authorize" || op.Word == "authorise") && !s.isVerb(u) { // "ordered an end to", "authorized tariffs": what a government orders of its own it does
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
		if s.isVerb(u) && d.reports(s, u) { // "declined to comment on how it"
			e.dropped = "not spoken of"
			return true
		}
		d.govern(e, h, u)
		e.mode, e.typ, e.cameo = responseMode(e.typ), plover.Reject, ""
		d.clauseMoves(e, h)
	case lexicon.Ask:
		d.ask(e, op, h, u)
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
		e.accused = e.accused || s.relIs(u, "ccomp")
		if e.due {
			d.demand(e)
		}
		if op.Word == "warn" && e.speaker != nil && len(e.actors) == 1 && e.actors[0].key() == e.speaker.key() && e.typ.Quad() >= plover.VerbalConflict && e.typ != plover.Request && e.typ != plover.Accuse && e.aux != plover.Negation {
			threaten(e) // "warned it could suspend aid"
			e.aux = plover.Asserted
		}
		if op.Word == "claim" || op.Word == "admit" || op.Word == "acknowledge" {
			d.claim(e)
		}
	case lexicon.Allege:
		e.dropped = "alleged, not reported"
	case lexicon.Mention:
		e.dropped = "spoken of, not reported"
	}
	return true
}

// claim: "said to have attacked" is an attack, "claimed that they had attacked"
// a claim of responsibility to CAMEO.
func (d *document) claim(e *event) {
	if e.speaker != nil && e.typ.Quad() == plover.MaterialConflict && contains(keysOfRefs(e.actors), e.speaker.key()) {
		e.cameo = "015"
	}
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
	agreed := op.Word == "agree" || op.Word == "concur" || op.Word == "consent"
	if e.typ.Quad() == plover.MaterialConflict && len(keysOfRefs(e.actors)) == 1 && !(agreed && e.typ == plover.Mobilize) { // "agreed to send troops" has sent none
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
		e.typ, e.mode, e.cameo = plover.Concede, "", "035"
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
func (d *document) ask(e *event, op *lexicon.Operator, h, u int) {
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
	if (op.Word == "order" || op.Word == "instruct" || op.Word == "command") && d.ownOfficials(e.actors, asked) { // "instructed officials to impose tariffs": what a government orders of its own it does
		return
	}
	if len(asked) > 0 {
		e.recipients = without(uniqueRefs(asked), e.actors)
	}
	e.reciprocal = false
	e.typ, e.mode, e.cameo = plover.Request, mode, appealCode(op, mode)
}

// ownOfficials tells whether those who are asked serve the state that asks.
func (d *document) ownOfficials(actors, asked []ref) bool {
	for _, r := range asked {
		if len(actors) == 0 || r.key() != actors[0].key() || !isAlpha3(r.id) {
			return false
		}
	}
	return len(asked) > 0
}

// appealCode keeps CAMEO's appeals (02) apart from its demands (10), which
// follow from the mode.
func appealCode(op *lexicon.Operator, mode string) string {
	if op.Demand {
		return ""
	}
	switch mode {
	case "meet":
		return "026"
	case "yield":
		return "025"
	}
	return "020"
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
		e.typ, e.mode, e.cameo, e.aux = plover.Concede, "", "035", plover.Asserted
	case plover.Concede:
		e.cameo, e.aux = "035", plover.Asserted
	case plover.Protest:
		if e.noun < 0 { // "will boycott", but not the riots to come
			threaten(e)
			e.aux = plover.Asserted
		}
	case plover.Sanction, plover.Coerce, plover.Assault, plover.Mobilize:
		threaten(e)
		e.aux = plover.Asserted
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
	if c.passive && len(c.subjects) == 0 && op.Effect == lexicon.Commit { // "is committed to opening": who is committed promises
		for _, o := range c.objects {
			e.actors = append(e.actors, d.participants(s, o.token)...)
		}
	}
	e.actors = uniqueRefs(e.actors)
	switch op.Effect {
	case lexicon.Commit:
		e.typ = plover.Agree
		e.reciprocal = len(e.actors) > 1
	case lexicon.Threaten:
		e.typ = plover.Threaten
	case lexicon.Refuse:
		if d.reports(s, complement) { // "declined to comment" refuses nothing
			return nil
		}
		e.typ, e.mode = plover.Reject, "change"
	case lexicon.Ask:
		e.typ, e.mode, e.cameo = plover.Request, "change", appealCode(op, "change")
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
