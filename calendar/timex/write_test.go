package timex

import (
	"encoding/json"
	"strings"
	"testing"
)

func written(t *testing.T, write func(*strings.Builder) error) string {
	t.Helper()
	var b strings.Builder
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTheTableTellsFiguresAndCauses(t *testing.T) {
	got := written(t, func(b *strings.Builder) error { return Score([]Document{read(t, timeML)}).Write(b) })
	for _, want := range []string{
		"1 documents, 4 expressions annotated, 4 found",
		"strict      0.750  0.750  0.750",
		"value       0.500  0.500  0.500",
		"1  missed      annotated, nothing found",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the table lacks %q:\n%s", want, got)
		}
	}
}

func TestTheObjectHasFractionsAndAllCauses(t *testing.T) {
	got := written(t, func(b *strings.Builder) error { return Score([]Document{read(t, timeML)}).WriteJSON(b) })
	var object struct {
		Strict  float64       `json:"strict_f1"`
		Relaxed float64       `json:"relaxed_f1"`
		Value   float64       `json:"value_f1"`
		Causes  map[Cause]int `json:"causes"`
	}
	if err := json.Unmarshal([]byte(got), &object); err != nil {
		t.Fatal(err)
	}
	if object.Strict != 0.75 || object.Relaxed != 0.75 || object.Value != 0.5 || len(object.Causes) != len(meanings) || object.Causes[Missed] != 1 {
		t.Errorf("read back %+v", object)
	}
}

func TestErrorsShowWhatWasFoundInstead(t *testing.T) {
	d := read(t, timeML)
	d.Name = "d.tml"
	got := written(t, func(b *strings.Builder) error { return Score([]Document{d}).WriteErrors(b) })
	for _, want := range []string{
		"== d.tml: anchoring\n    want   \"last month\" 2014-03\n    found  \"last month\" 2015-03\n",
		"== d.tml: missed\n    want   \"by and by\" PRESENT_REF\n    found  nothing\n",
		"== d.tml: spurious\n    want   nothing\n    found  \"1998\" 1998\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the list lacks %q:\n%s", want, got)
		}
	}
}

func TestTheReportDoesNotDependOnTheOrderOfWork(t *testing.T) {
	documents := make([]Document, 40)
	for i := range documents {
		documents[i] = read(t, timeML)
		documents[i].Name = strings.Repeat("x", i)
	}
	list := func(b *strings.Builder) error { return Score(documents).WriteErrors(b) }
	if first, second := written(t, list), written(t, list); first != second {
		t.Error("two runs list errors in different order")
	}
}
