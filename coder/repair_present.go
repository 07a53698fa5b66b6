package coder

// mendNounRoot: "The United States sanctions five officials", "The ministry
// imposed curfews": where the whole sentence hangs on a noun, its verb is a
// present form or a participle that was read as part of that noun's phrase.
// It runs before names are looked at, so that the verb is not one of them.
func (d *document) mendNounRoot(s *sentence) {
	root := -1
	for i := range s.toks {
		if s.toks[i].Head < 0 {
			root = i
		}
	}
	if root < 1 || s.toks[root].UPOS != "NOUN" && s.toks[root].UPOS != "PROPN" || s.child(root, "cop") >= 0 {
		return
	}
	switch {
	case s.toks[root].XPOS == "NNS" && d.presentForm(root, s) && (s.child(root, "nsubj") >= 0 || s.newPhrase(root+1)):
		s.promote(root, root, "VBZ")
	default:
		for _, k := range s.kids(root) {
			v := int(k)
			if v < 1 || v >= root || !s.isNominal(v-1) || s.toks[v-1].Head == v {
				continue
			}
			participle := s.toks[v].XPOS == "VBN" && s.toks[v].Rel == "amod" && s.child(root, "nsubj") < 0
			plain := s.toks[v].Rel == "compound" && s.toks[v].XPOS == "NN" && s.child(root, "nsubj") >= 0 && d.knownVerb(lower(s.toks[v].Form))
			if participle {
				s.promote(v, root, "VBD")
				return
			}
			if plain {
				s.promote(v, root, "VBP")
				return
			}
		}
	}
}

// presentForm tells whether a plural noun may be the third person of a verb.
func (d *document) presentForm(i int, s *sentence) bool {
	return d.knownVerb(lower(s.toks[i].Lemma)) || d.regular(lower(s.toks[i].Form)) != ""
}

// newPhrase tells whether a noun phrase or a that-clause begins at a token,
// which nothing but a verb can stand before.
func (s *sentence) newPhrase(i int) bool {
	if i >= len(s.toks) {
		return false
	}
	switch s.toks[i].UPOS {
	case "DET", "NUM", "PROPN", "PRON", "ADJ":
		return true
	}
	return lower(s.toks[i].Form) == "that"
}

// promote makes a token the verb of a sentence that hung on a noun: what
// stands before it is its subject, what comes after its object and phrases.
func (s *sentence) promote(v, root int, xpos string) {
	subject := s.child(root, "nsubj")
	if subject < 0 || subject > v {
		subject = v - 1
		for steps := 0; steps < 6 && s.toks[subject].Head >= 0 && s.toks[subject].Head < v && s.toks[subject].Head != root; steps++ {
			subject = s.toks[subject].Head
		}
	}
	object := -1
	for i := range s.toks {
		if s.toks[i].Head != root && s.toks[i].Head != v || i == subject || i == v || i == root {
			continue
		}
		switch {
		case i < v && premodifier(s.toks[i].Rel):
			s.toks[i].Head = subject
		case i < v:
			s.toks[i].Head = v
		case v != root && i > v && i < root: // the object's own words
		case s.toks[i].UPOS == "NOUN" || s.toks[i].UPOS == "PROPN" || s.toks[i].UPOS == "PRON":
			s.toks[i].Head = v
			prep := s.preposition(i)
			switch {
			case prep != "":
				s.toks[i].Rel = "obl"
			case s.inTime(i):
				s.toks[i].Rel = "obl:tmod"
			case object < 0 && v == root && s.child(i, "cc") < 0:
				object = i
				s.toks[i].Rel = "obj"
			}
		case s.toks[i].Rel == "acl" && s.marked(i, "to"):
			s.toks[i].Head, s.toks[i].Rel = v, "xcomp"
		case s.toks[i].Rel == "acl" || s.toks[i].Rel == "acl:relcl":
			s.toks[i].Head, s.toks[i].Rel = v, "advcl"
		default:
			s.toks[i].Head = v
		}
	}
	if v != root {
		s.toks[root].Head, s.toks[root].Rel = v, "obj"
	}
	s.toks[v].UPOS, s.toks[v].XPOS, s.toks[v].Head, s.toks[v].Rel = "VERB", xpos, -1, "root"
	s.toks[subject].Head, s.toks[subject].Rel = v, "nsubj"
	s.reindex()
}
