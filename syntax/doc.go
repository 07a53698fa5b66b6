// Package syntax turns text into sentences, tokens, tags, lemmas and labelled
// dependency trees in Universal Dependencies. In goes a string, out come
// Sentences whose offsets point into it.
//
// The stages are packages of their own under internal: segment cuts the text,
// words describes each form, tagging gives parts of speech, parsing builds the
// tree, lemmas finds dictionary forms. All but the first are learnt from
// treebanks by the command in the folder train; what they learnt is embedded.
package syntax
