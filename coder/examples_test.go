package coder

import (
	"flag"
	"fmt"
	"os"
	"sort"
	"strings"
	"testing"
	"time"

	"entente/article"
	"entente/coder/lexicon"
	"entente/syntax"
)

var misses = flag.String("misses", "", "write the examples that are not coded as expected to this file")

// leastCoded is the share of the lexicon's examples that must come out with
// their type and all their participants. The rest fail by parser error; the
// report lists them.
const leastCoded = 0.5

func TestEveryFrameIsShownByAnExampleThatIsCoded(t *testing.T) {
	know, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	c := New(know, syntax.Accurate)
	var report []string
	right, typed := 0, 0
	perFile := map[string][2]int{}
	for i := range know.Lexicon.Frames {
		f := &know.Lexicon.Frames[i]
		ex, err := lexicon.ParseExample(f.Example)
		if err != nil {
			t.Errorf("%s: %v", f.Source, err)
			continue
		}
		file := f.Source[:strings.IndexByte(f.Source, ':')]
		n := perFile[file]
		n[1]++
		coded := c.prepareExample(ex)
		verdict := compare(ex, coded, string(f.Type))
		if f.Type == "" { // a figurative use
			verdict = ""
			if len(coded.events) > 0 {
				verdict = "coded " + string(coded.events[0].typ)
			}
		}
		if verdict == "" {
			right++
			n[0]++
		} else {
			if !strings.HasPrefix(verdict, "no event") {
				typed++
			}
			report = append(report, fmt.Sprintf("%s\t%s\t%s\t%s\t%s", f.Source, f.Type, verdict, f.Text, f.Example))
		}
		perFile[file] = n
	}
	total := len(know.Lexicon.Frames)
	var files []string
	for f := range perFile {
		files = append(files, f)
	}
	sort.Strings(files)
	for _, f := range files {
		t.Logf("%-14s %4d of %4d", f, perFile[f][0], perFile[f][1])
	}
	t.Logf("%d of %d examples coded with type and participants (%.3f), %d more with the type", right, total, float64(right)/float64(total), typed)
	if *misses != "" {
		if err := os.WriteFile(*misses, []byte(strings.Join(report, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if float64(right) < leastCoded*float64(total) {
		t.Errorf("only %d of %d examples are coded", right, total)
	}
}

func (c *Coder) prepareExample(ex lexicon.Example) *document {
	d := c.prepare(&article.Article{Text: ex.Text,
		Published: article.Time{Time: time.Date(2026, 6, 15, 0, 0, 0, 0, time.UTC)}})
	d.trace = true
	d.code()
	return d
}

// compare tells what is wrong, "" if an event of the type has the marked
// participants in their roles (of a reciprocal one, all together).
func compare(ex lexicon.Example, d *document, typ string) string {
	verdict := "no event"
	var all []string
	for _, e := range d.events {
		all = append(all, string(e.typ))
		if string(e.typ) != typ {
			continue
		}
		if wrong := missing(ex, d, e); wrong != "" {
			if verdict == "no event" {
				verdict = "participants: " + wrong
			}
			continue
		}
		return ""
	}
	if verdict == "no event" {
		for _, r := range d.rejected {
			if string(r.typ) == typ {
				verdict += " (" + r.dropped + ")"
			}
		}
		if len(all) > 0 {
			verdict += " but " + strings.Join(all, ",")
		}
	}
	return verdict
}

func missing(ex lexicon.Example, d *document, e *event) string {
	covers := func(refs []ref, m lexicon.Mark) bool {
		for _, r := range refs {
			if r.m == nil {
				continue
			}
			start, end := r.m.sent.toks[r.m.first].Start, r.m.sent.toks[r.m.last].End
			if start < m.End && m.Start < end {
				return true
			}
		}
		// the same side, told by other words
		for _, o := range d.mentions {
			if at := o.sent.toks[o.head].Start; at >= m.Start && at < m.End {
				for _, p := range o.meant() {
					for _, r := range refs {
						if r.key() == p.key() {
							return true
						}
					}
				}
			}
		}
		return false
	}
	for _, m := range ex.Marks {
		in := e.actors
		if m.Role == lexicon.Recipient {
			in = e.recipients
		}
		if !covers(in, m) && !(covers(append(append([]ref(nil), e.actors...), e.recipients...), m) && len(e.recipients) == 0) {
			return fmt.Sprintf("role %d: %q not in %v → %v", m.Role, ex.Text[m.Start:m.End], keysOfRefs(e.actors), keysOfRefs(e.recipients))
		}
	}
	return ""
}
