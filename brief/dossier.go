package brief

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"entente/dossier"
	"entente/store"
	"entente/tie/track"
)

// folder is the text of a dossier in the making.
type folder struct {
	*desk
	of *dossier.Dossier
}

// Dossier writes how two or more countries stand: two in full, of more the
// group first and then each tie in short. Every line ends in the number of the
// event (e), statement (s), dialogue (m), condition (c), watch item (w) or
// assessment (a) behind it.
func Dossier(w io.Writer, look Look, names func(id string) string, d *dossier.Dossier) error {
	f := &folder{desk: newDesk(look, names), of: d}
	f.head()
	if len(d.Ties) == 1 {
		f.inFull(&d.Ties[0])
	} else {
		f.group()
		for i := range d.Ties {
			f.inShort(&d.Ties[i])
		}
	}
	for _, section := range []func(){f.dialogues, f.disputes, f.conditions, f.watch, f.statements, f.assessments} {
		section()
	}
	_, err := f.buf.WriteTo(w)
	return err
}

// head writes who, when, and what is on file.
func (f *folder) head() {
	d := f.of
	f.line(0, 0, run{f.whom(d.Parties), bold})
	facts := []string{"as of " + dayText(d.At), "history since " + dayText(d.Since)}
	if d.Track != nil {
		facts = append(facts, "track: "+d.Track.String())
	}
	f.line(0, 0, run{strings.Join(facts, " · "), faint})
	f.line(0, 0, run{f.coverage(), faint})
}

// coverage tells what the dossier rests on.
func (f *folder) coverage() string {
	d := f.of
	if len(d.Coverage.Events) == 0 {
		return "on file: no event that joins them"
	}
	var parts []string
	for _, origin := range slices.Sorted(maps.Keys(d.Coverage.Events)) {
		n := thousands(d.Coverage.Events[origin])
		if len(parts) == 0 {
			n = counted(d.Coverage.Events[origin], "event")
		}
		parts = append(parts, n+" from "+originName(origin))
	}
	within := 0
	for i := range d.Ties {
		within += d.Ties[i].Events
	}
	return fmt.Sprintf("on file: %s, %s; %s in the history", strings.Join(parts, ", "), spanText(d.Coverage.First, d.Coverage.Last), thousands(within))
}

// originName is what a reader calls the origin of events.
func originName(origin string) string {
	switch origin {
	case store.OwnOrigin:
		return "articles"
	case "gdelt", "icews", "polecat", "acled", "tkg":
		return strings.ToUpper(origin)
	case "phoenix":
		return "Phoenix"
	}
	return Plain(origin)
}

// inFull writes a tie of two countries in full.
func (f *folder) inFull(t *dossier.Tie) {
	if !t.Today.Known {
		f.section("HOW IT STANDS", "")
		f.unknown(t)
		return
	}
	f.state(t)
	f.changes(t)
	f.tracks(t)
}

// unknown says that, and why, nothing can be said of a tie.
func (f *folder) unknown(t *dossier.Tie) {
	text := fmt.Sprintf("Nothing is known of the tie of %s and %s on %s: no event with a score is on file up to that day",
		f.whole(t.A), f.whole(t.B), dayText(f.of.At))
	if t.Events > 0 {
		text += fmt.Sprintf(", only %s without one (statements and appeals)", counted(t.Events, "event"))
	}
	f.line(indent, indent, run{text + f.onTrack() + ".", warning})
}

func (f *folder) onTrack() string {
	if f.of.Track == nil {
		return ""
	}
	return " on the track " + f.of.Track.String()
}

// inShort writes a tie of a group in short: its course, its last change, and
// what moved it of late. Its figures stand in the table of the group.
func (f *folder) inShort(t *dossier.Tie) {
	f.section(f.whole(t.A)+" – "+f.whole(t.B), counted(t.Events, "event")+" since "+dayText(f.of.Since))
	if !t.Today.Known {
		f.unknown(t)
		return
	}
	f.drawings(t, stateColumn, measures[0])
	shown := map[int64]bool{}
	if n := len(t.Breaks); n > 0 {
		f.change(&t.Breaks[n-1])
		see(shown, t.Breaks[n-1].Causes)
	}
	recent := unseen(shown, t.Recent)
	f.moved("Moved it most in the last 30 days", recent[:min(causesInShort, len(recent))])
	f.diverging(t, divergingInShort)
}

// causesInShort is how many events a tie of a group is explained by.
const causesInShort = 3

// trackName writes the name of a track at the beginning of a line.
func trackName(t track.Track) string {
	name := t.String()
	return strings.ToUpper(name[:1]) + name[1:]
}
