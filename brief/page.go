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

// minimumText is the least number of cells that a line has beside its indent.
const minimumText = 16

func (p *page) blank() { p.buf.WriteByte('\n') }

// line writes runs as one paragraph: its first line indented by first cells,
// the others by rest. It breaks at blanks; a word longer than a line is cut
// between graphemes.
func (p *page) line(first, rest int, runs ...run) {
	room := max(p.width, rest+minimumText, first+minimumText)
	column := p.indent(first)
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
	return strings.TrimRight(cut, " ,;:–—-") + "…"
}
