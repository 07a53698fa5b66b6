package web

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

func TestManyWhoAskTheSameAtOnceHaveItMadeOnce(t *testing.T) {
	m := newMemo(10)
	var made atomic.Int32
	let := make(chan struct{})
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			v, err := m.get(t.Context(), "x", func(context.Context) (any, int, error) {
				<-let
				return made.Add(1), 1, nil
			})
			if err != nil || v != int32(1) {
				t.Errorf("%v, %v", v, err)
			}
		})
	}
	close(let)
	all.Wait()
	if made.Load() != 1 {
		t.Errorf("made %d times", made.Load())
	}
}

func TestWhatIsKeptStaysWithinTheLimitAndTheLeastUsedGoesFirst(t *testing.T) {
	m := newMemo(10)
	made := map[string]int{}
	get := func(key string, size int) {
		if _, err := m.get(t.Context(), key, func(context.Context) (any, int, error) {
			made[key]++
			return key, size, nil
		}); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 5 {
		get(fmt.Sprint(i), 2)
	}
	get("0", 2) // the most recent now
	get("5", 4) // two must go: 1 and 2
	if m.size > 10 || len(m.entries) != m.order.Len() {
		t.Errorf("%d kept in %d entries, %d in order", m.size, len(m.entries), m.order.Len())
	}
	for _, key := range []string{"0", "3", "4", "5"} {
		get(key, 2)
	}
	if made["0"] != 1 || made["3"] != 1 || made["5"] != 1 {
		t.Errorf("made %v", made)
	}
	get("1", 2)
	if made["1"] != 2 {
		t.Errorf("what had to go was kept: %v", made)
	}
	get("large", 11)
	get("large", 11)
	get("not kept", -1)
	get("not kept", -1)
	if made["large"] != 2 || made["not kept"] != 2 {
		t.Errorf("made %v", made)
	}
}

func TestErrorsAreNotKeptAndAFaultConcernsWhoWaits(t *testing.T) {
	m := newMemo(10)
	wrong := errors.New("wrong")
	if _, err := m.get(t.Context(), "x", func(context.Context) (any, int, error) { return nil, 1, wrong }); !errors.Is(err, wrong) {
		t.Errorf("error %v", err)
	}
	var fault *panicked
	if _, err := m.get(t.Context(), "x", func(context.Context) (any, int, error) { panic("fish") }); !errors.As(err, &fault) || !strings.Contains(string(fault.stack), "cache_test.go") {
		t.Errorf("error %v", err)
	}
	if v, err := m.get(t.Context(), "x", func(context.Context) (any, int, error) { return 1, 1, nil }); v != 1 || err != nil {
		t.Errorf("%v, %v", v, err)
	}
}

func TestWhoGoesAwayDoesNotSpoilItForTheOthers(t *testing.T) {
	m := newMemo(10)
	ctx, leave := context.WithCancel(t.Context())
	begun, let := make(chan struct{}), make(chan struct{})
	go func() {
		<-begun
		leave()
	}()
	_, err := m.get(ctx, "x", func(ctx context.Context) (any, int, error) {
		close(begun)
		<-let
		return 7, 1, ctx.Err()
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("who left is told %v", err)
	}
	close(let)
	v, err := m.get(t.Context(), "x", func(context.Context) (any, int, error) { return 7, 1, nil })
	if v != 7 || err != nil {
		t.Errorf("%v, %v", v, err)
	}
}

func TestCachedValuesEndWithTheStateOfTheDatabase(t *testing.T) {
	s := served(t, Options{})
	n := 0
	next := func(context.Context) (int, error) { n++; return n, nil }
	for range 3 {
		if v, err := cached(t.Context(), s, "count", next); v != 1 || err != nil {
			t.Errorf("%d, %v", v, err)
		}
	}
	if err := s.changed(t.Context()); err != nil {
		t.Fatal(err)
	}
	if v, _ := cached(t.Context(), s, "count", next); v != 2 {
		t.Errorf("%d after a change", v)
	}
}
