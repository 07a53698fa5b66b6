package coder

import (
	"fmt"
	"sort"
	"strings"

	"entente/atlas"
	"entente/plover"
	"entente/record"
)

// mechanisms lists the dialogues of an article: meetings held, resumed,
// suspended, planned or called off, and standing channels set up or cut, by
// parties, level and field.
func (d *document) mechanisms() []record.Mechanism {
	out := []record.Mechanism{}
	var kept []*event
	for _, e := range d.meetings {
		m, ok := d.mechanism(e)
		if !ok || d.anaphoric(e, &m, out) {
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
	told := d.wordsOfMeetings()
	for _, s := range d.sents {
		out = d.channels(s, told, out)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Sentence < out[j].Sentence })
	for i := range out {
		out[i].ID = fmt.Sprintf("m%d", i+1)
	}
	return out
}

// mechanism writes one meeting as a dialogue.
func (d *document) mechanism(e *event) (record.Mechanism, bool) {
	s := e.s
	m := record.Mechanism{Kind: "meeting", Sentence: s.index, Parties: []string{}}
	switch e.dropped {
	case "":
	case "a meeting of one", "nobody acts", "nobody it is done to", "those who were told":
		if !e.date.ok {
			d.date(e)
			d.locate(e)
		}
	default:
		return m, false
	}
	if d.passingVisit(e) || e.noun < 0 && e.mode == "third-party" || e.noun >= 0 && s.noDialogue(e.noun) {
		return m, false
	}
	m.Status = d.statusOf(e, &m)
	if m.Status == "" || e.aux == plover.Historical && m.Status == "held" {
		return m, false
	}
	if m.Parties = d.dialogueParties(e, m.Status); m.Parties == nil {
		return m, false
	}
	if e.noun < 0 && e.mode != "visit" && e.mode != "" && e.mode != "multilateral" && e.mode != "phone" {
		return m, false
	}
	sort.Strings(m.Parties)
	m.Name, m.Kind = d.mechanismName(e)
	m.Level = text(e.meeting.level)
	m.Cadence = d.cadenceOf(e)
	m.Date = dateOf(e.date)
	if m.Status == "planned" && e.aux == plover.Asserted && !d.ahead(e.date) { // its weekday is the next one
		ahead := *e
		ahead.aux, ahead.date = plover.Future, dated{}
		d.date(&ahead)
		m.Date = dateOf(ahead.date)
	}
	if m.Date != nil && m.Date.Text == "" && !e.date.day {
		m.Date = nil
	}
	if m.Kind == "meeting" && e.noun >= 0 && s.toks[e.noun].XPOS == "NNS" && m.Date == nil && m.Level == nil {
		return m, false // "a series of meetings" is no single one
	}
	if e.place != nil {
		m.Place = text(e.place.name)
	}
	return m, true
}

// anaphoric: "the meeting", of one already told; what is new of it is added.
func (d *document) anaphoric(e *event, m *record.Mechanism, out []record.Mechanism) bool {
	if e.noun < 0 || e.s.hasLemma(e.noun, "the", "this", "that") < 0 {
		return false
	}
	keys := keysOfRefs(append(append([]ref(nil), e.actors...), e.recipients...))
	if len(keys) > 1 || len(d.namedAtTie(e.s, e.noun)) > 1 {
		return false
	}
	for i := len(out) - 1; i >= 0; i-- {
		o := &out[i]
		if o.Kind == "visit" || !containsAll(o.Parties, keys) || m.Status != o.Status && m.Status != "held" {
			continue
		}
		if o.Cadence == nil {
			o.Cadence = m.Cadence
		}
		if o.Place == nil {
			o.Place = m.Place
		}
		return true
	}
	return m.Status == "held" && len(keys) == 0
}

// passingVisit: travel told in passing, as the time or ground of something
// else, by a company, or by many at once.
func (d *document) passingVisit(e *event) bool {
	if e.noun >= 0 || e.mode != "visit" {
		return false
	}
	for _, r := range e.actors {
		if strings.HasPrefix(r.key(), "MNC:") {
			return true
		}
	}
	s := e.s
	return s.toks[e.trigger].Rel == "acl" || s.relIs(e.trigger, "advcl") && e.aux == plover.Asserted || e.aux == plover.Hypothetical ||
		len(keysOfRefs(e.actors))+len(keysOfRefs(e.recipients)) > 4
}

// noDialogue: nouns that only accompany one: envoys recalled "for
// consultations", talks "under Qatari mediation".
func (s *sentence) noDialogue(noun int) bool {
	switch s.toks[noun].Lemma {
	case "consultation":
		return s.preposition(noun) == "for"
	case "mediation":
		return true
	}
	return false
}

// dialogueParties gives who takes part: those of the event; a union or an
// organisation meets alone; of a meeting that names one side or none, the pair
// spoken of, where its words tell more than "the meeting".
func (d *document) dialogueParties(e *event, status string) []string {
	s := e.s
	var keys []string
	for _, list := range [2][]ref{e.actors, e.recipients} {
		for _, r := range list {
			k := tieKey(r)
			if strings.HasPrefix(k, "MNC:") {
				return nil
			}
			if strings.HasPrefix(k, "UNK:") || strings.HasPrefix(k, "PER:") && r.country == "" || r.unresolvable || contains(keys, k) {
				continue
			}
			if r.m != nil && r.entity != nil && r.entity.Kind == atlas.Organization && isAlpha3(r.key()) {
				k = r.key()
			}
			keys = append(keys, k)
		}
	}
	if len(keys) == 0 && e.noun >= 0 {
		keys = d.holders(s, e.noun)
	}
	if e.dropped == "those who were told" { // "told a meeting of colleagues that"
		if v := s.governor(e.noun); v >= 0 {
			keys = addTieKeys(keys, d.subjectsOf(s, v))
		}
	}
	if between := d.between(s, e.noun); len(between) > 1 {
		return between // whoever calls it off takes no part
	}
	switch {
	case len(keys) >= 2:
		return keys
	case e.noun < 0 && d.severalMeet(s, e.trigger):
		if pair := d.pairAt(s, e.trigger, 2, keys); pair != nil {
			return pair
		}
	}
	switch {
	case len(keys) == 1 && d.meetsAlone(e, keys[0], status):
		return keys
	case len(keys) == 0 && !d.tellsMeeting(e, status), e.noun < 0 && !talksAlone(s.toks[e.trigger].Lemma):
		return nil
	}
	if e.noun >= 0 && len(keys) == 0 {
		if named := d.namedAtTie(s, e.noun); len(named) >= 2 {
			return named
		}
	}
	return d.pairAt(s, e.trigger, 2, keys)
}

// holders are those who hold a meeting, or meet in an apposition: "the council
// was to hold a meeting", "NATO leaders, meeting by video".
func (d *document) holders(s *sentence, noun int) []string {
	h := s.toks[noun].Head
	if h < 0 {
		return nil
	}
	if s.relIs(noun, "appos", "acl") {
		return addTieKeys(nil, d.participants(s, h))
	}
	switch s.toks[h].Lemma {
	case "hold", "convene", "open", "schedule":
		if s.relIs(noun, "obj") {
			return addTieKeys(nil, particularRefs(d.subjectsOf(s, h)))
		}
	}
	return nil
}

// severalMeet: the ministers of both sides met, with nobody else named.
func (d *document) severalMeet(s *sentence, v int) bool {
	if s.toks[v].Lemma != "meet" || s.child(v, "obj") >= 0 {
		return false
	}
	for _, k := range s.kids(v) {
		if s.preposition(int(k)) == "with" {
			return false
		}
	}
	k := s.child(v, "nsubj")
	return k >= 0 && (s.toks[k].XPOS == "NNS" || s.child(k, "conj") >= 0)
}

// talksAlone: verbs whose other side the text may leave to the reader.
func talksAlone(lemma string) bool {
	return lemma == "talk" || lemma == "negotiate" || lemma == "confer"
}

// between gives those that a noun's "between" phrase names.
func (d *document) between(s *sentence, noun int) []string {
	if noun < 0 {
		return nil
	}
	for _, k := range s.kids(noun) {
		if int(k) > noun && s.preposition(int(k)) == "between" {
			return d.groupAtTie(s, int(k), nil)
		}
	}
	return nil
}

// meetsAlone: NATO, the Security Council; a state's own council when its
// meeting is ahead.
func (d *document) meetsAlone(e *event, key, status string) bool {
	if key == "UNO" || key == "EUR" || strings.HasPrefix(key, "IGO:") {
		return true
	}
	return status == "planned" && len(e.actors) > 0 && e.actors[0].person == "" && (e.noun >= 0 || e.s.toks[e.trigger].Lemma == "meet")
}

// tellsMeeting: a meeting without named sides is one of its own if its words
// tell more than that it is known: "secret negotiations", but not "the talks".
func (d *document) tellsMeeting(e *event, status string) bool {
	if status == "resumed" || status == "suspended" || status == "cancelled" {
		return true
	}
	if e.noun < 0 {
		return true
	}
	s := e.s
	if s.quoted[e.noun] || s.hasLemma(e.noun, "the", "this", "that", "such", "a", "any", "no") >= 0 {
		return d.sidesOf(s, e.noun) > 0
	}
	return s.toks[e.noun].XPOS == "NNS"
}

// mechanismName is the meeting's noun phrase with its possessor, and its head.
func (d *document) mechanismName(e *event) (name, kind string) {
	s := e.s
	if e.noun < 0 {
		kind := "meeting"
		switch e.mode {
		case "visit":
			kind = "visit"
		case "phone":
			kind = "telephone call"
		}
		return kind + " of " + namesOf(append(append([]ref(nil), e.actors...), e.recipients...)), kind
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

// namesOf joins the names of persons and states with "and".
func namesOf(refs []ref) string {
	var names []string
	for _, r := range refs {
		name := r.person
		if name == "" {
			name = r.name
		}
		if name != "" && !contains(names, name) {
			names = append(names, name)
		}
	}
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return strings.Join(names, "")
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

// sameMechanism: the same parties in the same state at the same time, and
// nothing that tells them apart. A visit and the talks it was for are one.
func sameMechanism(a *record.Mechanism, ea *event, b *record.Mechanism, eb *event) bool {
	if strings.Join(a.Parties, " ") != strings.Join(b.Parties, " ") || a.Status != b.Status || !ea.meeting.compatible(eb.meeting) {
		return false
	}
	visits := (a.Kind == "visit" || a.Kind == "trip") != (b.Kind == "visit" || b.Kind == "trip")
	if visits && (a.Status != "held" || b.Sentence-a.Sentence > 2) {
		return false
	}
	if calls := map[string]bool{"call": true, "telephone call": true}; calls[a.Kind] != calls[b.Kind] && !ea.s.title {
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
