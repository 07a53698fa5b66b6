package pipeline

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"strings"
	"time"

	"entente/coder"
)

// Speed is how fast articles went from their bytes to their records.
type Speed struct {
	Articles  int `json:"articles"`
	Failed    int `json:"failed"`
	Sentences int `json:"sentences"`
	Events    int `json:"events"`
	Bytes     int `json:"bytes"` // of cleaned text
	Jobs      int `json:"jobs"`

	Seconds    float64 `json:"seconds"`     // by the clock, without loading the knowledge
	CPUSeconds float64 `json:"cpu_seconds"` // of all cores together; 0 where the system does not tell
	PeakMemory int64   `json:"peak_memory"` // bytes, resident; 0 where the system does not tell

	ArticlesPerSecond      float64 `json:"articles_per_s"`
	SentencesPerSecond     float64 `json:"sentences_per_s"`
	ArticlesPerCoreSecond  float64 `json:"articles_per_core_s"`
	SentencesPerCoreSecond float64 `json:"sentences_per_core_s"`
}

// Measure runs the sources through reading, coding and writing as JSON, and
// throws the output away. After each article it calls progress with what has
// been done so far, where that is not nil.
func Measure(ctx context.Context, k *coder.Knowledge, sources []Source, opt Options, progress func(*Speed)) (*Speed, error) {
	s := &Speed{Jobs: max(opt.Jobs, 1)}
	out := json.NewEncoder(io.Discard)
	start, used := time.Now(), cpuTime()
	err := Run(ctx, k, sources, opt, func(res Result) bool {
		if res.Err != nil {
			s.Failed++
			return true
		}
		s.Articles++
		s.Sentences += len(res.Record.Sentences)
		s.Events += len(res.Record.Events)
		s.Bytes += len(res.Article.Text)
		s.rate(time.Since(start), cpuTime()-used)
		if progress != nil {
			progress(s)
		}
		return out.Encode(res.Record) == nil
	})
	s.rate(time.Since(start), cpuTime()-used)
	s.PeakMemory = PeakMemory()
	return s, err
}

// rate works the rates out. Where the system does not tell the CPU time, the
// cores count as busy all the time.
func (s *Speed) rate(clock, cpu time.Duration) {
	s.Seconds, s.CPUSeconds = clock.Seconds(), cpu.Seconds()
	core := s.CPUSeconds
	if core == 0 {
		core = s.Seconds * float64(min(s.Jobs, runtime.NumCPU()))
	}
	s.ArticlesPerSecond = float64(s.Articles) / max(s.Seconds, 1e-9)
	s.SentencesPerSecond = float64(s.Sentences) / max(s.Seconds, 1e-9)
	s.ArticlesPerCoreSecond = float64(s.Articles) / max(core, 1e-9)
	s.SentencesPerCoreSecond = float64(s.Sentences) / max(core, 1e-9)
}

// String gives the figures as a table.
func (s *Speed) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-12s%10s  %12s  %12s\n", "", "done", "a second", "per core")
	fmt.Fprintf(&b, "%-12s%10d  %12.0f  %12.0f\n", "articles", s.Articles, s.ArticlesPerSecond, s.ArticlesPerCoreSecond)
	fmt.Fprintf(&b, "%-12s%10d  %12.0f  %12.0f\n", "sentences", s.Sentences, s.SentencesPerSecond, s.SentencesPerCoreSecond)
	fmt.Fprintf(&b, "%-12s%10d\n", "events", s.Events)
	if s.Failed > 0 {
		fmt.Fprintf(&b, "%-12s%10d\n", "failed", s.Failed)
	}
	fmt.Fprintf(&b, "time %.1f s, of the cores %.1f s, %d jobs; peak memory %d MB\n", s.Seconds, s.CPUSeconds, s.Jobs, s.PeakMemory/1e6)
	return b.String()
}
