package pipeline

import (
	"context"
	"fmt"

	"entente/article"
	"entente/coder"
	"entente/record"
)

// Sink is where Ingest puts what it has coded.
type Sink interface {
	// Known gives the content hash of every article that is there, by its id.
	Known(ctx context.Context) (map[string]uint64, error)
	// Add takes a batch in full or not at all.
	Add(ctx context.Context, batch []record.Sourced) error
}

// A batch ends with whichever comes first. A larger one gains little and loses
// more where the process dies.
const (
	batchArticles = 200
	batchBytes    = 2 << 20 // of text
)

// Ingested is what an ingestion came to. Read is the sum of Stored, Known and
// Conflicts, and of the articles among Failed.
type Ingested struct {
	Stored    int // articles coded and stored
	Known     int // articles that were there already
	Conflicts int // articles whose id another article has
	Failed    int // articles or files that could not be read or coded

	Sentences, Events, Statements, Mechanisms, Conditions, Watch, Assessments int // of the stored
}

// IngestOptions say how to ingest.
type IngestOptions struct {
	Options
	Batch    int                                        // articles in one transaction; 0 for the usual number
	Hash     func(title, published, text string) uint64 // the content hash as the sink computes it
	Tell     func(error)                                // is told every failure and conflict
	Progress func(*Ingested)                            // is called after each article, where it is not nil
}

// Ingest codes every article that the sink does not have and adds them to it,
// batch by batch in the order of the input. What was added before an error
// stays; beginning again goes on from there.
func Ingest(ctx context.Context, k *coder.Knowledge, sources []Source, opt IngestOptions, sink Sink) (*Ingested, error) {
	known, err := sink.Known(ctx)
	if err != nil {
		return nil, err
	}
	in := &ingestion{opt: opt, sink: sink, known: known}
	opt.Skip = in.skip
	err = Run(ctx, k, sources, opt.Options, func(res Result) bool {
		in.err = in.take(ctx, res)
		return in.err == nil
	})
	if err == nil {
		err = in.err
	}
	if err == nil {
		err = in.flush(ctx)
	}
	return &in.done, err
}

// ingestion is one call of Ingest.
type ingestion struct {
	opt   IngestOptions
	sink  Sink
	known map[string]uint64 // only the reading goroutine uses it
	batch []record.Sourced
	bytes int
	done  Ingested
	err   error
}

// conflict is an error about two articles with one id.
type conflict struct{ id string }

func (c conflict) Error() string {
	return fmt.Sprintf("article %s: another article with this id is stored already, with other words or another time; the stored one stays. Give each article an id of its own", c.id)
}

// skip tells whether the article is there already.
func (in *ingestion) skip(a *article.Article) (bool, error) {
	hash := in.opt.Hash(a.Title, a.Published.String(), a.Text)
	old, there := in.known[a.ID]
	switch {
	case !there:
		in.known[a.ID] = hash
		return false, nil
	case old == hash:
		return true, nil
	}
	return false, conflict{a.ID}
}

// take handles one result.
func (in *ingestion) take(ctx context.Context, res Result) error {
	if in.opt.Progress != nil {
		defer in.opt.Progress(&in.done)
	}
	if _, twice := res.Err.(conflict); twice {
		in.done.Conflicts++
		in.opt.Tell(fmt.Errorf("%s: %w", res.Source, res.Err))
		return nil
	}
	switch {
	case res.Err != nil:
		in.done.Failed++
		in.opt.Tell(res.Err)
		return nil
	case res.Record == nil:
		in.done.Known++
		return nil
	}
	in.batch = append(in.batch, record.Sourced{Record: res.Record, Source: res.Source})
	in.bytes += len(res.Record.Article.Text)
	limit := in.opt.Batch
	if limit == 0 {
		limit = batchArticles
	}
	if len(in.batch) >= limit || in.bytes >= batchBytes {
		return in.flush(ctx)
	}
	return nil
}

// flush adds the batch to the sink.
func (in *ingestion) flush(ctx context.Context) error {
	if len(in.batch) == 0 {
		return nil
	}
	if err := in.sink.Add(ctx, in.batch); err != nil {
		return err
	}
	for _, r := range in.batch {
		in.done.count(r.Record)
	}
	clear(in.batch)
	in.batch, in.bytes = in.batch[:0], 0
	return nil
}

func (d *Ingested) count(r *record.Record) {
	d.Stored++
	d.Sentences += len(r.Sentences)
	d.Events += len(r.Events)
	d.Statements += len(r.Statements)
	d.Mechanisms += len(r.Mechanisms)
	d.Conditions += len(r.Conditions)
	d.Watch += len(r.Watch)
	d.Assessments += len(r.Assessments)
}
