// Package docs tests that the documents tell of things that exist.
package docs

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"entente/record"
	"entente/testdata/articles"
)

// documents are checked; paths are relative to this folder.
var documents = []string{"../README.md", "../CONTRIBUTING.md", "architecture.md", "exchange.md", "record.md", "store.md", "ties.md", "accuracy.md", "benchmarks.md", "api.md"}

func read(t *testing.T, path string) string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// sources is all Go code of the repository.
func sources(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
			all.WriteString(read(t, path))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

var (
	codeSpan = regexp.MustCompile("`([^`\n]+)`")
	pathLike = regexp.MustCompile(`^[\w.-]+(/[\w.-]+)+$`)
	callLike = regexp.MustCompile(`^(?:\w+\.)?(\w+)\(\)$`)
	linkLike = regexp.MustCompile(`\]\(([^):]+)\)`)
)

func TestFilesAndFunctionsInTheDocumentsExist(t *testing.T) {
	code := sources(t)
	for _, doc := range documents {
		text := read(t, doc)
		for _, m := range codeSpan.FindAllStringSubmatch(text, -1) {
			span := m[1]
			if call := callLike.FindStringSubmatch(span); call != nil {
				if !strings.Contains(code, ") "+call[1]+"(") && !strings.Contains(code, "func "+call[1]+"(") {
					t.Errorf("%s: there is no function %s", doc, span)
				}
			}
			if pathLike.MatchString(span) && !strings.HasPrefix(span, "../shared") {
				if _, err := os.Stat(filepath.Join("..", span)); err != nil {
					t.Errorf("%s: there is no %s", doc, span)
				}
			}
		}
		for _, m := range linkLike.FindAllStringSubmatch(text, -1) {
			if _, err := os.Stat(filepath.Join(filepath.Dir(doc), m[1])); err != nil {
				t.Errorf("%s: the link to %s leads nowhere", doc, m[1])
			}
		}
	}
}

var jsonBlock = regexp.MustCompile("(?s)```json\n(.*?)```")

func TestEveryFieldOfTheRecordIsDescribedAndEveryExampleIsJSON(t *testing.T) {
	text := read(t, "record.md")
	examples := ""
	for _, m := range jsonBlock.FindAllStringSubmatch(text, -1) {
		var buf bytes.Buffer
		if err := json.Compact(&buf, []byte(m[1])); err != nil {
			t.Errorf("an example is no JSON: %v\n%s", err, m[1])
		}
		examples += buf.String()
	}
	for _, name := range fieldsOf(reflect.TypeFor[record.Record]()) {
		if !strings.Contains(text, "`"+name+"`") {
			t.Errorf("record.md does not describe %s", name)
		}
		if !slices.Contains([]string{"countries", "sentences", "events", "statements", "attributions", "mechanisms", "conditions", "watch", "assessments", "article"}, name) && !strings.Contains(examples, `"`+name+`":`) {
			t.Errorf("record.md has no example of %s", name)
		}
	}
}

// fieldsOf lists the JSON names of all fields below a type.
func fieldsOf(t reflect.Type) []string {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return nil
	}
	var names []string
	for i := range t.NumField() {
		f := t.Field(i)
		names = append(names, f.Tag.Get("json"))
		names = append(names, fieldsOf(f.Type)...)
	}
	return names
}

var shownBrief = regexp.MustCompile("(?s)```console\n\\$ go run ./cmd/entente read testdata/articles/([^\n]+)\n(.*?)```")

// The brief in README.md is real output of the first article of the demo:
// docs/update writes it. It is not compared, so that a better coder is no
// failure; run docs/update with every release.
func TestReadmeShowsABrief(t *testing.T) {
	m := shownBrief.FindStringSubmatch(read(t, "../README.md"))
	if m == nil {
		t.Fatal("README.md shows no brief")
	}
	if m[1] != articles.DemoNames()[0] {
		t.Errorf("the brief is of %s, the demo begins with %s", m[1], articles.DemoNames()[0])
	}
	for _, part := range []string{"WHO — ", "WHAT HAPPENED", "WHAT WAS SAID"} {
		if !strings.Contains(m[2], part) {
			t.Errorf("the brief in README.md has no section %s", part)
		}
	}
}
