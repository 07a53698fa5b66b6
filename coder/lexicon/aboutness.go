package lexicon

import "strconv"

// Evidence is something that speaks for an article's being about a state, or
// against it.
type Evidence int

// The evidence of aboutness.tsv.
const (
	Prior         Evidence = iota // 1 for every state that is told in any way
	Dateline                      // 1 where the dateline lies in it
	DatelineAlone                 // 1 where it does and the title names no other state
	TitleName                     // 1 where the title names it
	TitleSign                     // 1 where a sign of it stands in the title
	LeadName                      // 1 where the first sentence names it
	LeadSign                      // 1 where a sign of it stands in the first sentence
	Names                         // log2(1 + how often it is named)
	Forms                         // log2(1 + how many firms have its forms)
	TitleOthers                   // how many other states the title names, at most 3
	States                        // log2(1 + how many states are named)
	EvidenceKinds                 // how many kinds there are
)

var evidenceNames = [EvidenceKinds]string{"prior", "dateline", "dateline alone", "title name", "title sign", "lead name",
	"lead sign", "names", "forms", "title others", "states"}

// String gives the evidence as aboutness.tsv writes it.
func (e Evidence) String() string { return evidenceNames[e] }

// Weights is what each kind of evidence counts.
type Weights [EvidenceKinds]float64

// Aboutness weighs evidence, apart for texts with and without a dateline:
// without one the names must tell what the place of writing would.
type Aboutness struct{ Datelined, Plain Weights }

// aboutnessOf reads a row for each kind of evidence, in order.
func aboutnessOf(rows []row) (Aboutness, error) {
	var a Aboutness
	for i, r := range rows {
		if len(r.cells) != 3 || i >= len(evidenceNames) || r.cells[0] != evidenceNames[i] {
			return a, r.errorf("want evidence, datelined, without; the evidence in this order: %q", evidenceNames)
		}
		for j, w := range []*float64{&a.Datelined[i], &a.Plain[i]} {
			v, err := strconv.ParseFloat(r.cells[1+j], 64)
			if err != nil {
				return a, r.errorf("weight %q is no number", r.cells[1+j])
			}
			*w = v
		}
	}
	if len(rows) != len(evidenceNames) {
		return a, row{file: "aboutness.tsv"}.errorf("%d rows, want one for each of %q", len(rows), evidenceNames)
	}
	return a, nil
}
