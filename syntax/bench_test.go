package syntax

import (
	"testing"
	"time"
)

func benchmarkAnalyze(b *testing.B, mode Mode) {
	a := analyzer(b, mode)
	tokens := 0
	for b.Loop() {
		for _, s := range a.Analyze(newsText) {
			tokens += len(s.Tokens)
		}
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
	b.ReportAllocs()
}

func BenchmarkAnalyzeAccurate(b *testing.B) { benchmarkAnalyze(b, Accurate) }

func BenchmarkAnalyzeBulk(b *testing.B) { benchmarkAnalyze(b, Bulk) }

func BenchmarkDecodeModel(b *testing.B) {
	b.ReportMetric(float64(len(embedded))/1e6, "MB")
	for b.Loop() {
		if _, err := Decode(embedded); err != nil {
			b.Fatal(err)
		}
	}
}

func TestTheModelIsSmallAndLoadsFast(t *testing.T) {
	if len(embedded) > 20_000_000 {
		t.Errorf("the model has %d bytes, more than 20 MB", len(embedded))
	}
	begun := time.Now()
	if _, err := Decode(embedded); err != nil {
		t.Fatal(err)
	}
	if spent := time.Since(begun); spent > 3*time.Second {
		t.Errorf("the model took %v to decode", spent)
	}
}

func TestADamagedModelIsAnError(t *testing.T) {
	for _, packed := range [][]byte{nil, []byte("no model"), embedded[:len(embedded)/2]} {
		if _, err := Decode(packed); err == nil {
			t.Errorf("%d damaged bytes were taken for a model", len(packed))
		}
	}
}
