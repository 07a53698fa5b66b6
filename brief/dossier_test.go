package brief

import (
	"bytes"
	"math"
	"testing"
	"time"

	"entente/agenda"
	"entente/calendar"
	"entente/dossier"
	"entente/record"
	"entente/store"
	"entente/tie"
	"entente/tie/track"
)

// countries is what an atlas would tell.
func countries(id string) string {
	return map[string]string{
		"NOR": "Norway", "FIN": "Finland", "SWE": "Sweden", "DNK": "Denmark", "USA": "United States", "KOR": "South Korea",
	}[id]
}

func on(year int, month time.Month, d int) calendar.Day { return calendar.DayOn(year, month, d) }

// est is an estimate with an interval of half a width on either side.
func est(value, half float64) tie.Estimate {
	return tie.Estimate{Value: value, Low: value - half, High: value + half, SD: half / 1.28}
}

func state(c string) record.Participant {
	return record.Participant{ID: c, Country: &c, Name: countries(c), Sectors: []string{"GOV"}}
}

func ptr[T any](v T) *T { return &v }

// happened makes an event of two states.
func happened(number int64, day calendar.Day, kind, mode, cameo, from, to, text string, score float64, contexts ...string) *store.Event {
	e := &store.Event{Number: number, Scored: true, Origin: store.OwnOrigin, Day: day, Counts: true, Told: day + 1, Outlets: 1, Articles: 1, Text: text}
	e.Event = record.Event{Type: kind, CAMEO: &cameo, Contexts: contexts, Score: score, Quad: 1, Actors: []record.Participant{state(from)},
		Date: &record.Date{From: day.String(), To: day.String(), Text: "on the day"}, Confidence: 0.8}
	if mode != "" {
		e.Mode = &mode
	}
	if score < 0 {
		e.Quad = 3
	}
	switch {
	case to == "":
	case kind == "CONSULT" && mode == "" || kind == "AGREE":
		e.Actors = append(e.Actors, state(to))
	default:
		e.Recipients = []record.Participant{state(to)}
	}
	return e
}

// imported makes an event of a data set.
func imported(number int64, day calendar.Day, kind, cameo, from, to, text string, score float64) *store.Event {
	e := happened(number, day, kind, "visit", cameo, from, to, text, score)
	e.Mode, e.Origin, e.OriginID, e.Outlets, e.Articles, e.Told = nil, "icews", "20718170", 0, 0, 0
	return e
}

// course makes a history: a slow wave with a fall of two weeks in the middle.
func historyOf(from, to calendar.Day, level float64) []tie.Point {
	var points []tie.Point
	for d := from; d <= to; d++ {
		x := float64(d-from) / float64(to-from)
		tone := level + 1.5*math.Sin(7*x)
		if x > 0.55 && x < 0.6 {
			tone -= 3
		}
		points = append(points, tie.Point{Day: d, Known: d >= from+20, Smoothed: est(tone, 0.8), Tone: est(tone, 1.1),
			Contact: est(math.Cos(9*x), 0.4), ConflictShare: tie.Estimate{Value: 0.3 - 0.1*math.Sin(7*x), Low: 0.1, High: 0.5, SD: 0.1}})
	}
	return points
}

func pointOf(day calendar.Day, tone float64) tie.Point {
	return tie.Point{Day: day, Known: true, Tone: est(tone, 1.1), Smoothed: est(tone, 1.1), Contact: est(0.59, 0.38),
		ConflictShare: tie.Estimate{Value: 0.18, Low: 0.11, High: 0.27, SD: 0.06}, ToneTrend: est(1.4, 0.9), ContactTrend: est(-0.1, 0.5),
		ConflictTrend: est(-0.04, 0.03), Volatility: 2.31, Lowest: 1.3, Fragility: 0.12,
		Cooperation: tie.Side{Rate: 14.2, Intensity: 3.1}, Conflict: tie.Side{Rate: 0.62, Intensity: -2.4}}
}

// dossierOfTwo is a tie on which everything is known.
func dossierOfTwo() *dossier.Dossier {
	since, at := on(2024, time.March, 1), on(2025, time.March, 1)
	protest := happened(311, on(2024, time.October, 2), "ACCUSE", "disapprove", "114", "FIN", "NOR", "Helsinki lodged a protest over the reindeer fence that Norwegian herders had put up along the Anarjohka without asking anybody.", -2, "territory")
	recall := happened(312, on(2024, time.October, 9), "SANCTION", "withdraw", "161", "FIN", "NOR", "Finland recalled its ambassador from Oslo.", -6, "diplomatic")
	talks := happened(402, on(2025, time.February, 11), "CONSULT", "", "046", "NOR", "FIN", "Norway and Finland took up talks on the fence again in Tromsø.", 2.5, "territory")
	deal := happened(403, on(2025, time.February, 11), "AGREE", "", "030", "NOR", "FIN", "Norway and Finland took up talks on the fence again in Tromsø.", 2.5)
	visit, hosted := imported(17, on(2025, time.February, 20), "CONSULT", "042", "NOR", "FIN", "Make a visit", 2.5), imported(18, on(2025, time.February, 20), "CONSULT", "042", "FIN", "NOR", "Make a visit", 2.5)
	ministry := imported(19, on(2024, time.June, 3), "SUPPORT", "051", "NOR", "FIN", "Praise or endorse", 5)
	ministry.Actors[0] = record.Participant{ID: "UNK:x", Country: ptr("NOR"), Name: "Ministry of Reindeer and Fisheries (Norway)"}
	untimed := happened(404, on(2025, time.January, 12), "REQUEST", "meet", "106", "NOR", "FIN", "Oslo asks for talks.", 0)
	untimed.Date = &record.Date{From: on(2025, time.January, 5).String(), To: on(2025, time.January, 12).String()}
	t := dossier.Tie{A: "NOR", B: "FIN", Events: 212, Today: pointOf(at, 3.2), Then: pointOf(since, 2), History: historyOf(since, at, 2.5),
		Breaks: []dossier.Break{
			{Break: tie.Break{Day: on(2024, time.October, 2), Between: calendar.Interval{From: on(2024, time.September, 25), To: on(2024, time.October, 4)},
				Before: est(2.7, 0.1), After: est(-0.4, 0.3), Change: est(-3.1, 0.3)}, Causes: []dossier.Cause{{Event: protest, Push: -0.81}, {Event: recall, Push: -0.77}}},
			{Break: tie.Break{Day: on(2025, time.February, 11), Between: calendar.Interval{From: on(2025, time.February, 11), To: on(2025, time.February, 11)},
				Before: est(-0.4, 0.3), After: est(3, 0.4), Change: est(3.4, 0.5)}, Causes: []dossier.Cause{{Event: talks, Push: 0.62}, {Event: deal, Push: 0.62}}},
		},
		Recent:    []dossier.Cause{{Event: talks, Push: 0.62}, {Event: visit, Push: 0.2}, {Event: hosted, Push: 0.2}},
		Strongest: []dossier.Cause{{Event: protest, Push: -0.81}, {Event: ministry, Push: 0.5}, {Event: untimed, Push: -0.3}},
		Tracks: []tie.TrackState{{Track: track.Security, Point: pointOf(at, 5.1)}, {Track: track.Economy, Point: pointOf(at, 3.3)},
			{Track: track.Territory, Point: pointOf(at, -1.2)}},
		Diverging: []tie.Divergence{{Above: track.Security, Below: track.Territory, Difference: est(6.3, 1.8), Probability: 0.998, Apart: 0.94, Rising: 0.96},
			{Above: track.Economy, Below: track.Territory, Difference: est(4.5, 3.4), Probability: 0.71, Apart: 0.92, Rising: 0.1}},
	}
	d := &dossier.Dossier{Parties: []string{"NOR", "FIN"}, Since: since, At: at, Ties: []dossier.Tie{t},
		Coverage: store.Coverage{First: on(2001, time.May, 4), Last: at, Events: map[string]int{store.OwnOrigin: 61, "icews": 3127}},
		Disputes: []dossier.Dispute{{Dispute: store.Dispute{Context: "territory", Events: 31, Conflict: 12, Last: 311}, Latest: protest},
			{Dispute: store.Dispute{Context: "cbrn", Events: 2, Conflict: 1, Last: 311}, Latest: protest}},
	}
	withFindings(d)
	return d
}

// withFindings adds what articles tell: dialogues, conditions, statements.
func withFindings(d *dossier.Dossier) {
	both := []string{"FIN", "NOR"}
	seen := agenda.Witnesses{Numbers: []int64{12}, Outlets: 1, Articles: 1, First: on(2025, time.February, 12), Last: on(2025, time.February, 12), Known: true}
	held := &agenda.Entry{Status: "held", From: on(2025, time.February, 11), To: on(2025, time.February, 11), Dated: true, Place: "Tromsø", Events: []int64{402}}
	d.Dialogues = []agenda.Dialogue{
		{Name: "meetings of ministers", Called: "North Calotte Council", Parties: both, State: agenda.Live, Cadence: agenda.Cadence{Word: "annual", Days: 365},
			LastHeld: held, Next: &agenda.Next{From: on(2026, time.January, 1), To: on(2026, time.March, 31), Dated: true, Expected: true}, Witnesses: seen},
		{Name: "border talks of senior officials", Called: "border talks", Parties: both, State: agenda.Suspended,
			Entries:   []agenda.Entry{{Status: "suspended", From: on(2024, time.October, 9), To: on(2024, time.October, 9), Dated: true}},
			Witnesses: agenda.Witnesses{Numbers: []int64{13, 15, 16}}},
		{Name: "military exercises", Called: "military exercises", Parties: []string{"FIN", "NOR", "SWE"}, State: agenda.Planned,
			Overdue: &agenda.Next{From: on(2024, time.November, 1), To: on(2024, time.November, 30), Dated: true, Entry: &agenda.Entry{}}, Witnesses: agenda.Witnesses{Numbers: []int64{14}}},
	}
	d.Conditions = []agenda.Condition{
		{On: []string{"NOR"}, Connective: "unless", Action: "takes down the fence along the Anarjohka before the herds move in April", Outcome: "Finland would go to the International Court of Justice", Witnesses: agenda.Witnesses{Numbers: []int64{3}}},
		{On: []string{"FIN"}, Connective: "only after", Action: "sends its ambassador back", Outcome: "talks can begin", Witnesses: agenda.Witnesses{Numbers: []int64{4, 5}},
			Met: &agenda.Match{Event: 398, From: on(2025, time.February, 3), To: on(2025, time.February, 3), Text: "The Finnish ambassador returned to Oslo on Monday."}},
	}
	d.Watch = []agenda.Item{
		{What: "the spring migration of the herds", Parties: both, GaugeOf: both, From: on(2025, time.April, 1), To: on(2025, time.April, 30), Dated: true, Fate: agenda.Coming, Witnesses: agenda.Witnesses{Numbers: []int64{6}}},
		{What: "to sign the treaty on grazing rights", Parties: both, Fate: agenda.Happened, By: &agenda.Match{Event: 401, From: on(2025, time.January, 9), To: on(2025, time.January, 9)}, Witnesses: agenda.Witnesses{Numbers: []int64{7}}},
		{What: "a summit in Kirkenes", Parties: both, From: on(2024, time.November, 4), To: on(2024, time.November, 4), Dated: true, Fate: agenda.PassedWithout, Witnesses: agenda.Witnesses{Numbers: []int64{8}}},
	}
	said := func(number int64, day calendar.Day, country, person, text string, direct bool, stance float64) agenda.Told[record.Statement] {
		p := state(country)
		p.Name, p.Person = person, &person
		return agenda.Told[record.Statement]{Number: number, Published: day, Dated: true, Value: record.Statement{Speaker: p, Text: text, Direct: direct, Stance: stance, About: both}}
	}
	d.Statements = []agenda.Told[record.Statement]{
		said(91, on(2025, time.February, 12), "NOR", "Kari Nordmann", "we have “no quarrel” with our neighbour, and reindeer do not read maps,", true, 0.6),
		said(92, on(2025, time.February, 12), "FIN", "Matti Meikäläinen", "the fence has to go before anything else is spoken of, whatever Oslo may think of it and whatever it costs the herders", false, -0.5),
		said(90, on(2024, time.December, 1), "SWE", "Anna Svensson", "Stockholm could help", false, 0),
	}
	judged := agenda.Told[record.Assessment]{Number: 21, Article: "x", Outlet: "Nordlys", Published: on(2025, time.February, 12), Dated: true,
		Sentence: "Relations, strained since autumn, have begun to thaw.", Value: record.Assessment{Parties: both, Level: ptr("strained")}}
	better := judged
	better.Number, better.Value.Level, better.Value.Direction = 22, nil, ptr("improving")
	d.Assessments = []agenda.Told[record.Assessment]{judged, better}
}

// dossierOfThree is a group in which one tie is unknown.
func dossierOfThree() *dossier.Dossier {
	d := dossierOfTwo()
	first := d.Ties[0]
	second := first
	second.A, second.B, second.Breaks, second.Recent, second.Diverging = "NOR", "SWE", nil, nil, nil
	second.Today = pointOf(d.At, 6.1)
	d.Parties = []string{"NOR", "FIN", "SWE"}
	d.Ties = []dossier.Tie{first, second, {A: "FIN", B: "SWE", Events: 2, History: []tie.Point{{}, {}}}}
	d.Group = &tie.Group{Members: []string{"FIN", "NOR", "SWE"}, Tone: est(4.6, 0.8), Missing: [][2]string{{"FIN", "SWE"}},
		Pairs: []tie.Drag{{Pair: tie.Pair{A: "FIN", B: "NOR", State: first.Today}, Lowest: 0.93}, {Pair: tie.Pair{A: "NOR", B: "SWE", State: second.Today}, Lowest: 0.07}},
		Triads: []tie.Triad{{Members: [3]string{"DNK", "FIN", "NOR"}, Signs: [3]float64{0.9, 0.8, 0.4}, Balanced: 0.37, Strain: 2},
			{Members: [3]string{"FIN", "NOR", "SWE"}, Balanced: 0.97}},
		Mediators: []tie.Mediator{{Country: "DNK", Acts: 4}, {Country: "SWE", Acts: 1, Member: true}}}
	return d
}

func written(t *testing.T, look Look, d *dossier.Dossier) string {
	t.Helper()
	var out bytes.Buffer
	if err := Dossier(&out, look, countries, d); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestDossiersMatchTheGoldenFiles(t *testing.T) {
	golden(t, "testdata/dossier.golden", written(t, Look{Width: 80}, dossierOfTwo()))
	golden(t, "testdata/dossier_narrow.golden", written(t, Look{Width: 40}, dossierOfTwo()))
	golden(t, "testdata/dossier_colour.golden", written(t, Look{Width: 80, Colour: true}, dossierOfTwo()))
	golden(t, "testdata/dossier_group.golden", written(t, Look{Width: 80}, dossierOfThree()))
}

func TestATieOfWhichNothingIsKnownSaysSo(t *testing.T) {
	rights := track.Rights
	d := &dossier.Dossier{Parties: []string{"NOR", "FIN"}, Since: on(2024, time.March, 1), At: on(2025, time.March, 1), Track: &rights, Ties: []dossier.Tie{{A: "NOR", B: "FIN", Events: 3}}}
	golden(t, "testdata/dossier_unknown.golden", written(t, Look{Width: 80}, d))
}

func TestMirroredEventsOfADataSetShareARow(t *testing.T) {
	day := on(2025, time.March, 1)
	causes := []dossier.Cause{
		{Event: imported(1, day, "CONSULT", "046", "NOR", "FIN", "Engage in negotiation", 2.5), Push: 0.3},
		{Event: imported(2, day, "ACCUSE", "111", "NOR", "FIN", "Criticize or denounce", -2), Push: -0.4},
		{Event: imported(3, day, "CONSULT", "046", "FIN", "NOR", "Engage in negotiation", 2.5), Push: 0.2},
		{Event: imported(4, day+1, "CONSULT", "046", "FIN", "NOR", "Engage in negotiation", 2.5), Push: 0.1},
	}
	groups := alike(causes)
	if len(groups) != 3 {
		t.Fatalf("%d rows, want 3", len(groups))
	}
	if g := groups[0]; !g.both || g.push != 0.5 || g.reference() != "e1 ×2" {
		t.Errorf("first row: both %t, push %g, %s", g.both, g.push, g.reference())
	}
	for _, g := range groups[1:] {
		if g.both || len(g.numbers) != 1 {
			t.Errorf("e%d is not alone", g.event.Number)
		}
	}
}

func TestEachSideHasItsShareOfTheStatements(t *testing.T) {
	d := dossierOfTwo()
	talkative := d.Statements[0]
	var all []agenda.Told[record.Statement]
	for i := range 20 {
		talkative.Number = int64(100 + i)
		all = append(all, talkative)
	}
	d.Statements = append(all, d.Statements[1])
	f := &folder{desk: newDesk(Look{Width: 80}, countries), of: d}
	list := f.chosen()
	if len(list) != mostStatements {
		t.Fatalf("%d statements, want %d", len(list), mostStatements)
	}
	if last := list[len(list)-1]; speaksFor(last) != "FIN" {
		t.Errorf("the side that said little is left out: the last is %s", speaksFor(last))
	}
}
