package timex

import (
	"os"
	"testing"
)

func TestScoreOnAnnotatedTexts(t *testing.T) {
	for _, set := range []struct {
		dir            string
		relaxed, value float64
	}{
		{"../../../shared/data/time/timebank", 0.5, 0.4},
		{"../../../shared/data/time/wikiwars", 0.5, 0.4},
	} {
		if _, err := os.Stat(set.dir); err != nil {
			t.Skipf("annotated texts are not here: %v", err)
		}
		documents, err := ReadDir(set.dir)
		if err != nil {
			t.Fatal(err)
		}
		r := Score(documents)
		t.Logf("%s: strict %.3f relaxed %.3f (P %.3f R %.3f) value %.3f accuracy %.3f type %.3f %v", set.dir, r.StrictF1, r.RelaxedF1,
			r.RelaxedPrecision, r.RelaxedRecall, r.ValueF1, r.ValueAccuracy, r.TypeF1, r.Causes())
		if out := os.Getenv("TIMEX_ERRORS"); out != "" {
			f, _ := os.OpenFile(out, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
			for _, e := range r.Errors {
				f.WriteString(e.String() + "\n")
			}
			f.Close()
		}
		if r.RelaxedF1 < set.relaxed || r.ValueF1 < set.value {
			t.Errorf("%s: relaxed F1 %.3f, value F1 %.3f; want %.2f, %.2f", set.dir, r.RelaxedF1, r.ValueF1, set.relaxed, set.value)
		}
	}
}
