// Package atlas knows who is who: states, capitals and other names that stand
// for a government, organisations, armed groups and parties, disputed places,
// offices, and people with their terms of office. In go the token forms of one
// sentence, out come the stretches that name someone, each with its senses;
// the knowledge is the tables under data/, which README.md describes.
//
// Names are matched by a token trie: hyphens and apostrophes only divide
// words, diacritics and the dots of abbreviations fall away, and the capital
// letters of a name must stand in the text too ("china" is no state, "us" no
// government). Roles match in any case.
package atlas
