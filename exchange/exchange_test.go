package exchange

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"entente/record"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// example is a record with every field filled, and one with none.
func example(t *testing.T) []*record.Record {
	t.Helper()
	raw, err := os.ReadFile("testdata/records.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var records []*record.Record
	dec := json.NewDecoder(bytes.NewReader(raw))
	for dec.More() {
		r := &record.Record{}
		if err := dec.Decode(r); err != nil {
			t.Fatal(err)
		}
		records = append(records, r)
	}
	return records
}

func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("differs from %s (go test -update rewrites it):\n%s", path, got)
	}
}

func TestEventsMatchTheGoldenTable(t *testing.T) {
	var buf bytes.Buffer
	w := NewEvents(&buf)
	for _, r := range example(t) {
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/events.csv", buf.Bytes())
	rows, err := csv.NewReader(&buf).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		if len(row) != len(ententeSet.Columns) {
			t.Errorf("row %d has %d cells, want %d", i, len(row), len(ententeSet.Columns))
		}
	}
}

func TestJSONLinesComeBackAsTheyWere(t *testing.T) {
	want, err := os.ReadFile("testdata/records.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var buf bytes.Buffer
	w := NewJSONLines(&buf)
	for _, r := range example(t) {
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(buf.Bytes(), want) {
		t.Errorf("written:\n%s\nwant:\n%s", &buf, want)
	}
}

func TestCellsAreOneLineAndNoFormula(t *testing.T) {
	tests := []struct{ in, want string }{
		{"plain words", "plain words"},
		{"", ""},
		{" two\nlines\tand a tab ", "two lines and a tab"},
		{"=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"},
		{"+1", "'+1"},
		{"-5 degrees", "'-5 degrees"},
		{"@cmd", "'@cmd"},
		{"\r\n=1", "'=1"},
		{"three-way", "three-way"},
	}
	for _, test := range tests {
		if got := cell(test.in); got != test.want {
			t.Errorf("cell(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestAnEventWhoseSentenceIsOutOfRangeHasNoText(t *testing.T) {
	var buf bytes.Buffer
	w := NewEvents(&buf)
	if err := w.Write(&record.Record{Events: []record.Event{{ID: "e1", Sentence: 7}}}); err != nil {
		t.Fatal(err)
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(buf.String(), ",e1,") {
		t.Errorf("no row: %s", &buf)
	}
}
