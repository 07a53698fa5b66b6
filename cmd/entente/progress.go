package main

import (
	"fmt"
	"io"
	"os"
	"sync/atomic"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"

	"entente/pipeline"
)

// progressBar shows on the standard error how much of the input has been read
// and how fast. A nil bar shows nothing.
type progressBar struct {
	all  *mpb.Progress
	bar  *mpb.Bar
	rate atomic.Int64 // articles or rows a second
}

// progress makes a bar for the sources and lets them report to it what is
// read; nil where the standard error is no terminal.
func (s streams) progress(names []string, sources []pipeline.Source) *progressBar {
	f, ok := s.err.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	p := &progressBar{all: mpb.New(mpb.WithOutput(f), mpb.WithWidth(40))}
	p.bar = p.all.AddBar(sizeOf(names),
		mpb.PrependDecorators(decor.Percentage(decor.WCSyncSpace), decor.CountersKibiByte(" % .1f / % .1f")),
		mpb.AppendDecorators(
			decor.Any(func(decor.Statistics) string { return fmt.Sprintf(" %d/s ", p.rate.Load()) }),
			decor.AverageETA(decor.ET_STYLE_MMSS)))
	for i := range sources {
		open := sources[i].Open
		sources[i].Open = func() (io.ReadCloser, error) {
			in, err := open()
			if err != nil {
				return nil, err
			}
			return p.bar.ProxyReader(in)
		}
	}
	return p
}

// sizeOf adds up the bytes of files; what has no size counts as nothing.
func sizeOf(names []string) (total int64) {
	for _, name := range names {
		if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
			total += info.Size()
		}
	}
	return total
}

func (p *progressBar) show(s *pipeline.Speed) {
	if p != nil {
		p.rate.Store(int64(s.ArticlesPerSecond))
	}
}

// rateOf shows how many things were done in a time.
func (p *progressBar) rateOf(n int, took time.Duration) {
	if p != nil {
		p.rate.Store(int64(float64(n) / max(took.Seconds(), 1e-3)))
	}
}

// over gives a writer for what is to stand above the bar.
func (p *progressBar) over(w io.Writer) io.Writer {
	if p == nil {
		return w
	}
	return p.all
}

// end draws the bar a last time and leaves it standing.
func (p *progressBar) end() {
	if p == nil {
		return
	}
	p.bar.SetTotal(-1, true)
	p.all.Wait()
}
