package calendar

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"
)

//go:embed data/feasts.tsv
var feastsFile string

//go:embed data/movable.tsv
var movableFile string

// feast is a holiday, a season of diplomacy, or a period of history.
type feast struct {
	names []string // lower case
	rule  feastRule
	kind  feastKind
	// Arguments of the rule, as described in data/feasts.tsv.
	month, day, nth, weekday, offset, length int
	dates                                    []Interval // of table and span, in order
}

type feastRule uint8

const (
	ruleFixed feastRule = iota
	ruleNth
	ruleAfter
	ruleEaster
	ruleTable
	ruleSpan
)

type feastKind uint8

const (
	kindFeast feastKind = iota
	kindSeason
	kindPeriod
)

// feasts returns the table of data/feasts.tsv; it is built once and read only.
var feasts = sync.OnceValue(func() []feast {
	movable := movableDates()
	var table []feast
	for number, line := range strings.Split(feastsFile, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f, err := readFeast(line, movable)
		if err != nil {
			panic(fmt.Sprintf("calendar: data/feasts.tsv:%d: %v", number+1, err))
		}
		table = append(table, f)
	}
	return table
})

func readFeast(line string, movable map[string][]Interval) (feast, error) {
	columns := strings.Split(line, "\t")
	if len(columns) != 3 {
		return feast{}, fmt.Errorf("%d columns instead of names, rule, kind", len(columns))
	}
	f := feast{names: strings.Split(columns[0], "|"), length: 1}
	switch columns[2] {
	case "feast":
	case "season":
		f.kind = kindSeason
	case "period":
		f.kind = kindPeriod
	default:
		return feast{}, fmt.Errorf("unknown kind %q", columns[2])
	}
	words := strings.Fields(columns[1])
	numbers := make([]int, len(words))
	for i, word := range words {
		numbers[i], _ = strconv.Atoi(word)
	}
	switch {
	case words[0] == "fixed" && len(words) == 2:
		f.month, f.day = monthDay(words[1])
	case words[0] == "nth" && len(words) == 4:
		f.rule, f.nth, f.weekday, f.month = ruleNth, numbers[1], numbers[2], numbers[3]
	case words[0] == "after" && len(words) == 5:
		f.rule, f.weekday, f.offset, f.length = ruleAfter, numbers[1], -numbers[3], numbers[4]
		f.month, f.day = monthDay(words[2])
	case words[0] == "easter" && len(words) == 2:
		f.rule, f.offset = ruleEaster, numbers[1]
	case words[0] == "table" && len(words) == 2 && movable[words[1]] != nil:
		f.rule, f.dates = ruleTable, movable[words[1]]
	case words[0] == "span" && len(words) == 3:
		f.rule, f.dates = ruleSpan, []Interval{{parseDay(words[1]), parseDay(words[2])}}
	default:
		return feast{}, fmt.Errorf("unknown rule %q", columns[1])
	}
	return f, nil
}

func movableDates() map[string][]Interval {
	dates := make(map[string][]Interval)
	for line := range strings.SplitSeq(movableFile, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		columns := strings.Split(line, "\t")
		dates[columns[0]] = append(dates[columns[0]], Interval{parseDay(columns[1]), parseDay(columns[2])})
	}
	return dates
}

func parseDay(s string) Day {
	y, _ := strconv.Atoi(s[:4])
	m, d := monthDay(s[5:])
	return DayOn(y, time.Month(m), d)
}

func monthDay(s string) (month, day int) {
	month, _ = strconv.Atoi(s[:2])
	day, _ = strconv.Atoi(s[3:])
	return month, day
}

// in returns the feast of a year; a feast of the Moon that comes twice in it is
// given as the first.
func (f *feast) in(year int) (Interval, bool) {
	var from Day
	switch f.rule {
	case ruleFixed:
		from = DayOn(year, time.Month(f.month), f.day)
	case ruleNth:
		from = nthWeekday(year, f.month, f.nth, f.weekday)
	case ruleAfter:
		from = DayOn(year, time.Month(f.month), f.day)
		from += Day(floorMod(f.weekday-weekdayNumber(from), 7) + f.offset)
	case ruleEaster:
		from = easter(year) + Day(f.offset)
	default:
		for _, d := range f.dates {
			if d.From.Year() == year {
				return d, true
			}
		}
		return Interval{}, false
	}
	return Interval{from, from + Day(f.length-1)}, true
}

// nthWeekday returns the n-th weekday (1 Monday) of a month, from the end where
// n is negative.
func nthWeekday(year, month, n, weekday int) Day {
	whole := months(year, month, 1)
	if n < 0 {
		return whole.To - Day(floorMod(weekdayNumber(whole.To)-weekday, 7)+7*(-n-1))
	}
	return whole.From + Day(floorMod(weekday-weekdayNumber(whole.From), 7)+7*(n-1))
}

// weekdayNumber counts from Monday, 1, to Sunday, 7.
func weekdayNumber(d Day) int { return int(d-d.monday()) + 1 }

// easter returns Western Easter Sunday (the anonymous Gregorian algorithm).
func easter(year int) Day {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	month := (h + l - 7*m + 114) / 31
	return DayOn(year, time.Month(month), (h+l-7*m+114)%31+1)
}

// feastName is one name of a feast, by its place in the table.
type feastName struct {
	name  string
	index int
}

// feastNames lists the names by their first word; it is built once and read only.
var feastNames = sync.OnceValue(func() map[string][]feastName {
	byFirst := make(map[string][]feastName)
	for i, f := range feasts() {
		for _, name := range f.names {
			first := firstWord(name)
			byFirst[first] = append(byFirst[first], feastName{name, i})
		}
	}
	return byFirst
})

// matchFeast looks for the name of a feast that begins at text[start:] with the
// given word. Names are proper nouns, so that a capital must stand in them. It
// returns the longest match.
func matchFeast(text string, start int, first []byte) (index, end int) {
	index = -1
	for _, f := range feastNames()[string(first)] {
		if stop := matchName(text, start, f.name); stop > end {
			index, end = f.index, stop
		}
	}
	return index, end
}

// matchName compares without regard to case and to the kinds of apostrophe and
// space; it returns the end of the match or 0.
func matchName(text string, start int, name string) int {
	at, capital := start, false
	for k := 0; k < len(name); k++ {
		if at >= len(text) {
			return 0
		}
		c := text[at]
		switch {
		case c == name[k]:
		case 'A' <= c && c <= 'Z' && c+'a'-'A' == name[k]:
			capital = true
		case name[k] == '\'' && strings.HasPrefix(text[at:], "’"):
			at += 2
		case name[k] == ' ' && (c == '\n' || c == '-'), name[k] == '-' && c == ' ':
		default:
			return 0
		}
		at++
	}
	if !capital || at < len(text) && isLetter(text[at]) {
		return 0
	}
	return at
}
