package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"sort"

	"entente/atlas"
	"entente/calendar"
	"entente/exchange"
	"entente/plover"
	"entente/record"
)

// generator makes events that are shaped like a large data set: few pairs of
// countries have most of the events, each pair has a temper of its own that
// drifts, and days come in the order of the calendar. The same seed gives the
// same events.
type generator struct {
	random    *rand.Rand
	countries []string
	pairs     []pairOf
	reach     []float64 // sums of the pairs' weights
	first     calendar.Day
	days      int
	row       exchange.Imported
	actor     []record.Participant
	recipient []record.Participant
	codes     [5][]plover.Code // by quad; 0 holds statements and appeals
}

type pairOf struct {
	a, b     string
	conflict float64 // share of conflict
}

// years of events.
const (
	firstYear = 2005
	lastYear  = 2024
)

func newGenerator(seed uint64) *generator {
	g := &generator{random: rand.New(rand.NewPCG(seed, seed)), countries: atlas.Countries()}
	g.first = calendar.DayOn(firstYear, 1, 1)
	g.days = int(calendar.DayOn(lastYear+1, 1, 1) - g.first)
	g.random.Shuffle(len(g.countries), func(i, j int) { g.countries[i], g.countries[j] = g.countries[j], g.countries[i] })
	var sum float64
	for i, a := range g.countries {
		for j, b := range g.countries[:i] {
			sum += 1 / (float64(i+1) * float64(j+1)) // Zipf's law for each of the two
			g.reach = append(g.reach, sum)
			g.pairs = append(g.pairs, pairOf{a, b, math.Pow(g.random.Float64(), 2)})
		}
	}
	for _, c := range plover.Codes() {
		if len(c.Code) >= 3 {
			g.codes[c.Type.Quad()] = append(g.codes[c.Type.Quad()], c)
		}
	}
	g.actor, g.recipient = make([]record.Participant, 1), make([]record.Participant, 1)
	return g
}

// event gives event i of n. It is overwritten by the next call.
func (g *generator) event(i, n int) *exchange.Imported {
	at := sort.SearchFloat64s(g.reach, g.random.Float64()*g.reach[len(g.reach)-1])
	p := &g.pairs[min(at, len(g.pairs)-1)]
	a, b := p.a, p.b
	if g.random.IntN(2) == 0 {
		a, b = b, a
	}
	p.conflict = min(max(p.conflict+0.002*g.random.NormFloat64(), 0.01), 0.99)
	day := (g.first + calendar.Day(int64(i)*int64(g.days)/int64(n))).String()
	g.actor[0] = party(a)
	g.recipient[0] = party(b)
	code := g.code(p.conflict)
	g.row = exchange.Imported{Origin: "synthetic", ID: fmt.Sprint(i), Line: i + 1, Scored: code.Type != "", Outlets: 1 + g.random.IntN(9), Articles: 9,
		URL: fmt.Sprintf("https://news.example/%s/%d", day, g.random.IntN(1e6)),
		Event: record.Event{Type: string(code.Type), CAMEO: &code.Code, Quad: max(int(code.Type.Quad()), 1),
			Actors: g.actor, Recipients: g.recipient, Date: &record.Date{From: day, To: day, Text: day}}}
	e := &g.row.Event
	if code.Mode != "" {
		e.Mode = &code.Mode
	}
	if code.Context != "" {
		e.Contexts = []string{code.Context}
	}
	if code.HasGoldstein {
		e.Goldstein = &code.Goldstein
	}
	e.Score = code.Type.Score(code.Mode)
	return &g.row
}

// code draws a CAMEO code: a quarter are statements and appeals.
func (g *generator) code(conflict float64) *plover.Code {
	quad := 0
	switch {
	case g.random.IntN(4) == 0:
	case g.random.Float64() < conflict:
		quad = 3 + g.random.IntN(2)
	default:
		quad = 1 + min(g.random.IntN(4), 2)/2
	}
	return &g.codes[quad][g.random.IntN(len(g.codes[quad]))]
}

func party(country string) record.Participant {
	return record.Participant{ID: country, Country: &country, Sectors: government, Name: country}
}

var government = []string{"GOV"}
