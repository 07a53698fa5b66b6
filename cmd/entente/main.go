// Command entente reads diplomatic news: articles come in, who did what to
// whom goes out, as a brief, as JSON lines or as a table. Each verb has a file
// of its own here; what they do is done by the packages.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/alecthomas/kong"

	"entente/brief"
)

// Exit codes.
const (
	exitDone   = 0
	exitFailed = 1 // some input failed, the rest was done
	exitUsage  = 2
)

// memoryLimit makes the collector work harder before the heap outgrows what a
// small machine has; it refuses nothing.
const memoryLimit = 320 << 20

// commands are the verbs.
type commands struct {
	Read     readCmd     `cmd:"" help:"Read articles and print what is in them: a brief, JSON lines or a table."`
	Explain  explainCmd  `cmd:"" help:"Show why an event was coded as it was."`
	Ingest   ingestCmd   `cmd:"" help:"Code articles and store them in a database with everything found."`
	Import   importCmd   `cmd:"" help:"Store other people's event data: GDELT, ICEWS, POLECAT, Phoenix, ACLED."`
	Export   exportCmd   `cmd:"" help:"Write events as a table: CSV, JSON lines or Parquet."`
	Tie      tieCmd      `cmd:"" help:"Show how two or more countries stand, and why."`
	Movers   moversCmd   `cmd:"" help:"Show the ties that moved most."`
	Calendar calendarCmd `cmd:"" help:"Show dialogues and what is coming up between countries."`
	Event    eventCmd    `cmd:"" help:"Open the event, statement or dialogue behind a line."`
	Serve    serveCmd    `cmd:"" help:"Show a database in a browser and over HTTP."`
	SQL      sqlCmd      `cmd:"" name:"sql" help:"Ask the database in SQL."`
	Demo     demoCmd     `cmd:"" help:"Read six articles that are built in."`
	Eval     evalCmd     `cmd:"" help:"Score the program on annotated data."`
	Bench    benchCmd    `cmd:"" help:"Measure the speed of reading."`
	Version  versionCmd  `cmd:"" help:"Print the version."`
}

const description = `Entente reads diplomatic news: who did what to whom, when, where and under which reservation, each finding with the sentence that proves it.

	entente demo                                six articles, no input needed
	entente read article.html                   a brief of one page
	entente read --format json news.jsonl       one record per article and line
	entente explain article.html e3             why event e3 is what it is
	entente serve --demo                        ties of countries in a browser

Exit codes: 0 done, 1 some input failed (the rest was done), 2 wrong usage.`

// streams is the world outside: everything a verb reads from and writes to.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// errSomeFailed says that failures were already told one by one.
var errSomeFailed = errors.New("some input failed")

// usageError is a wrong use of a verb that the parser cannot see.
type usageError struct{ error }

func main() {
	os.Exit(run(os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}))
}

func run(args []string, s streams) int {
	debug.SetMemoryLimit(memoryLimit)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var c commands
	helped := false
	parser, err := kong.New(&c,
		kong.Name("entente"),
		kong.Description(description),
		kong.Writers(s.out, s.err),
		kong.Exit(func(int) { helped = true }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 80}),
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(s),
	)
	if err != nil {
		return s.fail(err, exitFailed)
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	k, err := parser.Parse(args)
	switch {
	case helped:
		return exitDone
	case err != nil:
		return s.usage(err)
	}
	return s.code(k.Run())
}

// code tells an error and gives its exit code.
func (s streams) code(err error) int {
	var usage usageError
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE): // the reader of a pipe has seen enough
		return exitDone
	case errors.As(err, &usage):
		return s.usage(err)
	case errors.Is(err, errSomeFailed):
		return exitFailed
	case errors.Is(err, context.Canceled):
		return s.fail(errors.New("interrupted; what is printed above is complete up to there"), exitFailed)
	}
	return s.fail(err, exitFailed)
}

func (s streams) usage(err error) int {
	s.fail(err, exitUsage)
	fmt.Fprintln(s.err, "Run entente --help, or entente VERB --help, for examples.")
	return exitUsage
}

// fail prints an error; its words may come from an article.
func (s streams) fail(err error, code int) int {
	fmt.Fprintln(s.err, "entente:", brief.Plain(err.Error()))
	return code
}
