package main

import (
	"fmt"
	"slices"
	"sync"
	"time"
)

// measures collects requests by route.
type measures struct {
	mu sync.Mutex
	of map[string][]measure
}

func (m *measures) add(name string, one measure) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.of == nil {
		m.of = map[string][]measure{}
	}
	m.of[name] = append(m.of[name], one)
}

// print writes a line for each route and one for all; failed requests are an
// error.
func (m *measures) print(routes []route) error {
	fmt.Printf("%-14s%9s%10s%10s%10s%10s%12s%8s\n", "first byte, ms", "requests", "median", "p90", "p99", "slowest", "end, p99", "KB")
	var all []measure
	var failed error
	n := 0
	for _, r := range routes {
		list := m.of[r.name]
		all = append(all, list...)
		row(r.name, list)
		for _, one := range list {
			if one.err != nil {
				failed = one.err
				n++
			}
		}
	}
	row("all", all)
	if failed != nil {
		return fmt.Errorf("%d requests failed, such as %w", n, failed)
	}
	return nil
}

func row(name string, list []measure) {
	if len(list) == 0 {
		return
	}
	var first, last []time.Duration
	var bytes int64
	for _, one := range list {
		first, last = append(first, one.first), append(last, one.last)
		bytes += one.bytes
	}
	slices.Sort(first)
	slices.Sort(last)
	fmt.Printf("%-14s%9d%10.1f%10.1f%10.1f%10.1f%12.1f%8.0f\n", name, len(list),
		ms(share(first, .5)), ms(share(first, .9)), ms(share(first, .99)), ms(first[len(first)-1]), ms(share(last, .99)), float64(bytes)/float64(len(list))/1000)
}

// share gives the duration that a share of them does not exceed.
func share(sorted []time.Duration, of float64) time.Duration {
	return sorted[min(len(sorted)-1, int(of*float64(len(sorted))))]
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
