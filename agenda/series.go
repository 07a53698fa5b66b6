package agenda

import (
	"cmp"
	"slices"
	"strings"

	"entente/record"
)

// format is the form in which the sides of a dialogue deal with each other.
// Meetings, visits, talks and summits of one level are one series: articles
// announce as a visit what they later report as talks.
type format string

const (
	inPerson format = "meetings"
	byPhone  format = "calls"
	exercise format = "exercises"
)

// meetingKinds are the kinds of a mechanism that are single meetings; what is
// none of them is a standing channel (a hotline, a commission) by its kind.
var meetingKinds = []string{"", "meeting", "talk", "talks", "summit", "dialogue", "visit", "trip", "negotiation", "negotiations", "consultation", "consultations",
	"conference", "round", "session", "gathering", "conversation", "discussion", "forum", "retreat"}

func formatOf(m *record.Mechanism) format {
	kind, name := strings.ToLower(m.Kind), strings.ToLower(m.Name)
	switch {
	case strings.Contains(kind, "call"), strings.Contains(name, "telephone"), strings.Contains(name, "phone call"), strings.Contains(name, "video"):
		return byPhone
	case kind == "exercise" || kind == "drill" || kind == "manoeuvre" || kind == "maneuver":
		return exercise
	case slices.Contains(meetingKinds, kind):
		return inPerson
	}
	return format(kind)
}

// subjectsOf are what the name of a dialogue says it is about. Persons, places
// and ordinals in it say nothing.
func subjectsOf(name string) string {
	t := load()
	var out []string
	for _, w := range split(name) {
		if s := t.subjects[t.stem(w)]; s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(sortedSet(out), " and ")
}

// series is what the meetings of one dialogue share.
type series struct {
	parties  string
	format   format
	subjects string
	level    string // "" not told
}

// loose is the series without its level: who tells none may mean any.
func (s series) loose() series { s.level = ""; return s }

func seriesOf(m *record.Mechanism) series {
	return series{strings.Join(sortedSet(m.Parties), " "), formatOf(m), subjectsOf(m.Name), text(m.Level)}
}

func (s series) compare(o series) int {
	return cmp.Or(cmp.Compare(s.parties, o.parties), cmp.Compare(s.format, o.format), cmp.Compare(s.subjects, o.subjects), cmp.Compare(s.level, o.level))
}

// bySeries divides findings into dialogues. Findings that tell no level belong
// to the one level that is told of their series; where several are, they stay
// for themselves, since nobody knows whose talks are meant.
func bySeries(told []*Told[record.Mechanism]) map[series][]*Told[record.Mechanism] {
	out := map[series][]*Told[record.Mechanism]{}
	levels := map[series][]string{}
	for _, t := range told {
		s := seriesOf(&t.Value)
		if s.level != "" && !slices.Contains(levels[s.loose()], s.level) {
			levels[s.loose()] = append(levels[s.loose()], s.level)
		}
	}
	for _, t := range told {
		s := seriesOf(&t.Value)
		if l := levels[s.loose()]; s.level == "" && len(l) == 1 {
			s.level = l[0]
		}
		out[s] = append(out[s], t)
	}
	return out
}

// levelNames are how a reader is told the level of a series without a name.
var levelNames = map[string]string{"leader": "leaders", "minister": "ministers", "vice-minister": "vice-ministers",
	"senior-official": "senior officials", "working": "working-level officials"}

// name is what a series is called: by its subjects, format and level, since
// articles call it by ever other words.
func (s series) name() string {
	what := string(s.format)
	if s.subjects != "" {
		switch s.format {
		case inPerson:
			what = s.subjects + " talks"
		default:
			what = s.subjects + " " + what
		}
	}
	if l := levelNames[s.level]; l != "" {
		what += " of " + l
	}
	return what
}
