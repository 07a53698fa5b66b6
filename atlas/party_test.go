package atlas

import (
	"strings"
	"testing"
)

func TestPartiesAreNamedInAnyForm(t *testing.T) {
	for name, want := range map[string]string{"kr": "KOR", "KOR": "KOR", "kor": "KOR", "South Korea": "KOR", "한국": "KOR", "EU": "EUR", "eur": "EUR", "United Nations": "UNO", "un": "UNO"} {
		if code, ok := PartyNamed(name); !ok || code != want {
			t.Errorf("%q is %q, want %s", name, code, want)
		}
		if PartyName(want) == "" {
			t.Errorf("%s has no name", want)
		}
	}
	for name, says := range map[string]string{"Jpan": "Japan (JPN)", "qqqq": "give a name or a code", strings.Repeat("x", 200): "200 bytes"} {
		if code, ok := PartyNamed(name); ok {
			t.Errorf("%.20q is %s", name, code)
		}
		if err := UnknownParty(name); !strings.Contains(err.Error(), says) {
			t.Errorf("%.20q: %v", name, err)
		}
	}
}
