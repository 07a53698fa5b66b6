package article

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// readByline reads a line that names authors: "By Jane Doe, Reuters", "Jane
// Doe in Seoul", "Jane Doe, Staff Reporter", "홍길동 기자", "Reporting by …".
func readByline(s string) (pageLine, bool) {
	s = strings.Trim(s, " |·•*")
	if len(s) > 160 {
		return pageLine{}, false
	}
	if rest, ok := cutBylineLabel(s); ok && !(endsSentence(s) && strings.Count(s, " ") > 5) {
		names, agency := authors(rest)
		if len(names) > 0 || agency != "" {
			return pageLine{kind: bylineLine, names: names, agency: agency}, true
		}
		if isOutlet(rest) || isRoleLine(rest, strings.Count(rest, " ")+1) { // "By The Korea Herald"
			return pageLine{kind: bylineLine}, true
		}
		return pageLine{}, false
	}
	if name, ok := koreanReporter(s); ok {
		return pageLine{kind: bylineLine, names: []string{name}}, true
	}
	if endsSentence(s) || strings.Count(s, " ") > 12 {
		return pageLine{}, false
	}
	return namesWithPlaceOrRole(s)
}

// cutBylineLabel takes "By", "Written by", "Author:" off a line.
func cutBylineLabel(s string) (string, bool) {
	lower := strings.ToLower(s)
	first, _ := utf8.DecodeRuneInString(lower)
	for _, w := range furnitureTable().start[first] {
		if w.kind != bylineLabel || !hasWordPrefix(lower, w.phrase) || len(lower) != len(s) {
			continue
		}
		rest := strings.TrimLeft(s[len(w.phrase):], " :")
		return rest, rest != ""
	}
	return "", false
}

var (
	nameSeparators = regexp.MustCompile(`\s*(?:,|;|\||/|&|\s(?:and|und|et|y|e|with)\s)\s*`)
	inBrackets     = regexp.MustCompile(`\s*[(\[][^()\[\]]*[)\]]\s*`)
	emailRE        = regexp.MustCompile(`\S+@\S+`)
	fromPlace      = regexp.MustCompile(`\s+(?:in|at|from)\s+\p{Lu}.*$`)
)

// authors splits a list of authors; what is an agency, a role, a place after
// "in" or an outlet leaves the list.
func authors(s string) (names []string, agency string) {
	s = emailRE.ReplaceAllString(inBrackets.ReplaceAllString(s, " "), " ")
	for i, part := range nameSeparators.Split(s, -1) {
		part = squeeze(fromPlace.ReplaceAllString(strings.Trim(part, " .-–—"), ""))
		if part == "" {
			continue
		}
		if a := agencyNamed(part); a != "" {
			agency = a
			continue
		}
		if isRoleLine(part, 1) || isOutlet(part) {
			continue
		}
		if !isName(part) {
			if i == 0 {
				return nil, ""
			}
			continue
		}
		names = append(names, nameCase(part))
	}
	return names, agency
}

// isName says that s has the form of a person's name (or a pen name).
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 5 || isWeekday(s) || monthNumbers()[strings.ToLower(s)] > 0 {
		return false
	}
	capital := false
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r), unicode.Is(unicode.Lo, r):
			capital = true
		case nameParticles[strings.ToLower(w)]:
		default:
			return false
		}
		if strings.ContainsAny(w, "?!:;\"“”$%&") {
			return false
		}
	}
	return capital
}

var nameParticles = map[string]bool{
	"de": true, "da": true, "di": true, "del": true, "della": true, "dos": true, "do": true, "du": true, "la": true,
	"le": true, "van": true, "von": true, "der": true, "den": true, "ter": true, "bin": true, "ibn": true, "al": true,
	"el": true, "ben": true, "af": true, "av": true, "y": true, "st": true,
}

// nameCase writes "JANE DOE" as "Jane Doe"; short words in capitals stay, as
// they may be initials ("KH디지털2", "JD Vance").
func nameCase(s string) string {
	if !isUpper(s) || !strings.Contains(s, " ") {
		return s
	}
	words := strings.Fields(s)
	for i, w := range words {
		if len(w) > 2 && !strings.Contains(w, ".") {
			words[i] = placeName(w)
		}
	}
	return strings.Join(words, " ")
}

// koreanReporter reads "홍길동 기자".
func koreanReporter(s string) (string, bool) {
	if !strings.Contains(s, "기자") && !strings.Contains(s, "특파원") {
		return "", false
	}
	for _, title := range [...]string{" 기자", " 특파원", " 선임기자"} {
		if name, ok := strings.CutSuffix(emailRE.ReplaceAllString(s, ""), title); ok && len(name) <= 30 && name != "" && !strings.Contains(name, "=") {
			return strings.TrimSpace(name), true
		}
	}
	return "", false
}

// namesWithPlaceOrRole reads bylines without "By": a name followed by a role,
// an agency or "in" and a place.
func namesWithPlaceOrRole(s string) (pageLine, bool) {
	head, tail, comma := strings.Cut(s, ",")
	if !comma {
		head, tail, comma = strings.Cut(s, " | ")
	}
	if comma {
		tail = strings.TrimSpace(tail)
		n := strings.Count(head, " ") + 1
		if n >= 2 && n <= 4 && isName(head) && !isOutlet(head) {
			if agencyNamed(tail) != "" || isRoleLine(tail, strings.Count(tail, " ")+1) || isOutlet(tail) {
				names, agency := authors(s)
				return pageLine{kind: bylineLine, names: names, agency: agency}, len(names) > 0
			}
		}
		return pageLine{}, false
	}
	name, place, in := strings.Cut(s, " in ")
	if in && strings.Count(name, " ") >= 1 && strings.Count(name, " ") <= 2 && isName(name) && isName(place) && strings.Count(place, " ") <= 2 {
		return pageLine{kind: bylineLine, names: []string{nameCase(name)}}, true
	}
	return pageLine{}, false
}

var reportingRE = regexp.MustCompile(`(?i)^\(?(?:(?:additional )?reporting|writing|editing|edited|written|compiled|translated) (?:and (?:writing|editing) )?by ([^.;()]+)`)

// readCredits reads the closing line of agencies, "(Reporting by Jane Doe in
// Seoul; Editing by John Roe)", and names the reporters.
func readCredits(s string) (names []string, ok bool) {
	if len(s) > 500 || !strings.Contains(s[:min(len(s), 60)], "by ") {
		return nil, false
	}
	m := reportingRE.FindStringSubmatch(s)
	if m == nil {
		return nil, false
	}
	if l := strings.ToLower(s); strings.HasPrefix(l, "reporting") || strings.HasPrefix(l, "(reporting") {
		names, _ = authors(m[1])
	}
	return names, true
}
