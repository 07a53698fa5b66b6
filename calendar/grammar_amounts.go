package calendar

// counted is a number with its unit: "three years", "two to three weeks".
type counted struct {
	n       int32
	unit    unit
	half    bool
	vague   bool // no number, or an uncertain one
	article bool // the number is "a"
	bare    bool // no number at all: "years"
}

// counted reads a count and a unit, with what may stand between them.
func (r *reader) counted(i int) (c counted, next int) {
	var j int
	c, j = r.countOf(i)
	if j == 0 {
		if !r.has(i, roleUnits) {
			return c, 0
		}
		c.bare, c.vague, c.n, j = true, true, 3, i
	}
	if !c.bare && (r.is(j, keyTo) || r.is(j, keyOr) || r.is(j, keyHyphen)) {
		if more, k := r.countOf(j + 1); k > 0 && !more.article && more.n > c.n {
			j = k // "two or three weeks": the lower number stands
		}
	}
	for r.is(j, keyHyphen) || r.is(j, keyMore) || r.is(j, keyTrading) || r.is(j, keyFull) || r.is(j, keyFiscal) ||
		r.is(j, keyLong) && j > i {
		j++
	}
	w := r.w(j)
	if !r.has(j, roleUnit|roleUnits) || w.unit == unitPeriod && !c.article {
		return c, 0
	}
	plural := w.roles&roleUnits != 0
	switch {
	case w.roles&roleOrdinal != 0 && !r.is(j-1, keyHyphen):
		return c, 0 // "a second", "one second meeting"
	case w.unit == unitQuarter && (!plural || r.is(j+1, keyOf) && !c.vague):
		return c, 0 // "a quarter", "three quarters of the voters"
	case w.unit == unitPeriod:
		return c, 0
	}
	c.unit = w.unit
	j++
	if k := r.orSo(j); k > j {
		j = k
	} else if k := r.andAHalf(j); k > 0 {
		c.half, j = true, k
	} else if (r.is(j, keyOr) || r.is(j, keyAnd)) && c.bare && r.has(j+1, roleUnits) {
		c.unit, j = max(c.unit, r.w(j+1).unit), j+2
	}
	return c, j
}

// orSo skips "or so".
func (r *reader) orSo(j int) int {
	if r.is(j, keyOr) && r.is(j+1, keySo) {
		return j + 2
	}
	return j
}

// countOf reads a number: "three", "18", "twenty-five", "a hundred", "2 1/2",
// "a couple of", "several", "a".
func (r *reader) countOf(i int) (c counted, next int) {
	w := r.w(i)
	switch {
	case i >= r.n:
		return c, 0
	case r.is(i, keyA):
		return r.afterArticle(i)
	case r.is(i, keyHalf) && r.is(i+1, keyA):
		return counted{half: true}, i + 2
	case w.roles&roleDigits != 0 && w.flags&(flagDecade|flagShortYear) == 0:
		return r.figures(i)
	case w.roles&roleVague != 0:
		j := i + 1
		for r.is(j, keyOf) || r.has(j, roleScale) {
			j++
		}
		return counted{n: w.value, vague: true}, j
	case w.roles&roleGroup != 0:
		j := i + 1
		if r.is(j, keyOf) {
			j++
		}
		return counted{n: w.value}, j
	case w.roles&roleNumber != 0:
		return r.spelled(i)
	}
	return c, 0
}

// afterArticle reads "a", "a few", "a couple of", "a hundred", "a dozen".
func (r *reader) afterArticle(i int) (c counted, next int) {
	w := r.w(i + 1)
	switch {
	case r.has(i+1, roleScale):
		return counted{n: w.value}, i + 2
	case r.has(i+1, roleVague) && w.value == 3:
		return counted{n: w.value, vague: true}, i + 2
	case r.has(i+1, roleGroup):
		return r.countOf(i + 1)
	case r.has(i+1, roleNumber) || r.has(i+1, roleDigits) && w.digits > 0:
		// "a three-day visit": the article belongs to the visit
		return c, 0
	}
	return counted{n: 1, article: true}, i + 1
}

// figures reads "18", "2,000" and "2 1/2".
func (r *reader) figures(i int) (c counted, next int) {
	w := r.w(i)
	c = counted{n: w.value}
	j := i + 1
	if r.has(j, roleScale) {
		c.n, j = saturate(c.n, r.w(j).value), j+1
	}
	if r.has(j, roleDigits) && r.w(j).value == 1 && r.is(j+1, keySlash) && r.has(j+2, roleDigits) && r.w(j+2).value == 2 {
		c.half, j = true, j+3
	}
	return c, j
}

// spelled reads a number in words: "three", "twenty-five", "two hundred",
// "one and a half".
func (r *reader) spelled(i int) (c counted, next int) {
	value, j := r.belowHundred(i)
	if j == 0 {
		return c, 0
	}
	for r.has(j, roleScale) {
		value, j = saturate(value, r.w(j).value), j+1
	}
	c.n = value
	if k := r.andAHalf(j); k > 0 {
		c.half, j = true, k
	}
	return c, j
}

// andAHalf reads "and a half", "-and-a-half".
func (r *reader) andAHalf(j int) int {
	for _, k := range [...]key{keyAnd, keyA, keyHalf} {
		if r.is(j, keyHyphen) {
			j++
		}
		if !r.is(j, k) {
			return 0
		}
		j++
	}
	return j
}

// partOfCentury reads "half a century", "half-century", "a quarter century".
func (r *reader) partOfCentury(i int, e *Expression) int {
	j := i
	if r.is(j, keyA) {
		j++
	}
	length := int32(50)
	if r.has(j, roleUnit) && r.w(j).unit == unitQuarter {
		length = 25
	} else if !r.is(j, keyHalf) {
		return 0
	}
	j++
	if r.is(j, keyHyphen) || r.is(j, keyA) || length == 25 && r.is(j, keyOf) && r.is(j+1, keyA) {
		j++
		if r.is(j, keyA) {
			j++
		}
	}
	if !r.has(j, roleUnit) || r.w(j).unit != unitCentury {
		return 0
	}
	e.from, e.Kind = pole{form: formAmount, unit: unitYear, n: length}, Duration
	return j + 1
}

// saturate multiplies without overflow; spans that long hold no news.
func saturate(a, b int32) int32 {
	return int32(min(int64(a)*int64(b), 1_000_000))
}

// amount reads a count of units, alone ("five years"), as a distance ("two days
// ago", "three weeks later") or as a rate ("a year" in "twice a year").
func (r *reader) amount(i int, e *Expression) int {
	if r.has(i, roleSpan) {
		e.from = pole{form: formAmount, unit: r.w(i).unit, n: 1, vague: r.w(i).unit == unitNone}
		e.Kind = Duration
		return i + 1
	}
	if j := r.yearAgo(i, e); j > 0 {
		return j
	}
	if j := r.partOfCentury(i, e); j > 0 {
		return j
	}
	c, j := r.counted(i)
	if j == 0 {
		return 0
	}
	e.Kind = Duration
	e.from = pole{form: formAmount, unit: c.unit, n: c.n, half: c.half, vague: c.vague}
	if k := r.distance(j, &c, e); k > 0 {
		return k
	}
	if c.article {
		return r.afterOne(i, j, &c, e)
	}
	if c.bare && !r.bareIsMeant(i, j, &c) {
		return 0
	}
	if r.is(j, keyHyphen) && r.w(j).flags&flagTight != 0 && r.is(j+1, keyOld) {
		return j + 2
	}
	if r.is(j, keyHyphen) && r.is(j+1, keyLong) {
		return j + 2
	}
	if r.is(j, keyOld) && r.has(j-1, roleUnits) {
		return j + 1
	}
	return j
}

// distance reads the word that turns an amount into a point in time.
func (r *reader) distance(j int, c *counted, e *Expression) int {
	if r.w(j).flags&flagStop != 0 {
		return 0
	}
	n := c.n
	switch r.w(j).key {
	case keyAgo:
		e.from.form, e.from.n = formAgo, -n
	case keyEarlier, keyPrevious:
		e.from.form, e.from.n = formLater, -n
	case keyLater:
		e.from.form, e.from.n = formLater, n
	case keyHence:
		e.from.form, e.from.n = formAgo, n
	case keyAhead:
		if !c.vague {
			return 0
		}
		e.from.form = formNext
		return j + 1
	case keyBefore, keyAfter:
		// "a year before", but not "a year before the summit"
		if !r.closesClause(j+1) || c.bare {
			return 0
		}
		e.from.form = formLater
		if r.w(j).key == keyBefore {
			n = -n
		}
		e.from.n = n
	case keyFrom:
		if r.w(j+1).roles&rolePresent == 0 {
			return 0
		}
		e.from.form, e.from.n = formAgo, n
		j++
	default:
		if r.has(j, roleBygone) && r.text[r.w(j).start] == 'p' {
			e.from.form, e.from.n = formLater, -n // "five years previously"
			break
		}
		return 0
	}
	e.Kind = Date
	if c.unit < unitDay {
		e.Kind = Time
	}
	return j + 1
}

// closesClause says whether nothing but punctuation follows.
func (r *reader) closesClause(i int) bool {
	if i < r.n {
		return r.w(i).key == keyComma
	}
	return r.w(i).flags&(flagStop|flagSentence) != 0
}

// yearAgo reads "year-ago", "year-earlier", as in "the year-earlier period".
func (r *reader) yearAgo(i int, e *Expression) int {
	j := i
	if r.is(j, keyThe) {
		j++
	}
	if r.is(j, keyComparable) {
		j++
	}
	if !r.has(j, roleUnit) || r.w(j).unit != unitYear || !r.is(j+1, keyHyphen) {
		return 0
	}
	switch r.w(j + 2).key {
	case keyAgo, keyEarlier:
	default:
		return 0
	}
	e.from = pole{form: formAgo, unit: unitYear, n: -1}
	if r.w(j+2).key == keyEarlier {
		e.from.form = formLater
	}
	j += 3
	if r.has(j, roleUnit) && (r.w(j).unit == unitPeriod || r.w(j).unit == unitQuarter) {
		if r.w(j).unit == unitQuarter {
			e.from = pole{form: formAgo, unit: unitQuarter, n: -4}
		}
		return j + 1
	}
	if r.has(j, roleOrdinal) && r.w(j+1).unit == unitQuarter {
		e.from = pole{form: formQuarter, index: uint8(r.w(j).value), yrel: relLast}
		return j + 2
	}
	if j-3 > i {
		return 0
	}
	return j
}

// afterOne decides what "a year" is without a word of distance: a rate after a
// count ("$5 a year"), else a duration where a preposition asks for one.
func (r *reader) afterOne(i, j int, c *counted, e *Expression) int {
	before := r.w(i - 1)
	switch {
	case before.roles&(roleDigits|roleScale|roleCounted|roleNumber) != 0, before.key == keyOnce, before.key == keyTwice,
		before.key == keyTimes, before.roles&roleUnits != 0:
		e.Kind = Set
		e.from = pole{form: formEvery, unit: c.unit, n: 1}
		if before.key == keyTwice && c.unit == unitYear {
			e.from.half = true
		}
		return j
	case r.is(j, keyHyphen), c.unit == unitDay && !r.durationAsked(i), c.unit < unitHour && !r.durationAsked(i):
		return 0
	}
	return j
}

// durationAsked says whether the word before asks for a length of time.
func (r *reader) durationAsked(i int) bool {
	switch r.w(i - 1).key {
	case keyFor, keyIn, keyWithin, keyOver, keyOf, keyLess, keyThan, keyNearly, keyAbout, keyAfter, keyOnly, keyJust, keyDuring, keyUp:
		return true
	}
	return false
}

// bareIsMeant accepts a plural unit without a number only where a preposition
// asks for a length: "for years", "within days", "months of talks".
func (r *reader) bareIsMeant(i, j int, c *counted) bool {
	if c.unit == unitSecond || c.unit == unitQuarter {
		return false
	}
	switch r.w(i - 1).key {
	case keyFor, keyIn, keyWithin, keyOver, keyAfter, keyDuring, keyThe, keyTo:
		return r.w(i-1).key != keyThe && r.w(i-1).key != keyTo
	}
	return r.is(j, keyOf) || r.is(j, keyHyphen) && (r.is(j+1, keyLong) || r.is(j+1, keyOld))
}

// approximate reads an amount or date with a word before it that blurs it:
// "about two years", "at least 30 days", "nearly four years ago". TIMEX3 counts
// these words in.
func (r *reader) approximate(i int, e *Expression) int {
	j := i
	switch r.w(i).key {
	case keyAbout, keyNearly, keyAround:
		j = i + 1
	case keyOver, keyUnder:
		if !r.has(i+1, roleNumber|roleDigits) && !r.is(i+1, keyA) {
			return 0
		}
		j = i + 1
	case keyMore, keyLess:
		if !r.is(i+1, keyThan) {
			return 0
		}
		j = i + 2
	case keyNo:
		if (r.is(i+1, keyMore) || r.is(i+1, keyLess) || r.is(i+1, keyLater)) && r.is(i+2, keyThan) {
			j = i + 3
		}
	case keyAt:
		if r.is(i+1, keyLeast) || r.is(i+1, keyMost) {
			j = i + 2
		}
	case keyUp:
		if r.is(i+1, keyTo) {
			j = i + 2
		}
	}
	if j == i || j >= r.n {
		return 0
	}
	return r.amount(j, e)
}
