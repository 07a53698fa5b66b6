package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxTokens is the longest sentence; longer ones are cut, at a comma or the
// like if there is one in the second half.
const maxTokens = 180

// sentences finds the sentence ends among the tokens.
func (g *Segmenter) sentences() {
	start := 0
	for i := 0; i < len(g.tokens); i++ {
		if i == len(g.tokens)-1 || g.blankLine(i) {
			g.finish(start, i+1)
			start = i + 1
			continue
		}
		if last, ok := g.endsAt(start, i); ok {
			g.finish(start, last+1)
			start, i = last+1, last
		}
	}
}

// finish notes a sentence's end, cutting it if it is too long.
func (g *Segmenter) finish(start, end int) {
	for end-start > maxTokens {
		cut := start + maxTokens
		for i := cut; i > start+maxTokens/2; i-- {
			if c := g.text[g.tokens[i-1].Start]; c == ';' || c == ',' || c == ':' {
				cut = i
				break
			}
		}
		g.ends = append(g.ends, cut)
		start = cut
	}
	if start < end {
		g.ends = append(g.ends, end)
	}
}

func (g *Segmenter) form(i int) string { return g.text[g.tokens[i].Start:g.tokens[i].End] }

// gap is the text between token i and the next.
func (g *Segmenter) gap(i int) string { return g.text[g.tokens[i].End:g.tokens[i+1].Start] }

// blankLine reports a paragraph's end after token i.
func (g *Segmenter) blankLine(i int) bool {
	lines := 0
	for _, c := range []byte(g.gap(i)) {
		if c == '\n' {
			lines++
		}
	}
	return lines > 1
}

// endsAt says whether the sentence begun at start ends with token i or with
// the quotation marks and brackets that close behind it.
func (g *Segmenter) endsAt(start, i int) (last int, ok bool) {
	form := g.form(i)
	switch form[len(form)-1] {
	case '.', '!', '?':
	default:
		if form != "…" {
			return 0, false
		}
	}
	last = i
	quoted := false
	for last+1 < len(g.tokens) && g.gap(last) == "" && g.closes(last+1) {
		last++
		quoted = true
	}
	if last+1 == len(g.tokens) || g.blankLine(last) {
		return last, true
	}
	next := g.form(last + 1)
	if g.gap(last) == "" {
		return last, form == "." && last == i && startsUpper(next) && i > start && len(g.form(i-1)) > 2
	}
	if i == start && len(form) == 1 {
		return 0, false
	}
	return last, g.boundary(start, i, last+1, quoted)
}

// maxClosers is how many marks may close in a row.
const maxClosers = 4

// closes reports that a run of closing marks begins at token i, which is
// stuck to the token before it, and that white space follows the run.
func (g *Segmenter) closes(i int) bool {
	for range maxClosers {
		if !closingMark(g.form(i)) {
			return false
		}
		if i+1 == len(g.tokens) || g.gap(i) != "" {
			return true
		}
		i++
	}
	return false
}

func closingMark(s string) bool {
	switch s {
	case "\"", "”", "’", "'", "''", ")", "]", "}", "»":
		return true
	}
	return false
}

// boundary decides whether the stop at token i, followed by next, ends the
// sentence.
func (g *Segmenter) boundary(start, i, next int, quoted bool) bool {
	stop, follow := g.form(i), g.form(next)
	lower := startsLower(follow)
	switch {
	case stop == ".":
		if i-1 == start && isNumber(g.form(start)) {
			return false // "1. Introduction"
		}
		return !lower || !quoted
	case stop[len(stop)-1] == '!' || stop[len(stop)-1] == '?':
		return !lower
	case stop == "…" || stop[0] == '.':
		return !lower
	}
	return g.abbreviationEnds(i, next)
}

// abbreviationEnds decides for a token such as "U.S." or "Gen.".
func (g *Segmenter) abbreviationEnds(i, next int) bool {
	stop, follow := g.form(i), g.form(next)
	if startsLower(follow) {
		return false
	}
	word := stop[:len(stop)-1]
	switch g.abbreviation(word) {
	case title:
		if word == "I" || word == "No" && !isNumber(follow) {
			return true
		}
		return len(word) == 1 && i > 0 && g.rules.starters[follow] && follow != "A" && follow != "I"
	case plain:
		if clockHour(word) && i > 0 && startsDigit(g.form(i-1)) {
			return g.afterHour(next)
		}
		return g.rules.starters[follow] || openingQuote(follow)
	}
	return true
}

func clockHour(word string) bool {
	switch word {
	case "a.m", "p.m", "A.M", "P.M":
		return true
	}
	return false
}

func startsDigit(s string) bool { return s[0] >= '0' && s[0] <= '9' }

// afterHour decides whether a sentence begins after "5 p.m.": with any capital
// but that of a day, a month, a zone ("EST", "Pacific") or a place's time
// ("Moscow time").
func (g *Segmenter) afterHour(next int) bool {
	follow := g.form(next)
	if openingQuote(follow) {
		return true
	}
	if !startsUpper(follow) || hourFollowers[follow] || len(follow) > 1 && len(follow) < 5 && follow == strings.ToUpper(follow) && !g.rules.starters[follow] {
		return false
	}
	return next+1 >= len(g.tokens) || !strings.EqualFold(g.form(next+1), "time")
}

var hourFollowers = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields("Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun January February March April May June July August September October November December Eastern Pacific Central Mountain Greenwich Local Standard Daylight") {
		set[w] = true
	}
	return set
}()

func openingQuote(s string) bool { return s == "\"" || s == "“" || s == "``" }

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func isNumber(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
