package brief

import (
	"fmt"

	"entente/dossier"
	"entente/tie"
)

// Columns of the table of tracks.
const (
	trackTone     = 26
	trackCourse   = 45
	trackConflict = 55
	trackRate     = 70
	trackWidth    = 80
)

// tracks writes how the tie stands by subject, and where these tell different
// stories.
func (f *folder) tracks(t *dossier.Tie) {
	var known []*tie.TrackState
	for i := range t.Tracks {
		if t.Tracks[i].Known {
			known = append(known, &t.Tracks[i])
		}
	}
	if len(known) == 0 {
		return
	}
	f.section("TRACKS", "the tie by subject; an event may belong to several")
	if f.width >= trackWidth {
		f.cells([]int{trackTone, trackCourse, trackConflict, trackRate}, run{"tone", faint}, run{"30 days", faint}, run{"conflict", faint}, run{"events/30d", faint})
	}
	for _, s := range known {
		name, rate := trackName(s.Track), s.Cooperation.Rate+s.Conflict.Rate
		if f.width < trackWidth {
			f.line(indent, deeper, run{name, bold}, run{": tone " + toned(s.Tone) + ", ", plain}, course(s.ToneTrend, sameTone),
				run{"; conflict " + shared(s.ConflictShare) + "; " + amount(rate) + " events in 30 days", plain})
			continue
		}
		f.cells([]int{indent, trackTone, trackCourse, trackConflict, trackRate}, run{name, bold}, run{toned(s.Tone), plain},
			course(s.ToneTrend, sameTone), run{shared(s.ConflictShare), plain}, run{amount(rate), plain})
	}
	f.diverging(t, mostDiverging)
}

// How many pairs of tracks are shown, those that lie furthest apart: of one
// tie, and of each tie of a group.
const (
	mostDiverging    = 4
	divergingInShort = 2
)

// certain is the probability from which one says so.
const certain = 0.9

// diverging writes the pairs of tracks that tell different stories.
func (f *folder) diverging(t *dossier.Tie, most int) {
	for i := range t.Diverging[:min(most, len(t.Diverging))] {
		x := &t.Diverging[i]
		above, below := trackName(x.Above), x.Below.String()
		runs := []run{{above, bold}}
		if x.Probability >= certain {
			runs = append(runs, run{fmt.Sprintf(" stands above %s by %s; %s sure", below, toned(x.Difference), percent(x.Probability)), plain})
		} else {
			runs = append(runs, run{" and " + below + " part", plain})
		}
		if x.Apart >= certain {
			way := "rose while the other fell"
			if x.Rising < 0.5 {
				way = "fell while the other rose"
			}
			runs = append(runs, run{fmt.Sprintf("; in the last 30 days it %s, %s sure", way, percent(x.Apart)), plain})
		}
		f.line(indent, deeper, runs...)
	}
}

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
	f.section("THE GROUP", "its ties, the lowest tone first; in brackets the interval of 80%")
	if f.width >= groupWidth && len(g.Pairs) > 0 {
		f.cells([]int{groupTone, groupCourse, groupContact, groupConflict, groupLowest}, run{"tone", faint}, run{"30 days", faint},
			run{"contact", faint}, run{"conflict", faint}, run{"drags", faint})
	}
	for i := range g.Pairs {
		p := &g.Pairs[i]
		s, name := &p.State, f.pair(p.A, p.B)
		if f.width < groupWidth {
			f.line(indent, deeper, run{name, bold}, run{": tone " + toned(s.Tone) + ", ", plain}, course(s.ToneTrend, sameTone),
				run{"; contact " + factor(s.Contact.Value) + "; conflict " + shared(s.ConflictShare) + "; drags " + percent(p.Lowest), plain})
			continue
		}
		f.cells([]int{indent, groupTone, groupCourse, groupContact, groupConflict, groupLowest},
			run{shorten(name, groupTone-indent-1), bold}, run{toned(s.Tone), plain}, course(s.ToneTrend, sameTone),
			run{factor(s.Contact.Value), plain}, run{shared(s.ConflictShare), plain}, run{percent(p.Lowest), plain})
	}
	if len(g.Pairs) > 1 {
		f.line(indent, deeper, run{"All together", bold}, run{": mean tone " + toned(g.Tone) + "; " + f.drag(g.Pairs), plain})
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
	return fmt.Sprintf("%s drags it down with %s", f.pair(most.A, most.B), percent(most.Lowest))
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
