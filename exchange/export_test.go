package exchange

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"entente/calendar"
	"entente/plover"
	"entente/record"
)

func participant(id, country, name string, sectors ...string) record.Participant {
	p := record.Participant{ID: id, Name: name, Sectors: sectors}
	if country != "" {
		p.Country = &country
	}
	return p
}

func pointer[T any](v T) *T { return &v }

// happened makes an event on its way out.
func happened(n int64, t plover.Type, mode, cameo string, actors, recipients []record.Participant) *Exported {
	x := &Exported{Number: n, Origin: "articles", Scored: true, Articles: []string{"a1", "a2"}, Outlets: []string{"Paper", "Wire"},
		Published: "2015-04-17T08:00:00+09:00", URL: "https://example.org/1", Headline: "=Head", Language: "en", Text: "A sentence."}
	x.Event = record.Event{Type: string(t), Contexts: []string{"diplomatic"}, Quad: int(t.Quad()), Score: t.Score(mode),
		CAMEO: &cameo, Actors: actors, Recipients: recipients, Date: &record.Date{From: "2015-04-16", To: "2015-04-16", Text: "Thursday"},
		Place: &record.Place{Name: "Tokyo", Country: pointer("JPN")}, Sentence: 1, Evidence: []record.Evidence{{Sentence: 1}}, Rule: "r", Confidence: 0.5}
	if mode != "" {
		x.Event.Mode = &mode
	}
	if g, ok := plover.Goldstein(cameo); ok {
		x.Event.Goldstein = &g
	}
	return x
}

// going are events of all shapes: a visit, hosting, a meeting of three, a
// rebellion, organisations, one side alone, and one under a reservation.
func going() []*Exported {
	usa := participant("USA", "USA", "United States", "GOV")
	jpn := participant("JPN", "JPN", "Japan", "GOV")
	kor := participant("KOR", "KOR", "South Korea", "GOV")
	rebels := participant("REB:syr", "SYR", "rebels of the north", "REB")
	army := participant("SYR", "SYR", "Syrian army", "MIL")
	nato := participant("IGO:nato", "", "North Atlantic Treaty Organization", "IGO")
	eu := participant("EUR", "", "European Union", "IGO")
	list := func(p ...record.Participant) []record.Participant { return p }
	denied := happened(8, plover.Assault, "", "190", list(army), list(rebels))
	denied.Event.Aux = "negation"
	contact := happened(9, "", "", "010", list(usa), list(jpn))
	contact.Scored, contact.Event.Quad = false, 1
	return []*Exported{
		happened(1, plover.Consult, "visit", "042", list(usa), list(jpn)),
		happened(2, plover.Consult, "visit", "043", list(usa), list(jpn)),
		happened(3, plover.Agree, "", "036", list(usa, jpn, kor), nil),
		happened(4, plover.Assault, "firearms", "193", list(rebels), list(army)),
		happened(5, plover.Support, "", "051", list(nato), list(eu)),
		happened(6, plover.Protest, "demo", "141", list(rebels), nil),
		happened(7, plover.Sanction, "discontinue", "163", list(usa, jpn), list(army)),
		denied, contact,
	}
}

func exportAll(t *testing.T, set, form string) ([]byte, *Table) {
	t.Helper()
	s, err := SetNamed(set)
	if err != nil {
		t.Fatal(err)
	}
	var buf bytes.Buffer
	table, err := NewTable(&buf, s, form)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range going() {
		if err := table.Write(x); err != nil {
			t.Fatal(err)
		}
	}
	if err := table.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes(), table
}

func TestEverySetIsWrittenAsInItsGoldenFile(t *testing.T) {
	for _, set := range Sets() {
		for _, form := range []string{"csv", "ndjson"} {
			out, _ := exportAll(t, set, form)
			golden(t, fmt.Sprintf("testdata/export/%s.%s", set, form), out)
		}
	}
}

// told is what a round trip must bring back.
func told(e *record.Event) string {
	ids := func(ps []record.Participant) string {
		var list []string
		for _, p := range ps {
			list = append(list, p.ID)
		}
		return strings.Join(list, "+")
	}
	return fmt.Sprintf("%s %s>%s %s", e.Type, ids(e.Actors), ids(e.Recipients), e.Date.From)
}

func TestWhatGoesOutComesInAgain(t *testing.T) {
	for _, set := range []string{"gdelt", "icews", "polecat"} {
		t.Run(set, func(t *testing.T) {
			s, err := SetNamed(set)
			if err != nil {
				t.Fatal(err)
			}
			var want []string
			for _, x := range going() {
				e := x.Event
				switch {
				case e.Aux != "", set == "polecat" && e.Type == "":
				case !s.paired:
					want = append(want, told(&e))
				default:
					for _, p := range pairs(&e) {
						one := record.Event{Type: e.Type, Date: e.Date, Actors: []record.Participant{*p[0]}}
						if p[1] != nil {
							one.Recipients = []record.Participant{*p[1]}
						}
						if *e.CAMEO == "043" {
							one.Actors, one.Recipients = one.Recipients, one.Actors
						}
						want = append(want, told(&one))
					}
				}
			}
			out, table := exportAll(t, set, "csv")
			var got []string
			ids := map[string]bool{}
			_, err = Import(set, "round trip", bytes.NewReader(out), func(im *Imported, r *Reject) bool {
				if r != nil {
					t.Errorf("rejected: %+v", *r)
					return true
				}
				got = append(got, told(&im.Event))
				if ids[im.ID] {
					t.Errorf("id %s comes twice", im.ID)
				}
				ids[im.ID] = true
				return true
			})
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(got, want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
			if table.Rows != len(want) || table.Withheld == 0 {
				t.Errorf("%d rows and %d withheld, want %d rows", table.Rows, table.Withheld, len(want))
			}
		})
	}
}

func TestParquetHasTheTypesAndValuesOfTheTable(t *testing.T) {
	for _, name := range Sets() {
		t.Run(name, func(t *testing.T) {
			set, err := SetNamed(name)
			if err != nil {
				t.Fatal(err)
			}
			raw, table := exportAll(t, name, "parquet")
			file, err := parquet.OpenFile(bytes.NewReader(raw), int64(len(raw)))
			if err != nil {
				t.Fatal(err)
			}
			types := map[Kind]string{Text: "STRING", Integer: "INT(64,true)", Number: "DOUBLE", Date: "DATE"}
			for i, f := range file.Schema().Fields() {
				if f.Name() != set.Columns[i].Name || f.Type().String() != types[set.Columns[i].Kind] || !f.Optional() {
					t.Errorf("column %d is %s %s, want %s %s", i, f.Name(), f.Type(), set.Columns[i].Name, types[set.Columns[i].Kind])
				}
			}
			if int(file.NumRows()) != table.Rows {
				t.Errorf("%d rows, want %d", file.NumRows(), table.Rows)
			}
			lines, _ := exportAll(t, name, "ndjson")
			rows := make([]parquet.Row, table.Rows)
			var got []string
			for _, group := range file.RowGroups() {
				r := group.Rows()
				n, _ := r.ReadRows(rows)
				for _, row := range rows[:n] {
					got = append(got, parquetJSON(set, row))
				}
				r.Close()
			}
			if want := strings.TrimSpace(string(lines)); strings.Join(got, "\n") != want {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), want)
			}
		})
	}
}

// parquetJSON writes a row as the ndjson table does.
func parquetJSON(set *Set, cells parquet.Row) string {
	var b bytes.Buffer
	out := newNDJSON(&b, set)
	values := make([]value, len(cells))
	for i, c := range cells {
		if c.IsNull() {
			continue
		}
		switch set.Columns[i].Kind {
		case Text:
			values[i] = textValue(string(c.ByteArray()))
		case Integer:
			values[i] = numberValue(float64(c.Int64()))
		case Number:
			values[i] = numberValue(c.Double())
		case Date:
			values[i] = textValue(calendar.Day(c.Int32()).String())
		}
	}
	out.write(values)
	out.close()
	return strings.TrimSpace(b.String())
}

func TestJSONLinesOfATableAreObjectsWithAllColumns(t *testing.T) {
	for _, name := range Sets() {
		set, _ := SetNamed(name)
		out, _ := exportAll(t, name, "ndjson")
		for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
			var object map[string]any
			if err := json.Unmarshal([]byte(line), &object); err != nil {
				t.Fatal(err)
			}
			if len(object) != len(set.Columns) {
				t.Errorf("%s: %d members, want %d", name, len(object), len(set.Columns))
			}
		}
	}
}

func TestAnUnknownSetOrFormIsAnErrorThatNamesTheKnownOnes(t *testing.T) {
	if _, err := SetNamed("cameo"); err == nil || !strings.Contains(err.Error(), "polecat") {
		t.Error(err)
	}
	if _, err := NewTable(&bytes.Buffer{}, &gdeltSet, "xls"); err == nil || !strings.Contains(err.Error(), "parquet") {
		t.Error(err)
	}
	if _, err := Import("cameo", "f", strings.NewReader(""), nil); err == nil || !strings.Contains(err.Error(), "gdelt") {
		t.Error(err)
	}
}

func TestFormulasDoNotReachASpreadsheet(t *testing.T) {
	out, _ := exportAll(t, "entente", "csv")
	rows, err := csv.NewReader(bytes.NewReader(out)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		if i := slices.Index(rows[0], "headline"); row[i] != "'=Head" {
			t.Errorf("headline %q", row[i])
		}
	}
}

func TestEventsAndTheTableOfOurOwnColumnsAgree(t *testing.T) {
	var a, b bytes.Buffer
	events := NewEvents(&a)
	table, err := NewTable(&b, &ententeSet, "csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range example(t) {
		if err := events.Write(r); err != nil {
			t.Fatal(err)
		}
		for i := range r.Events {
			if err := table.Write(eventOf(r, &r.Events[i])); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := events.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := table.Close(); err != nil {
		t.Fatal(err)
	}
	if a.String() != b.String() {
		t.Errorf("%s\n%s", &a, &b)
	}
}

func TestALongParquetTableIsWrittenInRowGroups(t *testing.T) {
	var buf bytes.Buffer
	table, err := NewTable(&buf, &icewsSet, "parquet")
	if err != nil {
		t.Fatal(err)
	}
	x := going()[0]
	for x.Number = range int64(rowGroup + 300) {
		if err := table.Write(x); err != nil {
			t.Fatal(err)
		}
	}
	if err := table.Close(); err != nil {
		t.Fatal(err)
	}
	file, err := parquet.OpenFile(bytes.NewReader(buf.Bytes()), int64(buf.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if groups := file.RowGroups(); len(groups) != 2 || groups[0].NumRows() != rowGroup || groups[1].NumRows() != 300 {
		t.Errorf("%d row groups of %d rows", len(groups), file.NumRows())
	}
}
