// Package article is what an article is, and its readers: bytes of a web
// page, of JSON lines or of a pasted text come in (compressed or not, in
// any encoding), cleaned articles with title, byline, publication time,
// dateline and paragraphs go out, one at a time.
//
// Nothing is guessed: a date stands only where the input tells it, a zone
// only where the input tells the zone, and today's date is never used. What
// each reader does is described in README.md of this folder.
package article

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// Article is one news text, cleaned. Empty strings mean "not known".
type Article struct {
	ID        string   // from the input, or 16 hex digits of a hash of title, time and body
	Title     string   // without the outlet's name
	Outlet    string   // newspaper, broadcaster or site
	Byline    []string // authors' names, in the order of the page
	Published Time     // zero value: not known
	Language  string   // ISO 639-1
	URL       string   // where the page stands, as the input tells it
	Dateline  string   // words of the dateline ("WASHINGTON, April 16 (Yonhap)"), taken out of the body
	Here      string   // the place that "here" means: the dateline's ("Washington"), or Options.Here
	Agency    string   // the news agency that supplied the text ("Yonhap")
	Text      string   // title, blank line, body; paragraphs separated by "\n\n"; valid UTF-8
	BodyStart int      // byte offset in Text where the body starts; len(Text) where there is only a title
	Given     []Span   // phrases known beforehand to name participants, who acts first; an empty span is somebody unnamed. Annotated data only
}

// Span is a half-open range of bytes in Text.
type Span struct{ Start, End int }

// Body returns the text without its title.
func (a *Article) Body() string { return a.Text[a.BodyStart:] }

// Options are what the user knows better than the input.
type Options struct {
	Published Time   // replaces the publication time of the input
	Here      string // the place of writing where the text has no dateline
	Outlet    string // replaces the outlet of the input
}

// draft is an article under construction: what a reader found, before the
// cleaning that all readers share.
type draft struct {
	id         string
	title      string
	outlet     string
	byline     []string
	published  Time
	updated    Time // stands in for published where nothing else is told
	language   string
	declared   string // language as the page declares it, for where detection fails
	url        string
	dateline   dateline
	agency     string
	paragraphs []string
}

// finish turns a draft into an article: the dateline leaves the body, the
// command line's options are applied, language and ID are filled in.
func (d *draft) finish(opt Options) *Article {
	d.takeDateline()
	d.takeAgency()
	a := &Article{
		ID:        d.id,
		Title:     d.title,
		Outlet:    d.outlet,
		Byline:    d.byline,
		Published: d.published,
		Language:  d.language,
		URL:       d.url,
		Dateline:  d.dateline.text,
		Here:      d.dateline.place,
		Agency:    d.agency,
	}
	if a.Published.IsZero() {
		a.Published = d.updated
	}
	if a.Published.IsZero() {
		a.Published = d.dateline.date
	}
	if !opt.Published.IsZero() {
		a.Published = opt.Published
	}
	if a.Here == "" {
		a.Here = opt.Here
	}
	if opt.Outlet != "" {
		a.Outlet = opt.Outlet
	}
	a.Text, a.BodyStart = compose(d.title, d.paragraphs)
	if a.Language == "" {
		a.Language = detectLanguage(a.Text, a.BodyStart)
	}
	if a.Language == "" {
		a.Language = d.declared
	}
	if a.ID == "" {
		a.ID = contentID(a)
	}
	return a
}

// compose joins title and paragraphs and tells where the body starts.
func compose(title string, paragraphs []string) (string, int) {
	size := len(title)
	for _, p := range paragraphs {
		size += len(p) + 2
	}
	var b strings.Builder
	b.Grow(size)
	b.WriteString(title)
	start := len(title)
	for i, p := range paragraphs {
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		if i == 0 {
			start = b.Len()
		}
		b.WriteString(p)
	}
	return b.String(), start
}

// contentID is stable across runs and machines: the same title, time and body
// always give the same ID.
func contentID(a *Article) string {
	h := sha256.New()
	for _, part := range [...]string{a.Title, a.Published.String(), a.Body()} {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}
