package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"entente/article"
	"entente/plover"
	"entente/record"
)

// Triples is how well sentences are turned into (source, target, CAMEO): by
// the root of the code, and by its quad.
type Triples struct {
	Root, Quad Tally
	Confusion  *Confusion // roots, of the same source and target
	Misses     []Miss
}

// triple is one side's act towards another: the first three letters of their
// codes, and what the act counts as.
type triple struct{ source, target, code string }

func (t triple) String() string { return t.source + " " + t.target + " " + t.code }

type tripleItem struct {
	id      string
	gold    []triple // with CAMEO roots
	article *article.Article
}

// MeasureTriples codes the sentences of a file with id, sentence and triples
// on each line.
func MeasureTriples(path string, newCode NewCode) (*Triples, error) {
	items, err := readTriples(path)
	if err != nil {
		return nil, err
	}
	found := inParallel(items, newCode, func(code Code, item *tripleItem) *record.Record { return code(item.article) })
	t := &Triples{Confusion: newConfusion("03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20")}
	for i, item := range items {
		t.score(&item, found[i])
	}
	return t, nil
}

func readTriples(path string) ([]tripleItem, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read triples: %w", err)
	}
	defer f.Close()
	var items []tripleItem
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		var row struct {
			ID       string      `json:"id"`
			Sentence string      `json:"sentence"`
			Triples  [][3]string `json:"triples"`
		}
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			return nil, fmt.Errorf("read triples %s line %d: %w; want id, sentence and triples", path, n, err)
		}
		item := tripleItem{id: row.ID}
		for _, g := range row.Triples {
			if len(g[2]) < 2 {
				return nil, fmt.Errorf("read triples %s line %d: %q is no CAMEO code", path, n, g[2])
			}
			if root := g[2][:2]; cameoQuad(root) != 0 {
				item.gold = append(item.gold, triple{letters(g[0]), letters(g[1]), root})
				if bothWays[g[2]] {
					item.gold = append(item.gold, triple{letters(g[1]), letters(g[0]), root})
				}
			}
		}
		item.gold = once(item.gold)
		if item.article, err = passage(row.Sentence, ""); err != nil {
			return nil, fmt.Errorf("read triples %s line %d: %w", path, n, err)
		}
		items = append(items, item)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read triples %s: %w", path, err)
	}
	return items, nil
}

func (t *Triples) score(item *tripleItem, r *record.Record) {
	found := foundTriples(r)
	goldQuads, foundQuads := byQuad(item.gold), byQuad(found)
	t.Root.add(tallyTriples(item.gold, found))
	t.Quad.add(tallyTriples(goldQuads, foundQuads))
	t.confuse(item.gold, found)
	if !slices.Equal(goldQuads, foundQuads) || !slices.Equal(item.gold, found) {
		t.Misses = append(t.Misses, Miss{ID: item.id, Gold: listTriples(item.gold), Found: listTriples(found) + " from " + describeEvents(r.Events), Words: item.article.Text})
	}
}

// bothWays are the CAMEO codes of what two do together: consultations (040),
// telephone calls, meetings in a third place, negotiations, formal agreements.
// Annotators write some of them once and some in both directions; either means
// both.
var bothWays = map[string]bool{"040": true, "041": true, "044": true, "046": true, "057": true}

// foundTriples expands an event's lists to pairs, those of a reciprocal event
// in both directions.
func foundTriples(r *record.Record) []triple {
	var out []triple
	for i := range r.Events {
		e := &r.Events[i]
		root := cameoRoot(e)
		if cameoQuad(root) == 0 || !told(e) || alreadyAccused(e, r.Events) {
			continue
		}
		targets := e.Recipients
		if len(targets) == 0 && plover.Type(e.Type).Reciprocal() {
			targets = e.Actors
		}
		for a := range e.Actors {
			for b := range targets {
				p, q := &e.Actors[a], &targets[b]
				t := triple{actorCode(p), actorCode(q), root}
				if p.ID == q.ID && len(e.Recipients) == 0 || t.source == unnamed && t.target == unnamed {
					continue // nobody with himself, nobody with nobody
				}
				out = append(out, t)
			}
		}
	}
	return once(out)
}

func once(ts []triple) []triple {
	slices.SortFunc(ts, func(a, b triple) int { return strings.Compare(a.String(), b.String()) })
	return slices.Compact(ts)
}

func byQuad(ts []triple) []triple {
	var out []triple
	for _, t := range ts {
		out = append(out, triple{t.source, t.target, fmt.Sprint(int(cameoQuad(t.code)))})
	}
	return once(out)
}

func tallyTriples(gold, found []triple) Tally {
	t := Tally{Gold: len(gold), Found: len(found)}
	for _, g := range gold {
		if slices.Contains(found, g) {
			t.Right++
		}
	}
	t.Recalled = t.Right
	return t
}

// confuse sets against each annotated triple the same pair's found root.
func (t *Triples) confuse(gold, found []triple) {
	left := slices.Clone(found)
	take := func(fits func(triple) bool) string {
		i := slices.IndexFunc(left, fits)
		if i < 0 {
			return none
		}
		code := left[i].code
		left = slices.Delete(left, i, i+1)
		return code
	}
	var rest []triple
	for _, g := range gold {
		if take(func(f triple) bool { return f == g }) != none {
			t.Confusion.add(g.code, g.code)
		} else {
			rest = append(rest, g)
		}
	}
	for _, g := range rest {
		t.Confusion.add(g.code, take(func(f triple) bool { return f.source == g.source && f.target == g.target }))
	}
	for _, f := range left {
		t.Confusion.add(none, f.code)
	}
}

// actorKinds are CAMEO's codes for those who belong to no country.
var actorKinds = map[string]string{"UNO": "IGO", "EUR": "IGO", "IGO": "IGO", "NGO": "NGO", "NGM": "NGM", "IMG": "IMG", "MNC": "MNC", "ISM": "IMG"}

// unnamed is how the annotation writes an actor of no known country.
const unnamed = "---"

// actorCode gives the first three letters of the CAMEO code of a participant:
// the alpha-3 code of his country, else the kind of his id (a person's kind is
// that of the organisation he belongs to).
func actorCode(p *record.Participant) string {
	if p.Country != nil {
		return *p.Country
	}
	kind, _, _ := strings.Cut(p.ID, ":")
	if code := actorKinds[kind]; code != "" {
		return code
	}
	for _, sector := range p.Sectors {
		if code := actorKinds[sector]; code != "" {
			return code
		}
	}
	return unnamed
}

// letters cuts an annotated code; UNO and EUR stand for IGOUNO and IGOEUR.
func letters(code string) string {
	if code == "" {
		return unnamed
	}
	code = code[:min(3, len(code))]
	if kind := actorKinds[code]; kind != "" {
		return kind
	}
	return code
}

func listTriples(ts []triple) string {
	if len(ts) == 0 {
		return none
	}
	var out []string
	for _, t := range ts {
		out = append(out, t.String()+"/"+fmt.Sprint(int(cameoQuad(t.code))))
	}
	return strings.Join(out, ", ")
}

// Write prints precision, recall and F1 by root and by quad, a row for each
// root and the worst confusions.
func (t *Triples) Write(w io.Writer) error {
	b := bufio.NewWriter(w)
	writeTally(b, "by CAMEO root", t.Root)
	writeTally(b, "by quad", t.Quad)
	b.WriteByte('\n')
	t.Confusion.write(b)
	return b.Flush()
}

// WriteJSON prints the figures as fractions.
func (t *Triples) WriteJSON(w io.Writer) error {
	return writeObject(w, struct {
		RootPrecision float64 `json:"root_precision"`
		RootRecall    float64 `json:"root_recall"`
		RootF1        float64 `json:"root_f1"`
		QuadPrecision float64 `json:"quad_precision"`
		QuadRecall    float64 `json:"quad_recall"`
		QuadF1        float64 `json:"quad_f1"`
	}{round(t.Root.Precision()), round(t.Root.Recall()), round(t.Root.F1()), round(t.Quad.Precision()), round(t.Quad.Recall()), round(t.Quad.F1())})
}

// WriteErrors lists the sentences whose triples differ.
func (t *Triples) WriteErrors(w io.Writer) error { return writeMisses(w, t.Misses) }
