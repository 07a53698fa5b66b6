package eval

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
)

// Write prints precision, recall and F1 over all pairs of article and country,
// the most frequent countries, and those that most was wrong with.
func (r *CountriesReport) Write(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "%d articles with places, %d without left out\n\n", r.Articles, r.LeftOut)
	writeTally(b, "countries", r.Countries)
	fmt.Fprintf(b, "%-16s %s\n\n", "all of them", fraction(r.Exact))
	fmt.Fprintf(b, "%-7s %6s %6s %6s %6s %6s\n", "country", "prec.", "recall", "F1", "gold", "found")
	for _, c := range r.most(20, func(t *Tally) int { return t.Gold }) {
		t := r.byCountry[c]
		fmt.Fprintf(b, "%-7s %6.3f %6.3f %6.3f %6d %6d\n", c, t.Precision(), t.Recall(), t.F1(), t.Gold, t.Found)
	}
	fmt.Fprintf(b, "\nmost often missed ")
	for _, c := range r.most(12, missed) {
		fmt.Fprintf(b, "  %s %d", c, missed(r.byCountry[c]))
	}
	fmt.Fprintf(b, "\nmost often false  ")
	for _, c := range r.most(12, falselyFound) {
		fmt.Fprintf(b, "  %s %d", c, falselyFound(r.byCountry[c]))
	}
	b.WriteByte('\n')
	return b.Flush()
}

func missed(t *Tally) int       { return t.Gold - t.Recalled }
func falselyFound(t *Tally) int { return t.Found - t.Right }

// most gives the countries with the largest numbers, at most n, none with 0.
func (r *CountriesReport) most(n int, number func(*Tally) int) []string {
	var out []string
	for c, t := range r.byCountry {
		if number(t) > 0 {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(x, y string) int {
		return cmp.Or(cmp.Compare(number(r.byCountry[y]), number(r.byCountry[x])), cmp.Compare(x, y))
	})
	return out[:min(n, len(out))]
}

// WriteJSON prints the figures as one object.
func (r *CountriesReport) WriteJSON(w io.Writer) error {
	each := map[string]jsonTally{}
	for c, t := range r.byCountry {
		each[c] = tallyJSON(*t)
	}
	return writeObject(w, struct {
		Articles int `json:"articles"`
		jsonTally
		Exact     float64              `json:"exact"`
		Countries map[string]jsonTally `json:"countries"`
	}{r.Articles, tallyJSON(r.Countries), round(r.Exact.Value()), each})
}

// WriteErrors lists every article with a country too many or too few.
func (r *CountriesReport) WriteErrors(w io.Writer) error { return writeMisses(w, r.Misses) }
