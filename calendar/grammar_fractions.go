package calendar

// fraction reads quarters, halves, seasons, decades and centuries.
func (r *reader) fraction(i int, e *Expression) int {
	j := i
	if r.is(j, keyThe) {
		j++
	}
	fiscalYear := int32(0)
	if year, k := r.year(j); k > 0 && r.has(j, roleDigits) {
		fiscalYear, j = year, k
	}
	if r.is(j, keyFiscal) {
		j++
		if r.is(j, keyHyphen) {
			j++
		}
	}
	w := r.w(j)
	switch {
	case r.is(j, keyQ), r.is(j, keyH):
		e.from = pole{form: formQuarter, index: uint8(w.value), year: fiscalYear}
		if w.key == keyH {
			e.from.form = formHalf
		}
		return r.yearOfFraction(j+1, e)
	case r.has(j, roleOrdinal) || r.is(j, keyLast) || r.is(j, keyLatter):
		if r.is(i, keyThe) && r.is(j+1, keyHyphen) {
			return 0 // "the third-quarter loss": the article belongs to the loss
		}
		if k := r.ordinalUnit(j, e); k > 0 {
			if fiscalYear != 0 && e.from.year == 0 {
				e.from.year = fiscalYear
			}
			return k
		}
		return 0
	case fiscalYear != 0:
		return 0
	case r.has(j, roleSeason):
		return r.season(i, j, e)
	case r.has(j, roleDecade):
		if j == i && !r.is(i-1, keyMid) && !r.is(i-1, keyEarly) && !r.is(i-1, keyLate) {
			return 0
		}
		e.from = pole{form: formDecade, year: 1900 + w.value}
		return j + 1
	case r.has(j, roleDigits) && w.flags&flagDecade != 0:
		return r.decade(i, j, e)
	case r.is(j, keyTurn) && r.is(j+1, keyOf) && r.is(j+2, keyThe) && r.w(j+3).unit == unitCentury:
		e.from = pole{form: formFollow, unit: unitCentury}
		return j + 4
	}
	return 0
}

// ordinalUnit reads "third quarter", "first half of 1989", "20th century".
func (r *reader) ordinalUnit(j int, e *Expression) int {
	number := r.w(j).value
	if r.is(j, keyLast) || r.is(j, keyLatter) {
		number = 0
	}
	if k := r.nth(j, number, e); k > 0 {
		return k
	}
	j++
	if r.is(j, keyHyphen) {
		j++
	}
	if r.is(j, keyFiscal) {
		j++
	}
	w := r.w(j)
	switch {
	case r.has(j, roleUnit) && w.unit == unitQuarter && number <= 4:
		if number == 0 {
			number = 4
		}
		e.from = pole{form: formQuarter, index: uint8(number)}
		return r.yearOfFraction(j+1, e)
	case r.is(j, keyHalf) && number <= 2:
		if number == 0 {
			number = 2
		}
		e.from = pole{form: formHalf, index: uint8(number)}
		k := r.yearOfFraction(j+1, e)
		if r.is(k, keyOf) {
			// "the first half of the 1990s", "… of the year", but not "of the game"
			var of Expression
			if l := r.wholeUnit(k+1, &of); l > 0 {
				e.from = of.from
				e.from.part = partEarly
				if number == 2 {
					e.from.part = partLate
				}
				return l
			}
			return 0
		}
		return k
	case r.has(j, roleUnit) && w.unit == unitCentury && number > 0:
		e.from = pole{form: formCentury, year: number}
		if r.is(j+1, keyBC) {
			e.from.year = -number
			return j + 2
		}
		if r.is(j+1, keyAD) {
			return j + 2
		}
		return j + 1
	}
	return 0
}

// nth reads "second week of April", "last Monday of May", "first week of next
// month".
func (r *reader) nth(j int, number int32, e *Expression) int {
	w := r.w(j + 1)
	p := pole{form: formNth, index: uint8(number)}
	switch {
	case number > 5 || !r.is(j+2, keyOf) && !r.is(j+2, keyIn):
		return 0
	case r.has(j+1, roleUnit) && w.unit == unitWeek:
	case r.has(j+1, roleWeekday) && w.flags&flagCapital != 0:
		p.wday = uint8(w.value)
	default:
		return 0
	}
	var month Expression
	k := 0
	if r.has(j+3, roleMonth) {
		k = r.monthFirst(j+3, &month)
	} else {
		k = r.related(j+3, &month)
	}
	switch m := month.from; {
	case k == 0 || m.grain() != unitMonth || month.Kind != Date:
		return 0
	case m.form == formShift:
		p.n = m.n
	case m.form == formDate:
		p.month, p.year, p.yrel, p.rel = m.month, m.year, m.yrel, m.rel
	default:
		return 0
	}
	e.from = p
	return k
}

// weekOf reads "the week of April 15", "the week beginning April 15".
func (r *reader) weekOf(j int, e *Expression) int {
	if !r.is(j, keyOf) && !r.is(j, keyStart) && !r.is(j, keyEnded) {
		return 0
	}
	var day Expression
	k := r.date(j+1, &day)
	if k == 0 || day.from.day == 0 || day.from.form != formDate || day.role != placeAlone {
		return 0
	}
	e.from = day.from
	e.from.unit = unitWeek
	return k
}

// yearOfFraction reads the year after a quarter or half.
func (r *reader) yearOfFraction(j int, e *Expression) int {
	k := j
	if r.is(k, keyOf) || r.is(k, keyIn) || r.is(k, keyComma) {
		k++
	}
	if r.is(k, keyFiscal) {
		k++
	}
	if year, l := r.year(k); l > 0 {
		e.from.year = year
		return l
	}
	if l := r.relativeYear(k, &e.from); l > 0 {
		return l
	}
	return j
}

// wholeUnit reads a year, decade or century as the whole of which something is
// a part.
func (r *reader) wholeUnit(i int, e *Expression) int {
	if j := r.fraction(i, e); j > 0 {
		return j
	}
	if j := r.date(i, e); j > 0 {
		return j
	}
	if j := r.related(i, e); j > 0 && e.Kind == Date {
		return j
	}
	return r.definite(i, e)
}

// season reads "summer", "the spring of 2015", "fall 2015". The words "fall" and
// "spring" mean other things as well.
func (r *reader) season(i, j int, e *Expression) int {
	w := r.w(j)
	e.from = pole{form: formSeason, index: uint8(w.value)}
	k := r.yearOfFraction(j+1, e)
	if k > j+1 {
		return k
	}
	if r.is(j+1, keyOf) {
		return 0
	}
	if w.flags&flagCapital != 0 && w.flags&flagSentence == 0 && i == j {
		return 0 // a name: "Prague Spring"
	}
	if w.roles&roleTimid != 0 {
		switch r.w(i - 1).key {
		case keyIn, keyBy, keySince, keyUntil, keyDuring, keyEarly, keyLate, keyMid, keyOf, keyThrough:
			if r.w(i-1).key == keyOf && i == j {
				return 0
			}
		default:
			return 0
		}
		if r.is(j+1, keyIn) || w.flags&flagCapital != 0 {
			return 0
		}
	}
	return j + 1
}

// decade reads "1990s", "the '90s", "the 80s".
func (r *reader) decade(i, j int, e *Expression) int {
	w := r.w(j)
	year := w.value
	if w.digits == 2 {
		if i == j && w.flags&flagShortYear == 0 && !r.is(i-1, keyMid) && !r.is(i-1, keyEarly) && !r.is(i-1, keyLate) {
			return 0
		}
		year = 1900 + w.value
		if w.value < 20 {
			year += 100
		}
		if before := r.w(i - 1).key; before == keyIts {
			return 0 // "in her 80s"
		}
	}
	if r.is(j+1, keyBC) {
		e.from = pole{form: formDecade, year: -w.value}
		return j + 2
	}
	if year < 1000 || year >= 2200 {
		return 0
	}
	e.from = pole{form: formDecade, year: year}
	if year%100 == 0 && year < 1900 {
		e.from = pole{form: formCentury, year: year/100 + 1}
	}
	return j + 1
}

// definite reads a unit with the article alone: "the weekend", "the quarter",
// "the year". What it means depends on what was last spoken of.
func (r *reader) definite(i int, e *Expression) int {
	if !r.is(i, keyThe) {
		return 0
	}
	j := i + 1
	if r.is(j, keyFull) || r.is(j, keyFiscal) || r.is(j, keyFull) {
		j++
	}
	if r.is(j, keyFiscal) {
		j++
	}
	w := r.w(j)
	if !r.has(j, roleUnit) || w.roles&roleOrdinal != 0 {
		return 0
	}
	if w.unit == unitWeek {
		if k := r.weekOf(j+1, e); k > 0 {
			return k
		}
	}
	if r.is(j+1, keyOf) || r.is(j+1, keyHyphen) {
		return 0
	}
	switch w.unit {
	case unitWeekend, unitWeek, unitMonth, unitQuarter, unitYear, unitDecade, unitCentury:
	case unitDay:
		if !r.is(i-1, keyOf) && !r.is(i-1, keyIn) {
			return 0
		}
	default:
		return 0
	}
	if r.is(j+1, keyEnded) && w.unit >= unitMonth {
		// "the year ended March 31" is a length of time
		e.from, e.Kind = pole{form: formAmount, unit: w.unit, n: 1}, Duration
		return j + 1
	}
	e.from = pole{form: formFollow, unit: w.unit, rel: relThis}
	return j + 1
}

// stretch reads "the first nine months", "the first two years", "the nine months".
func (r *reader) stretch(i int, e *Expression) int {
	if !r.is(i, keyThe) && !r.is(i, keyA) {
		return 0
	}
	j := i + 1
	if c, k := r.counted(j); k > 0 && !c.article && r.has(k-1, roleUnit) && r.w(k).unit == unitPeriod && r.has(k, roleUnit) {
		// "a sixty-day period"
		e.from = pole{form: formAmount, unit: c.unit, n: c.n, half: c.half, vague: c.vague}
		e.Kind = Duration
		return k + 1
	}
	if r.is(i, keyA) {
		return 0
	}
	f := formAmount
	if r.has(j, roleOrdinal) && r.w(j).value == 1 {
		j++
		f = formOpening
	}
	k := r.spanOf(j, e, f)
	if k == 0 || r.w(k).key == keyHyphen || e.from.n > 1 && r.has(k-1, roleUnit) {
		return 0 // in "the ten-year rule" the article belongs to the rule
	}
	if f == formAmount && (r.is(k, keyAgo) || r.is(k, keyEarlier) || r.is(k, keyLater)) {
		return 0
	}
	if f == formOpening {
		if r.is(k, keyOf) {
			e.from.year, _ = r.year(k + 1)
		}
	}
	return k
}
