package brief

import (
	"math"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"entente/calendar"
	"entente/dossier"
	"entente/tie"
)

// bars are the heights of a sparkline, the lowest first.
var bars = []rune("▁▂▃▄▅▆▇█")

// resample brings a value for each day to a number of cells, each the mean of
// its days; fewer days than cells stay as they are. What is not a number is
// not known, and a cell without anything known isn't either.
func resample(values []float64, cells int) []float64 {
	if len(values) <= cells || cells <= 0 {
		return values
	}
	out := make([]float64, cells)
	for i := range out {
		sum, n := 0.0, 0
		for _, v := range values[i*len(values)/cells : (i+1)*len(values)/cells] {
			if !math.IsNaN(v) {
				sum += v
				n++
			}
		}
		out[i] = sum / float64(n) // nothing known: 0/0
	}
	return out
}

// sparkline draws values, a blank for what is not known, and gives the lowest
// and the highest. A range smaller than least is drawn as if it were that
// large, so that noise does not look like a drama.
func sparkline(values []float64, least float64) (line string, low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, v := range values {
		if !math.IsNaN(v) {
			low, high = min(low, v), max(high, v)
		}
	}
	bottom, height := low, high-low
	if height < least {
		bottom, height = bottom-(least-height)/2, least
	}
	var b strings.Builder
	for _, v := range values {
		if math.IsNaN(v) {
			b.WriteByte(' ')
			continue
		}
		step := int((v - bottom) / height * float64(len(bars)))
		b.WriteRune(bars[min(max(step, 0), len(bars)-1)])
	}
	return b.String(), low, high
}

// measure is one figure of a tie as it went from day to day.
type measure struct {
	name  string
	of    func(*tie.Point) float64
	least float64 // the smallest range that fills the height
	scale func(low, high float64) string
}

var measures = []measure{
	{"Tone", func(p *tie.Point) float64 { return p.Smoothed.Value }, 1,
		func(low, high float64) string { return fromTo(signed(low), signed(high), signed(high)) }},
	{"Contact", func(p *tie.Point) float64 { return p.Contact.Value }, 0.7,
		func(low, high float64) string { return fromTo(factor(low), factor(high), ratio(high)) }},
	{"Conflict", func(p *tie.Point) float64 { return p.ConflictShare.Value }, 0.1,
		func(low, high float64) string {
			return fromTo(decimal(100*low, 0)+"%", decimal(100*high, 0)+"%", decimal(100*high, 0)+"%")
		}},
}

// fromTo writes the lowest and the highest value; end is how the highest is
// written behind the lowest.
func fromTo(low, high, end string) string {
	if low == high {
		return low
	}
	return strings.TrimSuffix(low, "%") + "…" + end
}

// fewestDays is the shortest history that is worth a drawing.
const fewestDays = 5

// scaleWidth is the room for the lowest and the highest value beside a drawing.
const scaleWidth = 11

// drawings writes sparklines of a history on one axis of time.
// Below it stand the change points.
func (d *desk) drawings(t *dossier.Tie, rest int, list ...measure) {
	history := t.History
	cells := d.width - rest - 1 - scaleWidth
	if len(history) < fewestDays || cells < fewestDays || !someKnown(history) {
		return
	}
	for _, m := range list {
		values := make([]float64, len(history))
		for i := range history {
			if values[i] = math.NaN(); history[i].Known {
				values[i] = m.of(&history[i])
			}
		}
		line, low, high := sparkline(resample(values, cells), m.least)
		column := d.indent(indent)
		d.paint(m.name, bold)
		column += displaywidth.String(m.name)
		column += d.indent(max(1, rest-column))
		d.buf.WriteString(line)
		column += displaywidth.String(line)
		d.paint(" "+shorten(m.scale(low, high), min(scaleWidth, d.width-column-1)), faint)
		d.blank()
	}
	d.marks(t, rest, min(cells, len(history)))
	d.axis(rest, min(cells, len(history)), history[0].Day, history[len(history)-1].Day)
}

// marks points at the days of change below a drawing: filled where the tone
// became another one, hollow where contact did.
func (d *desk) marks(t *dossier.Tie, rest, cells int) {
	first, days := t.History[0].Day, len(t.History)
	line := []rune(strings.Repeat(" ", cells))
	mark := func(day calendar.Day, by float64, up, down rune) {
		if by < 0 {
			up = down
		}
		if i := int(day - first); i >= 0 && i < days {
			line[i*cells/days] = up
		}
	}
	for i := range t.Turns {
		mark(t.Turns[i].Day, t.Turns[i].Ratio.Value, '△', '▽')
	}
	for i := range t.Breaks {
		mark(t.Breaks[i].Day, t.Breaks[i].Change.Value, '▲', '▼')
	}
	if marks := strings.TrimRight(string(line), " "); marks != "" {
		d.indent(rest)
		d.paint(marks, bold)
		d.blank()
	}
}

func someKnown(history []tie.Point) bool {
	for i := range history {
		if history[i].Known {
			return true
		}
	}
	return false
}

// axis writes the first day below the first cell of a drawing and the last one
// below the last, with that in the middle where there is room.
func (d *desk) axis(column, cells int, from, to calendar.Day) {
	first, middle, last := dayText(from), monthText(from+(to-from)/2), dayText(to)
	n := len(first) + len(last)
	if column+n+1 > d.width {
		return
	}
	text := first + strings.Repeat(" ", max(1, cells-n)) + last
	if at := (cells - len(middle)) / 2; at > len(first)+2 && at+len(middle)+2 < cells-len(last) {
		text = text[:at] + middle + text[at+len(middle):]
	}
	d.indent(column)
	d.paint(text, faint)
	d.blank()
}
