package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"entente/article"
	"entente/coder"
	"entente/coder/classify"
	"entente/coder/lexicon"
	"entente/eval"
)

// task is a text on its way to examples: what its pairs are examples of.
type task struct {
	article *article.Article
	domain  coder.Domain
	fold    int // of all its sentences; −1: by each sentence's hash; −2: never left out
	weight  float64
	bare    bool // also an example of what the lexicon does not know
	// class gives the class of a pair, and false where nobody can tell.
	class func(p *coder.Described) (string, bool)
}

// What fold means besides a number.
const (
	byHash = -1
	always = -2
)

// always1 is the class of whatever pair there is.
func classOf(class string) func(*coder.Described) (string, bool) {
	return func(*coder.Described) (string, bool) { return class, true }
}

// markedPairs are the sentences of others in which source and target are
// marked. A sentence that stands in several rows is in one fold: the last,
// which nobody reads, if one of its rows is.
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
		out = append(out, task{article: p.Article(), domain: coder.Marked, fold: fold[p.Sentence], weight: 1, class: classOf(p.Type)})
	}
	return out, nil
}

// exampleWeight is what one of the lexicon's examples counts beside a sentence
// of a newspaper: they are short, and each tells what its frame tells.
const exampleWeight = 1

// lexiconExamples are the example sentences of all frames.
func lexiconExamples(l *lexicon.Lexicon) ([]task, error) {
	var out []task
	for i := range l.Frames {
		f := &l.Frames[i]
		ex, err := lexicon.ParseExample(f.Example)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Source, err)
		}
		t := task{article: &article.Article{Text: ex.Text, Language: "en"}, domain: coder.Running, fold: always, weight: exampleWeight, bare: true}
		class := string(f.Type)
		switch class {
		case "": // a figurative use
		case "CONCEDE", "RETREAT":
			class = "YIELD"
			fallthrough
		default:
			t.article.Given = sourceAndTarget(ex.Marks)
		}
		t.class = classOf(class)
		out = append(out, t)
	}
	return out, nil
}

// sourceAndTarget gives the first actor, and the first recipient or else the
// second actor.
func sourceAndTarget(marks []lexicon.Mark) []article.Span {
	given := make([]article.Span, 2)
	var actors int
	for _, m := range marks {
		span := article.Span{Start: m.Start, End: m.End}
		switch {
		case m.Role == lexicon.Recipient && (given[1].End == 0 || actors > 1):
			given[1], actors = span, min(actors, 1)
		case m.Role == lexicon.Actor && actors == 0:
			given[0], actors = span, 1
		case m.Role == lexicon.Actor && given[1].End == 0:
			given[1], actors = span, actors+1
		}
	}
	return given
}

// uneventful are the sentences of others that hold no event: none of their
// pairs is one.
func uneventful(path string) ([]task, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read sentences: %w", err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = '\t', true, 2
	var out []task
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		if row[0] == "0" {
			out = append(out, task{article: &article.Article{Text: row[1], Language: "en"}, domain: coder.Running, fold: byHash, weight: 1, class: classOf("")})
		}
	}
}

// ownArticles are the project's annotated articles: a pair that an annotated
// event joins is of its type, any other is none.
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
		out = append(out, task{article: a, domain: coder.Running, fold: byHash, weight: 1, class: func(p *coder.Described) (string, bool) {
			for _, e := range g.Events {
				if at := strings.Index(a.Text, e.Evidence); at >= 0 && at < p.Last && p.First < at+len(e.Evidence) {
					return "", false // something is told here, perhaps of these two
				}
			}
			return "", true
		}})
	}
	return out, nil
}

// mostItems bounds the items of each heading.
const mostItems = 1500

// sportAndDisasters are items of a chronicle under headings of sport and of
// disasters: what joins two parties there is no act between them.
func sportAndDisasters(path string) ([]task, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read chronicle: %w", err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	count := map[string]int{}
	var out []task
	for n := 1; lines.Scan(); n++ {
		var day struct {
			Items [][2]string `json:"items"`
		}
		if err := json.Unmarshal(lines.Bytes(), &day); err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", path, n, err)
		}
		for _, item := range day.Items {
			heading, text := item[0], item[1]
			switch heading {
			case "Sport", "Sports", "Disasters", "Disasters and accidents":
			default:
				continue
			}
			if count[heading]++; count[heading] > mostItems {
				continue
			}
			out = append(out, task{article: &article.Article{Text: text, Language: "en"}, domain: coder.Running, fold: byHash, weight: 1, class: classOf("")})
		}
	}
	return out, lines.Err()
}
