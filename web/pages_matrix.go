package web

import (
	"context"
	"fmt"
	"html/template"
	"math"
	"net/http"
	"slices"
	"strconv"

	"entente/brief"
	"entente/calendar"
	"entente/store"
	"entente/tie"
)

// matrix is how the countries with most events stand with one another.
type matrix struct {
	At        calendar.Day `json:"at"`
	Parties   []string     `json:"parties"` // neighbours are those who have most to do with each other
	Ties      []matrixTie  `json:"ties"`
	countries int          // on file
	of        map[store.PairOf]*matrixTie
}

// matrixTie is a tie in the matrix.
type matrixTie struct {
	A       string       `json:"a"`
	B       string       `json:"b"`
	Tone    tie.Estimate `json:"tone"`
	Contact tie.Estimate `json:"contact"` // logarithm of the recent rate over that of the year
	Share   tie.Estimate `json:"conflict_share"`
	Rate    float64      `json:"rate"`   // events in 30 days
	Events  int          `json:"events"` // of the last year
}

func (s *Server) loadMatrix(ctx context.Context, at calendar.Day, origins []string) (*matrix, error) {
	all, err := s.db.PartiesOnFile(ctx, at-365, at, 0, origins)
	if err != nil {
		return nil, err
	}
	m := &matrix{At: at, countries: len(all)}
	for _, p := range all[:min(matrixSize, len(all))] {
		m.Parties = append(m.Parties, p.Country)
	}
	if len(m.Parties) < 2 {
		return m, nil
	}
	return m, s.fillMatrix(ctx, m, origins)
}

func (s *Server) fillMatrix(ctx context.Context, m *matrix, origins []string) error {
	days, err := s.db.DaysAmong(ctx, m.Parties, m.At-memoryDays, m.At, origins)
	if err != nil {
		return err
	}
	filter := tie.Fitted().Filter()
	m.of = map[store.PairOf]*matrixTie{}
	for pair, list := range days {
		t := tieOfDays(&filter, pair, list, m.At)
		if t == nil {
			continue
		}
		m.of[pair] = t
	}
	m.order()
	for i, a := range m.Parties {
		for _, b := range m.Parties[i+1:] {
			if t := m.tie(a, b); t != nil {
				m.Ties = append(m.Ties, *t)
			}
		}
	}
	return nil
}

func (m *matrix) tie(a, b string) *matrixTie {
	a, b = store.Pair(a, b)
	return m.of[store.PairOf{A: a, B: b}]
}

// order puts countries beside those with whom they have most to do: each one
// after the one placed before it, so that the ties in use gather along the
// diagonal.
func (m *matrix) order() {
	rest := slices.Clone(m.Parties)
	placed := rest[:1:1]
	rest = rest[1:]
	for len(rest) > 0 {
		best, most := 0, -1
		for i, p := range rest {
			n := 0
			for back := 1; back <= min(2, len(placed)); back++ {
				if t := m.tie(placed[len(placed)-back], p); t != nil {
					n += 2 * t.Events / back
				}
			}
			if n > most {
				best, most = i, n
			}
		}
		placed = append(placed, rest[best])
		rest = slices.Delete(rest, best, best+1)
	}
	m.Parties = placed
}

type matrixView struct {
	At      string
	Columns []matrixHead
	Rows    []matrixRow
}

type matrixHead struct {
	Code, Href string
	Name       template.HTML
}

type matrixRow struct {
	matrixHead
	Cells []matrixCell
}

// matrixCell is a tie in the table: its tone as class and number, its contact
// as the size of a disc.
type matrixCell struct {
	Self   bool
	Href   string // "" nothing known
	Class  string
	Tone   string
	Size   int // 1 to 5
	Radius string
	Title  string
}

func (r *reader) matrix(m *matrix) matrixView {
	v := matrixView{At: brief.Day(m.At)}
	for _, p := range m.Parties {
		v.Columns = append(v.Columns, matrixHead{p, "/map/" + p, r.name(p)})
	}
	for i, a := range m.Parties {
		row := matrixRow{matrixHead: v.Columns[i]}
		for _, b := range m.Parties {
			row.Cells = append(row.Cells, r.matrixCell(m, a, b))
		}
		v.Rows = append(v.Rows, row)
	}
	return v
}

func (r *reader) matrixCell(m *matrix, a, b string) matrixCell {
	if a == b {
		return matrixCell{Self: true}
	}
	t := m.tie(a, b)
	if t == nil {
		return matrixCell{}
	}
	return matrixCell{Href: tieHref([]string{a, b}), Class: toneStep(t.Tone.Value), Tone: brief.Signed(t.Tone.Value), Radius: n1(discRadius(t.Events)),
		Title: fmt.Sprintf("%s and %s: tone %s, %s in the last year", r.text(a), r.text(b), brief.Toned(t.Tone), brief.Counted(t.Events, "event"))}
}

// discRadius tells contact by an area that grows with the logarithm of the
// events of a year.
func discRadius(events int) float64 {
	return min(19, 7+3.2*math.Log1p(float64(events)))
}

// toneStep is the class of a tone on a scale of seven. Its middle is what ties
// have as a rule, between 1.5 and 3.5, not 0: states mostly meet (docs/ties.md).
func toneStep(tone float64) string {
	for _, s := range []struct {
		below float64
		class string
	}{{-2, "t1"}, {0, "t2"}, {1.5, "t3"}, {3.5, "t4"}, {5, "t5"}, {6.5, "t6"}} {
		if tone < s.below {
			return s.class
		}
	}
	return "t7"
}

// matrixData gives the matrix as JSON or CSV.
func (s *Server) matrixData(w http.ResponseWriter, r *reader) (*page, error) {
	q, _, err := s.moversQuestion(r)
	if err != nil {
		return nil, err
	}
	m, err := cached(r.Context(), s, fmt.Sprint("matrix ", *q.At, q.Origins), func(ctx context.Context) (*matrix, error) {
		return s.loadMatrix(ctx, *q.At, q.Origins)
	})
	if err != nil {
		return nil, err
	}
	if _, form := suffix(r.URL.Path); form == "json" {
		return nil, sendJSON(w, m)
	}
	return nil, sendCSV(w, "matrix.csv", m.table())
}

func (m *matrix) table() [][]string {
	rows := [][]string{{"a", "b", "at", "tone", "tone_low", "tone_high", "contact", "conflict_share", "events_30d", "events_365d"}}
	for _, t := range m.Ties {
		rows = append(rows, []string{t.A, t.B, m.At.String(), number(t.Tone.Value), number(t.Tone.Low), number(t.Tone.High), number(t.Contact.Value), number(t.Share.Value), number(t.Rate), strconv.Itoa(t.Events)})
	}
	return rows
}
