package article

import (
	"strings"
	"unicode/utf8"
)

// cleanRunes makes text fit to be read: valid UTF-8 (what isn't becomes
// U+FFFD), line ends "\n", every kind of blank a space, no control
// characters, no invisible ones.
func cleanRunes(s string) string {
	if isClean(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			b.WriteRune(utf8.RuneError)
		case r == '\r':
			if i+1 >= len(s) || s[i+1] != '\n' {
				b.WriteByte('\n')
			}
		case r == '\n':
			b.WriteByte('\n')
		case r == '\t':
			b.WriteString("    ")
		case r == '\u2028', r == '\u2029', r == '\f', r == '\v', r == '\u0085':
			b.WriteByte('\n')
		case r < ' ', r == 0x7f, r > 0x7f && r < 0xa0:
			// control characters, NUL among them
		case r == '\u00a0', r >= '\u2000' && r <= '\u200a', r == '\u202f', r == '\u205f', r == '\u3000':
			b.WriteByte(' ')
		case r >= '\u200b' && r <= '\u200f', r == '\u00ad', r == '\ufeff', r >= '\u202a' && r <= '\u202e', r >= '\u2060' && r <= '\u2069':
			// zero-width and direction marks, soft hyphen
		default:
			b.WriteString(s[i : i+size])
		}
		i += size
	}
	return b.String()
}

// isClean is the quick way for the usual text.
func isClean(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < ' ' && c != '\n') || c >= 0x7f {
			return false
		}
	}
	return true
}

// squeeze makes every run of blanks and line ends one space and trims both ends.
func squeeze(s string) string {
	if !strings.ContainsAny(s, "\n\t") && !strings.Contains(s, "  ") {
		return strings.Trim(s, " ")
	}
	return strings.Join(strings.Fields(s), " ")
}
