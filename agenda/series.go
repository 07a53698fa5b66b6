package agenda

import (
	"cmp"
	"slices"
	"strings"

	"entente/calendar"
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

// madeUp begins the names that the coder makes of those who met; the words
// behind it are persons and offices.
var madeUp = []string{"meeting of ", "visit of ", "telephone call of "}

func isMadeUp(name string) bool {
	return slices.ContainsFunc(madeUp, func(p string) bool { return strings.HasPrefix(name, p) })
}

// officeWords follow what somebody is minister, chief or secretary of.
var officeWords = map[string]bool{"minister": true, "ministers": true, "chief": true, "chiefs": true, "secretary": true, "officer": true, "officers": true}

// subjectsOf are what the name of a dialogue says it is about. Persons, places
// and ordinals in it say nothing; of a name that is made of those who met only
// their offices count, since the Economic Community makes no talks economic.
func subjectsOf(name string) string {
	t := load()
	words := split(name)
	made := isMadeUp(name)
	var out []string
	for i, w := range words {
		s := t.subjects[t.stem(w)]
		if s == "" || made && (i+1 == len(words) || !officeWords[words[i+1]]) {
			continue
		}
		out = append(out, s)
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

// seriesOf tells which series a finding belongs to by its own words. Where its
// name tells neither subject nor level, the sentence may: "the defence
// ministers of both resumed their dialogue".
func seriesOf(t *Told[record.Mechanism]) series {
	m := &t.Value
	s := series{strings.Join(sortedSet(m.Parties), " "), formatOf(m), subjectsOf(m.Name), text(m.Level)}
	if s.subjects == "" && s.level == "" && s.format == inPerson {
		if subject := ministersIn(t.Sentence); subject != "" {
			s.subjects, s.level = subject, "minister"
		}
	}
	return s
}

// ministersIn gives the subject of the ministers that a sentence speaks of in
// the plural, who are the sides of what it tells; a single minister may only
// be its source.
func ministersIn(sentence string) string {
	words := split(sentence)
	for i, w := range words {
		if i > 0 && (strings.EqualFold(w, "ministers") || strings.EqualFold(w, "ministers'") || strings.EqualFold(w, "ministers’")) {
			return load().subjects[load().stem(words[i-1])]
		}
	}
	return ""
}

func (s series) compare(o series) int {
	return cmp.Or(cmp.Compare(s.parties, o.parties), cmp.Compare(s.format, o.format), cmp.Compare(s.subjects, o.subjects), cmp.Compare(s.level, o.level))
}

// bySeries divides findings into dialogues. Of a dialogue with a subject,
// findings that tell no level belong to the one level that others tell. Talks
// without level and subject stay for themselves, as they may be anybody's, but
// for those on the days of a meeting that another finding tells with its level.
func bySeries(told []*Told[record.Mechanism]) map[series][]*Told[record.Mechanism] {
	own := make([]series, len(told))
	inArticle := map[string][]series{}
	for i, t := range told {
		own[i] = seriesOf(t)
		inArticle[t.Article] = append(inArticle[t.Article], own[i])
	}
	for i, t := range told {
		own[i] = again(own[i], t, inArticle[t.Article])
	}
	levels := map[series][]string{}
	days := map[sides]map[series][]calendar.Interval{}
	for i, t := range told {
		s := own[i]
		if s.level == "" {
			continue
		}
		if !slices.Contains(levels[s.loose()], s.level) {
			levels[s.loose()] = append(levels[s.loose()], s.level)
		}
		if iv, ok := interval(t.Value.Date); ok && iv.Days() <= narrow {
			of := s.sides(&t.Value)
			if days[of] == nil {
				days[of] = map[series][]calendar.Interval{}
			}
			if !slices.Contains(days[of][s], iv) {
				days[of][s] = append(days[of][s], iv)
			}
		}
	}
	out := map[series][]*Told[record.Mechanism]{}
	for i, t := range told {
		s := own[i]
		switch {
		case s.level != "":
		case s.subjects == "":
			s = onTheDaysOf(s, t, days[s.sides(&t.Value)])
		case len(levels[s.loose()]) == 1:
			s.level = levels[s.loose()][0]
		}
		out[s] = append(out[s], t)
	}
	return out
}

// again: "the two ministers agreed to meet again in April" plans the next
// meeting of the one dialogue with a subject that the article tells of the
// same sides, of the same level where both have one.
func again(own series, t *Told[record.Mechanism], inArticle []series) series {
	if own.subjects != "" || t.Value.Status != "planned" && t.Value.Status != "proposed" {
		return own
	}
	words := split(strings.ToLower(t.Sentence))
	if !slices.Contains(words, "again") && !slices.Contains(words, "next") {
		return own
	}
	found := own
	for _, s := range inArticle {
		if s.subjects == "" || s.parties != own.parties || s.format != own.format || s.level != own.level && s.level != "" && own.level != "" || s == found {
			continue
		}
		if found != own {
			return own
		}
		found = s
	}
	return found
}

// sides are who meets in which format, to what effect.
type sides struct {
	parties string
	format  format
	class   string
}

func (s series) sides(m *record.Mechanism) sides {
	return sides{s.parties, s.format, classes[m.Status]}
}

// onTheDaysOf gives the one series that has a meeting on the days of a finding,
// the finding's own where none or several have.
func onTheDaysOf(own series, t *Told[record.Mechanism], days map[series][]calendar.Interval) series {
	iv, ok := interval(t.Value.Date)
	if !ok || iv.Days() > narrow {
		return own
	}
	found, n := own, 0
	for s, list := range days {
		if slices.ContainsFunc(list, func(o calendar.Interval) bool { return overlap(iv, o) }) {
			found = s
			n++
		}
	}
	if n != 1 {
		return own
	}
	return found
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
