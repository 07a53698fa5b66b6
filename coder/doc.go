// Package coder goes from an article to its record: it finds the mentions of
// actors and resolves them, matches the lexicon's frames against the
// dependency trees, composes acts with the words that promise, refuse or
// negate them, dates and places the events, merges what headline, lead and
// body tell alike, and reads statements, mechanisms, conditions, watch items
// and assessments from the same trees. Where the lexicon cannot join two
// participants, a classifier may (package classify). In comes an article.Article, out goes
// a record.Record. The event scheme is PLOVER; the way from trees to roles
// follows UniversalPetrarch (Lu & Roy 2017), the composition of acts Entente's
// own operator table.
package coder
