package coder

import (
	"entente/atlas"
	"entente/coder/lexicon"
)

// utterance is one act of speech that a sentence tells: the word that tells
// it, who speaks, and what is said.
type utterance struct {
	s           *sentence
	cue         int      // the verb or noun of saying, or "according"
	source      *mention // who speaks, one party; nil where nobody is named
	first, last int      // the words said, tokens inclusive; −1 where only a quotation can tell
}

// hearing goes through a text once and collects its utterances in order; it
// remembers who has spoken, for the pronouns and titles that follow.
type hearing struct {
	d     *document
	said  []utterance
	words map[string]lexicon.Saying
	known map[string]*party // speakers the atlas doesn't know, by last name

	byline *party // who says I and we outside quotations
}

// listen gives all utterances of the text outside quotations; it hears the
// text once.
func (d *document) listen() *hearing {
	if d.heard != nil {
		return d.heard
	}
	h := &hearing{d: d}
	d.heard = h
	words, err := lexicon.Sayings()
	if err != nil {
		return h
	}
	h.words, h.known = words, map[string]*party{}
	for _, s := range d.sents {
		if s.title || s.index == 0 {
			h.headline(s)
		}
		if s.title {
			continue
		}
		for i := range s.toks {
			if !s.quoted[i] {
				h.hear(s, i)
			}
		}
	}
	return h
}

// kind tells what a token may stand with as a word of saying.
func (h *hearing) kind(s *sentence, i int) lexicon.Saying {
	word := lower(s.toks[i].Lemma)
	if word == "put" && i+1 < len(s.toks) && s.toks[i+1].Lemma == "it" { // "as he put it"
		word = "put it"
	}
	return h.words[word]
}

// hear adds the utterance that a token tells, if it tells one.
func (h *hearing) hear(s *sentence, i int) {
	switch {
	case lower(s.toks[i].Form) == "according":
		h.add(h.accordingTo(s, i))
	case s.isVerb(i):
		if kind := h.kind(s, i); kind&(lexicon.SaysClause|lexicon.SaysBeside|lexicon.SaysName) != 0 && h.told(s, i) {
			h.add(h.verbal(s, i, kind))
		}
	case s.toks[i].UPOS == "NOUN":
		if h.kind(s, i)&lexicon.SaysClaim != 0 {
			h.add(h.claim(s, i))
		}
	}
}

func (h *hearing) add(u utterance) {
	if u.source != nil && len(u.source.parties) > 0 {
		h.said = append(h.said, u)
	}
}

// told leaves out what isn't said at all: "did not say", "could say",
// "refused to say", "if he says".
func (h *hearing) told(s *sentence, v int) bool {
	if openingPassive(s, v) {
		return false
	}
	for _, k := range s.kids(v) {
		switch s.toks[k].Lemma {
		case "not", "never", "n't":
			return false
		case "could", "might", "may", "should", "must", "can", "would":
			if s.relIs(int(k), "aux") {
				return false
			}
		case "if", "whether", "unless":
			if s.toks[k].Rel == "mark" {
				return false
			}
		case "to":
			if s.toks[k].Rel == "mark" && !wentOn(s, v) {
				return false
			}
		case "of":
			if s.toks[k].Rel == "mark" { // "accused Oslo of having said": that is the accuser's word
				return false
			}
		}
	}
	return true
}

// openingPassive: "Asked about it, she said …": who said something was asked.
func openingPassive(s *sentence, v int) bool {
	if x := s.toks[v].XPOS; x != "VBN" && x != "VBD" || !s.relIs(v, "advcl") || s.child(v, "nsubj", "aux") >= 0 {
		return false
	}
	switch s.toks[v].Lemma {
	case "ask", "tell", "question", "press":
		return true
	}
	return false
}

// wentOn: infinitives that did happen: "went on to say", "took to Twitter to call".
func wentOn(s *sentence, v int) bool {
	head := s.toks[v].Head
	if head < 0 {
		return false
	}
	switch s.toks[head].Lemma {
	case "go", "continue", "take", "proceed", "rush", "use", "begin", "start", "hasten", "rise":
		return s.child(head, "aux") < 0
	}
	return false
}

// verbal reads the utterance of a verb.
func (h *hearing) verbal(s *sentence, v int, kind lexicon.Saying) utterance {
	u := utterance{s: s, cue: v, first: -1, last: -1}
	token := h.sayer(s, v)
	if token < 0 || h.d.inTime(s, token) {
		return u
	}
	if s.toks[v].Lemma == "add" && s.toks[v].XPOS == "VBG" {
		u.source = h.sourceBefore(s, v)
	}
	if u.source == nil {
		u.source = h.voice(s, token)
	}
	if u.source == nil || h.isThing(u.source) || onlyShows(s, v) && !canSay(h, s, u.source) || finds(s, v) && h.kind(u.source.sent, u.source.head)&lexicon.SaysDocument == 0 {
		u.source = nil
		return u
	}
	if kind&lexicon.SaysClause != 0 {
		h.clausal(&u, token)
	}
	if u.first < 0 && kind&lexicon.SaysName != 0 {
		u.first, u.last = namingContent(s, v)
	}
	return u
}

// clausal finds the clause that is said. A telling right behind a quotation
// has said it there; one between commas speaks the sentence around it; then
// the tree is asked, then the order of words.
func (h *hearing) clausal(u *utterance, token int) {
	s, v := u.s, u.cue
	from := attributionStart(s, v, token)
	if m := u.source; m.sent == s && m.first < from && m.last < from && from-m.last < 3 {
		from = m.first
	}
	if _, start := h.closingApposition(s, v); start >= 0 {
		from = start
	}
	behindQuotation := from > 1 && isQuoteMark(s.toks[from-1].Form) && s.quoted[from-2]
	switch end := telling(s, v) + 1; {
	case behindQuotation, s.toks[v].Lemma == "ask" && !asks(s, v):
		return
	case from > 1 && s.toks[from-1].Form == "," && s.toks[v].XPOS != "VBG" && s.toks[v].XPOS != "VBN" && s.toks[from].XPOS != "WRB" && !hasFiniteWithSubject(s, v+1, end) && (end >= len(s.toks)-1 || s.toks[end].Form == ","):
		if u.first, u.last = contentBefore(s, v, from, end); u.first >= 0 {
			return
		}
	}
	if u.first, u.last = clauseContent(s, v, token); u.first >= 0 {
		return
	}
	if u.first, u.last = thatClause(s, v); u.first >= 0 {
		return
	}
	if token > v { // "…, said a professor"
		u.first, u.last = contentBefore(s, v, from, telling(s, v)+1)
		return
	}
	if u.first, u.last = contentAfter(s, v, token); u.first < 0 && s.toks[v].XPOS != "VBG" {
		u.first, u.last = contentBefore(s, v, from, len(s.toks))
	}
}

// asks: a question reported with whether, if or a question word.
func asks(s *sentence, v int) bool {
	k := s.child(v, "ccomp", "advcl")
	return k > v && (s.hasLemma(k, "if", "whether", "why", "how", "what", "who", "when", "where", "which") >= 0)
}

// inTime tells whether a token is part of a time expression: "had last month
// charged …" isn't said by a month.
func (d *document) inTime(s *sentence, token int) bool {
	for _, t := range s.times {
		if t.first <= token && token <= t.last {
			return true
		}
	}
	return false
}

// sourceBefore is the speaker of the last telling before a token of its sentence.
func (h *hearing) sourceBefore(s *sentence, v int) *mention {
	if n := len(h.said); n > 0 && h.said[n-1].s == s && h.said[n-1].cue < v {
		return h.said[n-1].source
	}
	return nil
}

// onlyShows: verbs that facts and figures can be the subject of.
func onlyShows(s *sentence, v int) bool {
	switch s.toks[v].Lemma {
	case "suggest", "indicate", "signal", "imply", "reveal", "confirm", "underscore", "underline", "hint", "note", "predict",
		"estimate", "mention", "charge", "attest", "read", "call", "point", "forecast", "recall", "claim", "repeat", "remind":
		return true
	}
	return false
}

// finds: what people find or show is their experience; only of surveys and
// reports it is what they say.
func finds(s *sentence, v int) bool {
	return s.toks[v].Lemma == "find" || s.toks[v].Lemma == "show"
}

// isThing: what carries words and says nothing itself, a sign or a text message.
func (h *hearing) isThing(m *mention) bool {
	if m.kind != thing {
		return false
	}
	word := lower(m.sent.toks[m.head].Lemma)
	if h.words[word]&lexicon.CarriesWords != 0 {
		return true
	}
	return m.head > 0 && h.words[lower(m.sent.toks[m.head-1].Form)+" "+word]&lexicon.CarriesWords != 0
}

// canSay: a person, a body or a document, not a figure or a change.
func canSay(h *hearing, s *sentence, m *mention) bool {
	p := m.parties[0]
	switch {
	case lower(m.sent.toks[m.head].Form) == "it":
		return false
	case isPerson(p), m.kind != thing, p.country != "" && m.kind == named:
		return true
	}
	return h.kind(m.sent, m.head)&lexicon.SaysDocument != 0 || m.sent.toks[m.head].UPOS == "PROPN"
}

// claim: "his warning that …", "Cairo's claim that …".
func (h *hearing) claim(s *sentence, noun int) utterance {
	u := utterance{s: s, cue: noun, first: -1, last: -1}
	content := -1
	for _, k := range s.kids(noun) {
		if int(k) > noun && s.relIs(int(k), "acl", "ccomp") && s.hasLemma(int(k), "that") >= 0 && s.toks[s.hasLemma(int(k), "that")].Rel == "mark" {
			content = int(k)
		}
	}
	if content < 0 {
		return u
	}
	for _, k := range s.kids(noun) {
		if s.toks[k].Rel == "nmod:poss" || s.preposition(int(k)) == "by" || s.preposition(int(k)) == "from" && int(k) < content {
			u.source = h.voice(s, int(k))
		}
	}
	u.first, u.last = trim(s, int(s.lo[content]), int(s.hi[content]))
	return u
}

// accordingTo: "according to the minister, …" and "…, according to officials".
func (h *hearing) accordingTo(s *sentence, i int) utterance {
	u := utterance{s: s, cue: i, first: -1, last: -1}
	if i+2 >= len(s.toks) || lower(s.toks[i+1].Form) != "to" {
		return u
	}
	source := s.toks[i].Head
	if source <= i+1 || s.preposition(source) != "according to" {
		source = -1
		for j := i + 2; j < len(s.toks); j++ {
			if m := h.d.mentionAt(s, j); m != nil {
				source = m.head
				break
			}
		}
	}
	if source < 0 {
		return u
	}
	if u.source = h.voice(s, source); u.source == nil {
		return u
	}
	if i <= 1 {
		comma := nextComma(s, u.source.last+1)
		if comma >= 0 {
			u.first, u.last = trim(s, comma+1, len(s.toks)-1)
		}
		return u
	}
	u.first, u.last = trim(s, clauseStart(s, i-1), i-1)
	return u
}

func nextComma(s *sentence, from int) int {
	for i := from; i < len(s.toks); i++ {
		if s.toks[i].Form == "," {
			return i
		}
	}
	return -1
}

// headline: "Merkel: no deal in sight", "No deal in sight, says Merkel".
func (h *hearing) headline(s *sentence) {
	for i := range s.toks {
		t := &s.toks[i]
		if t.Form == ":" && i > 0 && i < 8 && i+3 < len(s.toks) {
			if m := h.d.mentionAt(s, i-1); m != nil && m.first == 0 && h.speaksInHeadline(s, m) {
				u := utterance{s: s, cue: i, source: h.voice(s, m.head)}
				u.first, u.last = trim(s, i+1, len(s.toks)-1)
				h.add(u)
				return
			}
		}
		if s.title && s.isVerb(i) && h.kind(s, i)&lexicon.SaysClause != 0 && (t.Head < 0 || s.relIs(i, "parataxis")) && h.told(s, i) {
			h.add(h.verbal(s, i, lexicon.SaysClause))
		}
	}
}

// speaksInHeadline: people, their roles and documents speak before a colon;
// a country there is only the subject ("Syria: what next").
func (h *hearing) speaksInHeadline(s *sentence, m *mention) bool {
	if len(m.parties) > 0 {
		p := m.parties[0]
		return isPerson(p) || m.kind == titled || !isAlpha3(p.id) || m.form == atlas.Metonym
	}
	return m.kind == thing && s.toks[m.head].UPOS == "PROPN" && h.namedPerson(s, m) != nil
}
