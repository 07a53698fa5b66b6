package calendar

// timeOfDay reads times of the clock and parts of the day that lead an
// expression: "5 p.m. Wednesday", "noon", "10:30", "the night of 13 February",
// "tonight", "overnight".
func (r *reader) timeOfDay(i int, e *Expression) int {
	w := r.w(i)
	p := pole{form: formClock, clock: clockExact}
	j := i + 1
	switch {
	case w.roles&roleHours != 0:
		p.hour, p.minute = uint8(w.value/60+1), uint8(w.value%60+1)
		if w.flags&flagExact == 0 {
			j = r.halfDay(j, &p)
		}
		if j == i+1 && w.flags&flagExact == 0 && !r.is(j, keyZone) && !r.is(i-1, keyAt) && !r.is(i-1, keyBy) {
			return 0 // a score or a verse
		}
	case w.roles&roleDigits != 0 && w.digits > 0 && w.digits <= 2 && w.value > 0 && w.value <= 12:
		p.hour = uint8(w.value + 1)
		if j = r.halfDay(j, &p); j == i+1 {
			return 0
		}
	case w.roles&roleDigits != 0 && w.digits == 4 && r.is(j, keyZone) && w.value < 2400 && w.value%100 < 60:
		p.hour, p.minute = uint8(w.value/100+1), uint8(w.value%100+1)
	case w.key == keyNoon:
		p.hour, p.minute = 13, 1
	case w.key == keyMidnight:
		p.hour, p.minute = 25, 0
	case w.key == keyTonight:
		e.Kind = Time
		e.from = pole{form: formShift, unit: unitDay, clock: clockNight}
		return j
	case w.key == keyOvernight:
		e.Kind = Time
		e.from = pole{form: formShift, unit: unitDay, n: -1, clock: clockNight}
		return j
	case r.is(i, keyThe) && r.has(i+1, roleClock):
		return r.theNight(i, e)
	case r.has(i, roleClock):
		// "dawn on Friday"
		e.from, e.Kind = pole{form: formClock, clock: clock(w.value)}, Time
		if (r.is(j, keyOn) || r.is(j, keyOf)) && r.dayBehind(j, e) > j {
			return r.dayBehind(j, e)
		}
		*e = Expression{}
		return 0
	default:
		return 0
	}
	if r.is(j, keyZone) {
		j++
	}
	e.Kind = Time
	e.from = p
	return r.dayBehind(j, e)
}

// hoursBehind skips "hours" in "the early morning hours".
func (r *reader) hoursBehind(j int) int {
	if r.has(j, roleUnits) && r.w(j).unit == unitHour {
		return j + 1
	}
	return j
}

// halfDay reads "a.m.", "p.m.", "o'clock" after an hour.
func (r *reader) halfDay(j int, p *pole) int {
	switch r.w(j).key {
	case keyAM:
		if p.hour == 13 {
			p.hour = 1
		}
	case keyPM:
		if p.hour < 13 {
			p.hour += 12
		}
	case keyClock:
	default:
		return j
	}
	return j + 1
}

// theNight reads "the night of 13 February", "the morning".
func (r *reader) theNight(i int, e *Expression) int {
	e.from = pole{form: formFollow, unit: unitDay, rel: relThis, clock: clock(r.w(i + 1).value)}
	e.Kind = Time
	j := r.hoursBehind(i + 2)
	if r.is(j, keyOf) || r.is(j, keyOn) {
		var day Expression
		if k := r.whole(j+1, &day); k > 0 && day.Kind == Date && day.from.grain() == unitDay {
			day.from.clock = e.from.clock
			e.from, e.to, e.role = day.from, day.to, day.role
			return k
		}
		if r.is(j, keyOf) {
			return 0
		}
	}
	if r.w(i-1).key != keyIn && r.w(i-1).key != keyDuring {
		return 0
	}
	return j
}

// dayBehind reads the day after a time of day: "5 p.m. Wednesday", "noon on
// Saturday", "10 a.m. tomorrow".
func (r *reader) dayBehind(j int, e *Expression) int {
	k := j
	if r.is(k, keyComma) || r.is(k, keyOn) || r.is(k, keyOf) {
		k++
	}
	var day Expression
	l := 0
	if w := r.w(k); w.roles&roleWeekday != 0 {
		l = r.weekday(k, &day)
	} else {
		l = r.reference1(k, &day)
		if l == 0 {
			l = r.date(k, &day)
		}
	}
	if l == 0 || day.Kind != Date || day.role != placeAlone || day.from.grain() != unitDay {
		return j
	}
	day.from.clock, day.from.hour, day.from.minute, day.from.part = e.from.clock, e.from.hour, e.from.minute, e.from.part
	e.from = day.from
	return l
}

// withClock reads the part of the day after a date: "Thursday night".
func (r *reader) withClock(j int, e *Expression) int {
	if e.from.grain() != unitDay || e.from.clock != clockNone || e.role == placeWhole {
		return j
	}
	if e.Kind == Date && r.has(j, roleClock) && r.w(j).flags&flagStop == 0 {
		e.from.clock = clock(r.w(j).value)
		e.Kind = Time
		return j + 1
	}
	if e.Kind == Date && r.has(j, roleClocks) && e.from.form == formWeekday {
		e.from.clock = clock(r.w(j).value)
		e.Kind = Set
		return j + 1
	}
	return j
}
