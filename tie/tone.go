package tie

import "math"

// The ends of PLOVER's scale.
const (
	lowest  = -10.0
	highest = 10.0
)

// tone is the level of a tie: a random walk, seen through each day's mean
// score. Variances are in units of the tie's own spread, which is learnt
// beside them and widens intervals but moves no level.
type tone struct {
	begun    bool
	level    float64
	variance float64 // of the level
	// weight is the variance of the level that gains are computed with: it
	// grows as variance does, but falls with every day as if that day had one
	// event. So what a day weighs depends on its own events and on when others
	// were, not on how many those had. Otherwise a friendly event could lower
	// later levels, by making its day count for more against friendlier ones.
	weight  float64
	seen    float64 // observations that squares stands for
	squares float64 // of the standardised errors of prediction
	stay    float64 // sum of log(1−gain): what remains of older levels
}

// wait lets days pass.
func (t *tone) wait(p *Parameters, days float64) {
	if t.begun {
		t.variance += days * p.DriftDay
		t.weight += days * p.DriftDay
	}
}

// spread is the tie's variance in units of that of ties in general.
func (t *tone) spread(p *Parameters) float64 {
	if !t.begun {
		return 1
	}
	return t.squares / t.seen
}

// noise is the variance of the mean of n events around the level.
func (p *Parameters) noise(n int) float64 {
	v := p.NoiseDay + p.NoiseEvent/float64(n)
	if n == 1 {
		v *= p.Lone
	}
	return v
}

// gain is how far a day with n events moves the level towards its mean. It
// knows of no lone events: if one day's second event made it count four times
// as much, a friendly event could lower the level by lending weight to a
// hostile one.
func (t *tone) gain(p *Parameters, n int) float64 {
	if !t.begun {
		return 1
	}
	w := t.weight + p.DriftEvent
	return w / (w + p.NoiseDay + p.NoiseEvent/float64(n))
}

// expect gives mean and variance, the latter in units of the tie's spread, of
// the mean of n events on a day to which more days have to pass: the level and what ties
// in general are like, by their precision.
func (t *tone) expect(p *Parameters, n int, more float64) (mean, variance float64) {
	if !t.begun {
		return p.PriorMean, p.PriorVariance + p.noise(n)
	}
	v := t.variance + p.DriftEvent + more*p.DriftDay
	own, others := 1/v, 1/p.PriorVariance
	return (t.level*own + p.PriorMean*others) / (own + others), 1/(own+others) + p.noise(n)
}

// see moves the level by a day with n scored events.
func (t *tone) see(p *Parameters, n int, mean float64) {
	t.learn(p, n, mean)
	noise := p.noise(n)
	if !t.begun {
		t.begun = true
		t.level, t.variance, t.weight = mean, noise, p.NoiseDay+p.NoiseEvent
		return
	}
	k := t.gain(p, n)
	// Joseph's form holds for any gain, not only for the optimal one.
	t.variance = (1-k)*(1-k)*(t.variance+p.DriftEvent) + k*k*noise
	w := t.weight + p.DriftEvent
	one := p.NoiseDay + p.NoiseEvent
	t.weight = w * one / (w + one)
	t.level += k * (mean - t.level)
	t.stay += math.Log(1 - k)
}

// learn takes the day's error of prediction into the tie's spread.
func (t *tone) learn(p *Parameters, n int, mean float64) {
	if !t.begun {
		t.seen, t.squares = p.SpreadPrior, p.SpreadPrior
	}
	expected, variance := t.expect(p, n, 0)
	e := mean - expected
	t.squares += e * e / variance
	t.seen++
	if t.seen > p.SpreadMemory {
		t.squares *= p.SpreadMemory / t.seen
		t.seen = p.SpreadMemory
	}
}

// estimate is the level with its interval.
func (t *tone) estimate(p *Parameters) Estimate {
	if !t.begun {
		return Estimate{Value: 0, Low: lowest, High: highest, SD: highest}
	}
	return normal(t.level, t.spread(p)*t.variance, lowest, highest)
}
