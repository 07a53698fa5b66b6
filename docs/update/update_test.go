package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestOutputsTakeThePlaceOfTheOldOnes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "doc.md")
	const before = "one\n\n```console\n$ echo new; echo '``'\nold\n```\n\n```\n$ echo untouched\n```\n```console\n$ true\n```\n"
	const after = "one\n\n```console\n$ echo new; echo '``'\nnew\n``\n```\n\n```\n$ echo untouched\n```\n```console\n$ true\n\n```\n"
	if err := os.WriteFile(path, []byte(before), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := update(path); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(path); string(got) != after {
		t.Errorf("got %q", got)
	}
	if err := os.WriteFile(path, []byte("```console\n$ false\nold\n```\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if update(path) == nil {
		t.Error("a command that fails is no error")
	}
	if got, _ := os.ReadFile(path); string(got) != "```console\n$ false\nold\n```\n" {
		t.Errorf("the document is changed though a command failed: %q", got)
	}
}

func TestMediansOfEachBenchmark(t *testing.T) {
	const text = `pkg: entente/calendar
BenchmarkFind-2   100   3000 ns/op   30.5 MB/s   11 allocs/op
BenchmarkFind-2   100   1000 ns/op   32.5 MB/s   11 allocs/op
BenchmarkFind-2   100   2000 ns/op   31.5 MB/s   12 allocs/op
BenchmarkResolve   100   80.5 ns/op
PASS
`
	want := []string{
		"calendar Find                             2 µs                         31.5 MB/s        11 allocs",
		"calendar Resolve                       80.5 ns",
	}
	if got := tabulate(text); !slices.Equal(got, want) {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}
