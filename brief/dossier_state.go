package brief

import (
	"fmt"

	"entente/dossier"
	"entente/tie"
)

// Columns of the table of figures: value, what it is of, change in 30 days.
const (
	stateColumn  = 13
	ofColumn     = 32
	changeColumn = 52
	courseColumn = 71
	stateWidth   = 80 // what the table needs
)

// state writes the figures of a tie, then their course.
func (f *folder) state(t *dossier.Tie) {
	f.section("HOW IT STANDS", "tone from −10 to +10; in brackets the interval of 80%")
	now := &t.Today
	rows := []struct {
		name, value, joint, of, change string
		course                         run
	}{
		{"Tone", toned(now.Tone), ", ", hundred(now.Tone) + " of 100", toned(now.ToneTrend), course(now.ToneTrend, sameTone)},
		{"Contact", factored(now.Contact), " ", "of the year's rate", factored(now.ContactTrend), course(now.ContactTrend, sameContact)},
		{"Conflict", shared(now.ConflictShare), " ", "of the events", pointed(now.ConflictTrend) + " pts", course(now.ConflictTrend, sameShare)},
	}
	if f.width >= stateWidth {
		f.cells([]int{stateColumn, changeColumn}, run{"now", faint}, run{"change in 30 days", faint})
	}
	for _, r := range rows {
		if f.width < stateWidth {
			f.field(r.name, stateColumn, run{r.value + r.joint + r.of, plain}, run{"; in 30 days " + r.change + ", ", plain}, r.course)
			continue
		}
		f.cells([]int{indent, stateColumn, ofColumn, changeColumn, courseColumn},
			run{r.name, bold}, run{r.value, plain}, run{r.of, plain}, run{r.change, plain}, r.course)
	}
	f.blank()
	f.drawings(t, stateColumn, measures...)
	f.blank()
	f.field("Volatility", stateColumn, run{fmt.Sprintf("a single event lies %s from the tone as a rule", points(now.Volatility)), plain})
	f.field("Fragility", stateColumn, run{fmt.Sprintf("%s that the tone falls below its lowest of the last 180 days (%s) within 30 days",
		percent(now.Fragility), signed(now.Lowest)), plain})
	f.field("In 30 days", stateColumn, run{sideWords(&now.Cooperation, "events of cooperation") + ", " + sideWords(&now.Conflict, "events of conflict"), plain})
}

// sideWords tell how much there is of cooperation or conflict, and how strong.
func sideWords(s *tie.Side, what string) string {
	if s.Rate < 0.05 {
		return "no " + what
	}
	return "about " + amount(s.Rate) + " " + what + " (mean score " + signed(s.Intensity) + ")"
}

// points writes a distance on PLOVER's scale.
func points(v float64) string {
	if text := decimal(v, 1); text != "1.0" {
		return text + " points"
	}
	return "1 point"
}
