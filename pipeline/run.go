package pipeline

import (
	"context"
	"fmt"
	"io"
	"sync"

	"entente/article"
	"entente/coder"
	"entente/record"
	"entente/syntax"
)

// Limits of the work under way. Coding needs about forty times the memory of
// the text itself, most of it for trees.
const (
	maxUnderWay = 4 << 20 // bytes of text that are read and not yet written out
	maxArticle  = 2 << 20 // bytes of text of one article; a long book has one million
	perWorker   = 16      // articles read ahead for each worker
)

// Source is one input: a file, or the standard input.
type Source struct {
	Name string // stands in errors
	Open func() (io.ReadCloser, error)
}

// Options say how to read and code.
type Options struct {
	Article article.Options
	Mode    syntax.Mode
	Jobs    int  // articles coded at the same time; 0 or less means one
	Explain bool // explain every event as well
	// Skip, where it is not nil, is asked before an article is coded. One that
	// is to be skipped comes out as a result without record; an error stands in
	// for it. It is called from one goroutine, in the order of the input.
	Skip func(*article.Article) (bool, error)
}

// Result is one article with its record (none where it was skipped), or an
// error about one article or one source. The sources after it are still read.
type Result struct {
	Source       string
	Article      *article.Article
	Record       *record.Record
	Explanations []*coder.Explanation // one for each event, if asked for
	Err          error
}

// Run codes every article of every source and hands each result to yield, in
// the order of the input and from one goroutine, until yield returns false or
// ctx ends.
func Run(ctx context.Context, k *coder.Knowledge, sources []Source, opt Options, yield func(Result) bool) error {
	inner, stop := context.WithCancel(ctx)
	defer stop()
	r := &run{
		ctx:   inner,
		opt:   opt,
		queue: make(chan *task, perWorker*max(opt.Jobs, 1)),
		order: make(chan *task, perWorker*max(opt.Jobs, 1)),
		load:  newLoad(maxUnderWay),
	}
	var workers sync.WaitGroup
	for range max(opt.Jobs, 1) {
		workers.Go(func() { r.work(k) })
	}
	go r.read(sources)
	r.deliver(yield)
	stop()
	r.load.close()
	workers.Wait()
	return context.Cause(ctx)
}

// run is one call of Run.
type run struct {
	ctx   context.Context
	opt   Options
	queue chan *task // to the workers
	order chan *task // to the writer, in the order of the input
	load  *load
}

// task is one result on its way.
type task struct {
	result Result
	weight int
	ready  chan struct{} // closed when the result is complete
}

// deliver hands the results over in order.
func (r *run) deliver(yield func(Result) bool) {
	for t := range r.order {
		select {
		case <-t.ready:
		case <-r.ctx.Done():
			return
		}
		if !yield(t.result) {
			return
		}
		r.load.put(t.weight)
	}
}

// read reads the sources one after the other and hands out tasks.
func (r *run) read(sources []Source) {
	defer close(r.order)
	defer close(r.queue)
	for _, s := range sources {
		if !r.readSource(s) {
			return
		}
	}
}

func (r *run) readSource(s Source) bool {
	in, err := s.Open()
	if err != nil {
		return r.send(&task{result: Result{Source: s.Name, Err: err}})
	}
	defer in.Close()
	going := true
	article.Read(in, s.Name, r.opt.Article, func(a *article.Article, err error) bool {
		t := &task{result: Result{Source: s.Name, Article: a, Err: err}}
		if err == nil && len(a.Text) > maxArticle {
			t.result.Article = nil
			t.result.Err = fmt.Errorf("read %s: the text of article %s has %d bytes; no news article is longer than %d: split it into articles, one to a JSON line",
				s.Name, a.ID, len(a.Text), maxArticle)
		}
		going = r.sendUnlessSkipped(t)
		return going
	})
	return going
}

// sendUnlessSkipped sends a task on, coded already where it is to be skipped.
func (r *run) sendUnlessSkipped(t *task) bool {
	if t.result.Err != nil || r.opt.Skip == nil {
		return r.send(t)
	}
	skip, err := r.opt.Skip(t.result.Article)
	switch {
	case err != nil:
		t.result.Article, t.result.Err = nil, err
	case skip:
		t.ready = make(chan struct{})
		close(t.ready)
		return r.sendTo(r.order, t)
	}
	return r.send(t)
}

// send puts a task on its way; false means that the run has ended.
func (r *run) send(t *task) bool {
	t.ready = make(chan struct{})
	if t.result.Err != nil {
		close(t.ready)
		return r.sendTo(r.order, t)
	}
	t.weight = len(t.result.Article.Text)
	if !r.load.take(t.weight) {
		return false
	}
	return r.sendTo(r.order, t) && r.sendTo(r.queue, t)
}

func (r *run) sendTo(c chan *task, t *task) bool {
	select {
	case c <- t:
		return true
	case <-r.ctx.Done():
		return false
	}
}

// work codes articles with a coder of its own.
func (r *run) work(k *coder.Knowledge) {
	c := coder.New(k, r.opt.Mode)
	for {
		select {
		case <-r.ctx.Done():
			return
		case t, more := <-r.queue:
			if !more {
				return
			}
			code(c, &t.result, r.opt.Explain)
			close(t.ready)
		}
	}
}

// code completes a result. A panic of the coder is a fault of the program, but
// it costs one article, not the whole run.
func code(c *coder.Coder, res *Result, explain bool) {
	defer func() {
		if fault := recover(); fault != nil {
			res.Record, res.Explanations = nil, nil
			res.Err = fmt.Errorf("code %s, article %s: fault of the program: %v; please report it with the article", res.Source, res.Article.ID, fault)
		}
	}()
	res.Record = c.Code(res.Article)
	if !explain {
		return
	}
	for _, e := range res.Record.Events {
		x, err := c.Explain(res.Article, e.ID)
		if err != nil {
			res.Err = fmt.Errorf("explain %s, article %s: %w", res.Source, res.Article.ID, err)
			return
		}
		res.Explanations = append(res.Explanations, x)
	}
}
