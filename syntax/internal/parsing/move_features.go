package parsing

import "entente/syntax/internal/linear"

// scope is a part of what the choice of the next move depends on: the features
// that look at the same few words.
type scope struct {
	list func(*linear.Features, *view)
	key  func(*view) uint64 // stands for all that list looks at, within a sentence
}

// scopes are all there are. Template numbers are part of the model: changing
// one means training anew.
var scopes = [...]scope{
	{nextWords, func(v *view) uint64 { return mix(0, v.ib, 0, 0) }},
	{nextDependents, func(v *view) uint64 { return mix(1, v.ib, 0, v.b0.below) }},
	{top, func(v *view) uint64 { return mix(2, v.i0, v.ib, 0) }},
	{topDependents, func(v *view) uint64 { return mix(3, v.i0, 0, v.s0.below) }},
	{second, func(v *view) uint64 { return mix(4, v.i0, v.i1, 0) }},
	{secondDependents, func(v *view) uint64 { return mix(5, v.i1, 0, v.s1.below) }},
	{phrase, func(v *view) uint64 { return mix(6, v.i0, v.i1, v.s0.below) }},
	{whole, func(v *view) uint64 {
		return mix(7, v.i0, v.i1, v.s0.below) ^ mix(8, v.i2, v.ib, v.s1.below) ^ mix(9, 0, 0, v.b0.below)
	}},
}

// mix hashes two places in a sentence and what stands below a word.
func mix(scope, a, b int, below uint64) uint64 {
	h := uint64(scope)<<48 ^ uint64(uint16(a))<<16 ^ uint64(uint16(b))
	return shuffle(shuffle(h) ^ below)
}

// moveFeatures lists what the choice of the next move depends on.
func moveFeatures(f *linear.Features, v *view) {
	*f = (*f)[:0]
	for i := range scopes {
		scopes[i].list(f, v)
	}
}

// nextWords looks at the words not yet pushed.
func nextWords(f *linear.Features, v *view) {
	B0, B1, B2 := v.B0, v.B1, v.B2
	f.One(7, v.B0.Norm)
	f.One(8, v.B0.Tag)
	f.Two(9, v.B0.Norm, v.B0.Tag)
	f.One(10, v.B1.Norm)
	f.One(11, v.B1.Tag)
	f.Two(12, v.B1.Norm, v.B1.Tag)
	f.One(13, v.B2.Norm)
	f.One(14, v.B2.Tag)
	f.One(17, v.B3.Tag)
	f.Two(36, B0.Tag, B1.Tag)
	f.Two(37, B0.Norm, B1.Norm)
	f.Two(38, B0.Norm, B1.Tag)
	f.Two(39, B0.Tag, B1.Norm)
	f.Three(53, B0.Tag, B1.Tag, B2.Tag)
	f.One(198, B0.Fine)
	f.One(199, v.B1.Fine)
}

// nextDependents looks at what the next word has below it; in Universal
// Dependencies that is where prepositions, conjunctions and auxiliaries are.
func nextDependents(f *linear.Features, v *view) {
	B0 := v.B0
	s := v.s
	B0l2 := v.at(int(v.b0.left2))
	f.Two(81, B0.Norm, v.B0l.Norm)
	f.Two(104, B0.Tag, v.lb)
	f.Two(109, B0.Norm, v.lb)
	f.Three(114, B0.Tag, v.lb, s.rel(v.b0.left2))
	f.Two(129, B0.Tag, v.lsb)
	f.Two(134, B0.Norm, v.lsb)
	f.Two(138, B0.Tag, count(v.b0.leftCount, v.ib))
	f.Three(158, B0.Tag, v.B0l.Tag, B0l2.Tag)
}

// top looks at the top of the stack and the next words.
func top(f *linear.Features, v *view) {
	S0, B0, B1, B2 := v.S0, v.B0, v.B1, v.B2
	f.One(1, v.S0.Norm)
	f.One(2, v.S0.Tag)
	f.Two(3, v.S0.Norm, v.S0.Tag)
	f.Two(20, S0.Norm, B0.Norm)
	f.Two(21, S0.Norm, B0.Tag)
	f.Two(22, S0.Tag, B0.Norm)
	f.Two(23, S0.Tag, B0.Tag)
	f.Three(24, S0.Norm, S0.Tag, B0.Tag)
	f.Three(25, S0.Tag, B0.Norm, B0.Tag)
	f.Two(40, S0.Norm, B1.Norm)
	f.Two(41, S0.Tag, B1.Norm)
	f.Three(50, S0.Tag, B0.Tag, B1.Tag)
	f.Four(55, S0.Tag, B0.Tag, B1.Tag, B2.Tag)
	f.Three(64, S0.Norm, B0.Tag, B1.Tag)
	f.Three(65, S0.Tag, B0.Norm, B1.Tag)
	f.Three(146, S0.Tag, B0.Tag, v.d0)
	f.Two(149, S0.Norm, v.d0)
	f.Two(150, B0.Norm, v.d0)
	if v.i0 >= 0 {
		f.Three(160, v.at(v.i0+1).Tag, v.S0.Tag, v.B0.Tag)
		f.Three(161, v.at(v.i0-1).Tag, v.S0.Tag, v.B0.Tag)
		f.Three(162, v.at(v.ib-1).Tag, v.S0.Tag, v.B0.Tag)
	}
	f.Two(172, S0.Suffix, B0.Tag)
	f.Two(175, S0.Tag, B0.Suffix)
	f.Two(191, S0.Fine, B0.Fine)
	f.Two(194, S0.Fine, B0.Tag)
	f.Two(195, S0.Tag, B0.Fine)
	f.One(196, S0.Fine)
	f.Three(206, S0.Fine, B0.Norm, v.B1.Tag)
	f.Three(231, S0.Tag, B0.Tag, v.gap0)
	f.Two(234, S0.Norm, v.gap0)
}

// topDependents looks at what the top of the stack has below it.
func topDependents(f *linear.Features, v *view) {
	S0 := v.S0
	s := v.s
	l0 := count(v.s0.leftCount, v.i0)
	r0 := count(v.s0.rightCount, v.i0)
	f.Two(79, S0.Norm, v.S0l.Norm)
	f.Two(84, S0.Norm, v.S0r.Norm)
	f.Two(89, S0.Tag, v.S0rl.Norm)
	f.Two(100, S0.Tag, v.l0)
	f.Two(101, S0.Tag, v.r0)
	f.Two(105, S0.Norm, v.l0)
	f.Two(106, S0.Norm, v.r0)
	f.Three(110, S0.Tag, v.l0, s.rel(v.s0.left2))
	f.Three(111, S0.Tag, v.r0, s.rel(v.s0.right2))
	f.Two(125, S0.Tag, v.ls0)
	f.Two(126, S0.Tag, v.rs0)
	f.Two(133, S0.Norm, v.ls0)
	f.Three(136, S0.Tag, l0, r0)
	f.Three(139, S0.Norm, l0, r0)
}

// second looks at the two topmost words of the stack.
func second(f *linear.Features, v *view) {
	S0, S1 := v.S0, v.S1
	f.One(4, v.S1.Norm)
	f.One(5, v.S1.Tag)
	f.Two(6, v.S1.Norm, v.S1.Tag)
	f.Two(26, S1.Norm, S0.Norm)
	f.Two(27, S1.Norm, S0.Tag)
	f.Two(28, S1.Tag, S0.Norm)
	f.Two(29, S1.Tag, S0.Tag)
	f.Three(30, S1.Norm, S1.Tag, S0.Tag)
	f.Three(31, S1.Tag, S0.Norm, S0.Tag)
	f.Three(145, S1.Tag, S0.Tag, v.d1)
	f.Two(147, S1.Norm, v.d1)
	f.Two(148, S0.Norm, v.d1)
	if v.i1 >= 0 {
		f.Three(163, v.at(v.i1+1).Tag, v.S1.Tag, v.S0.Tag)
		f.Three(164, v.at(v.i0-1).Tag, v.S1.Tag, v.S0.Tag)
	}
	f.Two(173, S1.Tag, S0.Suffix)
	f.Two(174, S1.Suffix, S0.Tag)
	f.Two(190, S1.Fine, S0.Fine)
	f.Two(192, S1.Fine, S0.Tag)
	f.Two(193, S1.Tag, S0.Fine)
	f.One(197, S1.Fine)
	f.Three(230, S1.Tag, S0.Tag, v.gap1)
	f.Two(235, S1.Norm, v.gap1)
}

// secondDependents looks at what the second word of the stack has below it.
func secondDependents(f *linear.Features, v *view) {
	S1 := v.S1
	s := v.s
	l1 := count(v.s1.leftCount, v.i1)
	r1 := count(v.s1.rightCount, v.i1)
	f.Two(85, S1.Norm, v.S1r.Norm)
	f.Two(86, S1.Norm, v.S1l.Norm)
	f.Two(102, S1.Tag, v.l1)
	f.Two(103, S1.Tag, v.r1)
	f.Two(107, S1.Norm, v.l1)
	f.Two(108, S1.Norm, v.r1)
	f.Three(112, S1.Tag, v.r1, s.rel(v.s1.right2))
	f.Three(113, S1.Tag, v.l1, s.rel(v.s1.left2))
	f.Two(127, S1.Tag, v.ls1)
	f.Two(128, S1.Tag, v.rs1)
	f.Two(132, S1.Norm, v.rs1)
	f.Three(137, S1.Tag, l1, r1)
	f.Three(140, S1.Norm, l1, r1)
	f.Two(208, S1.Fine, v.S1r.Fine)
}

// phrase looks at the second word of the stack and the phrase above it.
func phrase(f *linear.Features, v *view) {
	S0, S1 := v.S0, v.S1
	f.Three(61, S1.Tag, S0.Tag, v.S0l.Tag)
	f.Three(62, S1.Tag, S0.Tag, v.S0r.Tag)
	f.Two(75, S1.Norm, v.S0l.Norm)
	f.Three(76, S1.Tag, v.S0l.Norm, S0.Tag)
	f.Three(77, S1.Norm, v.S0l.Norm, S0.Norm)
	f.Three(78, S1.Norm, S0.Tag, v.S0l.Norm)
	f.Three(177, S1.Coarse, S0.Coarse, v.S0l.Norm)
	f.Three(200, S1.Fine, S0.Fine, v.S0l.Norm)
	f.Three(203, S1.Fine, S0.Tag, v.S0l.Norm)
	f.Four(232, S1.Tag, S0.Tag, v.gap1, v.S0l.Norm)
}

// whole looks at all of these words together, and at the third of the stack:
// rivals of the second for the phrase on top.
func whole(f *linear.Features, v *view) {
	S0, S1, S2, B0, B1 := v.S0, v.S1, v.S2, v.B0, v.B1
	S0l2 := v.at(int(v.s0.left2))
	S0r2 := v.at(int(v.s0.right2))
	S1r2 := v.at(int(v.s1.right2))
	f.One(15, v.S2.Tag)
	f.One(16, v.S2.Norm)
	f.Two(32, S1.Tag, B0.Tag)
	f.Two(33, S1.Norm, B0.Norm)
	f.Two(34, S1.Norm, B0.Tag)
	f.Two(35, S1.Tag, B0.Norm)
	f.Three(51, S1.Tag, S0.Tag, B0.Tag)
	f.Three(52, S2.Tag, S1.Tag, S0.Tag)
	f.Four(54, S1.Tag, S0.Tag, B0.Tag, B1.Tag)
	f.Three(56, S0.Tag, B0.Tag, v.B0l.Tag)
	f.Three(57, S0.Tag, v.S0l.Tag, B0.Tag)
	f.Three(58, S0.Tag, v.S0r.Tag, B0.Tag)
	f.Three(59, S1.Tag, v.S1r.Tag, S0.Tag)
	f.Three(60, S1.Tag, v.S1l.Tag, S0.Tag)
	f.Three(63, S1.Tag, v.S1r.Tag, B0.Tag)
	f.Three(66, S1.Norm, S0.Tag, B0.Tag)
	f.Three(67, S1.Tag, S0.Norm, B0.Tag)
	f.Three(68, S1.Tag, S0.Tag, B0.Norm)
	f.Three(69, S1.Norm, S0.Tag, B0.Norm)
	f.Three(70, S1.Tag, S0.Norm, B0.Norm)
	f.Four(71, S2.Tag, S1.Tag, S0.Tag, B0.Tag)
	f.Three(72, S1.Norm, S0.Norm, B0.Norm)
	f.Three(80, S0.Tag, v.S0l.Norm, B0.Tag)
	f.Three(82, S0.Tag, B0.Tag, v.B0l.Norm)
	f.Three(83, S0.Norm, B0.Tag, v.B0l.Norm)
	f.Three(87, S1.Tag, v.S1r.Norm, B0.Norm)
	f.Three(88, S1.Tag, v.S1rl.Norm, v.S0l.Norm)
	f.Three(115, S1.Tag, v.r1, S0.Tag)
	f.Three(116, S1.Tag, v.l1, S0.Tag)
	f.Three(117, S0.Tag, v.l0, B0.Tag)
	f.Three(118, S0.Tag, B0.Tag, v.lb)
	f.Four(119, S1.Tag, S0.Tag, v.l1, v.l0)
	f.Four(120, S0.Tag, B0.Tag, v.l0, v.lb)
	f.Three(130, S1.Tag, v.ls1, S0.Tag)
	f.Three(131, S1.Tag, v.rs1, S0.Tag)
	f.Three(135, S0.Tag, B0.Tag, v.lsb)
	f.Four(155, S0.Tag, v.S0l.Tag, S0l2.Tag, B0.Tag)
	f.Four(156, S0.Tag, v.S0r.Tag, S0r2.Tag, B0.Tag)
	f.Four(157, S1.Tag, v.S1r.Tag, S1r2.Tag, S0.Tag)
	f.Four(159, S1.Tag, S0.Tag, v.S0l.Tag, B0.Tag)
	f.Three(170, S1.Coarse, S0.Coarse, B0.Coarse)
	f.Four(171, v.S2.Coarse, S1.Coarse, S0.Coarse, B0.Coarse)
	f.Four(176, S1.Coarse, S0.Coarse, B0.Coarse, v.B1.Coarse)
	f.Four(178, S1.Coarse, S0.Coarse, v.S0l.Norm, B0.Norm)
	f.Four(179, S0.Coarse, B0.Coarse, v.B0l.Norm, v.B1.Coarse)
	f.Three(201, S1.Fine, S0.Fine, B0.Fine)
	f.Three(202, S1.Wide, S0.Wide, B0.Norm)
	f.Three(204, S1.Wide, S0.Wide, B0.Wide)
	f.Two(205, S1.Fine, B0.Fine)
	f.Three(207, S1.Fine, S0.Fine, B0.Norm)
	f.Three(209, S1.Fine, S0.Fine, v.r1)
	f.Two(220, S2.Norm, v.S0l.Norm)
	f.Three(221, S2.Tag, S1.Tag, v.S0l.Norm)
	f.Three(222, S2.Norm, S1.Norm, v.S0l.Norm)
	f.Three(223, S2.Fine, v.S0l.Norm, S0.Fine)
	f.Three(224, S2.Norm, S1.Tag, S0.Tag)
	f.Four(225, S2.Tag, S1.Tag, S0.Tag, B0.Norm)
	f.Three(226, S0.Norm, v.B0l.Norm, B0.Norm)
	f.Two(227, S0.Norm, v.B0l.Norm)
	f.Two(228, S1.Norm, v.B0l.Norm)
	f.Three(229, S0.Fine, v.B0l.Norm, B0.Fine)
	f.Three(233, S1.Coarse, B0.Coarse, v.gap0|v.gap1)
}
