package happening

import (
	"cmp"
	"slices"

	"entente/calendar"
)

// mostTried bounds how many happenings a telling is held against: on a day
// with more of them than that, the nearest are enough, and time stays linear.
const mostTried = 256

// Merge makes the happenings of reports that share one key ([Key]). The order
// of the reports changes nothing, and neither does the number of copies of a
// text. Happenings come in the order of their dates, undated ones last.
//
// Narrow tellings found the happenings; a vaguer one joins the nearest that
// agrees with it and narrows its dates to what both have in common. A
// happening's days only ever shrink, so that a chain of overlapping weeks
// cannot grow into one long happening.
func Merge(reports []Report) []Happening {
	all := tellings(readingsOf(reports))
	slices.SortFunc(all, func(a, b telling) int {
		if c := a.compare(&b); c != 0 {
			return c
		}
		return cmp.Or(cmp.Compare(a.readings[0].Article, b.readings[0].Article), compareInArticle(a.readings[0].Report, b.readings[0].Report))
	})
	m := merger{byDay: map[calendar.Day][]*group{}, byInterval: map[calendar.Interval][]*group{}, byPlace: map[place][]*group{}}
	for i := range all {
		m.add(&all[i])
	}
	out := make([]Happening, 0, len(m.groups))
	for _, g := range m.groups {
		out = append(out, g.happening())
	}
	slices.SortStableFunc(out, compareHappenings)
	return out
}

// group is a happening in the making.
type group struct {
	tellings []*telling
	articles map[string]bool
	days     calendar.Interval // what the texts tell, or the founder's where none tells a time
	core     calendar.Interval // the days that all tellings reach
	founded  calendar.Day      // the founder's focus
	told     bool              // a text tells the time
	traits   traits
}

type merger struct {
	groups     []*group
	byDay      map[calendar.Day][]*group      // exact, past, coming: by the day of foundation
	byInterval map[calendar.Interval][]*group // long
	byPlace    map[place][]*group             // undated
}

func (m *merger) add(t *telling) {
	g := m.nearest(t)
	if g == nil {
		g = &group{articles: map[string]bool{}, days: t.interval, core: t.reach(), founded: t.focus(), traits: t.traits}
		m.groups = append(m.groups, g)
		switch t.span {
		case exact, past, coming:
			m.byDay[g.founded] = append(m.byDay[g.founded], g)
		case long:
			m.byInterval[t.interval] = append(m.byInterval[t.interval], g)
		case undated:
			if t.traits.place.told() {
				m.byPlace[t.traits.place] = append(m.byPlace[t.traits.place], g)
			}
		}
	} else {
		g.traits.join(&t.traits)
	}
	g.take(t)
}

// nearest gives the happening that a telling joins, nil where it founds one.
func (m *merger) nearest(t *telling) *group {
	switch t.span {
	case long: // "in 1998" is one with "in 1998" alone: which of a year's meetings it means, nobody knows
		return best(m.byInterval[t.interval], t)
	case undated: // nothing but the place holds them together
		if !t.traits.place.told() {
			return nil
		}
		return best(m.byPlace[t.traits.place], t)
	}
	return best(m.around(t), t)
}

// around gives the happenings whose days fit, those of the latest days first;
// of a plan without a date those of the earliest.
//
// A happening was founded by a telling that reaches no further than t, so that
// the founder's last day lies at most as much behind t's last.
func (m *merger) around(t *telling) []*group {
	reach := t.reach()
	from, to, step := reach.To+calendar.Day(reach.Days()), reach.From, calendar.Day(-1)
	if t.span == coming {
		from, to, step = t.focus()-planDays, from, 1
	}
	var found []*group
	for d := from; d != to+step; d += step {
		for _, g := range m.byDay[d] {
			if g.near(t) {
				if found = append(found, g); len(found) == mostTried {
					return found
				}
			}
		}
	}
	return found
}

// near says whether the days of a telling fit. Where neither text tells a
// time, only the days of publication are known, and must be close.
func (g *group) near(t *telling) bool {
	apart := distance(g.founded, t.focus())
	switch founder := g.tellings[0].span; {
	case g.told || t.span == exact:
		reach := t.reach()
		return g.core.From <= reach.To && reach.From <= g.core.To
	case t.span == past:
		return founder == past && apart <= cycleDays
	default:
		return founder == coming && apart <= planDays
	}
}

// take adds a telling that fits. What a text tells narrows the days. That a
// text tells none says when it was printed, which narrows only what further
// tellings can be of the same happening.
func (g *group) take(t *telling) {
	for _, r := range t.readings {
		g.articles[r.Article] = true
	}
	if t.span == exact && !g.told {
		g.days, g.told = g.core, true
	}
	if t.span == exact {
		g.days = common(g.days, t.interval)
	}
	if g.told {
		g.core = common(g.core, t.reach())
	}
	g.tellings = append(g.tellings, t)
}

func common(a, b calendar.Interval) calendar.Interval {
	return calendar.Interval{From: max(a.From, b.From), To: min(a.To, b.To)}
}

// fit is how well a telling fits a happening; more is better.
type fit struct {
	points int  // of what both tell
	apart  int  // days; fewer are better
	worded bool // the same words, in an article of other days
}

func (f fit) betterThan(o fit) bool {
	switch {
	case f.points != o.points:
		return f.points > o.points
	case f.apart != o.apart:
		return f.apart < o.apart
	}
	return f.worded && !o.worded
}

// best is the candidate that agrees most with a telling, then the nearest in
// time, then the one in the same words, then the first. None of them may have
// a report of the same article: what an article tells as two happenings is two.
func best(candidates []*group, t *telling) *group {
	var found *group
	var foundFit fit
	for _, g := range candidates {
		points, ok := g.traits.agree(&t.traits)
		if !ok || slices.ContainsFunc(t.readings, func(r *reading) bool { return g.articles[r.Article] }) {
			continue
		}
		f := fit{points: points, worded: g.tellings[0].wording == t.wording}
		if day := t.focus(); !g.days.Contains(day) {
			f.apart = min(distance(g.days.From, day), distance(g.days.To, day))
		}
		if found == nil || f.betterThan(foundFit) {
			found, foundFit = g, f
		}
	}
	return found
}

func distance(a, b calendar.Day) int {
	if a < b {
		return int(b - a)
	}
	return int(a - b)
}
