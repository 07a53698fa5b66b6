package web

import (
	"bytes"
	"errors"
	"net/http"
	"strings"

	"entente/article"
	"entente/brief"
	"entente/record"
)

type readView struct {
	Text      string // what was pasted, to be corrected
	Published string
	Fault     string
	Article   *codedView
	MayStore  bool
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

// readText codes what was pasted or chosen, and shows it. Nothing is kept unless that
// was asked for by who may.
func (s *Server) readText(w http.ResponseWriter, r *reader) (*page, error) {
	v := &readView{}
	raw, err := r.textSent(v)
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
	rec, err := s.read(r.Context(), raw, opt)
	var wrong unreadable
	switch {
	case errors.As(err, &wrong):
		v.Fault = upperFirst(wrong.Error()) + "."
		return s.readPage(r, v), nil
	case err != nil:
		return nil, err
	}
	if r.PostFormValue("store") != "" && rightOf(r.Request) == writeRight {
		if err := s.store(w, r, rec, v); err != nil || v.Fault == "" {
			return nil, err
		}
	}
	v.Article = r.read(rec)
	return s.readPage(r, v), nil
}

// store keeps what was read, as was asked, and leads to its page; it notes in
// the view why it did not.
func (s *Server) store(w http.ResponseWriter, r *reader, rec *record.Record, v *readView) error {
	_, err := s.keep(r.Context(), rec)
	if errors.Is(err, errOther) {
		v.Fault = upperFirst(errOther.Error()) + "."
		return nil
	}
	if err != nil {
		return err
	}
	http.Redirect(w, r.Request, articleHref(rec.Article.ID), http.StatusSeeOther)
	return nil
}

// textSent takes the text, or the file, from a form.
func (r *reader) textSent(v *readView) (raw []byte, err error) {
	tooLarge := &problem{status: http.StatusRequestEntityTooLarge, title: "Too large", text: "At most 10 MiB are read at once. Archives are read with entente ingest."}
	if err := r.ParseMultipartForm(maxBody); err != nil && !errors.Is(err, http.ErrNotMultipart) {
		var limit *http.MaxBytesError
		if errors.As(err, &limit) {
			return nil, tooLarge
		}
		return nil, &problem{title: "The form could not be read", text: "Please send it again from the page."}
	}
	v.Published = brief.Plain(shortened(r.PostFormValue("published"), 60))
	text := r.PostFormValue("text")
	v.Text = harmlessLines(text)
	if f, _, err := r.FormFile("file"); err == nil {
		defer f.Close()
		var b bytes.Buffer
		if _, err := b.ReadFrom(f); err != nil {
			return nil, tooLarge
		}
		if b.Len() > 0 {
			v.Text = ""
			return b.Bytes(), nil
		}
	}
	return []byte(strings.ReplaceAll(text, "\r\n", "\n")), nil
}
