package eval

import (
	"slices"
	"strings"
	"testing"

	"entente/record"
)

// parties reads "JPN REB:hamas PER:jane-doe/USA" as participants; what stands
// after a slash is the country.
func parties(s string) []record.Participant {
	out := []record.Participant{}
	for _, w := range strings.Fields(s) {
		id, country, _ := strings.Cut(w, "/")
		if len(id) == 3 && country == "" {
			country = id
		}
		p := record.Participant{ID: id}
		if country != "" {
			p.Country = &country
		}
		out = append(out, p)
	}
	return out
}

// found reads "CONSULT/visit aux | JPN | USA | 2015-04-16 2015-04-17".
func found(s string) record.Event {
	f := append(strings.Split(s, "|"), "", "", "")
	head := strings.Fields(f[0])
	typ, mode, _ := strings.Cut(head[0], "/")
	e := record.Event{Type: typ, Actors: parties(f[1]), Recipients: parties(f[2])}
	if mode != "" {
		e.Mode = &mode
	}
	if len(head) > 1 {
		e.Aux = head[1]
	}
	if days := strings.Fields(f[3]); len(days) == 2 {
		e.Date = &record.Date{From: days[0], To: days[1]}
	}
	return e
}

// gold reads "must AGREE,CONSULT aux | JPN | USA | 2015-04-16 2015-04-17".
func gold(t *testing.T, s string) GoldEvent {
	t.Helper()
	f := append(strings.Split(s, "|"), "", "", "")
	head := strings.Fields(f[0])
	g := GoldEvent{Must: head[0] == "must", Types: strings.Split(head[1], ","),
		Actors: strings.Fields(f[1]), Recipients: strings.Fields(f[2]), Date: Days{Annotated: true}}
	if len(head) > 2 {
		g.Aux = head[2]
	}
	if days := strings.Fields(f[3]); len(days) == 2 {
		g.Date = daysOf(t, `["`+days[0]+`","`+days[1]+`"]`)
	}
	return g
}

func daysOf(t *testing.T, s string) Days {
	t.Helper()
	var d Days
	if err := d.UnmarshalJSON([]byte(s)); err != nil {
		t.Fatal(err)
	}
	return d
}

func figuresOf(t *testing.T, golds, founds []string, never ...NeverRule) EventFigures {
	t.Helper()
	var g []GoldEvent
	for _, s := range golds {
		g = append(g, gold(t, s))
	}
	rec := &record.Record{}
	for _, s := range founds {
		rec.Events = append(rec.Events, found(s))
	}
	return compareEvents(g, rec).figures(never)
}

func TestEventsAreCountedAgainstTheAnnotation(t *testing.T) {
	for _, c := range []struct {
		name        string
		gold, found []string
		want        Tally
		beyond      int
	}{
		{"any of the types is right", []string{"must ACCUSE,REJECT|KOR|JPN"}, []string{"REJECT|KOR|JPN"}, Tally{1, 1, 1, 1}, 0},
		{"another type is wrong", []string{"must ACCUSE|KOR|JPN"}, []string{"SUPPORT|KOR|JPN"}, Tally{1, 0, 1, 0}, 1},
		{"actor and recipient may not change places", []string{"must ACCUSE|KOR|JPN"}, []string{"ACCUSE|JPN|KOR"}, Tally{1, 0, 1, 0}, 1},
		{"a reciprocal event has its parties on either side", []string{"must CONSULT|KOR JPN|"}, []string{"CONSULT|JPN|KOR"}, Tally{1, 1, 1, 1}, 0},
		{"a reciprocal event needs all its parties", []string{"must CONSULT|KOR JPN USA|"}, []string{"CONSULT|JPN KOR|"}, Tally{1, 0, 1, 0}, 1},
		{"a party too many is wrong", []string{"must CONSULT|KOR JPN|"}, []string{"CONSULT|JPN KOR USA|"}, Tally{1, 0, 1, 0}, 1},
		{"no recipient annotated, one found", []string{"must MOBILIZE|CHN|"}, []string{"MOBILIZE|CHN|TWN"}, Tally{1, 0, 1, 0}, 1},
		{"no actor named", []string{"must ASSAULT||UKR"}, []string{"ASSAULT||UKR"}, Tally{1, 1, 1, 1}, 0},
		{"aux doesn't matter here", []string{"must CONSULT future|JPN|USA"}, []string{"CONSULT|JPN|USA"}, Tally{1, 1, 1, 1}, 0},
		{"an optional event is right but lifts no recall", []string{"must AGREE|KOR JPN|", "may ACCUSE|KOR|JPN"},
			[]string{"ACCUSE|KOR|JPN"}, Tally{1, 0, 1, 1}, 0},
		{"an optional event is no miss", []string{"may ACCUSE|KOR|JPN"}, nil, Tally{0, 0, 0, 0}, 0},
		{"the second of a kind is false, though not beyond", []string{"must CONSULT|KOR JPN|"},
			[]string{"CONSULT|KOR JPN|", "CONSULT|JPN KOR|"}, Tally{1, 1, 2, 1}, 0},
		{"the second of a kind is right where it is another reading", []string{"must CONSULT|KOR JPN|", "may CONSULT,AGREE|JPN KOR|"},
			[]string{"CONSULT|KOR JPN|", "CONSULT|JPN KOR|"}, Tally{1, 1, 2, 2}, 0},
		{"the must event is taken first", []string{"may CONSULT|KOR JPN|", "must CONSULT|JPN KOR|"},
			[]string{"CONSULT|KOR JPN|"}, Tally{1, 1, 1, 1}, 0},
		{"pairing gives way so that both are right", []string{"must AGREE,CONSULT|KOR JPN|", "must AGREE|KOR JPN|"},
			[]string{"AGREE|KOR JPN|", "CONSULT|KOR JPN|"}, Tally{2, 2, 2, 2}, 0},
		{"with an aux nothing is beyond", nil, []string{"CONSULT negation|USA|JPN KOR"}, Tally{0, 0, 1, 0}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := figuresOf(t, c.gold, c.found)
			if got.Events != c.want || got.Beyond != c.beyond {
				t.Errorf("tally %+v, beyond %d; want %+v, beyond %d", got.Events, got.Beyond, c.want, c.beyond)
			}
			reversed := slices.Clone(c.found)
			slices.Reverse(reversed)
			if again := figuresOf(t, c.gold, reversed); again != got {
				t.Errorf("in reverse order %+v; want %+v", again, got)
			}
		})
	}
}

func TestStricterScoresAskForAuxAndDate(t *testing.T) {
	golds := []string{"must CONSULT|KOR JPN||2015-04-16 2015-04-16", "may CONSULT future|KOR JPN||2015-06-01 2015-06-30"}
	for _, c := range []struct {
		name, found     string
		aux, date, both int // recalled must events
		auxRight        int
	}{
		{"all right", "CONSULT|KOR JPN||2015-04-15 2015-04-17", 1, 1, 1, 1},
		{"two days off", "CONSULT|KOR JPN||2015-04-14 2015-04-16", 1, 0, 0, 1},
		{"no date found", "CONSULT|KOR JPN|", 1, 0, 0, 1},
		{"the other one, which is planned", "CONSULT future|KOR JPN||2015-06-10 2015-06-10", 0, 0, 0, 1},
		{"an aux that neither has", "CONSULT historical|KOR JPN||2015-04-16 2015-04-16", 0, 1, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := figuresOf(t, golds, []string{c.found})
			if f.WithAux.Recalled != c.aux || f.WithDate.Recalled != c.date || f.MustExact != c.both || f.Aux != (Share{c.auxRight, 1}) {
				t.Errorf("got aux %+v date %+v exact %d share %+v; want %+v", f.WithAux, f.WithDate, f.MustExact, f.Aux, c)
			}
			if f.Events.Recalled != 1 {
				t.Errorf("recalled %d; want 1, whatever aux and date", f.Events.Recalled)
			}
		})
	}
}

func TestTypeAloneForgetsTheParticipants(t *testing.T) {
	f := figuresOf(t, []string{"must ACCUSE|KOR|JPN"}, []string{"ACCUSE|USA|", "AID|KOR|JPN"})
	if want := (Tally{1, 1, 2, 1}); f.TypeOnly != want {
		t.Errorf("got %+v; want %+v", f.TypeOnly, want)
	}
}

func TestNeverRulesAreBroken(t *testing.T) {
	for _, c := range []struct {
		name  string
		rule  NeverRule
		found string
		want  int
	}{
		{"type", NeverRule{Types: []string{"ASSAULT", "COERCE"}}, "COERCE|JPN|KOR", 1},
		{"another type", NeverRule{Types: []string{"ASSAULT"}}, "COERCE|JPN|KOR", 0},
		{"no aux in the rule means the plain event", NeverRule{Types: []string{"CONSULT"}}, "CONSULT negation|USA|JPN", 0},
		{"aux of the rule", NeverRule{Types: []string{"CONSULT"}, Aux: "future"}, "CONSULT future|USA|JPN", 1},
		{"mode of the rule", NeverRule{Types: []string{"CONSULT"}, Mode: "third-party"}, "CONSULT/third-party|USA|JPN", 1},
		{"another mode", NeverRule{Types: []string{"CONSULT"}, Mode: "third-party"}, "CONSULT/visit|USA|JPN", 0},
		{"no mode found", NeverRule{Types: []string{"CONSULT"}, Mode: "third-party"}, "CONSULT|USA|JPN", 0},
		{"the rule's actors among the event's", NeverRule{Types: []string{"CONCEDE"}, Actors: []string{"JPN"}}, "CONCEDE|JPN USA|KOR", 1},
		{"the rule's actors are elsewhere", NeverRule{Types: []string{"CONCEDE"}, Actors: []string{"KOR"}}, "CONCEDE|JPN|KOR", 0},
		{"the rule's recipients are among the event's", NeverRule{Types: []string{"CONCEDE"}, Actors: []string{"JPN"}, Recipients: []string{"KOR"}}, "CONCEDE|JPN|KOR CHN", 1},
		{"the rule's recipients are actors", NeverRule{Types: []string{"CONCEDE"}, Actors: []string{"JPN"}, Recipients: []string{"KOR"}}, "CONCEDE|JPN KOR|", 0},
		{"a person acts for the country", NeverRule{Types: []string{"CONCEDE"}, Actors: []string{"JPN"}}, "CONCEDE|PER:jane-doe/JPN|", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := figuresOf(t, nil, []string{c.found}, c.rule).Never; got != c.want {
				t.Errorf("broken %d times; want %d", got, c.want)
			}
		})
	}
}

func TestAnEventThatBreaksTwoRulesCountsOnce(t *testing.T) {
	rule := NeverRule{Types: []string{"ASSAULT"}}
	if got := figuresOf(t, nil, []string{"ASSAULT|JPN|KOR"}, rule, rule).Never; got != 1 {
		t.Errorf("got %d", got)
	}
}

func TestParticipantsCompareByKey(t *testing.T) {
	for _, c := range []struct {
		gold, found string
		want        bool
	}{
		{"USA", "USA", true},
		{"USA", "PER:tony-blinken/USA", true},
		{"USA", "CVL:protesters/USA", true},
		{"COD", "REB:m23/COD", false},
		{"UNO", "IGO:unhcr/UNO", true},
		{"USA", "NGO:red-cross/USA", false},
		{"USA", "CVL:protesters", false},
		{"REB:m23", "REB:m23/COD", true},
		{"REB:m23", "IMG:M23", true},
		{"REB:houthis", "REB:the-houthi", true},
		{"IGO:african-union", "IGO:africanunion", true},
		{"REB:m23", "COD", false},
		{"KOR JPN", "JPN KOR", true},
		{"KOR", "KOR PER:cho-tae-yong/KOR", true},
		{"KOR JPN", "KOR KOR", false},
		{"KOR PRK", "KOR", false},
		{"KOR", "KOR PRK", false},
		{"PSE REB:hamas", "REB:hamas PSE", true},
		{"", "", true},
		{"", "USA", false},
	} {
		if got := samePeople(strings.Fields(c.gold), parties(c.found)); got != c.want {
			t.Errorf("%q found as %q: %v; want %v", c.gold, c.found, got, c.want)
		}
	}
}

func TestDatesLieInTheWidenedInterval(t *testing.T) {
	for _, c := range []struct {
		gold, from, to string
		want           bool
	}{
		{`["2015-03-01","2015-03-31"]`, "2015-03-01", "2015-03-31", true},
		{`["2015-03-01","2015-03-31"]`, "2015-03-10", "2015-03-10", true},
		{`["2015-03-01","2015-03-31"]`, "2015-02-28", "2015-04-01", true},
		{`["2015-03-01","2015-03-31"]`, "2015-02-27", "2015-03-05", false},
		{`["2015-03-01","2015-03-31"]`, "2015-03-05", "2015-04-02", false},
		{`["2015-03-01","2015-03-31"]`, "", "", false},
		{`["2015-03-01","2015-03-31"]`, "2015-03", "2015-03", false},
		{`null`, "", "", true},
		{`null`, "2015-03-01", "2015-03-01", false},
	} {
		var date *record.Date
		if c.from != "" {
			date = &record.Date{From: c.from, To: c.to}
		}
		if got := daysOf(t, c.gold).holds(date); got != c.want {
			t.Errorf("%s, found %s…%s: %v; want %v", c.gold, c.from, c.to, got, c.want)
		}
	}
}
