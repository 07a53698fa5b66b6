package tie_test

import (
	"math"
	"testing"

	"entente/calendar"
	"entente/tie"
	"entente/tie/track"
)

// toned is a state with that tone.
func toned(value, sd float64) tie.Point {
	return tie.Point{Known: true, Tone: tie.Estimate{Value: value, Low: value - 1.28*sd, High: value + 1.28*sd, SD: sd}}
}

func TestATriadWithOneEnmityIsStrained(t *testing.T) {
	g, err := tie.NewGroup([]tie.Pair{
		{A: "USA", B: "KOR", State: toned(4, 0.5)},
		{A: "JPN", B: "USA", State: toned(4, 0.5)},
		{A: "KOR", B: "JPN", State: toned(-1, 0.5)},
	}, map[string]int{"USA": 3, "SGP": 5, "CHN": 0})
	if err != nil {
		t.Fatal(err)
	}
	if len(g.Triads) != 1 || len(g.Pairs) != 3 || len(g.Missing) != 0 {
		t.Fatalf("got %+v", g)
	}
	triad := g.Triads[0]
	positive := 0.5 * math.Erfc(1/(0.5*math.Sqrt2))
	if triad.Members != [3]string{"JPN", "KOR", "USA"} || triad.Strain != 0 || math.Abs(triad.Balanced-positive) > 1e-6 {
		t.Errorf("triad %+v, want balance %g", triad, positive)
	}
	if lowest := g.Pairs[0]; lowest.A != "JPN" || lowest.B != "KOR" || lowest.Lowest < 0.999 {
		t.Errorf("the tie that drags is %+v", lowest)
	}
	if m := g.Mediators; len(m) != 2 || m[0] != (tie.Mediator{Country: "SGP", Acts: 5}) || m[1] != (tie.Mediator{Country: "USA", Acts: 3, Member: true}) {
		t.Errorf("mediators %+v", m)
	}
}

func TestTheLowestTieIsUncertainWhereTonesOverlap(t *testing.T) {
	g, err := tie.NewGroup([]tie.Pair{
		{A: "A", B: "B", State: toned(1, 1)}, {A: "A", B: "C", State: toned(1, 1)}, {A: "B", B: "C", State: toned(1, 1)},
		{A: "A", B: "D", State: tie.Point{}},
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	sum := 0.0
	for _, p := range g.Pairs {
		sum += p.Lowest
		if math.Abs(p.Lowest-1.0/3) > 1e-6 {
			t.Errorf("%s–%s is lowest with %g, want a third", p.A, p.B, p.Lowest)
		}
	}
	if len(g.Missing) != 3 || math.Abs(sum-1) > 1e-6 || len(g.Triads) != 1 {
		t.Errorf("missing %v, sum %g, triads %v", g.Missing, sum, g.Triads)
	}
}

func TestAGroupNeedsThreeMembersAndEachTieOnce(t *testing.T) {
	for _, pairs := range [][]tie.Pair{
		nil,
		{{A: "A", B: "B"}},
		{{A: "A", B: "A"}},
		{{A: "A", B: "B"}, {A: "B", B: "A"}, {A: "B", B: "C"}},
	} {
		if _, err := tie.NewGroup(pairs, nil); err == nil {
			t.Errorf("%v is no error", pairs)
		}
	}
}

func TestTracksThatTellDifferentStoriesDiverge(t *testing.T) {
	security, history, economy := toned(4, 0.5), toned(-2, 0.5), toned(3.8, 1)
	security.ToneTrend = tie.Estimate{Value: 1, SD: 0.2}
	history.ToneTrend = tie.Estimate{Value: -1, SD: 0.2}
	got := tie.Diverging([]tie.TrackState{{track.History, history}, {track.Economy, economy}, {track.Security, security}})
	if len(got) != 2 || got[0].Above != track.Security || got[0].Below != track.History || got[1].Above != track.Economy {
		t.Fatalf("got %+v", got)
	}
	if d := got[0]; d.Difference.Value != 6 || d.Probability < 0.999 || d.Apart < 0.999 || d.Rising < 0.999 {
		t.Errorf("got %+v", d)
	}
}

func TestTheTracksOfEvents(t *testing.T) {
	var events []tie.Event
	for d := range 30 {
		on := calendar.Day(100 + d)
		events = append(events,
			tie.Event{Day: on, Score: 5, Scored: true, Tracks: 1 << track.Security},
			tie.Event{Day: on, Score: -4, Scored: true, Conflict: true, Tracks: 1 << track.History})
	}
	states := tie.Fitted().Tracks(events, 140)
	if len(states) != 2 || states[0].Track != track.Security || states[0].Tone.Value != 5 || states[1].Tone.Value != -4 {
		t.Fatalf("got %+v", states)
	}
}
