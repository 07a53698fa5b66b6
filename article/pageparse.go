package article

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// Limits of a page. A long read has some hundred kilobytes of markup without
// scripts; what goes beyond these limits is cut, so that no page can stall a run.
const (
	largePage = 2 << 20 // bytes from which scripts and the like are cut out before parsing
	maxMarkup = 8 << 20 // bytes of markup that are parsed
	maxTag    = 1 << 20 // bytes of one tag; larger ones carry a picture
)

// parsePage builds the tree of a page. Nesting that the parser refuses (deeper
// than 512 elements) is flattened: all elements but those that carry text or
// facts are dropped.
func parsePage(raw []byte) (*html.Node, error) {
	markup := decodePage(raw)
	if len(markup) > largePage {
		markup = filterMarkup(markup, keepAllButScripts)
	}
	doc, err := html.Parse(strings.NewReader(markup))
	if err == nil {
		return doc, nil
	}
	doc, err = html.Parse(strings.NewReader(filterMarkup(markup, keepParagraphs)))
	if err != nil {
		return nil, errors.New("the page's markup can't be parsed")
	}
	return doc, nil
}

// decodePage brings a page into UTF-8 by its byte order mark, its own
// declaration, or what its bytes look like. A page that says UTF-8 and isn't
// keeps what is right and gets U+FFFD for the rest. NULs go.
func decodePage(raw []byte) string {
	text := ""
	e, name, _ := charset.DetermineEncoding(raw[:min(len(raw), 1024)], "")
	if name == "windows-1252" { // perhaps only by default: declarations may stand later
		if later := declaredCharset(raw); later != "" {
			if le, lname := charset.Lookup(later); le != nil {
				e, name = le, lname
			}
		}
	}
	switch {
	case name == "utf-8" || utf8.Valid(raw):
		text = decodeText(raw)
	default:
		if out, err := e.NewDecoder().Bytes(raw); err == nil {
			text = string(out)
		} else {
			text = decodeText(raw)
		}
	}
	if strings.IndexByte(text, 0) >= 0 {
		text = strings.ReplaceAll(text, "\x00", "")
	}
	return strings.ToValidUTF8(text, "\uFFFD")
}

// declaredCharset finds charset=… in the first 16 KiB.
func declaredCharset(raw []byte) string {
	head := bytes.ToLower(raw[:min(len(raw), 16<<10)])
	i := bytes.Index(head, []byte("charset="))
	if i < 0 {
		return ""
	}
	value := bytes.TrimLeft(head[i+len("charset="):], `"' `)
	if end := bytes.IndexAny(value, `"'>;/ `); end > 0 && end < 30 {
		return string(value[:end])
	}
	return ""
}

// keepAllButScripts keeps the page for the extractor.
func keepAllButScripts(a atom.Atom) bool {
	switch a {
	case atom.Style, atom.Svg, atom.Iframe, atom.Noscript, atom.Template, atom.Canvas:
		return false
	}
	return true
}

// keepParagraphs keeps what carries text and facts; paragraphs close each
// other, so nothing nests.
func keepParagraphs(a atom.Atom) bool {
	switch a {
	case atom.Html, atom.Head, atom.Body, atom.Title, atom.Meta, atom.Link, atom.Script,
		atom.P, atom.H1, atom.H2, atom.Li, atom.Br, atom.Time:
		return true
	}
	return false
}

// filterMarkup writes the page anew with the elements that keep admits, and
// with no scripts but JSON-LD. Text inside dropped elements stays, but for
// scripts, styles and the like.
func filterMarkup(markup string, keep func(atom.Atom) bool) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(markup))
	var silent atom.Atom // inside this element nothing is kept
	for b.Len() < maxMarkup {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		raw := z.Raw()
		switch kind {
		case html.TextToken:
			if silent == 0 {
				b.Write(raw)
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			text := string(raw)
			name, hasAttr := z.TagName()
			a := atom.Lookup(name)
			if a == atom.Script && !(hasAttr && strings.Contains(text, "ld+json")) || a == atom.Style || a == atom.Svg || a == atom.Noscript || a == atom.Template || a == atom.Iframe {
				if silent == 0 && kind == html.StartTagToken {
					silent = a
				}
				continue
			}
			if silent != 0 {
				continue
			}
			if keep(a) && len(text) <= maxTag {
				b.WriteString(text)
			} else if isBlock(a) {
				b.WriteString("\n")
			}
		case html.EndTagToken:
			text := string(raw)
			name, _ := z.TagName()
			a := atom.Lookup(name)
			if a == silent {
				silent = 0
				if a != atom.Script {
					continue
				}
			}
			if silent == 0 && keep(a) {
				b.WriteString(text)
			}
		}
	}
	return b.String()
}

// isBlock says that an element breaks the line.
func isBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Li, atom.Ul, atom.Ol, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Tr, atom.Table,
		atom.Section, atom.Article, atom.Header, atom.Footer, atom.Main, atom.Aside, atom.Nav, atom.Blockquote, atom.Pre, atom.Dd, atom.Dt, atom.Dl,
		atom.Figcaption, atom.Figure, atom.Form, atom.Hr, atom.Body, atom.Td, atom.Th, atom.Details, atom.Summary, atom.Address, atom.Fieldset, atom.Button, atom.Option:
		return true
	}
	return false
}
