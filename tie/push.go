package tie

import (
	"cmp"
	"math"
	"slices"

	"entente/calendar"
)

// Push is how far one event moved the tone.
type Push struct {
	Event Event   `json:"event"`
	Push  float64 `json:"push"` // in points of PLOVER's scale
}

// Pushes shares out among events the changes of the filtered level that their
// days made: of the n scored events of a day that the level went into as m, an
// event of score s has gain·(s − m)/n. They add up to the change of the level
// over the days of the events; the very first day of a tie counts from 0.
//
// Days are the whole history of the tie, or of one track; events are those of
// the span that is asked about, each day's with all its events. Events without
// score, or on days that the history lacks, push nothing and are left out.
func (p *Parameters) Pushes(days []Day, events []Event) []Push {
	pushes := make([]Push, 0, len(events))
	for i := range events {
		if events[i].Scored {
			pushes = append(pushes, Push{Event: events[i]})
		}
	}
	slices.SortStableFunc(pushes, func(x, y Push) int { return cmp.Compare(x.Event.Day, y.Event.Day) })
	out := pushes[:0]
	var t tone
	var last calendar.Day
	for i := range days {
		d := &days[i]
		for len(pushes) > 0 && pushes[0].Event.Day < d.Day {
			pushes = pushes[1:]
		}
		if len(pushes) == 0 {
			break
		}
		if d.Scored == 0 {
			continue
		}
		t.wait(p, float64(d.Day-last))
		last = d.Day
		level, gain := t.level, t.gain(p, d.Scored)
		t.see(p, d.Scored, d.Mean())
		for len(pushes) > 0 && pushes[0].Event.Day == d.Day {
			e := pushes[0].Event
			out = append(out, Push{e, gain * (e.Score - level) / float64(d.Scored)})
			pushes = pushes[1:]
		}
	}
	return out
}

// Strongest gives the n pushes that moved the tone most, either way, the
// strongest first; equal ones by day and number.
func Strongest(pushes []Push, n int) []Push {
	sorted := slices.Clone(pushes)
	slices.SortStableFunc(sorted, func(x, y Push) int {
		return cmp.Or(
			cmp.Compare(math.Abs(y.Push), math.Abs(x.Push)),
			cmp.Compare(x.Event.Day, y.Event.Day),
			cmp.Compare(x.Event.Number, y.Event.Number),
		)
	})
	return sorted[:min(n, len(sorted))]
}

// Between gives the pushes of an interval of days.
func Between(pushes []Push, i calendar.Interval) []Push {
	var out []Push
	for _, p := range pushes {
		if i.Contains(p.Event.Day) {
			out = append(out, p)
		}
	}
	return out
}

// Causes gives the n events that moved the tone most the way of a change
// point, of the days between which it lies.
func (b *Break) Causes(pushes []Push, n int) []Push {
	var same []Push
	for _, p := range Between(pushes, b.Between) {
		if p.Push*b.Change.Value > 0 {
			same = append(same, p)
		}
	}
	return Strongest(same, n)
}
