package lexicon

import "testing"

func TestAttributings(t *testing.T) {
	words, err := Attributings()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		word string
		kind Attributing
		want bool
	}{
		{"support", HoldsWhatItGoverns, true},
		{"support", HoldsAsNoun, true},
		{"decide", HoldsClause, true},
		{"decide", HoldsWhatItGoverns, false},
		{"critical", HoldsAsAdjective, true},
		{"seem", Hearsay, true},
		{"reportedly", HearsayAdverb, true},
		{"table", 255, false},
	} {
		if got := words[c.word]&c.kind != 0; got != c.want {
			t.Errorf("%s, kind %b: %v, want %v", c.word, c.kind, got, c.want)
		}
	}
}
