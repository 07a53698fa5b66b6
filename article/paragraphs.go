package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is one line of a pasted text.
type line struct {
	text   string // trimmed and squeezed
	indent int    // blanks before it
	gap    bool   // an empty line stands before it
	width  int    // in characters
	alone  bool   // a line of the page, which no neighbour continues
}

func splitLines(text string) []line {
	var out []line
	gap := true
	for len(text) > 0 {
		raw, rest, _ := strings.Cut(text, "\n")
		text = rest
		body := strings.TrimLeft(raw, " ")
		clean := squeeze(body)
		if clean == "" {
			gap = true
			continue
		}
		out = append(out, line{text: clean, indent: len(raw) - len(body), gap: gap, width: utf8.RuneCountInString(clean)})
		gap = false
	}
	return out
}

// wrapWidth gives the column at which the text was broken into lines by a
// machine, 0 where every line is a paragraph. Prose broken by a machine shows
// lines that stop in mid-sentence and go on with a small letter; lists of
// headlines don't.
func wrapWidth(lines []line) int {
	width := 0
	for _, l := range lines {
		if l.width > 120 && !strings.Contains(l.text, "://") {
			return 0
		}
		width = max(width, l.width)
	}
	if width < 40 {
		return 0
	}
	open, small := 0, 0
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if b.gap || a.width*2 < width || endsSentence(a.text) {
			continue
		}
		open++
		r, _ := utf8.DecodeRuneInString(b.text)
		if unicode.IsLower(r) || (!unicode.IsUpper(r) && unicode.IsLetter(r) && a.width*100 >= width*85) {
			small++
		}
	}
	if small == 0 || small*10 < open*3 {
		return 0
	}
	return width
}

// joinLines makes paragraphs ("units") of lines. Where no header stands before
// the text, its first line belongs to the first paragraph however short it is:
// the dateline that filled it stands in a field of its own.
func joinLines(lines []line, header bool) []string {
	width := wrapWidth(lines)
	base := baseIndent(lines)
	for i := range lines {
		l := &lines[i]
		// full lines that start small are prose: no need to look
		l.alone = (l.width*10 < width*7 || !startsSmall(l.text)) && isPageLine(l.text)
	}
	units := make([]string, 0, len(lines))
	for i := 0; i < len(lines); {
		n := 1
		if i == 0 && !header && len(lines) > 1 && !lines[1].gap && lines[1].indent < base+2 && !endsSentence(lines[0].text) &&
			(width > 0 || startsSmall(lines[1].text)) {
			n = 2
		}
		for i+n < len(lines) && continues(lines[i+n-1], lines[i+n], width, base) {
			n++
		}
		if n == 1 {
			units = append(units, lines[i].text)
		} else {
			units = append(units, glue(lines[i:i+n]))
		}
		i += n
	}
	return units
}

// baseIndent is the indent that all lines but perhaps the first share; deeper
// ones open a paragraph.
func baseIndent(lines []line) int {
	base := 0
	for i, l := range lines {
		if i == 1 || (i > 1 && l.indent < base) {
			base = l.indent
		}
	}
	return base
}

// continues says that b belongs to the paragraph of a.
func continues(a, b line, width, base int) bool {
	if b.gap || a.alone || b.alone {
		return false
	}
	if width == 0 {
		// a stray line end in mid-sentence
		return a.width > 40 && startsSmall(b.text) && !endsSentence(a.text) && startsProse(a.text)
	}
	switch {
	case b.indent >= base+2:
		return false
	case a.width*10 < width*6 && (endsSentence(a.text) || !startsSmall(b.text)):
		return false
	case isUpper(a.text) && !isUpper(b.text):
		return false // a headline in capitals before its text
	}
	if _, _, ok := cutDateline(b.text); ok {
		return false
	}
	return true
}

func startsSmall(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// startsProse keeps lists of small words ("share", "tweet") apart.
func startsProse(s string) bool { return strings.Count(s, " ") >= 5 }

// glue joins the lines of a paragraph. A hyphen at the end of a line is kept
// ("long-" + "term"): whether it belongs to the word can't be seen.
func glue(lines []line) string {
	var b strings.Builder
	for i, l := range lines {
		if i > 0 && !endsInHyphen(lines[i-1].text) {
			b.WriteByte(' ')
		}
		b.WriteString(l.text)
	}
	return b.String()
}

func endsInHyphen(s string) bool {
	if len(s) < 2 || s[len(s)-1] != '-' {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(s[:len(s)-1])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// endsSentence says that s ends with a sign that closes a sentence, leaving
// aside quotation marks, brackets and a closing "(Yonhap)".
func endsSentence(s string) bool {
	s = strings.TrimRight(s, " \"'”’»)]")
	if i := strings.LastIndexAny(s, "(["); i > 0 && len(s)-i < 40 && !strings.ContainsAny(s[i:], ".!?") {
		if before := strings.TrimRight(s[:i], " \"'”’»"); endsSentence(before) {
			return true
		}
	}
	if strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…") {
		return false
	}
	r, size := utf8.DecodeLastRuneInString(s)
	switch r {
	case '!', '?', '。', '！', '？', '।', '؟', '۔':
		return true
	case '.':
		return !endsInInitials(s[:len(s)-size])
	}
	return false
}

// endsInInitials tells "U.S." and "a.m." from the end of a sentence; which it
// is can't be seen in prose, so long lines count as sentences.
func endsInInitials(s string) bool {
	i := strings.LastIndexByte(s, ' ') + 1
	word := s[i:]
	return len(word) <= 5 && (strings.Contains(word, ".") || (len(word) == 1 && word[0] >= 'A' && word[0] <= 'Z')) && strings.Count(s, " ") < 15
}
