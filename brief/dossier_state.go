package brief

import (
	"fmt"

	"github.com/clipperhouse/displaywidth"

	"entente/dossier"
)

// Columns of the table of figures: value, what it is of, change in 30 days.
const (
	stateColumn  = 13
	ofColumn     = 32
	changeColumn = 51
	stateWidth   = 77 // what the table needs
)

// state writes the figures of a tie, then their course.
func (f *folder) state(t *dossier.Tie) {
	f.section("HOW IT STANDS", "in brackets the interval that holds a figure with 80%")
	now := &t.Today
	rows := []struct {
		name, value, of, change string
		course                  run
	}{
		{"Tone", toned(now.Tone), hundred(now.Tone) + " of 100", toned(now.ToneTrend), course(now.ToneTrend, sameTone)},
		{"Contact", factored(now.Contact), "of the year's rate", factored(now.ContactTrend), course(now.ContactTrend, sameContact)},
		{"Conflict", shared(now.ConflictShare), "of its events", pointed(now.ConflictTrend) + " points", course(now.ConflictTrend, sameShare)},
	}
	if f.width >= stateWidth {
		f.cells([]int{stateColumn, ofColumn, changeColumn}, run{"now", faint}, run{"tone: −10…+10", faint}, run{"change in 30 days", faint})
	}
	for _, r := range rows {
		if f.width < stateWidth {
			f.field(r.name, stateColumn, run{r.value + " " + r.of, plain}, run{"; in 30 days " + r.change + ", ", plain}, r.course)
			continue
		}
		f.cells([]int{indent, stateColumn, ofColumn, changeColumn, changeColumn + displaywidth.String(r.change) + 1},
			run{r.name, bold}, run{r.value, plain}, run{r.of, plain}, run{r.change, plain}, r.course)
	}
	f.blank()
	f.drawings(t.History, stateColumn, measures...)
	f.blank()
	f.field("Volatility", stateColumn, run{fmt.Sprintf("a single event lies %s from the tone as a rule", points(now.Volatility)), plain})
	f.field("Fragility", stateColumn, run{fmt.Sprintf("%s that the tone falls below its lowest of the last 180 days (%s) within 30 days",
		percent(now.Fragility), signed(now.Lowest)), plain})
	f.field("In 30 days", stateColumn, run{fmt.Sprintf("%s of cooperation, mean score %s; %s of conflict, mean score %s",
		amount(now.Cooperation.Rate), signed(now.Cooperation.Intensity), amount(now.Conflict.Rate), signed(now.Conflict.Intensity)), plain})
}

// points writes a distance on PLOVER's scale.
func points(v float64) string {
	if text := decimal(v, 1); text != "1.0" {
		return text + " points"
	}
	return "1 point"
}

// cells writes a line of a table, each text from its column on, at least one
// blank after the one before it. It is for pages that are wide enough.
func (p *page) cells(columns []int, texts ...run) {
	column := 0
	for i, r := range texts {
		text := shorten(r.text, max(2, p.width-max(columns[i], column+1)))
		if text == "" {
			continue
		}
		gap := columns[i] - column
		if column > 0 {
			gap = max(1, gap)
		}
		column += p.indent(max(0, gap))
		p.paint(text, r.style)
		column += displaywidth.String(text)
	}
	p.blank()
}
