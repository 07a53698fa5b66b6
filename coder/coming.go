package coder

import "entente/calendar"

// coming is a clause that tells of what is ahead.
type coming struct {
	s         *sentence
	verb      int // what will happen
	head      int // the word that puts it ahead: the verb itself, "due", "expected"
	scheduled bool
	date      dated
	at        int  // first token of its time
	pledged   bool // only promised: worth watching with a date
	ends      bool // the end of what runs until then
}

// scheduling are the words that put an act on the calendar.
var scheduling = map[string]bool{"due": true, "expect": true, "expected": true, "schedule": true, "scheduled": true, "set": true, "slate": true,
	"slated": true, "plan": true, "planned": true, "poise": true, "poised": true, "tip": true, "book": true, "intend": true}

// idleVerbs tell no coming event however far ahead they look.
var idleVerbs = map[string]bool{"be": true, "have": true, "continue": true, "remain": true, "stay": true, "need": true, "want": true, "like": true,
	"mean": true, "know": true, "think": true, "respond": true, "react": true, "depend": true, "allow": true, "keep": true, "cost": true, "take": false,
	"respect": true, "consider": true, "deal": true, "last": true, "run": true, "raise": true, "mark": true, "happen": true, "lead": true, "reassure": true,
	"work": true, "play": true, "help": true, "stand": true, "focus": true, "defend": true, "protect": true, "aim": true, "reflect": true, "follow": false, "believe": true, "hope": true, "show": true, "seem": true, "exist": true, "suffer": true, "cover": true}

// gatherings are verbs and nouns of meeting, worth watching without a date.
var gatherings = map[string]bool{"meet": true, "visit": true, "travel": true, "fly": true, "host": true, "attend": true, "vote": true, "sign": true,
	"speak": true, "talk": true, "address": true, "discuss": true, "hold": true, "convene": true, "inspect": true, "arrive": true, "rule": true}

// soon are words that put an act ahead without a date.
var soon = map[string]bool{"soon": true, "shortly": true, "imminently": true, "now": true, "coming": true}

// comingClauses finds the clauses of a sentence that look ahead: "will meet on
// Friday", "is due to address", "are expected in Britain on Monday".
func (d *document) comingClauses(s *sentence) []coming {
	var out []coming
	for v := range s.toks {
		if s.quoted[v] || !s.isVerb(v) && s.toks[v].UPOS != "ADJ" {
			continue
		}
		c, ok := d.aheadAt(s, v)
		if !ok || s.wasMeant(v) {
			continue
		}
		c.date, c.at = d.comingDate(s, c)
		if when, ok := d.whenClause(s, c); ok {
			out = append(out, when)
		}
		if !d.worthWatching(s, c) {
			continue
		}
		out = append(out, c)
	}
	return out
}

// worthWatching: an act with a date or on the calendar, not denied, not open.
func (d *document) worthWatching(s *sentence, c coming) bool {
	verb := s.toks[c.verb].Lemma
	if c.ends {
		return !d.denied(s, c)
	}
	if idleVerbs[verb] || d.denied(s, c) || s.conditional(c) {
		return false
	}
	if c.date.ok && !d.published.IsZero() && c.date.interval.To < calendar.DayOf(d.published) {
		return false
	}
	if c.pledged && !c.date.ok || len(d.subjectsOf(s, c.head)) == 0 && s.pronounActs(c.head) {
		return false
	}
	if c.scheduled || c.date.ok || gatherings[verb] {
		return true
	}
	for i := c.verb - 2; i <= int(s.hi[c.verb]) && i < c.verb+14; i++ { // "shortly", "in the coming weeks"
		if i >= 0 && soon[lower(s.toks[i].Form)] && s.inSubtree(i, c.verb) {
			return true
		}
	}
	return false
}

// pronounActs: the subject is he, it or who, and nobody known.
func (s *sentence) pronounActs(v int) bool {
	k := s.child(v, "nsubj")
	return k >= 0 && s.toks[k].UPOS == "PRON"
}

// wasMeant: "had been expected to", "which was to take place": it did not come.
func (s *sentence) wasMeant(v int) bool {
	had := s.hasLemma(v, "have")
	if had >= 0 && lower(s.toks[had].Form) == "had" {
		return true
	}
	for k := v - 1; k >= 0 && k > v-5; k-- {
		if f := lower(s.toks[k].Form); f == "was" || f == "were" {
			return k > 0 && (s.toks[k-1].XPOS == "WDT" || lower(s.toks[k-1].Form) == "that")
		}
	}
	return false
}

// whenClause: "will be raised on Friday when the two meet".
func (d *document) whenClause(s *sentence, c coming) (coming, bool) {
	if !c.date.ok {
		return c, false
	}
	for i := c.head + 1; i < len(s.toks); i++ {
		if lower(s.toks[i].Form) != "when" {
			continue
		}
		for v := i + 1; v < len(s.toks); v++ {
			if s.isVerb(v) && gatherings[s.toks[v].Lemma] && (s.toks[v].XPOS == "VBP" || s.toks[v].XPOS == "VBZ" || s.toks[v].XPOS == "VB" && lower(s.toks[v-1].Form) != "to") {
				return coming{s: s, verb: v, head: v, scheduled: true, date: c.date}, true
			}
		}
		return c, false
	}
	return c, false
}

// aheadAt tells whether a word puts an act ahead, and which.
func (d *document) aheadAt(s *sentence, v int) (coming, bool) {
	c := coming{s: s, verb: v, head: v}
	word := lower(s.toks[v].Form)
	if s.toks[v].Lemma == "expect" && s.isVerb(v) && !s.isPassive(v) { // "diplomats expect the emir to try again"
		o, x := s.child(v, "obj"), s.child(v, "xcomp", "ccomp")
		c.verb, c.head, c.scheduled = x, x, true
		return c, o >= 0 && x > o && s.toks[x].XPOS == "VB" && len(d.participants(s, o)) > 0
	}
	if scheduling[word] || scheduling[s.toks[v].Lemma] && s.toks[v].XPOS == "VBN" {
		c.scheduled = true
		for i := v + 1; i+1 < len(s.toks) && i < v+3; i++ { // "is due to address"
			if lower(s.toks[i].Form) == "to" && s.toks[i+1].UPOS != "DET" && (s.isVerb(i+1) || s.toks[i+1].XPOS == "VB") {
				c.verb = i + 1
				return c, word != "set" || s.isPassive(v) || s.child(v, "cop", "aux") >= 0
			}
		}
		if h := s.toks[v].Head; word == "due" && h > v && s.relIs(v, "case") && s.child(h, "cop") >= 0 { // "is due in Skopje"
			c.verb, c.head = h, h
			return c, d.hasTimeAfter(s, v)
		}
		be := s.child(v, "cop", "aux:pass", "aux")
		in := v+1 < len(s.toks) && s.toks[v+1].UPOS == "ADP"
		return c, word != "set" && (word != "due" || in) && be >= 0 && s.toks[be].Lemma == "be" && d.hasTimeAfter(s, v)
	}
	if word == "pending" && s.child(v, "cop") >= 0 {
		c.scheduled = true
		return c, true
	}
	if !s.isVerb(v) {
		return c, false
	}
	if d.endsAt(s, v) {
		c.ends = true
		return c, true
	}
	if x := s.child(v, "xcomp", "advcl"); pledges[s.toks[v].Lemma] && x > v && s.toks[x].XPOS == "VB" && s.marked(x, "to") {
		c.verb, c.pledged = x, true
		return c, !gatherings[s.toks[x].Lemma] && d.hasTimeAfter(s, x)
	}
	if under, ok := s.accepted(v); ok {
		c.verb, c.scheduled = under, true
		return c, true
	}
	for _, k := range s.kids(v) {
		k := int(k)
		if s.toks[k].Rel != "aux" && s.toks[k].Rel != "aux:pass" && s.toks[k].Rel != "cop" || k > v {
			continue
		}
		switch lower(s.toks[k].Form) {
		case "will", "'ll", "shall":
			return c, true
		case "would":
			return c, d.reportedFuture(s, v) || d.hasTimeAfter(s, v) && !s.hasIf(v)
		case "is", "are", "was", "were":
			if k+1 < v && (lower(s.toks[k+1].Form) == "to" || k+2 < v && lower(s.toks[k+2].Form) == "to") && s.marked(v, "to") {
				c.scheduled = true
				return c, true
			}
		}
	}
	if x := s.toks[v].XPOS; (x == "VBZ" || x == "VBP") && gatherings[s.toks[v].Lemma] && !s.relIs(v, "acl", "advcl") && d.dayAfter(s, v) {
		c.scheduled = true
		return c, true
	}
	for k := v - 1; k > 1 && k > v-4; k-- { // "was to hold", where the tree has lost the auxiliary
		if lower(s.toks[k].Form) == "to" && s.toks[k-1].Lemma == "be" && s.toks[v].XPOS == "VB" && k == v-1 {
			c.scheduled = true
			return c, true
		}
	}
	return c, false
}

// pledges are verbs whose promise, dated, is worth watching.
var pledges = map[string]bool{"pledge": true, "promise": true, "vow": true, "undertake": true, "agree": true, "commit": true}

// endsAt: a thing that runs, or is to last, until a time ahead.
func (d *document) endsAt(s *sentence, v int) bool {
	switch s.toks[v].Lemma {
	case "run", "last", "continue", "expire", "end", "stay":
	default:
		return false
	}
	if k := s.child(v, "nsubj"); k >= 0 && s.toks[k].Lemma == "deadline" { // its day is told as such
		return false
	}
	ahead := s.toks[v].XPOS == "VBZ" || s.toks[v].XPOS == "VBP" || s.hasLemma(v, "will") >= 0 || v > 1 && s.toks[v-2].Lemma == "be" && lower(s.toks[v-1].Form) == "to"
	for _, t := range s.times {
		if t.first <= v || t.first > v+4 || !ahead {
			continue
		}
		switch w := lower(s.toks[t.first].Form); {
		case w == "until", w == "through", w == "till", lower(s.toks[t.first-1].Form) == "until", lower(s.toks[t.first-1].Form) == "through":
			return true
		case s.toks[v].Lemma == "expire" || s.toks[v].Lemma == "end", s.toks[v].Lemma == "last" && t.expr.Kind == calendar.Duration:
			return true
		}
	}
	return false
}

// accepted gives the act of an invitation that is accepted: "accepted an
// invitation to visit".
func (s *sentence) accepted(v int) (int, bool) {
	if s.toks[v].Lemma != "accept" {
		return 0, false
	}
	o := s.child(v, "obj")
	if o < 0 || s.toks[o].Lemma != "invitation" && s.toks[o].Lemma != "invite" {
		return 0, false
	}
	for i := o + 1; i < len(s.toks) && i < o+4; i++ {
		if s.toks[i].XPOS == "VB" {
			return i, true
		}
	}
	return 0, false
}

// reportedFuture: "said duties would follow", not "it would be wise".
func (d *document) reportedFuture(s *sentence, v int) bool {
	for u, steps := v, 0; steps < 4 && s.toks[u].Head >= 0; u, steps = s.toks[u].Head, steps+1 {
		if s.relIs(u, "ccomp") && d.saysHere(s, s.toks[u].Head) {
			return true
		}
	}
	return false
}

// denied: "will not", "no meeting is planned", or under a condition itself.
func (d *document) denied(s *sentence, c coming) bool {
	for _, v := range [2]int{c.verb, c.head} {
		for _, k := range s.kids(v) {
			k := int(k)
			switch s.toks[k].Lemma {
			case "not", "never", "n't", "no":
				return true
			}
			if s.relIs(k, "nsubj") && s.hasLemma(k, "no", "none", "neither") >= 0 || lower(s.toks[k].Form) == "none" || lower(s.toks[k].Form) == "nothing" {
				return true
			}
			if s.toks[k].Rel == "mark" {
				switch lower(s.toks[k].Form) {
				case "if", "unless", "until", "whether", "lest":
					return true
				}
			}
		}
	}
	return false
}

// conditional: hanging on what another clause names; a date told before the
// condition stands all the same ("by the end of June if").
func (s *sentence) conditional(c coming) bool {
	for i := range s.toks {
		if w := lower(s.toks[i].Form); (w == "if" || w == "unless") && (i < 2 || s.inSubtree(i, c.head)) {
			return i < 2 || !c.date.ok || c.at > i
		}
	}
	return false
}

// dayAfter: a day is named behind a verb: "meets on Monday".
func (d *document) dayAfter(s *sentence, v int) bool {
	for _, t := range s.times {
		if t.first > v && t.first < v+8 && t.expr.Precision() <= calendar.PrecisionDay && t.expr.Kind != calendar.Duration {
			return true
		}
	}
	return false
}

func (d *document) hasTimeAfter(s *sentence, v int) bool {
	for _, t := range s.times {
		if t.first > v && t.first < v+8 {
			return true
		}
	}
	return false
}

// comingDate is the time of a coming act, "" text where none is told.
func (d *document) comingDate(s *sentence, c coming) (dated, int) {
	best, gap := -1, 1000
	var past dated
	for i := range s.times {
		t := &s.times[i]
		if t.expr.Kind == calendar.Set || t.expr.Gap() {
			continue
		}
		if c.pledged && t.first < c.verb { // the day of the promise
			continue
		}
		g := s.governor(t.first)
		if g != c.verb && g != c.head && !s.inSubtree(t.first, c.verb) {
			continue
		}
		if iv, ok := t.expr.Resolve(d.anchor(calendar.Unknown)); ok && !d.published.IsZero() && iv.To < calendar.DayOf(d.published) && t.expr.Precision() > calendar.PrecisionDay && best < 0 {
			past = dated{interval: iv, ok: true, explicit: true} // "was to be held last week": over, unless a day ahead is told
			continue
		}
		if by := max(t.first-c.verb, c.verb-t.first); by < gap {
			if iv, ok := t.expr.Resolve(d.anchor(calendar.Future)); ok && (d.published.IsZero() || iv.To >= calendar.DayOf(d.published)) {
				best, gap = i, by
			}
		}
	}
	if best < 0 {
		return past, -1
	}
	t := &s.times[best]
	iv, _ := t.expr.Resolve(d.anchor(calendar.Future))
	return dated{interval: iv, ok: true, text: d.art.Text[t.expr.Start:t.expr.End], explicit: true}, t.first
}
