package agenda

import (
	"fmt"
	"strings"
	"testing"

	"entente/record"
)

// conditions reads conditions, one a line: article published parties connective "action".
func conditions(t testing.TB, lines string) []Told[record.Condition] {
	t.Helper()
	var out []Told[record.Condition]
	for line := range strings.Lines(strings.TrimSpace(lines)) {
		before, action, ok := strings.Cut(strings.TrimSpace(line), `"`)
		f := strings.Fields(before)
		if len(f) != 4 || !ok {
			t.Fatalf("%q is no condition", line)
		}
		c := Told[record.Condition]{Number: int64(len(out) + 1), Article: f[0], Outlet: f[0], Sentence: line,
			Value: record.Condition{On: []string{}, Connective: f[3], Action: strings.TrimSuffix(action, `"`), Outcome: "nothing happens"}}
		if f[1] != "-" {
			c.Published, c.Dated = day(t, f[1]), true
		}
		if f[2] != "-" {
			c.Value.On = strings.Split(f[2], ",")
		}
		out = append(out, c)
	}
	return out
}

func shownConditions(all []Condition) string {
	var lines []string
	for _, c := range all {
		line := fmt.Sprint(c.Numbers, " open")
		if c.Met != nil {
			line = fmt.Sprint(c.Numbers, " met by ", c.Met.Event, " ", strings.Join(c.Met.Words, " "))
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "; ")
}

func TestAConditionIsOpenUntilAnEventMeetsIt(t *testing.T) {
	for _, c := range []struct{ why, told, events, want string }{
		{"an apology asked for is given", `a 2015-04-17 JPN unless "offers a sincere apology for wartime atrocities"`,
			`9 2015-12-28 CONCEDE JPN>KOR 2015-12-28 "Abe apologized for the suffering of the women in wartime"`, "[1] met by 9 apolog wartim"},
		{"an apology for something else does not count", `a 2015-04-17 JPN unless "apologises for wartime atrocities"`,
			`9 2015-12-28 CONCEDE JPN>KOR 2015-12-28 "Tokyo apologized for the late arrival of its delegation"`, "[1] open"},
		{"nor one of somebody else", `a 2015-04-17 JPN unless "apologises for wartime atrocities"`,
			`9 2015-12-28 CONCEDE DEU>ISR 2015-12-28 "Merkel apologized for wartime atrocities"`, "[1] open"},
		{"nor a promise or a refusal", `a 2015-04-17 JPN unless "apologises for wartime atrocities"`, `
			8 2015-12-28 CONCEDE+future JPN>KOR 2015-12-28 "Abe will apologise for wartime atrocities"
			9 2015-12-28 CONCEDE JPN>KOR 2015-12-28 "Abe did not apologise for wartime atrocities"`, "[1] open"},
		{"nor one before the condition", `a 2015-04-17 JPN unless "apologises for wartime atrocities"`, `
			9 2015-04-16 CONCEDE JPN>KOR 2015-04-16 "Abe apologised for wartime atrocities"
			8 2016-04-16 CONCEDE JPN>KOR 1995-08-15 "Murayama apologised for wartime atrocities"`, "[1] open"},
		{"sanctions are lifted", `a 2015-04-17 USA until "takes its name off a list"
			b 2015-04-18 USA until "lifts the sanctions on Iranian oil"`,
			`9 2016-01-17 RETREAT USA>IRN 2016-01-16 "Washington eased sanctions on Iranian oil"`, "[1] open; [2] met by 9 eas iran oil sanct"},
		{"new ones do not meet a condition to lift them", `b 2015-04-18 USA until "lifts the sanctions on Iranian oil"`,
			`9 2016-01-17 SANCTION USA>IRN 2016-01-16 "Washington imposed sanctions on Iranian oil"`, "[1] open"},
		{"troops withdraw", `a 2014-09-06 RUS if "withdraws its troops from Ukraine"`, `
			8 2014-10-12 RETREAT RUS>UKR 2014-10-11 "Moscow pulled troops back from the border with Ukraine"
			9 2014-10-13 RETREAT RUS>UKR 2014-10-11 "Moscow withdrew troops from Ukraine"`, "[1] met by 8 pull troop ukrain"},
		{"what must not be done cannot be met", `a 2023-11-07 CHN if "does not remove the duties"`,
			`9 2023-12-12 RETREAT CHN>AUS 2023-12-11 "Beijing removed the duties"`, "[1] open"},
		{"a state of affairs is no deed, and hides none", `a 2015-01-28 USA as "keeps Cuba on a list of state sponsors of terrorism"
			b 2015-02-27 USA unless "removes Cuba from a list of state sponsors of terrorism"`,
			`9 2015-05-29 RETREAT USA>CUB 2015-05-29 "Washington removed Cuba from its list of state sponsors of terrorism"`, "[1] open; [2] met by 9 cuba list remov spon stat terrorism"},
		{"to agree says nothing without to what", `a 2015-04-14 USA if "agrees"`,
			`9 2015-07-01 AGREE USA,CUB> 2015-07-01 "The United States and Cuba agreed to reopen their embassies"`, "[1] open"},
		{"what nobody must do stays open", `a 2023-11-07 - unless "the duties are removed"`,
			`9 2023-12-12 RETREAT CHN>AUS 2023-12-11 "Beijing removed the duties"`, "[1] open"},
		{"one demand told by several articles is one", `
			a 2015-04-17 JPN unless "offers a sincere apology for wartime atrocities"
			b 2015-04-18 JPN until "apologises for its wartime past"
			c 2015-04-19 JPN until "withdraws its claim to the islets"
			d 2015-04-20 KOR until "apologises for its wartime past"`, ``, "[1 2] open; [3] open; [4] open"},
	} {
		got := shownConditions(Conditions(conditions(t, c.told), events(t, c.events), day(t, "2024-01-01")))
		if got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.why, got, c.want)
		}
	}
}

func TestAConditionIsMetOnlyOnceTheEventIsKnown(t *testing.T) {
	told := conditions(t, `a 2015-04-17 JPN unless "apologises for wartime atrocities"`)
	known := events(t, `9 2015-12-28 CONCEDE JPN>KOR 2015-12-28 "Abe apologized for wartime atrocities"`)
	for at, want := range map[string]string{"2015-04-16": "", "2015-12-27": "[1] open", "2015-12-28": "[1] met by 9 apolog atrocit wartim"} {
		if got := shownConditions(Conditions(told, known, day(t, at))); got != want {
			t.Errorf("on %s: %q, want %q", at, got, want)
		}
	}
}
