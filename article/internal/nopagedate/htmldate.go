// Package htmldate stands in for github.com/markusmobius/go-htmldate, which
// go-trafilatura imports and Entente never asks: package article reads the
// dates of pages itself, because it must know which of them the page tells.
// A page comes in, no date goes out.
//
// The library loads a date parser for two hundred languages when a program
// starts: 0.45 s and 95 MB, on every run of every verb. The replace line in
// the repository's go.mod puts these few types in its place; they are what
// go-trafilatura names. Remove both, and everything works as before, slower.
package htmldate

import (
	"time"

	"golang.org/x/net/html"
)

// Options are accepted and ignored.
type Options struct {
	UseOriginalDate     bool
	SkipExtensiveSearch bool
	URL                 string
}

// Result is a date that was not looked for.
type Result struct {
	DateTime time.Time
	HasTime  bool
}

// IsZero says that there is no date.
func (r Result) IsZero() bool { return r.DateTime.IsZero() }

// FromDocument finds nothing.
func FromDocument(*html.Node, Options) (Result, error) { return Result{}, nil }
