package track

import (
	"slices"
	"strings"
	"testing"

	"entente/plover"
)

func TestEveryContextAndEveryTypeHasItsTrack(t *testing.T) {
	g := grouping()
	for _, c := range plover.Contexts() {
		if _, ok := g.contexts[c]; !ok {
			t.Errorf("context %s has no track", c)
		}
	}
	for _, typ := range plover.Types() {
		if _, ok := g.types[string(typ)]; !ok {
			t.Errorf("type %s has no track", typ)
		}
	}
	for _, r := range g.rows {
		if r.kind == "context" && !plover.IsContext(r.code) || r.kind == "type" && !plover.Type(r.code).Valid() {
			t.Errorf("there is no %s %s", r.kind, r.code)
		}
	}
	if !slices.IsSortedFunc(g.rows, func(a, b row) int { return strings.Compare(a.kind+a.code, b.kind+b.code) }) {
		t.Error("tracks.tsv is not sorted")
	}
}

func TestAnEventBelongsToTheTracksOfItsContexts(t *testing.T) {
	for _, c := range []struct {
		typ      string
		contexts []string
		want     []Track
	}{
		{"CONSULT", []string{"territory", "military"}, []Track{Security, Territory}},
		{"ACCUSE", []string{"reparations"}, []Track{History}},
		{"ASSAULT", nil, []Track{Security}},
		{"CONSULT", nil, []Track{Politics}},
		{"", nil, []Track{Politics}},
		{"AID", []string{"unheard_of"}, []Track{People}},
	} {
		if got := Of(c.typ, c.contexts).Tracks(); !slices.Equal(got, c.want) {
			t.Errorf("%s %v: %v, want %v", c.typ, c.contexts, got, c.want)
		}
	}
}

func TestTracksAreReadByCodeAndByName(t *testing.T) {
	for _, tr := range All() {
		for _, s := range []string{tr.Code(), tr.String()} {
			if got, err := Parse(s); err != nil || got != tr {
				t.Errorf("%q reads as %v, error %v", s, got, err)
			}
		}
		if len(tr.Contexts()) == 0 {
			t.Errorf("%s has no context", tr)
		}
	}
	if _, err := Parse("sport"); err == nil || !strings.Contains(err.Error(), "territory") {
		t.Errorf("an unknown track gives %v", err)
	}
}
