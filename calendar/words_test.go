package calendar

import (
	"strings"
	"testing"
)

func TestVocabularyIsReachable(t *testing.T) {
	seen := make(map[string]bool)
	for line := range strings.Lines(wordsFile) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		if seen[line] {
			t.Errorf("data/words.tsv: %q stands twice", line)
		}
		seen[line] = true
		word, _, _ := strings.Cut(line, "\t")
		if len(word) > 16 || word != strings.ToLower(word) || firstWord(word) != word {
			t.Errorf("data/words.tsv: the scanner never reads %q as one word", word)
		}
	}
	if len(vocabulary()) < 300 {
		t.Errorf("%d words in the vocabulary", len(vocabulary()))
	}
}

func TestFeastNamesAreFound(t *testing.T) {
	for i, f := range feasts() {
		for _, name := range f.names {
			title := strings.ToUpper(name[:1]) + name[1:]
			found := Find("before " + title)
			if len(found) != 1 || int(found[0].from.index) != i || found[0].End != len("before "+title) {
				t.Errorf("data/feasts.tsv: %q is not found as such: %+v", name, found)
			}
		}
	}
	for _, dates := range movableDates() {
		for i := 1; i < len(dates); i++ {
			if dates[i].From <= dates[i-1].To {
				t.Errorf("data/movable.tsv: %v after %v", dates[i], dates[i-1])
			}
		}
	}
}
