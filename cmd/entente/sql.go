package main

import (
	"bufio"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"golang.org/x/term"

	"entente/brief"
	"entente/store"
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
	db, err := c.open(ctx, store.Read)
	if err != nil {
		return err
	}
	defer db.Close()
	switch {
	case c.Schema:
		return c.schema(ctx, s, db)
	case c.Query != "":
		return c.answer(ctx, s, db, c.Query)
	}
	return c.prompt(ctx, s, db)
}

func (c *sqlCmd) schema(ctx context.Context, s streams, db *store.DB) error {
	t, err := db.Schema(ctx)
	if err != nil {
		return err
	}
	return c.print(s, t)
}

func (c *sqlCmd) answer(ctx context.Context, s streams, db *store.DB, query string) error {
	t, err := db.Query(ctx, query)
	if err != nil {
		return err
	}
	return c.print(s, t)
}

// prompt answers queries line by line until the input ends.
func (c *sqlCmd) prompt(ctx context.Context, s streams, db *store.DB) error {
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
			err = c.schema(ctx, s, db)
		case query.Len() == 0 && strings.HasPrefix(line, "."):
			err = errors.New("the commands are .schema and .quit; a query ends with a semicolon")
		default:
			query.WriteString(line + "\n")
			if !strings.HasSuffix(line, ";") {
				ask("    ...> ")
				continue
			}
			err = c.answer(ctx, s, db, query.String())
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
		return c.answer(ctx, s, db, rest)
	}
	if failed {
		return errSomeFailed
	}
	return nil
}

func (c *sqlCmd) print(s streams, t *store.Table) error {
	defer t.Close()
	var err error
	switch c.Format {
	case "csv":
		out := csv.NewWriter(s.out)
		err = out.Write(t.Columns)
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
				object[t.Columns[i]] = cell
			}
			if err == nil {
				err = out.Encode(object)
			}
		}
	default:
		err = brief.Table(s.out, s.look(), t.Columns, t.Rows())
	}
	return errors.Join(err, t.Err())
}
