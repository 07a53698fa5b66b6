package dossier

import (
	"cmp"
	"context"
	"math"
	"slices"

	"entente/calendar"
	"entente/store"
	"entente/tie"
	"entente/tie/track"
)

// Tie is how two countries stand.
type Tie struct {
	A         string           `json:"a"`
	B         string           `json:"b"`
	Events    int              `json:"events"` // that count, from Since to At
	Today     tie.Point        `json:"today"`
	Then      tie.Point        `json:"then"`      // on the first day of the history
	History   []tie.Point      `json:"history"`   // one for each day from Since to At
	Stretches []tie.Stretch    `json:"stretches"` // between the change points, over all that is on file
	Breaks    []Break          `json:"breaks"`    // change points within the history, the oldest first
	Recent    []Cause          `json:"recent"`    // what moved the tone most in the last 30 days
	Strongest []Cause          `json:"strongest"` // and since the history begins
	Tracks    []tie.TrackState `json:"tracks"`    // in the order of the tracks
	Diverging []tie.Divergence `json:"diverging"`
}

// Cause is an event with how far it moved the tone.
type Cause struct {
	Event *store.Event `json:"event"`
	Push  float64      `json:"push"` // in points of PLOVER's scale
}

// Break is a change point with the events that moved the tone its way.
type Break struct {
	tie.Break
	Causes []Cause `json:"causes"`
}

// How much is looked at and shown.
const (
	recentDays   = 30
	causesRecent = 5
	causesSince  = 8
	causesBreak  = 3
	strongDays   = 40 // days of the history whose events are looked at
)

// newTie reads a pair's tie.
func newTie(ctx context.Context, base Base, a, b string, since, at calendar.Day, q *Question) (*Tie, error) {
	series, err := base.Series(ctx, a, b, at, q.Origins)
	if err != nil {
		return nil, err
	}
	days := series.All
	if q.Track != nil {
		days = series.Tracks[*q.Track]
	}
	p := tie.Fitted()
	t := &Tie{A: a, B: b, Today: p.Today(days, at), Then: p.Today(days, since), History: p.Series(days, since, at), Stretches: p.Stretches(days)}
	for _, d := range days {
		if d.Day >= since {
			t.Events += d.Events
		}
	}
	for _, tr := range track.All() {
		if of := series.Tracks[tr]; len(of) > 0 {
			t.Tracks = append(t.Tracks, tie.TrackState{Track: tr, Point: p.Today(of, at)})
		}
	}
	t.Diverging = tie.Diverging(t.Tracks)
	var breaks []tie.Break
	for _, x := range p.Breaks(days) {
		if x.Day >= since && x.Day <= at {
			breaks = append(breaks, x)
		}
	}
	return t, t.explain(ctx, base, p, days, breaks, since, at, q)
}

// explain finds the events behind the changes.
func (t *Tie) explain(ctx context.Context, base Base, p *tie.Parameters, days []tie.Day, breaks []tie.Break, since, at calendar.Day, q *Question) error {
	wanted := map[calendar.Day]bool{}
	for _, d := range days {
		if d.Day > at-recentDays || slices.ContainsFunc(breaks, func(b tie.Break) bool { return b.Between.Contains(d.Day) }) {
			wanted[d.Day] = true
		}
	}
	for _, d := range turbulent(t.History, strongDays) {
		wanted[d] = true
	}
	pair := store.PairOf{}
	pair.A, pair.B = store.Pair(t.A, t.B)
	found, err := base.OnDays(ctx, []store.PairDays{{PairOf: pair, Days: sorted(wanted)}}, q.Origins)
	if err != nil {
		return err
	}
	events := found[pair]
	if q.Track != nil {
		events = slices.DeleteFunc(events, func(e tie.Event) bool { return !e.Tracks.Has(*q.Track) })
	}
	pushes := p.Pushes(days, events)
	recent := tie.Strongest(tie.Between(pushes, calendar.Interval{From: at - recentDays + 1, To: at}), causesRecent)
	strongest := tie.Strongest(tie.Between(pushes, calendar.Interval{From: since, To: at}), causesSince)
	causes := make([][]tie.Push, len(breaks))
	numbers := numbersOf(recent, strongest)
	for i := range breaks {
		causes[i] = breaks[i].Causes(pushes, causesBreak)
		numbers = append(numbers, numbersOf(causes[i])...)
	}
	known, err := byNumber(ctx, base, numbers)
	if err != nil {
		return err
	}
	t.Recent, t.Strongest = causesOf(recent, known), causesOf(strongest, known)
	for i := range breaks {
		t.Breaks = append(t.Breaks, Break{breaks[i], causesOf(causes[i], known)})
	}
	return nil
}

// turbulent gives the n days of a history on which the tone moved most.
func turbulent(history []tie.Point, n int) []calendar.Day {
	type move struct {
		day calendar.Day
		by  float64
	}
	var moves []move
	for i := 1; i < len(history); i++ {
		if by := math.Abs(history[i].Tone.Value - history[i-1].Tone.Value); by > 0 {
			moves = append(moves, move{history[i].Day, by})
		}
	}
	slices.SortFunc(moves, func(x, y move) int {
		return cmp.Or(cmp.Compare(y.by, x.by), cmp.Compare(x.day, y.day))
	})
	days := make([]calendar.Day, min(n, len(moves)))
	for i := range days {
		days[i] = moves[i].day
	}
	return days
}

func sorted(set map[calendar.Day]bool) []calendar.Day {
	days := make([]calendar.Day, 0, len(set))
	for d := range set {
		days = append(days, d)
	}
	slices.Sort(days)
	return days
}

func numbersOf(lists ...[]tie.Push) []int64 {
	var numbers []int64
	for _, list := range lists {
		for _, p := range list {
			numbers = append(numbers, p.Event.Number)
		}
	}
	return numbers
}

func causesOf(pushes []tie.Push, known map[int64]*store.Event) []Cause {
	list := make([]Cause, 0, len(pushes))
	for _, p := range pushes {
		if e := known[p.Event.Number]; e != nil {
			list = append(list, Cause{e, p.Push})
		}
	}
	return list
}
