package timex

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// meanings say in the table what each cause is.
var meanings = map[Cause]string{
	Missed:    "annotated, nothing found",
	Spurious:  "found, nothing annotated",
	Extent:    "found with other bounds",
	Class:     "another class: DATE, TIME, DURATION, SET",
	Grain:     "value in another unit",
	Anchoring: "value in the right unit, of another day, month or year",
	Amount:    "another length or recurrence",
	Vagueness: "a vague reference for a value, or the other way round",
	NoValue:   "the annotation gives no value",
}

// Write prints a table: extents the same, extents overlapping, values and
// classes, then how many errors each cause has.
func (r Report) Write(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "%d documents, %d expressions annotated, %d found\n\n", r.Documents, r.Gold, r.Found)
	fmt.Fprintf(b, "%-10s %6s %6s %6s\n", "", "prec.", "recall", "F1")
	row := func(name string, precision, recall, f1 float64) {
		fmt.Fprintf(b, "%-10s %6.3f %6.3f %6.3f\n", name, precision, recall, f1)
	}
	row("strict", r.StrictPrecision, r.StrictRecall, r.StrictF1)
	row("relaxed", r.RelaxedPrecision, r.RelaxedRecall, r.RelaxedF1)
	row("value", r.ValuePrecision, r.ValueRecall, r.ValueF1)
	row("type", r.TypePrecision, r.TypeRecall, r.TypeF1)
	fmt.Fprintf(b, "\n%.3f of the expressions found have the right value\n", r.ValueAccuracy)
	if len(r.Errors) > 0 {
		fmt.Fprintf(b, "\ncauses of errors\n")
	}
	for _, c := range r.Causes() {
		fmt.Fprintf(b, "%5d  %-10s  %s\n", c.Count, c.Cause, meanings[c.Cause])
	}
	return b.Flush()
}

// WriteJSON prints the figures as one object, with the errors by cause.
func (r Report) WriteJSON(w io.Writer) error {
	causes := map[Cause]int{} // every cause is there, so that readers need not ask
	for cause := range meanings {
		causes[cause] = 0
	}
	for _, c := range r.Causes() {
		causes[c.Cause] = c.Count
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", " ")
	return enc.Encode(struct {
		Report
		Causes map[Cause]int `json:"causes"`
	}{r, causes})
}

// WriteErrors lists every error: its cause, what is annotated and what was
// found instead, with the words around.
func (r Report) WriteErrors(w io.Writer) error {
	b := bufio.NewWriter(w)
	for _, e := range r.Errors {
		fmt.Fprintf(b, "== %s: %s\n    want   %s\n    found  %s\n    words  %s\n\n", e.Document, e.Cause,
			expression(e.Gold, e.Value), expression(e.Found, e.Got), strings.Join(strings.Fields(e.Context), " "))
	}
	return b.Flush()
}

// expression shows words with their value.
func expression(words, value string) string {
	if words == "" {
		return "nothing"
	}
	if value == "" {
		value = "no value"
	}
	return fmt.Sprintf("%q %s", strings.Join(strings.Fields(words), " "), value)
}
