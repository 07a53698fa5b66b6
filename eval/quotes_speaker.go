package eval

import (
	"strings"
	"unicode"

	"entente/record"
)

// countSpeaker counts whether the speaker of an annotated quotation was found:
// the source of the found attribution that shares most of its content.
func (t *quoteTable) countSpeaker(s *QuoteScore, i int) {
	g := &t.gold[i]
	found, most := -1, 0
	for j := range t.found {
		if n := sharedBytes(g.content, t.found[j].content); n > most {
			found, most = j, n
		}
	}
	right := found >= 0 && t.sameSource(i, &t.found[found])
	s.InPart.count(right)
	cause := "in part"
	if g.quoted == 1 {
		cause = "speaker"
		s.Speaker.count(right)
		s.Found.count(found >= 0)
	}
	if right {
		return
	}
	m := QuoteMiss{Cause: cause, Cue: t.words(g.cue), Miss: t.miss(s.Name, g, cause+" "+t.words(g.source), "nothing")}
	if found >= 0 {
		f := &t.found[found]
		m.Found = t.words(f.source) + " (" + f.speaker + ")"
	}
	s.Misses = append(s.Misses, m)
}

// sameSource tells whether a found source is the annotated one: in the same
// words, or elsewhere by the same name, where a pronoun stands for the last
// annotated source that is none.
func (t *quoteTable) sameSource(i int, f *attributed) bool {
	g := &t.gold[i]
	if overlapping(g.source, f.source) {
		return true
	}
	for ; isPronoun(t.words(g.source)); g = &t.gold[i] {
		if i = t.sourceBefore(g.source[0].Start); i < 0 {
			return false
		}
	}
	if overlapping(g.source, f.source) {
		return true
	}
	called := f.speaker + " " + t.words(f.source)
	for _, w := range tokens(t.words(g.source)) {
		if len(w) > 2 && strings.Contains(" "+strings.Join(tokens(called), " ")+" ", " "+w+" ") && t.isName(g.source, w) {
			return true
		}
	}
	return false
}

// sourceBefore is the annotated attribution whose source stands last before a
// place of the text; −1 if none does.
func (t *quoteTable) sourceBefore(start int) int {
	best := -1
	for i := range t.gold {
		s := t.gold[i].source
		if len(s) > 0 && s[0].Start < start && (best < 0 || s[0].Start > t.gold[best].source[0].Start) {
			best = i
		}
	}
	return best
}

// isName: the word stands in the spans with a capital and is no office.
func (t *quoteTable) isName(spans []record.Span, word string) bool {
	for _, w := range strings.FieldsFunc(t.words(spans), isNoWord) {
		if strings.EqualFold(w, word) && unicode.IsUpper([]rune(w)[0]) && !strings.Contains(addresses, " "+word+" ") {
			return true
		}
	}
	return false
}

const addresses = " the mrs sen senator president secretary rep representative governor gov former prime minister director republican democrat democratic new united states "

func isPronoun(words string) bool {
	switch strings.ToLower(words) {
	case "he", "she", "they", "it", "i", "we", "his", "her", "their", "its", "him", "them", "who", "whom", "whose", "that", "which", "himself", "herself", "themselves":
		return true
	}
	return false
}

// quotedShare is the share of the letters of spans that stand within double
// quotation marks or their doubled single ones.
func (t *quoteTable) quotedShare(spans []record.Span) float64 {
	var s Share
	for _, span := range spans {
		words := strings.ReplaceAll(t.text[span.Start:span.End], "''", `"`)
		inside := false
		for _, r := range words {
			switch {
			case r == '“', r == '"' && !inside:
				inside = true
			case r == '”', r == '"':
				inside = false
			case unicode.IsLetter(r):
				s.count(inside)
			}
		}
	}
	if s.Of == 0 {
		return 0
	}
	return s.Value()
}
