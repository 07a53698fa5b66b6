package tie

import "math"

// share is the part of conflict in what is scored: a beta distribution whose
// knowledge fades from day to day (Smith and Miller 1986). Fading widens it
// and moves it nowhere; it never fades below what is known of ties in general.
type share struct {
	mean   float64
	weight float64 // events that it stands for
	stay   float64 // sum of the logarithms of what remained of older means
}

func newShare(p *Parameters) share { return share{mean: p.SharePrior, weight: p.ShareWeight} }

func (s *share) wait(p *Parameters) { s.weight = max(s.weight*p.ShareKeep, p.ShareWeight) }

// effective is how many independent events n of one day are worth.
func (p *Parameters) effective(n int) float64 {
	return float64(n) / (1 + float64(n-1)*p.ShareAlike)
}

func (s *share) see(p *Parameters, n, conflict int) {
	e := p.effective(n)
	s.weight = max(s.weight*p.ShareKeepEvent, p.ShareWeight)
	k := e / (s.weight + e)
	s.mean += k * (float64(conflict)/float64(n) - s.mean)
	s.weight += e
	s.stay += math.Log(1 - k)
}

// estimate is the share with Wilson's interval, which stays within 0 and 1 and
// is quick to come by.
func (s *share) estimate() Estimate {
	const zz = z80 * z80
	n := s.weight
	variance := s.mean * (1 - s.mean) / n
	middle := (s.mean + zz/(2*n)) / (1 + zz/n)
	half := z80 / (1 + zz/n) * math.Sqrt(variance+zz/(4*n*n))
	return Estimate{
		Value: s.mean, Low: min(s.mean, max(0, middle-half)), High: max(s.mean, min(1, middle+half)),
		SD: math.Sqrt(s.mean * (1 - s.mean) / (n + 1)),
	}
}

// side is cooperation or conflict for itself: how much of it and how strong.
type side struct {
	recent      float64 // events, faded as those of contact
	events, sum float64 // events and sum of their scores, faded as the share
}

func (s *side) wait(p *Parameters) {
	s.recent *= p.ContactKeep
	s.events *= p.ShareKeep
	s.sum *= p.ShareKeep
}

func (s *side) see(p *Parameters, n int, sum float64) {
	s.recent += float64(n)
	s.events = s.events*p.ShareKeepEvent + float64(n)
	s.sum = s.sum*p.ShareKeepEvent + sum
}

// Side is the cooperation or the conflict of a tie for itself.
type Side struct {
	Rate      float64 `json:"rate"`      // events in 30 days
	Intensity float64 `json:"intensity"` // their mean score, −10…+10; 0 where there was none yet
}

// reading tells the rate: the faded events over the days that fading leaves of
// an endless history. A tie or a track that is a day old has not had thirty
// times its events in thirty days.
func (s *side) reading(p *Parameters) Side {
	if s.events == 0 {
		return Side{}
	}
	return Side{Rate: 30 * s.recent * (1 - p.ContactKeep), Intensity: s.sum / s.events}
}
