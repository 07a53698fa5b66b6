package coder

import (
	"math"
	"sort"
	"strings"

	"entente/atlas"
)

// focusSet is a group of parties spoken of together: coordinated ("South
// Korea and Japan"), hyphened ("Seoul-Tokyo"), or merely met in one sentence
// (weak). "The two countries" means the last one of two.
type focusSet struct {
	parties []*party // one a country or organisation
	sent    int
	token   int
	weak    bool
}

// key is what makes two parties the same side: the state, else the id.
func (p *party) key() string {
	if p.country != "" && isAlpha3(p.id) {
		return p.country
	}
	return p.id
}

// distinct leaves one party a side, in order.
func distinct(ps []*party) []*party {
	var out []*party
	for _, p := range ps {
		known := false
		for _, q := range out {
			known = known || q.key() == p.key()
		}
		if !known {
			out = append(out, p)
		}
	}
	return out
}

// groupNouns are what several states are called together, with the number
// that the word itself implies.
var groupNouns = map[string]int{
	"country": 0, "nation": 0, "side": 0, "state": 0, "neighbor": 0, "neighbour": 0, "ally": 0, "government": 0,
	"leader": 0, "minister": 0, "diplomat": 0, "power": 0, "party": 0, "rival": 0, "capital": 0, "foe": 0,
	"adversary": 0, "delegation": 0, "president": 0, "premier": 0, "negotiator": 0, "partner": 0, "enemy": 0,
	"envoy": 0, "superpower": 0, "pair": 2, "duo": 2, "trio": 3, "counterpart": 0, "official": 0, "military": 0,
	"army": 0, "people": 0, "economy": 0, "member": 0, "faction": 0, "ministry": 0, "colleague": 0, "republic": 0,
	"friend": 0, "man": 0, "giant": 0, "heavyweight": 0, "archrival": 0, "democracy": 0, "monarchy": 0, "claimant": 0, "belligerent": 0,
	"combatant": 0, "woman": 0, "contender": 0, "protagonist": 0, "culprit": 0, "two": 2, "three": 3, "four": 4, "both": 2, "statesman": 0, "signatory": 0,
}

// statesOnly are group nouns that armed groups and parties are not called by.
var statesOnly = map[string]bool{"country": true, "nation": true, "state": true, "neighbor": true, "neighbour": true, "government": true,
	"capital": true, "president": true, "premier": true, "military": true, "army": true, "ally": true, "republic": true}

var numerals = map[string]int{"two": 2, "2": 2, "both": 2, "three": 3, "3": 3, "four": 4, "4": 4, "five": 5, "5": 5, "six": 6, "6": 6, "seven": 7, "either": 2, "neither": 2}

// groupNoun tells whether a phrase means several parties named before, and
// how many; 0 is a plural without a number, −1 no group.
func groupNoun(s *sentence, m *mention) (quantity int, noun string) {
	noun = lower(s.toks[m.head].Lemma)
	implied, known := groupNouns[noun]
	if m.last+1 < len(s.toks) && (lower(s.toks[m.last+1].Form) == "of" || lower(s.toks[m.last+1].Form) == "from") && noun != "both" && noun != "two" && noun != "three" {
		return -1, noun // "the leaders of Qatar and Egypt" name themselves
	}
	if !known {
		if m.role == nil {
			return -1, noun
		}
		words := strings.Fields(m.role.Name)
		if implied, known = groupNouns[words[len(words)-1]]; !known {
			return -1, noun
		}
	}
	definite, number := false, implied
	for i := m.first; i <= m.last; i++ {
		t := &s.toks[i]
		if t.UPOS == "PRON" || lower(t.Form) == "no." { // "their leaders" are owned; "No. 2" counts nobody
			return -1, noun
		}
		switch lemma := strings.ToLower(t.Form); lemma {
		case "the", "both", "these", "those", "our", "either", "neither", "all":
			definite = true
		case "other", "many", "several", "some", "any", "no", "more", "various", "least", "about", "nearly", "another", "only":
			return -1, noun
		}
		if n, ok := numerals[strings.ToLower(t.Form)]; ok {
			number = n
		} else if t.UPOS == "NUM" {
			return -1, noun // "the 27 leaders": more than a text keeps apart
		}
	}
	switch {
	case number == 0 && lower(s.toks[m.first].Form) == "all":
		return -1, noun // "all sides": nobody says which
	case number == 0 && (!definite || !(m.plural || s.toks[m.head].XPOS == "NNS")):
		return -1, noun
	case number == 0 && (noun == "official" || noun == "people" || noun == "man" || noun == "member" || noun == "minister" || noun == "diplomat" || noun == "president" || noun == "friend" || noun == "economy" || noun == "power"):
		return -1, noun // "the officials" are not the parties spoken of
	case number >= 2 && !definite && s.toks[m.first].UPOS == "NUM" && s.toks[m.head].UPOS != "NUM":
		return -1, noun // "two countries" are any two
	}
	return number, noun
}

// coordinations notes every group spoken of together in a sentence.
func (d *document) coordinations(s *sentence, ms []*mention) {
	for _, m := range ms {
		parties := m.meant()
		if s.toks[m.head].Rel != "conj" {
			for _, token := range s.conjuncts(m.head)[1:] {
				if o := d.mentionAt(s, token); o != nil && o != m {
					parties = append(append([]*party(nil), parties...), o.parties...)
				}
			}
		}
		d.note(distinct(parties), s, m.head, false)
	}
}

func (d *document) note(parties []*party, s *sentence, token int, weak bool) {
	if len(parties) < 2 || len(parties) > 12 {
		return
	}
	d.focus = append(d.focus, focusSet{parties, s.index, token, weak})
}

// resolveGroup finds whom "the two countries", "both sides", "the three" means.
func (d *document) resolveGroup(m *mention) {
	if m.kind != grouped {
		return
	}
	s := m.sent
	n, noun := groupNoun(s, m)
	excluded := d.besides(m)
	parties := d.personsMeant(n, noun, m, excluded)
	if parties == nil {
		parties = d.together(n, statesOnly[noun], s, m.head, excluded)
	}
	if len(parties) == 0 {
		m.kind = thing
		return
	}
	m.parties = parties
	if m.role != nil && official(m.role.Sectors) {
		m.parties = nil
		for _, p := range parties {
			m.parties = append(m.parties, roleParty(m.role, p))
		}
	}
	m.why = "the group of " + keysOf(parties)
	d.focus = append(d.focus, focusSet{parties: parties, sent: s.index, token: m.head})
}

// personsMeant: "the two men", "both leaders" are the persons that this and
// the two sentences before name, where they are as many.
func (d *document) personsMeant(n int, noun string, m *mention, excluded map[string]bool) []*party {
	switch noun {
	case "man", "woman", "leader", "president", "premier":
	default:
		return nil
	}
	if n < 2 {
		return nil
	}
	var persons []*party
	for i := len(d.mentions) - 1; i >= 0; i-- {
		o := d.mentions[i]
		if o.sent.index > m.sent.index || o.sent == m.sent && o.head >= m.head || o.sent.title {
			continue
		}
		if m.sent.index-o.sent.index > 2 {
			break
		}
		for _, p := range o.parties {
			if p.person != "" && !excluded[p.key()] && (noun == "man" || noun == "woman" || levelOfOffice(p.office) == "leader" || p.level == "leader") {
				persons = append(persons, p)
			}
		}
	}
	if persons = distinct(persons); len(persons) != n {
		return nil
	}
	return persons
}

// besides are the parties that a group cannot mean because they stand beside
// it: "the two countries and China", "the two held talks with the U.S.".
func (d *document) besides(m *mention) map[string]bool {
	s, out := m.sent, map[string]bool{}
	add := func(token int) {
		for _, t := range s.conjuncts(token) {
			if o := d.mentionAt(s, t); o != nil && o != m {
				for _, p := range o.parties {
					out[p.key()] = true
				}
			}
		}
	}
	for _, t := range s.conjuncts(m.head)[1:] {
		add(t)
	}
	if s.toks[m.head].Rel == "conj" {
		add(s.toks[m.head].Head)
	}
	if v := s.governor(m.head); v >= 0 {
		for _, k := range s.kids(v) {
			if s.relIs(int(k), "nsubj") && !s.inSubtree(m.head, int(k)) {
				add(int(k))
			}
		}
		for i := range s.toks {
			if s.isNominal(i) && s.preposition(i) == "with" && s.governor(i) == v && !s.inSubtree(m.head, i) {
				add(i)
			}
		}
	}
	return out
}

// together finds the n parties that "the two countries" means: of the groups
// spoken of before, the one that is nearest and whose members the article
// names most; n 0 takes any group of two to five.
func (d *document) together(n int, states bool, s *sentence, token int, excluded map[string]bool) []*party {
	var best []*party
	bestScore := 0.0
	for i := range d.focus {
		f := &d.focus[i]
		if !f.fits(n, states, s, token, excluded) {
			continue
		}
		least := 1 << 30
		for _, p := range f.parties {
			least = min(least, d.timesNamed(p.key()))
		}
		score := float64(least) * math.Pow(0.92, float64(max(0, s.index-f.sent)))
		if f.weak {
			score *= 0.6
		}
		if score >= bestScore { // the later of equals
			best, bestScore = f.parties, score
		}
	}
	if bestScore > 0.35 {
		return best
	}
	if n == 0 {
		n = 2
	}
	if joined := d.joinedWithSentence(n, s, token, excluded); joined != nil {
		return joined
	}
	if best != nil {
		return best
	}
	return d.mostNamed(n, s, excluded)
}

// fits tells whether a group can be meant at a token.
func (f *focusSet) fits(n int, states bool, s *sentence, token int, excluded map[string]bool) bool {
	if f.sent > s.index && !s.title || f.sent == s.index && f.token >= token {
		return false
	}
	if n > 0 && len(f.parties) != n || n == 0 && len(f.parties) > 5 {
		return false
	}
	for _, p := range f.parties {
		if excluded[p.key()] || states && !isAlpha3(p.key()) {
			return false
		}
	}
	return true
}

// named1 counts how often the article has named a side so far, once at least.
func (d *document) timesNamed(key string) int { return max(1, d.counts[key]) }

// joinedWithSentence adds the states named before a token of its sentence to
// the last group spoken of: "the meeting of A and B also involving C, as the
// three countries".
func (d *document) joinedWithSentence(n int, s *sentence, token int, excluded map[string]bool) []*party {
	var all []*party
	for _, m := range d.mentions {
		if m.sent == s && m.head < token {
			all = append(all, m.parties...)
		}
	}
	for i := len(d.focus) - 1; i >= 0; i-- {
		if f := &d.focus[i]; !f.weak && f.sent < s.index {
			all = append(all, f.parties...)
			break
		}
	}
	all = distinct(all)
	if len(all) != n {
		return nil
	}
	for _, p := range all {
		if excluded[p.key()] {
			return nil
		}
	}
	return all
}

// mostNamed gives the n states the text has named most up to a sentence,
// nothing where fewer were named.
func (d *document) mostNamed(n int, s *sentence, excluded map[string]bool) []*party {
	count := map[string]int{}
	first := map[string]*party{}
	for _, m := range d.mentions {
		if m.sent.index > s.index {
			continue
		}
		for _, p := range m.meant() {
			k := p.key()
			if excluded[k] || !isAlpha3(k) {
				continue
			}
			count[k]++
			if first[k] == nil {
				first[k] = p
			}
		}
	}
	keys := make([]string, 0, len(count))
	for k := range count {
		keys = append(keys, k)
	}
	if len(keys) < n {
		return nil
	}
	sort.Slice(keys, func(i, j int) bool {
		if count[keys[i]] != count[keys[j]] {
			return count[keys[i]] > count[keys[j]]
		}
		return keys[i] < keys[j]
	})
	var out []*party
	for _, k := range keys[:n] {
		out = append(out, first[k])
	}
	return out
}

// noteSentence remembers the states that a sentence speaks of together.
func (d *document) noteSentence(s *sentence, ms []*mention) {
	var all []*party
	for _, m := range ms {
		for _, p := range m.meant() {
			d.counts[p.key()]++
			if isAlpha3(p.key()) || p.entity != nil && (p.entity.Kind == atlas.Group || p.entity.Kind == atlas.Organization) {
				all = append(all, p)
			}
		}
	}
	set := distinct(all)
	if len(set) >= 2 && len(set) <= 5 {
		states := make([]*party, len(set))
		for i, p := range set {
			states[i] = p
			if p.country != "" && isAlpha3(p.key()) {
				states[i] = d.state(p.country)
			}
		}
		d.note(states, s, 0, true)
	}
}

func keysOf(ps []*party) string {
	keys := make([]string, len(ps))
	for i, p := range ps {
		keys[i] = p.key()
	}
	return strings.Join(keys, ", ")
}
