package parsing

import "entente/syntax/internal/linear"

// Beam runs the beam rounds, after the greedy ones: parses with a beam and
// corrects the weights at the point where the best hypothesis is furthest
// ahead of the gold one (max-violation; Huang, Fayong and Guo 2012). The
// relation classifier stays as the greedy rounds left it.
func (t *Trainer) Beam(examples []Example) {
	t.p.model = t.Model()
	t.moves.Restart()
	b := &beam{p: t.p, scorer: t.moves, width: t.o.BeamWidth}
	order := t.random.Perm(len(examples))
	for round := range t.o.BeamRounds {
		t.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		wrong := 0
		for _, i := range order {
			t.moves.Step()
			if t.learnBeam(b, &examples[i]) {
				wrong++
			}
		}
		t.o.Log("beam round %d: %.2f%% wrong sentences", round+1, 100*float64(wrong)/float64(len(order)))
	}
}

// learnBeam parses one example and corrects the weights if the gold tree
// falls behind.
func (t *Trainer) learnBeam(b *beam, ex *Example) bool {
	n := len(ex.Head)
	b.start(n)
	gold := &item{last: none}
	gold.state.reset(n)
	worst := int64(-1)
	var wrongPath, goldPath int32 = none, none
	for range 2 * n {
		b.advance(ex.Nodes)
		b.rate(gold, ex.Nodes)
		move := goldMove(gold.ok, gold.state.costs(ex.Head))
		gold.score += int64(gold.moves[move])
		b.do(gold, move, ex.Nodes)
		top := b.items[0]
		lead := top.score - gold.score
		if lead > worst && (lead > 0 || b.history[top.last].move != uint8(move)) {
			worst, wrongPath, goldPath = lead, top.last, gold.last
		}
	}
	if wrongPath < 0 {
		return false
	}
	return t.correct(ex, b.path(wrongPath), b.path(goldPath))
}

// goldMove is the cheapest move; where several are, arcs come before shifts.
func goldMove(ok [3]bool, cost [3]int) int {
	choice := none
	for _, m := range [...]int{left, right, shift} {
		if ok[m] && (choice < 0 || cost[m] < cost[choice]) {
			choice = m
		}
	}
	return choice
}

// path lists the steps up to and including the one given.
func (b *beam) path(last int32) []step {
	var path []step
	for ; last >= 0; last = b.history[last].before {
		path = append(path, b.history[last])
	}
	for i, j := 0, len(path)-1; i < j; i, j = i+1, j-1 {
		path[i], path[j] = path[j], path[i]
	}
	return path
}

// correct moves the weights away from the wrong path and towards the gold one,
// from where they part.
func (t *Trainer) correct(ex *Example, wrong, gold []step) bool {
	parted := 0
	for parted < len(gold) && wrong[parted].move == gold[parted].move {
		parted++
	}
	if parted == len(gold) {
		return false
	}
	t.replay(ex, wrong, parted, -1)
	t.replay(ex, gold, parted, 1)
	return true
}

// replay goes through a path again, changing the weights of its moves from
// the given position on.
func (t *Trainer) replay(ex *Example, path []step, from int, delta int32) {
	s := &t.p.state
	s.reset(len(ex.Head))
	for i, st := range path {
		if i >= from {
			t.p.view.look(s, ex.Nodes)
			moveFeatures(&t.p.features, &t.p.view)
			t.moves.Add(t.p.features, int(st.move), delta)
		}
		s.apply(int(st.move), int(st.rel))
	}
}

var _ scorer = (*linear.ActionLearner)(nil)
