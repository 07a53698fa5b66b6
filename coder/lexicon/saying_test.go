package lexicon

import "testing"

func TestSayings(t *testing.T) {
	words, err := Sayings()
	if err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		word string
		kind Saying
		want bool
	}{
		{"say", SaysClause, true},
		{"thank", SaysBeside, true},
		{"thank", SaysClause, false},
		{"call", SaysName, true},
		{"communique", SaysDocument, true},
		{"warning", SaysClaim, true},
		{"table", SaysClause | SaysBeside | SaysName | SaysDocument | SaysClaim, false},
	}
	for _, c := range cases {
		if got := words[c.word]&c.kind != 0; got != c.want {
			t.Errorf("%s, kind %b: %v, want %v", c.word, c.kind, got, c.want)
		}
	}
}

func TestSayingsRefusesWhatItCannotRead(t *testing.T) {
	for _, data := range []string{"kind\twords\nclause", "kind\twords\nshout\tcry", "kind\twords\nclause\tsay,,tell"} {
		if _, err := kindsOf(rowsOf("saying.tsv", data), sayingKinds); err == nil {
			t.Errorf("%q was read", data)
		}
	}
}
