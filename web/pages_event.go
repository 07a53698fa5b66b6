package web

import (
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"entente/brief"
	"entente/plover"
	"entente/record"
	"entente/store"
	"entente/tie/track"
)

// eventView is what the template of an event shows.
type eventView struct {
	ID         string
	What       string
	Who        template.HTML
	Reserved   string
	Actors     []participantView
	Recipients []participantView
	Type       string
	Facts      []fact
	Ties       []tieLink // in which it counts
	Counts     string    // on which day, or why not
	Tracks     string
	Reports    []reportView
	Told       string
	Outside    string // the data set, for imported ones
	Evidence   string
	URL        string
	Score      string
	Tone       string
}

type tieLink struct {
	Name template.HTML
	Href string
}

type participantView struct {
	Name   template.HTML
	Person string
	Office string
	Side   template.HTML
	ID     string
	Note   string
}

// reportView is an event as one article tells it.
type reportView struct {
	ID         string // of the report
	Outlet     string
	Title      string
	Article    string // address
	URL        string
	Before     string // of the sentence
	Trigger    string
	After      string
	Rule       string
	Confidence string
	Speaker    template.HTML
	WhyHref    string
	Why        *whyView
}

// eventPage shows an event with its reports.
func (s *Server) eventPage(w http.ResponseWriter, r *reader) (*page, error) {
	name, form := suffix(r.PathValue("id"))
	number, err := strconv.ParseInt(strings.TrimPrefix(name, "e"), 10, 64)
	if err != nil || number < 1 || form == "csv" {
		return nil, &problem{status: http.StatusNotFound, title: "No such event", text: "Events have numbers such as e12."}
	}
	e, reports, err := s.db.Event(r.Context(), number)
	if err != nil {
		return nil, err
	}
	if form == "json" {
		return nil, sendJSON(w, struct {
			*store.Event
			Reports []store.Report `json:"reports"`
		}{e, reports})
	}
	if name != e.ID { // a report's number leads to its event
		redirect(w, r, "/event/"+e.ID)
		return nil, nil
	}
	v := r.eventView(e)
	for i := range reports {
		report := r.reportView(&reports[i], e.ID)
		if r.URL.Query().Get("why") == report.ID {
			report.Why = s.why(r.Context(), &reports[i])
		}
		v.Reports = append(v.Reports, report)
	}
	title := r.whoText(&e.Event) + ": " + v.What
	return &page{Template: "event", Title: shortened(title, 90), Description: shortened(v.Evidence, 200), V: v, Data: []link{{"JSON", "/event/" + e.ID + ".json"}}}, nil
}

// whoText says who did it to whom without marks.
func (r *reader) whoText(e *record.Event) string {
	names := func(list []record.Participant) string {
		var out []string
		for i := range list[:min(mostSides, len(list))] {
			name := brief.Plain(list[i].Name)
			if isParty(list[i].ID) {
				name = r.text(list[i].ID)
			}
			out = append(out, name)
		}
		return strings.Join(out, ", ")
	}
	text := names(e.Actors)
	if to := names(e.Recipients); to != "" {
		text += " → " + to
	}
	return text
}

func (r *reader) eventView(e *store.Event) *eventView {
	v := &eventView{ID: e.ID, What: brief.What(e), Who: r.who(&e.Event), Reserved: brief.Reservation(e.Aux), Actors: r.participants(e.Actors), Recipients: r.participants(e.Recipients),
		Type: e.Type, Evidence: shortened(brief.Evidence(e), longSentence), URL: safeURL(e.URL), Tone: "neutral"}
	if e.Mode != nil {
		v.Type += " · " + strings.ReplaceAll(*e.Mode, "_", " ")
	}
	v.facts(r, e)
	for _, p := range brief.Joins(e) {
		v.Ties = append(v.Ties, tieLink{r.names(p[:]), tieHref(p[:])})
	}
	switch {
	case !e.Counts:
		v.Counts = "In no series: " + brief.WhyNot(e) + "."
	case len(v.Ties) == 0:
		v.Counts = "In no series: it joins no two countries."
	default:
		v.Counts = "On " + brief.Day(e.Day) + ", in tone, contact and conflict"
		if !e.Scored {
			v.Counts = "On " + brief.Day(e.Day) + ", in contact only"
		}
		var names []string
		for _, t := range track.Of(e.Type, e.Contexts).Tracks() {
			names = append(names, t.String())
		}
		v.Tracks = strings.Join(names, ", ")
	}
	if e.Origin != store.OwnOrigin {
		v.Outside = brief.Origin(e.Origin)
		if e.OriginID != "" {
			v.Outside += ", its id there " + brief.Plain(e.OriginID)
		}
	}
	if e.Articles > 0 {
		v.Told = brief.Counted(e.Articles, "article")
		if e.Outlets > 0 {
			v.Told += " of " + brief.Counted(e.Outlets, "outlet")
		}
		if e.Told > 0 {
			v.Told += ", first on " + brief.Day(e.Told)
		}
	}
	return v
}

func (v *eventView) facts(r *reader, e *store.Event) {
	add := func(name, text string) {
		if text != "" {
			v.Facts = append(v.Facts, fact{name, text})
		}
	}
	add("When", brief.Date(e.Date))
	if e.Place != nil {
		text := brief.Plain(e.Place.Name)
		if c := e.Place.Country; c != nil && r.text(*c) != text {
			text += ", " + r.text(*c)
		}
		add("Where", text)
	}
	if e.Type != "" {
		add("Type", v.Type)
	} else {
		add("Type", "a statement or an appeal, no event of PLOVER’s; it has no score")
	}
	add("Subjects", strings.Join(brief.Subjects(&e.Event), ", "))
	add("Kind", brief.Quad(e.Quad))
	if e.Scored {
		v.Score, v.Tone = brief.Score(e.Score), toneClass(e.Score)
		add("Score", v.Score+" of −10…+10")
	}
	if e.CAMEO != nil {
		text := brief.Plain(*e.CAMEO)
		if code, ok := plover.CAMEO(*e.CAMEO); ok {
			text += " " + code.Label
		}
		if e.Goldstein != nil {
			text += "; Goldstein " + brief.Score(*e.Goldstein)
		}
		add("CAMEO", text)
	}
	if e.Confidence > 0 {
		add("Confidence", brief.Percent(e.Confidence))
	}
}

func (r *reader) participants(list []record.Participant) []participantView {
	var views []participantView
	for i := range list {
		p := &list[i]
		v := participantView{Name: r.side(p), ID: brief.Plain(p.ID), Note: strings.Join(p.Sectors, " ")}
		if p.Country != nil && *p.Country != p.ID {
			v.Side = r.name(*p.Country)
		}
		if p.Person != nil {
			v.Person = brief.Plain(*p.Person)
		}
		if p.Office != nil {
			v.Office = brief.Plain(*p.Office)
		}
		views = append(views, v)
	}
	return views
}

func (r *reader) reportView(t *store.Report, event string) reportView {
	v := reportView{ID: fmt.Sprintf("r%d", t.Number), Outlet: brief.Plain(t.Outlet), Title: brief.Plain(t.Title), Article: articleHref(t.Article) + "#" + event, URL: safeURL(t.URL),
		Rule: brief.Plain(t.Rule), WhyHref: fmt.Sprintf("/event/%s?why=r%d#r%d", event, t.Number, t.Number)}
	if v.Title == "" {
		v.Title = "Untitled article"
	}
	if t.Confidence > 0 {
		v.Confidence = brief.Percent(t.Confidence)
	}
	if t.Speaker != nil {
		v.Speaker = r.speaker(t.Speaker)
	}
	v.Before = shortened(plainText(t.Sentence), longSentence)
	if start, end, ok := brief.TriggerIn(t); ok {
		v.Before, v.Trigger, v.After = endOf(plainText(t.Sentence[:start]), longSentence/2), plainText(t.Sentence[start:end]), shortened(plainText(t.Sentence[end:]), longSentence)
	}
	return v
}

// longSentence is how many characters of a sentence are shown: there are texts
// without a full stop.
const longSentence = 1500

// endOf keeps the last characters of a text.
func endOf(s string, n int) string {
	letters := []rune(s)
	if len(letters) <= n {
		return s
	}
	return "…" + string(letters[len(letters)-n:])
}

// plainText makes a part of a text plain, and keeps the blanks at its ends.
func plainText(s string) string {
	out := brief.Plain(s)
	if out == "" {
		return ""
	}
	if s[0] == ' ' || s[0] == '\n' {
		out = " " + out
	}
	if last := s[len(s)-1]; last == ' ' || last == '\n' {
		out += " "
	}
	return out
}

// safeURL lets an address through that leads to a web page; articles come with
// javascript: and worse.
func safeURL(address string) string {
	if len(address) > 2000 {
		return ""
	}
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" || u.User != nil {
		return ""
	}
	return u.String()
}
