package parsing

import (
	"math/rand/v2"

	"entente/syntax/conllu"
	"entente/syntax/internal/linear"
)

// Example is a sentence to learn from. Head and Rel are by word; the root's
// head is the index of the root node, that is, the number of words.
type Example struct {
	Nodes []Node
	Head  []int16
	Rel   []uint8
}

// NewExample joins predicted tags, as nodes, with the gold tree. The nodes
// must end with RootNode.
func NewExample(nodes []Node, s *conllu.Sentence, r *Relations) Example {
	ex := Example{Nodes: nodes, Head: make([]int16, len(s.Words)), Rel: make([]uint8, len(s.Words))}
	for i, w := range s.Words {
		ex.Head[i] = int16(w.Head)
		if w.Head < 0 {
			ex.Head[i] = int16(len(s.Words))
		}
		ex.Rel[i] = uint8(r.numberByName[w.Rel])
	}
	return ex
}

// Options of training.
type Options struct {
	Bits          uint // the move table has 2^Bits places
	GreedyRounds  int
	BeamRounds    int
	BeamWidth     int
	Margin        int     // lead that a right move must have over a wrong one
	LabelMargin   int     // the same for relations
	Explore       float64 // how often a wrong move is followed nevertheless
	Seed          uint64
	MinUpdates    int     // label features updated less often are dropped
	Threshold     float64 // label weights up to it are dropped
	MoveThreshold float64 // move weights up to this part of the largest are dropped
	Log           func(format string, args ...any)
}

// Trainer learns a parser.
type Trainer struct {
	p      *Parser
	moves  *linear.ActionLearner
	labels *linear.Learner
	o      Options
	random *rand.Rand
}

// NewTrainer starts with empty weights.
func NewTrainer(r *Relations, o Options) *Trainer {
	return &Trainer{
		p:      New(&Model{Relations: r}),
		moves:  linear.NewActionLearner(o.Bits),
		labels: linear.NewLearner(len(r.Names)),
		o:      o,
		random: rand.New(rand.NewPCG(o.Seed, 2)),
	}
}

// Greedy runs the greedy rounds over the examples.
func (t *Trainer) Greedy(examples []Example) {
	t.p.model.settled = settle(examples, len(t.p.model.Relations.Names))
	order := t.random.Perm(len(examples))
	for round := range t.o.GreedyRounds {
		t.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		var wrong, total int
		for _, i := range order {
			w, n := t.learn(&examples[i], round)
			wrong, total = wrong+w, total+n
		}
		t.o.Log("greedy round %d: %.2f%% wrong moves", round+1, 100*float64(wrong)/float64(total))
	}
}

// learn parses one example, correcting the weights on the way. From the
// second round on it goes on from its own errors now and then, so as to learn
// what to do after a mistake.
func (t *Trainer) learn(ex *Example, round int) (wrong, total int) {
	s := &t.p.state
	s.reset(len(ex.Head))
	for !s.done() {
		ok, cost := s.allowed(), s.costs(ex.Head)
		t.p.view.look(s, ex.Nodes)
		moveFeatures(&t.p.features, &t.p.view)
		score := t.moves.Score(t.p.features)
		predicted := best(ok, score)
		right := cheapest(ok, cost)
		good := best(right, score)
		rival := best(without(ok, right), score)
		t.moves.Step()
		total++
		if rival >= 0 && (score[rival]+int32(t.o.Margin) > score[good] || !right[predicted]) {
			t.moves.Add(t.p.features, good, 1)
			t.moves.Add(t.p.features, rival, -1)
		}
		next := predicted
		if !right[predicted] {
			wrong++
			if round < 1 || t.random.Float64() >= t.o.Explore {
				next = good
			}
		}
		s.apply(next, t.learnName(ex, next, round))
	}
	return wrong, total
}

// cheapest keeps the allowed moves of least cost.
func cheapest(ok [3]bool, cost [3]int) [3]bool {
	least := -1
	for m, allowed := range ok {
		if allowed && (least < 0 || cost[m] < least) {
			least = cost[m]
		}
	}
	for m := range ok {
		ok[m] = ok[m] && cost[m] == least
	}
	return ok
}

// without takes the second set of moves out of the first.
func without(ok, out [3]bool) [3]bool {
	for m := range ok {
		ok[m] = ok[m] && !out[m]
	}
	return ok
}

// learnName names the arc of a move, and learns from it if it is a gold arc.
func (t *Trainer) learnName(ex *Example, move, round int) int {
	if move == shift {
		return 0
	}
	s, r := &t.p.state, t.p.model.Relations
	head, dep := s.arc(move)
	if head == s.n {
		return r.root
	}
	if rel, ok := t.p.model.settled.find(ex.Nodes, head, dep); ok {
		return rel
	}
	relationFeatures(&t.p.features, s, ex.Nodes, head, dep)
	t.labels.Score(t.p.features, t.p.scores)
	name := r.best(head, dep, t.p.scores)
	t.labels.Step()
	if int(ex.Head[dep]) != head {
		return name
	}
	gold := int(ex.Rel[dep])
	rival := name
	if name == gold {
		t.p.scores[gold] -= int32(t.o.LabelMargin)
		rival = r.best(head, dep, t.p.scores)
	}
	if rival != gold {
		t.labels.Update(t.p.features, gold, rival)
	}
	if round < 1 {
		return gold
	}
	return name
}

// Model freezes what has been learnt.
func (t *Trainer) Model() *Model { return Mix([]*Trainer{t}) }

// Mix joins trainers that saw the same examples in different orders into one
// model: the move weights are added, which cancels what each learnt by chance;
// the relation classifier is the first one's.
func Mix(trainers []*Trainer) *Model {
	first := trainers[0]
	moves := first.moves.Average()
	for _, t := range trainers[1:] {
		moves.Add(t.moves.Average())
	}
	return &Model{
		Relations: first.p.model.Relations,
		settled:   first.p.model.settled,
		moves:     moves.Freeze(first.o.MoveThreshold),
		labels:    first.labels.Freeze(first.o.MinUpdates, first.o.Threshold),
	}
}
