package coder

import (
	"strings"

	"entente/coder/lexicon"
)

// beside looks for the participant of a lexical object in the phrases of its
// verb, where the parser has put "withdrew their ambassadors from Doha".
func (d *document) beside(c *clause, object int, used map[int]bool) []ref {
	not := d.keysUnder(c.subjects, c.s)
	for _, a := range c.obliques {
		if used[a.token] || a.depth > 0 || a.token < object {
			continue
		}
		switch a.prep {
		case "of", "from", "to", "with", "against", "in", "on", "for":
			var out []ref
			for _, r := range d.participants(c.s, a.token) {
				if !not[r.key()] {
					out = append(out, r)
				}
			}
			if len(out) > 0 {
				used[a.token] = true
				return out
			}
		}
	}
	return nil
}

// clauseFits compares a clause with what a slot asks for: an infinitive after
// "to", a finite clause after "that", a gerund after another preposition.
func (c *clause) clauseFits(k int, slot *lexicon.Slot) bool {
	for _, prep := range slot.Preps {
		switch prep {
		case "to":
			if c.s.marked(k, "to") || c.s.relIs(k, "xcomp") {
				return true
			}
		case "that":
			if c.s.relIs(k, "ccomp") && !c.s.marked(k, "to") {
				return true
			}
		default:
			if c.s.isVerb(k) && c.s.marked(k, prep) {
				return true
			}
		}
	}
	return false
}

// bindClause gives "that R" the subject of the clause.
func (d *document) bindClause(b *binding, slot *lexicon.Slot, c *clause, k int) bool {
	if slot.Role != lexicon.Recipient {
		return true
	}
	var refs []ref
	for _, t := range c.s.ownSubjects(k) {
		refs = append(refs, d.participants(c.s, t)...)
	}
	b.bind(slot.Role, refs)
	return len(refs) > 0
}

// inside gives the participants of a lexical phrase: "@ambassador of R",
// "@wrongdoing by R".
func (d *document) inside(slot *lexicon.Slot, c *clause, token int, used map[int]bool) []ref {
	not := d.keysUnder(c.subjects, c.s)
	if slot.Agents != nil {
		return d.agentOf(slot.Agents, c, token, not)
	}
	if refs := d.within(c.s, token, not); len(refs) > 0 {
		return refs
	}
	return d.beside(c, token, used)
}

// agentOf gives who does what a noun names: "killings by Russia", "Russia's
// killing of", "Russian killings", and "demands of Russia" where the frame
// says so; never on whom or where it is done.
func (d *document) agentOf(preps []string, c *clause, noun int, not map[string]bool) []ref {
	after := func(by bool) (out []ref) {
		for _, a := range c.obliques {
			if a.token < noun || (a.prep == "by") != by || !contains(preps, a.prep) {
				continue
			}
			refs := d.participants(c.s, a.token)
			if len(refs) == 0 {
				refs = d.within(c.s, a.token, not)
			}
			for _, r := range refs {
				if !not[r.key()] {
					out = append(out, r)
				}
			}
		}
		return out
	}
	if out := after(true); len(out) > 0 {
		return out
	}
	var out []ref
	if m := d.mentionAt(c.s, noun); m != nil {
		for _, p := range m.meant() {
			if r := (ref{party: p, m: m, via: true}); !p.unresolvable && !not[r.key()] {
				out = append(out, r)
			}
		}
	}
	if len(out) > 0 {
		return out
	}
	return after(false)
}

// keysUnder gives the sides of the given phrases.
func (d *document) keysUnder(tokens []int, s *sentence) map[string]bool {
	out := map[string]bool{}
	for _, t := range tokens {
		for _, r := range d.participants(s, t) {
			out[r.key()] = true
		}
	}
	return out
}

// candidates are the phrases that may fill a slot, nearest first.
func (c *clause) candidates(slot *lexicon.Slot) []arg {
	if slot.Preps == nil {
		out := c.objects
		if slot.Words != nil { // "went on hunger strike" is tagged many ways
			for _, a := range c.obliques {
				if a.prep == "" {
					out = append(out[:len(out):len(out)], a)
				}
			}
		}
		return out
	}
	var out []arg
	for _, prep := range slot.Preps {
		for _, a := range c.obliques {
			if c.prepIs(a.prep, prep) {
				out = append(out, a)
			}
		}
		if c.hasParticles(prep) { // "hammer out an agreement", "call off talks"
			out = append(out, c.objects...)
		}
	}
	if len(slot.Preps) > 1 || len(out) > 1 {
		sortByDepth(out)
	}
	return out
}

// prepIs compares a phrase's preposition with what a pattern asks for; a
// particle of the verb may be the first word ("pull out of").
func (c *clause) prepIs(have, want string) bool {
	if have == want {
		return true
	}
	if i := strings.LastIndexByte(have, ' '); i > 0 && have[i+1:] == want && particleWords[have[:i]] { // "travel on to"
		return true
	}
	if i := strings.LastIndexByte(want, ' '); i >= 0 && have == want[i+1:] {
		return c.hasParticles(want[:i])
	}
	return false
}

func (c *clause) hasParticles(words string) bool {
	for _, w := range strings.Fields(words) {
		found := false
		for _, p := range c.particles {
			found = found || p == w
		}
		if !found {
			return false
		}
	}
	return len(c.particles) > 0
}

// infinitives are the verbs with "to" under a verb or under its objects, where
// the parser may have hung them.
func (c *clause) infinitives() []int {
	var out []int
	take := func(tokens []int32) {
		for _, k := range tokens {
			if c.s.isVerb(int(k)) && c.s.marked(int(k), "to") && int(k) > c.head {
				out = append(out, int(k))
			}
		}
	}
	take(c.s.kids(c.head))
	for _, k := range c.s.kids(c.head) {
		if c.s.toks[k].UPOS == "ADV" { // "agreed earlier to build"
			take(c.s.kids(int(k)))
		}
	}
	for _, o := range c.objects {
		take(c.s.kids(o.token))
	}
	return out
}

func sortByDepth(args []arg) {
	for i := 1; i < len(args); i++ {
		for j := i; j > 0 && args[j].depth < args[j-1].depth; j-- {
			args[j], args[j-1] = args[j-1], args[j]
		}
	}
}
