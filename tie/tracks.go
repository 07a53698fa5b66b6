package tie

import (
	"cmp"
	"slices"

	"entente/calendar"
	"entente/tie/track"
)

// TrackState is the state of a tie on one track.
type TrackState struct {
	Track track.Track `json:"track"`
	Point
}

// Tracks gives the state on a day of each track that has been heard of.
func (p *Parameters) Tracks(events []Event, on calendar.Day) []TrackState {
	var out []TrackState
	f := p.Filter()
	for _, t := range track.All() {
		if at := f.Today(TrackDays(events, t), on); at.Known {
			out = append(out, TrackState{t, at})
		}
	}
	return out
}

// clear is the probability from which on two tracks are called different.
const clear = 0.9

// Divergence is a pair of tracks that tell different stories of one tie: the
// two-track reading.
type Divergence struct {
	Above       track.Track `json:"above"`
	Below       track.Track `json:"below"`
	Difference  Estimate    `json:"difference"`  // of the tones
	Probability float64     `json:"probability"` // that Above is above Below
	// Apart is the probability that their tones went opposite ways in the last
	// 30 days, and Rising that of the one above that it rose.
	Apart  float64 `json:"apart"`
	Rising float64 `json:"rising"`
}

// Diverging gives the pairs of tracks whose tones differ clearly, or that
// clearly go opposite ways: probability at least 0.9. The largest differences
// come first.
func Diverging(states []TrackState) []Divergence {
	var out []Divergence
	for i := range states {
		for j := range states[:i] {
			a, b := &states[i], &states[j]
			if !a.Known || !b.Known {
				continue
			}
			if b.Tone.Value > a.Tone.Value || b.Tone.Value == a.Tone.Value && b.Track < a.Track {
				a, b = b, a
			}
			d := diverge(a, b)
			if d.Probability >= clear || d.Apart >= clear {
				out = append(out, d)
			}
		}
	}
	slices.SortFunc(out, func(x, y Divergence) int {
		return cmp.Or(cmp.Compare(y.Difference.Value, x.Difference.Value), cmp.Compare(x.Above, y.Above), cmp.Compare(x.Below, y.Below))
	})
	return out
}

// diverge compares two tracks, taking their errors as independent.
func diverge(a, b *TrackState) Divergence {
	variance := a.Tone.SD*a.Tone.SD + b.Tone.SD*b.Tone.SD
	d := Divergence{
		Above: a.Track, Below: b.Track,
		Difference: normal(a.Tone.Value-b.Tone.Value, variance, lowest-highest, highest-lowest),
		Rising:     a.ToneTrend.Above(0),
	}
	d.Probability = d.Difference.Above(0)
	up, down := d.Rising, b.ToneTrend.Above(0)
	d.Apart = up*(1-down) + (1-up)*down
	return d
}
