package syntax

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
)

// Report says how well and how fast an analyzer does on a treebank. Shares
// are between 0 and 1; the first figures take the treebank's own tokens,
// those under Raw take the bare text.
type Report struct {
	Sentences int `json:"sentences"`
	Words     int `json:"words"`

	UPOS  float64 `json:"upos"`
	XPOS  float64 `json:"xpos"`
	Lemma float64 `json:"lemma"`
	UAS   float64 `json:"uas"` // right governor, punctuation counted
	LAS   float64 `json:"las"` // right governor and relation

	UASNoPunct float64 `json:"uas_nopunct"`
	LASNoPunct float64 `json:"las_nopunct"`

	// Relations gives precision, recall and F1 of the relations that
	// coding of events lives on, governor included.
	Relations map[string]Found `json:"relations"`

	Raw RawReport `json:"raw"`

	// TokensPerSecond is measured on one core over the bare text:
	// splitting, tagging, parsing and lemmas together.
	TokensPerSecond float64 `json:"tokens_per_s"`

	// Errors are the words whose governor or relation is wrong on gold
	// tokens, in the order of the treebank.
	Errors []Error `json:"-"`
}

// Error is one word with a wrong governor or relation.
type Error struct {
	Sentence    string // its id
	Word        int    // from 1, as in the treebank
	Form        string
	Gold, Found string // relation and governor: "nsubj of agreed (2)", or "root"
	Text        string // of the sentence
}

// Found is the accuracy of one relation.
type Found struct {
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
	Gold      int     `json:"gold"`
}

// RawReport gives F1 figures on text without gold tokens or sentences; a word
// counts if it covers the same bytes as a gold word.
type RawReport struct {
	Tokens    float64 `json:"tokens_f1"`
	Sentences float64 `json:"sentences_f1"`
	UPOS      float64 `json:"upos_f1"`
	UAS       float64 `json:"uas_f1"`
	LAS       float64 `json:"las_f1"`
}

// reported are the relations in a Report.
var reported = []string{"nsubj", "nsubj:pass", "obj", "obl", "conj", "ccomp", "xcomp", "appos"}

// Write prints the report as a table.
func (r *Report) Write(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "%d sentences, %d words, %.0f tokens a second\n\n", r.Sentences, r.Words, r.TokensPerSecond)
	fmt.Fprintf(b, "%-12s %8s %8s\n", "percent", "gold", "raw text")
	row := func(name string, values ...float64) {
		fmt.Fprintf(b, "%-12s", name)
		for _, v := range values {
			if v < 0 {
				fmt.Fprintf(b, " %8s", "")
				continue
			}
			fmt.Fprintf(b, " %8.2f", 100*v)
		}
		b.WriteByte('\n')
	}
	row("tokens", -1, r.Raw.Tokens)
	row("sentences", -1, r.Raw.Sentences)
	row("UPOS", r.UPOS, r.Raw.UPOS)
	row("XPOS", r.XPOS)
	row("lemma", r.Lemma)
	row("UAS", r.UAS, r.Raw.UAS)
	row("LAS", r.LAS, r.Raw.LAS)
	row("UAS words", r.UASNoPunct)
	row("LAS words", r.LASNoPunct)
	fmt.Fprintf(b, "\n%-12s %8s %8s %8s %8s\n", "relation", "prec.", "recall", "F1", "number")
	for _, name := range slices.Sorted(slices.Values(reported)) {
		f := r.Relations[name]
		fmt.Fprintf(b, "%-12s %8.2f %8.2f %8.2f %8d\n", name, 100*f.Precision, 100*f.Recall, 100*f.F1, f.Gold)
	}
	return b.Flush()
}

// WriteJSON prints the report as one object.
func (r *Report) WriteJSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", " ")
	return enc.Encode(r)
}

// WriteErrors lists every word with a wrong governor or relation, with what
// stands in the treebank and what was found instead.
func (r *Report) WriteErrors(w io.Writer) error {
	b := bufio.NewWriter(w)
	for _, e := range r.Errors {
		fmt.Fprintf(b, "== %s: %s (%d)\n    want   %s\n    found  %s\n    words  %s\n\n", e.Sentence, e.Form, e.Word, e.Gold, e.Found, e.Text)
	}
	return b.Flush()
}
