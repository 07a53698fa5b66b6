package lemmas

import (
	"testing"

	"entente/syntax/conllu"
	"entente/syntax/internal/codec"
)

// learnt is a model that knows a few irregular words and verb stems.
func learnt() *Model {
	words := []conllu.Word{
		{Form: "met", Lemma: "meet", XPOS: "VBD"}, {Form: "men", Lemma: "man", XPOS: "NNS"},
		{Form: "better", Lemma: "good", XPOS: "JJR"}, {Form: "better", Lemma: "good", XPOS: "JJR"},
		{Form: "agree", Lemma: "agree", XPOS: "VB"}, {Form: "call", Lemma: "call", XPOS: "VB"},
	}
	return Learn([]conllu.Sentence{{Words: words}})
}

func TestInflectionIsUndone(t *testing.T) {
	m := learnt()
	for _, c := range [][3]string{
		{"met", "VBD", "meet"}, {"Met", "VBD", "meet"}, {"better", "JJR", "good"},
		{"talks", "NNS", "talk"}, {"countries", "NNS", "country"}, {"allies", "NNS", "ally"},
		{"sanctions", "NNS", "sanction"}, {"clashes", "NNS", "clash"}, {"crises", "NNS", "crise"},
		{"Women", "NNS", "woman"}, {"agreed", "VBD", "agree"}, {"agreeing", "VBG", "agree"},
		{"resumed", "VBD", "resume"}, {"threatened", "VBD", "threaten"}, {"denied", "VBD", "deny"},
		{"stopped", "VBD", "stop"}, {"called", "VBD", "call"}, {"urged", "VBD", "urge"},
		{"condemns", "VBZ", "condemn"}, {"pledges", "VBZ", "pledge"}, {"denies", "VBZ", "deny"},
		{"accusing", "VBG", "accuse"}, {"visiting", "VBG", "visit"}, {"negotiating", "VBG", "negotiate"},
		{"larger", "JJR", "large"}, {"strongest", "JJS", "strong"}, {"The", "DT", "the"},
		{"Japan", "NNP", "Japan"}, {"States", "NNPS", "State"}, {"1998", "CD", "1998"},
		{"signed", "VBN", "sign"}, {"imposed", "VBN", "impose"}, {"expelled", "VBN", "expel"},
	} {
		if got := m.Lemma(c[0], c[1]); got != c[2] {
			t.Errorf("%s/%s → %s, want %s", c[0], c[1], got, c[2])
		}
	}
}

func TestTheTableSurvivesEncoding(t *testing.T) {
	e := &codec.Encoder{}
	learnt().Encode(e)
	d := codec.NewDecoder(e.Data)
	m := Decode(d)
	if err := d.Err(); err != nil {
		t.Fatal(err)
	}
	if got := m.Lemma("met", "VBD"); got != "meet" {
		t.Errorf("met → %s", got)
	}
}
