package exchange

import (
	"io"

	"entente/record"
)

// Events writes one row per event of records, in our own columns as CSV, the
// names of the columns first.
type Events struct {
	out   io.Writer
	table *Table
}

// NewEvents makes a writer to w.
func NewEvents(w io.Writer) *Events { return &Events{out: w} }

// Write writes the events of one record.
func (t *Events) Write(r *record.Record) error {
	if err := t.head(); err != nil {
		return err
	}
	for i := range r.Events {
		if err := t.table.Write(eventOf(r, &r.Events[i])); err != nil {
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
	return t.table.Close()
}

func (t *Events) head() error {
	if t.table != nil {
		return nil
	}
	var err error
	t.table, err = NewTable(t.out, &ententeSet, "csv")
	return err
}

// eventOf takes one event out of its record.
func eventOf(r *record.Record, e *record.Event) *Exported {
	x := &Exported{Origin: "articles", Event: *e, Scored: true, Articles: []string{r.Article.ID}, Text: sentence(r, e.Sentence),
		Published: deref(r.Article.Published), URL: deref(r.Article.URL), Headline: deref(r.Article.Title), Language: deref(r.Article.Language)}
	if r.Article.Outlet != nil {
		x.Outlets = []string{*r.Article.Outlet}
	}
	return x
}

func sentence(r *record.Record, i int) string {
	if i < 0 || i >= len(r.Sentences) {
		return ""
	}
	return r.Article.Text[r.Sentences[i].Start:r.Sentences[i].End]
}
