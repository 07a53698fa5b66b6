package coder

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"entente/coder/classify"
	"entente/plover"
)

// The rules of events that the classifier has coded: one that it found where
// the lexicon knows no act, one whose type it has set right.
const (
	ruleFallback = "fallback"
	ruleInstead  = "fallback instead of "
)

// surer is the probability from which on a pair of participants that the
// lexicon cannot join becomes an event: in short texts and leads, which tell
// what happened, and further down, where much is background and opinion.
var surer = map[placing]float64{atShort: 0.5, atLead: 0.7, atTitle: 0.95, atBody: 0.95}

// yield is the classifier's class for CONCEDE and RETREAT, which the labelled
// sentences do not tell apart; "" is its class for no event.
const yield = "YIELD"

// fallback lets the classifier join participants of a sentence where the
// lexicon does not: those that the input marks, else a subject and who stands
// in its predicate, if no frame knows the predicate.
func (d *document) fallback(s *sentence) {
	if d.describing {
		d.describe(s)
	}
	if d.know.classifier == nil {
		return
	}
	if len(d.art.Given) > 0 {
		d.joinGiven(s)
		return
	}
	var all []joining
	for _, p := range d.candidates(s) {
		p.describe()
		p.features = InDomain(p.features, Running)
		typ, sure := d.classify(p, true)
		if typ == "" || sure < surer[p.placing()] {
			continue
		}
		all = append(all, joining{p, typ, sure})
	}
	if len(all) == 0 {
		return
	}
	best := slices.MaxFunc(all, func(a, b joining) int { return cmp.Compare(a.sure, b.sure) })
	for _, j := range all { // one act a sentence, done to one or to several
		if j.source != best.source || j.typ != best.typ {
			continue
		}
		e := j.event(j.typ, j.sure, ruleFallback)
		e.actors, e.recipients = []ref{j.who(j.source)}, []ref{j.who(j.target)}
		d.finish(e)
	}
}

// joining is a pair with what the classifier thinks joins it.
type joining struct {
	*pair
	typ  plover.Type
	sure float64
}

// classify gives the type that the classifier finds likeliest and its
// probability; withNone lets it find that there is no event.
func (d *document) classify(p *pair, withNone bool) (plover.Type, float64) {
	m := d.know.classifier
	probabilities := m.Probabilities(p.features, m.Variant(d.art.Text[p.s.start:p.s.end]))
	best, sum := -1, 0.0
	for c, name := range m.Classes {
		if name == "" && !withNone {
			continue
		}
		sum += probabilities[c]
		if best < 0 || probabilities[c] > probabilities[best] {
			best = c
		}
	}
	p.class = best
	return p.typeOf(m.Classes[best]), probabilities[best] / sum
}

// mostReasons is how many features an explanation names.
const mostReasons = 6

// reasons names the features that spoke most for the class of a pair.
func (p *pair) reasons() []string {
	type reason struct {
		name   string
		weight float64
	}
	m := p.d.know.classifier
	variant := m.Variant(p.d.art.Text[p.s.start:p.s.end])
	var all []reason
	for i, name := range p.names { // what stands behind the names are their copies in the domain
		w := m.Weight(p.features[i], p.class, variant) + m.Weight(p.features[i+len(p.names)], p.class, variant)
		all = append(all, reason{name, w})
	}
	slices.SortStableFunc(all, func(a, b reason) int { return cmp.Compare(b.weight, a.weight) })
	var out []string
	for _, r := range all[:min(mostReasons, len(all))] {
		if r.weight > 0 {
			out = append(out, fmt.Sprintf("for %s speaks %q (+%.2f)", cmp.Or(m.Classes[p.class], "no event"), r.name, r.weight))
		}
	}
	return out
}

// typeOf tells CONCEDE and RETREAT apart by what the lexicon has for the words
// of the pair's predicates.
func (p *pair) typeOf(class string) plover.Type {
	if class != yield {
		return plover.Type(class)
	}
	balance := 0.0
	for i := range p.s.toks {
		if !p.content(i) {
			continue
		}
		for _, v := range p.d.know.votes.Heads[lower(p.s.toks[i].Lemma)] {
			switch v.Type {
			case plover.Retreat:
				balance += v.Share
			case plover.Concede:
				balance -= v.Share
			}
		}
	}
	if balance > 0 {
		return plover.Retreat
	}
	return plover.Concede
}

// ClassOf is a type's class in the classifier: CONCEDE and RETREAT are one.
func ClassOf(t plover.Type) string {
	if t == plover.Concede || t == plover.Retreat {
		return yield
	}
	return string(t)
}

// joinGiven makes sure that the participants that the input marks are joined
// by an event of the likeliest type. What the lexicon found stands, unless the
// classifier, which knows of it, thinks another type likelier.
func (d *document) joinGiven(s *sentence) {
	p := d.givenPair()
	if p == nil || p.s != s {
		return
	}
	p.describe()
	p.features = InDomain(p.features, Marked)
	typ, sure := d.classify(p, false)
	known := p.known()
	if known == nil {
		e := p.event(typ, sure, ruleFallback)
		e.actors, e.recipients = p.sides()
		e.dropped = ""
		d.enter(e)
		return
	}
	if ClassOf(typ) != ClassOf(known.typ) {
		known.say("the classifier makes it " + string(typ) + ", not " + string(known.typ))
		known.why = append(known.why, p.reasons()...)
		known.typ, known.mode, known.cameo, known.rule, known.confidence = typ, "", "", ruleInstead+known.rule, sure
	}
}

// known gives the event of the sentence that joins the pair, nil if none does.
func (p *pair) known() *event {
	for _, e := range p.d.events {
		if e.s != p.s {
			continue
		}
		source := p.source == nil || p.isIn(p.source, e.actors)
		target := p.target == nil || p.isIn(p.target, e.recipients) || len(e.recipients) == 0 && p.isIn(p.target, e.actors)
		if source && target {
			return e
		}
	}
	return nil
}

// sides are the pair as participants of an event.
func (p *pair) sides() (actors, recipients []ref) {
	if p.source != nil {
		actors = []ref{p.who(p.source)}
	}
	if p.target != nil {
		recipients = []ref{p.who(p.target)}
	}
	return actors, recipients
}

// who is the party that a mention of the pair means.
func (p *pair) who(m *mention) ref {
	for _, q := range m.meant() {
		if strings.HasPrefix(q.id, givenPrefix) {
			return ref{party: q, m: m}
		}
	}
	return ref{party: m.meant()[0], m: m}
}

// event makes an event of the pair. Operators and modals on the way to the
// root have had their say in the type; here they give the auxiliary mode.
func (p *pair) event(typ plover.Type, sure float64, rule string) *event {
	v := p.predicate()
	e := &event{typ: typ, s: p.s, trigger: v, clause: v, noun: -1, said: -1, rule: rule, confidence: sure, def: true}
	trial := *e
	trial.frame = nil
	p.d.compose(&trial)
	e.aux, e.speaker, e.said, e.dropped = trial.aux, trial.speaker, trial.said, trial.dropped
	if typ == plover.Reject && e.aux == plover.Negation {
		e.aux = plover.Asserted // "did not accept": the refusal is no negated one
	}
	e.say("the lexicon has no act between the two; the classifier makes it " + string(typ))
	e.why = append(e.why, p.reasons()...)
	return e
}

// predicate is the word that joins the pair: the verb of the source, else the
// uppermost word between the two, else the root.
func (p *pair) predicate() int {
	if p.source != nil && p.source.sent == p.s {
		if v := p.s.governor(p.source.head); v >= 0 {
			return v
		}
	}
	if len(p.path) > 0 {
		return p.path[0]
	}
	for i := range p.s.toks {
		if p.s.toks[i].Head < 0 {
			return i
		}
	}
	return 0
}

// Domain tells by what conventions a pair is to be typed.
type Domain uint64

// The domains.
const (
	Marked  Domain = 0x9e3779b97f4a7c15 // participants marked by somebody, who says that something joins them
	Running Domain = 0xc2b2ae3d27d4eb4f // running text, by the conventions of the lexicon
)

// InDomain adds every feature once more as one of its domain, so that the
// classifier learns what both domains share and what is their own (Daumé III
// 2007, "Frustratingly Easy Domain Adaptation").
func InDomain(features []classify.Feature, d Domain) []classify.Feature {
	for _, f := range features {
		features = append(features, classify.Feature{Key: f.Key ^ uint64(d), Value: f.Value})
	}
	return features
}

// String names a domain.
func (d Domain) String() string {
	if d == Marked {
		return "marked"
	}
	return "running"
}
