package web

import (
	"fmt"
	"html/template"
	"math"
	"slices"

	"entente/brief"
	"entente/tie"
)

// network draws a group as a signed network: members on a circle, a solid line
// for a tie above neutral, a broken one for a tie below, a thin dotted one where
// the interval leaves the sign open; the further from neutral, the thicker.
func (r *reader) network(g *tie.Group) template.HTML {
	const width, height, across, up = 560, 400, 190.0, 145.0
	d := newDrawing("network", width, height, "chart-svg network", "The group as a network of signed ties", r.networkWords(g))
	type place struct{ x, y float64 }
	at := map[string]place{}
	for i, m := range g.Members {
		turn := 2*math.Pi*float64(i)/float64(len(g.Members)) - math.Pi/2
		at[m] = place{width/2 + across*math.Cos(turn), height/2 + up*math.Sin(turn)}
	}
	for i := range g.Pairs {
		p := &g.Pairs[i]
		a, b := at[p.A], at[p.B]
		fmt.Fprintf(d, `<line x1="%s" y1="%s" x2="%s" y2="%s" class="edge %s" stroke-width="%s"/>`, n1(a.x), n1(a.y), n1(b.x), n1(b.y), signClass(p.State.Tone), n1(1.2+0.7*math.Min(6, math.Abs(p.State.Tone.Value))))
	}
	var labels []place
	for i := range g.Pairs { // above all lines, where no other label stands
		p := &g.Pairs[i]
		a, b := at[p.A], at[p.B]
		at := place{}
		for _, t := range []float64{0.5, 0.42, 0.58, 0.34, 0.66, 0.28, 0.72} {
			at = place{a.x + t*(b.x-a.x), a.y + t*(b.y-a.y)}
			if !slices.ContainsFunc(labels, func(o place) bool { return math.Abs(o.x-at.x) < 38 && math.Abs(o.y-at.y) < 22 }) {
				break
			}
		}
		labels = append(labels, at)
		d.rect(at.x-17, at.y-10, 34, 20, "edge-label-ground", "")
		d.text(at.x, at.y+4, "middle", "edge-label", brief.Signed(p.State.Tone.Value))
	}
	for _, m := range g.Members {
		d.circle(at[m].x, at[m].y, 22, "node", r.text(m))
		d.text(at[m].x, at[m].y+4, "middle", "node-label", m)
	}
	return d.html()
}

// signClass tells whether a tie lies above neutral, below it, or may lie on
// either side.
func signClass(e tie.Estimate) string {
	switch {
	case e.Low > 0:
		return "edge-good"
	case e.High < 0:
		return "edge-bad"
	}
	return "edge-open"
}
