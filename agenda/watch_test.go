package agenda

import (
	"fmt"
	"strings"
	"testing"

	"entente/record"
)

// items reads watch items, one a line: article published parties date "what" [gauge=JPN,KOR].
func items(t testing.TB, lines string) []Told[record.WatchItem] {
	t.Helper()
	var out []Told[record.WatchItem]
	for line := range strings.Lines(strings.TrimSpace(lines)) {
		before, rest, _ := strings.Cut(strings.TrimSpace(line), `"`)
		what, after, ok := strings.Cut(rest, `"`)
		f := strings.Fields(before)
		if len(f) != 4 || !ok {
			t.Fatalf("%q is no item", line)
		}
		w := Told[record.WatchItem]{Number: int64(len(out) + 1), Article: f[0], Outlet: f[0], Sentence: line, Value: record.WatchItem{What: what}}
		if f[1] != "-" {
			w.Published, w.Dated = day(t, f[1]), true
		}
		if f[2] != "-" {
			for p := range strings.SplitSeq(f[2], ",") {
				w.Value.Actors = append(w.Value.Actors, record.Participant{ID: p, Country: &p})
			}
		}
		switch {
		case f[3] == "default": // the coder's ninety days
			w.Value.Date = &record.Date{From: w.Published.String(), To: (w.Published + 90).String()}
		case f[3] != "-":
			w.Value.Date = date(t, f[3])
		}
		if gauge, ok := strings.CutPrefix(strings.TrimSpace(after), "gauge="); ok {
			w.Value.GaugeOf = strings.Split(gauge, ",")
		}
		out = append(out, w)
	}
	return out
}

func shownItems(all []Item) string {
	var lines []string
	for _, it := range all {
		line := fmt.Sprint(it.Numbers, " ", it.Fate)
		if it.By != nil {
			line += fmt.Sprint(" by ", it.By.Event)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "; ")
}

func TestWhatIsWatchedForHappensOrPasses(t *testing.T) {
	for _, c := range []struct{ why, told, events, at, want string }{
		{"it is coming", `a 2014-11-08 CHN,JPN 2014-11-10 "talks on Monday between Abe and Xi"`, ``, "2014-11-09", "[1] coming"},
		{"it happened", `a 2014-11-08 CHN,JPN 2014-11-10 "talks on Monday between Abe and Xi"`,
			`9 2014-11-10 CONSULT JPN,CHN 2014-11-10 "The two shook hands"`, "2014-12-01", "[1] happened by 9"},
		{"a meeting of three is not the talks of two", `a 2014-11-08 CHN,JPN 2014-11-10 "talks on Monday between Abe and Xi"`,
			`9 2014-11-10 CONSULT JPN,CHN,USA 2014-11-10 "Leaders met at the dinner"`, "2014-11-20", "[1] coming"},
		{"a telephone call is no visit", `a 2014-11-08 CHN,JPN 2014-11-10 "a visit of Abe"`,
			`9 2014-11-10 CONSULT/phone JPN,CHN 2014-11-10 "The two spoke"`, "2014-11-20", "[1] coming"},
		{"what was over before it was announced is something else", `a 2014-11-08 CHN,JPN 2014-11-08 "talks later on Saturday between Abe and Xi"`,
			`9 2014-11-08 CONSULT JPN,CHN 2014-11-07 "The two met"`, "2014-11-20", "[1] coming"},
		{"it passed, as later news of both shows", `a 2014-11-08 CHN,JPN 2014-11-10 "talks on Monday between Abe and Xi"`,
			`9 2014-11-20 ACCUSE CHN>JPN 2014-11-19 "Beijing criticised Tokyo"`, "2014-12-01", "[1] passed without it"},
		{"without later news nobody knows", `a 2014-11-08 CHN,JPN 2014-11-10 "talks on Monday between Abe and Xi"`, ``, "2014-12-01", "[1] not reported"},
		{"of an election nobody knows either", `a 2018-10-01 BOL 2019-10 "the Bolivian election due in October next year"`,
			`9 2019-11-20 ACCUSE BOL>CHL 2019-11-19 "La Paz criticised Santiago"`, "2020-01-01", "[1] not reported"},
		{"what has no day is open, and lapses", `
			a 2015-04-17 JPN,USA default "upcoming trip of Abe to the U.S." gauge=JPN,KOR
			b 2014-04-17 FRA,USA - "to speak by phone soon"`, ``, "2015-05-01", "[2] lapsed; [1] open"},
		{"what has no day happens if its words say so", `a 2015-04-17 JPN,USA default "Abe's upcoming trip to the U.S., including an address to Congress"`, `
			8 2015-04-22 CONSULT JPN,USA 2015-04-22 "Officials of both met in Tokyo"
			9 2015-04-29 CONSULT/visit JPN>USA 2015-04-29 "Abe, on a visit to Washington, addressed Congress"`, "2015-05-01", "[1] happened by 9"},
		{"a ratification is no meeting", `a 2015-04-17 JPN,USA 2015-05 "sign the treaty on trade"`, `
			8 2015-05-05 CONSULT JPN,USA 2015-05-04 "Officials of both met on the trade treaty"
			9 2015-05-21 AGREE JPN,USA 2015-05-20 "The two signed the trade treaty"`, "2015-06-01", "[1] happened by 9"},
		{"repeats are one, the day told last included", `
			a 2015-03-01 JPN,USA default "Abe's trip to Washington"
			b 2015-03-20 JPN,USA 2015-04 "a trip of Abe to Washington in April"
			c 2015-04-10 JPN,USA 2015-04-28 "Abe will visit Washington on April 28"
			d 2015-04-10 JPN,USA 2015-11 "a second visit in November"`, ``, "2015-04-20", "[1 2 3] coming; [4] coming"},
	} {
		got := shownItems(Watch(items(t, c.told), events(t, c.events), day(t, c.at)))
		if got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.why, got, c.want)
		}
	}
}
