package coder

import (
	"fmt"
	"sort"

	"entente/calendar"
	"entente/coder/lexicon"
	"entente/plover"
	"entente/record"
)

// gaugeWords call a coming event a test of something.
var gaugeWords = map[string]bool{"gauge": true, "test": true, "barometer": true, "litmus": true, "signal": true, "indicator": true,
	"bellwether": true, "yardstick": true, "touchstone": true, "measure": true, "sign": true, "indication": true}

// comingNouns are events worth watching that are no acts between parties.
var comingNouns = map[string]bool{"election": true, "vote": true, "referendum": true, "deadline": true, "ruling": true, "verdict": true,
	"hearing": true, "summit": true, "anniversary": true, "inauguration": true, "conference": true, "trial": true, "runoff": true,
	"decision": true, "round": true, "exercise": true, "drill": true, "session": true, "review": true, "speech": true, "address": true,
	"meeting": true, "talk": true, "visit": true, "debate": true, "opening": true, "handover": true, "signing": true, "launch": true, "expiry": true}

// watch lists what is coming up, and the tie it is taken to tell about: acts
// ahead, clauses that look ahead, dated nouns of events, and what the text
// itself calls a test.
func (d *document) watch() []record.WatchItem {
	l := watchList{out: []record.WatchItem{}, seen: map[string]bool{}}
	for _, e := range d.events {
		if e.aux != plover.Future && !(e.typ == plover.Agree && e.date.ok && d.ahead(e.date)) {
			continue
		}
		if e.date.ok && !d.published.IsZero() && e.date.interval.To < calendar.DayOf(d.published) {
			continue
		}
		l.add(record.WatchItem{What: d.whatComes(e), Actors: d.participantsOf(e.actors), Recipients: d.participantsOf(e.recipients),
			Date: dateOf(e.date), GaugeOf: []string{}, Sentence: e.s.index})
	}
	for _, s := range d.sents {
		if s.title {
			continue
		}
		for _, c := range d.comingClauses(s) {
			if !d.toldAhead(s, c) {
				l.add(d.watchItem(c))
			}
		}
		for _, w := range d.comingIn(s, l.seen) {
			l.add(w)
		}
	}
	for _, s := range d.sents {
		d.gauge(s, &l)
	}
	sort.SliceStable(l.out, func(i, j int) bool { return l.out[i].Sentence < l.out[j].Sentence })
	return l.out
}

// watchList collects items, each once.
type watchList struct {
	out  []record.WatchItem
	seen map[string]bool
}

func (l *watchList) add(w record.WatchItem) {
	if len(w.Actors) == 0 && (w.Date == nil || w.Date.Text == "") && len(w.GaugeOf) == 0 {
		return // nobody, at no time
	}
	key := ""
	if w.Date != nil && len(w.Actors) == 0 {
		key = w.Date.From
	} else {
		for _, p := range append(append([]record.Participant(nil), w.Actors...), w.Recipients...) {
			key += p.ID + " "
		}
		if sided := fmt.Sprint(key, w.Sentence); l.seen[sided] {
			return // one thing told twice in a sentence
		} else if l.seen[sided] = true; w.Date != nil {
			key += w.Date.From + w.Date.To
		} else {
			key += w.What
		}
	}
	if l.seen[key] {
		return
	}
	l.seen[key] = true
	l.out = append(l.out, w)
}

// toldAhead: an event of the list already tells the clause.
func (d *document) toldAhead(s *sentence, c coming) bool {
	for _, e := range d.events {
		if e.s == s && e.aux == plover.Future && (e.trigger == c.verb || e.clause == c.verb || e.clause == c.head || containsToken(e.words, c.verb)) {
			return true
		}
	}
	return false
}

// gauge gives the items of a sentence that is said to test a tie its parties;
// where it has none, those of the sentence before, else what is said to test.
func (d *document) gauge(s *sentence, l *watchList) {
	parties, word := d.gaugeOf(s)
	if len(parties) < 2 {
		return
	}
	v := s.governor(word)
	own := v >= 0 && s.hasLemma(v, "will") >= 0 || s.toks[0].Lemma == "whether" || s.toks[0].Lemma == "what"
	for back := 0; back < 2 && !(own && back > 0); back++ {
		found := false
		for i := range l.out {
			if l.out[i].Sentence == s.index-back && d.sents[l.out[i].Sentence].paragraph == s.paragraph {
				l.out[i].GaugeOf, found = parties, true
			}
		}
		if found {
			return
		}
	}
	if v >= 0 && !s.isPassive(v) && s.child(v, "obj") >= 0 { // "officials regard the meeting as a test"
		return
	}
	for steps := 0; v >= 0 && steps < 3; steps++ {
		for _, k := range s.kids(v) {
			if !s.relIs(int(k), "nsubj") || s.toks[k].UPOS == "PRON" {
				continue
			}
			actors := uniqueRefs(d.partiesUnder(s, int(k)))
			first := int(s.lo[k])
			for first < int(k) && (s.toks[first].UPOS == "PUNCT" || s.toks[first].UPOS == "CCONJ") {
				first++
			}
			l.add(record.WatchItem{What: d.slice(s, first, int(s.hi[k])), Actors: d.participantsOf(actors),
				Recipients: []record.Participant{}, GaugeOf: parties, Sentence: s.index})
			return
		}
		v = s.toks[v].Head
	}
}

func (d *document) ahead(t dated) bool {
	return !d.published.IsZero() && t.explicit && t.interval.From > calendar.DayOf(d.published)
}

// whatComes are the words that tell the coming event.
func (d *document) whatComes(e *event) string {
	s := e.s
	if e.noun >= 0 {
		if first, last := d.phraseAround(s, e.noun); last >= first {
			return d.slice(s, first, last)
		}
	}
	first, last := int(s.lo[e.trigger]), int(s.hi[e.trigger])
	if last-first > 24 {
		last = first + 24
	}
	return d.slice(s, first, last)
}

// phraseAround gives a noun phrase with its possessor and its prepositional
// phrases, without clauses.
func (d *document) phraseAround(s *sentence, noun int) (first, last int) {
	first, last = noun, noun
	if m := d.mentionAt(s, noun); m != nil {
		first, last = m.first, m.last
		if m.owner != nil {
			first = m.owner.first
		}
	}
	for _, k := range s.kids(noun) {
		if int(k) > noun && s.relIs(int(k), "nmod") && int(s.hi[k])-noun < 16 {
			last = max(last, int(s.hi[k]))
		}
	}
	return first, last
}

// gaugeOf gives the parties whose tie a sentence says the event will test, and
// the word that says so.
func (d *document) gaugeOf(s *sentence) ([]string, int) {
	for i := range s.toks {
		if !gaugeWords[s.toks[i].Lemma] || !s.isNominal(i) || s.preposition(i) != "as" && s.child(i, "cop") < 0 {
			continue
		}
		for j := i + 1; j < len(s.toks); j++ {
			if !tieNouns[s.toks[j].Lemma] && !d.stateOfTie(s, j) {
				continue
			}
			if parties := d.tieParties(s, j); len(parties) >= 2 {
				return parties, i
			}
		}
	}
	return nil, -1
}

// stateOfTie: a noun that means how a tie stands: thaw, rift, reconciliation.
func (d *document) stateOfTie(s *sentence, i int) bool {
	if !s.isNominal(i) {
		return false
	}
	if s.toks[i].Lemma == "reconciliation" || s.toks[i].Lemma == "solidarity" {
		return true
	}
	for _, w := range d.words2(s, i) {
		if w.Of == lexicon.Self {
			return true
		}
	}
	return false
}

// comingIn finds coming events that are no acts: elections, votes, deadlines.
func (d *document) comingIn(s *sentence, seen map[string]bool) []record.WatchItem {
	var out []record.WatchItem
	if d.published.IsZero() {
		return nil
	}
	today := calendar.DayOf(d.published)
	for i := range s.toks {
		if !comingNouns[s.toks[i].Lemma] || s.toks[i].UPOS != "NOUN" || s.quoted[i] {
			continue
		}
		var when *record.Date
		for _, t := range s.times {
			tense := calendar.Unknown
			if g := s.governor(i); g >= 0 && (scheduling[s.toks[g].Lemma] || s.toks[g].Lemma == "invite") {
				tense = calendar.Future
			}
			iv, ok := t.expr.Resolve(d.anchor(tense))
			if ok && iv.From > today && (s.inSubtree(t.first, i) || s.governor(t.first) == s.governor(i)) {
				when = intervalOf(iv, d.art.Text[t.expr.Start:t.expr.End])
			}
		}
		if when == nil || d.coveredByEvent(s, i) || seen[s.toks[i].Lemma+when.From] {
			continue
		}
		seen[s.toks[i].Lemma+when.From] = true
		first, last := d.phraseAround(s, i)
		w := record.WatchItem{What: d.slice(s, first, last), Actors: []record.Participant{}, Recipients: []record.Participant{},
			Date: when, GaugeOf: []string{}, Sentence: s.index}
		if m := d.mentionAt(s, i); m != nil {
			for _, p := range m.owners {
				w.Actors = append(w.Actors, d.participant(ref{party: p, m: m}))
			}
		}
		if len(w.Actors) == 0 {
			w.Actors = d.participantsOf(d.sidesAhead(s, i))
		}
		out = append(out, w)
	}
	return out
}

// sidesAhead are those of a dated event whose noun names nobody: who acts in
// its clause, for one more of a row ("the next round") the pair spoken of.
func (d *document) sidesAhead(s *sentence, noun int) []ref {
	if v := s.governor(noun); v >= 0 {
		if refs := uniqueRefs(particularRefs(d.subjectsOf(s, v))); len(refs) > 0 {
			return refs
		}
	}
	if s.hasLemma(noun, "next", "further", "new", "another") < 0 {
		return nil
	}
	var refs []ref
	for _, key := range d.pairAt(s, noun, 2, nil) {
		refs = append(refs, ref{party: d.state(key), m: d.mentionAt(s, noun)})
	}
	return refs
}

func (d *document) coveredByEvent(s *sentence, token int) bool {
	for _, e := range d.events {
		if e.s == s && (e.trigger == token || e.noun == token || containsToken(e.words, token)) {
			return true
		}
	}
	return false
}
