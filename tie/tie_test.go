package tie_test

import (
	"bytes"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"

	"entente/calendar"
	"entente/tie"
	"entente/tie/track"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// plain are parameters that are easy to compute with by hand.
func plain() *tie.Parameters {
	p := *tie.Fitted()
	p.DriftDay, p.DriftEvent = 1, 2
	p.NoiseDay, p.NoiseEvent, p.Lone = 0, 12, 1
	p.PriorMean, p.PriorVariance = 0, 12
	p.SpreadPrior, p.SpreadMemory = 4, 100
	p.Interval = 1
	p.SharePrior, p.ShareWeight, p.ShareAlike = 0.5, 2, 0
	p.ShareKeep, p.ShareKeepEvent = 0.5, 1
	return &p
}

// day makes a day of scores.
func day(d calendar.Day, scores ...float64) tie.Day {
	out := tie.Day{Day: d}
	for _, s := range scores {
		out.Events++
		out.Scored++
		out.Sum += s
		out.Squares += s * s
		if s < 0 {
			out.Conflict++
			out.ConflictSum += s
		}
	}
	return out
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-9 {
		t.Errorf("%s is %.12g, want %.12g", what, got, want)
	}
}

func TestTheLevelAsComputedByHand(t *testing.T) {
	p := plain()
	days := []tie.Day{day(100, 4), day(104, -2, 1, -2)}
	// The first day sets the level, with the noise of one event. On the fourth
	// day after, the variance is 12 + 4·1 + 2 = 18, the noise of three events
	// 12/3 = 4, and the gain 18/22.
	first := p.Today(days, 100)
	near(t, "the first level", first.Tone.Value, 4)
	second := p.Today(days, 104)
	near(t, "the second level", second.Tone.Value, 4+18.0/22*(-1-4))

	// The spread begins as 1 on 4 days. The first error was 4, expected with
	// 12 + 12; the second −1 − 4·12/(18+12), with 1/(1/18+1/12) + 4.
	e := -1 - 4*12.0/30
	spread := (4 + 16.0/24 + e*e/(7.2+4)) / 6
	variance := (4.0/22)*(4.0/22)*18 + (18.0/22)*(18.0/22)*4
	near(t, "its standard deviation", second.Tone.SD, math.Sqrt(spread*variance))
	near(t, "the volatility", second.Volatility, math.Sqrt(spread*12))

	// Half of the share's knowledge is gone each day, but never more than to
	// that of the pooled two events: (2·(1/3) + 3)/5.
	near(t, "the share after one day", first.ConflictShare.Value, 1.0/3)
	near(t, "the share", second.ConflictShare.Value, (2.0/3+2)/5)
}

func TestForecastsWeighTheLevelAgainstTiesInGeneral(t *testing.T) {
	p := plain()
	days := []tie.Day{day(100, 4), day(104, -2, 1, -2)}
	var all []tie.Forecast
	p.Forecasts(days, 1, func(f tie.Forecast) { all = append(all, f) })
	near(t, "what is expected of the first day", all[0].Expected.Value, 0)
	near(t, "what is expected of the second", all[1].Expected.Value, 4*12.0/30)
	all = nil
	p.Forecasts(days, 7, func(f tie.Forecast) { all = append(all, f) })
	near(t, "what was expected of the second a week before", all[1].Expected.Value, 0)

	f := p.Filter()
	f.See(&days[0])
	near(t, "what the filter expects", f.Expect(3, 4).Value, 4*12.0/30)
}

func TestPushesAsComputedByHand(t *testing.T) {
	p := plain()
	days := []tie.Day{day(100, 4), day(104, -2, 1, -2)}
	events := []tie.Event{
		{Number: 1, Day: 104, Score: -2, Scored: true, Conflict: true},
		{Number: 2, Day: 104, Score: 1, Scored: true},
		{Number: 3, Day: 104, Score: -2, Scored: true, Conflict: true},
		{Number: 4, Day: 104},
	}
	pushes := p.Pushes(days, events)
	if len(pushes) != 3 {
		t.Fatalf("%d pushes, want 3", len(pushes))
	}
	gain := 18.0 / 22
	near(t, "the first push", pushes[0].Push, gain*(-2-4)/3)
	near(t, "the second push", pushes[1].Push, gain*(1-4)/3)
	strongest := tie.Strongest(pushes, 2)
	if strongest[0].Event.Number != 1 || strongest[1].Event.Number != 3 {
		t.Errorf("the strongest are %v", strongest)
	}
}

func TestATieWithoutEventsIsUnknown(t *testing.T) {
	p := tie.Fitted()
	at := p.Today(nil, 100)
	if at.Known || at.Tone.Low != -10 || at.Tone.High != 10 || at.Day != 100 {
		t.Errorf("got %+v", at)
	}
	statements := []tie.Day{{Day: 90, Events: 3}}
	if at := p.Today(statements, 100); at.Known || at.Tone.High != 10 {
		t.Errorf("after statements alone: %+v", at)
	}
	if got := p.Series(nil, 5, 4); got != nil {
		t.Errorf("an empty interval gave %v", got)
	}
}

func TestContactRisesWithMoreEventsAndFallsInSilence(t *testing.T) {
	p := tie.Fitted()
	var days []tie.Day
	for d := calendar.Day(0); d < 400; d += 2 {
		days = append(days, day(d, 2.5, 2.5))
	}
	near0 := p.Today(days, 399).Contact
	if near0.Low > 0 || near0.High < 0 {
		t.Errorf("steady contact is %+v, want about 0", near0)
	}
	for d := calendar.Day(400); d < 430; d++ {
		days = append(days, day(d, 2.5, 2.5, 2.5, 2.5))
	}
	more := p.Today(days, 429)
	if more.Contact.Value < 0.4 || more.ContactTrend.Value < 0.4 {
		t.Errorf("four times the events gave %+v, trend %+v", more.Contact, more.ContactTrend)
	}
	if silent := p.Today(days, 520); silent.Contact.High > 0 {
		t.Errorf("three months of silence gave %+v", silent.Contact)
	}
}

func TestMergeSortsAndAddsUp(t *testing.T) {
	merged, err := tie.Merge([]tie.Day{day(7, 1), {Day: 9}, day(3, -2), day(7, 4, 5)})
	want := []tie.Day{day(3, -2), day(7, 1, 4, 5)}
	if err != nil || !reflect.DeepEqual(merged, want) {
		t.Errorf("got %v, %v, want %v", merged, err, want)
	}
	for _, wrong := range []tie.Day{
		{Events: 1, Scored: 2},
		{Events: 2, Scored: 1, Conflict: 2},
		{Events: 1, Scored: 1, Sum: 11, Squares: 121},
		{Events: 2, Scored: 2, Sum: 8, Squares: 1},
		{Events: 1, Scored: 1, Sum: math.NaN(), Squares: 1},
	} {
		if _, err := tie.Merge([]tie.Day{wrong}); err == nil {
			t.Errorf("%+v is no error", wrong)
		}
	}
}

func TestEventsAreCountedOnTheirTracks(t *testing.T) {
	both := track.Set(1<<track.Security | 1<<track.History)
	events := []tie.Event{
		{Day: 1, Score: -2, Scored: true, Conflict: true, Tracks: both},
		{Day: 1, Score: 4, Scored: true, Tracks: 1 << track.Economy},
		{Day: 2, Tracks: 1 << track.History},
	}
	if days := tie.TrackDays(events, track.History); len(days) != 2 || days[0].Conflict != 1 || days[1].Scored != 0 {
		t.Errorf("history: %+v", days)
	}
	if days := tie.TrackDays(events, track.Rights); len(days) != 0 {
		t.Errorf("rights: %+v", days)
	}
}

func TestParametersAreReadAsWritten(t *testing.T) {
	var b bytes.Buffer
	if err := tie.Fitted().Write(&b); err != nil {
		t.Fatal(err)
	}
	again, err := tie.ReadParameters(&b)
	if err != nil || *again != *tie.Fitted() {
		t.Errorf("got %+v, %v", again, err)
	}
	for _, wrong := range []string{"", "drift_day\t-1\tx\n", "drift_day\t1\n"} {
		if _, err := tie.ReadParameters(strings.NewReader(wrong)); err == nil {
			t.Errorf("%q is no error", wrong)
		}
	}
}

// fixed is a year and a half of a tie that sours after a year.
func fixed() []tie.Day {
	r := rand.New(rand.NewPCG(3, 4))
	var days []tie.Day
	scores := []float64{4, 2.5, 2.5, 5, 1, 9.5, 0, -2}
	sour := []float64{-3, -2, 2.5, -4, 0, 1, -6, -2}
	for d := calendar.Day(15000); d < 15540; d++ {
		if r.IntN(3) > 0 {
			continue
		}
		from := scores
		if d >= 15365 {
			from = sour
		}
		var some []float64
		for range 1 + r.IntN(4) {
			some = append(some, from[r.IntN(len(from))])
		}
		next := day(d, some...)
		next.Events += r.IntN(3)
		days = append(days, next)
	}
	return days
}

func TestAYearAndAHalfMatchTheGoldenTable(t *testing.T) {
	p, days := tie.Fitted(), fixed()
	var b strings.Builder
	interval := func(e tie.Estimate) { fmt.Fprintf(&b, "\t%.2f %.2f..%.2f", e.Value, e.Low, e.High) }
	b.WriteString("day\ttone\tsmoothed\ttrend\tcontact\tconflict share\tvolatility\tfragility\tcooperation\tconflict\n")
	for i, at := range p.Series(days, 15000, 15560) {
		if i%20 != 0 {
			continue
		}
		fmt.Fprint(&b, at.Day)
		for _, e := range []tie.Estimate{at.Tone, at.Smoothed, at.ToneTrend, at.Contact, at.ConflictShare} {
			interval(e)
		}
		fmt.Fprintf(&b, "\t%.2f\t%.3f\t%.1f of %.1f\t%.1f of %.1f\n", at.Volatility, at.Fragility, at.Cooperation.Rate, at.Cooperation.Intensity, at.Conflict.Rate, at.Conflict.Intensity)
	}
	for _, k := range p.Breaks(days) {
		fmt.Fprintf(&b, "break\t%v\t%v\t%.2f to %.2f\t%.2f..%.2f\n", k.Day, k.Between, k.Before.Value, k.After.Value, k.Change.Low, k.Change.High)
	}
	const path = "testdata/series.tsv"
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("differs from %s (go test -update rewrites it):\n%s", path, b.String())
	}
}
