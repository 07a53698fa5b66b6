// Package timex measures package calendar against texts whose time expressions
// people have marked: TimeML documents (TIMEX3, as in TimeBank) and ACE-style
// ones (TIMEX2, as in WikiWars) come in, precision, recall and F1 of extents and
// values go out, counted as TempEval-3 (UzZaman et al. 2013) and TERN do.
package timex

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"
)

// Document is one annotated text.
type Document struct {
	Name      string
	Published time.Time // zero where the document doesn't tell
	Text      string
	Marks     []Mark // in order of Start
}

// Mark is one annotated expression; offsets are bytes of the document's text.
type Mark struct {
	Start, End int
	Class      string // DATE, TIME, DURATION, SET; empty in TIMEX2
	Value      string // empty where the annotator gave none
}

// ErrNoText is wrapped by errors about documents without an annotated text.
var ErrNoText = errors.New("no TEXT element")

// ReadDir reads all annotated documents (.tml, .xml) of a folder, by name.
func ReadDir(dir string) ([]Document, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		return nil, fmt.Errorf("list %s: %w", dir, err)
	}
	sort.Strings(names)
	var documents []Document
	for _, name := range names {
		if ext := filepath.Ext(name); ext != ".tml" && ext != ".xml" {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("read annotated text: %w", err)
		}
		d, err := Read(strings.NewReader(string(data)))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		d.Name = filepath.Base(name)
		documents = append(documents, d)
	}
	if len(documents) == 0 {
		return nil, fmt.Errorf("no .tml or .xml files in %s: give the folder with the annotated documents", dir)
	}
	return documents, nil
}

// Read reads one TimeML or TIMEX2 document. Only the TEXT element is text; the
// creation time is taken from DCT or DATETIME.
func Read(in io.Reader) (Document, error) {
	decoder := xml.NewDecoder(in)
	decoder.Strict = false
	decoder.Entity = xml.HTMLEntity
	decoder.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	var b builder
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return Document{}, fmt.Errorf("read markup: %w", err)
		}
		b.add(token)
	}
	if !b.hasText {
		return Document{}, ErrNoText
	}
	b.doc.Text = b.text.String()
	sort.SliceStable(b.doc.Marks, func(i, j int) bool { return b.doc.Marks[i].Start < b.doc.Marks[j].Start })
	return b.doc, nil
}

// builder gathers a document from the tokens of its markup.
type builder struct {
	doc     Document
	text    strings.Builder
	inText  bool
	hasText bool
	inDate  bool
	open    []Mark // TIMEX2 may nest
}

func (b *builder) add(token xml.Token) {
	switch t := token.(type) {
	case xml.StartElement:
		b.start(t)
	case xml.EndElement:
		b.end(t)
	case xml.CharData:
		if b.inText {
			b.text.Write(t)
		}
	}
}

func (b *builder) start(t xml.StartElement) {
	switch t.Name.Local {
	case "TEXT":
		b.inText, b.hasText = true, true
	case "DCT", "DATETIME":
		b.inDate = true
	case "TIMEX3", "TIMEX2":
		m := Mark{Start: b.text.Len()}
		for _, a := range t.Attr {
			switch a.Name.Local {
			case "type":
				m.Class = a.Value
			case "value", "val", "VAL":
				m.Value = a.Value
			}
		}
		if b.inDate && b.doc.Published.IsZero() {
			b.doc.Published = creation(m.Value)
		}
		b.open = append(b.open, m)
	}
}

func (b *builder) end(t xml.EndElement) {
	switch t.Name.Local {
	case "TEXT":
		b.inText = false
	case "DCT", "DATETIME":
		b.inDate = false
	case "TIMEX3", "TIMEX2":
		if len(b.open) == 0 {
			return
		}
		m := b.open[len(b.open)-1]
		b.open = b.open[:len(b.open)-1]
		m.End = b.text.Len()
		if b.inText && m.End > m.Start {
			b.doc.Marks = append(b.doc.Marks, m)
		}
	}
}

// creation reads a creation time such as 1998-02-13T14:26:00 or 1989-10-26.
func creation(value string) time.Time {
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02"} {
		if t, err := time.Parse(layout, value); err == nil {
			return t
		}
	}
	return time.Time{}
}
