package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// series are the measurements of one benchmark, by unit in the order printed.
type series struct {
	name   string
	units  []string
	values map[string][]float64
}

// shownUnits are those that a table has room for; bytes and allocations go
// together with the time they cost.
var shownUnits = []string{"ns/op", "tokens/s", "MB/s", "allocs/op"}

// tabulate gives a line for each benchmark, packages as headings.
func tabulate(text string) []string {
	var all []*series
	byName := map[string]*series{}
	pkg := ""
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		if len(fields) == 2 && fields[0] == "pkg:" {
			pkg = strings.TrimPrefix(fields[1], "entente/")
		}
		if len(fields) < 4 || !strings.HasPrefix(fields[0], "Benchmark") {
			continue
		}
		name, _, _ := strings.Cut(strings.TrimPrefix(fields[0], "Benchmark"), "-")
		name = pkg + " " + name
		s := byName[name]
		if s == nil {
			s = &series{name: name, values: map[string][]float64{}}
			byName[name] = s
			all = append(all, s)
		}
		s.read(fields[2:])
	}
	lines := make([]string, len(all))
	for i, s := range all {
		lines[i] = s.line()
	}
	return lines
}

// read takes pairs of number and unit.
func (s *series) read(fields []string) {
	for i := 0; i+1 < len(fields); i += 2 {
		v, err := strconv.ParseFloat(fields[i], 64)
		if err != nil {
			return
		}
		unit := fields[i+1]
		if s.values[unit] == nil {
			s.units = append(s.units, unit)
		}
		s.values[unit] = append(s.values[unit], v)
	}
}

func (s *series) line() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-29s", s.name)
	for _, unit := range shownUnits {
		if v := s.values[unit]; len(v) > 0 {
			fmt.Fprintf(&b, " %16s", measure(median(v), unit))
		} else {
			fmt.Fprintf(&b, " %16s", "")
		}
	}
	return strings.TrimRight(b.String(), " ")
}

func median(v []float64) float64 {
	v = slices.Sorted(slices.Values(v))
	n := len(v)
	return (v[n/2] + v[(n-1)/2]) / 2
}

// measure writes a measurement with three digits and the unit a reader expects.
func measure(v float64, unit string) string {
	switch {
	case unit != "ns/op":
		unit = strings.TrimSuffix(unit, "/op")
	case v >= 1e9:
		v, unit = v/1e9, "s"
	case v >= 1e6:
		v, unit = v/1e6, "ms"
	case v >= 1e3:
		v, unit = v/1e3, "µs"
	default:
		unit = "ns"
	}
	digits := 0
	if v < 100 && v != float64(int(v)) {
		digits = 1
	}
	return strconv.FormatFloat(v, 'f', digits, 64) + " " + unit
}
