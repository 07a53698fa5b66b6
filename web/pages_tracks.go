package web

import (
	"context"
	"fmt"
	"html/template"
	"net/http"
	"strings"

	"entente/brief"
	"entente/calendar"
	"entente/dossier"
	"entente/tie"
	"entente/tie/track"
)

// trackCourses are the tones of a tie by track.
type trackCourses struct {
	Since  calendar.Day  `json:"since"`
	At     calendar.Day  `json:"at"`
	Tracks []trackCourse `json:"tracks"`
}

// trackCourse is the tone of one track on every day.
type trackCourse struct {
	Track   track.Track  `json:"track"`
	Name    string       `json:"name"`
	Events  int          `json:"events"` // since the history begins
	Today   tie.Point    `json:"today"`
	Points  []trackPoint `json:"points"`
	history []tie.Point
}

type trackPoint struct {
	Day  calendar.Day `json:"day"`
	Tone float64      `json:"tone"`
	Low  float64      `json:"low"`
	High float64      `json:"high"`
}

// trackCourses follows each track of a tie of two.
func (s *Server) trackCourses(ctx context.Context, q dossier.Question, since, at calendar.Day) (*trackCourses, error) {
	return cached(ctx, s, fmt.Sprint("tracks ", questionKey(&q), since, at), func(ctx context.Context) (*trackCourses, error) {
		series, err := s.db.Series(ctx, q.Parties[0], q.Parties[1], at, q.Origins)
		if err != nil {
			return nil, err
		}
		p := tie.Fitted()
		c := &trackCourses{Since: since, At: at}
		for _, t := range track.All() {
			days := series.Tracks[t]
			if len(days) == 0 {
				continue
			}
			x := trackCourse{Track: t, Name: t.String(), Today: p.Today(days, at), history: p.Series(days, since, at)}
			if !x.Today.Known {
				continue
			}
			for _, d := range days {
				if d.Day >= since {
					x.Events += d.Events
				}
			}
			for i := range x.history {
				if h := &x.history[i]; h.Known {
					x.Points = append(x.Points, trackPoint{h.Day, h.Smoothed.Value, h.Smoothed.Low, h.Smoothed.High})
				}
			}
			c.Tracks = append(c.Tracks, x)
		}
		return c, nil
	})
}

// tieData gives what belongs to a tie and has an address of its own.
func (s *Server) tieData(w http.ResponseWriter, r *reader) (*page, error) {
	codes, err := partiesIn(r.PathValue("parties"))
	if err != nil {
		return nil, err
	}
	if r.PathValue("data") != "tracks.json" || len(codes) != 2 {
		return s.nowhere(w, r)
	}
	q, err := r.question(codes)
	if err != nil {
		return nil, err
	}
	d, err := s.dossier(r.Context(), q)
	if err != nil {
		return nil, err
	}
	c, err := s.trackCourses(r.Context(), q, d.Since, d.At)
	if err != nil {
		return nil, err
	}
	return nil, sendJSON(w, c)
}

// tracksView is the small multiples of a tie.
type tracksView struct {
	Source string
	List   []trackView
}

type trackView struct {
	Name     string
	Code     string
	Href     string // the tie on this track alone
	Chart    template.HTML
	Tone     string
	Interval string
	Course   string
	Conflict string
	Rate     string
	Events   string
}

func (s *Server) tracksView(r *reader, q dossier.Question, d *dossier.Dossier) (*tracksView, error) {
	q.Track = nil
	c, err := s.trackCourses(r.Context(), q, d.Since, d.At)
	if err != nil || len(c.Tracks) == 0 {
		return nil, err
	}
	v := &tracksView{Source: withQuery(r.URL.Path+"/tracks.json", r.URL.Query(), "since", "at", "origin")}
	low, high := 0.0, 0.0
	for _, t := range c.Tracks {
		for _, p := range t.Points {
			low, high = min(low, p.Low), max(high, p.High)
		}
	}
	for i := range c.Tracks {
		t := &c.Tracks[i]
		query := r.URL.Query()
		query.Set("track", t.Track.Code())
		p := &t.Today
		v.List = append(v.List, trackView{Name: strings.ToUpper(t.Name[:1]) + t.Name[1:], Code: t.Track.Code(), Href: withQuery(r.URL.Path, query, "since", "at", "origin", "track"),
			Chart: trackChart("track-"+t.Track.Code(), t, max(-10, low), min(10, high), c.Since, c.At),
			Tone:  brief.Signed(p.Tone.Value), Interval: brief.Signed(p.Tone.Low) + " to " + brief.Signed(p.Tone.High), Course: brief.ToneCourse(p.ToneTrend),
			Conflict: brief.Shared(p.ConflictShare), Rate: brief.Amount(p.Cooperation.Rate + p.Conflict.Rate), Events: brief.Counted(t.Events, "event")})
	}
	return v, nil
}

// trackChart draws the tone of a track; all tracks of a tie have one scale.
func trackChart(id string, t *trackCourse, low, high float64, from, to calendar.Day) template.HTML {
	const width, height, left, bottom = 300, 110, 26.0, 92.0
	d := newDrawing(id, width, height, "chart-svg", "Tone on the track "+t.Name, fmt.Sprintf("The tone is %s.", brief.Toned(t.Today.Tone)))
	x, y := days(from, to, left, width-4), scale{low, high, bottom, 6}
	for _, v := range niceTicks(low, high, 4) {
		class := "grid"
		if v == 0 {
			class = "zero"
		}
		d.line(left, y.at(v), width-4, y.at(v), class)
		d.text(left-4, y.at(v)+4, "end", "tick", brief.Score(v))
	}
	for _, tick := range timeTicks(from, to, 4) {
		d.line(x.at(float64(tick.day)), 6, x.at(float64(tick.day)), bottom, "grid")
		d.text(x.at(float64(tick.day)), height-4, "middle", "tick", tick.label)
	}
	c := course{history: t.history}
	band, line := c.paths(x, y, panels[0].of, width)
	d.path(band, "band")
	d.path(line, "curve")
	return d.html()
}
