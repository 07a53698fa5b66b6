package calendar

// clue gathers what a sentence tells of its time besides the expressions: verbs
// that look forward or back, and words after which a length of time measures
// how long something had not happened.
//
// The callers of this package that parse the sentence know the tense better and
// say it in [Anchor]; this is for those who don't.
type clue struct {
	tense   Tense
	at      int // word at which the tense was seen
	pending int // first expression that still waits for a verb
	rare    int // word that makes "in four years" a gap: "first", "worst"
	lull    int // "suspended", "hiatus"
	before  key // of the word before
	// The same two, as they were when the run of calendar words began.
	rareBefore, lullBefore int
}

// Words may stand this far apart for one to bear on the other.
const (
	reachOfRare  = 9
	reachOfLull  = 4
	reachOfModal = 4 // "will have been held"
)

const longAgo = -1000

func (c *clue) reset(expressions int) {
	*c = clue{at: longAgo, pending: expressions, rare: longAgo, lull: longAgo, rareBefore: longAgo, lullBefore: longAgo}
}

func (c *clue) mark() { c.rareBefore, c.lullBefore = c.rare, c.lull }

// see takes in one word of the sentence, the count-th of the text.
func (c *clue) see(w *word, text string, count int, out []Expression) {
	if w.roles&roleRare != 0 {
		c.rare = count
	}
	if w.roles&roleLull != 0 {
		c.lull = count
	}
	tense := Unknown
	before := c.before
	c.before = w.key
	switch {
	case w.key == keyTo && (before == keyIs || before == keyWas || before == keySet),
		w.key == keyDue && (before == keyIs || before == keyWas):
		tense = Future // "is to meet", "set to meet", "is due", but not "due to"
	case w.roles&roleFuture != 0:
		tense = Future
	case w.roles&rolePast != 0 || w.roles == 0 && w.key == keyNone && looksPast(text[w.start:w.end]):
		if c.tense == Future && count-c.at <= reachOfModal {
			return
		}
		tense = Past
	default:
		return
	}
	c.tense, c.at = tense, count
	for i := c.pending; i < len(out); i++ {
		if out[i].tense == Unknown && tense == Future {
			out[i].tense = tense
		}
	}
	c.pending = len(out)
}

// looksPast says whether a word has the ending of the regular past.
func looksPast(s string) bool {
	n := len(s)
	return n >= 5 && s[n-2:] == "ed" && s[n-3] != 'e' && 'a' <= s[0] && s[0] <= 'z'
}
