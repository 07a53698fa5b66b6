// Package conllu reads treebanks in the CoNLL-U format of Universal
// Dependencies (https://universaldependencies.org/format.html). A file goes
// in, sentences with their words and the raw text they stand in come out.
package conllu

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// Word is one syntactic word of a treebank.
type Word struct {
	Form, Lemma, UPOS, XPOS string
	Head                    int    // index in Words, −1 for the root
	Rel                     string // "nsubj:pass"
	Start, End              int    // byte offsets into Sentence.Text
}

// Sentence is one tree. Empty nodes and enhanced dependencies are left out.
type Sentence struct {
	ID           string
	Text         string // the words as they stand in the raw text
	Words        []Word
	NewParagraph bool // a paragraph or a document starts here
	SpaceAfter   bool // white space separates it from the next sentence
}

// Error says where in which file the format was violated.
type Error struct {
	File string
	Line int
	What string
}

func (e *Error) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.What) }

// ReadFile reads a whole treebank file.
func ReadFile(path string) ([]Sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read treebank: %w", err)
	}
	defer f.Close()
	return Read(f, path)
}

// Read reads all sentences of r; name stands for r in error messages.
func Read(r io.Reader, name string) ([]Sentence, error) {
	p := parser{name: name}
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 1<<16), 1<<24)
	for lines.Scan() {
		p.line++
		if err := p.read(strings.TrimSuffix(lines.Text(), "\r")); err != nil {
			return nil, err
		}
	}
	if err := lines.Err(); err != nil {
		return nil, &Error{name, p.line + 1, err.Error()}
	}
	if err := p.finish(); err != nil {
		return nil, err
	}
	return p.done, nil
}

// parser collects the sentence that is being read.
type parser struct {
	name string
	line int
	done []Sentence

	cur     Sentence
	text    strings.Builder
	until   int  // last word of the multiword token that is open
	surface span // where that token stands
	glue    bool // no space after the previous token
}

type span struct{ start, end int }

func (p *parser) fail(format string, args ...any) error {
	return &Error{p.name, p.line, fmt.Sprintf(format, args...)}
}

func (p *parser) read(line string) error {
	switch {
	case line == "":
		return p.finish()
	case line[0] == '#':
		p.comment(line)
		return nil
	}
	cols := strings.Split(line, "\t")
	if len(cols) != 10 {
		return p.fail("%d columns, CoNLL-U has 10 separated by tabs", len(cols))
	}
	if strings.Contains(cols[0], ".") {
		return nil
	}
	if _, last, ok := strings.Cut(cols[0], "-"); ok {
		return p.multiword(cols, last)
	}
	return p.word(cols)
}

func (p *parser) comment(line string) {
	switch {
	case strings.HasPrefix(line, "# sent_id = "):
		p.cur.ID = line[len("# sent_id = "):]
	case strings.HasPrefix(line, "# newpar"), strings.HasPrefix(line, "# newdoc"):
		p.cur.NewParagraph = true
	}
}

// multiword opens a token such as "don't" whose words follow.
func (p *parser) multiword(cols []string, last string) error {
	n, err := strconv.Atoi(last)
	if err != nil {
		return p.fail("token number %q is not a range", cols[0])
	}
	p.until = n
	p.surface = p.write(cols[1], cols[9])
	return nil
}

// write appends a surface form to the text.
func (p *parser) write(form, misc string) span {
	if p.text.Len() > 0 && !p.glue {
		p.text.WriteByte(' ')
	}
	s := span{start: p.text.Len()}
	p.text.WriteString(form)
	s.end = p.text.Len()
	p.glue = strings.Contains(misc, "SpaceAfter=No")
	return s
}

func (p *parser) word(cols []string) error {
	n, err := strconv.Atoi(cols[0])
	if err != nil || n != len(p.cur.Words)+1 {
		return p.fail("word number %q, expected %d", cols[0], len(p.cur.Words)+1)
	}
	head, err := strconv.Atoi(cols[6])
	if err != nil || head < 0 {
		return p.fail("head %q of word %d is not a number", cols[6], n)
	}
	var at span
	if n <= p.until {
		at = p.within(cols[1])
	} else {
		at = p.write(cols[1], cols[9])
	}
	p.cur.Words = append(p.cur.Words, Word{
		Form: cols[1], Lemma: cols[2], UPOS: cols[3], XPOS: cols[4],
		Head: head - 1, Rel: cols[7], Start: at.start, End: at.end,
	})
	return nil
}

// within places a word inside the open multiword token if the forms add up;
// otherwise ("won't" = will + n't) it gets what is left of the token.
func (p *parser) within(form string) span {
	rest := p.text.String()[p.surface.start:p.surface.end]
	at := p.surface
	if strings.HasPrefix(rest, form) {
		at.end = at.start + len(form)
		p.surface.start = at.end
	}
	return at
}

func (p *parser) finish() error {
	words := p.cur.Words
	if len(words) == 0 {
		return nil
	}
	roots := 0
	for i, w := range words {
		if w.Head >= len(words) || w.Head == i {
			return p.fail("sentence %s: head %d of word %d does not exist", p.cur.ID, w.Head+1, i+1)
		}
		if w.Head < 0 {
			roots++
		}
	}
	if roots != 1 {
		return p.fail("sentence %s has %d roots instead of 1", p.cur.ID, roots)
	}
	p.cur.Text, p.cur.SpaceAfter = p.text.String(), !p.glue
	p.done = append(p.done, p.cur)
	p.cur = Sentence{}
	p.text.Reset()
	p.until, p.glue = 0, false
	return nil
}

// RawText joins sentences as they stood in the document: paragraphs apart by
// a blank line, sentences by a space. It returns where each sentence starts.
func RawText(sentences []Sentence) (text string, starts []int) {
	var b strings.Builder
	for i := range sentences {
		s := &sentences[i]
		switch {
		case i == 0:
		case s.NewParagraph:
			b.WriteString("\n\n")
		case sentences[i-1].SpaceAfter:
			b.WriteByte(' ')
		}
		starts = append(starts, b.Len())
		b.WriteString(s.Text)
	}
	return b.String(), starts
}
