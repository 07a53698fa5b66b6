package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode"

	"entente/article"
	"entente/atlas"
	"entente/record"
)

// Ties is whether a text's record joins the two parties that the text is
// about, and whether it joins countries where there is nothing between them.
type Ties struct {
	Joined     Share // texts whose record joins the two
	FalseJoins Share // reports of sport and accidents that name two countries: joined although
	Events     int   // in all texts of Joined
	against    bool
	perTie     []tieShare
	Misses     []Miss
}

type tieShare struct {
	tie string
	Share
}

type tieItem struct {
	id      string
	name    string
	sides   [2]map[string]bool // ids that each party's name can mean
	article *article.Article
}

// MeasureTies codes the texts of a file with date, tie and text on each line;
// against, where given, is a chronicle with a day's items on each line, whose
// reports of sport and accidents should join nobody.
func MeasureTies(path, against string, newCode NewCode) (*Ties, error) {
	items, err := readTies(path)
	if err != nil {
		return nil, err
	}
	t := &Ties{}
	t.scoreTies(items, inParallel(items, newCode, func(code Code, item *tieItem) *record.Record { return code(item.article) }))
	if against == "" {
		return t, nil
	}
	others, err := readOtherNews(against)
	if err != nil {
		return nil, err
	}
	t.against = true
	for i, r := range inParallel(others, newCode, func(code Code, item *tieItem) *record.Record { return code(item.article) }) {
		joining := slices.DeleteFunc(slices.Clone(r.Events), func(e record.Event) bool { return !joinsCountries(&e) })
		t.FalseJoins.count(len(joining) > 0)
		if len(joining) > 0 {
			t.Misses = append(t.Misses, Miss{ID: others[i].id, Gold: "nobody joined", Found: describeEvents(joining), Words: others[i].article.Text})
		}
	}
	return t, nil
}

func (t *Ties) scoreTies(items []tieItem, records []*record.Record) {
	byTie := map[string]int{}
	for i := range items {
		item, r := &items[i], records[i]
		joined := slices.ContainsFunc(r.Events, func(e record.Event) bool { return item.joinedBy(&e) })
		t.Joined.count(joined)
		t.Events += len(r.Events)
		at, known := byTie[item.name]
		if !known {
			at = len(t.perTie)
			byTie[item.name] = at
			t.perTie = append(t.perTie, tieShare{tie: item.name})
		}
		t.perTie[at].count(joined)
		if !joined {
			t.Misses = append(t.Misses, Miss{ID: item.id, Gold: item.name, Found: describeEvents(r.Events), Words: item.article.Text})
		}
	}
}

// joinedBy tells whether an event has both parties, not both as recipients.
func (item *tieItem) joinedBy(e *record.Event) bool {
	stands := func(side int, ps []record.Participant) bool {
		return slices.ContainsFunc(ps, func(p record.Participant) bool {
			return item.sides[side][p.ID] || p.Country != nil && item.sides[side][*p.Country]
		})
	}
	return stands(0, e.Actors) && stands(1, join(e.Actors, e.Recipients)) || stands(1, e.Actors) && stands(0, e.Recipients)
}

// joinsCountries tells whether an event has participants of two countries,
// not all as recipients.
func joinsCountries(e *record.Event) bool {
	for i := range e.Actors {
		for _, p := range join(e.Actors, e.Recipients) {
			if a := e.Actors[i].Country; a != nil && p.Country != nil && *a != *p.Country {
				return true
			}
		}
	}
	return false
}

func readTies(path string) ([]tieItem, error) {
	names, err := atlas.Load()
	if err != nil {
		return nil, err
	}
	var items []tieItem
	err = readLines(path, func(n int, line []byte) error {
		var row struct {
			Date string    `json:"date"`
			Tie  [2]string `json:"tie"`
			Text string    `json:"text"`
		}
		if err := json.Unmarshal(line, &row); err != nil {
			return fmt.Errorf("%w; want date, tie and text", err)
		}
		item := tieItem{id: fmt.Sprintf("line %d", n), name: row.Tie[0] + "–" + row.Tie[1]}
		for side, name := range row.Tie {
			if item.sides[side] = idsNamed(name, names); len(item.sides[side]) == 0 {
				return fmt.Errorf("%q is in no table of the atlas; add it there, or correct the tie", name)
			}
		}
		var err error
		item.article, err = passage(row.Text, row.Date)
		items = append(items, item)
		return err
	})
	return items, err
}

// otherNews are the words that headings of sport and accidents consist of.
var otherNews = map[string]bool{"sport": true, "sports": true, "sporting": true, "events": true, "recreation": true, "disaster": true,
	"disasters": true, "natural": true, "accident": true, "accidents": true, "incidents": true, "impacts": true, "and": true, "in": true, "motorsport": true}

// readOtherNews takes the items of sport and accidents that name two countries.
func readOtherNews(path string) ([]tieItem, error) {
	names, err := atlas.Load()
	if err != nil {
		return nil, err
	}
	var items []tieItem
	err = readLines(path, func(n int, line []byte) error {
		var row struct {
			Date  string      `json:"date"`
			Items [][2]string `json:"items"`
		}
		if err := json.Unmarshal(line, &row); err != nil {
			return fmt.Errorf("%w; want date and items, each with heading and text", err)
		}
		for _, item := range row.Items {
			heading := strings.FieldsFunc(strings.ToLower(item[0]), func(r rune) bool { return !unicode.IsLetter(r) })
			if len(heading) == 0 || slices.ContainsFunc(heading, func(w string) bool { return !otherNews[w] }) || countriesNamed(item[1], names) < 2 {
				continue
			}
			a, err := passage(item[1], row.Date)
			if err != nil {
				return err
			}
			items = append(items, tieItem{id: fmt.Sprintf("line %d, %s", n, item[0]), article: a})
		}
		return nil
	})
	return items, err
}

// readLines reads a file of JSON lines; errors name file and line.
func readLines(path string, read func(n int, line []byte) error) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("read texts: %w", err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<22)
	for n := 1; lines.Scan(); n++ {
		if err := read(n, lines.Bytes()); err != nil {
			return fmt.Errorf("read texts %s line %d: %w", path, n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("read texts %s: %w", path, err)
	}
	return nil
}

// idsNamed gives all that a name of a party means: a state, an organisation,
// a group.
func idsNamed(name string, names *atlas.Atlas) map[string]bool {
	ids := map[string]bool{}
	for _, m := range names.Find(forms(name), nil) {
		for _, s := range m.Senses {
			switch {
			case s.Entity == nil:
			case s.Entity.Kind == atlas.State, s.Entity.Kind == atlas.Organization, s.Entity.Kind == atlas.Group:
				ids[s.Entity.ID] = true
			}
		}
	}
	return ids
}

// countriesNamed counts the countries that a text names, by name or adjective.
func countriesNamed(text string, names *atlas.Atlas) int {
	ids := map[string]bool{}
	for _, m := range names.Find(forms(text), nil) {
		if s := m.Senses[0]; s.Entity != nil && s.Entity.Kind == atlas.State && (s.Form == atlas.Name || s.Form == atlas.Demonym) {
			ids[s.Entity.ID] = true
		}
	}
	return len(ids)
}

// forms cuts a text into words and marks, as far as looking names up needs.
func forms(text string) []string {
	var out []string
	for _, word := range strings.Fields(text) {
		word, _ = strings.CutSuffix(strings.ReplaceAll(word, "’", "'"), "'s")
		bare := strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' })
		before, after, _ := strings.Cut(word, bare)
		if before != "" {
			out = append(out, before)
		}
		if bare != "" {
			out = append(out, bare)
		}
		if after != "" {
			out = append(out, after)
		}
	}
	return out
}

// Write prints the shares, and the ties whose texts most often join nobody.
func (t *Ties) Write(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "recall           %.3f (%d of %d texts join the two)\n", t.Joined.Value(), t.Joined.Right, t.Joined.Of)
	fmt.Fprintf(b, "events per text  %.2f\n", t.perText())
	if t.against {
		fmt.Fprintf(b, "false joins      %.3f (%d of %d reports of sport and accidents)\n", t.FalseJoins.Value(), t.FalseJoins.Right, t.FalseJoins.Of)
	}
	fmt.Fprintf(b, "\nties missed most\n")
	worst := slices.Clone(t.perTie)
	slices.SortFunc(worst, func(x, y tieShare) int {
		if d := (y.Of - y.Right) - (x.Of - x.Right); d != 0 {
			return d
		}
		return strings.Compare(x.tie, y.tie)
	})
	for _, s := range worst[:min(len(worst), 12)] {
		if s.Right < s.Of {
			fmt.Fprintf(b, "%5d of %3d  %s\n", s.Of-s.Right, s.Of, s.tie)
		}
	}
	return b.Flush()
}

func (t *Ties) perText() float64 {
	if t.Joined.Of == 0 {
		return 0
	}
	return float64(t.Events) / float64(t.Joined.Of)
}

// WriteJSON prints the figures; false joins only where they were measured.
func (t *Ties) WriteJSON(w io.Writer) error {
	var falseJoins *float64
	if t.against {
		f := round(t.FalseJoins.Value())
		falseJoins = &f
	}
	return writeObject(w, struct {
		Recall        float64  `json:"recall"`
		FalseJoins    *float64 `json:"false_joins,omitempty"`
		EventsPerText float64  `json:"events_per_text"`
	}{round(t.Joined.Value()), falseJoins, round(t.perText())})
}

// WriteErrors lists the texts that don't join their two, then the reports
// that join somebody.
func (t *Ties) WriteErrors(w io.Writer) error { return writeMisses(w, t.Misses) }

// TieText is a text with the two parties it is about, each by the ids that its
// name can mean.
type TieText struct {
	Article *article.Article
	Sides   [2]map[string]bool
}

// ReadTieTexts reads the texts that MeasureTies scores.
func ReadTieTexts(path string) ([]TieText, error) {
	items, err := readTies(path)
	if err != nil {
		return nil, err
	}
	out := make([]TieText, len(items))
	for i := range items {
		out[i] = TieText{items[i].article, items[i].sides}
	}
	return out, nil
}

// ReadOtherNews reads a chronicle's reports of sport and accidents that name
// two countries, which MeasureTies holds against the coder where it joins them.
func ReadOtherNews(path string) ([]*article.Article, error) {
	items, err := readOtherNews(path)
	if err != nil {
		return nil, err
	}
	out := make([]*article.Article, len(items))
	for i := range items {
		out[i] = items[i].article
	}
	return out, nil
}
