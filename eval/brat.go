package eval

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"entente/record"
)

// GoldAttribution is an annotated attribution: whose words or thoughts the
// content is, and the words that tell so. Spans are bytes of the text; a
// missing source or cue, and the parts between which the text says something
// else, are as PolNeAR has them.
type GoldAttribution struct {
	Line    int // of the file, from 1
	Source  []record.Span
	Cue     []record.Span
	Content []record.Span
}

// ReadBrat reads the attributions of a file in brat's standoff form. Offsets in
// it count characters of the text that was annotated; starts says at which
// byte each of them stands in the text that the spans are wanted for, and
// last where that ends. Lines of annotation:
//
//	T1	Source 0 5;9 12	words of the text
//	E1	Attribution:T4 Source:T1 Cue:T2 Content:T3
//
// Attributions without content are passed over, as are brat's relations,
// attributes and notes.
func ReadBrat(annotation string, starts []int) ([]GoldAttribution, error) {
	r := bratReader{starts: starts, spans: map[string][]record.Span{}}
	type event struct {
		line  int
		roles []string
	}
	var events []event
	known := false // a line has been read that the next can continue
	for i, line := range strings.Split(annotation, "\n") {
		line = strings.TrimSuffix(line, "\r")
		id, rest, ok := strings.Cut(line, "\t")
		switch {
		case strings.TrimSpace(line) == "":
		case ok && isBratID(id, "T"):
			if err := r.addSpan(id, rest); err != nil {
				return nil, fmt.Errorf("line %d: %w", i+1, err)
			}
			known = true
		case ok && isBratID(id, "E"):
			events = append(events, event{i + 1, strings.Fields(rest)})
			known = true
		case ok && isBratID(id, "RAMN#"), ok && id == "*":
			known = true
		case known: // the words of the line before hold a line break
		default:
			return nil, fmt.Errorf("line %d: %q is no annotation; want lines that begin with T1, E1 and the like, and a tab", i+1, line)
		}
	}
	out := []GoldAttribution{}
	for _, e := range events {
		a, err := r.attribution(e.roles)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", e.line, err)
		}
		if a.Line = e.line; len(a.Content) > 0 {
			out = append(out, a)
		}
	}
	return out, nil
}

type bratReader struct {
	starts []int // the byte at which each character starts, and the end of the text
	spans  map[string][]record.Span
}

func (r *bratReader) addSpan(id, rest string) error {
	place, _, _ := strings.Cut(rest, "\t")
	_, offsets, ok := strings.Cut(place, " ")
	if !ok {
		return fmt.Errorf("%s: %q names no place; want a kind and two offsets", id, place)
	}
	for _, part := range strings.Split(offsets, ";") {
		from, to, _ := strings.Cut(part, " ")
		start, err := strconv.Atoi(from)
		end, err2 := strconv.Atoi(to)
		if err != nil || err2 != nil {
			return fmt.Errorf("%s: %q is no pair of offsets", id, part)
		}
		if start < 0 || end < start || end >= len(r.starts) {
			return fmt.Errorf("%s: %d to %d is outside of the text, which has %d characters; do annotation and text belong together?", id, start, end, len(r.starts)-1)
		}
		r.spans[id] = append(r.spans[id], record.Span{Start: r.starts[start], End: r.starts[end]})
	}
	return nil
}

// attribution collects the spans of an event; a role that occurs again is
// written Content2.
func (r *bratReader) attribution(roles []string) (GoldAttribution, error) {
	var a GoldAttribution
	for _, role := range roles {
		kind, id, ok := strings.Cut(role, ":")
		spans, known := r.spans[id]
		if !ok || !known {
			return a, fmt.Errorf("%q refers to no annotated words; want ROLE:ID of a line of this file", role)
		}
		switch strings.TrimRight(kind, "0123456789") {
		case "Source":
			a.Source = append(a.Source, spans...)
		case "Cue":
			a.Cue = append(a.Cue, spans...)
		case "Content":
			a.Content = append(a.Content, spans...)
		}
	}
	for _, spans := range [][]record.Span{a.Source, a.Cue, a.Content} {
		slices.SortFunc(spans, func(x, y record.Span) int { return x.Start - y.Start })
	}
	return a, nil
}

func isBratID(id, kinds string) bool {
	if len(id) < 2 || !strings.Contains(kinds, id[:1]) {
		return false
	}
	return strings.Trim(id[1:], "0123456789") == ""
}
