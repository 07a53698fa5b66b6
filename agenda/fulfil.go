package agenda

import (
	"slices"

	"entente/calendar"
)

// slip is how many days before or after its planned day a meeting counts as
// the one planned.
const slip = 3

// narrow is the longest interval in days of a plan that an event alone
// confirms: in half a year two countries meet for many reasons.
const narrow = 31

// fulfil tells what became of the plans: a plan whose meeting was told becomes
// part of the meeting's entry, one that an event confirms becomes the meeting,
// the others were called off, put off, or passed.
func fulfil(entries []Entry, events []*fact, at calendar.Day) []Entry {
	gone := make([]bool, len(entries))
	for i := range entries {
		plan := &entries[i]
		if plan.Status != "planned" {
			continue
		}
		if meeting := meetingOf(plan, entries); meeting != nil {
			meeting.Plans = append(meeting.Plans, plan.Numbers...)
			if meeting.Place == "" {
				meeting.Place = plan.Place
			}
			gone[i] = true
		}
	}
	var left []Entry
	for i := range entries {
		if !gone[i] {
			left = append(left, entries[i])
		}
	}
	for i := range left {
		left[i].confirm(events)
	}
	for i := range left {
		if left[i].Status == "planned" {
			left[i].Outcome = outcomeOf(&left[i], left, at)
		}
	}
	for i := range left {
		slices.Sort(left[i].Plans)
		left[i].Plans = slices.Compact(left[i].Plans)
	}
	return left
}

// meetingOf is the first meeting that a plan can have been of.
func meetingOf(plan *Entry, entries []Entry) *Entry {
	for i := range entries {
		m := &entries[i]
		if !m.held() || m.Dated && plan.Known && m.To < plan.First { // nobody plans what is over
			continue
		}
		switch {
		case plan.Dated && m.Dated:
			if overlap(widened(calendar.Interval{From: plan.From, To: plan.To}, slip), calendar.Interval{From: m.From, To: m.To}) {
				return m
			}
		case plan.Dated: // the meeting was written of, without a time, around the day of the plan
			if m.Witnesses.Known && m.First >= plan.From && m.First <= plan.To+recent {
				return m
			}
		case plan.Witnesses.Known:
			if d := m.when(); d >= plan.First && d <= plan.Last+planUndated && (m.Dated || m.First > plan.First) {
				return m
			}
		}
	}
	return nil
}

// confirm makes a planned meeting one that was held where an event of the same
// parties fell on its days, and adds events to a meeting told.
func (e *Entry) confirm(events []*fact) {
	days := calendar.Interval{From: e.From, To: e.To}
	if !e.Dated || e.Status != "planned" && !e.held() || days.Days() > narrow {
		return
	}
	for _, ev := range events {
		found := calendar.Interval{From: ev.From, To: ev.To}
		if found.Days() > narrow || !overlap(widened(days, 1), found) || e.Place != "" && ev.Place != "" && e.Place != ev.Place {
			continue
		}
		if e.Status == "planned" {
			if e.Witnesses.Known && ev.told() < e.First {
				continue // told before anybody planned: another meeting
			}
			e.Status, e.Plans, e.Text = "held", slices.Clone(e.Numbers), ev.Text
			if both := (calendar.Interval{From: max(days.From, found.From), To: min(days.To, found.To)}); both.From <= both.To {
				e.From, e.To = both.From, both.To
			} else {
				e.From, e.To = found.From, found.To
			}
			if e.Place == "" {
				e.Place = ev.Place
			}
		}
		e.Events = append(e.Events, ev.Number)
	}
	slices.Sort(e.Events)
}

// outcomeOf tells what became of a plan that was not held, as far as is told.
func outcomeOf(plan *Entry, entries []Entry, at calendar.Day) Outcome {
	for i := range entries {
		o := &entries[i]
		if o == plan || !o.Witnesses.Known || !plan.Witnesses.Known || o.First < plan.First {
			continue
		}
		switch o.Status {
		case "suspended", "cancelled":
			if d := o.decided(); d >= plan.First && (!plan.Dated || d <= plan.To+planMargin) {
				return CalledOff
			}
		case "planned":
			// A plan for a later day that is told after this one was, before or soon
			// after its day, is a new day for the same meeting.
			if plan.Dated && o.Dated && o.First > plan.First && o.From > plan.To && o.First <= plan.To+planMargin && o.From-plan.To <= planUndated && plan.Last < o.First {
				return PutOff
			}
		}
	}
	if plan.Dated && plan.To+planMargin < at {
		return NotReported
	}
	return ""
}
