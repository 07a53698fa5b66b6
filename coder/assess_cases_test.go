package coder

import (
	"strings"
	"testing"

	"entente/article"
	"entente/record"
)

// stories open the pages of assessCases, each by the pair that "the two
// countries" or "their ties" then means.
var stories = map[string]string{
	"GRC TUR": "Greek and Turkish ministers speak\n\nATHENS, March 3, 2020 (Wire) — The foreign ministers of Greece and Turkey spoke by telephone on Tuesday.",
	"AUS CHN": "Australia hopes for more talks with China\n\nCANBERRA, March 3, 2020 (Wire) — Australia and China will hold talks on barley this week.",
	"IND PAK": "India, Pakistan swap lists of prisoners\n\nNEW DELHI, March 3, 2020 (Wire) — India and Pakistan exchanged lists of prisoners on Tuesday.",
	"IRN SAU": "Iranian envoy arrives in Riyadh\n\nRIYADH, March 3, 2020 (Wire) — An Iranian envoy arrived in Saudi Arabia on Tuesday.",
	"DEU RUS": "Russian minister visits Berlin\n\nBERLIN, March 3, 2020 (Wire) — The Russian foreign minister met his German counterpart in Berlin on Tuesday.",
	"COL VEN": "Colombia names envoy to Venezuela\n\nBOGOTA, March 3, 2020 (Wire) — Colombia named an ambassador to Venezuela on Tuesday.",
	"DZA MAR": "Algeria and Morocco at the United Nations\n\nALGIERS, March 3, 2020 (Wire) — Delegates of Algeria and Morocco spoke at the United Nations on Tuesday.",
	"ERI ETH": "Eritrean president in Ethiopia\n\nADDIS ABABA, March 3, 2020 (Wire) — The president of Eritrea arrived in Ethiopia on Tuesday.",
	"CUB USA": "Washington sends delegation to Havana\n\nHAVANA, March 3, 2020 (Wire) — The United States sent a delegation to Cuba on Tuesday.",
	"COD RWA": "Rwanda and Congo discuss border\n\nKIGALI, March 3, 2020 (Wire) — Rwanda and the Democratic Republic of Congo discussed their border on Tuesday.",
}

// assessCases are sentences as dailies and agencies put them, written for this
// test. want is level and direction of the story's pair, "" where nothing is
// assessed; a third and fourth word name other parties.
var assessCases = []struct{ story, says, want string }{
	// what ties are
	{"GRC TUR", "Relations between Athens and Ankara, NATO allies, have long been strained by disputes over airspace.", "strained -"},
	{"GRC TUR", "Relations have been tense since the autumn.", "strained -"},
	{"GRC TUR", "Ties between the two countries have been frosty for years.", "strained -"},
	{"DEU RUS", "Relations between Moscow and Berlin are icy.", "strained -"},
	{"DEU RUS", "Relations between Russia and Germany have been in a deep freeze since the poisoning.", "hostile -"},
	{"IRN SAU", "Relations between the two regional powers have been frozen since the attack on the embassy.", "hostile -"},
	{"COL VEN", "The two neighbours have had a rocky relationship for two decades.", "strained -"},
	{"COL VEN", "Relations between Caracas and Bogota are at their lowest point in decades.", "hostile worsening"},
	{"COL VEN", "Bilateral ties hit their lowest point in a generation.", "hostile worsening"},
	{"AUS CHN", "Bilateral relations plunged to a new low after Canberra called for an inquiry.", "hostile worsening"},
	{"AUS CHN", "Ties between Beijing and Canberra sank to their worst level in years.", "strained worsening"},
	{"AUS CHN", "Australia's relations with China have deteriorated sharply.", "- worsening"},
	{"AUS CHN", "Australia's relationship with China has soured since the ban.", "- worsening"},
	{"AUS CHN", "Relations nosedived after the ban on barley.", "- worsening"},
	{"AUS CHN", "Australia's ties with China have stabilised in recent months.", "- stable"},
	{"AUS CHN", "Relations between the two trading partners have stabilized.", "- stable"},
	{"IND PAK", "Relations between the nuclear-armed rivals have been at a low ebb since the bombing.", "strained worsening"},
	{"IND PAK", "The relationship remains fragile.", "- fragile"},
	{"IND PAK", "Relations remain brittle, diplomats say.", "- fragile"},
	{"IRN SAU", "Relations between the kingdom and the Islamic Republic have been hostile for decades.", "hostile -"},
	{"GRC TUR", "The two countries have cordial relations.", "warm -"},
	{"DEU RUS", "Germany and Russia enjoyed good relations under the former chancellor, but they are now badly strained.", "strained -"},
	{"CUB USA", "Cuba and the United States have had no diplomatic relations since 1961.", "hostile -"},
	{"IRN SAU", "The two countries have no diplomatic ties.", "hostile -"},
	{"DZA MAR", "Algeria and Morocco have not had diplomatic relations since 2021.", "hostile -"},
	{"DZA MAR", "Relations between the two neighbours have been poor for decades.", "strained -"},
	{"DZA MAR", "Relations between Rabat and Algiers are at breaking point.", "strained -"},
	{"COD RWA", "Relations between Kigali and Kinshasa are at an all-time low.", "strained worsening"},
	{"COD RWA", "Relations between Rwanda and its larger neighbour are fraught.", "strained -"},
	{"GRC TUR", "Ties between the two are better than they have been in years.", "- improving"},
	{"GRC TUR", "Relations are the best in years, officials say.", "warm improving"},
	{"GRC TUR", "Relations between the two NATO members have rarely been worse.", "strained -"},
	{"AUS CHN", "Relations have never been better, the ambassador said.", "warm -"},
	{"AUS CHN", "\"The relationship is on a solid footing,\" he said.", "warm -"},
	{"AUS CHN", "\"Our relations are excellent,\" Chinese foreign ministry spokesman Zhao Lijian said.", "warm -"},
	{"AUS CHN", "\"Our relationship with China is back on track,\" Australian Prime Minister Scott Morrison told reporters.", "- improving"},
	{"DEU RUS", "Relations between Moscow and Berlin are at a dead end, the minister said.", "strained -"},
	{"DEU RUS", "Relations between the two are now close to zero.", "hostile -"},
	{"DEU RUS", "The Russian ambassador said relations were in a deplorable state.", "strained -"},
	{"DEU RUS", "Relations are going through a difficult period, the Kremlin said.", "strained -"},
	{"GRC TUR", "Relations between Greece and Turkey have been on the mend.", "- improving"},
	{"CUB USA", "Relations between Washington and Havana have been antagonistic for sixty years.", "hostile -"},
	// how they move
	{"GRC TUR", "Ties between the two neighbours have improved markedly over the past year.", "- improving"},
	{"GRC TUR", "Relations have warmed since the earthquakes.", "- improving"},
	{"GRC TUR", "There has been a marked improvement in ties between Athens and Ankara.", "- improving"},
	{"GRC TUR", "Diplomats noted a clear improvement in relations.", "- improving"},
	{"GRC TUR", "The visit came amid a sharp deterioration in relations between the two countries.", "- worsening"},
	{"DEU RUS", "The expulsions marked a further deterioration in ties.", "- worsening"},
	{"DEU RUS", "The expulsions further strained relations between Berlin and Moscow.", "strained worsening"},
	{"DEU RUS", "The poisoning has severely damaged relations between Russia and Germany.", "strained worsening"},
	{"DEU RUS", "The case has put a strain on relations between Berlin and Moscow.", "strained worsening"},
	{"DEU RUS", "The case has soured relations between the two countries.", "- worsening"},
	{"DEU RUS", "The row has plunged relations into crisis.", "hostile worsening"},
	{"IND PAK", "Tensions between India and Pakistan have soared since the attack.", "strained worsening"},
	{"IND PAK", "Tensions between the nuclear-armed neighbours have risen since the attack in Kashmir.", "strained worsening"},
	{"IND PAK", "The exchange comes amid heightened tensions between the neighbours.", "strained worsening"},
	{"IND PAK", "The exchange came amid rising tensions between Islamabad and New Delhi.", "strained worsening"},
	{"IND PAK", "Tensions between the two countries have eased in recent weeks.", "- improving"},
	{"IND PAK", "The exchange is the latest sign of easing tensions between the two countries.", "- improving"},
	{"IND PAK", "Tensions are running high between the two countries.", "strained -"},
	{"IND PAK", "Tension between India and Pakistan remains high.", "strained -"},
	{"IND PAK", "The attack ratcheted up tensions between India and Pakistan.", "strained worsening"},
	{"IND PAK", "The bombing heightened tensions between the two countries.", "strained worsening"},
	{"IRN SAU", "The visit is the latest sign of a rapprochement between Riyadh and Tehran.", "- improving"},
	{"IRN SAU", "The visit was seen as a sign of a thaw between Saudi Arabia and Iran.", "- improving"},
	{"IRN SAU", "In a sign of warming ties, the two countries reopened a consulate.", "- improving"},
	{"IRN SAU", "The visit signals a thaw in relations between the two countries.", "- improving"},
	{"IRN SAU", "The talks mark a step towards normalising relations.", "- improving"},
	{"IRN SAU", "A cautious detente between the two has taken hold.", "- improving"},
	{"IRN SAU", "The trip comes as the two countries mend fences after years of enmity.", "- improving"},
	{"IRN SAU", "Riyadh and Tehran have buried the hatchet.", "- improving"},
	{"IRN SAU", "The two countries have turned the page on years of hostility.", "- improving"},
	{"IRN SAU", "Saudi Arabia and Iran have opened a new chapter in their relations.", "- improving"},
	{"ERI ETH", "The two countries, once bitter enemies, have moved closer since the peace deal.", "- improving"},
	{"ERI ETH", "Eritrea and Ethiopia have drawn closer since the war.", "- improving"},
	{"ERI ETH", "The once-close allies have drifted apart.", "- worsening"},
	{"ERI ETH", "The former allies have fallen out.", "- worsening"},
	{"ERI ETH", "Relations between Asmara and Addis Ababa have cooled.", "- worsening"},
	{"ERI ETH", "Relations between the two have taken a turn for the worse.", "- worsening"},
	{"ERI ETH", "Relations have taken a sharp downturn over access to the sea.", "- worsening"},
	{"ERI ETH", "Relations between the two countries are rapidly worsening.", "- worsening"},
	{"ERI ETH", "Relations between the neighbours went from bad to worse.", "- worsening"},
	{"ERI ETH", "The neighbours have been on a collision course for months.", "strained worsening"},
	{"AUS CHN", "Relations between Canberra and Beijing have gone downhill.", "- worsening"},
	{"AUS CHN", "Ties have begun to recover after years of disputes over trade.", "- improving"},
	{"AUS CHN", "Ties have recovered from the lows of the past years.", "- improving"},
	{"AUS CHN", "The relationship has turned a corner, officials in Canberra said.", "- improving"},
	{"AUS CHN", "The ice between Canberra and Beijing is melting.", "- improving"},
	{"AUS CHN", "The meeting broke the ice between the two countries.", "- improving"},
	{"AUS CHN", "Relations have been repaired under the new government.", "- improving"},
	{"COL VEN", "Colombia and Venezuela have restored full diplomatic relations.", "- improving"},
	{"COL VEN", "The two countries normalised relations last month.", "- improving"},
	{"COL VEN", "Colombia and Venezuela have patched up their differences.", "- improving"},
	{"COL VEN", "Relations between the two have returned to normal.", "normal improving"},
	{"COL VEN", "The presidents have reset relations between Bogota and Caracas.", "- improving"},
	{"CUB USA", "Relations between Washington and Havana have worsened under the current administration.", "- worsening"},
	{"CUB USA", "The thaw between Cuba and the United States has stalled.", "- fragile"},
	{"CUB USA", "Cuba's relations with the United States have been steadily improving.", "- improving"},
	// how the parties stand
	{"GRC TUR", "The two have been at odds for years.", "strained -"},
	{"GRC TUR", "Greece and Turkey are at odds over airspace and the seabed.", "strained -"},
	{"GRC TUR", "The two NATO allies are at loggerheads over drilling rights.", "strained -"},
	{"GRC TUR", "Greece and Turkey are historic rivals.", "strained -"},
	{"GRC TUR", "The historic rivals have agreed to meet again.", "strained -"},
	{"GRC TUR", "The traditional foes will meet again in May.", "hostile -"},
	{"IND PAK", "The nuclear-armed rivals have fought three wars.", "strained -"},
	{"IND PAK", "The arch-rivals have fought three wars.", "hostile -"},
	{"IND PAK", "India and Pakistan are bitter enemies.", "hostile -"},
	{"IND PAK", "The neighbours, who have been technically at war since 1948, exchange such lists twice a year.", "hostile -"},
	{"IRN SAU", "The two long-time foes have backed opposing sides in several wars.", "hostile -"},
	{"IRN SAU", "The longtime rivals severed ties in 2016.", "strained -"},
	{"IRN SAU", "Saudi Arabia and Iran, sworn enemies for decades, have agreed to reopen embassies.", "hostile -"},
	{"IRN SAU", "Riyadh and its arch-foe Tehran back rival camps in Yemen.", "hostile -"},
	{"CUB USA", "The Cold War foes have agreed to resume flights.", "hostile -"},
	{"ERI ETH", "The two countries are technically still at war.", "hostile -"},
	{"DEU RUS", "Russia and Germany are locked in a dispute over the poisoning.", "strained -"},
	{"DEU RUS", "Russia and Germany have clashed repeatedly over the poisoning.", "strained -"},
	{"DZA MAR", "The two neighbours have long been on bad terms.", "strained -"},
	{"DZA MAR", "Algeria and Morocco are on good terms again.", "warm -"},
	{"DZA MAR", "The two are not on speaking terms.", "hostile -"},
	{"DZA MAR", "Morocco and Algeria have been locked in a bitter feud for decades.", "strained -"},
	{"AUS CHN", "Australia is a close ally of the United States.", "warm - AUS USA"},
	{"AUS CHN", "Australia and the United States are close allies.", "warm - AUS USA"},
	{"AUS CHN", "Beijing regards Pakistan as an iron brother and the two are staunch allies.", "warm - CHN PAK"},
	{"COL VEN", "The estranged neighbours share a long border.", "strained -"},
	{"COL VEN", "Cuba is Venezuela's closest ally.", "warm - CUB VEN"},
	{"COL VEN", "The feuding neighbours agreed to reopen a bridge.", "strained -"},
	// nouns of strife and of closeness
	{"GRC TUR", "It is the worst crisis between the two countries in decades.", "hostile worsening"},
	{"GRC TUR", "The standoff was the most serious crisis between Athens and Ankara since 1996.", "hostile worsening"},
	{"COD RWA", "Mutual distrust between Rwanda and Congo runs deep.", "strained -"},
	{"COD RWA", "There is deep mistrust between Kigali and Kinshasa.", "strained -"},
	{"COD RWA", "Trust is in short supply between the two countries.", "strained -"},
	{"COD RWA", "Trust between the two capitals has evaporated.", "- worsening"},
	{"COD RWA", "The accusations have fuelled tensions between the two countries.", "strained worsening"},
	{"COD RWA", "The accusations deepened a rift between the neighbours.", "strained worsening"},
	{"COD RWA", "The two countries have been embroiled in a diplomatic row since January.", "strained -"},
	{"COD RWA", "The shelling sparked a diplomatic crisis between Rwanda and Congo.", "strained worsening"},
	{"DZA MAR", "A long-running feud between Algeria and Morocco has kept the border shut.", "strained -"},
	{"DZA MAR", "The dispute has poisoned relations between the neighbours for half a century.", "strained -"},
	{"DZA MAR", "Western Sahara has been a source of friction between the two countries for decades.", "strained -"},
	{"DZA MAR", "Western Sahara remains a thorn in relations between the two.", "strained -"},
	{"DEU RUS", "The pipeline has been a bone of contention between Berlin and Moscow.", "strained -"},
	{"DEU RUS", "The arrest has driven a wedge between Russia and Germany.", "- worsening"},
	{"AUS CHN", "The detention was a fresh blow to ties between Canberra and Beijing.", "- worsening"},
	{"AUS CHN", "The detention dealt a blow to relations already frayed by the ban.", "strained worsening"},
	{"AUS CHN", "The detention is a new irritant in relations between the two.", "strained -"},
	{"ERI ETH", "The honeymoon between Asmara and Addis Ababa is over.", "- worsening"},
	{"ERI ETH", "The relationship, already strained by the war, is under pressure.", "strained -"},
	{"ERI ETH", "The delegation praised the deep friendship between the two peoples.", "warm -"},
	{"CUB USA", "Decades of mistrust between Washington and Havana hang over the talks.", "strained -"},
	{"IRN SAU", "The rivalry between Saudi Arabia and Iran has fuelled wars across the region.", "strained -"},
	{"GRC TUR", "Greek-Turkish relations are at their most tense in decades.", "strained worsening"},
	{"GRC TUR", "Greek-Turkish ties have entered a calmer phase.", "- improving"},
	{"GRC TUR", "Greece's ties with Turkey remain volatile.", "- fragile"},
	{"GRC TUR", "The truce between Athens and Ankara is fragile and may not last.", "- fragile"},
	{"GRC TUR", "The detente remains fragile, diplomats say.", "- fragile"},
	{"DEU RUS", "\"Trust has been destroyed,\" German Foreign Minister Heiko Maas said of relations with Moscow.", "strained -"},
	{"DEU RUS", "Kremlin spokesman Dmitry Peskov said relations with Germany had reached rock bottom.", "hostile -"},
	{"AUS CHN", "Chinese Premier Li Keqiang called relations with Australia stable and mature.", "normal stable"},
	{"AUS CHN", "Analysts describe the relationship as tense but stable.", "strained stable"},
	{"AUS CHN", "Australian Foreign Minister Marise Payne said the relationship was in good shape.", "warm -"},
	{"AUS CHN", "China's ambassador said bilateral ties were in a difficult place.", "strained -"},
	{"GRC TUR", "Relations were once warm but have soured over drilling.", "- worsening"},
	// what is no assessment
	{"GRC TUR", "Both sides pledged to improve ties.", ""},
	{"GRC TUR", "Athens wants to have good relations with Ankara.", ""},
	{"GRC TUR", "The ministers discussed ways to ease tensions between the two countries.", ""},
	{"GRC TUR", "The minister called for better relations with Turkey.", ""},
	{"GRC TUR", "If relations improve, the ferry will run again.", ""},
	{"GRC TUR", "A new incident could heighten tensions between the two countries.", ""},
	{"IND PAK", "The United Nations urged both countries to avoid raising tensions.", ""},
	{"IND PAK", "New Delhi denied that relations had worsened.", ""},
	{"IND PAK", "Relations are not as bad as they seem, the envoy said.", ""},
	{"AUS CHN", "The two countries will discuss trade relations next month.", ""},
	{"AUS CHN", "China is Australia's largest trading partner.", ""},
	{"AUS CHN", "Canberra hopes the talks will lead to warmer ties.", ""},
	{"AUS CHN", "The minister said the door to closer relations was open.", ""},
	{"DEU RUS", "The talks were tense and ended late.", ""},
	{"DEU RUS", "Russia wants to be friends with Germany.", ""},
	{"DEU RUS", "Berlin must not allow relations to be damaged.", ""},
	{"IRN SAU", "In the 1970s relations between the two monarchies were close.", ""},
	{"IRN SAU", "The ministers discussed restoring diplomatic relations.", ""},
	{"IRN SAU", "Iran's economy is in a difficult state.", ""},
	{"COL VEN", "The government wants to mend fences with Caracas.", ""},
	{"COL VEN", "The border has been closed since Saturday.", ""},
	{"ERI ETH", "The crowd cheered the two enemies of the poor, hunger and war.", ""},
	{"ERI ETH", "The flight was turned back amid rising temperatures.", ""},
	{"CUB USA", "The opposition and the ruling party are bitter rivals.", ""},
	{"CUB USA", "Any thaw would depend on the release of prisoners.", ""},
	{"COD RWA", "Neither side wants a crisis.", ""},
}

// TestAssessmentsInNewsLanguage measures on assessCases, by the rule of the
// evaluation: a tie is found with its parties and its level or direction.
func TestAssessmentsInNewsLanguage(t *testing.T) {
	c := knowing(t)
	wanted, found, produced := 0, 0, 0
	for _, test := range assessCases {
		page := stories[test.story] + " " + test.says + "\n\nOfficials gave no further details.\n"
		var rec *record.Record
		article.Read(strings.NewReader(page), "page.txt", article.Options{}, func(a *article.Article, err error) bool {
			if err != nil {
				t.Fatal(err)
			}
			rec = c.Code(a)
			return true
		})
		right := false
		var got []string
		for i := range rec.Assessments {
			a := &rec.Assessments[i]
			produced++
			got = append(got, strings.Join(a.Parties, " ")+": "+deref(a.Level)+" "+deref(a.Direction))
			right = right || isWanted(a, test.story, test.want)
		}
		if test.want != "" {
			wanted++
		}
		if right {
			found++
		}
		if right != (test.want != "") || len(got) > 1 || len(got) > 0 && !right {
			t.Logf("[%s] %s\n   want %q got %q", test.story, test.says, test.want, got)
		}
	}
	precision, recall := float64(found)/float64(max(produced, 1)), float64(found)/float64(wanted)
	t.Logf("precision %.3f (%d of %d), recall %.3f (%d of %d)", precision, found, produced, recall, found, wanted)
	if precision < 0.85 || recall < 0.85 {
		t.Errorf("precision %.3f, recall %.3f, want 0.85 of both", precision, recall)
	}
}

func isWanted(a *record.Assessment, story, want string) bool {
	w := strings.Fields(want)
	if len(w) < 2 {
		return false
	}
	parties := story
	if len(w) > 2 {
		parties = strings.Join(w[2:], " ")
	}
	return strings.Join(a.Parties, " ") == parties && (w[0] != "-" && deref(a.Level) == w[0] || w[1] != "-" && deref(a.Direction) == w[1])
}
