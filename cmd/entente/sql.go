package main

import (
	"bufio"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"os"
	"strings"

	"golang.org/x/term"

	"entente/brief"
	"entente/store"
	"entente/web"
)

type sqlCmd struct {
	databaseFlags
	Query  string `short:"q" placeholder:"SQL" help:"Answer this and end."`
	Schema bool   `help:"Describe the tables and end."`
	Format string `short:"f" enum:"table,csv,json" default:"table" help:"How to print answers: table, csv, or json (one object a row). Default: table."`
}

// Help teaches by examples.
func (sqlCmd) Help() string {
	return `Asks the database in SQL (DuckDB's), reading only. Without --query it is a prompt: end a query with a semicolon, leave with .quit; .schema describes the tables.

	entente sql
	entente sql --schema
	entente sql -q "SELECT type, count(*) FROM event GROUP BY type ORDER BY 2 DESC"
	entente sql -f csv -q "SELECT a, b, date_trunc('month', day) AS month, sum(events) AS events,
	    sum(score) / sum(scored) AS tone FROM dyad_day WHERE track = '' GROUP BY ALL ORDER BY ALL" > months.csv

The file is DuckDB's: R, Python and the duckdb shell open it as well, while no entente command writes to it. docs/store.md describes the tables.`
}

func (c *sqlCmd) Run(ctx context.Context, s streams) error {
	db, err := c.openOr(ctx, s, func(service *web.Service) error {
		return c.run(s, func(query string) ([]string, rows, error) {
			r, err := service.Query(ctx, query)
			if err != nil {
				return nil, nil, err
			}
			return r.Columns, r, nil
		})
	})
	if db == nil {
		return err
	}
	defer db.Close()
	return c.run(s, func(query string) ([]string, rows, error) {
		ask := func() (*store.Table, error) { return db.Query(ctx, query) }
		if query == "" {
			ask = func() (*store.Table, error) { return db.Schema(ctx) }
		}
		t, err := ask()
		if err != nil {
			return nil, nil, err
		}
		return t.Columns, t, nil
	})
}

// asking answers a query with columns and rows; an empty one with the
// description of the tables.
type asking func(query string) ([]string, rows, error)

// rows are those of a database or of the server that has it open.
type rows interface {
	Rows() iter.Seq[[]string]
	Err() error
	Close() error
}

func (c *sqlCmd) run(s streams, ask asking) error {
	switch {
	case c.Schema:
		return c.answer(s, ask, "")
	case c.Query != "":
		return c.answer(s, ask, c.Query)
	}
	return c.prompt(s, ask)
}

func (c *sqlCmd) answer(s streams, ask asking, query string) error {
	columns, r, err := ask(query)
	if err != nil {
		return err
	}
	return c.print(s, columns, r)
}

// prompt answers queries line by line until the input ends.
func (c *sqlCmd) prompt(s streams, answer asking) error {
	ask := func(string) {}
	if f, ok := s.in.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		ask = func(what string) { fmt.Fprint(s.out, what) }
	}
	lines := bufio.NewScanner(s.in)
	lines.Buffer(nil, 1<<20)
	failed := false
	var query strings.Builder
	ask("entente> ")
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		var err error
		switch {
		case query.Len() == 0 && (line == ".quit" || line == ".exit"):
			return nil
		case query.Len() == 0 && (line == ".schema" || line == ".tables"):
			err = c.answer(s, answer, "")
		case query.Len() == 0 && strings.HasPrefix(line, "."):
			err = errors.New("the commands are .schema and .quit; a query ends with a semicolon")
		default:
			query.WriteString(line + "\n")
			if !strings.HasSuffix(line, ";") {
				ask("    ...> ")
				continue
			}
			err = c.answer(s, answer, query.String())
			query.Reset()
		}
		if err != nil {
			failed = true
			s.fail(err, exitFailed)
		}
		ask("entente> ")
	}
	if err := lines.Err(); err != nil {
		return err
	}
	if rest := strings.TrimSpace(query.String()); rest != "" {
		return c.answer(s, answer, rest)
	}
	if failed {
		return errSomeFailed
	}
	return nil
}

func (c *sqlCmd) print(s streams, columns []string, t rows) error {
	defer t.Close()
	var err error
	switch c.Format {
	case "csv":
		out := csv.NewWriter(s.out)
		err = out.Write(columns)
		for row := range t.Rows() {
			if err == nil {
				err = out.Write(row)
			}
		}
		out.Flush()
		err = errors.Join(err, out.Error())
	case "json":
		out := json.NewEncoder(s.out)
		out.SetEscapeHTML(false)
		for row := range t.Rows() {
			object := make(map[string]string, len(row))
			for i, cell := range row {
				object[columns[i]] = cell
			}
			if err == nil {
				err = out.Encode(object)
			}
		}
	default:
		err = brief.Table(s.out, s.look(), columns, t.Rows())
	}
	return errors.Join(err, t.Err())
}
