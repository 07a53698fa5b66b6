package coder

import (
	"strings"

	"entente/calendar"
	"entente/record"
)

// watchItem writes a coming clause: who acts, whom it concerns, what.
func (d *document) watchItem(c coming) record.WatchItem {
	s := c.s
	actors := d.subjectsOf(s, c.head)
	if len(actors) == 0 {
		actors = d.subjectsOf(s, c.verb)
	}
	var others []ref
	if s.isNominal(c.verb) {
		others = d.whereOrWho(s, c.verb)
	}
	cl := d.clauseOf(s, c.verb)
	for _, o := range cl.objects {
		others = append(others, d.participants(s, o.token)...)
	}
	for _, o := range cl.obliques {
		switch o.prep {
		case "to", "with", "on", "against", "for", "from":
			if o.depth < 2 {
				others = append(others, d.whereOrWho(s, o.token)...)
			}
		case "in", "at":
			if o.depth < 2 && !gathersAt(s.toks[c.verb].Lemma) {
				others = append(others, d.whereOrWho(s, o.token)...)
			}
		}
	}
	actors = uniqueRefs(particularRefs(actors))
	if c.ends {
		others = nil
	}
	if len(actors) < 2 && d.severalMeet(s, c.verb) {
		var keys []string
		for _, key := range d.pairAt(s, c.verb, 2, addTieKeys(keys, actors)) {
			actors = uniqueRefs(append(actors, ref{party: d.state(key), m: d.mentionAt(s, c.verb)}))
		}
	}
	others = without(uniqueRefs(particularRefs(others)), actors)
	if len(actors) == 0 {
		actors, others = others, nil
	}
	if passive := s.isPassive(c.verb) || s.isPassive(c.head); len(actors) == 0 && (passive || c.ends) { // "ambassadors will be named"
		for _, key := range d.pairAt(s, c.verb, 2, nil) {
			actors = append(actors, ref{party: d.state(key), m: d.mentionAt(s, c.verb)})
		}
	}
	w := record.WatchItem{What: d.whatAhead(c), Actors: d.participantsOf(actors), Recipients: d.participantsOf(others),
		Date: dateOf(c.date), GaugeOf: []string{}, Sentence: s.index}
	if w.Date == nil && !d.published.IsZero() {
		today := calendar.DayOf(d.published)
		w.Date = intervalOf(calendar.Interval{From: today, To: today + undatedFuture}, "")
	}
	return w
}

// gathersAt: what takes place somewhere does not concern the place's state.
func gathersAt(lemma string) bool {
	switch lemma {
	case "take", "meet", "hold", "talk", "speak", "convene", "gather", "begin", "start", "open", "vote", "sign", "resume", "discuss", "see", "receive":
		return true
	}
	return false
}

func (d *document) subjectsOf(s *sentence, v int) []ref {
	var out []ref
	c := d.clauseOf(s, v)
	for _, t := range c.subjects {
		out = append(out, d.participants(s, t)...)
	}
	if len(out) == 0 && c.passive {
		for _, o := range c.objects {
			out = append(out, d.participants(s, o.token)...)
		}
	}
	for _, k := range s.kids(v) {
		if s.relIs(int(k), "nsubj") && len(out) == 0 {
			if out = d.participants(s, int(k)); len(out) == 0 {
				out = d.partiesUnder(s, int(k))
			}
		}
	}
	return out
}

// whereOrWho gives whom a phrase names, or the state of the place it names.
func (d *document) whereOrWho(s *sentence, token int) []ref {
	if refs := d.participants(s, token); len(refs) > 0 {
		return refs
	}
	if m := d.mentionAt(s, token); m != nil && m.place != nil && m.place.Country != "" {
		return []ref{{party: d.state(m.place.Country), m: m}}
	}
	return nil
}

func particularRefs(refs []ref) []ref {
	var out []ref
	for _, r := range refs {
		if !r.unresolvable && !(r.generic && r.country == "") {
			out = append(out, r)
		}
	}
	return out
}

// whatAhead are the words of the coming act with its subject, without its time.
func (d *document) whatAhead(c coming) string {
	s := c.s
	var parts []string
	for _, k := range s.kids(c.head) {
		if s.relIs(int(k), "nsubj") && int(s.hi[k]-s.lo[k]) < 12 {
			parts = append(parts, d.slice(s, int(s.lo[k]), int(s.hi[k])))
		}
	}
	if subjects := d.clauseOf(s, c.head).subjects; c.ends && len(parts) == 0 && len(subjects) > 0 { // another verb's subject
		if m := d.mentionAt(s, subjects[0]); m != nil {
			parts = append(parts, d.slice(s, m.first, m.last))
		}
	}
	if c.ends {
		return strings.Join(append([]string{"end of"}, parts...), " ")
	}
	last := c.verb
	for i := c.verb + 1; i < len(s.toks) && i < c.verb+14 && s.inSubtree(i, c.head); i++ {
		if t := &s.toks[i]; t.Form == "," || t.Form == ";" || t.Rel == "mark" && t.UPOS == "SCONJ" || s.inTime(i) {
			break
		}
		last = i
	}
	for last > c.verb && s.toks[last].UPOS == "ADP" {
		last--
	}
	return strings.Join(append(parts, d.slice(s, c.verb, last)), " ")
}
