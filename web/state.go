package web

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"os"
	"runtime"
	"sync"
	"sync/atomic"

	"entente/coder"
	"entente/store"
)

// How many bytes are kept: of values, and of whole answers.
const (
	maxValues  = 96 << 20
	maxAnswers = 48 << 20
)

// thinkers is how many answers are reckoned at the same time: more would only
// get into each other's way, and into that of the answers that are kept.
func thinkers() int { return max(2, runtime.GOMAXPROCS(0)) }

// stateOf is the state of the database as last read.
type stateOf struct {
	atomic.Pointer[stated]
}

type stated struct {
	store.State
	tag string
}

// State names the state of the database and the version of the program: what
// was told in one state is told again in it word for word.
func (s *Server) State() string { return s.state.Load().tag }

// changed reads the state anew. Nobody else writes while the server has the
// file open, so that the state changes only when the server itself has stored
// something.
func (s *Server) changed(ctx context.Context) error {
	now, err := s.db.State(ctx)
	if err != nil {
		return err
	}
	s.state.Store(&stated{now, digest(build(), s.db.Path(), fmt.Sprint(now))})
	s.values.clear()
	s.answers.clear()
	select {
	case s.cold <- struct{}{}:
	default: // it is known already
	}
	return nil
}

// build tells one build of the program from another.
var build = sync.OnceValue(func() string {
	path, err := os.Executable()
	if err == nil {
		if info, err := os.Stat(path); err == nil {
			return fmt.Sprint(info.Size(), info.ModTime().UnixNano())
		}
	}
	return fmt.Sprint("process ", os.Getpid())
})

// digest is a short hash of some words.
func digest(words ...string) string {
	h := sha256.New()
	for _, w := range words {
		fmt.Fprintf(h, "%d:%s", len(w), w)
	}
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil)[:16])
}

// knowing loads what coding needs once, at the first text to be read. A
// failure is not kept.
type knowing struct {
	mu   sync.Mutex
	know *coder.Knowledge
}

// knowledge gives what coding needs.
func (s *Server) knowledge() (*coder.Knowledge, error) {
	s.knowing.mu.Lock()
	defer s.knowing.mu.Unlock()
	if s.knowing.know != nil {
		return s.knowing.know, nil
	}
	load := s.opt.Knowledge
	if load == nil {
		load = coder.Load
	}
	var err error
	s.knowing.know, err = load()
	return s.knowing.know, err
}
