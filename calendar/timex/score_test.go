package timex

import (
	"errors"
	"os"
	"strings"
	"testing"
)

const timeML = `<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2015-04-17" functionInDocument="CREATION_TIME">April 17, 2015</TIMEX3></DCT>
<TEXT>
The two <EVENT eid="e1">agreed</EVENT> <TIMEX3 tid="t1" type="DATE" value="2015-04-16">Thursday</TIMEX3> to go on
for <TIMEX3 tid="t2" type="DURATION" value="P3Y">three years</TIMEX3> &amp; met
<TIMEX3 tid="t3" type="DATE" value="2014-03">last month</TIMEX3>. They are friends
<TIMEX3 tid="t4" type="DATE" value="PRESENT_REF">by and by</TIMEX3>, in 1998.
</TEXT>
</TimeML>`

func read(t *testing.T, text string) Document {
	t.Helper()
	d, err := Read(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestTimeMLIsReadWithOffsetsIntoItsText(t *testing.T) {
	d := read(t, timeML)
	if got := d.Published.Format("2006-01-02"); got != "2015-04-17" {
		t.Errorf("published %s", got)
	}
	var words []string
	for _, m := range d.Marks {
		words = append(words, d.Text[m.Start:m.End])
	}
	if got := strings.Join(words, "|"); got != "Thursday|three years|last month|by and by" {
		t.Errorf("marks are %q", got)
	}
	if !strings.Contains(d.Text, "three years & met") || strings.Contains(d.Text, "2015") {
		t.Errorf("text is %q", d.Text)
	}
}

func TestTIMEX2MarksMayNest(t *testing.T) {
	d := read(t, `<DOC><DATETIME><TIMEX2 val="2009-12-19T17:00:00">x</TIMEX2></DATETIME><TEXT>On
<TIMEX2 val="1904-02-13TNI">the night of <TIMEX2 val="1904-02-13">13 February</TIMEX2></TIMEX2> it snowed.</TEXT></DOC>`)
	if len(d.Marks) != 2 || d.Text[d.Marks[1].Start:d.Marks[1].End] != "13 February" || d.Published.Hour() != 17 {
		t.Errorf("read %+v", d)
	}
}

func TestDocumentWithoutTextIsAnError(t *testing.T) {
	if _, err := Read(strings.NewReader("<TimeML><DCT/></TimeML>")); !errors.Is(err, ErrNoText) {
		t.Errorf("error %v", err)
	}
	if _, err := ReadDir(t.TempDir()); err == nil {
		t.Error("an empty folder is read without error")
	}
}

func TestScoreCountsExtentsAndValues(t *testing.T) {
	r := Score([]Document{read(t, timeML)})
	// Four annotated; four found: three overlap with the right bounds, of these
	// "last month" has a wrong year in the annotation, and 1998 is too many.
	if r.Gold != 4 || r.Found != 4 || r.StrictF1 != 0.75 || r.RelaxedF1 != 0.75 || r.ValueF1 != 0.5 {
		t.Errorf("report %+v", r)
	}
	want := map[Cause]int{Missed: 1, Spurious: 1, Anchoring: 1}
	for _, c := range r.Causes() {
		if want[c.Cause] != c.Count {
			t.Errorf("%s: %d errors, want %d", c.Cause, c.Count, want[c.Cause])
		}
		delete(want, c.Cause)
	}
	if len(want) > 0 {
		t.Errorf("causes not counted: %v", want)
	}
}

// TestScoreOnAnnotatedTexts guards the figures of calendar/README.md.
func TestScoreOnAnnotatedTexts(t *testing.T) {
	for _, set := range []struct {
		dir            string
		relaxed, value float64
	}{
		{"../../../shared/data/time/timebank", 0.935, 0.815},
		{"../../../shared/data/time/wikiwars", 0.93, 0.84},
	} {
		if _, err := os.Stat(set.dir); err != nil {
			t.Skipf("the annotated texts are not here: %v", err)
		}
		documents, err := ReadDir(set.dir)
		if err != nil {
			t.Fatal(err)
		}
		r := Score(documents)
		t.Logf("%s: strict %.3f, relaxed %.3f (P %.3f, R %.3f), value %.3f (accuracy %.3f), type %.3f; %v", set.dir,
			r.StrictF1, r.RelaxedF1, r.RelaxedPrecision, r.RelaxedRecall, r.ValueF1, r.ValueAccuracy, r.TypeF1, r.Causes())
		if r.RelaxedF1 < set.relaxed || r.ValueF1 < set.value {
			t.Errorf("%s: relaxed F1 %.3f, value F1 %.3f; want %.3f, %.3f", set.dir, r.RelaxedF1, r.ValueF1, set.relaxed, set.value)
		}
	}
}
