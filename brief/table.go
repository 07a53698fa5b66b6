package brief

import (
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// Bounds of a table of text.
const (
	widestCell = 60  // cells of a terminal; longer text is shortened
	measured   = 200 // rows that the widths of columns are taken from
)

// Table writes rows in columns, as many cells wide as their text needs, the
// first line naming the columns, and tells how many rows there were. Numbers
// stand at the right of their column.
func Table(w io.Writer, look Look, columns []string, rows iter.Seq[[]string]) error {
	t := &table{w: w, look: look, columns: columns}
	n := 0
	for row := range rows {
		n++
		clean := make([]string, len(row))
		for i, cell := range row {
			clean[i] = shorten(Plain(strings.Join(strings.Fields(cell), " ")), widestCell)
		}
		if t.widths == nil {
			t.held = append(t.held, clean)
			if len(t.held) == measured {
				t.begin()
			}
			continue
		}
		t.row(clean, plain)
	}
	if t.widths == nil {
		t.begin()
	}
	what := "rows"
	if n == 1 {
		what = "row"
	}
	t.print(fmt.Sprintf("%d %s\n", n, what))
	return t.err
}

// table is one call of Table.
type table struct {
	w       io.Writer
	look    Look
	columns []string
	held    [][]string // until the widths are known
	widths  []int
	numbers []bool
	err     error
}

// begin takes the widths from what is held, and writes that.
func (t *table) begin() {
	t.widths = make([]int, len(t.columns))
	t.numbers = make([]bool, len(t.columns))
	for i, name := range t.columns {
		t.widths[i] = displaywidth.String(name)
		t.numbers[i] = len(t.held) > 0
	}
	for _, row := range t.held {
		for i, cell := range row {
			t.widths[i] = max(t.widths[i], displaywidth.String(cell))
			t.numbers[i] = t.numbers[i] && (cell == "" || numeric(cell))
		}
	}
	t.row(t.columns, heading)
	for _, row := range t.held {
		t.row(row, plain)
	}
	t.held = nil
}

func (t *table) row(cells []string, as style) {
	var line strings.Builder
	for i, cell := range cells {
		gap := strings.Repeat(" ", max(0, t.widths[i]-displaywidth.String(cell)))
		switch {
		case t.numbers[i]:
			line.WriteString(gap + cell)
		case i < len(cells)-1:
			line.WriteString(cell + gap)
		default:
			line.WriteString(cell)
		}
		if i < len(cells)-1 {
			line.WriteString("  ")
		}
	}
	text := strings.TrimRight(line.String(), " ")
	if t.look.Colour && as != plain {
		text = "\x1b[" + string(as) + "m" + text + "\x1b[0m"
	}
	t.print(text + "\n")
}

func (t *table) print(s string) {
	if t.err == nil {
		_, t.err = io.WriteString(t.w, s)
	}
}

func numeric(s string) bool {
	return strings.Trim(s, "0123456789.-+e") == "" && strings.ContainsAny(s, "0123456789")
}
