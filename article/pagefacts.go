package article

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pageFacts is what one walk over a page's tree finds besides its main text.
type pageFacts struct {
	meta      map[string][]string // contents by name, property or itemprop, lower case
	ld        []ldArticle         // articles described in JSON-LD
	canonical string
	lang      string
	title     string   // of <title>
	h1        []string // in the order of the page
	times     []timeTag
	authors   []authorTag
	lines     []pageText
}

// timeTag is an element that tells a time to machines.
type timeTag struct {
	value     string
	published bool // says so itself, by itemprop, pubdate or class
	modified  bool
	line      int // index into lines at which it stands
	inArticle bool
}

// authorTag is the text of an element that is marked as an author: by
// rel=author, itemprop=author or a class that says byline.
type authorTag struct {
	text string
	line int // index into lines at which it stands
}

// pageText is a visible line of a page: the text of one block.
type pageText struct {
	text    string
	heading bool // from <h1>
}

// maxPageLines and maxLineBytes bound the search for visible dates and authors.
const (
	maxPageLines = 1500
	maxLineBytes = 400
)

// factWalk is the state of the walk.
type factWalk struct {
	facts   *pageFacts
	block   strings.Builder
	heading bool
}

func collectFacts(doc *html.Node) *pageFacts {
	w := &factWalk{facts: &pageFacts{meta: map[string][]string{}}}
	w.walk(doc, false)
	w.endBlock()
	return w.facts
}

// walk goes through the tree; parsed trees are at most some hundred elements deep.
func (w *factWalk) walk(n *html.Node, inArticle bool) {
	if n.Type == html.TextNode {
		if w.block.Len() < maxLineBytes && len(w.facts.lines) < maxPageLines {
			w.block.WriteString(n.Data)
		}
		return
	}
	if n.Type == html.ElementNode && !w.enter(n, inArticle) {
		return
	}
	block := n.Type == html.ElementNode && (isBlock(n.DataAtom) || n.DataAtom == atom.Br)
	if block {
		w.endBlock()
	}
	inArticle = inArticle || n.DataAtom == atom.Article || n.DataAtom == atom.Main
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c, inArticle)
	}
	if block {
		w.heading = n.DataAtom == atom.H1
		w.endBlock()
		w.heading = false
	}
}

// enter takes the facts of one element and says whether to go into it.
func (w *factWalk) enter(n *html.Node, inArticle bool) bool {
	f := w.facts
	switch n.DataAtom {
	case atom.Meta:
		f.addMeta(n)
		w.addTime(n, inArticle)
		return false
	case atom.Link:
		if strings.EqualFold(attr(n, "rel"), "canonical") && f.canonical == "" {
			f.canonical = attr(n, "href")
		}
		return false
	case atom.Html:
		f.lang = attr(n, "lang")
	case atom.Title:
		if f.title == "" {
			f.title = squeeze(cleanRunes(innerText(n)))
		}
		return false
	case atom.Script:
		if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") && n.FirstChild != nil {
			f.ld = append(f.ld, readJSONLD(n.FirstChild.Data)...)
		}
		return false
	case atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe, atom.Select, atom.Textarea, atom.Footer, atom.Nav, atom.Head:
		return n.DataAtom == atom.Head
	case atom.H1:
		if t := squeeze(cleanRunes(innerText(n))); t != "" && len(f.h1) < 20 {
			f.h1 = append(f.h1, t)
		}
	}
	w.addTime(n, inArticle)
	if isAuthorElement(n) && len(f.authors) < 10 {
		if t := squeeze(cleanRunes(innerText(n))); t != "" && len(t) < 120 {
			f.authors = append(f.authors, authorTag{t, len(f.lines)})
		}
	}
	return true
}

func (f *pageFacts) addMeta(n *html.Node) {
	content := squeeze(cleanRunes(attr(n, "content")))
	if content == "" {
		return
	}
	for _, key := range [...]string{"name", "property", "http-equiv"} {
		if v := strings.ToLower(strings.TrimSpace(attr(n, key))); v != "" && len(f.meta[v]) < 20 {
			f.meta[v] = append(f.meta[v], content)
		}
	}
}

// addTime takes an element that tells a time in an attribute: <time datetime>,
// itemprop="datePublished" on any element (lists of other articles carry it
// too, so its place counts), <abbr class="published" title>.
func (w *factWalk) addTime(n *html.Node, inArticle bool) {
	if len(w.facts.times) > 100 {
		return
	}
	item := strings.ToLower(attr(n, "itemprop"))
	sign := item + " " + strings.ToLower(attr(n, "class")+" "+attr(n, "id")+" "+attr(n, "data-testid"))
	_, pubdate := lookAttr(n, "pubdate")
	t := timeTag{
		published: pubdate || strings.Contains(sign, "publish") || strings.Contains(sign, "entry-date") || strings.Contains(sign, "posted"),
		modified:  strings.Contains(sign, "modif") || strings.Contains(sign, "update"),
		line:      len(w.facts.lines),
		inArticle: inArticle,
	}
	if n.DataAtom != atom.Time && !t.published && !t.modified || n.DataAtom == atom.Meta && item == "" {
		return
	}
	for _, key := range [...]string{"datetime", "content", "title"} {
		if v := strings.TrimSpace(attr(n, key)); v != "" && strings.ContainsAny(v, "0123456789") {
			t.value = v
			w.facts.times = append(w.facts.times, t)
			return
		}
	}
}

// isAuthorElement knows the marks that pages give to the author's name.
func isAuthorElement(n *html.Node) bool {
	if strings.EqualFold(attr(n, "rel"), "author") || strings.EqualFold(attr(n, "itemprop"), "author") {
		return true
	}
	class := strings.ToLower(attr(n, "class"))
	for _, c := range strings.Fields(class) {
		switch c {
		case "byline", "author", "byline-name", "author-name", "article-author", "article__author", "post-author", "article-byline", "byline__name", "story-byline", "c-byline", "writer", "reporter":
			return true
		}
	}
	return false
}

func (w *factWalk) endBlock() {
	if w.block.Len() == 0 {
		return
	}
	if t := squeeze(cleanRunes(w.block.String())); t != "" && len(w.facts.lines) < maxPageLines {
		w.facts.lines = append(w.facts.lines, pageText{t, w.heading})
	}
	w.block.Reset()
}

func attr(n *html.Node, key string) string {
	v, _ := lookAttr(n, key)
	return v
}

func lookAttr(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// innerText is the text inside an element, at most 64 KiB.
func innerText(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if b.Len() > 64<<10 {
			return
		}
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.DataAtom == atom.Br || isBlock(n.DataAtom):
			b.WriteByte(' ')
		case n.DataAtom == atom.Script || n.DataAtom == atom.Style:
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return b.String()
}

// first gives the first non-empty content of the names.
func (f *pageFacts) first(names ...string) string {
	for _, n := range names {
		for _, v := range f.meta[n] {
			if v != "" {
				return v
			}
		}
	}
	return ""
}

// address is the page's own absolute address.
func (f *pageFacts) address() string {
	candidates := []string{f.canonical, f.first("og:url", "twitter:url", "parsely-link")}
	for _, a := range f.ld {
		candidates = append(candidates, a.url)
	}
	for _, c := range candidates {
		u, err := url.Parse(strings.TrimSpace(c))
		// A canonical address without a path is the site's front page: a fault of its template.
		if err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && (strings.Trim(u.Path, "/") != "" || u.RawQuery != "") {
			return u.String()
		}
	}
	return ""
}

// outlet is the name of the newspaper or site, as the page's data tell it, as
// <title> adds it to the headline, or at last the host's name.
func (f *pageFacts) outlet(address, title string) string {
	for _, a := range f.ld {
		if a.publisher != "" {
			return a.publisher
		}
	}
	if s := f.first("og:site_name", "application-name", "dc.publisher", "publisher"); s != "" && len(s) < 60 && !strings.Contains(s, "/") {
		return strings.TrimPrefix(s, "@")
	}
	if tail, ok := strings.CutPrefix(f.title, title); ok && title != "" {
		if tail = strings.Trim(tail, " |-–—:·"); tail != "" && len(strings.Fields(tail)) <= 6 {
			return tail
		}
	}
	if i := strings.LastIndexByte(f.title, '|'); i > 0 {
		if tail := squeeze(f.title[i+1:]); tail != "" && len(strings.Fields(tail)) <= 6 {
			return tail
		}
	}
	if u, err := url.Parse(address); err == nil {
		return strings.TrimPrefix(u.Hostname(), "www.")
	}
	return ""
}
