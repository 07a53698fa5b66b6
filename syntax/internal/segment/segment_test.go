package segment

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func forms(text string) (tokens []string, sentences []string) {
	spans, ends := New().Split(text)
	for _, s := range spans {
		tokens = append(tokens, text[s.Start:s.End])
	}
	start := 0
	for _, end := range ends {
		sentences = append(sentences, text[spans[start].Start:spans[end-1].End])
		start = end
	}
	return tokens, sentences
}

func TestTokensFollowTheTreebank(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"S. Korea, U.S., Japan agree", "S.|Korea|,|U.S.|,|Japan|agree"},
		{"bolster 3-way cooperation", "bolster|3|-|way|cooperation"},
		{"Tokyo's claims", "Tokyo|'s|claims"},
		{"the ministers’ talks", "the|ministers|’|talks"},
		{"Japan’s claims", "Japan|’s|claims"},
		{"We don't, can't and won't.", "We|do|n't|,|ca|n't|and|wo|n't|."},
		{"I cannot", "I|can|not"},
		{"Cho Tae-yong said", "Cho|Tae|-|yong|said"},
		{"re-elected non-nuclear anti-ship co-operate", "re-elected|non-nuclear|anti-ship|co-operate"},
		{"\"pivot to Asia,\" aimed", "\"|pivot|to|Asia|,|\"|aimed"},
		{"(Yonhap)", "(|Yonhap|)"},
		{"No. 2 diplomats", "No.|2|diplomats"},
		{"$5.3 million, 10% or €3bn", "$|5.3|million|,|10|%|or|€|3|bn"},
		{"at 5:30 p.m. on 4/17/2015", "at|5:30|p.m.|on|4/17/2015"},
		{"Gen. J. R. Smith", "Gen.|J.|R.|Smith"},
		{"talks -- held in May—failed...", "talks|--|held|in|May|—|failed|..."},
		{"see www.mofa.go.kr/eng, or mail a.b@mofa.go.kr.", "see|www.mofa.go.kr/eng|,|or|mail|a.b@mofa.go.kr|."},
		{"the 1950-53 war", "the|1950|-|53|war"},
		{"Seoul/Tokyo ties", "Seoul|/|Tokyo|ties"},
		{"What?! No!!!", "What|?!|No|!!!"},
		{"1,500 troops and 3.5 percent", "1,500|troops|and|3.5|percent"},
		{"the '90s", "the|'90s"},
		{"", ""},
		{" \n\t ", ""},
	} {
		tokens, _ := forms(c.text)
		if got := strings.Join(tokens, "|"); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestSentencesEndWhereTheyShould(t *testing.T) {
	for _, c := range []struct {
		name string
		want []string
	}{
		{"abbreviated country before a name", []string{"The U.S. State Department protested."}},
		{"abbreviated country at the end", []string{"He flew to the U.S.", "The talks failed."}},
		{"number", []string{"Their No. 2 diplomats met.", "No. 10 declined to comment."}},
		{"saint and street", []string{"They met in St. Petersburg on Downing St. yesterday."}},
		{"military title", []string{"Gen. Prayuth met Lt. Col. Smith.", "Both agreed."}},
		{"initials", []string{"George W. Bush met J. R. R. Smith."}},
		{"time of day", []string{"It began at 9 a.m. and ended at 5 p.m. local time.", "Nobody spoke."}},
		{"a name after an hour", []string{"They met at 5 p.m. Friday in Bonn, or 6 p.m. Kiev time.", "It ended at 9 p.m.", "Norway left first."}},
		{"quotation mark after the stop", []string{"\"We agreed.\"", "She left."}},
		{"typographic quotation mark after the stop", []string{"“We agreed.”", "She left."}},
		{"quotation over several sentences", []string{"\"We agreed.", "We will meet again,\" he said.", "She left."}},
		{"question inside a quotation", []string{"\"Why not?\" he asked."}},
		{"dateline", []string{"SEOUL, April 17 (Reuters) - South Korea agreed.", "Japan did too."}},
		{"dateline with a dash", []string{"WASHINGTON, D.C. — The president spoke."}},
		{"company", []string{"Samsung Co. Ltd. said profits rose.", "Hyundai Corp. agreed."}},
		{"month", []string{"On Feb. 3 they met.", "On Nov. 4 they parted."}},
		{"agency in brackets", []string{"He spoke of atrocities.", "(Yonhap)"}},
		{"ellipsis going on", []string{"It was ... difficult.", "They left."}},
		{"latin abbreviations", []string{"Some states, e.g. Japan, i.e. Tokyo, objected."}},
		{"decimal and section", []string{"It rose 3.5 percent under Art. 5 of the treaty."}},
		{"missing space", []string{"They met yesterday.", "They agreed."}},
	} {
		text := strings.Join(c.want, " ")
		if c.name == "missing space" {
			text = strings.Join(c.want, "")
		}
		if _, got := forms(text); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

func TestABlankLineEndsASentenceAndALineBreakDoesNot(t *testing.T) {
	_, got := forms("S. Korea, U.S. agree\nto talks\n\nSouth Korea agreed")
	want := []string{"S. Korea, U.S. agree\nto talks", "South Korea agreed"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// checkTiling verifies what must hold of any text: tokens in order, not
// overlapping, not empty, nothing but white space between them, sentences
// that use every token once and are not too long.
func checkTiling(t interface{ Fatalf(string, ...any) }, text string) {
	tokens, ends := New().Split(text)
	at := 0
	for _, s := range tokens {
		if s.Start < at || s.End <= s.Start || s.End > len(text) {
			t.Fatalf("token %v after byte %d of %d", s, at, len(text))
		}
		if !blank(text[at:s.Start]) {
			t.Fatalf("text %q lies in no token", text[at:s.Start])
		}
		at = s.End
	}
	if !blank(text[at:]) {
		t.Fatalf("text %q lies in no token", text[at:])
	}
	last := 0
	for _, end := range ends {
		if end <= last || end-last > maxTokens {
			t.Fatalf("sentence of tokens %d to %d", last, end)
		}
		last = end
	}
	if last != len(tokens) {
		t.Fatalf("sentences end at token %d of %d", last, len(tokens))
	}
}

func blank(s string) bool {
	for i := 0; i < len(s); {
		n := spaceAt(s, i)
		if n == 0 {
			return false
		}
		i += n
	}
	return true
}

func TestTokensTileAnyText(t *testing.T) {
	parts := rapid.SampledFrom([]string{"U.S.", "Gen.", "don't", "Seoul", "’s", "\"", "“", "”", "'", "...", ".", "?", "!",
		" ", "\n", "\n\n", "-", "—", "3", ",", "(", ")", "/", "://", "@", "\x00", "\xff", "\xe2\x80", "피터", "é", "$", "%", "cannot", "5pm"})
	rapid.Check(t, func(t *rapid.T) {
		checkTiling(t, strings.Join(rapid.SliceOf(parts).Draw(t, "parts"), ""))
	})
	rapid.Check(t, func(t *rapid.T) { checkTiling(t, rapid.String().Draw(t, "text")) })
}

func FuzzTokensTileAnyText(f *testing.F) {
	for _, s := range []string{"S. Korea, U.S., Japan agree.", "“We agreed.” \xff\x00 (Yonhap)", "don't 3-way ’s", "a-\n\n.\"'"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { checkTiling(t, text) })
}

func TestPathologicalTextTakesLinearTime(t *testing.T) {
	for name, text := range map[string]string{
		"no full stop":             strings.Repeat("word ", 100_000),
		"quotation marks":          strings.Repeat("\"", 50_000),
		"spaced quotation marks":   strings.Repeat(".\" ", 50_000),
		"stops":                    strings.Repeat(".", 50_000),
		"stops and marks":          strings.Repeat(".\"", 50_000),
		"brackets":                 strings.Repeat(".)", 50_000),
		"invalid bytes":            strings.Repeat("\xff", 50_000),
		"NULs":                     strings.Repeat("\x00", 50_000),
		"one word":                 strings.Repeat("a", 500_000),
		"hyphens":                  strings.Repeat("a-", 100_000),
		"apostrophes":              strings.Repeat("a's", 100_000),
		"line breaks between dots": strings.Repeat(".\n", 50_000),
	} {
		begun := time.Now()
		checkTiling(t, text)
		if spent := time.Since(begun); spent > 3*time.Second {
			t.Errorf("%s took %v", name, spent)
		}
	}
}

func TestRuleFilesAreSound(t *testing.T) {
	r := loadRules()
	for a := range r.abbreviations {
		if !utf8.ValidString(a) || strings.HasSuffix(a, ".") {
			t.Errorf("abbreviation %q is to be written without its last stop", a)
		}
	}
	for w := range r.starters {
		if !startsUpper(w) {
			t.Errorf("sentence starter %q is not capitalised", w)
		}
	}
}
