package coder

// pronounVoice says who speaks by a pronoun: he and she are the last person
// who spoke or was spoken of first, it and they the last body that spoke.
func (h *hearing) pronounVoice(s *sentence, m *mention) *mention {
	form := lower(s.toks[m.head].Form)
	switch form {
	case "he", "she":
		if p := h.lastPerson(s, m.head, form); p != nil {
			return m.as(p)
		}
	case "it", "they":
		if p := h.lastBody(s, m, form == "they"); p != nil {
			return m.as(p)
		}
	case "who", "which", "that":
		for i := m.first - 1; i >= 0 && i >= m.first-2; i-- {
			if o := h.d.mentionAt(s, i); o != nil && o.kind != pronoun {
				return h.voice(s, o.head)
			}
		}
		return nil
	case "i", "we":
		if s.quoted[m.head] {
			return nil
		}
		return m.as(h.writer())
	case "everyone", "everybody", "someone", "somebody", "one", "some", "many", "others", "most", "few", "several", "all", "both":
		return m.as(&party{id: "UNK:" + form, name: phraseOf(h.d, s, m), country: h.countryOf(s, m)})
	default:
		return nil
	}
	if len(m.parties) > 0 {
		return m.as(m.parties[0])
	}
	return nil
}

// writer is who says I and we outside quotations: the article's author.
func (h *hearing) writer() *party {
	if h.byline == nil {
		h.byline = &party{id: "UNK:author", name: "author", being: "person"}
		if len(h.d.art.Byline) > 0 {
			name := h.d.art.Byline[0]
			h.byline = &party{id: "PER:" + slug(name), name: name, person: name, being: "person"}
		}
	}
	return h.byline
}

// lastBody is the last speaker, in this sentence or the two before, that it
// or they can mean.
func (h *hearing) lastBody(s *sentence, m *mention, plural bool) *party {
	for i := len(h.said) - 1; i >= 0; i-- {
		u := &h.said[i]
		if s.index-u.s.index > 2 || u.s.paragraph != s.paragraph && s.index-u.s.index > 1 {
			return nil
		}
		if u.s == s && u.source.head >= m.head {
			continue
		}
		p := u.source.parties[0]
		if plural && (u.source.plural || u.source.kind == grouped) || !plural && !u.source.plural && p.person == "" && p.being != "person" {
			return p
		}
	}
	return nil
}

// lastPerson goes back sentence by sentence to a person that he or she can
// mean: the main subject first, then a speaker, then anybody named.
func (h *hearing) lastPerson(s *sentence, token int, form string) *party {
	for si := s.index; si >= 0 && s.index-si <= 6; si-- {
		o := h.d.sents[si]
		if o.title != s.title || s.paragraph-o.paragraph > 2 {
			return nil
		}
		if p := h.personIn(o, s, token, form); p != nil {
			return p
		}
	}
	return nil
}

func (h *hearing) personIn(o, s *sentence, token int, form string) *party {
	var subject, speaker, any *party
	for _, m := range h.d.mentionsIn(o) {
		if o == s && m.head >= token || o.quoted[m.head] || !h.canBe(o, m, form) {
			continue
		}
		p := h.personOf(o, m)
		if p == nil {
			continue
		}
		if any == nil {
			any = p
		}
		if v := o.toks[m.head].Head; o.relIs(m.head, "nsubj") && v >= 0 && subject == nil && (o.toks[v].Head < 0 || o == s || o.toks[o.toks[v].Head].Head < 0 && !o.relIs(v, "acl", "advcl")) {
			subject = p
		}
	}
	for i := len(h.said) - 1; i >= 0 && h.said[i].s.index >= o.index; i-- {
		u := &h.said[i]
		if u.s == o && (o != s || u.source.head < token) && speaker == nil && isPerson(u.source.parties[0]) && h.canBe(o, u.source, form) {
			speaker = u.source.parties[0]
		}
	}
	switch {
	case speaker != nil:
		return speaker
	case subject != nil:
		return subject
	}
	return any
}

func isPerson(p *party) bool { return p.person != "" || p.being == "person" }

// personOf gives the person a mention means, nobody for a body or a thing.
func (h *hearing) personOf(s *sentence, m *mention) *party {
	if m.plural {
		return nil
	}
	switch m.kind {
	case pronoun, grouped:
		return nil
	case titled:
		if m.role != nil && m.role.Being == "person" {
			return h.partyOf(s, m)
		}
		return nil
	}
	if len(m.parties) == 1 && isPerson(m.parties[0]) {
		return m.parties[0]
	}
	if len(m.parties) == 0 && m.kind == thing && m.place == nil && s.toks[m.head].UPOS == "PROPN" {
		if p := h.known[lower(s.toks[m.last].Form)]; p != nil {
			return p
		}
	}
	return nil
}

// canBe keeps he from meaning a spokeswoman and she a king.
func (h *hearing) canBe(s *sentence, m *mention, form string) bool {
	for i := m.first; i <= m.last; i++ {
		switch lower(s.toks[i].Form) {
		case "king", "prince", "spokesman", "chairman", "mr.", "mr", "sheikh", "emir", "pope", "businessman", "sir", "lord", "congressman", "father", "husband", "son", "brother":
			return form == "he"
		case "queen", "princess", "spokeswoman", "chairwoman", "mrs.", "mrs", "ms.", "ms", "lady", "congresswoman", "mother", "wife", "daughter", "sister":
			return form == "she"
		}
	}
	return true
}

// mentionsIn gives the mentions of a sentence, left to right.
func (d *document) mentionsIn(s *sentence) []*mention {
	var out []*mention
	for i := range s.toks {
		if m := d.mentionAt(s, i); m != nil && m.first == i {
			out = append(out, m)
		}
	}
	return out
}
