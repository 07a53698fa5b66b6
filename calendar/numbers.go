package calendar

import "strings"

// number reads what begins with a digit: counts, years, "16th", "1990s",
// "10:30", "5pm", "2015-04-16". Numbers with groups or decimals keep their role
// only as counts, since no year is written so.
func (r *reader) number(flags trait) word {
	w := word{start: r.at, roles: roleDigits, flags: flags}
	if n := isoDate(r.text[r.at:], &w); n > 0 {
		r.at += n
		w.end = r.at
		return w
	}
	if r.text[r.at] == '0' {
		w.flags |= flagZero
	}
	value, digits := int64(0), 0
	for r.at < len(r.text) && isDigit(r.text[r.at]) {
		value = min(value*10+int64(r.text[r.at]-'0'), 1<<30)
		digits++
		r.at++
	}
	w.digits = uint8(min(digits, 200))
	r.group(&w, &value)
	w.value = int32(value)
	r.suffix(&w)
	w.end = r.at
	return w
}

// group reads the rest of "1,998", "2.5" and "10:30".
func (r *reader) group(w *word, value *int64) {
	for w.digits != 0 && r.digitsAfter(',') == 3 && w.digits <= 3 || w.digits == 0 && r.digitsAfter(',') == 3 {
		*value = min(*value*1000+int64(atoi(r.text[r.at+1:r.at+4])), 1<<30)
		r.at += 4
		w.digits = 0
	}
	switch {
	case r.digitsAfter('.') > 0:
		r.at += 1 + r.digitsAfter('.')
		w.digits, w.roles = 0, roleCounted
	case r.digitsAfter(':') == 2 && w.digits > 0 && w.digits <= 2 && *value < 25:
		*value = *value*60 + int64(atoi(r.text[r.at+1:r.at+3]))
		r.at += 3
		if r.digitsAfter(':') == 2 {
			r.at += 3
		}
		w.roles, w.digits = roleHours, 0
	}
}

// digitsAfter counts the digits that follow the given byte at r.at.
func (r *reader) digitsAfter(c byte) int {
	if r.at >= len(r.text) || r.text[r.at] != c {
		return 0
	}
	n := 0
	for r.at+1+n < len(r.text) && isDigit(r.text[r.at+1+n]) {
		n++
	}
	return n
}

// suffix reads letters that hang on a number.
func (r *reader) suffix(w *word) {
	if r.at >= len(r.text) {
		return
	}
	if r.text[r.at] == '%' {
		r.at++
		w.roles, w.digits = roleCounted, 0
		return
	}
	if w.roles&roleDigits != 0 && (w.digits == 4 || w.digits == 2 || w.digits == 3) && w.value%10 == 0 {
		for _, s := range [...]string{"s", "'s", "’s"} {
			if strings.HasPrefix(r.text[r.at:], s) && !r.letterAt(r.at+len(s)) {
				r.at += len(s)
				w.flags |= flagDecade
				return
			}
		}
	}
	if !isLetter(r.text[r.at]) || r.text[r.at] >= 0x80 {
		return
	}
	end := r.at
	for end < len(r.text) && isLetter(r.text[end]) && r.text[end] < 0x80 {
		end++
	}
	s := r.text[r.at:end]
	switch {
	case w.roles&roleDigits != 0 && w.digits <= 2 && isOrdinalSuffix(s):
		w.roles = roleOrdinal
	case (s == "am" || s == "pm" || s == "a" || s == "p") && r.halfDayAfter(w, s):
		return
	default:
		w.roles, w.digits = 0, 0
	}
	r.at = end
}

// halfDayAfter reads "5pm", "5p.m." and "10:30am".
func (r *reader) halfDayAfter(w *word, s string) bool {
	hour, minute := int(w.value), 0
	if w.roles&roleHours != 0 {
		hour, minute = hour/60, hour%60
	}
	if hour < 1 || hour > 12 {
		return false
	}
	switch {
	case len(s) == 2:
		r.at += 2
	case strings.HasPrefix(r.text[r.at:], s+".m."):
		r.at += 4
	default:
		return false
	}
	w.roles, w.digits = roleHours, 0
	w.flags |= flagExact
	w.value = int32(hour%12*60 + minute)
	if s[0] == 'p' {
		w.value += 12 * 60
	}
	return true
}

func (r *reader) letterAt(i int) bool {
	return i < len(r.text) && isLetter(r.text[i]) && r.text[i] != 0xE2
}

func isOrdinalSuffix(s string) bool {
	if len(s) != 2 {
		return false
	}
	switch strings.ToLower(s) {
	case "st", "nd", "rd", "th":
		return true
	}
	return false
}

// isoDate reads 2015-04-16, with or without a time of day behind it, and
// returns its length or 0. The value is year*10000 + month*100 + day.
func isoDate(s string, w *word) int {
	if len(s) < 10 || s[4] != '-' || s[7] != '-' {
		return 0
	}
	for i := range 10 {
		if i != 4 && i != 7 && !isDigit(s[i]) {
			return 0
		}
	}
	if len(s) > 10 && isDigit(s[10]) {
		return 0
	}
	year, month, day := atoi(s[:4]), atoi(s[5:7]), atoi(s[8:10])
	if !validDate(year, month, day) {
		return 0
	}
	w.roles, w.value = roleISO, year*10000+month*100+day
	n := 10
	if len(s) >= 16 && s[10] == 'T' && isDigit(s[11]) && isDigit(s[12]) && s[13] == ':' && isDigit(s[14]) && isDigit(s[15]) {
		n = 16
		for n < len(s) && (isDigit(s[n]) || strings.IndexByte(":.+-Z", s[n]) >= 0) {
			n++
		}
		for !isDigit(s[n-1]) && s[n-1] != 'Z' {
			n-- // the full stop of the sentence
		}
		w.hour, w.minute = uint8(atoi(s[11:13])), uint8(atoi(s[14:16]))
		w.flags |= flagExact
	}
	return n
}

// validDate takes year 0 for "not told".
func validDate(year, month, day int32) bool {
	if month < 1 || month > 12 || day < 1 {
		return false
	}
	y := int(year)
	if y == 0 {
		y = 2000
	}
	return int(day) <= months(y, int(month), 1).Days()
}
