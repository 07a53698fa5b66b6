package calendar

// yearBehind reads the year after a month or a day: ", 2015", "2015", "of 2015",
// "'98".
func (r *reader) yearBehind(i int) (year int32, next int) {
	if r.is(i, keyComma) || r.is(i, keyOf) || r.is(i, keyIn) {
		year, next = r.year(i + 1)
		if next > 0 && r.is(i, keyComma) && r.w(i+1).flags&flagTight != 0 {
			return 0, 0
		}
	} else {
		year, next = r.year(i)
	}
	if next > 0 && r.w(next).key == keyHyphen && r.w(next).flags&flagTight != 0 && r.has(next+1, roleUnit) {
		return 0, 0
	}
	return year, next
}

// year reads a year in figures or words, without asking what stands before it.
func (r *reader) year(i int) (year int32, next int) {
	w := r.w(i)
	if i >= r.n || i < 1 {
		return 0, 0
	}
	if w.roles&roleDigits != 0 && w.flags&flagDecade == 0 {
		switch {
		case w.flags&flagShortYear != 0:
			return fullYear(w.value), i + 1
		case r.is(i+1, keyBC) && w.digits > 0:
			return -w.value, i + 2
		case w.digits == 4 && w.flags&flagZero == 0 && w.value >= 1000 && w.value < 2200:
			if r.w(i+1).roles&roleCounted != 0 && r.w(i+1).flags&flagStop == 0 || r.w(i+1).roles&roleScale != 0 {
				return 0, 0
			}
			return w.value, i + 1
		}
		return 0, 0
	}
	return r.spelledYear(i)
}

func fullYear(short int32) int32 {
	if short < 35 {
		return 2000 + short
	}
	return 1900 + short
}

// spelledYear reads "nineteen ninety-seven" and "two thousand (and) ten", as
// broadcast transcripts write.
func (r *reader) spelledYear(i int) (year int32, next int) {
	w := r.w(i)
	if w.roles&roleNumber == 0 {
		return 0, 0
	}
	if w.value >= 15 && w.value <= 20 {
		low, j := r.belowHundred(i + 1)
		if j > 0 && low >= 10 {
			return w.value*100 + low, j
		}
		return 0, 0
	}
	if w.value != 2 || r.w(i+1).value != 1000 || !r.has(i+1, roleScale) {
		return 0, 0
	}
	j := i + 2
	if r.is(j, keyAnd) {
		j++
	}
	if low, k := r.belowHundred(j); k > 0 {
		return 2000 + low, k
	}
	// "the year two thousand", but not "two thousand people"
	if r.w(i-1).unit == unitYear {
		return 2000, i + 2
	}
	return 0, 0
}

// belowHundred reads "ninety-seven", "four".
func (r *reader) belowHundred(i int) (value int32, next int) {
	w := r.w(i)
	if !r.has(i, roleNumber) || w.value >= 100 {
		return 0, 0
	}
	j := i + 1
	if w.value >= 20 && w.value%10 == 0 {
		k := j
		if r.is(k, keyHyphen) {
			k++
		}
		if r.has(k, roleNumber) && r.w(k).value > 0 && r.w(k).value < 10 {
			return w.value + r.w(k).value, k + 1
		}
	}
	return w.value, j
}

// yearAlone reads a year that nothing but its surroundings tells from a count.
func (r *reader) yearAlone(i int, e *Expression) int {
	year, j := r.year(i)
	if j == 0 || !r.yearIsMeant(i, j, year) {
		return 0
	}
	e.from = pole{form: formDate, year: year}
	if second, k := r.laterYear(j, year); k > 0 {
		e.to = pole{form: formDate, year: second}
		e.role = placeWhole
		r.cutEnd, r.cutStart = j, j+1
		return k
	}
	return j
}

// laterYear reads the second half of "1998-99", "1998-2003".
func (r *reader) laterYear(j int, year int32) (second int32, next int) {
	if !r.is(j, keyHyphen) && !r.is(j, keySlash) || r.w(j).flags&flagTight == 0 {
		return 0, 0
	}
	w := r.w(j + 1)
	if !r.has(j+1, roleDigits) || w.flags&(flagTight|flagDecade) != flagTight || w.digits != 2 && w.digits != 4 {
		return 0, 0
	}
	second = w.value
	if w.digits == 2 {
		second += year / 100 * 100
	}
	if second <= year || second >= 2200 || second > year+200 {
		return 0, 0
	}
	return second, j + 2
}

// yearsBC reads "499-493 BC", "499 to 493 BC", where only the end says the era.
func (r *reader) yearsBC(i int, e *Expression) int {
	a, b := r.w(i), r.w(i+2)
	if !r.has(i, roleDigits) || !r.has(i+2, roleDigits) || !r.is(i+3, keyBC) || a.digits == 0 || b.digits == 0 || a.value <= b.value {
		return 0
	}
	switch r.w(i + 1).key {
	case keyHyphen, keyTo, keyAnd:
	default:
		return 0
	}
	e.from = pole{form: formDate, year: -a.value}
	e.to = pole{form: formDate, year: -b.value}
	e.role = placeWhole
	r.cutEnd, r.cutStart = i+1, i+2
	return i + 4
}

// yearIsMeant tells "in 1998" from "1998 tanks".
func (r *reader) yearIsMeant(i, j int, year int32) bool {
	before, after := r.w(i-1), r.w(j)
	if year < 0 || r.w(i).flags&flagShortYear != 0 {
		return true
	}
	if before.roles&roleCounted != 0 && before.start == before.end || before.roles&roleNumbered != 0 || before.key == keySlash {
		return false // "$1998", "Resolution 1973", "31/02/2015"
	}
	if before.key == keyHyphen && before.flags&flagTight != 0 && r.w(i).flags&flagTight != 0 && i > 1 && !r.has(i-2, roleDigits) && !r.is(i-2, keyMid) {
		return false // part of a name: "KH-1989"
	}
	plain := after.roles == 0 && after.key == keyNone && after.flags&(flagStop|flagCapital) == 0 && after.end > after.start
	plural := plain && r.text[after.end-1] == 's'
	switch before.key {
	case keyIn, keySince, keyBy, keyUntil, keyDuring, keyEarly, keyLate, keyMid, keyFiscal:
		return year >= 1900 || !plural
	case keyOf, keyFrom, keyTo, keyBefore, keyAfter, keyBetween, keyAround, keyThrough, keyThe, keyAnd, keyAbout, keyThan:
		if year < 1900 && before.key != keyFrom && before.key != keyBetween && before.key != keyBefore && before.key != keyAfter && before.key != keyOf {
			break
		}
		return year >= 1900 && before.key != keyAbout && before.key != keyThan || !plural
	}
	if year >= 1900 && year < 2060 {
		return true
	}
	// An earlier year needs a mate ("1861-1863") or brackets of its own.
	_, mate := r.laterYear(j, year)
	return mate > 0 || r.is(i-1, keyHyphen) && r.has(i-2, roleDigits) || (r.w(i).flags&flagStop != 0 || before.key == keyComma) && after.flags&flagStop != 0
}

// relativeYear reads the year in "July last year", "January of this year".
func (r *reader) relativeYear(i int, p *pole) int {
	if r.is(i, keyOf) || r.is(i, keyComma) {
		i++
	}
	if r.is(i, keyThe) && r.is(i+1, keySame) {
		i++
	}
	if u := r.w(i + 1); !r.has(i+1, roleUnit) || u.unit != unitYear {
		return 0
	}
	switch r.w(i).key {
	case keyLast, keyPast:
		p.yrel = relLast
	case keyThis:
		p.yrel = relThis
	case keyNext:
		p.yrel = relNext
	case keyThat, keySame:
		p.yrel = relSame
	default:
		return 0
	}
	return i + 2
}
