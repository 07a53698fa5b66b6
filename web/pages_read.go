package web

import (
	"bytes"
	"errors"
	"net/http"
	"strings"

	"entente/article"
	"entente/coder"
	"entente/record"
	"entente/syntax"
)

// Limits of what is read at once: a page is no archive.
const (
	readArticles = 5
	readBytes    = 400_000 // of one text
)

type readView struct {
	Text      string // what was pasted, to be corrected
	Published string
	Fault     string
	Note      string
	Articles  []*codedView
	MayStore  bool
	Sample    bool
}

// readForm shows the form.
func (s *Server) readForm(_ http.ResponseWriter, r *reader) (*page, error) {
	return s.readPage(r, &readView{}), nil
}

func (s *Server) readPage(r *reader, v *readView) *page {
	v.MayStore = rightOf(r.Request) == writeRight
	p := &page{Template: "read", Title: "Read a text", Description: "Paste a text and see at once who did what to whom.", V: v}
	if v.Fault != "" {
		p.Status = http.StatusUnprocessableEntity
	}
	return p
}

// readText codes what was pasted or chosen, and shows it. Nothing is kept.
func (s *Server) readText(_ http.ResponseWriter, r *reader) (*page, error) {
	v := &readView{}
	raw, name, err := r.textSent(v)
	if err != nil {
		return nil, err
	}
	opt := article.Options{}
	if v.Published != "" {
		if opt.Published, err = article.ParsePublished(v.Published); err != nil {
			v.Fault = "The day of publication is written 2015-04-16, with or without a time."
			return s.readPage(r, v), nil
		}
	}
	if len(bytes.TrimSpace(raw)) == 0 {
		v.Fault = "There is nothing to read: paste a text or choose a file."
		return s.readPage(r, v), nil
	}
	records, err := s.code(r, raw, name, opt, v)
	if err != nil {
		return nil, err
	}
	for _, rec := range records {
		v.Articles = append(v.Articles, r.read(rec))
	}
	if len(records) == 0 && v.Fault == "" {
		v.Fault = "No article was found in it."
	}
	return s.readPage(r, v), nil
}

// textSent takes the text, or the file, from a form.
func (r *reader) textSent(v *readView) (raw []byte, name string, err error) {
	tooLarge := &problem{status: http.StatusRequestEntityTooLarge, title: "Too large", text: "At most 10 MiB are read at once. Archives are read with entente ingest."}
	if err := r.ParseMultipartForm(maxBody); err != nil && !errors.Is(err, http.ErrNotMultipart) {
		var limit *http.MaxBytesError
		if errors.As(err, &limit) {
			return nil, "", tooLarge
		}
		return nil, "", &problem{title: "The form could not be read", text: "Please send it again from the page."}
	}
	v.Published = strings.TrimSpace(r.PostFormValue("published"))
	text := r.PostFormValue("text")
	v.Text = text
	if f, head, err := r.FormFile("file"); err == nil {
		defer f.Close()
		var b bytes.Buffer
		if _, err := b.ReadFrom(f); err != nil {
			return nil, "", tooLarge
		}
		if b.Len() > 0 {
			v.Text = ""
			return b.Bytes(), head.Filename, nil
		}
	}
	return []byte(strings.ReplaceAll(text, "\r\n", "\n")), "the text", nil
}

// code reads and codes the articles of an input, as many as a page shows.
func (s *Server) code(r *reader, raw []byte, name string, opt article.Options, v *readView) ([]*record.Record, error) {
	know, err := s.knowledge()
	if err != nil {
		return nil, err
	}
	select {
	case s.thinking <- struct{}{}:
		defer func() { <-s.thinking }()
	case <-r.Context().Done():
		return nil, r.Context().Err()
	}
	c := coder.New(know, syntax.Accurate)
	var records []*record.Record
	article.Read(bytes.NewReader(raw), name, opt, func(a *article.Article, err error) bool {
		switch {
		case r.Context().Err() != nil:
			return false
		case err != nil:
			v.Fault = "Part of it could not be read: " + err.Error()
		case len(records) == readArticles:
			v.Note = "The first articles of the file are shown; entente ingest reads all."
			return false
		case len(a.Text) > readBytes:
			v.Fault = "The text is too long for a page; entente read takes it."
		default:
			records = append(records, c.Code(a))
		}
		return true
	})
	return records, r.Context().Err()
}
