package coder

import (
	"entente/calendar"
	"entente/coder/lexicon"
	"entente/plover"
)

// undatedPast and undatedFuture are the days around the publication that an
// act without any time is taken to fall in: a past one in the week before, a
// coming one in the three months after.
const (
	undatedPast   = 7
	undatedFuture = 90
)

// anchor is what the article's time expressions are resolved against.
func (d *document) anchor(tense calendar.Tense) calendar.Anchor {
	return calendar.Anchor{Published: d.published, Reference: d.reference, Tense: tense}
}

// date finds when an act happened: the time expression of its own clause or
// noun phrase, else of a clause it is part of.
func (d *document) date(e *event) {
	tense := calendar.Past
	if e.aux == plover.Future || e.s.scheduled(e.clause) {
		tense = calendar.Future
	}
	best, bestRank := -1, 1000
	for i := range e.s.times {
		t := &e.s.times[i]
		if t.expr.Kind == calendar.Set || t.expr.Gap() {
			continue
		}
		if rank := d.timeRank(e, t); rank < bestRank {
			iv, ok := t.expr.Resolve(d.anchor(tense))
			if ok && d.tooLate(e, iv) {
				continue
			}
			if ok || t.expr.Historical() {
				best, bestRank = i, rank
			}
		}
	}
	if best >= 0 {
		t := &e.s.times[best]
		if t.expr.Historical() && e.aux == plover.Asserted {
			e.aux = plover.Historical
		}
		if iv, ok := t.expr.Resolve(d.anchor(tense)); ok {
			if today := calendar.DayOf(d.published); !d.published.IsZero() && e.aux == plover.Asserted && iv.From <= today && iv.To > today && tense == calendar.Past {
				iv.To = today // "this week" of what has happened ends today
			}
			e.date = dated{interval: iv, ok: true, text: d.art.Text[t.expr.Start:t.expr.End], explicit: true,
				day: t.expr.Precision() <= calendar.PrecisionDay}
			if e.aux == plover.Asserted {
				d.reference = &e.date.interval
			}
			e.say("dated by \"" + e.date.text + "\"")
		}
	}
	d.outdate(e)
	if !e.date.explicit && e.aux == plover.Asserted && e.noun < 0 && e.s.longAgo(e.clause) {
		e.aux = plover.Historical
		e.say("over years: background")
	}
}

// longAgo tells whether a past act is told as background: it went on over years
// ("had killed many over the decades"), or it tells in a clause of its own who
// somebody is ("Japan, which colonized Korea").
func (s *sentence) longAgo(v int) bool {
	x := s.toks[v].XPOS
	if x != "VBD" && x != "VBN" {
		return false
	}
	for _, k := range s.kids(v) {
		switch s.preposition(int(k)) {
		case "over", "for", "through", "throughout", "across":
			switch s.toks[k].Lemma {
			case "decade", "century", "generation":
				return true
			case "year":
				return s.hasLemma(int(k), "many", "past", "several") >= 0 || s.hasLemma(int(k), "the") >= 0
			}
		}
	}
	return s.toks[v].Rel == "acl:relcl" && x == "VBD" && s.child(v, "aux") < 0 && standingDeeds[s.toks[v].Lemma]
}

// standingDeeds are deeds that states are described by long after.
var standingDeeds = map[string]bool{"colonize": true, "colonise": true, "annex": true, "occupy": true, "invade": true, "rule": true,
	"conquer": true, "partition": true, "found": true}

// scheduled: a body's plain present with a date is a programme, "the leaders
// meet on Friday"; a headline's is the past.
func (s *sentence) scheduled(v int) bool {
	if s.title || !s.isVerb(v) {
		return false
	}
	x := s.toks[v].XPOS
	return (x == "VBP" || x == "VBZ") && s.child(v, "aux", "aux:pass") < 0
}

// tooLate: what is told in the past has not happened next month; the time
// belongs to what was promised or planned.
func (d *document) tooLate(e *event, iv calendar.Interval) bool {
	if d.published.IsZero() || e.aux != plover.Asserted || iv.From <= calendar.DayOf(d.published) {
		return false
	}
	if e.noun >= 0 && e.clause == e.noun {
		return false
	}
	x := e.s.toks[e.clause].XPOS
	return (x == "VBD" || x == "VBN") && (e.noun < 0 || len(e.words) > 0 || len(e.effects) > 0)
}

// outdate marks what lies more than a year back as background, and what a
// date after publication makes a coming act.
func (d *document) outdate(e *event) {
	if !e.date.ok || d.published.IsZero() {
		return
	}
	today := calendar.DayOf(d.published)
	if e.aux == plover.Asserted && e.date.interval.To < today-365 {
		e.aux = plover.Historical
		e.say("more than a year before the article")
	}
	if e.aux == plover.Asserted && e.date.interval.From > today {
		e.aux = plover.Future
		announce(e)
		e.say("after the article's date")
	}
}

// timeRank tells how closely a time expression belongs to an act: 0 in its
// own noun phrase or clause, more where it must be handed down; 1000 not at all.
func (d *document) timeRank(e *event, t *timeRef) int {
	s := e.s
	head := t.first
	for i := t.first; i <= t.last; i++ {
		if h := s.toks[i].Head; h < t.first || h > t.last {
			head = i
			break
		}
	}
	gap := head - e.trigger
	if gap < 0 {
		gap = -gap
	}
	near := min(gap, 30)
	if s.opens(t) && s.mainClause(e.clause) && !s.relIs(head, "nmod:poss") {
		return 90
	}
	if s.relIs(head, "nmod:poss", "compound", "nmod:unmarked", "nummod", "amod") && s.toks[head].Head >= 0 && s.isNominal(s.toks[head].Head) || s.preposition(head) == "of" { // "next month's summit" dates the summit alone
		if e.noun < 0 || !s.inSubtree(head, e.noun) || e.governed() {
			return 1000
		}
	}
	if e.noun >= 0 && s.inSubtree(head, e.noun) && s.sameClause(e.noun, head) {
		return near
	}
	if t.last+1 == e.trigger || e.trigger+1 == t.first || e.trigger+2 == t.first && s.toks[e.trigger+1].UPOS == "ADP" {
		return 35 + near // "on Thursday thanked", "met on Friday", whatever the tree says
	}
	g := s.governor(head)
	if g >= 0 && e.said >= 0 && g == e.said && e.announced() {
		return 100
	}
	if g < 0 || s.verbBetween(e, head) {
		return 1000
	}
	switch {
	case g == e.trigger || g == e.clause:
		return 40 + near
	case containsToken(e.words, g):
		return 60 + near
	case s.toks[g].Rel == "conj" && s.toks[g].Head == e.clause && s.child(g, "nsubj") < 0:
		return 200 + near
	case s.toks[e.clause].Rel == "conj" && s.toks[e.clause].Head == g:
		return 120 + near
	case s.relIs(e.clause, "advcl", "xcomp", "acl") && s.toks[e.clause].Head == g && !d.reports(s, g):
		return 160 + near
	case s.relIs(g, "xcomp") && s.toks[g].Head == e.clause && !d.reports(s, e.clause):
		return 180 + near
	}
	return 1000
}

// governed: the act is what is asked, refused or called off, and happens when
// that is done, not when the meeting was to be.
func (e *event) governed() bool {
	for _, effect := range e.effects {
		switch effect {
		case lexicon.Halt, lexicon.Ask, lexicon.Refuse, lexicon.Threaten:
			return true
		}
	}
	return false
}

// opens tells whether a time opens its sentence: "Last month the two
// governments signed", "On Monday".
func (s *sentence) opens(t *timeRef) bool {
	for i := 0; i < t.first; i++ {
		switch s.toks[i].UPOS {
		case "ADP", "ADV", "CCONJ", "PUNCT", "DET", "SCONJ":
		default:
			return false
		}
	}
	return true
}

// mainClause tells whether a verb is the sentence's root or beside it.
func (s *sentence) mainClause(v int) bool {
	for steps := 0; steps < 6 && v >= 0; steps++ {
		if s.toks[v].Head < 0 {
			return true
		}
		if s.toks[v].Rel != "conj" || s.child(v, "nsubj") >= 0 && s.toks[v].Head >= 0 && s.child(s.toks[v].Head, "nsubj") >= 0 {
			return false
		}
		v = s.toks[v].Head
	}
	return false
}

// announced: what somebody said they would do is dated by the saying.
func (e *event) announced() bool {
	if e.speaker == nil {
		return false
	}
	switch e.typ {
	case plover.Agree, plover.Threaten, plover.Concede, plover.Request, plover.Reject, plover.Accuse:
		return contains(keysOfRefs(e.actors), e.speaker.key())
	}
	return false
}

// verbBetween tells whether another finite verb stands between an act and a
// time: then the time is that verb's, wherever the parser hung it.
func (s *sentence) verbBetween(e *event, head int) bool {
	from, to := min(e.clause, head), max(e.clause, head)
	for i := from + 1; i < to; i++ {
		x := s.toks[i].XPOS
		if s.isVerb(i) && (x == "VBD" || x == "VBZ" || x == "VBP") && i != e.trigger && !containsToken(e.words, i) {
			return true
		}
	}
	return false
}

// sameClause: no verb stands between a noun and a phrase under it.
func (s *sentence) sameClause(noun, time int) bool {
	for u, steps := time, 0; u >= 0 && u != noun && steps < 20; u, steps = s.toks[u].Head, steps+1 {
		if s.isVerb(u) {
			return false
		}
	}
	return true
}

func containsToken(list []int, x int) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

// reports tells whether a verb is one of saying.
func (d *document) reports(s *sentence, v int) bool {
	op := d.operatorAt(s, v, v)
	return op != nil && op.Effect == lexicon.Report
}

// dateTheRest gives the acts without a time of their own the story's date
// where they are its lead, and else the days that publication and tense allow.
func (d *document) dateTheRest() {
	lead := d.leadDate()
	for _, e := range d.events {
		if e.date.ok || d.published.IsZero() {
			continue
		}
		today := calendar.DayOf(d.published)
		switch {
		case e.aux == plover.Historical:
		case e.aux == plover.Asserted && d.toldOn(e) != nil:
			e.date = *d.toldOn(e)
			e.say("told on from the sentence before")
		case e.aux == plover.Future:
			e.date = dated{interval: calendar.Interval{From: today, To: today + undatedFuture}, ok: true}
		case lead != nil && (d.isLead(e.s) || d.reacts(e)):
			e.date = *lead
			e.say("the date of the story's lead")
		default:
			e.date = dated{interval: calendar.Interval{From: today - undatedPast, To: today}, ok: true}
		}
	}
}

// reacts: a verbal act in the plain past without a time is told as part of the
// story, on its day: "Washington welcomed the announcement".
func (d *document) reacts(e *event) bool {
	q := e.typ.Quad()
	if q != plover.VerbalCooperation && q != plover.VerbalConflict || e.aux != plover.Asserted || e.typ == plover.Consult {
		return false
	}
	s := e.s
	return s.toks[e.clause].XPOS == "VBD" && s.child(e.clause, "aux") < 0 && !s.relIs(e.clause, "acl") && len(s.times) == 0
}

// toldOn is the past time that the sentence before was about, in the same
// paragraph, where it lies more than two weeks back: the story goes on there.
func (d *document) toldOn(e *event) *dated {
	x := e.s.toks[e.clause].XPOS
	if x != "VBD" && x != "VBN" || e.s.child(e.clause, "aux") >= 0 {
		return nil
	}
	var last *dated
	for _, o := range d.events {
		if o.s.index == e.s.index-1 && o.s.paragraph == e.s.paragraph && !o.s.title && o.date.explicit && o.aux != plover.Future {
			last = &o.date
		}
	}
	if last == nil || last.interval.To > calendar.DayOf(d.published)-14 {
		return nil
	}
	return &dated{interval: calendar.Interval{From: last.interval.From, To: last.interval.To + 31}, ok: true}
}

// leadDate is the day the story is about: the first one told with an act in
// its headline or its first three sentences.
func (d *document) leadDate() *dated {
	for _, e := range d.events {
		if d.isLead(e.s) && e.date.ok && e.date.explicit && e.date.day && e.aux == plover.Asserted {
			return &dated{interval: e.date.interval, ok: true, text: e.date.text, day: true}
		}
	}
	return nil
}

func (d *document) isLead(s *sentence) bool {
	return s.title || s.index-d.firstBody() < 3
}

func (d *document) firstBody() int {
	for _, s := range d.sents {
		if !s.title {
			return s.index
		}
	}
	return 0
}
