package coder_test

import "testing"

func TestTextsAboutHomeHaveSidesOfTheirOwn(t *testing.T) {
	check(t, []told{
		{"police and people", "", "Turkish police detained twelve activists in Ankara on Monday.", []string{"COERCE arrest TUR>CVL:activist-tur"}},
		{"a ban stands alone", "", "The Guatemalan government imposed a curfew on Monday.", []string{"COERCE curfew GTM"}},
		{"a promise to nobody in particular", "", "The Romanian government agreed to set up a shelter.", []string{"AGREE ROU"}},
		{"a strike called off", "", "Brazilian truck drivers called off their strike on Monday.", []string{"CONCEDE LAB:brazil-truck-driver"}},
		{"they are who said it", "", "The Peruvian army said they will release the hostages.", []string{"CONCEDE PER>CVL:hostage"}},
		{"somebody the atlas does not know", "", "Kenyan police arrested Juma Otieno on Monday.", []string{"COERCE arrest KEN>PER:juma-otieno"}},
		{"declining to comment refuses nothing", "", "The Kenyan government declined to comment on the strike.", nil},
	})
}

func TestWhoSaysThatAnotherDidItAccuses(t *testing.T) {
	check(t, []told{
		{"the act and the accusation", "", "Ukraine said on Monday that Russia had attacked a convoy of Moldova.", []string{"ACCUSE allege UKR>RUS", "ASSAULT RUS>MDA"}},
		{"one's own attack is no accusation", "", "The Kenyan army said that it had attacked al-Shabaab.", []string{"ASSAULT KEN>REB:al-shabaab"}},
		{"the content of a charge is no report", "", "Rwanda denied charges that it had attacked Burundi.", []string{"REJECT RWA>BDI"}},
	})
}

func TestAuthoritiesOfThePlaceActWhereNobodyIsNamed(t *testing.T) {
	check(t, []told{
		{"expelled from", "", "Two Kenyan diplomats were expelled from Sudan on Monday.", []string{"SANCTION expel SDN>KEN"}},
		{"arrested in", "", "A Swedish journalist was arrested in Eritrea.", []string{"COERCE arrest ERI>JRN:sweden-journalist"}},
	})
}

func TestWordsThatTheParserMistakesBehindNames(t *testing.T) {
	check(t, []told{
		{"a present tense read as a noun", "", "The United States sanctions five Venezuelan officials.", []string{"SANCTION discontinue USA>VEN"}},
		{"behind a person's name", "", "Narendra Modi heads to Myanmar for a visit.", []string{"CONSULT visit IND>MMR"}},
		{"a title behind a name", "", "Malaysia expelled Kang Chol, North Korea's ambassador, on Monday.", []string{"SANCTION expel MYS>PRK"}},
		{"sanctions stay a noun under a verb", "", "The European Union lifted U.S. sanctions on Myanmar.", []string{"RETREAT EUR>MMR"}},
	})
}

func TestPromisesOfForceAndBackground(t *testing.T) {
	check(t, []told{
		{"agreed to send troops", "", "Norway agreed to send troops to Mali.", []string{"AGREE NOR>MLI"}},
		{"a deed that a state is described by", "", "Japan, which colonized Korea, apologized to Seoul on Monday.", []string{"COERCE seize historical JPN>KOR", "CONCEDE JPN>KOR"}},
		{"over the decades", "", "Terrorists had killed many Turks over the decades.", []string{"ASSAULT historical REB:terrorist>TUR"}},
		{"the only other state is the neighbor", "", "Vietnam accused its neighbor of lying. China rejected the charge.", []string{"ACCUSE allege VNM>CHN", "REJECT CHN>VNM"}},
	})
}
