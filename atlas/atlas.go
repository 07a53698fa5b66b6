package atlas

import (
	"sort"
	"strings"
	"sync"
	"time"
)

// Atlas is the whole knowledge, built once and never changed: share it between
// goroutines.
type Atlas struct {
	names    *trie
	signs    *trie
	signKind map[*Entity]SignKind // of the entities that signs lead to
	byID     map[string]*Entity
	members  map[string][]string
	bearers  map[string][]*Entity
	offices  map[string]office
	weights  map[string]int
	entities []*Entity
}

// Load gives the atlas of the embedded tables. It is built at the first call;
// an error means that a table under data/ is faulty and says where.
func Load() (*Atlas, error) { return load() }

var load = sync.OnceValues(build)

// ByID gives the entity of an id, nil where the atlas has none. Houses and
// bodies that stand for a state ("the Kremlin") share its id and are not
// reached here: ByID("RUS") is the state.
func (a *Atlas) ByID(id string) *Entity { return a.byID[id] }

// Members gives the ids of the members of an organisation or a standing group
// of states ("GRP:baltic-states"), sorted; nil where the atlas doesn't list them.
func (a *Atlas) Members(id string) []string { return a.members[id] }

// year is how far around a term Bearers looks: newspapers keep quoting whoever
// has just left office, and a name may be in the news before the day of taking it.
const year = 366 * 24 * time.Hour

// Bearers gives the people of prominent office known by this surname or usual
// short name ("Xi", "Lula", "Suu Kyi") who were in office on that day or within
// the year around it, the most prominent first.
func (a *Atlas) Bearers(surname string, on time.Time) []*Entity {
	type bearer struct {
		e     *Entity
		now   bool
		order int
	}
	var found []bearer
	for _, e := range a.bearers[a.key(surname)] {
		best := bearer{e: e, order: 1 << 20}
		for i := range e.Terms {
			t := &e.Terms[i]
			if !t.holds(on, year) {
				continue
			}
			now, order := t.holds(on, 0), t.rank*8-a.weights[t.Of]
			if now && !best.now || now == best.now && order < best.order {
				best.now, best.order = now, order
			}
		}
		if best.order < 1<<20 {
			found = append(found, best)
		}
	}
	sort.SliceStable(found, func(i, j int) bool {
		if found[i].now != found[j].now {
			return found[i].now
		}
		return found[i].order < found[j].order
	})
	out := make([]*Entity, len(found))
	for i := range found {
		out[i] = found[i].e
	}
	return out
}

// key folds a surname for the index of bearers.
func (a *Atlas) key(surname string) string {
	words := a.names.fold.words(surname)
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = w.text
	}
	return strings.Join(parts, " ")
}
