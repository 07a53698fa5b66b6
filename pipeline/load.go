package pipeline

import "sync"

// load weighs the text under way. One text heavier than the whole capacity is
// let through alone.
type load struct {
	mu       sync.Mutex
	changed  sync.Cond
	capacity int
	held     int
	closed   bool
}

func newLoad(capacity int) *load {
	l := &load{capacity: capacity}
	l.changed.L = &l.mu
	return l
}

// take waits until n fits; false means that the run has ended.
func (l *load) take(n int) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	for l.held > 0 && l.held+n > l.capacity && !l.closed {
		l.changed.Wait()
	}
	l.held += n
	return !l.closed
}

// put gives n back.
func (l *load) put(n int) {
	l.mu.Lock()
	l.held -= n
	l.mu.Unlock()
	l.changed.Signal()
}

// close lets everybody who waits go.
func (l *load) close() {
	l.mu.Lock()
	l.closed = true
	l.mu.Unlock()
	l.changed.Broadcast()
}
