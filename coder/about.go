package coder

import (
	"sort"

	"entente/atlas"
)

// ties are the sides that an article speaks of, the most named first.
type ties struct {
	sides  []string
	weight map[string]int
}

// titleWeight is how many mentions of the body one in the headline is worth.
const titleWeight = 3

// ties weighs the sides that the whole text names. Places where something
// merely happens count for nothing.
func (d *document) ties() *ties {
	t := &ties{weight: map[string]int{}}
	for _, m := range d.mentions {
		if m.sent == nil || m.kind == pronoun || d.locative(m) {
			continue
		}
		for _, p := range m.meant() {
			k := p.side()
			if k == "" || k == "UNO" {
				continue
			}
			if t.weight[k] == 0 {
				t.sides = append(t.sides, k)
			}
			t.weight[k]++
			if m.sent.title {
				t.weight[k] += titleWeight - 1
			}
		}
	}
	sort.SliceStable(t.sides, func(i, j int) bool { return t.weight[t.sides[i]] > t.weight[t.sides[j]] })
	return t
}

// side is what a party counts as in a tie: its state, the European Union, an
// alliance or an armed group; nothing for private people without a country.
func (p *party) side() string {
	switch {
	case p.country != "":
		return p.country
	case p.id == "EUR", p.id == "UNO", p.entity != nil && p.entity.Kind == atlas.Organization && len(p.id) > 4 && p.id[:4] == "IGO:":
		return p.id
	}
	return ""
}

// locative: a capital named for the place, not for its government: "in Prague".
func (d *document) locative(m *mention) bool {
	if m.form != atlas.Capital || m.kind != named {
		return false
	}
	switch m.sent.preposition(m.head) {
	case "in", "at", "near", "outside", "through", "to", "from", "into":
		return true
	}
	return false
}

// others gives the most named sides besides one, at most n.
func (t *ties) others(side string, n int) []string {
	var out []string
	for _, k := range t.sides {
		if k != side && len(out) < n {
			out = append(out, k)
		}
	}
	return out
}

// main gives the two sides whose tie the article is about, or the one that
// stands alone in its centre.
func (t *ties) main() []string {
	if len(t.sides) > 1 && 2*t.weight[t.sides[1]] < t.weight[t.sides[0]] {
		return t.others("", 1)
	}
	return t.others("", 2)
}

// rank is the place of a side among those the article speaks of, from 0.
func (t *ties) rank(side string) int {
	for i, k := range t.sides {
		if k == side {
			return i
		}
	}
	return len(t.sides)
}

// about gives the sides of the tie that somebody's words concern: those named
// in them; where fewer than two are, the speaker's own with the side named or
// most spoken of; for a third party's words the tie that the article is about.
func (d *document) about(t *ties, speaker *party, start, end int) []string {
	var named []string
	for _, m := range d.mentionsWithin(start, end) {
		if m.kind == pronoun || d.locative(m) {
			continue
		}
		for _, p := range m.meant() {
			if k := p.side(); k != "" && k != "UNO" && !contains(named, k) {
				named = append(named, k)
			}
		}
	}
	own := speaker.side()
	if own == "UNO" || len(own) > 3 { // the words of alliances are about states
		own = ""
	}
	main := t.main()
	switch {
	case len(named) == 0 && own != "" && t.rank(own) < 2:
		named = append(t.others(own, 1), own)
	case len(named) == 0 && own != "" && len(main) == 1:
		named = append(main, own)
	case len(named) == 0:
		named = main
	case len(named) == 1 && named[0] == own:
		named = append(named, t.others(own, 1)...)
	case len(named) == 1 && own != "" && (t.rank(own) < 2 || t.rank(named[0]) > 1):
		named = append(named, own)
	case len(named) == 1 && contains(main, named[0]):
		named = main
	}
	sort.Strings(named)
	return list(named)
}

// mentionsWithin gives the mentions that begin in a stretch of bytes.
func (d *document) mentionsWithin(start, end int) []*mention {
	var out []*mention
	first, last := d.sentencesOver(start, end)
	for si := first; si >= 0 && si <= last; si++ {
		for _, m := range d.mentionsIn(d.sents[si]) {
			if at := m.sent.toks[m.first].Start; at >= start && at < end {
				out = append(out, m)
			}
		}
	}
	return out
}
