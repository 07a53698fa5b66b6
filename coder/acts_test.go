package coder_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"entente/article"
	"entente/record"
)

// told is an article, published on Friday, 17 April 2015, and the acts in it.
type told struct {
	name        string
	title, body string
	want        []string // "TYPE mode aux A,B>R": actors and recipients sorted, empty parts left out
}

// check codes each article and compares all of its events.
func check(t *testing.T, cases []told) {
	t.Helper()
	c := newCoder(t)
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			rec := c.Code(published(tc.title, tc.body))
			got := make([]string, 0, len(rec.Events))
			for _, e := range rec.Events {
				got = append(got, actOf(e))
			}
			slices.Sort(got)
			want := slices.Sorted(slices.Values(tc.want))
			if !slices.Equal(got, want) {
				t.Errorf("%s\n got %q\nwant %q", tc.body, got, want)
			}
		})
	}
}

// published is an article with the time that all of these tests assume.
func published(title, body string) *article.Article {
	a := articleOf(title, body)
	a.Published = article.Time{Time: time.Date(2015, 4, 17, 9, 0, 0, 0, time.UTC)}
	return a
}

// actOf writes an event without its time.
func actOf(e record.Event) string {
	parts := []string{e.Type}
	if e.Mode != nil {
		parts = append(parts, *e.Mode)
	}
	if e.Aux != "" {
		parts = append(parts, e.Aux)
	}
	who := idsOf(e.Actors)
	if len(e.Recipients) > 0 {
		who += ">" + idsOf(e.Recipients)
	}
	return strings.Join(append(parts, who), " ")
}

func idsOf(list []record.Participant) string {
	ids := make([]string, 0, len(list))
	for _, p := range list {
		ids = append(ids, p.ID)
	}
	slices.Sort(ids)
	return strings.Join(ids, ",")
}

func TestGoverningWordsMakeAnotherActOfTheOneTheyGovern(t *testing.T) {
	check(t, []told{
		{"a threat of expulsion", "", "Colombia threatened to expel the Venezuelan ambassador.", []string{"THREATEN expel COL>VEN"}},
		{"an expulsion to come is a threat", "", "Poland will expel two Russian diplomats.", []string{"THREATEN expel POL>RUS"}},
		{"will not is a refusal", "", "Turkey will not meet Greece.", []string{"REJECT meet TUR>GRC"}},
		{"a day in front is nobody's partner", "", "On Tuesday, Chile and Peru signed a border treaty.", []string{"AGREE CHL,PER"}},
		{"a promise of help is an agreement", "", "Denmark promised to send aid to Somalia.", []string{"AGREE DNK>SOM"}},
		{"a plan to help is an agreement", "", "Pakistan plans to send aid to Nepal.", []string{"AGREE PAK>NPL"}},
		{"a promise to share is an agreement", "", "Norway agreed to share intelligence with Sweden.", []string{"AGREE NOR>SWE"}},
		{"a promise to withdraw is a concession", "", "Denmark agreed to withdraw its troops from Kosovo.", []string{"CONCEDE DNK>XKX"}},
		{"a vow of violence is a threat", "", "Egypt vowed to attack Libya.", []string{"THREATEN violence EGY>LBY"}},
		{"a threat of violence", "", "Egypt threatened to attack Ethiopia.", []string{"THREATEN violence EGY>ETH"}},
		{"a threat of sanctions", "", "Egypt threatened to impose sanctions on Ethiopia.", []string{"THREATEN restrict EGY>ETH"}},
		{"a refusal to meet", "", "Austria refused to meet Slovakia.", []string{"REJECT meet AUT>SVK"}},
		{"a refusal to sign", "", "Norway refused to sign the treaty with Russia.", []string{"REJECT change NOR>RUS"}},
		{"a demand to release", "", "Ghana urged Togo to release two fishermen.", []string{"REQUEST yield GHA>TGO"}},
		{"a demand to withdraw", "", "Egypt urged Sudan to withdraw its troops.", []string{"REQUEST yield EGY>SDN"}},
		{"a request to talk", "", "Ghana asked Togo to hold talks.", []string{"REQUEST meet GHA>TGO"}},
		{"a demand in a that-clause", "", "Greece demanded that Turkey withdraw its ships.", []string{"REQUEST change GRC>TUR"}},
		{"a denial by the accused is no event", "", "Iran denied attacking Saudi Arabia.", nil},
		{"nor is one in a that-clause", "", "Egypt denied that it had attacked Libya.", nil},
		{"talks that are cancelled are a refusal", "", "Turkey cancelled talks with Greece on Monday.", []string{"REJECT meet TUR>GRC"}},
		{"so are talks that are postponed", "", "Japan postponed talks with Russia on Monday.", []string{"REJECT meet JPN>RUS"}},
		{"and visits that are cancelled", "", "Japan cancelled a visit to Russia on Monday.", []string{"REJECT meet JPN>RUS"}},
		{"attacks that stop are a retreat", "", "Egypt stopped the bombing of Libya.", []string{"RETREAT ceasefire EGY>LBY"}},
		{"what begins is the act itself", "", "Egypt began talks with Ethiopia on Monday.", []string{"CONSULT EGY,ETH"}},
		{"an apology that won't come is a refusal", "", "Japan will not apologize to South Korea.", []string{"REJECT yield JPN>KOR"}},
	})
}

func TestWhatDidNotOrMayNotHappenHasAnAuxiliaryMode(t *testing.T) {
	check(t, []told{
		{"not", "", "Egypt did not attack Libya.", []string{"ASSAULT negation EGY>LBY"}},
		{"will not", "", "Iran will not attack Iraq.", []string{"ASSAULT negation IRN>IRQ"}},
		{"never", "", "Serbia never recognized Kosovo.", []string{"SUPPORT negation SRB>XKX"}},
		{"failed to", "", "Vietnam failed to sign an agreement with Laos.", []string{"AGREE negation LAO,VNM"}},
		{"will", "", "Armenia and Azerbaijan will sign a peace treaty next week.", []string{"AGREE future ARM,AZE"}},
		{"were to", "", "Peru and Chile were to sign a treaty on Friday.", []string{"AGREE future CHL,PER"}},
		{"may", "", "Armenia may sign a peace treaty with Azerbaijan.", []string{"AGREE hypothetical ARM,AZE"}},
		{"hopes to", "", "Peru hopes to sign a treaty with Chile.", []string{"AGREE hypothetical CHL,PER"}},
		{"wants to", "", "Armenia wants to hold talks with Azerbaijan.", []string{"CONSULT hypothetical ARM,AZE"}},
		{"would, if", "", "Egypt would attack Libya if Libya attacked Tunisia.", []string{"ASSAULT hypothetical EGY>LBY", "ASSAULT hypothetical LBY>TUN"}},
		{"a year long past", "", "Iraq attacked Iran in 1980.", []string{"ASSAULT historical IRQ>IRN"}},
		{"history in a relative clause", "", "Russia, which attacked Georgia in 2008, signed a treaty with Armenia on Monday.",
			[]string{"ASSAULT historical RUS>GEO", "AGREE ARM,RUS"}},
	})
}

func TestAnAnswerGoesToThoseItAnswers(t *testing.T) {
	check(t, []told{
		{"a rejected accusation", "", "Peru accused Ecuador of espionage. Ecuador rejected the accusation.", []string{"ACCUSE allege PER>ECU", "REJECT ECU>PER"}},
		{"a dismissed charge", "", "Peru accused Ecuador of espionage. Ecuador dismissed the charge.", []string{"ACCUSE allege PER>ECU", "REJECT ECU>PER"}},
		{"a denied accusation", "", "Zambia accused Malawi of espionage on Monday. Malawi denied the accusation.", []string{"ACCUSE allege ZMB>MWI", "REJECT MWI>ZMB"}},
		{"a rejected demand", "", "Greece demanded that Turkey withdraw its ships. Turkey rejected the demand.", []string{"REQUEST change GRC>TUR", "REJECT change TUR>GRC"}},
		{"in the same sentence", "", "India condemned Pakistan, and Pakistan rejected the criticism.", []string{"ACCUSE disapprove IND>PAK", "REJECT PAK>IND"}},
	})
}

func TestRolesFollowTheGrammarNotTheOrderOfWords(t *testing.T) {
	check(t, []told{
		{"passive", "", "Two Russian diplomats were expelled by Poland on Monday.", []string{"SANCTION expel POL>RUS"}},
		{"passive of an attack", "", "Yemen was attacked by Saudi Arabia.", []string{"ASSAULT SAU>YEM"}},
		{"passive of what is done together", "", "The agreement was signed by Oman and Yemen on Monday.", []string{"AGREE OMN,YEM"}},
		{"relative clause", "", "Rwanda, which expelled the French ambassador on Monday, signed a treaty with Uganda on Tuesday.",
			[]string{"SANCTION expel RWA>FRA", "AGREE RWA,UGA"}},
		{"participle behind", "", "Turkey recalled its ambassador from Paris, accusing France of genocide denial.",
			[]string{"SANCTION withdraw TUR>FRA", "ACCUSE allege TUR>FRA"}},
		{"participle between", "", "Poland, accusing Belarus of espionage, expelled two Belarusian diplomats.",
			[]string{"ACCUSE allege POL>BLR", "SANCTION expel POL>BLR"}},
		{"two verbs, one subject", "", "Saudi Arabia bombed Yemen and blockaded its ports.", []string{"ASSAULT SAU>YEM", "COERCE restrict SAU>YEM"}},
		{"possessive of the other side", "", "India condemned Pakistan and expelled its ambassador.", []string{"ACCUSE disapprove IND>PAK", "SANCTION expel IND>PAK"}},
		{"two clauses", "", "Georgia and Ukraine signed a treaty, and Moldova recalled its ambassador from Russia.",
			[]string{"AGREE GEO,UKR", "SANCTION withdraw MDA>RUS"}},
	})
}

func TestHeadlineLeadAndBodyTellOneEvent(t *testing.T) {
	check(t, []told{
		{"a deal", "Iran, Pakistan sign pipeline deal",
			"TEHRAN: Iran and Pakistan signed a pipeline deal on Tuesday.\n\nThe agreement between Iran and Pakistan was signed in Tehran.", []string{"AGREE IRN,PAK"}},
		{"an expulsion", "Poland expels Russian diplomats",
			"Poland expelled two Russian diplomats on Monday.\n\nThe two Russian diplomats were expelled after a row over spying.", []string{"SANCTION expel POL>RUS"}},
		{"talks", "India, Pakistan hold talks on border",
			"NEW DELHI: India and Pakistan held talks on their border on Tuesday. The talks between India and Pakistan were the first in two years.", []string{"CONSULT IND,PAK"}},
		{"arrival and meeting", "", "French President Francois Hollande arrived in Berlin on Monday. He met German Chancellor Angela Merkel.", []string{"CONSULT visit FRA>DEU"}},
	})
}

func TestMergedEventsKeepAllTheirPlacesAsEvidence(t *testing.T) {
	rec := newCoder(t).Code(published("Malaysia, Singapore sign rail agreement", "Malaysia and Singapore signed an agreement on a rail link on Monday."))
	if len(rec.Events) != 1 || len(rec.Events[0].Evidence) != 2 || rec.Events[0].Sentence != 1 {
		t.Errorf("events %+v; want one, told in the body, with headline and body as evidence", rec.Events)
	}
}

func TestWordsInQuotationMarksAreNoReport(t *testing.T) {
	check(t, []told{
		{"a minister's account", "", `"Russia invaded Ukraine," said Polish President Andrzej Duda.`, nil},
		{"two quotations", "", `"France attacked Libya," the Libyan minister said. "Italy bombed Tripoli."`, nil},
		{"what we condemn, we condemn by saying so", "", `"We condemn Israel," Jordanian King Abdullah said.`, []string{"ACCUSE disapprove JOR>ISR"}},
	})
}

func TestTalkOfPastSufferingIsNoEvent(t *testing.T) {
	check(t, []told{
		{"disputes that cost lives", "", "The Philippine minister said that disputes over the reef had cost many lives over the years.", nil},
		{"wars in general", "", "He said that wars had killed thousands in the region.", nil},
		{"a country that suffered", "", "The minister said that the country had suffered wars for decades.", nil},
	})
}

func TestConditionsNameWhoMustActFirst(t *testing.T) {
	c := newCoder(t)
	for _, tc := range []struct{ body, want string }{
		{"Ukraine would sign the treaty with Poland if Poland withdrew its troops.", "[POL] if: withdrew its troops"},
		{"Brazil will not sign an agreement with Argentina unless Argentina lifts its tariffs.", "[ARG] unless: lifts its tariffs"},
		{"North Korea threatened to attack South Korea if Seoul holds military exercises.", "[KOR] if: holds military exercises"},
	} {
		var got []string
		for _, x := range c.Code(published("", tc.body)).Conditions {
			got = append(got, fmt.Sprintf("%v %s: %s", x.On, x.Connective, x.Action))
		}
		if len(got) != 1 || got[0] != tc.want {
			t.Errorf("%s\n got %q\nwant %q", tc.body, got, tc.want)
		}
	}
}
