package article

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files; read the diff before committing it")

// describe writes an article the way the golden files hold it.
func describe(a *Article) string {
	var b strings.Builder
	fmt.Fprintf(&b, "title     %s\noutlet    %s\nbyline    %s\npublished %s\nlanguage  %s\nurl       %s\ndateline  %s\nhere      %s\nagency    %s\n\n%s\n",
		a.Title, a.Outlet, strings.Join(a.Byline, "; "), a.Published, a.Language, a.URL, a.Dateline, a.Here, a.Agency, a.Body())
	return b.String()
}

// readAll gives articles and errors of one input, in order, as text.
func readAll(raw []byte, name string, opt Options) string {
	var parts []string
	Read(bytes.NewReader(raw), name, opt, func(a *Article, err error) bool {
		if err != nil {
			parts = append(parts, "error     "+err.Error()+"\n")
		} else {
			parts = append(parts, describe(a))
		}
		return true
	})
	return strings.Join(parts, "----\n")
}

// compareGolden reads every input of a folder and compares what comes out
// with the file of the same name and ".golden".
func compareGolden(t *testing.T, pattern string) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no inputs match %s", pattern)
	}
	for _, file := range files {
		if strings.HasSuffix(file, ".golden") {
			continue
		}
		t.Run(strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)), func(t *testing.T) {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := readAll(raw, filepath.Base(file), Options{})
			golden := file + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatalf("%v; run go test -update and read the new file", err)
			}
			if got != string(want) {
				t.Errorf("%s differs from %s\n--- got\n%s\n--- want\n%s", file, golden, got, want)
			}
		})
	}
}

func TestPastedTextsAreReadAsTheirGoldenFilesSay(t *testing.T) { compareGolden(t, "testdata/text/*") }

func TestPagesAreReadAsTheirGoldenFilesSay(t *testing.T) { compareGolden(t, "testdata/html/*") }
