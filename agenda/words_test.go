package agenda

import (
	"slices"
	"strings"
	"testing"

	"entente/plover"
)

func TestTheFormsOfAWordShareTheirStem(t *testing.T) {
	for _, forms := range []string{
		"apologise apologises apologised apologizing apology apologies apologetic",
		"withdraw withdraws withdrew withdrawn withdrawing withdrawal",
		"ease eases eased easing", "stop stops stopped stopping", "release released releasing",
		"negotiate negotiated negotiating negotiation negotiations", "extradite extradition extradited",
		"recognise recognition recognizes", "dismantle dismantled dismantlement", "meet met meeting",
		"sanction sanctions", "aid aided", "inspect inspectors inspection", "Iran Iranian Iran's",
	} {
		var stems []string
		for form := range strings.FieldsSeq(forms) {
			stems = append(stems, load().stem(form))
		}
		if len(sortedSet(stems)) != 1 {
			t.Errorf("%s become %s", forms, stems)
		}
	}
}

func TestTheTablesOfWordsAreWhole(t *testing.T) {
	deeds := map[string]string{}
	for _, a := range load().acts {
		for _, typ := range a.types {
			if !plover.Type(typ).Valid() {
				t.Errorf("acts.tsv: %s has no PLOVER type %s", a.name, typ)
			}
		}
		for _, s := range a.stems {
			if other := deeds[s]; other != "" && other != a.name {
				t.Errorf("acts.tsv: %q means both %s and %s", s, other, a.name)
			}
			deeds[s] = a.name
		}
	}
	for name, table := range map[string]string{"acts.tsv": actsTSV, "forms.tsv": formsTSV, "subjects.tsv": subjectsTSV} {
		columns := len(strings.Split(strings.TrimSpace(table[strings.LastIndexByte(strings.TrimSpace(table), '\n')+1:]), "\t"))
		var first []string
		words := map[string]bool{}
		for _, row := range rows(name, table, columns) {
			first = append(first, row[0])
			for w := range strings.FieldsSeq(row[1]) {
				if words[w] {
					t.Errorf("%s: %q stands twice", name, w)
				}
				words[w] = true
			}
		}
		if !slices.IsSorted(first) {
			t.Errorf("%s is not sorted", name)
		}
	}
}
