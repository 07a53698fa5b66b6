package eval

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"entente/calendar"
	"entente/tie"
)

// toneMany is from how many scored events in train.txt on a tie counts as one
// with many.
const toneMany = 100

// The groups of ties that are told apart.
const (
	toneAll = iota
	toneBusy
	toneRare
	toneGroups
)

var toneGroupNames = [toneGroups]string{"all", "many", "few"}

// toneAhead are the distances, in days, that forecasts are made over.
var toneAhead = []int{1, 7, 30}

// ToneReport is how well the mean score of a day between two countries was
// foretold, by the state of the tie and by three simpler ways.
type ToneReport struct {
	Ties, Days [toneGroups]int // in valid.txt
	// Forecasters by distance in the order of toneAhead: the model first, then
	// each simple way with one variance and with one that falls with the
	// number of the day's events.
	Forecasters [][]ToneForecaster
	Deciles     [toneGroups][10]int // of the model's own distribution, one day ahead
	Fragility   [toneGroups]FragilityFigures
	Misses      []Miss // the days that surprised the model most
}

// ToneForecaster is one way of foretelling.
type ToneForecaster struct {
	Name     string
	LogScore [toneGroups]float64 // mean log density, in nats
	Covered  [toneGroups]Share   // of intervals that should hold 80%
}

// toneCase is a day with scored events.
type toneCase struct {
	tie   *toneTie
	day   calendar.Day
	n     int
	mean  float64
	valid bool // of valid.txt, on which is reported
}

// toneTie is a tie as the measure goes through it.
type toneTie struct {
	*Dyad
	days      []tie.Day
	goldstein []goldsteinDay // by the same days
	group     int
}

// Tone measures forecasts of each day's mean PLOVER score on a data set in the
// form of the literature on temporal knowledge graphs. What is fitted is
// fitted to train.txt; valid.txt is followed day by day and reported on.
func Tone(dir string) (*ToneReport, error) {
	train, err := ReadDyads(dir, "train.txt")
	if err != nil {
		return nil, err
	}
	var lastTrain calendar.Day
	for i := range train {
		events := train[i].Events
		lastTrain = max(lastTrain, events[len(events)-1].Day)
	}
	all, err := ReadDyads(dir, "train.txt", "valid.txt")
	if err != nil {
		return nil, err
	}
	ties := make([]toneTie, len(all))
	for i := range all {
		ties[i] = toneTie{Dyad: &all[i], days: all[i].Days(), goldstein: goldsteinDays(&all[i]), group: toneRare}
		if all[i].scoredUntil(lastTrain) >= toneMany {
			ties[i].group = toneBusy
		}
	}
	r := &ToneReport{}
	model := tie.Fitted()
	for _, ahead := range toneAhead {
		cases := toneCases(ties, lastTrain)
		if len(cases) == 0 || !slices.ContainsFunc(cases, func(c toneCase) bool { return c.valid }) {
			return nil, fmt.Errorf("%s: no day in valid.txt has an event with a score between two countries", dir)
		}
		rows := []ToneForecaster{r.model(model, ties, cases, ahead)}
		for _, b := range simpleWays {
			rows = append(rows, b.measure(ties, cases, ahead)...)
		}
		r.Forecasters = append(r.Forecasters, rows)
		if ahead == 1 {
			r.countCases(cases)
		}
	}
	r.measureFragility(model, ties, lastTrain)
	return r, nil
}

// toneCases lists the days with scored events, tie by tie.
func toneCases(ties []toneTie, lastTrain calendar.Day) []toneCase {
	var cases []toneCase
	for i := range ties {
		for j := range ties[i].days {
			if d := &ties[i].days[j]; d.Scored > 0 {
				cases = append(cases, toneCase{&ties[i], d.Day, d.Scored, d.Mean(), d.Day > lastTrain})
			}
		}
	}
	return cases
}

func (r *ToneReport) countCases(cases []toneCase) {
	var last *toneTie
	for i := range cases {
		c := &cases[i]
		if !c.valid {
			continue
		}
		for _, g := range [...]int{toneAll, c.tie.group} {
			r.Days[g]++
			if c.tie != last {
				r.Ties[g]++
			}
		}
		last = c.tie
	}
}

// toneSums adds up what a forecaster's row consists of.
type toneSums struct {
	score [toneGroups]float64
	ToneForecaster
}

func (s *toneSums) add(c *toneCase, mean, variance, width float64) {
	score := gaussianScore(c.mean-mean, variance)
	in := math.Abs(c.mean-mean) <= width
	for _, g := range [...]int{toneAll, c.tie.group} {
		s.score[g] += score
		s.Covered[g].count(in)
	}
}

func (s *toneSums) row() ToneForecaster {
	for g := range s.score {
		s.LogScore[g] = s.score[g] / float64(max(1, s.Covered[g].Of))
	}
	return s.ToneForecaster
}

// gaussianScore is the logarithm of a normal density.
func gaussianScore(distance, variance float64) float64 {
	return -0.5 * (math.Log(2*math.Pi*variance) + distance*distance/variance)
}

// model measures package tie, in the order of the cases.
func (r *ToneReport) model(p *tie.Parameters, ties []toneTie, cases []toneCase, ahead int) ToneForecaster {
	sums := toneSums{ToneForecaster: ToneForecaster{Name: "state of the tie"}}
	type surprise struct {
		score float64
		miss  Miss
	}
	var surprises []surprise
	at := 0
	for i := range ties {
		p.Forecasts(ties[i].days, ahead, func(f tie.Forecast) {
			c := &cases[at]
			at++
			if !c.valid {
				return
			}
			variance := f.Expected.SD * f.Expected.SD
			sums.add(c, f.Expected.Value, variance, p.Interval*f.Expected.SD)
			if ahead != 1 {
				return
			}
			decile := min(9, int(10*0.5*math.Erfc((f.Expected.Value-c.mean)/(f.Expected.SD*math.Sqrt2))))
			r.Deciles[toneAll][decile]++
			r.Deciles[c.tie.group][decile]++
			if math.Abs(c.mean-f.Expected.Value) > p.Interval*f.Expected.SD {
				surprises = append(surprises, surprise{gaussianScore(c.mean-f.Expected.Value, variance), Miss{
					ID:    fmt.Sprintf("%s-%s %v", c.tie.A, c.tie.B, c.day),
					Gold:  fmt.Sprintf("%+.2f, mean of %d", c.mean, c.n),
					Found: fmt.Sprintf("%+.2f, from %+.2f to %+.2f", f.Expected.Value, f.Expected.Low, f.Expected.High),
				}})
			}
		})
	}
	slices.SortStableFunc(surprises, func(x, y surprise) int { return cmp.Compare(x.score, y.score) })
	for _, s := range surprises {
		r.Misses = append(r.Misses, s.miss)
	}
	return sums.row()
}
