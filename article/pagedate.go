package article

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// publishedMeta are the names under which pages tell their publication time,
// surest first.
var publishedMeta = []string{
	"article:published_time", "og:article:published_time", "og:published_time", "article:published", "datepublished",
	"parsely-pub-date", "cxenseparse:recs:publishtime", "sailthru.date", "article.published", "pubdate", "publishdate", "publish-date",
	"publish_date", "published_time", "publication_date", "publicationdate", "ptime", "originalpublicationdate", "article_date_original",
	"dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dcterms.date", "dc.date", "rnews:datepublished", "bt:pubdate",
	"pub_date", "pdate", "displaydate", "date", "datecreated", "created", "article:create", "regdate",
}

// parselyRE finds the publication time in a JSON object inside a meta element.
var parselyRE = regexp.MustCompile(`"pub_date"\s*:\s*"([^"]{8,40})"`)

var modifiedMeta = []string{
	"article:modified_time", "og:updated_time", "og:article:modified_time", "article:modified", "datemodified", "lastmod", "last-modified",
	"dcterms.modified", "dc.date.modified", "bt:moddate", "utime",
}

// setTimes fills publication and update time from what the page tells, in
// the order of trust: JSON-LD, metadata, time elements, the visible date, the
// day in the address. Copyright years, dates of other articles and today's
// date in the masthead are no sources.
func (d *draft) setTimes(f *pageFacts, titleLine int) {
	for _, a := range f.ld {
		setTime(&d.published, a.published)
		setTime(&d.updated, a.modified)
		setTime(&d.updated, a.created) // some sites know no other
	}
	for _, name := range publishedMeta {
		for _, v := range f.meta[name] {
			setTime(&d.published, v)
		}
	}
	for _, name := range modifiedMeta {
		for _, v := range f.meta[name] {
			setTime(&d.updated, v)
		}
	}
	for _, v := range f.meta["parsely-page"] {
		if m := parselyRE.FindStringSubmatch(v); m != nil {
			setTime(&d.published, m[1])
		}
	}
	d.setTimesFromTags(f, titleLine)
	if d.published.IsZero() || !d.published.HasClock {
		d.setTimesFromLines(f, titleLine)
	}
	if d.published.IsZero() && d.updated.IsZero() {
		d.published = dayInAddress(d.url)
	}
}

// setTime keeps the first time that can be read; a later one of the same day
// adds the clock.
func setTime(t *Time, value string) {
	if value == "" || t.HasClock {
		return
	}
	v, ok := parseFieldTime(value)
	if !ok || !t.IsZero() && t.Format(time.DateOnly) != v.Format(time.DateOnly) {
		return
	}
	*t = v
}

// parseFieldTime reads a metadata value: a machine's form, else a printed one.
func parseFieldTime(s string) (Time, bool) {
	if t, ok := parseISOTime(strings.TrimSpace(s)); ok {
		return t, true
	}
	if len(s) > 60 {
		return Time{}, false
	}
	t, _, ok := printedDate(s)
	return t, ok
}

// setTimesFromTags reads elements that tell a time: in the article's head one
// that calls itself the publication time, else the only one of the page that
// does, else the first <time> of the head.
func (d *draft) setTimesFromTags(f *pageFacts, titleLine int) {
	from, to := f.head(titleLine)
	var marked, plainTags []timeTag
	distinct := map[string]bool{}
	for _, t := range f.times {
		near := t.line >= from && t.line <= to
		switch {
		case t.published && !t.modified:
			distinct[t.value] = true
			if near {
				setTime(&d.published, t.value)
			}
			marked = append(marked, t)
		case near && t.modified:
			setTime(&d.updated, t.value)
		case near:
			plainTags = append(plainTags, t)
		}
	}
	if len(distinct) == 1 && (marked[0].inArticle || marked[0].line <= max(to, 0)) {
		setTime(&d.published, marked[0].value)
	}
	if d.published.IsZero() && len(plainTags) > 0 {
		setTime(&d.published, plainTags[0].value)
	}
}

// head gives the lines of the article's head, from a little before the title
// to its second paragraph; an empty range where no title is shown.
func (f *pageFacts) head(titleLine int) (from, to int) {
	if titleLine < 0 {
		return 0, -1
	}
	prose := 0
	for to = titleLine + 1; to < len(f.lines) && to < titleLine+25 && prose < 2; to++ {
		if len(f.lines[to].text) > 80 && endsSentence(f.lines[to].text) {
			prose++
		}
	}
	return titleLine - 6, to - 1
}

// setTimesFromLines reads the visible date. Before the title only a labelled
// one counts: mastheads show today's. After it a line of the head may tell
// more than the date: "Jane Doe JAKARTA Tue Dec 30, 2014 9:21am".
func (d *draft) setTimesFromLines(f *pageFacts, titleLine int) {
	_, headEnd := f.head(titleLine)
	from, to := max(0, titleLine-8), min(len(f.lines), titleLine+40)
	if titleLine < 0 {
		from, to = 0, min(len(f.lines), 120)
	}
	for i := from; i < to && !d.published.HasClock; i++ {
		text := f.lines[i].text
		if strings.Contains(text, "©") {
			continue
		}
		hasLabel := labelled(text, publishedLabel) || labelled(text, updatedLabel)
		inHead := i > titleLine && i <= headEnd
		if p, ok := readDateLine(text); ok && (hasLabel || inHead) {
			addTime(&d.published, p.time)
			addTime(&d.updated, p.updated)
		} else if inHead && len(text) <= 120 && !endsSentence(text) {
			if t, ok := dateAtEdge(text); ok {
				addTime(&d.published, t)
			}
		}
	}
}

// dateAtEdge reads a date that opens or closes a line, or has a clock: a
// standfirst may tell other dates, in its middle and without one.
func dateAtEdge(text string) (Time, bool) {
	t, _, ok := printedDate(text)
	if !ok || t.HasClock {
		return t, ok
	}
	const edge = 32 // "Wednesday, 26 September 2015 and"
	if len(text) <= edge {
		return t, true
	}
	if _, _, ok = printedDate(text[:edge]); !ok {
		_, _, ok = printedDate(text[len(text)-edge:])
	}
	return t, ok
}

// addTime sets a time, or adds the clock to a day that is known.
func addTime(t *Time, v Time) {
	if v.IsZero() || t.HasClock {
		return
	}
	if t.IsZero() || v.HasClock && t.Format(time.DateOnly) == v.Format(time.DateOnly) {
		*t = v
	}
}

var addressDayRE = regexp.MustCompile(`/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)|/((?:19|20)\d\d)(\d\d)(\d\d)(?:/|\d{0,9}(?:$|[/.]))`)

// dayInAddress reads ".../2015/04/17/..." and "/20150417...".
func dayInAddress(address string) Time {
	m := addressDayRE.FindStringSubmatch(address)
	if m == nil {
		return Time{}
	}
	if m[1] == "" {
		m = m[3:]
	}
	y, _ := strconv.Atoi(m[1])
	mo, _ := strconv.Atoi(m[2])
	day, _ := strconv.Atoi(m[3])
	t := time.Date(y, time.Month(mo), day, 0, 0, 0, 0, time.UTC)
	if t.Year() != y || int(t.Month()) != mo || t.Day() != day {
		return Time{}
	}
	return Time{Time: t}
}
