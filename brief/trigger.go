package brief

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/record"
)

// triggerIn finds the words that mean an event in its sentence. A report has
// the offsets of the trigger and of those who take part in the text of the
// article, and the sentence without its own: so the place is taken where
// everything falls on whole words, and names on names. ok is false where no
// place, or more than one, is as good.
func triggerIn(sentence string, e *record.Event) (start, end int, ok bool) {
	n := e.Trigger.End - e.Trigger.Start
	if n <= 0 || n > len(sentence) {
		return 0, 0, false
	}
	if e.Sentence == 0 && isWords(sentence, e.Trigger.Start, e.Trigger.End) { // it begins the text
		return e.Trigger.Start, e.Trigger.End, true
	}
	best, places := -1, 0
	for at := 0; at+n <= len(sentence) && at <= e.Trigger.Start; at++ {
		if !isWords(sentence, at, at+n) {
			continue
		}
		fit := fitness(sentence, e, e.Trigger.Start-at)
		if fit >= 0 {
			places++
		}
		switch {
		case fit > best:
			start, best, ok = at, fit, true
		case fit == best:
			ok = false
		}
	}
	return start, start + n, ok && (places == 1 || best >= named)
}

// named is the fitness of a place where at least one name falls on itself.
const named = 3

// fitness tells how well participants and further evidence fall on words of a
// sentence that begins at an offset of the text; less than 0 is impossible.
func fitness(sentence string, e *record.Event, begins int) int {
	fit := 0
	place := func(from, to int, names ...*string) bool {
		from, to = from-begins, to-begins
		if from >= to || from < 0 || to > len(sentence) {
			return true // not named in this sentence
		}
		if !isWords(sentence, from, to) {
			return false
		}
		fit++
		for _, name := range names {
			if name != nil && strings.Contains(strings.ToLower(*name), strings.ToLower(sentence[from:to])) {
				fit += named
				break
			}
		}
		return true
	}
	for _, v := range e.Evidence {
		if v.Sentence == e.Sentence && !place(v.Start, v.End) {
			return -1
		}
	}
	for _, list := range [][]record.Participant{e.Actors, e.Recipients} {
		for i := range list {
			if p := &list[i]; !place(p.Start, p.End, &p.Name, p.Person, p.Office) {
				return -1
			}
		}
	}
	return fit
}

// isWords: the bytes from one offset to another are whole words.
func isWords(text string, from, to int) bool {
	if from < 0 || to > len(text) || from >= to || !utf8.RuneStart(text[from]) || to < len(text) && !utf8.RuneStart(text[to]) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(text[from:])
	last, _ := utf8.DecodeLastRuneInString(text[:to])
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	after, _ := utf8.DecodeRuneInString(text[to:])
	return !unicode.IsSpace(first) && !unicode.IsSpace(last) && !(inWord(before) && inWord(first)) && !(inWord(last) && inWord(after))
}

func inWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
