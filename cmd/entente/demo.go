package main

import (
	"context"

	"entente/coder"
	"entente/pipeline"
	"entente/testdata/articles"
)

type demoCmd struct {
	Format string `short:"f" enum:"text,json,csv" default:"text" help:"What to print: text, json or csv, as entente read."`
	Full   bool   `help:"Print the long form of the briefs."`
}

// Help says what is shown.
func (demoCmd) Help() string {
	return `Reads six articles that are built into the program, written for this project about real happenings, and prints their briefs:

	entente demo
	entente demo --format json | head -1`
}

func (c *demoCmd) Run(ctx context.Context, s streams) error {
	know, err := coder.Load()
	if err != nil {
		return err
	}
	return s.read(ctx, know, pipeline.Embedded(articles.Demo, articles.DemoNames()), form{c.Format, c.Full}, pipeline.Options{Jobs: jobs(0)})
}
