package eval

import (
	"math"
	"slices"

	"entente/record"
)

// MechanismFigures are the counts for dialogues.
type MechanismFigures struct {
	Mechanisms Tally // parties and status
	Level      Share // of the right ones whose level is annotated; so the others
	Date       Share
	Gap        Share
	Cadence    Share
	Place      Share
}

func (f *MechanismFigures) add(o MechanismFigures) {
	f.Mechanisms.add(o.Mechanisms)
	f.Level.add(o.Level)
	f.Date.add(o.Date)
	f.Gap.add(o.Gap)
	f.Cadence.add(o.Cadence)
	f.Place.add(o.Place)
}

// pairMechanisms: parties and status are right.
func pairMechanisms(gold []GoldMechanism, found []record.Mechanism) []int {
	return pairUp(len(gold), len(found), func(i, j int) (bool, preference) {
		g, m := &gold[i], &found[j]
		return g.Status == m.Status && sameParties(g.Parties, m.Parties),
			preference{g.Level != "" && says(m.Level, g.Level), overlap(g.Name, m.Name) > 0, g.Date.Annotated && g.Date.holds(m.Date)}
	})
}

func mechanismFigures(gold []GoldMechanism, found []record.Mechanism, pairs []int) MechanismFigures {
	f := MechanismFigures{Mechanisms: tallyOf(pairs, len(found), nil)}
	for i, j := range pairs {
		if j < 0 {
			continue
		}
		g, m := &gold[i], &found[j]
		if g.Level != "" {
			f.Level.count(says(m.Level, g.Level))
		}
		if g.Date.Annotated {
			f.Date.count(g.Date.holds(m.Date))
		}
		if g.GapYears != nil {
			f.Gap.count(m.GapYears != nil && math.Abs(*m.GapYears-*g.GapYears) < 0.5)
		}
		if g.Cadence != "" {
			f.Cadence.count(says(m.Cadence, g.Cadence))
		}
		if g.Place != "" {
			f.Place.count(m.Place != nil && shareWord(g.Place, *m.Place))
		}
	}
	return f
}

func says(found *string, gold string) bool { return found != nil && *found == gold }

// pairConditions: who must act is right and half of the words of the action
// are the same.
func pairConditions(gold []GoldCondition, found []record.Condition) []int {
	return pairUp(len(gold), len(found), func(i, j int) (bool, preference) {
		g, c := &gold[i], &found[j]
		share := overlap(g.Action, c.Action)
		return share >= 0.5 && sameParties(g.On, c.On), preference{share >= 0.8, overlap(g.Outcome, c.Outcome) >= 0.5}
	})
}

// WatchFigures are the counts for what to watch.
type WatchFigures struct {
	Watch   Tally // participants, or half of the words
	Date    Share // of the right ones whose date is annotated
	GaugeOf Share // of the right ones, those that show the annotated tie
}

func (f *WatchFigures) add(o WatchFigures) {
	f.Watch.add(o.Watch)
	f.Date.add(o.Date)
	f.GaugeOf.add(o.GaugeOf)
}

func pairWatch(gold []GoldWatch, found []record.WatchItem) []int {
	return pairUp(len(gold), len(found), func(i, j int) (bool, preference) {
		g, w := &gold[i], &found[j]
		sides := sameSides(g.Actors, g.Recipients, w.Actors, w.Recipients)
		words := overlap(g.What, w.What)
		return sides || words >= 0.5,
			preference{sides && words >= 0.5, g.Date.Annotated && g.Date.holds(w.Date), sides && words > 0, sides}
	})
}

func watchFigures(gold []GoldWatch, found []record.WatchItem, pairs []int) WatchFigures {
	f := WatchFigures{Watch: tallyOf(pairs, len(found), nil)}
	for i, j := range pairs {
		if j < 0 {
			continue
		}
		if gold[i].Date.Annotated {
			f.Date.count(gold[i].Date.holds(found[j].Date))
		}
		f.GaugeOf.count(sameParties(gold[i].GaugeOf, found[j].GaugeOf))
	}
	return f
}

// pairAssessments: the tie is right, and its level or its direction.
func pairAssessments(gold []GoldAssessment, found []record.Assessment, text string, sentences []record.Span) []int {
	return pairUp(len(gold), len(found), func(i, j int) (bool, preference) {
		g, a := &gold[i], &found[j]
		level := g.Level != "" && says(a.Level, g.Level)
		direction := g.Direction != "" && says(a.Direction, g.Direction)
		return (level || direction) && sameParties(g.Parties, a.Parties),
			preference{level && direction, slices.Contains(sentencesWith(text, sentences, g.Evidence), a.Sentence)}
	})
}
