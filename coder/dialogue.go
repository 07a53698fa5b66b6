package coder

import (
	"entente/calendar"
	"entente/coder/lexicon"
	"entente/plover"
	"entente/record"
)

// haltStatus is the state that a verb which stops a dialogue leaves it in. A
// meeting put off without a new date counts as suspended; one that ended was
// held.
var haltStatus = map[string]string{"cancel": "cancelled", "scrap": "cancelled", "abandon": "cancelled", "boycott": "cancelled", "shelve": "cancelled",
	"cancellation": "cancelled", "withdraw": "cancelled", "rescind": "cancelled", "call": "cancelled",
	"postpone": "suspended", "delay": "suspended", "suspend": "suspended", "halt": "suspended", "freeze": "suspended", "break": "suspended",
	"stall": "suspended", "put": "suspended", "interrupt": "suspended", "cut": "suspended", "sever": "suspended", "stop": "suspended",
	"collapse": "suspended", "founder": "suspended", "suspension": "suspended", "postponement": "suspended", "pause": "suspended"}

// needsParticle are the halting verbs that halt only with theirs.
var needsParticle = map[string][]string{"call": {"off"}, "put": {"off"}, "break": {"off", "down"}, "cut": {"off", ""}}

// restartWords bring a dialogue back.
var restartWords = map[string]bool{"resume": true, "restart": true, "reopen": true, "revive": true, "resumption": true, "revival": true, "relaunch": true}

// haltedBy gives the state that a verb or noun over a dialogue leaves it in.
func (s *sentence) haltedBy(v int) string {
	status := haltStatus[s.toks[v].Lemma]
	if status == "" {
		return ""
	}
	particles, needs := needsParticle[s.toks[v].Lemma]
	for _, p := range particles {
		if p == "" || s.hasParticle(v, p) || v+1 < len(s.toks) && lower(s.toks[v+1].Form) == p {
			return status
		}
	}
	if needs {
		return ""
	}
	return status
}

// statusOver reads the words directly over a dialogue's noun, and the clauses
// that modify it: "suspended the talks", "talks, which resumed in July".
func (s *sentence) statusOver(noun int) (status string, word int) {
	top := noun
	for steps := 0; steps < 3; steps++ {
		h := s.toks[top].Head
		if h < 0 {
			break
		}
		if s.relIs(top, "obj", "nsubj", "nmod") || s.relIs(top, "obl") && s.preposition(top) == "off" || (s.title && s.relIs(top, "compound") || s.relIs(top, "conj") && s.isVerb(h) && h < top) {
			if st := s.haltedBy(h); st != "" && (s.isVerb(h) || s.relIs(top, "nmod", "compound")) && s.child(h, "advmod:neg") < 0 {
				return st, h
			}
			if restartWords[s.toks[h].Lemma] {
				return "resumed", h
			}
		}
		if !s.relIs(top, "nmod", "conj", "compound") || s.isVerb(h) {
			break
		}
		top = h
	}
	for k := noun + 1; k <= int(s.hi[noun]); k++ { // a relative clause, whatever noun of the phrase it is hung on
		if s.relIs(k, "acl") && s.isVerb(k) && s.inSubtree(k, noun) && restartWords[s.toks[k].Lemma] {
			return "resumed", k
		}
	}
	return "", -1
}

// rests: "a long-suspended summit", even where somebody works for its return.
func (s *sentence) rests(noun int) string {
	for i := max(0, noun-6); i < noun; i++ {
		if !s.inSubtree(i, noun) {
			continue
		}
		switch lower(s.toks[i].Form) {
		case "suspended", "stalled", "frozen", "halted":
			return "suspended"
		case "cancelled", "canceled", "aborted":
			return "cancelled"
		}
	}
	return ""
}

// statusOf tells how a dialogue stands, and how long it had rested.
func (d *document) statusOf(e *event, m *record.Mechanism) string {
	s := e.s
	status := d.statusByWords(e)
	if status == "" {
		return ""
	}
	for _, t := range s.times {
		years, ok := t.expr.YearsAt(d.anchor(calendar.Past))
		if !ok || years <= 0 {
			continue
		}
		near := s.governor(t.first) == e.clause || e.noun >= 0 && s.inSubtree(t.first, e.noun) || status == "resumed" && s.hasSuspended(t.first)
		if near && (t.expr.Gap() || status == "resumed" && t.expr.Kind == calendar.Duration) {
			y := float64(int(years*100+0.5)) / 100
			m.GapYears = &y
		}
	}
	return status
}

func (d *document) statusByWords(e *event) string {
	s := e.s
	if e.aux == plover.Negation {
		return ""
	}
	if e.noun >= 0 && s.background(e.noun) {
		return "held"
	}
	status := "held"
	switch {
	case e.aux == plover.Future, d.comesUp(e):
		status = "planned"
	case e.aux == plover.Hypothetical:
		status = "proposed"
	}
	for _, effect := range e.effects {
		switch effect {
		case lexicon.Resume:
			if status != "planned" {
				status = "resumed"
			}
		case lexicon.Commit:
			if d.proposal(e) == "proposed" { // an offer alone
				status = "proposed"
			} else if status == "held" || status == "proposed" {
				status = "planned"
			}
		case lexicon.Ask, lexicon.Try:
			status = "proposed"
		case lexicon.Refuse, lexicon.Negate:
			return ""
		}
	}
	if e.noun >= 0 {
		if rests := s.rests(e.noun); rests != "" && status != "resumed" {
			return rests
		}
		if over, word := s.statusOver(e.noun); over != "" && (status != "planned" || over != "resumed") {
			switch {
			case s.negated(word):
			case over == "resumed" && s.toks[word].XPOS == "VB" && s.marked(word, "to"): // "ready to resume"
				if status == "planned" {
					return status
				}
				return d.proposal(e)
			default:
				return over
			}
		}
	}
	if status == "proposed" {
		return d.proposal(e)
	}
	return status
}

// background: "announced after four days of talks": whatever follows of it, the
// meeting took place.
func (s *sentence) background(noun int) bool {
	for h := s.toks[noun].Head; h >= 0 && s.relIs(noun, "nmod") && (lightNouns[s.toks[h].Lemma] || s.inTime(h)); h = s.toks[noun].Head {
		noun = h
	}
	switch s.preposition(noun) {
	case "after", "during", "following":
		return true
	}
	return false
}

// proposal keeps what a side offers or is ready for; what outsiders urge in
// general is no dialogue. "In Sydney for talks" is held, whatever is urged there.
func (d *document) proposal(e *event) string {
	s := e.s
	if e.noun >= 0 && s.preposition(e.noun) == "for" && s.relIs(e.noun, "nmod", "obl") {
		for _, k := range s.kids(e.noun) {
			if s.preposition(int(k)) == "with" {
				return "held"
			}
		}
	}
	for v, steps := s.toks[e.trigger].Head, 0; v >= 0 && steps < 5 && !d.reports(s, v); v, steps = s.toks[v].Head, steps+1 {
		switch s.toks[v].Lemma {
		case "propose", "offer", "ready", "willing", "suggest", "proposal", "invite", "invitation", "prepared":
			return "proposed"
		}
	}
	return ""
}

// comesUp: the meeting stands in a clause that looks ahead, or after the day
// of the article.
func (d *document) comesUp(e *event) bool {
	if e.aux != plover.Asserted {
		return false
	}
	if d.ahead(e.date) {
		return true
	}
	for _, c := range d.comingClauses(e.s) {
		if c.verb == e.trigger || c.verb == e.clause || containsToken(e.words, c.verb) {
			return true
		}
	}
	return false
}

// hasSuspended: the time belongs to "had been suspended for five years".
func (s *sentence) hasSuspended(i int) bool {
	v := s.governor(i)
	return v >= 0 && haltStatus[s.toks[v].Lemma] == "suspended"
}

// channelNouns are dialogues that are no single meetings.
var channelNouns = map[string]bool{"cooperation": true, "contact": true, "mechanism": true, "commission": true, "committee": true, "hotline": true,
	"exchange": true, "consultation": true, "coordination": true, "council": true, "visit": true, "invitation": true, "patrol": true, "channel": true, "talk": true, "negotiation": true}

// founding verbs set a standing dialogue up.
var founding = map[string]bool{"establish": true, "create": true, "launch": true, "form": true, "set": true, "start": true, "open": true, "agree": true}

// channels finds the standing dialogues of a sentence that are cut, resumed or
// set up: cooperation, contacts, commissions, an invitation withdrawn. Words of
// meetings already told are passed over.
func (d *document) channels(s *sentence, told map[word]bool, out []record.Mechanism) []record.Mechanism {
	for i := range s.toks {
		if !channelNouns[s.toks[i].Lemma] || s.toks[i].UPOS != "NOUN" || s.relIs(i, "compound") || s.quoted[i] || s.title || told[word{s, i}] {
			continue
		}
		status, name := d.channelStatus(s, i)
		if status == "" {
			continue
		}
		parties := d.tieParties(s, i)
		if len(parties) < 2 || len(parties) > 3 {
			continue
		}
		m := record.Mechanism{Name: name, Kind: lower(s.toks[i].Lemma), Parties: parties, Status: status, Sentence: s.index}
		if m.Kind == "invitation" {
			m.Kind, m.Level = "visit", text(d.levelIn(s, i))
		}
		known := false
		for k := range out {
			known = known || out[k].Status == m.Status && out[k].Kind == m.Kind && samePartyList(out[k].Parties, m.Parties)
		}
		if !known {
			out = append(out, m)
		}
	}
	return out
}

func samePartyList(a, b []string) bool { return len(a) == len(b) && containsAll(a, b) }

// wordsOfMeetings are the words that told of a meeting.
func (d *document) wordsOfMeetings() map[word]bool {
	words := make(map[word]bool, 2*len(d.meetings))
	for _, e := range d.meetings {
		words[word{e.s, e.noun}], words[word{e.s, e.trigger}] = true, true
	}
	return words
}

// word is a token of a sentence.
type word struct {
	s     *sentence
	token int
}

// channelStatus reads how a standing dialogue is dealt with, and its name.
func (d *document) channelStatus(s *sentence, noun int) (status, name string) {
	first, last := noun, noun
	if m := d.mentionAt(s, noun); m != nil {
		first, last = m.first, m.last
	}
	for first < last && (s.toks[first].UPOS == "DET" || s.toks[first].UPOS == "PRON") {
		first++
	}
	name = d.slice(s, first, last)
	over, word := s.statusOver(noun)
	switch {
	case s.toks[noun].Lemma == "invitation":
		if over == "cancelled" {
			return over, "visit"
		}
		if h := s.toks[noun].Head; h >= 0 && s.toks[h].Lemma == "accept" && !s.negated(h) {
			return "planned", "visit"
		}
		return "", ""
	case over != "":
		if s.negated(word) {
			return "", ""
		}
		return over, name
	}
	h := s.toks[noun].Head
	if h < 0 || !s.relIs(noun, "obj") || !founding[s.toks[h].Lemma] || s.toks[h].Lemma == "set" && !s.hasParticle(h, "up") && lower(s.toks[min(h+1, len(s.toks)-1)].Form) != "up" {
		return "", ""
	}
	if s.toks[noun].Lemma != "mechanism" && s.toks[noun].Lemma != "commission" && s.toks[noun].Lemma != "committee" && s.toks[noun].Lemma != "hotline" && s.toks[noun].Lemma != "council" {
		return "", ""
	}
	return "planned", name
}

// levelIn is the level of the first office named behind a token.
func (d *document) levelIn(s *sentence, from int) string {
	for i := from + 1; i <= int(s.hi[from]); i++ {
		if m := d.mentionAt(s, i); m != nil && m.head == i {
			for _, p := range m.parties {
				if p.level != "" {
					return p.level
				}
				if l := levelOfOffice(p.office); l != "" {
					return l
				}
			}
		}
	}
	return ""
}
