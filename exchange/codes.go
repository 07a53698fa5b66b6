package exchange

import (
	"bytes"
	"math"
	"strconv"
	"strings"

	"entente/calendar"
	"entente/plover"
	"entente/record"
)

// coding is what a code of another data set says in PLOVER.
type coding struct {
	typ       plover.Type
	mode      *string
	contexts  []string
	cameo     *string
	goldstein *float64
	quad      int
	score     float64
	rule      string // where the codes come from
	swap      bool   // source and target change places
	dropped   []string
}

var noContexts = []string{}

// code puts what a coding says into the event.
func (im *importer) code(c *coding) {
	e := &im.out.Event
	e.Type, e.Mode, e.Contexts = string(c.typ), c.mode, c.contexts
	e.CAMEO, e.Goldstein, e.Quad, e.Score, e.Rule = c.cameo, c.goldstein, c.quad, c.score, c.rule
	im.out.Scored = c.typ != ""
	im.noted = append(im.noted, c.dropped...)
	if c.swap {
		e.Actors, e.Recipients = e.Recipients, e.Actors
	}
}

// cameo reads a CAMEO code. A leading zero that was lost on the way comes back
// by the root code where the row has one; zeroLost says that codes of the data
// set have three digits at least, so that a shorter one has lost its zero.
func (im *importer) cameo(code, root []byte, zeroLost bool) *coding {
	im.key = append(append(append(im.key[:0], code...), '/'), root...)
	if c, ok := im.codes.get(im.key); ok {
		return c
	}
	return im.codes.put(im.key, readCAMEO(string(code), string(root), im.set.name, zeroLost))
}

func readCAMEO(code, root, origin string, zeroLost bool) *coding {
	for i := range len(code) {
		if code[i] < '0' || code[i] > '9' {
			return nil
		}
	}
	whole := mendCAMEO(code, root, zeroLost)
	if len(whole) < 2 || len(whole) > 4 {
		return nil
	}
	known, ok := plover.CAMEO(whole)
	if !ok {
		return nil
	}
	c := &coding{typ: known.Type, contexts: noContexts, cameo: &whole, quad: int(plover.VerbalCooperation), rule: origin + " " + whole}
	if known.Mode != "" && known.Type.HasMode(known.Mode) {
		c.mode = &known.Mode
	}
	if known.Context != "" && plover.IsContext(known.Context) {
		c.contexts = []string{known.Context}
	}
	if g, ok := plover.Goldstein(whole); ok {
		c.goldstein = &g
	}
	if c.typ != "" {
		c.quad, c.score = int(c.typ.Quad()), c.typ.Score(known.Mode)
	}
	c.swap = isHosting(whole)
	return c
}

// isHosting tells the code of receiving a visitor: CAMEO's source is the host,
// PLOVER's actor the visitor.
func isHosting(code string) bool { return code == "043" }

// mendCAMEO gives the code its leading zero back.
func mendCAMEO(code, root string, zeroLost bool) string {
	if len(root) == 1 {
		root = "0" + root
	}
	switch {
	case len(root) == 2 && !strings.HasPrefix(code, root) && strings.HasPrefix("0"+code, root):
		return "0" + code
	case !zeroLost || code == "" || code[0] == '0':
		return code
	case len(code) < 3:
		return "0" + code
	case len(code) == 3:
		// 10 to 20 are roots and no other code begins with a digit above 2.
		if _, ok := plover.CAMEO(code); !ok {
			return "0" + code
		}
	}
	return code
}

// ploverCoding makes the coding of a type, mode and contexts of PLOVER's own.
func ploverCoding(t plover.Type, mode string, contexts []string, rule string) *coding {
	c := &coding{typ: t, contexts: contexts, quad: int(t.Quad()), score: t.Score(mode), rule: rule}
	if mode != "" {
		c.mode = &mode
	}
	cameo := t.CAMEO(mode, contexts)
	c.cameo = &cameo
	if g, ok := plover.Goldstein(cameo); ok {
		c.goldstein = &g
	}
	return c
}

// goldstein puts the row's own Goldstein value, where it has a possible one,
// before that of the table.
func (im *importer) goldstein(cell []byte) {
	if v, ok := parseNumber(cell); ok && v >= -10 && v <= 10 {
		im.gold = v
		im.out.Event.Goldstein = &im.gold
	}
}

// parseNumber reads decimals as data sets write them, without allocating.
func parseNumber(b []byte) (float64, bool) {
	s, negative := b, false
	if len(s) > 0 && (s[0] == '-' || s[0] == '+') {
		s, negative = s[1:], s[0] == '-'
	}
	if len(s) == 0 || len(s) > 15 {
		v, err := strconv.ParseFloat(string(b), 64)
		return v, err == nil && !math.IsInf(v, 0) && !math.IsNaN(v)
	}
	var n, scale int64 = 0, 0
	for _, c := range s {
		switch {
		case c == '.' && scale == 0:
			scale = 1
		case c >= '0' && c <= '9':
			n, scale = n*10+int64(c-'0'), scale*10
		default:
			v, err := strconv.ParseFloat(string(b), 64)
			return v, err == nil && !math.IsInf(v, 0) && !math.IsNaN(v)
		}
	}
	if len(s) == 1 && scale == 1 {
		return 0, false // a point alone
	}
	v := float64(n)
	if scale > 1 {
		v /= float64(scale)
	}
	if negative {
		v = -v
	}
	return v, true
}

// parseCount reads a number of things; 0 where there is none.
func parseCount(b []byte) int {
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' || n > 1<<40 {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// on puts the day into the event. It tells false where the cell is no day.
func (im *importer) on(cell []byte) bool {
	day, ok := im.days.get(cell)
	if !ok {
		d, valid := parseDay(string(cell))
		if !valid {
			return false
		}
		day = im.days.put(cell, d)
	}
	im.date = record.Date{From: day, To: day}
	im.out.Event.Date = &im.date
	return true
}

var monthNames = [...]string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// parseDay reads the forms that data sets write days in: 20150416, 2015-04-16
// with or without a time behind it, 16 April 2015.
func parseDay(s string) (day string, ok bool) {
	s = strings.TrimSpace(s)
	iso := ""
	switch {
	case len(s) >= 8 && len(s) <= 14 && strings.Trim(s, "0123456789") == "":
		iso = s[:4] + "-" + s[4:6] + "-" + s[6:8]
	case len(s) == 10, len(s) > 10 && len(s) < 40 && (s[10] == ' ' || s[10] == 'T') && s[4] == '-':
		iso = s[:10]
	}
	if words := strings.Fields(s); len(words) == 3 && len(words[0]) <= 2 && len(words[2]) == 4 {
		for i, m := range monthNames {
			w := strings.ToLower(words[1])
			if w == m || w == m[:3] {
				iso = words[2] + "-" + strconv.Itoa(i + 101)[1:] + "-" + strings.Repeat("0", 2-len(words[0])) + words[0]
			}
		}
	}
	d, err := calendar.ParseDay(iso)
	if err != nil || d.Year() < 1700 || d.Year() > 2200 {
		return "", false
	}
	return iso, true
}

// quoted shows a cell in a reason, shortened.
func quoted(cell []byte) string {
	if len(cell) > 60 {
		cell = append(bytes.ToValidUTF8(cell[:60], nil), "…"...)
	}
	return strconv.Quote(string(cell))
}
