package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
)

// Measure is what a comparison with annotation came to. It prints itself as a
// table, as one JSON object whose figures are fractions between 0 and 1, and
// as the list of everything that went wrong.
type Measure interface {
	Write(io.Writer) error
	WriteJSON(io.Writer) error
	WriteErrors(io.Writer) error
}

// NewCode makes a coder for one worker; coders hold buffers.
type NewCode func() Code

// inParallel lets one coder for each processor core work on the items; the
// results stand in the order of the items, whichever worker was faster.
func inParallel[T, R any](items []T, newCode NewCode, do func(Code, *T) R) []R {
	out := make([]R, len(items))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(items)) {
		workers.Go(func() {
			code := newCode()
			for i := int(next.Add(1)) - 1; i < len(items); i = int(next.Add(1)) - 1 {
				out[i] = do(code, &items[i])
			}
		})
	}
	workers.Wait()
	return out
}

// Miss is one item that came out otherwise than annotated.
type Miss struct {
	ID    string // of the item, or its line
	Gold  string // what is annotated
	Found string // what was coded instead, with the rule that did; "nothing" if so
	Words string // of the text
}

// writeMisses lists misses, a blank line between them.
func writeMisses(w io.Writer, misses []Miss) error {
	b := bufio.NewWriter(w)
	for _, m := range misses {
		fmt.Fprintf(b, "== %s\n    want   %s\n    found  %s\n    words  %s\n\n", m.ID, m.Gold, m.Found, strings.Join(strings.Fields(m.Words), " "))
	}
	return b.Flush()
}

// writeObject prints one JSON object with its fractions rounded by the caller.
func writeObject(w io.Writer, object any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(object)
}
