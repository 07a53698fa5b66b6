package tie

import "math"

// year is how many days the recent rate of contact is compared with.
const year = 365

// contact is how often the two deal with each other now, compared with the
// year that ends today: a gamma–Poisson filter whose counts fade from day to
// day (Harvey and Fernandes 1989).
type contact struct {
	contactState
	counts [year]int32
	at     int // place of today in counts
}

// contactState is what the ratio of one day is computed from, and the ratio
// once that is done.
type contactState struct {
	recent, days              float64 // events and days, faded
	sum, filled               int32   // events and days in the year
	read                      bool
	log, recentSpread, spread float64
}

func (c *contact) pass(p *Parameters, events int) {
	c.recent = c.recent*p.ContactKeep + float64(events)
	c.days = c.days*p.ContactKeep + 1
	if c.at++; c.at == year {
		c.at = 0
	}
	c.sum += int32(events) - c.counts[c.at]
	c.counts[c.at] = int32(events)
	c.filled = min(c.filled+1, year)
	c.read = false
}

// ratio computes the logarithm of the recent over the yearly rate, its
// variance, and the part of this that the recent rate has. A gamma variable is
// taken as log-normal with the same mean and variance.
func (c *contactState) ratio(p *Parameters) {
	if c.read || c.filled == 0 {
		return
	}
	c.read = true
	// Half an event keeps a year without any from being impossible (Jeffreys).
	counted := float64(c.sum) + 0.5
	yearly := counted / float64(c.filled)
	// The recent rate begins with some events at the yearly one, so that a
	// month of silence means much in a busy tie and nothing in a quiet one.
	events := c.recent + p.ContactPrior
	rate := events / (c.days + p.ContactPrior/yearly)
	clump := p.clump(yearly)
	c.log = math.Log(rate / yearly)
	c.recentSpread = math.Log(1 + clump/events)
	c.spread = c.recentSpread + math.Log(1+clump/counted)
}

// clump is variance over mean of daily counts at that rate.
func (p *Parameters) clump(rate float64) float64 { return p.ContactClump + p.ContactClumpRate*rate }
