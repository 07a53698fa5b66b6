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
	for _, name := range []string{"South Korea", "Côte d'Ivoire", "Åland", "Barack Obama", "Republic of Korea", "한국", "Южная Корея", "がいこく"} {
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
	for _, name := range []string{"KOR", "South Korea", "Palestinian Territory, Occupied", "Côte d'Ivoire", "Barack Obama", "한국", "Южная Корея"} {
		b.Run(strings.ReplaceAll(name, " ", "_"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				CountryNamed(name)
			}
		})
	}
}

// sharedAbroad are the names of other languages that two countries share,
// or that English gives to another than the language.
const sharedAbroad = ``

func TestEveryNameInAnyLanguageMeansItsCountryOrIsListedAsShared(t *testing.T) {
	var clashes []string
	shared := make(map[string]bool)
	w, err := readLanguages(light(), func(surface, has, wants string) {
		clashes = append(clashes, fmt.Sprintf("%s: %s, %s", surface, has, wants))
		key, _ := countryKey(nil, surface)
		shared[string(key)] = true
	})
	if err != nil {
		t.Fatal(err)
	}
	sort.Strings(clashes)
	if got := strings.Join(clashes, "\n"); got != sharedAbroad {
		t.Errorf("names that two countries share:\n%s\nwant\n%s\nDecide in country_names_usual.tsv or list it here.", got, sharedAbroad)
	}
	for _, row := range w.rows {
		for _, cell := range row[1:] {
			for _, name := range list(cell) {
				key, small := countryKey(nil, name)
				abbreviation := len(key) <= shortKey && !small // "R.-U.": codes go first
				got, ok := CountryNamed(name)
				if (got != row[0] || !ok) && !shared[string(key)] && !abbreviation && !namesSeveral(w, string(key), row[0]) {
					t.Errorf("CountryNamed(%q) = %q, %v, want %s", name, got, ok, row[0])
				}
			}
		}
	}
}

// namesSeveral tells whether the hand-written tables say that a name may mean
// this country and others.
func namesSeveral(w *languages, key, id string) bool {
	for _, c := range append(append([]int16(nil), light().several[key]...), w.several[key]...) {
		if light().ids[c] == id {
			return true
		}
	}
	return false
}

func TestCountriesAreKnownInOtherLanguages(t *testing.T) {
	for want, names := range map[string]string{
		"KOR": "한국|대한민국|남한|韓国|韩国|南韓|Südkorea|SÜDKOREA|Sudkorea|Corée du Sud|Corea del Sur|Южная Корея|Республика Корея|كوريا الجنوبية|Hàn Quốc|\u1112\u1161\u11ab\u1100\u116e\u11a8",
		"PRK": "북한|北朝鮮|朝鲜|КНДР|Nordkorea", "JPN": "日本|일본|Japon|Япония|Japón|اليابان", "CHN": "中国|中國|중국|Китай|الصين|Trung Quốc",
		"USA": "미국|米国|美国|美國|США|États-Unis|EE. UU.|EEUU|Vereinigte Staaten|Mỹ|ABD", "RUS": "Россия|러시아|ロシア|Nga|РФ|俄罗斯",
		"DEU": "Deutschland|Allemagne|Niemcy|독일|德国", "AUT": "Áo|Österreich|Oesterreich", "ITA": "Ý|Italia", "AGO": "AO", "NGA": "NGA|Nigeria",
		"IRN": "ايران|ایران|إيران", "ISR": "ישראל", "GRC": "Ελλάδα|ΕΛΛΑΔΑ", "IND": "भारत", "THA": "ไทย", "UKR": "Україна", "CIV": "Elfenbeinküste",
	} {
		for _, name := range strings.Split(names, "|") {
			if got, ok := CountryNamed(name); got != want || !ok {
				t.Errorf("CountryNamed(%q) = %q, %v, want %s", name, got, ok, want)
			}
		}
	}
	for _, name := range []string{"Kongo", "Конго", "Corea", "코리아", "ao"} {
		if got, ok := CountryNamed(name); ok {
			t.Errorf("CountryNamed(%q) = %q, want none", name, got)
		}
	}
}

func TestCountryNamesInALanguage(t *testing.T) {
	for _, c := range []struct{ id, lang, want string }{
		{"KOR", "ko", "한국"}, {"KOR", "ja", "韓国"}, {"KOR", "en", "South Korea"}, {"KOR", "en-GB", "South Korea"}, {"KOR", "de_AT", "Südkorea"},
		{"JPN", "zh", "日本"}, {"DEU", "zh-TW", "德國"}, {"DEU", "zh-CN", "德国"}, {"DEU", "zh-Hant-HK", "德國"}, {"VNM", "pt-PT", "Vietname"},
		{"VNM", "pt-BR", "Vietnã"}, {"NOR", "no", "Norge"}, {"HKG", "ko", "홍콩"}, {"XKX", "de", "Kosovo"}, {"CIV", "en", "Ivory Coast"},
		{"KOR", "xx", ""}, {"KOR", "", ""}, {"XYZ", "ko", ""}, {"", "", ""},
	} {
		if got := CountryNameIn(c.id, c.lang); got != c.want {
			t.Errorf("CountryNameIn(%q, %q) = %q, want %q", c.id, c.lang, got, c.want)
		}
	}
	for _, lang := range strings.Fields("ko ja zh zh-Hant ar ru es fr de pt hi tr fa he uk vi id th pl it nl el") {
		for _, id := range Countries() {
			if CountryNameIn(id, lang) == "" {
				t.Errorf("%s has no name in %s", id, lang)
			}
		}
	}
}

func TestTheNearestCountriesOfAWrongName(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"Souht Korea", "South Korea (KOR)"},
		{"Jpan", "Japan (JPN)"},
		{"Rusia", "Russia (RUS)"},
		{"Nork Korea", "North Korea (PRK)"},
		{"Frnace", "France (FRA)"},
		{"Afganistan", "Afghanistan (AFG)"},
		{"Korea", "South Korea (KOR), North Korea (PRK)"},
		{"Congo", "DR Congo (COD), Congo (COG)"},
		{"us", "United States (USA)"},
		{"can", "Canada (CAN)"},
		{"KRO", "South Korea (KOR)"},
		{"Südkora", "South Korea (KOR)"},
		{"Bosn", "Bosnia and Herzegovina (BIH)"},
		{"XYZ", ""}, {"", ""}, {"Barack Obama", ""}, {"?", ""},
	} {
		if got := strings.Join(NearestCountries(c.name, 2), ", "); got != c.want {
			t.Errorf("NearestCountries(%q) = %q, want %q", c.name, got, c.want)
		}
	}
}

func FuzzACountryNamedHasAName(f *testing.F) {
	for _, seed := range []string{"Korea, Republic of", "대한민국", "\u1112\u1161", "St", "the and", "Áo", "Côte d’Ivoire\xff", "كـوريا"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		id, ok := CountryNamed(name)
		if ok != (id != "") || ok && CountryName(id) == "" {
			t.Fatalf("CountryNamed(%q) = %q, %v", name, id, ok)
		}
		near := NearestCountries(name, 3)
		if len(near) > 3 {
			t.Fatalf("%d countries near %q, want 3 at most", len(near), name)
		}
		for _, n := range near {
			if id, _, _ := strings.Cut(n[strings.LastIndexByte(n, '(')+1:], ")"); CountryName(id) == "" {
				t.Fatalf("near %q: %q", name, n)
			}
		}
	})
}

func BenchmarkFirstUseOfOtherLanguages(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := readLanguages(light(), nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkNearestCountries(b *testing.B) {
	for _, name := range []string{"Souht Korea", "Südkora"} {
		b.Run(strings.ReplaceAll(name, " ", "_"), func(b *testing.B) {
			for b.Loop() {
				NearestCountries(name, 3)
			}
		})
	}
}
