package dossier

import (
	"cmp"
	"context"
	"math"
	"slices"

	"entente/calendar"
	"entente/store"
	"entente/tie"
)

// Mover is a tie that has moved, with what moved it.
type Mover struct {
	A      string       `json:"a"`
	B      string       `json:"b"`
	Then   tie.Point    `json:"then"` // on the day since
	Today  tie.Point    `json:"today"`
	Change tie.Estimate `json:"change"` // of the tone
	Clear  float64      `json:"clear"`  // probability that the change has its sign
	Causes []Cause      `json:"causes"` // the events that moved the tone most the way it went
}

// MoversQuestion asks for the ties that moved most.
type MoversQuestion struct {
	Since, At *calendar.Day // nil for the last day on file, and 30 days before
	Count     int           // how many are wanted
	Origins   []string
}

// Movers are the ties that moved most between two days.
type Movers struct {
	Since calendar.Day `json:"since"`
	At    calendar.Day `json:"at"`
	Ties  []Mover      `json:"ties"`
}

const (
	candidates   = 100 // pairs that the model looks at
	memory       = 730 // days before the first day that it looks back
	leastEvents  = 5   // scored events that a pair must have on both sides of the day
	causesMover  = 2
	strongMovers = 6 // days of each mover whose events are looked at
)

// NewMovers answers the question. The ties whose tone moved most come first:
// by the change over its standard deviation, so that a small tie with three
// bad days does not outdo a large one with thirty.
func NewMovers(ctx context.Context, base Base, q MoversQuestion) (*Movers, error) {
	coverage, some, err := base.Coverage(ctx, nil, q.Origins)
	if err != nil {
		return nil, err
	}
	if !some {
		return nil, ErrNothing
	}
	m := &Movers{At: coverage.Last}
	if q.At != nil {
		m.At = *q.At
	}
	m.Since = m.At - recentDays
	if q.Since != nil {
		m.Since = *q.Since
	}
	if err := closeTo(&m.Since, m.At, coverage, some); err != nil {
		return nil, err
	}
	list, err := base.Candidates(ctx, m.Since, m.At, leastEvents, candidates, memory, q.Origins)
	if err != nil {
		return nil, err
	}
	p := tie.Fitted()
	filter := p.Filter()
	days := map[store.PairOf][]tie.Day{}
	for _, c := range list {
		x := Mover{A: c.A, B: c.B, Then: filter.Today(c.Days, m.Since), Today: filter.Today(c.Days, m.At)}
		if !x.Then.Known {
			continue
		}
		x.Change = x.Today.Tone.Minus(x.Then.Tone)
		x.Clear = x.Change.Above(0)
		x.Clear = max(x.Clear, 1-x.Clear)
		m.Ties = append(m.Ties, x)
		days[store.PairOf{A: c.A, B: c.B}] = c.Days
	}
	slices.SortFunc(m.Ties, func(x, y Mover) int {
		return cmp.Or(cmp.Compare(math.Abs(y.Change.Value)/y.Change.SD, math.Abs(x.Change.Value)/x.Change.SD), cmp.Compare(x.A+x.B, y.A+y.B))
	})
	m.Ties = m.Ties[:min(q.Count, len(m.Ties))]
	return m, m.explain(ctx, base, p, days, q.Origins)
}

// explain finds the events behind the changes.
func (m *Movers) explain(ctx context.Context, base Base, p *tie.Parameters, days map[store.PairOf][]tie.Day, origins []string) error {
	wanted := make([]store.PairDays, len(m.Ties))
	for i, x := range m.Ties {
		pair := store.PairOf{A: x.A, B: x.B}
		wanted[i] = store.PairDays{PairOf: pair, Days: turbulent(p.Series(days[pair], m.Since, m.At), strongMovers)}
	}
	found, err := base.OnDays(ctx, wanted, origins)
	if err != nil {
		return err
	}
	causes := make([][]tie.Push, len(m.Ties))
	var numbers []int64
	for i, x := range m.Ties {
		pair := wanted[i].PairOf
		pushes := slices.DeleteFunc(p.Pushes(days[pair], found[pair]), func(push tie.Push) bool {
			return push.Push*x.Change.Value <= 0
		})
		causes[i] = tie.Strongest(pushes, causesMover)
		numbers = append(numbers, numbersOf(causes[i])...)
	}
	known, err := byNumber(ctx, base, numbers)
	if err != nil {
		return err
	}
	for i := range m.Ties {
		m.Ties[i].Causes = causesOf(causes[i], known)
	}
	return nil
}
