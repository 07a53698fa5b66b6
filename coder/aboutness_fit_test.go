package coder

import (
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"entente/coder/lexicon"
	"entente/eval"
	"entente/syntax"
)

var fit = flag.Bool("fit", false, "fit the weights of lexicon/aboutness.tsv and write them")

const (
	reuters       = "../../shared/data/articles/reuters.jsonl"
	aboutnessFile = "lexicon/aboutness.tsv"
)

// candidate is a state of an article with its evidence, and whether the
// annotators hold the article to be about it.
type candidate struct {
	evidence lexicon.Weights
	right    bool
}

// candidates are those of one article; missing counts the annotated states for
// which nothing speaks at all.
type candidates struct {
	list    []candidate
	missing int
	even    bool // of the half that the weights are fitted on
}

// TestFitWeightsOfAboutness fits by logistic regression on the articles with even
// numbers and tells how it does on them and on the others:
//
//	go test ./coder -run FitWeights -v -fit
func TestFitWeightsOfAboutness(t *testing.T) {
	if !*fit {
		t.Skip("takes a minute; fits the weights anew with -fit")
	}
	plain, datelined := gather(t, false), gather(t, true)
	var columns [2]lexicon.Weights
	for i, all := range [][]candidates{datelined, plain} {
		columns[i] = logistic(all)
		t.Logf("%s a dateline: fitted half F1 %.3f, other half F1 %.3f", []string{"with", "without"}[i], f1Of(all, columns[i], true), f1Of(all, columns[i], false))
	}
	writeWeights(t, columns)
}

// gather finds the evidence of all articles, on all cores.
func gather(t *testing.T, dateline bool) []candidates {
	t.Helper()
	items, err := eval.ReadPlaced(reuters)
	if err != nil {
		t.Fatal(err)
	}
	items = slices.DeleteFunc(items, func(a eval.PlacedArticle) bool { return len(a.Places) == 0 })
	know, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	out := make([]candidates, len(items))
	var workers sync.WaitGroup
	const cores = 2
	for first := range cores {
		workers.Go(func() {
			c := New(know, syntax.Accurate)
			for i := first; i < len(items); i += cores {
				a := *items[i].Article
				if !dateline {
					a.Dateline, a.Here = "", ""
				}
				d := c.prepare(&a)
				d.resolveMentions()
				ps := d.presences()
				out[i].even = strings.ContainsAny(a.ID[len(a.ID)-1:], "02468")
				out[i].missing = len(items[i].Places)
				for k, e := range ps.evidence() {
					right := slices.Contains(items[i].Places, ps.list[k].country)
					out[i].missing -= number(right)
					out[i].list = append(out[i].list, candidate{e, right})
				}
			}
		})
	}
	workers.Wait()
	return out
}

func score(w, e *lexicon.Weights) float64 {
	sum := 0.0
	for k := range w {
		sum += w[k] * e[k]
	}
	return sum
}

// logistic fits by Newton's method. A small ridge keeps evidence that never
// occurs at 0.
func logistic(all []candidates) lexicon.Weights {
	const ridge, rounds, n = 0.5, 15, int(lexicon.EvidenceKinds)
	var w lexicon.Weights
	for range rounds {
		var system [n][n + 1]float64 // the Hessian, and beside it the gradient
		for k := range n {
			system[k][k], system[k][n] = ridge, -ridge*w[k]
		}
		for _, a := range all {
			if !a.even {
				continue
			}
			for _, c := range a.list {
				p := 1 / (1 + math.Exp(-score(&w, &c.evidence)))
				for i, x := range c.evidence {
					system[i][n] += (float64(number(c.right)) - p) * x
					for j, y := range c.evidence {
						system[i][j] += p * (1 - p) * x * y
					}
				}
			}
		}
		for i := range n { // Gauss and Jordan; the matrix is positive definite
			for j := range n {
				if j == i {
					continue
				}
				m := system[j][i] / system[i][i]
				for k := i; k <= n; k++ {
					system[j][k] -= m * system[i][k]
				}
			}
		}
		for k := range n {
			w[k] += system[k][n] / system[k][k]
		}
	}
	for k := range w {
		w[k] = math.Round(w[k]*100) / 100
	}
	return w
}

// f1Of is the micro-F1 over one half of the articles.
func f1Of(all []candidates, w lexicon.Weights, even bool) float64 {
	right, found, gold := 0, 0, 0
	for _, a := range all {
		if a.even != even {
			continue
		}
		gold += a.missing
		best := math.Inf(-1)
		for i := range a.list {
			best = max(best, score(&w, &a.list[i].evidence))
		}
		for _, c := range a.list {
			s := score(&w, &c.evidence)
			about := s >= 0 || s == best
			found += number(about)
			gold += number(c.right)
			right += number(about && c.right)
		}
	}
	return 2 * float64(right) / float64(found+gold)
}

// writeWeights replaces the rows of the table and keeps its comments.
func writeWeights(t *testing.T, columns [2]lexicon.Weights) {
	t.Helper()
	old, err := os.ReadFile(aboutnessFile)
	if err != nil {
		t.Fatal(err)
	}
	const head = "evidence\tdatelined\twithout\n"
	comments, _, ok := strings.Cut(string(old), head)
	if !ok {
		t.Fatalf("%s: no line %q", aboutnessFile, head)
	}
	var b strings.Builder
	b.WriteString(comments + head)
	for k := range lexicon.EvidenceKinds {
		fmt.Fprintf(&b, "%s\t%.2f\t%.2f\n", k, columns[0][k], columns[1][k])
	}
	if err := os.WriteFile(aboutnessFile, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
