package exchange

import (
	"bytes"
	"errors"
	"io"
)

const (
	maxRow    = 1 << 20  // bytes of a row
	maxQuoted = 64 << 10 // bytes of a row that runs over several lines
	maxCells  = 1024     // cells of a row that are told apart
)

// lines cuts an input into rows, in place: a row is a part of one buffer and
// holds until the next is asked for.
type lines struct {
	in      io.Reader
	buf     []byte
	from    int // where the row begins
	length  int // its length
	after   int // where the next one begins, counted from from
	first   int // after, as it was behind the first line of the row
	to      int // end of what was read
	line    int // number of the row's first line, from 1
	further int // lines of the row behind the first
	tooLong bool
	eof     bool
	err     error
}

// firstBuffer is what holds the rows until one is longer; it stays in the
// processor's cache.
const firstBuffer = 128 << 10

func newLines(in io.Reader) *lines { return &lines{in: in, buf: make([]byte, firstBuffer)} }

// row gives the row without its line end.
func (l *lines) row() []byte { return l.buf[l.from : l.from+l.length] }

// next goes on to the next line. It tells false at the end of the input.
func (l *lines) next() bool {
	l.from += l.after
	l.line += 1 + l.further
	l.after, l.further, l.tooLong = 0, 0, false
	if !l.find(0) {
		l.line--
		return false
	}
	l.first = l.after
	return true
}

// skipMark passes over the byte order mark at the beginning of a file.
func (l *lines) skipMark() {
	if bytes.HasPrefix(l.row(), []byte("\xef\xbb\xbf")) {
		l.from, l.length, l.after, l.first = l.from+3, l.length-3, l.after-3, l.first-3
	}
}

// extend adds the next line to the row.
func (l *lines) extend() bool {
	if !l.find(l.after) {
		return false
	}
	if l.tooLong {
		l.tooLong = false
		return false
	}
	l.further++
	return true
}

// retreat takes the lines that extend added away again.
func (l *lines) retreat() {
	if l.further == 0 {
		return
	}
	l.after, l.further = l.first, 0
	l.length = len(trimEnd(l.buf[l.from : l.from+l.after]))
}

// find ends the row at the first line feed at or behind the offset.
func (l *lines) find(offset int) bool {
	search := offset
	for {
		if i := bytes.IndexByte(l.buf[l.from+search:l.to], '\n'); i >= 0 {
			l.after = search + i + 1
			l.length = len(trimEnd(l.buf[l.from : l.from+l.after]))
			return true
		}
		search = l.to - l.from
		if l.eof {
			if search == offset {
				return false
			}
			l.after, l.length = search, len(trimEnd(l.buf[l.from:l.to]))
			return true
		}
		if !l.fill() {
			if offset > 0 {
				l.tooLong = true
				return true
			}
			l.skip()
			return true
		}
	}
}

// skip passes over the rest of a line that doesn't fit; its beginning stays as
// the row.
func (l *lines) skip() {
	l.tooLong, l.length = true, 4096
	keep := l.from + l.length
	for {
		if i := bytes.IndexByte(l.buf[keep:l.to], '\n'); i >= 0 {
			l.after = keep + i + 1 - l.from
			return
		}
		l.to = keep
		if l.eof || !l.fill() {
			l.after = l.to - l.from
			return
		}
	}
}

// fill reads more; it tells false where the buffer is full.
func (l *lines) fill() bool {
	if l.from > 0 {
		copy(l.buf, l.buf[l.from:l.to])
		l.to -= l.from
		l.from = 0
	}
	if l.to == len(l.buf) {
		if len(l.buf) > maxRow {
			return false
		}
		l.buf = append(l.buf, make([]byte, min(len(l.buf), maxRow+2-len(l.buf)))...)
	}
	for range 100 {
		n, err := l.in.Read(l.buf[l.to:])
		l.to += n
		if err != nil {
			l.eof = true
			if !errors.Is(err, io.EOF) {
				l.err = err
			}
			return true
		}
		if n > 0 {
			return true
		}
	}
	l.eof, l.err = true, io.ErrNoProgress
	return true
}

func trimEnd(line []byte) []byte {
	line = bytes.TrimSuffix(line, []byte("\n"))
	return bytes.TrimSuffix(line, []byte("\r"))
}

// cut parts the row into cells. It tells false where a quotation mark is open
// at its end.
func (im *importer) cut(d *dialect) bool {
	im.cells = im.cells[:0]
	if !d.quoted {
		rest := im.row
		for len(im.cells) < maxCells {
			i := bytes.IndexByte(rest, d.separator)
			if i < 0 {
				break
			}
			im.cells = append(im.cells, rest[:i])
			rest = rest[i+1:]
		}
		im.cells = append(im.cells, rest)
		return true
	}
	return im.cutQuoted(d.separator)
}

// cutQuoted takes a quotation mark at the beginning of a cell for its opening;
// anywhere else, and where more than the separator follows, it is text.
func (im *importer) cutQuoted(separator byte) bool {
	rest := im.row
	im.unquoted = im.unquoted[:0]
	if cap(im.unquoted) < len(rest) {
		im.unquoted = make([]byte, 0, 2*len(rest)) // never moved while cells point into it
	}
	for len(im.cells) < maxCells {
		if len(rest) == 0 || rest[0] != '"' {
			i := bytes.IndexByte(rest, separator)
			if i < 0 {
				break
			}
			im.cells = append(im.cells, rest[:i])
			rest = rest[i+1:]
			continue
		}
		begin := len(im.unquoted)
		i := 1
		for {
			j := bytes.IndexByte(rest[i:], '"')
			if j < 0 {
				return false
			}
			im.unquoted = append(im.unquoted, rest[i:i+j]...)
			i += j + 1
			if i == len(rest) || rest[i] == separator {
				break
			}
			im.unquoted = append(im.unquoted, '"')
			if rest[i] == '"' {
				i++
			}
		}
		im.cells = append(im.cells, im.unquoted[begin:])
		if i == len(rest) {
			return true
		}
		rest = rest[i+1:]
	}
	im.cells = append(im.cells, rest)
	return true
}
