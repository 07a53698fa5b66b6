package coder_test

import "testing"

func TestGroupsMeanThoseNamedBefore(t *testing.T) {
	check(t, []told{
		{"the two countries", "", "France and Germany held talks in Vienna on Monday. The two countries agreed to share intelligence.", []string{"CONSULT DEU,FRA", "AGREE DEU,FRA"}},
		{"the two nations", "", "Egypt and Sudan agreed on Monday to reopen the border. The two nations also signed a trade agreement.", []string{"AGREE EGY,SDN", "AGREE EGY,SDN"}},
		{"both sides", "", "Israel and Jordan met on Tuesday. Both sides signed a water agreement.", []string{"CONSULT ISR,JOR", "AGREE ISR,JOR"}},
		{"the sides", "", "Libya and Chad held talks in Tunis on Monday. The sides agreed on a ceasefire.", []string{"CONSULT LBY,TCD", "AGREE LBY,TCD"}},
		{"the three", "", "Kenya, Uganda and Tanzania held a summit on Monday. The three agreed to build a railway.", []string{"CONSULT KEN,TZA,UGA", "AGREE KEN,TZA,UGA"}},
		{"the three countries", "", "Leaders of Poland, Hungary and Slovakia met in Prague on Monday. The three countries agreed to share gas.", []string{"CONSULT HUN,POL,SVK", "AGREE HUN,POL,SVK"}},
		{"the two leaders", "", "The presidents of Peru and Chile met in Geneva on Monday. The two leaders signed a treaty.", []string{"CONSULT CHL,PER", "AGREE CHL,PER"}},
	})
}

func TestPronounsMeanTheLastWhoFit(t *testing.T) {
	check(t, []told{
		{"he", "", "Indian Prime Minister Narendra Modi arrived in Dhaka on Monday. He signed an agreement with Bangladesh.", []string{"CONSULT visit IND>BGD", "AGREE BGD,IND"}},
		{"they", "", "Portugal and Spain held talks on Monday. They signed an agreement on fishing.", []string{"CONSULT ESP,PRT", "AGREE ESP,PRT"}},
		{"it", "", "Chile recalled its ambassador from La Paz on Monday. It also suspended talks with Bolivia.", []string{"SANCTION withdraw CHL>BOL", "SANCTION withdraw CHL>BOL"}},
	})
}

func TestPersonsStandForTheirCountry(t *testing.T) {
	check(t, []told{
		{"a surname after title and name", "", "Finnish Foreign Minister Erkki Tuomioja criticized Russia on Monday. Tuomioja also met Estonian Foreign Minister Keit Pentus-Rosimannus.",
			[]string{"ACCUSE disapprove FIN>RUS", "CONSULT EST,FIN"}},
		{"an office after title and name", "", "Turkish Prime Minister Ahmet Davutoglu condemned Syria on Monday. The prime minister also expelled the Syrian ambassador.",
			[]string{"ACCUSE disapprove TUR>SYR", "SANCTION expel TUR>SYR"}},
		{"a leader by nationality", "", "Belgian Prime Minister Charles Michel met Dutch Prime Minister Mark Rutte on Monday. The Belgian leader later signed an agreement with Luxembourg.",
			[]string{"CONSULT BEL,NLD", "AGREE BEL,LUX"}},
		{"ministers of two countries", "", "Ministers from Chad and Niger met on Monday and signed a treaty.", []string{"CONSULT NER,TCD", "AGREE NER,TCD"}},
		{"soldiers", "", "Nigerian troops attacked Boko Haram in Borno on Monday.", []string{"ASSAULT NGA>REB:boko-haram"}},
		{"the capital for the state", "", "France and Germany held talks on Monday. Berlin also expelled a Russian diplomat.", []string{"CONSULT DEU,FRA", "SANCTION expel DEU>RUS"}},
	})
}

func TestRelativesOfAnActorAreFoundThroughIt(t *testing.T) {
	check(t, []told{
		{"its neighbour by name", "", "Bolivia accused its neighbour Chile of diverting the river.", []string{"ACCUSE allege BOL>CHL"}},
		{"his counterpart", "", "Chinese Foreign Minister Wang Yi met his Russian counterpart in Geneva on Monday.", []string{"CONSULT CHN,RUS"}},
		{"counterpart of a minister of the country", "", "Morocco's foreign minister met his Algerian counterpart on Monday.", []string{"CONSULT DZA,MAR"}},
		{"its ambassador from a capital", "", "Chile recalled its ambassador from La Paz on Monday.", []string{"SANCTION withdraw CHL>BOL"}},
	})
}

func TestHeadlinesListTheirActors(t *testing.T) {
	check(t, []told{
		{"three with abbreviations", "S. Korea, U.S., Japan agree to cooperate", "South Korea, the United States and Japan agreed on Thursday to cooperate.", []string{"AGREE JPN,KOR,USA"}},
		{"the abbreviated north", "N. Korea, Russia sign deal", "North Korea and Russia signed a deal on Monday.", []string{"AGREE PRK,RUS"}},
		{"a headline alone", "Malaysia, Singapore sign rail agreement", "", []string{"AGREE MYS,SGP"}},
	})
}

func TestAMeetingAtOneSidesHomeIsTheOthersVisit(t *testing.T) {
	check(t, []told{
		{"in the host's capital", "", "Ethiopian Prime Minister Hailemariam Desalegn met Egyptian President Abdel Fattah el-Sisi in Cairo on Monday.", []string{"CONSULT visit ETH>EGY"}},
		{"in the guest's own mouth", "", "Chinese Foreign Minister Wang Yi met his Russian counterpart in Moscow on Monday.", []string{"CONSULT visit CHN>RUS"}},
		{"at home, told of the host", "", "Mexican Foreign Minister Marcelo Ebrard met his Guatemalan counterpart in Cancun on Monday.", []string{"CONSULT visit GTM>MEX"}},
		{"hosted", "", "Tanzanian President Jakaya Kikwete hosted Rwandan President Paul Kagame in Dar es Salaam on Monday.", []string{"CONSULT visit RWA>TZA"}},
		{"at a third place", "", "Ethiopian Prime Minister Hailemariam Desalegn met Egyptian President Abdel Fattah el-Sisi in Geneva on Monday.", []string{"CONSULT EGY,ETH"}},
		{"travelled for talks", "", "Brazilian President Dilma Rousseff traveled to Mexico on Monday for talks with President Enrique Pena Nieto.", []string{"CONSULT visit BRA>MEX"}},
		{"by phone nobody travels", "", "British Prime Minister David Cameron spoke by phone with French President Francois Hollande on Monday.", []string{"CONSULT phone FRA,GBR"}},
	})
}
