package exchange

import "entente/record"

// Imported is one row of another data set, read as an event. Its
// Event.Sentence is -1, since there is no text, its Confidence 1.
type Imported struct {
	Origin   string       // the data set: gdelt, icews, polecat, phoenix, acled, tkg
	ID       string       // the row's id there; where it has none, 16 hexadecimal digits of a hash of what it says
	Line     int          // in the file, from 1
	Event    record.Event // Type "" for CAMEO 01 and 02, which count as contact only
	Scored   bool         // false where the row has no PLOVER type, and so no score
	Outlets  int          // outlets that told it; 0 where the data set doesn't say
	Articles int          // articles that told it; 0 where the data set doesn't say
	URL      string       // an article that told it
	Text     string       // a sentence or headline that the data set gives as evidence
}

// Reject is a row that could not be read as an event.
type Reject struct {
	Line   int
	Reason string // what is wrong with it, and with which column
	Row    string // the row as it stands in the file
}
