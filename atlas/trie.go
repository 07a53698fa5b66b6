package atlas

import (
	"sort"
	"strings"
)

// trie holds the surfaces word by word. Words are numbered; an edge is keyed
// by its node and its word, and the root's edges stand in an array so that
// most tokens are dismissed by one look-up.
type trie struct {
	fold   folder
	number map[string]int32 // word → its number
	first  []int32          // by word number: the root's child, 0 where none
	next   map[uint64]int32 // node<<32|word number → child
	ends   map[int32][]ending
}

// ending is a surface that ends at a node: the case it asks of each word and
// what it may mean.
type ending struct {
	caps    string
	senses  []Sense
	choice  *choice
	article bool // begins with "the"
}

func newTrie() *trie {
	return &trie{
		fold:   newFolder(),
		number: make(map[string]int32, 1<<16),
		first:  make([]int32, 0, 1<<16),
		next:   make(map[uint64]int32, 1<<16),
		ends:   make(map[int32][]ending, 1<<16),
	}
}

// grow gives the node at the end of the words, making what is missing. Nodes
// are numbered from 1; 0 is the root.
func (t *trie) grow(words []word, nodes *int32) int32 {
	node := int32(0)
	for _, w := range words {
		n, ok := t.number[w.text]
		if !ok {
			n = int32(len(t.first))
			t.number[w.text] = n
			t.first = append(t.first, 0)
		}
		if node == 0 {
			if t.first[n] == 0 {
				*nodes++
				t.first[n] = *nodes
			}
			node = t.first[n]
			continue
		}
		key := uint64(node)<<32 | uint64(uint32(n))
		child, ok := t.next[key]
		if !ok {
			*nodes++
			child = *nodes
			t.next[key] = child
		}
		node = child
	}
	return node
}

// add puts a sense under the words. Senses are told apart by entity and form.
func (t *trie) add(words []word, s Sense, nodes *int32) {
	node := t.grow(words, nodes)
	caps := make([]byte, len(words))
	for i, w := range words {
		caps[i] = w.caps
	}
	list := t.ends[node]
	for i := range list {
		if list[i].caps != string(caps) {
			continue
		}
		for _, old := range list[i].senses {
			if old.Entity == s.Entity && old.Form == s.Form {
				return
			}
		}
		list[i].senses = append(list[i].senses, s)
		return
	}
	t.ends[node] = append(list, ending{caps: string(caps), senses: []Sense{s}, article: words[0].text == "the"})
}

// put enters a surface as the tables write it. "the" before it is optional in
// the text and left out; "=the North" asks for it. "^MEND" asks for these
// capitals where "Mend" would be a word.
func (t *trie) put(surface string, s Sense, nodes *int32) {
	surface, asked := strings.CutPrefix(surface, "=")
	surface, exact := strings.CutPrefix(surface, "^")
	if !asked {
		surface = strings.TrimPrefix(surface, "the ")
		surface = strings.TrimPrefix(surface, "The ")
	}
	words := t.fold.words(surface)
	if len(words) == 0 || len(words) > maxWords {
		return
	}
	if !exact {
		for i := range words {
			words[i].caps = wanted(words[i], s.Entity.Kind)
		}
	}
	t.add(words, s, nodes)
}

// settle finishes the trie: at each node the strictest spelling comes first
// and takes over the senses of the laxer ones that it also satisfies ("Congress"
// is what "congress" is, too).
func (t *trie) settle() {
	for node, list := range t.ends {
		if len(list) > 1 {
			sort.SliceStable(list, func(i, j int) bool { return strictness(list[i].caps) > strictness(list[j].caps) })
			for i := range list {
				for j := i + 1; j < len(list); j++ {
					if meets(list[i].caps, list[j].caps) {
						list[i].take(list[j].senses)
					}
				}
			}
		}
		for i := range list {
			list[i].senses = usualFirst(list[i].senses)
		}
		t.ends[node] = list
	}
}

// take adds the senses that the ending lacks.
func (e *ending) take(senses []Sense) {
next:
	for _, s := range senses {
		for _, old := range e.senses {
			if old.Entity == s.Entity && old.Form == s.Form {
				continue next
			}
		}
		e.senses = append(e.senses, s)
	}
}

// strictness adds up what a spelling asks for.
func strictness(caps string) int {
	n := 0
	for i := 0; i < len(caps); i++ {
		n += int(caps[i])
	}
	return n
}

// meets tells whether text written as have satisfies want.
func meets(have, want string) bool {
	for i := 0; i < len(want); i++ {
		if have[i] < want[i] {
			return false
		}
	}
	return true
}

// usualFirst orders senses by what newspapers mean most often: states before
// bodies before people before mere places; ambiguous.tsv overrides it.
func usualFirst(senses []Sense) []Sense {
	order := [...]int{State: 0, DisputedPlace: 1, Organization: 2, Group: 3, Person: 4, Role: 5, Place: 6, Thing: 7}
	sort.SliceStable(senses, func(i, j int) bool {
		return order[senses[i].Entity.Kind] < order[senses[j].Entity.Kind]
	})
	return senses
}
