package eval

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"entente/article"
	"entente/plover"
	"entente/record"
)

// Pair is a sentence with two marked participants and the type of what one
// does to the other.
type Pair struct {
	ID       int
	Type     string // PLOVER type; YIELD stands for CONCEDE and RETREAT
	Quad     int    // 1–4, as the file has it
	Sentence string
	// Source and Target are spans of Sentence; a span of no length matches
	// anybody: the mark is missing.
	Source, Target article.Span
}

// yield is the label of CONCEDE and RETREAT.
const yield = "YIELD"

// pairTypes are the labels of the pairs.
var pairTypes = []string{"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", yield, "REQUEST", "ACCUSE", "REJECT", "THREATEN",
	"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}

// ReadPairs reads tab-separated pairs with the columns id, type, quad,
// sentence, marked; in the last, <s> and <t> enclose source and target. The
// quoting is that of CSV. Errors name file and line.
func ReadPairs(path string) ([]Pair, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read pairs: %w", err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes = '\t', true
	head, err := r.Read()
	if err != nil {
		return nil, fmt.Errorf("%s: no line of column names: %w", path, err)
	}
	column := map[string]int{}
	for i, name := range head {
		column[name] = i
	}
	for _, name := range []string{"id", "type", "quad", "sentence", "marked"} {
		if _, ok := column[name]; !ok {
			return nil, fmt.Errorf("%s: line 1: no column %q; want id, type, quad, sentence, marked", path, name)
		}
	}
	var out []Pair
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		line, _ := r.FieldPos(0)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		p, err := parsePair(row[column["id"]], row[column["type"]], row[column["quad"]], row[column["marked"]])
		if err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", path, line, err)
		}
		out = append(out, p)
	}
}

func parsePair(id, typ, quad, marked string) (Pair, error) {
	p := Pair{Type: typ}
	var err error
	if p.ID, err = strconv.Atoi(id); err != nil {
		return p, fmt.Errorf("id %q is no number", id)
	}
	if p.Quad, err = strconv.Atoi(quad); err != nil || p.Quad < 1 || p.Quad > 4 {
		return p, fmt.Errorf("quad %q; want 1 to 4", quad)
	}
	known := false
	for _, t := range pairTypes {
		known = known || t == typ
	}
	if !known {
		return p, fmt.Errorf("type %q; want one of %s", typ, strings.Join(pairTypes, " "))
	}
	p.Sentence, p.Source, p.Target = unmark(marked)
	return p, nil
}

// unmark takes the marks out of a sentence.
func unmark(marked string) (text string, source, target article.Span) {
	var b strings.Builder
	for rest := marked; rest != ""; {
		mark := ""
		for _, m := range []string{"<s>", "</s>", "<t>", "</t>"} {
			if strings.HasPrefix(rest, m) {
				mark = m
			}
		}
		switch mark {
		case "<s>":
			source.Start = b.Len()
		case "</s>":
			source.End = b.Len()
		case "<t>":
			target.Start = b.Len()
		case "</t>":
			target.End = b.Len()
		default:
			b.WriteByte(rest[0])
			rest = rest[1:]
			continue
		}
		rest = rest[len(mark):]
	}
	if source.End <= source.Start {
		source = article.Span{}
	}
	if target.End <= target.Start {
		target = article.Span{}
	}
	return b.String(), source, target
}

// Article is the pair's sentence as a coder reads it, the marked spans given
// as participants: the source first.
func (p *Pair) Article() *article.Article {
	return &article.Article{ID: strconv.Itoa(p.ID), Text: p.Sentence, Language: "en", Given: []article.Span{p.Source, p.Target}}
}

// sides are the ids that a coder gives the marked participants; "" matches anybody.
func (p *Pair) sides() (source, target string) {
	if p.Source.End > p.Source.Start {
		source = "GIVEN:0"
	}
	if p.Target.End > p.Target.Start {
		target = "GIVEN:1"
	}
	return source, target
}

// between gives the event that joins two participants best: from the one to
// the other before one that both take part in, what is told as happened
// before the rest, then the surest, then the first.
func between(events []record.Event, source, target string) *record.Event {
	var best *record.Event
	bestRank := 0.0
	for i := range events {
		e := &events[i]
		rank := e.Confidence
		switch {
		case takesPart(e.Actors, source) && takesPart(e.Recipients, target):
			rank += 4
		case len(e.Recipients) == 0 && takesPart(e.Actors, source) && takesPart(e.Actors, target):
			rank += 4
		default:
			continue
		}
		if e.Aux == "" {
			rank += 2
		}
		if best == nil || rank > bestRank {
			best, bestRank = e, rank
		}
	}
	return best
}

func takesPart(ps []record.Participant, id string) bool {
	for i := range ps {
		if id == "" || ps[i].ID == id {
			return true
		}
	}
	return false
}

// labelOf is the type of an event in the labels of the pairs.
func labelOf(e *record.Event) string {
	switch {
	case e == nil:
		return none
	case e.Type == "CONCEDE" || e.Type == "RETREAT":
		return yield
	}
	return e.Type
}

// quadOf is the quad of a label: SANCTION counts as material conflict.
func quadOf(label string) string {
	switch label {
	case none:
		return none
	case yield:
		return "2"
	case "SANCTION":
		return "4"
	}
	return strconv.Itoa(int(plover.Type(label).Quad()))
}

// fallback tells whether an event comes from the classifier, not the lexicon.
func fallback(e *record.Event) bool { return strings.HasPrefix(e.Rule, "fallback") }

// PairReport is what a set of pairs came to.
type PairReport struct {
	Types, Quads *Confusion
	Covered      Share // rows with an event
	Coded        Share // of the rows coded by the lexicon, the right ones
	Unread       [2]*Confusion
	Sure         Reliability // of what the classifier coded
	misses       []Miss
}

// unreadFold marks the rows that nobody who writes the lexicon reads: their
// id modulo five is four. They are scored apart, in Unread[1]; the rest is
// Unread[0].
const unreadFold = 4

// Pairs scores a coder on pairs.
func Pairs(pairs []Pair, newCode NewCode) *PairReport {
	r := &PairReport{Types: newConfusion(pairTypes...), Quads: newConfusion("1", "2", "3", "4"),
		Unread: [2]*Confusion{newConfusion(pairTypes...), newConfusion(pairTypes...)}}
	events := inParallel(pairs, newCode, func(code Code, p *Pair) *record.Event {
		source, target := p.sides()
		return between(code(p.Article()).Events, source, target)
	})
	for i, e := range events {
		r.add(&pairs[i], e)
	}
	return r
}

func (r *PairReport) add(p *Pair, e *record.Event) {
	label := labelOf(e)
	r.Types.add(p.Type, label)
	r.Quads.add(strconv.Itoa(p.Quad), quadOf(label))
	unread := 0
	if p.ID%5 == unreadFold {
		unread = 1
	}
	r.Unread[unread].add(p.Type, label)
	r.Covered.count(e != nil)
	switch {
	case e == nil:
	case fallback(e):
		r.Sure.add(e.Confidence, label == p.Type)
	default:
		r.Coded.count(label == p.Type)
	}
	if label == p.Type {
		return
	}
	found := none
	if e != nil {
		found = fmt.Sprintf("%s %s by %s (%.2f)", e.Type, e.Aux, e.Rule, e.Confidence)
	}
	source, target := p.Sentence[p.Source.Start:p.Source.End], p.Sentence[p.Target.Start:p.Target.End]
	r.misses = append(r.misses, Miss{strconv.Itoa(p.ID), fmt.Sprintf("%s [%s → %s]", p.Type, source, target), found, p.Sentence})
}

// Write prints the table.
func (r *PairReport) Write(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "%d pairs\n\n", r.Covered.Of)
	fmt.Fprintf(b, "type macro-F1      %.3f  accuracy %.3f\n", r.Types.MacroF1(), r.Types.Accuracy())
	fmt.Fprintf(b, "quad macro-F1      %.3f  accuracy %.3f\n", r.Quads.MacroF1(), r.Quads.Accuracy())
	fmt.Fprintf(b, "coverage           %.3f (%d)\n", r.Covered.Value(), r.Covered.Right)
	fmt.Fprintf(b, "precision, coded   %.3f (%d of %d by the lexicon)\n", r.Coded.Value(), r.Coded.Right, r.Coded.Of)
	fmt.Fprintf(b, "rows never read    type macro-F1 %.3f  accuracy %.3f\n", r.Unread[1].MacroF1(), r.Unread[1].Accuracy())
	fmt.Fprintf(b, "the others         type macro-F1 %.3f  accuracy %.3f\n\n", r.Unread[0].MacroF1(), r.Unread[0].Accuracy())
	r.Types.write(b)
	b.WriteByte('\n')
	r.Quads.write(b)
	b.WriteString("\nconfidence of the classifier's events\n")
	r.Sure.write(b)
	return b.Flush()
}

// WriteJSON prints one object.
func (r *PairReport) WriteJSON(w io.Writer) error {
	return writeObject(w, struct {
		Type        float64 `json:"type_macro_f1"`
		Quad        float64 `json:"quad_macro_f1"`
		Coverage    float64 `json:"coverage"`
		Precision   float64 `json:"precision_coded"`
		TypeCorrect float64 `json:"type_accuracy"`
		QuadCorrect float64 `json:"quad_accuracy"`
		Unread      float64 `json:"type_macro_f1_unread"`
		Read        float64 `json:"type_macro_f1_read"`
		UnreadShare float64 `json:"type_accuracy_unread"`
		ReadShare   float64 `json:"type_accuracy_read"`
		Calibration float64 `json:"calibration_error"`
		Pairs       int     `json:"pairs"`
	}{round(r.Types.MacroF1()), round(r.Quads.MacroF1()), round(r.Covered.Value()), round(r.Coded.Value()),
		round(r.Types.Accuracy()), round(r.Quads.Accuracy()), round(r.Unread[1].MacroF1()), round(r.Unread[0].MacroF1()),
		round(r.Unread[1].Accuracy()), round(r.Unread[0].Accuracy()), round(r.Sure.Error()), r.Covered.Of})
}

// WriteErrors lists every pair whose type came out otherwise, but for those
// that nobody reads.
func (r *PairReport) WriteErrors(w io.Writer) error {
	var read []Miss
	for _, m := range r.misses {
		if id, err := strconv.Atoi(m.ID); err == nil && id%5 != unreadFold {
			read = append(read, m)
		}
	}
	return writeMisses(w, read)
}
