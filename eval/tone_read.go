package eval

import (
	"cmp"
	"slices"

	"entente/calendar"
	"entente/exchange"
	"entente/plover"
	"entente/tie"
)

// Dyad is what happened between two countries, as a data set has it.
type Dyad struct {
	A, B   string // alpha-3, in this order
	Events []DyadEvent
}

// DyadEvent is an event with the Goldstein value that dashboards go by.
type DyadEvent struct {
	tie.Event
	Goldstein float64
}

// ReadDyads reads files of a data set in the form of the literature on
// temporal knowledge graphs ("train.txt", "valid.txt"), the ties in the order
// of their codes and the events of each by day.
func ReadDyads(dir string, files ...string) ([]Dyad, error) {
	set, err := exchange.OpenTKG(dir)
	if err != nil {
		return nil, err
	}
	byPair := map[[2]string]*Dyad{}
	for _, file := range files {
		rows, _, err := set.Read(file)
		if err != nil {
			return nil, err
		}
		for i := range rows {
			r := &rows[i]
			a, b := min(r.Source, r.Target), max(r.Source, r.Target)
			d := byPair[[2]string{a, b}]
			if d == nil {
				d = &Dyad{A: a, B: b}
				byPair[[2]string{a, b}] = d
			}
			goldstein, _ := plover.Goldstein(r.CAMEO)
			d.Events = append(d.Events, DyadEvent{tie.Event{
				Number: int64(r.Line), Day: r.Day, Score: r.Score, Scored: r.Type != "",
				Conflict: r.Quad == plover.VerbalConflict || r.Quad == plover.MaterialConflict,
			}, goldstein})
		}
	}
	dyads := make([]Dyad, 0, len(byPair))
	for _, d := range byPair {
		slices.SortStableFunc(d.Events, func(x, y DyadEvent) int { return cmp.Compare(x.Day, y.Day) })
		dyads = append(dyads, *d)
	}
	slices.SortFunc(dyads, func(x, y Dyad) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	return dyads, nil
}

// Days counts the events of the tie by day.
func (d *Dyad) Days() []tie.Day {
	events := make([]tie.Event, len(d.Events))
	for i := range d.Events {
		events[i] = d.Events[i].Event
	}
	return tie.Days(events)
}

// scoredUntil counts the scored events up to a day.
func (d *Dyad) scoredUntil(last calendar.Day) int {
	n := 0
	for i := range d.Events {
		if d.Events[i].Scored && d.Events[i].Day <= last {
			n++
		}
	}
	return n
}
