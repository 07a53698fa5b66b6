// Package lexicon is what words mean, as data that a political scientist can
// edit: frames (which verbs and event nouns, with which participants, are
// which PLOVER event), word classes, operators that turn an act into a
// promise, a threat or a refusal, support verbs, context cues. Files come in
// (README.md gives their format), indexed tables go out; nothing here looks
// at a text.
package lexicon
