package main

import (
	"context"
	"fmt"
	"time"

	"entente/coder"
	"entente/pipeline"
	"entente/store"
)

type ingestCmd struct {
	articleFlags
	databaseFlags
	Bulk  bool     `help:"Parse faster and a little less well; for archives."`
	Jobs  int      `short:"j" placeholder:"N" help:"Code this many articles at the same time. Default: one for each processor core."`
	Batch int      `hidden:"" help:"Articles in one transaction."`
	Files []string `arg:"" name:"FILE" help:"Articles, as for entente read, or folders with them. A dash stands for the standard input."`
}

// Help teaches by examples.
func (ingestCmd) Help() string {
	return `Reads and codes articles and stores them with everything found in them: events, statements, dialogues, conditions, what to watch, assessments, each with its sentence. What several articles report is stored as one event with its witnesses.

	entente ingest news/                              every article below a folder, into entente.db
	entente ingest --db asia.db news.jsonl.gz page.html
	zcat 2015.jsonl.gz | entente ingest --bulk -

An article that is stored already is passed over, so the same command can be run again at any time: after an interruption it goes on where it stopped, and on a folder that grows it takes what is new. Each batch of articles is stored in full or not at all.

Then: entente tie KOR JPN, entente movers, entente sql.`
}

func (c *ingestCmd) Run(ctx context.Context, s streams) (err error) {
	opt, err := c.options()
	if err != nil {
		return err
	}
	files, passed, err := pipeline.Walk(c.Files)
	if err != nil {
		return err
	}
	know, err := coder.Load()
	if err != nil {
		return err
	}
	db, err := c.open(ctx, store.Write)
	if err != nil {
		return c.inUse(ctx, err)
	}
	defer closing(db, &err)
	sources := pipeline.Files(files, s.in)
	bar := s.progress(files, sources)
	told := streams{err: bar.over(s.err)}
	begun := time.Now()
	done, err := pipeline.Ingest(ctx, know, sources, pipeline.IngestOptions{
		Options:  pipeline.Options{Article: opt, Mode: mode(c.Bulk), Jobs: jobs(c.Jobs)},
		Batch:    c.Batch,
		Hash:     store.ContentHash,
		Tell:     func(err error) { told.fail(err, exitFailed) },
		Progress: func(in *pipeline.Ingested) { bar.rateOf(in.Stored+in.Known, time.Since(begun)) },
	}, db)
	if err == nil {
		err = db.Compact(ctx, done.Events)
	}
	bar.end()
	if done != nil {
		s.ingested(done, passed, c.DB)
	}
	if err == nil && done.Failed+done.Conflicts > 0 {
		return errSomeFailed
	}
	return err
}

// ingested prints what an ingestion came to.
func (s streams) ingested(in *pipeline.Ingested, passed int, path string) {
	fmt.Fprintf(s.out, "%d articles stored in %s: %d sentences, %d events, %d statements, %d dialogues, %d conditions, %d to watch, %d assessments\n",
		in.Stored, path, in.Sentences, in.Events, in.Statements, in.Mechanisms, in.Conditions, in.Watch, in.Assessments)
	for _, rest := range []struct {
		n    int
		what string
	}{
		{in.Known, "were stored already"},
		{in.Conflicts, "have the id of another article and were left out"},
		{in.Failed, "could not be read or coded"},
		{passed, "files have another ending than articles and were passed over"},
	} {
		if rest.n > 0 {
			fmt.Fprintf(s.out, "%d %s\n", rest.n, rest.what)
		}
	}
}
