package parsing

import "entente/syntax/internal/linear"

// rightward is added to the template numbers of arcs from left to right.
const rightward = 100

// relationFeatures lists what the name of the arc from head to dep depends
// on, at the moment when it is drawn: dep has all its dependents.
func relationFeatures(f *linear.Features, s *state, nodes []Node, head, dep int) {
	*f = (*f)[:0]
	at := func(i int) *Node {
		if uint(i) >= uint(len(nodes)) {
			return &edge
		}
		return &nodes[i]
	}
	t := uint64(300)
	if head < dep {
		t += rightward
	}
	dist := distance(max(head-dep, dep-head))
	h, d := &s.nodes[head], &s.nodes[dep]
	H, D := at(head), at(dep)
	Dl, Dl2, Dr := at(int(d.left)), at(int(d.left2)), at(int(d.right))
	Hl, Hr := at(int(h.left)), at(int(h.right))
	before, after := at(dep-1), at(dep+1)
	dl, dr := s.rel(d.left), s.rel(d.right)
	hls, hrs := linear.Hash(h.lefts), linear.Hash(h.rights)
	dls, drs := linear.Hash(d.lefts), linear.Hash(d.rights)

	// The two words.
	f.One(t, 0)
	f.One(t+1, H.Norm)
	f.One(t+2, H.Tag)
	f.One(t+3, D.Norm)
	f.One(t+4, D.Tag)
	f.Two(t+5, H.Norm, D.Norm)
	f.Two(t+6, H.Tag, D.Tag)
	f.Two(t+7, H.Norm, D.Tag)
	f.Two(t+8, H.Tag, D.Norm)
	f.Three(t+9, H.Tag, D.Tag, dist)
	f.One(t+10, D.Suffix)
	f.Two(t+11, H.Tag, D.Suffix)
	f.Two(t+12, H.Suffix, D.Tag)
	f.Three(t+42, H.Coarse, D.Coarse, dist)

	// What the dependent has below it.
	f.Two(t+13, D.Tag, Dl.Norm)
	f.Two(t+14, D.Tag, Dr.Norm)
	f.Three(t+15, H.Tag, D.Tag, Dl.Norm)
	f.Three(t+16, H.Norm, D.Tag, Dl.Norm)
	f.Three(t+17, H.Norm, D.Tag, dl)
	f.Three(t+18, H.Tag, D.Tag, dl)
	f.Three(t+19, H.Tag, D.Tag, dr)
	f.Three(t+20, H.Tag, D.Tag, dls)
	f.Three(t+21, H.Tag, D.Tag, drs)
	f.Three(t+30, H.Tag, D.Tag, Dl2.Norm)
	f.Four(t+38, H.Coarse, D.Coarse, dl, s.rel(d.left2))
	f.Four(t+39, H.Coarse, D.Coarse, dr, s.rel(d.right2))
	f.Three(t+40, D.Norm, Dl.Norm, H.Coarse)
	f.Two(t+41, D.Norm, Dl.Norm)
	f.Three(t+43, H.Norm, D.Coarse, Dl.Norm)

	// What the governor already has.
	f.Three(t+22, H.Tag, D.Tag, hls)
	f.Three(t+23, H.Tag, D.Tag, hrs)
	f.Three(t+24, H.Norm, D.Tag, hrs)
	f.Three(t+25, H.Norm, D.Tag, hls)
	f.Three(t+26, H.Tag, D.Tag, s.rel(h.right))
	f.Three(t+27, H.Tag, D.Tag, s.rel(h.left))
	f.Three(t+28, H.Tag, D.Tag, Hr.Norm)
	f.Three(t+29, H.Tag, D.Tag, Hl.Norm)
	f.Three(t+31, H.Tag, D.Tag, at(int(h.right2)).Norm)
	f.Four(t+47, H.Tag, D.Tag, hls, dls)
	f.Four(t+48, H.Tag, D.Tag, hrs, dls)

	// The words around.
	f.Three(t+32, H.Tag, D.Tag, before.Tag)
	f.Three(t+33, H.Tag, D.Tag, after.Tag)
	f.Three(t+34, H.Tag, D.Tag, before.Norm)
	f.Three(t+35, H.Tag, D.Tag, after.Norm)
	f.Three(t+36, H.Tag, D.Tag, at(head-1).Tag)
	f.Three(t+37, H.Tag, D.Tag, at(head+1).Tag)
	f.Two(t+44, D.Norm, after.Norm)
	f.Two(t+45, D.Norm, before.Norm)
	f.Three(t+46, H.Coarse, D.Coarse, at(s.next).Norm)

	// Distributional clusters.
	f.One(t+60, D.Fine)
	f.One(t+61, H.Fine)
	f.Two(t+62, D.Fine, H.Fine)
	f.Three(t+63, D.Fine, H.Fine, Dl.Norm)
	f.Two(t+64, D.Fine, H.Tag)
	f.Two(t+65, D.Tag, H.Fine)
	f.Three(t+66, H.Fine, D.Tag, hrs)
	f.Three(t+67, H.Fine, D.Tag, dls)
	f.Three(t+68, D.Fine, H.Wide, dist)
}
