package calendar

// every reads on after "each" and "every": "every year", "every two years",
// "every other day", "each Thursday".
func (r *reader) every(j int, e *Expression) int {
	e.Kind = Set
	if r.is(j, keyOther) {
		if !r.has(j+1, roleUnit) {
			return 0
		}
		e.from = pole{form: formEvery, unit: r.w(j + 1).unit, n: 2}
		return j + 2
	}
	if c, k := r.counted(j); k > 0 && !c.article && !c.bare {
		e.from = pole{form: formEvery, unit: c.unit, n: c.n, vague: c.vague}
		return k
	}
	w := r.w(j)
	switch {
	case r.has(j, roleUnit) && w.roles&roleOrdinal == 0 && w.unit != unitPeriod:
		e.from = pole{form: formEvery, unit: w.unit, n: 1}
	case r.has(j, roleWeekday) && w.flags&flagCapital != 0:
		e.from = pole{form: formWeekday, wday: uint8(w.value)}
	case r.has(j, roleMonth) && w.flags&flagCapital != 0:
		e.from = pole{form: formDate, month: uint8(w.value)}
	case r.has(j, roleSeason):
		e.from = pole{form: formSeason, index: uint8(w.value)}
	case r.has(j, roleClock):
		e.from = pole{form: formClock, clock: clock(w.value)}
	default:
		return 0
	}
	return j + 1
}

// recurrence reads "annual", "daily", "twice a year" (by its last words),
// "per month".
func (r *reader) recurrence(i int, e *Expression) int {
	w := r.w(i)
	if r.endsName(i) {
		return 0
	}
	switch {
	case w.roles&roleEvery != 0:
		e.from = pole{form: formEvery, unit: w.unit, n: 1, rel: relEvery}
		if r.is(i-1, keyHyphen) && (r.is(i-2, keyTwice) || r.is(i-2, keyHalf)) {
			e.from.half = true // "twice-yearly"
		}
	case w.roles&roleTwice != 0 && w.unit == unitDecade:
		e.from = pole{form: formEvery, unit: unitYear, n: 2, rel: relEvery}
	case w.roles&roleTwice != 0:
		e.from = pole{form: formEvery, unit: w.unit, n: 1, half: true, rel: relEvery}
	case r.is(i, keyPer) && r.has(i+1, roleUnit):
		e.from = pole{form: formEvery, unit: r.w(i + 1).unit, n: 1}
		e.Kind = Set
		return i + 2
	default:
		return 0
	}
	e.Kind = Set
	e.loose = w.roles&roleLoose != 0
	return i + 1
}

// reference reads words that point to the present, the past or the future.
func (r *reader) reference(i int, e *Expression) int {
	w := r.w(i)
	j := i + 1
	switch w.key {
	case keyToday:
		if r.endsName(i) {
			return 0
		}
		e.from = pole{form: formShift, unit: unitDay}
		return r.withClock(j, e)
	case keyYesterday:
		e.from = pole{form: formShift, unit: unitDay, n: -1}
		return r.withClock(j, e)
	case keyTomorrow:
		e.from = pole{form: formShift, unit: unitDay, n: 1}
		return r.withClock(j, e)
	case keyRight:
		if r.w(j).roles&rolePresent != 0 && r.has(j, rolePresent) {
			e.from = pole{form: formPresent}
			return j + 1
		}
	case keyAt:
		if r.is(j, keyPresent) {
			e.from = pole{form: formPresent}
			return j + 1
		}
	case keyThe:
		return r.theFuture(j, e)
	case keyCurrent:
		e.from = pole{form: formPresent}
		return j
	case keyRecent:
		e.from = pole{form: formBygone}
		return j
	}
	switch {
	case w.roles&rolePresent != 0:
		e.from = pole{form: formPresent}
	case w.roles&roleBygone != 0:
		e.from = pole{form: formBygone}
	case w.roles&roleComing != 0:
		e.from = pole{form: formComing}
	default:
		return 0
	}
	e.loose = w.roles&roleLoose != 0
	return j
}

// endsName says whether a capital word closes a name: "USA Today", "Morning
// Calm Daily".
func (r *reader) endsName(i int) bool {
	before := r.w(i - 1)
	if r.w(i).flags&flagCapital == 0 || r.w(i).flags&(flagStop|flagSentence) != 0 || before.end-before.start < 2 {
		return false
	}
	c := r.text[before.end-1]
	return 'A' <= c && c <= 'Z' || r.w(i).key != keyToday && before.flags&flagCapital != 0
}

// theFuture reads "the future", "the near future", "the past", "the moment".
func (r *reader) theFuture(j int, e *Expression) int {
	if r.is(j, keyNear) {
		j++
		if !r.is(j, keyFuture) && !r.is(j, keyTerm) {
			return 0
		}
	}
	switch r.w(j).key {
	case keyFuture, keyTerm:
		if r.is(j, keyTerm) && !r.is(j-1, keyNear) {
			return 0
		}
		e.from = pole{form: formComing}
	case keyPast:
		if r.has(j+1, roleUnit|roleUnits|roleNumber|roleDigits) {
			return 0
		}
		e.from = pole{form: formBygone}
	default:
		return 0
	}
	return j + 1
}
