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
