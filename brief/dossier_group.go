package brief

import (
	"fmt"

	"entente/tie"
)

// Columns of the table of a group.
const (
	groupTone     = 24
	groupCourse   = 42
	groupContact  = 53
	groupConflict = 60
	groupLowest   = 74
	groupWidth    = 80
)

// group writes how the countries stand among each other.
func (f *folder) group() {
	g := f.of.Group
	if g == nil {
		return
	}
	f.section("THE GROUP", "in brackets the interval of 80%; lowest: how likely it is that")
	if f.width >= groupWidth && len(g.Pairs) > 0 {
		f.cells([]int{groupTone, groupCourse, groupContact, groupConflict, groupLowest}, run{"tone", faint}, run{"30 days", faint},
			run{"contact", faint}, run{"conflict", faint}, run{"lowest", faint})
	}
	for i := range g.Pairs {
		p := &g.Pairs[i]
		s, name := &p.State, f.pair(p.A, p.B)
		if f.width < groupWidth {
			f.line(indent, deeper, run{name, bold}, run{": tone " + toned(s.Tone) + ", ", plain}, course(s.ToneTrend, sameTone),
				run{"; contact " + factor(s.Contact.Value) + "; conflict " + shared(s.ConflictShare) + "; the lowest with " + percent(p.Lowest), plain})
			continue
		}
		f.cells([]int{indent, groupTone, groupCourse, groupContact, groupConflict, groupLowest},
			run{shorten(name, groupTone-indent-1), bold}, run{toned(s.Tone), plain}, course(s.ToneTrend, sameTone),
			run{factor(s.Contact.Value), plain}, run{shared(s.ConflictShare), plain}, run{percent(p.Lowest), plain})
	}
	if len(g.Pairs) > 1 {
		f.line(indent, deeper, run{"Together", bold}, run{": mean tone " + toned(g.Tone) + "; " + f.drag(g.Pairs), plain})
	}
	f.missing(g)
	f.triads(g)
	f.mediators(g)
}

// drag says which tie is the lowest, and how sure that is.
func (f *folder) drag(pairs []tie.Drag) string {
	most := &pairs[0]
	for i := range pairs {
		if pairs[i].Lowest > most.Lowest {
			most = &pairs[i]
		}
	}
	text := "drags it down, " + percent(most.Lowest) + " sure"
	if most.Lowest < 0.5 {
		text = "may drag it down, " + percent(most.Lowest)
	}
	return f.pair(most.A, most.B) + " " + text
}

func (f *folder) missing(g *tie.Group) {
	for _, p := range g.Missing {
		f.line(indent, deeper, run{f.pair(p[0], p[1]), bold}, run{": nothing known", warning})
	}
}

// mostTriads is how many triads are shown, the least balanced ones.
const mostTriads = 4

// triads writes how balanced three and three of the group are.
func (f *folder) triads(g *tie.Group) {
	if len(g.Triads) > 0 {
		f.heading("Triads", "balanced where friends of friends are friends, and enemies of enemies")
	}
	for i := range g.Triads[:min(mostTriads, len(g.Triads))] {
		x := &g.Triads[i]
		a, b := x.Members[0], x.Members[1]
		switch x.Strain {
		case 1:
			b = x.Members[2]
		case 2:
			a, b = x.Members[1], x.Members[2]
		}
		name := f.namesOf(x.Members[:], "–")
		text := fmt.Sprintf(": balanced with %s", percent(x.Balanced))
		if x.Balanced < certain {
			text += "; strained most by " + f.pair(a, b)
		}
		f.line(deeper, deep, run{name, plain}, run{text, plain})
	}
	f.more(len(g.Triads)-mostTriads, "more triads, better balanced")
}

// mostMediators is how many mediators are shown.
const mostMediators = 4

func (f *folder) mediators(g *tie.Group) {
	if len(g.Mediators) == 0 {
		return
	}
	runs := []run{{"Mediators", bold}, {": ", plain}}
	for i, m := range g.Mediators[:min(mostMediators, len(g.Mediators))] {
		if i > 0 {
			runs = append(runs, run{", ", plain})
		}
		text := f.name(m.Country) + " with " + counted(m.Acts, "act")
		if m.Member {
			text += " (of the group)"
		}
		runs = append(runs, run{text, plain})
	}
	f.line(indent, deeper, runs...)
}
