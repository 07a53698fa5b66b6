package parsing

import (
	"math/rand/v2"
	"testing"

	"entente/syntax/conllu"
)

// bank has two kinds of sentences that tags tell apart.
func bank() []conllu.Sentence {
	clause := conllu.Sentence{Words: []conllu.Word{
		{Form: "Japan", Rel: "nsubj", Head: 1}, {Form: "protested", Rel: "root", Head: -1}, {Form: ".", Rel: "punct", Head: 1},
	}}
	phrase := conllu.Sentence{Words: []conllu.Word{
		{Form: "joint", Rel: "amod", Head: 1}, {Form: "talks", Rel: "root", Head: -1},
	}}
	return []conllu.Sentence{clause, phrase}
}

func exampleNodes(s *conllu.Sentence) []Node {
	var nodes []Node
	for i := range s.Words {
		n := uint32(len(s.Words)*10 + i)
		nodes = append(nodes, Node{Norm: n, Tag: n, Coarse: n, Kind: 1})
	}
	return append(nodes, RootNode)
}

func train(t *testing.T) (*Model, []Example) {
	b := bank()
	r := CollectRelations(b)
	var examples []Example
	for i := range b {
		examples = append(examples, NewExample(exampleNodes(&b[i]), &b[i], r))
	}
	tr := NewTrainer(r, Options{Bits: 12, GreedyRounds: 5, BeamRounds: 3, BeamWidth: 2, Seed: 1, Log: t.Logf})
	tr.Greedy(examples)
	tr.Beam(examples)
	return tr.Model(), examples
}

func TestAParserLearnsItsExamples(t *testing.T) {
	m, examples := train(t)
	p := New(m)
	for _, ex := range examples {
		for width := 1; width <= 4; width++ {
			for i, a := range p.Beam(ex.Nodes, Search{Width: width}, nil) {
				head := a.Head
				if head < 0 {
					head = len(ex.Head)
				}
				if head != int(ex.Head[i]) || a.Rel != int(ex.Rel[i]) {
					t.Errorf("width %d, word %d: head %d %s", width, i, head, m.Relations.Names[a.Rel])
				}
			}
		}
	}
}

func TestTheOracleReachesEveryProjectiveTree(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for range 300 {
		gold := randomTree(1+random.IntN(12), random)
		s := &state{}
		s.reset(len(gold))
		for !s.done() {
			s.apply(goldMove(s.allowed(), s.costs(gold)), 0)
		}
		for i, h := range gold {
			if s.nodes[i].head != h {
				t.Fatalf("tree %v: word %d got head %d", gold, i, s.nodes[i].head)
			}
		}
	}
}

// randomTree gives the heads of a projective tree; the root's head is n.
func randomTree(n int, random *rand.Rand) []int16 {
	heads := make([]int16, n)
	var hang func(from, to, head int)
	hang = func(from, to, head int) {
		if from >= to {
			return
		}
		cut := to
		if head != n {
			cut = from + 1 + random.IntN(to-from)
		}
		top := from + random.IntN(cut-from)
		heads[top] = int16(head)
		hang(from, top, top)
		hang(top+1, cut, top)
		hang(cut, to, head)
	}
	hang(0, n, n)
	return heads
}
