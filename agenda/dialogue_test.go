package agenda

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"entente/calendar"
	"entente/record"
)

func day(t testing.TB, s string) calendar.Day {
	t.Helper()
	d, err := calendar.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// date reads "2015", "2015-06", "2015-06-01" or "2015-06-01..2015-06-03".
func date(t testing.TB, s string) *record.Date {
	t.Helper()
	from, to, ok := strings.Cut(s, "..")
	if !ok {
		to = from
		switch len(s) {
		case 4:
			from, to = s+"-01-01", s+"-12-31"
		case 7:
			first := day(t, s+"-01")
			y, m, _ := first.Date()
			from, to = first.String(), (calendar.DayOn(y, m+1, 1) - 1).String()
		}
	}
	day(t, from)
	day(t, to)
	return &record.Date{From: from, To: to, Text: s}
}

// meetings reads findings on dialogues, one a line:
//
//	article published status level parties "name" [date=…] [gap=4] [cadence=annual] [place=…]
func meetings(t testing.TB, lines string) []Told[record.Mechanism] {
	t.Helper()
	var out []Told[record.Mechanism]
	for line := range strings.Lines(strings.TrimSpace(lines)) {
		before, rest, _ := strings.Cut(strings.TrimSpace(line), `"`)
		name, after, ok := strings.Cut(rest, `"`)
		f := strings.Fields(before)
		if len(f) != 5 || !ok {
			t.Fatalf("%q tells no meeting", line)
		}
		words := strings.Fields(name)
		m := record.Mechanism{Name: name, Kind: strings.TrimSuffix(words[len(words)-1], "s"), Status: f[2], Parties: strings.Split(f[4], ",")}
		if isMadeUp(name) {
			m.Kind = words[0]
		}
		if f[3] != "-" {
			m.Level = &f[3]
		}
		for _, w := range strings.Fields(after) {
			key, value, _ := strings.Cut(w, "=")
			switch key {
			case "date":
				m.Date = date(t, value)
			case "gap":
				gap, err := strconv.ParseFloat(value, 64)
				if err != nil {
					t.Fatal(err)
				}
				m.GapYears = &gap
			case "cadence":
				m.Cadence = &value
			case "place":
				m.Place = &value
			default:
				t.Fatalf("%q: nothing is called %s", line, key)
			}
		}
		told := Told[record.Mechanism]{Number: int64(len(out) + 1), Article: f[0], Outlet: "Outlet of " + f[0], Sentence: f[0] + ": " + name + " " + f[2], Value: m}
		if f[1] != "-" {
			told.Published, told.Dated = day(t, f[1]), true
		}
		out = append(out, told)
	}
	return out
}

// events reads events, one a line: number published type[/mode] actors from[..to] [place] "text".
func events(t testing.TB, lines string) []Event {
	t.Helper()
	var out []Event
	for line := range strings.Lines(strings.TrimSpace(lines)) {
		before, text, _ := strings.Cut(strings.TrimSpace(line), `"`)
		f := strings.Fields(before)
		if len(f) < 5 {
			t.Fatalf("%q is no event", line)
		}
		number, err := strconv.ParseInt(f[0], 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		e := Event{Number: number, Published: day(t, f[1]), Text: strings.TrimSuffix(text, `"`)}
		typ, mode, _ := strings.Cut(f[2], "/")
		e.Type, e.Aux, _ = strings.Cut(typ, "+")
		e.Mode = mode
		actors, recipients, directed := strings.Cut(f[3], ">")
		e.Actors = strings.Split(actors, ",")
		if directed {
			e.Recipients = strings.Split(recipients, ",")
		}
		d := date(t, f[4])
		e.From, e.To = day(t, d.From), day(t, d.To)
		if len(f) > 5 {
			e.Place = f[5]
		}
		out = append(out, e)
	}
	return out
}

// told writes dialogues for comparison: name and state, then an entry a line.
func told(dialogues []Dialogue) string {
	var b strings.Builder
	for _, d := range dialogues {
		fmt.Fprintf(&b, "%s: %s, %s, %s\n", strings.Join(d.Parties, " "), d.Name, d.State, d.Cadence)
		for _, e := range d.Entries {
			fmt.Fprintf(&b, "  %s", e.Status)
			if e.Outcome != "" {
				fmt.Fprintf(&b, " (%s)", e.Outcome)
			}
			fmt.Fprintf(&b, " %s", e.date())
			if e.Place != "" {
				fmt.Fprintf(&b, " in %s", e.Place)
			}
			if e.GapYears > 0 {
				fmt.Fprintf(&b, " gap %g", e.GapYears)
			}
			fmt.Fprintf(&b, " by %v", e.Numbers)
			if e.Plans != nil {
				fmt.Fprintf(&b, " planned by %v", e.Plans)
			}
			if e.Events != nil {
				fmt.Fprintf(&b, " confirmed by %v", e.Events)
			}
			b.WriteString("\n")
		}
		for _, n := range []struct {
			*Next
			word string
		}{{d.Next, "next"}, {d.Overdue, "overdue"}} {
			if n.Next == nil {
				continue
			}
			when := "undated"
			if n.Dated {
				when = calendar.Interval{From: n.From, To: n.To}.String()
			}
			how := "planned"
			if n.Expected {
				how = "expected"
			}
			fmt.Fprintf(&b, "  %s %s, %s\n", n.word, when, how)
		}
	}
	return strings.TrimSpace(b.String())
}

func TestADialogueLivesOnOverArticles(t *testing.T) {
	for _, c := range []struct {
		why, told, events, at, want string
	}{
		{"an annual dialogue is held, broken off, resumed and planned anew", `
			a 2009-06-05 held minister JPN,KOR "annual defence ministers' dialogue" date=2009-06-04 cadence=annual place=Seoul
			b 2010-06-11 held minister JPN,KOR "second defense ministers' dialogue" date=2010-06-10 place=Tokyo
			c 2012-07-02 suspended minister JPN,KOR "defence ministers' dialogue" date=2012-06-29
			d 2013-01-15 suspended minister JPN,KOR "defence ministers' dialogue"
			e 2015-05-30 resumed minister JPN,KOR "defence ministers' talks" date=2015-05-30 gap=4 place=Singapore
			f 2015-05-31 resumed minister JPN,KOR "defence dialogue" date=2015-05-30
			g 2015-10-01 planned minister JPN,KOR "third defence ministers' dialogue" date=2016-06`, ``, "2015-11-01", `
JPN KOR: defence talks of ministers, live, annual
  held 2009-06-04 in Seoul by [1]
  held 2010-06-10 in Tokyo gap 1 by [2]
  suspended 2012-06-29 by [3 4]
  resumed 2015-05-30 in Singapore gap 4 by [5 6]
  planned 2016-06-01..2016-06-30 by [7]
  next 2016-06-01..2016-06-30, planned`},
		{"asked before the resumption, it is suspended", `
			a 2010-06-11 held minister JPN,KOR "defence ministers' dialogue" date=2010-06-10
			c 2012-07-02 suspended minister JPN,KOR "defence ministers' dialogue" date=2012-06-29
			e 2015-05-30 resumed minister JPN,KOR "defence ministers' talks" date=2015-05-30 gap=4`, ``, "2014-01-01", `
JPN KOR: defence talks of ministers, suspended, no rhythm known
  held 2010-06-10 by [1]
  suspended 2012-06-29 by [2]`},
		{"a plan told and then held is one meeting", `
			a 2015-03-01 planned minister CHN,JPN,KOR "foreign ministers' talks" date=2015-03-20..2015-03-22
			b 2015-03-10 planned minister CHN,JPN,KOR "trilateral foreign ministers' talks" date=2015-03-21
			c 2015-03-22 held minister CHN,JPN,KOR "first foreign ministers' talks" date=2015-03-21 gap=3 place=Seoul
			d 2015-04-17 held minister CHN,JPN,KOR "foreign ministers' talks" date=2015-03`, ``, "2015-05-01", `
CHN JPN KOR: meetings of ministers, live, no rhythm known
  held 2015-03-21 in Seoul gap 3 by [3 4] planned by [1 2]`},
		{"two sides are not three", `
			a 2015-03-22 held minister CHN,JPN,KOR "foreign ministers' talks" date=2015-03-21
			b 2015-03-22 held minister JPN,KOR "foreign ministers' talks" date=2015-03-21`, ``, "2015-05-01", `
CHN JPN KOR: meetings of ministers, live, no rhythm known
  held 2015-03-21 by [1]
JPN KOR: meetings of ministers, live, no rhythm known
  held 2015-03-21 by [2]`},
		{"an event confirms a planned meeting", `
			a 2014-11-08 planned leader CHN,JPN "talks" date=2014-11-10 place=Beijing`, `
			71 2014-11-10 CONSULT CHN,JPN 2014-11-10 Beijing "Xi and Abe shook hands"
			72 2014-11-10 CONSULT/phone CHN,JPN 2014-11-10 "They telephoned"
			73 2014-11-10 CONSULT CHN,JPN,USA 2014-11-10 "The three met"`, "2014-12-01", `
CHN JPN: meetings of leaders, live, no rhythm known
  held 2014-11-10 in Beijing by [1] planned by [1] confirmed by [71]`},
		{"a plan that nobody reports as held is overdue", `
			a 2014-02-01 held vice-minister IND,PAK "meeting of Sujatha Singh and Pakistan" date=2014-01-30
			b 2014-08-10 planned vice-minister IND,PAK "meeting of Sujatha Singh and Pakistan" date=2014-08-25`, ``, "2014-10-01", `
IND PAK: meetings of vice-ministers, live, no rhythm known
  held 2014-01-30 by [1]
  planned (not reported) 2014-08-25 by [2]
  overdue 2014-08-25, planned`},
		{"unless it was called off", `
			a 2014-08-10 planned vice-minister IND,PAK "talks" date=2014-08-25
			b 2014-08-19 cancelled vice-minister IND,PAK "talks" date=2014-08-18`, ``, "2014-10-01", `
IND PAK: meetings of vice-ministers, suspended, no rhythm known
  cancelled 2014-08-18 by [2]
  planned (called off) 2014-08-25 by [1]`},
		{"or put off to a later day", `
			a 2014-08-10 planned vice-minister IND,PAK "talks" date=2014-08-25
			b 2014-08-20 planned vice-minister IND,PAK "talks" date=2014-09-30`, ``, "2014-09-20", `
IND PAK: meetings of vice-ministers, planned, no rhythm known
  planned (put off) 2014-08-25 by [1]
  planned 2014-09-30 by [2]
  next 2014-09-30, planned`},
		{"three meetings show a rhythm, and the next is expected by it", `
			a 2011-05-20 held - CHN,USA "Strategic and Economic Dialogue" date=2011-05-09
			b 2012-05-20 held - CHN,USA "fourth Strategic and Economic Dialogue" date=2012-05-03
			c 2013-07-20 held - CHN,USA "Strategic and Economic Dialogue" date=2013-07-10
			d 2014-07-20 held - CHN,USA "Strategic & Economic Dialogue" date=2014-07-09`, ``, "2014-12-01", `
CHN USA: economy and strategy talks, live, every 364 days by the meetings held
  held 2011-05-09 by [1]
  held 2012-05-03 by [2]
  held 2013-07-10 gap 1.2 by [3]
  held 2014-07-09 by [4]
  next 2015-05-24..2015-08-22, expected`},
		{"and later it is overdue", `
			a 2013-07-20 held - CHN,USA "annual Strategic and Economic Dialogue" date=2013-07-10 cadence=annual
			b 2014-07-20 held - CHN,USA "Strategic and Economic Dialogue" date=2014-07-09`, ``, "2015-12-01", `
CHN USA: economy and strategy talks, live, annual
  held 2013-07-10 by [1]
  held 2014-07-09 by [2]
  overdue 2015-05-25..2015-08-23, expected`},
		{"and at last it sleeps", `
			a 2014-07-20 held - CHN,USA "annual Strategic and Economic Dialogue" date=2014-07-09 cadence=annual`, ``, "2018-12-01", `
CHN USA: economy and strategy talks, asleep, annual
  held 2014-07-09 by [1]`},
		{"irregular meetings have no rhythm", `
			a 2011-01-20 held leader DEU,FRA "summit" date=2011-01-10
			b 2011-02-20 held leader DEU,FRA "summit" date=2011-02-03
			c 2013-07-20 held leader DEU,FRA "summit" date=2013-07-10
			d 2014-01-20 held leader DEU,FRA "meeting of Angela Merkel and François Hollande" date=2014-01-09`, ``, "2014-02-01", `
DEU FRA: meetings of leaders, live, no rhythm known
  held 2011-01-10 by [1]
  held 2011-02-03 by [2]
  held 2013-07-10 gap 2.4 by [3]
  held 2014-01-09 by [4]`},
		{"meetings without a time are placed by their articles", `
			a 2015-04-17 resumed - JPN,KOR "security dialogue" gap=5
			b 2015-04-20 held - JPN,KOR "the security dialogue"
			c 2016-04-20 held vice-minister JPN,KOR "security talks" date=2016-04-18`, ``, "2016-05-01", `
JPN KOR: security talks of vice-ministers, live, no rhythm known
  resumed before 2015-04-17 gap 5 by [1 2]
  held 2016-04-18 by [3]`},
		{"talks of nobody's level join a meeting of their day", `
			a 2021-01-25 resumed - GRC,TUR "talks" date=2021-01-25 gap=5
			b 2021-01-25 held working GRC,TUR "exploratory talks" date=2021-01-25 place=Istanbul`, ``, "2021-03-01", `
GRC TUR: meetings of working-level officials, live, no rhythm known
  resumed 2021-01-25 in Istanbul gap 5 by [1 2]`},
		{"an article without a date tells no plan for today", `
			a - planned minister USA,VNM "meeting of Warren Christopher and Vietnam"`, ``, "2024-01-01", `
USA VNM: meetings of ministers, undated, no rhythm known
  planned at an unknown time by [1]`},
	} {
		got := told(Dialogues(meetings(t, c.told), events(t, c.events), day(t, c.at)))
		if want := strings.TrimSpace(c.want); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", c.why, got, want)
		}
	}
}

func TestANameTellsWhatADialogueIsAbout(t *testing.T) {
	for name, want := range map[string]string{
		"annual defence ministers' dialogue":                                      "defence",
		"second Defense Ministers' Meeting":                                       "defence",
		"foreign ministers' talks":                                                "",
		"long-suspended trilateral summit":                                        "",
		"Strategic and Economic Dialogue":                                         "economy and strategy",
		"meeting of Egypt water minister and Sudan water minister":                "water",
		"meeting of Mohamed Bazoum and Economic Community of West African States": "",
		"seaside summit":                                                          "",
		"tourism ministers' talks":                                                "tourism",
	} {
		if got := subjectsOf(name); got != want {
			t.Errorf("%q is about %q, want %q", name, got, want)
		}
	}
}
