package tie

import "math"

// z80 standard deviations on both sides hold 80% of a normal distribution.
const z80 = 1.2815515655446004

// Estimate is a figure with the interval that holds it with a probability of 80%.
type Estimate struct {
	Value float64 `json:"value"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
	SD    float64 `json:"sd"` // standard deviation, before limits cut the interval
}

// normal gives the estimate of a normal distribution, cut to limits.
func normal(mean, variance, least, most float64) Estimate {
	sd := math.Sqrt(variance)
	return Estimate{Value: mean, Low: max(least, mean-z80*sd), High: min(most, mean+z80*sd), SD: sd}
}

// Above gives the probability that the figure is larger than x.
func (e Estimate) Above(x float64) float64 {
	return above(e.Value-x, e.SD)
}

// Minus is the difference of two figures as if they were independent, which
// makes the interval wider than it is where they lie close together in time.
func (e Estimate) Minus(o Estimate) Estimate {
	return normal(e.Value-o.Value, e.SD*e.SD+o.SD*o.SD, math.Inf(-1), math.Inf(1))
}

// Hundred writes a tone of −10…+10 as 0–100, 50 being neutral.
func Hundred(tone float64) float64 { return 50 + 5*tone }

// Hundred is the estimate of a tone as 0–100, 50 being neutral.
func (e Estimate) Hundred() Estimate {
	return Estimate{Value: Hundred(e.Value), Low: Hundred(e.Low), High: Hundred(e.High), SD: 5 * e.SD}
}

// above is the probability that a normal variable of that mean is positive.
func above(mean, sd float64) float64 {
	if sd == 0 {
		switch {
		case mean > 0:
			return 1
		case mean < 0:
			return 0
		}
		return 0.5
	}
	return 0.5 * math.Erfc(-mean/(sd*math.Sqrt2))
}
