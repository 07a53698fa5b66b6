package atlas

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// countryKey appends to dst the letters and digits of a name in lower case,
// without diacritics, blanks and the words "the" and "and", "St" written out;
// so "Côte_d’Ivoire" and "Cote d'Ivoire" are one, and "Trinidad & Tobago" is
// "Trinidad and Tobago". small tells whether name has a small Latin letter.
func countryKey(dst []byte, name string) (key []byte, small bool) {
	word := len(dst)
	start := word
	for i := 0; i < len(name); {
		c := name[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case 'a' <= c && c <= 'z':
				small = true
				dst = append(dst, c)
			case '0' <= c && c <= '9':
				dst = append(dst, c)
			case 'A' <= c && c <= 'Z':
				dst = append(dst, c+'a'-'A')
			default:
				dst = endWord(dst, word, start, i < len(name))
				word = len(dst)
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(name[i:])
		if isJamo(r) {
			// Decomposed Hangul, as some file systems write it.
			composed := norm.NFC.String(name[i:])
			if first, _ := utf8.DecodeRuneInString(composed); !isJamo(first) {
				name, i = composed, 0
				continue
			}
		}
		switch plain := plainLetters(r); plain {
		case noLetter:
			dst = endWord(dst, word, start, i+n < len(name))
			word = len(dst)
		case asItIs:
			dst = append(dst, name[i:i+n]...)
		default:
			small = small || unicode.IsLower(r)
			dst = append(dst, plain...)
		}
		i += n
	}
	return endWord(dst, word, start, false), small
}

// Answers of plainLetters beside the letters themselves.
const (
	noLetter = " " // divides words
	asItIs   = "="
)

// plainTable holds the answers of spell for the scripts below the ideographs.
var plainTable = sync.OnceValue(func() *[0x3100]string {
	t := new([0x3100]string)
	for r := range rune(len(t)) {
		t[r] = spell(r)
	}
	return t
})

// plainLetters gives what a letter beyond ASCII is written as: "" for marks
// that don't count.
func plainLetters(r rune) string {
	switch {
	case r < 0x100:
		return spell(r)
	case r < 0x3100:
		return plainTable()[r]
	case 0x4e00 <= r && r <= 0x9fff, 0xac00 <= r && r <= 0xd7a3:
		return asItIs // ideographs, Hangul
	}
	return spell(r)
}

func isJamo(r rune) bool { return 0x1100 <= r && r <= 0x11ff }

// endWord drops or rewrites the word that ends at len(dst). more tells whether
// text follows: ST alone is a code, "St" before a name is "Saint".
func endWord(dst []byte, word, start int, more bool) []byte {
	switch string(dst[word:]) {
	case "the":
		return dst[:word]
	case "and":
		if word > start {
			return dst[:word]
		}
	case "st":
		if more {
			return append(dst[:word], "saint"...)
		}
	}
	return dst
}

// spell writes a letter in lower case, Latin as newspapers without diacritics
// do, other scripts without accents, points and vowel signs that are often
// left out, Persian letters as Arabic ones.
func spell(r rune) string {
	const tatweel = 'ـ' // stretches Arabic words
	switch r {
	case 'ی', 'ى':
		return "ي"
	case 'ک':
		return "ك"
	case tatweel:
		return ""
	}
	lower := unicode.ToLower(r)
	if plain, ok := latinFold()[lower]; ok {
		return plain
	}
	if optionalMark(r) {
		return ""
	}
	if !unicode.In(r, unicode.L, unicode.M, unicode.N) {
		return noLetter
	}
	plain := strings.Map(func(p rune) rune {
		if optionalMark(p) {
			return -1
		}
		return p
	}, norm.NFD.String(string(lower)))
	if 0xac00 <= r && r <= 0xd7a3 || plain == string(r) {
		return asItIs
	}
	return plain
}

// optionalMark tells whether r is an accent of Latin, Greek or Cyrillic, a
// Hebrew point or an Arabic vowel sign or hamza. Marks of other scripts are
// letters like others.
func optionalMark(r rune) bool {
	return 0x300 <= r && r <= 0x36f || 0x591 <= r && r <= 0x5c7 || 0x64b <= r && r <= 0x65f || r == 0x670
}
