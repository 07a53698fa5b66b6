package store

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the tables in docs/store.md")

const document = "../docs/store.md"

// endOfHead ends what is written by hand.
const endOfHead = "from the comments of the schema (`store/migrations`).\n"

func TestTheDocumentDescribesTheTables(t *testing.T) {
	raw, err := os.ReadFile(document)
	if err != nil {
		t.Fatal(err)
	}
	head, _, ok := strings.Cut(string(raw), endOfHead)
	if !ok {
		t.Fatalf("%s has no part on tables", document)
	}
	want := head + endOfHead + describe(t)
	if *update {
		if err := os.WriteFile(document, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if want != string(raw) {
		t.Errorf("%s does not describe the schema; run go test ./store -update", document)
	}
}

// describe writes the tables as Markdown.
func describe(t *testing.T) string {
	t.Helper()
	db := open(t)
	comments := map[string]string{}
	list, err := db.Query(t.Context(), "SELECT table_name, comment FROM duckdb_tables()")
	if err != nil {
		t.Fatal(err)
	}
	for row := range list.Rows() {
		comments[row[0]] = row[1]
	}
	list.Close()
	schema, err := db.Schema(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer schema.Close()
	var b strings.Builder
	table := ""
	for row := range schema.Rows() {
		if row[0] != table {
			table = row[0]
			fmt.Fprintf(&b, "\n### `%s`\n\n%s\n\n| column | type | meaning |\n|---|---|---|\n", table, comments[table])
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", row[1], row[2], row[3])
		if comments[table] == "" {
			t.Errorf("table %s has no comment", table)
		}
	}
	return b.String()
}
