package tie_test

import (
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"entente/calendar"
	"entente/tie"
)

// rounding is what sums of floating-point numbers may be off by.
const rounding = 1e-9

// someEvents draws events of a tie over some months.
func someEvents(t *rapid.T) []tie.Event {
	events := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) tie.Event {
		e := tie.Event{
			Number: rapid.Int64Range(1, 1000).Draw(t, "number"),
			Day:    calendar.Day(rapid.IntRange(14000, 14200).Draw(t, "day")),
			Scored: rapid.IntRange(0, 4).Draw(t, "kind") > 0,
		}
		if e.Scored {
			e.Score = rapid.Float64Range(-10, 10).Draw(t, "score")
			e.Conflict = e.Score < 0
		}
		return e
	}), 1, 60).Draw(t, "events")
	return events
}

// someParameters are the fitted ones or others that are allowed.
func someParameters(t *rapid.T) *tie.Parameters {
	p := *tie.Fitted()
	if rapid.Bool().Draw(t, "fitted") {
		return &p
	}
	p.DriftDay = rapid.Float64Range(1e-6, 1).Draw(t, "drift of a day")
	p.DriftEvent = rapid.Float64Range(0, 1).Draw(t, "drift of an event")
	p.NoiseDay = rapid.Float64Range(0, 5).Draw(t, "noise of a day")
	p.NoiseEvent = rapid.Float64Range(0.1, 20).Draw(t, "noise of an event")
	p.Lone = rapid.Float64Range(0.5, 4).Draw(t, "lone")
	return &p
}

func series(p *tie.Parameters, days []tie.Day) []tie.Point {
	return p.Series(days, days[0].Day, days[len(days)-1].Day+40)
}

func TestTheLevelLiesWithinTheRangeOfTheDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		days := tie.Days(someEvents(t))
		low, high := math.Inf(1), math.Inf(-1)
		for i := range days {
			if days[i].Scored > 0 {
				low, high = min(low, days[i].Mean()), max(high, days[i].Mean())
			}
		}
		for _, at := range series(someParameters(t), days) {
			for _, e := range []tie.Estimate{at.Tone, at.Smoothed} {
				if at.Known && (e.Value < low-rounding || e.Value > high+rounding) {
					t.Fatalf("%v: %g is outside %g to %g", at.Day, e.Value, low, high)
				}
			}
		}
	})
}

func TestAFriendlierEventNeverLowersTheLevel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, events := someParameters(t), someEvents(t)
		days := tie.Days(events)
		var with []tie.Day
		for _, d := range days {
			if d.Scored > 0 {
				with = append(with, d)
			}
		}
		if len(with) == 0 {
			t.Skip("nothing scored")
		}
		chosen := rapid.SampledFrom(with).Draw(t, "chosen")
		before := series(p, days)
		first := int(chosen.Day - days[0].Day)
		least := max(before[first].Tone.Value, chosen.Mean())
		if least >= 10 {
			t.Skip("nothing is friendlier")
		}
		added := tie.Event{Day: chosen.Day, Scored: true, Score: rapid.Float64Range(least, 10).Draw(t, "score")}
		after := series(p, tie.Days(append(events, added)))
		for i := first; i < len(before); i++ {
			if after[i].Tone.Value < before[i].Tone.Value-rounding {
				t.Fatalf("%v: %g after an event of %g on %v, %g without it", after[i].Day, after[i].Tone.Value, added.Score, added.Day, before[i].Tone.Value)
			}
		}
	})
}

func TestTheOrderOfEventsChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := someEvents(t)
		days := tie.Days(events)
		shuffled := append([]tie.Event(nil), events...)
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if again := tie.Days(shuffled); !reflect.DeepEqual(days, again) {
			t.Fatalf("%v became %v", days, again)
		}
	})
}

func TestDaysWithoutEventsMoveNothingAndNarrowNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := someParameters(t)
		f := p.Filter()
		for _, d := range tie.Days(someEvents(t)) {
			f.See(&d)
		}
		last := f.Point()
		for range rapid.IntRange(1, 500).Draw(t, "days") {
			f.Wait(last.Day + 1)
			next := f.Point()
			if next.Tone.Value != last.Tone.Value || next.ConflictShare.Value != last.ConflictShare.Value {
				t.Fatalf("%v: tone %g became %g, share %g became %g", next.Day, last.Tone.Value, next.Tone.Value, last.ConflictShare.Value, next.ConflictShare.Value)
			}
			for _, pair := range [][2]tie.Estimate{{last.Tone, next.Tone}, {last.ConflictShare, next.ConflictShare}} {
				if pair[1].Low > pair[0].Low+rounding || pair[1].High < pair[0].High-rounding {
					t.Fatalf("%v: %v became %v", next.Day, pair[0], pair[1])
				}
			}
			last = next
		}
	})
}

func TestPushesAddUpToTheChange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, events := someParameters(t), someEvents(t)
		days := tie.Days(events)
		from := calendar.Day(rapid.IntRange(13990, 14200).Draw(t, "from"))
		to := from + calendar.Day(rapid.IntRange(0, 100).Draw(t, "length"))
		var span []tie.Event
		for _, e := range events {
			if from <= e.Day && e.Day <= to {
				span = append(span, e)
			}
		}
		sum := 0.0
		for _, push := range p.Pushes(days, span) {
			sum += push.Push
		}
		change := p.Today(days, to).Tone.Value - p.Today(days, from-1).Tone.Value
		if math.Abs(sum-change) > rounding {
			t.Fatalf("pushes add up to %g, the level changed by %g", sum, change)
		}
	})
}

func TestEveryIntervalContainsItsEstimate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := someParameters(t)
		days := tie.Days(someEvents(t))
		for _, at := range p.Series(days, days[0].Day-3, days[len(days)-1].Day+300) {
			for name, e := range map[string]tie.Estimate{
				"tone": at.Tone, "smoothed": at.Smoothed, "contact": at.Contact, "share": at.ConflictShare,
				"tone trend": at.ToneTrend, "contact trend": at.ContactTrend, "conflict trend": at.ConflictTrend,
			} {
				if !(e.Low <= e.Value+rounding && e.Value <= e.High+rounding) || math.IsNaN(e.SD) || math.IsInf(e.Value, 0) {
					t.Fatalf("%v: %s %+v", at.Day, name, e)
				}
			}
			if at.ConflictShare.Low < 0 || at.ConflictShare.High > 1 || at.Tone.Low < -10 || at.Tone.High > 10 {
				t.Fatalf("%v: share %+v, tone %+v", at.Day, at.ConflictShare, at.Tone)
			}
			if !(at.Fragility >= 0 && at.Fragility <= 1) || !(at.Volatility > 0) || at.Lowest > at.Tone.Value {
				t.Fatalf("%v: fragility %g, volatility %g, lowest %g of %g", at.Day, at.Fragility, at.Volatility, at.Lowest, at.Tone.Value)
			}
		}
	})
}

func TestTodayIsTheLastPointOfTheSeries(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := someParameters(t)
		days := tie.Days(someEvents(t))
		from := calendar.Day(rapid.IntRange(13990, 14200).Draw(t, "from"))
		to := from + calendar.Day(rapid.IntRange(0, 300).Draw(t, "length"))
		all := p.Series(days, from, to)
		if today := p.Today(days, to); !reflect.DeepEqual(today, all[len(all)-1]) {
			t.Fatalf("%+v, in the series %+v", today, all[len(all)-1])
		}
		tones := p.Tones(days, from, to)
		for i := range all {
			if all[i].Tone != tones[i].Filtered || all[i].Smoothed != tones[i].Smoothed {
				t.Fatalf("%v: %v and %v, alone %v", all[i].Day, all[i].Tone, all[i].Smoothed, tones[i])
			}
		}
	})
}

func TestTheLowestLevelIsThatOfHalfAYear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		days := tie.Days(someEvents(t))
		all := p180(t, days)
		for i, at := range all {
			least := math.Inf(1)
			for _, before := range all[max(0, i-179) : i+1] {
				if before.Known {
					least = min(least, before.Tone.Value)
				}
			}
			if at.Known && at.Lowest != least {
				t.Fatalf("%v: lowest %g, want %g", at.Day, at.Lowest, least)
			}
		}
	})
}

func p180(t *rapid.T, days []tie.Day) []tie.Point {
	return someParameters(t).Series(days, days[0].Day, days[len(days)-1].Day+250)
}
