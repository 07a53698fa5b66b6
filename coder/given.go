package coder

import (
	"strconv"

	"entente/article"
)

// givenPrefix begins the id of a participant that the input marks; its place
// in article.Article.Given follows.
const givenPrefix = "GIVEN:"

// takeGiven makes participants of the phrases that the article marks as such
// (article.Article.Given): each is a side of its own, also where two of them
// belong to the same state, and keeps what the atlas knows of it. It runs
// before groups and pronouns are resolved, so that these can mean them, and
// once more when other stages have looked at the mentions.
func (d *document) takeGiven(s *sentence) {
	for i, span := range d.art.Given {
		if span.End <= span.Start {
			continue // somebody whom the text does not name
		}
		first, last := s.tokensOver(span)
		if first < 0 {
			continue
		}
		head := headOf(s, [2]int{first, last})
		m := d.mentionAt(s, head)
		switch {
		case m != nil && len(m.parties) > 0 && m.parties[0] == d.given[i]:
		case m == nil || head == m.head || m.first >= first && m.last <= last:
			d.nameGiven(s, i, first, last, head, m)
		default: // a modifier of a phrase that means more: "Russian" of "Russian warplanes"
			d.ownGiven(i, m)
		}
	}
}

// nameGiven lays a mention of a given participant over its tokens and over
// the rest of the phrase it is the head of.
func (d *document) nameGiven(s *sentence, i, first, last, head int, known *mention) {
	m := &mention{sent: s, first: first, last: last, head: head, kind: named, why: "given"}
	m.plural = s.toks[head].XPOS == "NNS" || s.toks[head].XPOS == "NNPS"
	var as *party
	if known != nil {
		m.first, m.last = min(first, known.first), max(last, known.last)
		m.owner = known.owner
		if len(known.parties) == 1 {
			as = known.parties[0]
		}
	}
	m.parties = []*party{d.givenParty(i, as)}
	for t := m.first; t <= m.last; t++ {
		if o := d.mentionAt(s, t); o == nil || o == known || t >= first && t <= last {
			s.covering[t] = int32(len(d.mentions))
		}
	}
	d.mentions = append(d.mentions, m)
	for _, o := range d.mentions { // "Okoro's decision" is now the given participant's
		if known != nil && o.owner == known {
			o.owner, o.owners = m, m.parties
		}
	}
}

// ownGiven makes a given participant the owner of the phrase it stands in.
func (d *document) ownGiven(i int, m *mention) {
	var as *party
	if len(m.owners) == 1 {
		as = m.owners[0]
	}
	m.owners = []*party{d.givenParty(i, as)}
	if len(m.parties) > 0 {
		m.parties = m.owners
	}
}

// givenParty is the i-th given participant, with what is known of the party
// that its words were resolved to.
func (d *document) givenParty(i int, as *party) *party {
	if d.given[i] == nil {
		p := party{name: d.art.Text[d.art.Given[i].Start:d.art.Given[i].End]}
		if as != nil {
			p = *as
		}
		p.id, p.generic, p.unresolvable = givenPrefix+strconv.Itoa(i), false, false
		d.given[i] = &p
	}
	return d.given[i]
}

// tokensOver gives the first and the last token that a span of the text touches, −1
// if it touches none.
func (s *sentence) tokensOver(span article.Span) (first, last int) {
	first, last = -1, -1
	for i := range s.toks {
		if s.toks[i].Start < span.End && s.toks[i].End > span.Start {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last
}

// fillGiven gives an act of the first given participant that is done to nobody
// the second one to be done to: the input says that something joins the two.
func (d *document) fillGiven(e *event) {
	if len(d.given) < 2 || d.given[1] == nil || len(e.recipients) > 0 || e.reciprocal {
		return
	}
	first := false
	for _, r := range e.actors {
		if r.party == d.given[1] {
			return
		}
		first = first || r.party == d.given[0]
	}
	m := d.mentionOf(d.given[1])
	if !first || m == nil || m.sent != e.s {
		return
	}
	e.recipients, e.dropped = []ref{{party: d.given[1], m: m}}, ""
	e.say("done to the other participant that the input gives")
}

// unnamedActor tells whether the input says that somebody whom the text does
// not name acts: "was arrested".
func (d *document) unnamedActor() bool {
	return len(d.art.Given) > 0 && d.art.Given[0].End <= d.art.Given[0].Start
}

// givenPair is the pair of the first two given participants, nil if no
// sentence names one of them.
func (d *document) givenPair() *pair {
	p := &pair{d: d, source: d.mentionOf(d.given[0])}
	if len(d.given) > 1 {
		p.target = d.mentionOf(d.given[1])
	}
	switch {
	case p.source != nil:
		p.s = p.source.sent
	case p.target != nil:
		p.s = p.target.sent
	default:
		return nil
	}
	p.findPath()
	return p
}

// mentionOf gives the first mention that means a given participant.
func (d *document) mentionOf(g *party) *mention {
	if g == nil {
		return nil
	}
	for _, m := range d.mentions {
		for _, q := range m.meant() {
			if q == g && m.kind != pronoun {
				return m
			}
		}
	}
	return nil
}
