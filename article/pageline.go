package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lineKind is what a line of a page is by its form and words.
type lineKind uint8

const (
	freeLine      lineKind = iota // prose, title, section name: not decided by the line alone
	publishedLine                 // tells the publication time
	updatedLine                   // tells the time of a later version
	bylineLine                    // tells authors
	agencyLine                    // tells the agency or the outlet alone
	datelineLine                  // tells place and day alone
	dropLine                      // button, notice, caption, role
	sectionLine                   // heading of a list of links
)

// pageLine is a line with what was read from it.
type pageLine struct {
	kind    lineKind
	names   []string
	agency  string
	outlet  string
	time    Time
	updated Time
	line    dateline
}

// maxPageLine bounds what can be a line of the page; longer ones are prose.
const maxPageLine = 300

// isPageLine says that a line stands alone whatever its neighbours are.
func isPageLine(s string) bool {
	return len(s) <= 120 && readPageLine(s).kind != freeLine
}

// lineKey brings a line into the form of data/furniture.tsv.
func lineKey(s string) string {
	s = strings.TrimFunc(s, func(r rune) bool {
		return r == ' ' || strings.ContainsRune("•·*▶►▲▼■□◆○●|-–—_>»«<[]()#:.…!+=~^→←✕×", r)
	})
	return strings.ToLower(s)
}

// readPageLine classifies a line that may belong to the page around a text.
func readPageLine(s string) pageLine {
	if len(s) > maxPageLine {
		return pageLine{}
	}
	if strings.ContainsAny(s, "0123456789") && len(s) <= 160 {
		if p, ok := readDateLine(s); ok {
			return p
		}
	}
	if p, ok := readByline(s); ok {
		return p
	}
	if a := agencyNamed(s); a != "" {
		return pageLine{kind: agencyLine, agency: a}
	}
	if p, ok := readBarLine(s); ok {
		return p
	}
	return pageLine{kind: furnitureOf(s)}
}

// readBarLine reads lines of short parts: the path of sections ("Home > News >
// World"), "PTI | New Delhi", "Jane Doe | Staff Writer | Seoul".
func readBarLine(s string) (pageLine, bool) {
	if len(s) > 120 || endsSentence(s) {
		return pageLine{}, false
	}
	isBar := func(r rune) bool { return strings.ContainsRune("|>›»•", r) }
	if !strings.ContainsFunc(s, isBar) {
		return pageLine{}, false
	}
	parts := strings.FieldsFunc(s, isBar)
	p := pageLine{kind: dropLine}
	known := 0
	for i, part := range parts {
		part = strings.TrimSpace(part)
		words := strings.Count(part, " ") + 1
		if words > 4 {
			return pageLine{}, false
		}
		if a := agencyNamed(part); a != "" {
			p.agency, p.kind = a, agencyLine
			known++
		} else if isOutlet(part) && len(parts) > 2 {
			p.outlet, p.kind = part, agencyLine
			known++
		} else if isRoleLine(part, words) {
			known++
			if i > 0 && len(p.names) == 0 && isName(strings.TrimSpace(parts[i-1])) {
				p.names = []string{nameCase(strings.TrimSpace(parts[i-1]))}
				p.kind = bylineLine
			}
		} else if furnitureOf(part) == dropLine {
			known++
		}
	}
	return p, known > 0 || len(parts) > 2 || len(parts) == 2 && strings.ContainsAny(s, ">›»")
}

// furnitureOf looks a line up in data/furniture.tsv.
func furnitureOf(s string) lineKind {
	key := lineKey(s)
	if key == "" || isCounter(key) {
		return dropLine
	}
	f := furnitureTable()
	if k, ok := f.line[key]; ok {
		if k == sectionHeading {
			return sectionLine
		}
		return dropLine
	}
	words := strings.Count(s, " ") + 1
	lower := strings.ToLower(strings.TrimLeft(s, " •·*▶►|-–—>»[("))
	first, _ := utf8.DecodeRuneInString(lower)
	for _, w := range f.start[first] {
		if !hasWordPrefix(lower, w.phrase) {
			continue
		}
		switch w.kind {
		case noiseLine:
			if words <= 25 {
				return dropLine
			}
		case captionLabel:
			// "Courtesy of the Kremlin, the two met again on Friday …" is prose
			if words <= 15 || strings.ContainsAny(w.phrase, ":/=") {
				return dropLine
			}
		case sectionHeading:
			if words <= 6 && !endsSentence(s) {
				return sectionLine
			}
		case legalNotice:
			if isRights(lower, words) {
				return dropLine
			}
		}
	}
	for _, w := range f.end {
		if w.kind == legalNotice && strings.HasSuffix(key, w.phrase) {
			return dropLine
		}
	}
	if isButtonRow(key) || isPhotoCredit(s) || isRoleLine(s, words) || isEmailLine(s, words) {
		return dropLine
	}
	return freeLine
}

// isButtonRow knows rows of buttons: "Facebook Twitter Email".
func isButtonRow(key string) bool {
	words := strings.Fields(key)
	if len(words) < 2 || len(words) > 8 {
		return false
	}
	for _, w := range words {
		if furnitureTable().line[w] != noiseLine {
			return false
		}
	}
	return true
}

// hasWordPrefix says that lower starts with the phrase and that no word is cut.
func hasWordPrefix(lower, phrase string) bool {
	if !strings.HasPrefix(lower, phrase) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(phrase)
	next, _ := utf8.DecodeRuneInString(lower[len(phrase):])
	return len(lower) == len(phrase) || !unicode.IsLetter(last) || !(unicode.IsLetter(next) || next == '\'' || next == '’' || next == '-')
}

// isRights tells "Copyright 2015 The Korea Herald" from prose about copyright.
func isRights(lower string, words int) bool {
	if strings.HasPrefix(lower, "copyright") {
		return strings.ContainsAny(lower, "0123456789©") || strings.Contains(lower, "(c)") ||
			strings.Contains(lower, "reserved") || words <= 5
	}
	return words <= 40
}

// isCounter knows "1.2K shares", "5 min read", "12 comments", "1 / 3", "A+".
func isCounter(key string) bool {
	digits, letters := 0, 0
	for _, r := range key {
		if unicode.IsDigit(r) {
			digits++
		} else if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters == 0 {
		return digits <= 8 // "2,000" alone; a line of nothing but signs
	}
	if digits == 0 || len(key) > 24 {
		return false
	}
	for _, w := range [...]string{"share", "comment", "min read", "minute read", "minutes read", "mins read", "view", "like", "photos", "retweet", "min. read"} {
		if strings.HasSuffix(key, w) || strings.HasSuffix(key, w+"s") || strings.HasPrefix(key, w) {
			return true
		}
	}
	return false
}

// isPhotoCredit knows captions by the credit that closes them.
func isPhotoCredit(s string) bool {
	i := strings.LastIndexAny(s, ".([|")
	if i < 0 {
		i = 0
	}
	tail := strings.ToLower(s[i:])
	for _, sign := range [...]string{"reuters/", "ap photo", "afp/", "getty images", "(photo by", "photo:", "photo/", "[photo", "photograph:", "file photo", "/afp", "/reuters", "/epa", "epa/"} {
		if strings.Contains(tail, sign) && len(tail) < 60 {
			return true
		}
	}
	return false
}

// isRoleLine knows "Staff Reporter", "Diplomatic Correspondent, Seoul".
func isRoleLine(s string, words int) bool {
	if words > 5 || endsSentence(s) {
		return false
	}
	role := false
	for _, w := range strings.Fields(s) {
		w = strings.Trim(w, ",.|()")
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && !placeParticles[w] && w != "for" && w != "in" && w != "and" {
			return false
		}
		role = role || furnitureTable().word[strings.ToLower(w)] == roleWord
	}
	return role
}

func isEmailLine(s string, words int) bool {
	return words <= 8 && strings.Contains(s, "@") && strings.Contains(s[strings.IndexByte(s, '@'):], ".") && !endsSentence(s) ||
		words <= 2 && strings.HasPrefix(s, "@") || words == 1 && (strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www."))
}

// readDateLine reads a line that tells a time and little else: labels,
// weekday, perhaps the outlet, the agency, the authors or the place.
func readDateLine(s string) (pageLine, bool) {
	t, rest, ok := printedDate(s)
	if !ok {
		return pageLine{}, false
	}
	p := pageLine{kind: publishedLine, time: t}
	if second, left, more := printedDate(rest); more { // "Published … Updated …"
		p.updated, rest = second, left
		if labelled(s, updatedLabel) && firstLabel(s) == updatedLabel {
			p.time, p.updated = second, t
		}
	} else if firstLabel(s) == updatedLabel {
		p.kind, p.time, p.updated = updatedLine, Time{}, t
	}
	hasLabel := labelled(s, publishedLabel) || labelled(s, updatedLabel)
	free, last := 0, ""
	for _, part := range strings.FieldsFunc(stripLabels(rest), func(r rune) bool { return strings.ContainsRune("|•·/\t()[];", r) }) {
		part = strings.TrimSuffix(strings.Trim(part, " ,.:-–—"), " on") // "by Jane Doe on March 9, 2022"
		if part == "" || isFiller(part) {
			continue
		}
		words := strings.Count(part, " ") + 1
		if b, isBy := readByline(part); isBy {
			p.names, p.agency = append(p.names, b.names...), b.agency
		} else if a := agencyNamed(part); a != "" {
			p.agency = a
		} else if isOutlet(part) {
			p.outlet = part
		} else if isRoleLine(part, words) {
			if isName(last) {
				p.names = append(p.names, nameCase(last))
			}
		} else if placeLike(part) && words <= 4 {
			free += words
		} else if words <= 6 && furnitureOf(part) == dropLine {
			continue
		} else {
			free += words + 4
		}
		last = part
	}
	if free > 4 && !(hasLabel && free <= 8 && !endsSentence(s)) {
		return pageLine{}, false
	}
	if line, isLine := datelineAlone(s); isLine {
		p.line = line
	}
	return p, true
}

// datelineAlone reads "SEOUL, April 16, 2015 (Reuters)".
func datelineAlone(s string) (dateline, bool) {
	body, agency, _ := splitAgency(strings.TrimRight(s, " -–—"))
	line, ok := datelineParts(body)
	if !ok || line.place == "" || (!isUpper(line.place) && !isUpper(firstPart(body)) && agency == "") || !(line.dated || agency != "") {
		return dateline{}, false
	}
	line.text, line.agency = s, agency
	return line, true
}

// firstLabel gives the kind of the label that comes first in s.
func firstLabel(s string) furnitureKind {
	lower := strings.ToLower(strings.TrimLeft(s, " •·*|-–—[("))
	first, _ := utf8.DecodeRuneInString(lower)
	for _, w := range furnitureTable().start[first] {
		if (w.kind == publishedLabel || w.kind == updatedLabel) && hasWordPrefix(lower, w.phrase) {
			return w.kind
		}
	}
	return notFurniture
}

// labelled says that a label of the kind stands anywhere in s.
func labelled(s string, kind furnitureKind) bool {
	return firstLabel(s) == kind || eachLabel(s, func(k furnitureKind, _, _ int) bool { return k == kind })
}

// eachLabel calls f for the labels of time in s until f is true.
func eachLabel(s string, f func(kind furnitureKind, from, to int) bool) bool {
	lower := strings.ToLower(s)
	if len(lower) != len(s) {
		return false // letters that change their length have no labels that matter
	}
	boundary := true
	for i, r := range lower {
		if boundary && r > ' ' {
			for _, w := range furnitureTable().start[r] {
				if (w.kind == publishedLabel || w.kind == updatedLabel || w.phrase == "issued") && hasWordPrefix(lower[i:], w.phrase) {
					if f(w.kind, i, i+len(w.phrase)) {
						return true
					}
					break
				}
			}
		}
		boundary = !unicode.IsLetter(r)
	}
	return false
}

// stripLabels blanks the labels of time out of s.
func stripLabels(s string) string {
	var b []byte
	eachLabel(s, func(_ furnitureKind, from, to int) bool {
		if b == nil {
			b = []byte(s)
		}
		for i := from; i < to; i++ {
			b[i] = ' '
		}
		return false
	})
	if b == nil {
		return s
	}
	return string(b)
}

// isOutlet says that s is the name of a newspaper, broadcaster or site by its
// last word, in capitals and without more words than such names have.
func isOutlet(s string) bool {
	s = strings.Trim(s, " |·•")
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 6 || len(s) > 60 || endsSentence(s) {
		return false
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(r) && !placeParticles[w] && !strings.Contains(w, ".") {
			return false
		}
	}
	last := strings.ToLower(words[len(words)-1])
	for _, w := range furnitureTable().end {
		if w.kind == outletWord && (last == w.phrase || (w.phrase[0] == '.' && strings.HasSuffix(last, w.phrase))) {
			return len(words) > 1 || w.phrase[0] == '.' || !commonWord[last]
		}
	}
	return false
}

// commonWord are last words of outlets that alone are section names.
var commonWord = map[string]bool{
	"news": true, "today": true, "review": true, "nation": true, "online": true, "post": true, "mail": true,
	"daily": true, "star": true, "sun": true, "mirror": true, "register": true, "press": true, "radio": true,
	"tv": true, "magazine": true, "weekly": true, "newspaper": true, "agency": true, "standard": true, "monitor": true, "wire": true, "ledger": true,
}
