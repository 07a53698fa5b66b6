package main

import (
	"bufio"
	"context"
	"io"
	"os"
	"runtime"

	"golang.org/x/term"

	"entente/brief"
	"entente/coder"
	"entente/exchange"
	"entente/pipeline"
	"entente/record"
)

// maxWidth is the widest line of a brief, however wide the terminal.
const maxWidth = 80

// form is what to print: the format, and of a brief the long form or the short.
type form struct {
	format string
	full   bool
}

// read codes the sources and prints every result in that form.
func (s streams) read(ctx context.Context, know *coder.Knowledge, sources []pipeline.Source, as form, opt pipeline.Options) error {
	buffered := bufio.NewWriterSize(s.out, 64<<10)
	look := s.look()
	look.Full = as.full
	out := newPrinter(as.format, buffered, know, look)
	failed := false
	var writeErr error
	err := pipeline.Run(ctx, know, sources, opt, func(res pipeline.Result) bool {
		if res.Err != nil {
			failed = true
			writeErr = buffered.Flush() // what was found before comes before the complaint
			s.fail(res.Err, exitFailed)
			return writeErr == nil
		}
		if writeErr = out.Write(res.Record); writeErr == nil && len(res.Explanations) > 0 {
			writeErr = brief.Explain(buffered, look, res.Explanations...)
		}
		return writeErr == nil
	})
	if writeErr == nil {
		writeErr = out.Flush()
	}
	if writeErr == nil {
		writeErr = buffered.Flush()
	}
	switch {
	case writeErr != nil:
		return writeErr
	case err != nil:
		return err
	case failed:
		return errSomeFailed
	}
	return nil
}

// printer is one of the formats.
type printer interface {
	Write(*record.Record) error
	Flush() error
}

func newPrinter(format string, w io.Writer, know *coder.Knowledge, look brief.Look) printer {
	switch format {
	case "json":
		return exchange.NewJSONLines(w)
	case "csv":
		return exchange.NewEvents(w)
	}
	return brief.New(w, look, names(know))
}

// names gives the name of a state or organisation for its id.
func names(know *coder.Knowledge) func(string) string {
	return func(id string) string {
		if e := know.Atlas.ByID(id); e != nil {
			return e.Name
		}
		return ""
	}
}

// look is how the standard output wants its text: colour only on a terminal
// that has not asked for none (https://no-color.org), lines no wider than it.
func (s streams) look() brief.Look {
	look := brief.Look{Width: maxWidth}
	f, ok := s.out.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return look
	}
	look.Colour = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
		look.Width = min(width, maxWidth)
	}
	return look
}

// jobs is how many articles are coded at the same time.
func jobs(asked int) int {
	if asked > 0 {
		return asked
	}
	return runtime.GOMAXPROCS(0)
}
