// Package brief writes what was found as a text that a desk officer reads in a
// minute. Records, explanations of the coder, dossiers of ties, movers,
// calendars, events and findings come in, lines of text go out. A record
// becomes who, what happened, what was said, dialogues, disputes, conditions,
// what to watch and how the text itself assesses the ties; a dossier, how the
// ties stand, what changed them and why. Words of articles are shown with
// everything taken out that a terminal would obey.
package brief
