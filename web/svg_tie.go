package web

import (
	"fmt"
	"html/template"
	"math"

	"entente/brief"
	"entente/calendar"
	"entente/dossier"
	"entente/tie"
)

// course is a tie as its chart shows it.
type course struct {
	name    string
	history []tie.Point
	breaks  []dossier.Break
	turns   []dossier.Turn
}

// panel is one of the charts that stand under one another on one time axis.
type panel struct {
	title     string
	height    float64
	of        func(*tie.Point) tie.Estimate
	low, high float64 // 0, 0 for what the values need
	neutral   float64 // a line
	ticks     int
	written   func(float64) string
}

var panels = []panel{
	{"Tone, with the interval of 80%", 190, func(p *tie.Point) tie.Estimate { return p.Smoothed }, 0, 0, 0, 5, brief.Score},
	{"Contact, against the year’s rate", 80, func(p *tie.Point) tie.Estimate { return p.Contact }, 0, 0, 0, 3, nil},
	{"Share of conflict", 80, func(p *tie.Point) tie.Estimate { return p.ConflictShare }, 0, 1, 0, 2, brief.Percent},
}

// tieChart draws tone with its band, contact and share of conflict on one time
// axis, change points marked by the numbers and letters of the list beside it.
func tieChart(id string, width int, from, to calendar.Day, courses ...course) template.HTML {
	const left, right, gap = 40.0, 12.0, 34.0
	height := 24.0
	for _, p := range panels {
		height += p.height + gap
	}
	title, desc := "Tone, contact and share of conflict of "+courses[0].name, chartWords(courses)
	d := newDrawing(id, width, int(height), "chart-svg", title, desc)
	x := days(from, to, left, float64(width)-right)
	ticks := timeTicks(from, to, width/75)
	top := 22.0
	for n, p := range panels {
		bottom := top + p.height
		low, high := p.bounds(courses)
		y := scale{low, high, bottom, top}
		d.text(0, top-9, "start", "panel-title", p.title)
		for _, t := range ticks {
			class := "grid"
			if t.major {
				class = "grid major"
			}
			d.line(x.at(float64(t.day)), top, x.at(float64(t.day)), bottom, class)
		}
		for _, v := range p.yTicks(low, high) {
			class := "grid"
			if v == p.neutral {
				class = "zero"
			}
			d.line(left, y.at(v), float64(width)-right, y.at(v), class)
			d.text(left-6, y.at(v)+4, "end", "tick", p.label(v))
		}
		for i := range courses {
			band, line := courses[i].paths(x, y, p.of, width)
			second := ""
			if i > 0 {
				second = " second"
			}
			d.path(band, "band"+second)
			d.path(line, "curve"+second)
		}
		if n == 0 {
			for i, b := range courses[0].breaks {
				d.mark(x.at(float64(b.Day)), top, bottom, fmt.Sprint(i+1), "Change of tone on "+brief.Day(b.Day))
			}
		}
		if n == 1 {
			for i, t := range courses[0].turns {
				d.mark(x.at(float64(t.Day)), top, bottom, letter(i), "Change of contact on "+brief.Day(t.Day))
			}
		}
		top = bottom + gap
	}
	for _, t := range ticks {
		d.text(x.at(float64(t.day)), top-gap+16, "middle", "tick", t.label)
	}
	return d.html()
}

// letter numbers turns of contact: A, B, …
func letter(i int) string { return string(rune('A' + i%26)) }

// mark draws a change point: a line with a label at its head.
func (d *drawing) mark(x, top, bottom float64, label, title string) {
	d.line(x, top, x, bottom, "break")
	d.circle(x, top+2, 8.5, "break-head", title)
	d.text(x, top+6, "middle", "break-label", label)
}

// bounds are those of the values of a panel.
func (p *panel) bounds(courses []course) (low, high float64) {
	if p.high > p.low {
		return p.low, p.high
	}
	low, high = math.Inf(1), math.Inf(-1)
	for i := range courses {
		for j := range courses[i].history {
			if at := &courses[i].history[j]; at.Known {
				e := p.of(at)
				low, high = min(low, e.Low), max(high, e.High)
			}
		}
	}
	low, high = min(low, p.neutral), max(high, p.neutral)
	if p.written == nil { // a logarithm: as far up as down, a quarter to four times at least
		reach := max(math.Log(2.2), -low, high)
		return -reach, reach
	}
	pad := 0.05 * (high - low)
	return max(-10, low-pad), min(10, high+pad)
}

func (p *panel) yTicks(low, high float64) []float64 {
	if p.written != nil {
		return niceTicks(low, high, p.ticks)
	}
	var list []float64
	step := 1.0
	if high > math.Log(9) {
		step = 2
	}
	for v := -6.0; v <= 6; v += step {
		if at := v * math.Ln2; at >= low && at <= high {
			list = append(list, at)
		}
	}
	return list
}

func (p *panel) label(v float64) string {
	if p.written != nil {
		return p.written(v)
	}
	switch n := int(math.Round(v / math.Ln2)); {
	case n == -1:
		return "×½"
	case n == -2:
		return "×¼"
	case n < 0:
		return fmt.Sprintf("×1/%d", 1<<-n)
	default:
		return fmt.Sprintf("×%d", 1<<n)
	}
}

// paths are the band and the curve of a course: one point for every two units
// of width at most, its end always among them.
func (c *course) paths(x, y scale, of func(*tie.Point) tie.Estimate, width int) (band, line string) {
	known := c.history
	for len(known) > 0 && !known[0].Known {
		known = known[1:]
	}
	if len(known) == 0 {
		return "", ""
	}
	step := max(1, len(known)/(width/2))
	var upper, lower, middle []byte
	for i := 0; i < len(known); i += step {
		if i+step >= len(known) {
			i = len(known) - 1
		}
		p := &known[i]
		e, at := of(p), n1(x.at(float64(p.Day)))
		middle = append(middle, at+","+n1(y.clamped(e.Value))+" "...)
		upper = append(upper, at+","+n1(y.clamped(e.High))+" "...)
		lower = append([]byte(at+","+n1(y.clamped(e.Low))+" "), lower...)
	}
	return "M" + string(upper) + "L" + string(lower) + "Z", "M" + string(middle)
}

// chartWords tell in words what the chart shows.
func chartWords(courses []course) string {
	words := ""
	for i := range courses {
		h := courses[i].history
		for len(h) > 0 && !h[0].Known {
			h = h[1:]
		}
		if len(h) == 0 {
			continue
		}
		first, last := &h[0], &h[len(h)-1]
		words += fmt.Sprintf("%s: the tone was %s on %s and is %s on %s; contact is %s of the year’s rate, the share of conflict %s. ",
			courses[i].name, brief.Toned(first.Smoothed), brief.Day(first.Day), brief.Toned(last.Smoothed), brief.Day(last.Day),
			brief.Factor(last.Contact.Value), brief.Percent(last.ConflictShare.Value))
	}
	return words + "The table below has the figures."
}

// chartRow is a row of the table of a chart's figures.
type chartRow struct{ Day, When, Tone, Contact, Conflict string }

// chartTable are the figures of a history: a row a week, or a month for long ones.
func chartTable(history []tie.Point) []chartRow {
	step := 7
	if len(history) > 540 {
		step = 30
	}
	if n := len(history) / 120; n > step {
		step = n
	}
	var rows []chartRow
	for i := len(history) - 1; i >= 0; i -= step {
		p := &history[i]
		if !p.Known {
			break
		}
		rows = append(rows, chartRow{p.Day.String(), brief.Day(p.Day), brief.Toned(p.Smoothed), brief.Factored(p.Contact), brief.Shared(p.ConflictShare)})
	}
	return rows
}

// sparkline draws a tone in the room of a few words. What it shows stands
// beside it in words, so it is none for those who do not see it.
func sparkline(history []tie.Point, width, height int) template.HTML {
	c := course{history: history}
	p := &panels[0]
	low, high := math.Inf(1), math.Inf(-1)
	for i := range history {
		if history[i].Known {
			low, high = min(low, history[i].Smoothed.Low), max(high, history[i].Smoothed.High)
		}
	}
	if len(history) == 0 || low > high {
		return ""
	}
	x := days(history[0].Day, history[len(history)-1].Day, 1, float64(width)-4)
	y := scale{low, high, float64(height) - 2, 2}
	d := &drawing{}
	fmt.Fprintf(d, `<svg class="spark" viewBox="0 0 %d %d" width="%d" height="%d" aria-hidden="true" focusable="false">`, width, height, width, height)
	if low < 0 && high > 0 {
		d.line(1, y.at(0), float64(width)-4, y.at(0), "zero")
	}
	band, line := c.paths(x, y, p.of, width)
	d.path(band, "band")
	d.path(line, "curve")
	last := history[len(history)-1]
	d.circle(x.at(float64(last.Day)), y.at(last.Smoothed.Value), 2.5, "dot", "")
	return d.html()
}
