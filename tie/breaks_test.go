package tie_test

import (
	"testing"

	"entente/calendar"
	"entente/tie"
)

func TestALastingFallIsFoundWithItsDayAndItsCauses(t *testing.T) {
	p := tie.Fitted()
	var events []tie.Event
	number := int64(0)
	add := func(d calendar.Day, scores ...float64) {
		for _, s := range scores {
			number++
			events = append(events, tie.Event{Number: number, Day: d, Score: s, Scored: true, Conflict: s < 0})
		}
	}
	for d := calendar.Day(0); d < 200; d += 4 {
		add(d, 4, 2.5, 5)
	}
	add(200, -7, -4)
	for d := calendar.Day(204); d < 400; d += 4 {
		add(d, -2, 2.5, 0)
	}
	days := tie.Days(events)
	breaks := p.Breaks(days)
	if len(breaks) != 1 {
		t.Fatalf("%d breaks, want 1: %+v", len(breaks), breaks)
	}
	b := breaks[0]
	if b.Day != 200 || !b.Between.Contains(200) || b.Before.Value < 3.8 || b.After.Value > 0.2 || b.Change.High > -3 {
		t.Errorf("got %+v", b)
	}
	if b.From != 0 || b.To != 396 || b.DaysBefore != 50 || b.DaysAfter != 50 {
		t.Errorf("stretches: %+v", b)
	}
	causes := b.Causes(p.Pushes(days, events), 1)
	if len(causes) != 1 || causes[0].Event.Score != -7 {
		t.Errorf("causes: %+v", causes)
	}
	if s := p.Stretches(days); len(s) != 2 || s[0].To != 196 || s[1].From != 200 || s[1].Tone != b.After {
		t.Errorf("stretches: %+v", s)
	}
}

func TestAFewBadDaysAreNoBreak(t *testing.T) {
	var days []tie.Day
	for d := calendar.Day(0); d < 400; d += 3 {
		if 200 <= d && d < 210 {
			days = append(days, day(d, -9, -4))
			continue
		}
		days = append(days, day(d, 4, 2.5, 1))
	}
	if b := tie.Fitted().Breaks(days); len(b) != 0 {
		t.Errorf("got %+v", b)
	}
}

func TestTooShortAHistoryHasNoBreak(t *testing.T) {
	for _, days := range [][]tie.Day{nil, {day(1, 2)}, {day(1, 2), day(2, -9), {Day: 3, Events: 1}}} {
		if b := tie.Fitted().Breaks(days); len(b) != 0 {
			t.Errorf("%d days: %+v", len(days), b)
		}
		if s := tie.Fitted().Stretches(days); len(days) == 0 && len(s) != 0 {
			t.Errorf("stretches of nothing: %+v", s)
		}
	}
}

func TestEveryBreakSavesMoreThanItsPenalty(t *testing.T) {
	days := fixed()
	p := *tie.Fitted()
	for _, penalty := range []float64{2, 5, 10, 30} {
		p.BreakPenalty = penalty
		breaks := p.Breaks(days)
		for _, b := range breaks {
			if b.Saved < penalty {
				t.Errorf("penalty %g: the break on %v saves %g only", penalty, b.Day, b.Saved)
			}
		}
		if len(breaks) == 0 {
			t.Errorf("penalty %g: the fall after a year is not found", penalty)
		}
	}
}
