package tie

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"entente/calendar"
	"entente/tie/track"
)

// Day is what happened between two countries on one day, on one track or on
// all. Days come sorted by date, one for each date, only those with events;
// [Merge] brings others into that form.
type Day struct {
	Day         calendar.Day `json:"day"`
	Events      int          `json:"events"`       // everything that counts as contact, statements and appeals (CAMEO 01, 02) included
	Scored      int          `json:"scored"`       // those with a PLOVER score
	Sum         float64      `json:"sum"`          // of their scores
	Squares     float64      `json:"squares"`      // of the squares of their scores
	Conflict    int          `json:"conflict"`     // those of quad 3 and 4
	ConflictSum float64      `json:"conflict_sum"` // of the scores of these
}

// Mean is the mean score of the day's scored events, 0 where there are none.
func (d *Day) Mean() float64 {
	if d.Scored == 0 {
		return 0
	}
	return d.Sum / float64(d.Scored)
}

// Event is one event between two countries, as far as the tie needs it.
type Event struct {
	Number   int64        `json:"number"` // by which the caller knows it
	Day      calendar.Day `json:"day"`
	Score    float64      `json:"score"`    // PLOVER's, −10…+10
	Scored   bool         `json:"scored"`   // false for statements and appeals
	Conflict bool         `json:"conflict"` // quad 3 or 4
	Tracks   track.Set    `json:"tracks"`
}

// Days counts events by day, whatever their order.
func Days(events []Event) []Day {
	return count(events, func(*Event) bool { return true })
}

// TrackDays counts the events of one track by day.
func TrackDays(events []Event, t track.Track) []Day {
	return count(events, func(e *Event) bool { return e.Tracks.Has(t) })
}

func count(events []Event, counts func(*Event) bool) []Day {
	chosen := make([]int32, 0, len(events))
	for i := range events {
		if counts(&events[i]) {
			chosen = append(chosen, int32(i))
		}
	}
	// Sums of floating-point numbers depend on their order, so that of the
	// scores is fixed: the order in which events come must change nothing.
	slices.SortFunc(chosen, func(i, j int32) int {
		x, y := &events[i], &events[j]
		return cmp.Or(cmp.Compare(x.Day, y.Day), cmp.Compare(x.Score, y.Score))
	})
	var days []Day
	for _, i := range chosen {
		e := &events[i]
		if len(days) == 0 || days[len(days)-1].Day != e.Day {
			days = append(days, Day{Day: e.Day})
		}
		d := &days[len(days)-1]
		d.Events++
		if !e.Scored {
			continue
		}
		d.Scored++
		d.Sum += e.Score
		d.Squares += e.Score * e.Score
		if e.Conflict {
			d.Conflict++
			d.ConflictSum += e.Score
		}
	}
	return days
}

// Merge sorts days, adds up those of one date and leaves out those without
// events, in place. An error tells of counts that cannot be.
func Merge(days []Day) ([]Day, error) {
	for i := range days {
		if err := days[i].check(); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(days, func(x, y Day) int { return cmp.Compare(x.Day, y.Day) })
	out := days[:0]
	for _, d := range days {
		switch last := len(out) - 1; {
		case d.Events == 0:
		case last >= 0 && out[last].Day == d.Day:
			out[last].add(&d)
		default:
			out = append(out, d)
		}
	}
	return out, nil
}

func (d *Day) add(o *Day) {
	d.Events += o.Events
	d.Scored += o.Scored
	d.Sum += o.Sum
	d.Squares += o.Squares
	d.Conflict += o.Conflict
	d.ConflictSum += o.ConflictSum
}

func (d *Day) check() error {
	switch {
	case d.Conflict < 0 || d.Conflict > d.Scored || d.Scored > d.Events:
		return fmt.Errorf("tie: %v: %d events, %d of them scored, %d of these conflict: each must be a part of the one before", d.Day, d.Events, d.Scored, d.Conflict)
	case math.Abs(d.Sum) > 10*float64(d.Scored)+1e-6:
		return fmt.Errorf("tie: %v: %d scores between -10 and 10 cannot add up to %g", d.Day, d.Scored, d.Sum)
	case d.Scored > 0 && d.Squares < d.Sum*d.Sum/float64(d.Scored)-1e-6:
		return fmt.Errorf("tie: %v: the squares of %d scores that add up to %g cannot add up to %g", d.Day, d.Scored, d.Sum, d.Squares)
	}
	return nil
}
