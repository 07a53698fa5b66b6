package calendar

// Resolve places the expression in time. It is false for durations, sets and
// vague references, for what measures a gap, and where the anchor doesn't tell
// enough. "The past three months" and "within 30 days" lie at the publication
// and do resolve.
func (e Expression) Resolve(a Anchor) (Interval, bool) {
	if e.Kind == Set || e.gap {
		return Interval{}, false
	}
	tense := e.tenseIn(a)
	from, to := e.from, e.to
	p, ok := from.place(a, tense)
	if !ok && e.bound == boundIn && e.from.form == formAmount && tense == Future && !e.from.vague {
		from.form = formNext
		p, ok = from.place(a, tense)
	}
	if !ok {
		return Interval{}, false
	}
	iv := p.Interval
	if e.role != placeAlone {
		return spanned(iv, to, a, tense)
	}
	return e.bounded(iv, a)
}

// tenseIn prefers what the caller knows to what the surroundings suggest.
func (e Expression) tenseIn(a Anchor) Tense {
	if a.Tense != Unknown && e.bound != boundSince {
		return a.Tense
	}
	return e.tense
}

// sharedYear lets the ends of a range share the year that one of them has.
func sharedYear(from, to pole) (pole, pole) {
	if from.form == formDate && to.form == formDate {
		switch {
		case from.year == 0 && to.year != 0 && from.month != 0 && from.month <= to.month:
			from.year = to.year
		case to.year == 0 && from.year != 0 && to.month >= from.month:
			to.year = from.year
		case from.day != 0 && to.day != 0 && to.month == 0:
			to.month, to.year = from.month, from.year
		}
	}
	return from, to
}

// spanned closes a range; a second end that falls before the first belongs to
// the next week or year.
func spanned(iv Interval, to pole, a Anchor, tense Tense) (Interval, bool) {
	second, ok := to.place(a, tense)
	if !ok {
		return iv, true
	}
	if second.To < iv.From {
		switch {
		case to.form == formWeekday:
			second.To += 7
		case to.year == 0 && to.month != 0:
			second.To = shift(second.To, unitYear, 1)
		default:
			second.To = iv.To
		}
	}
	return Interval{iv.From, max(iv.From, second.To)}, true
}

// bounded applies "since", "until" and "before".
func (e Expression) bounded(iv Interval, a Anchor) (Interval, bool) {
	if a.Published.IsZero() {
		return iv, e.bound != boundBefore
	}
	today := DayOf(a.Published)
	switch e.bound {
	case boundSince:
		if iv.From <= today {
			iv.To = today
		}
	case boundUntil:
		if iv.To > today {
			iv.From = today
		}
	case boundBefore:
		if iv.To <= today {
			return Interval{}, false
		}
		iv.From = today
	}
	return iv, true
}

// placed is an interval with the unit in which it was said.
type placed struct {
	Interval
	grain unit
}

// interval is the place of a pole without its grain.
func (p pole) interval(a Anchor, tense Tense) (Interval, bool) {
	at, ok := p.place(a, tense)
	return at.Interval, ok
}

// place puts a pole in time; ok is false where the words or the anchor leave it open.
func (p pole) place(a Anchor, tense Tense) (placed, bool) {
	at, ok := p.placeWhole(a, tense)
	if ok && p.part != partNone {
		at.Interval = p.part.of(at.Interval, a)
	}
	return at, ok
}

func (p pole) placeWhole(a Anchor, tense Tense) (placed, bool) {
	if p.form >= formShift && p.form <= formNext && yearsOf[p.unit]*float64(p.n) > farthest {
		return placed{}, false
	}
	switch p.form {
	case formDate:
		return p.placeDate(a, tense)
	case formQuarter, formHalf, formSeason:
		return p.placeFraction(a, tense)
	case formDecade:
		return placed{years(decadeStart(p.year), 10), unitDecade}, true
	case formCentury:
		return placed{years(centuryStart(p.year), 100), unitCentury}, true
	case formPeriod:
		return placed{feasts()[p.index].dates[0], unitPeriod}, true
	case formFeast:
		return p.placeFeast(a, tense)
	case formNth:
		return p.placeNth(a, tense)
	case formFollow, formLater:
		return p.placeAtReference(a)
	case formOpening:
		if p.year == 0 || p.vague {
			return placed{}, false
		}
		first := DayOn(astronomical(p.year), 1, 1)
		return placed{Interval{first, shift(first, p.unit, int(p.n)) - 1}, p.unit}, true
	}
	if a.Published.IsZero() {
		return placed{}, false
	}
	today := DayOf(a.Published)
	switch p.form {
	case formWeekday:
		return p.placeWeekday(a, tense)
	case formShift:
		return p.placeShift(today), true
	case formAgo:
		return p.placeAgo(a, today)
	case formPast:
		return placed{Interval{shift(today, p.unit, -int(p.n)), today}, p.unit}, true
	case formNext:
		return placed{Interval{today, shift(today, p.unit, int(p.n))}, p.unit}, true
	case formClock:
		if a.Reference != nil && a.Reference.From == a.Reference.To {
			today = a.Reference.From
		}
		return placed{Interval{today, today}, unitDay}, true
	}
	return placed{}, false
}

// farthest is the number of years beyond which no text counts days.
const farthest = 20_000

// of narrows an interval to a part of it.
func (p part) of(iv Interval, a Anchor) Interval {
	third := Day(iv.Days() / 3)
	switch p {
	case partEarly:
		iv.To = max(iv.From, iv.From+third-1)
	case partMiddle:
		iv = Interval{iv.From + third, iv.To - third}
	case partLate, partEnd:
		iv.From = min(iv.To, iv.To-third+1)
	case partEarlier, partLater:
		return p.beside(iv, a)
	}
	return iv
}

// beside cuts an interval at the publication, or at the reference where the
// publication lies outside: "earlier this week", "later that year".
func (p part) beside(iv Interval, a Anchor) Interval {
	at := iv
	switch {
	case !a.Published.IsZero() && iv.Contains(DayOf(a.Published)):
		at = Interval{DayOf(a.Published), DayOf(a.Published)}
	case a.Reference != nil && iv.Contains(a.Reference.From) && iv.Contains(a.Reference.To):
		at = *a.Reference
	default:
		return iv
	}
	if p == partEarlier {
		iv.To = max(iv.From, at.From-1)
	} else {
		iv.From = at.From
	}
	return iv
}
