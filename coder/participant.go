package coder

// participants gives the political actors that a phrase names, with all that
// is coordinated with it. Where the phrase itself is nobody, those it belongs
// to stand in, marked via: "Beijing's handling", "a Turkish ship".
func (d *document) participants(s *sentence, token int) []ref {
	var out []ref
	for _, t := range s.conjuncts(token) {
		if s.isVerb(t) && t != token {
			continue
		}
		out = append(out, d.named(s, t, 0)...)
	}
	return out
}

// partitives are nouns that only measure or sort the people they are of.
var partitives = map[string]bool{"one": true, "two": true, "hundred": true, "thousand": true, "dozen": true, "number": true,
	"group": true, "worth": true, "some": true, "many": true, "several": true, "all": true, "most": true, "member": true, "part": true,
	"majority": true, "representative": true, "head": true, "chief": true, "government": true, "people": true,
	"crowd": true, "ten": true, "score": true, "million": true, "any": true, "each": true, "none": true, "both": true,
	"pair": true, "team": true, "coalition": true, "delegation": true, "spokesman": true, "spokeswoman": true,
	"spokesperson": true, "official": true, "minister": true, "leader": true, "envoy": true, "troop": true, "soldier": true}

func (d *document) named(s *sentence, token, depth int) []ref {
	m := d.mentionAt(s, token)
	if m == nil {
		return nil
	}
	if m.kind == pronoun && len(m.parties) == 0 {
		return d.speakers(s, m)
	}
	var out []ref
	for _, p := range m.parties {
		if !p.unresolvable {
			out = append(out, ref{party: p, m: m})
		}
	}
	if len(out) > 0 {
		return out
	}
	if depth < 2 && (partitives[s.toks[token].Lemma] || s.toks[token].UPOS == "NUM" || m.role != nil) {
		for _, k := range s.kids(token) {
			if prep := s.preposition(int(k)); int(k) > token && (prep == "of" || prep == "for" || prep == "from" || prep == "among" || prep == "" && s.toks[k].Rel == "nmod") {
				for _, t := range s.conjuncts(int(k)) {
					out = append(out, d.named(s, t, depth+1)...)
				}
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	for _, p := range m.owners {
		out = append(out, ref{party: p, m: m, via: true})
	}
	if len(out) == 0 {
		if p := d.stranger(s, m); p != nil {
			out = append(out, ref{party: p, m: m})
		}
	}
	return out
}

// speakers gives whom I and we mean inside a quotation: whoever speaks.
func (d *document) speakers(s *sentence, m *mention) []ref {
	switch lower(s.toks[m.head].Form) {
	case "we", "us", "i", "me":
	default:
		return nil
	}
	if q := d.quotationAt(s.toks[m.head].Start); q != nil && q.speaker != nil {
		return []ref{{party: q.speaker, m: m}}
	}
	return nil
}

// quotationAt gives the quotation over a byte of the text.
func (d *document) quotationAt(at int) *quotation {
	lo, hi := 0, len(d.quotes)
	for lo < hi {
		mid := (lo + hi) / 2
		if d.quotes[mid].end <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(d.quotes) && d.quotes[lo].start <= at {
		return &d.quotes[lo]
	}
	return nil
}

// within gives the participants named inside a noun phrase whose head is
// nobody: "two Russian diplomats", "its ambassador to Russia", "relations with
// Moscow". Its own possessor comes last: "Iran recalled its ambassador to
// Pakistan" is about Pakistan.
func (d *document) within(s *sentence, head int, not map[string]bool) []ref {
	var out []ref
	add := func(refs []ref) {
		for _, r := range refs {
			if !not[r.key()] {
				out = append(out, r)
			}
		}
	}
	m := d.mentionAt(s, head)
	var walk func(noun, depth int)
	walk = func(noun, depth int) {
		for _, k := range s.kids(noun) {
			if s.toks[k].Rel == "acl:relcl" && depth == 0 { // "the deal that it had signed with France"
				for _, a := range d.clauseOf(s, int(k)).obliques {
					if a.depth == 0 && (a.prep == "with" || a.prep == "to" || a.prep == "against" || a.prep == "on") {
						add(d.participants(s, a.token))
					}
				}
			}
			if int(k) > noun && s.relIs(int(k), "nmod", "obl") && depth < 3 {
				switch s.preposition(int(k)) {
				case "of", "from", "to", "in", "with", "against", "for", "on", "over", "toward", "towards", "between", "at", "by":
					if prep := s.preposition(int(k)); (prep == "in" || prep == "at") && m != nil && m.adjectives > 0 && m.kind != named {
						continue // "killed the Russian ambassador in Ankara"
					}
					if refs := d.participants(s, int(k)); len(refs) > 0 {
						add(refs)
					} else if prep := s.preposition(int(k)); prep != "in" && prep != "at" || m == nil || m.adjectives == 0 { // "a Korean ship, in line with UN rules"
						walk(int(k), depth+1)
					}
				}
			}
		}
	}
	walk(head, 0)
	if len(out) > 0 || m == nil {
		return out
	}
	for _, p := range m.meant() {
		if !p.unresolvable {
			add([]ref{{party: p, m: m, via: true}})
		}
	}
	return out
}
