package eval

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// plain lower-cases text and makes blanks, quotation marks, dashes and
// diacritics alike, so that two copies of the same words compare equal.
func plain(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	blank := false
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.IsSpace(r):
			blank = b.Len() > 0
			continue
		case unicode.Is(unicode.Mn, r), strings.ContainsRune("\"“”„«»`", r):
			continue
		case r == '’' || r == '‘':
			r = '\''
		case r == '–' || r == '—' || r == '―':
			r = '-'
		}
		if blank {
			b.WriteByte(' ')
			blank = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// tokens are the words of plain text.
func tokens(s string) []string {
	out := strings.FieldsFunc(plain(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' })
	kept := out[:0]
	for _, w := range out {
		if w = strings.Trim(w, "'"); w != "" {
			kept = append(kept, w)
		}
	}
	return kept
}

// emptyWords tell nothing about which act or which name is meant.
const emptyWords = " a an the of to in on at by for with from and or as that it its it's their his her he she they is are was were be been has have had will would s "

// fullTokens are the words that mean something; all, where none does.
func fullTokens(s string) []string {
	all := tokens(s)
	var out []string
	for _, w := range all {
		if !strings.Contains(emptyWords, " "+w+" ") {
			out = append(out, w)
		}
	}
	if len(out) == 0 {
		return all
	}
	return out
}

// overlap is the share of words that two texts have in common, 0–1 (Dice's
// coefficient over words that mean something).
func overlap(a, b string) float64 {
	x, y := fullTokens(a), fullTokens(b)
	if len(x)+len(y) == 0 {
		return 0
	}
	return 2 * float64(inCommon(x, y)) / float64(len(x)+len(y))
}

// coverage is the share of the words of part that stand in whole, 0–1.
func coverage(part, whole string) float64 {
	x := fullTokens(part)
	if len(x) == 0 {
		return 0
	}
	return float64(inCommon(x, fullTokens(whole))) / float64(len(x))
}

func inCommon(x, y []string) int {
	left := map[string]int{}
	for _, w := range x {
		left[w]++
	}
	both := 0
	for _, w := range y {
		if left[w] > 0 {
			left[w]--
			both++
		}
	}
	return both
}

// startsWithin tells whether a found text has the annotated first words in it.
// A small word at their start ("as", "that the") may be cut off, since where a
// reported clause begins is a matter of taste.
func startsWithin(starts, text string) bool {
	in := " " + strings.Join(tokens(text), " ") + " "
	words := tokens(starts)
	if strings.Contains(in, " "+strings.Join(words, " ")+" ") {
		return true
	}
	for len(words) > 2 && strings.Contains(emptyWords, " "+words[0]+" ") {
		words = words[1:]
		if strings.Contains(in, " "+strings.Join(words, " ")+" ") {
			return true
		}
	}
	return false
}

// shareWord tells whether two names have a word in common, be it the last
// name, the first or a part of either ("Cho" and "Cho Tae-yong").
func shareWord(a, b string) bool {
	for _, x := range fullTokens(a) {
		if len(x) < 2 || strings.Contains(titles, " "+x+" ") {
			continue
		}
		for _, y := range fullTokens(b) {
			if x == y {
				return true
			}
		}
	}
	return false
}

// titles don't tell who somebody is.
const titles = " king queen prince president mr mrs ms dr sir jr minister prime al el "
