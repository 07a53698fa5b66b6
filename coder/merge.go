package coder

import (
	"sort"
	"strings"

	"entente/calendar"
	"entente/plover"
)

// merge makes one event of what headline, lead and body tell alike: the same
// type by the same sides at times that can be one. The best told one stays,
// with the places of all as evidence.
func (d *document) merge() {
	var kept []*event
next:
	for _, e := range d.events {
		for i, k := range kept {
			if !sameHappening(k, e) {
				continue
			}
			if d.better(e, k) {
				e.evidence = append(k.evidence, e.evidence...)
				kept[i] = e
				inherit(e, k)
			} else {
				k.evidence = append(k.evidence, e.evidence...)
				inherit(k, e)
			}
			continue next
		}
		kept = append(kept, e)
	}
	d.events = kept
	for _, e := range d.events {
		sort.SliceStable(e.evidence, func(i, j int) bool { return e.evidence[i].start < e.evidence[j].start })
	}
}

// inherit takes over what the other telling knows more exactly.
func inherit(e, o *event) {
	if !e.date.explicit && o.date.explicit || !e.date.ok && o.date.ok {
		e.date = o.date
	}
	if e.place == nil {
		e.place = o.place
	}
	if e.mode == "" && o.mode != "" {
		e.mode, e.cameo = o.mode, o.cameo
	}
	for _, c := range o.contexts {
		if len(e.contexts) < 4 && !contains(e.contexts, c) {
			e.contexts = append(e.contexts, c)
		}
	}
	if e.meeting != nil && o.meeting != nil {
		if e.meeting.level == "" {
			e.meeting.level = o.meeting.level
		}
		if e.meeting.domain == "" {
			e.meeting.domain = o.meeting.domain
		}
	}
	e.confidence = min(0.97, max(e.confidence, o.confidence)+0.03)
}

// better: the body tells who and when better than the headline, a verb better
// than a noun, a date better than none.
func (d *document) better(a, b *event) bool {
	worth := func(e *event) int {
		w := 0
		if !e.s.title {
			w += 2
		}
		if e.date.explicit {
			w += 2
		}
		if len(e.recipients) > 0 {
			w += 3
		}
		if e.noun < 0 || len(e.words) > 0 {
			w++
		}
		return w
	}
	return worth(a) > worth(b)
}

func sameHappening(a, b *event) bool {
	if a.typ != b.typ || a.aux != b.aux || !sameSides(a, b) || !sameTime(a, b) {
		return false
	}
	if a.typ == plover.Agree && a.s != b.s && !sameContent(a, b) {
		return false
	}
	if (a.typ == plover.Sanction || a.typ == plover.Support) && a.s != b.s && !a.s.title && !b.s.title && a.frame != b.frame && !sameContent(a, b) {
		return false // ties cut and an ambassador recalled are two
	}
	if a.s != b.s && a.noun < 0 && b.noun < 0 && (a.another() || b.another()) && !a.s.title && !b.s.title {
		return false
	}
	if a.mode != b.mode && a.mode != "" && b.mode != "" && a.typ != plover.Consult && a.typ != plover.Agree {
		return false
	}
	return a.meeting.compatible(b.meeting)
}

// sameContent tells whether two agreements share a word of what was agreed:
// a treaty signed and a pledge to set up a commission are two.
func sameContent(a, b *event) bool {
	words := a.content()
	for w := range b.content() {
		if words[w] {
			return true
		}
	}
	return len(words) == 0
}

// content are the lemmas of nouns and verbs under an act's clause, without
// those that every agreement has.
func (e *event) content() map[string]bool {
	out := map[string]bool{}
	top := e.clause
	for i := int(e.s.lo[top]); i <= int(e.s.hi[top]); i++ {
		t := &e.s.toks[i]
		if t.UPOS != "NOUN" && t.UPOS != "VERB" && t.UPOS != "ADJ" || e.s.covering[i] < 0 && t.UPOS == "NOUN" {
			continue
		}
		switch l := lower(t.Lemma); l {
		case "agree", "country", "side", "leader", "minister", "say", "president", "two", "three", "foreign", "state", "nation", "meeting", "meet",
			"talk", "official", "year", "month", "day", "have", "be", "make", "first", "new":
		case "tie", "link", "relationship":
			out["relation"] = true
		default:
			out[l] = true
		}
	}
	return out
}

// another: told as one more act of its kind, "they also agreed".
func (e *event) another() bool {
	return e.s.hasLemma(e.clause, "also", "separately") >= 0
}

// sameSides: the same actors and recipients; for what is done together, the
// same participants.
func sameSides(a, b *event) bool {
	if (len(a.recipients) == 0) != (len(b.recipients) == 0) && !a.reciprocal && !b.reciprocal && (a.s.title || b.s.title) {
		return sortedKeys(a.actors) == sortedKeys(b.actors) // the headline leaves the other side out
	}
	if len(a.recipients) == 0 && len(b.recipients) == 0 || a.typ == plover.Consult {
		all := func(e *event) string {
			keys := append(keysOfRefs(e.actors), keysOfRefs(e.recipients)...)
			sort.Strings(keys)
			return strings.Join(keys, " ")
		}
		return all(a) == all(b)
	}
	return sortedKeys(a.actors) == sortedKeys(b.actors) && sortedKeys(a.recipients) == sortedKeys(b.recipients)
}

func sortedKeys(refs []ref) string {
	keys := keysOfRefs(refs)
	sort.Strings(keys)
	return strings.Join(keys, " ")
}

// sameTime: days that can be one. A headline leaves the time out; in the body
// what is told without one falls in the days around the publication, and is
// not last year's meeting.
func sameTime(a, b *event) bool {
	if !a.date.ok || !b.date.ok || (!a.date.explicit || !b.date.explicit) && (a.s.title || b.s.title || a.s == b.s) {
		return true
	}
	return overlap(a.date.interval, b.date.interval)
}

func overlap(a, b calendar.Interval) bool { return a.From <= b.To && b.From <= a.To }
