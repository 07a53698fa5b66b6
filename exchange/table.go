package exchange

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
	"strings"
)

// csvTable writes comma-separated values, the names of the columns first.
type csvTable struct {
	out   *csv.Writer
	set   *Set
	cells []string
}

func newCSV(w io.Writer, set *Set) (*csvTable, error) {
	t := &csvTable{out: csv.NewWriter(w), set: set, cells: make([]string, len(set.Columns))}
	for i, c := range set.Columns {
		t.cells[i] = c.Name
	}
	return t, t.out.Write(t.cells)
}

func (t *csvTable) write(cells []value) error {
	for i, c := range cells {
		switch {
		case !c.known:
			t.cells[i] = ""
		case t.set.Columns[i].Kind == Text:
			t.cells[i] = cell(c.text)
		case t.set.Columns[i].Kind == Date:
			t.cells[i] = c.text
		default:
			t.cells[i] = strconv.FormatFloat(c.number, 'f', -1, 64)
		}
	}
	return t.out.Write(t.cells)
}

func (t *csvTable) close() error {
	t.out.Flush()
	return t.out.Error()
}

// cell makes words from outside safe for a spreadsheet: one line, and never a
// formula. A spreadsheet runs what begins with =, +, - or @; an apostrophe
// before it stops that.
func cell(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if s != "" && strings.ContainsRune("=+-@", rune(s[0])) {
		return "'" + s
	}
	return s
}

// ndjsonTable writes one JSON object to a line, its members in the order of
// the columns; what is unknown is null.
type ndjsonTable struct {
	out   *bufio.Writer
	set   *Set
	names [][]byte // with quotes and colon
	buf   []byte
	text  bytes.Buffer
	enc   *json.Encoder // into text
}

func newNDJSON(w io.Writer, set *Set) *ndjsonTable {
	t := &ndjsonTable{out: bufio.NewWriterSize(w, 64<<10), set: set}
	t.enc = json.NewEncoder(&t.text)
	t.enc.SetEscapeHTML(false)
	for _, c := range set.Columns {
		t.names = append(t.names, append(t.appendText(nil, c.Name), ':'))
	}
	return t
}

func (t *ndjsonTable) write(cells []value) error {
	b := t.buf[:0]
	for i, c := range cells {
		if i == 0 {
			b = append(b, '{')
		} else {
			b = append(b, ',')
		}
		b = append(b, t.names[i]...)
		switch {
		case !c.known:
			b = append(b, "null"...)
		case t.set.Columns[i].Kind == Text, t.set.Columns[i].Kind == Date:
			b = t.appendText(b, c.text)
		default:
			b = strconv.AppendFloat(b, c.number, 'f', -1, 64)
		}
	}
	t.buf = append(b, '}', '\n')
	_, err := t.out.Write(t.buf)
	return err
}

func (t *ndjsonTable) close() error { return t.out.Flush() }

// appendText appends the text as JSON writes it.
func (t *ndjsonTable) appendText(b []byte, s string) []byte {
	t.text.Reset()
	if err := t.enc.Encode(s); err != nil {
		panic(err) // a string can always be written, and so can a buffer
	}
	return append(b, bytes.TrimSuffix(t.text.Bytes(), []byte("\n"))...)
}
