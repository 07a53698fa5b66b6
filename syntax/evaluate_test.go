package syntax

import (
	"errors"
	"os"
	"strings"
	"testing"

	"entente/syntax/conllu"
)

const smallBank = `# newdoc id = a
# sent_id = a-1
1	Japan	Japan	PROPN	NNP	_	2	nsubj	_	_
2	agreed	agree	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

# newpar
# sent_id = a-2
1	China	China	PROPN	NNP	_	2	nsubj	_	_
2	objected	object	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

`

func TestAReportCountsWhatIsRight(t *testing.T) {
	bank, err := conllu.Read(strings.NewReader(smallBank), "small")
	if err != nil {
		t.Fatal(err)
	}
	r := Evaluate(loaded(t), Accurate, bank)
	if r.Sentences != 2 || r.Words != 6 {
		t.Errorf("%d sentences, %d words", r.Sentences, r.Words)
	}
	if r.LAS != 1 || r.UPOS != 1 || r.Raw.LAS != 1 || r.Raw.Sentences != 1 || r.Relations["nsubj"].F1 != 1 {
		t.Errorf("two simple sentences were misunderstood: %+v", r)
	}
	var b, table strings.Builder
	if err := errors.Join(r.WriteJSON(&b), r.Write(&table)); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{`"upos":`, `"uas":`, `"las":`, `"las_nopunct":`, `"tokens_per_s":`} {
		if !strings.Contains(b.String(), key) {
			t.Errorf("the report lacks %s", key)
		}
	}
	if !strings.Contains(table.String(), "nsubj:pass") {
		t.Error("the table lacks the relations")
	}
}

func TestErrorsNameSentenceAndGovernors(t *testing.T) {
	// The annotation is wrong here, so that the right analysis is an error.
	wrong := strings.Replace(smallBank, "1	Japan	Japan	PROPN	NNP	_	2	nsubj", "1	Japan	Japan	PROPN	NNP	_	3	obj", 1)
	bank, err := conllu.Read(strings.NewReader(wrong), "small")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := Evaluate(loaded(t), Accurate, bank).WriteErrors(&b); err != nil {
		t.Fatal(err)
	}
	want := "== a-1: Japan (1)\n    want   obj of . (3)\n    found  nsubj of agreed (2)\n    words  Japan agreed.\n\n"
	if b.String() != want {
		t.Errorf("listed\n%swant\n%s", b.String(), want)
	}
}

// TestAccuracyHolds guards against regressions; the bars lie a little below
// the figures in README.md.
func TestAccuracyHolds(t *testing.T) {
	const path = "../../shared/data/treebank/en_ewt-dev.conllu"
	if _, err := os.Stat(path); err != nil {
		t.Skip("needs the treebank in ../shared: ", err)
	}
	bank, err := conllu.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for mode, bars := range map[Mode][4]float64{
		Accurate: {0.953, 0.850, 0.817, 0.780},
		Bulk:     {0.953, 0.845, 0.813, 0.776},
	} {
		r := Evaluate(loaded(t), mode, bank)
		for i, got := range []float64{r.UPOS, r.UAS, r.LAS, r.Raw.LAS} {
			if got < bars[i] {
				t.Errorf("mode %d: %s is %.4f, below %.4f", mode, []string{"UPOS", "UAS", "LAS", "LAS on raw text"}[i], got, bars[i])
			}
		}
	}
}
