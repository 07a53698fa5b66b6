package atlas

import (
	"fmt"
	"sort"
	"strings"
	"testing"
)

func TestCountriesAreKnownByAllTheirNames(t *testing.T) {
	for want, names := range map[string]string{
		"KOR": "KOR|kor|KR|South Korea|south korea|SOUTH_KOREA|Republic of Korea|The Republic of Korea|Korea, Republic of|Korea (Republic of)|Korea, South|ROK|Seoul|South Korean|South Koreans|Blue House|S. Korea",
		"PRK": "North Korea|Korea, Democratic People's Republic of|Korea, North|DPRK|Pyongyang|Democratic People’s Republic of Korea",
		"PSE": "Palestine|Palestinian Territory, Occupied|Occupied Palestinian Territory|Palestinian_Territory,_Occupied|State of Palestine|Palestinians",
		"LAO": "Laos|Lao, People's Democratic Republic|Lao People's Democratic Republic|Lao PDR",
		"COD": "Congo, Democratic Republic of the|Democratic Republic of Congo|Congo, The Democratic Republic of the|DR Congo|DRC|Zaire|Kinshasa|Congo-Kinshasa",
		"COG": "Republic of the Congo|Republic of Congo|Congo-Brazzaville|Congo (Brazzaville)|Brazzaville",
		"CIV": "Côte d'Ivoire|Cote d'Ivoire|Cote dIvoire|Cote_d’Ivoire|Ivory Coast|COTE D'IVOIRE|Ivorian",
		"RUS": "Russia|Russian Federation|Kremlin|the Kremlin|Moscow|USSR|Soviet Union",
		"IRN": "Iran|Iran, Islamic Republic of|Iran (Islamic Republic of)|Islamic Republic of Iran|Tehran|Persia",
		"SYR": "Syria|Syrian Arab Republic|Damascus",
		"VNM": "Vietnam|Viet Nam|Viet-Nam|Hanoi",
		"MKD": "Macedonia|North Macedonia|Macedonia, the former Yugoslav Republic of|FYROM|The former Yugoslav Republic of Macedonia",
		"MDA": "Moldova|Moldova, Republic of|Republic of Moldova|Chișinău|Chisinau",
		"TZA": "Tanzania|Tanzania, United Republic of|United Republic of Tanzania",
		"LBY": "Libya|Libyan Arab Jamahiriya",
		"MMR": "Burma|Myanmar|Burmese", "SWZ": "Swaziland|Eswatini", "CPV": "Cape Verde|Cabo Verde",
		"CZE": "Czech Republic|Czechia|Czechoslovakia", "TLS": "East Timor|Timor-Leste", "XKX": "Kosovo|XKX|UNK|XK|Republic of Kosovo",
		"GIN": "Guinea|Republic of Guinea", "GNB": "Guinea-Bissau|Guinea Bissau", "SDN": "Sudan|Khartoum", "SSD": "South Sudan",
		"USA": "US|U.S.|USA|usa|U.S.A.|United States|the United States of America|America|White House|Washington|Washington, D.C.",
		"GBR": "UK|U.K.|GB|Britain|England|Scotland|Wales|Northern Ireland|Downing Street|London",
		"TTO": "Trinidad and Tobago|Trinidad & Tobago|Trinidad-Tobago", "BIH": "Bosnia and Herzegovina|Bosnia-Herzegovina|Bosnia",
		"VAT": "Holy See (Vatican City State)|Holy See Vatican City State|Vatican|Vatican City", "TUR": "Turkey|Türkiye|TURKIYE",
		"FLK": "Falkland Islands (Malvinas)|Malvinas", "VIR": "Virgin Islands, U.S.", "VGB": "Virgin Islands, British", "PCN": "Pitcairn",
		"VCT": "St. Vincent|Saint Vincent and the Grenadines|St Vincent & Grenadines", "STP": "ST|Sao Tome and Principe",
		"BOL": "Bolivia (Plurinational State of)|Bolivia, Plurinational State of|La Paz", "GMB": "Gambia, The|The Gambia|Gambia",
		"AND": "AND|Andorra", "CAN": "CAN|Canada", "NOR": "NOR|NO|Norway", "TWN": "Taiwan|Taiwan, Province of China|Republic of China|Taipei",
		"CHN": "China|CN|PRC|People's Republic of China|China, People's Republic of|Beijing|Zhongnanhai",
	} {
		for _, name := range strings.Split(names, "|") {
			if got, ok := CountryNamed(name); got != want || !ok {
				t.Errorf("CountryNamed(%q) = %q, %v, want %s", name, got, ok, want)
			}
		}
	}
}

func TestNamesOfSeveralOrNoCountryAreNone(t *testing.T) {
	for _, name := range []string{"", " ", "the", "Korea", "Congo", "Congolese", "Korean", "Dominican", "Virgin Islands", "and", "can", "Are",
		"us", "kr", "in", "car", "XYZ", "XX", "Africa", "Middle East", "European Union", "United Nations", "the North", "Kurdistan",
		"Citizen (India)", "\xff\xfe", strings.Repeat("Japan", 100)} {
		if got, ok := CountryNamed(name); ok || got != "" {
			t.Errorf("CountryNamed(%q) = %q, want none", name, got)
		}
	}
}

// sharedNames are the English surfaces that two countries have at equal rank
// and that therefore name neither.
const sharedNames = ``

func TestEveryEnglishNameMeansItsCountryOrIsListedAsShared(t *testing.T) {
	var clashes []string
	_, err := readDirectory(func(surface, has, wants string) {
		clashes = append(clashes, fmt.Sprintf("%s: %s, %s", surface, has, wants))
	})
	if err != nil {
		t.Fatal(err)
	}
	sort.Strings(clashes)
	if got := strings.Join(clashes, "\n"); got != sharedNames {
		t.Errorf("names that two countries share:\n%s\nwant\n%s\nGive each to one country in country_names.tsv or list it here.", got, sharedNames)
	}
	states, err := readTable("states", stateColumns...)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range states.rows {
		for _, name := range row[:3] {
			got, ok := CountryNamed(name)
			if name == "Congo" {
				ok, got = !ok, row[0] // either Congo
			}
			if got != row[0] || !ok {
				t.Errorf("CountryNamed(%q) = %q, %v, want %s", name, got, ok, row[0])
			}
		}
	}
}

func TestCountriesAreSortedAndHaveNames(t *testing.T) {
	ids := Countries()
	if len(ids) < 250 || !sort.StringsAreSorted(ids) {
		t.Errorf("%d countries, sorted %v", len(ids), sort.StringsAreSorted(ids))
	}
	for _, id := range ids {
		if CountryName(id) == "" {
			t.Errorf("%s has no name", id)
		}
	}
	if CountryName("KOR") != "South Korea" || CountryName("XYZ") != "" {
		t.Errorf("KOR is %q, XYZ %q", CountryName("KOR"), CountryName("XYZ"))
	}
}

func TestLookingUpCountriesAllocatesNothing(t *testing.T) {
	for _, name := range []string{"South Korea", "Côte d'Ivoire", "Barack Obama", "Republic of Korea"} {
		if n := testing.AllocsPerRun(20, func() { CountryNamed(name) }); n != 0 {
			t.Errorf("%v allocations for %q, want none", n, name)
		}
	}
}

func BenchmarkFirstUseOfCountryNames(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := readDirectory(nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCountryNamed(b *testing.B) {
	for _, name := range []string{"KOR", "South Korea", "Palestinian Territory, Occupied", "Côte d'Ivoire", "Barack Obama"} {
		b.Run(strings.ReplaceAll(name, " ", "_"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				CountryNamed(name)
			}
		})
	}
}
