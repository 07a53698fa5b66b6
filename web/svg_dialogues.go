package web

import (
	"fmt"
	"html/template"

	"entente/agenda"
	"entente/brief"
	"entente/calendar"
	"entente/dossier"
)

// dialoguesDrawn is how many dialogues the time line has.
const dialoguesDrawn = 12

// station is a mark of the time line.
type station struct {
	from, to calendar.Day
	class    string // held, resumed, broken, planned, expected, overdue, missed
	title    string
}

// dialogueChart draws the stations of dialogues on a time line: what was held
// or broken off, what is planned, expected and overdue. Every kind has a shape
// of its own.
func (r *reader) dialogueChart(list []agenda.Dialogue, d *dossier.Dossier) template.HTML {
	begin, end := d.Since, d.At+120
	type row struct {
		name     string
		stations []station
	}
	var rows []row
	for i := range list {
		if len(rows) == dialoguesDrawn {
			break
		}
		x := &list[i]
		s := stations(x, begin)
		if len(s) == 0 {
			continue
		}
		name := brief.Plain(x.Name)
		if string(r.among(x.Parties, d.Parties)) != "" {
			codes := ""
			for i, p := range x.Parties {
				if i > 0 {
					codes += "–"
				}
				codes += p
			}
			name += " (" + codes + ")"
		}
		rows = append(rows, row{shortened(name, 44), s})
		for _, one := range s {
			if one.class != "expected" {
				end = max(end, min(one.to, d.At+400))
			}
		}
	}
	if len(rows) == 0 {
		return ""
	}
	const width, left, line = 880, 250.0, 30.0
	height := int(line)*len(rows) + 40
	chart := newDrawing("dialogues", width, height, "chart-svg", "Time line of dialogues", "Meetings held, broken off, planned, expected and overdue. The list below tells the same in words.")
	x := days(begin, end, left, width-14)
	bottom := float64(height) - 24
	for _, t := range timeTicks(begin, end, 9) {
		class := "grid"
		if t.major {
			class = "grid major"
		}
		chart.line(x.at(float64(t.day)), 8, x.at(float64(t.day)), bottom, class)
		chart.text(x.at(float64(t.day)), bottom+16, "middle", "tick", t.label)
	}
	today := x.at(float64(d.At))
	chart.line(today, 4, today, bottom, "today")
	for i, row := range rows {
		y := 24 + line*float64(i)
		chart.text(left-10, y+4, "end", "row-label", row.name)
		chart.line(left, y, width-14, y, "row-line")
		for _, s := range row.stations {
			chart.station(x, y, &s, end)
		}
	}
	return chart.html()
}

// stations are the marks of one dialogue from a day on.
func stations(d *agenda.Dialogue, begin calendar.Day) []station {
	var list []station
	for i := range d.Entries {
		e := &d.Entries[i]
		from, to := e.From, e.To
		if !e.Dated {
			if !e.Known {
				continue
			}
			from, to = e.First, e.First
		}
		if to < begin {
			continue
		}
		s := station{from, to, "held", e.Status + " " + stationDate(e)}
		switch e.Status {
		case "resumed":
			s.class = "resumed"
		case "suspended", "cancelled":
			s.class = "broken"
		case "planned", "proposed":
			s.class = "planned"
			if e.Outcome != "" {
				s.class, s.title = "missed", "planned for "+stationDate(e)+", "+string(e.Outcome)
			}
		}
		if e.Place != "" {
			s.title += " in " + brief.Plain(e.Place)
		}
		list = append(list, s)
	}
	if n := d.Next; n != nil && n.Dated && n.Expected {
		list = append(list, station{n.From, n.To, "expected", "expected " + nextDate(n)})
	}
	if n := d.Overdue; n != nil && n.Dated && n.To >= begin {
		list = append(list, station{n.From, n.To, "overdue", "overdue: due " + nextDate(n)})
	}
	return list
}

// station draws one mark; one that lies beyond the end of the axis is left out.
func (d *drawing) station(x scale, y float64, s *station, end calendar.Day) {
	if s.from > end {
		return
	}
	middle := x.clamped(float64(s.from+s.to) / 2)
	switch s.class {
	case "held":
		d.circle(middle, y, 5, "st-held", s.title)
	case "resumed":
		d.circle(middle, y, 5, "st-held", s.title)
		d.circle(middle, y, 8.5, "st-ring", s.title)
	case "broken":
		fmt.Fprintf(d, `<path d="M%s,%sl10,10m0,-10l-10,10" class="st-broken"><title>%s</title></path>`, n1(middle-5), n1(y-5), escaped(s.title))
	case "planned":
		d.circle(middle, y, 5, "st-planned", s.title)
	case "missed":
		fmt.Fprintf(d, `<path d="M%s,%sh10" class="st-missed"><title>%s</title></path>`, n1(middle-5), n1(y), escaped(s.title))
	case "expected":
		low, high := x.clamped(float64(s.from)), x.clamped(float64(s.to))
		d.rect(low, y-4, max(6, high-low), 8, "st-expected", s.title)
	case "overdue":
		low, high := x.clamped(float64(s.from)), x.clamped(float64(s.to))
		d.rect(low, y-4, max(6, high-low), 8, "st-overdue", s.title)
		d.text((low+max(high, low+6))/2, y-7, "middle", "st-overdue-label", "!")
	}
}
