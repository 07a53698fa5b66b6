package dossier

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"

	"entente/tie"
)

// WriteJSON writes any answer of this package, given as a pointer, as one JSON
// object. Days are written as 2006-01-02, absent lists as [].
func WriteJSON(w io.Writer, answer any) error {
	fillLists(answer)
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	return out.Encode(answer)
}

// WriteJSON writes the dossier with everything in it.
func (d *Dossier) WriteJSON(w io.Writer) error { return WriteJSON(w, d) }

// seriesColumns are the columns of WriteCSV: the pair, the track ("" all
// events), the day, then tone as known on the day and as seen from the day of
// the answer, contact, conflict share, each with the bounds of its 80%
// interval, and what is said once.
var seriesColumns = []string{
	"a", "b", "track", "day",
	"tone", "tone_low", "tone_high", "tone_smoothed", "tone_smoothed_low", "tone_smoothed_high",
	"contact", "contact_low", "contact_high", "conflict_share", "conflict_share_low", "conflict_share_high",
	"volatility", "lowest_180d", "fragility_30d",
}

// WriteCSV writes the series of all ties: one row for each pair and day; days
// before the first event are left out.
func (d *Dossier) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	if err := out.Write(seriesColumns); err != nil {
		return err
	}
	track := ""
	if d.Track != nil {
		track = d.Track.Code()
	}
	for i := range d.Ties {
		t := &d.Ties[i]
		for j := range t.History {
			p := &t.History[j]
			if !p.Known {
				continue
			}
			if err := out.Write(append([]string{t.A, t.B, track, p.Day.String()}, figures(p)...)); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

func figures(p *tie.Point) []string {
	var cells []string
	for _, e := range []tie.Estimate{p.Tone, p.Smoothed, p.Contact, p.ConflictShare} {
		cells = append(cells, figure(e.Value), figure(e.Low), figure(e.High))
	}
	return append(cells, figure(p.Volatility), figure(p.Lowest), figure(p.Fragility))
}

func figure(f float64) string { return strconv.FormatFloat(f, 'f', 4, 64) }
