package atlas

import "strings"

// ambiguous reads the cues of words that mean several things. The rows of one
// surface stand in order of use; an id of "-" is the sense of a name that is
// nobody's in the atlas.
func (b *builder) ambiguous() error {
	t, err := readTable("ambiguous", "surface", "order", "id", "cues")
	if err != nil {
		return err
	}
	for i := 0; i < len(t.rows); {
		j := i
		for j < len(t.rows) && t.rows[j][0] == t.rows[i][0] {
			j++
		}
		if err := b.choice(t, i, j); err != nil {
			return err
		}
		i = j
	}
	return nil
}

// choice attaches the rows [from, to) of one surface to its endings.
func (b *builder) choice(t *table, from, to int) error {
	surface, asked := strings.CutPrefix(t.rows[from][0], "=")
	if !asked {
		surface = strings.TrimPrefix(surface, "the ")
	}
	node := b.lookup(surface)
	if node == 0 {
		return t.fail(from, "no table has the surface %q", surface)
	}
	// The cues belong to the spelling that the surface has: "Congress" and
	// "congress" end at one node.
	want := make([]byte, 0, 8)
	for _, w := range b.a.names.fold.words(surface) {
		want = append(want, w.caps)
	}
	ends := b.a.names.ends[node]
	hit := false
	for k := range ends {
		if !meets(string(want), ends[k].caps) {
			continue
		}
		c, err := chosen(t, from, to, &ends[k])
		if err != nil {
			return err
		}
		ends[k].choice = c
		ends[k].senses = ends[k].senses[:0:0]
		for _, o := range c.options {
			ends[k].senses = append(ends[k].senses, o.sense)
		}
		hit = true
		break
	}
	if !hit {
		return t.fail(from, "no table writes %q with these capitals", surface)
	}
	return nil
}

// chosen orders the senses of an ending as the rows say; senses that no row
// names follow without cues.
func chosen(t *table, from, to int, end *ending) (*choice, error) {
	c := &choice{}
	used := make(map[int]bool)
	for i := from; i < to; i++ {
		id, cues := t.rows[i][2], strings.Fields(t.rows[i][3])
		if id == "-" {
			c.options = append(c.options, option{nobody(t.rows[i][0]), cues})
			continue
		}
		if id == "word" {
			c.word = true
			continue
		}
		found := false
		for k, s := range end.senses {
			if s.Entity.ID == id && !used[k] {
				used[k], found = true, true
				c.options = append(c.options, option{s, cues})
				break
			}
		}
		if !found {
			return nil, t.fail(i, "%q doesn't name %s in any table", t.rows[i][0], id)
		}
	}
	for k, s := range end.senses {
		if !used[k] {
			c.options = append(c.options, option{sense: s})
		}
	}
	return c, nil
}

// lookup gives the node of a surface, 0 where it has none.
func (b *builder) lookup(surface string) int32 {
	node := int32(0)
	for _, w := range b.a.names.fold.words(surface) {
		n, ok := b.a.names.number[w.text]
		if !ok {
			return 0
		}
		if node == 0 {
			node = b.a.names.first[n]
		} else {
			node = b.a.names.next[uint64(node)<<32|uint64(uint32(n))]
		}
		if node == 0 {
			return 0
		}
	}
	return node
}
