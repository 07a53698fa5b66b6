// Package calendar reads the time expressions of news prose.
//
// What comes in is plain text and, for resolving, the publication time in its
// own zone; what goes out are expressions with byte offsets, each of which can
// say which closed interval of days it names, how long it lasts, how often it
// recurs, and what a TIMEX3 annotator would write.
//
// The work is done in two steps. [Find] needs the text alone: a hand-written
// scanner over words hands maximal runs of calendar words to a small grammar.
// [Expression.Resolve] and [Expression.Timex] then place a finding relative to
// an [Anchor]. The normal forms follow TIMEX3 of TimeML 1.2.1 (Pustejovsky et
// al. 2003) and the ideas of HeidelTime (Strötgen and Gertz 2010): underspecified
// values that a later step completes from the publication time, from the
// interval last spoken of and from the tense of the governing verb.
package calendar
