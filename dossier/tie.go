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
	Turns     []Turn           `json:"turns"`     // change points of contact within the history, the oldest first
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

// Turn is a change point of contact with the events of its first three months
// that moved the tone most: what the two had to do with each other from then on.
type Turn struct {
	tie.Turn
	Causes []Cause `json:"causes"`
}

// How much is looked at and shown.
const (
	recentDays   = 30
	causesRecent = 5
	causesSince  = 8
	causesBreak  = 3
	afterTurn    = 90 // days whose events are shown for a turn
	strongTurn   = 10 // of these, days whose events are looked at
	leastOnTrack = 5  // scored events of a year without which a track is not compared
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
	t := &Tie{A: a, B: b, Today: p.Today(days, at), Then: p.Today(days, since)}
	for _, d := range days {
		if d.Day >= since {
			t.Events += d.Events
		}
	}
	var compared []tie.TrackState
	for _, tr := range track.All() {
		of := series.Tracks[tr]
		if len(of) == 0 {
			continue
		}
		state := tie.TrackState{Track: tr, Point: p.Today(of, at)}
		t.Tracks = append(t.Tracks, state)
		if scoredSince(of, at-year) >= leastOnTrack {
			compared = append(compared, state)
		}
	}
	t.Diverging = tie.Diverging(compared)
	breaks, stretches := p.Divide(days)
	t.Stretches = stretches
	t.History = p.History(days, breaks, since, at)
	for _, x := range breaks {
		if x.Day >= since && x.Day <= at {
			t.Breaks = append(t.Breaks, Break{Break: x})
		}
	}
	for _, x := range p.Turns(days, at) {
		if x.Day >= since {
			t.Turns = append(t.Turns, Turn{Turn: x})
		}
	}
	return t, t.explain(ctx, base, p, days, since, at, q)
}

// scoredSince counts the scored events after a day.
func scoredSince(days []tie.Day, since calendar.Day) (n int) {
	for _, d := range days {
		if d.Day > since {
			n += d.Scored
		}
	}
	return n
}

// explain finds the events behind the changes.
func (t *Tie) explain(ctx context.Context, base Base, p *tie.Parameters, days []tie.Day, since, at calendar.Day, q *Question) error {
	pushes, err := t.pushes(ctx, base, p, days, at, q)
	if err != nil {
		return err
	}
	recent := tie.Strongest(tie.Between(pushes, calendar.Interval{From: at - recentDays + 1, To: at}), causesRecent)
	strongest := tie.Strongest(tie.Between(pushes, calendar.Interval{From: since, To: at}), causesSince)
	breaks, turns := make([][]tie.Push, len(t.Breaks)), make([][]tie.Push, len(t.Turns))
	numbers := numbersOf(recent, strongest)
	for i := range t.Breaks {
		breaks[i] = t.Breaks[i].Break.Causes(pushes, causesBreak)
		numbers = append(numbers, numbersOf(breaks[i])...)
	}
	for i := range t.Turns {
		turns[i] = tie.Strongest(tie.Between(pushes, firstMonths(&t.Turns[i])), causesBreak)
		numbers = append(numbers, numbersOf(turns[i])...)
	}
	known, err := byNumber(ctx, base, numbers)
	if err != nil {
		return err
	}
	t.Recent, t.Strongest = causesOf(recent, known), causesOf(strongest, known)
	for i := range t.Breaks {
		t.Breaks[i].Causes = causesOf(breaks[i], known)
	}
	for i := range t.Turns {
		t.Turns[i].Causes = causesOf(turns[i], known)
	}
	return nil
}

func firstMonths(t *Turn) calendar.Interval {
	return calendar.Interval{From: t.Day, To: t.Day + afterTurn - 1}
}

// pushes reads the events of the days that are to be explained: the last
// month, those between which change points lie, and those on which the tone
// moved most, in all and after turns of contact. The first day of a tie is
// left out: there was nothing yet that it could move.
func (t *Tie) pushes(ctx context.Context, base Base, p *tie.Parameters, days []tie.Day, at calendar.Day, q *Question) ([]tie.Push, error) {
	wanted := map[calendar.Day]bool{}
	for _, d := range days {
		if d.Day > at-recentDays || slices.ContainsFunc(t.Breaks, func(b Break) bool { return b.Between.Contains(d.Day) }) {
			wanted[d.Day] = true
		}
	}
	strong := turbulent(t.History, strongDays)
	for i := range t.Turns {
		strong = append(strong, turbulent(within(t.History, firstMonths(&t.Turns[i])), strongTurn)...)
	}
	for _, d := range strong {
		wanted[d] = true
	}
	if i := slices.IndexFunc(days, func(d tie.Day) bool { return d.Scored > 0 }); i >= 0 {
		delete(wanted, days[i].Day)
	}
	pair := store.PairOf{}
	pair.A, pair.B = store.Pair(t.A, t.B)
	found, err := base.OnDays(ctx, []store.PairDays{{PairOf: pair, Days: sorted(wanted)}}, q.Origins)
	if err != nil {
		return nil, err
	}
	events := found[pair]
	if q.Track != nil {
		events = slices.DeleteFunc(events, func(e tie.Event) bool { return !e.Tracks.Has(*q.Track) })
	}
	return p.Pushes(days, events), nil
}

// within gives the part of a history that lies in an interval of days, and the
// day before it.
func within(history []tie.Point, i calendar.Interval) []tie.Point {
	if len(history) == 0 {
		return nil
	}
	first := history[0].Day
	from := min(max(0, int(i.From-first)-1), len(history))
	to := max(from, min(len(history), int(i.To-first)+1))
	return history[from:to]
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
