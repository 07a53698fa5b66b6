package coder

import (
	"strings"

	"entente/atlas"
	"entente/plover"
)

// officialProtest corrects the type where it depends on who acts: a state that
// protests complains, a crowd that protests demonstrates.
func (e *event) officialProtest() {
	if e.typ == plover.Protest && e.mode != "riot" && e.mode != "vandalize" && len(e.actors) > 0 && e.actors[0].country == e.actors[0].id && isAlpha3(e.actors[0].id) && !e.actors[0].via && e.noun < 0 &&
		!(e.actors[0].m.form == atlas.Demonym && e.actors[0].m.plural) {
		e.typ, e.mode, e.cameo = plover.Accuse, "disapprove", ""
	}
	if e.typ == plover.Accuse && e.noun >= 0 && e.s.toks[e.noun].Lemma == "protest" && len(e.actors) > 0 && e.actors[0].being == "group" && !official(e.actors[0].sectors) {
		e.typ, e.mode, e.cameo = plover.Protest, "demo", ""
	}
}

// vandals: what protesters destroy, no authority destroys: "The kiosk was
// torn down by protesters".
func (e *event) vandals() {
	if e.typ != plover.Coerce || e.cameo != "171" || len(e.actors) == 0 {
		return
	}
	for _, r := range e.actors {
		if !strings.Contains(r.id, "protest") && !strings.Contains(r.id, "demonstrator") && !strings.Contains(r.id, "rioter") {
			return
		}
	}
	e.typ, e.mode, e.cameo = plover.Protest, "vandalize", ""
}

// workersStrike: a strike of workers is no attack.
func (e *event) workersStrike() {
	if e.typ != plover.Assault || e.noun < 0 || e.s.toks[e.noun].Lemma != "strike" || len(e.actors) == 0 {
		return
	}
	for _, r := range e.actors {
		if !contains(r.sectors, "LAB") && !contains(r.sectors, "EDU") && !contains(r.sectors, "BUS") && !contains(r.sectors, "AGR") {
			return
		}
	}
	e.typ, e.mode, e.cameo = plover.Protest, "strike", ""
}

// exerciseAlone: who exercises without a partner shows force.
func (e *event) exerciseAlone() {
	if e.typ == plover.Cooperate && len(e.actors) == 1 && len(e.recipients) == 0 && contains(e.contexts, "military") && e.aux == plover.Asserted {
		for _, w := range append([]int{e.trigger}, e.words...) {
			switch e.s.toks[w].Lemma {
			case "exercise", "drill", "maneuver", "manoeuvre", "war game":
				e.typ, e.mode, e.cameo, e.reciprocal = plover.Mobilize, "troops", "", false
				return
			}
		}
	}
}

// struckIn makes the state in which something is attacked or exercised that is
// nobody the one it is done to: "jets struck a depot near Damascus".
func (d *document) struckIn(e *event) {
	if len(e.recipients) > 0 || e.reciprocal || e.noun >= 0 && e.clause == e.noun || e.aux != plover.Asserted || e.typ != plover.Assault && e.typ != plover.Protest && (e.typ != plover.Mobilize || e.mode != "troops") || len(e.actors) == 0 {
		return
	}
	if e.place == nil {
		d.locate(e)
	}
	if e.place == nil || e.place.country == "" {
		return
	}
	for _, r := range e.actors {
		if r.country == "" || r.country == e.place.country {
			return
		}
	}
	e.recipients = []ref{{party: d.state(e.place.country), m: e.actors[0].m, via: true}}
	e.say("done in " + e.place.name)
}

// visitByPlace makes a meeting at one side's home the other's visit.
func (d *document) visitByPlace(e *event) {
	if e.typ != plover.Consult || e.place == nil || e.aux != plover.Asserted || e.mode != "" && e.mode != "visit" || len(e.recipients) > 0 {
		return
	}
	keys := keysOfRefs(e.actors)
	if len(keys) != 2 || !contains(keys, e.place.country) {
		return
	}
	var guests, hosts []ref
	for _, r := range e.actors {
		if r.key() == e.place.country {
			hosts = append(hosts, r)
		} else {
			guests = append(guests, r)
		}
	}
	e.actors, e.recipients, e.mode, e.cameo, e.reciprocal = guests, hosts, "visit", "", false
	e.say("met in " + e.place.name + ": a visit")
}

// settle gives unnamed groups the country that they act in.
func (d *document) settle(e *event) {
	country := ""
	if e.place != nil {
		country = e.place.country
	}
	if country == "" {
		return
	}
	for _, refs := range [][]ref{e.actors, e.recipients} {
		for i := range refs {
			if p := refs[i].party; p.generic && p.country == "" {
				own := *p
				own.country, own.id = country, p.id+"-"+strings.ToLower(country)
				refs[i].party = &own
			}
		}
	}
}

// withoutStrangers leaves out people whom nothing but a name tells: troops are
// sent to a place of that name.
func withoutStrangers(refs []ref) []ref {
	var out []ref
	for _, r := range refs {
		if !strings.HasPrefix(r.id, "PER:") || len(r.sectors) > 0 {
			out = append(out, r)
		}
	}
	return out
}

// judge drops what is no event between political actors.
func (d *document) judge(e *event) {
	if e.dropped != "" {
		return
	}
	e.officialProtest()
	e.vandals()
	e.workersStrike()
	e.exerciseAlone()
	if e.typ == plover.Mobilize || e.frame != nil && e.frame.Type == plover.Mobilize {
		e.recipients = withoutStrangers(e.recipients)
	}
	d.struckIn(e)
	d.particular(e)
	d.touched(e)
	d.fillGiven(e)
	if len(e.recipients) == 0 && !e.def && e.aux == plover.Asserted && wantsRecipient(e.typ) && e.frame != nil && (e.noun < 0 || e.clause != e.noun && len(e.words) > 0) && (e.frame.Type == e.typ || e.verbalByOperator() || e.frame.Type == plover.Protest) {
		d.reaction(e)
		if len(e.recipients) == 0 && e.typ != plover.Support {
			d.otherSide(e, true)
		}
		if len(e.recipients) == 0 && e.typ != plover.Support {
			d.otherOfLastEvent(e)
		}
		if len(e.recipients) == 0 && e.typ == plover.Sanction {
			d.sameTarget(e)
		}
		if len(e.recipients) == 0 && e.typ != plover.Support {
			d.otherSide(e, false)
		}
		if len(e.recipients) == 0 && e.typ != plover.Support {
			d.otherOfPair(e)
		}
	}
	d.opposite(e)
	actors, recipients := keysOfRefs(e.actors), keysOfRefs(e.recipients)
	switch {
	case len(actors) == 0:
		e.dropped = "nobody acts"
	case e.typ == plover.Consult && len(actors)+len(recipients) < 2 && !d.mediates(e):
		e.dropped = "a meeting of one"
	case e.typ.NeedsRecipient() && len(recipients) == 0 && len(actors) < 2:
		e.dropped = string(e.typ) + " needs somebody it is done to"
	case generic(e.actors) && !d.sidesAtHome(e.actors) && (e.typ.Quad() == plover.VerbalCooperation || e.typ.Quad() == plover.VerbalConflict):
		e.dropped = "said by nobody in particular"
	case len(recipients) == 0 && !e.reciprocal && len(actors) > 1 && wantsRecipient(e.typ) && e.typ != plover.Support && !d.suffices(e):
		e.dropped = "nobody it is done to"
	case len(recipients) == 0 && len(actors) < 2 && !e.standsAlone() && !d.suffices(e) && !d.mediates(e):
		e.dropped = "nobody it is done to"
	case e.quoted && e.aux != plover.Negation && !d.weSubject(e):
		e.dropped = "inside a quotation"
	}
}

// wantsRecipient: conflict is with somebody, even where the words leave the
// other side to the reader ("while Seoul lodged strong protests").
func wantsRecipient(t plover.Type) bool {
	switch t {
	case plover.Accuse, plover.Reject, plover.Threaten, plover.Sanction, plover.Support:
		return true
	}
	return false
}

// generic tells whether all of the given are nobody in particular.
func generic(refs []ref) bool {
	for _, r := range refs {
		if !r.generic {
			return false
		}
	}
	return len(refs) > 0
}

// standsAlone tells whether somebody can do it without another side: a promise
// is one to nobody in particular where it is made, not where it is only named,
// and a government restricts or bans at home.
func (e *event) standsAlone() bool {
	switch e.typ {
	case plover.Agree:
		return e.noun < 0 && e.meeting == nil && (e.def || len(e.effects) > 0)
	case plover.Coerce:
		return len(keysOfRefs(e.actors)) == 1 && e.ofAState()
	case plover.Mobilize, plover.Protest, plover.Retreat, plover.Concede:
		return true
	}
	return false
}

// ofAState tells whether a government's or its forces' own act is what the
// sentence tells, and not only what somebody is described by.
func (e *event) ofAState() bool {
	if e.noun >= 0 || e.aux != plover.Asserted || e.s.relIs(e.trigger, "acl", "advcl") {
		return false
	}
	for _, r := range e.actors {
		if r.generic || r.country == "" || !official(r.sectors) && !isAlpha3(r.id) {
			return false
		}
	}
	return len(e.actors) > 0
}

// weSubject: a speaker's own act is told in the first person.
func (d *document) weSubject(e *event) bool {
	for _, r := range e.actors {
		if r.m != nil && r.m.kind == pronoun && r.m.sent == e.s {
			return true
		}
	}
	return false
}
