package training

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"entente/syntax/conllu"
)

// read makes a sentence of "form/lemma/UPOS/XPOS/head/relation" words.
func read(t *testing.T, id, text string) conllu.Sentence {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "# sent_id = %s\n", id)
	for i, word := range strings.Fields(text) {
		f := strings.Split(word, "/")
		fmt.Fprintf(&b, "%d\t%s\t%s\t%s\t%s\t_\t%s\t%s\t_\t_\n", i+1, f[0], f[1], f[2], f[3], f[4], f[5])
	}
	b.WriteString("\n")
	bank, err := conllu.Read(strings.NewReader(b.String()), id)
	if err != nil {
		t.Fatal(err)
	}
	return bank[0]
}

const (
	agreedToSign = "Japan/Japan/PROPN/NNP/4/nsubj and/and/CCONJ/CC/3/cc China/China/PROPN/NNP/1/conj agreed/agree/VERB/VBD/0/root to/to/PART/TO/6/mark sign/sign/VERB/VB/4/xcomp the/the/DET/DT/8/det treaty/treaty/NOUN/NN/6/obj ././PUNCT/./4/punct"
	met          = "Angela/Angela/PROPN/NNP/3/nsubj Merkel/Merkel/PROPN/NNP/1/flat met/meet/VERB/VBD/0/root reporters/reporter/NOUN/NNS/3/obj ././PUNCT/./3/punct"
)

func sample(t *testing.T) []conllu.Sentence {
	return []conllu.Sentence{
		read(t, "a", agreedToSign),
		read(t, "b", met),
	}
}

func surface(s conllu.Sentence) string {
	var forms []string
	for _, w := range s.Words {
		forms = append(forms, w.Form)
	}
	return strings.Join(forms, " ")
}

// changed applies a change with the first seed for which it takes place.
func changed(t *testing.T, s conllu.Sentence, change func(*draft, *rand.Rand) bool) conllu.Sentence {
	t.Helper()
	for seed := range uint64(50) {
		if d := newDraft(&s); change(d, rand.New(rand.NewPCG(seed, 0))) {
			return d.sentence(s.ID)
		}
	}
	t.Fatalf("%q was never changed", surface(s))
	return conllu.Sentence{}
}

func TestHeadlinesLoseArticlesAndTheStop(t *testing.T) {
	s := changed(t, sample(t)[0], headline)
	if got := surface(s); got != "Japan , China agreed to sign treaty" {
		t.Errorf("headline %q", got)
	}
	if w := s.Words[1]; w.Rel != "punct" || w.Head != 2 {
		t.Errorf("the comma is %s of word %d", w.Rel, w.Head)
	}
}

func TestDaysStandByTheVerb(t *testing.T) {
	s := changed(t, sample(t)[0], weekday)
	for i, w := range s.Words {
		if w.Rel == "obl:unmarked" {
			if verb := s.Words[w.Head]; verb.Form != "agreed" || i-w.Head > 1 || w.Head-i > 1 {
				t.Errorf("%s hangs on %s", w.Form, verb.Form)
			}
			return
		}
	}
	t.Errorf("no day in %q", surface(s))
}

func TestTitlesDescribeTheName(t *testing.T) {
	s := changed(t, sample(t)[1], titled)
	titles := 0
	for _, w := range s.Words {
		if w.Rel == "nmod:desc" {
			titles++
			if name := s.Words[w.Head]; name.Rel != "nsubj" || name.UPOS != "PROPN" {
				t.Errorf("the title %s describes %s", w.Form, name.Form)
			}
		}
	}
	if titles != 1 {
		t.Errorf("%d titles in %q", titles, surface(s))
	}
}

func TestNamesAreHyphenated(t *testing.T) {
	s := sample(t)[1]
	d := newDraft(&s)
	d.hyphenate(0, rand.New(rand.NewPCG(1, 1)))
	s = d.sentence("b")
	if len(s.Words) != 7 || s.Words[2].Form != "-" || s.Words[2].Head != 3 || s.Words[4].Form != "met" || s.Words[0].Head != 4 {
		t.Errorf("%q: %+v", surface(s), s.Words)
	}
}

func TestPartiesAreCoordinated(t *testing.T) {
	s := changed(t, sample(t)[0], parties)
	if !strings.Contains(surface(s), " agree to sign treaty") {
		t.Errorf("headline %q", surface(s))
	}
	subjects, conjuncts := 0, 0
	for _, w := range s.Words {
		switch w.Rel {
		case "nsubj":
			subjects++
		case "conj":
			conjuncts++
		}
	}
	if subjects != 1 || conjuncts < 1 {
		t.Errorf("%d subjects and %d conjuncts in %q", subjects, conjuncts, surface(s))
	}
}

func TestTheSameDataGiveTheSameBytes(t *testing.T) {
	var bank []conllu.Sentence
	var news [][]string
	for i := range 40 {
		for _, s := range sample(t) {
			s.ID = fmt.Sprint(s.ID, i)
			bank = append(bank, s)
			news = append(news, strings.Fields(surface(s)))
		}
	}
	learn := func() []byte {
		r := Standard()
		r.Parser.Bits = 12
		r.Log = t.Logf
		return r.Learn(bank, news).Encode()
	}
	if first := learn(); !bytes.Equal(first, learn()) {
		t.Error("two runs made different models")
	}
}
