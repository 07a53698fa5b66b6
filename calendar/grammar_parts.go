package calendar

// parted reads a part of a unit: "early next month", "mid-April", "the end of
// May", "earlier this week", "later that year", "late Thursday".
func (r *reader) parted(i int, e *Expression) int {
	j := i
	if r.is(j, keyThe) {
		j++
	}
	w := r.w(j)
	switch w.key {
	case keyEarly, keyLate, keyMid:
		return r.early(i, j, e)
	case keyEarlier, keyLater, keySometime:
		if j == i {
			return r.earlier(j, e)
		}
	case keyStart, keyEnd, keyMiddle:
		return r.endOf(i, j, e)
	}
	if k := r.beforeLast(j, e); k > 0 {
		return k
	}
	if r.has(j, roleUnit) && w.unit == unitYear {
		return r.yearEnd(j, e)
	}
	return 0
}

var parts = map[key]part{
	keyEarly: partEarly, keyLate: partLate, keyMid: partMiddle, keyEarlier: partEarlier, keyLater: partLater,
	keyStart: partEarly, keyEnd: partEnd, keyMiddle: partMiddle, keySometime: partNone,
}

// early reads on after "early", "late" and "mid".
func (r *reader) early(i, j int, e *Expression) int {
	p := parts[r.w(j).key]
	k := j + 1
	if r.is(k, keyHyphen) {
		k++
	}
	if r.is(k, keyIn) || r.is(k, keyOn) {
		k++
		if !r.is(k, keyThe) && !r.has(k, roleMonth|roleDigits) && !r.is(k, keyNext) {
			return 0
		}
	}
	if r.has(k, roleUnits) && r.w(k).unit == unitHour && r.is(k+1, keyOf) {
		// "the early hours of Friday"
		e.from.clock = clockMorning
		if r.w(j).key == keyLate {
			e.from.clock = clockNight
		}
		e.Kind = Time
		if l := r.dayBehind(k+1, e); l > k+1 {
			return l
		}
		*e = Expression{}
		return 0
	}
	if r.has(k, roleClock) {
		// "early morning", "mid-afternoon yesterday"
		if l := r.timeOfDay(k, e); l > 0 {
			e.from.part = p
			return l
		}
		e.Kind = Time
		e.from = pole{form: formClock, clock: clock(r.w(k).value), part: p}
		return r.dayBehind(r.hoursBehind(k+1), e)
	}
	if j > i && !r.has(k, roleDigits|roleSeason|roleDecade|roleMonth|roleOrdinal) {
		return 0
	}
	l := r.narrowed(k, e)
	if l == 0 {
		return 0
	}
	e.from.part = p
	return l
}

// narrowed reads what early, late or the end of something may be of.
func (r *reader) narrowed(k int, e *Expression) int {
	if r.w(k).roles&roleFeast != 0 {
		return r.written(k, e)
	}
	l := r.whole(k, e)
	if l == 0 || e.Kind == Duration || e.Kind == Set {
		return r.reference1(k, e)
	}
	return r.withClock(l, e)
}

// reference1 reads "today", "yesterday", "tomorrow".
func (r *reader) reference1(k int, e *Expression) int {
	switch r.w(k).key {
	case keyToday, keyYesterday, keyTomorrow:
		return r.reference(k, e)
	}
	return 0
}

// earlier reads on after "earlier" and "later", which narrow a unit at the
// publication, and "sometime".
func (r *reader) earlier(j int, e *Expression) int {
	p := parts[r.w(j).key]
	k := j + 1
	switch {
	case r.is(k, keyIn), r.is(k, keyOn):
		if !r.is(k+1, keyThe) && !r.has(k+1, roleMonth|roleDigits|roleWeekday) {
			return 0
		}
		k++
		if r.is(k, keyThe) && r.has(k+1, roleUnit) && r.w(k+1).unit == unitDay {
			e.from = pole{form: formFollow, unit: unitDay, rel: relThis, part: p}
			return k + 2
		}
	case r.is(k, keyThe):
		if !r.is(k+1, keySame) {
			return 0
		}
	}
	l := r.narrowed(k, e)
	if l == 0 || e.from.form == formAgo || e.from.form == formLater {
		return 0
	}
	e.from.part = p
	return l
}

// endOf reads "the end of May", "the beginning of next year", "end of the month".
func (r *reader) endOf(i, j int, e *Expression) int {
	k := j + 1
	if !r.is(k, keyOf) {
		return 0
	}
	k++
	l := r.narrowed(k, e)
	if l == 0 {
		return 0
	}
	if e.from.grain() == unitDay && e.from.form != formFollow {
		return 0
	}
	e.from.part = parts[r.w(j).key]
	return l
}

// beforeLast reads "the day before yesterday", "the week after next".
func (r *reader) beforeLast(j int, e *Expression) int {
	if !r.has(j, roleUnit) {
		return 0
	}
	u, n := r.w(j).unit, int32(0)
	switch before := r.is(j+1, keyBefore); {
	case before && r.is(j+2, keyLast), before && u == unitDay && r.is(j+2, keyYesterday):
		n = -2
	case r.is(j+1, keyAfter) && r.is(j+2, keyNext), r.is(j+1, keyAfter) && u == unitDay && r.is(j+2, keyTomorrow):
		n = 2
	default:
		return 0
	}
	e.from = pole{form: formShift, unit: u, n: n}
	return j + 3
}

// yearEnd reads "year-end", "year's end".
func (r *reader) yearEnd(j int, e *Expression) int {
	if (r.is(j+1, keyGenitive) || r.is(j+1, keyHyphen)) && r.is(j+2, keyEnd) {
		e.from = pole{form: formFollow, unit: unitYear, rel: relThis, part: partEnd}
		if year, l := r.year(j + 3); l > 0 {
			e.from = pole{form: formDate, year: year, part: partEnd}
			return l
		}
		return j + 3
	}
	if r.is(j+1, keyEnd) && !r.is(j+2, keyOf) && !r.is(j-1, keyA) {
		e.from = pole{form: formFollow, unit: unitYear, rel: relThis, part: partEnd}
		return j + 2
	}
	return 0
}
