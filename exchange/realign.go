package exchange

import (
	"bytes"
	"entente/atlas"
	"strings"

	"entente/plover"
)

// maxSurplus is how many surplus cells a row may have and still be mended.
const maxSurplus = 8

// form tells whether a cell can stand in a column; nil is free text.
type form func(cell []byte) bool

// columnForms are the forms of columns by plain name, those of ICEWS and
// POLECAT, whose files have rows with tabs inside of texts.
var columnForms = map[string]form{
	"eventid": isWord, "eventdate": isDay, "eventtype": isType, "eventmode": isLower, "intensity": isNumber,
	"quadcode": isWords, "contexts": isLower, "cameocode": isNumber, "storyid": isNumber, "sentencenumber": isNumber,
	"actorcountry": isCodes, "recipientcountry": isCodes, "actorcow": isCodes, "recipientcow": isCodes,
	"primaryactorsector": isCodes, "primaryrecipientsector": isCodes, "actorsectors": isCodes, "recipientsectors": isCodes,
	"latitude": isNumber, "longitude": isNumber, "geonamesid": isNumber, "featuretype": isCodes,
	"publicationdate": isDay, "version": isWord,
}

// formsOf gives the forms of columns by their names. Columns of countries by
// name, which ICEWS has, take names of countries alone.
func (im *importer) formsOf(names []string) []form {
	forms := make([]form, len(names))
	for i, n := range names {
		switch n = plainName(n); n {
		case "sourcecountry", "targetcountry", "country":
			forms[i] = im.isCountry
		default:
			forms[i] = columnForms[n]
		}
	}
	return forms
}

func (im *importer) isCountry(cell []byte) bool {
	if isNone(cell) || isState(string(cell)) {
		return true
	}
	_, ok := atlas.CountryNamed(string(cell))
	return ok
}

// realign mends a row with surplus cells. It tries every place where the
// surplus may have arisen: empty cells too many, or a text broken by tabs. A
// try counts where every cell then has the form of its column. The row is
// mended if there is one and all that there are agree in the columns that are
// read, so that nothing is guessed.
func (im *importer) realign(d *dialect) bool {
	surplus := len(im.cells) - d.cells
	if surplus > maxSurplus {
		return false
	}
	broken := im.cells
	var best [][]byte
	for p := range d.cells {
		// The cells p to p+surplus are one: a text that held tabs, or a cell
		// with nothing but surplus around it.
		merged := bytes.Join(broken[p:p+surplus+1], []byte(" "))
		if !fits(bytes.TrimSpace(merged), d.forms[p]) {
			continue
		}
		try := make([][]byte, 0, d.cells)
		try = append(try, broken[:p]...)
		try = append(try, merged)
		try = append(try, broken[p+surplus+1:]...)
		if !fitAll(try, d.forms) {
			continue
		}
		if best == nil {
			best = try
		} else if !im.agree(best, try) {
			return false
		}
	}
	if best == nil {
		return false
	}
	im.cells = append(im.cells[:0], best...)
	return true
}

// agree tells whether two tries give the same cells to the columns that are read.
func (im *importer) agree(a, b [][]byte) bool {
	for _, i := range im.at {
		if i >= 0 && !bytes.Equal(bytes.TrimSpace(a[i]), bytes.TrimSpace(b[i])) {
			return false
		}
	}
	return true
}

func fitAll(cells [][]byte, forms []form) bool {
	for i, c := range cells {
		if !fits(bytes.TrimSpace(c), forms[i]) {
			return false
		}
	}
	return true
}

func fits(cell []byte, f form) bool { return f == nil || f(cell) }

func isWord(c []byte) bool { return len(c) > 0 && bytes.IndexByte(c, ' ') < 0 }

func isWords(c []byte) bool { return len(c) > 0 && len(c) < 24 }

func isDay(c []byte) bool { _, ok := parseDay(string(c)); return ok }

func isType(c []byte) bool { return plover.Type(c).Valid() }

func isNumber(c []byte) bool {
	if isNone(c) {
		return true
	}
	for _, b := range c {
		if (b < '0' || b > '9') && !strings.ContainsRune("+-.eE", rune(b)) {
			return false
		}
	}
	return true
}

// isCodes allows lists of codes in capitals and digits; isLower those of modes
// and contexts.
func isCodes(c []byte) bool {
	if isNone(c) {
		return true
	}
	for _, word := range bytes.FieldsFunc(c, isListMark) {
		if len(word) > 6 {
			return false
		}
		for _, b := range word {
			if (b < 'A' || b > 'Z') && (b < '0' || b > '9') {
				return isNone(word)
			}
		}
	}
	return true
}

func isLower(c []byte) bool {
	if isNone(c) {
		return true
	}
	for _, b := range c {
		if (b < 'a' || b > 'z') && !strings.ContainsRune("_-;, /", rune(b)) {
			return false
		}
	}
	return true
}

func isListMark(r rune) bool { return r == ';' || r == ',' || r == '|' || r == ' ' }

// isNone tells whether a cell says that there is nothing.
func isNone(c []byte) bool {
	switch string(c) {
	case "", "None", "none", "NONE", "NULL", "null", "nan", "NaN", "N/A", "---", "\\N":
		return true
	}
	return false
}
