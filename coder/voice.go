package coder

import (
	"strings"
	"unicode"

	"entente/coder/lexicon"
)

// voice says who speaks by the phrase at a token. Any person, body or document
// can speak, so where mentions resolve to nobody one is made from the words.
// The mention given has exactly one party; nil where nobody can be meant.
func (h *hearing) voice(s *sentence, token int) *mention {
	m := h.d.mentionAt(s, token)
	if m == nil {
		switch s.toks[token].UPOS {
		case "NOUN", "PROPN", "NUM", "DET", "ADJ", "PRON":
			m = &mention{sent: s, first: token, last: token, head: token, kind: thing}
		default:
			return nil
		}
	}
	p := h.apposed(s, m)
	if p == nil && (m.kind == pronoun || s.toks[token].UPOS == "PRON") {
		return h.pronounVoice(s, m)
	}
	if p == nil {
		p = h.partyOf(s, m)
	}
	if p == nil {
		return nil
	}
	return m.as(h.settled(s, m, p))
}

// settled gives an official whose country the words don't tell the one that
// was last spoken of.
func (h *hearing) settled(s *sentence, m *mention, p *party) *party {
	if p.person == "" || p.country != "" || !official(p.sectors) || len(p.id) == 0 || p.id[0] == 'I' {
		return p
	}
	key := "=" + lower(p.person)
	if known := h.known[key]; known != nil {
		return known
	}
	of := h.d.lastState(s, m.head)
	if of == nil {
		return p
	}
	own := *p
	own.country, own.unresolvable = of.country, false
	own.identify("")
	h.known[key] = &own
	return &own
}

// as is the same mention with one party for it.
func (m *mention) as(p *party) *mention {
	c := *m
	c.parties = []*party{p}
	return &c
}

// apposed gives the person whose name stands beside a role: "its president,
// Abdulqawi Yusuf", "one of them, Lee Yong-soo".
func (h *hearing) apposed(s *sentence, m *mention) *party {
	if len(m.parties) > 0 && m.parties[0].person != "" {
		return nil
	}
	for _, k := range h.appositions(s, m) {
		o := h.d.mentionAt(s, k)
		if o == nil || o == m {
			continue
		}
		if len(o.parties) > 0 {
			if o.parties[0].person != "" {
				return o.parties[0]
			}
			continue
		}
		if p := h.namedPerson(s, o); p != nil {
			if p.country == "" {
				p.country = h.countryOf(s, m)
				if p.country == "" && len(m.parties) > 0 && !guessed(m) {
					p.country = m.parties[0].country
				}
			}
			return p
		}
	}
	return nil
}

// appositions gives the names that stand to a phrase as appositions, those
// that the parser hung elsewhere behind "one of them" included.
func (h *hearing) appositions(s *sentence, m *mention) []int {
	var out []int
	for _, k := range s.kids(m.head) {
		if int(k) > m.last && s.relIs(int(k), "appos") && s.toks[k].UPOS == "PROPN" {
			out = append(out, int(k))
		}
	}
	if word := s.toks[m.head].Lemma; len(out) == 0 && (word == "one" || word == "another") {
		for i := m.last + 1; i+1 < len(s.toks) && i < m.last+5; i++ {
			if s.toks[i].Form == "," && s.toks[i+1].UPOS == "PROPN" {
				return []int{i + 1}
			}
		}
	}
	return out
}

// guessed tells a role whose state is only the last one spoken of.
func guessed(m *mention) bool {
	return m.kind == titled && len(m.owners) == 0 && strings.HasPrefix(m.why, "the state last spoken of")
}

// partyOf says who a noun phrase means as a speaker.
func (h *hearing) partyOf(s *sentence, m *mention) *party {
	if nameNotRole(s, m) {
		if p := h.namedPerson(s, &mention{sent: s, first: m.first, last: m.last, head: m.head, kind: thing}); p != nil {
			return p
		}
	}
	if m.kind == titled && len(m.owners) == 0 {
		if p := h.sameRole(s, m); p != nil {
			return p
		}
	}
	if len(m.parties) > 0 && (m.role == nil || m.parties[0].person != "" || !m.parties[0].unresolvable && !guessed(m)) {
		return m.parties[0]
	}
	if p := h.author(s, m); p != nil {
		return p
	}
	if len(m.parties) > 0 {
		p := *m.parties[0]
		if c := h.countryOf(s, m); c != "" {
			p.country = c
			if official(p.sectors) {
				p.id = c
			}
			p.name = phraseOf(h.d, s, m)
			return &p
		}
		if guessed(m) && (definite(s, m) || m.role.Being == "body" && !m.plural) {
			return m.parties[0]
		}
		p.country, p.name = "", phraseOf(h.d, s, m)
		p.id = kindOfSectors(p.sectors) + ":" + slug(m.role.Name)
		return &p
	}
	if p := h.namedPerson(s, m); p != nil {
		return p
	}
	p := &party{id: "UNK:" + slug(s.toks[m.head].Lemma), name: phraseOf(h.d, s, m), country: h.countryOf(s, m)}
	if p.name == "" {
		return nil
	}
	return p
}

// nameNotRole: "Larry Noble" is no nobleman: the title is the surname behind a
// first name.
func nameNotRole(s *sentence, m *mention) bool {
	return m.kind == titled && len(m.owners) == 0 && m.last-m.first == 1 && m.head >= m.first && s.toks[m.last].UPOS == "PROPN" && s.toks[m.first].UPOS == "PROPN" &&
		!institutionWords[lower(s.toks[m.last].Form)]
}

func definite(s *sentence, m *mention) bool { return lower(s.toks[m.first].Form) == "the" }

// sameRole finds the person that a title means who was named with it before:
// "the king" after "King Hussein".
func (h *hearing) sameRole(s *sentence, m *mention) *party {
	if m.plural || !definite(s, m) || m.role == nil {
		return nil
	}
	word := lower(s.toks[m.head].Form)
	for i := len(h.d.mentions) - 1; i >= 0; i-- {
		o := h.d.mentions[i]
		if s.index-o.sent.index > 200 {
			break
		}
		if o.sent.index > s.index || o.sent.index == s.index && o.head >= m.first || o.sent.title {
			continue
		}
		for j := o.first; j < o.last; j++ {
			if lower(o.sent.toks[j].Form) == word && o.sent.toks[o.last].UPOS == "PROPN" {
				if len(o.parties) == 1 && o.parties[0].person != "" {
					return o.parties[0]
				}
				if p := h.namedPerson(o.sent, o); p != nil {
					return p
				}
			}
		}
	}
	return nil
}

// author finds whose document speaks: the owner of "Ankara's statement", or
// whoever was told to speak in it before: "ECOWAS said in a communique".
func (h *hearing) author(s *sentence, m *mention) *party {
	noun := lower(s.toks[m.head].Lemma)
	if h.words[noun]&lexicon.SaysDocument == 0 {
		return nil
	}
	if len(m.owners) == 1 {
		return m.owners[0]
	}
	if m.owner != nil && m.owner.sent == s && m.owner.kind != pronoun {
		return h.partyOf(s, m.owner)
	}
	if !definite(s, m) || m.plural {
		return nil
	}
	for i := len(h.said) - 1; i >= 0; i-- {
		u := &h.said[i]
		if s.index-u.s.index > 6 || u.s.title {
			break
		}
		for _, k := range u.s.kids(u.cue) {
			if int(k) > 0 && lower(u.s.toks[k].Lemma) == noun && u.s.preposition(int(k)) == "in" && u.s.hasLemma(int(k), "joint") < 0 {
				return u.source.parties[0]
			}
		}
	}
	return nil
}

// countryOf is the country that the words of a phrase give it: its owner, or
// the place behind it ("business leaders in Cucuta").
func (h *hearing) countryOf(s *sentence, m *mention) string {
	for _, o := range m.owners {
		if o.country != "" {
			return o.country
		}
	}
	for _, k := range s.kids(m.head) {
		if int(k) <= m.last || !s.relIs(int(k), "nmod", "obl") {
			continue
		}
		switch s.preposition(int(k)) {
		case "of", "in", "from", "for", "at", "on":
			o := h.d.mentionAt(s, int(k))
			if o == nil {
				continue
			}
			for _, p := range o.meant() {
				if p.country != "" {
					return p.country
				}
			}
			if o.place != nil && o.place.Country != "" {
				return o.place.Country
			}
			if c := h.countryOf(s, o); c != "" {
				return c
			}
		}
	}
	return ""
}

// phraseOf is a phrase as written, without its article, with the "of" and
// "in" that tell which: "professor of international relations in Bandung".
func phraseOf(d *document, s *sentence, m *mention) string {
	first, last := m.first, m.last
	if s.toks[first].UPOS == "DET" && first < last {
		first++
	}
	if s.toks[m.head].UPOS != "PROPN" {
		for _, k := range s.kids(m.head) {
			if int(k) == last+2 || int(k) == last+3 || int(k) == last+4 {
				switch s.preposition(int(k)) {
				case "of", "in", "from", "for", "at":
					if s.relIs(int(k), "nmod") && int(s.hi[k])-last < 9 && s.child(int(k), "acl", "appos") < 0 {
						last = int(s.hi[k])
					}
				}
			}
		}
	}
	for last > first && s.toks[last].UPOS == "PUNCT" {
		last--
	}
	return d.slice(s, first, last)
}

// institutionWords end names of bodies, not of people.
var institutionWords = map[string]bool{"agency": true, "airlines": true, "association": true, "authority": true, "bank": true,
	"board": true, "bureau": true, "campaign": true, "center": true, "centre": true, "church": true, "college": true, "commission": true,
	"committee": true, "company": true, "congress": true, "corp": true, "council": true, "court": true, "department": true, "foundation": true,
	"front": true, "fund": true, "group": true, "herald": true, "house": true, "inc": true, "institute": true, "international": true,
	"journal": true, "league": true, "ministry": true, "movement": true, "network": true, "news": true, "office": true, "organization": true,
	"organisation": true, "party": true, "police": true, "post": true, "press": true, "project": true, "republic": true, "school": true,
	"senate": true, "service": true, "society": true, "times": true, "tribune": true, "union": true, "university": true, "watch": true}

// namedPerson makes a person of a name that the atlas doesn't know; the same
// person again where the article has given the name before, in full.
func (h *hearing) namedPerson(s *sentence, m *mention) *party {
	last := m.last
	for last > m.first && s.toks[last].UPOS != "PROPN" {
		last--
	}
	first := last
	for first > m.first && s.toks[first-1].UPOS != "DET" && (s.toks[first-1].UPOS == "PROPN" || isHyphen(s.toks[first-1].Form)) {
		first--
	}
	surname := s.toks[last].Form
	if s.toks[last].UPOS != "PROPN" || !unicode.IsUpper([]rune(s.toks[first].Form)[0]) || institutionWords[lower(surname)] || lower(s.toks[max(m.first, 0)].Form) == "the" {
		return nil
	}
	if p := h.known[lower(surname)]; p != nil {
		return p
	}
	if len(m.parties) > 0 {
		return nil
	}
	name := h.d.slice(s, first, last)
	country := h.countryOf(s, m)
	if before := h.d.mentionAt(s, max(m.first-2, 0)); country == "" && m.first > 1 && s.toks[m.first-1].Form == "," && before != nil &&
		before.last == m.first-2 && before.kind != named { // "the Chilean striker, Rosa Diaz,"
		country = h.countryOf(s, before)
	}
	if first == last {
		name, country = h.fullName(surname, country)
	}
	p := &party{id: "PER:" + slug(name), name: name, person: name, being: "person", country: country}
	h.known[lower(surname)] = p
	if strings.Contains(name, "-") { // "Lee Yong-soo" is Lee
		h.known[lower(s.toks[first].Form)] = p
	}
	return p
}

// fullName finds the longest name in the text that ends in a surname, and the
// country given with it.
func (h *hearing) fullName(surname, country string) (string, string) {
	best := surname
	for _, m := range h.d.mentions {
		s, last := m.sent, m.last
		if s.toks[last].Form != surname || len(m.parties) > 0 {
			continue
		}
		first := last
		for first > m.first && s.toks[first-1].UPOS == "PROPN" {
			first--
		}
		if name := h.d.slice(s, first, last); len(name) > len(best) {
			best = name
		}
		if country == "" {
			country = h.countryOf(s, m)
		}
		if head := s.toks[m.head].Head; country == "" && head >= 0 && s.relIs(m.head, "appos") {
			if o := h.d.mentionAt(s, head); o != nil {
				country = h.countryOf(s, o)
			}
		}
	}
	return best, country
}
