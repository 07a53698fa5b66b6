package timex

import (
	"runtime"
	"sort"
	"sync"
	"sync/atomic"

	"entente/calendar"
)

// Report holds the figures of one run; all are fractions between 0 and 1.
type Report struct {
	Documents       int     `json:"documents"`
	Gold            int     `json:"gold"`
	Found           int     `json:"found"`
	StrictPrecision float64 `json:"strict_precision"`
	StrictRecall    float64 `json:"strict_recall"`
	StrictF1        float64 `json:"strict_f1"`
	// Relaxed counts every overlap as found.
	RelaxedPrecision float64 `json:"relaxed_precision"`
	RelaxedRecall    float64 `json:"relaxed_recall"`
	RelaxedF1        float64 `json:"relaxed_f1"`
	// Value counts expressions that overlap and have the right value;
	// ValueAccuracy is the share of right values among those that overlap.
	ValuePrecision float64 `json:"value_precision"`
	ValueRecall    float64 `json:"value_recall"`
	ValueF1        float64 `json:"value_f1"`
	ValueAccuracy  float64 `json:"value_accuracy"`
	// Type is the same for the class (DATE, TIME, DURATION, SET).
	TypePrecision float64 `json:"type_precision"`
	TypeRecall    float64 `json:"type_recall"`
	TypeF1        float64 `json:"type_f1"`

	Errors []Error `json:"-"`
}

// Error is one difference between the annotation and what was found.
type Error struct {
	Document string
	Cause    Cause
	Gold     string // text of the annotation, empty where there is none
	Value    string // its value
	Found    string // text found
	Got      string // value found
	Context  string // the words around
}

// Cause groups errors by what would mend them.
type Cause string

// The causes, from the grammar to the resolution.
const (
	Missed    Cause = "missed"     // annotated, nothing found
	Spurious  Cause = "spurious"   // found, nothing annotated
	Extent    Cause = "extent"     // found with other bounds
	Class     Cause = "class"      // another class
	Grain     Cause = "grain"      // value in another unit: 1988-Q3 instead of 1988
	Anchoring Cause = "anchoring"  // right unit, wrong place: the other year, week, day
	Amount    Cause = "amount"     // wrong length or recurrence
	Vagueness Cause = "vagueness"  // a reference (PAST_REF) for a value or the other way round
	NoValue   Cause = "annotation" // the annotator gave no value
)

// Score reads the documents with package calendar and compares, on all
// processor cores; the report does not depend on how many there are.
func Score(documents []Document) Report {
	each := make([]counts, len(documents))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(documents)) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(documents); i = int(next.Add(1)) - 1 {
				each[i].document(&documents[i])
			}
		})
	}
	workers.Wait()
	var all counts
	for i := range each {
		all.add(&each[i])
	}
	return all.report(len(documents))
}

// Finding is one expression with its value in context.
type Finding struct {
	Start, End   int
	Class, Value string
}

// Annotate finds the expressions of a text and gives each its TIMEX3 value, the
// interval last spoken of carried along.
func Annotate(d *Document) []Finding {
	found := calendar.Find(d.Text)
	anchor := calendar.Anchor{Published: d.Published, Narrative: calendar.IsNarrative(found, d.Published)}
	var out []Finding
	for _, e := range found {
		class, value := e.Timex(anchor)
		anchor.Follow(e)
		if class != "" {
			out = append(out, Finding{e.Start, e.End, class, value})
		}
	}
	return out
}

// counts of true findings, by how much of them must be right.
type counts struct {
	gold, found                             int
	strict, overlap, valueRight, classRight int
	errors                                  []Error
}

func (c *counts) add(o *counts) {
	c.gold += o.gold
	c.found += o.found
	c.strict += o.strict
	c.overlap += o.overlap
	c.valueRight += o.valueRight
	c.classRight += o.classRight
	c.errors = append(c.errors, o.errors...)
}

func (c *counts) document(d *Document) {
	found := Annotate(d)
	c.gold += len(d.Marks)
	c.found += len(found)
	taken := make([]bool, len(found))
	for _, m := range d.Marks {
		k := best(m, found, taken)
		if k < 0 {
			c.fail(d, Missed, &m, nil)
			continue
		}
		taken[k] = true
		c.compare(d, &m, &found[k])
	}
	for k := range found {
		if !taken[k] {
			c.fail(d, Spurious, nil, &found[k])
		}
	}
}

// best picks the untaken finding that overlaps a mark, one with the same extent
// before others.
func best(m Mark, found []Finding, taken []bool) int {
	k := -1
	for i, f := range found {
		if taken[i] || f.End <= m.Start || f.Start >= m.End {
			continue
		}
		if f.Start == m.Start && f.End == m.End {
			return i
		}
		if k < 0 {
			k = i
		}
	}
	return k
}

func (c *counts) compare(d *Document, m *Mark, f *Finding) {
	c.overlap++
	if m.Start == f.Start && m.End == f.End {
		c.strict++
	} else {
		c.fail(d, Extent, m, f)
	}
	if m.Class == "" || m.Class == f.Class {
		c.classRight++
	} else {
		c.fail(d, Class, m, f)
	}
	if m.Value == "" {
		c.fail(d, NoValue, m, f)
		return
	}
	if m.Value == f.Value {
		c.valueRight++
		return
	}
	c.fail(d, causeOf(m.Value, f.Value), m, f)
}

// causeOf compares two unequal values.
func causeOf(gold, got string) Cause {
	switch {
	case isReference(gold) != isReference(got):
		return Vagueness
	case gold != "" && gold[0] == 'P' && !isReference(gold) || got != "" && got[0] == 'P' && !isReference(got):
		return Amount
	case shape(gold) == shape(got):
		return Anchoring
	}
	return Grain
}

func isReference(v string) bool {
	return v == "PAST_REF" || v == "PRESENT_REF" || v == "FUTURE_REF"
}

// shape replaces figures, so that values of one unit look alike.
func shape(v string) string {
	b := []byte(v)
	for i, c := range b {
		if '0' <= c && c <= '9' {
			b[i] = '0'
		}
	}
	return string(b)
}

func (c *counts) fail(d *Document, cause Cause, m *Mark, f *Finding) {
	e := Error{Document: d.Name, Cause: cause}
	start, end := 0, 0
	if m != nil {
		e.Gold, e.Value = d.Text[m.Start:m.End], m.Value
		start, end = m.Start, m.End
	}
	if f != nil {
		e.Found, e.Got = d.Text[f.Start:f.End], f.Value
		start, end = f.Start, f.End
	}
	e.Context = d.Text[max(0, start-40):min(len(d.Text), end+40)]
	c.errors = append(c.errors, e)
}

func (c *counts) report(documents int) Report {
	r := Report{Documents: documents, Gold: c.gold, Found: c.found, Errors: c.errors}
	r.StrictPrecision, r.StrictRecall, r.StrictF1 = f1(c.strict, c.found, c.gold)
	r.RelaxedPrecision, r.RelaxedRecall, r.RelaxedF1 = f1(c.overlap, c.found, c.gold)
	r.ValuePrecision, r.ValueRecall, r.ValueF1 = f1(c.valueRight, c.found, c.gold)
	r.TypePrecision, r.TypeRecall, r.TypeF1 = f1(c.classRight, c.found, c.gold)
	if c.overlap > 0 {
		r.ValueAccuracy = float64(c.valueRight) / float64(c.overlap)
	}
	return r
}

func f1(right, found, gold int) (precision, recall, f float64) {
	if found > 0 {
		precision = float64(right) / float64(found)
	}
	if gold > 0 {
		recall = float64(right) / float64(gold)
	}
	if precision+recall > 0 {
		f = 2 * precision * recall / (precision + recall)
	}
	return precision, recall, f
}

// Causes counts the errors by cause, the most frequent first.
func (r Report) Causes() []CauseCount {
	byCause := make(map[Cause]int)
	for _, e := range r.Errors {
		byCause[e.Cause]++
	}
	var out []CauseCount
	for cause, n := range byCause {
		out = append(out, CauseCount{cause, n})
	}
	sort.Slice(out, func(i, j int) bool {
		if out[i].Count != out[j].Count {
			return out[i].Count > out[j].Count
		}
		return out[i].Cause < out[j].Cause
	})
	return out
}

// CauseCount is the number of errors of one cause.
type CauseCount struct {
	Cause Cause
	Count int
}
