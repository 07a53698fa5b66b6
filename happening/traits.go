package happening

import (
	"fmt"
	"slices"
	"strings"

	"entente/plover"
	"entente/record"
)

// traits are what tells two events of one key apart, beside their dates. Empty
// ones are not told and agree with everything.
type traits struct {
	mode    string
	place   place
	sides   string            // "KOR>JPN" where both sides are told
	groups  []string          // ids of armed groups, parties, firms
	persons map[string]string // country → words of the names, " abe shinzo "
	levels  map[string]string // country → leader, minister, deputy
	lone    bool              // fewer than two countries take part
}

func traitsOf(e *record.Event) traits {
	t := traits{place: placeOf(e.Place), lone: len(countries(append(slices.Clone(e.Actors), e.Recipients...))) < 2}
	if e.Mode != nil {
		t.mode = *e.Mode
	}
	if together(e) && len(e.Recipients) > 0 {
		t.sides = strings.Join(countries(e.Actors), ",") + ">" + strings.Join(countries(e.Recipients), ",")
	}
	for _, side := range [2][]record.Participant{e.Actors, e.Recipients} {
		for i := range side {
			t.addParticipant(&side[i], t.lone || meets(e))
		}
	}
	slices.Sort(t.groups)
	t.groups = slices.Compact(t.groups)
	return t
}

// meets: who came matters, because ministers and presidents of two countries
// can meet on one day. Who speaks for a country matters less: a foreign
// minister and his spokeswoman make one protest.
func meets(e *record.Event) bool { return together(e) && e.Type != string(plover.Cooperate) }

func (t *traits) addParticipant(p *record.Participant, withPersons bool) {
	switch kind, _, _ := strings.Cut(p.ID, ":"); kind {
	case "REB", "PTY", "MNC", "NGO":
		t.groups = append(t.groups, p.ID)
	}
	if !withPersons {
		return
	}
	country := countryOf(p)
	if p.Person != nil {
		if t.persons == nil {
			t.persons = map[string]string{}
		}
		t.persons[country] = union(t.persons[country], nameWords(*p.Person))
	}
	if p.Office != nil {
		if level := levelOf(*p.Office); level != "" {
			if t.levels == nil {
				t.levels = map[string]string{}
			}
			t.levels[country] = union(t.levels[country], " "+level+" ")
		}
	}
}

// enoughForLone are the points that two acts of one country alone need: its
// people promise, ask and refuse so much in a day that only a shared person or
// city tells that it is one act.
const enoughForLone = 2

// agree says whether two may tell of one happening, and how much speaks for it.
func (t *traits) agree(o *traits) (points int, ok bool) {
	points, ok = t.compare(o)
	return points, ok && (!t.lone || points >= enoughForLone)
}

func (t *traits) compare(o *traits) (points int, ok bool) {
	switch {
	case !modesAgree(t.mode, o.mode), t.sides != "" && o.sides != "" && t.sides != o.sides:
		return 0, false
	case len(t.groups) > 0 && len(o.groups) > 0 && !slices.ContainsFunc(t.groups, func(g string) bool { return slices.Contains(o.groups, g) }):
		return 0, false
	}
	near, ok := t.place.agree(o.place)
	if !ok {
		return 0, false
	}
	points = near
	if t.mode != "" && t.mode == o.mode {
		points++
	}
	for country, names := range t.persons {
		other := o.persons[country]
		switch {
		case other == "":
		case sharesWord(names, other):
			points += 2
		default:
			return 0, false
		}
	}
	for country, level := range t.levels {
		if other := o.levels[country]; other != "" && !sharesWord(level, other) && !sharesWord(t.persons[country], o.persons[country]) {
			return 0, false
		}
	}
	return points, true
}

// join adds what the other tells.
func (t *traits) join(o *traits) {
	if t.mode == "" {
		t.mode = o.mode
	}
	if t.sides == "" {
		t.sides = o.sides
	}
	t.place = t.place.finer(o.place)
	if len(o.groups) > 0 {
		t.groups = slices.Compact(slices.Sorted(slices.Values(append(slices.Clone(t.groups), o.groups...))))
	}
	t.persons = unions(t.persons, o.persons)
	t.levels = unions(t.levels, o.levels)
}

// modesAgree: different modes are different acts. Only of meetings in the
// flesh outlets tell the mode now so, now so: a visit to Vienna for the
// conference is both visit and multilateral.
func modesAgree(a, b string) bool {
	return a == "" || b == "" || a == b || inTheFlesh(a) && inTheFlesh(b)
}

func inTheFlesh(mode string) bool {
	return mode == "visit" || mode == "third-party" || mode == "multilateral"
}

// levelOf is the level of an office, "" where its words don't tell it.
func levelOf(office string) string {
	words := strings.Fields(strings.ToLower(office))
	has := func(list ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(list, w) })
	}
	switch {
	case has("deputy", "vice", "assistant"):
		return "deputy"
	case has("prime", "president", "premier", "chancellor", "king", "queen", "emperor", "emir", "sultan", "taoiseach"):
		return "leader"
	case has("minister"):
		return "minister"
	}
	return ""
}

// nameWords are the words of a name that can be compared: "Abe Shinzo" and
// "Shinzo Abe" share both. The result begins and ends with a blank.
func nameWords(name string) string {
	out := " "
	for _, w := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == ' ' || r == '.' || r == ',' }) {
		if len(w) > 2 {
			out += w + " "
		}
	}
	if out == " " {
		return " " + strings.ToLower(strings.TrimSpace(name)) + " "
	}
	return out
}

func sharesWord(a, b string) bool {
	for _, w := range strings.Fields(a) {
		if strings.Contains(b, " "+w+" ") {
			return true
		}
	}
	return false
}

// union adds the words that a does not have, in the order of the alphabet.
func union(a, b string) string {
	words := slices.Compact(slices.Sorted(strings.FieldsSeq(a + b)))
	if len(words) == 0 {
		return ""
	}
	return " " + strings.Join(words, " ") + " "
}

// unions leaves a alone: traits of a report are shared with the happening
// that it founds.
func unions(a, b map[string]string) map[string]string {
	if len(b) == 0 {
		return a
	}
	out := make(map[string]string, len(a)+len(b))
	for k, v := range a {
		out[k] = v
	}
	for k, v := range b {
		out[k] = union(out[k], v)
	}
	return out
}

// wording is what stays the same where a text is reprinted: the rule that
// fired, the names, and how far the words stand from each other. Offsets are
// taken from the trigger, since another headline shifts them all.
func wording(e *record.Event) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s|%d|%d", e.Rule, e.Trigger.End-e.Trigger.Start, len(e.Evidence))
	if e.Mode != nil {
		b.WriteString("|" + *e.Mode)
	}
	if e.Place != nil {
		b.WriteString("|" + e.Place.Name)
	}
	for _, side := range [2][]record.Participant{e.Actors, e.Recipients} {
		b.WriteByte('|')
		for i := range side {
			p := &side[i]
			fmt.Fprintf(&b, "%s %s %d %d;", p.ID, p.Name, p.Start-e.Trigger.Start, p.End-p.Start)
		}
	}
	return b.String()
}
