package brief

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Plain makes text from outside safe to show on a terminal: one line, without
// control characters, escape sequences or marks that turn the direction of
// writing. What a terminal would obey becomes U+FFFD, so that it is seen to
// have been there; blanks of all kinds become one space.
func Plain(s string) string {
	return strings.Join(strings.Fields(neutral(s)), " ")
}

// neutral replaces what a terminal would obey and leaves blanks where they are.
func neutral(s string) string {
	if isPlain(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == '\u00ad', r == '\ufeff':
			return -1 // soft hyphen, byte order mark: invisible and harmless
		case unicode.Is(unicode.Variation_Selector, r):
			return -1 // makes whatever stands before it two cells wide, a blank as well
		case isObeyed(r):
			return utf8.RuneError
		}
		return r
	}, s)
}

// isObeyed reports whether a terminal acts on r instead of showing it: C0, DEL,
// C1, and the format characters, of which only the two joiners that scripts
// and emoji need are let through.
func isObeyed(r rune) bool {
	if unicode.IsControl(r) {
		return true
	}
	return unicode.Is(unicode.Cf, r) && r != '\u200c' && r != '\u200d'
}

// isPlain is the common case: printable ASCII.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}
