package atlas

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// countryKey appends to dst the letters and digits of a name in lower case,
// without diacritics, blanks and the words "the" and "and", "St" written out;
// so "Côte_d’Ivoire" and "Cote d'Ivoire" are one, and "Trinidad & Tobago" is
// "Trinidad and Tobago". small tells whether name has a small letter.
func countryKey(dst []byte, name string) (key []byte, small bool) {
	word := len(dst)
	start := word
	latin := latinFold()
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
		if plain, ok := latin[r]; ok {
			small = small || unicode.IsLower(r)
			for j := 0; j < len(plain); j++ {
				dst = append(dst, plain[j]|0x20)
			}
			i += n
			continue
		}
		if isJamo(r) {
			// Decomposed Hangul, as some file systems write it.
			composed := norm.NFC.String(name[i:])
			if first, _ := utf8.DecodeRuneInString(composed); !isJamo(first) {
				name, i = composed, 0
				continue
			}
		}
		i += n
		if !unicode.In(r, unicode.L, unicode.M, unicode.N) || r == tatweel {
			if r != zeroWidthNonJoiner && r != tatweel {
				dst = endWord(dst, word, start, i < len(name))
				word = len(dst)
			}
			continue
		}
		small = small || unicode.IsLower(r)
		dst = appendPlain(dst, r)
	}
	return endWord(dst, word, start, false), small
}

const (
	tatweel            = 'ـ' // stretches Arabic words
	zeroWidthNonJoiner = '\u200c'
)

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

// appendPlain appends a letter beyond Latin without accent, points and
// vowel signs that are often left out, Persian letters as Arabic ones.
func appendPlain(dst []byte, r rune) []byte {
	switch r {
	case 'ی', 'ى':
		r = 'ي'
	case 'ک':
		r = 'ك'
	}
	if optionalMark(r) {
		return dst
	}
	r = unicode.ToLower(r)
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], r)
	parts := norm.NFD.Properties(buf[:n]).Decomposition()
	if parts == nil {
		return append(dst, buf[:n]...)
	}
	for len(parts) > 0 {
		p, n := utf8.DecodeRune(parts)
		if !optionalMark(p) {
			dst = append(dst, parts[:n]...)
		}
		parts = parts[n:]
	}
	return dst
}

// optionalMark tells whether r is an accent of Latin, Greek or Cyrillic, a
// Hebrew point or an Arabic vowel sign or hamza. Marks of other scripts are
// letters like others.
func optionalMark(r rune) bool {
	return 0x300 <= r && r <= 0x36f || 0x591 <= r && r <= 0x5c7 || 0x64b <= r && r <= 0x65f || r == 0x670
}
