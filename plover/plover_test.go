package plover

import "testing"

func TestTheTablesHoldWhatTheManualLists(t *testing.T) {
	if n := len(Types()); n != 16 {
		t.Errorf("%d types, want 16", n)
	}
	if n := len(Contexts()); n != 37 {
		t.Errorf("%d contexts, want 37", n)
	}
	modes := 0
	for _, typ := range Types() {
		modes += len(typ.Modes())
	}
	if modes != 67 {
		t.Errorf("%d modes, want 67", modes)
	}
}

func TestFaultsOfThePrintedTablesAreMended(t *testing.T) {
	if q := Sanction.Quad(); q != MaterialConflict {
		t.Errorf("SANCTION is quad %d, want 4", q)
	}
	if s := Accuse.Score(""); s != -3 {
		t.Errorf("ACCUSE scores %g, want -3", s)
	}
	if s := Protest.Score("vandalize"); s != -6 {
		t.Errorf("PROTEST vandalize scores %g, want -6", s)
	}
	for code, want := range map[string]Type{"163": Sanction, "055": Concede, "056": Concede, "196": Assault, "203": Assault} {
		if c, ok := CAMEO(code); !ok || c.Type != want {
			t.Errorf("CAMEO %s is %q, want %s", code, c.Type, want)
		}
	}
}

func TestQuadAndSignOfTheScoreAgree(t *testing.T) {
	for _, typ := range Types() {
		for _, mode := range append(typ.Modes(), "") {
			score, q := typ.Score(mode), typ.Quad()
			if q <= MaterialCooperation && score <= 0 || q >= VerbalConflict && score > 0.5 {
				t.Errorf("%s %s: quad %d but score %g", typ, mode, q, score)
			}
		}
	}
}

func TestEveryCodeMapsIntoTheOntologyAndBack(t *testing.T) {
	for _, c := range Codes() {
		if c.Type == "" {
			if c.Code[:2] > "02" && c.Code != "0357" && c.Code != "109" {
				t.Errorf("%s %s has no type", c.Code, c.Label)
			}
			continue
		}
		if !c.Type.Valid() || !c.Type.HasMode(c.Mode) || c.Context != "" && !IsContext(c.Context) {
			t.Errorf("%s: %s %s %s is not in the ontology", c.Code, c.Type, c.Mode, c.Context)
		}
		back, ok := CAMEO(c.Type.CAMEO(c.Mode, []string{c.Context}))
		if !ok || back.Type != c.Type {
			t.Errorf("%s → %s → %s %s", c.Code, c.Type, back.Code, back.Type)
		}
	}
}

func TestTheCodeSaysAsMuchAsModeAndContextAllow(t *testing.T) {
	for _, c := range []struct {
		t        Type
		mode     string
		contexts []string
		want     string
	}{
		{Consult, "phone", nil, "041"},
		{Consult, "visit", []string{"military"}, "042"},
		{Consult, "", nil, "040"},
		{Agree, "", []string{"military"}, "0312"},
		{Assault, "aerial", []string{"military"}, "195"},
		{Sanction, "expel", []string{"diplomatic"}, "166"},
		{Retreat, "ceasefire", nil, "0871"},
	} {
		if got := c.t.CAMEO(c.mode, c.contexts); got != c.want {
			t.Errorf("%s %s %v: %s, want %s", c.t, c.mode, c.contexts, got, c.want)
		}
	}
}

func TestGoldsteinFallsBackToTheParent(t *testing.T) {
	if g, ok := Goldstein("1831"); !ok || g != -10 {
		t.Errorf("1831: %g %v", g, ok)
	}
	if g, ok := Goldstein("1013"); !ok || g != -5 {
		t.Errorf("1013 has no value of its own, 101 has -5: %g %v", g, ok)
	}
	if _, ok := Goldstein("99"); ok {
		t.Error("99 is no code")
	}
}
