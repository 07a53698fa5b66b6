package calendar

import "strings"

// word is one token of the text, with what the vocabulary knows of it.
type word struct {
	start, end int
	roles      role
	value      int32
	unit       unit
	key        key
	digits     uint8 // number of digits of a plain number
	hour       uint8 // of an ISO time
	minute     uint8
	flags      trait
}

type trait uint8

const (
	flagCapital   trait = 1 << iota // begins with a capital
	flagTight                       // nothing between it and the word before
	flagStop                        // punctuation between it and the word before
	flagExact                       // a clock time whose half of the day is told
	flagSentence                    // first word of its sentence
	flagDecade                      // "1990s"
	flagShortYear                   // "'98"
	flagZero                        // leading zero
)

// maxRun bounds how many calendar words in a row are looked at together. No
// expression comes near it; longer runs are tables, cut where they reach it.
const maxRun = 64

// reader goes through a text once. It gathers runs of words that may belong to
// a time expression, with the word before and the word after as context, and
// hands each run to the grammar.
type reader struct {
	text  string
	words map[string]entry
	at    int // next byte to read
	out   []Expression

	run   [maxRun + 2]word // run[0] is the word before the run
	n     int              // words in run, the one before counted
	count int              // words read so far
	last  word             // the word read before

	hint clue // tense and gaps in the sentence so far

	// Set by a rule that has read a range in one go ("May 3-5"): the word after
	// its first half, and the first word of its second.
	cutEnd, cutStart int
}

// Find returns the time expressions of a text from left to right; they don't
// overlap.
func Find(text string) []Expression {
	r := reader{text: text, words: vocabulary()}
	r.begin()
	for {
		w, ok := r.next()
		if !ok {
			break
		}
		if w.flags&(flagStop|flagSentence) != 0 && r.n > 1 {
			r.finish(word{flags: flagStop, start: w.start, end: w.start})
		}
		if w.flags&flagSentence != 0 {
			r.hint.reset(len(r.out))
		}
		r.count++
		if w.relevant() && r.n < maxRun {
			r.take(w)
		} else {
			r.finish(w)
		}
		r.hint.see(&w, r.text, r.count, r.out)
		r.last = w
	}
	r.finish(word{flags: flagStop, start: len(text), end: len(text)})
	return r.out
}

const relevantRoles = roleMonth | roleWeekday | roleUnit | roleUnits | roleSpan | roleNumber | roleScale | roleGroup |
	roleVague | roleOrdinal | roleSeason | roleClock | roleClocks | roleDecade | rolePresent | roleBygone |
	roleComing | roleEvery | roleTwice | roleFeast | roleDigits | roleISO | roleHours | roleMark

func (w *word) relevant() bool { return w.key != keyNone || w.roles&relevantRoles != 0 }

func (r *reader) begin() {
	r.run[0] = word{flags: flagStop}
	r.n = 1
}

func (r *reader) take(w word) {
	if r.n == 1 {
		r.run[0] = r.last
		r.hint.mark()
	}
	r.run[r.n] = w
	r.n++
}

// finish reads the run that w, which belongs to no expression, has ended.
func (r *reader) finish(w word) {
	if r.n > 1 {
		r.run[r.n] = w
		r.readRun()
	}
	r.n = 1
}

// next reads one word or mark; ok is false at the end of the text.
func (r *reader) next() (w word, ok bool) {
	flags := flagTight
	if r.at == 0 {
		flags |= flagSentence
	}
	for r.at < len(r.text) {
		c := r.text[r.at]
		switch {
		case c == ' ' || c == '\t' || c == '\r':
			flags &^= flagTight
			r.at++
		case c == '\n':
			flags &^= flagTight
			if r.paragraphEnds() {
				flags |= flagSentence | flagStop
			}
			r.at++
		case isDigit(c):
			return r.number(flags), true
		case isLetter(c):
			return r.letters(flags), true
		case c == '\'' || c == '`':
			if w, ok := r.apostrophe(flags, 1); ok {
				return w, true
			}
			flags |= flagStop
		case c == ',' || c == '-' || c == '/':
			return r.mark(flags, 1), true
		case c == '$' || c == '#':
			r.at++
			for r.at < len(r.text) && (isDigit(r.text[r.at]) || r.text[r.at] == ',' || r.text[r.at] == '.') {
				r.at++
			}
			return word{start: r.at, end: r.at, roles: roleCounted, flags: flags}, true
		case c == '%':
			r.at++
			return word{start: r.at - 1, end: r.at, roles: roleCounted, flags: flags}, true
		case c == '.' || c == '!' || c == '?':
			r.at++
			flags |= flagStop
			if r.endsSentence(c) {
				flags |= flagSentence
			}
		case c >= 0x80:
			if w, ok := r.beyondASCII(&flags); ok {
				return w, true
			}
		default:
			flags = flags&^flagTight | flagStop
			r.at++
		}
	}
	return word{}, false
}

// paragraphEnds says whether the line break at r.at is followed by an empty line
// or an indented one, as wires and tables set them.
func (r *reader) paragraphEnds() bool {
	for i := r.at + 1; i < len(r.text); i++ {
		switch r.text[i] {
		case '\n':
			return true
		case ' ', '\t', '\r':
		default:
			return i > r.at+2
		}
	}
	return true
}

// endsSentence judges the stop just read: full stops after initials and short
// words end nothing, and what goes on in lower case is the same sentence.
func (r *reader) endsSentence(c byte) bool {
	if c == '.' && (r.last.end-r.last.start <= 1 && r.last.roles&roleDigits == 0 || r.last.roles&roleShort != 0) {
		return false
	}
	i := r.at
	for i < len(r.text) && (r.text[i] == ' ' || r.text[i] == '\n' || r.text[i] == '"' || r.text[i] == '\'') {
		i++
	}
	return i == len(r.text) || i > r.at && !('a' <= r.text[i] && r.text[i] <= 'z')
}

// mark reads punctuation that may stand inside an expression.
func (r *reader) mark(flags trait, width int) word {
	w := word{start: r.at, end: r.at + width, roles: roleMark, flags: flags}
	switch r.text[r.at] {
	case ',':
		w.key = keyComma
	case '/':
		w.key = keySlash
	default:
		w.key = keyHyphen
	}
	r.at += width
	return w
}

// apostrophe reads "'s", "'90s" and "'98"; other apostrophes are punctuation.
func (r *reader) apostrophe(flags trait, width int) (word, bool) {
	start := r.at
	r.at += width
	rest := r.text[r.at:]
	if strings.HasPrefix(rest, "s") && (len(rest) == 1 || !isLetter(rest[1]) && !isDigit(rest[1])) {
		r.at++
		return word{start: start, end: r.at, roles: roleMark, key: keyGenitive, flags: flags}, true
	}
	if len(rest) >= 2 && isDigit(rest[0]) && isDigit(rest[1]) && (len(rest) == 2 || !isDigit(rest[2])) &&
		(flags&flagTight == 0 || start == 0 || !isLetter(r.text[start-1])) {
		w := r.number(flags)
		w.start = start
		w.flags |= flagShortYear
		return w, true
	}
	return word{}, false
}

// beyondASCII reads what is not ASCII: typographic dashes and apostrophes count
// as the plain ones, the no-break space as a space, and all else as letters.
func (r *reader) beyondASCII(flags *trait) (word, bool) {
	rest := r.text[r.at:]
	switch {
	case strings.HasPrefix(rest, "\u2019"), strings.HasPrefix(rest, "\u2018"):
		w, ok := r.apostrophe(*flags, 3)
		if !ok {
			*flags |= flagStop
		}
		return w, ok
	case strings.HasPrefix(rest, "\u2013"), strings.HasPrefix(rest, "\u2014"), strings.HasPrefix(rest, "\u2010"), strings.HasPrefix(rest, "\u2011"):
		return r.mark(*flags, 3), true
	case strings.HasPrefix(rest, "\u00a0"):
		*flags &^= flagTight
		r.at += 2
		return word{}, false
	case strings.HasPrefix(rest, "\u201c"), strings.HasPrefix(rest, "\u201d"), strings.HasPrefix(rest, "\u2026"):
		*flags = *flags&^flagTight | flagStop
		r.at += 3
		return word{}, false
	case strings.HasPrefix(rest, "€"), strings.HasPrefix(rest, "£"), strings.HasPrefix(rest, "¥"):
		r.at += len("£")
		for r.at < len(r.text) && (r.text[r.at] >= 0x80 || isDigit(r.text[r.at]) || r.text[r.at] == ',' || r.text[r.at] == '.') {
			r.at++
		}
		return word{start: r.at, end: r.at, roles: roleCounted, flags: *flags}, true
	}
	return r.letters(*flags), true
}

// letters reads a word and looks it up.
func (r *reader) letters(flags trait) word {
	start := r.at
	var lower [16]byte
	n := 0
	for r.at < len(r.text) && isLetter(r.text[r.at]) {
		c := r.text[r.at]
		if c == 0xE2 && r.at+1 < len(r.text) && r.text[r.at+1] == 0x80 {
			break // typographic punctuation
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if n < len(lower) {
			lower[n] = c
		}
		n++
		r.at++
	}
	if n == 0 {
		// A lone byte of typographic punctuation that nothing above has read.
		r.at += min(3, len(r.text)-r.at)
		return word{start: start, end: r.at, flags: flags | flagStop}
	}
	w := word{start: start, end: r.at, flags: flags}
	if c := r.text[start]; 'A' <= c && c <= 'Z' {
		w.flags |= flagCapital
	}
	if r.at < len(r.text) && isDigit(r.text[r.at]) {
		return r.mixed(w)
	}
	if n <= len(lower) {
		e := r.words[string(lower[:n])]
		w.roles, w.value, w.unit, w.key = e.roles, e.value, e.unit, e.key
	}
	if w.roles&roleFeast != 0 {
		r.feast(&w, lower[:n])
	}
	if w.roles&roleShort != 0 && w.flags&flagCapital != 0 && r.at < len(r.text) && r.text[r.at] == '.' {
		// "Sept." keeps its stop, and is no ordinary word any more.
		r.at++
		w.end = r.at
		w.roles &^= roleTimid
	}
	if n == 1 {
		r.halfOfDay(&w)
		r.oclock(&w)
	}
	return w
}

// oclock makes "o'clock" one word.
func (r *reader) oclock(w *word) {
	for _, s := range [...]string{"o'clock", "o’clock"} {
		if strings.HasPrefix(r.text[w.start:], s) {
			r.at = w.start + len(s)
			w.end, w.key, w.roles = r.at, keyClock, 0
		}
	}
}

// mixed reads letters with digits in them: "Q2" is a quarter, "G20" nothing.
func (r *reader) mixed(w word) word {
	for r.at < len(r.text) && (isDigit(r.text[r.at]) || isLetter(r.text[r.at])) {
		r.at++
	}
	s := r.text[w.start:r.at]
	w.end = r.at
	switch {
	case len(s) == 2 && s[0] == 'Q' && '1' <= s[1] && s[1] <= '4':
		w.key, w.value = keyQ, int32(s[1]-'0')
	case len(s) == 2 && s[0] == 'H' && '1' <= s[1] && s[1] <= '2':
		w.key, w.value = keyH, int32(s[1]-'0')
	case len(s) == 6 && s[:2] == "FY" && strings.Trim(s[2:], "0123456789") == "":
		w.roles, w.digits, w.value = roleDigits, 4, atoi(s[2:])
	}
	return w
}

// halfOfDay makes "a.m." and "p.m." one word.
func (r *reader) halfOfDay(w *word) {
	rest := r.text[w.start:]
	if len(rest) < 3 || rest[1] != '.' || rest[2]|0x20 != 'm' {
		return
	}
	switch rest[0] | 0x20 {
	case 'a':
		w.key = keyAM
	case 'p':
		w.key = keyPM
	default:
		return
	}
	r.at = w.start + 3
	if r.at < len(r.text) && r.text[r.at] == '.' {
		r.at++
	}
	w.end, w.roles = r.at, 0
}

// feast replaces the word by the whole name of the feast or period that it begins.
func (r *reader) feast(w *word, first []byte) {
	index, end := matchFeast(r.text, w.start, first)
	if index < 0 {
		w.roles &^= roleFeast
		return
	}
	*w = word{start: w.start, end: end, roles: roleFeast, value: int32(index), flags: w.flags}
	r.at = end
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isLetter takes every byte beyond ASCII for a part of a letter.
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c >= 0x80 }

func atoi(s string) int32 {
	n := int32(0)
	for i := 0; i < len(s); i++ {
		n = n*10 + int32(s[i]-'0')
	}
	return n
}
