package brief

import (
	"bytes"
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// style is an ANSI rendition.
type style string

// The renditions of the brief: few, and readable on a dark and a bright ground.
const (
	plain   style = ""
	bold    style = "1"
	faint   style = "2"
	heading style = "1;36"
	warning style = "33"
)

// run is a stretch of text in one style. What a terminal would obey in the
// text is neutralised when it is written.
type run struct {
	text  string
	style style
}

// page collects lines of limited width.
type page struct {
	buf    bytes.Buffer
	width  int // terminal cells
	colour bool
}

// narrow is the width below which a table would leave its columns no room.
const narrow = 64

// shortNote is the widest note for which all lines of a row leave room.
const shortNote = 8

// minimumText is the least number of cells that a line has beside its indent.
const minimumText = 16

// section begins a section, a blank line above it.
func (p *page) section(title, note string) {
	p.blank()
	runs := []run{{title, heading}}
	if note != "" {
		runs = append(runs, run{" — " + note, faint})
	}
	p.line(0, 0, runs...)
}

func (p *page) blank() { p.buf.WriteByte('\n') }

// line writes runs as one paragraph: its first line indented by first cells,
// the others by rest. It breaks at blanks; a word longer than a line is cut
// between graphemes.
func (p *page) line(first, rest int, runs ...run) {
	p.flow(p.indent(first), rest, runs)
	p.blank()
}

// flow writes runs from a column on, the lines after the first indented by
// rest, and gives the column reached.
func (p *page) flow(column, rest int, runs []run) int {
	room := max(p.width, rest+minimumText, column+minimumText)
	atStart := true
	for _, w := range wordsOf(runs) {
		n := w.cells()
		if !atStart {
			if column+1+n > room {
				p.blank()
				column = p.indent(rest)
			} else {
				p.buf.WriteByte(' ')
				column++
			}
		}
		column = p.word(w, column, rest, room)
		atStart = false
	}
	return column
}

// row is a line of a table: a label in the first column, text that begins at
// column rest, a note at the right edge of the last line. On a narrow page the
// note follows the text.
func (p *page) row(label run, rest int, text []run, note run) {
	p.rowAt(indent, label, rest, text, note)
}

// rowAt is a row whose label begins at another column.
func (p *page) rowAt(first int, label run, rest int, text []run, notes ...run) {
	if p.width < narrow {
		runs := append([]run{label, {" ", plain}}, text...)
		for _, n := range notes {
			runs = append(runs, run{" " + n.text, n.style})
		}
		p.line(first, first+2, runs...)
		return
	}
	column := p.indent(first)
	head := shorten(label.text, rest-first-1)
	p.paint(head, label.style)
	p.rest(column+displaywidth.String(head), rest, text, notes...)
}

// rest writes what follows a label that ends before a column: the text, and
// the notes at the right edge.
func (p *page) rest(column, rest int, text []run, notes ...run) {
	column += p.indent(max(1, rest-column))
	n := 0
	for i, note := range notes {
		n += displaywidth.String(note.text) + min(i, 1)
	}
	if n == 0 {
		p.flow(column, rest, text)
		p.blank()
		return
	}
	if n <= shortNote { // keep it company on the last line
		p.width -= n + 1
		column = p.flow(column, rest, text)
		p.width += n + 1
	} else {
		column = p.flow(column, rest, text)
	}
	if column+1+n > p.width {
		p.blank()
		column = 0
	}
	p.indent(max(1, p.width-n-column))
	for i, note := range notes {
		p.indent(min(i, 1))
		p.paint(note.text, note.style)
	}
	p.blank()
}

// cells writes a line of a table, each text from its column on, at least one
// blank after the one before it. It is for pages that are wide enough.
func (p *page) cells(columns []int, texts ...run) {
	column := 0
	for i, r := range texts {
		from := columns[i]
		if column > 0 {
			from = max(from, column+1)
		}
		if r.text == "" || from >= p.width {
			continue
		}
		text := shorten(r.text, p.width-from)
		column += p.indent(from - column)
		p.paint(text, r.style)
		column += displaywidth.String(text)
	}
	p.blank()
}

func (p *page) indent(n int) int {
	p.buf.WriteString(strings.Repeat(" ", n))
	return n
}

// word writes one word and gives the column after it.
func (p *page) word(w word, column, rest, room int) int {
	for _, piece := range w {
		if n := displaywidth.String(piece.text); column+n <= room {
			p.paint(piece.text, piece.style)
			column += n
			continue
		}
		g := displaywidth.StringGraphemes(piece.text)
		from, at := 0, 0
		for g.Next() {
			if column+g.Width() > room {
				p.paint(piece.text[from:at], piece.style)
				p.blank()
				column, from = p.indent(rest), at
			}
			column += g.Width()
			at += len(g.Value())
		}
		p.paint(piece.text[from:at], piece.style)
	}
	return column
}

func (p *page) paint(text string, s style) {
	if text == "" {
		return
	}
	if !p.colour || s == plain {
		p.buf.WriteString(text)
		return
	}
	p.buf.WriteString("\x1b[" + string(s) + "m" + text + "\x1b[0m")
}

// word is what must not be torn apart: pieces without a blank between them.
type word []run

func (w word) cells() int {
	n := 0
	for _, piece := range w {
		n += displaywidth.String(piece.text)
	}
	return n
}

// wordsOf cuts runs at blanks.
func wordsOf(runs []run) []word {
	var words []word
	open := false // the last word may still grow
	for _, r := range runs {
		for i, text := range strings.Split(neutral(r.text), " ") {
			if i > 0 {
				open = false
			}
			if text == "" {
				continue
			}
			if !open {
				words = append(words, nil)
			}
			last := len(words) - 1
			words[last] = append(words[last], run{text, r.style})
			open = true
		}
	}
	return words
}

// shorten cuts text to a number of cells, at a blank where there is one near.
func shorten(text string, cells int) string {
	text = Plain(text)
	if displaywidth.String(text) <= cells {
		return text
	}
	cut := displaywidth.TruncateString(text, cells-1, "")
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)*2/3 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " .,;:–—-") + "…"
}
