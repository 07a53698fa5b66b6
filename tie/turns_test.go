package tie_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"entente/calendar"
	"entente/tie"
)

// rated makes days with events at some rates, each for some days.
func rated(seed uint64, stretches ...[2]float64) (days []tie.Day, until calendar.Day) {
	random := rand.New(rand.NewPCG(seed, 1))
	day := calendar.Day(15000)
	for _, s := range stretches {
		for range int(s[1]) {
			if n := poisson(random, s[0]); n > 0 {
				days = append(days, tie.Day{Day: day, Events: n, Scored: n, Sum: 2.5 * float64(n)})
			}
			day++
		}
	}
	return days, day - 1
}

func poisson(random *rand.Rand, mean float64) int {
	n := 0
	for p := random.Float64(); p > math.Exp(-mean); p *= random.Float64() {
		n++
	}
	return n
}

func TestARiseOfContactIsFoundEvenInATieSeldomInTheNews(t *testing.T) {
	days, until := rated(1, [2]float64{0.006, 1500}, [2]float64{0.12, 500})
	turns := tie.Fitted().Turns(days, until)
	if len(turns) != 1 {
		t.Fatalf("turns: %+v", turns)
	}
	if off := turns[0].Day - (15000 + 1500); off < -30 || off > 30 || turns[0].Ratio.Low < math.Log(4) || turns[0].After < 2 {
		t.Errorf("turn: %+v, %d days off", turns[0], off)
	}
}

func TestAFallOfContactIsFound(t *testing.T) {
	days, until := rated(2, [2]float64{1, 600}, [2]float64{0.1, 600})
	turns := tie.Fitted().Turns(days, until)
	if len(turns) != 1 || turns[0].Ratio.High > math.Log(0.3) || turns[0].To != until {
		t.Errorf("turns: %+v", turns)
	}
}

func TestASteadyRateHasNoTurn(t *testing.T) {
	for seed := range uint64(30) {
		days, until := rated(seed, [2]float64{[]float64{0.02, 0.3, 3}[seed%3], 3000})
		if turns := tie.Fitted().Turns(days, until); len(turns) > 0 {
			t.Errorf("seed %d: %+v", seed, turns)
		}
	}
}

func TestTurnsFollowEachOtherAndLieWithinTheHistory(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var stretches [][2]float64
		for range rapid.IntRange(1, 5).Draw(t, "stretches") {
			stretches = append(stretches, [2]float64{rapid.Float64Range(0, 2).Draw(t, "rate"), rapid.Float64Range(1, 400).Draw(t, "days")})
		}
		days, until := rated(rapid.Uint64().Draw(t, "seed"), stretches...)
		last := calendar.Day(math.MinInt32)
		for _, turn := range tie.Fitted().Turns(days, until) {
			if turn.Day <= last || turn.Day > until || turn.From >= turn.Day || !turn.Between.Contains(turn.Day) && turn.After < turn.Before || turn.To < turn.Day || turn.Ratio.Low > turn.Ratio.Value || turn.Ratio.High < turn.Ratio.Value {
				t.Fatalf("turn %+v after %s", turn, last)
			}
			last = turn.Day
		}
	})
}
