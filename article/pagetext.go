package article

import (
	"strings"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxNodes is the size of tree up to which the extractor is asked; its work
// grows faster than the tree, and no article's page is larger.
const maxNodes = 60_000

// mainText gives the paragraphs of a page's article. The extractor is asked
// first; where it fails, the text in JSON-LD stands in, then the page's
// paragraphs.
func mainText(doc *html.Node, f *pageFacts, title string) []string {
	var units []string
	if countNodes(doc, maxNodes+1) <= maxNodes {
		units = extract(doc)
	}
	size := totalLen(units)
	for _, a := range f.ld {
		if len(a.body) < 250 {
			continue
		}
		told := joinLines(splitLines(cleanRunes(stripTags(html.UnescapeString(a.body)))), false)
		// the same text with its paragraphs is better than without
		if n := totalLen(told); n > 2*size || n*10 > size*9 && len(told) > len(units) {
			units, size = told, n
		}
	}
	if size < 100 {
		if all := paragraphsOf(doc); totalLen(all) > size {
			units = all
		}
	}
	return units
}

// pruned are the parts of a page that readers and editors add to articles.
// Only whole names are listed: "no-comments" stands on many an article itself.
const pruned = "#comments, .comments, .comment-list, .commentlist, #disqus_thread, .comments-area, .related-articles, .related-stories, .related-posts"

// extract asks go-trafilatura. A panic in the library on a page it was never
// tried with is that page's fault alone.
func extract(doc *html.Node) (units []string) {
	defer func() {
		if recover() != nil {
			units = nil
		}
	}()
	result, err := trafilatura.ExtractDocument(doc, trafilatura.Options{
		EnableFallback: true,
		HtmlDateMode:   trafilatura.Disabled,
		PruneSelector:  pruned,
	})
	if err != nil || result.ContentNode == nil {
		return nil
	}
	return blocks(result.ContentNode)
}

// blocks gives the text of a tree, a unit for each block; line breaks inside
// a block are read as those of a pasted text are.
func blocks(root *html.Node) []string {
	var units []string
	var block strings.Builder
	end := func() {
		if block.Len() > 0 {
			units = append(units, joinLines(splitLines(cleanRunes(block.String())), true)...)
			block.Reset()
		}
	}
	var walk func(*html.Node, bool)
	walk = func(n *html.Node, pre bool) {
		tag := tagOf(n)
		switch {
		case n.Type == html.TextNode && pre:
			block.WriteString(n.Data)
		case n.Type == html.TextNode:
			block.WriteString(spaces.Replace(n.Data))
		case tag == atom.Br:
			block.WriteByte('\n')
		case tag == atom.Script || tag == atom.Style:
			return
		}
		if isBlock(tag) {
			end()
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, pre || tag == atom.Pre)
		}
		if isBlock(tag) {
			end()
		}
	}
	walk(root, false)
	end()
	return units
}

// spaces replaces what a browser shows as a space.
var spaces = strings.NewReplacer("\n", " ", "\r", " ", "\t", " ")

// tagOf names an element; nodes that the extractor made carry no atom.
func tagOf(n *html.Node) atom.Atom {
	if n.Type != html.ElementNode || n.DataAtom != 0 {
		return n.DataAtom
	}
	return atom.Lookup([]byte(n.Data))
}

// paragraphsOf gives the <p> elements of a page that hold prose.
func paragraphsOf(doc *html.Node) []string {
	var units []string
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch n.DataAtom {
		case atom.Nav, atom.Footer, atom.Script, atom.Style, atom.Noscript, atom.Head:
			return
		case atom.P:
			if t := squeeze(cleanRunes(innerText(n))); endsSentence(t) {
				units = append(units, t)
			}
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(doc)
	return units
}

// stripTags gives the text of markup that stands where text is expected.
func stripTags(s string) string {
	if !strings.Contains(s, "<") {
		return s
	}
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(s))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.WriteString(html.UnescapeString(string(z.Raw())))
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			if a := atom.Lookup(name); a == atom.Br || isBlock(a) {
				b.WriteByte('\n')
			}
		}
	}
}

func countNodes(n *html.Node, limit int) int {
	count := 1
	for c := n.FirstChild; c != nil && count < limit; c = c.NextSibling {
		count += countNodes(c, limit-count)
	}
	return count
}

func totalLen(units []string) int {
	n := 0
	for _, u := range units {
		n += len(u)
	}
	return n
}
