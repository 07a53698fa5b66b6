package article

import (
	"strings"
)

// readPage reads a web page: the facts of its head, JSON-LD and visible
// header, and the main text.
func readPage(raw []byte) *draft {
	doc, err := parsePage(raw)
	if err != nil {
		return readText(stripTags(decodePage(raw)))
	}
	f := collectFacts(doc)
	d := &draft{declared: f.declaredLanguage()}
	d.url = f.address()
	title := f.chooseTitle()
	d.outlet = f.outlet(d.url, title)
	titleLine := f.lineOf(title)
	d.setTitle(title)
	d.setTimes(f, titleLine)
	d.setAuthors(f, titleLine)
	d.takeBody(mainText(doc, f, d.title))
	return d
}

// declaredLanguage is what the page says of its language; detection on the
// text goes before it.
func (f *pageFacts) declaredLanguage() string {
	for _, a := range f.ld {
		if c := languageCode(a.language); c != "" {
			return c
		}
	}
	if c := languageCode(f.lang); c != "" {
		return c
	}
	return languageCode(strings.ReplaceAll(f.first("og:locale", "content-language", "language"), "_", "-"))
}

// chooseTitle takes the visible headline where the metadata agree with it,
// else what the metadata say: a page's only <h1> may be its logo.
func (f *pageFacts) chooseTitle() string {
	var told []string
	for _, a := range f.ld {
		if a.headline != "" {
			told = append(told, a.headline)
		}
	}
	if s := f.first("og:title", "twitter:title", "dc.title", "parsely-title", "headline"); s != "" {
		told = append(told, s)
	}
	if f.title != "" {
		told = append(told, f.title)
	}
	for _, h := range f.h1 {
		for _, t := range told {
			// a logo's words stand in the title too, but are few of it
			if (strings.Count(h, " ") >= 1 || !isLatin(h)) && len(h)*2 >= len(t) && sharedWords(h, t) {
				return h
			}
		}
	}
	if len(told) > 0 {
		return told[0]
	}
	if len(f.h1) > 0 {
		return f.h1[0]
	}
	return ""
}

// sharedWords says that most words of the heading stand in the told title.
func sharedWords(heading, told string) bool {
	told = " " + strings.ToLower(told) + " "
	n, hits := 0, 0
	for _, w := range strings.Fields(strings.ToLower(heading)) {
		n++
		if strings.Contains(told, strings.Trim(w, ".,:;'\"“”‘’")) {
			hits++
		}
	}
	return n > 0 && hits*3 >= n*2
}

// lineOf finds the visible line that shows the title, -1 where none does.
func (f *pageFacts) lineOf(title string) int {
	if title == "" {
		return -1
	}
	best := -1
	for i, l := range f.lines {
		if sameWords(l.text, title) {
			if l.heading {
				return i
			}
			if best < 0 {
				best = i
			}
		}
	}
	if best >= 0 {
		return best
	}
	for i, l := range f.lines {
		if l.heading {
			return i
		}
	}
	return -1
}

// setAuthors fills the byline: JSON-LD, metadata, marked elements, then the
// visible line under the title.
func (d *draft) setAuthors(f *pageFacts, titleLine int) {
	for _, a := range f.ld {
		d.addAuthors(a.authors)
	}
	for _, name := range [...]string{"author", "article:author", "byl", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "article:author_name", "dable:author"} {
		d.addAuthors(f.meta[name])
	}
	if len(d.byline) == 0 {
		d.addAuthors(f.markedAuthors(titleLine))
	}
	if titleLine < 0 {
		return
	}
	for i := titleLine + 1; i < min(len(f.lines), titleLine+15) && len(d.byline) == 0; i++ {
		if p, ok := readByline(f.lines[i].text); ok {
			d.addAuthors(p.names)
			if d.agency == "" {
				d.agency = p.agency
			}
		}
	}
}

// markedAuthors gives the marked authors next to the title; those further
// down belong to other articles.
func (f *pageFacts) markedAuthors(titleLine int) []string {
	var out []string
	line := -1
	for _, a := range f.authors {
		if titleLine >= 0 && a.line < titleLine-6 || line >= 0 && a.line > line+3 {
			continue
		}
		out = append(out, a.text)
		line = a.line
	}
	return out
}

// addAuthors takes authors from fields, where sites also put themselves,
// addresses and roles. The first source that names a person wins.
func (d *draft) addAuthors(fields []string) {
	if len(d.byline) > 0 {
		return
	}
	for _, s := range fields {
		if strings.Contains(s, "://") || len(s) > 160 {
			continue
		}
		list, agency := authors(trimBy(s))
		if d.agency == "" {
			d.agency = agency
		}
		for _, n := range list {
			lower := strings.ToLower(n)
			if strings.EqualFold(n, d.outlet) || d.outlet != "" && strings.Contains(strings.ToLower(d.outlet), lower) || lower == "admin" || lower == "web" || isOutlet(n) {
				continue
			}
			d.byline = appendNew(d.byline, n)
		}
	}
}
