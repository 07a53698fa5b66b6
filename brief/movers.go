package brief

import (
	"fmt"
	"io"

	"entente/dossier"
)

// Movers writes the ties that moved most between two days, a block for each,
// with the events that moved it.
func Movers(w io.Writer, look Look, names func(id string) string, m *dossier.Movers) error {
	d := newDesk(look, names)
	d.line(0, 0, run{"Ties that moved most", bold})
	d.line(0, 0, run{spanText(m.Since, m.At) + " · clearest change first · tone −10…+10, in brackets 80%", faint})
	for i := range m.Ties {
		d.mover(i+1, &m.Ties[i])
	}
	if len(m.Ties) == 0 {
		d.blank()
		d.line(0, 0, run{"No tie has enough events on both sides of " + dayText(m.Since) + " to tell.", plain})
	}
	_, err := d.buf.WriteTo(w)
	return err
}

// mover writes the block of one tie.
func (d *desk) mover(place int, x *dossier.Mover) {
	arrow := "▲"
	if x.Change.Value < 0 {
		arrow = "▼"
	}
	d.blank()
	d.line(0, deeper, run{fmt.Sprintf("%d. ", place), faint}, run{d.whom([]string{x.A, x.B}), heading},
		run{fmt.Sprintf("  %s %s", arrow, signed(x.Change.Value)), bold},
		run{fmt.Sprintf(" (%s…%s), %s sure", signed(x.Change.Low), signed(x.Change.High), percent(x.Clear)), plain})
	d.field("Tone", stateColumn, run{toned(x.Then.Tone) + " → " + toned(x.Today.Tone), plain})
	d.field("Contact", stateColumn, run{factored(x.Today.Contact) + " of the year's rate", plain})
	d.field("Conflict", stateColumn, run{shared(x.Then.ConflictShare) + " → " + shared(x.Today.ConflictShare) + " of the events", plain})
	d.causes(x.Causes)
	if len(x.Causes) == 0 {
		d.line(deeper, deeper, run{"no single event on file moved it that way", faint})
	}
}
