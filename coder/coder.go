package coder

import (
	"fmt"
	"strings"

	"entente/article"
	"entente/atlas"
	"entente/coder/lexicon"
	"entente/plover"
	"entente/record"
	"entente/syntax"
)

// Knowledge is everything the coder reads from: the atlas, the lexicon and the
// models of the syntax. It is immutable and shared by all workers.
type Knowledge struct {
	Atlas   *atlas.Atlas
	Lexicon *lexicon.Lexicon
	Syntax  *syntax.Model
}

// Load reads the embedded knowledge, once.
func Load() (*Knowledge, error) {
	a, err := atlas.Load()
	if err != nil {
		return nil, fmt.Errorf("coder: %w", err)
	}
	l, err := lexicon.Load()
	if err != nil {
		return nil, fmt.Errorf("coder: %w", err)
	}
	m, err := syntax.Load()
	if err != nil {
		return nil, fmt.Errorf("coder: %w", err)
	}
	return &Knowledge{a, l, m}, nil
}

// Coder codes articles, one at a time; give each goroutine its own.
type Coder struct {
	know     *Knowledge
	analyzer *syntax.Analyzer
}

// New makes a coder.
func New(k *Knowledge, mode syntax.Mode) *Coder {
	return &Coder{know: k, analyzer: k.Syntax.NewAnalyzer(mode)}
}

// Code reads one article into its record.
func (c *Coder) Code(a *article.Article) *record.Record {
	d := c.prepare(a)
	d.code()
	return d.record()
}

func (c *Coder) prepare(a *article.Article) *document {
	return newDocument(a, c.analyzer.Analyze(a.Text), c.know)
}

// code runs the stages, each on what those before have found.
func (d *document) code() {
	d.resolveMentions()
	d.attributeQuotations()
	d.findEvents()
	d.dateTheRest()
	d.merge()
	d.check()
}

// Debug dumps every sentence.
func (c *Coder) Debug(a *article.Article) string {
	d := c.prepare(a)
	d.trace = true
	d.code()
	var b strings.Builder
	for _, s := range d.sents {
		fmt.Fprintf(&b, "S%d %s\n", s.index, strings.ReplaceAll(a.Text[s.start:s.end], "\n", "|"))
		for i, t := range s.toks {
			h := "ROOT"
			if t.Head >= 0 {
				h = s.toks[t.Head].Form
			}
			m := ""
			if k := s.covering[i]; k >= 0 {
				mm := d.mentions[k]
				if mm.head == i {
					n := d.noteOf(mm)
					m = fmt.Sprintf("[%s] %v %s k=%d", n.Text, n.Parties, n.Why, mm.kind)
				} else {
					m = "."
				}
			}
			fmt.Fprintf(&b, "   %2d %-14s %-12s %-5s %-4s %-11s %s(%d) %s\n", i, t.Form, t.Lemma, t.UPOS, t.XPOS, t.Rel, h, t.Head, m)
		}
		for _, r := range d.events {
			if r.s == s {
				fmt.Fprintf(&b, "  EV %s %s %s %v -> %v %s %q\n", r.typ, r.mode, r.aux, keysOfRefs(r.actors), keysOfRefs(r.recipients), r.rule, r.why)
			}
		}
		for _, r := range d.rejected {
			if r.s == s {
				fmt.Fprintf(&b, "  REJ %s %q %v -> %v %s: %s %q\n", r.typ, s.toks[r.trigger].Form, keysOfRefs(r.actors), keysOfRefs(r.recipients), r.rule, r.dropped, r.why)
			}
		}
	}
	return b.String()
}

// findEvents codes every sentence, the body before the headline, so that the
// headline's words are known from it.
func (d *document) findEvents() {
	for _, s := range d.sents {
		d.eventsOf(s)
	}
}

func (d *document) eventsOf(s *sentence) {
	var found []*event
	taken := map[int]bool{} // event nouns that a verb frame already uses
	for i := range s.toks {
		if !s.isVerb(i) || s.relIs(i, "amod", "compound") {
			continue
		}
		c := d.clauseOf(s, i)
		if b, ok := d.matchVerb(c); ok {
			e := d.newEvent(s, i, b)
			found = append(found, e)
			for _, w := range b.words {
				taken[w] = true
			}
		}
	}
	for i := range s.toks {
		if !taken[i] {
			if e := d.nominal(s, i); e != nil {
				found = append(found, e)
			}
		}
	}
	known := map[int]bool{}
	for _, e := range found {
		if e.typ == plover.Consult {
			e.meeting = d.meetingOf(e)
		}
		d.compose(e)
		for _, w := range append([]int{e.trigger, e.clause}, e.words...) {
			known[w] = true
		}
	}
	for i := range s.toks {
		if s.isVerb(i) && !known[i] {
			if e := d.defaultEvent(s, i); e != nil {
				d.compose(e)
				found = append(found, e)
			}
		}
	}
	for _, e := range found {
		d.shareRecipients(e, found)
		d.yieldToComposed(e, found)
		d.finish(e)
	}
}

// yieldToComposed drops the plain reading of a governing verb ("urged") where
// the act below it was coded through it ("urged to meet").
func (d *document) yieldToComposed(e *event, found []*event) {
	if e.noun >= 0 || e.dropped != "" {
		return
	}
	for _, o := range found {
		if o != e && o.dropped == "" && o.typ == e.typ && o.trigger != e.trigger && contains2(o.words, e.trigger) && len(o.effects) > 0 {
			o.recipients = uniqueRefs(append(o.recipients, without(e.recipients, o.actors)...))
			e.dropped = "told more exactly by what it governs"
			return
		}
	}
}

// shareRecipients: a participle's act is done to whom its main clause's act is
// done to, where it names nobody itself: "broke off relations with Qatar,
// accusing the gas exporter of …".
func (d *document) shareRecipients(e *event, found []*event) {
	s := e.s
	if len(e.recipients) > 0 || e.reciprocal || e.noun >= 0 || !s.relIs(e.trigger, "advcl", "conj") || s.child(e.trigger, "nsubj") >= 0 {
		return
	}
	for _, o := range found {
		if o.trigger == s.toks[e.trigger].Head && o != e {
			e.recipients = without(o.recipients, e.actors)
			if len(e.recipients) > 0 {
				if e.epithet {
					e.dropped = ""
				}
				e.say("done to those of the main clause")
			}
			return
		}
	}
}

// officialProtest corrects the type where it depends on who acts: a state that
// protests complains, a crowd that protests demonstrates.
func (e *event) officialProtest() {
	if e.typ == plover.Protest && e.mode != "riot" && e.mode != "vandalize" && len(e.actors) > 0 && e.actors[0].country == e.actors[0].id && isAlpha3(e.actors[0].id) && !e.actors[0].via && e.noun < 0 &&
		!(e.actors[0].m.form == atlas.Demonym && e.actors[0].m.plural) {
		e.typ, e.mode, e.cameo = plover.Accuse, "disapprove", ""
	}
}

// visitByPlace makes a meeting at one side's home the other's visit.
func (d *document) visitByPlace(e *event) {
	if e.typ != plover.Consult || e.place == nil || e.aux != plover.Asserted || e.mode != "" && e.mode != "visit" || len(e.recipients) > 0 {
		return
	}
	keys := keysOfRefs(e.actors)
	if len(keys) != 2 || !contains(keys, e.place.country) {
		return
	}
	var guests, hosts []ref
	for _, r := range e.actors {
		if r.key() == e.place.country {
			hosts = append(hosts, r)
		} else {
			guests = append(guests, r)
		}
	}
	e.actors, e.recipients, e.mode, e.cameo, e.reciprocal = guests, hosts, "visit", "", false
	e.say("met in " + e.place.name + ": a visit")
}

// settle gives unnamed groups the country that they act in.
func (d *document) settle(e *event) {
	country := ""
	if e.place != nil {
		country = e.place.country
	}
	if country == "" {
		return
	}
	for i := range e.actors {
		if p := e.actors[i].party; p.generic && p.country == "" {
			own := *p
			own.country, own.id = country, p.id+"-"+strings.ToLower(country)
			e.actors[i].party = &own
		}
	}
}

// finish dates, places and judges one act.
func (d *document) finish(e *event) {
	d.judge(e)
	if e.meeting != nil {
		d.meetings = append(d.meetings, e)
	}
	if e.dropped != "" {
		if d.trace {
			d.rejected = append(d.rejected, e)
		}
		return
	}
	d.date(e)
	d.locate(e)
	d.settle(e)
	d.visitByPlace(e)
	d.addContexts(e)
	at := e.s.toks[e.trigger]
	e.evidence = []evidence{{e.s.index, at.Start, at.End}}
	d.events = append(d.events, e)
}

// judge drops what is no event between political actors.
func (d *document) judge(e *event) {
	if e.dropped != "" {
		return
	}
	e.officialProtest()
	e.particular()
	if len(e.recipients) == 0 && !e.def && e.aux == plover.Asserted && wantsRecipient(e.typ) && e.frame != nil && (e.noun < 0 || e.clause != e.noun && len(e.words) > 0) && (e.frame.Type == e.typ || e.verbalByOperator() || e.frame.Type == plover.Protest) {
		d.reaction(e)
		if len(e.recipients) == 0 && e.typ != plover.Support {
			d.otherSide(e, true)
		}
		if len(e.recipients) == 0 {
			d.otherOfLastEvent(e)
		}
		if len(e.recipients) == 0 && e.typ == plover.Sanction {
			d.sameTarget(e)
		}
		if len(e.recipients) == 0 && e.typ != plover.Support {
			d.otherSide(e, false)
		}
		if len(e.recipients) == 0 && e.typ != plover.Support {
			d.otherOfPair(e)
		}
	}
	actors, recipients := keysOfRefs(e.actors), keysOfRefs(e.recipients)
	switch {
	case len(actors) == 0:
		e.dropped = "nobody acts"
	case e.typ == plover.Consult && len(actors)+len(recipients) < 2:
		e.dropped = "a meeting of one"
	case e.typ.NeedsRecipient() && len(recipients) == 0 && len(actors) < 2:
		e.dropped = string(e.typ) + " needs somebody it is done to"
	case generic(e.actors) && (e.typ.Quad() == plover.VerbalCooperation || e.typ.Quad() == plover.VerbalConflict):
		e.dropped = "said by nobody in particular"
	case len(recipients) == 0 && !e.reciprocal && len(actors) > 1 && wantsRecipient(e.typ) && e.typ != plover.Support:
		e.dropped = "nobody it is done to"
	case len(recipients) == 0 && len(actors) < 2 && !aloneAllowed(e.typ):
		e.dropped = "nobody it is done to"
	case e.quoted && e.aux != plover.Negation && !d.weSubject(e):
		e.dropped = "inside a quotation"
	}
}

// wantsRecipient: conflict is with somebody, even where the words leave the
// other side to the reader ("while Seoul lodged strong protests").
func wantsRecipient(t plover.Type) bool {
	switch t {
	case plover.Accuse, plover.Reject, plover.Threaten, plover.Sanction, plover.Support:
		return true
	}
	return false
}

// otherSide gives an act by one state the other state of its sentence, or of
// its clause alone, where there is exactly one.
func (d *document) otherSide(e *event, clause bool) {
	actors := keysOfRefs(e.actors)
	if len(actors) != 1 {
		return
	}
	var other *mention
	var whom *party
	for _, m := range d.mentions {
		if m.sent != e.s || clause && (!e.s.inSubtree(m.head, e.clause) || e.s.governor(m.head) != e.clause) {
			continue
		}
		for _, p := range m.meant() {
			k := p.key()
			if !isAlpha3(k) || k == actors[0] {
				continue
			}
			if whom != nil && whom.key() != k {
				return
			}
			other, whom = m, p
		}
	}
	if whom != nil {
		e.recipients = []ref{{party: whom, m: other, via: true}}
		e.confidence -= 0.2
		e.say("the other side of the sentence: " + whom.key())
	}
}

// otherOfLastEvent gives an answer to those whose act it answers: the others
// of the last act, at most three sentences back, that the actor had part in.
func (d *document) otherOfLastEvent(e *event) {
	if len(keysOfRefs(e.actors)) != 1 {
		return
	}
	key := e.actors[0].key()
	for i := len(d.events) - 1; i >= 0; i-- {
		o := d.events[i]
		if e.s.index-o.s.index > 3 || o.aux == plover.Negation {
			return
		}
		if o.s.title && e.s.index-d.firstBody() > 0 {
			return
		}
		all := append(append([]ref(nil), o.actors...), o.recipients...)
		others := without(all, e.actors)
		if len(others) == len(uniqueRefs(all)) || len(others) == 0 {
			continue
		}
		if len(o.recipients) > 0 && contains(keysOfRefs(o.actors), key) { // its own act: the same other side
			others = without(o.recipients, e.actors)
		} else if len(o.recipients) > 0 {
			others = without(o.actors, e.actors)
		}
		for _, r := range others {
			if !isAlpha3(r.key()) {
				return
			}
		}
		e.recipients = nil
		for _, r := range uniqueRefs(others) {
			e.recipients = append(e.recipients, ref{party: r.party, m: r.m, via: true})
		}
		e.confidence -= 0.25
		e.say("the other side of the act before: " + strings.Join(keysOfRefs(others), ", "))
		return
	}
}

// generic tells whether all of the given are nobody in particular.
func generic(refs []ref) bool {
	for _, r := range refs {
		if !r.generic {
			return false
		}
	}
	return len(refs) > 0
}

// verbalByOperator: "threatened to", "refused to" make an act a verbal one.
func (e *event) verbalByOperator() bool {
	for _, effect := range e.effects {
		if effect == lexicon.Threaten || effect == lexicon.Refuse {
			return true
		}
	}
	return false
}

// leadThenBack lists the acts found so far: those of headline and lead, which
// are what an article is about, then the others from the last back.
func (d *document) leadThenBack() []*event {
	var out []*event
	for _, e := range d.events {
		if d.isLead(e.s) {
			out = append(out, e)
		}
	}
	for i := len(d.events) - 1; i >= 0; i-- {
		if !d.isLead(d.events[i].s) {
			out = append(out, d.events[i])
		}
	}
	return out
}

// reaction gives a third side's reaction to "the agreement" or "the launch"
// those who made it: welcome goes to all who agreed, blame to who acted.
func (d *document) reaction(e *event) {
	definite := false
	for _, w := range e.words {
		definite = definite || e.s.isNominal(w) && e.s.hasLemma(w, "the", "this", "that") >= 0 && len(d.within(e.s, w, nil)) == 0
	}
	if !definite || e.typ != plover.Accuse && e.typ != plover.Support {
		return
	}
	for _, o := range d.leadThenBack() {
		if o.aux != plover.Asserted {
			continue
		}
		hostile := o.typ.Quad() >= plover.VerbalConflict
		if hostile != (e.typ == plover.Accuse) {
			continue
		}
		refs := o.actors
		if !hostile {
			refs = append(append([]ref(nil), o.actors...), o.recipients...)
		}
		others := without(refs, e.actors)
		if len(others) < len(uniqueRefs(refs)) || len(others) == 0 {
			continue // its own doing
		}
		for _, r := range uniqueRefs(others) {
			e.recipients = append(e.recipients, ref{party: r.party, m: r.m, via: true})
		}
		e.confidence -= 0.25
		e.say("a reaction to " + string(o.typ) + " by " + strings.Join(keysOfRefs(o.actors), ", "))
		return
	}
}

// sameTarget: "Japan announced sanctions of its own" — against whom the last
// sanctions told of were.
func (d *document) sameTarget(e *event) {
	for i := len(d.events) - 1; i >= 0; i-- {
		o := d.events[i]
		if e.s.index-o.s.index > 4 {
			return
		}
		if o.typ != plover.Sanction || o.aux == plover.Negation {
			continue
		}
		if others := without(o.recipients, e.actors); len(others) > 0 {
			e.recipients = others
			e.confidence -= 0.25
			e.say("against whom the sanctions before were: " + strings.Join(keysOfRefs(others), ", "))
			return
		}
	}
}

// otherOfPair gives an act by one state the other of the pair that the
// sentences just before spoke of: "threatened to walk away from the talks".
func (d *document) otherOfPair(e *event) {
	if len(keysOfRefs(e.actors)) != 1 || e.s.title {
		return
	}
	key := e.actors[0].key()
	for i := len(d.focus) - 1; i >= 0; i-- {
		f := &d.focus[i]
		if f.weak && !d.otherWasSubject(f, key, e) || f.sent > e.s.index || f.sent == e.s.index && f.token >= e.trigger || len(f.parties) != 2 || !hasKey(f.parties, key) {
			continue
		}
		if e.s.index-f.sent > 3 {
			return
		}
		for _, p := range f.parties {
			if p.key() != key && isAlpha3(p.key()) {
				e.recipients = []ref{{party: p, m: e.actors[0].m, via: true}}
				e.confidence -= 0.3
				e.say("the other of the pair spoken of: " + p.key())
			}
		}
		return
	}
}

// otherWasSubject tells whether the other of a pair was the subject of one of
// the two sentences before: who claimed what is now rejected.
func (d *document) otherWasSubject(f *focusSet, key string, e *event) bool {
	for i := len(d.mentions) - 1; i >= 0; i-- {
		m := d.mentions[i]
		if m.sent.index >= e.s.index || m.sent.title {
			continue
		}
		if e.s.index-m.sent.index > 2 {
			return false
		}
		if m.sent.relIs(m.head, "nsubj") {
			for _, p := range m.parties {
				if p.key() != key && hasKey(f.parties, p.key()) {
					return true
				}
			}
		}
	}
	return false
}

// aloneAllowed: what somebody can do without another side.
func aloneAllowed(t plover.Type) bool {
	switch t {
	case plover.Mobilize, plover.Protest, plover.Retreat, plover.Concede:
		return true
	}
	return false
}

// weSubject: a speaker's own act is told in the first person.
func (d *document) weSubject(e *event) bool {
	for _, r := range e.actors {
		if r.m != nil && r.m.kind == pronoun && r.m.sent == e.s {
			return true
		}
	}
	return false
}

// check gives every event its id, its remaining codes and its confidence.
func (d *document) check() {
	for i, e := range d.events {
		e.id = fmt.Sprintf("e%d", i+1)
		if e.mode != "" && !e.typ.HasMode(e.mode) {
			e.mode = ""
		}
		if e.cameo == "" {
			e.cameo = e.typ.CAMEO(e.mode, e.contexts)
		}
	}
}
