package web

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// faults lists what is wrong with the HTML of a page: elements that are not
// closed, ids that come twice, headings that leave out a level, fields without
// label, pictures without words, and whatever the content policy forbids.
func faults(page string) []string {
	var list []string
	say := func(format string, args ...any) { list = append(list, fmt.Sprintf(format, args...)) }
	var stack []string
	ids, labelled := map[string]bool{}, map[string]bool{}
	fields := map[string]bool{}
	var references []string
	h1, level := 0, 0
	svgs := 0 // depth
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			if z.Err() != io.EOF {
				say("%v", z.Err())
			}
			break
		}
		t := z.Token()
		switch kind {
		case html.StartTagToken, html.SelfClosingTagToken:
			attr := map[string]string{}
			for _, a := range t.Attr {
				if _, twice := attr[a.Key]; twice {
					say("<%s> has %s twice", t.Data, a.Key)
				}
				attr[a.Key] = a.Val
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
					say("<%s> has %s=%q, which the content policy forbids", t.Data, a.Key, a.Val)
				}
				if (a.Key == "href" || a.Key == "src") && strings.Contains(strings.ToLower(a.Val), "javascript:") {
					say("<%s> leads to %q", t.Data, a.Val)
				}
				if a.Key == "aria-labelledby" || a.Key == "aria-describedby" || a.Key == "for" {
					references = append(references, strings.Fields(a.Val)...)
				}
			}
			if id := attr["id"]; id != "" {
				if ids[id] {
					say("the id %s comes twice", id)
				}
				ids[id] = true
			}
			switch t.Data {
			case "h1", "h2", "h3", "h4":
				now := int(t.Data[1] - '0')
				if now == 1 {
					h1++
				}
				if now > level+1 {
					say("<%s> after a heading of level %d", t.Data, level)
				}
				level = now
			case "label":
				labelled[attr["for"]] = true
				if attr["for"] == "" { // it must then hold its field
					labelled[""] = true
				}
			case "input", "select", "textarea":
				if attr["type"] != "hidden" && !(attr["type"] == "checkbox" && slices.Contains(stack, "label")) {
					fields[attr["id"]] = true
				}
			case "script":
				if attr["src"] == "" {
					say("a script within the page")
				}
			case "svg":
				if attr["aria-hidden"] != "true" && (attr["role"] != "img" || attr["aria-labelledby"] == "") {
					say("an <svg> that is neither named nor hidden")
				}
				svgs++
			case "th":
				if attr["scope"] == "" {
					say("a <th> without scope")
				}
			}
			if kind == html.StartTagToken && !isVoid(t.Data) {
				stack = append(stack, t.Data)
			}
		case html.EndTagToken:
			if n := len(stack); n == 0 || stack[n-1] != t.Data {
				say("</%s> where %v is open", t.Data, stack)
				return list
			}
			stack = stack[:len(stack)-1]
		}
	}
	if len(stack) > 0 {
		say("left open: %v", stack)
	}
	if h1 != 1 {
		say("%d headings of the first level", h1)
	}
	for id := range fields {
		if id == "" || !labelled[id] {
			say("the field %q has no label", id)
		}
	}
	for _, id := range references {
		if !ids[id] {
			say("nothing has the id %s that is named", id)
		}
	}
	return list
}

func isVoid(tag string) bool {
	switch tag {
	case "meta", "link", "input", "br", "hr", "img":
		return true
	}
	return false
}

// everyView are the pages of the fixture.
var everyView = []string{
	"/", "/?days=30", "/?days=365", "/tie/JPN-KOR", "/tie/JPN-KOR?track=territory", "/tie/JPN-KOR?since=2015-06-01&from=2015-06-10&to=2015-06-20", "/tie/JPN-KOR?with=JPN-USA",
	"/group/JPN-KOR-USA", "/event/e1", "/finding/s1", "/finding/m1", "/finding/c1", "/finding/w1", "/finding/a1", "/article/a1", "/article/a2",
	"/map/KOR", "/map/FRA", "/countries", "/search", "/search?q=regrettable", "/search?parties=JPN-KOR&type=ACCUSE", "/search?q=zzzz", "/read", "/about", "/nowhere", "/tie/FRA-JPN", "/tie/atlantis-japan",
}

func TestEveryPageIsWellFormedAndNamesItsParts(t *testing.T) {
	s := fixture(t)
	for _, path := range everyView {
		t.Run(path, func(t *testing.T) {
			w := opened(s, path, "")
			if w.Code >= 500 {
				t.Fatalf("answers %d", w.Code)
			}
			for _, fault := range faults(w.Body.String()) {
				t.Error(fault)
			}
		})
	}
}

func TestFaultsAreSeen(t *testing.T) {
	for fault, page := range map[string]string{
		"comes twice":        `<h1 id="a">x</h1><p id="a">y</p>`,
		"no label":           `<h1>x</h1><input id="q">`,
		"forbids":            `<h1 onclick="x">x</h1>`,
		"is open":            `<h1>x</p>`,
		"neither named":      `<h1>x</h1><svg></svg>`,
		"after a heading":    `<h1>x</h1><h3>y</h3>`,
		"of the first level": `<h2>y</h2>`,
		"that is named":      `<h1 aria-labelledby="b">x</h1>`,
		"a script within":    `<h1>x</h1><script>alert(1)</script>`,
		"without scope":      `<h1>x</h1><table><tr><th>y</th></tr></table>`,
		"leads to":           `<h1><a href="javascript:alert(1)">x</a></h1>`,
		"left open":          `<h1>x</h1><div>`,
	} {
		if page == "" {
			continue
		}
		if list := faults(page); !strings.Contains(strings.Join(list, "\n"), fault) {
			t.Errorf("%s: %v", page, list)
		}
	}
}

// TestEveryLinkLeadsSomewhere follows all links from the overview on.
func TestEveryLinkLeadsSomewhere(t *testing.T) {
	s := fixture(t)
	seen := map[string]string{"/": ""}
	queue := []string{"/", "/nowhere", "/search?parties=JPN-KOR", "/group/JPN-KOR-USA", "/read"}
	const most = 900
	for n := 0; len(queue) > 0 && n < most; n++ {
		path := queue[0]
		queue = queue[1:]
		w := opened(s, path, "")
		if w.Code == 302 || w.Code == 301 {
			to := w.Header().Get("Location")
			if _, known := seen[to]; !known {
				seen[to] = path
				queue = append(queue, to)
			}
			continue
		}
		if w.Code != 200 && path != "/nowhere" {
			t.Errorf("%s, linked from %s, answers %d", path, seen[path], w.Code)
			continue
		}
		if !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
			continue
		}
		for _, to := range linksIn(w.Body.String()) {
			to, fragment, _ := strings.Cut(to, "#")
			if to == "" || fragment == "" {
				fragment = ""
			}
			if !strings.HasPrefix(to, "/") {
				continue
			}
			if _, known := seen[to]; !known {
				seen[to] = path
				queue = append(queue, to)
			}
		}
	}
	t.Logf("%d addresses", len(seen))
}

// linksIn are the addresses that a page names.
func linksIn(page string) []string {
	var list []string
	z := html.NewTokenizer(strings.NewReader(page))
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		t := z.Token()
		for _, a := range t.Attr {
			if kind != html.EndTagToken && (a.Key == "href" || a.Key == "src" || a.Key == "data-src") {
				list = append(list, a.Val)
			}
		}
	}
	return list
}

func TestLinksWithinAPageFindTheirPlace(t *testing.T) {
	s := fixture(t)
	for _, path := range everyView {
		page := opened(s, path, "").Body.String()
		for _, to := range linksIn(page) {
			if fragment, ok := strings.CutPrefix(to, "#"); ok && !strings.Contains(page, ` id="`+fragment+`"`) {
				t.Errorf("%s: nothing has the id %s", path, fragment)
			}
		}
	}
}
