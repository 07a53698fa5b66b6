package calendar

// related reads what a relation opens: "last month", "the past three years",
// "this Thursday", "the following day", "that year", "in recent weeks".
func (r *reader) related(i int, e *Expression) int {
	j, the := i, false
	if r.is(j, keyThe) {
		j, the = j+1, true
	}
	k := r.w(j).key
	j++
	switch k {
	case keyLast, keyPast:
		if !the && (r.is(i-1, keyTo) || r.w(i-1).roles&roleFuture != 0) {
			return 0 // the verb: "will last four days"
		}
		if n := r.ordinalUnit(j-1, e); n > 0 && (e.from.form == formNth || the && (e.from.year != 0 || e.from.yrel != relNone)) {
			return n // "the last week of May", "the last half of 1989"
		}
		return r.behind(j, e, k, the)
	case keyNext, keyComing:
		return r.before(j, e, k, the)
	case keyRecent:
		return r.recent(j, e)
	case keyThis:
		return r.this(j, e)
	case keyCurrent:
		return r.unitOrName(j, e, relThis)
	case keyLatest:
		if r.is(j, keyFiscal) {
			j++
		}
		if j2 := r.spanOf(j, e, formPast); j2 > 0 {
			return j2
		}
		if r.has(j, roleUnit) && r.w(j).unit == unitPeriod {
			// in reports of firms, whose periods are quarters
			e.from = pole{form: formFollow, unit: unitQuarter, rel: relThis}
			return j + 1
		}
		return r.unitOrName(j, e, relLast)
	case keySame, keyThat:
		if k == keySame && !the {
			return 0
		}
		if k == keyThat && r.is(j, keySame) {
			j++
		}
		return r.follow(j, e, 0)
	case keyFollowing:
		return r.follow(j, e, 1)
	case keyPrevious:
		return r.follow(j, e, -1)
	case keyThese, keyThose:
		return r.these(j, e, k)
	case keyEach, keyEvery:
		return r.every(j, e)
	}
	return 0
}

// behind reads on after "last" and "past".
func (r *reader) behind(j int, e *Expression, k key, the bool) int {
	if n := r.spanOf(j, e, formPast); n > 0 {
		return n
	}
	if r.has(j, roleUnit) {
		u := r.w(j).unit
		if u == unitSecond || u == unitMinute || u == unitPeriod {
			return 0
		}
		if the && u != unitWeekend && u != unitQuarter {
			// "the past year" ends today; "last year" ended on 31 December
			e.from = pole{form: formPast, unit: u, n: 1}
			e.Kind = Duration
			return r.orSo(j + 1)
		}
		if k == keyPast && !the {
			e.from = pole{form: formPast, unit: u, n: 1}
			e.Kind = Duration
			return j + 1
		}
		return r.unitOrName(j, e, relLast)
	}
	if k == keyPast && !the {
		if r.has(j, roleUnits) {
			e.from = pole{form: formPast, unit: r.w(j).unit, vague: true, n: 3}
			return j + 1
		}
		return 0
	}
	return r.unitOrName(j, e, relLast)
}

// before reads on after "next" and "coming".
func (r *reader) before(j int, e *Expression, k key, the bool) int {
	if n := r.spanOf(j, e, formNext); n > 0 {
		return n
	}
	if r.has(j, roleUnits) {
		e.from = pole{form: formNext, unit: r.w(j).unit, vague: true, n: 3}
		e.Kind = Duration
		return j + 1
	}
	if the && r.has(j, roleUnit) {
		switch u := r.w(j).unit; {
		case u == unitDay, u == unitWeekend:
			return r.follow(j, e, 1)
		case k == keyNext && u >= unitWeek && u <= unitYear && !r.opensSpan(j-3):
			l := r.follow(j, e, 1)
			e.from.rel = relNext
			return l
		case u >= unitWeek && u != unitPeriod:
			e.from = pole{form: formNext, unit: u, n: 1}
			e.Kind = Duration
			return r.orSo(j + 1)
		}
		return 0
	}
	if the && r.has(j, roleClock) {
		return r.follow(j, e, 1)
	}
	if k == keyComing && !the && r.w(j-2).key != keyThis {
		return 0
	}
	return r.unitOrName(j, e, relNext)
}

// opensSpan says whether the preposition asks for a stretch of time: "over the
// next year", not "by the next year".
func (r *reader) opensSpan(i int) bool {
	switch r.w(i).key {
	case keyIn, keyOver, keyFor, keyWithin, keyDuring, keyThrough:
		return true
	}
	return false
}

// recent reads "recent months", "recent days and weeks".
func (r *reader) recent(j int, e *Expression) int {
	if !r.has(j, roleUnits) {
		return 0
	}
	e.from = pole{form: formPast, unit: r.w(j).unit, vague: true, n: 3}
	if (r.is(j+1, keyAnd) || r.is(j+1, keyOr)) && r.has(j+2, roleUnits) {
		e.from.unit = max(e.from.unit, r.w(j+2).unit)
		return j + 3
	}
	return j + 1
}

// this reads on after "this": "this week", "this past spring", "this coming
// Sunday", "this morning".
func (r *reader) this(j int, e *Expression) int {
	rel := relThis
	switch r.w(j).key {
	case keyPast:
		rel, j = relLast, j+1
	case keyComing, keyNext:
		rel, j = relComing, j+1
	case keySame:
		return r.follow(j+1, e, 0)
	case keyCurrent:
		j++
	}
	return r.unitOrName(j, e, rel)
}

// these reads "these days", "those years".
func (r *reader) these(j int, e *Expression, k key) int {
	if !r.has(j, roleUnits) || r.w(j).unit < unitDay {
		return 0
	}
	switch {
	case k == keyThese && r.w(j).unit == unitDay:
		e.from = pole{form: formPresent}
	case k == keyThose:
		e.from = pole{form: formBygone}
	default:
		return 0
	}
	return j + 1
}

// follow reads the unit counted from the reference: "the same day", "the
// following month", "that year".
func (r *reader) follow(j int, e *Expression, n int32) int {
	w := r.w(j)
	switch {
	case r.has(j, roleUnit) && w.unit >= unitDay && w.unit != unitPeriod:
		e.from = pole{form: formFollow, unit: w.unit, n: n}
	case r.has(j, roleClock):
		e.from = pole{form: formFollow, unit: unitDay, n: n, clock: clock(w.value)}
		e.Kind = Time
		if w.clockIsNight() && n < 0 {
			e.from.clock = clockNight
		}
	case r.has(j, roleSeason) && w.roles&roleTimid == 0:
		e.from = pole{form: formSeason, index: uint8(w.value), rel: relFollowing}
	case r.has(j, roleWeekday) && w.flags&flagCapital != 0 && w.roles&roleTimid == 0:
		e.from = pole{form: formWeekday, wday: uint8(w.value), rel: relSame}
		switch n {
		case 1:
			e.from.rel = relFollowing
		case -1:
			e.from.rel = relPrevious
		}
	case r.has(j, roleMonth) && w.flags&flagCapital != 0:
		e.from = pole{form: formDate, month: uint8(w.value), rel: relFollowing}
		if n < 0 {
			e.from.rel = relPrevious
		}
	case n != 0:
		if k := r.spanOf(j, e, formFollow); k > 0 {
			e.from = pole{form: formAmount, unit: e.from.unit, n: e.from.n, vague: e.from.vague}
			return k
		}
		return 0
	default:
		return 0
	}
	return j + 1
}

func (w *word) clockIsNight() bool { return w.value == int32(clockNight) }

// spanOf reads a count and a unit: "three years", "few months", "18 to 24
// months", as the length of a span of the form.
func (r *reader) spanOf(j int, e *Expression, f form) int {
	c, k := r.counted(j)
	if k == 0 || c.article {
		return 0
	}
	e.from = pole{form: f, unit: c.unit, n: c.n, half: c.half, vague: c.vague}
	e.Kind = Duration
	return k
}

// unitOrName reads a unit or a named weekday, month, season, part of the day or
// feast after a relation to the publication.
func (r *reader) unitOrName(j int, e *Expression, rel relation) int {
	if r.is(j, keyFiscal) || r.is(j, keyFull) {
		j++
	}
	w := r.w(j)
	switch {
	case r.has(j, roleUnit):
		return r.relatedUnit(j, e, rel)
	case r.has(j, roleWeekday) && w.flags&flagCapital != 0 && w.roles&roleTimid == 0:
		k := r.weekday(j, e)
		e.from.rel = rel
		return k
	case r.has(j, roleMonth) && w.flags&flagCapital != 0:
		k := r.monthFirst(j, e)
		e.from.rel = rel
		return k
	case r.has(j, roleSeason):
		e.from = pole{form: formSeason, index: uint8(w.value), rel: rel}
	case r.has(j, roleClock):
		e.from = pole{form: formShift, unit: unitDay, clock: clock(w.value), n: relationShift(rel)}
		if rel == relThis {
			e.from.n = 0
		}
		e.Kind = Time
	case r.has(j, roleFeast) && feasts()[w.value].kind != kindPeriod:
		e.from = pole{form: formFeast, index: uint8(w.value), rel: rel}
	case r.is(j, keyMoment) && rel == relThis:
		e.from = pole{form: formPresent}
	case (rel == relLast || rel == relThis || rel == relNext) && r.has(j, roleOrdinal):
		return 0
	default:
		return 0
	}
	return j + 1
}

func relationShift(rel relation) int32 {
	switch rel {
	case relLast, relPrevious:
		return -1
	case relNext, relFollowing, relComing:
		return 1
	}
	return 0
}

// relatedUnit reads "last week", "this year's third quarter", "next year's first
// half".
func (r *reader) relatedUnit(j int, e *Expression, rel relation) int {
	w := r.w(j)
	if w.unit < unitDay || w.unit == unitPeriod {
		return 0
	}
	if w.roles&roleOrdinal != 0 {
		return 0
	}
	e.from = pole{form: formShift, unit: w.unit, n: relationShift(rel)}
	if w.unit == unitYear && r.is(j+1, keyGenitive) {
		var f Expression
		if k := r.fraction(j+2, &f); k > 0 && f.from.year == 0 {
			e.from = f.from
			e.from.yrel = rel
			return k
		}
	}
	return j + 1
}
