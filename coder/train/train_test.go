package main

import (
	"slices"
	"testing"

	"entente/article"
	"entente/coder"
	"entente/coder/classify"
	"entente/coder/lexicon"
)

func TestSourceAndTargetAreTheFirstOfTheirRoles(t *testing.T) {
	for _, c := range []struct{ name, example, source, target string }{
		{"one each", "[A:Peru] sued [R:Chile].", "Peru", "Chile"},
		{"recipient first", "[R:Chile] was sued by [A:Peru].", "Peru", "Chile"},
		{"two actors", "[A:Peru] met [A:Chile].", "Peru", "Chile"},
		{"two actors and a recipient", "[A:Peru] and [A:Chile] sued [R:Spain].", "Peru", "Spain"},
		{"nobody it is done to", "[A:Peru] mobilized.", "Peru", ""},
		{"nobody acts", "[R:Chile] was sued.", "", "Chile"},
	} {
		t.Run(c.name, func(t *testing.T) {
			ex, err := lexicon.ParseExample(c.example)
			if err != nil {
				t.Fatal(err)
			}
			given := sourceAndTarget(ex.Marks)
			source, target := ex.Text[given[0].Start:given[0].End], ex.Text[given[1].Start:given[1].End]
			if source != c.source || target != c.target {
				t.Errorf("got %q, %q", source, target)
			}
		})
	}
}

func TestASentenceOfTwoSetsIsInOneFold(t *testing.T) {
	pair := &coder.Described{Sentence: "Peru sued Chile.", Features: []classify.Feature{{Key: 1, Value: 1}}}
	f := found{[]*coder.Described{pair}, []string{pair.Sentence}}
	s := newTrainingSet()
	s.add(&task{article: &article.Article{}, fold: 3, weight: 1, classes: classOf("ACCUSE")}, f)
	s.add(&task{article: &article.Article{}, fold: byHash, weight: 1, classes: classOf("")}, f)
	s.add(&task{article: &article.Article{}, fold: always, weight: 1, classes: classOf("ACCUSE")}, f)
	var folds []int
	for _, x := range s.examples {
		folds = append(folds, x.Fold)
	}
	if !slices.Equal(folds, []int{3, 3, -1}) {
		t.Errorf("folds %v", folds)
	}
}

func TestAnUndecidedPairCountsForEachLikelyClass(t *testing.T) {
	s := newTrainingSet()
	for i := range 40 { // in marked pairs, feature 1 means ACCUSE three times of four, else REJECT
		class := "ACCUSE"
		if i%4 == 0 {
			class = "REJECT"
		}
		s.put([]classify.Feature{{Key: 1, Value: 1}}, class, -1, coder.Marked, 1)
	}
	first, err := classify.Train(s.classes, s.examples, nil, classify.Recipe{L2: 0.01, Least: 1, MaxSteps: 100, Whole: true})
	if err != nil {
		t.Fatal(err)
	}
	before := len(s.examples)
	s.open = []undecided{{[]classify.Feature{{Key: 1, Value: 1}}, labelsOf(0), 2, &task{domain: coder.Running, weight: 1}}}
	s.decide(first)
	got := map[string]float64{}
	for _, x := range s.examples[before:] {
		got[s.classes[x.Class]] = x.Weight
	}
	if len(got) != 2 || got["ACCUSE"] < 0.7 || got["REJECT"] > 0.3 || got["ACCUSE"]+got["REJECT"] > 1.0001 {
		t.Errorf("weights %v", got)
	}
}
