package agenda

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
)

//go:embed data/forms.tsv
var formsTSV string

//go:embed data/acts.tsv
var actsTSV string

//go:embed data/subjects.tsv
var subjectsTSV string

// act is a family of words that tell the same deed, with the event types that
// such a deed is coded as.
type act struct {
	name  string
	stems []string
	types []string
}

// tables is the package's knowledge of words.
type tables struct {
	forms    map[string]string // "gave" → "give"
	acts     []act
	byStem   map[string]*act
	subjects map[string]string // stem → subject: "military" → "defence"
}

var load = sync.OnceValue(func() *tables {
	t := &tables{forms: map[string]string{}, byStem: map[string]*act{}, subjects: map[string]string{}}
	for _, row := range rows("forms.tsv", formsTSV, 2) {
		for _, form := range strings.Fields(row[1]) {
			t.forms[form] = row[0]
		}
	}
	for _, row := range rows("acts.tsv", actsTSV, 3) {
		a := act{name: row[0], types: strings.Fields(row[2])}
		for _, w := range strings.Fields(row[1]) {
			a.stems = append(a.stems, t.stem(w))
		}
		t.acts = append(t.acts, a)
	}
	for i := range t.acts {
		for _, s := range t.acts[i].stems {
			t.byStem[s] = &t.acts[i]
		}
	}
	for _, row := range rows("subjects.tsv", subjectsTSV, 2) {
		for _, w := range strings.Fields(row[1]) {
			t.subjects[t.stem(w)] = row[0]
		}
	}
	return t
})

// rows reads a table: lines of # and the line of column names are passed over.
// The tables are part of the program, so a fault in them is a fault in it.
func rows(name, table string, columns int) [][]string {
	var out [][]string
	header := true
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != columns {
			panic("agenda: " + name + ": a line without " + string(rune('0'+columns)) + " cells: " + line)
		}
		if !header {
			out = append(out, cells)
		}
		header = false
	}
	return out
}

// endings are what a word loses to become its stem, the longest first. They
// need only bring the forms of one word together, never make a word.
var endings = []string{"isation", "ization", "ating", "ation", "ated", "ment", "ance", "ence", "etic", "ates", "ian", "ate", "ise", "ize", "ing", "ion", "ial", "ies",
	"ied", "al", "ed", "es", "is", "iz", "ly", "er", "or", "s", "e", "y", "i"}

// stem brings the forms of an English word together: "apologises",
// "apologized" and "apology" all become "apolog".
func (t *tables) stem(word string) string {
	w := strings.ToLower(word)
	for _, possessive := range []string{"'s", "’s", "'", "’"} {
		w = strings.TrimSuffix(w, possessive)
	}
	if base, ok := t.forms[w]; ok {
		w = base
	}
	for range 3 {
		shorter := w
		for _, e := range endings {
			if rest, ok := strings.CutSuffix(w, e); ok && wordLike(rest, e) {
				shorter = rest
				break
			}
		}
		if shorter == w {
			break
		}
		w = shorter
	}
	if n := len(w); n > 4 && w[n-1] == w[n-2] { // "stopp", "pull"
		w = w[:n-1]
	}
	return w
}

// wordLike says whether enough of a word is left without an ending: four
// letters, or three with a vowel before the endings that short verbs take.
func wordLike(rest, ending string) bool {
	switch ending {
	case "s":
		return len(rest) >= 3 && !strings.HasSuffix(rest, "s")
	case "e", "ed", "es", "ing":
		return len(rest) >= 3 && strings.ContainsAny(rest, "aeiouy")
	}
	return len(rest) >= 4
}

// empty words say nothing of what is done.
var empty = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`a an the this that these those its it his her their our he she they we who which what whom whose
		of for to in on at by with from into about over under after before until between during through against as than and or but if
		is are was were be been being am do does did done has have had having will would shall should can could may might must
		not no nor all any both each more most other some such only own same so too very just also again even then there here now
		first last next one two three new time day week month year ago later earlier up out off down back side sides country countries
		say says said saying tell tells told according
		government official officials president prime minister ministers leader leaders nation nations`) {
		m[w] = true
	}
	return m
}()

// stems are the stems of the words that carry content, sorted, each once.
func (t *tables) stems(words string) []string {
	var out []string
	for _, w := range split(words) {
		if l := strings.ToLower(w); !empty[l] && len(l) > 2 {
			out = append(out, t.stem(w))
		}
	}
	return sortedSet(out)
}

// split cuts a text into words; a hyphen divides, an apostrophe doesn't.
func split(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' })
}

// negated: the words say that something is not done.
func negated(words string) bool {
	return slices.ContainsFunc(split(strings.ToLower(words)), func(w string) bool {
		switch w {
		case "not", "no", "never", "nobody", "nothing", "neither", "without", "cannot":
			return true
		}
		return strings.HasSuffix(w, "n't") || strings.HasSuffix(w, "n’t")
	})
}

// deed is what words tell to be done, nil where they tell nothing that is
// known: the first word for a deed, since "lifts the sanctions" is no sanction
// and "talks on the withdrawal" is no withdrawal.
func (t *tables) deed(words string) *act {
	for _, w := range split(words) {
		if a := t.byStem[t.stem(w)]; a != nil {
			return a
		}
	}
	return nil
}

func intersection(a, b []string) []string {
	var out []string
	for _, s := range a {
		if slices.Contains(b, s) {
			out = append(out, s)
		}
	}
	return out
}

// likeness is the share of the words of both that both have.
func likeness(a, b []string) float64 {
	both := len(intersection(a, b))
	if both == 0 {
		return 0
	}
	return float64(both) / float64(len(a)+len(b)-both)
}
