package lexicon

import (
	"fmt"
	"strings"
)

// Role is what a phrase of a pattern is in the event.
type Role uint8

// The roles a slot can give to its phrase.
const (
	NoRole    Role = iota // only there to fix the sense
	Actor                 // A
	Recipient             // R
	Any                   // _: must be there, is nobody in the event
)

// Slot is one complement of a frame's head.
type Slot struct {
	Preps    []string // alternatives, several words joined by a space; nil: an object, a bare noun phrase
	Clause   bool     // an infinitive ("to _") or a that-clause will do ("that _"; "that R": R is its subject)
	Role     Role
	Words    []Word   // what may head the phrase; nil: anything
	Of       Role     // whose participant stands inside the phrase ("@ambassador of R")
	Agents   []string // it is whoever does what the phrase names ("@wrongdoing by R"): R's, the adjective, or after one of these
	Optional bool
}

// Word is one lexical alternative: the head's lemma, and lemmas that must
// stand in the same phrase ("hunger strike": head strike, with hunger).
type Word struct {
	Head string
	With []string
}

// Pattern is the parsed left column of a frame.
type Pattern struct {
	Noun     bool   // headed by an event noun
	Heads    []Word // lemma alternatives of the head; With are modifiers before it
	Subject  Role   // of verb frames
	Particle string // "up", "off", "down": belongs to the verb
	Slots    []Slot
}

// prepositions are the words that open a slot rather than fill one.
var prepositions = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`about above across after against ahead along alongside amid among apart around as
		aside at away back before behind below beneath beside between beyond by despite down during for forward from in
		inside into near of off on onto out outside over past round since through throughout to together toward towards
		under until unto up upon via with within without`) {
		m[w] = true
	}
	return m
}()

// parsePattern reads one pattern, "A *recall @ambassador of R". The README of
// the folder describes the language.
func parsePattern(s string, classes map[string][]Word) (Pattern, error) {
	var p Pattern
	fields := fieldsOf(s)
	star := -1
	for i, f := range fields {
		if strings.HasPrefix(f, "*") {
			if star >= 0 {
				return p, fmt.Errorf("two heads: mark one word with *")
			}
			star = i
		}
	}
	if star < 0 {
		return p, fmt.Errorf("no head: mark the verb or event noun with *")
	}
	heads, err := wordsOf(fields[star][1:], classes)
	switch {
	case err != nil:
		return p, err
	case len(heads) == 0:
		return p, fmt.Errorf("empty word after *")
	}
	p.Noun = true
	var mods []string
	for _, f := range fields[:star] {
		switch f {
		case "A":
			p.Noun, p.Subject = false, Actor
		case "R":
			p.Noun, p.Subject = false, Recipient
		case "_":
			p.Noun, p.Subject = false, Any
		default:
			mods = append(mods, f)
		}
	}
	if !p.Noun && len(mods) > 0 {
		return p, fmt.Errorf("%q before the verb: only A, R or _ may stand there", strings.Join(mods, " "))
	}
	for _, h := range heads {
		for _, m := range mods {
			alternatives, err := wordsOf(m, classes)
			if err != nil {
				return p, err
			}
			if len(alternatives) == 1 {
				h.With = append(append([]string(nil), h.With...), alternatives[0].With...)
				h.With = append(h.With, alternatives[0].Head)
				continue
			}
			// one of a set before the head: the alternatives are joined by "|"
			var names []string
			for _, a := range alternatives {
				names = append(names, a.Head)
			}
			h.With = append(append([]string(nil), h.With...), strings.Join(names, "|"))
		}
		p.Heads = append(p.Heads, h)
	}
	return p, p.parseSlots(fields[star+1:], classes)
}

// fieldsOf cuts a pattern at spaces, but not inside braces: a set may hold
// phrases, {prime minister|president}.
func fieldsOf(s string) []string {
	depth := 0
	return strings.FieldsFunc(s, func(r rune) bool {
		switch r {
		case '{':
			depth++
		case '}':
			depth--
		}
		return r == ' ' && depth == 0
	})
}

// parseSlots reads what follows the head: particles, objects, prepositional
// phrases, optional ones in parentheses.
func (p *Pattern) parseSlots(fields []string, classes map[string][]Word) error {
	optional := false
	var preps [][]string // pending preposition words, each with its alternatives
	var mods []string    // pending words of a noun phrase
	var lexical = -1     // the slot that an "of R" would stand inside

	flush := func() error {
		if len(mods) == 0 {
			return nil
		}
		words, err := phraseOf(mods, classes)
		if err != nil {
			return err
		}
		p.Slots = append(p.Slots, Slot{Preps: joined(preps), Words: words, Optional: optional})
		lexical = len(p.Slots) - 1
		mods, preps = nil, nil
		return nil
	}
	for _, f := range fields {
		closing := false
		if strings.HasPrefix(f, "(") {
			if err := flush(); err != nil {
				return err
			}
			optional, f = true, f[1:]
		}
		if strings.HasSuffix(f, ")") {
			closing, f = true, f[:len(f)-1]
		}
		switch {
		case f == "A" || f == "R" || f == "_":
			if err := flush(); err != nil {
				return err
			}
			role := map[string]Role{"A": Actor, "R": Recipient, "_": Any}[f]
			if lexical >= 0 && len(preps) == 1 && contains(preps[0], "by") && role == Recipient {
				p.Slots[lexical].Of, p.Slots[lexical].Agents = role, preps[0]
			} else if lexical >= 0 && len(preps) == 1 && contains(preps[0], "of") && role != Any {
				p.Slots[lexical].Of = role
			} else {
				prep := joined(preps)
				p.Slots = append(p.Slots, Slot{Preps: prep, Role: role, Optional: optional,
					Clause: role == Any && contains(prep, "to") || contains(prep, "that")})
			}
			preps, lexical = nil, -1
		case isPreposition(f) || f == "that":
			if err := flush(); err != nil {
				return err
			}
			preps = append(preps, strings.Split(strings.Trim(f, "{}"), "|"))
		default:
			mods = append(mods, f)
		}
		if closing {
			if err := flush(); err != nil {
				return err
			}
			optional = false
		}
	}
	if err := flush(); err != nil {
		return err
	}
	if len(preps) > 0 {
		if p.Noun {
			return fmt.Errorf("ends in a preposition")
		}
		p.Particle = strings.Join(joined(preps), "|")
	}
	return nil
}

func isPreposition(f string) bool {
	for _, alternative := range strings.Split(strings.Trim(f, "{}"), "|") {
		if !prepositions[alternative] {
			return false
		}
	}
	return true
}

// joined multiplies out the alternatives of a run of prepositions:
// out, of|from → "out of", "out from".
func joined(preps [][]string) []string {
	var out []string
	for _, alternatives := range preps {
		if out == nil {
			out = append(out, alternatives...)
			continue
		}
		var next []string
		for _, head := range out {
			for _, a := range alternatives {
				next = append(next, head+" "+a)
			}
		}
		out = next
	}
	return out
}

// phraseOf reads a run of words as one noun phrase: the last is its head.
func phraseOf(words []string, classes map[string][]Word) ([]Word, error) {
	heads, err := wordsOf(words[len(words)-1], classes)
	if err != nil {
		return nil, err
	}
	var with []string
	for _, m := range words[:len(words)-1] {
		alternatives, err := wordsOf(m, classes)
		if err != nil {
			return nil, err
		}
		var names []string
		for _, a := range alternatives {
			names = append(names, a.Head)
		}
		with = append(with, strings.Join(names, "|"))
	}
	out := make([]Word, len(heads))
	for i, h := range heads {
		out[i] = Word{Head: h.Head, With: append(append([]string(nil), h.With...), with...)}
	}
	return out, nil
}

// wordsOf reads one word, a set {a|b} or a class @name.
func wordsOf(f string, classes map[string][]Word) ([]Word, error) {
	switch {
	case f == "":
		return nil, fmt.Errorf("an empty word")
	case f[0] == '@':
		words, ok := classes[f[1:]]
		if !ok {
			return nil, fmt.Errorf("unknown word class %s", f)
		}
		return words, nil
	case f[0] == '{':
		var words []Word
		for _, part := range strings.Split(strings.Trim(f, "{}"), "|") {
			more, err := wordsOf(part, classes)
			if err != nil {
				return nil, err
			}
			words = append(words, more...)
		}
		return words, nil
	case strings.ContainsAny(f, "{}()*"):
		return nil, fmt.Errorf("cannot read %q", f)
	}
	var words []Word
	for _, part := range strings.Split(f, "|") {
		if w, ok := wordOf(part); ok {
			words = append(words, w)
		}
	}
	return words, nil
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
