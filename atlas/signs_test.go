package atlas

import (
	"fmt"
	"strings"
	"testing"
)

func TestSignsTellTheirState(t *testing.T) {
	a, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"shares on the Hong Kong Stock Exchange", "HKG institution Hong Kong Stock Exchange"},
		{"the Bundesbank and the Bank of Japan", "DEU institution Bundesbank, JPN institution Bank of Japan"},
		{"SPRINGFIELD Mass.", "USA dateline SPRINGFIELD, USA dateline Mass."},
		{"Rowan Plc and Linden AG", "GBR form Plc, DEU form AG"},
		{"in São Paulo", "BRA place São Paulo"},
		{"a plc", "GBR form plc"},
		{"the diet of an agile corp", ""},
	} {
		forms := strings.Fields(c.text)
		var got []string
		for _, s := range a.Signs(forms, nil) {
			got = append(got, fmt.Sprint(s.Country, " ", s.Kind, " ", strings.Join(forms[s.First:s.Last+1], " ")))
		}
		if found := strings.Join(got, ", "); found != c.want {
			t.Errorf("%q: found %q, want %q", c.text, found, c.want)
		}
	}
}
