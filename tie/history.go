package tie

import "entente/calendar"

// History is Series for those who know the tie's change points: the smoothed
// tone of each stretch between them knows of its own days only, so that a
// break shows as the step that it was and not as a slope of months. Breaks are
// those of the same days, the oldest first; today's view is that of Series.
func (p *Parameters) History(days []Day, breaks []Break, from, to calendar.Day) []Point {
	points := p.Series(days, from, to)
	if len(points) == 0 || len(breaks) == 0 {
		return points
	}
	edges := make([]calendar.Day, 0, len(breaks)+1) // first days of stretches
	for _, b := range breaks {
		edges = append(edges, b.Day)
	}
	begin := 0 // of the days of the stretch
	first := from
	for i := 0; i <= len(edges); i++ {
		end, last := len(days), to
		if i < len(edges) {
			end, last = begin+countBefore(days[begin:], edges[i]), min(to, edges[i]-1)
		}
		if last >= first {
			p.smoothStretch(days[begin:end], first, last, points[first-from:last-from+1])
		}
		if i < len(edges) {
			begin, first = end, max(first, edges[i])
		}
	}
	return points
}

// countBefore counts the days before a day.
func countBefore(days []Day, edge calendar.Day) int {
	n := 0
	for n < len(days) && days[n].Day < edge {
		n++
	}
	return n
}

// smoothStretch smooths the tone of one stretch as if the tie had begun with
// it, with the spread that the tie had shown by each day.
func (p *Parameters) smoothStretch(days []Day, from, to calendar.Day, points []Point) {
	steps := p.follow(days, from, to, func(int, *Filter) {})
	for i := range steps {
		if points[i].Known {
			steps[i].spread = points[i].spread
		}
	}
	last := len(steps) - 1
	if !steps[last].known {
		return
	}
	points[last].Smoothed = normal(steps[last].level, steps[last].spread*steps[last].variance, lowest, highest)
	p.smooth(steps, func(at int, tone Estimate) { points[at].Smoothed = tone })
}
