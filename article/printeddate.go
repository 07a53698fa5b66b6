package article

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

// A printed date is one that a page shows to people: "April 17, 2015 - 09:19",
// "16 April 2015, 10:32 GMT", "2015.04.17 09:19", "2015년 4월 17일". Only dates
// with a year count, and "04/05/2015", which two halves of the world read
// differently, is not read at all.

// datePatterns find the day; each group number says what it holds (0: absent).
type datePattern struct {
	re               *regexp.Regexp
	year, month, day int
}

var datePatterns = sync.OnceValue(func() []datePattern {
	var months []string
	for _, r := range rows("months.tsv", 2) {
		for _, form := range strings.Fields(r[1]) {
			months = append(months, regexp.QuoteMeta(form))
		}
	}
	month := `(` + strings.Join(months, "|") + `)`
	return []datePattern{
		{regexp.MustCompile(`(?i)(?:^|[^\pL\d])` + month + `\.?\s+(\d{1,2})(?:st|nd|rd|th)?\.?,?\s+(\d{4})(?:$|\D)`), 3, 1, 2},
		{regexp.MustCompile(`(?i)(?:^|[^\d.,:])(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:de\s+|of\s+)?` + month + `\.?,?[\s-]+(?:de\s+|del\s+)?(\d{4})(?:$|\D)`), 3, 2, 1},
		{regexp.MustCompile(`(?:^|\D)(\d{4})(?:-|/|\.\s?)(\d{1,2})(?:-|/|\.\s?)(\d{1,2})(?:$|\D)`), 1, 2, 3},
		{regexp.MustCompile(`(?:^|\D)(\d{4})\s?[년年]\s?(\d{1,2})\s?[월月]\s?(\d{1,2})\s?[일日]`), 1, 2, 3},
		{regexp.MustCompile(`(?:^|[^\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:$|\D)`), 3, 2, 1},
		{regexp.MustCompile(`(?:^|[^\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?:$|[^\d/])`), 3, 0, 0},
	}
})

var (
	clockRE = regexp.MustCompile(`(?i)(오전|오후|午前|午後|上午|下午)?\s*\b(\d{1,2})(?:[:h](\d{2})(?::(\d{2})(?:\.\d+)?)?|\.(\d{2}))?\s*([ap]\.?m\b\.?)?`)
	zoneRE  = regexp.MustCompile(`^\s*[,(]?\s*(?:((?:UTC|GMT)\s?[+-]\d{1,2}(?::?\d{2})?)|([+-]\d{2}:?\d{2})\b|([A-Z]{1,4})\b)\)?`)
)

// printedDate finds the first date with a year in s, and the clock time and
// zone beside it. The rest is s without the three.
func printedDate(s string) (t Time, rest string, ok bool) {
	if !holdsYear(s) {
		return Time{}, s, false
	}
	start, end := -1, -1
	var day time.Time
	for _, p := range datePatterns() {
		m := p.re.FindStringSubmatchIndex(s)
		if m == nil || (start >= 0 && m[2] >= start) {
			continue
		}
		if d, valid := p.day3(s, m); valid {
			day, start, end = d, m[2], lastGroupEnd(m)
		}
	}
	if start < 0 {
		return Time{}, s, false
	}
	// Text of a printed line may end the date with 일 or 日, which belong to it.
	for _, unit := range []string{"일", "日"} {
		end += len(s[end:]) - len(strings.TrimPrefix(s[end:], unit))
	}
	before, after := s[:start], s[end:]
	t = Time{Time: day}
	if c, n, found := readClock(after, true); found {
		t, after = c.on(day), after[n:]
	} else if c, from, n, found := clockBefore(before); found {
		t, before = c.on(day), before[:from]+before[from+n:]
	}
	return t, before + " " + after, true
}

// holdsYear says that four digits stand together in s that may be a year;
// most lines of most texts end here.
func holdsYear(s string) bool {
	run := 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && s[i] >= '0' && s[i] <= '9' {
			run++
			continue
		}
		if run == 4 && (s[i-4] == '1' || s[i-4] == '2') {
			return true
		}
		run = 0
	}
	return false
}

func lastGroupEnd(m []int) int {
	end := 0
	for i := 3; i < len(m); i += 2 {
		end = max(end, m[i])
	}
	return end
}

// day3 reads the three numbers of a match.
func (p datePattern) day3(s string, m []int) (time.Time, bool) {
	num := func(group int) int {
		n, err := strconv.Atoi(s[m[2*group]:m[2*group+1]])
		if err != nil {
			return monthNumbers()[strings.ToLower(s[m[2*group]:m[2*group+1]])]
		}
		return n
	}
	year := num(p.year)
	var month, day int
	if p.month > 0 {
		month, day = num(p.month), num(p.day)
	} else { // "17/04/2015", "04/17/2015": only where the numbers decide it
		a, b := num(1), num(2)
		switch {
		case a > 12 || a == b:
			day, month = a, b
		case b > 12:
			month, day = a, b
		}
	}
	if !plausibleYear(year) || month < 1 || month > 12 || day < 1 {
		return time.Time{}, false
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return t, t.Day() == day // 31 April is none
}

// clock is a time of day with what is known of its zone.
type clock struct {
	hour, minute, second int
	zone                 string // as printed
}

// on sets the clock on a day.
func (c clock) on(day time.Time) Time {
	loc, known := location(c.zone, day)
	t := time.Date(day.Year(), day.Month(), day.Day(), c.hour, c.minute, c.second, 0, loc)
	return Time{Time: t, HasZone: known, HasClock: true}
}

// readClock reads a clock time that stands at the start of s but for a few
// signs and words ("at", "-", "|", a weekday). A bare number is no clock, and
// "10.32" is one only before a zone or "am".
func readClock(s string, nearStart bool) (c clock, length int, ok bool) {
	for _, m := range clockRE.FindAllStringSubmatchIndex(s, 4) {
		if nearStart && !isFiller(s[:m[0]]) {
			return clock{}, 0, false
		}
		group := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return s[m[2*i]:m[2*i+1]]
		}
		c.hour, _ = strconv.Atoi(group(2))
		c.minute, _ = strconv.Atoi(group(3) + group(5))
		c.second, _ = strconv.Atoi(group(4))
		half := strings.ToLower(group(6))
		length = m[1]
		if z := zoneRE.FindStringSubmatch(s[length:]); z != nil {
			if name := z[1] + z[2] + z[3]; isZone(name) {
				c.zone = name
				length += len(z[0])
			}
		}
		colon := group(3) != ""
		if !colon && half == "" && group(1) == "" && (group(5) == "" || c.zone == "") {
			continue
		}
		if !c.applyHalf(half, group(1)) {
			continue
		}
		return c, length, true
	}
	return clock{}, 0, false
}

// clockBefore finds a clock that ends right before the date: "10:32 GMT, 16 April 2015".
func clockBefore(s string) (c clock, from, length int, ok bool) {
	at := max(0, len(s)-40)
	for i := at; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' || (i > 0 && s[i-1] >= '0' && s[i-1] <= '9') {
			continue
		}
		if c, n, found := readClock(s[i:], true); found && isFiller(s[i+n:]) {
			return c, i, n, true
		}
	}
	return clock{}, 0, 0, false
}

// applyHalf turns a twelve-hour clock into one of 24 hours; false where the
// numbers are no time of day.
func (c *clock) applyHalf(half, before string) bool {
	pm := strings.HasPrefix(half, "p") || before == "오후" || before == "午後" || before == "下午"
	am := strings.HasPrefix(half, "a") || before == "오전" || before == "午前" || before == "上午"
	if (am || pm) && c.hour > 12 {
		pm, am = false, false // "14:05 PM": the 24-hour number speaks for itself
	}
	if pm && c.hour < 12 {
		c.hour += 12
	}
	if am && c.hour == 12 {
		c.hour = 0
	}
	return c.hour < 24 && c.minute < 60 && c.second < 60
}

// isFiller says that s holds nothing but what joins a date and its clock.
func isFiller(s string) bool {
	if len(s) > 30 {
		return false
	}
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \t,;:.-–—|/•·()[]@", r) }) {
		switch strings.ToLower(w) {
		case "at", "um", "à", "a", "las", "às", "ore", "kl", "time", "uhr", "on", "le", "am", "vom":
		default:
			if !isWeekday(w) {
				return false
			}
		}
	}
	return true
}

// isWeekday knows English weekdays, whole and cut to three or more letters.
func isWeekday(w string) bool {
	w = strings.ToLower(strings.TrimSuffix(w, "."))
	if len(w) < 3 {
		return false
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		if name := strings.ToLower(d.String()); w == name || (len(w) <= 5 && strings.HasPrefix(name, w)) {
			return true
		}
	}
	return false
}

func isZone(name string) bool {
	if name == "" {
		return false
	}
	_, known := zones()[name]
	return known || strings.ContainsAny(name, "+-")
}

// location gives the offset of a printed zone on a day.
func location(name string, day time.Time) (*time.Location, bool) {
	if name == "" {
		return time.UTC, false
	}
	if z, ok := zones()[name]; ok {
		minutes := z.minutes
		if z.rule == "us" && usDaylightTime(day) {
			minutes += 60
		}
		if minutes == 0 {
			return time.UTC, true
		}
		return time.FixedZone(name, minutes*60), true
	}
	digits := strings.ReplaceAll(strings.TrimLeft(name, "UTCGM "), ":", "")
	if len(digits) < 2 {
		return time.UTC, false
	}
	sign, digits := digits[0], digits[1:]
	var minutes int
	n, err := strconv.Atoi(digits)
	if err != nil {
		return time.UTC, false
	}
	if len(digits) > 2 {
		minutes = n/100*60 + n%100
	} else {
		minutes = n * 60
	}
	if minutes > 14*60 {
		return time.UTC, false
	}
	if sign == '-' {
		minutes = -minutes
	}
	if minutes == 0 {
		return time.UTC, true
	}
	return time.FixedZone("", minutes*60), true
}

// usDaylightTime follows the rule in force since 2007: from the second Sunday
// of March to the first of November. Earlier years ended it in October and
// began it in April.
func usDaylightTime(day time.Time) bool {
	y := day.Year()
	start, end := nthSunday(y, time.March, 2), nthSunday(y, time.November, 1)
	if y < 2007 {
		start, end = nthSunday(y, time.April, 1), nthSunday(y, time.November, 1).AddDate(0, 0, -7)
	}
	return !day.Before(start) && day.Before(end)
}

func nthSunday(year int, month time.Month, n int) time.Time {
	first := time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)
	return first.AddDate(0, 0, (7-int(first.Weekday()))%7+7*(n-1))
}
