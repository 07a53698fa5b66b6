package coder

import (
	"entente/coder/lexicon"
	"entente/plover"
)

// byAuthority are the acts that only a state does, or whoever governs a place.
var byAuthority = map[plover.Type]map[string]bool{
	plover.Coerce:   {"arrest": true, "deport": true, "restrict": true},
	plover.Sanction: {"expel": true, "convict": true},
	plover.Accuse:   {"investigate": true},
	plover.Retreat:  {"release": true},
}

// authorities are who arrests, expels, sentences or frees where nobody is said
// to: "two diplomats were expelled from Kenya", "was detained in Manila". It is
// whoever governs the place that the clause names, else the one state that the
// text is about.
func (d *document) authorities(f *lexicon.Frame, c *clause) []ref {
	if c.passive && f.Type == plover.Assault {
		return d.firedFrom(c)
	}
	if c.passive && (f.Type == plover.Mobilize || f.Type == plover.Retreat && f.Mode == "withdraw") {
		return d.ownArms(c)
	}
	if !c.passive || !byAuthority[f.Type][f.Mode] || c.s.toks[c.head].Rel == "amod" {
		return nil
	}
	for _, a := range c.obliques {
		if a.prep != "in" && a.prep != "from" && a.prep != "at" {
			continue
		}
		m := d.mentionAt(c.s, a.token)
		if m == nil {
			continue
		}
		if _, country := d.placeOf(m); country != "" {
			return []ref{{party: d.state(country), m: m, via: true}}
		}
	}
	if refs := d.heldOrBarred(f, c); len(refs) > 0 || f.Type == plover.Coerce && f.Mode == "restrict" {
		return refs
	}
	if home := d.home(); home != nil && len(c.objects) > 0 {
		if m := d.mentionAt(c.s, c.objects[0].token); m != nil {
			return []ref{{party: home, m: m, via: true}}
		}
	}
	return nil
}

// sentFrom: "rockets from Gaza hit a town" — what comes from a place is its
// people's.
func (d *document) sentFrom(c *clause) []ref {
	for _, t := range c.subjects {
		for _, k := range c.s.kids(t) {
			m := d.mentionAt(c.s, int(k))
			if m == nil || m.kind == pronoun || c.s.preposition(int(k)) != "from" || !c.s.relIs(int(k), "nmod") {
				continue
			}
			if whose := d.whosePlace(m); whose != nil {
				return whose
			}
		}
	}
	return nil
}

// whosePlace gives the state that a place belongs to, of a disputed one the
// first of its claimants; nil where no place is meant.
func (d *document) whosePlace(m *mention) []ref {
	_, country := d.placeOf(m)
	if m.place != nil && country == "" && len(m.place.Claimants) > 0 {
		country = m.place.Claimants[0]
	}
	if country == "" {
		return nil
	}
	return []ref{{party: d.state(country), m: m, via: true}}
}

// heldOrBarred: "was barred from entering Chile", "a sailor held in Togo was
// released" — those of the place do it.
func (d *document) heldOrBarred(f *lexicon.Frame, c *clause) []ref {
	var places []int
	for _, k := range c.clausal {
		if l := c.s.toks[k].Lemma; l == "enter" || l == "visit" {
			places = append(places, c.s.child(k, "obj"))
		}
	}
	for _, o := range c.objects {
		if held := c.s.child(o.token, "acl"); held >= 0 && f.Mode == "release" && c.s.toks[held].XPOS == "VBN" {
			for _, k := range c.s.kids(held) {
				if c.s.preposition(int(k)) == "in" {
					places = append(places, int(k))
				}
			}
		}
	}
	for _, p := range places {
		if p < 0 {
			continue
		}
		if m := d.mentionAt(c.s, p); m != nil {
			if _, country := d.placeOf(m); country != "" {
				return []ref{{party: d.state(country), m: m, via: true}}
			}
		}
	}
	return nil
}

// ownArms: "Russian missiles were deployed in Belarus" — where nobody is said to
// deploy or withdraw them, those do whose they are.
func (d *document) ownArms(c *clause) []ref {
	for _, o := range c.objects {
		for _, r := range d.participants(c.s, o.token) {
			if isAlpha3(r.key()) && !r.generic {
				return []ref{r}
			}
		}
	}
	return nil
}

// firedFrom: "a rocket was fired from the Gaza Strip" — where nobody is said to
// shoot, those of the place shoot.
func (d *document) firedFrom(c *clause) []ref {
	switch c.s.toks[c.head].Lemma {
	case "fire", "launch", "shoot", "shell", "lob", "hurl":
	default:
		return nil
	}
	for _, a := range c.obliques {
		m := d.mentionAt(c.s, a.token)
		if a.prep != "from" || m == nil {
			continue
		}
		if whose := d.whosePlace(m); whose != nil {
			return whose
		}
	}
	return nil
}
