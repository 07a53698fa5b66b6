package exchange

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"entente/calendar"
	"entente/plover"
	"entente/record"
)

// checkImport imports anything and holds what comes out against what must
// always be true of it.
func checkImport(t interface{ Errorf(string, ...any) }, format string, in []byte) {
	imported, rejected, last := 0, 0, 0
	sum, err := Import(format, "any", bytes.NewReader(in), func(im *Imported, r *Reject) bool {
		switch {
		case (im == nil) == (r == nil):
			t.Errorf("event and reject, or neither")
		case r != nil:
			rejected++
			if r.Reason == "" || r.Line <= 0 || !utf8.ValidString(r.Row) {
				t.Errorf("reject without line and reason: %+v", r)
			}
		default:
			imported++
			if im.Line <= 0 {
				t.Errorf("event without line")
			}
			last = im.Line
			if fault := faultOf(im); fault != "" {
				t.Errorf("line %d: %s: %+v", im.Line, fault, im)
			}
		}
		return true
	})
	if sum.Imported != imported || sum.Rejected != rejected || sum.Rows != imported+rejected || sum.Mended > imported {
		t.Errorf("%d imported, %d rejected, but counted %+v", imported, rejected, sum)
	}
	if err == nil && last > bytes.Count(in, []byte("\n"))+1 && !packed(in) {
		t.Errorf("line %d of %d", last, bytes.Count(in, []byte("\n"))+1)
	}
}

func packed(in []byte) bool {
	return bytes.HasPrefix(in, []byte("PK")) || bytes.HasPrefix(in, []byte{0x1f, 0x8b}) || bytes.HasPrefix(in, []byte{0x28, 0xb5, 0x2f, 0xfd})
}

// faultOf tells what is wrong with an imported event, nothing if nothing is.
func faultOf(im *Imported) string {
	e := &im.Event
	t := plover.Type(e.Type)
	switch {
	case im.ID == "" || e.ID != im.ID:
		return "no id"
	case e.Type != "" && !t.Valid():
		return "unknown type"
	case e.Type == "" && im.Scored, e.Type != "" && e.Score != t.Score(deref(e.Mode)):
		return "wrong score"
	case !t.HasMode(deref(e.Mode)):
		return "unknown mode"
	case e.Quad < 1 || e.Quad > 4:
		return "no quad"
	case len(e.Actors)+len(e.Recipients) == 0:
		return "nobody takes part"
	case e.Date == nil:
		return "no date"
	}
	if _, err := calendar.ParseDay(e.Date.From); err != nil {
		return err.Error()
	}
	for _, c := range e.Contexts {
		if !plover.IsContext(c) {
			return "unknown context"
		}
	}
	for _, p := range append(append([]record.Participant(nil), e.Actors...), e.Recipients...) {
		switch {
		case p.ID == "" || p.Sectors == nil || !utf8.ValidString(p.Name):
			return "participant without id, sectors or with a broken name"
		case p.Country != nil && !isState(*p.Country):
			return "unknown country"
		case len(p.ID) == 3 && p.ID != "UNO" && p.ID != "EUR" && (p.Country == nil || *p.Country != p.ID):
			return "a state without its country"
		}
		for _, s := range p.Sectors {
			if !plover.IsSector(s) {
				return "unknown sector " + s
			}
		}
	}
	return ""
}

// seeds gives the inputs of the golden files of one format.
func seeds(t testing.TB, format string) [][]byte {
	files, _ := filepath.Glob("testdata/import/" + format + "_*.in")
	var list [][]byte
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, raw)
	}
	if len(list) == 0 {
		t.Fatal("no seeds of", format)
	}
	return list
}

func fuzzImport(f *testing.F, format string) {
	for _, s := range seeds(f, format) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in []byte) { checkImport(t, format, in) })
}

func FuzzGDELT(f *testing.F)   { fuzzImport(f, "gdelt") }
func FuzzICEWS(f *testing.F)   { fuzzImport(f, "icews") }
func FuzzPOLECAT(f *testing.F) { fuzzImport(f, "polecat") }
func FuzzPhoenix(f *testing.F) { fuzzImport(f, "phoenix") }
func FuzzACLED(f *testing.F)   { fuzzImport(f, "acled") }

func FuzzUnpack(f *testing.F) {
	for _, packed := range pack(f, []byte("a\tb\n")) {
		f.Add(packed)
	}
	f.Fuzz(func(t *testing.T, in []byte) { checkImport(t, "gdelt", in) })
}

func TestWhateverIsBrokenCountsAddUp(t *testing.T) {
	for _, format := range Formats() {
		t.Run(format, func(t *testing.T) {
			all := seeds(t, format)
			rapid.Check(t, func(t *rapid.T) {
				in := bytes.Clone(rapid.SampledFrom(all).Draw(t, "file"))
				for range rapid.IntRange(0, 20).Draw(t, "faults") {
					at := rapid.IntRange(0, len(in)-1).Draw(t, "at")
					what := rapid.SampledFrom([]string{"\t", "\n", `"`, ";", ",", "\x00", "\xff", "", "; ", "()", "None", "\r\n"}).Draw(t, "what")
					in = append(in[:at], append([]byte(what), in[at+min(1, len(in)-at-1):]...)...)
				}
				checkImport(t, format, in)
			})
		})
	}
}

func TestOverlongRowsAreRejectedAndReadingGoesOn(t *testing.T) {
	good := string(seeds(t, "gdelt")[0])
	good = good[:strings.IndexByte(good, '\n')+1]
	for _, length := range []int{maxRow - 1, maxRow, maxRow + 1, maxRow + 2, maxRow + 3, 3*maxRow + 7} {
		in := good + strings.Repeat("x", length) + "\n" + good
		var lines []string
		sum, err := Import("gdelt", "long", strings.NewReader(in), func(im *Imported, r *Reject) bool {
			if r != nil {
				lines = append(lines, fmt.Sprint("reject ", r.Line))
				if len(r.Row) > maxRow+2 {
					t.Errorf("the whole row of %d bytes is kept", len(r.Row))
				}
			} else {
				lines = append(lines, fmt.Sprint("event ", im.Line))
			}
			return true
		})
		if got := strings.Join(lines, ", "); err != nil || got != "event 1, reject 2, event 3" || sum.Rows != 3 {
			t.Errorf("length %d: %s, %v", length, got, err)
		}
	}
}

func TestAnOpenQuotationMarkCostsOneRow(t *testing.T) {
	head := "event_id_cnty,event_date,event_type,sub_event_type,actor1,inter1,actor2,inter2,country,location,notes\n"
	row := func(id, notes string) string {
		return id + ",2020-01-02,Riots,Mob violence,Rioters (India),5,,,India,Delhi," + notes + "\n"
	}
	for _, after := range []string{"", strings.Repeat(row("x", "plain"), 2000)} {
		in := head + row("a", "plain") + row("b", `"open`) + row("c", "plain") + after
		var events, rejects int
		_, err := Import("acled", "quotes", strings.NewReader(in), func(im *Imported, r *Reject) bool {
			if r != nil {
				rejects++
				if r.Line != 3 {
					t.Errorf("line %d is rejected: %s", r.Line, r.Reason)
				}
			} else {
				events++
			}
			return true
		})
		if want := 2 + strings.Count(after, "\n"); err != nil || events != want || rejects != 1 {
			t.Errorf("%d events and %d rejects, want %d and 1; %v", events, rejects, want, err)
		}
	}
}

func TestYieldStopsTheImport(t *testing.T) {
	n := 0
	sum, err := Import("gdelt", "stop", bytes.NewReader(seeds(t, "gdelt")[1]), func(*Imported, *Reject) bool { n++; return n < 3 })
	if n != 3 || err != nil || sum.Rows != 3 {
		t.Errorf("%d rows, %+v, %v", n, sum, err)
	}
}

func TestAFileOfAnotherKindIsAnErrorThatSaysWhatIsMissing(t *testing.T) {
	for format, in := range map[string]string{
		"icews":   "Some\tother\ttable\n1\t2\t3\n",
		"polecat": "<html>\n",
		"acled":   "event_id_cnty,event_type,sub_event_type,actor1,inter1,actor2,inter2,country,location,notes\n",
	} {
		if _, err := Import(format, "kind", strings.NewReader(in), nil); err == nil || !strings.Contains(err.Error(), "line 1") {
			t.Errorf("%s: %v", format, err)
		}
	}
	if sum, err := Import("icews", "empty", strings.NewReader("\n\n"), nil); err != nil || sum.Rows != 0 {
		t.Error(sum, err)
	}
}
