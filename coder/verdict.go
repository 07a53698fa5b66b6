package coder

import (
	"strings"

	"entente/coder/lexicon"
	"entente/plover"
)

// What a state says of another is more than a statement where it asks for
// something or finds fault: "Athens said Ankara must withdraw its ships", "the
// minister said Russia was a threat".

// foul is the stance of words from which on they find fault with their subject.
const foul = -0.5

// demand makes an act that somebody says another should do a request.
func (d *document) demand(e *event) {
	if e.speaker == nil || len(e.actors) == 0 || generic(e.actors) || !d.speaksOf(*e.speaker, e.actors) {
		return
	}
	mode := responseMode(e.typ)
	if e.typ.Quad() >= plover.VerbalConflict {
		mode = "change"
	}
	e.due, e.reciprocal = false, false
	e.recipients, e.actors = e.actors, []ref{*e.speaker}
	e.typ, e.mode, e.cameo, e.aux = plover.Request, mode, "", plover.Asserted
	e.clause = e.said
	e.words = append(e.words, e.said)
	e.say("somebody says that it should be done: a request")
}

// speaksOf tells whether a speaker is somebody in particular, and of another
// state than all of whom he speaks.
func (d *document) speaksOf(speaker ref, of []ref) bool {
	if speaker.generic || speaker.via || speaker.unresolvable || contains(speaker.sectors, "JRN") || contains(speaker.sectors, "MED") {
		return false
	}
	for _, r := range of {
		if r.key() == speaker.key() || r.country != "" && r.country == speaker.country {
			return false
		}
	}
	return len(of) > 0
}

// verdicts gives what the verbs of saying of a sentence are by themselves,
// where no act that they report is a request already.
func (d *document) verdicts(s *sentence, found []*event) []*event {
	var out []*event
next:
	for v := range s.toks {
		if !s.isVerb(v) {
			continue
		}
		complement := s.child(v, "ccomp")
		if complement < 0 {
			continue
		}
		if op := d.operatorAt(s, v, complement); op == nil || op.Effect != lexicon.Report {
			continue
		}
		for _, e := range found {
			if e.said == v && e.dropped == "" && e.typ.Quad() != plover.VerbalCooperation && e.typ != plover.Consult {
				continue next
			}
		}
		if e := d.verdict(s, v, complement); e != nil {
			d.compose(e)
			out = append(out, e)
		}
	}
	return out
}

// judged gives the clause that a verdict is in: "said he thought it certain
// that Chad was behind it" is about Chad.
func (d *document) judged(s *sentence, complement int, speaker ref) int {
	for steps := 0; steps < 3; steps++ {
		own := false
		for _, t := range s.ownSubjects(complement) {
			refs := d.participants(s, t)
			own = own || s.toks[t].UPOS == "PRON" && (len(refs) == 0 || refs[0].key() == speaker.key())
		}
		next := s.child(complement, "ccomp", "csubj")
		if !own || next < 0 {
			return complement
		}
		complement = next
	}
	return complement
}

// forceful tells whether the lexicon knows a verb mostly as one of force: "said
// that Chad had shelled a town".
func (d *document) forceful(lemma string) bool {
	share := 0.0
	for _, v := range d.know.votes.Heads[lower(lemma)] {
		if v.Type == plover.Assault || v.Type == plover.Coerce {
			share += v.Share
		}
	}
	return share > 0.6
}

// culprit tells whether a predicate names its subject as who did it: "was
// behind the attack", "is responsible for".
func (s *sentence) culprit(predicate int) bool {
	if s.child(predicate, "cop") < 0 {
		return false
	}
	return s.toks[predicate].Lemma == "responsible" || s.toks[predicate].Lemma == "behind" || s.preposition(predicate) == "behind"
}

// verdict is what a verb of saying by itself is to whom its clause is about:
// a request where they should do something, an accusation where the predicate
// speaks ill of them.
func (d *document) verdict(s *sentence, v, complement int) *event {
	e := &event{s: s, trigger: v, clause: v, noun: -1, said: -1, rule: "say of another", confidence: 0.5, def: true}
	for _, t := range d.clauseOf(s, v).subjects {
		e.actors = append(e.actors, d.participants(s, t)...)
	}
	if len(e.actors) == 0 {
		return nil
	}
	complement = d.judged(s, complement, e.actors[0])
	for _, t := range s.ownSubjects(complement) {
		e.recipients = append(e.recipients, d.participants(s, t)...)
	}
	e.actors, e.recipients = uniqueRefs(e.actors), uniqueRefs(e.recipients)
	if len(e.actors) != 1 || generic(e.recipients) || !d.speaksOf(e.actors[0], e.recipients) {
		return nil
	}
	for _, k := range s.kids(complement) {
		if s.relIs(int(k), "aux") {
			switch s.toks[k].Lemma {
			case "should", "must", "ought":
				e.typ, e.mode = plover.Request, "change"
				e.say("says what the other should do")
				return e
			}
		}
	}
	if l := s.toks[complement].Lemma; (l == "have" || l == "need") && s.child(complement, "xcomp") >= 0 {
		e.typ, e.mode = plover.Request, "change"
		e.say("says what the other has to do")
		return e
	}
	for _, r := range e.recipients {
		if r.country == "" && !strings.HasPrefix(r.id, "IGO:") && !isAlpha3(r.id) {
			return nil // "said that the country had suffered": nobody of another side
		}
	}
	for i := int(s.lo[complement]); i <= int(s.hi[complement]); i++ {
		if l := s.toks[i].Lemma; l == "no" || l == "not" || l == "never" || l == "n't" {
			return nil // "in no way could the state be involved"
		}
	}
	if s.isVerb(complement) && d.forceful(s.toks[complement].Lemma) && s.toks[complement].XPOS != "VB" {
		e.typ, e.mode, e.cameo = plover.Accuse, "allege", "112"
		e.say("says that the other used force")
		return e
	}
	if l := s.toks[complement].Lemma; (l == "fail" || l == "refuse") && s.child(complement, "xcomp") >= 0 {
		e.typ, e.mode, e.cameo = plover.Accuse, "allege", "112"
		e.say("says what the other left undone")
		return e
	}
	if s.culprit(complement) {
		e.typ, e.mode, e.cameo = plover.Accuse, "allege", "112"
		e.say("says that the other is behind it")
		return e
	}
	if d.stance(s, complement, complement) <= foul || d.stance(s, int(s.lo[complement]), int(s.hi[complement])) <= foul {
		e.typ, e.mode, e.cameo = plover.Accuse, "disapprove", "111"
		e.say("speaks ill of the other")
		return e
	}
	return nil
}
