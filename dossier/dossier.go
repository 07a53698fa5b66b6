package dossier

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"entente/agenda"
	"entente/calendar"
	"entente/record"
	"entente/store"
	"entente/tie"
	"entente/tie/track"
)

// Question is what is asked about a tie.
type Question struct {
	Parties []string      // alpha-3, UNO or EUR; two or more
	At      *calendar.Day // the day of the answer; nil for the last one on file
	Since   *calendar.Day // where the history begins; nil for a year before At
	Track   *track.Track  // nil for all events
	Origins []string      // whose events count; empty for all
}

// Dossier is how some countries stand among each other.
type Dossier struct {
	Parties     []string                         `json:"parties"`
	Since       calendar.Day                     `json:"since"`
	At          calendar.Day                     `json:"at"`
	Track       *track.Track                     `json:"track"`
	Coverage    store.Coverage                   `json:"coverage"` // what is on file of them
	Ties        []Tie                            `json:"ties"`     // of each pair, in the order of Parties
	Group       *tie.Group                       `json:"group"`    // of three and more
	Disputes    []Dispute                        `json:"disputes"` // of the last year
	Dialogues   []agenda.Dialogue                `json:"dialogues"`
	Conditions  []agenda.Condition               `json:"conditions"`
	Watch       []agenda.Item                    `json:"watch"`
	Statements  []agenda.Told[record.Statement]  `json:"statements"` // of Since to At, the newest first
	Assessments []agenda.Told[record.Assessment] `json:"assessments"`
}

// Dispute is a context in which two of the countries were in conflict within
// the last year, and the last event of it.
type Dispute struct {
	store.Dispute
	Latest *store.Event `json:"latest"`
}

// ErrNothing says that the database has no event that joins the countries.
var ErrNothing = errors.New("nothing on file")

const year = 365

// New answers a question.
func New(ctx context.Context, base Base, q Question) (*Dossier, error) {
	if len(q.Parties) < 2 {
		return nil, errors.New("a tie has two countries or more")
	}
	d := &Dossier{Parties: q.Parties, Track: q.Track}
	var some bool
	var err error
	if d.Coverage, some, err = base.Coverage(ctx, q.Parties, q.Origins); err != nil {
		return nil, err
	}
	if !some && q.At == nil {
		return nil, ErrNothing
	}
	d.At = d.Coverage.Last
	if q.At != nil {
		d.At = *q.At
	}
	d.Since = d.At - year
	if q.Since != nil {
		d.Since = *q.Since
	}
	if d.Since > d.At {
		return nil, fmt.Errorf("the history would begin on %s, after the day of the answer, %s", d.Since, d.At)
	}
	if err := closeTo(&d.Since, d.At, d.Coverage, some); err != nil {
		return nil, err
	}
	for _, step := range []func(context.Context, Base, *Question) error{d.ties, d.group, d.disputes, d.agenda, d.words} {
		if err := step(ctx, base, &q); err != nil {
			return nil, err
		}
	}
	return d, nil
}

// Farthest is how many days after the last one on file a question may be about.
// Every day costs, and there is nothing to say of a later one.
const Farthest = 10 * year

// closeTo keeps a history close to what is on file: it begins a year before the
// first day at the earliest, whatever was asked for.
func closeTo(since *calendar.Day, at calendar.Day, c store.Coverage, some bool) error {
	if !some { // there is nothing to reckon, but there are the days themselves
		*since = max(*since, at-Farthest)
		return nil
	}
	if at > c.Last+Farthest {
		return fmt.Errorf("the day of the answer, %s, lies more than ten years after the last day on file, %s", at, c.Last)
	}
	*since = max(*since, min(c.First, at)-year)
	return nil
}

// ties reads the state of each pair.
func (d *Dossier) ties(ctx context.Context, base Base, q *Question) error {
	for i, a := range d.Parties {
		for _, b := range d.Parties[i+1:] {
			t, err := newTie(ctx, base, a, b, d.Since, d.At, q)
			if err != nil {
				return err
			}
			d.Ties = append(d.Ties, *t)
		}
	}
	return nil
}

// group reads how three or more stand among each other.
func (d *Dossier) group(ctx context.Context, base Base, _ *Question) error {
	if len(d.Parties) < 3 {
		return nil
	}
	acts, err := base.Mediations(ctx, d.Parties, d.Since, d.At)
	if err != nil {
		return err
	}
	pairs := make([]tie.Pair, len(d.Ties))
	for i, t := range d.Ties {
		pairs[i] = tie.Pair{A: t.A, B: t.B, State: t.Today}
	}
	d.Group, err = tie.NewGroup(pairs, acts)
	return err
}

func (d *Dossier) disputes(ctx context.Context, base Base, q *Question) error {
	list, err := base.Disputes(ctx, d.Parties, max(d.Since, d.At-year), d.At, q.Origins)
	if err != nil {
		return err
	}
	var numbers []int64
	for _, x := range list {
		numbers = append(numbers, x.Last)
	}
	events, err := byNumber(ctx, base, numbers)
	if err != nil {
		return err
	}
	for _, x := range list {
		d.Disputes = append(d.Disputes, Dispute{x, events[x.Last]})
	}
	return nil
}

// agenda reads dialogues, conditions and watch items.
func (d *Dossier) agenda(ctx context.Context, base Base, _ *Question) error {
	var err error
	d.Dialogues, d.Conditions, d.Watch, err = agendaOf(ctx, base, d.Parties, d.At)
	return err
}

func agendaOf(ctx context.Context, base Base, parties []string, at calendar.Day) ([]agenda.Dialogue, []agenda.Condition, []agenda.Item, error) {
	mechanisms, err := base.Mechanisms(ctx, parties, at)
	if err != nil {
		return nil, nil, nil, err
	}
	conditions, err := base.Conditions(ctx, parties, at)
	if err != nil {
		return nil, nil, nil, err
	}
	watch, err := base.Watch(ctx, parties, at)
	if err != nil || len(mechanisms)+len(conditions)+len(watch) == 0 {
		return nil, nil, nil, err
	}
	// Evidence are events with a sentence: those of our own articles.
	var events []agenda.Event
	for e, err := range base.Events(ctx, store.Filter{Parties: parties, Origins: []string{store.OwnOrigin}}) {
		if err != nil {
			return nil, nil, nil, err
		}
		if x, ok := asEvidence(e); ok {
			events = append(events, x)
		}
	}
	return agenda.Dialogues(mechanisms, events, at), agenda.Conditions(conditions, events, at), agenda.Watch(watch, events, at), nil
}

// asEvidence is an event as the agenda takes it; undated ones prove nothing.
func asEvidence(e *store.Event) (agenda.Event, bool) {
	if e.Date == nil {
		return agenda.Event{}, false
	}
	from, err := calendar.ParseDay(e.Date.From)
	if err != nil {
		return agenda.Event{}, false
	}
	to, err := calendar.ParseDay(e.Date.To)
	if err != nil {
		return agenda.Event{}, false
	}
	x := agenda.Event{Number: e.Number, Type: e.Type, Aux: e.Aux, Contexts: e.Contexts, From: from, To: to, Text: e.Text,
		Actors: sides(e.Actors), Recipients: sides(e.Recipients), Published: e.Told}
	if e.Mode != nil {
		x.Mode = *e.Mode
	}
	if e.Place != nil {
		x.Place = e.Place.Name
	}
	return x, true
}

// sides gives the countries of participants, or ids where there is none.
func sides(ps []record.Participant) []string {
	list := make([]string, len(ps))
	for i := range ps {
		if list[i] = store.Side(&ps[i]); list[i] == "" {
			list[i] = ps[i].ID
		}
	}
	return list
}

// words reads what was said, and what texts say of the ties.
func (d *Dossier) words(ctx context.Context, base Base, _ *Question) error {
	statements, err := base.Statements(ctx, d.Parties, d.At)
	if err != nil {
		return err
	}
	for _, s := range statements {
		if s.Dated && s.Published >= d.Since {
			d.Statements = append(d.Statements, s)
		}
	}
	slices.SortStableFunc(d.Statements, newestFirst[record.Statement])
	if d.Assessments, err = base.Assessments(ctx, d.Parties, d.At); err != nil {
		return err
	}
	slices.SortStableFunc(d.Assessments, newestFirst[record.Assessment])
	return nil
}

func newestFirst[T any](a, b agenda.Told[T]) int {
	switch {
	case a.Published > b.Published:
		return -1
	case a.Published < b.Published:
		return 1
	}
	return 0
}

// byNumber reads events by their numbers.
func byNumber(ctx context.Context, base Base, numbers []int64) (map[int64]*store.Event, error) {
	found := make(map[int64]*store.Event, len(numbers))
	if len(numbers) == 0 {
		return found, nil
	}
	for e, err := range base.Events(ctx, store.Filter{Numbers: numbers}) {
		if err != nil {
			return nil, err
		}
		found[e.Number] = e
	}
	return found, nil
}
