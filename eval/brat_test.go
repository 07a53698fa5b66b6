package eval

import (
	"reflect"
	"strings"
	"testing"

	"entente/record"
)

func TestBratOffsetsCountCharactersOfTheText(t *testing.T) {
	raw := "Él habla\nÉva said “no” .  \n“Ja”, she added.\n"
	a, starts := layOut(raw)
	if want := "Él habla\n\nÉva said “no” .\n\n“Ja”, she added."; a.Text != want || a.Title != "Él habla" || a.Body() != want[len("Él habla\n\n"):] {
		t.Fatalf("text %q, title %q, body %q", a.Text, a.Title, a.Body())
	}
	annotation := strings.Join([]string{
		"T1\tSource 9 12\tÉva",
		"T2\tCue 13 17\tsaid",
		"T3\tContent 18 22;27 32\t“no” “Ja”,",
		"T4\tAttribution 13 17\tsaid",
		"E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3",
	}, "\n")
	got, err := ReadBrat(annotation, starts)
	if err != nil || len(got) != 1 {
		t.Fatalf("%v, %v", got, err)
	}
	words := func(spans []record.Span) (out []string) {
		for _, s := range spans {
			out = append(out, a.Text[s.Start:s.End])
		}
		return out
	}
	g := got[0]
	if !reflect.DeepEqual([][]string{words(g.Source), words(g.Cue), words(g.Content)}, [][]string{{"Éva"}, {"said"}, {"“no”", "“Ja”,"}}) || g.Line != 5 {
		t.Errorf("source %q cue %q content %q line %d", words(g.Source), words(g.Cue), words(g.Content), g.Line)
	}
}

func TestBratReadsWhatAnnotatorsLeave(t *testing.T) {
	_, starts := layOut("abcdefghij")
	for _, c := range []struct {
		name, annotation string
		contents         int
	}{
		{"no source", "T1\tContent 0 2\tab\nT2\tCue 3 4\td\nE1\tAttribution-no-source:T2 Cue:T2 Content:T1", 1},
		{"a second content", "T1\tContent 5 6\tf\nT2\tContent 0 2\tab\nE1\tAttribution:T1 Content:T1 Content2:T2", 2},
		{"an attribution before its spans", "E1\tAttribution:T1 Content:T1\nT1\tContent 5 6\tf", 1},
		{"words with a line break", "T1\tContent 0 2\ta\n\nb\nE1\tAttribution:T1 Content:T1", 1},
		{"notes, relations and attributes", "#1\tAnnotatorNotes T1\tsure\nR1\tx Arg1:T1 Arg2:T2\nA1\tNested T1\n*\tEquiv T1 T2", 0},
		{"an attribution without content", "T1\tCue 0 1\ta\nE1\tAttribution:T1 Cue:T1", 0},
		{"Windows line ends", "T1\tContent 0 2\tab\r\nE1\tAttribution:T1 Content:T1\r\n", 1},
	} {
		got, err := ReadBrat(c.annotation, starts)
		n := 0
		for _, g := range got {
			n += len(g.Content)
		}
		if err != nil || n != c.contents {
			t.Errorf("%s: %d contents, want %d; %v", c.name, n, c.contents, err)
		}
	}
}

func TestBratErrorsNameTheLine(t *testing.T) {
	_, starts := layOut("abc")
	for _, c := range []struct{ annotation, want string }{
		{"Source 0 1", "line 1: "},
		{"T1\tSource 0 1\ta\nT2\tSource 2 9\tc", "line 2: T2: 2 to 9 is outside of the text, which has 3 characters"},
		{"T1\tSource", "line 1: T1: \"Source\" names no place"},
		{"T1\tSource a b\tx", "line 1: T1: \"a b\" is no pair of offsets"},
		{"T1\tSource 0 1\ta\nE1\tAttribution:T7", "line 2: \"Attribution:T7\" refers to no annotated words"},
	} {
		if _, err := ReadBrat(c.annotation, starts); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v; want %q", c.annotation, err, c.want)
		}
	}
}

func FuzzReadBrat(f *testing.F) {
	f.Add("Éva said “no”.\nIt ended.", "T1\tSource 0 3\tÉva\nT2\tContent 9 13;15 17\t“no” It\nE1\tAttribution:T1 Source:T1 Content:T2")
	f.Add("", "T1\tSource 0 0\t")
	f.Fuzz(func(t *testing.T, raw, annotation string) {
		a, starts := layOut(strings.ToValidUTF8(raw, "?"))
		got, err := ReadBrat(annotation, starts)
		if err != nil {
			return
		}
		for _, g := range got {
			for _, spans := range [][]record.Span{g.Source, g.Cue, g.Content} {
				for _, s := range spans {
					if s.Start < 0 || s.End < s.Start || s.End > len(a.Text) {
						t.Fatalf("span %v of a text of %d bytes", s, len(a.Text))
					}
				}
			}
		}
	})
}
