package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/synctest"

	"entente/coder"
	"entente/record"
)

var knowledge = sync.OnceValues(coder.Load)

func loaded(t *testing.T) *coder.Knowledge {
	t.Helper()
	k, err := knowledge()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// lines is a source of n articles of very different length, ids a0, a1, ….
func lines(n int) Source {
	var b strings.Builder
	for i := range n {
		body := strings.Repeat("Norway and Finland signed a treaty on Tuesday. ", 1+i%7*i%13)
		fmt.Fprintf(&b, `{"id":"a%d","title":"Norway and Finland sign treaty","published":"2011-05-04","text":%q}`+"\n", i, body)
	}
	return source("lines", b.String())
}

func source(name, text string) Source {
	return Source{Name: name, Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }}
}

func TestResultsComeInTheOrderOfTheInput(t *testing.T) {
	k := loaded(t)
	for _, jobs := range []int{0, 1, 4} {
		next := 0
		err := Run(t.Context(), k, []Source{lines(100), lines(20)}, Options{Jobs: jobs}, func(res Result) bool {
			if res.Err != nil {
				t.Fatal(res.Err)
			}
			if want := fmt.Sprintf("a%d", next%100); res.Article.ID != want || res.Record.Article.ID != want {
				t.Errorf("%d jobs: result %d is %s, want %s", jobs, next, res.Article.ID, want)
			}
			next++
			return true
		})
		if err != nil || next != 120 {
			t.Errorf("%d jobs: %d results, error %v", jobs, next, err)
		}
	}
}

func TestAFailedSourceIsToldInItsPlaceAndTheRestGoesOn(t *testing.T) {
	dir := t.TempDir()
	good := filepath.Join(dir, "good.txt")
	if err := os.WriteFile(good, []byte("Norway and Finland sign treaty\n\nNorway and Finland signed a treaty on Tuesday."), 0o644); err != nil {
		t.Fatal(err)
	}
	missing := filepath.Join(dir, "missing.txt")
	var got []string
	err := Run(t.Context(), loaded(t), Files([]string{good, missing, dir, "-", good}, strings.NewReader("")), Options{Jobs: 2}, func(res Result) bool {
		got = append(got, fmt.Sprintf("%s %t", filepath.Base(res.Source), res.Err == nil))
		if res.Err != nil && !strings.Contains(res.Err.Error(), res.Source) {
			t.Errorf("the error does not name %s: %v", res.Source, res.Err)
		}
		return true
	})
	want := []string{"good.txt true", "missing.txt false", filepath.Base(dir) + " false", "standard input false", "good.txt true"}
	if err != nil || strings.Join(got, ", ") != strings.Join(want, ", ") {
		t.Errorf("got %v, want %v; error %v", got, want, err)
	}
}

func TestAnOverlongArticleIsRefusedAndTheNextIsCoded(t *testing.T) {
	long := fmt.Sprintf(`{"id":"long","title":"T","text":%q}`+"\n", strings.Repeat("Word after word. ", maxArticle/16))
	var errs, coded int
	err := Run(t.Context(), loaded(t), []Source{source("long", long), lines(1)}, Options{}, func(res Result) bool {
		if res.Err != nil {
			errs++
		} else {
			coded++
		}
		return true
	})
	if err != nil || errs != 1 || coded != 1 {
		t.Errorf("%d errors, %d coded, error %v", errs, coded, err)
	}
}

func TestTheConsumerCanStopEarly(t *testing.T) {
	n := 0
	err := Run(t.Context(), loaded(t), []Source{lines(500)}, Options{Jobs: 2}, func(Result) bool { n++; return n < 3 })
	if err != nil || n != 3 {
		t.Errorf("%d results, error %v", n, err)
	}
}

func TestTheEndOfTheContextEndsTheRun(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	n := 0
	err := Run(ctx, loaded(t), []Source{lines(500)}, Options{Jobs: 2}, func(Result) bool {
		if n++; n == 3 {
			cancel()
		}
		return true
	})
	if !errors.Is(err, context.Canceled) || n == 500 {
		t.Errorf("%d results, error %v", n, err)
	}
}

func TestEveryEventIsExplained(t *testing.T) {
	err := Run(t.Context(), loaded(t), []Source{lines(1)}, Options{Explain: true}, func(res Result) bool {
		if len(res.Explanations) == 0 || len(res.Explanations) != len(res.Record.Events) {
			t.Errorf("%d explanations of %d events", len(res.Explanations), len(res.Record.Events))
		}
		return true
	})
	if err != nil {
		t.Error(err)
	}
}

func TestSameBytesWhateverTheNumberOfWorkers(t *testing.T) {
	k := loaded(t)
	var first []*record.Record
	for _, jobs := range []int{1, 3} {
		i := 0
		err := Run(t.Context(), k, []Source{lines(30)}, Options{Jobs: jobs}, func(res Result) bool {
			if jobs == 1 {
				first = append(first, res.Record)
			} else if a, b := fmt.Sprintf("%+v", res.Record.Events[0].Evidence), fmt.Sprintf("%+v", first[i].Events[0].Evidence); a != b {
				t.Errorf("article %d: %s, with one worker %s", i, a, b)
			}
			i++
			return true
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestMeasureCountsWhatItReads(t *testing.T) {
	called := 0
	s, err := Measure(t.Context(), loaded(t), []Source{lines(10), source("empty", "")}, Options{Jobs: 2}, func(*Speed) { called++ })
	if err != nil {
		t.Fatal(err)
	}
	if s.Articles != 10 || s.Failed != 1 || s.Sentences == 0 || s.Events == 0 || called != 10 {
		t.Errorf("got %+v, progress called %d times", s, called)
	}
	if !strings.Contains(s.String(), "failed") {
		t.Errorf("failures are not shown:\n%s", s)
	}
}

func TestLoadLetsAHeavyTextThroughAlone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLoad(10)
		if !l.take(25) {
			t.Fatal("a text heavier than the capacity was refused")
		}
		through := make(chan bool, 1)
		go func() { through <- l.take(3) }()
		synctest.Wait()
		if len(through) > 0 {
			t.Fatal("a second text was let through beside it")
		}
		l.put(25)
		if !<-through {
			t.Error("the second text was refused")
		}
		go func() { through <- l.take(10) }()
		synctest.Wait()
		l.close()
		if <-through {
			t.Error("a text was let through after the end")
		}
	})
}
