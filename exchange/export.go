package exchange

import (
	"fmt"
	"io"
	"strings"

	"entente/plover"
	"entente/record"
)

// Exported is one event on its way out: one of our own or of another data set.
// What is unknown is empty. The id of its rows is Event.ID, or "e" and Number
// where that is empty.
type Exported struct {
	Number   int64  // of the event in the database
	Origin   string // articles, or the data set that it was imported from
	OriginID string // its id there
	Event    record.Event
	Scored   bool // false where the event has no PLOVER type, and so no score

	Articles     []string // ids of the articles that told it
	Outlets      []string // that told it, by name
	ArticleCount int      // 0 where it isn't known; never less than Articles
	OutletCount  int      // 0 where it isn't known; never less than Outlets

	Published string // RFC 3339 or its day alone
	URL       string // of an article that told it
	Headline  string
	Language  string
	Text      string // of the sentence that proves it
}

// id is what the event is called outside the database.
func (x *Exported) id() string {
	if x.Event.ID != "" {
		return x.Event.ID
	}
	return fmt.Sprintf("e%d", x.Number)
}

// Kind is what the values of a column are.
type Kind uint8

// The kinds of values.
const (
	Text Kind = iota
	Integer
	Number
	Date // a day, "2006-01-02"
)

// Column is one column of a set.
type Column struct {
	Name string
	Kind Kind
	of   func(*row) value // nil where nothing that we know goes there
}

// Set is the columns of one kind of table.
type Set struct {
	Name    string
	Columns []Column
	paired  bool // a row has one source and one target
	cameo   bool // what happened is a CAMEO code, so that events without a type have their place
	plain   bool // there is no column for a reservation: such events can't be told
}

// sets are the sets of columns that tables are written in.
var sets = []*Set{&ententeSet, &polecatSet, &icewsSet, &gdeltSet}

// Sets lists the names of the sets of columns.
func Sets() []string {
	names := make([]string, len(sets))
	for i, s := range sets {
		names[i] = s.Name
	}
	return names
}

// SetNamed gives the set of columns of that name.
func SetNamed(name string) (*Set, error) {
	for _, s := range sets {
		if s.Name == name {
			return s, nil
		}
	}
	return nil, fmt.Errorf("no set of columns is called %q; there are %s", name, strings.Join(Sets(), ", "))
}

// value is one cell, by the kind of its column; the zero value is an empty one.
type value struct {
	known  bool
	text   string  // of Text and Date
	number float64 // of Integer and Number
}

func textValue(s string) value { return value{known: s != "", text: s} }

func numberValue(f float64) value { return value{known: true, number: f} }

func countValue(n int) value { return value{known: n > 0, number: float64(n)} }

func orNumber(f *float64) value {
	if f == nil {
		return value{}
	}
	return numberValue(*f)
}

// dayValue takes the day of a time.
func dayValue(s string) value {
	if len(s) < 10 {
		return value{}
	}
	if day, ok := parseDay(s[:10]); ok {
		return textValue(day)
	}
	return value{}
}

// row is what the cells of one row are made of.
type row struct {
	*Exported
	know   *knowledge
	id     string
	source *record.Participant // of a paired set
	target *record.Participant
}

// tableForm writes the rows of a table in one form.
type tableForm interface {
	// write takes the cells of one row.
	write(cells []value) error
	// close writes what is held back.
	close() error
}

// Table writes events in one set of columns.
type Table struct {
	set      *Set
	out      tableForm
	know     *knowledge
	cells    []value
	Rows     int // written
	Withheld int // events that the set can't tell: under a reservation, without a type, with nobody in it
}

// TableForms lists the forms a table can be written in.
func TableForms() []string { return []string{"csv", "ndjson", "parquet"} }

// NewTable begins a table on w in a form of [TableForms]. Close ends it.
func NewTable(w io.Writer, set *Set, form string) (*Table, error) {
	know, err := loadKnowledge()
	if err != nil {
		return nil, err
	}
	t := &Table{set: set, know: know, cells: make([]value, len(set.Columns))}
	switch form {
	case "csv":
		t.out, err = newCSV(w, set)
	case "ndjson":
		t.out = newNDJSON(w, set)
	case "parquet":
		t.out = newParquet(w, set)
	default:
		err = fmt.Errorf("no table is written as %q; there are %s", form, strings.Join(TableForms(), ", "))
	}
	return t, err
}

// Write writes the rows of one event: one, or in a paired set one for each
// actor and recipient, or for each two actors of a reciprocal event.
func (t *Table) Write(x *Exported) error {
	if t.set.plain && x.Event.Aux != "" || !t.set.cameo && t.set.plain && x.Event.Type == "" {
		t.Withheld++
		return nil
	}
	r := row{Exported: x, know: t.know, id: x.id()}
	if !t.set.paired {
		return t.row(&r)
	}
	list := pairs(&x.Event)
	if len(list) == 0 {
		t.Withheld++
	}
	for i, p := range list {
		r.source, r.target = p[0], p[1]
		if i > 0 {
			r.id = fmt.Sprintf("%s-%d", x.id(), i+1) // an id is a row's own in tables of pairs
		}
		if err := t.row(&r); err != nil {
			return err
		}
	}
	return nil
}

func (t *Table) row(r *row) error {
	for i := range t.set.Columns {
		if of := t.set.Columns[i].of; of != nil {
			t.cells[i] = of(r)
		}
	}
	t.Rows++
	return t.out.write(t.cells)
}

// Close writes what is held back. It leaves the underlying writer open.
func (t *Table) Close() error { return t.out.close() }

// pairs gives source and target of every row of an event. Of a visit that
// CAMEO codes as hosting, the recipient is the source.
func pairs(e *record.Event) [][2]*record.Participant {
	actors, recipients := e.Actors, e.Recipients
	if e.CAMEO != nil && isHosting(*e.CAMEO) {
		actors, recipients = recipients, actors
	}
	var list [][2]*record.Participant
	for i := range actors {
		for j := range recipients {
			list = append(list, [2]*record.Participant{&actors[i], &recipients[j]})
		}
		if len(recipients) == 0 {
			for j := i + 1; j < len(actors); j++ {
				list = append(list, [2]*record.Participant{&actors[i], &actors[j]})
			}
		}
	}
	if len(actors) == 0 {
		for j := range recipients {
			list = append(list, [2]*record.Participant{nil, &recipients[j]})
		}
	}
	if len(list) == 0 && len(actors) == 1 {
		list = append(list, [2]*record.Participant{&actors[0], nil})
	}
	return list
}

// code is the CAMEO code of the event.
func (r *row) code() string {
	if r.Event.CAMEO != nil {
		return *r.Event.CAMEO
	}
	if t := plover.Type(r.Event.Type); t.Valid() {
		return t.CAMEO(deref(r.Event.Mode), r.Event.Contexts)
	}
	return ""
}

func (r *row) day() value {
	if r.Event.Date == nil {
		return value{}
	}
	return dayValue(r.Event.Date.From)
}

func (r *row) score() value {
	if !r.Scored {
		return value{}
	}
	return numberValue(r.Event.Score)
}

func (r *row) quad() value { return countValue(r.Event.Quad) }

func (r *row) articleCount() value { return countValue(max(r.ArticleCount, len(r.Articles))) }

func (r *row) outletCount() value { return countValue(max(r.OutletCount, len(r.Outlets))) }

// joined gives one value of every participant, which run in parallel to those
// of the other columns.
func joined(ps []record.Participant, of func(*record.Participant) string) value {
	values := make([]string, len(ps))
	for i := range ps {
		values[i] = of(&ps[i])
	}
	if strings.Join(values, "") == "" {
		return value{}
	}
	return textValue(strings.Join(values, listSeparator))
}

func list(values []string) value { return textValue(strings.Join(values, listSeparator)) }

func orText(s *string) value { return textValue(deref(s)) }

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
