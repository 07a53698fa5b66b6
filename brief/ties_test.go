package brief

import (
	"bytes"
	"io"
	"math"
	"strings"
	"testing"
	"unicode"

	"github.com/clipperhouse/displaywidth"
	"pgregory.net/rapid"

	"entente/agenda"
	"entente/calendar"
	"entente/dossier"
	"entente/record"
	"entente/store"
	"entente/tie"
	"entente/tie/track"
)

func text(t *testing.T, write func(io.Writer) error) string {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestMoversMatchTheGoldenFile(t *testing.T) {
	d := dossierOfTwo()
	x := &d.Ties[0]
	m := &dossier.Movers{Since: d.At - 30, At: d.At, Ties: []dossier.Mover{
		{A: "NOR", B: "FIN", Then: pointOf(d.At-30, -0.4), Today: x.Today, Change: est(3.6, 1.2), Clear: 0.998, Causes: x.Recent},
		{A: "NOR", B: "SWE", Then: pointOf(d.At-30, 6), Today: pointOf(d.At, 4.9), Change: est(-1.1, 1.3), Clear: 0.86},
	}}
	golden(t, "testdata/movers.golden", text(t, func(w io.Writer) error { return Movers(w, Look{Width: 80}, countries, m) }))
}

func TestCalendarMatchesTheGoldenFile(t *testing.T) {
	both, at := []string{"FIN", "NOR"}, on(2025, 3, 1)
	a := &dossier.Agenda{Parties: []string{"NOR", "FIN"}, From: at - 365, To: at + 365, At: at, Lines: []agenda.Line{
		{From: on(2024, 10, 9), To: on(2024, 10, 9), Kind: agenda.KindSuspended, Parties: both, Title: "border talks of senior officials", Findings: []int64{13}},
		{From: on(2024, 11, 1), To: on(2024, 11, 30), Kind: agenda.KindOverdue, Parties: []string{"FIN", "NOR", "SWE"}, Title: "military exercises", Findings: []int64{14}},
		{From: on(2025, 2, 3), To: on(2025, 2, 3), Kind: agenda.KindMet, Parties: []string{"FIN"}, Title: "only after: sends its ambassador back", Findings: []int64{4, 5}, Events: []int64{398}},
		{From: on(2025, 2, 10), To: on(2025, 3, 10), Kind: agenda.KindWatch, Parties: both, Title: "the herds at the fence (coming)", Findings: []int64{9}},
		{From: on(2025, 2, 11), To: on(2025, 2, 11), Kind: agenda.KindHeld, Parties: both, Title: "meetings of ministers, Tromsø", Findings: []int64{12}, Events: []int64{402}},
		{From: on(2025, 4, 1), To: on(2025, 4, 30), Kind: agenda.KindPlanned, Parties: both, Title: "border talks of senior officials: fourth round of the talks on grazing rights between the two neighbours, Rovaniemi", Findings: []int64{17}},
		{From: on(2025, 12, 28), To: on(2026, 3, 31), Kind: agenda.KindExpected, Parties: both, Title: "meetings of ministers, annual; last held 2025-02-11", Findings: []int64{12}},
	}}
	golden(t, "testdata/calendar.golden", text(t, func(w io.Writer) error { return Calendar(w, Look{Width: 80}, countries, a) }))
	golden(t, "testdata/calendar_narrow.golden", text(t, func(w io.Writer) error { return Calendar(w, Look{Width: 40}, countries, a) }))
	a.Lines = nil
	golden(t, "testdata/calendar_empty.golden", text(t, func(w io.Writer) error { return Calendar(w, Look{Width: 80}, countries, a) }))
}

func TestEventsMatchTheGoldenFiles(t *testing.T) {
	const sentence = "Finland recalled its ambassador from Oslo."
	e := happened(312, on(2024, 10, 9), "SANCTION", "withdraw", "161", "FIN", "NOR", sentence, -6, "diplomatic")
	e.Articles, e.Outlets = 2, 2
	told := func(begins int, outlet string) store.Report {
		r := store.Report{Number: 312, Article: "a1b2c3", Outlet: outlet, Title: "Fence row: ambassador leaves", URL: "https://news.example/fence", Sentence: sentence}
		r.Event = e.Event
		r.Event.ID, r.Event.Sentence, r.Event.Rule = "e3", 4, "sanction.tsv:12"
		r.Event.Actors = []record.Participant{{ID: "FIN", Name: "Finland", Start: begins, End: begins + 7}}
		r.Event.Trigger = record.Span{Start: begins + 8, End: begins + 16}
		return r
	}
	reports := []store.Report{told(400, "Nordlys"), told(90, "")}
	golden(t, "testdata/event.golden", text(t, func(w io.Writer) error { return Event(w, Look{Width: 80}, countries, e, reports) }))
	golden(t, "testdata/event_colour.golden", text(t, func(w io.Writer) error { return Event(w, Look{Width: 80, Colour: true}, countries, e, reports) }))

	announced := happened(313, on(2024, 10, 9), "CONSULT", "visit", "042", "FIN", "NOR", "The Finnish president is to visit Oslo.", 2.5)
	announced.Aux, announced.Counts, announced.Place = "future", false, &record.Place{Name: "Oslo", Country: ptr("NOR")}
	golden(t, "testdata/event_announced.golden", text(t, func(w io.Writer) error { return Event(w, Look{Width: 80}, countries, announced, nil) }))

	row := imported(17, on(2025, 2, 20), "CONSULT", "042", "NOR", "FIN", "Norway's foreign minister arrived in Helsinki.", 2.5)
	row.URL = "https://news.example/visit"
	golden(t, "testdata/event_imported.golden", text(t, func(w io.Writer) error { return Event(w, Look{Width: 80}, countries, row, nil) }))
}

func TestAFindingMatchesTheGoldenFile(t *testing.T) {
	f := &store.Finding{Kind: "statement", Number: 91, Article: "a1b2c3", Title: "Fence row", Outlet: "Nordlys", Day: "2025-02-12", URL: "https://news.example/fence",
		Sentence: "“Reindeer do not read maps,” Kari Nordmann said.", Who: []string{"speaker: Kari Nordmann"},
		Values: []store.Value{{Name: "text", Text: "Reindeer do not read maps,"}, {Name: "stance", Text: "0.5"}, {Name: "first_day", Text: "2025-02-11"}}}
	golden(t, "testdata/finding.golden", text(t, func(w io.Writer) error { return Finding(w, Look{Width: 80}, f) }))
}

func TestTheTriggerIsFoundInItsSentence(t *testing.T) {
	const sentence = "Oslo said on Monday it had told Helsinki that Finland said nothing."
	at := func(word string, n int) record.Span { // its nth place, in a text in which the sentence begins at 100
		from := 0
		for range n {
			from += strings.Index(sentence[from:], word) + 1
		}
		return record.Span{Start: 100 + from - 1, End: 100 + from - 1 + len(word)}
	}
	named := func(word, name string) record.Participant {
		s := at(word, 1)
		return record.Participant{Name: name, Start: s.Start, End: s.End}
	}
	tests := []struct {
		name  string
		event record.Event
		want  int // where it begins, −1 where nothing may be marked
	}{
		{"a name decides between two places", record.Event{Sentence: 3, Trigger: at("said", 2), Actors: []record.Participant{named("Finland", "Finland")}}, at("said", 2).Start - 100},
		{"a person's surname is a name", record.Event{Sentence: 3, Trigger: at("told", 1), Actors: []record.Participant{named("Helsinki", "Mayor of Helsinki")}}, at("told", 1).Start - 100},
		{"several places without a name", record.Event{Sentence: 3, Trigger: at("said", 1)}, -1},
		{"the headline begins the text", record.Event{Sentence: 0, Trigger: record.Span{Start: 5, End: 9}}, 5},
		{"no trigger", record.Event{Sentence: 3}, -1},
		{"longer than the sentence", record.Event{Sentence: 3, Trigger: record.Span{Start: 0, End: 900}}, -1},
	}
	for _, test := range tests {
		start, end, ok := triggerIn(sentence, &test.event)
		switch {
		case test.want < 0 && ok:
			t.Errorf("%s: %q is marked", test.name, sentence[start:end])
		case test.want >= 0 && (!ok || start != test.want):
			t.Errorf("%s: found %t at %d, want %d", test.name, ok, start, test.want)
		}
	}
}

func TestASparklineIsTheMeansOfItsDays(t *testing.T) {
	nan := math.NaN()
	tests := []struct {
		values []float64
		cells  int
		least  float64
		want   string
	}{
		{[]float64{0, 1, 2, 3, 4, 5, 6, 7}, 8, 0.1, "▁▂▃▄▅▆▇█"},
		{[]float64{0, 0, 7, 7}, 2, 0.1, "▁█"},
		{[]float64{nan, nan, 1, 3, nan, 9}, 3, 0.1, " ▁█"},
		{[]float64{5, 5, 5}, 9, 1, "▅▅▅"},
		{[]float64{0, 1}, 9, 10, "▄▅"},
	}
	for _, test := range tests {
		if got, _, _ := sparkline(resample(test.values, test.cells), test.least); got != test.want {
			t.Errorf("%v in %d cells: %q, want %q", test.values, test.cells, got, test.want)
		}
	}
}

func TestFiguresAreWrittenForAReader(t *testing.T) {
	tests := []struct{ got, want string }{
		{signed(-1.26), "−1.3"}, {signed(0.04), "0.0"}, {signed(-0.04), "0.0"}, {signed(3), "+3.0"}, {signed(math.NaN()), "?"}, {signed(-3e9), "−3e+09"},
		{factor(math.Log(1.84)), "×1.8"}, {factor(math.Log(0.256)), "×0.26"}, {factor(math.Log(12.3)), "×12"},
		{percent(0.13), "13%"}, {percent(0.001), "<1%"}, {percent(0), "0%"}, {percent(0.999), ">99%"}, {percent(1), "100%"},
		{thousands(999), "999"}, {thousands(1234567), "1,234,567"}, {counted(1, "act"), "1 act"}, {amount(0.42), "0.4"}, {amount(22.4), "22"},
		{toned(est(1, 0.5)), "+1.0 (+0.5…+1.5)"}, {references("m", []int64{1, 2, 3}), "m1 m2…"},
		{label(on(2025, 1, 1), on(2025, 5, 3), 12), "Jan–May 2025"}, {label(on(2025, 4, 13), on(2025, 4, 16), 12), "Apr 2025"}, {label(on(2024, 12, 3), on(2025, 2, 7), 12), "Dec–Feb 2025"}, {label(on(2022, 12, 3), on(2025, 2, 7), 12), "2022–2025"},
	}
	for _, test := range tests {
		if test.got != test.want {
			t.Errorf("got %q, want %q", test.got, test.want)
		}
	}
}

func TestADirectionIsSaidOnlyWhereTheIntervalExcludesNothing(t *testing.T) {
	tests := []struct {
		e    tie.Estimate
		want string
	}{{est(1, 0.9), "↑ rising"}, {est(-1, 0.9), "↓ falling"}, {est(1, 1.1), "unclear"}, {est(0.1, 0.3), "steady"}, {tie.Estimate{}, "new"}}
	for _, test := range tests {
		if got := course(test.e, sameTone).text; got != test.want {
			t.Errorf("%v: %q, want %q", test.e, got, test.want)
		}
	}
}

// hostile draws what a page about ties could hold at its worst.
type hostile struct {
	t    *rapid.T
	text *rapid.Generator[[]rune]
}

func (h *hostile) any(label string) string { return string(h.text.Draw(h.t, label)) }

func (h *hostile) day(label string) calendar.Day {
	return calendar.Day(rapid.Int32Range(-40000, 60000).Draw(h.t, label))
}

func (h *hostile) number() float64 {
	return rapid.OneOf(rapid.Float64Range(-10, 10), rapid.SampledFrom([]float64{0, math.NaN(), math.Inf(1), 1e300, -1e300})).Draw(h.t, "number")
}

func (h *hostile) estimate() tie.Estimate {
	return tie.Estimate{Value: h.number(), Low: h.number(), High: h.number(), SD: 1}
}

func (h *hostile) point() tie.Point {
	e := h.estimate()
	return tie.Point{Day: h.day("day"), Known: rapid.Bool().Draw(h.t, "known"), Tone: e, Smoothed: e, Contact: e, ConflictShare: e, ToneTrend: h.estimate(),
		ContactTrend: e, ConflictTrend: e, Volatility: h.number(), Lowest: h.number(), Fragility: h.number(),
		Cooperation: tie.Side{Rate: h.number(), Intensity: h.number()}}
}

func (h *hostile) party() record.Participant {
	p := record.Participant{ID: h.any("id"), Name: h.any("name"), Sectors: []string{h.any("sector")}, Start: 3, End: 9}
	if rapid.Bool().Draw(h.t, "country") {
		p.Country = ptr(rapid.SampledFrom([]string{"NOR", "FIN"}).Draw(h.t, "c"))
	}
	if rapid.Bool().Draw(h.t, "person") {
		p.Person = ptr(h.any("person"))
	}
	return p
}

func (h *hostile) event() *store.Event {
	e := &store.Event{Number: rapid.Int64Range(0, 1<<40).Draw(h.t, "number"), Origin: rapid.SampledFrom([]string{"articles", "icews", "x\x1b"}).Draw(h.t, "origin"),
		OriginID: h.any("origin id"), Text: h.any("sentence"), URL: h.any("url"), Counts: rapid.Bool().Draw(h.t, "counts"), Day: h.day("day")}
	e.Event = record.Event{Type: rapid.SampledFrom([]string{"ACCUSE", "", "\x1b[2J"}).Draw(h.t, "type"), Contexts: []string{h.any("context")}, Actors: []record.Participant{h.party(), h.party()},
		Recipients: []record.Participant{h.party()}, CAMEO: ptr(rapid.SampledFrom([]string{"111", "05", "\x1b"}).Draw(h.t, "cameo")), Score: h.number(),
		Aux: rapid.SampledFrom([]string{"", "future"}).Draw(h.t, "aux"), Place: &record.Place{Name: h.any("place")},
		Date: &record.Date{From: rapid.SampledFrom([]string{"2025-01-01", h.any("from")}).Draw(h.t, "from"), To: "2025-01-04", Text: h.any("date")}}
	return e
}

func (h *hostile) cause() []dossier.Cause {
	return []dossier.Cause{{Event: h.event(), Push: h.number()}}
}

func (h *hostile) dossier() *dossier.Dossier {
	at := h.day("at")
	d := &dossier.Dossier{Parties: []string{"NOR", "FIN"}, Since: at - 40, At: at, Coverage: store.Coverage{First: at - 9, Last: at, Events: map[string]int{h.any("origin"): 4}}}
	history := make([]tie.Point, rapid.IntRange(0, 30).Draw(h.t, "days"))
	for i := range history {
		history[i] = h.point()
		history[i].Day = at + calendar.Day(i)
	}
	t := dossier.Tie{A: "NOR", B: "FIN", Today: h.point(), History: history, Recent: h.cause(), Strongest: h.cause(),
		Breaks:    []dossier.Break{{Break: tie.Break{Day: h.day("break"), Between: calendar.Interval{From: at, To: h.day("to")}, Before: h.estimate(), After: h.estimate(), Change: h.estimate()}, Causes: h.cause()}},
		Tracks:    []tie.TrackState{{Track: track.People, Point: h.point()}},
		Diverging: []tie.Divergence{{Above: track.People, Below: track.History, Difference: h.estimate(), Probability: h.number(), Apart: h.number(), Rising: h.number()}}}
	d.Ties = []dossier.Tie{t}
	if rapid.Bool().Draw(h.t, "group") {
		d.Parties = append(d.Parties, h.any("third"))
		d.Ties = append(d.Ties, t)
		d.Group = &tie.Group{Tone: h.estimate(), Pairs: []tie.Drag{{Pair: tie.Pair{A: "NOR", B: d.Parties[2], State: h.point()}, Lowest: h.number()}, {Pair: tie.Pair{A: "NOR", B: "FIN", State: h.point()}}},
			Missing: [][2]string{{"NOR", h.any("missing")}}, Triads: []tie.Triad{{Members: [3]string{"NOR", "FIN", h.any("member")}, Balanced: h.number(), Strain: 1}},
			Mediators: []tie.Mediator{{Country: h.any("mediator"), Acts: 3}}}
	}
	seen := agenda.Witnesses{Numbers: []int64{1, 2, 1 << 40}, Known: true, First: at}
	entry := &agenda.Entry{Status: h.any("status"), Dated: rapid.Bool().Draw(h.t, "dated"), Place: h.any("place"), Events: []int64{7}, From: h.day("held"), To: at}
	next := &agenda.Next{From: at, To: h.day("next"), Dated: true, Entry: entry}
	d.Dialogues = []agenda.Dialogue{{Name: h.any("dialogue"), Called: h.any("called"), Parties: []string{h.any("party")}, State: agenda.State(h.any("state")),
		Cadence: agenda.Cadence{Word: h.any("cadence")}, LastHeld: entry, Next: next, Overdue: next, Entries: []agenda.Entry{*entry}, Witnesses: seen}}
	d.Conditions = []agenda.Condition{{On: []string{h.any("on")}, Connective: h.any("if"), Action: h.any("action"), Outcome: h.any("outcome"),
		Met: &agenda.Match{Event: 5, From: at, To: at, Text: h.any("proof")}, Witnesses: seen}}
	d.Watch = []agenda.Item{{What: h.any("what"), Parties: []string{h.any("who")}, GaugeOf: []string{h.any("gauge")}, From: at, To: h.day("due"), Dated: true, Fate: agenda.Fate(h.any("fate")), Witnesses: seen}}
	d.Disputes = []dossier.Dispute{{Dispute: store.Dispute{Context: h.any("context"), Events: 3, Conflict: 2, Last: 8}, Latest: h.event()}, {Dispute: store.Dispute{Context: h.any("context"), Last: 8}}}
	d.Statements = []agenda.Told[record.Statement]{{Number: 1, Dated: true, Published: at, Value: record.Statement{Speaker: h.party(), Text: h.any("words"), Direct: rapid.Bool().Draw(h.t, "direct"), About: []string{h.any("about")}}}}
	by := h.party()
	d.Assessments = []agenda.Told[record.Assessment]{{Number: 1, Outlet: h.any("outlet"), Sentence: h.any("sentence"), Value: record.Assessment{Parties: []string{h.any("tie")}, Level: ptr(h.any("level")), By: &by}}}
	return d
}

// TestWhateverIsOnFileNoLineIsTooWideAndNothingObeyed feeds the texts about
// ties with everything that a database of hostile pages could hold.
func TestWhateverIsOnFileNoLineIsTooWideAndNothingObeyed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := &hostile{t, rapid.SliceOfN(rapid.OneOf(rapid.Rune(), rapid.SampledFrom([]rune{'\x1b', '\u202e', '\n', 'w', ' ', '한'})), 0, 120)}
		look := Look{Width: rapid.IntRange(30, 100).Draw(t, "width")}
		d := h.dossier()
		var out bytes.Buffer
		report := store.Report{Article: h.any("article"), Outlet: h.any("outlet"), Title: h.any("title"), URL: h.any("url"), Sentence: h.any("sentence"), Event: h.event().Event}
		report.Event.Rule, report.Event.ID, report.Event.Sentence = h.any("rule"), h.any("id"), 1
		report.Event.Trigger = record.Span{Start: 5, End: 5 + rapid.IntRange(0, 9).Draw(t, "trigger")}
		x := &d.Ties[0]
		for _, err := range []error{
			Dossier(&out, look, countries, d),
			Event(&out, look, countries, h.event(), []store.Report{report}),
			Movers(&out, look, countries, &dossier.Movers{Ties: []dossier.Mover{{A: "NOR", B: h.any("b"), Then: x.Today, Today: x.Today, Change: h.estimate(), Clear: h.number(), Causes: x.Recent}}}),
			Calendar(&out, look, countries, &dossier.Agenda{Parties: d.Parties, From: d.Since, To: d.At + 9, At: d.At, Lines: []agenda.Line{
				{From: d.At, To: h.day("line"), Kind: agenda.Kind(h.any("kind")), Parties: []string{h.any("party")}, Title: h.any("title"), Findings: []int64{4}, Events: []int64{1 << 40}}}}),
			Finding(&out, look, &store.Finding{Kind: h.any("kind"), Title: h.any("title"), Outlet: h.any("outlet"), Sentence: h.any("sentence"), Who: []string{h.any("who")},
				Values: []store.Value{{Name: h.any("name"), Text: h.any("value")}}}),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
		for _, line := range strings.Split(out.String(), "\n") {
			if n := displaywidth.String(line); n > look.Width {
				t.Fatalf("%d cells, limit %d: %q", n, look.Width, line)
			}
			for _, c := range line {
				if isObeyed(c) || unicode.IsControl(c) {
					t.Fatalf("%U reaches the terminal: %q", c, line)
				}
			}
		}
	})
}
