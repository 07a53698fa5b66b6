package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// closing emits the marks behind a word, from the last to the first, and
// returns where the word ends.
func (g *Segmenter) closing(start, end int) int {
	for n := 0; end > start && n < 12; n++ {
		k := g.closingMark(start, end)
		if k == 0 {
			return end
		}
		g.add(end-k, end)
		end -= k
	}
	return end
}

// closingMark is the length of the mark that ends the piece, 0 if none.
func (g *Segmenter) closingMark(start, end int) int {
	s := g.text[start:end]
	r, n := utf8.DecodeLastRuneInString(s)
	switch r {
	case '"', ')', ']', '}', '“', '”', '»', ',', ';', ':', '%', '*', '|', '—', '–', '…', '\\', '`', '>', '<', '/':
		return n
	case '$', '£', '€':
		return n
	case '!', '?', '-', '=', '_', '~':
		i := len(s)
		for i > 0 && (s[i-1] == byte(r) || (r == '!' || r == '?') && (s[i-1] == '!' || s[i-1] == '?')) {
			i--
		}
		return len(s) - i
	case '\'', '’':
		if r == '\'' && len(s) > 1 && s[len(s)-2] == '\'' {
			return 2
		}
		return n
	case '.':
		i := len(s)
		for i > 0 && s[i-1] == '.' {
			i--
		}
		if k := len(s) - i; k > 1 {
			return k
		}
		if g.abbreviation(s[:len(s)-1]) != noAbbreviation {
			return 0
		}
		return 1
	}
	return 0
}

// abbreviation classifies a word before a full stop.
func (g *Segmenter) abbreviation(word string) class {
	if i := strings.LastIndexByte(word, '-'); i >= 0 {
		word = word[i+1:]
	}
	if c := g.rules.abbreviations[word]; c != noAbbreviation {
		return c
	}
	if c, ok := g.capitalised(word); ok {
		return c
	}
	if r, n := utf8.DecodeRuneInString(word); n == len(word) && n > 0 && unicode.IsUpper(r) {
		return title // an initial
	}
	if dotted(word) {
		return plain
	}
	return noAbbreviation
}

// capitalised finds "MR", "SEN" and "GEN" of headlines in capitals.
func (g *Segmenter) capitalised(word string) (class, bool) {
	if len(word) < 2 || len(word) > 5 || word != strings.ToUpper(word) {
		return noAbbreviation, false
	}
	c := g.rules.abbreviations[word[:1]+strings.ToLower(word[1:])]
	return c, c == title && len(word) > 2 || word == "MR" || word == "DR" || word == "ST"
}

// dotted reports patterns such as "U.S", "a.m", "Ph.D": short groups of
// letters between stops.
func dotted(word string) bool {
	group, groups := 0, 1
	for _, r := range word {
		switch {
		case r == '.':
			if group == 0 || group > 2 {
				return false
			}
			group = 0
			groups++
		case unicode.IsLetter(r):
			group++
		default:
			return false
		}
	}
	return groups > 1 && group > 0 && group <= 2
}

// isAddress reports web and mail addresses, which stay whole.
func isAddress(s string) bool {
	if len(s) < 5 {
		return false
	}
	if at := strings.IndexByte(s, '@'); at > 0 && at < len(s)-1 {
		return true
	}
	if strings.Contains(s, "://") || strings.HasPrefix(s, "www.") {
		return true
	}
	dot := strings.LastIndexByte(s, '.')
	if dot <= 0 {
		return false
	}
	switch strings.TrimRight(s[dot+1:], ".,;:!?)") {
	case "com", "org", "net", "gov", "edu", "html", "htm", "doc", "xls", "pdf":
		return true
	}
	return false
}

// inside cuts a word free of marks around it.
func (g *Segmenter) inside(start, end int) {
	for start < end {
		next, skip := g.joint(start, end)
		if next == end {
			break
		}
		g.word(start, next)
		g.add(next, next+skip)
		start = next + skip
	}
	g.word(start, end)
}

// joint finds the first mark inside a word where it is to be cut: hyphens,
// dashes, slashes, ellipses. It returns end if there is none.
func (g *Segmenter) joint(start, end int) (at, length int) {
	s := g.text[start:end]
	for i := 1; i < len(s)-1; {
		c := s[i]
		if c < utf8.RuneSelf && c != '-' && c != '/' && c != '.' && c != ',' && c != ':' && c != '"' && c != '(' && c != ')' && c != '[' && c != ']' && c != '!' && c != '?' && c != ';' && c != '>' && c != '<' && c != '=' && c != '*' && c != '$' && c != '%' {
			i++
			continue
		}
		if n := g.cutHere(s, i); n > 0 {
			return start + i, n
		}
		_, n := runeAt(s, i)
		i += n
	}
	return end, 0
}

// cutHere is the length of the mark at s[i] if the word is cut there.
func (g *Segmenter) cutHere(s string, i int) int {
	r, n := utf8.DecodeRuneInString(s[i:])
	switch r {
	case '—', '…', '"', '“', '”', '(', ')', '[', ']', ';', '>', '<', '=', '*', '%':
		if r == '(' && strings.HasSuffix(s, "(s") {
			return 0
		}
		return sameRun(s[i:], n)
	case '!', '?':
		return sameRun(s[i:], n)
	case '–':
		return n
	case '-':
		return g.hyphen(s, i)
	case '/':
		if digitAt(s, i-1) && digitAt(s, i+1) {
			return 0
		}
		if i == 1 && len(s) == 3 {
			return 0
		}
		return 1
	case '.':
		k := sameRun(s[i:], 1)
		if k > 1 {
			return k
		}
		if sentenceJoint(s, i) {
			return 1
		}
		return 0
	case ',', ':':
		if digitAt(s, i-1) && digitAt(s, i+1) {
			return 0
		}
		return 1
	case '$':
		return 0
	}
	return 0
}

// hyphen says whether a word is cut at its hyphen.
func (g *Segmenter) hyphen(s string, i int) int {
	k := sameRun(s[i:], 1)
	if k > 1 {
		return k
	}
	if strings.Count(s, "-") >= 2 && digitAt(s, 0) && digitAt(s, len(s)-1) && digitAt(s, i+1) {
		return 0 // a telephone number or a date
	}
	if digitAt(s, 0) && i == 3 && len(s) == 8 && digitAt(s, i+1) && digitAt(s, 7) {
		return 0
	}
	g.lower = appendLower(g.lower[:0], s[:i])
	if g.rules.prefixes[string(g.lower)] {
		return 0
	}
	return 1
}

// sentenceJoint reports a full stop between two sentences that were set
// without a space: "ended.The".
func sentenceJoint(s string, i int) bool {
	return i >= 3 && i+2 < len(s) && lowerAt(s, i-1) && lowerAt(s, i-2) && lowerAt(s, i-3) &&
		s[i+1] >= 'A' && s[i+1] <= 'Z' && lowerAt(s, i+2)
}

func digitAt(s string, i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }
func lowerAt(s string, i int) bool { return s[i] >= 'a' && s[i] <= 'z' }

func appendLower(to []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		to = append(to, c)
	}
	return to
}

// word emits a word, parted from its clitic and from its unit.
func (g *Segmenter) word(start, end int) {
	if start >= end {
		return
	}
	s := g.text[start:end]
	if n := cliticLength(s); n > 0 && n < len(s) {
		g.word(start, end-n)
		g.add(end-n, end)
		return
	}
	if len(s) <= 8 && s[0] >= 'A' {
		g.lower = appendLower(g.lower[:0], s)
		if n := g.rules.contractions[string(g.lower)]; n > 0 && s != "IM" && s != "Ive" {
			g.add(start, start+n)
			g.add(start+n, end)
			return
		}
	}
	if n := amount(s); n > 0 {
		g.add(start, start+n)
		g.add(start+n, end)
		return
	}
	g.add(start, end)
}

// clitic reports words that are a clitic by themselves ("'s", "'em").
func clitic(s string) bool {
	s = strings.TrimRight(s, ".,;:!?\")")
	switch strings.ToLower(s) {
	case "'s", "'re", "'ve", "'ll", "'m", "'d", "'em", "'til", "'cause", "'n":
		return true
	}
	return false
}

// cliticLength is the length of the clitic that a word ends in, 0 if none.
func cliticLength(s string) int {
	for _, apostrophe := range [...]string{"'", "’", "`"} {
		i := strings.LastIndex(s, apostrophe)
		if i < 1 {
			continue
		}
		rest := s[i+len(apostrophe):]
		switch rest {
		case "s", "re", "ve", "ll", "m", "d", "S", "RE", "VE", "LL", "M", "D":
			return len(s) - i
		case "t", "T":
			if i > 1 && (s[i-1] == 'n' || s[i-1] == 'N') {
				return len(s) - i + 1
			}
		}
	}
	return 0
}

// amount cuts a number from the unit that is stuck to it: "5pm", "30km",
// "US$5". It returns the length of the first part, 0 if the word is whole.
func amount(s string) int {
	if i := strings.IndexByte(s, '$'); i > 0 && i < len(s)-1 && digitAt(s, i+1) {
		return i + 1
	}
	if !digitAt(s, 0) {
		return 0
	}
	i := 0
	for i < len(s) && (digitAt(s, i) || s[i] == '.' || s[i] == ',' || s[i] == ':') {
		i++
	}
	switch strings.ToLower(s[i:]) {
	case "am", "pm", "a.m.", "p.m.", "km", "kg", "mph", "mw", "min", "mins", "hrs", "ft", "lbs", "k", "m", "bn", "mln", "million", "billion":
		return i
	}
	return 0
}
