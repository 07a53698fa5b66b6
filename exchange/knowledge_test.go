package exchange

import (
	"testing"

	"entente/atlas"
	"entente/plover"
)

func TestTheTablesSpeakOfWhatTheAtlasAndPLOVERKnow(t *testing.T) {
	k, err := loadKnowledge()
	if err != nil {
		t.Fatal(err)
	}
	a, err := atlas.Load()
	if err != nil {
		t.Fatal(err)
	}
	for code, alpha3 := range k.fips {
		if !isState(alpha3) {
			t.Errorf("fips.tsv: %s is %s, which is no state", code, alpha3)
		}
	}
	for alpha3, code := range k.toFIPS {
		if k.fips[code] != alpha3 {
			t.Errorf("fips.tsv: %s goes back to %s", alpha3, code)
		}
	}
	for code, known := range k.countries {
		if len(known.id) == 3 && !isState(known.id) {
			t.Errorf("cameo_countries.tsv: %s is %s, which is no state", code, known.id)
		}
		if isState(code) && known.id != code {
			t.Errorf("cameo_countries.tsv: %s is a state by itself", code)
		}
	}
	for code, known := range k.groups {
		if a.ByID(known.id) == nil {
			t.Errorf("cameo_groups.tsv: %s is %s, which the atlas doesn't know", code, known.id)
		}
	}
	for word, sector := range k.sectors {
		if sector != "" && !plover.IsSector(sector) {
			t.Errorf("sectors.tsv: %s is %s, which is no sector of PLOVER", word, sector)
		}
	}
	for word, now := range k.older {
		if now == "" {
			continue
		}
		valid := plover.IsContext(now)
		for _, typ := range plover.Types() {
			if prefix := "mode/" + string(typ) + "/"; len(word) > len(prefix) && word[:len(prefix)] == prefix {
				valid = typ.HasMode(now)
			}
		}
		if !valid {
			t.Errorf("polecat.tsv: %s is %s, which PLOVER doesn't have", word, now)
		}
	}
	for key, row := range k.acled {
		typ := plover.Type(row.typ)
		if row.typ != "" && !typ.Valid() || !typ.HasMode(row.mode) || row.context != "" && !plover.IsContext(row.context) {
			t.Errorf("acled.tsv: %s is %+v, which PLOVER doesn't have", key, row)
		}
	}
}

func TestDaysAreReadInTheFormsOfDataSets(t *testing.T) {
	for in, want := range map[string]string{
		"20150416": "2015-04-16", "20150416001500": "2015-04-16", "2015-04-16": "2015-04-16", "2015-04-16 10:00:00": "2015-04-16",
		"2015-04-16T00:00:00Z": "2015-04-16", "16 April 2015": "2015-04-16", "6 Apr 2015": "2015-04-06", "04 January 2015": "2015-01-04",
		"20150431": "", "2015-4-16": "", "16/04/2015": "", "April 2015": "", "": "", "00010101": "", "2015-04-16garbage": "", "31 February 2015": "",
	} {
		if got, ok := parseDay(in); got != want || ok != (want != "") {
			t.Errorf("parseDay(%q) = %q, %v, want %q", in, got, ok, want)
		}
	}
}

func TestLostZerosComeBackWhereTheCodeTellsThem(t *testing.T) {
	for _, test := range []struct {
		code, root string
		zeroLost   bool
		want       string
	}{
		{"42", "", true, "042"}, {"10", "", true, "010"}, {"13", "", true, "013"}, {"112", "", true, "112"}, {"211", "", true, "0211"},
		{"173", "", true, "173"}, {"1831", "", true, "1831"}, {"204", "", true, "204"}, {"0841", "", true, "0841"}, {"841", "", true, "0841"},
		{"42", "4", false, "042"}, {"42", "04", false, "042"}, {"10", "10", false, "10"}, {"10", "1", false, "010"}, {"042", "04", false, "042"}, {"112", "11", false, "112"},
	} {
		if got := mendCAMEO(test.code, test.root, test.zeroLost); got != test.want {
			t.Errorf("mendCAMEO(%q, %q, %v) = %q, want %q", test.code, test.root, test.zeroLost, got, test.want)
		}
	}
}

func TestNumbersAreReadAsDataSetsWriteThem(t *testing.T) {
	for in, want := range map[string]float64{"1.9": 1.9, "-10.0": -10, "+2": 2, "0": 0, "-0.3": -0.3, "1e1": 10, "7.400000000000000000": 7.4} {
		if got, ok := parseNumber([]byte(in)); !ok || got != want {
			t.Errorf("parseNumber(%q) = %v, %v", in, got, ok)
		}
	}
	for _, in := range []string{"", "-", "x", "1.2.3", "NaN", "Inf", "."} {
		if got, ok := parseNumber([]byte(in)); ok {
			t.Errorf("parseNumber(%q) = %v, want none", in, got)
		}
	}
}
