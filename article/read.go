package article

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"github.com/klauspost/compress/gzip"
	"io"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"
	"golang.org/x/net/html/charset"
)

// Limits of what is read. They stand far above any article and keep a broken
// or hostile input from filling the memory.
const (
	maxDocument = 64 << 20  // bytes of a page, a text or an indented JSON object, uncompressed
	maxLine     = 32 << 20  // bytes of one JSON line
	maxSkip     = 256 << 20 // bytes of an overlong line that are passed over in search of its end
)

// Read yields every article of one input, whose form it finds out itself: a
// web page, JSON lines, a JSON array or object, or plain text; any of these
// compressed with gzip or zstd. The name stands in errors. An error concerns
// one article, or the whole input where that can't be read; it names the
// input and the line. Reading goes on after it where it can, until yield
// returns false.
func Read(r io.Reader, name string, opt Options, yield func(*Article, error) bool) {
	in, closeInput, err := decompress(r)
	if err != nil {
		yield(nil, fmt.Errorf("read %s: %w", name, err))
		return
	}
	defer closeInput()
	head, err := in.Peek(4096)
	if err != nil && !errors.Is(err, io.EOF) {
		yield(nil, fmt.Errorf("read %s: %w", name, err))
		return
	}
	switch form := sniff(head); form {
	case jsonLines:
		readJSONLines(in, name, opt, yield)
	case jsonArray:
		readJSONStream(in, name, opt, yield)
	default:
		readDocument(in, form, name, opt, yield)
	}
}

// readDocument reads an input that is one article.
func readDocument(in io.Reader, form form, name string, opt Options, yield func(*Article, error) bool) {
	raw, err := io.ReadAll(io.LimitReader(in, maxDocument+1))
	if err != nil {
		yield(nil, fmt.Errorf("read %s: %w; the file may be cut off or damaged", name, err))
		return
	}
	if len(raw) > maxDocument {
		yield(nil, fmt.Errorf("read %s: the text is longer than %d MiB uncompressed, which no article is; split the input or use JSON lines", name, maxDocument>>20))
		return
	}
	var d *draft
	if form == webPage {
		d = readPage(raw)
	} else {
		d = readText(decodeText(raw))
	}
	if d.title == "" && len(d.paragraphs) == 0 {
		yield(nil, fmt.Errorf("read %s: no text found; give an article as plain text, HTML or JSON lines", name))
		return
	}
	yield(d.finish(opt), nil)
}

// decompress unpacks gzip and zstd, which their first bytes tell.
func decompress(r io.Reader) (*bufio.Reader, func(), error) {
	in := bufio.NewReaderSize(r, 64<<10)
	head, err := in.Peek(4)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, nil, err
	}
	switch {
	case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
		z, err := gzip.NewReader(in)
		if err != nil {
			return nil, nil, fmt.Errorf("unpack gzip: %w; the file is damaged", err)
		}
		return bufio.NewReaderSize(z, 64<<10), func() { z.Close() }, nil
	case bytes.HasPrefix(head, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		z, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(256<<20))
		if err != nil {
			return nil, nil, fmt.Errorf("unpack zstd: %w; the file is damaged", err)
		}
		return bufio.NewReaderSize(z, 64<<10), z.Close, nil
	}
	return in, func() {}, nil
}

// form is what kind of input it is.
type form uint8

const (
	plainText form = iota
	webPage
	jsonLines
	jsonArray // also one object over several lines
)

// sniff tells the form from the first bytes.
func sniff(head []byte) form {
	s := bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	if isUTF16(head) {
		s = []byte(decodeText(head[:len(head)&^1]))
	}
	s = bytes.TrimLeft(s, " \t\r\n\x00")
	switch {
	case len(s) == 0:
		return plainText
	case s[0] == '{':
		return sniffObject(s)
	case s[0] == '[':
		rest := bytes.TrimLeft(s[1:], " \t\r\n")
		if len(rest) > 0 && (rest[0] == '{' || rest[0] == ']') {
			return jsonArray
		}
	case s[0] == '<':
		if looksLikeHTML(s) {
			return webPage
		}
	}
	return plainText
}

// sniffObject tells JSON lines from one object over several lines: there the
// first line doesn't hold a whole object and the second opens none.
func sniffObject(s []byte) form {
	rest := bytes.TrimLeft(s[1:], " \t\r\n")
	if len(rest) > 0 && rest[0] != '"' && rest[0] != '}' {
		return plainText
	}
	first, more, cut := bytes.Cut(s, []byte("\n"))
	first = bytes.TrimSpace(first)
	if !cut || bytes.HasSuffix(first, []byte("}")) {
		return jsonLines
	}
	if more = bytes.TrimSpace(more); len(more) > 0 && more[0] == '{' {
		return jsonLines
	}
	return jsonArray
}

// htmlOpenings begin pages and fragments of pages.
var htmlOpenings = [...]string{
	"<!doctype", "<html", "<head", "<body", "<?xml", "<!--", "<meta", "<title", "<script", "<style", "<link",
	"<article", "<section", "<main", "<header", "<nav", "<div", "<table", "<p>", "<p ", "<h1", "<h2", "<h3", "<span", "<a ", "<br", "<b>", "<center", "<font", "<iframe", "<amp-", "<noscript", "<form", "<ul", "<base",
}

func looksLikeHTML(s []byte) bool {
	lower := bytes.ToLower(s[:min(len(s), 2048)])
	for _, tag := range htmlOpenings {
		if bytes.HasPrefix(lower, []byte(tag)) {
			return true
		}
	}
	return bytes.Contains(lower, []byte("<html")) || bytes.Contains(lower, []byte("<body"))
}

func isUTF16(b []byte) bool {
	return len(b) >= 2 && (b[0] == 0xff && b[1] == 0xfe || b[0] == 0xfe && b[1] == 0xff)
}

// decodeText brings plain text into UTF-8: by its byte order mark; as it is
// where it is UTF-8, also with damage; else as windows-1252, which the older
// text files of western newsrooms are.
func decodeText(raw []byte) string {
	if isUTF16(raw) {
		return decodeUTF16(raw)
	}
	raw = bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))
	if utf8.Valid(raw) || hasMultibyte(raw) {
		return string(raw)
	}
	e, _ := charset.Lookup("windows-1252")
	if out, err := e.NewDecoder().Bytes(raw); err == nil {
		return string(out)
	}
	return string(raw)
}

// hasMultibyte says that some letter of raw is written as UTF-8 writes it.
func hasMultibyte(raw []byte) bool {
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		if size > 1 && r != utf8.RuneError {
			return true
		}
		i += size
	}
	return false
}

func decodeUTF16(raw []byte) string {
	big := raw[0] == 0xfe
	units := make([]uint16, 0, len(raw)/2)
	for i := 2; i+1 < len(raw); i += 2 {
		if big {
			units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
		} else {
			units = append(units, uint16(raw[i+1])<<8|uint16(raw[i]))
		}
	}
	return string(utf16.Decode(units))
}
