package coder

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quotation is the text between two quotation marks, the marks left out. One
// that runs over several paragraphs is a quotation a paragraph, joined by
// continues.
type quotation struct {
	start, end int
	continues  bool   // the paragraph before ended inside the same quotation
	speaker    *party // who says it, once attribution has found out
	mention    *mention
	told       *utterance // the telling beside it that names the speaker; nil where something else does
	scare      bool       // somebody's words, taken into the text without a word of saying
}

// findQuotations finds the double-quoted stretches of a text. A paragraph that
// ends without a closing mark is closed at its end, and taken up by the next
// if that opens with a mark, as newspapers do.
func findQuotations(text string, from int) []quotation {
	var out []quotation
	open, pending := -1, false
	closeAt := func(end int) {
		for end > open && (text[end-1] == ' ' || text[end-1] == '\n') {
			end--
		}
		if end > open {
			out = append(out, quotation{start: open, end: end, continues: pending})
		}
		open, pending = -1, false
	}
	for i := from; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '\n' && strings.HasPrefix(text[i:], "\n\n"):
			next, _ := utf8.DecodeRuneInString(text[min(i+2, len(text)):])
			runsOn := open >= 0 && (next == '"' || next == '“')
			switch {
			case runsOn:
				closeAt(i)
			case open >= 0:
				closeAt(forgotten(text, open, i))
			}
			size = 2
			pending = runsOn
		case r == '“' && open >= 0 && closesThere(text, i, size):
			closeAt(i)
		case r == '“', r == '"' && open < 0, r == '`' && strings.HasPrefix(text[i:], "``"), r == '\'' && open < 0 && strings.HasPrefix(text[i:], "''"):
			if r == '`' || r == '\'' {
				size = 2
			}
			if open < 0 {
				open = i + size
			}
		case r == '”', r == '"', r == '\'' && strings.HasPrefix(text[i:], "''") && open >= 0:
			if open >= 0 {
				closeAt(i)
			}
			if r == '\'' {
				size = 2
			}
		}
		i += size
	}
	if open >= 0 && open < len(text) {
		closeAt(forgotten(text, open, len(text)))
	}
	return out
}

// forgotten is where a quotation ends whose closing mark is missing: before
// the telling at the end of its paragraph, if there is one.
func forgotten(text string, open, end int) int {
	for _, telling := range []string{", said ", ", says "} {
		if i := strings.LastIndex(text[open:end], telling); i > 0 {
			return open + i + 1
		}
	}
	return end
}

// closesThere: an opening mark in the place of a closing one, behind a word or
// a comma and before a blank.
func closesThere(text string, i, size int) bool {
	next, _ := utf8.DecodeRuneInString(text[i+size:])
	return !unicode.IsSpace(rune(text[i-1])) && (next == utf8.RuneError || unicode.IsSpace(next) || next == '.' || next == ',')
}
