package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"entente/coder"
	"entente/pipeline"
)

type benchCmd struct {
	Bulk  bool     `help:"Parse as read --bulk does."`
	Jobs  int      `short:"j" placeholder:"N" help:"Code this many articles at the same time. Default: one for each processor core."`
	JSON  bool     `name:"json" help:"Print one JSON object instead of a table."`
	Files []string `arg:"" name:"FILE" help:"Articles, as for entente read."`
}

// Help teaches by examples.
func (benchCmd) Help() string {
	return `Reads, codes and encodes every article as entente read --format json does, throws the output away, and prints articles and sentences a second, by the clock and per second of a core, and the most memory that was held. Loading the knowledge (a fraction of a second) is not counted.

	entente bench news.jsonl
	entente bench --bulk --jobs 1 --json news.jsonl`
}

func (c *benchCmd) Run(ctx context.Context, s streams) error {
	know, err := coder.Load()
	if err != nil {
		return err
	}
	sources := pipeline.Files(c.Files, s.in)
	bar := s.progress(c.Files, sources)
	speed, err := pipeline.Measure(ctx, know, sources, pipeline.Options{Mode: mode(c.Bulk), Jobs: jobs(c.Jobs)}, bar.show)
	bar.end()
	if err != nil {
		return err
	}
	if c.JSON {
		err = json.NewEncoder(s.out).Encode(speed)
	} else {
		_, err = io.WriteString(s.out, speed.String())
	}
	if err == nil && speed.Failed > 0 {
		err = fmt.Errorf("%d articles or files failed; entente read tells which", speed.Failed)
	}
	return err
}
