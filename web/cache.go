package web

import (
	"container/list"
	"context"
	"fmt"
	"reflect"
	"runtime/debug"
	"sync"
)

// cached gives what produce makes for a key, and has it made once only as long as the
// database stays as it is: who asks for it meanwhile waits for the one that is
// at it. The context that produce gets ends with the time limit of a request, not
// with the requester, so that one who goes away doesn't spoil it for the others.
// What is cached is shared: nobody may change it. Errors are not kept.
//
// Keys are one space for all: begin them with what is made ("tie ", "movers ").
func cached[T any](ctx context.Context, s *Server, key string, produce func(context.Context) (T, error)) (T, error) {
	v, err := s.values.get(ctx, s.State()+" "+key, func(ctx context.Context) (any, int, error) {
		v, err := produce(ctx)
		return v, len(key) + weight(reflect.ValueOf(v), 0), err
	})
	if err != nil {
		var none T
		return none, err
	}
	return v.(T), nil
}

// memo keeps what was made last, up to a total size; the least recently used
// goes first. It is safe for concurrent use.
type memo struct {
	mu      sync.Mutex
	limit   int
	size    int
	entries map[string]*list.Element
	order   list.List // of *entry, the most recently used first
	pending map[string]*making
}

type entry struct {
	key   string
	value any
	size  int
}

// making is a value that is being made.
type making struct {
	done  chan struct{} // closed when the rest is set
	value any
	err   error
}

func newMemo(limit int) *memo {
	return &memo{limit: limit, entries: map[string]*list.Element{}, pending: map[string]*making{}}
}

// get gives the value of a key, which produce makes and measures where it is not
// there. A size below 0 says that it is not to be kept.
func (m *memo) get(ctx context.Context, key string, produce func(context.Context) (any, int, error)) (any, error) {
	m.mu.Lock()
	if e, ok := m.entries[key]; ok {
		m.order.MoveToFront(e)
		m.mu.Unlock()
		return e.Value.(*entry).value, nil
	}
	p := m.pending[key]
	if p == nil {
		p = &making{done: make(chan struct{})}
		m.pending[key] = p
		go m.fill(ctx, key, p, produce)
	}
	m.mu.Unlock()
	select {
	case <-p.done:
		return p.value, p.err
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

func (m *memo) fill(ctx context.Context, key string, p *making, produce func(context.Context) (any, int, error)) {
	ctx, stop := context.WithTimeout(context.WithoutCancel(ctx), requestTime)
	defer stop()
	size := -1
	defer func() {
		if fault := recover(); fault != nil {
			p.value, p.err = nil, &panicked{fault, debug.Stack()}
		}
		m.mu.Lock()
		delete(m.pending, key)
		if p.err == nil && size >= 0 {
			m.keep(&entry{key, p.value, size})
		}
		m.mu.Unlock()
		close(p.done)
	}()
	p.value, size, p.err = produce(ctx)
}

// keep puts an entry in and others out.
func (m *memo) keep(e *entry) {
	if e.size > m.limit {
		return
	}
	m.entries[e.key] = m.order.PushFront(e)
	m.size += e.size
	for m.size > m.limit {
		last := m.order.Back()
		gone := m.order.Remove(last).(*entry)
		delete(m.entries, gone.key)
		m.size -= gone.size
	}
}

// clear forgets everything.
func (m *memo) clear() {
	m.mu.Lock()
	defer m.mu.Unlock()
	clear(m.entries)
	m.order.Init()
	m.size = 0
}

// weight is about how many bytes a value holds. Lists of what points nowhere
// are not gone through, and what is nested deep is passed over.
func weight(v reflect.Value, depth int) int {
	if !v.IsValid() || depth > 12 {
		return 0
	}
	n := int(v.Type().Size())
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			n += weight(v.Elem(), depth+1)
		}
	case reflect.String:
		n += v.Len()
	case reflect.Struct:
		for i := range v.NumField() {
			n += weight(v.Field(i), depth+1) - int(v.Field(i).Type().Size())
		}
	case reflect.Slice, reflect.Array:
		if flat(v.Type().Elem()) {
			return n + v.Len()*int(v.Type().Elem().Size())
		}
		for i := range v.Len() {
			n += weight(v.Index(i), depth+1)
		}
	case reflect.Map:
		for i := v.MapRange(); i.Next(); {
			n += weight(i.Key(), depth+1) + weight(i.Value(), depth+1)
		}
	}
	return n
}

// flat tells whether values of a type point nowhere.
func flat(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Pointer, reflect.Interface, reflect.String, reflect.Slice, reflect.Map, reflect.Func, reflect.Chan:
		return false
	case reflect.Array:
		return flat(t.Elem())
	case reflect.Struct:
		for i := range t.NumField() {
			if !flat(t.Field(i).Type) {
				return false
			}
		}
	}
	return true
}

// panicked is a fault of the program in a goroutine of its own, to be told in
// that of the request.
type panicked struct {
	fault any
	stack []byte
}

func (p *panicked) Error() string { return fmt.Sprintf("fault of the program: %v", p.fault) }
