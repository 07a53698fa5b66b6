package web

import (
	"fmt"
	"html/template"
	"math"
	"strings"
	"time"

	"entente/calendar"
)

// drawing is an SVG in the making. Classes give the colours (static/style.css),
// so that a drawing follows the scheme of the page.
type drawing struct {
	strings.Builder
	id            string
	width, height int
}

// newDrawing begins a picture with the title and description that stand for it
// where it is not seen.
func newDrawing(id string, width, height int, class, title, desc string) *drawing {
	d := &drawing{id: id, width: width, height: height}
	fmt.Fprintf(d, `<svg class="%s" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-labelledby="%s-t %s-d"><title id="%s-t">%s</title><desc id="%s-d">%s</desc>`,
		class, width, height, width, height, id, id, id, escaped(title), id, escaped(desc))
	return d
}

func escaped(s string) string { return template.HTMLEscapeString(s) }

func (d *drawing) html() template.HTML {
	d.WriteString("</svg>")
	return template.HTML(d.String())
}

func (d *drawing) line(x1, y1, x2, y2 float64, class string) {
	fmt.Fprintf(d, `<line x1="%s" y1="%s" x2="%s" y2="%s" class="%s"/>`, n1(x1), n1(y1), n1(x2), n1(y2), class)
}

func (d *drawing) text(x, y float64, anchor, class, text string) {
	fmt.Fprintf(d, `<text x="%s" y="%s" text-anchor="%s" class="%s">%s</text>`, n1(x), n1(y), anchor, class, escaped(text))
}

func (d *drawing) circle(x, y, r float64, class, title string) {
	fmt.Fprintf(d, `<circle cx="%s" cy="%s" r="%s" class="%s">`, n1(x), n1(y), n1(r), class)
	if title != "" {
		fmt.Fprintf(d, "<title>%s</title>", escaped(title))
	}
	d.WriteString("</circle>")
}

func (d *drawing) rect(x, y, w, h float64, class, title string) {
	fmt.Fprintf(d, `<rect x="%s" y="%s" width="%s" height="%s" class="%s">`, n1(x), n1(y), n1(w), n1(h), class)
	if title != "" {
		fmt.Fprintf(d, "<title>%s</title>", escaped(title))
	}
	d.WriteString("</rect>")
}

func (d *drawing) path(data, class string) {
	if data != "" {
		fmt.Fprintf(d, `<path d="%s" class="%s"/>`, data, class)
	}
}

// n1 writes a coordinate with one decimal at most.
func n1(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		v = 0
	}
	s := fmt.Sprintf("%.1f", v)
	return strings.TrimSuffix(s, ".0")
}

// scale leads from values to places.
type scale struct{ from, to, low, high float64 }

func (s scale) at(v float64) float64 {
	if s.to == s.from {
		return (s.low + s.high) / 2
	}
	return s.low + (v-s.from)/(s.to-s.from)*(s.high-s.low)
}

// clamped is at within the bounds.
func (s scale) clamped(v float64) float64 {
	return s.at(min(max(v, min(s.from, s.to)), max(s.from, s.to)))
}

// days is the scale of a span of time.
func days(from, to calendar.Day, low, high float64) scale {
	return scale{float64(from), float64(to), low, high}
}

// tick is a place of a time axis with its label.
type tick struct {
	day   calendar.Day
	label string
	major bool // the first of a year
}

// timeTicks divides a span of days so that it has at most a number of labels:
// by months, quarters, years or more.
func timeTicks(from, to calendar.Day, most int) []tick {
	months := int(to-from)/30 + 1
	step := 1200
	for _, s := range []int{1, 2, 3, 6, 12, 24, 60, 120, 240} {
		if months/s <= most {
			step = s
			break
		}
	}
	year, month, _ := from.Date()
	first := year*12 + int(month) - 1
	var ticks []tick
	for m := (first + step - 1) / step * step; ; m += step {
		d := calendar.DayOn(m/12, time.Month(m%12+1), 1)
		if d > to {
			return ticks
		}
		if d < from {
			continue
		}
		label := fmt.Sprint(m / 12)
		if m%12 != 0 {
			label = time.Month(m%12 + 1).String()[:3]
		}
		ticks = append(ticks, tick{d, label, m%12 == 0})
	}
}

// niceTicks are round values between two bounds, at most about n.
func niceTicks(low, high float64, n int) []float64 {
	if !(high > low) {
		return []float64{low}
	}
	raw := (high - low) / float64(n)
	power := math.Pow(10, math.Floor(math.Log10(raw)))
	step := 10 * power
	for _, f := range []float64{1, 2, 5} {
		if f*power >= raw {
			step = f * power
			break
		}
	}
	var list []float64
	for v := math.Ceil(low/step) * step; v <= high+step/1e6; v += step {
		list = append(list, v)
	}
	return list
}
