package atlas_test

import (
	"strings"
	"testing"
	"time"

	"entente/atlas"
)

func load(t testing.TB) *atlas.Atlas {
	t.Helper()
	a, err := atlas.Load()
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// found writes the matches of a sentence as "words=id", tokens set apart by
// blanks as the tokenizer sets them.
func found(a *atlas.Atlas, sentence string) string {
	forms := strings.Fields(sentence)
	var out []string
	for _, m := range a.Find(forms, nil) {
		id := m.Senses[0].Entity.ID
		if id == "" {
			id = "-"
		}
		out = append(out, strings.Join(forms[m.First:m.Last+1], " ")+"="+id)
	}
	return strings.Join(out, "; ")
}

func TestSurfacesNameTheirEntities(t *testing.T) {
	a := load(t)
	for _, c := range []struct{ sentence, want string }{
		{"S. Korea , U.S. , Japan agree", "S. Korea=KOR; U.S.=USA; Japan=JPN"},
		{"JAPAN , DPRK TO MEET", "JAPAN=JPN; DPRK=PRK"},
		{"the china shop told us about turkey and polish in may", ""},
		{"the US and the UAE", "US=USA; UAE=ARE"},
		{"Britons and North Koreans", "Britons=GBR; North Koreans=PRK"},
		{"Côte d'Ivoire and Cote d ' Ivoire", "Côte d'Ivoire=CIV; Cote d ' Ivoire=CIV"},
		{"Guinea - Bissau , Papua New Guinea , Equatorial Guinea , Guinea", "Guinea - Bissau=GNB; Papua New Guinea=PNG; Equatorial Guinea=GNQ; Guinea=GIN"},
		{"the Soviet Union , Czechoslovakia , Zaire and Burma", "Soviet Union=RUS; Czechoslovakia=CZE; Zaire=COD; Burma=MMR"},
		{"the Blue House , the Kremlin , Foggy Bottom and the Quai d'Orsay", "Blue House=KOR; Kremlin=RUS; Foggy Bottom=USA; Quai d'Orsay=FRA"},
		{"Seoul - Tokyo relations", "Seoul=KOR; Tokyo=JPN"},
		{"Sino - Japanese talks", "Sino=CHN; Japanese=JPN"},
		{"in The Hague", "The Hague=NLD"},
		{"Mr. Hague said", ""},
		{"NATO , Nato and the European Commission", "NATO=IGO:nato; Nato=IGO:nato; European Commission=EUR"},
		{"the U.N. Security Council", "U.N. Security Council=UNO"},
		{"Houthi rebels , Hizbullah , al - Qaeda and M23", "Houthi rebels=REB:houthis; Hizbullah=REB:hezbollah; al - Qaeda=IMG:al-qaida; M23=REB:m23"},
		{"Dokdo , Takeshima , Diaoyu and the Golan Heights", "Dokdo=DSP:dokdo; Takeshima=DSP:dokdo; Diaoyu=DSP:senkaku; Golan Heights=DSP:golan"},
		{"the Korean War and the Paris Agreement", "Korean War=THG:korean-war; Paris Agreement=THG:paris-agreement"},
		{"the Washington Post", "Washington Post=MED:washington-post"},
		{"South Korean Vice Foreign Minister Cho Tae - yong", "South Korean=KOR; Vice Foreign Minister=ROL:vice-foreign-minister; Cho Tae - yong=PER:cho-tae-yong"},
		{"Kim Jong Un and Abe Shinzo", "Kim Jong Un=PER:kim-jong-un; Abe Shinzo=PER:shinzo-abe"},
		{"Antony J. Blinken and Tony Blinken", "Antony J. Blinken=PER:tony-blinken; Tony Blinken=PER:tony-blinken"},
		{"Bashar Assad and Gerhard Schroeder", "Bashar Assad=PER:bashar-al-assad; Gerhard Schroeder=PER:gerhard-schroder"},
		{"Foreign Ministers and defence officials", "Foreign Ministers=ROL:foreign-minister; defence officials=ROL:defense-official"},
		{"the South African and the West German press", "South African=ZAF; West German=DEU; press=ROL:press"},
		{"Latin American and Native tribes", "Latin American=PLC:latin-america; tribes=ROL:tribe"},
		{"the Baltic states and the two Koreas", "Baltic states=GRP:baltic-states; two Koreas=GRP:koreas"},
	} {
		if got := found(a, c.sentence); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.sentence, got, c.want)
		}
	}
}

func TestFormsAndPluralsAreTold(t *testing.T) {
	a := load(t)
	for _, c := range []struct {
		word   string
		form   atlas.Form
		plural bool
	}{
		{"Japan", atlas.Name, false}, {"Japanese", atlas.Demonym, false}, {"Danes", atlas.Demonym, true},
		{"Pyongyang", atlas.Capital, false}, {"Pentagon", atlas.Metonym, false}, {"Busan", atlas.City, false},
		{"ministers", atlas.Name, true}, {"minister", atlas.Name, false}, {"troops", atlas.Name, true},
	} {
		m := a.Find([]string{c.word}, nil)
		if len(m) != 1 {
			t.Errorf("%s: %d matches, want 1", c.word, len(m))
			continue
		}
		if s := m[0].Senses[0]; s.Form != c.form || s.Plural != c.plural {
			t.Errorf("%s: %v, plural %v; want %v, %v", c.word, s.Form, s.Plural, c.form, c.plural)
		}
	}
}

func TestAmbiguousNamesAreChosenByTheirArticle(t *testing.T) {
	a := load(t)
	for _, c := range []struct{ word, article, want string }{
		{"Georgia", "", "GEO"},
		{"Georgia", "atlanta republicans", "PLC:usa-georgia-us"},
		{"Georgia", "tbilisi moscow", "GEO"},
		{"Jordan", "amman", "JOR"},
		{"Jordan", "nba basketball", ""},
		{"Congo", "kinshasa", "COD"},
		{"Congo", "brazzaville sassou", "COG"},
		{"Korean", "", "KOR"},
		{"Korean", "pyongyang kcna", "PRK"},
		{"Washington", "", "USA"},
		{"Washington", "seattle", "PLC:usa-washington-state"},
		{"Dominican", "roseau", "DMA"},
		{"Turkey", "thanksgiving", ""},
		{"Wagner", "russian mercenary", "REB:wagner"},
		{"Wagner", "opera", ""},
		{"SDF", "syria kurdish", "REB:sdf"},
		{"SDF", "tokyo", "JPN"},
		{"Malta", "anything", "MLT"},
	} {
		m := a.Find([]string{c.word}, nil)
		if len(m) != 1 {
			t.Errorf("%s: %d matches, want 1", c.word, len(m))
			continue
		}
		got := a.Choose(m[0], func(w string) bool {
			for _, have := range strings.Fields(c.article) {
				if have == w {
					return true
				}
			}
			return false
		})
		if got.Entity.ID != c.want {
			t.Errorf("%s beside %q: %s, want %s", c.word, c.article, got.Entity.ID, c.want)
		}
	}
}

func TestAcronymsThatAreWordsStaySilentInHeadlinesOfCapitals(t *testing.T) {
	a := load(t)
	if got := found(a, "THE CAR THAT IS WHO KNOWS WHERE"); got != "" {
		t.Errorf("got %s, want nothing", got)
	}
	if got := found(a, "The WHO said"); got != "WHO=IGO:who" {
		t.Errorf("got %s", got)
	}
}

func TestStrangeInputIsHarmless(t *testing.T) {
	a := load(t)
	long := strings.Repeat("South-", 5000)
	for _, forms := range [][]string{nil, {""}, {"-"}, {"'", "'", "'"}, {"\xff\xfe", "U.S."}, {long}, {"\x00"}, strings.Fields(strings.Repeat("South ", 3000))} {
		a.Find(forms, nil)
	}
}

func TestMembersOfStandingGroups(t *testing.T) {
	a := load(t)
	for id, want := range map[string]string{
		"IGO:p5": "CHN FRA GBR RUS USA", "IGO:quad": "AUS IND JPN USA", "GRP:koreas": "KOR PRK",
		"GRP:benelux": "BEL LUX NLD", "IGO:visegrad": "CZE HUN POL SVK", "JPN": "",
	} {
		if got := strings.Join(a.Members(id), " "); got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
}

func day(t *testing.T, s string) time.Time {
	t.Helper()
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
