// Package brief writes a record as a text that a desk officer reads in a
// minute: who, what happened, what was said, dialogues, disputes, conditions,
// what to watch, how the text itself assesses the ties. Records and
// explanations of the coder come in, lines of text go out. Words of the
// article are shown with everything taken out that a terminal would obey.
package brief
