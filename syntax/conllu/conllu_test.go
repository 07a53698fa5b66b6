package conllu

import (
	"errors"
	"strings"
	"testing"
)

const sample = "# newdoc id = d\n# sent_id = d-1\n# text = We don't know.\n" +
	"1\tWe\twe\tPRON\tPRP\t_\t4\tnsubj\t_\t_\n" +
	"2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n" +
	"2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_\n" +
	"3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n" +
	"4\tknow\tknow\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n" +
	"4.1\tknown\tknow\tVERB\tVB\t_\t_\t_\t_\t_\n" +
	"5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n\n" +
	"# newpar\n# sent_id = d-2\n1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n"

func TestWordsKnowWhereTheyStand(t *testing.T) {
	bank, err := Read(strings.NewReader(sample), "sample")
	if err != nil {
		t.Fatal(err)
	}
	if len(bank) != 2 || bank[0].Text != "We don't know." || bank[0].ID != "d-1" {
		t.Fatalf("read %+v", bank)
	}
	for _, w := range bank[0].Words {
		if got := bank[0].Text[w.Start:w.End]; got != w.Form {
			t.Errorf("%q stands at %q", w.Form, got)
		}
	}
	if h := bank[0].Words[0].Head; h != 3 {
		t.Errorf("head is %d, want 3", h)
	}
	text, starts := RawText(bank)
	if text != "We don't know.\n\nYes" || starts[1] != 16 {
		t.Errorf("raw text %q, sentences at %v", text, starts)
	}
}

func TestErrorsNameFileAndLine(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"1\tYes\n", "bank.conllu:1: 2 columns"},
		{"x\tYes\t_\t_\t_\t_\t0\troot\t_\t_\n", "bank.conllu:1: word number"},
		{"1\tYes\t_\t_\t_\t_\tx\troot\t_\t_\n", "bank.conllu:1: head"},
		{"1\tYes\t_\t_\t_\t_\t9\tdep\t_\t_\n\n", "bank.conllu:2: sentence"},
		{"1\tYes\t_\t_\t_\t_\t0\troot\t_\t_\n2\tno\t_\t_\t_\t_\t0\troot\t_\t_\n\n", "2 roots"},
	} {
		_, err := Read(strings.NewReader(c.text), "bank.conllu")
		var located *Error
		if !errors.As(err, &located) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want %q", c.text, err, c.want)
		}
	}
}

func FuzzReadNeverPanics(f *testing.F) {
	f.Add(sample)
	f.Fuzz(func(t *testing.T, text string) {
		bank, err := Read(strings.NewReader(text), "fuzz")
		if err == nil {
			RawText(bank)
		}
	})
}
