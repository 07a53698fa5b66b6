package coder

import (
	"strings"
	"testing"

	"entente/article"
	"entente/record"
	"entente/syntax"
)

// attributionCases are short texts, each with all its attributions: source,
// cue, content with " … " between its parts, quotedness.
var attributionCases = []struct {
	name, text string
	want       []string
}{
	{"reported", "Ruiz said that the fence would stay.",
		[]string{"Ruiz | said | that the fence would stay | indirect"}},
	{"quoted in part", "Ruiz made it clear that Oslo wants \"a fair price\" for the fish.",
		[]string{"Ruiz | clear | that Oslo wants \"a fair price\" for the fish | mixed"}},
	{"interrupted", "\"I think,\" Ruiz said, pausing, \"that we are done here.\"",
		[]string{"Ruiz | said | I think, … that we are done here. | direct"}},
	{"a second quotation without a telling", "\"She waited for a year,\" said Moe, who now runs a bank. \"Nobody does that.\"",
		[]string{"Moe, who now runs a bank | said | She waited for a year, … Nobody does that. | direct"}},
	{"an apposition with commas of its own", "\"It is over,\" Paul Moe, the bank's head in Lima, Peru, said on Monday.",
		[]string{"Paul Moe, the bank's head in Lima, Peru | said | It is over, | direct"}},
	{"a telling behind its clause", "Nearly all bakers in Bergen have lost money this winter, the union says.",
		[]string{"the union | says | Nearly all bakers in Bergen have lost money this winter | indirect"}},
	{"a telling within its clause", "The talks ended, the minister added, because nobody came.",
		[]string{"the minister | added | The talks ended … because nobody came | indirect"}},
	{"a quotation ends at its mark", "Analysts said \"Iran attacked Iraq\" and laughed.",
		[]string{"Analysts | said | Iran attacked Iraq | direct"}},
	{"a wish", "Many farmers oppose the fence in the north.",
		[]string{"Many farmers | oppose | the fence in the north | indirect"}},
	{"the view of a relative clause's subject", "The fence, which many farmers oppose, was built in May.",
		[]string{"many farmers | oppose | The fence | indirect"}},
	{"a charge with what it is for", "Norway accused Finland of moving the fence.",
		[]string{"Norway | accused | Finland of moving the fence | indirect"}},
	{"what somebody is accused of having said is the accuser's word", "Officials accused the Finns of having said that the treaty was dead.",
		[]string{"Officials | accused | the Finns of having said that the treaty was dead | indirect"}},
	{"told within somebody's words", "Ruiz said that Moe believes the fence is ugly.",
		[]string{"Ruiz | said | that Moe believes the fence is ugly | indirect"}},
	{"nobody in particular", "It was announced that the border would open.",
		[]string{" | was announced | that the border would open | indirect"}},
	{"who was asked has not asked", "Asked whether the fence would help, Moe said: \"Not a bit of it.\"",
		[]string{" | Asked | whether the fence would help | indirect", "Moe | said | Not a bit of it. | direct"}},
	{"a colon opens words of the subject", "The party of Ana Ruiz issued this statement: \"Our position has not changed.\"",
		[]string{"The party of Ana Ruiz |  | Our position has not changed. | direct"}},
	{"a name below a quotation", "“The north is lost, and nobody in Oslo cares about it.” — Ana Ruiz",
		[]string{"Ana Ruiz |  | The north is lost, and nobody in Oslo cares about it. | direct"}},
	{"words taken into quotation marks", "Ruiz left the room over \"a breach of all promises\" by the bank.",
		[]string{"Ruiz |  | a breach of all promises | direct"}},
	{"a name in quotation marks is nobody's", "Ruiz sang \"The Fence\" in Oslo.", nil},
	{"nobody could be made out", "In principle, she said, the boats had a right to the harbour.",
		[]string{"she | said | the boats had a right to the harbour | indirect"}},
	{"told somebody without a word of what", "Ruiz told Reuters on Monday.", nil},
	{"a mark of the wrong kind", "“Boats come first,“ said Ana Ruiz.",
		[]string{"Ana Ruiz | said | Boats come first, | direct"}},
	{"a forgotten mark", "\"Nobody asked the fishermen of the north, said Ana Ruiz.",
		[]string{"Ana Ruiz | said | Nobody asked the fishermen of the north, | direct"}},
}

func TestAttributions(t *testing.T) {
	know, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	c := New(know, syntax.Accurate)
	for _, test := range attributionCases {
		t.Run(test.name, func(t *testing.T) {
			rec := c.Code(&article.Article{Text: test.text, Language: "en"})
			var got []string
			for i := range rec.Attributions {
				got = append(got, showAttribution(test.text, &rec.Attributions[i]))
			}
			if strings.Join(got, "\n") != strings.Join(test.want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(test.want, "\n"))
			}
		})
	}
}

func showAttribution(text string, a *record.Attribution) string {
	words := func(s *record.Span) string {
		if s == nil {
			return ""
		}
		return text[s.Start:s.End]
	}
	var parts []string
	for i := range a.Content {
		parts = append(parts, words(&a.Content[i]))
	}
	return strings.Join([]string{words(a.Source), words(a.Cue), strings.Join(parts, " … "), a.Quoted}, " | ")
}

func TestSignsAndTextMessagesAreNoSpeakers(t *testing.T) {
	know, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	c := New(know, syntax.Accurate)
	for _, text := range []string{"A text message said the bridge was closed.", "The sign said the border was closed."} {
		rec := c.Code(&article.Article{Text: text, Language: "en"})
		if len(rec.Statements) > 0 {
			t.Errorf("%q: a statement by %s", text, rec.Statements[0].Speaker.Name)
		}
		if len(rec.Attributions) != 1 {
			t.Errorf("%q: %d attributions, want 1", text, len(rec.Attributions))
		}
	}
}

func TestStatementsNameTheWordsThatTellThem(t *testing.T) {
	know, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	const text = "Norway has said that the border would stay open. \"We will not give up an island,\" Finland added."
	rec := New(know, syntax.Accurate).Code(&article.Article{Text: text, Language: "en"})
	var got []string
	for _, s := range rec.Statements {
		if s.Cue == nil {
			t.Fatalf("no cue of %q", s.Text)
		}
		got = append(got, text[s.Cue.Start:s.Cue.End])
	}
	if strings.Join(got, ", ") != "has said, added" {
		t.Errorf("cues %q", got)
	}
}
