package store

import (
	"slices"
	"strings"

	"entente/record"
)

// PairOf is two countries, A before B in the alphabet.
type PairOf struct{ A, B string }

// Pair puts two countries in the order in which the tables hold them.
func Pair(a, b string) (string, string) {
	if b < a {
		return b, a
	}
	return a, b
}

// pairsOf gives the pairs of countries that an event joins, each once and
// sorted: every actor with every recipient; where there is no recipient (a
// meeting, an agreement) the actors with one another. Who belongs to a country
// counts for it, whatever the sector.
func pairsOf(e *record.Event, dst []PairOf) []PairOf {
	dst = dst[:0]
	if len(e.Recipients) == 0 {
		for i := range e.Actors {
			for j := range i {
				dst = appendPair(dst, &e.Actors[i], &e.Actors[j])
			}
		}
	}
	for i := range e.Actors {
		for j := range e.Recipients {
			dst = appendPair(dst, &e.Actors[i], &e.Recipients[j])
		}
	}
	slices.SortFunc(dst, func(x, y PairOf) int {
		if x.A != y.A {
			return strings.Compare(x.A, y.A)
		}
		return strings.Compare(x.B, y.B)
	})
	return slices.Compact(dst)
}

func appendPair(dst []PairOf, p, q *record.Participant) []PairOf {
	a, b := Side(p), Side(q)
	if a == "" || b == "" || a == b {
		return dst
	}
	a, b = Pair(a, b)
	return append(dst, PairOf{a, b})
}

// Side is whom a participant stands for in a tie: its country, or the United
// Nations or the European Union; "" for nobody.
func Side(p *record.Participant) string {
	if p.Country != nil {
		return *p.Country
	}
	if p.ID == "UNO" || p.ID == "EUR" {
		return p.ID
	}
	return ""
}
