package coder

import (
	"slices"
	"strings"
	"testing"

	"entente/article"
	"entente/coder/lexicon"
	"entente/syntax"
)

// given codes a sentence whose brackets mark the participants.
func given(t *testing.T, know *Knowledge, marked string) *document {
	t.Helper()
	ex, err := lexicon.ParseExample(marked)
	if err != nil {
		t.Fatal(err)
	}
	a := &article.Article{Text: ex.Text, Given: make([]article.Span, 2)}
	for _, m := range ex.Marks {
		i := 0
		if m.Role == lexicon.Recipient {
			i = 1
		}
		a.Given[i] = article.Span{Start: m.Start, End: m.End}
	}
	d := New(know, syntax.Accurate).prepare(a)
	d.code()
	return d
}

func TestGivenParticipantsAreSidesOfTheirOwn(t *testing.T) {
	know, err := LoadLexicon()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, marked, want string }{
		{"of one state", "[A:The Senate] accused [R:the president] of lying.", "ACCUSE GIVEN:0>GIVEN:1"},
		{"whom the atlas does not know", "[A:A stowaway] attacked [R:the ship's cook] on Monday.", "ASSAULT GIVEN:0>GIVEN:1"},
		{"as possessor", "[A:The mayor's aide] condemned [R:Okoro]'s decision.", "ACCUSE GIVEN:0>GIVEN:1"},
		{"both together", "[A:The farmers] met [R:the 25 largest mills] in Kisumu.", "CONSULT GIVEN:1,GIVEN:0>"},
		{"by a pronoun", "[A:Angela Merkel] was late, but she thanked [R:the villagers].", "SUPPORT GIVEN:0>GIVEN:1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := given(t, know, c.marked)
			var got []string
			for _, e := range d.events {
				got = append(got, string(e.typ)+" "+strings.Join(keysOfRefs(e.actors), ",")+">"+strings.Join(keysOfRefs(e.recipients), ","))
			}
			if !slices.Contains(got, c.want) {
				t.Errorf("got %q, want %s", got, c.want)
			}
		})
	}
}

func TestTheClassifierJoinsGivenParticipantsWhateverThePredicate(t *testing.T) {
	know, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, marked, want string }{
		{"an unknown verb", "[A:Kenya] bewildered [R:the envoy] for a third day.", ""},
		{"nobody acts", "[R:The editor] was shot and killed outside his house.", "ASSAULT"},
		{"a known verb", "[A:Norway] condemned [R:Hungary] on Monday.", "ACCUSE"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := given(t, know, c.marked)
			if len(d.events) != 1 {
				t.Fatalf("%d events", len(d.events))
			}
			e := d.events[0]
			if c.want != "" && string(e.typ) != c.want {
				t.Errorf("type %s, want %s", e.typ, c.want)
			}
			if e.confidence <= 0 || e.confidence > 1 || e.rule == "" || e.cameo == "" {
				t.Errorf("confidence %v, rule %q, CAMEO %q", e.confidence, e.rule, e.cameo)
			}
			if known := know.Lexicon.Verbs[d.sents[0].toks[e.trigger].Lemma]; len(known) == 0 && e.rule != ruleFallback {
				t.Errorf("rule %q for a verb that the lexicon does not know", e.rule)
			}
		})
	}
}

func TestTheSameGivenParticipantsGiveTheSameEvent(t *testing.T) {
	know, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	const marked = "[A:Rebels] ringed [R:the garrison] before dawn."
	a, b := given(t, know, marked).events, given(t, know, marked).events
	if len(a) != 1 || len(b) != 1 || a[0].typ != b[0].typ || a[0].confidence != b[0].confidence {
		t.Errorf("%v, %v", a, b)
	}
}

func TestAFallbackTellsWhatSpeaksForIt(t *testing.T) {
	know, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	a := &article.Article{Text: "Kenya bewildered the envoy for a third day.", Given: []article.Span{{Start: 0, End: 5}, {Start: 17, End: 26}}}
	x, err := New(know, syntax.Accurate).Explain(a, "e1")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(x.Steps, func(s string) bool { return strings.Contains(s, " speaks ") }) {
		t.Errorf("steps %q", x.Steps)
	}
}
