package coder

import (
	"entente/plover"
)

// accusation is what a hostile act becomes where a side says that another did
// it: "Ukraine says that Russian shells killed three" is Ukraine's accusation
// beside the act. Who reports of nameless gunmen or of its own accuses nobody.
func (d *document) accusation(e *event) *event {
	if !e.accused || e.speaker == nil || e.said < 0 || e.aux != plover.Asserted || e.typ != plover.Assault && e.typ != plover.Coerce && e.typ != plover.Mobilize || e.cameo == "015" {
		return nil
	}
	speaker := *e.speaker
	if speaker.generic || speaker.via || speaker.unresolvable || contains(speaker.sectors, "JRN") || contains(speaker.sectors, "MED") {
		return nil
	}
	accused := without(e.actors, []ref{speaker})
	if len(accused) != len(e.actors) || generic(accused) {
		return nil
	}
	for _, r := range accused {
		if r.country != "" && r.country == speaker.country && isAlpha3(r.id) {
			return nil
		}
	}
	a := &event{typ: plover.Accuse, mode: "allege", cameo: "112", actors: []ref{speaker}, recipients: accused, s: e.s, trigger: e.said, clause: e.said,
		noun: -1, said: -1, rule: e.rule, confidence: 0.5, def: true}
	a.say("says that the other side did it")
	return a
}
