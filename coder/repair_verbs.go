package coder

import (
	"entente/atlas"
)

// mendVerbless: a sentence of prose whose root is a noun and that has a past
// form the tagger took for a noun ("flew"), or a participle for its only verb
// ("the two armies clashed"), gets that verb for its root.
func (d *document) mendVerbless(s *sentence) {
	if s.title || len(s.toks) < 4 || s.toks[len(s.toks)-1].Form != "." {
		return
	}
	root := -1
	for i := range s.toks {
		if s.toks[i].Head < 0 {
			root = i
		}
	}
	if root < 0 || s.isVerb(root) || s.child(root, "cop") >= 0 || s.toks[root].UPOS == "AUX" || s.toks[root].UPOS == "ADJ" {
		return
	}
	for v := root + 1; v < len(s.toks); v++ {
		t := &s.toks[v]
		_, past := irregular[lower(t.Form)]
		switch {
		case t.UPOS == "NOUN" && past && d.knownVerb(irregular[lower(t.Form)]):
			t.UPOS, t.Lemma = "VERB", irregular[lower(t.Form)]
		case t.XPOS == "VBN" && t.Rel == "acl" && t.Head == root && s.preposition(v) == "":
			if by := s.hasLemma(v, "by"); by >= 0 {
				continue
			}
			agent := false
			for _, k := range s.kids(v) {
				agent = agent || s.preposition(int(k)) == "by"
			}
			if agent {
				continue
			}
		default:
			continue
		}
		t.XPOS = "VBD"
		last := root
		for _, k := range s.kids(v) { // what stands before the verb belongs to the noun: "ministers of the three met"
			if int(k) < v && s.isNominal(int(k)) {
				s.toks[k].Head, s.toks[k].Rel, last = root, "nmod", int(k)
			}
		}
		for _, k := range s.kids(v) {
			if int(k) < last && (s.toks[k].UPOS == "DET" || s.toks[k].UPOS == "ADP") {
				s.toks[k].Head = last
			}
		}
		for _, k := range s.kids(root) { // what followed the noun follows the verb
			if int(k) > v {
				s.toks[k].Head = v
			}
		}
		t.Head, t.Rel = -1, "root"
		s.toks[root].Head, s.toks[root].Rel = v, "nsubj"
		s.reindex()
		return
	}
}

// mendPerfect: "Riyadh has since accused" — "has" is no verb of its own where a
// participle follows it with only adverbs between.
func (s *sentence) mendPerfect() {
	for h := range s.toks {
		if s.toks[h].Lemma != "have" || s.toks[h].UPOS != "VERB" || s.child(h, "obj") >= 0 {
			continue
		}
		v := h + 1
		for v < len(s.toks) && (s.toks[v].UPOS == "ADV" || s.toks[v].Lemma == "since") {
			v++
		}
		if v == h+1 && v < len(s.toks) && s.toks[v].Head != h || v >= len(s.toks) || s.toks[v].XPOS != "VBN" && s.toks[v].XPOS != "VBD" || !s.isVerb(v) {
			continue
		}
		s.toks[v].Head, s.toks[v].Rel = s.toks[h].Head, s.toks[h].Rel
		for i := range s.toks {
			if s.toks[i].Head == h && i != v {
				s.toks[i].Head = v
			}
			if s.toks[i].Lemma == "since" && i > h && i < v {
				s.toks[i].Rel = "advmod"
			}
		}
		s.toks[h].Head, s.toks[h].Rel, s.toks[h].UPOS = v, "aux", "AUX"
		s.reindex()
	}
}

// mendProgressive: "Congo and M23 are holding talks" — "are" before a present
// participle is its auxiliary, not a copula with a noun for predicate.
func (s *sentence) mendProgressive() {
	for b := range s.toks {
		v := b + 1
		if s.toks[b].Lemma != "be" || s.toks[b].Rel != "cop" || v >= len(s.toks) || s.toks[v].XPOS != "VBG" || !s.isVerb(v) {
			continue
		}
		noun := s.toks[b].Head
		if noun >= b || noun < 0 || s.toks[v].Head != b && s.toks[v].Head != noun {
			continue
		}
		s.toks[v].Head, s.toks[v].Rel = s.toks[noun].Head, s.toks[noun].Rel
		for i := b; i < len(s.toks); i++ {
			if s.toks[i].Head == noun || s.toks[i].Head == b {
				s.toks[i].Head = v
			}
		}
		s.toks[b].Head, s.toks[b].Rel = v, "aux"
		s.toks[noun].Head, s.toks[noun].Rel = v, "nsubj"
		s.reindex()
	}
}

// mendAccused: "accuse Rwanda of backing" — who stands between the verb and
// "of backing" is accused, not the participle's subject; nor does a name in
// front of a preposition belong to the noun behind it.
func (s *sentence) mendAccused() {
	for v := range s.toks {
		if !s.isVerb(v) {
			continue
		}
		for _, g := range s.kids(v) {
			g := int(g)
			accused := -1
			switch {
			case g < v || s.child(v, "obj") >= 0 && s.child(v, "obj") != g:
			case s.toks[g].XPOS == "VBG" && (s.marked(g, "of") || s.marked(g, "for") || s.marked(g, "from")):
				accused = s.child(g, "nsubj")
			case s.isNominal(g):
				if first := s.child(g, "compound", "nmod", "nummod", "amod"); first >= 0 && s.isNominal(first) && s.child(g, "case") > first { // "accused Peru of espionage"
					accused = first
				}
			}
			if accused > v && int(s.lo[accused]) == v+1 {
				if s.relIs(g, "obj") {
					s.toks[g].Rel = "obl"
				}
				s.toks[accused].Head, s.toks[accused].Rel = v, "obj"
				s.reindex()
				break
			}
		}
	}
}

// mendReduced: "The two armies clashed with clubs wrapped in wire" — of two
// participles the one right after the subject is the verb.
func (s *sentence) mendReduced() {
	for r := range s.toks {
		if s.toks[r].Head >= 0 || s.toks[r].XPOS != "VBN" || s.child(r, "aux") >= 0 {
			continue
		}
		subject := s.child(r, "nsubj")
		if subject < 0 || subject > r {
			return
		}
		for _, k := range s.kids(subject) {
			v := int(k)
			if v <= subject || v > subject+2 || v >= r || s.toks[v].XPOS != "VBN" || s.toks[v].Rel != "acl" {
				continue
			}
			s.toks[v].XPOS, s.toks[v].Head, s.toks[v].Rel = "VBD", -1, "root"
			s.toks[subject].Head, s.toks[subject].Rel = v, "nsubj"
			before := r - 1
			for before > v && !s.isNominal(before) {
				before--
			}
			if before > v && s.toks[before].Head != r {
				s.toks[r].Head, s.toks[r].Rel = before, "acl"
			} else {
				s.toks[r].Head, s.toks[r].Rel = v, "advcl"
			}
			s.reindex()
			return
		}
		return
	}
}

// mendTimeRoot: "Last month the two governments signed" — a time is no
// sentence's root; the first finite verb under it is.
func (s *sentence) mendTimeRoot() {
	for r := range s.toks {
		if s.toks[r].Head >= 0 || !s.inTime(r) {
			continue
		}
		for v := r + 1; v < len(s.toks); v++ {
			x := s.toks[v].XPOS
			if !s.isVerb(v) || s.toks[v].Head != r && s.child(v, "nsubj") < 0 || x != "VBD" && x != "VBZ" && x != "VBP" && s.child(v, "aux") < 0 || s.toks[v].Rel == "acl:relcl" {
				continue
			}
			s.toks[v].Head, s.toks[v].Rel = -1, "root"
			for _, k := range s.kids(r) {
				if int(k) != v && int(k) > r {
					s.toks[k].Head = v
				}
			}
			s.toks[r].Head, s.toks[r].Rel = v, "obl:tmod"
			s.reindex()
			return
		}
		return
	}
}

// mendVerbAfterName: "Saudi Arabia cut ties with Iran" — a past form read as a
// noun between the name of an actor and a bare noun is the clause's verb.
func (d *document) mendVerbAfterName(s *sentence, matches []atlas.Match) {
	for _, m := range matches {
		v := m.Last + 1
		if v+1 >= len(s.toks) || s.toks[v].UPOS != "NOUN" || s.toks[v].XPOS == "NNS" {
			continue
		}
		base, past := irregular[lower(s.toks[v].Form)]
		e := d.atlas.Choose(m, d.has).Entity
		if !past || !d.knownVerb(base) || e == nil || e.Kind != atlas.State && e.Kind != atlas.Organization && e.Kind != atlas.Person {
			continue
		}
		object := s.toks[v].Head
		if object <= v || !s.isNominal(object) || s.toks[v].Rel != "compound" {
			continue
		}
		subject := m.Last
		for s.toks[subject].Head >= m.First && s.toks[subject].Head <= m.Last {
			subject = s.toks[subject].Head
		}
		root := object
		for s.toks[root].Head >= 0 && s.toks[root].Head != v {
			root = s.toks[root].Head
		}
		s.toks[v].UPOS, s.toks[v].XPOS, s.toks[v].Lemma = "VERB", "VBD", base
		s.toks[v].Head, s.toks[v].Rel = -1, "root"
		if root != object {
			s.toks[root].Head, s.toks[root].Rel = v, "advcl"
		}
		s.toks[object].Head, s.toks[object].Rel = v, "obj"
		s.toks[subject].Head, s.toks[subject].Rel = v, "nsubj"
		s.reindex()
		return
	}
}

// mendNameTrees makes each person's name one flat phrase: taggers read the last
// syllable of "Moon Jae-in" as a preposition and hang the sentence on it.
func (d *document) mendNameTrees(s *sentence, matches []atlas.Match) {
	for _, m := range matches {
		e := d.atlas.Choose(m, d.has).Entity
		if e == nil || e.Kind != atlas.Person || m.First == m.Last {
			continue
		}
		head, outer := -1, -1
		for i := m.First; i <= m.Last; i++ {
			h := s.toks[i].Head
			if h >= m.First && h <= m.Last {
				continue
			}
			if outer < 0 || s.relIs(i, "nsubj", "obj", "obl", "nmod", "conj", "appos") && !s.relIs(outer, "nsubj", "obj", "obl", "nmod", "conj", "appos") {
				outer = i
			}
		}
		head = m.First
		if outer < 0 || outer == head && s.toks[m.Last].UPOS == "PROPN" {
			continue
		}
		h, rel := s.toks[outer].Head, s.toks[outer].Rel
		if rel == "advmod" || rel == "case" || rel == "mark" || rel == "compound:prt" {
			rel = "obl"
			if h > m.Last && s.isVerb(h) {
				rel = "nsubj"
			}
		}
		for i := range s.toks { // what hung on a syllable hangs on the name
			if at := s.toks[i].Head; at > m.First && at <= m.Last && (i < m.First || i > m.Last) {
				s.toks[i].Head = head
			}
		}
		for i := m.First + 1; i <= m.Last; i++ {
			s.toks[i].Head, s.toks[i].Rel = head, "flat"
			if !isHyphen(s.toks[i].Form) {
				s.toks[i].UPOS, s.toks[i].XPOS = "PROPN", "NNP"
			}
		}
		s.toks[head].Head, s.toks[head].Rel = h, rel
		if h == head {
			s.toks[head].Head, s.toks[head].Rel = -1, "root"
		}
		s.reindex()
	}
}

// mendRelativeRoot: "Estonia, which has linked …, on Thursday called on" — a
// sentence's root cannot be the verb of a relative clause after its first
// phrase; the next past form without a subject is the main verb.
func (d *document) mendRelativeRoot(s *sentence) {
	for r := range s.toks {
		if s.toks[r].Head >= 0 || !s.isVerb(r) {
			continue
		}
		who := s.child(r, "nsubj")
		if who < 2 || who > r || s.toks[who-1].Form != "," {
			return
		}
		switch lower(s.toks[who].Form) {
		case "which", "who":
		default:
			return
		}
		m := d.mentionAt(s, who-2)
		if m == nil {
			return
		}
		for v := r + 1; v < len(s.toks); v++ {
			x := s.toks[v].XPOS
			if !s.isVerb(v) || x != "VBD" && x != "VBZ" || s.child(v, "nsubj") >= 0 || !s.commaBetween(r, v) || s.toks[v].Rel == "acl:relcl" {
				continue
			}
			s.toks[v].Head, s.toks[v].Rel = -1, "root"
			s.toks[m.head].Head, s.toks[m.head].Rel = v, "nsubj"
			s.toks[r].Head, s.toks[r].Rel = m.head, "acl:relcl"
			s.reindex()
			return
		}
		return
	}
}

func (s *sentence) commaBetween(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if s.toks[i].Form == "," {
			return true
		}
	}
	return false
}

// mendCoordinated: "and on Thursday thanked": a past form without a subject
// that a conjunction opens belongs beside the sentence's main verb, not under
// the noun before it.
func (d *document) mendCoordinated(s *sentence, v int) {
	t := &s.toks[v]
	if t.XPOS == "VBN" && t.Rel == "conj" && t.Head >= 0 && s.toks[t.Head].XPOS == "VBG" && s.child(v, "aux", "aux:pass") < 0 && s.child(v, "obj", "obl", "xcomp", "ccomp") >= 0 {
		t.XPOS = "VBD"
	}
	if t.XPOS == "VBD" && t.Rel == "conj" && t.Head >= 0 && s.isVerb(t.Head) && s.toks[t.Head].XPOS != "VBD" && s.child(v, "nsubj") < 0 && s.child(t.Head, "aux") < 0 {
		for h, steps := s.toks[t.Head].Head, 0; h >= 0 && steps < 8; h, steps = s.toks[h].Head, steps+1 {
			if s.isVerb(h) && s.toks[h].XPOS == "VBD" && h < v { // "thanked NATO for sending experts and called on"
				s.attach(v, h, "conj")
				return
			}
		}
	}
	if cc := s.child(v, "cc"); cc >= 0 && cc < v && (t.XPOS == "VBD" || t.XPOS == "VBZ") && s.child(v, "nsubj") > cc && s.child(v, "mark") < 0 && s.relIs(v, "acl", "advcl", "ccomp", "parataxis") {
		for h := range s.toks { // "accused each other, but the ministers agreed"
			if s.toks[h].Head < 0 && s.isVerb(h) && h < cc {
				s.attach(v, h, "conj")
				return
			}
		}
	}
	if t.XPOS != "VBD" || !s.relIs(v, "acl", "advcl", "ccomp", "parataxis", "xcomp") || s.child(v, "nsubj", "mark") >= 0 {
		return
	}
	i := v - 1
	for i >= 0 && (s.inTime(i) || s.toks[i].UPOS == "ADV" || s.toks[i].UPOS == "ADP" && i+1 < v && s.inTime(i+1) || s.toks[i].Form == ",") {
		i--
	}
	if i <= 0 || s.toks[i].UPOS != "CCONJ" {
		return
	}
	for h := i - 1; h >= 0; h-- {
		if x := s.toks[h].XPOS; s.isVerb(h) && (x == "VBD" || x == "VBZ" || x == "VBP") && s.toks[h].Rel != "acl:relcl" && !s.inSubtree(h, v) {
			s.attach(v, h, "conj")
			return
		}
	}
}

// mendReportScope: "said France had damaged ties, and called on" — a past form
// beside a perfect, under a verb of saying, is the speaker's own act.
func (d *document) mendReportScope(s *sentence, v int) {
	h := s.toks[v].Head
	if s.toks[v].XPOS == "VBN" && v > 2 && s.toks[v-1].Lemma == "and" && s.toks[v-2].Form == "," && s.toks[v].Rel == "conj" && s.child(v, "aux", "nsubj") < 0 && s.child(v, "obj", "obl", "xcomp") >= 0 && s.relIs(h, "ccomp") {
		s.toks[v].XPOS = "VBD"
	}
	if s.toks[v].XPOS != "VBD" || s.toks[v].Rel != "conj" || h < 0 || !s.isVerb(h) || s.child(v, "nsubj") >= 0 || !s.relIs(h, "ccomp") {
		return
	}
	said := s.toks[h].Head
	if said < 0 || s.toks[said].XPOS != "VBD" || !d.reports(s, said) {
		return
	}
	perfect := s.toks[h].XPOS != "VBD"
	for _, k := range s.kids(h) {
		perfect = perfect || s.relIs(int(k), "aux", "cop")
	}
	if perfect {
		s.attach(v, said, "conj")
	}
}

// mendParticiple: "the three countries concurred to" read as a participle: a
// verb of agreeing under an actor, with what was agreed, is that actor's act.
func (d *document) mendParticiple(s *sentence, v int) {
	t := &s.toks[v]
	if t.XPOS != "VBN" || !s.relIs(v, "acl") || t.Rel == "acl:relcl" || s.child(v, "aux", "nsubj") >= 0 {
		return
	}
	if !(s.child(v, "xcomp", "obj") >= 0 || s.child(v, "ccomp") >= 0) {
		return
	}
	m := d.mentionAt(s, t.Head)
	if m == nil || len(m.parties) == 0 && m.kind != grouped && !organisationNouns[lower(s.toks[m.head].Lemma)] || t.Head > v {
		return
	}
	subject := t.Head
	t.XPOS = "VBD"
	t.Head, t.Rel = s.toks[subject].Head, "parataxis"
	if t.Head < 0 {
		t.Rel = "root"
	}
	s.toks[subject].Head, s.toks[subject].Rel = v, "nsubj"
	s.reindex()
}
