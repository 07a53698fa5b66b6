package web

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"runtime/debug"

	"entente/article"
	"entente/coder"
	"entente/record"
	"entente/store"
	"entente/syntax"
)

// Limits of a text that is read for a request. Coding takes about ten
// milliseconds a kilobyte, so that a longer text would outlast the request.
const (
	maxText      = 500_000 // bytes of an article's text
	longText     = 50_000  // from here on it is parsed faster and a little less well
	pastedSource = "pasted"
)

// Why a text was not read. The words are for the reader.
var (
	errPacked = errors.New("the text is packed; send it unpacked (what is read here is a single article)")
	errNoText = errors.New("there is no article in it")
	errMany   = errors.New("there are several articles in it; send them one by one, or use entente ingest")
	errTooBig = fmt.Errorf("the text is longer than %d bytes; no news article is: send a part of it, or use entente read", maxText)
)

// unreadable says that a text could not be read, which is no fault of ours.
type unreadable struct{ error }

func (u unreadable) Unwrap() error { return u.error }

// read reads and codes one article: a text, a web page, or a JSON object as
// JSON lines have them. Nothing is stored, and nothing that it names is
// fetched. An error of type unreadable is about the text.
func (s *Server) read(ctx context.Context, raw []byte, opt article.Options) (*record.Record, error) {
	a, err := s.parsed(ctx, raw, opt)
	if err != nil {
		return nil, err
	}
	return s.coded(ctx, a)
}

// parsed finds the article in some bytes.
func (s *Server) parsed(ctx context.Context, raw []byte, opt article.Options) (*article.Article, error) {
	if packed(raw) {
		return nil, unreadable{errPacked}
	}
	return worked(ctx, s, func() (*article.Article, error) {
		var found *article.Article
		var wrong error
		article.Read(bytes.NewReader(raw), pastedSource, opt, func(a *article.Article, err error) bool {
			switch {
			case wrong != nil:
			case err != nil:
				wrong = err
			case found != nil:
				wrong = errMany
			case len(a.Text) > maxText:
				wrong = errTooBig
			default:
				found = a
			}
			return wrong == nil
		})
		if wrong == nil && found == nil {
			wrong = errNoText
		}
		if wrong != nil {
			return nil, unreadable{wrong}
		}
		return found, nil
	})
}

// coded codes an article.
func (s *Server) coded(ctx context.Context, a *article.Article) (*record.Record, error) {
	know, err := s.knowledge()
	if err != nil {
		return nil, err
	}
	mode := syntax.Accurate
	if len(a.Text) > longText {
		mode = syntax.Bulk
	}
	return worked(ctx, s, func() (*record.Record, error) { return coder.New(know, mode).Code(a), nil })
}

// worked does what cannot be interrupted in a goroutine of its own, so that a
// request that has run out of time is answered. At most as many are at it as
// there are processor cores: what went on too long counts until it ends.
func worked[T any](ctx context.Context, s *Server, do func() (T, error)) (T, error) {
	var none T
	select {
	case s.reading <- struct{}{}:
	case <-ctx.Done():
		return none, ctx.Err()
	}
	type result struct {
		v   T
		err error
	}
	done := make(chan result, 1)
	go func() {
		defer func() { <-s.reading }()
		defer func() {
			if fault := recover(); fault != nil {
				done <- result{none, &panicked{fault, debug.Stack()}}
			}
		}()
		v, err := do()
		done <- result{v, err}
	}()
	select {
	case r := <-done:
		return r.v, r.err
	case <-ctx.Done():
		return none, ctx.Err()
	}
}

// packed tells whether bytes begin as gzip, zstd or zip do: a small body could
// grow to fill the memory.
func packed(raw []byte) bool {
	for _, magic := range []string{"\x1f\x8b", "\x28\xb5\x2f\xfd", "PK\x03\x04"} {
		if bytes.HasPrefix(raw, []byte(magic)) {
			return true
		}
	}
	return false
}

// errOther says that another article with the id of this one is stored.
var errOther = errors.New("another article with this id is stored already, with other words or another time; the stored one stays")

// keep stores a record. It tells whether it was new.
func (s *Server) keep(ctx context.Context, r *record.Record) (isNew bool, err error) {
	select {
	case s.writing <- struct{}{}:
		defer func() { <-s.writing }()
	case <-ctx.Done():
		return false, ctx.Err()
	}
	hash, there, err := s.db.ArticleContent(ctx, r.Article.ID)
	switch {
	case err != nil:
		return false, err
	case there && hash == store.ContentOf(&r.Article):
		return false, nil
	case there:
		return false, errOther
	}
	if err := s.db.Add(ctx, []record.Sourced{{Record: r, Source: pastedSource}}); err != nil {
		return false, err
	}
	return true, s.changed(ctx)
}
