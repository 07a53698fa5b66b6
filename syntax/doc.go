// Package syntax turns text into sentences, tokens, tags, lemmas and labelled
// dependency trees in Universal Dependencies. In goes a string, out come
// Sentences whose offsets point into it.
package syntax
