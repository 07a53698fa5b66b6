package atlas

import (
	"sync"
	"unicode"
	"unicode/utf8"
)

// Caps of a word, and what a name asks of the text at that place.
const (
	anyCase   byte = iota // "de"
	capital               // "Japan", "S."
	upperCase             // "US", "UNICEF"
)

// latinFold maps each listed letter to its plain spelling.
var latinFold = sync.OnceValue(func() map[rune]string {
	m := make(map[rune]string, 900)
	for _, row := range latinBase {
		for _, r := range row.letters {
			m[r] = row.plain
		}
	}
	return m
})

// folder writes words in the form the trie knows: lower case, no diacritics,
// no dots. It is immutable after newFolder.
type folder struct{ latin map[rune]string }

func newFolder() folder { return folder{latin: latinFold()} }

// divides tells whether r only divides a word: "Tae-yong", "d'Ivoire".
func divides(r rune) bool {
	switch r {
	case '-', '‐', '‑', '–', '\'', '’', 'ʼ', '‘', '`', 'ʻ', 'ʿ':
		return true
	}
	return false
}

// divider tells whether a whole token only divides words.
func divider(form string) bool {
	switch form {
	case "-", "‐", "‑", "–", "'", "’", "`":
		return true
	}
	return false
}

// piece appends to buf the folded first piece of form (up to the next hyphen
// or apostrophe) and gives its caps and the length of form it took, divider
// included. An empty piece comes from a leading divider.
func (f folder) piece(form string, buf []byte) (folded []byte, caps byte, size int) {
	first, upper, lower := true, 0, 0
	i := 0
	for i < len(form) {
		c := form[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case 'a' <= c && c <= 'z':
				lower++
				first = false
				buf = append(buf, c)
			case 'A' <= c && c <= 'Z':
				if first {
					caps = capital
				}
				upper++
				first = false
				buf = append(buf, c+'a'-'A')
			case c == '.':
			case c == '-' || c == '\'' || c == '`':
				return buf, settle(caps, upper, lower), i
			default:
				first = false
				buf = append(buf, c)
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(form[i:])
		i += n
		if divides(r) {
			return buf, settle(caps, upper, lower), i
		}
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		if unicode.IsUpper(r) {
			if first {
				caps = capital
			}
			upper++
		} else if unicode.IsLower(r) {
			lower++
		}
		first = false
		if plain, ok := f.latin[r]; ok {
			for j := 0; j < len(plain); j++ {
				buf = append(buf, plain[j]|0x20)
			}
			continue
		}
		buf = utf8.AppendRune(buf, unicode.ToLower(r))
	}
	return buf, settle(caps, upper, lower), i
}

// settle raises a capital word to upperCase where it has no small letters.
func settle(caps byte, upper, lower int) byte {
	if caps == capital && lower == 0 && upper > 0 {
		return upperCase
	}
	return caps
}

// word is one folded piece of a surface with the case it asks for.
type word struct {
	text string
	caps byte
}

// words divides a surface of the tables as the sentence's tokens will be
// divided: at blanks, hyphens and apostrophes, commas apart.
func (f folder) words(surface string) []word {
	var out []word
	for _, token := range splitSurface(surface) {
		for rest := token; rest != ""; {
			folded, caps, n := f.piece(rest, nil)
			if len(folded) > 0 {
				out = append(out, word{string(folded), caps})
			}
			rest = rest[n:]
		}
	}
	return out
}

// splitSurface divides at blanks and sets commas apart.
func splitSurface(s string) []string {
	var out []string
	start := -1
	for i, r := range s {
		switch {
		case r == ' ':
			if start >= 0 {
				out = append(out, s[start:i])
			}
			start = -1
		case r == ',':
			if start >= 0 {
				out = append(out, s[start:i])
			}
			out = append(out, ",")
			start = -1
		case start < 0:
			start = i
		}
	}
	if start >= 0 {
		out = append(out, s[start:])
	}
	return out
}
