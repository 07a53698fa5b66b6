package happening

import (
	"cmp"
	"slices"
	"strconv"

	"entente/calendar"
	"entente/record"
)

// span is how a telling's time is known.
type span uint8

const (
	exact   span = iota // told by the text, up to a month
	past                // the week before the publication: the text tells no time
	coming              // the ninety days after it
	long                // told by the text, longer than a month
	undated             // not known at all
)

// Days that separate two tellings of one thing whose text tells no time.
const (
	reprintDays = 2  // a text is reprinted that much later
	cycleDays   = 2  // newspapers write of a thing that much later
	planDays    = 30 // a plan without a date is told again that much later
)

// telling is one wording of an event and everybody who prints it: what copies
// there are of a text makes no difference to what follows.
type telling struct {
	readings []*reading        // the earliest copy first
	interval calendar.Interval // of the earliest copy
	span     span
	wording  string
	traits   traits
}

// reach are the days on which a happening may lie that the telling joins. A
// text without a time is news of the last three days; each of its copies
// within [reprintDays] and [cycleDays] has these days in its own interval.
func (t *telling) reach() calendar.Interval {
	switch t.span {
	case past:
		return calendar.Interval{From: t.interval.From + reprintDays + cycleDays, To: t.interval.To}
	case coming:
		return calendar.Interval{From: t.interval.From + reprintDays, To: t.interval.To}
	}
	return t.interval
}

// focus is the day that the telling most likely means: news is of the latest.
func (t *telling) focus() calendar.Day {
	if t.span == coming {
		return t.interval.From
	}
	return t.interval.To
}

func spanOf(e *record.Event) (calendar.Interval, span) {
	iv, dated := datesOf(e)
	switch {
	case !dated:
		return iv, undated
	case e.Date.Text == "" && iv.Days() == defaultPast:
		return iv, past
	case e.Date.Text == "" && iv.Days() == defaultFuture:
		return iv, coming
	case iv.Days() > longestInSeries:
		return iv, long
	}
	return iv, exact
}

// reading is a report with what merging asks of it again and again.
type reading struct {
	*Report
	index    int // in the reports merged
	interval calendar.Interval
	span     span
	wording  string
	copies   string // the wording, and what else is the same in a copy
	nth      int    // the article's nth of these copies
	detail   int
}

func readingsOf(reports []Report) []reading {
	all := make([]reading, len(reports))
	for i := range reports {
		r := reading{Report: &reports[i], index: i, wording: wording(reports[i].Event), detail: detail(reports[i].Event)}
		r.interval, r.span = spanOf(r.Event)
		r.copies = strconv.Itoa(int(r.span)) + "|" + r.wording
		if r.span == exact || r.span == long {
			r.copies += "|" + r.interval.String()
		}
		all[i] = r
	}
	return all
}

// tellings finds the copies of each wording. An article that has the same
// wording twice has told of two things: its second is a copy of others' second.
func tellings(all []reading) []telling {
	slices.SortFunc(all, func(a, b reading) int {
		return cmp.Or(cmp.Compare(a.copies, b.copies), cmp.Compare(a.Article, b.Article), compareInArticle(a.Report, b.Report))
	})
	for i := 1; i < len(all); i++ {
		if all[i].copies == all[i-1].copies && all[i].Article == all[i-1].Article {
			all[i].nth = all[i-1].nth + 1
		}
	}
	slices.SortStableFunc(all, func(a, b reading) int {
		return cmp.Or(cmp.Compare(a.copies, b.copies), cmp.Compare(a.nth, b.nth), cmp.Compare(a.interval.To, b.interval.To))
	})
	var out []telling
	for i := range all {
		r := &all[i]
		if i == 0 || r.copies != all[i-1].copies || r.nth != all[i-1].nth || r.interval.To > out[len(out)-1].interval.To+reprintDays {
			out = append(out, telling{interval: r.interval, span: r.span, wording: r.wording, traits: traitsOf(r.Event)})
		}
		t := &out[len(out)-1]
		t.readings = append(t.readings, r)
	}
	return out
}

func compareInArticle(a, b *Report) int {
	return cmp.Or(cmp.Compare(a.Event.Sentence, b.Event.Sentence), cmp.Compare(a.Event.Trigger.Start, b.Event.Trigger.Start),
		cmp.Compare(a.Event.ID, b.Event.ID), cmp.Compare(a.Number, b.Number))
}

// compare orders tellings so that the narrow ones come first and found the
// happenings, then those that tell more; the ids of articles decide nothing
// that the content can.
func (t *telling) compare(o *telling) int {
	tr, or := t.reach(), o.reach()
	return cmp.Or(cmp.Compare(tr.Days(), or.Days()), cmp.Compare(t.span, o.span), cmp.Compare(t.interval.To, o.interval.To),
		-cmp.Compare(t.traits.told(), o.traits.told()), cmp.Compare(t.wording, o.wording))
}

// told counts what is told beside the dates.
func (t *traits) told() int {
	n := len(t.persons) + len(t.levels) + len(t.groups)
	if t.mode != "" {
		n++
	}
	if t.place.told() {
		n++
	}
	if t.place.name != "" {
		n++
	}
	return n
}
