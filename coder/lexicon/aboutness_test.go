package lexicon

import (
	"strings"
	"testing"
)

func TestFaultyWeightsAreNamed(t *testing.T) {
	head := "evidence\tdatelined\twithout\n"
	for _, c := range []struct{ name, table, want string }{
		{"another evidence", head + "weather\t1\t2\n", "aboutness.tsv:2: want evidence"},
		{"a missing column", head + "prior\t1\n", "aboutness.tsv:2: want evidence"},
		{"no number", head + "prior\tx\t2\n", `aboutness.tsv:2: weight "x" is no number`},
		{"missing rows", head + "prior\t1\t2\n", "1 rows, want one for each"},
	} {
		if _, err := aboutnessOf(rowsOf("aboutness.tsv", c.table)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		}
	}
}

func TestBeingNamedSpeaksForAState(t *testing.T) {
	l := load(t)
	for _, w := range []Weights{l.Aboutness.Datelined, l.Aboutness.Plain} {
		for _, e := range []Evidence{TitleName, LeadName, Names} {
			if w[e] <= 0 {
				t.Errorf("%s weighs %v", e, w[e])
			}
		}
		if w[TitleOthers] >= 0 {
			t.Errorf("other states in the title weigh %v", w[TitleOthers])
		}
	}
}
