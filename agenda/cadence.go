package agenda

import (
	"slices"

	"entente/calendar"
	"entente/record"
)

// Cadence is how often a dialogue meets.
type Cadence struct {
	Word      string `json:"word"`      // annual, quarterly, …; "" where no article tells it
	Days      int    `json:"days"`      // between two meetings; 0 unknown
	Estimated bool   `json:"estimated"` // from the meetings held; else an article tells it
}

var cadenceDays = map[string]int{"daily": 1, "weekly": 7, "monthly": 30, "quarterly": 91, "biannual": 182, "annual": 365, "biennial": 730}

// fewestMeetings is how many meetings an estimate of the rhythm asks for.
const fewestMeetings = 3

// cadenceOf takes the rhythm that the latest article tells. Where none does, it
// is the median of the times between meetings, if these are alike: half of
// them must lie within a third of the median, or there is no rhythm.
func cadenceOf(told []*Told[record.Mechanism], entries []Entry) Cadence {
	var c Cadence
	for _, t := range told {
		if word := text(t.Value.Cadence); cadenceDays[word] > 0 || word != "" && c.Word == "" {
			c = Cadence{Word: word, Days: cadenceDays[word]}
		}
	}
	if c.Days > 0 {
		return c
	}
	between := times(entries)
	if len(between) < fewestMeetings-1 {
		return c
	}
	every := median(between)
	var off []calendar.Day
	for _, b := range between {
		off = append(off, max(b-every, every-b))
	}
	if every < 7 || median(off)*3 > every {
		return c
	}
	c.Days, c.Estimated = int(every), true
	return c
}

// times are the days between meetings that followed each other without a break.
func times(entries []Entry) []calendar.Day {
	var out []calendar.Day
	var before *Entry
	for i := range entries {
		e := &entries[i]
		switch {
		case e.Status == "suspended":
			before = nil
		case e.held() && e.Dated && e.To-e.From <= 366:
			if before != nil && e.Status != "resumed" {
				out = append(out, e.when()-before.when())
			}
			before = e
		}
	}
	return out
}

func median(list []calendar.Day) calendar.Day {
	s := slices.Clone(list)
	slices.Sort(s)
	if n := len(s); n%2 == 0 {
		return (s[n/2-1] + s[n/2]) / 2
	}
	return s[len(s)/2]
}
