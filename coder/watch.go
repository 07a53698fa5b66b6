package coder

import (
	"sort"

	"entente/calendar"
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
	"opening": true, "handover": true, "signing": true, "launch": true, "expiry": true}

// watch lists what is coming up, and the tie it is taken to tell about.
func (d *document) watch() []record.WatchItem {
	out := []record.WatchItem{}
	seen := map[string]bool{}
	for _, e := range d.events {
		if e.aux != plover.Future && !(e.typ == plover.Agree && e.date.ok && d.ahead(e.date)) {
			continue
		}
		w := record.WatchItem{What: d.whatComes(e), Actors: d.participantsOf(e.actors), Recipients: d.participantsOf(e.recipients),
			Date: dateOf(e.date), GaugeOf: d.gaugeOf(e.s), Sentence: e.s.index}
		key := w.What
		if e.date.ok {
			key = sortedKeys(append(append([]ref(nil), e.actors...), e.recipients...)) + e.date.interval.String()
		}
		if seen[key] {
			continue
		}
		seen[key] = true
		out = append(out, w)
	}
	for _, s := range d.sents {
		out = append(out, d.comingIn(s, seen)...)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Sentence < out[j].Sentence })
	return out
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

// gaugeOf gives the parties whose tie a sentence says the event will test.
func (d *document) gaugeOf(s *sentence) []string {
	for i := range s.toks {
		if !gaugeWords[s.toks[i].Lemma] || !s.isNominal(i) {
			continue
		}
		for j := i + 1; j < len(s.toks); j++ {
			if !tieNouns[s.toks[j].Lemma] {
				continue
			}
			if parties := d.tieParties(s, j); len(parties) >= 2 {
				return parties
			}
		}
	}
	return []string{}
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
			iv, ok := t.expr.Resolve(d.anchor(calendar.Unknown))
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
			Date: when, GaugeOf: d.gaugeOf(s), Sentence: s.index}
		if m := d.mentionAt(s, i); m != nil {
			for _, p := range m.owners {
				w.Actors = append(w.Actors, d.participant(ref{party: p, m: m}))
			}
		}
		out = append(out, w)
	}
	return out
}

func (d *document) coveredByEvent(s *sentence, token int) bool {
	for _, e := range d.events {
		if e.s == s && (e.trigger == token || e.noun == token || contains2(e.words, token)) {
			return true
		}
	}
	return false
}
