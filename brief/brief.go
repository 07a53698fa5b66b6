package brief

import (
	"io"

	"entente/record"
)

// Look says how the text is to look.
type Look struct {
	Width  int  // cells of a line
	Colour bool // ANSI colours
	Full   bool // the long form: everything that was found, in whole words
}

// Writer writes briefs, a blank line between two.
type Writer struct {
	w       io.Writer
	look    Look
	names   func(id string) string
	written bool
}

// New makes a writer to w. names gives a reader's name for the id of a state or
// an organisation, "" where it knows none.
func New(w io.Writer, look Look, names func(id string) string) *Writer {
	return &Writer{w: w, look: look, names: names}
}

// Write writes the brief of one record.
func (b *Writer) Write(r *record.Record) error {
	s := newSheet(r, b.look, b.names)
	if b.written {
		s.blank()
		s.line(0, 0, run{rule(s.width), faint})
		s.blank()
	}
	b.written = true
	s.head()
	sections := []func(){s.who, s.happened, s.said, s.dialogues, s.watch, s.ties}
	if b.look.Full {
		sections = []func(){s.who, s.fullHappened, s.fullSaid, s.fullDialogues, s.fullDisputes, s.fullConditions, s.fullWatch, s.fullTies}
	}
	for _, section := range sections {
		section()
	}
	s.nothing()
	_, err := s.buf.WriteTo(b.w)
	return err
}

// Flush does nothing: every brief is written at once.
func (b *Writer) Flush() error { return nil }

// sheet is the brief of one record in the making.
type sheet struct {
	page
	naming
	r     *record.Record
	empty bool // no section yet
}

func newSheet(r *record.Record, look Look, names func(string) string) *sheet {
	s := &sheet{page: page{width: look.Width, colour: look.Colour}, naming: naming{named: names, told: map[string]string{}, full: look.Full}, r: r, empty: true}
	s.eachParticipant(func(p *record.Participant) {
		if p.Person == nil && p.Office == nil && s.told[p.ID] == "" {
			s.told[p.ID] = p.Name
		}
	})
	return s
}

// section begins a section, a blank line above it.
func (s *sheet) section(title, note string) {
	s.empty = false
	s.page.section(title, note)
}

func (s *sheet) nothing() {
	if s.empty {
		s.blank()
		s.line(0, 0, run{"Nothing found: no event, statement, dialogue, condition or assessment.", plain})
	}
}

// eachParticipant visits everybody who takes part in something, in the order
// of the record.
func (s *sheet) eachParticipant(visit func(*record.Participant)) {
	all := func(list []record.Participant) {
		for i := range list {
			visit(&list[i])
		}
	}
	for i := range s.r.Events {
		e := &s.r.Events[i]
		all(e.Actors)
		all(e.Recipients)
		if e.Speaker != nil {
			visit(e.Speaker)
		}
	}
	for i := range s.r.Statements {
		visit(&s.r.Statements[i].Speaker)
	}
	for i := range s.r.Watch {
		all(s.r.Watch[i].Actors)
		all(s.r.Watch[i].Recipients)
	}
	for i := range s.r.Assessments {
		if by := s.r.Assessments[i].By; by != nil {
			visit(by)
		}
	}
}
