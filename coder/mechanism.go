package coder

import (
	"fmt"
	"sort"
	"strings"

	"entente/calendar"
	"entente/coder/lexicon"
	"entente/plover"
	"entente/record"
)

// mechanisms lists the dialogues of an article: meetings held, resumed,
// suspended, planned or called off, by parties, level and field.
func (d *document) mechanisms() []record.Mechanism {
	out := []record.Mechanism{}
	var kept []*event
	for _, e := range d.meetings {
		m, ok := d.mechanism(e)
		if !ok {
			continue
		}
		merged := false
		for i := range out {
			if sameMechanism(&out[i], kept[i], &m, e) {
				joinMechanisms(&out[i], &m)
				merged = true
				break
			}
		}
		if !merged {
			out = append(out, m)
			kept = append(kept, e)
		}
	}
	for i := range out {
		out[i].ID = fmt.Sprintf("m%d", i+1)
	}
	return out
}

// mechanism writes one meeting as a dialogue.
func (d *document) mechanism(e *event) (record.Mechanism, bool) {
	s := e.s
	m := record.Mechanism{Kind: "meeting", Sentence: s.index, Parties: []string{}}
	if e.dropped != "" && e.dropped != "a meeting of one" && e.dropped != "nobody acts" && e.dropped != "nobody it is done to" {
		return m, false
	}
	if e.aux == plover.Historical || e.noun < 0 && e.mode == "third-party" {
		return m, false
	}
	m.Parties = append(keysOfRefs(e.actors), keysOfRefs(e.recipients)...)
	if len(m.Parties) < 2 {
		m.Parties = nil
		if f := d.lastPair(s, e.trigger); f != nil && (len(e.actors) == 0 || hasKey(f.parties, e.actors[0].key())) {
			for _, p := range f.parties {
				m.Parties = append(m.Parties, p.key())
			}
		}
	}
	if len(m.Parties) < 2 || e.noun < 0 && e.mode != "visit" && e.mode != "" && e.mode != "multilateral" && e.mode != "phone" {
		return m, false
	}
	sort.Strings(m.Parties)
	m.Name, m.Kind = d.mechanismName(e)
	m.Level = text(e.meeting.level)
	m.Status = d.statusOf(e, &m)
	if m.Status == "" {
		return m, false
	}
	m.Cadence = d.cadenceOf(e)
	m.Date = dateOf(e.date)
	if m.Date != nil && m.Date.Text == "" && !e.date.day {
		m.Date = nil
	}
	if e.place != nil {
		m.Place = text(e.place.name)
	}
	return m, true
}

// mechanismName is the meeting's noun phrase with its possessor, and its head.
func (d *document) mechanismName(e *event) (name, kind string) {
	s := e.s
	if e.noun < 0 {
		kind := "meeting"
		if e.mode == "visit" {
			kind = "visit"
		}
		return s.toks[e.trigger].Lemma + " (" + strings.Join(append(keysOfRefs(e.actors), keysOfRefs(e.recipients)...), ", ") + ")", kind
	}
	first, last := e.noun, e.noun
	if m := d.mentionAt(s, e.noun); m != nil {
		first, last = m.first, m.last
		if m.owner != nil && m.owner.role != nil {
			first = m.owner.first
		}
	}
	for first < last && (s.toks[first].UPOS == "DET" || s.toks[first].UPOS == "PRON") {
		first++
	}
	return d.slice(s, first, last), lower(s.toks[e.noun].Lemma)
}

// statusOf tells how a dialogue stands, and how long it had rested.
func (d *document) statusOf(e *event, m *record.Mechanism) string {
	s := e.s
	status := "held"
	if e.aux == plover.Future {
		status = "planned"
	}
	if e.aux == plover.Hypothetical {
		status = "proposed"
	}
	if e.aux == plover.Negation {
		return ""
	}
	for _, effect := range e.effects {
		switch effect {
		case lexicon.Resume:
			status = "resumed"
			if e.aux == plover.Future {
				status = "planned"
			}
		case lexicon.Halt:
			status = "suspended"
			if e.typ == plover.Reject {
				status = "cancelled"
			}
		case lexicon.Commit:
			if status == "held" || status == "proposed" {
				status = "planned"
			}
		case lexicon.Ask, lexicon.Try:
			status = "proposed"
		case lexicon.Refuse, lexicon.Negate:
			return ""
		}
	}
	if e.noun >= 0 {
		for i := max(0, e.noun-6); i < e.noun; i++ {
			switch lower(s.toks[i].Form) {
			case "suspended", "stalled", "frozen":
				if s.inSubtree(i, e.noun) {
					return "suspended" // "a long-suspended summit", even where somebody works for its return
				}
			case "cancelled", "canceled":
				if s.inSubtree(i, e.noun) {
					return "cancelled"
				}
			}
		}
	}
	for _, t := range s.times {
		years, ok := t.expr.YearsAt(d.anchor(calendar.Past))
		if !ok || years <= 0 {
			continue
		}
		near := s.governor(t.first) == e.clause || e.noun >= 0 && s.inSubtree(t.first, e.noun) || status == "resumed" && s.hasSuspended(t.first)
		if near && (t.expr.Gap() || status == "resumed" && t.expr.Kind == calendar.Duration) {
			y := float64(int(years*100+0.5)) / 100
			m.GapYears = &y
		}
	}
	return status
}

// hasSuspended: the time belongs to "had been suspended for five years".
func (s *sentence) hasSuspended(i int) bool {
	v := s.governor(i)
	if v < 0 {
		return false
	}
	switch s.toks[v].Lemma {
	case "suspend", "halt", "stall", "freeze", "interrupt", "break":
		return true
	}
	return false
}

var cadences = map[string]string{"annual": "annual", "yearly": "annual", "biannual": "biannual", "biennial": "biennial", "quarterly": "quarterly",
	"monthly": "monthly", "weekly": "weekly", "daily": "daily", "regular": "regular"}

// cadenceOf: "annual talks", "talks held every year".
func (d *document) cadenceOf(e *event) *string {
	if e.noun >= 0 {
		for i := max(0, e.noun-6); i < e.noun; i++ {
			if c := cadences[lower(e.s.toks[i].Form)]; c != "" && e.s.inSubtree(i, e.noun) {
				return &c
			}
		}
	}
	for _, t := range e.s.times {
		if c := t.expr.Cadence(); c != "" && e.s.governor(t.first) == e.clause {
			return &c
		}
	}
	return nil
}

// lastPair is the last group of two or three spoken of before a token.
func (d *document) lastPair(s *sentence, token int) *focusSet {
	for i := len(d.focus) - 1; i >= 0; i-- {
		f := &d.focus[i]
		if f.sent > s.index || f.sent == s.index && f.token > token || len(f.parties) > 3 {
			continue
		}
		return f
	}
	return nil
}

// sameMechanism: the same parties in the same state at the same time, and
// nothing that tells them apart.
func sameMechanism(a *record.Mechanism, ea *event, b *record.Mechanism, eb *event) bool {
	if strings.Join(a.Parties, " ") != strings.Join(b.Parties, " ") || a.Status != b.Status || !ea.meeting.compatible(eb.meeting) {
		return false
	}
	if (a.Kind == "visit" || a.Kind == "trip") != (b.Kind == "visit" || b.Kind == "trip") {
		return false
	}
	return sameTime(ea, eb)
}

func joinMechanisms(a, b *record.Mechanism) {
	if a.Date == nil || b.Date != nil && b.Date.Text != "" && a.Date.Text == "" {
		a.Date = b.Date
	}
	if a.Level == nil {
		a.Level = b.Level
	}
	if a.GapYears == nil {
		a.GapYears = b.GapYears
	}
	if a.Cadence == nil {
		a.Cadence = b.Cadence
	}
	if a.Place == nil {
		a.Place = b.Place
	}
	if len(b.Name) > len(a.Name) && len(b.Name) < 60 {
		a.Name = b.Name
	}
}
