package web

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"html/template"
	"math"
	"strconv"
	"strings"
	"sync"

	"entente/brief"
)

// disputedPlaces are the places whose sovereignty states dispute, the same as
// the script's.
//
//go:embed app/disputed.tsv
var disputedPlaces string

// shape is a country on the map: its code, "" for none, and its outline.
type shape struct{ code, path string }

// spot is a disputed place on the map.
type spot struct {
	x, y          float64
	name, between string
}

// shapes are the map of the world as drawn.
type shapes struct {
	countries []shape
	drawn     map[string]bool
	disputed  []spot
}

const (
	mapWidth  = 960
	mapHeight = 468
)

// worldShapes draws the outlines once.
var worldShapes = sync.OnceValues(func() (*shapes, error) {
	raw, err := assets.ReadFile("static/world.json")
	if err != nil {
		return nil, fmt.Errorf("read the shapes of the map: %w", err)
	}
	var topology struct {
		Transform struct{ Scale, Translate [2]float64 }
		Arcs      [][][2]float64
		Objects   struct {
			Countries struct {
				Geometries []struct {
					ID   string
					Type string
					Arcs json.RawMessage
				}
			}
		}
	}
	if err := json.Unmarshal(raw, &topology); err != nil {
		return nil, fmt.Errorf("read the shapes of the map: %w", err)
	}
	arcs := make([][][2]float64, len(topology.Arcs))
	for i, arc := range topology.Arcs {
		x, y := 0.0, 0.0
		for _, step := range arc { // differences of whole numbers
			x, y = x+step[0], y+step[1]
			arcs[i] = append(arcs[i], [2]float64{x*topology.Transform.Scale[0] + topology.Transform.Translate[0], y*topology.Transform.Scale[1] + topology.Transform.Translate[1]})
		}
	}
	s := &shapes{drawn: map[string]bool{}}
	for _, g := range topology.Objects.Countries.Geometries {
		var polygons [][][]int
		switch g.Type {
		case "Polygon":
			var one [][]int
			err = json.Unmarshal(g.Arcs, &one)
			polygons = [][][]int{one}
		case "MultiPolygon":
			err = json.Unmarshal(g.Arcs, &polygons)
		}
		if err != nil {
			return nil, fmt.Errorf("read the shape of %s: %w", g.ID, err)
		}
		var path strings.Builder
		for _, polygon := range polygons {
			for _, ring := range polygon {
				writeRing(&path, ring, arcs)
			}
		}
		s.countries = append(s.countries, shape{g.ID, path.String()})
		s.drawn[g.ID] = true
	}
	s.disputed = disputedSpots()
	return s, nil
})

// writeRing adds a closed line, without points that fall on one another.
func writeRing(path *strings.Builder, ring []int, arcs [][][2]float64) {
	command, lastX, lastY := "M", math.Inf(1), 0.0
	point := func(p [2]float64) {
		x, y := project(p[0], p[1])
		x, y = math.Round(x*2)/2, math.Round(y*2)/2
		if x == lastX && y == lastY {
			return
		}
		lastX, lastY = x, y
		path.WriteString(command + strconv.FormatFloat(x, 'f', -1, 64) + "," + strconv.FormatFloat(y, 'f', -1, 64))
		command = "L"
	}
	for _, n := range ring {
		if n >= 0 {
			for _, p := range arcs[n] {
				point(p)
			}
			continue
		}
		arc := arcs[^n] // the other way round
		for i := len(arc) - 1; i >= 0; i-- {
			point(arc[i])
		}
	}
	path.WriteString("Z")
}

// project puts a place of the globe on the map: Equal Earth (Šavrič, Patterson
// and Jenny 2018), which shows areas as large as they are.
func project(longitude, latitude float64) (x, y float64) {
	const a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
	lambda, phi := longitude*math.Pi/180, latitude*math.Pi/180
	theta := math.Asin(math.Sqrt(3) / 2 * math.Sin(phi))
	t2 := theta * theta
	t6 := t2 * t2 * t2
	px := 2 * math.Sqrt(3) * lambda * math.Cos(theta) / (3 * (9*a4*t6*t2 + 7*a3*t6 + 3*a2*t2 + a1))
	py := theta * (a4*t6*t2 + a3*t6 + a2*t2 + a1)
	const half = 2.70663 // of the width at the equator
	scale := float64(mapWidth) / 2 / half
	return mapWidth/2 + scale*px, mapHeight/2 - scale*py
}

func disputedSpots() []spot {
	var list []spot
	head := true
	for line := range strings.Lines(disputedPlaces) {
		line = strings.TrimRight(line, "\r\n")
		cells := strings.Split(line, "\t")
		if line == "" || line[0] == '#' || len(cells) < 4 {
			continue
		}
		if head { // the names of the columns
			head = false
			continue
		}
		lon, err1 := strconv.ParseFloat(cells[0], 64)
		lat, err2 := strconv.ParseFloat(cells[1], 64)
		if err1 != nil || err2 != nil {
			continue
		}
		x, y := project(lon, lat)
		list = append(list, spot{x, y, cells[2], cells[3]})
	}
	return list
}

// worldMap draws the ties of a country: colour by tone, hatched below neutral,
// the country itself in ink.
func (r *reader) worldMap(s *shapes, n *neighbours) template.HTML {
	ties := map[string]*matrixTie{}
	for i := range n.Ties {
		ties[n.other(&n.Ties[i])] = &n.Ties[i]
	}
	d := newDrawing("world", mapWidth, mapHeight, "chart-svg world", "The ties of "+r.text(n.Country)+" on the map of the world", "Colours tell the tone; the table below has every tie with its figures.")
	d.WriteString(`<defs><pattern id="world-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0,0V5" class="hatch"/></pattern></defs>`)
	for _, c := range s.countries {
		t := ties[c.code]
		class, title := "land", ""
		switch {
		case c.code != "" && c.code == n.Country:
			class, title = "land home", r.text(c.code)
		case t != nil:
			class, title = "land "+toneStep(t.Tone.Value), r.text(c.code)+": tone "+brief.Toned(t.Tone)
		}
		fmt.Fprintf(d, `<path d="%s" class="%s">`, c.path, class)
		if title != "" {
			fmt.Fprintf(d, "<title>%s</title>", escaped(title))
		}
		d.WriteString("</path>")
		if t != nil && t.Tone.Value < 0 {
			fmt.Fprintf(d, `<path d="%s" fill="url(#world-hatch)"/>`, c.path)
		}
	}
	for _, p := range s.disputed {
		fmt.Fprintf(d, `<path d="M%s,%sl3.5,3.5l-3.5,3.5l-3.5,-3.5Z" class="disputed"><title>%s: disputed (%s)</title></path>`, n1(p.x), n1(p.y-3.5), escaped(p.name), escaped(p.between))
	}
	return d.html()
}
