package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"entente/article"
	"entente/coder"
	"entente/coder/classify"
	"entente/coder/lexicon"
	"entente/eval"
	"entente/plover"
)

// task is a text on its way to examples: what its pairs are examples of.
type task struct {
	article *article.Article
	domain  coder.Domain
	fold    int // of all its sentences, or byHash, or always
	weight  float64
	bare    bool // also an example of what the lexicon does not know
	// classes gives the classes that a pair can be of; none where nobody can
	// tell. Of several, the first training decides.
	classes func(p *coder.Described) []string
}

// What fold means besides a number.
const (
	byHash = -1 // each sentence is in the fold that its hash tells
	always = -2 // in every training set: nothing is measured on it
)

// classOf makes every pair one of a class.
func classOf(class string) func(*coder.Described) []string {
	return func(*coder.Described) []string { return []string{class} }
}

// labelsOf are the classes of a quad, of every type for 0.
func labelsOf(q plover.Quad) []string {
	var out []string
	for _, t := range plover.Types() {
		if l := coder.ClassOf(t); (q == 0 || t.Quad() == q) && !slices.Contains(out, l) {
			out = append(out, l)
		}
	}
	return out
}

// markedPairs are the sentences of others in which source and target are
// marked: once as they are, once as running text in which the coder itself
// must find the two. A sentence that stands in several rows is in one fold:
// the last, which nobody reads, if one of its rows is.
func markedPairs(path string) ([]task, error) {
	pairs, err := eval.ReadPairs(path)
	if err != nil {
		return nil, err
	}
	fold := map[string]int{}
	for i := range pairs {
		p := &pairs[i]
		if f, ok := fold[p.Sentence]; !ok || f < p.ID%classify.Folds {
			fold[p.Sentence] = p.ID % classify.Folds
		}
	}
	var out []task
	for i := range pairs {
		p := &pairs[i]
		out = append(out, task{article: p.Article(), domain: coder.Marked, fold: fold[p.Sentence], weight: 1, classes: classOf(p.Type)})
		plain := p.Article()
		plain.Given = nil
		out = append(out, task{article: plain, domain: coder.Running, fold: fold[p.Sentence], weight: 1, classes: func(d *coder.Described) []string {
			if overlap(d.SourceWords, p.Source) && overlap(d.TargetWords, p.Target) {
				return []string{p.Type}
			}
			return nil
		}})
	}
	return out, nil
}

func overlap(a, b article.Span) bool { return a.Start < b.End && b.Start < a.End }

// lexiconExamples are the example sentences of all frames.
func lexiconExamples(l *lexicon.Lexicon) ([]task, error) {
	var out []task
	for i := range l.Frames {
		f := &l.Frames[i]
		ex, err := lexicon.ParseExample(f.Example)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Source, err)
		}
		t := task{article: &article.Article{Text: ex.Text, Language: "en"}, domain: coder.Running, fold: always, weight: 1, bare: true,
			classes: classOf(coder.ClassOf(f.Type))}
		if f.Type != "" { // of a figurative use no pair is an event
			t.article.Given = sourceAndTarget(ex.Marks)
		}
		out = append(out, t)
	}
	return out, nil
}

// sourceAndTarget gives the first actor, and the first recipient or else the
// second actor.
func sourceAndTarget(marks []lexicon.Mark) []article.Span {
	var actors, recipients []article.Span
	for _, m := range marks {
		span := article.Span{Start: m.Start, End: m.End}
		if m.Role == lexicon.Actor {
			actors = append(actors, span)
		} else {
			recipients = append(recipients, span)
		}
	}
	given := make([]article.Span, 2)
	if len(actors) > 0 {
		given[0] = actors[0]
		recipients = append(recipients, actors[1:]...)
	}
	if len(recipients) > 0 {
		given[1] = recipients[0]
	}
	return given
}

// quads are sentences of others of which only the quad is known. Where it is
// none, none of their pairs is an event; else the only pair there is may be.
func quads(path string) ([]task, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read sentences: %w", err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = '\t', true, 2
	if _, err := r.Read(); err != nil {
		return nil, fmt.Errorf("%s: no line of column names: %w", path, err)
	}
	var out []task
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		quad, err := strconv.Atoi(row[0])
		if err != nil || quad > 4 {
			return nil, fmt.Errorf("%s: quad %q; want 0 to 4", path, row[0])
		}
		if quad == 0 {
			out = append(out, task{article: &article.Article{Text: row[1], Language: "en"}, domain: coder.Running, fold: byHash, weight: 1, classes: classOf("")})
		}
	}
}

// ownArticles are the project's annotated articles: a pair that an event joins
// which is annotated in its sentence is of that event's type, any pair of
// a sentence in which nothing is annotated is none.
func ownArticles(dir string) ([]task, error) {
	paths, err := eval.Find(dir)
	if err != nil {
		return nil, err
	}
	var out []task
	for _, path := range paths {
		g, err := eval.ReadGold(path)
		if err != nil {
			return nil, err
		}
		a, err := g.Read()
		if err != nil {
			return nil, err
		}
		out = append(out, task{article: a, domain: coder.Running, fold: byHash, weight: ownWeight, classes: func(p *coder.Described) []string {
			silent := true
			for _, e := range g.Events {
				at := strings.Index(a.Text, e.Evidence)
				if at < 0 || at >= p.Last || p.First >= at+len(e.Evidence) {
					continue
				}
				silent = false
				if slices.Contains(e.Actors, p.Source) && slices.Contains(append(e.Recipients, e.Actors...), p.Target) {
					return []string{coder.ClassOf(plover.Type(e.Types[0]))}
				}
			}
			if silent {
				return []string{""}
			}
			return nil
		}})
	}
	return out, nil
}

// ownWeight is what a pair of an annotated article counts: it stands for the
// long run of sentences that tell nothing between anybody.
const ownWeight = 2

// tieTexts are items of a chronicle with the two parties that each is about:
// something joins the two, of a type that the first training decides.
func tieTexts(path string) ([]task, error) {
	texts, err := eval.ReadTieTexts(path)
	if err != nil {
		return nil, err
	}
	all := labelsOf(0)
	var out []task
	for i := range texts {
		sides := texts[i].Sides
		out = append(out, task{article: texts[i].Article, domain: coder.Running, fold: byHash, weight: 1, classes: func(p *coder.Described) []string {
			if sides[0][p.Source] && sides[1][p.Target] || sides[1][p.Source] && sides[0][p.Target] {
				return all
			}
			return nil
		}})
	}
	return out, nil
}

// otherNews are items of the chronicle on sport and accidents: what joins two
// parties there is no act between them.
func otherNews(path string) ([]task, error) {
	articles, err := eval.ReadOtherNews(path)
	if err != nil {
		return nil, err
	}
	var out []task
	for _, a := range articles {
		out = append(out, task{article: a, domain: coder.Running, fold: byHash, weight: 1, classes: classOf("")})
	}
	return out, nil
}
