package article

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// jsonArticle are the fields that are read; others are ignored. Text may
// stand under "text" or "body".
type jsonArticle struct {
	ID        jsonScalar `json:"id"`
	Title     string     `json:"title"`
	Published string     `json:"published"`
	Text      string     `json:"text"`
	Body      string     `json:"body"`
	URL       string     `json:"url"`
	Outlet    string     `json:"outlet"`
	Language  string     `json:"language"`
	Dateline  string     `json:"dateline"`
	Agency    string     `json:"agency"`
	Byline    jsonNames  `json:"byline"`
}

// jsonScalar is a string or a number: many collections number their articles.
type jsonScalar string

func (s *jsonScalar) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] != '"' {
		if b[0] == '{' || b[0] == '[' {
			return errors.New("field id must be a string or a number")
		}
		if string(b) != "null" {
			*s = jsonScalar(b)
		}
		return nil
	}
	return json.Unmarshal(b, (*string)(s))
}

// jsonNames is a byline as one string or a list of them.
type jsonNames []string

func (n *jsonNames) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '[' {
		return json.Unmarshal(b, (*[]string)(n))
	}
	var one *string
	if err := json.Unmarshal(b, &one); err != nil {
		return errors.New("field byline must be a string or a list of strings")
	}
	if one != nil {
		*n = []string{*one}
	}
	return nil
}

// draft cleans the fields. A text that comes without a title is read as a
// pasted page, and what its header tells fills the empty fields.
func (j *jsonArticle) draft() (*draft, error) {
	text := j.Text
	if text == "" {
		text = j.Body
	}
	if strings.TrimSpace(text) == "" && strings.TrimSpace(j.Title) == "" {
		return nil, errors.New(`neither "text" nor "title" has a value`)
	}
	var published Time
	if j.Published != "" {
		t, ok := parseFieldTime(j.Published)
		if !ok {
			_, err := ParsePublished(j.Published)
			return nil, fmt.Errorf(`field "published": %w`, err)
		}
		published = t
	}
	title := squeeze(cleanRunes(j.Title))
	var d *draft
	if title == "" {
		d = readText(text)
	} else {
		d = &draft{outlet: squeeze(cleanRunes(j.Outlet))}
		d.setTitle(title)
		d.setDateline(cleanRunes(j.Dateline))
		d.takeBody(joinLines(splitLines(cleanRunes(text)), false))
	}
	j.fill(d, published)
	return d, nil
}

// fill sets what the fields tell over what the text told.
func (j *jsonArticle) fill(d *draft, published Time) {
	d.id = strings.TrimSpace(cleanRunes(string(j.ID)))
	d.url = strings.TrimSpace(cleanRunes(j.URL))
	if !published.IsZero() {
		d.published = published
	}
	if j.Outlet != "" {
		d.outlet = squeeze(cleanRunes(j.Outlet))
	}
	if j.Agency != "" {
		d.agency = squeeze(cleanRunes(j.Agency))
	}
	if j.Dateline != "" && d.dateline.text == "" {
		d.setDateline(cleanRunes(j.Dateline))
	}
	if code := languageCode(j.Language); code != "" {
		d.language = code
	}
	var names []string
	for _, n := range j.Byline {
		n = squeeze(cleanRunes(n))
		list, agency := authors(trimBy(n))
		if len(list) == 0 && agency == "" && n != "" {
			list = []string{n} // a form that isn't known is kept as it is
		}
		names = appendNew(names, list...)
		if d.agency == "" {
			d.agency = agency
		}
	}
	if len(names) > 0 {
		d.byline = names
	}
}

func trimBy(s string) string {
	if rest, ok := cutBylineLabel(s); ok {
		return rest
	}
	return s
}

// readJSONLines reads one article per line. A bad line is an error of its
// own; the lines after it are read.
func readJSONLines(in *bufio.Reader, name string, opt Options, yield func(*Article, error) bool) {
	var buf []byte
	for n := 1; ; n++ {
		line, size, err := readLine(in, buf[:0])
		buf = line
		if size > maxLine {
			if !yield(nil, fmt.Errorf("read %s line %d: the line has more than %d MiB; one article per line is expected", name, n, maxLine>>20)) {
				return
			}
			line = nil
		}
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\xef\xbb\xbf"))
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			a, bad := decodeArticle(line, opt)
			if bad != nil {
				bad = fmt.Errorf("read %s line %d: %w", name, n, bad)
			}
			if !yield(a, bad) {
				return
			}
		}
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			yield(nil, fmt.Errorf("read %s line %d: %w; the file may be cut off or damaged", name, n, err))
			return
		}
	}
}

var errEndless = fmt.Errorf("a line has more than %d MiB; reading stops here", maxSkip>>20)

// readLine appends the next line to buf. Of a line over maxLine only its size
// is told.
func readLine(in *bufio.Reader, buf []byte) (line []byte, size int, err error) {
	for {
		part, err := in.ReadSlice('\n')
		size += len(part)
		if size <= maxLine {
			buf = append(buf, part...)
		}
		if size > maxSkip {
			return buf, size, errEndless
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return buf, size, err
		}
	}
}

func decodeArticle(raw []byte, opt Options) (*Article, error) {
	var j jsonArticle
	if err := json.Unmarshal(raw, &j); err != nil {
		return nil, explainJSON(err)
	}
	d, err := j.draft()
	if err != nil {
		return nil, err
	}
	return d.finish(opt), nil
}

// explainJSON says what to do about a fault of form.
func explainJSON(err error) error {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		if kind.Field == "" {
			return fmt.Errorf("want a JSON object with title and text, found %s", kind.Value)
		}
		return fmt.Errorf("field %q must be a string, found %s", kind.Field, kind.Value)
	}
	return fmt.Errorf("not a JSON object: %w", err)
}
