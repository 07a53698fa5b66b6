package web

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// versions are what changes in the address of a file of static when the file does.
var versions = regexp.MustCompile(`\?v=[0-9a-f]+`)

// curves are the coordinates of drawings, of which the last digit may differ
// between machines.
var curves = regexp.MustCompile(` d="[^"]*"`)

func TestPagesLookAsTheyDid(t *testing.T) {
	s := fixture(t)
	for name, path := range map[string]string{
		"overview": "/", "tie": "/tie/JPN-KOR", "group": "/group/JPN-KOR-USA", "event": "/event/e1", "article": "/article/a37", "search": "/search?q=regrettable", "finding": "/finding/s1", "problem": "/tie/atlantis-japan",
	} {
		t.Run(name, func(t *testing.T) {
			page := opened(s, path, "").Body.String()
			page = curves.ReplaceAllString(versions.ReplaceAllString(page, "?v=…"), ` d="…"`)
			file := filepath.Join("testdata", "pages", name+".html")
			if *update {
				if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got, wanted := strings.Split(page, "\n"), strings.Split(string(want), "\n")
			for i := range max(len(got), len(wanted)) {
				a, b := "", ""
				if i < len(got) {
					a = got[i]
				}
				if i < len(wanted) {
					b = wanted[i]
				}
				if a != b {
					t.Fatalf("%s:%d (go test ./web -update writes it anew)\n got %s\nwant %s", file, i+1, a, b)
				}
			}
		})
	}
}
