package coder_test

import "testing"

func TestWhatAStateSaysOfAnotherIsMoreThanAStatement(t *testing.T) {
	check(t, []told{
		{"what the other must do", "", "Russia says Japan must end its drills.", []string{"REQUEST change RUS>JPN"}},
		{"what the other should yield", "", "Greece said Turkey should release the two soldiers.", []string{"REQUEST yield GRC>TUR"}},
		{"what one must do oneself", "", "Peru said it must release the two soldiers.", nil},
		{"a threat to peace", "", "Serbia says Kosovo's plan is a threat to peace.", []string{"ACCUSE disapprove SRB>XKX"}},
		{"who is behind it", "", "Georgia said Russia was behind the blast.", []string{"ACCUSE allege GEO>RUS"}},
		{"two clauses down", "", "Norway said it believed Russia was responsible for the blast.", []string{"ACCUSE allege NOR>RUS"}},
		{"what was left undone", "", "Japan said that China had failed to keep its word.", []string{"ACCUSE allege JPN>CHN"}},
		{"good words", "", "Norway said Sweden was a good neighbor.", nil},
		{"bad words denied", "", "Norway said Sweden was no threat to peace.", nil},
		{"critical of", "", "The Czech government was critical of Hungary.", []string{"ACCUSE disapprove CZE>HUN"}},
		{"opposed to", "", "Laos is opposed to Thailand's plan.", []string{"REJECT change LAO>THA"}},
		{"a warning of one's own act", "", "The European Union warned it could suspend aid to Cambodia.", []string{"THREATEN restrict EUR>KHM"}},
	})
}

func TestWhomAnActTouchesStandsAnywhereInItsClause(t *testing.T) {
	check(t, []told{
		{"in a reason", "", "Japan put its navy on alert amid tensions with North Korea.", []string{"MOBILIZE weapons JPN>PRK"}},
		{"disputed ground", "", "South Korea deployed missiles on Dokdo.", []string{"MOBILIZE weapons KOR>JPN"}},
		{"partner of a meeting", "", "The Swedish minister held talks in Oslo with the head of the delegation from Peru.", []string{"CONSULT PER,SWE"}},
		{"goods by their maker", "", "Kenya reimposed a ban on Ugandan-made sugar.", []string{"SANCTION discontinue KEN>UGA"}},
	})
}

func TestWhoActsWhereNobodyIsNamed(t *testing.T) {
	check(t, []told{
		{"barred from a place", "", "A Turkish minister was barred from entering the Netherlands.", []string{"COERCE restrict NLD>TUR"}},
		{"charged in a place", "", "Two Japanese soldiers were charged with espionage in China.", []string{"ACCUSE investigate CHN>JPN"}},
		{"arms of their owner", "", "Russian missiles were deployed in Belarus.", []string{"MOBILIZE weapons RUS>BLR"}},
		{"rockets from a place", "", "Rockets from Gaza hit an Israeli army post.", []string{"ASSAULT PSE>ISR"}},
		{"an embassy abroad", "", "A gunman killed the Russian ambassador in Ankara.", []string{"ASSAULT targeted UAF:gunman-tur>RUS"}},
		{"another state's senate", "", "The Dutch Senate ratified the European Union's treaty with Ukraine.", []string{"AGREE EUR,NLD,UKR"}},
		{"exchanged", "", "Ukraine and Russia exchange prisoners.", []string{"RETREAT release RUS,UKR"}},
		{"a plural verb has two subjects", "", "In Lima, Peru's President Ollanta Humala and Chile's President Michelle Bachelet sign a treaty.", []string{"AGREE CHL,PER"}},
		{"protesters destroy", "", "Chilean protesters demolished an Argentine church.", []string{"PROTEST vandalize OPP:chile-protester>REL:argentina-church"}},
		{"after an agreement", "", "The union called off the strike after the agreement with the government.",
			[]string{"AGREE GOV:government,LAB:union", "CONCEDE LAB:union"}},
	})
}
