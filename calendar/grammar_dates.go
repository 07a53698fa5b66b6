package calendar

// written reads dates that the scanner has already taken as one word: ISO dates
// and the names of feasts and periods.
func (r *reader) written(i int, e *Expression) int {
	w := r.w(i)
	if w.roles&roleISO != 0 {
		e.from = pole{form: formDate, year: w.value / 10000, month: uint8(w.value / 100 % 100), day: uint8(w.value % 100)}
		if w.flags&flagExact != 0 {
			e.Kind, e.from.clock, e.from.hour, e.from.minute = Time, clockExact, w.hour+1, w.minute+1
		}
		return i + 1
	}
	e.from = pole{form: formFeast, index: uint8(w.value)}
	if feasts()[w.value].kind == kindPeriod {
		e.from.form = formPeriod
		return i + 1
	}
	j := i + 1
	if r.is(j, keyComma) || r.is(j, keyOf) || r.is(j, keyIn) {
		if year, k := r.year(j + 1); k > 0 {
			e.from.year = year
			return k
		}
	}
	if year, k := r.year(j); k > 0 {
		e.from.year = year
		return k
	}
	if k := r.relativeYear(j, &e.from); k > 0 {
		return k
	}
	if next := r.w(j); j == r.n && next.flags&flagCapital != 0 && next.flags&flagStop == 0 && feasts()[w.value].kind == kindFeast {
		return 0 // a name: "the Tet Offensive", "the Good Friday Agreement"
	}
	return j
}

// weekday reads "Thursday", "Saturday, April 25", "Friday the 13th of March",
// "Monday of last week".
func (r *reader) weekday(i int, e *Expression) int {
	w := r.w(i)
	if w.flags&flagCapital == 0 {
		return 0
	}
	e.from = pole{form: formWeekday, wday: uint8(w.value)}
	j := i + 1
	if r.is(j, keyComma) {
		j++
	}
	if r.is(j, keyThe) {
		j++
	}
	var date Expression
	if k := r.date(j, &date); k > 0 && date.from.day != 0 && date.role == placeAlone {
		e.from = date.from
		e.from.wday = uint8(w.value)
		return k
	}
	if w.roles&roleTimid != 0 {
		return 0
	}
	if j = i + 1; r.plural(i) {
		e.Kind = Set
		return j
	}
	if r.is(j, keyOf) {
		j++
	}
	if u := r.w(j + 1); r.has(j+1, roleUnit) && u.unit == unitWeek {
		switch {
		case r.is(j, keyLast), r.is(j, keyPast):
			e.from.yrel = relLast
		case r.is(j, keyNext):
			e.from.yrel = relNext
		case r.is(j, keyThis):
			e.from.yrel = relThis
		default:
			return i + 1
		}
		return j + 2
	}
	return i + 1
}

// plural says whether the word's text ends in s beyond the name: "Mondays".
func (r *reader) plural(i int) bool {
	w := r.w(i)
	return w.end-w.start >= 7 && r.text[w.end-1] == 's' && r.text[w.end-2] == 'y'
}

// date reads months, days and years in all their orders.
func (r *reader) date(i int, e *Expression) int {
	switch w := r.w(i); {
	case w.roles&roleMonth != 0:
		return r.monthFirst(i, e)
	case w.key == keyThe && r.has(i+1, roleOrdinal):
		return r.dayFirst(i+1, e)
	case w.roles&(roleDigits|roleOrdinal) != 0:
		if j := r.dayFirst(i, e); j > 0 {
			return j
		}
		if j := r.slashed(i, e); j > 0 {
			return j
		}
		if j := r.yearsBC(i, e); j > 0 {
			return j
		}
		return r.yearAlone(i, e)
	case w.roles&roleNumber != 0:
		return r.yearAlone(i, e)
	case w.key == keyThe && r.w(i+1).unit == unitYear && r.has(i+1, roleUnit):
		// "the year 2000"
		if year, j := r.year(i + 2); j > 0 {
			e.from = pole{form: formDate, year: year}
			return j
		}
	case w.key == keyFiscal:
		j := i + 1
		if r.has(j, roleUnit) && r.w(j).unit == unitYear {
			j++
		}
		if year, k := r.year(j); k > 0 {
			e.from = pole{form: formDate, year: year}
			return k
		}
	case (w.key == keyBC || w.key == keyAD) && w.flags&flagCapital != 0 && r.has(i+1, roleDigits) && r.w(i+1).digits > 0:
		e.from = pole{form: formDate, year: r.w(i + 1).value}
		if w.key == keyBC {
			e.from.year = -e.from.year
		}
		return i + 2
	}
	return 0
}

// monthFirst reads "April", "April 16", "Apr. 16th, 2015", "April 2015", "May
// 3-5", "July last year".
func (r *reader) monthFirst(i int, e *Expression) int {
	w := r.w(i)
	e.from = pole{form: formDate, month: uint8(w.value)}
	j := i + 1
	if r.is(j, keyThe) && r.has(j+1, roleOrdinal) && r.w(j+1).flags&flagCapital == 0 {
		j++
	}
	if day, k := r.dayNumber(j); k > 0 && w.flags&flagCapital != 0 {
		e.from.day = day
		k = r.rangeOfDays(k, e)
		if year, l := r.yearBehind(k); l > 0 {
			e.from.year = year
			if e.role == placeWhole {
				e.to.year = year
			}
			return l
		}
		if l := r.relativeYear(k, &e.from); l > 0 {
			return l
		}
		return k
	}
	j = i + 1
	if year, k := r.yearBehind(j); k > 0 && (r.w(i).flags&flagCapital != 0 || w.roles&roleTimid == 0) {
		e.from.year = year
		return k
	}
	if w.flags&flagCapital == 0 || w.roles&roleTimid != 0 && !r.monthIsMeant(i) || r.isAcronym(w) {
		return 0
	}
	if k := r.relativeYear(j, &e.from); k > 0 {
		return k
	}
	return j
}

// isAcronym says whether a short name of a month is all in capitals, as the name
// of an agency may be: "FEB", "DEC".
func (r *reader) isAcronym(w *word) bool {
	c := r.text[w.start+1]
	return w.end-w.start <= 4 && 'A' <= c && c <= 'Z'
}

// monthIsMeant decides on "May", "March" and "August" by the word before.
func (r *reader) monthIsMeant(i int) bool {
	switch r.w(i - 1).key {
	case keyIn, keySince, keyUntil, keyBy, keyFrom, keyTo, keyOf, keyDuring, keyBefore, keyAfter, keyLast, keyNext,
		keyThis, keyPast, keyEarly, keyLate, keyMid, keyStart, keyEnd, keyBetween, keyEach, keyEvery, keyThrough,
		keyThat, keyPrevious, keyFollowing, keySame, keyHyphen, keyFor, keyOver, keyAround, keyAbout:
		return true
	case keyAnd, keyOr, keyComma:
		return r.has(i-2, roleMonth) || r.has(i-3, roleMonth)
	case keyThe, keyA, keyIts:
		// "the May elections", but not "the March on Rome"
		switch r.w(i + 1).key {
		case keyOn, keyFor, keyTo, keyThrough, keyOf, keyFrom:
			return false
		}
		return r.w(i).roles&roleShort == 0
	}
	if (r.is(i+1, keyHyphen) || r.is(i+1, keyAnd) || r.is(i+1, keyTo)) && r.has(i+2, roleMonth) {
		return true
	}
	return r.w(i).flags&flagSentence == 0 && r.w(i).value == 8 && r.w(i).flags&flagCapital != 0
}

// dayNumber reads a day of the month: "16", "16th", "eighth".
func (r *reader) dayNumber(i int) (day uint8, next int) {
	w := r.w(i)
	if i >= r.n || w.value < 1 || w.value > 31 {
		return 0, 0
	}
	switch {
	case w.roles&roleDigits != 0 && w.digits > 0 && w.digits <= 2 && w.flags&(flagDecade|flagShortYear) == 0:
		if next := r.w(i + 1); next.roles&roleScale != 0 || next.roles&roleCounted != 0 && next.flags&flagStop == 0 && next.key == keyNone && next.end-next.start == 1 {
			return 0, 0 // "May 5 million", "June 3%"
		}
		return uint8(w.value), i + 1
	case w.roles&roleOrdinal != 0:
		return uint8(w.value), i + 1
	case w.roles&roleNumber != 0 && w.value == 20:
		// "March twenty first"
		if next := r.w(i + 1); r.has(i+1, roleOrdinal) && next.value < 10 {
			return uint8(20 + next.value), i + 2
		}
	}
	return 0, 0
}

// rangeOfDays reads the second day of "May 3-5", "May 3 to 5".
func (r *reader) rangeOfDays(j int, e *Expression) int {
	switch r.w(j).key {
	case keyHyphen, keyTo, keyThrough, keyUntil, keyAnd:
	default:
		return j
	}
	day, k := r.dayNumber(j + 1)
	if k == 0 || day <= e.from.day || r.w(j+1).roles&roleDigits == 0 && r.w(j).key == keyTo {
		return j
	}
	if r.has(k, roleMonth|roleUnit|roleUnits|roleClock|roleHours) || r.is(k, keyPM) || r.is(k, keyAM) {
		return j // "May 3 to 5 June" and "April 16 and 10 days later" are something else
	}
	e.to = e.from
	e.to.day, e.role = day, placeWhole
	r.cutEnd, r.cutStart = j, j+1
	return k
}

// dayFirst reads "16 April 2015", "the 16th of April", "3-5 May".
func (r *reader) dayFirst(i int, e *Expression) int {
	day, j := r.dayNumber(i)
	if j == 0 {
		return 0
	}
	second := uint8(0)
	switch r.w(j).key {
	case keyHyphen, keyTo, keyAnd, keyThrough:
		if d, k := r.dayNumber(j + 1); k > 0 && d > day {
			r.cutEnd, r.cutStart = j, j+1
			second, j = d, k
		}
	}
	if r.is(j, keyOf) {
		j++
		if r.is(j, keyThis) && r.w(j+1).unit == unitMonth {
			return r.dayOfMonth(j+2, day, relThis, e)
		}
		if r.is(j, keyLast) && r.w(j+1).unit == unitMonth {
			return r.dayOfMonth(j+2, day, relLast, e)
		}
	}
	m := r.w(j)
	if !r.has(j, roleMonth) || m.flags&flagCapital == 0 {
		return 0
	}
	e.from = pole{form: formDate, month: uint8(m.value), day: day}
	j++
	if year, k := r.yearBehind(j); k > 0 {
		e.from.year = year
		j = k
	} else if k := r.relativeYear(j, &e.from); k > 0 {
		j = k
	}
	if second != 0 {
		e.to = e.from
		e.to.day, e.role = second, placeWhole
	}
	return j
}

// dayOfMonth is "the 16th of this month".
func (r *reader) dayOfMonth(j int, day uint8, rel relation, e *Expression) int {
	e.from = pole{form: formDate, day: day, rel: rel}
	return j
}

// slashed reads 2015/04/16, and 16/04/2015 and 4/16/2015 where only one order
// makes a date. 9/11 is the one date that needs no year.
func (r *reader) slashed(i int, e *Expression) int {
	a, b, c := r.w(i), r.w(i+2), r.w(i+4)
	if a.value == 9 && b.value == 11 && r.is(i+1, keySlash) && b.digits == 2 && !r.is(i+3, keySlash) && a.flags&flagZero == 0 {
		e.from = pole{form: formDate, year: 2001, month: 9, day: 11}
		return i + 3
	}
	if !r.is(i+1, keySlash) || !r.is(i+3, keySlash) || a.digits == 0 || b.digits == 0 || c.digits == 0 || i+4 >= r.n {
		return 0
	}
	if a.digits == 4 && validDate(a.value, b.value, c.value) {
		e.from = pole{form: formDate, year: a.value, month: uint8(b.value), day: uint8(c.value)}
		return i + 5
	}
	if c.digits != 4 {
		return 0
	}
	european, american := validDate(c.value, b.value, a.value), validDate(c.value, a.value, b.value)
	if european == american && a.value != b.value {
		return 0
	}
	day, month := a.value, b.value
	if !european {
		day, month = b.value, a.value
	}
	if !validDate(c.value, month, day) {
		return 0
	}
	e.from = pole{form: formDate, year: c.value, month: uint8(month), day: uint8(day)}
	return i + 5
}
