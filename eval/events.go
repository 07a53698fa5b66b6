package eval

import (
	"slices"
	"strings"

	"entente/record"
)

// EventFigures are the counts for events. Each tally has a pairing of its own,
// the best under what it demands.
type EventFigures struct {
	Events    Tally // type, actors and recipients
	TypeOnly  Tally // type
	WithAux   Tally // type, participants, auxiliary mode
	WithDate  Tally // type, participants, date
	MustExact int   // must events with type, participants, aux and date
	Aux       Share // of the right events, those with the annotated aux
	Date      Share // of the right events, those with the annotated date
	Place     Share // of the right events whose place is annotated
	Contexts  Share // of the right events whose contexts are annotated
	Never     int   // found events that break a never rule
	Beyond    int   // found events with empty aux that match no annotated event
}

func (f *EventFigures) add(o EventFigures) {
	f.Events.add(o.Events)
	f.TypeOnly.add(o.TypeOnly)
	f.WithAux.add(o.WithAux)
	f.WithDate.add(o.WithDate)
	f.MustExact += o.MustExact
	f.Aux.add(o.Aux)
	f.Date.add(o.Date)
	f.Place.add(o.Place)
	f.Contexts.add(o.Contexts)
	f.Never += o.Never
	f.Beyond += o.Beyond
}

// eventTable holds, for every annotated and found event, in what they agree.
type eventTable struct {
	gold  []GoldEvent
	found []record.Event
	cells [][]agreement
}

type agreement struct{ typ, sides, aux, date, near bool }

func compareEvents(gold []GoldEvent, rec *record.Record) *eventTable {
	t := &eventTable{gold, rec.Events, make([][]agreement, len(gold))}
	for i := range gold {
		g := &gold[i]
		at := strings.Index(rec.Article.Text, g.Evidence)
		t.cells[i] = make([]agreement, len(rec.Events))
		for j := range rec.Events {
			e := &rec.Events[j]
			t.cells[i][j] = agreement{
				typ:   slices.Contains(g.Types, e.Type),
				sides: sameSides(g.Actors, g.Recipients, e.Actors, e.Recipients),
				aux:   g.Aux == e.Aux,
				date:  g.Date.holds(e.Date),
				near:  at >= 0 && toldWithin(e, at, at+len(g.Evidence)),
			}
		}
	}
	return t
}

// toldWithin tells whether some evidence of e lies in text[start:end].
func toldWithin(e *record.Event, start, end int) bool {
	for _, ev := range e.Evidence {
		if ev.Start < end && start < ev.End {
			return true
		}
	}
	return e.Trigger.Start < end && start < e.Trigger.End
}

// pair pairs the events that fit. What a pairing should favour among equals
// is the caller's.
func (t *eventTable) pair(fits func(agreement) bool, favour func(g *GoldEvent, a agreement) preference) []int {
	return pairUp(len(t.gold), len(t.found), func(i, j int) (bool, preference) {
		a := t.cells[i][j]
		return fits(a), favour(&t.gold[i], a)
	})
}

// favourMust covers as many must events as can be, then agrees as far as can be.
func favourMust(g *GoldEvent, a agreement) preference {
	return preference{g.Must, a.aux, a.date, a.near}
}

// favourAux lets each found event stand for the reading whose aux it has:
// where talks were held and others are planned, the planned ones are not the
// held ones with a wrong aux.
func favourAux(g *GoldEvent, a agreement) preference {
	return preference{a.aux, a.date, a.near, g.Must}
}

func favourDate(g *GoldEvent, a agreement) preference {
	return preference{a.date, a.aux, a.near, g.Must}
}

func (t *eventTable) tally(pairs []int) Tally {
	return tallyOf(pairs, len(t.found), func(i int) bool { return t.gold[i].Must })
}

func (t *eventTable) figures(never []NeverRule) EventFigures {
	fits := func(a agreement) bool { return a.typ && a.sides }
	exact := t.tally(t.pair(func(a agreement) bool { return fits(a) && a.aux && a.date }, favourMust))
	f := EventFigures{
		Events:    t.tally(t.pair(fits, favourMust)),
		TypeOnly:  t.tally(t.pair(func(a agreement) bool { return a.typ }, favourMust)),
		WithAux:   t.tally(t.pair(func(a agreement) bool { return fits(a) && a.aux }, favourMust)),
		WithDate:  t.tally(t.pair(func(a agreement) bool { return fits(a) && a.date }, favourMust)),
		MustExact: exact.Recalled,
	}
	for i, j := range t.pair(fits, favourAux) {
		if j >= 0 {
			f.Aux.count(t.cells[i][j].aux)
			t.countPlace(&f, &t.gold[i], &t.found[j])
		}
	}
	for i, j := range t.pair(fits, favourDate) {
		if j >= 0 {
			f.Date.count(t.cells[i][j].date)
		}
	}
	for j := range t.found {
		if t.broken(j, never) != nil {
			f.Never++
		}
		if t.found[j].Aux == "" && !t.known(j) {
			f.Beyond++
		}
	}
	return f
}

func (t *eventTable) countPlace(f *EventFigures, g *GoldEvent, e *record.Event) {
	if g.Place != "" {
		f.Place.count(e.Place != nil && shareWord(g.Place, e.Place.Name))
	}
	if len(g.Contexts) > 0 {
		f.Contexts.count(!slices.ContainsFunc(g.Contexts, func(c string) bool { return !slices.Contains(e.Contexts, c) }))
	}
}

// known tells whether a found event fits any annotated one, taken or not.
func (t *eventTable) known(j int) bool {
	for i := range t.gold {
		if a := t.cells[i][j]; a.typ && a.sides {
			return true
		}
	}
	return false
}

// broken gives the first never rule that a found event breaks, or nil.
func (t *eventTable) broken(j int, never []NeverRule) *NeverRule {
	for k := range never {
		if never[k].broken(&t.found[j]) {
			return &never[k]
		}
	}
	return nil
}

func (n *NeverRule) broken(e *record.Event) bool {
	if !slices.Contains(n.Types, e.Type) || n.Aux != e.Aux {
		return false
	}
	if n.Mode != "" && (e.Mode == nil || *e.Mode != n.Mode) {
		return false
	}
	return among(n.Actors, e.Actors) && among(n.Recipients, e.Recipients)
}
