package syntax

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func loaded(t testing.TB) *Model {
	t.Helper()
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func analyzer(t testing.TB, mode Mode) *Analyzer {
	t.Helper()
	return loaded(t).NewAnalyzer(mode)
}

// checkTrees verifies what must hold of every analysis: forms are the text at
// their offsets, sentences follow one another, each is one tree.
func checkTrees(t interface{ Fatalf(string, ...any) }, text string, sentences []Sentence) {
	at := 0
	for _, s := range sentences {
		if len(s.Tokens) == 0 || s.Start < at || s.Tokens[0].Start != s.Start || s.Tokens[len(s.Tokens)-1].End != s.End {
			t.Fatalf("sentence %d–%d after byte %d does not match its %d tokens", s.Start, s.End, at, len(s.Tokens))
		}
		for _, tok := range s.Tokens {
			if tok.Start < at || tok.End <= tok.Start || text[tok.Start:tok.End] != tok.Form {
				t.Fatalf("token %q at %d–%d after byte %d", tok.Form, tok.Start, tok.End, at)
			}
			if tok.UPOS == "" || tok.XPOS == "" || tok.Rel == "" || tok.Lemma == "" {
				t.Fatalf("token without annotation: %+v", tok)
			}
			at = tok.End
		}
		checkTree(t, s.Tokens)
	}
}

// checkTree verifies that there is one root, which all words reach.
func checkTree(t interface{ Fatalf(string, ...any) }, tokens []Token) {
	roots := 0
	for i, tok := range tokens {
		if tok.Head == -1 {
			roots++
		}
		if (tok.Head == -1) != (tok.Rel == "root") {
			t.Fatalf("word %d has head %d and relation %s", i, tok.Head, tok.Rel)
		}
		steps := 0
		for j := i; j >= 0; j = tokens[j].Head {
			if steps++; steps > len(tokens) {
				t.Fatalf("word %d hangs in a cycle", i)
			}
		}
	}
	if roots != 1 {
		t.Fatalf("%d roots", roots)
	}
}

func TestAnyTextGivesTrees(t *testing.T) {
	accurate, bulk := analyzer(t, Accurate), analyzer(t, Bulk)
	parts := rapid.SampledFrom([]string{"Japan", "the", "U.S.", "agreed", "to", "talks", "said", "’s", "\"", ".", "?", ",", " ", " ", " ", "\n\n",
		"-", "\x00", "\xff", "피터", "Thursday", "and", "not", "1998", "(", ")"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(parts).Draw(t, "parts"), "")
		checkTrees(t, text, accurate.Analyze(text))
		checkTrees(t, text, bulk.Analyze(text))
	})
}

func FuzzAnyTextGivesTrees(f *testing.F) {
	for _, s := range []string{"S. Korea, U.S., Japan agree.", "“We agreed.” \xff\x00 (Yonhap)", "don't 3-way ’s", "a-\n\n.\"'"} {
		f.Add(s)
	}
	a := analyzer(f, Bulk)
	f.Fuzz(func(t *testing.T, text string) { checkTrees(t, text, a.Analyze(text)) })
}

func TestResultsStayValidAfterTheNextCall(t *testing.T) {
	a := analyzer(t, Accurate)
	first := a.Analyze(newsText)
	before := slices.Clone(first[0].Tokens)
	a.Analyze("Something else was said by Russia on Monday.")
	if !slices.Equal(before, first[0].Tokens) {
		t.Error("the second call changed the first result")
	}
}

func TestTheSameTextGivesTheSameAnalysis(t *testing.T) {
	a, b := analyzer(t, Accurate), analyzer(t, Accurate)
	b.Analyze("Another text comes first.")
	x, y := a.Analyze(newsText), b.Analyze(newsText)
	if len(x) != len(y) {
		t.Fatalf("%d and %d sentences", len(x), len(y))
	}
	for i := range x {
		if !slices.Equal(x[i].Tokens, y[i].Tokens) {
			t.Errorf("sentence %d differs", i)
		}
	}
}

func TestGivenTokensAreKept(t *testing.T) {
	a := analyzer(t, Accurate)
	for _, n := range []int{0, 1, 7, 2500} {
		forms := make([]string, n)
		for i := range forms {
			forms[i] = "word"
		}
		s := a.AnalyzeTokens(forms)
		if len(s.Tokens) != n {
			t.Fatalf("%d tokens for %d forms", len(s.Tokens), n)
		}
		if n > 0 {
			checkTree(t, s.Tokens)
		}
	}
}

func TestPathologicalTextIsCut(t *testing.T) {
	a := analyzer(t, Bulk)
	for name, text := range map[string]string{
		"no full stop":    strings.Repeat("word ", 100_000),
		"quotation marks": strings.Repeat("\" ", 50_000),
		"stuck marks":     strings.Repeat("\"", 50_000),
		"invalid bytes":   strings.Repeat("\xff\xfe ", 20_000),
		"NULs":            strings.Repeat("\x00", 50_000),
		"one word":        strings.Repeat("a", 300_000),
	} {
		begun := time.Now()
		checkTrees(t, text, a.Analyze(text))
		if spent := time.Since(begun); spent > time.Minute {
			t.Errorf("%s took %v", name, spent)
		}
	}
}

// arcs prints the words of interest as "relation(governor, word)".
func arcs(s Sentence) map[string]bool {
	set := map[string]bool{}
	for _, tok := range s.Tokens {
		head := "ROOT"
		if tok.Head >= 0 {
			head = s.Tokens[tok.Head].Form
		}
		set[tok.Rel+"("+head+", "+tok.Form+")"] = true
	}
	return set
}

func TestNewsSentencesAreUnderstood(t *testing.T) {
	a := analyzer(t, Accurate)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"S. Korea, U.S., Japan agree to bolster 3-way cooperation", []string{
			"root(ROOT, agree)", "nsubj(agree, Korea)", "conj(Korea, U.S.)", "conj(Korea, Japan)", "xcomp(agree, bolster)", "obj(bolster, cooperation)"}},
		{"China and Russia Thursday agreed to hold joint drills.", []string{
			"root(ROOT, agreed)", "nsubj(agreed, China)", "conj(China, Russia)", "obl:unmarked(agreed, Thursday)", "xcomp(agreed, hold)", "obj(hold, drills)"}},
		{"Japanese Foreign Minister Fumio Kishida met South Korean Vice Foreign Minister Lim Sung-nam in Seoul.", []string{
			"nsubj(met, Fumio)", "obj(met, Lim)", "nmod:desc(Fumio, Minister)", "nmod:desc(Lim, Minister)"}},
		{"The ambassador was expelled by Moscow on Friday.", []string{
			"nsubj:pass(expelled, ambassador)", "obl:agent(expelled, Moscow)", "obl(expelled, Friday)"}},
		{"Iran rejected the proposal, the ministry said.", []string{
			"nsubj(rejected, Iran)", "obj(rejected, proposal)", "nsubj(said, ministry)"}},
		{"He said Tokyo would not resume the talks.", []string{
			"root(ROOT, said)", "ccomp(said, resume)", "nsubj(resume, Tokyo)", "obj(resume, talks)"}},
	} {
		sentences := a.Analyze(c.text)
		if len(sentences) != 1 {
			t.Errorf("%q: %d sentences", c.text, len(sentences))
			continue
		}
		got := arcs(sentences[0])
		for _, arc := range c.want {
			if !got[arc] {
				t.Errorf("%q: no %s", c.text, arc)
			}
		}
	}
}

// newsText is for timing; its happenings are invented.
const newsText = `Norvania, Estland agree to reopen border crossings

HARSTAD, March 3 (ENA) - Norvania and Estland agreed on Tuesday to reopen four border crossings that were closed last autumn after a dispute over fishing rights, officials from both countries said.

"We have taken a first step. We hope that it will not be the last," Norvanian Deputy Foreign Minister Ingrid Halvorsen told reporters after talks with her Estlandic counterpart, Gen. Tomas R. Lund, in the northern port of Harstad. The ministers' meeting was the first in three years.

Lund said his government would withdraw its patrol boats by the end of April unless the fleet's owners in the U.S. objected, but he refused to apologize for the sinking of a trawler in which six sailors were killed. Norvania has demanded $12.5 million in compensation and has threatened to take the case to the International Court of Justice, a move that Estland's parliament condemned as "hostile and unnecessary."

The European Union, which mediated between the two neighbors, welcomed the agreement and promised to send observers. Analysts warned, however, that the underlying dispute about the two-mile zone around Skarv Island isn't likely to be resolved before the elections in June.`
