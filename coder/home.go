package coder

import (
	"entente/atlas"
	"entente/plover"
)

// A text that names two states or more tells what is between them; what one of
// them does at home is background there. A text that names one or none tells
// what happens at home: there the government, parties, unions and armed groups
// are the sides, though they bear no name, and an act needs no other state.

// statesNamed gives the states that the text names, by name or adjective, in
// order of mention.
func (d *document) statesNamed() []string {
	if d.states != nil {
		return d.states
	}
	d.states = []string{}
	for _, s := range d.sents {
		for _, m := range s.matches {
			if m.Last+2 < len(s.toks) && isHyphen(s.toks[m.Last+1].Form) && s.toks[m.Last+2].Form == "based" {
				continue // where somebody has an office
			}
			if e := d.atlas.Choose(m, d.has).Entity; e != nil && e.Kind == atlas.State && isAlpha3(e.ID) && !contains(d.states, e.ID) {
				d.states = append(d.states, e.ID)
			}
		}
	}
	return d.states
}

// atHome tells whether the text names fewer than two states.
func (d *document) atHome() bool { return len(d.statesNamed()) < 2 }

// home is the one state that the text names, nil where it names none or several.
func (d *document) home() *party {
	if states := d.statesNamed(); len(states) == 1 {
		return d.state(states[0])
	}
	return nil
}

// settled makes officials of no named state those of the state that the text
// is about, which the reader knows where no state is named at all.
func (d *document) settled(p *party) *party {
	if p.unresolvable && len(d.statesNamed()) == 0 {
		p.unresolvable, p.generic = false, false
	}
	return p
}

// homeSides are the sectors of groups that act politically at home without a
// name: rebels, the opposition, unions, parties, criminals, refugees.
var homeSides = map[string]bool{"REB": true, "OPP": true, "LAB": true, "PTY": true, "CRM": true, "UAF": true, "REF": true, "SOC": true,
	"EDU": true, "BUS": true, "AGR": true, "REL": true, "NGO": true, "GOV": true, "MIL": true, "LEG": true, "JUD": true, "COP": true, "ELI": true}

// sidesAtHome tells whether unnamed actors are such groups, in a text about home.
func (d *document) sidesAtHome(refs []ref) bool {
	if !d.atHome() {
		return false
	}
	for _, r := range refs {
		if len(r.sectors) == 0 || !homeSides[r.sectors[0]] {
			return false
		}
	}
	return len(refs) > 0
}

// mediates tells whether somebody's mediation stands although the sides are
// left unnamed: not where two states are there to be named.
func (d *document) mediates(e *event) bool {
	return d.atHome() && e.mode == "third-party" && e.noun < 0
}

// suffices tells whether an act of a text about home stands without another
// side: all but help, joint work and sanctions, where a verb tells it.
func (d *document) suffices(e *event) bool {
	return d.atHome() && !e.typ.NeedsRecipient() && e.typ != plover.Consult && (e.noun < 0 || e.clause != e.noun && len(e.words) > 0)
}
