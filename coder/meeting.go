package coder

import "strings"

// meeting is what the words tell of a meeting besides who met: enough to keep
// the defence officials' talks of Thursday apart from the vice ministers'.
type meeting struct {
	level  string // leader, minister, vice-minister, senior-official, working; "" unknown
	domain string // "defense", "tourism", …; "" unknown
	also   bool   // told as another one: "also held"
}

// domains are the fields that official meetings are about, by the words that
// name them.
var domains = map[string]string{
	"defense": "defense", "defence": "defense", "military": "defense", "tourism": "tourism", "trade": "trade",
	"finance": "finance", "financial": "finance", "security": "security", "energy": "energy", "environment": "environment",
	"climate": "environment", "health": "health", "culture": "culture", "education": "education", "agriculture": "agriculture",
	"farm": "agriculture", "interior": "interior", "justice": "justice", "nuclear": "nuclear", "maritime": "maritime",
	"border": "border", "transport": "transport", "economic": "economy", "economy": "economy", "labor": "labour",
	"labour": "labour", "science": "science", "oil": "energy", "gas": "energy", "fisheries": "fisheries", "intelligence": "intelligence",
}

// meetingOf reads level and field of a meeting from its noun phrase and from
// who takes part.
func (d *document) meetingOf(e *event) *meeting {
	m := &meeting{}
	s := e.s
	if e.noun >= 0 {
		m.level, m.domain = d.meetingWords(s, e.noun)
	}
	for _, list := range [2][]ref{e.actors, e.recipients} {
		for _, r := range list {
			if m.level == "" {
				m.level = r.party.level
				if m.level == "" && r.person != "" {
					m.level = levelOfOffice(r.office)
				}
			}
			if m.domain == "" {
				m.domain = domainIn(r.office)
			}
		}
	}
	m.also = s.hasLemma(e.clause, "also", "separately") >= 0
	return m
}

// meetingWords reads a meeting's noun phrase: "annual defense talks", "foreign
// ministers' talks", "summit".
func (d *document) meetingWords(s *sentence, noun int) (level, domain string) {
	if s.toks[noun].Lemma == "summit" {
		level = "leader"
	}
	first, last := noun, noun
	if m := d.mentionAt(s, noun); m != nil {
		first, last = m.first, m.last
		if m.owner != nil && m.owner.kind != named {
			first = m.owner.first
			if m.owner.role != nil {
				level = m.owner.role.Level
			}
		}
	}
	for i := first; i <= last; i++ {
		word := lower(s.toks[i].Form)
		if domain == "" {
			domain = domains[word]
		}
		if level == "" {
			switch {
			case word == "ministerial" || strings.HasPrefix(word, "minister"):
				level = "minister"
			case word == "leaders" || word == "presidential":
				level = "leader"
			case word == "working" || word == "expert" || word == "technical":
				level = "working"
			}
		}
		if o := d.mentionAt(s, i); o != nil && o.role != nil && level == "" {
			level = o.role.Level
		}
	}
	return level, domain
}

// sizes are the words that tell how many sides a meeting has.
var sizes = map[string]int{"bilateral": 2, "trilateral": 3, "quadrilateral": 4, "three": 3, "3": 3, "four": 4, "six": 6}

// sidesOf gives the number of sides that a meeting's words tell, 0 for none:
// "trilateral talks", "three-way meeting", "six-party talks".
func (d *document) sidesOf(s *sentence, noun int) int {
	m := d.mentionAt(s, noun)
	if m == nil {
		return 0
	}
	for i := m.first; i < noun; i++ {
		if n := sizes[lower(s.toks[i].Form)]; n > 0 && (len(s.toks[i].Form) > 5 || i+2 < len(s.toks) && isHyphen(s.toks[i+1].Form) &&
			(s.toks[i+2].Lemma == "way" || s.toks[i+2].Lemma == "party" || s.toks[i+2].Lemma == "nation")) {
			return n
		}
	}
	return 0
}

// fillSides adds the sides that a meeting's words count but its phrase does
// not name: "a trilateral meeting" after three countries were spoken of.
func (d *document) fillSides(e *event) {
	n := d.sidesOf(e.s, e.noun)
	if n == 0 || len(keysOfRefs(e.actors)) >= n {
		return
	}
	for v := e.s.governor(e.noun); v >= 0 && len(e.actors) == 0; { // "they agreed to resume a trilateral summit"
		var subjects []ref
		for _, t := range d.clauseOf(e.s, v).subjects {
			subjects = append(subjects, d.participants(e.s, t)...)
		}
		if subjects = uniqueRefs(subjects); len(subjects) == n {
			e.actors, e.recipients = subjects, nil
			return
		}
		if len(subjects) > 0 || e.s.toks[v].Head < 0 {
			break
		}
		v = e.s.governor(e.s.toks[v].Head)
	}
	for i := len(d.focus) - 1; i >= 0; i-- {
		f := &d.focus[i]
		if f.weak || len(f.parties) != n || f.sent > e.s.index && !e.s.title {
			continue
		}
		for _, k := range keysOfRefs(e.actors) {
			if !hasKey(f.parties, k) {
				return
			}
		}
		for _, p := range f.parties {
			e.actors = append(e.actors, ref{party: p, m: d.mentionAt(e.s, e.noun)})
		}
		e.actors = uniqueRefs(e.actors)
		e.recipients = without(e.recipients, e.actors)
		e.say("sides by the words of the meeting")
		return
	}
}

func hasKey(ps []*party, key string) bool {
	for _, p := range ps {
		if p.key() == key {
			return true
		}
	}
	return false
}

func domainIn(office string) string {
	for _, w := range strings.Fields(strings.ToLower(office)) {
		if d := domains[w]; d != "" {
			return d
		}
	}
	return ""
}

// levelOfOffice reads the diplomatic level from the words of an office.
func levelOfOffice(office string) string {
	o := strings.ToLower(office)
	switch {
	case o == "":
		return ""
	case strings.Contains(o, "vice minister"), strings.Contains(o, "vice foreign"), strings.Contains(o, "deputy"), strings.Contains(o, "under secretary"), strings.Contains(o, "undersecretary"):
		return "vice-minister"
	case strings.Contains(o, "prime minister"), strings.Contains(o, "premier"), strings.Contains(o, "chancellor") && !strings.Contains(o, "exchequer"), strings.Contains(o, "king"), strings.Contains(o, "emir"), strings.Contains(o, "supreme leader"):
		return "leader"
	case strings.HasPrefix(o, "president"):
		return "leader"
	case strings.Contains(o, "minister"), strings.Contains(o, "secretary of"), strings.Contains(o, "foreign secretary"):
		return "minister"
	case strings.Contains(o, "envoy"), strings.Contains(o, "negotiator"), strings.Contains(o, "ambassador"), strings.Contains(o, "adviser"), strings.Contains(o, "advisor"):
		return "senior-official"
	}
	return ""
}

// compatible tells whether two meetings can be one.
func (m *meeting) compatible(o *meeting) bool {
	if m == nil || o == nil {
		return true
	}
	if m.level != "" && o.level != "" && m.level != o.level {
		return false
	}
	if m.domain != o.domain && (m.domain != "" && o.domain != "" || m.also || o.also) {
		return false
	}
	return true
}
