// Package agenda follows what articles say of the course of a tie over time:
// the life of its dialogues, the conditions that its sides set, and what is
// coming up. Findings of single articles and the happenings go in, with the
// day on which one asks; dated histories, open and met conditions, watch items
// and a calendar come out. README.md has the rules.
//
// Everything is a function of the set of inputs and the day: nothing told
// after it is used, and the order of inputs changes nothing.
package agenda
