package web

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"entente/atlas"
	"entente/calendar"
	"entente/plover"
	"entente/store"
	"entente/tie/track"
)

// The words of a question. Each type reads one parameter and says what is wrong
// with it; huma names the parameter.

// dayText is how a day is described.
type dayText struct{}

// Schema implements huma.SchemaProvider.
func (dayText) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{Type: huma.TypeString, Format: "date", Examples: []any{"2015-04-16"}}
}

// trackText is how a track is described.
type trackText struct{}

// Schema implements huma.SchemaProvider.
func (trackText) Schema(huma.Registry) *huma.Schema {
	var codes []any
	for _, t := range track.All() {
		codes = append(codes, t.Code())
	}
	return &huma.Schema{Type: huma.TypeString, Enum: codes}
}

func listSchema(examples ...any) *huma.Schema {
	return &huma.Schema{Type: huma.TypeString, Examples: examples, MaxLength: ptr(400)}
}

func ptr[T any](v T) *T { return &v }

// dayIn is a day that may be left out.
type dayIn struct{ day *calendar.Day }

// UnmarshalText implements encoding.TextUnmarshaler.
func (d *dayIn) UnmarshalText(text []byte) error {
	day, err := calendar.ParseDay(string(text))
	if err != nil {
		return err
	}
	if y := day.Year(); y < 1 || y > 9999 {
		return errors.New("the year must have four digits")
	}
	d.day = &day
	return nil
}

// Schema implements huma.SchemaProvider.
func (dayIn) Schema(r huma.Registry) *huma.Schema { return dayText{}.Schema(r) }

// maxCountries is how many countries a question may name.
const maxCountries = 12

// partiesIn are countries.
type countriesIn struct{ codes []string }

// UnmarshalText implements encoding.TextUnmarshaler.
func (p *countriesIn) UnmarshalText(text []byte) error {
	for name := range strings.SplitSeq(string(text), ",") {
		code, ok := atlas.PartyNamed(strings.TrimSpace(name))
		if !ok {
			return atlas.UnknownParty(strings.TrimSpace(name))
		}
		if slices.Contains(p.codes, code) {
			return fmt.Errorf("%s is named twice", code)
		}
		p.codes = append(p.codes, code)
	}
	if len(p.codes) > maxCountries {
		return fmt.Errorf("at most %d countries", maxCountries)
	}
	return nil
}

// Schema implements huma.SchemaProvider.
func (countriesIn) Schema(huma.Registry) *huma.Schema { return listSchema("KOR,JPN") }

// typesIn are PLOVER types.
type typesIn struct{ types []string }

// UnmarshalText implements encoding.TextUnmarshaler.
func (t *typesIn) UnmarshalText(text []byte) error {
	for name := range strings.SplitSeq(strings.ToUpper(string(text)), ",") {
		name = strings.TrimSpace(name)
		if !plover.Type(name).Valid() {
			return fmt.Errorf("PLOVER has no type %q; it has %v", name, plover.Types())
		}
		t.types = append(t.types, name)
	}
	return nil
}

// Schema implements huma.SchemaProvider.
func (typesIn) Schema(huma.Registry) *huma.Schema { return listSchema("CONSULT,AGREE") }

// contextsIn are PLOVER contexts.
type contextsIn struct{ contexts []string }

// UnmarshalText implements encoding.TextUnmarshaler.
func (c *contextsIn) UnmarshalText(text []byte) error {
	for name := range strings.SplitSeq(string(text), ",") {
		name = strings.TrimSpace(name)
		if !plover.IsContext(name) {
			return fmt.Errorf("PLOVER has no context %q; it has %s", name, strings.Join(plover.Contexts(), ", "))
		}
		c.contexts = append(c.contexts, name)
	}
	return nil
}

// Schema implements huma.SchemaProvider.
func (contextsIn) Schema(huma.Registry) *huma.Schema { return listSchema("territory") }

// trackIn is a track that may be left out.
type trackIn struct{ track *track.Track }

// UnmarshalText implements encoding.TextUnmarshaler.
func (t *trackIn) UnmarshalText(text []byte) error {
	found, err := track.Parse(string(text))
	t.track = &found
	return err
}

// Schema implements huma.SchemaProvider.
func (trackIn) Schema(r huma.Registry) *huma.Schema { return trackText{}.Schema(r) }

// originsIn are data sets.
type originsIn struct{ origins []string }

// UnmarshalText implements encoding.TextUnmarshaler.
func (o *originsIn) UnmarshalText(text []byte) error {
	for name := range strings.SplitSeq(string(text), ",") {
		if name = strings.TrimSpace(name); name == "" || len(name) > 40 || len(o.origins) == 10 {
			return errors.New("name data sets with commas, such as articles,icews")
		}
		o.origins = append(o.origins, name)
	}
	return nil
}

// Schema implements huma.SchemaProvider.
func (originsIn) Schema(huma.Registry) *huma.Schema { return listSchema("articles", "icews") }

// wordsIn are words to look for; those between quotation marks belong together.
type wordsIn struct{ words []string }

// UnmarshalText implements encoding.TextUnmarshaler.
func (w *wordsIn) UnmarshalText(text []byte) error {
	if len(text) > 200 {
		return errors.New("at most 200 bytes are looked for")
	}
	w.words = wordsOf(string(text))
	return nil
}

// Schema implements huma.SchemaProvider.
func (wordsIn) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{Type: huma.TypeString, MaxLength: ptr(200), Examples: []any{`comfort women`, `"comfort women" apology`}}
}

// wordsOf cuts a text into words and quoted phrases.
func wordsOf(text string) []string {
	var words []string
	for i, part := range strings.Split(text, `"`) {
		if i%2 == 0 {
			words = append(words, strings.Fields(part)...)
		} else if part = strings.TrimSpace(part); part != "" {
			words = append(words, part)
		}
	}
	return words
}

// Paging is the part of a list that is wanted.
type Paging struct {
	Cursor cursorIn `query:"cursor" doc:"Where the page begins: the next of the page before."`
	Limit  int      `query:"limit" minimum:"1" maximum:"1000" default:"100" doc:"How many at most."`
}

// cursorIn is a mark in a list, with a hash of the question that the list
// answers.
type cursorIn struct {
	mark *store.Mark
	of   [4]byte
}

// The form of a cursor: the day, whether there is one, the number, the hash.
const cursorBytes = 4 + 1 + 8 + 4

// UnmarshalText implements encoding.TextUnmarshaler.
func (c *cursorIn) UnmarshalText(text []byte) error {
	raw, err := base64.RawURLEncoding.DecodeString(string(text))
	if err != nil || len(raw) != cursorBytes {
		return errors.New("that is no cursor of ours; take the next of the page before")
	}
	c.mark = &store.Mark{
		Day:    calendar.Day(binary.BigEndian.Uint32(raw)),
		Dated:  raw[4] == 1,
		Number: int64(binary.BigEndian.Uint64(raw[5:])),
	}
	if y := c.mark.Day.Year(); y < 1 || y > 9999 {
		return errors.New("that is no cursor of ours; take the next of the page before")
	}
	c.of = [4]byte(raw[13:])
	return nil
}

// Schema implements huma.SchemaProvider.
func (cursorIn) Schema(huma.Registry) *huma.Schema { return &huma.Schema{Type: huma.TypeString} }

// cursor writes a mark, nil for none.
func cursor(m *store.Mark, of [4]byte) *string {
	if m == nil {
		return nil
	}
	raw := binary.BigEndian.AppendUint32(nil, uint32(m.Day))
	raw = append(raw, 0)
	if m.Dated {
		raw[4] = 1
	}
	raw = binary.BigEndian.AppendUint64(raw, uint64(m.Number))
	text := base64.RawURLEncoding.EncodeToString(append(raw, of[:]...))
	return &text
}

// Chosen are the parameters by which lists of events and findings are chosen.
type Chosen struct {
	Parties countriesIn `query:"parties" doc:"Countries by name or code, with commas: of one, what it has to do with any other; of several, what joins two of them."`
	From    dayIn       `query:"from" doc:"On this day or later."`
	To      dayIn       `query:"to" doc:"On this day or before."`
	Q       wordsIn     `query:"q" doc:"Words that must all stand in the text or in a name; a phrase in quotation marks."`
}

func (c *Chosen) asked(page *Paging) store.Asked {
	return store.Asked{
		Filter: store.Filter{Parties: c.Parties.codes, From: c.From.day, To: c.To.day, Limit: page.Limit},
		Words:  c.Q.words,
	}
}

// begin sets where the page begins, and gives the hash of the question for the
// cursor of the next one.
func (p *Paging) begin(q *store.Asked, kind string) (of [4]byte, err error) {
	f := q.Filter
	f.Limit = 0
	h := sha256.Sum256(fmt.Appendf(nil, "%s %q %q %q %q %v %v %v %q", kind, f.Parties, f.Types, f.Contexts, f.Origins, written(f.From), written(f.To), written(f.Track), q.Words))
	of = [4]byte(h[:])
	if p.Cursor.mark != nil && p.Cursor.of != of {
		return of, wrong("query.cursor", nil, "this cursor belongs to another question; ask with the same parameters as for the page before")
	}
	q.After = p.Cursor.mark
	return of, nil
}

// written is what a pointer points to, as text.
func written[T fmt.Stringer](p *T) string {
	if p == nil {
		return ""
	}
	return (*p).String()
}

// paged is a page of a list.
type paged[T any] struct {
	Items []T     `json:"items" nullable:"false"`
	Next  *string `json:"next" doc:"The cursor of the next page; null at the end."`
	Whole bool    `json:"whole" doc:"False where the search for words left off before the page was full, to stay quick: next leads on."`
}

func pagedOf[T any](p *store.Page[T], of [4]byte) *body[paged[T]] {
	items := p.Items
	if items == nil {
		items = []T{}
	}
	return &body[paged[T]]{paged[T]{items, cursor(p.Next, of), p.Whole}}
}
