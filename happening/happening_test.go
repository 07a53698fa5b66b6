package happening

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"entente/calendar"
	"entente/record"
)

// told reads a report from "article published type[/mode] sides [date] [@place]":
//
//	a 2015-04-17 CONSULT/visit JPN>KOR 2015-04-16 @Seoul,KOR
//	b 2015-04-17 CONSULT JPN:Shinzo_Abe,KOR 2015-04-10..2015-04-16
//
// Without a date the event gets the week before the publication; "?" leaves it
// undated, and "-" the publication.
func told(t testing.TB, line string) Report {
	t.Helper()
	f := strings.Fields(line)
	if len(f) < 4 {
		t.Fatalf("%q is no report", line)
	}
	e := &record.Event{Aux: "", Rule: "r", Confidence: 0.5}
	r := Report{Article: f[0], Outlet: "Outlet of " + f[0], Event: e}
	if f[1] != "-" {
		r.Published, r.Dated = day(t, f[1]), true
		e.Date = &record.Date{From: (r.Published - 7).String(), To: r.Published.String()}
	}
	typ, mode, _ := strings.Cut(f[2], "/")
	e.Type, e.Aux, _ = strings.Cut(typ, "+")
	if mode != "" {
		e.Mode = &mode
	}
	if e.Aux == "future" && e.Date != nil {
		e.Date = &record.Date{From: r.Published.String(), To: (r.Published + 90).String()}
	}
	actors, recipients, _ := strings.Cut(f[3], ">")
	e.Actors, e.Recipients = participants(actors), participants(recipients)
	for _, w := range f[4:] {
		if w == "?" {
			e.Date = nil
		} else if name, ok := strings.CutPrefix(w, "@"); ok {
			name, country, _ := strings.Cut(name, ",")
			e.Place = &record.Place{Name: strings.ReplaceAll(name, "_", " ")}
			if country != "" {
				e.Place.Country = &country
			}
		} else {
			from, to, ok := strings.Cut(w, "..")
			if !ok {
				to = from
			}
			e.Date = &record.Date{From: from, To: to, Text: "then"}
		}
	}
	// Articles word things differently, unless their names differ in the number
	// of primes alone.
	e.Rule = strings.TrimRight(r.Article, "'") + " " + strings.Join(f[2:], " ")
	return r
}

func participants(list string) []record.Participant {
	var out []record.Participant
	for _, s := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' }) {
		p := record.Participant{ID: s, Name: s}
		if id, person, ok := strings.Cut(s, "="); ok {
			person = strings.ReplaceAll(person, "_", " ")
			if strings.Contains(person, "inister") || strings.Contains(person, "resident") {
				p.Office = &person
			} else {
				p.Person = &person
			}
			p.ID, p.Name = id, person
		}
		if len(p.ID) == 3 {
			country := p.ID
			p.Country = &country
		} else if _, country, ok := strings.Cut(p.ID, "/"); ok {
			p.Country = &country
		}
		out = append(out, p)
	}
	return out
}

func day(t testing.TB, s string) calendar.Day {
	t.Helper()
	d, err := calendar.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func reportsOf(t testing.TB, lines ...string) []Report {
	var out []Report
	for i, l := range lines {
		r := told(t, l)
		r.Number = int64(i + 1)
		r.Event.Sentence = i
		out = append(out, r)
	}
	return out
}

// shown writes happenings as "days articles | …", the articles of each sorted.
func shown(reports []Report, all []Happening) string {
	var out []string
	for _, h := range all {
		var names []string
		for _, i := range h.Reports {
			names = append(names, reports[i].Article)
		}
		slices.Sort(names)
		when := "?"
		if h.Dated {
			when = calendar.Interval{From: h.From, To: h.To}.String()
		}
		out = append(out, when+" "+strings.Join(names, "+"))
	}
	return strings.Join(out, " | ")
}

func TestReportsOfOneHappeningAreMerged(t *testing.T) {
	for _, c := range []struct {
		why     string
		reports []string
		want    string
	}{
		{"two outlets tell one day", []string{
			"a 2015-04-17 CONSULT JPN,KOR 2015-04-16",
			"b 2015-04-18 CONSULT KOR,JPN 2015-04-16"}, "2015-04-16 a+b"},
		{"different days are different meetings", []string{
			"a 2015-04-17 CONSULT JPN,KOR 2015-04-16",
			"b 2015-04-18 CONSULT JPN,KOR 2015-04-17"}, "2015-04-16 a | 2015-04-17 b"},
		{"a text without a time joins the day told elsewhere", []string{
			"a 2015-04-17 CONSULT JPN,KOR 2015-04-16",
			"b 2015-04-18 CONSULT JPN,KOR"}, "2015-04-16 a+b"},
		{"but not one of last week", []string{
			"a 2015-04-10 CONSULT JPN,KOR 2015-04-10",
			"b 2015-04-17 CONSULT JPN,KOR"}, "2015-04-10 a | 2015-04-10..2015-04-17 b"},
		{"and of two days the nearer to its publication", []string{
			"a 2015-04-17 CONSULT JPN,KOR 2015-04-14",
			"b 2015-04-17 CONSULT JPN,KOR 2015-04-16",
			"c 2015-04-17 CONSULT JPN,KOR"}, "2015-04-14 a | 2015-04-16 b+c"},
		{"vague weeks narrow each other", []string{
			"a 2015-04-17 CONSULT JPN,KOR 2015-04-01..2015-04-07",
			"b 2015-04-18 CONSULT JPN,KOR 2015-04-05..2015-04-12"}, "2015-04-05..2015-04-07 a+b"},
		{"and make no chain", []string{
			"a 2015-04-17 CONSULT JPN,KOR 2015-04-01..2015-04-07",
			"b 2015-04-18 CONSULT JPN,KOR 2015-04-06..2015-04-12",
			"c 2015-04-18 CONSULT JPN,KOR 2015-04-11..2015-04-17"}, "2015-04-06..2015-04-07 a+b | 2015-04-11..2015-04-17 c"},
		{"texts without a time of a whole week are several happenings", []string{
			"a 2015-04-10 ASSAULT ISR>PSE", "b 2015-04-11 ASSAULT ISR>PSE", "c 2015-04-12 ASSAULT ISR>PSE",
			"d 2015-04-13 ASSAULT ISR>PSE", "e 2015-04-14 ASSAULT ISR>PSE"}, "2015-04-03..2015-04-10 a+b+c | 2015-04-06..2015-04-13 d+e"},
		{"a year is one with the same year alone", []string{
			"a 2015-04-17 CONSULT JPN,KOR 1998-10-08",
			"b 2015-04-17 CONSULT JPN,KOR 1998-01-01..1998-12-31",
			"c 2015-04-18 CONSULT JPN,KOR 1998-01-01..1998-12-31"}, "1998-01-01..1998-12-31 b+c | 1998-10-08 a"},
		{"a visit is told as a meeting by others", []string{
			"a 2015-04-17 CONSULT/visit JPN>KOR 2015-04-16",
			"b 2015-04-17 CONSULT KOR,JPN 2015-04-16"}, "2015-04-16 a+b"},
		{"the return visit is another", []string{
			"a 2015-04-17 CONSULT/visit JPN>KOR 2015-04-13..2015-04-17",
			"b 2015-04-17 CONSULT/visit KOR>JPN 2015-04-13..2015-04-17"}, "2015-04-13..2015-04-17 a | 2015-04-13..2015-04-17 b"},
		{"a telephone call is no visit", []string{
			"a 2015-04-17 CONSULT/visit JPN>KOR 2015-04-16",
			"b 2015-04-17 CONSULT/phone KOR,JPN 2015-04-16"}, "2015-04-16 a | 2015-04-16 b"},
		{"a visit for a conference is told both ways", []string{
			"a 2015-04-17 CONSULT/visit JPN>KOR 2015-04-16",
			"b 2015-04-17 CONSULT/multilateral KOR,JPN 2015-04-16"}, "2015-04-16 a+b"},
		{"a city joins its country, two cities do not", []string{
			"a 2015-04-17 CONSULT JPN,KOR 2015-04-16 @Seoul,KOR",
			"b 2015-04-17 CONSULT JPN,KOR 2015-04-16 @South_Korea,KOR",
			"c 2015-04-17 CONSULT JPN,KOR 2015-04-16 @Busan,KOR"}, "2015-04-16 a+b | 2015-04-16 c"},
		{"a quarter is in its city", []string{
			"a 2015-04-17 PROTEST RUS 2015-04-16 @Moscow,RUS",
			"b 2015-04-17 PROTEST RUS 2015-04-16 @central_Moscow,RUS"}, "2015-04-16 a+b"},
		{"who came tells meetings of one day apart", []string{
			"a 2015-04-17 CONSULT JPN=Shinzo_Abe,KOR 2015-04-16",
			"b 2015-04-17 CONSULT JPN=Fumio_Kishida,KOR 2015-04-16",
			"c 2015-04-17 CONSULT JPN=Abe_Shinzo,KOR=Park_Geun-hye 2015-04-16"}, "2015-04-16 a+c | 2015-04-16 b"},
		{"and so do their offices", []string{
			"a 2015-04-17 CONSULT JPN=prime_minister,KOR 2015-04-16",
			"b 2015-04-17 CONSULT JPN=foreign_minister,KOR 2015-04-16"}, "2015-04-16 a | 2015-04-16 b"},
		{"who protests in a country's name makes no second protest", []string{
			"a 2015-04-17 ACCUSE JPN=Shinzo_Abe>KOR 2015-04-16",
			"b 2015-04-17 ACCUSE JPN=Fumio_Kishida>KOR 2015-04-16"}, "2015-04-16 a+b"},
		{"a country alone does many things in a day", []string{
			"a 2015-04-17 ACCUSE USA 2015-04-16",
			"b 2015-04-17 ACCUSE USA 2015-04-16",
			"c 2015-04-17 ACCUSE USA=Barack_Obama 2015-04-16",
			"d 2015-04-17 ACCUSE USA=Barack_Obama 2015-04-16"}, "2015-04-16 c+d | 2015-04-16 a | 2015-04-16 b"},
		{"two armed groups of a country are two", []string{
			"a 2015-04-17 ASSAULT REB:hezbollah/LBN>ISR 2015-04-16",
			"b 2015-04-17 ASSAULT REB:amal/LBN>ISR 2015-04-16"}, "2015-04-16 a | 2015-04-16 b"},
		{"what an article tells as two happenings is two", []string{
			"a 2015-04-17 ACCUSE JPN>KOR 2015-04-16",
			"a 2015-04-17 ACCUSE JPN>KOR 2015-04-16",
			"b 2015-04-17 ACCUSE JPN>KOR 2015-04-16"}, "2015-04-16 a+b | 2015-04-16 a"},
		{"a reprint of it has the same two", []string{
			"a 2015-04-17 ACCUSE JPN>KOR 2015-04-16",
			"a 2015-04-17 ACCUSE JPN>KOR 2015-04-16",
			"a' 2015-04-18 ACCUSE JPN>KOR 2015-04-16",
			"a' 2015-04-18 ACCUSE JPN>KOR 2015-04-16"}, "2015-04-16 a+a' | 2015-04-16 a+a'"},
		{"undated reports need the same place", []string{
			"a - CONSULT JPN,KOR @Seoul,KOR", "b - CONSULT JPN,KOR @Seoul,KOR", "c - CONSULT JPN,KOR", "d - CONSULT JPN,KOR",
			"e 2015-04-17 CONSULT JPN,KOR 2015-04-16 @Seoul,KOR"}, "2015-04-16 e | ? a+b | ? c | ? d"},
		{"or the same words", []string{
			"a - CONSULT JPN,KOR", "a' - CONSULT JPN,KOR"}, "? a+a'"},
		{"a plan is told for weeks before its day", []string{
			"a 2015-04-17 AGREE+future JPN>USA",
			"b 2015-04-27 AGREE+future USA,JPN",
			"c 2015-04-25 AGREE+future JPN,USA 2015-04-29"}, "2015-04-29 a+b+c"},
	} {
		reports := reportsOf(t, c.reports...)
		for i := range reports {
			if Key(reports[i].Event) != Key(reports[0].Event) {
				t.Errorf("%s: keys %s and %s", c.why, Key(reports[i].Event), Key(reports[0].Event))
			}
		}
		if got := shown(reports, Merge(reports)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.why, got, c.want)
		}
	}
}

func TestReportsWithDifferentKeysAreNeverTheSame(t *testing.T) {
	for _, c := range [][2]string{
		{"a 2015-04-17 ACCUSE JPN>KOR", "b 2015-04-17 ACCUSE KOR>JPN"},
		{"a 2015-04-17 CONSULT JPN,KOR", "b 2015-04-17 CONSULT JPN,KOR,USA"},
		{"a 2015-04-17 CONSULT JPN,KOR", "b 2015-04-17 CONSULT+negation JPN,KOR"},
		{"a 2015-04-17 AGREE JPN>KOR", "b 2015-04-17 AGREE JPN,KOR"},
		{"a 2015-04-17 ASSAULT REB:m23>COD", "b 2015-04-17 ASSAULT RWA>COD"},
	} {
		if a, b := Key(told(t, c[0]).Event), Key(told(t, c[1]).Event); a == b {
			t.Errorf("%q and %q have the key %s", c[0], c[1], a)
		}
	}
}

func TestTheMergedEventTakesWhatOnlyOneReportTells(t *testing.T) {
	reports := reportsOf(t,
		"a 2015-04-17 CONSULT KOR,JPN 2015-04-16",
		"b 2015-04-18 CONSULT/visit JPN>KOR @Seoul,KOR",
		"c 2015-04-19 CONSULT KOR,JPN 2015-04-13..2015-04-19 @South_Korea,KOR")
	reports[0].Event.Contexts, reports[1].Event.Contexts = []string{"military"}, []string{"diplomatic", "military"}
	reports[0].Event.Score, reports[1].Event.Score = 2.5, 4
	all := Merge(reports)
	if len(all) != 1 {
		t.Fatal(shown(reports, all))
	}
	h := all[0]
	e := h.Event
	if h.Reports[0] != 0 || h.Outlets != 3 || h.Articles != 3 || !h.Told || h.First.String() != "2015-04-17" {
		t.Errorf("witnesses: %+v", h)
	}
	if e.Date.From != "2015-04-16" || e.Date.To != "2015-04-16" || e.Date.Text != "then" {
		t.Errorf("date %+v", e.Date)
	}
	if *e.Mode != "visit" || e.Score != 4 || e.Place.Name != "Seoul" || e.Recipients[0].ID != "KOR" || !slices.Equal(e.Contexts, []string{"diplomatic", "military"}) {
		t.Errorf("mode %s, score %g, place %s, recipients %v, contexts %v", *e.Mode, e.Score, e.Place.Name, e.Recipients, e.Contexts)
	}
	if reports[0].Event.Mode != nil || len(reports[0].Event.Contexts) != 1 {
		t.Error("merging changed a report")
	}
}

func TestAnEventCountsOnTheDayThatItMostLikelyWas(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"a 2015-04-17 CONSULT JPN,KOR 2015-04-16", "2015-04-16"},
		{"a 2015-04-17 CONSULT JPN,KOR", "2015-04-17"},
		{"a 2015-04-17 CONSULT JPN,KOR 2015-03-01..2015-03-31", "2015-03-16"},
		{"a 2015-04-17 CONSULT JPN,KOR 2015-04-01..2015-04-02", "2015-04-01"},
		{"a 2015-04-17 CONSULT JPN,KOR 2015-01-01..2015-12-31", ""},
		{"a 2015-04-17 CONSULT JPN,KOR ?", ""},
		{"a 2015-04-17 CONSULT+future JPN,KOR 2015-04-20", ""},
	} {
		got := ""
		if d, ok := Day(told(t, c.line).Event); ok {
			got = d.String()
		}
		if got != c.want {
			t.Errorf("%s counts on %q, want %q", c.line, got, c.want)
		}
	}
}

func TestOnlyFactsWithADateWeigh(t *testing.T) {
	for line, want := range map[string]bool{
		"a 2015-04-17 CONSULT JPN,KOR":                        true,
		"a 2015-04-17 CONSULT JPN,KOR 1998-01-01..1998-12-31": true,
		"a 2015-04-17 CONSULT JPN,KOR ?":                      false,
		"a 2015-04-17 CONSULT+negation JPN,KOR":               false,
		"a 2015-04-17 CONSULT+historical JPN,KOR 1998-10-08":  false,
	} {
		if got := Counts(told(t, line).Event); got != want {
			t.Errorf("%s counts: %v", line, got)
		}
	}
}

func ExampleMerge() {
	visit := func(outlet, day string) Report {
		return Report{Article: outlet, Outlet: outlet, Event: &record.Event{Type: "CONSULT",
			Actors: participants("JPN,KOR"), Date: &record.Date{From: day, To: day, Text: day}}}
	}
	for _, h := range Merge([]Report{visit("Seoul Times", "2015-11-02"), visit("Kyodo Post", "2015-11-02"), visit("Kyodo Post", "2015-12-28")}) {
		fmt.Println(h.From, "told by", h.Outlets)
	}
	// Output:
	// 2015-11-02 told by 2
	// 2015-12-28 told by 1
}
