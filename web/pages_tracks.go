package web

import (
	"context"
	"fmt"
	"html/template"
	"strings"

	"entente/brief"
	"entente/calendar"
	"entente/dossier"
	"entente/tie"
	"entente/tie/track"
)

// trackCourse is the tone of a tie on one track, day by day.
type trackCourse struct {
	track   track.Track
	name    string
	events  int // since the history begins
	today   tie.Point
	history []tie.Point
}

// trackCourses follows each track of a tie of two.
func (s *Server) trackCourses(ctx context.Context, q dossier.Question, since, at calendar.Day) ([]trackCourse, error) {
	return cached(ctx, s, fmt.Sprint("tracks ", questionKey(&q), since, at), func(ctx context.Context) ([]trackCourse, error) {
		series, err := s.db.Series(ctx, q.Parties[0], q.Parties[1], at, q.Origins)
		if err != nil {
			return nil, err
		}
		p := tie.Fitted()
		var list []trackCourse
		for _, t := range track.All() {
			days := series.Tracks[t]
			if len(days) == 0 {
				continue
			}
			x := trackCourse{track: t, name: t.String(), today: p.Today(days, at), history: p.Series(days, since, at)}
			if !x.today.Known {
				continue
			}
			for _, d := range days {
				if d.Day >= since {
					x.events += d.Events
				}
			}
			list = append(list, x)
		}
		return list, nil
	})
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
	if err != nil || len(c) == 0 {
		return nil, err
	}
	v := &tracksView{Source: withQuery(r.URL.Path+".json", r.URL.Query(), "since", "at", "origin")}
	low, high := 0.0, 0.0
	for _, t := range c {
		for i := range t.history {
			if p := &t.history[i]; p.Known {
				low, high = min(low, p.Smoothed.Low), max(high, p.Smoothed.High)
			}
		}
	}
	for i := range c {
		t := &c[i]
		query := r.URL.Query()
		query.Set("track", t.track.Code())
		p := &t.today
		v.List = append(v.List, trackView{Name: strings.ToUpper(t.name[:1]) + t.name[1:], Code: t.track.Code(), Href: withQuery(r.URL.Path, query, "since", "at", "origin", "track"),
			Chart: trackChart("track-"+t.track.Code(), t, max(-10, low), min(10, high), d.Since, d.At),
			Tone:  brief.Signed(p.Tone.Value), Interval: brief.Signed(p.Tone.Low) + " to " + brief.Signed(p.Tone.High), Course: brief.ToneCourse(p.ToneTrend),
			Conflict: brief.Shared(p.ConflictShare), Rate: brief.Amount(p.Cooperation.Rate + p.Conflict.Rate), Events: brief.Counted(t.events, "event")})
	}
	return v, nil
}

// trackChart draws the tone of a track; all tracks of a tie have one scale.
func trackChart(id string, t *trackCourse, low, high float64, from, to calendar.Day) template.HTML {
	const width, height, left, bottom = 300, 110, 26.0, 92.0
	d := newDrawing(id, width, height, "chart-svg", "Tone on the track "+t.name, fmt.Sprintf("The tone is %s.", brief.Toned(t.today.Tone)))
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
