package tagging

import (
	"math/rand/v2"

	"entente/syntax/conllu"
	"entente/syntax/internal/linear"
	"entente/syntax/internal/words"
)

// Clusters gives the fine and coarse cluster of a normal form's hash.
type Clusters map[uint32][2]uint16

// Options of training.
type Options struct {
	Rounds     int
	Margin     int // lead that the right tag must have over any other
	Seed       uint64
	MinUpdates int     // features updated less often are dropped
	Threshold  float64 // averaged weights at or below it are dropped
}

// Train learns a tagger from a treebank.
func Train(bank []conllu.Sentence, tags *Tagset, clusters Clusters, o Options) *Model {
	m := &Model{Tags: tags, Lexicon: collectLexicon(bank, tags, clusters)}
	t := New(m)
	learner := linear.NewLearner(tags.Len())
	data := make([]example, len(bank))
	for i, s := range bank {
		data[i] = describe(s, m)
	}
	random := rand.New(rand.NewPCG(o.Seed, 1))
	order := random.Perm(len(data))
	for range o.Rounds {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			t.learn(learner, &data[i], o.Margin)
		}
	}
	m.Weights = learner.Freeze(o.MinUpdates, o.Threshold)
	return m
}

// example is a sentence ready for training; tag −1 is not learnt.
type example struct {
	words []words.Word
	tags  []int
}

func describe(s conllu.Sentence, m *Model) example {
	ex := example{make([]words.Word, len(s.Words)), make([]int, len(s.Words))}
	for i, w := range s.Words {
		m.Lexicon.Describe(w.Form, &ex.words[i])
		ex.tags[i] = m.Tags.Number(w.UPOS, w.XPOS)
	}
	return ex
}

func (t *Tagger) learn(l *linear.Learner, ex *example, margin int) {
	t1, t2 := -1, -1
	for i := range ex.words {
		best := int(ex.words[i].Tag) - 1
		if best < 0 {
			extract(&t.features, ex.words, i, t1, t2)
			l.Score(t.features, t.scores)
			best = highest(t.scores)
			l.Step()
			if gold := ex.tags[i]; gold >= 0 {
				t.scores[gold] -= int32(margin)
				if rival := highest(t.scores); rival != gold {
					l.Update(t.features, gold, rival)
				}
			}
		}
		t1, t2 = best, t1
	}
}

// A word needs knownWord occurrences before its tags in training describe it;
// with certainWord occurrences and no more than one exception in certainRate
// its tag is taken as given.
const (
	knownWord   = 4
	certainWord = 40
	certainRate = 500
)

// collectLexicon notes for every word which tags it bore, and its clusters.
func collectLexicon(bank []conllu.Sentence, tags *Tagset, clusters Clusters) *words.Lexicon {
	count := map[uint32][]int{}
	total := map[uint32]int{}
	for _, s := range bank {
		for _, w := range s.Words {
			h := words.Hash(words.Normalise(w.Form, nil))
			total[h]++
			n := tags.Number(w.UPOS, w.XPOS)
			if n < 0 {
				continue
			}
			if count[h] == nil {
				count[h] = make([]int, tags.Len())
			}
			count[h][n]++
		}
	}
	known := map[uint32]words.Entry{}
	for h, c := range clusters {
		known[h] = words.Entry{Fine: c[0], Coarse: c[1]}
	}
	for h, c := range count {
		if total[h] < knownWord {
			continue
		}
		e := known[h]
		e.Class, e.Tag = summarise(c, total[h])
		known[h] = e
	}
	return words.NewLexicon(known)
}

// summarise hashes the tags that make up at least a twentieth of a word's
// occurrences, marking the one that makes up more than half.
func summarise(count []int, total int) (class uint32, certain uint16) {
	class = 17
	for tag, n := range count {
		if n == 0 || n*20 < total {
			continue
		}
		weight := uint32(1)
		if n*2 > total {
			weight = 2
		}
		class = class*1000003 + uint32(tag)*4 + weight
		if total >= certainWord && (total-n)*certainRate <= total {
			certain = uint16(tag) + 1
		}
	}
	return class, certain
}
