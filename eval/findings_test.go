package eval

import (
	"slices"
	"testing"

	"entente/record"
)

func TestMechanismsNeedPartiesAndStatus(t *testing.T) {
	gold := []GoldMechanism{
		{Name: "security dialogue", Parties: []string{"JPN", "KOR"}, Status: "resumed", GapYears: ptr(5.0)},
		{Name: "foreign ministers' talks", Parties: []string{"JPN", "KOR"}, Status: "held", Level: "minister", Date: daysOf(t, `["2015-03-01","2015-03-31"]`)},
		{Name: "summit", Parties: []string{"JPN", "KOR"}, Status: "held", Level: "leader"},
	}
	found := []record.Mechanism{
		{Name: "summit", Parties: []string{"KOR", "JPN"}, Status: "held", Level: ptr("leader")},
		{Name: "talks", Parties: []string{"JPN", "KOR"}, Status: "held", Level: ptr("minister"), Date: &record.Date{From: "2015-03-01", To: "2015-03-31"}},
		{Name: "security dialogue", Parties: []string{"JPN", "KOR", "USA"}, Status: "resumed", GapYears: ptr(5.0)},
	}
	pairs := pairMechanisms(gold, found)
	if want := []int{-1, 1, 0}; !slices.Equal(pairs, want) {
		t.Fatalf("pairs %v; want %v: a party too many, then by level", pairs, want)
	}
	f := mechanismFigures(gold, found, pairs)
	if f.Mechanisms != (Tally{3, 2, 3, 2}) || f.Level != (Share{2, 2}) || f.Date != (Share{1, 1}) || f.Gap != (Share{}) {
		t.Errorf("got %+v", f)
	}
}

func TestConditionsNeedWhoAndHalfOfTheAction(t *testing.T) {
	gold := []GoldCondition{{On: []string{"JPN"}, Connective: "unless", Action: "offers a sincere apology"}}
	for _, c := range []struct {
		on     []string
		action string
		want   bool
	}{
		{[]string{"JPN"}, "Japan offers a sincere apology", true},
		{[]string{"JPN"}, "apology", true},
		{[]string{"JPN"}, "the two sides first come to terms about their apology and more", false},
		{[]string{"KOR"}, "offers a sincere apology", false},
		{nil, "offers a sincere apology", false},
	} {
		pairs := pairConditions(gold, []record.Condition{{On: c.on, Action: c.action}})
		if got := pairs[0] == 0; got != c.want {
			t.Errorf("%v %q: %v; want %v", c.on, c.action, got, c.want)
		}
	}
}

func TestWatchItemsNeedParticipantsOrWords(t *testing.T) {
	gold := []GoldWatch{{What: "Abe's trip to the U.S.", Actors: []string{"JPN"}, Recipients: []string{"USA"}, GaugeOf: []string{"JPN", "KOR"}}}
	for _, c := range []struct {
		what, actors, recipients string
		want                     bool
	}{
		{"upcoming visit", "JPN", "USA", true},
		{"Abe's trip to the U.S.", "JPN", "", true},
		{"upcoming visit", "JPN USA", "", false},
	} {
		pairs := pairWatch(gold, []record.WatchItem{{What: c.what, Actors: parties(c.actors), Recipients: parties(c.recipients)}})
		if got := pairs[0] == 0; got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

func TestAssessmentsNeedTheTieAndLevelOrDirection(t *testing.T) {
	gold := []GoldAssessment{{Parties: []string{"JPN", "KOR"}, Level: "strained", Direction: "worsening"}}
	for _, c := range []struct {
		name  string
		found record.Assessment
		want  bool
	}{
		{"level", record.Assessment{Parties: []string{"KOR", "JPN"}, Level: ptr("strained")}, true},
		{"direction", record.Assessment{Parties: []string{"KOR", "JPN"}, Level: ptr("normal"), Direction: ptr("worsening")}, true},
		{"neither", record.Assessment{Parties: []string{"KOR", "JPN"}, Level: ptr("hostile")}, false},
		{"another tie", record.Assessment{Parties: []string{"CHN", "JPN"}, Level: ptr("strained")}, false},
	} {
		pairs := pairAssessments(gold, []record.Assessment{c.found}, "", nil)
		if got := pairs[0] == 0; got != c.want {
			t.Errorf("%s: %v; want %v", c.name, got, c.want)
		}
	}
	none := pairAssessments([]GoldAssessment{{Parties: []string{"JPN", "KOR"}, Direction: "stable"}},
		[]record.Assessment{{Parties: []string{"JPN", "KOR"}}}, "", nil)
	if none[0] != -1 {
		t.Error("an assessment that says nothing is right")
	}
}

func TestFiguresOfNothing(t *testing.T) {
	for _, c := range []struct {
		tally    Tally
		p, r, f1 float64
	}{
		{Tally{}, 1, 1, 1},
		{Tally{Found: 2}, 0, 1, 0},
		{Tally{Gold: 2}, 1, 0, 0},
		{Tally{Gold: 4, Recalled: 2, Found: 2, Right: 2}, 1, 0.5, 2.0 / 3},
	} {
		if c.tally.Precision() != c.p || c.tally.Recall() != c.r || c.tally.F1() != c.f1 {
			t.Errorf("%+v: P %v R %v F1 %v; want %v", c.tally, c.tally.Precision(), c.tally.Recall(), c.tally.F1(), c)
		}
	}
}
