package atlas

import (
	"strings"
	"testing"
	"time"
)

const benchText = `South Korea and Japan Thursday agreed to make efforts to improve ties amid a deepening chasm caused by their troubled
shared history . The agreement was made at a trilateral meeting also involving the United States here as the three countries
concurred to bolster cooperation , said U.S. Deputy Secretary of State Tony Blinken with South Korean Vice Foreign Minister Cho Tae -
yong and Japanese Vice Foreign Minister Akitaka Saiki . Frayed relations between the two allies have been a key cause for concern for
the U.S. as it seeks to bolster three - way security cooperation as a key pillar for President Barack Obama 's " pivot to Asia , " aimed
in part at keeping a rising China in check .`

func BenchmarkFind(b *testing.B) {
	a, err := Load()
	if err != nil {
		b.Fatal(err)
	}
	forms := strings.Fields(benchText)
	dst := a.Find(forms, nil)
	b.ReportAllocs()
	for b.Loop() {
		dst = a.Find(forms, dst[:0])
	}
	b.ReportMetric(float64(b.N*len(forms))/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := build(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBearers(b *testing.B) {
	a, err := Load()
	if err != nil {
		b.Fatal(err)
	}
	on := time.Date(2015, 4, 17, 0, 0, 0, 0, time.UTC)
	b.ReportAllocs()
	for b.Loop() {
		a.Bearers("Kim", on)
	}
}

func TestFindAllocatesNothing(t *testing.T) {
	a, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	forms := strings.Fields(benchText)
	dst := a.Find(forms, nil)
	if n := testing.AllocsPerRun(20, func() { dst = a.Find(forms, dst[:0]) }); n != 0 {
		t.Errorf("%v allocations a sentence, want none", n)
	}
}
