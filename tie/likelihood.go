package tie

import (
	"math"

	"entente/calendar"
)

// ShareScore is the log likelihood of the daily numbers of conflictual among
// the scored events, each day foretold from those before: beta–binomial. It
// is what the parameters of the share are fitted by.
func (p *Parameters) ShareScore(days []Day) float64 {
	sum := 0.0
	s := newShare(p)
	var last calendar.Day
	for i := range days {
		d := &days[i]
		if d.Scored == 0 {
			continue
		}
		if i > 0 {
			s.weight = max(s.weight*math.Pow(p.ShareKeep, float64(d.Day-last)), p.ShareWeight)
		}
		last = d.Day
		// Not knowing the share and the likeness of a day's events both spread
		// the count.
		known := max(s.weight*p.ShareKeepEvent, p.ShareWeight)
		alike := 1 - (1-p.ShareAlike)*(1-1/(known+1))
		weight := 1/alike - 1
		sum += betaBinomial(d.Scored, d.Conflict, weight*s.mean, weight*(1-s.mean))
		s.see(p, d.Scored, d.Conflict)
	}
	return sum
}

func betaBinomial(n, k int, a, b float64) float64 {
	return logBeta(float64(k)+a, float64(n-k)+b) - logBeta(a, b)
}

func logBeta(a, b float64) float64 { return logGamma(a) + logGamma(b) - logGamma(a+b) }

func logGamma(x float64) float64 {
	v, _ := math.Lgamma(x)
	return v
}

// contactAhead is over how many days contact is foretold for its fit. The day
// after a busy one is busy for the same piece of news; how the two countries
// deal with each other shows over weeks.
const contactAhead = 30

// ContactScore is the log likelihood of the numbers of events in spans of 30
// days that begin every 15 days, until last, each foretold from before it:
// negative binomial.
func (p *Parameters) ContactScore(days []Day, last calendar.Day) float64 {
	sum := 0.0
	var c contact
	for i, day := 0, days[0].Day; day+contactAhead <= last; day++ {
		events := 0
		if i < len(days) && days[i].Day == day {
			events = days[i].Events
			i++
		}
		c.pass(p, events)
		if int(day-days[0].Day)%(contactAhead/2) != 0 {
			continue
		}
		coming := 0
		for j := i; j < len(days) && days[j].Day <= day+contactAhead; j++ {
			coming += days[j].Events
		}
		yearly := (float64(c.sum) + 0.5) / float64(c.filled)
		known := c.recent + p.ContactPrior
		mean := contactAhead * known / (c.days + p.ContactPrior/yearly)
		sum += negativeBinomial(coming, mean, p.clump(yearly)*mean*(1+mean/known))
	}
	return sum
}

// negativeBinomial is the log probability of n under a mean and a larger
// variance.
func negativeBinomial(n int, mean, variance float64) float64 {
	size := mean * mean / max(variance-mean, 1e-9)
	none := size * math.Log(size/(size+mean))
	if n == 0 {
		return none
	}
	k := float64(n)
	return logGamma(k+size) - logGamma(size) - logGamma(k+1) + none + k*math.Log(mean/(size+mean))
}

// ArrivalScore is the log likelihood of which days up to last had scored
// events.
func (p *Parameters) ArrivalScore(days []Day, last calendar.Day) float64 {
	sum := 0.0
	a := newArrival(p)
	for i, day := 0, days[0].Day; day <= last; day++ {
		scored := 0
		if i < len(days) && days[i].Day == day {
			scored = days[i].Scored
			i++
		}
		if probability := a.hits / a.days; day > days[0].Day {
			if scored == 0 {
				probability = 1 - probability
			}
			sum += math.Log(max(probability, 1e-12))
		}
		a.pass(p, scored)
	}
	return sum
}
