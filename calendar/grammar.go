package calendar

// The grammar reads a run of calendar words. Each rule looks at the words from
// one on, fills an expression and returns the index after its last word, or 0
// where it doesn't apply. r.run[0] is the word before the run and r.run[r.n] the
// word after it, so that rules may look one word around an expression.

var nowhere word

func (r *reader) w(i int) *word {
	if i < 0 || i > r.n {
		return &nowhere
	}
	return &r.run[i]
}

func (r *reader) is(i int, k key) bool { return r.w(i).key == k && i < r.n }

func (r *reader) has(i int, roles role) bool { return i < r.n && r.w(i).roles&roles != 0 }

// readRun finds the expressions of the run.
func (r *reader) readRun() {
	first := len(r.out)
	lastEnd := 0
	for i := 1; i < r.n; {
		var e Expression
		j := r.expression(i, &e)
		if j <= i {
			i++
			continue
		}
		e.Start, e.End = r.w(i).start, r.w(j-1).end
		r.context(i, &e)
		if e.role == placeWhole {
			second := e
			second.Start, second.role = r.w(r.cutStart).start, placeSecond
			e.End, e.role = r.w(r.cutEnd-1).end, placeFirst
			r.out = append(r.out, e, second)
			lastEnd, i = j, j
			continue
		}
		if len(r.out) > first {
			r.join(&r.out[len(r.out)-1], &e, lastEnd, i)
		}
		r.out = append(r.out, e)
		lastEnd = j
		i = j
	}
}

// expression tries the rules in the order of how much they ask for.
func (r *reader) expression(i int, e *Expression) int {
	w := r.w(i)
	if w.roles&(roleISO|roleFeast) != 0 {
		return r.written(i, e)
	}
	if j := r.timeOfDay(i, e); j > 0 {
		return j
	}
	if j := r.approximate(i, e); j > 0 {
		return j
	}
	if j := r.parted(i, e); j > 0 {
		return j
	}
	if j := r.whole(i, e); j > 0 {
		return r.withClock(j, e)
	}
	return r.reference(i, e)
}

// whole reads an expression without the modifiers that narrow it.
func (r *reader) whole(i int, e *Expression) int {
	w := r.w(i)
	if w.roles&roleWeekday != 0 {
		return r.weekday(i, e)
	}
	if j := r.date(i, e); j > 0 {
		return j
	}
	if j := r.related(i, e); j > 0 {
		return j
	}
	if j := r.fraction(i, e); j > 0 {
		return j
	}
	if j := r.stretch(i, e); j > 0 {
		return j
	}
	if j := r.amount(i, e); j > 0 {
		return j
	}
	if j := r.definite(i, e); j > 0 {
		return j
	}
	return r.recurrence(i, e)
}

// context reads the preposition before an expression and whether it measures a
// gap, and notes the tense of the sentence.
func (r *reader) context(i int, e *Expression) {
	before := r.w(i - 1)
	if i-1 == 0 && before.flags&flagStop != 0 && before.end == 0 {
		before = &nowhere
	}
	switch before.key {
	case keySince:
		e.bound = boundSince
	case keyUntil, keyBy:
		e.bound = boundUntil
	case keyBefore:
		e.bound = boundBefore
	case keyWithin:
		e.bound = boundWithin
		if e.from.form == formAmount {
			e.from.form = formNext
		}
	case keyIn:
		e.bound = boundIn
	}
	if r.hint.tense != Unknown {
		e.tense = r.hint.tense
	}
	if before.key == keySince || before.key == keyEnded && r.text[before.end-1] == 'd' {
		e.tense = Past
	} else if e.tense == Past {
		e.tense = Unknown // a verb in the past alone doesn't keep a date from lying ahead
	}
	if before.key == keyUntil && e.from.form == formWeekday && r.hint.tense != Past {
		e.tense = Future // "runs until Thursday"
	}
	e.gap = r.measuresGap(i, e)
}

// measuresGap sees "for the first time in four years", "the worst since 1998",
// "suspended for five years" and "a three-year hiatus".
func (r *reader) measuresGap(i int, e *Expression) bool {
	length := e.from.form == formAmount || e.from.form == formPast
	before := r.w(i - 1).key
	base := r.count - (r.n - i)
	switch {
	case (before == keyIn || before == keyFor || before == keyDuring) && length,
		before == keySince && e.Kind != Duration && e.Kind != Set:
		for k := i - 2; k >= 0; k-- {
			if r.w(k).roles&roleRare != 0 {
				return true
			}
		}
		if base-r.hint.rareBefore <= reachOfRare {
			return true
		}
	}
	if length && (before == keyFor || before == keyOf) && base-r.hint.lullBefore <= reachOfLull {
		return true
	}
	after := r.w(r.n)
	return length && e.End == r.w(r.n-1).end && after.roles&roleLull != 0 && after.flags&flagStop == 0
}

// join makes a range of two expressions that "from … to", "between … and" or a
// dash connect.
func (r *reader) join(a, b *Expression, endOfA, startOfB int) {
	if startOfB != endOfA+1 || a.Kind == Duration || b.Kind == Duration || a.Kind == Set || b.Kind == Set ||
		a.role != placeAlone || a.from.form == formPresent || b.from.form == formBygone {
		return
	}
	if a.from.form == formClock || b.from.form == formClock {
		return
	}
	opener := keyNone
	for k := endOfA - 1; k >= 0; k-- {
		if r.w(k).end <= a.Start {
			opener = r.w(k).key
			break
		}
	}
	switch r.w(endOfA).key {
	case keyTo, keyUntil, keyThrough:
		if opener != keyFrom && r.w(endOfA).key == keyTo && a.from.form != b.from.form {
			return
		}
	case keyHyphen:
	case keyAnd:
		if opener != keyBetween {
			return
		}
	default:
		return
	}
	from, to := sharedYear(a.from, b.from)
	a.from, a.to, a.role = from, to, placeFirst
	b.from, b.to, b.role = from, to, placeSecond
	b.bound = boundNone
}
