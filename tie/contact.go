package tie

import "math"

// year is how many days the recent rate of contact is compared with.
const year = 365

// contact is how often the two deal with each other now, compared with the
// year that ends today: a gamma–Poisson filter whose counts fade from day to
// day (Harvey and Fernandes 1989).
type contact struct {
	recent float64 // events, faded
	days   float64 // days, faded
	counts [year]int32
	at     int // place of today in counts
	filled int // days in counts
	sum    int // of counts
}

func (c *contact) pass(p *Parameters, events int) {
	c.recent = c.recent*p.ContactKeep + float64(events)
	c.days = c.days*p.ContactKeep + 1
	if c.at++; c.at == year {
		c.at = 0
	}
	c.sum += events - int(c.counts[c.at])
	c.counts[c.at] = int32(events)
	c.filled = min(c.filled+1, year)
}

// ratio is the logarithm of the recent over the yearly rate with its
// variance, and the part of the variance that the recent rate has. A gamma
// variable is taken as log-normal with the same mean and variance.
func (p *Parameters) ratio(recent, days float64, sum, filled int) (log, variance, part float64) {
	if filled == 0 {
		return 0, 0, 0
	}
	// Half an event keeps a year without any from being impossible (Jeffreys).
	counted := float64(sum) + 0.5
	yearly := counted / float64(filled)
	// The recent rate begins with some events at the yearly one, so that a
	// month of silence means much in a busy tie and nothing in a quiet one.
	events := recent + p.ContactPrior
	rate := events / (days + p.ContactPrior/yearly)
	clump := p.clump(yearly)
	part = math.Log(1 + clump/events)
	return math.Log(rate / yearly), part + math.Log(1+clump/counted), part
}

// clump is variance over mean of daily counts at that rate.
func (p *Parameters) clump(rate float64) float64 { return p.ContactClump + p.ContactClumpRate*rate }
