package article

import (
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed data/*.tsv
var dataFiles embed.FS

// rows returns the rows of one of the package's tables, split at the tabs,
// without comments. The files are part of the program: a fault in one is a
// fault of the build, which the package's tests find.
func rows(name string, columns int) [][]string {
	raw, err := dataFiles.ReadFile("data/" + name)
	if err != nil {
		panic(fmt.Sprintf("article: embedded table %s is missing: %v", name, err))
	}
	var out [][]string
	for i, line := range strings.Split(string(raw), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != columns {
			panic(fmt.Sprintf("article: data/%s line %d has %d columns, want %d", name, i+1, len(fields), columns))
		}
		out = append(out, fields)
	}
	return out
}

// furnitureKind is what a line of the page around the article is.
type furnitureKind uint8

const (
	notFurniture furnitureKind = iota
	publishedLabel
	updatedLabel
	bylineLabel
	roleWord
	noiseLine
	sectionHeading
	captionLabel
	legalNotice
	outletWord
	kickerLabel
	noPlaceWord
	signOff
)

var furnitureKinds = map[string]furnitureKind{
	"published": publishedLabel, "updated": updatedLabel, "byline": bylineLabel, "role": roleWord,
	"noise": noiseLine, "section": sectionHeading, "caption": captionLabel, "legal": legalNotice,
	"outlet": outletWord, "kicker": kickerLabel, "noplace": noPlaceWord, "signoff": signOff,
}

// furniture is data/furniture.tsv, arranged for look-up.
type furniture struct {
	line   map[string]furnitureKind // whole line
	start  map[rune][]furnitureWord // by first letter; longest phrase first
	end    []furnitureWord
	word   map[string]furnitureKind
	kicker map[string]bool
}

type furnitureWord struct {
	kind   furnitureKind
	phrase string
}

var furnitureTable = sync.OnceValue(func() *furniture {
	f := &furniture{
		line: map[string]furnitureKind{}, start: map[rune][]furnitureWord{},
		word: map[string]furnitureKind{}, kicker: map[string]bool{},
	}
	for _, r := range rows("furniture.tsv", 3) {
		kind, ok := furnitureKinds[r[0]]
		if !ok {
			panic("article: data/furniture.tsv: unknown kind " + r[0])
		}
		w := furnitureWord{kind, r[2]}
		switch {
		case kind == kickerLabel:
			f.kicker[r[2]] = true
		case r[1] == "line":
			f.line[r[2]] = kind
		case r[1] == "start":
			first, _ := utf8.DecodeRuneInString(r[2])
			f.start[first] = append(f.start[first], w)
		case r[1] == "end":
			f.end = append(f.end, w)
		case r[1] == "word":
			f.word[r[2]] = kind
		default:
			panic("article: data/furniture.tsv: unknown comparison " + r[1])
		}
	}
	for _, list := range f.start {
		slices.SortStableFunc(list, func(a, b furnitureWord) int { return len(b.phrase) - len(a.phrase) })
	}
	return f
})

// agencyNames maps the forms in which agencies sign to their names. Forms of
// up to four letters are codes and compared with case, longer ones without.
var agencyNames = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, r := range rows("agencies.tsv", 2) {
		for _, form := range strings.Split(r[1], "|") {
			m[agencyKey(form)] = r[0]
		}
	}
	return m
})

func agencyKey(form string) string {
	if len(form) <= 4 {
		return form
	}
	return strings.ToLower(form)
}

// agencyNamed gives the name of the agency that signs as s, or "".
func agencyNamed(s string) string {
	s = strings.Trim(s, " /.,;:-–—()[]")
	if s == "" || len(s) > 40 {
		return ""
	}
	return agencyNames()[agencyKey(s)]
}

// monthNumbers maps month names, lower case, to 1–12.
var monthNumbers = sync.OnceValue(func() map[string]int {
	m := map[string]int{}
	for _, r := range rows("months.tsv", 2) {
		n, err := strconv.Atoi(r[0])
		if err != nil {
			panic("article: data/months.tsv: bad month number " + r[0])
		}
		for _, form := range strings.Fields(r[1]) {
			m[form] = n
		}
	}
	return m
})

// zone is a row of data/zones.tsv.
type zone struct {
	minutes int
	rule    string
}

var zones = sync.OnceValue(func() map[string]zone {
	m := map[string]zone{}
	for _, r := range rows("zones.tsv", 3) {
		n, err := strconv.Atoi(r[1])
		if err != nil {
			panic("article: data/zones.tsv: bad offset " + r[1])
		}
		m[r[0]] = zone{n, r[2]}
	}
	return m
})
