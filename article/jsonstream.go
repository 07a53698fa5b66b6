package article

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// readJSONStream reads a JSON array of articles, or objects that spread over
// several lines. A fault of form ends it: where the next article starts can't
// be known. A fault in a field concerns its article alone.
func readJSONStream(in *bufio.Reader, name string, opt Options, yield func(*Article, error) bool) {
	if bom, _ := in.Peek(3); string(bom) == "\xef\xbb\xbf" {
		_, _ = in.Discard(3) // just peeked
	}
	src := &lineCounter{in: in, left: maxDocument, line: 1}
	dec := json.NewDecoder(src)
	isArray, err := openArray(in, dec)
	for err == nil && (!isArray || dec.More()) {
		var raw json.RawMessage
		if err = dec.Decode(&raw); err != nil {
			break
		}
		line := src.lineAt(dec.InputOffset() - int64(len(raw)))
		src.left = maxDocument
		a, bad := decodeArticle(raw, opt)
		if bad != nil {
			bad = fmt.Errorf("read %s line %d: %w", name, line, bad)
		}
		if !yield(a, bad) {
			return
		}
	}
	if err == nil {
		_, err = dec.Token() // the closing bracket
	}
	if err == nil || errors.Is(err, io.EOF) && !isArray {
		return
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = errors.New("the JSON ends in the middle; the file may be cut off")
	} else if !errors.Is(err, errTooLong) {
		err = explainJSON(err)
	}
	yield(nil, fmt.Errorf("read %s line %d: %w", name, src.lineAt(dec.InputOffset()), err))
}

// openArray passes the opening bracket, if there is one.
func openArray(in *bufio.Reader, dec *json.Decoder) (bool, error) {
	for n := 1; n <= 4096; n++ {
		head, err := in.Peek(n)
		if len(head) < n {
			return false, err
		}
		switch head[n-1] {
		case ' ', '\t', '\r', '\n':
		case '[':
			_, err := dec.Token()
			return true, err
		default:
			return false, nil
		}
	}
	return false, nil
}

var errTooLong = fmt.Errorf("one article has more than %d MiB", maxDocument>>20)

// lineCounter tells on which line a byte stands, and bounds what is read for
// one article.
type lineCounter struct {
	in     io.Reader
	left   int   // bytes that may still be read for the article
	offset int64 // bytes read
	breaks []int64
	line   int // the line before the first of breaks ends
}

func (c *lineCounter) Read(p []byte) (int, error) {
	if c.left <= 0 {
		return 0, errTooLong
	}
	n, err := c.in.Read(p[:min(len(p), c.left)])
	for i, b := range p[:n] {
		if b == '\n' {
			c.breaks = append(c.breaks, c.offset+int64(i))
		}
	}
	c.offset += int64(n)
	c.left -= n
	return n, err
}

// lineAt gives the line of an offset; offsets must not go back.
func (c *lineCounter) lineAt(offset int64) int {
	i := 0
	for i < len(c.breaks) && c.breaks[i] < offset {
		i++
	}
	c.line += i
	c.breaks = c.breaks[i:]
	return c.line
}
