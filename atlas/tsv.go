package atlas

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed data/*.tsv
var dataFiles embed.FS

// table is one file of data/: comment lines, a line of column names, rows.
type table struct {
	file    string
	columns []string
	rows    [][]string
	lines   []int // line number of each row, for messages
}

// readTable reads data/<name>.tsv and checks that it has exactly the wanted
// columns, if any are named, and that each row fills its columns.
func readTable(name string, columns ...string) (*table, error) {
	file := "data/" + name + ".tsv"
	raw, err := dataFiles.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("atlas: read table: %w", err)
	}
	return parseTable(file, string(raw), columns)
}

func parseTable(file, raw string, columns []string) (*table, error) {
	t := &table{file: file, rows: make([][]string, 0, strings.Count(raw, "\n"))}
	cells := make([]string, 0, cap(t.rows)*len(columns))
	for n := 1; raw != ""; n++ {
		line, rest, _ := strings.Cut(raw, "\n")
		raw = rest
		if line == "" || line[0] == '#' {
			continue
		}
		from := len(cells)
		for {
			cell, tail, more := strings.Cut(line, "\t")
			cells = append(cells, cell)
			if !more {
				break
			}
			line = tail
		}
		row := cells[from:len(cells):len(cells)]
		if t.columns == nil {
			t.columns = row
			if len(columns) == 0 {
				columns = row
			}
			if strings.Join(row, " ") != strings.Join(columns, " ") {
				return nil, fmt.Errorf("atlas: %s:%d: columns are %q, want %q", file, n, row, columns)
			}
			continue
		}
		if len(row) != len(columns) {
			return nil, fmt.Errorf("atlas: %s:%d: %d cells, want %d (%s): divide them by single tabs", file, n, len(row), len(columns), strings.Join(columns, ", "))
		}
		t.rows = append(t.rows, row)
		t.lines = append(t.lines, n)
	}
	return t, nil
}

// fail makes an error that names file and line of row i.
func (t *table) fail(i int, format string, args ...any) error {
	return fmt.Errorf("atlas: %s:%d: %s", t.file, t.lines[i], fmt.Sprintf(format, args...))
}

// list divides a cell at "|"; an empty cell is no list.
func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}

// sectorList divides a cell of sectors at commas.
func sectorList(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, ",")
}
