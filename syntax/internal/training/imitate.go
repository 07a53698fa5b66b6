package training

import (
	"math/rand/v2"
	"strings"

	"entente/syntax/conllu"
)

// The treebanks hold few headlines, datelines and titles of ministers. imitate
// makes up for it: it changes treebank sentences by rule into what agencies
// would have written, trees included.

// imitations returns the changed sentences; each keeps the ID of its source.
func imitations(bank []conllu.Sentence, seed uint64) []conllu.Sentence {
	random := rand.New(rand.NewPCG(seed, 3))
	var list []conllu.Sentence
	for i := range bank {
		for _, change := range [...]func(*draft, *rand.Rand) bool{headline, parties, weekday, titled} {
			if d := newDraft(&bank[i]); change(d, random) {
				list = append(list, d.sentence(bank[i].ID))
			}
		}
	}
	return list
}

// draft is a tree whose words can be taken out and put in.
type draft struct{ words []*draftWord }

type draftWord struct {
	conllu.Word
	head *draftWord
}

func newDraft(s *conllu.Sentence) *draft {
	d := &draft{make([]*draftWord, len(s.Words))}
	for i := range s.Words {
		d.words[i] = &draftWord{Word: s.Words[i]}
	}
	for i, w := range s.Words {
		if w.Head >= 0 {
			d.words[i].head = d.words[w.Head]
		}
	}
	return d
}

// sentence numbers the heads anew.
func (d *draft) sentence(id string) conllu.Sentence {
	number := map[*draftWord]int{nil: -1}
	for i, w := range d.words {
		number[w] = i
	}
	s := conllu.Sentence{ID: id, Words: make([]conllu.Word, len(d.words))}
	for i, w := range d.words {
		s.Words[i] = w.Word
		s.Words[i].Head = number[w.head]
	}
	return s
}

func (d *draft) leaf(w *draftWord) bool {
	for _, o := range d.words {
		if o.head == w {
			return false
		}
	}
	return true
}

// drop removes the leaves that match; it reports whether there were any.
func (d *draft) drop(match func(*draftWord) bool) bool {
	var kept []*draftWord
	for _, w := range d.words {
		if !match(w) || !d.leaf(w) {
			kept = append(kept, w)
		}
	}
	dropped := len(kept) < len(d.words)
	d.words = kept
	return dropped
}

// insert puts words in front of position i.
func (d *draft) insert(i int, words ...*draftWord) {
	d.words = append(d.words[:i:i], append(words, d.words[i:]...)...)
}

func (d *draft) root() (int, *draftWord) {
	for i, w := range d.words {
		if w.head == nil {
			return i, w
		}
	}
	return -1, nil
}

// subject finds the position of the root's subject.
func (d *draft) subject() int {
	_, root := d.root()
	for i, w := range d.words {
		if w.head == root && (w.Rel == "nsubj" || w.Rel == "nsubj:pass") {
			return i
		}
	}
	return -1
}

// headline makes a headline: no articles, no auxiliary of the passive, no
// full stop, a comma instead of "and" between names.
func headline(d *draft, random *rand.Rand) bool {
	_, root := d.root()
	s := d.subject()
	if s < 0 || root.UPOS != "VERB" || len(d.words) < 5 || len(d.words) > 26 || d.words[s].UPOS != "PROPN" {
		return false
	}
	last := d.words[len(d.words)-1]
	if last.Form != "." {
		return false
	}
	passive := random.IntN(2) == 0
	d.drop(func(w *draftWord) bool {
		return w == last || w.XPOS == "DT" && w.Rel == "det" || passive && w.Rel == "aux:pass" && w.head == root
	})
	for _, w := range d.words {
		if w.Rel == "cc" && w.Form == "and" && w.head.UPOS == "PROPN" && w.head.Rel == "conj" && w.head.head.UPOS == "PROPN" {
			w.Form, w.Lemma, w.UPOS, w.XPOS, w.Rel = ",", ",", "PUNCT", ",", "punct"
		}
	}
	first := d.words[0]
	first.Form = strings.ToUpper(first.Form[:1]) + first.Form[1:]
	return true
}

var weekdays = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

// weekday puts the day next to the verb, as agencies do: "Japan Thursday
// agreed to", "Japan agreed Thursday to".
func weekday(d *draft, random *rand.Rand) bool {
	r, root := d.root()
	s := d.subject()
	if s < 0 || s > r || root.XPOS != "VBD" || d.words[s].UPOS == "PRON" || r+1 == len(d.words) {
		return false
	}
	day := &draftWord{head: root}
	day.Form = weekdays[random.IntN(len(weekdays))]
	day.Lemma, day.UPOS, day.XPOS, day.Rel = day.Form, "PROPN", "NNP", "obl:unmarked"
	next := d.words[r+1]
	switch {
	case next.XPOS == "TO" || next.XPOS == "IN" || next.Form == ",":
		if random.IntN(2) == 0 {
			d.insert(r+1, day)
			return true
		}
	case next.XPOS == "." || next.XPOS == "RP":
		return false
	}
	if d.words[r-1].head == root && d.words[r-1] != d.words[s] || random.IntN(3) > 0 {
		return false
	}
	d.insert(r, day)
	return true
}
