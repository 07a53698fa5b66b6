package exchange

import (
	"bytes"
	"fmt"
	"strings"
)

// column is one column of a data set that is read.
type column struct {
	names string // as files call it, divided by "|"; case, blanks and underscores don't count
	must  bool   // a file that has the names of its columns must have this one
}

// dialect is how a file writes its rows.
type dialect struct {
	separator byte
	quoted    bool
	header    []byte // the line with the names of the columns, nil where there is none
	cells     int    // number of columns by it
	forms     []form // for every column what its cells look like, by its name
	found     [][]int
}

// open finds out, from the first line of a file, how the file writes its rows.
func (im *importer) open(line []byte) (d *dialect, header bool, err error) {
	d = &dialect{separator: separatorOf(line)}
	d.quoted = d.separator != '\t' || bytes.HasPrefix(line, []byte(`"`))
	im.row = line
	im.cut(d)
	names := make([]string, len(im.cells))
	for i, c := range im.cells {
		names[i] = string(c)
	}
	at, hits := im.set.find(names)
	if hits < 3 || 2*hits < min(len(names), len(im.set.columns)) {
		if len(im.set.layouts) == 0 {
			return nil, false, fmt.Errorf("no names of columns; a file of %s begins with a line of them, such as %q", im.set.name, im.set.example())
		}
		for _, layout := range im.set.layouts {
			at, _ := im.set.find(layout)
			d.found = append(d.found, at)
		}
		return d, false, nil
	}
	for i, c := range im.set.columns {
		if c.must && at[i] < 0 {
			name, _, _ := strings.Cut(c.names, "|")
			return nil, false, fmt.Errorf("the names of the columns have no %q; is this a file of %s?", name, im.set.name)
		}
	}
	d.header = append([]byte(nil), line...)
	d.cells = len(names)
	d.forms = im.formsOf(names)
	im.at = at
	return d, true, nil
}

// separatorOf gives what stands most often in the line of tab, comma and
// semicolon; a tab wins by being there at all.
func separatorOf(line []byte) byte {
	if bytes.IndexByte(line, '\t') >= 0 {
		return '\t'
	}
	if bytes.Count(line, []byte{';'}) > bytes.Count(line, []byte{','}) {
		return ';'
	}
	return ','
}

// find gives for every column of the set where in names it is, and how many
// of names are among them.
func (s *dataset) find(names []string) (at []int, hits int) {
	place := make(map[string]int, len(names))
	for i, n := range names {
		if n = plainName(n); n != "" {
			if _, twice := place[n]; !twice {
				place[n] = i
			}
		}
	}
	at = make([]int, len(s.columns))
	for i, c := range s.columns {
		at[i] = -1
		for _, n := range strings.Split(c.names, "|") {
			if j, ok := place[plainName(n)]; ok {
				at[i] = j
				hits++
				break
			}
		}
	}
	return at, hits
}

// example gives the names of the columns that the set asks for.
func (s *dataset) example() string {
	var names []string
	for _, c := range s.columns {
		if c.must {
			name, _, _ := strings.Cut(c.names, "|")
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// plainName leaves the letters and digits of a column's name, in lower case.
func plainName(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		}
		return -1
	}, name)
}

// align brings the row to the columns of the file: by their number where there
// are no names, else by mending what can be mended.
func (im *importer) align(d *dialect) (reason string, mended bool) {
	if d.header == nil {
		for i, layout := range im.set.layouts {
			if len(layout) == len(im.cells) {
				im.at = d.found[i]
				return "", false
			}
		}
		return fmt.Sprintf("%d columns; %s has %s", len(im.cells), im.set.name, im.set.widths()), false
	}
	if len(im.cells) == d.cells {
		return "", false
	}
	if len(im.cells) > d.cells && im.realign(d) {
		return "", true
	}
	return fmt.Sprintf("%d columns where the line of their names has %d", len(im.cells), d.cells), false
}

// widths lists the numbers of columns without names, as words.
func (s *dataset) widths() string {
	var w []string
	for _, l := range s.layouts {
		w = append(w, fmt.Sprint(len(l)))
	}
	if len(w) < 2 {
		return strings.Join(w, "")
	}
	return strings.Join(w[:len(w)-1], ", ") + " or " + w[len(w)-1]
}
