package coder

import (
	"entente/plover"
)

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
		e.due = true
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
