package coder

import (
	"sort"

	"entente/coder/lexicon"
	"entente/record"
)

// tieNouns are the words for the relation itself.
var tieNouns = map[string]bool{"tie": true, "relation": true, "relationship": true, "alliance": true, "friendship": true, "partnership": true,
	"bond": true, "link": true}

// assessments finds what the text itself says of a tie: words of the table
// assess.tsv that modify a word for the tie, or are said of it.
func (d *document) assessments() []record.Assessment {
	out := []record.Assessment{}
	seen := map[string]bool{}
	for _, s := range d.sents {
		for i := range s.toks {
			for _, a := range d.lex.Assess[lower(s.toks[i].Lemma)] {
				d.assess(s, i, a, seen, &out)
			}
		}
	}
	return out
}

func (d *document) assess(s *sentence, i int, a lexicon.Assessment, seen map[string]bool, out *[]record.Assessment) {
	if !s.followedBy(i, a.Rest) || s.unreal(i) {
		return
	}
	noun := i
	if !a.Self {
		if noun = d.tieOf(s, i); noun < 0 {
			return
		}
	}
	parties := d.tieParties(s, noun)
	if len(parties) < 2 {
		return
	}
	level, direction := a.Level, a.Direction
	if s.negated(i) {
		return
	}
	r := record.Assessment{Parties: parties, Level: text(level), Direction: text(direction), Sentence: s.index}
	if by := d.saidBy(s, i); by != nil {
		p := d.participant(*by)
		r.By = &p
	}
	if c := d.trackOf(s, i); c != "" {
		r.Context = &c
	}
	key := keyOfAssessment(r)
	if seen[key] {
		return
	}
	seen[key] = true
	*out = append(*out, r)
}

func keyOfAssessment(r record.Assessment) string {
	key := ""
	for _, p := range r.Parties {
		key += p + " "
	}
	if r.Level != nil {
		key += *r.Level
	}
	if r.Direction != nil {
		key += "/" + *r.Direction
	}
	return key
}

// followedBy tells whether the lemmas follow a token.
func (s *sentence) followedBy(i int, rest []string) bool {
	for k, w := range rest {
		if i+1+k >= len(s.toks) || !s.wordIs(i+1+k, w) {
			return false
		}
	}
	return true
}

// unreal: what is wished, asked or feared is no assessment ("to improve ties").
func (s *sentence) unreal(i int) bool {
	v := i
	if !s.isVerb(v) {
		if s.relIs(i, "amod") {
			return false
		}
		if v = s.governor(i); v < 0 {
			return false
		}
	}
	if s.toks[v].XPOS == "VB" && s.marked(v, "to") && s.isVerb(i) {
		return true
	}
	for _, k := range s.kids(v) {
		switch s.toks[k].Lemma {
		case "if", "unless", "should", "must", "would", "could":
			return s.toks[k].Rel == "aux" || s.toks[k].Rel == "mark"
		}
	}
	return false
}

// tieOf finds the word for a tie that a word is said of: the noun it
// modifies, the subject of its clause, the object of its verb.
func (d *document) tieOf(s *sentence, i int) int {
	if h := s.toks[i].Head; h >= 0 && s.relIs(i, "amod", "acl", "compound") && tieNouns[s.toks[h].Lemma] {
		return h
	}
	top := i
	for steps := 0; steps < 5 && top >= 0; steps++ {
		for _, k := range s.kids(top) {
			if s.relIs(int(k), "nsubj", "obj", "nmod", "obl") {
				if t := s.tieUnder(int(k), 0); t >= 0 {
					return t
				}
			}
		}
		if s.isVerb(top) && s.child(top, "nsubj") >= 0 && top != i {
			return -1
		}
		top = s.toks[top].Head
	}
	return -1
}

// tieUnder finds a word for a tie at the head of a phrase or in its "of" and
// "in" phrases: "any improvement in their ties".
func (s *sentence) tieUnder(token, depth int) int {
	if tieNouns[s.toks[token].Lemma] {
		return token
	}
	if depth > 2 {
		return -1
	}
	for _, k := range s.kids(token) {
		if s.relIs(int(k), "nmod") {
			if t := s.tieUnder(int(k), depth+1); t >= 0 {
				return t
			}
		}
	}
	return -1
}

// tieParties gives whose tie a noun means: those of its "between" and "with"
// phrases, of its adjectives and possessor, else the group last spoken of.
func (d *document) tieParties(s *sentence, noun int) []string {
	var keys []string
	add := func(refs []ref) {
		for _, r := range refs {
			k := r.key()
			if r.country != "" && isAlpha3(r.country) {
				k = r.country
			}
			if !contains(keys, k) {
				keys = append(keys, k)
			}
		}
	}
	for _, k := range s.kids(noun) {
		switch s.preposition(int(k)) {
		case "between", "with", "among", "to", "of":
			add(d.participants(s, int(k)))
		}
	}
	if m := d.mentionAt(s, noun); m != nil {
		for _, p := range m.owners {
			add([]ref{{party: p, m: m}})
		}
	}
	if len(keys) < 2 {
		if v := s.governor(noun); v >= 0 {
			var subjects []ref
			for _, t := range d.clauseOf(s, v).subjects {
				if t != noun {
					subjects = append(subjects, d.participants(s, t)...)
				}
			}
			if len(keys) == 1 || len(uniqueRefs(subjects)) == 2 {
				add(subjects)
			}
		}
	}
	if len(keys) < 2 {
		if f := d.lastPair(s, noun); f != nil && (len(keys) == 0 || hasKey(f.parties, keys[0])) {
			for _, p := range f.parties {
				add([]ref{{party: p}})
			}
		}
	}
	if len(keys) < 2 || len(keys) > 4 {
		return nil
	}
	sort.Strings(keys)
	return keys
}

// saidBy gives who says the words at a token: the speaker of its quotation, or
// the subject of the verb of saying over it.
func (d *document) saidBy(s *sentence, i int) *ref {
	if s.quoted[i] {
		if q := d.quotationAt(s.toks[i].Start); q != nil && q.speaker != nil {
			return &ref{party: q.speaker, m: q.mention}
		}
	}
	for v, steps := s.toks[i].Head, 0; v >= 0 && steps < 12; v, steps = s.toks[v].Head, steps+1 {
		if d.saysHere(s, v) {
			if m := d.subjectMention(s, v); m != nil && len(m.parties) > 0 {
				return &ref{party: m.parties[0], m: m}
			}
		}
	}
	return nil
}

// trackOf names the field that an assessment speaks of, "" for the whole tie.
func (d *document) trackOf(s *sentence, i int) string {
	words := map[string]string{"history": "history", "historical": "history", "wartime": "history", "colonial": "history", "territorial": "territory",
		"trade": "economy", "economic": "economy", "security": "security", "military": "security", "atrocity": "history"}
	v := s.governor(i)
	for j := range s.toks {
		if t := words[lower(s.toks[j].Lemma)]; t != "" && (v < 0 || s.inSubtree(j, v)) {
			return t
		}
	}
	return ""
}
