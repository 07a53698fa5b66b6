package exchange

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"entente/record"
)

// columns of the event table, in order. The names follow POLECAT's (Halterman
// et al. 2023), in lower case and joined by underscores, so that R and
// spreadsheets take them as they are.
var columns = [...]string{
	"article_id", "event_id",
	"date_from", "date_to", "date_text",
	"event_type", "event_mode", "aux", "contexts", "quad_code", "intensity", "cameo", "goldstein",
	"actor_id", "actor_country", "actor_name", "actor_sectors", "actor_title",
	"recipient_id", "recipient_country", "recipient_name", "recipient_sectors", "recipient_title",
	"placename", "place_country",
	"speaker", "speaker_country",
	"sentence", "sentence_text", "rule", "confidence",
	"publication_date", "source", "headline", "language", "url",
}

// listSeparator stands between the values of a cell that holds several.
const listSeparator = "; "

// Events writes one row per event, the names of the columns first.
type Events struct {
	out    *csv.Writer
	headed bool
}

// NewEvents makes a writer to w.
func NewEvents(w io.Writer) *Events { return &Events{out: csv.NewWriter(w)} }

// Write writes the events of one record.
func (t *Events) Write(r *record.Record) error {
	if err := t.head(); err != nil {
		return err
	}
	for i := range r.Events {
		if err := t.out.Write(row(r, &r.Events[i])); err != nil {
			return err
		}
	}
	return nil
}

// Flush writes out what is held back; a table without events has its names.
func (t *Events) Flush() error {
	if err := t.head(); err != nil {
		return err
	}
	t.out.Flush()
	return t.out.Error()
}

func (t *Events) head() error {
	if t.headed {
		return nil
	}
	t.headed = true
	return t.out.Write(columns[:])
}

// row gives the cells of one event, in the order of columns.
func row(r *record.Record, e *record.Event) []string {
	cells := make([]string, 0, len(columns))
	add := func(values ...string) { cells = append(cells, values...) }
	add(cell(r.Article.ID), e.ID)
	add(dates(e.Date)...)
	add(e.Type, deref(e.Mode), e.Aux, strings.Join(e.Contexts, listSeparator),
		strconv.Itoa(e.Quad), number(&e.Score), deref(e.CAMEO), number(e.Goldstein))
	add(side(e.Actors)...)
	add(side(e.Recipients)...)
	add(place(e.Place)...)
	add(speaker(e.Speaker)...)
	add(strconv.Itoa(e.Sentence), cell(sentence(r, e.Sentence)), e.Rule, number(&e.Confidence))
	add(cell(deref(r.Article.Published)), cell(deref(r.Article.Outlet)), cell(deref(r.Article.Title)),
		cell(deref(r.Article.Language)), cell(deref(r.Article.URL)))
	return cells
}

// side gives the five cells of the actors or of the recipients. The lists run
// in parallel: the second name belongs to the second id.
func side(parties []record.Participant) []string {
	list := func(of func(p *record.Participant) string) string {
		values := make([]string, len(parties))
		for i := range parties {
			values[i] = of(&parties[i])
		}
		if strings.Join(values, "") == "" {
			return ""
		}
		return cell(strings.Join(values, listSeparator))
	}
	return []string{
		list(func(p *record.Participant) string { return p.ID }),
		list(func(p *record.Participant) string { return deref(p.Country) }),
		list(func(p *record.Participant) string { return p.Name }),
		list(func(p *record.Participant) string { return strings.Join(p.Sectors, ",") }),
		list(func(p *record.Participant) string { return deref(p.Office) }),
	}
}

func dates(d *record.Date) []string {
	if d == nil {
		return []string{"", "", ""}
	}
	return []string{d.From, d.To, cell(d.Text)}
}

func place(p *record.Place) []string {
	if p == nil {
		return []string{"", ""}
	}
	return []string{cell(p.Name), deref(p.Country)}
}

func speaker(p *record.Participant) []string {
	if p == nil {
		return []string{"", ""}
	}
	return []string{cell(p.Name), deref(p.Country)}
}

func sentence(r *record.Record, i int) string {
	if i < 0 || i >= len(r.Sentences) {
		return ""
	}
	return r.Article.Text[r.Sentences[i].Start:r.Sentences[i].End]
}

func number(f *float64) string {
	if f == nil {
		return ""
	}
	return strconv.FormatFloat(*f, 'f', -1, 64)
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// cell makes words from outside safe for a spreadsheet: one line, and never a
// formula. A spreadsheet runs what begins with =, +, - or @; an apostrophe
// before it stops that.
func cell(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if s != "" && strings.ContainsRune("=+-@", rune(s[0])) {
		return "'" + s
	}
	return s
}
