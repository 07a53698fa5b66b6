package calendar

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const expressionsFile = "testdata/expressions.txt"

func TestExpressionsResolveAsWritten(t *testing.T) {
	data, err := os.ReadFile(expressionsFile)
	if err != nil {
		t.Fatal(err)
	}
	got, cases := annotateCases(t, string(data))
	if *update {
		if err := os.WriteFile(expressionsFile, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if cases < 200 {
		t.Errorf("%d cases in %s; the grammar is wider than that", cases, expressionsFile)
	}
	want := strings.Split(string(data), "\n")
	for i, line := range strings.Split(got, "\n") {
		if i >= len(want) || line != want[i] {
			t.Fatalf("%s:%d:\n got %q\nwant %q", expressionsFile, i+1, line, at(want, i))
		}
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "end of file"
}

// annotateCases rewrites the findings below each text.
func annotateCases(t *testing.T, data string) (string, int) {
	var b strings.Builder
	var anchor Anchor
	cases := 0
	for line := range strings.Lines(data) {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case strings.HasPrefix(line, "\t"):
			continue
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "@ "):
			anchor = readAnchor(t, line)
		default:
			cases++
			b.WriteString(line + "\n" + findings(line, anchor))
			continue
		}
		b.WriteString(line + "\n")
	}
	return b.String(), cases
}

func readAnchor(t *testing.T, line string) Anchor {
	fields := strings.Fields(line)[1:]
	var a Anchor
	if fields[0] != "unknown" {
		published, err := time.Parse(time.RFC3339, fields[0])
		if err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		a.Published = published
	}
	if len(fields) > 1 {
		a.Tense = map[string]Tense{"past": Past, "present": Present, "future": Future}[fields[1]]
	}
	return a
}

// findings writes what was found in a text, one line each.
func findings(text string, a Anchor) string {
	var b strings.Builder
	for _, e := range Find(text) {
		class, value := e.Timex(a)
		if class == "" {
			class, value = "-", "-"
		}
		days := "no days"
		if iv, ok := e.Resolve(a); ok {
			days = iv.String()
		}
		fmt.Fprintf(&b, "\t%s: %s %s %s", text[e.Start:e.End], class, value, days)
		if y, ok := e.Years(); ok && e.Kind == Duration {
			fmt.Fprintf(&b, " years=%.3g", y)
		}
		if e.Gap() {
			y, ok := e.YearsAt(a)
			fmt.Fprintf(&b, " gap=%.3g %v", y, ok)
		}
		if c := e.Cadence(); c != "" {
			fmt.Fprintf(&b, " %s", c)
		}
		if e.Historical() {
			b.WriteString(" historical")
		}
		b.WriteByte('\n')
		a.Follow(e)
	}
	return b.String()
}
