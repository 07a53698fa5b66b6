// Package words describes a single word to the tagger and the parser: its
// normal form, affixes, shape, and what the training data knew about it. A
// form goes in, a Word of hashed values comes out.
package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Word is what the features see of one token. Every value is a hash or a
// small number; none of them is ever turned back into text.
type Word struct {
	Raw    uint32    // the form as written
	Norm   uint32    // its normal form
	Suffix [5]uint32 // last one to five bytes of the normal form
	Prefix [3]uint32 // first one to three bytes
	Shape  uint32    // "Xx", "dd", "X.X."
	Entry            // what the lexicon knows; zero for unknown words
}

// Edge stands for positions before and after the sentence.
var Edge = Word{Raw: 3, Norm: 3, Shape: 3,
	Suffix: [5]uint32{3, 3, 3, 3, 3}, Prefix: [3]uint32{3, 3, 3},
	Entry: Entry{Class: 3, Fine: 3, Coarse: 3}}

// Describe fills in a Word for a form; the lexicon may be empty.
func (l *Lexicon) Describe(form string, w *Word) {
	var room [64]byte
	norm := Normalise(form, room[:0])
	w.Raw, w.Norm = Hash([]byte(form)), Hash(norm)
	w.Shape = shape(form)
	n := len(norm)
	for i := range w.Suffix {
		w.Suffix[i] = w.Norm + 77
		if n > i {
			w.Suffix[i] = Hash(norm[n-i-1:]) + uint32(i)
		}
	}
	for i := range w.Prefix {
		w.Prefix[i] = w.Norm + 77
		if n > i {
			w.Prefix[i] = Hash(norm[:i+1]) + uint32(i)
		}
	}
	w.Entry = l.find(w.Norm)
}

// Normalise appends the form in lower case, with digits as zeros in pure
// numbers and with typographic quotes, apostrophes and dashes as ASCII.
func Normalise(form string, to []byte) []byte {
	switch form {
	case "’s", "’S":
		return append(to, "'s"...)
	case "n’t":
		return append(to, "n't"...)
	case "“", "”", "``", "''", "„":
		return append(to, '"')
	case "‘", "’":
		return append(to, '\'')
	case "–", "—", "--":
		return append(to, '-')
	}
	digits, letters, ascii := false, false, true
	for i := 0; i < len(form); i++ {
		switch c := form[i]; {
		case c >= '0' && c <= '9':
			digits = true
		case c >= 'A':
			letters = true
			ascii = ascii && c < utf8.RuneSelf
		}
	}
	if !ascii {
		return append(to, strings.ToLower(form)...)
	}
	for i := 0; i < len(form); i++ {
		c := form[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case digits && !letters && c >= '0' && c <= '9':
			c = '0'
		}
		to = append(to, c)
	}
	return to
}

// Hash is FNV-1a, folded to 32 bits.
func Hash(b []byte) uint32 {
	h := uint64(14695981039346656037)
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return uint32(h ^ h>>32)
}

// shape hashes the pattern of capitals, small letters and digits; runs longer
// than two count as two.
func shape(form string) uint32 {
	var room [12]byte
	b := room[:0]
	var last byte
	for _, r := range form {
		c := shapeOf(r)
		if c != last || len(b) < 2 {
			if len(b) == cap(b) {
				break
			}
			b = append(b, c)
			last = c
		}
	}
	return Hash(b)
}

func shapeOf(r rune) byte {
	switch {
	case r >= '0' && r <= '9':
		return 'd'
	case r >= 'a' && r <= 'z':
		return 'x'
	case r >= 'A' && r <= 'Z':
		return 'X'
	case r < utf8.RuneSelf:
		return byte(r)
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLetter(r):
		return 'x'
	}
	return '.'
}
