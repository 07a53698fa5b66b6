package coder

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"entente/atlas"
	"entente/coder/lexicon"
	"entente/record"
)

// The parts of an article, since a headline tells more than a body.
const (
	inTitle = iota
	inLead  // the first sentence of the body
	inBody
	partsOfArticle
)

// presence is how one state stands in an article: what speaks for the article's
// being about it.
type presence struct {
	country  string
	dateline bool
	names    [partsOfArticle]int // names, demonyms, seats, houses, officeholders
	signs    [inBody]bool        // places and institutions in it; in a body they mean little
	forms    int                 // of firms: "Plc", "GmbH"
}

func (p *presence) named() int { return p.names[inTitle] + p.names[inLead] + p.names[inBody] }

func (p *presence) sign(part int) {
	if part < inBody {
		p.signs[part] = true
	}
}

// presences are the states of one article, in the order in which they come.
type presences struct {
	d        *document
	list     []*presence
	dateline []string // its words
}

// has tells whether a lower-case word stands in the article or its dateline:
// "ATLANTA" tells which Georgia.
func (ps *presences) has(word string) bool {
	return ps.d.has(word) || slices.ContainsFunc(ps.dateline, func(w string) bool { return strings.EqualFold(w, word) })
}

func (ps *presences) of(country string) *presence {
	for _, p := range ps.list {
		if p.country == country {
			return p
		}
	}
	p := &presence{country: country}
	ps.list = append(ps.list, p)
	return p
}

// countries gives the states that the article is about, most weighty first.
// Topics are not parties: a state of which only a city, a central bank or a
// firm is named counts too, and one that an act touches in passing may not.
// News is about some state, so where none reaches a half, the first stands.
func (d *document) countries() []record.Country {
	out := []record.Country{}
	ps := d.presences()
	weights := &d.lex.Aboutness.Plain
	if slices.ContainsFunc(ps.list, func(p *presence) bool { return p.dateline }) {
		weights = &d.lex.Aboutness.Datelined
	}
	for i, evidence := range ps.evidence() {
		score := 0.0
		for k, w := range weights {
			score += w * evidence[k]
		}
		p := ps.list[i]
		out = append(out, record.Country{Country: p.country, Weight: 1 / (1 + math.Exp(-score)), Mentions: p.named()})
	}
	slices.SortFunc(out, func(x, y record.Country) int {
		return cmp.Or(cmp.Compare(y.Weight, x.Weight), cmp.Compare(y.Mentions, x.Mentions), cmp.Compare(x.Country, y.Country))
	})
	about := 0
	for about < len(out) && (about == 0 || out[about].Weight >= 0.5) {
		out[about].Weight = math.Round(out[about].Weight*100) / 100
		about++
	}
	return out[:about]
}

// presences reads the whole article.
func (d *document) presences() *presences {
	ps := &presences{d: d}
	ps.readDateline()
	part := inLead
	var forms []string
	var signs []atlas.Sign
	for _, s := range d.sents {
		forms = forms[:0]
		for i := range s.toks {
			forms = append(forms, s.toks[i].Form)
		}
		signs = d.atlas.Signs(forms, signs[:0])
		if s.title {
			ps.sentence(s, signs, inTitle)
			continue
		}
		ps.sentence(s, signs, part)
		part = inBody
	}
	for _, m := range d.mentions {
		ps.person(m)
	}
	return ps
}

// readDateline: the last place that it names decides, as in "PARIS, Texas".
func (ps *presences) readDateline() {
	d := ps.d
	words := d.art.Dateline
	if words == "" {
		words = d.art.Here
	}
	ps.dateline = strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune(" ,()-–—/", r) })
	country, at := "", -1
	for _, m := range d.atlas.Find(ps.dateline, nil) {
		if c := homeOf(d.atlas.Choose(m, ps.has).Entity); c != "" {
			country, at = c, m.Last
		}
	}
	for _, sign := range d.atlas.Signs(ps.dateline, nil) {
		if (sign.Kind == atlas.SignPlace || sign.Kind == atlas.SignDateline) && sign.Last >= at {
			country, at = sign.Country, sign.Last
		}
	}
	if country != "" {
		ps.of(country).dateline = true
	}
}

// homeOf is the state that an entity is or belongs to.
func homeOf(e *atlas.Entity) string {
	switch {
	case e == nil:
		return ""
	case e.Kind == atlas.State && e.Country == "":
		return e.ID
	}
	return e.Country
}

// sentence counts the names of states and the signs of them. People are left
// to person(), news organisations are everywhere.
func (ps *presences) sentence(s *sentence, signs []atlas.Sign, part int) {
	d, next := ps.d, 0
	for _, m := range s.matches {
		e := d.atlas.Choose(m, ps.has).Entity
		c := homeOf(e)
		for ; next < len(signs) && signs[next].First <= m.Last; next++ {
			if signs[next].Last < m.First || c == "" || signs[next].Kind == atlas.SignForm {
				ps.take(signs[next], part)
			}
		}
		switch {
		case c == "" || e.Kind == atlas.Person || strings.HasPrefix(e.ID, "MED:"):
		case e.Kind == atlas.State:
			ps.of(c).names[part]++
		default:
			ps.of(c).sign(part)
		}
	}
	for ; next < len(signs); next++ {
		ps.take(signs[next], part)
	}
}

func (ps *presences) take(sign atlas.Sign, part int) {
	switch sign.Kind {
	case atlas.SignPlace, atlas.SignInstitution:
		ps.of(sign.Country).sign(part)
	case atlas.SignForm:
		ps.of(sign.Country).forms++
	}
}

// person counts a person as a name of the country that the office tells.
func (ps *presences) person(m *mention) {
	if m.kind == pronoun || len(m.parties) != 1 || m.parties[0].person == "" || m.parties[0].country == "" {
		return
	}
	part := inBody
	if m.sent.title {
		part = inTitle
	}
	ps.of(m.parties[0].country).names[part]++
}

// evidence puts into numbers what speaks for each state, for the score.
func (ps *presences) evidence() []lexicon.Weights {
	states, titled := 0, 0
	for _, p := range ps.list {
		states += number(p.named() > 0)
		titled += number(p.names[inTitle] > 0)
	}
	out := make([]lexicon.Weights, len(ps.list))
	for i, p := range ps.list {
		others := titled - number(p.names[inTitle] > 0)
		e := &out[i]
		e[lexicon.Prior] = 1
		e[lexicon.Dateline] = float64(number(p.dateline))
		e[lexicon.DatelineAlone] = float64(number(p.dateline && others == 0))
		e[lexicon.TitleName] = float64(number(p.names[inTitle] > 0))
		e[lexicon.TitleSign] = float64(number(p.signs[inTitle]))
		e[lexicon.LeadName] = float64(number(p.names[inLead] > 0))
		e[lexicon.LeadSign] = float64(number(p.signs[inLead]))
		e[lexicon.Names] = math.Log2(1 + float64(p.named()))
		e[lexicon.Forms] = math.Log2(1 + float64(p.forms))
		e[lexicon.TitleOthers] = float64(min(others, 3))
		e[lexicon.States] = math.Log2(1 + float64(states))
	}
	return out
}

// number counts a fact.
func number(is bool) int {
	if is {
		return 1
	}
	return 0
}
