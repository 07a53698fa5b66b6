package dossier

import (
	"context"

	"entente/agenda"
	"entente/calendar"
)

// Agenda is what was and what comes between some countries.
type Agenda struct {
	Parties []string      `json:"parties"`
	From    calendar.Day  `json:"from"`
	To      calendar.Day  `json:"to"`
	At      calendar.Day  `json:"at"` // what is told after it is not used
	Lines   []agenda.Line `json:"lines"`
}

// CalendarQuestion asks for it.
type CalendarQuestion struct {
	Parties  []string
	From, To *calendar.Day // nil for a year before and a year after At
	At       *calendar.Day // nil for the last day on file
}

// NewCalendar answers the question.
func NewCalendar(ctx context.Context, base Base, q CalendarQuestion) (*Agenda, error) {
	at, err := lastTold(ctx, base, q.Parties, q.At)
	if err != nil {
		return nil, err
	}
	a := &Agenda{Parties: q.Parties, At: at, From: at - year, To: at + year}
	if q.From != nil {
		a.From = *q.From
	}
	if q.To != nil {
		a.To = *q.To
	}
	dialogues, conditions, items, err := agendaOf(ctx, base, q.Parties, at)
	if err != nil {
		return nil, err
	}
	a.Lines = agenda.Calendar(dialogues, items, conditions, q.Parties, a.From, a.To)
	return a, nil
}

// lastTold is the day that was asked for, or the last one on file of the
// countries; where nothing joins them, of all.
func lastTold(ctx context.Context, base Base, parties []string, at *calendar.Day) (calendar.Day, error) {
	if at != nil {
		return *at, nil
	}
	for _, of := range [][]string{parties, nil} {
		if coverage, some, err := base.Coverage(ctx, of, nil); err != nil || some {
			return coverage.Last, err
		}
	}
	return 0, ErrNothing
}
