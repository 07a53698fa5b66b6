package happening

import (
	"cmp"
	"slices"
	"strings"

	"entente/plover"
	"entente/record"
)

// happening writes a group for the reader: the event as the best report tells
// it, with what only others tell.
func (g *group) happening() Happening {
	h := Happening{From: g.days.From, To: g.days.To, Dated: g.tellings[0].span != undated, Articles: len(g.articles)}
	var readings []*reading
	outlets := map[string]bool{}
	for _, t := range g.tellings {
		readings = append(readings, t.readings...)
	}
	slices.SortFunc(readings, compareReadings)
	for _, r := range readings {
		h.Reports = append(h.Reports, r.index)
		if outlet := strings.ToLower(strings.TrimSpace(r.Outlet)); outlet != "" {
			outlets[outlet] = true
		}
		if r.Dated && (!h.Told || r.Published < h.First) {
			h.First, h.Told = r.Published, true
		}
	}
	h.Outlets = len(outlets)
	h.Event = g.merged(readings)
	if h.Dated {
		h.Event.Date = &record.Date{From: h.From.String(), To: h.To.String(), Text: g.wordsOfDate()}
	}
	return h
}

// merged is the best report's event with mode, sides and place from the best
// report that tells them, the contexts of all, and the days that all share.
// The number of copies decides nothing: no field goes by majority.
func (g *group) merged(readings []*reading) record.Event {
	e := *readings[0].Event
	contexts := slices.Clone(e.Contexts)
	for _, r := range readings[1:] {
		o := r.Event
		contexts = append(contexts, o.Contexts...)
		if e.Mode == nil && o.Mode != nil {
			e.Mode, e.Score, e.Quad, e.CAMEO, e.Goldstein = o.Mode, o.Score, o.Quad, o.CAMEO, o.Goldstein
		}
		if together(&e) && len(e.Recipients) == 0 && len(o.Recipients) > 0 {
			e.Actors, e.Recipients = o.Actors, o.Recipients
		}
		if g.traits.place.told() && (e.Place == nil || placeOf(e.Place) != g.traits.place && placeOf(o.Place) == g.traits.place) && o.Place != nil {
			e.Place = o.Place
		}
	}
	slices.Sort(contexts)
	e.Contexts = slices.Compact(contexts)
	return e
}

// wordsOfDate are the words of the narrowest telling that has any.
func (g *group) wordsOfDate() string {
	for _, t := range g.tellings {
		if d := t.readings[0].Event.Date; d.Text != "" {
			return d.Text
		}
	}
	return ""
}

// compareReadings puts the report first that tells most, and most certainly:
// the narrowest time, then confidence, then what is told beside the time, and
// last who was first.
func compareReadings(a, b *reading) int {
	return cmp.Or(cmp.Compare(a.span, b.span), cmp.Compare(a.interval.Days(), b.interval.Days()), -cmp.Compare(a.Event.Confidence, b.Event.Confidence),
		-cmp.Compare(a.detail, b.detail), cmp.Compare(a.wording, b.wording), cmp.Compare(a.interval.To, b.interval.To),
		comparePublished(a.Report, b.Report), cmp.Compare(a.Outlet, b.Outlet), cmp.Compare(a.Article, b.Article), compareInArticle(a.Report, b.Report))
}

func comparePublished(a, b *Report) int {
	switch {
	case a.Dated && b.Dated:
		return cmp.Compare(a.Published, b.Published)
	case a.Dated:
		return -1
	case b.Dated:
		return 1
	}
	return 0
}

// detail counts what an event tells beside its time.
func detail(e *record.Event) int {
	n := len(e.Evidence) + len(e.Contexts)
	if e.Mode != nil {
		n += 2
	}
	if e.Place != nil {
		n += 2
	}
	for _, side := range [2][]record.Participant{e.Actors, e.Recipients} {
		for i := range side {
			if side[i].Person != nil || side[i].Office != nil {
				n++
			}
		}
	}
	return n
}

// compareHappenings orders by date, undated ones last, then by content.
func compareHappenings(a, b Happening) int {
	if a.Dated != b.Dated {
		if a.Dated {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(plover.Type(a.Event.Type).Quad(), plover.Type(b.Event.Type).Quad()))
}
