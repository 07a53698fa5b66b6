package brief

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"entente/dossier"
	"entente/store"
)

// changes writes when tone and contact became others, and what moved the tone.
func (f *folder) changes(t *dossier.Tie) {
	if len(t.Breaks)+len(t.Turns)+len(t.Recent)+len(t.Strongest) == 0 {
		return
	}
	f.section("WHAT CHANGED AND WHY", "at the right how far an event moved the tone")
	shown := map[int64]bool{}
	// The latest first, those of tone and of contact together.
	b, c := len(t.Breaks)-1, len(t.Turns)-1
	for b >= 0 || c >= 0 {
		if c < 0 || b >= 0 && t.Breaks[b].Day >= t.Turns[c].Day {
			f.change(&t.Breaks[b])
			see(shown, t.Breaks[b].Causes)
			b--
			continue
		}
		f.turn(&t.Turns[c], shown)
		see(shown, t.Turns[c].Causes)
		c--
	}
	recent := unseen(shown, t.Recent)
	f.moved("Moved it most in the last 30 days", recent)
	see(shown, recent)
	f.moved("Moved it most since "+dayText(f.of.Since)+besides(shown), unseen(shown, t.Strongest))
}

func see(shown map[int64]bool, list []dossier.Cause) {
	for _, c := range list {
		shown[c.Event.Number] = true
	}
}

func unseen(shown map[int64]bool, list []dossier.Cause) []dossier.Cause {
	var rest []dossier.Cause
	for _, c := range list {
		if !shown[c.Event.Number] {
			rest = append(rest, c)
		}
	}
	return rest
}

func besides(shown map[int64]bool) string {
	if len(shown) == 0 {
		return ""
	}
	return ", besides these"
}

// change writes a change point with the events that moved the tone its way.
func (f *folder) change(b *dossier.Break) {
	arrow := "▲ "
	if b.Change.Value < 0 {
		arrow = "▼ "
	}
	note := fmt.Sprintf("by %s", toned(b.Change))
	if b.Between.From != b.Between.To {
		note += "; it lies within " + spanText(b.Between.From, b.Between.To)
	}
	f.line(indent, deeper, run{arrow + dayText(b.Day), bold},
		run{": tone from " + signed(b.Before.Value) + " to " + signed(b.After.Value) + ", ", bold}, run{note, plain})
	f.causes(b.Causes)
}

// turn writes a change point of contact with the events of its first months.
func (f *folder) turn(t *dossier.Turn, shown map[int64]bool) {
	arrow := "△ "
	if t.Ratio.Value < 0 {
		arrow = "▽ "
	}
	note := fmt.Sprintf(" events in 30 days, %s; it lies within %s", factored(t.Ratio), spanText(t.Between.From, t.Between.To))
	f.line(indent, deeper, run{arrow + dayText(t.Day), bold},
		run{": contact from " + decimal(t.Before, 1) + " to " + decimal(t.After, 1), bold}, run{note, plain})
	f.causes(unseen(shown, t.Causes))
}

// moved writes the events that moved a tone under a heading.
func (f *folder) moved(title string, list []dossier.Cause) {
	if len(list) == 0 {
		return
	}
	f.heading(title, "")
	f.causes(list)
}

// causes writes events with how far they moved the tone, mirrored ones of a
// day in one row.
func (d *desk) causes(list []dossier.Cause) {
	for _, g := range alike(list) {
		sign := " → "
		if g.both {
			sign = " ↔ "
		}
		d.event(g.event, sign, run{withSign(g.push, 2), plain}, run{g.reference(), faint})
	}
}

// group is one event, or several of a day and a kind that say the same, as
// data sets have them: one for each direction.
type group struct {
	event   *store.Event
	numbers []int64
	push    float64
	both    bool
}

// reference is the number of the first event, and how many there are.
func (g *group) reference() string {
	text := references("e", g.numbers[:1])
	if n := len(g.numbers); n > 1 {
		text += fmt.Sprintf(" ×%d", n)
	}
	return text
}

// alike gathers causes of the same day and label between the same two sides,
// what moved the tone most first.
func alike(list []dossier.Cause) []*group {
	var groups []*group
next:
	for _, c := range list {
		for _, g := range groups {
			if ok, mirrored := mirrors(g.event, c.Event); ok {
				g.numbers = append(g.numbers, c.Event.Number)
				g.push += c.Push
				g.both = g.both || mirrored
				continue next
			}
		}
		groups = append(groups, &group{event: c.Event, numbers: []int64{c.Event.Number}, push: c.Push})
	}
	slices.SortStableFunc(groups, func(a, b *group) int { return cmp.Compare(math.Abs(b.push), math.Abs(a.push)) })
	return groups
}

// mirrors: two imported events tell the same of the same sides on the same
// day, the second perhaps in the other direction. Those of articles differ in
// their sentences.
func mirrors(a, b *store.Event) (ok, mirrored bool) {
	if a.Origin != b.Origin || a.Origin == store.OwnOrigin || a.Day != b.Day || words(a) != words(b) || a.Text != b.Text {
		return false, false
	}
	switch {
	case sameSides(a.Actors, b.Actors) && sameSides(a.Recipients, b.Recipients):
		return true, false
	case sameSides(a.Actors, b.Recipients) && sameSides(a.Recipients, b.Actors):
		return true, true
	}
	return false, false
}
