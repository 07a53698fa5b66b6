// Package tie tells how two countries stand, from what happens between them:
// for each day the number of events and the sum of their PLOVER scores come
// in, for every day the tone, the contact and the share of conflict go out,
// each with an interval, a trend and the events that moved it.
//
// Tone is the level of a state-space model (Harvey 1989; Durbin and Koopman
// 2012) whose noise is learnt from the tie's own spread (West and Harrison
// 1997); contact and share are discounted gamma–Poisson and beta–binomial
// filters (Smith and Miller 1986; Harvey and Fernandes 1989). docs/ties.md has
// the formulas and says how well they hold. A day without events widens every
// interval and pulls nothing to neutral.
package tie
