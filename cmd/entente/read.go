package main

import (
	"context"
	"errors"
	"fmt"

	"entente/article"
	"entente/coder"
	"entente/pipeline"
	"entente/syntax"
)

type readCmd struct {
	articleFlags
	Format  string   `short:"f" enum:"text,json,csv" default:"text" help:"What to print: text (a brief), json (one record a line), csv (one row per event). Default: text, also into a pipe."`
	Full    bool     `help:"Print the long form of the brief: every finding in whole words, each event with its sentence."`
	Explain bool     `help:"After each brief, explain every event of it."`
	Bulk    bool     `help:"Parse faster and a little less well; for archives."`
	Jobs    int      `short:"j" placeholder:"N" help:"Code this many articles at the same time. Default: one for each processor core."`
	Files   []string `arg:"" name:"FILE" help:"Articles: plain text, web pages (HTML) or JSON lines, also packed with gzip or zstd. A dash stands for the standard input."`
}

// Help teaches by examples.
func (readCmd) Help() string {
	return `A brief of an article, a page saved from the web, a text pasted in:

	entente read article.txt
	entente read --full page.html
	curl -s https://example.org/news | entente read -

Where the input does not tell the publication time, "Thursday" and "last month" stay unresolved. Say it if you know it, and likewise what "here" means where the text has no dateline:

	entente read --published 2015-04-17 --here Washington article.txt

Records for a program, rows for a spreadsheet or R (docs/record.md describes both):

	entente read --format json news.jsonl.gz > records.jsonl
	entente read --format csv --bulk archive/*.jsonl.zst > events.csv

Results come in the order of the input. An article or a file that cannot be read is told on the standard error, with file and line, and passed over; the exit code is then 1.`
}

// articleFlags are what the user knows better than the input.
type articleFlags struct {
	Published string `placeholder:"TIME" help:"When the articles were published: 2015-04-17, 2015-04-17T09:19 or 2015-04-17T09:19:00+09:00."`
	Here      string `placeholder:"PLACE" help:"What \"here\" means where an article has no dateline."`
	Outlet    string `placeholder:"NAME" help:"Who published the articles."`
}

func (f articleFlags) options() (article.Options, error) {
	opt := article.Options{Here: f.Here, Outlet: f.Outlet}
	if f.Published == "" {
		return opt, nil
	}
	var err error
	if opt.Published, err = article.ParsePublished(f.Published); err != nil {
		return opt, usageError{fmt.Errorf("--published: %w", err)}
	}
	return opt, nil
}

// mode is the way of parsing.
func mode(bulk bool) syntax.Mode {
	if bulk {
		return syntax.Bulk
	}
	return syntax.Accurate
}

func (c *readCmd) Run(ctx context.Context, s streams) error {
	if c.Explain && c.Format != "text" {
		return usageError{errors.New("--explain goes with --format text; for one event use entente explain")}
	}
	opt, err := c.options()
	if err != nil {
		return err
	}
	know, err := coder.Load()
	if err != nil {
		return err
	}
	if c.Full && c.Format != "text" {
		return usageError{errors.New("--full goes with --format text; json and csv always hold everything")}
	}
	return s.read(ctx, know, pipeline.Files(c.Files, s.in), form{c.Format, c.Full},
		pipeline.Options{Article: opt, Mode: mode(c.Bulk), Jobs: jobs(c.Jobs), Explain: c.Explain})
}
