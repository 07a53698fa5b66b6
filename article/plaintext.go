package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// readText reads a pasted page or a plain text. The lines before the first
// paragraph are the header: outlet, section, title, authors, times, buttons.
// The body ends where notices and lists of links begin.
func readText(text string) *draft {
	d := &draft{}
	units := joinLines(splitLines(cleanRunes(text)), true)
	body := d.takeHeader(units)
	d.takeBody(body)
	return d
}

// headline is a header line that may be the title.
type headline struct {
	text  string
	words int
}

// maxHeader bounds the search for the first paragraph: share buttons and
// menus fill no more lines than that.
const maxHeader = 60

// takeHeader reads the lines before the first paragraph and returns the rest.
func (d *draft) takeHeader(units []string) []string {
	var free []headline
	i := 0
	for ; i < len(units) && i < maxHeader; i++ {
		u := units[i]
		p := readPageLine(u)
		if p.kind == freeLine && isFirstParagraph(units, i, len(free) > 0) {
			break
		}
		if p.kind != freeLine {
			d.take(p)
			continue
		}
		free = append(free, headline{u, strings.Count(u, " ") + 1})
	}
	if i == len(units) && len(free) > 1 && allShort(units) {
		// nothing but lines without full stops: a title and notes
		d.chooseTitle(free[:1])
		for _, h := range free[1:] {
			d.paragraphs = append(d.paragraphs, h.text)
		}
		return nil
	}
	d.chooseTitle(free)
	return units[i:]
}

func allShort(units []string) bool {
	for _, u := range units {
		if endsSentence(u) {
			return false
		}
	}
	return true
}

// take keeps what a line of the page tells, where nothing earlier told it.
func (d *draft) take(p pageLine) {
	d.byline = appendNew(d.byline, p.names...)
	if d.agency == "" {
		d.agency = p.agency
	}
	if d.outlet == "" {
		d.outlet = p.outlet
	}
	if d.published.IsZero() {
		d.published = p.time
	}
	if d.updated.IsZero() {
		d.updated = p.updated
	}
	if d.dateline.text == "" && p.line.text != "" {
		d.dateline = p.line
	}
}

func appendNew(list []string, more ...string) []string {
next:
	for _, m := range more {
		for _, have := range list {
			if strings.EqualFold(have, m) {
				continue next
			}
		}
		list = append(list, m)
	}
	return list
}

// isFirstParagraph says that units[i] opens the body. A line that ends like a
// sentence does so, unless lines with authors or times follow: then it is a
// title with a full stop.
func isFirstParagraph(units []string, i int, haveTitle bool) bool {
	u := units[i]
	words := strings.Count(u, " ") + 1
	if _, _, ok := cutDateline(u); ok && words > 4 {
		return true
	}
	if utf8.RuneCountInString(u) > 200 || words > 35 {
		return true
	}
	if !endsSentence(u) {
		return false
	}
	if haveTitle || words > 25 {
		return !(words <= 25 && headerFollows(units, i))
	}
	if r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(u, "\"'”’)")); (r == '?' || r == '!') && words <= 18 && i+1 < len(units) {
		return false
	}
	return !headerFollows(units, i)
}

// headerFollows says that one of the next two lines tells authors or time.
func headerFollows(units []string, i int) bool {
	for j := i + 1; j < len(units) && j <= i+2; j++ {
		switch readPageLine(units[j]).kind {
		case publishedLine, updatedLine, bylineLine:
			return true
		}
	}
	return false
}

// chooseTitle takes the title out of the free lines of the header. Before it
// stand outlet and section, after it a standfirst, which belongs to the text,
// and names.
func (d *draft) chooseTitle(free []headline) {
	title := -1
	for i, h := range free {
		if isOutlet(h.text) && len(free) > 1 {
			continue
		}
		switch {
		case title < 0:
			title = i
		case isHeadlineLong(free[title]):
		case isHeadlineLong(h) || len(h.text) > len(free[title].text):
			title = i
		}
	}
	if title < 0 && len(free) > 0 {
		if d.outlet == "" {
			d.outlet = strings.Trim(free[0].text, " |·•")
		}
		return
	}
	latin := title >= 0 && isLatin(free[title].text)
	for i, h := range free {
		switch {
		case i == title:
			d.setTitle(h.text)
		case isOutlet(h.text):
			if d.outlet == "" {
				d.outlet = strings.Trim(h.text, " |·•")
			}
		case latin && !isLatin(h.text) && h.words <= 4:
			d.byline = appendNew(d.byline, h.text) // "펜디덱스" over an English text
		case i > title && h.words >= 2 && h.words <= 4 && isName(h.text) && len(d.byline) == 0:
			d.byline = appendNew(d.byline, nameCase(h.text))
		case i > title && h.words > 4:
			d.paragraphs = append(d.paragraphs, h.text) // standfirst
		}
	}
}

func isHeadlineLong(h headline) bool {
	return h.words >= 4 && utf8.RuneCountInString(h.text) >= 20 || !isLatin(h.text) && utf8.RuneCountInString(h.text) >= 12
}

// isLatin says that s has no letters but Latin ones, or more of them.
func isLatin(s string) bool {
	latin, other := 0, 0
	for _, r := range s {
		if unicode.Is(unicode.Latin, r) {
			latin++
		} else if unicode.IsLetter(r) {
			other++
		}
	}
	return latin >= other
}

// setTitle keeps the title without the outlet's name and Yonhap's "(LEAD)".
func (d *draft) setTitle(s string) {
	for _, bar := range [...]string{" | ", " - ", " – ", " — ", " :: ", " · "} {
		i := strings.LastIndex(s, bar)
		if i <= 0 {
			continue
		}
		tail := strings.TrimSpace(s[i+len(bar):])
		if strings.EqualFold(tail, d.outlet) || isOutlet(tail) || agencyNamed(tail) != "" {
			s = strings.TrimSpace(s[:i])
			if d.outlet == "" && agencyNamed(tail) == "" {
				d.outlet = tail
			}
			break
		}
	}
	if strings.HasPrefix(s, "(") {
		if i := strings.Index(s, ") "); i > 0 && i < 14 && isUpper(s[1:i]) || i > 0 && strings.HasSuffix(s[:i], "LEAD") {
			s = s[i+2:]
		}
	}
	d.title = s
}

// nearEdge is how many units at either end of a body may be lines of the
// page that elsewhere would be prose: authors, times, names.
const nearEdge = 6

// takeBody keeps the prose of the units and reads the lines of the page that
// stand between and after it.
func (d *draft) takeBody(units []string) {
	inLinks := false
	for i, u := range units {
		if i == 0 && sameWords(u, d.title) {
			continue
		}
		if names, ok := readCredits(u); ok {
			if len(d.byline) == 0 {
				d.byline = names
			}
			continue
		}
		p := readPageLine(u)
		switch p.kind {
		case freeLine:
			if inLinks && !isProse(u) {
				continue
			}
			inLinks = false
			d.paragraphs = append(d.paragraphs, cutBullet(u))
		case sectionLine:
			inLinks = true
		case dropLine:
		default:
			if i >= nearEdge && i < len(units)-nearEdge {
				d.paragraphs = append(d.paragraphs, u)
				continue
			}
			if i >= nearEdge { // a byline at the end counts where there is none at the head
				p.line = dateline{}
				if len(d.byline) > 0 {
					p.names = nil
				}
				if !d.published.IsZero() {
					p.time = Time{}
				}
			}
			d.take(p)
		}
	}
}

// cutBullet takes the sign of a list's item off a paragraph.
func cutBullet(u string) string {
	for _, sign := range [...]string{"• ", "· ", "* ", "- ", "▪ ", "■ ", "● ", "► "} {
		if rest, ok := strings.CutPrefix(u, sign); ok && rest != "" {
			return rest
		}
	}
	return u
}

// isProse says that u is a paragraph and no link: it ends like a sentence or
// is longer than any headline.
func isProse(u string) bool {
	return endsSentence(u) || utf8.RuneCountInString(u) > 200
}

// sameWords compares two lines by their letters and digits alone.
func sameWords(a, b string) bool {
	if a == "" || b == "" || len(a) > 2*len(b)+20 || len(b) > 2*len(a)+20 {
		return false
	}
	return letters(a) == letters(b)
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// takeAgency takes agencies in brackets off the ends of paragraphs: "(Yonhap)".
func (d *draft) takeAgency() {
	last := len(d.paragraphs) - 1
	if last >= 0 {
		d.paragraphs[last] = cutSignOff(d.paragraphs[last])
	}
	for i, p := range d.paragraphs {
		body, agency := cutClosingAgency(p)
		if agency == "" && i == last {
			body, agency = cutDashAgency(p)
		}
		if agency == "" || body == "" {
			continue
		}
		if !endsSentence(body) {
			if i < last || !strings.HasSuffix(p, ".") {
				continue // "the Associated Press (AP)" in mid-sentence
			}
			body += "." // the full stop stood behind the bracket
		}
		d.paragraphs[i] = body
		if d.agency == "" {
			d.agency = agency
		}
	}
}

// cutSignOff takes an agency's last word off a text: "… was closed. Enditem".
func cutSignOff(p string) string {
	for _, w := range furnitureTable().end {
		if w.kind != signOff {
			continue
		}
		if body, ok := strings.CutSuffix(p, w.phrase); ok && endsSentence(strings.TrimRight(body, " ")) {
			return strings.TrimRight(body, " ")
		}
	}
	return p
}

// cutClosingAgency splits "… he said. (Yonhap)" before the bracket.
func cutClosingAgency(p string) (body, agency string) {
	end := strings.TrimRight(p, " .")
	if end == "" {
		return p, ""
	}
	open := map[byte]string{')': "(", ']': "[", '/': "/"}[end[len(end)-1]]
	if open == "" {
		return p, ""
	}
	end = end[:len(end)-1]
	i := strings.LastIndex(end, open)
	if i < 0 {
		return p, ""
	}
	inside := end[i+1:]
	if agency = agencyNamed(inside); agency == "" {
		first, _, _ := strings.Cut(inside, "/") // "(Yonhap/Reuters)"
		agency = agencyNamed(first)
	}
	return strings.TrimRight(p[:i], " "), agency
}

// cutDashAgency reads "… he said. - Yonhap", the last words of a text.
func cutDashAgency(p string) (body, agency string) {
	for _, dash := range [...]string{" - ", " – ", " — ", " -- "} {
		i := strings.LastIndex(p, dash)
		if i < 0 {
			continue
		}
		if a := agencyNamed(p[i+len(dash):]); a != "" && endsSentence(p[:i]) {
			return strings.TrimRight(p[:i], " "), a
		}
	}
	return p, ""
}
