package segment

import (
	"unicode"
	"unicode/utf8"
)

// Span is a half-open range of bytes.
type Span struct{ Start, End int }

// Segmenter holds buffers; it belongs to one goroutine.
type Segmenter struct {
	rules  *rules
	text   string
	tokens []Span
	ends   []int
	lower  []byte
}

// New returns a segmenter.
func New() *Segmenter { return &Segmenter{rules: loadRules()} }

// Split cuts text into tokens, and gives for every sentence the number of
// tokens up to its end. Both results hold until the next call.
func (g *Segmenter) Split(text string) (tokens []Span, ends []int) {
	g.text, g.tokens, g.ends = text, g.tokens[:0], g.ends[:0]
	for i := 0; i < len(text); {
		if n := spaceAt(text, i); n > 0 {
			i += n
			continue
		}
		start := i
		for i < len(text) && spaceAt(text, i) == 0 {
			_, n := runeAt(text, i)
			i += n
		}
		g.chunk(start, i)
	}
	g.sentences()
	return g.tokens, g.ends
}

// runeAt decodes one rune; invalid bytes count one by one.
func runeAt(s string, i int) (rune, int) {
	if c := s[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s[i:])
}

// spaceAt is the length of the white space character at i, 0 if there is none.
// NUL and other control characters separate words too.
func spaceAt(s string, i int) int {
	c := s[i]
	if c < utf8.RuneSelf {
		if c <= ' ' || c == 0x7f {
			return 1
		}
		return 0
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
		return n
	}
	return 0
}

func (g *Segmenter) add(start, end int) {
	if start < end {
		g.tokens = append(g.tokens, Span{start, end})
	}
}

// maxChunk bounds what is looked at as one word; longer runs without white
// space are cut, so that no rule sees them whole.
const maxChunk = 400

// chunk cuts a run without white space into tokens.
func (g *Segmenter) chunk(start, end int) {
	for end-start > maxChunk {
		cut := start + maxChunk
		for cut > start+maxChunk-4 && !utf8.RuneStart(g.text[cut]) {
			cut--
		}
		g.piece(start, cut)
		start = cut
	}
	g.piece(start, end)
}

func (g *Segmenter) piece(start, end int) {
	start = g.opening(start, end)
	if isAddress(g.text[start:end]) {
		stop := end
		for stop > start && trailingMark(g.text[stop-1]) {
			stop--
		}
		g.add(start, stop)
		g.marks(stop, end)
		return
	}
	mark := len(g.tokens)
	end = g.closing(start, end)
	closers := len(g.tokens) - mark
	g.inside(start, end)
	g.rotate(mark, closers)
}

// rotate moves the first n of the tokens since mark behind the others, in
// reverse: closing marks are found from the outside in, before the word.
func (g *Segmenter) rotate(mark, n int) {
	if n == 0 {
		return
	}
	var room [16]Span
	closers := append(room[:0], g.tokens[mark:mark+n]...)
	g.tokens = append(g.tokens[:mark], g.tokens[mark+n:]...)
	for i := n - 1; i >= 0; i-- {
		g.tokens = append(g.tokens, closers[i])
	}
}

// opening emits the marks before a word and returns where the word begins.
func (g *Segmenter) opening(start, end int) int {
	for start < end {
		n := openingMark(g.text[start:end])
		if n == 0 {
			return start
		}
		g.add(start, start+n)
		start += n
	}
	return start
}

// openingMark is the length of the mark that s begins with, 0 if none.
func openingMark(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	switch r {
	case '"', '(', '[', '{', '“', '”', '„', '«', '‘', '$', '£', '€', '¥', '#', '*', '>', '|', '•', '·', ',', ';', '?', '!', '%', ')', ']', '}', '~', '+', '—', '–', '…', '=', '_', '\\', '`':
		if r == '`' && len(s) > 1 && s[1] == '`' {
			return 2
		}
		return sameRun(s, n)
	case '\'':
		if len(s) > 1 && s[1] == '\'' {
			return 2
		}
		if clitic(s) || len(s) > 2 && s[1] >= '0' && s[1] <= '9' {
			return 0
		}
		return 1
	case '-', '.', ':', '<', '/':
		k := sameRun(s, n)
		if r == '-' && k == 1 && len(s) > 1 && s[1] >= '0' && s[1] <= '9' || r == '.' && k == 1 && len(s) > 1 && isLetterOrDigit(s[1:]) {
			return 0
		}
		return k
	}
	return 0
}

// sameRun extends a mark over repetitions of itself where these form one
// token: "...", "--", "!!", "***".
func sameRun(s string, n int) int {
	switch s[0] {
	case '.', '-', '!', '?', '*', '=', '_', '<', '>', '~':
	default:
		return n
	}
	i := n
	for i < len(s) && (s[i] == s[0] || (s[0] == '!' || s[0] == '?') && (s[i] == '!' || s[i] == '?')) {
		i++
	}
	return i
}

func isLetterOrDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// marks emits a run of punctuation.
func (g *Segmenter) marks(start, end int) {
	for start < end {
		n := openingMark(g.text[start:end])
		if n == 0 {
			_, n = runeAt(g.text, start)
			n = max(n, sameRun(g.text[start:end], n))
		}
		g.add(start, start+n)
		start += n
	}
}

func trailingMark(c byte) bool {
	switch c {
	case '.', ',', ';', ':', '!', '?', ')', ']', '}', '"', '\'', '>':
		return true
	}
	return false
}
