package coder

import (
	"entente/calendar"
	"entente/coder/lexicon"
	"entente/plover"
)

// ref is a party in its role, with the words that name it there.
type ref struct {
	*party
	m   *mention
	via bool // through what belongs to it: "Russian warplanes", "the envoy of"
}

// event is an act on its way to the record.
type event struct {
	id         string
	typ        plover.Type
	mode       string
	contexts   []string
	cameo      string
	aux        plover.Aux
	actors     []ref
	recipients []ref
	reciprocal bool

	s       *sentence
	trigger int   // token that means the act
	words   []int // other tokens of the trigger: the event noun of a support verb, a particle
	clause  int   // verb whose clause dates, places and qualifies the act
	noun    int   // event noun, −1
	frame   *lexicon.Frame
	rule    string
	why     []string
	score   int

	speaker    *ref
	date       dated
	place      *placed
	meeting    *meeting // of CONSULT, and of what operators made of it
	effects    []lexicon.Effect
	evidence   []evidence
	confidence float64
	dropped    string // why it is not coded, "" if it is
	accused    bool   // the clause that somebody says tells it: "A says that B attacked C"
	said       int    // verb of saying over the act, −1
	epithet    bool   // the recipient is called by an epithet that the atlas cannot resolve
	aside      bool   // in a phrase of its clause: has its tense, not its negation
	due        bool   // "should", "must": asked for, where somebody says so of another
	willNot    bool   // "will not": a refusal rather than a failure
	quoted     bool
	def        bool // an operator's own event, without a known act below it
}

type dated struct {
	interval calendar.Interval
	ok       bool
	text     string // "" where only publication and tense tell
	explicit bool
	day      bool // precise to the day
}

type placed struct{ name, country string }

type evidence struct{ sent, start, end int }

func (e *event) say(why string) { e.why = append(e.why, why) }

// keys gives the sides of a list of participants, in order, each once.
func keysOfRefs(refs []ref) []string {
	var out []string
	for _, r := range refs {
		if k := r.key(); !contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// uniqueRefs leaves one participant a side: a head of state and the state
// itself are the same side, the person says more.
func uniqueRefs(refs []ref) []ref {
	var out []ref
next:
	for _, r := range refs {
		for i := range out {
			if out[i].key() == r.key() {
				if out[i].person == "" && r.person != "" {
					out[i] = r
				}
				continue next
			}
		}
		out = append(out, r)
	}
	return out
}
