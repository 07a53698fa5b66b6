package eval

import (
	"entente/calendar"
	"entente/tie"
)

// FragilityFigures compare the fragility of ties with what came of it.
type FragilityFigures struct {
	Reliability Reliability
	// Brier is the mean squared distance of the probability from what
	// happened, BrierBase that of the share of falls in train.txt.
	Brier, BrierBase float64
	Base             Share // of tie-days, those after which the tone fell below
}

// fragilityEvery is how many days lie between two readings of a tie, so that
// what is foretold of them overlaps little.
const fragilityEvery = 15

// fragilityAhead is how many days fragility looks ahead.
const fragilityAhead = 30

// measureFragility reads ties through both files and asks after each reading
// whether the level fell below its lowest. The base rate of each group is that
// of train.txt.
func (r *ToneReport) measureFragility(p *tie.Parameters, ties []toneTie, lastTrain calendar.Day) {
	var train [toneGroups]Share
	type reading struct {
		group int
		value float64
		fell  bool
	}
	var readings []reading
	var end calendar.Day
	for i := range ties {
		end = max(end, ties[i].days[len(ties[i].days)-1].Day)
	}
	for i := range ties {
		p.Fragilities(ties[i].days, end, fragilityEvery, func(f tie.FragilityReading) {
			if f.Day+fragilityAhead <= lastTrain {
				train[toneAll].count(f.Fell)
				train[ties[i].group].count(f.Fell)
			} else if f.Day > lastTrain {
				readings = append(readings, reading{ties[i].group, f.Fragility, f.Fell})
			}
		})
	}
	for _, at := range readings {
		for _, g := range [...]int{toneAll, at.group} {
			f := &r.Fragility[g]
			f.Reliability.add(at.value, at.fell)
			f.Base.count(at.fell)
			f.Brier += brier(at.value, at.fell)
			f.BrierBase += brier(train[g].Value(), at.fell)
		}
	}
	for g := range r.Fragility {
		n := float64(max(1, r.Fragility[g].Base.Of))
		r.Fragility[g].Brier /= n
		r.Fragility[g].BrierBase /= n
	}
}

func brier(probability float64, happened bool) float64 {
	if happened {
		probability--
	}
	return probability * probability
}
