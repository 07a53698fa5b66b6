package calendar

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/words.tsv
var wordsFile string

// role is a set of the meanings that a word can have in a time expression.
type role uint64

const (
	roleMonth role = 1 << iota
	roleWeekday
	roleUnit
	roleUnits
	roleSpan
	roleNumber
	roleScale
	roleGroup
	roleVague
	roleOrdinal
	roleSeason
	roleClock
	roleClocks
	roleDecade
	rolePresent
	roleBygone
	roleComing
	roleEvery
	roleTwice
	roleShort
	roleTimid
	roleFuture
	rolePast
	roleRare
	roleLull
	roleCounted
	roleLoose
	roleNumbered
	roleFeast // may begin the name of a holiday or period
	// What the scanner sees in the characters.
	roleDigits // a number in plain digits
	roleISO    // 2015-04-16
	roleHours  // 10:30, 5pm
	roleMark   // punctuation that may stand inside an expression
)

var roleNames = map[string]role{
	"month": roleMonth, "weekday": roleWeekday, "unit": roleUnit, "units": roleUnits, "span": roleSpan,
	"number": roleNumber, "scale": roleScale, "group": roleGroup, "vague": roleVague, "ordinal": roleOrdinal,
	"season": roleSeason, "clock": roleClock, "clocks": roleClocks, "decade": roleDecade,
	"present": rolePresent, "bygone": roleBygone, "coming": roleComing, "every": roleEvery,
	"twice": roleTwice, "short": roleShort, "timid": roleTimid, "future": roleFuture, "past": rolePast,
	"rare": roleRare, "lull": roleLull, "counted": roleCounted, "loose": roleLoose, "numbered": roleNumbered,
}

var unitNames = map[string]unit{
	"second": unitSecond, "minute": unitMinute, "hour": unitHour, "day": unitDay, "weekend": unitWeekend,
	"week": unitWeek, "fortnight": unitFortnight, "month": unitMonth, "quarter": unitQuarter,
	"half": unitHalf, "year": unitYear, "decade": unitDecade, "century": unitCentury,
	"millennium": unitMillennium, "period": unitPeriod,
}

// key is a word that the grammar asks for by name.
type key uint8

const (
	keyNone key = iota
	keyThe
	keyA
	keyOf
	keyIn
	keyOn
	keyAt
	keyTo
	keyAnd
	keyOr
	keyFor
	keyFrom
	keyBy
	keySince
	keyUntil
	keyBetween
	keyDuring
	keyWithin
	keyOver
	keyUnder
	keyBefore
	keyAfter
	keyAgo
	keyEarlier
	keyLater
	keyEarly
	keyLate
	keyMid
	keyStart
	keyEnd
	keyMiddle
	keyLast
	keyNext
	keyThis
	keyThese
	keyThat
	keyThose
	keyPast
	keyPrevious
	keyFollowing
	keyComing
	keyRecent
	keySame
	keyCurrent
	keyLatest
	keyEach
	keyEvery
	keyOther
	keyOnce
	keyTwice
	keyHalf
	keyMore
	keyLess
	keyThan
	keyAbout
	keyNearly
	keyLeast
	keyMost
	keyNo
	keyUp
	keyOld
	keyLong
	keyToday
	keyYesterday
	keyTomorrow
	keyTonight
	keyOvernight
	keyNoon
	keyMidnight
	keyAM
	keyPM
	keyZone
	keyClock
	keyBC
	keyAD
	keyFiscal
	keyFull
	keyHence
	keyAhead
	keyFuture
	keyNear
	keyTimes
	keyQ
	keyH
	keyTurn
	keyThrough
	keyRight
	keyJust
	keyOnly
	keySometime
	keySo
	keyPer
	keyComparable
	keyAround
	keyIts
	keyTerm
	keyMoment
	keyPresent
	keyTrading
	keyWas
	keyLatter
	keyEnded
	keySet
	keyIs
	keyDue
	// Punctuation.
	keyComma
	keyHyphen
	keySlash
	keyGenitive // 's
)

var keyNames = map[string]key{
	"the": keyThe, "a": keyA, "an": keyA, "of": keyOf, "in": keyIn, "on": keyOn, "at": keyAt, "to": keyTo,
	"and": keyAnd, "or": keyOr, "for": keyFor, "from": keyFrom, "by": keyBy, "since": keySince,
	"until": keyUntil, "till": keyUntil, "between": keyBetween, "during": keyDuring,
	"throughout": keyDuring, "within": keyWithin, "over": keyOver, "under": keyUnder,
	"before": keyBefore, "after": keyAfter, "ago": keyAgo, "earlier": keyEarlier, "later": keyLater,
	"early": keyEarly, "late": keyLate, "mid": keyMid, "start": keyStart, "beginning": keyStart,
	"outset": keyStart, "end": keyEnd, "close": keyEnd, "middle": keyMiddle, "midst": keyMiddle,
	"last": keyLast, "next": keyNext, "this": keyThis, "these": keyThese, "that": keyThat,
	"those": keyThose, "past": keyPast, "previous": keyPrevious, "preceding": keyPrevious,
	"prior": keyPrevious, "following": keyFollowing, "ensuing": keyFollowing,
	"subsequent": keyFollowing, "coming": keyComing, "upcoming": keyComing, "recent": keyRecent,
	"same": keySame, "current": keyCurrent, "latest": keyLatest, "each": keyEach, "every": keyEvery,
	"other": keyOther, "once": keyOnce, "twice": keyTwice, "half": keyHalf, "more": keyMore,
	"less": keyLess, "fewer": keyLess, "than": keyThan, "about": keyAbout, "approximately": keyAbout,
	"roughly": keyAbout, "nearly": keyNearly, "almost": keyNearly, "least": keyLeast, "most": keyMost,
	"no": keyNo, "up": keyUp, "old": keyOld, "long": keyLong, "today": keyToday,
	"yesterday": keyYesterday, "tomorrow": keyTomorrow, "tonight": keyTonight,
	"overnight": keyOvernight, "noon": keyNoon, "midday": keyNoon, "midnight": keyMidnight,
	"am": keyAM, "pm": keyPM, "gmt": keyZone, "est": keyZone, "edt": keyZone, "utc": keyZone,
	"pst": keyZone, "pdt": keyZone, "cst": keyZone, "cet": keyZone, "bst": keyZone, "ist": keyZone,
	"jst": keyZone, "kst": keyZone, "clock": keyClock, "bc": keyBC, "bce": keyBC, "ad": keyAD,
	"ce": keyAD, "fiscal": keyFiscal, "financial": keyFiscal, "full": keyFull, "whole": keyFull,
	"entire": keyFull, "hence": keyHence, "ahead": keyAhead, "future": keyFuture, "near": keyNear,
	"times": keyTimes, "turn": keyTurn, "through": keyThrough, "thru": keyThrough, "right": keyRight, "just": keyJust,
	"only": keyOnly, "sometime": keySometime, "so": keySo, "per": keyPer, "comparable": keyComparable, "corresponding": keyComparable, "around": keyAround, "its": keyIts,
	"their": keyIts, "his": keyIts, "her": keyIts, "our": keyIts, "my": keyIts, "your": keyIts,
	"term": keyTerm, "moment": keyMoment, "present": keyPresent, "consecutive": keyTrading, "straight": keyTrading, "trading": keyTrading, "business": keyTrading,
	"working": keyTrading, "calendar": keyTrading, "additional": keyTrading, "extra": keyTrading,
	"successive": keyTrading, "solid": keyTrading, "further": keyTrading, "was": keyWas, "latter": keyLatter, "ended": keyEnded, "ending": keyEnded, "set": keySet, "due": keyDue, "is": keyIs, "are": keyIs, "be": keyIs, "were": keyWas,
}

// entry is what the vocabulary knows of one word.
type entry struct {
	roles role
	value int32
	unit  unit
	key   key
}

// vocabulary maps lower-case words to their entries; it is built once and read only.
var vocabulary = sync.OnceValue(func() map[string]entry {
	words := make(map[string]entry, 512)
	for name, k := range keyNames {
		words[name] = entry{key: k}
	}
	for number, line := range strings.Split(wordsFile, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		if err := addWord(words, line); err != nil {
			panic(fmt.Sprintf("calendar: data/words.tsv:%d: %v", number+1, err))
		}
	}
	for name := range feastNames() {
		first := words[name]
		first.roles |= roleFeast
		words[name] = first
	}
	return words
})

func addWord(words map[string]entry, line string) error {
	columns := strings.Split(line, "\t")
	if len(columns) != 3 {
		return fmt.Errorf("%d columns instead of word, role, value", len(columns))
	}
	r, ok := roleNames[columns[1]]
	if !ok {
		return fmt.Errorf("unknown role %q", columns[1])
	}
	e := words[columns[0]]
	e.roles |= r
	switch r {
	case roleUnit, roleUnits, roleSpan, roleEvery, roleTwice:
		if e.unit, ok = unitNames[columns[2]]; !ok {
			return fmt.Errorf("unknown unit %q", columns[2])
		}
	case roleShort, roleTimid, rolePresent, roleBygone, roleComing, roleFuture, rolePast, roleRare, roleLull, roleCounted, roleLoose, roleNumbered:
	default:
		value, err := strconv.Atoi(columns[2])
		if err != nil {
			return fmt.Errorf("value of %q: %w", columns[0], err)
		}
		e.value = int32(value)
	}
	words[columns[0]] = e
	return nil
}

// firstWord returns the letters that begin a name, as the scanner cuts it.
func firstWord(name string) string {
	for i := range len(name) {
		if !isLetter(name[i]) {
			return name[:i]
		}
	}
	return name
}
