package atlas_test

import (
	"strings"
	"testing"

	"entente/atlas"
)

func FuzzFindStaysInTheSentence(f *testing.F) {
	a, err := atlas.Load()
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{"S. Korea , U.S. , Japan agree", "Cho Tae - yong 's", "the North ' s \xff\x00", "Cote d'Ivoire–Ghana"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		forms := strings.Fields(text)
		next := 0
		for _, m := range a.Find(forms, nil) {
			if m.First < next || m.Last < m.First || m.Last >= len(forms) || len(m.Senses) == 0 {
				t.Fatalf("match %d–%d of %d tokens, %d senses", m.First, m.Last, len(forms), len(m.Senses))
			}
			next = m.Last + 1
		}
	})
}
