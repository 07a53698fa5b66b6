package eval

import (
	"fmt"
	"strconv"
)

type PairTable struct{ types, quads, a, b *Confusion }

func NewPairTable() *PairTable {
	return &PairTable{newConfusion(pairTypes...), newConfusion("1", "2", "3", "4"), newConfusion(pairTypes...), newConfusion(pairTypes...)}
}

func (t *PairTable) Put(p *Pair, label string) {
	t.types.add(p.Type, label)
	t.quads.add(strconv.Itoa(p.Quad), quadOf(label))
	if p.ID%5 == 4 {
		t.b.add(p.Type, label)
	} else {
		t.a.add(p.Type, label)
	}
}

func (t *PairTable) String() string {
	return fmt.Sprintf("types %.3f (acc %.3f) quads %.3f unread %.3f read %.3f", t.types.MacroF1(), t.types.Accuracy(), t.quads.MacroF1(), t.b.MacroF1(), t.a.MacroF1())
}
