package eval

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"os"
	"strings"

	"entente/article"
	"entente/plover"
	"entente/record"
)

// Quads is how well the quad of whole sentences is told; 0 is no event, or
// only a statement or an appeal (CAMEO 01, 02).
type Quads struct {
	Confusion *Confusion
	Misses    []Miss
}

type quadItem struct {
	line    int
	class   string
	article *article.Article
}

// MeasureQuads codes the sentences of a table with the columns quad and
// sentence.
func MeasureQuads(path string, newCode NewCode) (*Quads, error) {
	items, err := readQuads(path)
	if err != nil {
		return nil, err
	}
	found := inParallel(items, newCode, func(code Code, item *quadItem) *record.Record { return code(item.article) })
	q := &Quads{Confusion: newConfusion("0", "1", "2", "3", "4")}
	for i, item := range items {
		class := mainQuad(found[i])
		q.Confusion.add(item.class, class)
		if class != item.class {
			q.Misses = append(q.Misses, Miss{ID: fmt.Sprintf("line %d", item.line), Gold: "quad " + item.class,
				Found: "quad " + class + ": " + describeEvents(found[i].Events), Words: item.article.Text})
		}
	}
	return q, nil
}

func readQuads(path string) ([]quadItem, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read quads: %w", err)
	}
	var items []quadItem
	for i, line := range strings.Split(string(raw), "\n") {
		line = strings.TrimSuffix(line, "\r")
		if line == "" || i == 0 && strings.HasPrefix(line, "quad\t") {
			continue
		}
		class, sentence, ok := strings.Cut(line, "\t")
		if !ok || len(class) != 1 || class < "0" || class > "4" {
			return nil, fmt.Errorf("read quads %s line %d: want a quad from 0 to 4, a tab and a sentence", path, i+1)
		}
		a, err := passage(sentence, "")
		if err != nil {
			return nil, fmt.Errorf("read quads %s line %d: %w", path, i+1, err)
		}
		items = append(items, quadItem{line: i + 1, class: class, article: a})
	}
	return items, nil
}

// mainQuad decides what a sentence with several events is about: what happened
// before what is to come and what was long ago, the writer's own report before
// somebody's, then the surer, then the first.
func mainQuad(r *record.Record) string {
	best := -1
	for i := range r.Events {
		e := &r.Events[i]
		if sentenceQuad(e) == 0 || !told(e) || alreadyAccused(e, r.Events) {
			continue
		}
		if best < 0 || leads(e, &r.Events[best]) {
			best = i
		}
	}
	if best < 0 {
		return "0"
	}
	return fmt.Sprint(int(sentenceQuad(&r.Events[best])))
}

// sentenceQuad is the quad of the event's CAMEO root, 0 for appeals and
// statements, but 3 for SANCTION as in the annotation.
func sentenceQuad(e *record.Event) plover.Quad {
	q := cameoQuad(cameoRoot(e))
	if q != 0 && e.Type == string(plover.Sanction) {
		return plover.VerbalConflict
	}
	return q
}

func leads(a, b *record.Event) bool {
	rank := func(e *record.Event) int {
		n := 0
		if e.Aux != "" {
			n += 2
		}
		if e.Speaker != nil {
			n++
		}
		return n
	}
	return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(a.Trigger.Start, b.Trigger.Start)) < 0
}

// Write prints accuracy, macro F1, a row for each class and the worst confusions.
func (q *Quads) Write(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "sentences %d  accuracy %.3f  macro F1 %.3f\n\n", q.sentences(), q.Confusion.Accuracy(), q.Confusion.MacroF1())
	q.Confusion.write(b)
	return b.Flush()
}

func (q *Quads) sentences() int {
	n := 0
	for _, label := range q.Confusion.labels {
		n += q.Confusion.Tally(label).Gold
	}
	return n
}

// WriteJSON prints the figures as fractions.
func (q *Quads) WriteJSON(w io.Writer) error {
	return writeObject(w, struct {
		Accuracy  float64 `json:"accuracy"`
		MacroF1   float64 `json:"macro_f1"`
		Sentences int     `json:"sentences"`
	}{round(q.Confusion.Accuracy()), round(q.Confusion.MacroF1()), q.sentences()})
}

// WriteErrors lists the sentences with another quad than annotated.
func (q *Quads) WriteErrors(w io.Writer) error { return writeMisses(w, q.Misses) }
