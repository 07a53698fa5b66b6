package coder

import (
	"strings"

	"entente/atlas"
	"entente/coder/lexicon"
	"entente/syntax"
)

// retag corrects tags that the names of a sentence contradict and has the
// sentence parsed anew: what stands right behind the name of an actor, looks
// like the present tense of a verb and is nobody's subject is that verb:
// "Modi heads to Myanmar", "Seoul hosts talks". So is what follows "will" and
// "to": "will expel diplomats".
func (c *Coder) retag(tokens []syntax.Token, names []atlas.Match) {
	changed := false
	for _, m := range names {
		v := m.Last + 1
		switch {
		case v >= len(tokens):
		case c.actorBefore(m, tokens) && c.presentTense(tokens, v):
			tokens[v].UPOS, tokens[v].XPOS = "VERB", "VBZ"
			changed = true
		case c.pluralTense(tokens, m, v):
			tokens[v].UPOS, tokens[v].XPOS = "VERB", "VBP"
			changed = true
		}
	}
	for v := 1; v < len(tokens); v++ {
		if tokens[v-1].XPOS == "POS" && tokens[v].UPOS == "VERB" && (tokens[v].XPOS == "VBP" || tokens[v].XPOS == "VB" || tokens[v].XPOS == "VBZ") { // "Kenya's claim that"
			tokens[v].UPOS, tokens[v].XPOS = "NOUN", "NN"
			if strings.HasSuffix(tokens[v].Form, "s") && tokens[v].Form != tokens[v].Lemma {
				tokens[v].XPOS = "NNS"
			}
			changed = true
		}
		if t := &tokens[v]; t.UPOS == "VERB" && t.XPOS == "VBP" && tokens[v-1].UPOS == "PROPN" && v+1 < len(tokens) && tokens[v+1].XPOS == "NNS" && len(c.know.Lexicon.Nouns[t.Form]) > 0 { // "Oslo summit talks"
			d := document{lex: c.know.Lexicon}
			if !d.knownVerb(t.Form) {
				t.UPOS, t.XPOS = "NOUN", "NN"
				changed = true
			}
		}
		if c.bareVerb(tokens, v) {
			tokens[v].UPOS, tokens[v].XPOS = "VERB", "VB"
			changed = true
		}
	}
	if changed {
		c.analyzer.Reparse(tokens)
	}
}

// actorBefore tells whether a name can be a verb's subject: a state,
// organisation, group or person by name, or somebody's office; a body ("the
// military exercises") only where the sentence has no other verb.
func (c *Coder) actorBefore(m atlas.Match, tokens []syntax.Token) bool {
	if len(m.Senses) == 0 || m.Senses[0].Entity == nil || m.Senses[0].Form == atlas.Demonym || c.governed(m, tokens) {
		return false
	}
	switch m.Senses[0].Entity.Kind {
	case atlas.State, atlas.Organization, atlas.Group, atlas.Person:
		return true
	case atlas.Role:
		return !m.Senses[0].Plural && (m.Senses[0].Entity.Being == "person" || !hasFinite(tokens))
	}
	return false
}

// governed tells whether a verb or preposition stands before the phrase that a
// name is in, so that it is no subject: "lifts U.S. sanctions".
func (c *Coder) governed(m atlas.Match, tokens []syntax.Token) bool {
	for i := m.First - 1; i >= 0; i-- {
		switch tokens[i].UPOS {
		case "DET", "ADJ", "PROPN", "NOUN", "NUM":
			continue
		case "ADP":
			return true
		case "VERB":
			for _, op := range c.know.Lexicon.Operators[strings.ToLower(tokens[i].Lemma)] {
				if op.Effect == lexicon.Report {
					return false
				}
			}
			return true
		case "PART":
			if isPossessive(tokens[i].Form) {
				continue
			}
			return true
		}
		return false
	}
	return false
}

// hasFinite tells whether any token is tagged as a finite verb.
func hasFinite(tokens []syntax.Token) bool {
	for i := range tokens {
		switch tokens[i].XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}

// presentTense tells whether a token read as a noun may be a verb in the third
// person: its base is a verb of the lexicon, it is not the subject of another
// verb, and what follows can follow a verb.
func (c *Coder) presentTense(tokens []syntax.Token, v int) bool {
	t := &tokens[v]
	if t.UPOS != "NOUN" && t.UPOS != "PROPN" || t.Form != strings.ToLower(t.Form) || !strings.HasSuffix(t.Form, "s") || v+1 >= len(tokens) || c.thirdPerson(t.Form) == "" {
		return false
	}
	next := &tokens[v+1]
	if h := t.Head; h >= 0 && next.UPOS != "DET" && next.UPOS != "PRON" && (t.Rel == "nsubj" || t.Rel == "nsubj:pass" || t.Rel == "compound") && (tokens[h].UPOS == "VERB" || tokens[h].UPOS == "AUX") && h > v {
		return false
	}
	switch next.UPOS {
	case "VERB":
		return next.XPOS == "VBG"
	case "CCONJ": // "charges and blacklists two officers"
		return v+3 < len(tokens) && next.Form == "and" && !hasFinite(tokens) && (tokens[v+3].UPOS == "DET" || tokens[v+3].UPOS == "NUM" || tokens[v+3].UPOS == "PROPN") && c.thirdPerson(tokens[v+2].Form) != ""
	case "AUX", "PUNCT":
		return false
	}
	return true
}

// pluralTense: "Greece and Macedonia reach a deal" — behind two that "and"
// joins, and before the beginning of a noun phrase, a verb's base is the verb.
func (c *Coder) pluralTense(tokens []syntax.Token, m atlas.Match, v int) bool {
	t := &tokens[v]
	if !(t.UPOS == "NOUN" && t.XPOS == "NN" || t.UPOS == "PROPN" && t.Form == strings.ToLower(t.Form)) || v+1 >= len(tokens) || len(m.Senses) == 0 || m.Senses[0].Entity == nil || m.Senses[0].Form == atlas.Demonym {
		return false
	}
	joined := m.Senses[0].Entity.Kind == atlas.Role && m.Senses[0].Plural
	for i := m.First - 1; i >= 0 && i >= m.First-6 && tokens[i].UPOS != "VERB"; i-- {
		joined = joined || tokens[i].Lemma == "and"
	}
	d := document{lex: c.know.Lexicon}
	if !joined || !d.knownVerb(t.Form) || t.Head > v && tokens[t.Head].UPOS == "VERB" {
		return false
	}
	switch tokens[v+1].UPOS {
	case "DET", "NUM":
		return true
	case "ADJ", "NOUN": // "Ukraine and Russia exchange prisoners"
		return !hasFinite(tokens)
	}
	return false
}

// thirdPerson gives the verb that a form in -s belongs to, "" if the lexicon
// has none.
func (c *Coder) thirdPerson(form string) string {
	d := document{lex: c.know.Lexicon}
	for _, base := range [...]string{strings.TrimSuffix(form, "s"), strings.TrimSuffix(form, "es"), strings.TrimSuffix(form, "ies") + "y"} {
		if base != form && d.knownVerb(base) {
			return base
		}
	}
	return ""
}

// bareVerb tells whether a token behind "will", "would" or "to" is the verb of
// that name read as something else.
func (c *Coder) bareVerb(tokens []syntax.Token, v int) bool {
	t := &tokens[v]
	if t.UPOS != "NOUN" && t.UPOS != "ADJ" || t.XPOS != "NN" && t.XPOS != "JJ" {
		return false
	}
	before := v - 1
	for before > 0 && (tokens[before].UPOS == "ADV" || tokens[before].UPOS == "PUNCT" && tokens[before].Form != ",") {
		before--
	}
	if tokens[before].XPOS != "MD" && !(tokens[before].XPOS == "TO" && before == v-1) {
		return false
	}
	d := document{lex: c.know.Lexicon}
	return v+1 < len(tokens) && d.knownVerb(t.Form) && (tokens[v+1].UPOS == "PROPN" || tokens[v+1].UPOS == "ADJ" || tokens[v+1].UPOS == "DET" || tokens[v+1].UPOS == "NUM" || tokens[v+1].UPOS == "ADP")
}
