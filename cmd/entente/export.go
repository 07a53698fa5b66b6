package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"entente/exchange"
	"entente/plover"
	"entente/store"
	"entente/tie/track"
	"entente/web"
)

type exportCmd struct {
	databaseFlags
	originFlags
	Format    string   `short:"f" enum:"csv,ndjson,parquet" default:"csv" help:"The form: csv, ndjson (one JSON object a line), parquet. Default: csv."`
	Columns   string   `enum:"entente,polecat,icews,gdelt" default:"entente" help:"The columns: entente (ours), or those of polecat, icews or gdelt. Default: entente."`
	Out       string   `short:"o" placeholder:"FILE" help:"Write to this file. Default: the standard output."`
	Since     string   `placeholder:"DAY" help:"Events that happened on this day or later."`
	Until     string   `placeholder:"DAY" help:"Events that happened on this day or before."`
	Type      []string `placeholder:"TYPE" help:"Events of this PLOVER type, such as CONSULT; several with commas."`
	Context   []string `placeholder:"CONTEXT" help:"Events with this PLOVER context, such as territory; several with commas."`
	Track     string   `placeholder:"TRACK" help:"Events of this track: security, politics, economy, history, territory, people, rights. Needs countries."`
	Countries []string `arg:"" optional:"" name:"COUNTRY" help:"Events that join two of these countries; of one country, its events with any other."`
}

// Help teaches by examples.
func (exportCmd) Help() string {
	return `Writes events for other programs. docs/exchange.md describes the columns, and what has no counterpart in the columns of other data sets.

	entente export > events.csv
	entente export -f parquet -o kor-jpn.parquet KOR JPN --since 2012-01-01
	entente export --columns gdelt --type ASSAULT,COERCE RUS UKR > conflict.csv
	entente export -f ndjson --context territory --origin articles | jq .event_type

The columns of icews and gdelt have one source and one target: an event of several takes several rows. They do not tell reservations, so that what is announced, denied or supposed is withheld, and counted at the end.`
}

func (c *exportCmd) Run(ctx context.Context, s streams) error {
	f, err := c.filter()
	if err != nil {
		return err
	}
	set, err := exchange.SetNamed(c.Columns)
	if err != nil {
		return usageError{err}
	}
	if file, ok := s.out.(*os.File); ok && c.Out == "" && c.Format == "parquet" && term.IsTerminal(int(file.Fd())) {
		return usageError{errors.New("parquet is no text for a terminal; name a file with --out")}
	}
	var rows, withheld int
	write := func(w io.Writer) (err error) {
		rows, withheld, err = c.table(ctx, s, w, set, f)
		return err
	}
	if c.Out == "" {
		err = write(s.out)
	} else {
		err = s.toFile(c.Out, write)
	}
	if err == nil && (withheld > 0 || c.Out != "") {
		fmt.Fprintf(s.err, "%d rows written%s\n", rows, toldWithheld(withheld, c.Columns))
	}
	return err
}

// table writes the events of a filter and counts the rows, and the events that
// the columns cannot tell.
func (c *exportCmd) table(ctx context.Context, s streams, w io.Writer, set *exchange.Set, f store.Filter) (rows, withheld int, err error) {
	db, err := c.openOr(ctx, s, func(service *web.Service) (err error) {
		rows, withheld, err = service.Export(ctx, w, newAsked().list("parties", f.Parties).day("since", f.From).day("until", f.To).
			list("type", f.Types).list("context", f.Contexts).set("track", c.Track).list("origin", f.Origins).
			set("format", c.Format).set("columns", c.Columns).Values)
		return err
	})
	if db == nil {
		return rows, withheld, err
	}
	defer db.Close()
	out := bufio.NewWriterSize(w, 256<<10)
	table, err := exchange.NewTable(out, set, c.Format)
	if err != nil {
		return 0, 0, err
	}
	for x, err := range db.Export(ctx, f) {
		if err == nil {
			err = table.Write(x)
		}
		if err != nil {
			return 0, 0, err
		}
	}
	if err := table.Close(); err != nil {
		return 0, 0, err
	}
	return table.Rows, table.Withheld, out.Flush()
}

func toldWithheld(n int, columns string) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("; %d events withheld that the columns of %s cannot tell (announced, denied, supposed, recalled, or without a type)", n, columns)
}

// filter checks the flags.
func (c *exportCmd) filter() (f store.Filter, err error) {
	f.Origins = c.Origin
	if f.Parties, err = partiesOf(c.Countries); err != nil {
		return f, err
	}
	if f.From, err = dayFlag("--since", c.Since); err != nil {
		return f, err
	}
	if f.To, err = dayFlag("--until", c.Until); err != nil {
		return f, err
	}
	for _, t := range c.Type {
		t = strings.ToUpper(t)
		if !plover.Type(t).Valid() {
			return f, usageError{fmt.Errorf("--type: PLOVER has no type %q; it has %s", t, join(plover.Types()))}
		}
		f.Types = append(f.Types, t)
	}
	for _, x := range c.Context {
		if !plover.IsContext(x) {
			return f, usageError{fmt.Errorf("--context: PLOVER has no context %q; it has %s", x, strings.Join(plover.Contexts(), ", "))}
		}
		f.Contexts = append(f.Contexts, x)
	}
	if c.Track == "" {
		return f, nil
	}
	t, err := track.Parse(c.Track)
	if err != nil {
		return f, usageError{fmt.Errorf("--track: %w", err)}
	}
	if len(f.Parties) == 0 {
		return f, usageError{errors.New("--track needs countries")}
	}
	f.Track = &t
	return f, nil
}

func join(types []plover.Type) string {
	words := make([]string, len(types))
	for i, t := range types {
		words[i] = string(t)
	}
	return strings.Join(words, ", ")
}
