package classify

import (
	"bytes"
	"strings"
	"testing"
)

// toy are examples of two classes that one feature tells apart, spread over
// the folds.
func toy() []Example {
	var xs []Example
	for i := range 60 {
		class := i % 2
		xs = append(xs, Example{Features: []Feature{{Key: 1, Value: 1}, {Key: uint64(10 + class), Value: 1}, {Key: uint64(100 + i), Value: 1}},
			Class: class, Weight: 1, Fold: i % Folds})
	}
	return xs
}

func learn(t *testing.T, xs []Example, trained map[uint64]uint8) *Model {
	t.Helper()
	m, err := Train([]string{"a", "b"}, xs, trained, Recipe{L2: 0.1, Least: 2, MaxSteps: 100})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestWhatIsLearntGivesTheRightClass(t *testing.T) {
	m := learn(t, toy(), nil)
	for v := range Folds + 1 {
		p := m.Probabilities([]Feature{{11, 1}, {999, 1}}, v)
		if p[1] < 0.9 || p[0]+p[1] < 0.999 {
			t.Errorf("variant %d: probabilities %v", v, p)
		}
	}
}

func TestAFoldIsScoredByWeightsThatNeverSawIt(t *testing.T) {
	var xs []Example
	for i := range 40 { // key 7 means class 1 in fold 2 alone
		fold, class, key := i%Folds, i%2, uint64(20+i%2)
		if fold == 2 {
			class, key = 1, 7
		}
		xs = append(xs, Example{Features: []Feature{{key, 1}}, Class: class, Weight: 1, Fold: fold})
	}
	m := learn(t, xs, map[uint64]uint8{Sentence("seen"): 2})
	unseen := m.Probabilities([]Feature{{7, 1}}, m.Variant("seen"))
	seen := m.Probabilities([]Feature{{7, 1}}, m.Variant("another"))
	if unseen[0] < 0.4 || unseen[0] > 0.6 {
		t.Errorf("the fold's own feature is known to the weights learnt without it: %v", unseen)
	}
	if seen[1] < 0.8 {
		t.Errorf("the feature is not known to the weights for use: %v", seen)
	}
}

func TestTheSameDataGiveTheSameBytesAndBack(t *testing.T) {
	trained := map[uint64]uint8{Sentence("x"): 3, Sentence("y"): 0}
	first, err := learn(t, toy(), trained).Encode()
	if err != nil {
		t.Fatal(err)
	}
	second, err := learn(t, toy(), trained).Encode()
	if err != nil || !bytes.Equal(first, second) {
		t.Fatalf("two trainings differ (%v)", err)
	}
	m, err := Decode(first)
	if err != nil {
		t.Fatal(err)
	}
	if m.Variant("x") != 3 || m.Variant("z") != Folds {
		t.Errorf("variants %d, %d", m.Variant("x"), m.Variant("z"))
	}
	if p := m.Probabilities([]Feature{{10, 1}}, Folds); p[0] < 0.9 {
		t.Errorf("probabilities after decoding: %v", p)
	}
}

func TestABrokenFileIsAnErrorThatSaysWhatToDo(t *testing.T) {
	if _, err := Decode([]byte("no model")); err == nil || !strings.Contains(err.Error(), "train it anew") {
		t.Errorf("error %v", err)
	}
}

func TestAFeatureWeighsForTheClassThatItWasSeenWith(t *testing.T) {
	m := learn(t, toy(), nil)
	f := Feature{11, 1}
	if m.Weight(f, 1, Folds) <= 0 || m.Weight(f, 0, Folds) >= 0 || m.Weight(Feature{999, 1}, 0, Folds) != 0 {
		t.Errorf("weights %v, %v", m.Weight(f, 0, Folds), m.Weight(f, 1, Folds))
	}
}
