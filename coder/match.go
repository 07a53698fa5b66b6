package coder

import (
	"slices"
	"strings"

	"entente/coder/lexicon"
	"entente/plover"
)

// binding is how a frame fits a clause.
type binding struct {
	frame      *lexicon.Frame
	actors     []ref
	recipients []ref
	words      []int // tokens of lexical slots and particles
	score      int
	mutual     bool // "each other": everybody does it to everybody
}

// eachOther tells whether a token is "each other" or "one another".
func (s *sentence) eachOther(i int) bool {
	switch lower(s.toks[i].Form) {
	case "other", "another":
		return i > 0 && (lower(s.toks[i-1].Form) == "each" || lower(s.toks[i-1].Form) == "one")
	case "each", "one":
		return i+1 < len(s.toks) && (lower(s.toks[i+1].Form) == "other" || lower(s.toks[i+1].Form) == "another")
	}
	return false
}

// wordIs tells whether a token is a lexicon word: by lemma, or as written.
func (s *sentence) wordIs(token int, word string) bool {
	t := &s.toks[token]
	return t.Lemma == word || lower(t.Lemma) == word || len(t.Form) == len(word) && lower(t.Form) == word
}

// phraseIs tells whether a phrase headed by token is the lexical word with all
// that it needs around it.
func (s *sentence) phraseIs(token int, w lexicon.Word) bool {
	if !s.wordIs(token, w.Head) {
		return false
	}
	for _, need := range w.With {
		if !s.nearby(token, need) {
			return false
		}
	}
	return true
}

// nearby looks for one of a set of lemmas (joined by "|") in the phrase of a
// head: under it, or in the five tokens before it or three after it.
func (s *sentence) nearby(head int, need string) bool {
	for _, word := range strings.Split(need, "|") {
		for i := max(0, head-5); i < min(len(s.toks), head+4); i++ {
			if i != head && s.wordIs(i, word) && (s.inSubtree(i, head) || i < head && s.toks[i].Head == s.toks[head].Head || i == head-1) {
				return true
			}
		}
	}
	return false
}

// phraseIsAny: the phrase itself, a person's title in it ("Ambassador Laurie
// Bristow"), or what it counts ("one of its specialists").
func (d *document) phraseIsAny(s *sentence, token int, words []lexicon.Word) bool {
	if s.phraseIsAny(token, words) {
		return true
	}
	if m := d.mentionAt(s, token); m != nil && m.kind == named && len(m.parties) == 1 && m.parties[0].person != "" {
		for i := m.first; i <= m.last; i++ {
			if i != token && s.phraseIsAny(i, words) {
				return true
			}
		}
	}
	if partitives[s.toks[token].Lemma] || s.toks[token].UPOS == "NUM" {
		for _, k := range s.kids(token) {
			if s.preposition(int(k)) == "of" && s.phraseIsAny(int(k), words) {
				return true
			}
		}
	}
	return false
}

func (s *sentence) phraseIsAny(token int, words []lexicon.Word) bool {
	for i := range words {
		if s.phraseIs(token, words[i]) {
			return true
		}
	}
	return false
}

// matchVerb finds the frame that fits a verb's clause best.
func (d *document) matchVerb(c *clause) (best binding, ok bool) {
	for _, f := range d.lex.Verbs[lower(c.s.toks[c.head].Lemma)] {
		if b, fits := d.fit(f, c); fits && (!ok || b.score > best.score) {
			best, ok = b, true
		}
	}
	if ok && best.frame.Type == "" {
		return best, false // a figurative use: no event
	}
	return best, ok
}

// fit binds one frame's slots to the phrases of a clause.
func (d *document) fit(f *lexicon.Frame, c *clause) (binding, bool) {
	b := binding{frame: f}
	s := c.s
	if !s.phraseIsAny(c.head, f.Heads) {
		return b, false
	}
	if f.Particle == "" && d.haltedByParticle(c, f) {
		return b, false // "call off a strike" calls none
	}
	if f.Particle != "" {
		found := false
		for _, alternative := range strings.Split(f.Particle, "|") {
			found = found || c.hasParticles(alternative)
		}
		if !found {
			return b, false
		}
		b.score += 3
	}
	used := map[int]bool{}
	lexical := f.Particle != ""
	for i := range f.Slots {
		if !d.fitSlot(&b, &f.Slots[i], c, used, lexical) {
			return b, false
		}
		lexical = lexical || f.Slots[i].Words != nil
	}
	return b, d.fitSubject(&b, f, c)
}

// haltedByParticle tells whether a verb and its particle are a word of their
// own that ends what it governs: "call off", "break off".
func (d *document) haltedByParticle(c *clause, f *lexicon.Frame) bool {
	if len(c.particles) == 0 {
		return false
	}
	for i := range f.Slots {
		if slices.ContainsFunc(f.Slots[i].Preps, func(prep string) bool { return contains(c.particles, prep) }) {
			return false // "break off relations" has it
		}
	}
	for _, op := range d.lex.Operators[lower(c.s.toks[c.head].Lemma)] {
		if op.Effect == lexicon.Halt && op.With != "" && contains(c.particles, op.With) {
			return true
		}
	}
	return false
}

// fitSlot binds one slot; a missing optional one is no fault.
func (d *document) fitSlot(b *binding, slot *lexicon.Slot, c *clause, used map[int]bool, lexical bool) bool {
	if slot.Role == lexicon.Any || slot.Clause {
		for _, k := range c.clausal {
			if !used[k] && c.clauseFits(k, slot) && d.bindClause(b, slot, c, k) {
				used[k] = true
				b.score++
				return true
			}
		}
	}
	if slot.Role == lexicon.Any && slot.Preps == nil && slot.Words == nil {
		for _, k := range c.clausal { // "discussed reopening the border"
			if !used[k] && c.s.toks[k].XPOS == "VBG" && c.s.relIs(k, "xcomp", "ccomp") && k > c.head {
				used[k] = true
				b.score++
				return true
			}
		}
	}
	if slot.Words != nil && contains(slot.Preps, "to") { // "ordered … to leave"
		for _, k := range c.infinitives() {
			if !used[k] && c.s.phraseIsAny(k, slot.Words) {
				used[k] = true
				b.words = append(b.words, k)
				b.score += 4
				return true
			}
		}
	}
	for _, a := range c.candidates(slot) {
		if used[a.token] || a.depth > 0 && slot.Preps != nil && len(c.objects) > 0 && !takesObject(b.frame) {
			continue // "called the charge a pretext for" is no call for anything
		}
		if slot.Words != nil {
			if !d.phraseIsAny(c.s, a.token, slot.Words) {
				continue
			}
			used[a.token] = true
			b.words = append(b.words, a.token)
			b.score += 4 - min(a.depth, 2)
			if slot.Of != lexicon.NoRole {
				if refs := d.inside(slot, c, a.token, used); len(refs) > 0 {
					b.bind(slot.Of, refs)
					b.score += 2
				}
			}
			return true
		}
		if slot.Role == lexicon.Any {
			used[a.token] = true
			b.score++
			return true
		}
		if c.s.eachOther(a.token) {
			used[a.token] = true
			b.mutual = true
			b.score += 3
			return true
		}
		refs := d.participants(c.s, a.token)
		if len(refs) == 0 && slot.Role == lexicon.Recipient && a.depth == 0 {
			refs = d.within(c.s, a.token, d.keysUnder(c.subjects, c.s))
			for i := range refs {
				refs[i].via = true
			}
		}
		if len(refs) == 0 {
			continue
		}
		used[a.token] = true
		b.bind(slot.Role, refs)
		b.score += 3 - min(a.depth, 2)
		if refs[0].via {
			b.score--
		}
		return true
	}
	if slot.Optional {
		return true
	}
	// A participant that the text leaves out is no fault where words fix the sense.
	if slot.Words == nil && slot.Role != lexicon.Any && slot.Preps != nil && lexical {
		b.score-- // a frame whose participants are all told fits better
		return true
	}
	return false
}

// takesObject tells whether a frame has a place for a direct object, also
// behind a particle: "hand back @loot to R".
func takesObject(f *lexicon.Frame) bool {
	for i := range f.Slots {
		if f.Slots[i].Preps == nil {
			return true
		}
		for _, p := range f.Slots[i].Preps {
			if adverbs[p] {
				return true
			}
		}
	}
	return false
}

// adverbs are the particles that are no prepositions as well.
var adverbs = map[string]bool{"up": true, "out": true, "off": true, "down": true, "back": true, "away": true,
	"apart": true, "together": true, "forward": true, "aside": true}

func (b *binding) bind(role lexicon.Role, refs []ref) {
	switch role {
	case lexicon.Actor:
		b.actors = append(b.actors, refs...)
	case lexicon.Recipient:
		b.recipients = append(b.recipients, refs...)
	}
}

// fitSubject binds the subject; a frame without its actor is no event.
func (d *document) fitSubject(b *binding, f *lexicon.Frame, c *clause) bool {
	var refs []ref
	for _, t := range c.subjects {
		refs = append(refs, d.participants(c.s, t)...)
	}
	if f.Subject == lexicon.Any {
		return len(c.subjects) > 0
	}
	if len(refs) == 0 && !c.passive && f.Type == plover.Assault {
		refs = d.sentFrom(c)
	}
	if len(refs) == 0 && len(c.subjects) == 0 {
		refs = d.authorities(f, c)
	}
	if len(refs) == 0 {
		return c.passive && d.unnamedActor()
	}
	if !refs[0].via {
		b.score++
	}
	b.bind(f.Subject, refs)
	b.score++
	return true
}
