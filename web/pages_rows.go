package web

import (
	"fmt"
	"html/template"
	"net/url"
	"slices"
	"strings"

	"entente/agenda"
	"entente/brief"
	"entente/calendar"
	"entente/dossier"
	"entente/record"
	"entente/store"
	"entente/tie"
)

// Rows are what lists on several pages are made of: names in the reader's
// language, text from outside plain, every number with its address.

// within turns quotation marks into those that stand within others, as rows put
// evidence between some.
func within(s string) string {
	return strings.NewReplacer(`"`, "'", "“", "‘", "”", "’").Replace(s)
}

// eventRow is an event in a list.
type eventRow struct {
	ID, Href string
	Day      string // ISO, on which it counts; "" in no series
	When     string
	Who      template.HTML
	What     string
	Subjects string
	Reserved string // announced, if, not, background
	Score    string // "" none
	Tone     string // class: good, bad, neutral
	Push     string // how far it moved the tone, "" not asked
	Evidence string
	Times    int // how many events that say the same the row stands for
	Articles int
}

func (r *reader) eventRow(e *store.Event) eventRow {
	row := eventRow{
		ID: e.ID, Href: "/event/" + e.ID, When: brief.When(e), Who: r.who(&e.Event), What: brief.What(e),
		Subjects: strings.Join(brief.Subjects(&e.Event), ", "), Reserved: brief.Reserved(e.Aux),
		Tone: "neutral", Evidence: within(shortened(brief.Evidence(e), 280)), Times: 1, Articles: e.Articles,
	}
	if e.Counts {
		row.Day = e.Day.String()
	}
	if e.Scored {
		row.Score, row.Tone = brief.Score(e.Score), toneClass(e.Score)
	}
	return row
}

func toneClass(score float64) string {
	switch {
	case score > 0:
		return "good"
	case score < 0:
		return "bad"
	}
	return "neutral"
}

func (r *reader) eventRows(list []*store.Event) []eventRow {
	rows := make([]eventRow, len(list))
	for i, e := range list {
		rows[i] = r.eventRow(e)
	}
	return rows
}

// causeRows are the events that moved a tone. Data sets tell some events once
// for each direction: those are one row.
func (r *reader) causeRows(list []dossier.Cause) []eventRow {
	var rows []eventRow
	pushes := map[string]float64{}
	for _, c := range list {
		row := r.eventRow(c.Event)
		key := fmt.Sprint(row.Day, row.What, row.Evidence)
		if c.Event.Origin == store.OwnOrigin {
			key = row.ID
		}
		pushes[key] += c.Push
		if i := slices.IndexFunc(rows, func(o eventRow) bool { return o.Push == key }); i >= 0 {
			rows[i].Times++
			continue
		}
		row.Push = key // until all are added up
		rows = append(rows, row)
	}
	for i := range rows {
		rows[i].Push = brief.Push(pushes[rows[i].Push])
	}
	return rows
}

// statementRow is a statement in a list.
type statementRow struct {
	ID, Href string
	Day      string // ISO, of publication
	When     string
	Speaker  template.HTML
	Office   string
	About    template.HTML // "" where the page is about it anyway
	Text     string
	Direct   bool
	Denied   bool   // what is said is that Text is not so
	Stance   string // warm, critical, ""
	Tone     string
	Outlet   string
	Article  string // its address
}

func (r *reader) statementRow(s *agenda.Told[record.Statement], asked []string) statementRow {
	v := &s.Value
	row := statementRow{
		ID: fmt.Sprintf("s%d", s.Number), Href: fmt.Sprintf("/finding/s%d", s.Number), When: "undated",
		About: r.among(v.About, asked), Text: unquoted(brief.Plain(v.Text)), Direct: v.Direct, Denied: v.Denied,
		Stance: brief.Stance(v.Stance), Tone: "neutral", Outlet: brief.Plain(s.Outlet), Article: articleHref(s.Article),
	}
	row.Text = shortened(row.Text, 420)
	if s.Dated {
		row.Day, row.When = s.Published.String(), brief.Day(s.Published)
	}
	if row.Stance != "" {
		row.Tone = toneClass(v.Stance)
	}
	row.Speaker = r.speaker(&v.Speaker)
	if v.Speaker.Office != nil {
		row.Office = brief.Plain(*v.Speaker.Office)
	}
	return row
}

// speaker names a person, or the side where nobody is named.
func (r *reader) speaker(p *record.Participant) template.HTML {
	if p.Person != nil {
		return "<bdi>" + template.HTML(template.HTMLEscapeString(brief.Plain(*p.Person))) + "</bdi>"
	}
	return r.side(p)
}

// unquoted takes the quotation marks off that stand around a text.
func unquoted(s string) string { return strings.Trim(s, `"“”«»„ `) }

// references are numbers of findings or events with their addresses.
func references(kind string, numbers []int64) []link {
	path := "/finding/"
	if kind == "e" {
		path = "/event/"
	}
	var list []link
	for _, n := range numbers {
		id := fmt.Sprintf("%s%d", kind, n)
		list = append(list, link{id, path + id})
	}
	return list
}

// mostReferences is how many numbers stand behind a row.
const mostReferences = 3

func few(list []link) []link { return list[:min(mostReferences, len(list))] }

// figure is one of the three numbers of a tie.
type figure struct {
	Name, Value, Interval, Of string
	Change, Course            string // in 30 days
	Tone                      string // class of the change
	Help                      string // address of its explanation
}

// figures are tone, contact and share of conflict.
func figuresOf(p *tie.Point) []figure {
	list := []figure{
		{Name: "Tone", Value: brief.Signed(p.Tone.Value), Interval: brief.Signed(p.Tone.Low) + " to " + brief.Signed(p.Tone.High),
			Of: brief.Hundred(p.Tone) + " of 100", Change: brief.Toned(p.ToneTrend), Course: brief.ToneCourse(p.ToneTrend), Tone: courseClass(p.ToneTrend, false), Help: "/about#tone"},
		{Name: "Contact", Value: brief.Factor(p.Contact.Value), Interval: brief.Factor(p.Contact.Low) + " to " + brief.Factor(p.Contact.High),
			Of: "of the year’s rate", Change: brief.Factored(p.ContactTrend), Course: brief.ContactCourse(p.ContactTrend), Tone: "neutral", Help: "/about#contact"},
		{Name: "Conflict", Value: brief.Percent(p.ConflictShare.Value), Interval: brief.Percent(p.ConflictShare.Low) + " to " + brief.Percent(p.ConflictShare.High),
			Of: "of the events", Change: brief.Pointed(p.ConflictTrend) + " points", Course: brief.ShareCourse(p.ConflictTrend), Tone: courseClass(p.ConflictTrend, true), Help: "/about#conflict"},
	}
	return list
}

// courseClass is the class of a change whose interval lies on one side.
func courseClass(e tie.Estimate, worse bool) string {
	switch {
	case e.Low > 0 && !worse, e.High < 0 && worse:
		return "good"
	case e.High < 0 || e.Low > 0:
		return "bad"
	}
	return "neutral"
}

// articleHref is the address of an article.
func articleHref(id string) string { return "/article/" + url.PathEscape(id) }

// dayISO writes a day for a field of a form, "" for none.
func dayISO(d *calendar.Day) string {
	if d == nil {
		return ""
	}
	return d.String()
}
