package coder

import "testing"

// TestTheLexiconIsWrittenInDictionaryForms finds heads that no text can match,
// because the reader makes another word of them: "launches", "troops out".
func TestTheLexiconIsWrittenInDictionaryForms(t *testing.T) {
	know, err := LoadLexicon()
	if err != nil {
		t.Fatal(err)
	}
	is := func(word string, tags ...string) bool {
		for _, tag := range tags {
			if know.Syntax.Lemma(word, tag) == word {
				return true
			}
		}
		return false
	}
	for i := range know.Lexicon.Frames {
		f := &know.Lexicon.Frames[i]
		for _, h := range f.Heads {
			known := is(h.Head, "VB") || irregular[h.Head+"d"] == h.Head // "bared"
			if f.Noun {
				known = is(h.Head, "NN", "NNS", "VBG") // "talks" and "hostilities" are words of their own
			}
			if !known {
				t.Errorf("%s: %q is no dictionary form: the reader makes %q of it", f.Source, h.Head, know.Syntax.Lemma(h.Head, "VB"))
			}
		}
		for _, s := range f.Slots {
			for _, w := range s.Words {
				if !is(w.Head, "NN", "NNS", "NNP", "VB", "JJ", "VBN", "VBG", "CD") {
					t.Errorf("%s: %q is no dictionary form: the reader makes %q of it", f.Source, w.Head, know.Syntax.Lemma(w.Head, "NN"))
				}
			}
		}
	}
}
