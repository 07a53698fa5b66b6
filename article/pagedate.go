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
	"displaydate", "date", "datecreated", "created", "article:create", "regdate",
}

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

// setTimesFromTags reads <time datetime>: one that says it is the publication
// time, else the first near the title.
func (d *draft) setTimesFromTags(f *pageFacts, titleLine int) {
	from, to := f.head(titleLine)
	near := func(t timeTag) bool { return t.line >= from && t.line <= to }
	for _, t := range f.times {
		if t.modified {
			setTime(&d.updated, t.value)
		} else if t.published && (t.inArticle || near(t)) {
			setTime(&d.published, t.value)
		}
	}
	if !d.published.IsZero() {
		return
	}
	for _, t := range f.times {
		if !t.modified && near(t) {
			setTime(&d.published, t.value)
			return
		}
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
// one counts: mastheads show today's.
func (d *draft) setTimesFromLines(f *pageFacts, titleLine int) {
	from, to := max(0, titleLine-8), min(len(f.lines), titleLine+40)
	if titleLine < 0 {
		from, to = 0, min(len(f.lines), 120)
	}
	prose := 0
	for i := from; i < to && prose < 3; i++ {
		text := f.lines[i].text
		if len(text) > 200 && endsSentence(text) && i > titleLine {
			prose++
			continue
		}
		p, ok := readDateLine(text)
		if !ok || furnitureOf(text) == dropLine && strings.ContainsAny(text, "©") {
			continue
		}
		hasLabel := labelled(text, publishedLabel) || labelled(text, updatedLabel)
		if (titleLine < 0 || i < titleLine) && !hasLabel {
			continue
		}
		addTime(&d.published, p.time)
		addTime(&d.updated, p.updated)
		if !p.time.IsZero() && d.published.HasClock {
			return
		}
	}
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
