package article

import (
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// dateline is where, when and through which agency a text was filed: the
// words before the first sentence, "WASHINGTON, April 16 (Yonhap) -- ".
type dateline struct {
	text   string // as printed, without the closing dash
	place  string // "Washington"
	agency string
	date   Time // only where the dateline tells the year
	dated  bool // a day stands in it, with or without a year
}

// datelineMarks close a dateline. The underscore is AP's, the colon that of
// South and South-East Asian newspapers.
var datelineMarks = [...]string{" -- ", " --- ", " - ", " – ", " — ", " ― ", " _ ", "--", "—", " -", "-- ", "— ", ": "}

const maxDateline = 90 // bytes; "SALT LAKE CITY, Utah, 26 September 2015 (Agence France-Presse)" has 62

// takeDateline moves the dateline from the first paragraph to its field. A
// picture's caption may stand before it, so the second and third paragraph
// are tried too, where agency or day prove the dateline.
func (d *draft) takeDateline() {
	for i := 0; i < len(d.paragraphs) && i < 3 && d.dateline.text == ""; i++ {
		line, rest, ok := cutDateline(d.paragraphs[i])
		if !ok || (i > 0 && line.agency == "" && !line.dated) {
			continue
		}
		if line.agency == "" && !line.dated && d.manyCapitalLabels() {
			return // an interview: "BLINKEN: I think …"
		}
		d.dateline = line
		if rest == "" {
			d.paragraphs = append(d.paragraphs[:i:i], d.paragraphs[i+1:]...)
		} else {
			d.paragraphs[i] = rest
		}
	}
	if d.agency == "" {
		d.agency = d.dateline.agency
	}
}

// manyCapitalLabels says that paragraphs begin with names in capitals and a
// colon, as transcripts do.
func (d *draft) manyCapitalLabels() bool {
	n := 0
	for _, p := range d.paragraphs {
		if i := strings.Index(p, ": "); i > 0 && i < 40 && isUpper(p[:i]) {
			n++
		}
	}
	return n > 1
}

// cutDateline splits a paragraph into dateline and rest.
func cutDateline(p string) (line dateline, rest string, ok bool) {
	if len(p) == 0 || !couldOpenDateline(p) {
		return dateline{}, p, false
	}
	head := p[:min(len(p), maxDateline)]
	if line, rest, ok = cutKoreanDateline(p); ok {
		return line, rest, true
	}
	for at := 0; at < len(head); at++ {
		if c := head[at]; c != ' ' && c != '-' && c != ':' && c < utf8.RuneSelf {
			continue
		}
		for _, mark := range datelineMarks {
			if !strings.HasPrefix(p[at:], mark) {
				continue
			}
			rest = strings.TrimLeft(p[at+len(mark):], " -–—")
			if line, ok = parseDateline(p[:at], mark, rest); ok {
				return line, rest, true
			}
			break
		}
	}
	return cutBareDateline(p)
}

func couldOpenDateline(p string) bool {
	r, _ := utf8.DecodeRuneInString(p)
	return unicode.IsUpper(r) || r == '(' || r == '[' || r == '/' || (r >= '0' && r <= '9')
}

var koreanDatelineRE = regexp.MustCompile(`^[(\[]([^=()\[\]\n]{1,30})=([^()\[\]\n]{1,30})[)\]]\s*(?:([^=\n]{1,40}?)\s*=\s*)?`)

// cutKoreanDateline reads "(서울=연합뉴스) 홍길동 기자 = ".
func cutKoreanDateline(p string) (dateline, string, bool) {
	m := koreanDatelineRE.FindStringSubmatch(p)
	if m == nil {
		return dateline{}, p, false
	}
	place, _, _ := strings.Cut(m[1], "·")
	agency := agencyNamed(m[2])
	if agency == "" {
		agency = m[2]
	}
	return dateline{text: strings.TrimRight(m[0], " ="), place: place, agency: agency}, p[len(m[0]):], true
}

var slashAgencyRE = regexp.MustCompile(`^(\p{Lu}[^/()]{2,50}?)\.? [/(\[]([^/()\[\]]{2,30})[/)\]]\.?\s*`)

// cutBareDateline reads datelines that close with the agency alone: "MOSCOW,
// April 16. /TASS/. ", "SEOUL (Reuters) South Korea …".
func cutBareDateline(p string) (dateline, string, bool) {
	m := slashAgencyRE.FindStringSubmatch(p[:min(len(p), maxDateline)])
	if m == nil || agencyNamed(m[2]) == "" {
		return dateline{}, p, false
	}
	line, ok := datelineParts(m[1])
	if !ok || (!line.dated && !isUpper(firstPart(m[1]))) {
		return dateline{}, p, false
	}
	line.agency = agencyNamed(m[2])
	line.text = strings.TrimSpace(m[0])
	return line, p[len(m[0]):], true
}

// parseDateline reads the words before a mark; rest is what follows it. A
// place in capitals is enough before a dash; other places need an agency, a
// day, or a region after a comma.
func parseDateline(head, mark, rest string) (dateline, bool) {
	head = strings.TrimSpace(head)
	if head == "" || !startsSentence(rest) {
		return dateline{}, false
	}
	body, agency, inBrackets := splitAgency(head)
	line, ok := datelineParts(body)
	if !ok {
		return dateline{}, false
	}
	line.text = head
	if inBrackets != "" && agency == "" {
		if date, dated := dayOf(inBrackets); dated { // "GENEVA (16 April 2015) –"
			line.date, line.dated = date, true
		} else if !isUpper(firstPart(body)) && !line.dated || len(strings.Fields(inBrackets)) > 4 {
			return dateline{}, false
		} else {
			agency = inBrackets
		}
	}
	line.agency = agency
	switch {
	case agency != "":
		return line, true
	case line.dated:
		return line, line.place != "" || (!line.date.IsZero() && mark != ": ")
	case !isUpper(firstPart(body)):
		// "Seoul, South Korea — ": only with a dash that no compound word has
		return line, strings.Contains(body, ",") && strings.ContainsAny(mark, "—–") && isUpperStart(rest)
	case mark == ": " && strings.Contains(body, ","): // "GAZA CITY, Palestinian Territories: "
		return line, len(strings.Fields(body)) <= 5 && isPlaceInCapitals(firstPart(body))
	case mark == ": ":
		return line, len(strings.Fields(body)) <= 3 && len(body) >= 4 && isPlaceInCapitals(body)
	}
	return line, isPlaceInCapitals(firstPart(body))
}

func firstPart(s string) string {
	part, _, _ := strings.Cut(s, ",")
	return part
}

// splitAgency takes a bracketed agency, or "| AFP |", off the end of a head.
func splitAgency(head string) (body, agency, bracketed string) {
	if parts := strings.Split(head, "|"); len(parts) > 1 { // "Geneva, Switzerland | AFP | Wednesday"
		for _, p := range parts[1:] {
			if a := agencyNamed(p); a != "" {
				return strings.TrimSpace(parts[0]), a, ""
			}
		}
	}
	last := len(head) - 1
	open := map[byte]byte{')': '(', ']': '[', '/': '/'}[head[last]]
	if open == 0 {
		if fields := strings.Fields(head); len(fields) == 2 && agencyNamed(fields[1]) != "" && fields[1] == "CNN" {
			return fields[0], "CNN", "" // "Washington CNN —"
		}
		return head, "", ""
	}
	i := strings.LastIndexByte(head[:last], open)
	if i < 0 {
		return head, "", ""
	}
	inside := head[i+1 : last]
	agency = agencyNamed(inside)
	if first, _, several := strings.Cut(inside, "/"); several && agency == "" {
		agency = agencyNamed(first) // "(Yonhap/Reuters)"
	}
	return strings.TrimRight(head[:i], " .,"), agency, inside
}

// datelineParts reads "PLACE, Region, Month D, YYYY" in any of its shorter forms.
func datelineParts(body string) (line dateline, ok bool) {
	line.text = body
	if body == "" {
		return line, true
	}
	if date, dated := dayOf(body); dated { // the day alone
		line.date, line.dated = date, true
		return line, true
	}
	parts := strings.Split(body, ",")
	if len(parts) > 5 {
		return line, false
	}
	place := strings.TrimSpace(parts[0])
	if first, last, cut := cutLastDay(place); cut { // "Bombay March 9", without a comma
		place = first
		parts = append([]string{first, last}, parts[1:]...)
	}
	if i := strings.IndexByte(place, '['); i > 0 && strings.HasSuffix(place, "]") {
		place = strings.TrimSpace(place[:i]) // "New Delhi [India]"
	}
	if !placeLike(place) {
		return line, false
	}
	for i := 1; i < len(parts); i++ {
		part := strings.TrimSpace(parts[i])
		date, dated := dayOf(part)
		switch {
		case dated:
			line.dated = true
			if i+1 < len(parts) && date.IsZero() { // "April 16, 2015" was split in two
				whole, _ := dayOf(part + ", " + strings.TrimSpace(parts[i+1]))
				if !whole.IsZero() {
					date = whole
					i++
				}
			}
			line.date = date
		case isWeekday(part), part == "":
		case !placeLike(part):
			return line, false
		}
	}
	line.place = placeName(place)
	return line, true
}

// cutLastDay splits "BOMBAY March 9" before the month.
func cutLastDay(s string) (place, day string, ok bool) {
	fields := strings.Fields(s)
	if len(fields) < 3 {
		return s, "", false
	}
	n := len(fields)
	day = fields[n-2] + " " + fields[n-1]
	place = strings.Join(fields[:n-2], " ")
	if _, dated := dayOf(day); !dated || !isUpper(place) { // "On March 3 - Independence Day - …"
		return s, "", false
	}
	return place, day, true
}

// dayOf reads a day, with a year (then date is set) or without: "April 16",
// "16 April", "Apr. 16, 2015".
func dayOf(s string) (date Time, ok bool) {
	if s = strings.TrimSpace(s); s == "" || len(s) > 30 {
		return Time{}, false
	}
	if t, rest, found := printedDate(s); found {
		t.Time = time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
		t.HasClock, t.HasZone = false, false
		return t, isFiller(rest)
	}
	month, day := false, false
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '.' || r == ',' || r == '-' }) {
		w = strings.ToLower(w)
		digits := strings.TrimRight(w, "stndrh")
		switch {
		case monthNumbers()[w] > 0 && !month:
			month = true
		case len(digits) > 0 && len(digits) <= 2 && strings.Trim(digits, "0123456789") == "" && !day:
			day = true
		case isWeekday(w):
		default:
			return Time{}, false
		}
	}
	return Time{}, month && day
}

// placeParticles stand in place names without a capital.
var placeParticles = map[string]bool{
	"of": true, "the": true, "de": true, "del": true, "la": true, "las": true, "los": true, "le": true,
	"da": true, "do": true, "dos": true, "di": true, "am": true, "an": true, "der": true, "and": true,
	"upon": true, "sur": true, "al": true, "el": true, "es": true, "en": true, "near": true, "au": true, "sous": true, "les": true,
}

// placeLike says that s may name a place: up to five words with capitals, no
// digits. Agencies of the 1980s wrote "omaha" too, but a dateline of that
// kind comes in its own field.
func placeLike(s string) bool {
	words := strings.Fields(strings.Trim(s, "*"))
	if len(words) == 0 || len(words) > 5 || len(s) > 50 {
		return false
	}
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if (!unicode.IsUpper(r) && !unicode.Is(unicode.Lo, r) && !(i > 0 && placeParticles[strings.ToLower(w)])) || strings.ContainsAny(w, "0123456789()\"“”?!:;") {
			return false
		}
	}
	return true
}

// isPlaceInCapitals tells "PARIS" from "NATO", "U.S." and "BREAKING".
func isPlaceInCapitals(s string) bool {
	s = strings.TrimSpace(strings.Trim(s, "*"))
	if !isUpper(s) || utf8.RuneCountInString(s) < 3 || strings.ContainsAny(s, "0123456789") {
		return false
	}
	lower := strings.ToLower(s)
	f := furnitureTable()
	if f.kicker[lower] || f.line[lower] != notFurniture || agencyNamed(s) != "" {
		return false
	}
	words := strings.Fields(lower)
	for _, w := range words {
		if f.word[w] != notFurniture || f.kicker[w] {
			return false
		}
	}
	// "U.S." and "U.K." are no places of writing, "ST. LOUIS" is one.
	return strings.Count(s, ".") < 2
}

// isUpper says that all cased letters of s are capitals, and that it has some.
func isUpper(s string) bool {
	seen := false
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		seen = seen || unicode.IsUpper(r)
	}
	return seen
}

// startsSentence says that s begins as the first sentence of a text may.
func startsSentence(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && (unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("\"'“‘«<+($€£¥", r) || unicode.Is(unicode.Lo, r) || startsWithCamel(s))
}

// startsWithCamel admits "al-Shabab", "eBay", "d'Estaing".
func startsWithCamel(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	return strings.IndexFunc(word, unicode.IsUpper) > 0
}

func isUpperStart(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || strings.ContainsRune("\"“‘'", r)
}

// placeName gives the name of a dateline's place in ordinary letters: of
// "WASHINGTON/SEOUL" the first, "PORT-AU-PRINCE" as "Port-au-Prince".
func placeName(s string) string {
	s = strings.TrimSpace(strings.Trim(s, "* "))
	s, _, _ = strings.Cut(s, "/")
	if !isUpper(s) {
		return s
	}
	var b strings.Builder
	word, wordStart := 0, true
	for i, r := range s {
		switch {
		case !unicode.IsLetter(r):
			wordStart = wordStart || r == ' ' || r == '-' || r == '\'' || r == '.'
			b.WriteRune(r)
			continue
		case wordStart && !(word > 0 && placeParticles[strings.ToLower(wordAt(s[i:]))]):
			b.WriteRune(r)
		default:
			b.WriteRune(unicode.ToLower(r))
		}
		if wordStart {
			word++
			wordStart = false
		}
	}
	return b.String()
}

func wordAt(s string) string {
	if i := strings.IndexAny(s, " -"); i >= 0 {
		return s[:i]
	}
	return s
}

// setDateline fills the dateline from a field of its own, where no closing
// mark proves anything and none is needed.
func (d *draft) setDateline(field string) {
	field = strings.TrimSpace(strings.Trim(strings.TrimSpace(field), "-–—_"))
	if field == "" {
		return
	}
	body, agency, _ := splitAgency(field)
	line, ok := datelineParts(body)
	if !ok { // an unusual form: the place is what stands before the comma
		place := strings.TrimSpace(firstPart(body))
		if len(place) <= 40 && !strings.ContainsAny(place, "0123456789") && len(strings.Fields(place)) <= 4 {
			line.place = placeName(strings.ToUpper(place))
		}
	}
	line.text, line.agency = field, agency
	d.dateline = line
	if d.agency == "" {
		d.agency = agency
	}
}
