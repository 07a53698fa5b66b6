package agenda

import (
	"fmt"
	"strings"
	"testing"
)

func TestTheCalendarOfATieHoldsWhatWasAndWhatComes(t *testing.T) {
	at := day(t, "2015-05-01")
	known := events(t, `
		70 2015-04-30 CONCEDE JPN>KOR 2015-04-29 "Abe apologised for wartime atrocities"
		71 2015-04-29 CONSULT/visit JPN>USA 2015-04-28 "Abe, on a visit to Washington, met Obama"`)
	dialogues := Dialogues(meetings(t, `
		a 2014-04-18 held senior-official JPN,KOR,USA "annual trilateral cooperation talks" date=2014-04-16 cadence=annual
		b 2015-04-17 held senior-official JPN,KOR,USA "trilateral cooperation talks" date=2015-04-16 place=Washington
		c 2015-04-17 planned minister JPN,KOR "tourism ministers' talks" date=2015-06-20
		d 2015-04-17 planned minister JPN,KOR "trade ministers' talks" date=2015-03-25
		e 2015-04-17 held minister CHN,KOR "trade ministers' talks" date=2015-04-14
		f 2015-04-17 planned leader JPN,USA "trip" date=2015-04-28`), known, at)
	watch := Watch(items(t, `
		a 2015-04-17 JPN,USA 2015-04-28 "Abe's trip to Washington" gauge=JPN,KOR
		b 2015-04-17 JPN,KOR 2015-06-20 "talks of the tourism ministers"
		c 2015-04-17 JPN,KOR default "talks some day"`), known, at)
	asked := Conditions(conditions(t, `a 2015-04-17 JPN unless "apologises for wartime atrocities"`), known, at)
	var got []string
	for _, l := range Calendar(dialogues, watch, asked, []string{"JPN", "KOR"}, day(t, "2015-01-01"), day(t, "2016-12-31")) {
		got = append(got, fmt.Sprintf("%s %s: %s %v%v", l.From, l.Kind, l.Title, l.Findings, l.Events))
	}
	want := []string{
		"2015-03-25 overdue: trade talks of ministers: trade ministers' talks [4][]",
		"2015-04-16 held: meetings of senior officials: trilateral cooperation talks, Washington [2][]",
		"2015-04-28 watch: Abe's trip to Washington (happened) [1][71]",
		"2015-04-29 condition met: unless: apologises for wartime atrocities [1][70]",
		"2015-06-20 planned: tourism talks of ministers: tourism ministers' talks [3][]",
		"2016-03-01 expected: meetings of senior officials, annual; last held 2015-04-16 [2][]",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
