package lexicon

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"entente/plover"
)

// leastFrames is how many frames the lexicon must not fall below.
const leastFrames = 4000

func load(t *testing.T) *Lexicon {
	t.Helper()
	l, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// tables gives every embedded table by file name.
func tables(t *testing.T) map[string][]row {
	t.Helper()
	entries, err := files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]row{}
	for _, e := range entries {
		data, err := files.ReadFile(e.Name())
		if err != nil {
			t.Fatal(err)
		}
		out[e.Name()] = rowsOf(e.Name(), string(data))
	}
	return out
}

func TestTheLexiconIsLarge(t *testing.T) {
	perFile := map[string]int{}
	for _, f := range load(t).Frames {
		perFile[strings.Split(f.Source, ":")[0]]++
	}
	total := 0
	for _, typ := range plover.Types() {
		name := strings.ToLower(string(typ)) + ".tsv"
		if perFile[name] == 0 {
			t.Errorf("%s has no frames", name)
		}
		total += perFile[name]
	}
	t.Logf("%d frames that code an event, %d figurative", total, perFile["figurative.tsv"])
	if total < leastFrames {
		t.Errorf("%d frames, want at least %d", total, leastFrames)
	}
}

func TestNoPatternStandsTwice(t *testing.T) {
	first := map[string]string{}
	for _, f := range load(t).Frames {
		key := strings.Join(strings.Fields(f.Text), " ")
		if other := first[key]; other != "" {
			t.Errorf("%s: %s stands in %s already: remove one", f.Source, key, other)
		} else {
			first[key] = f.Source
		}
	}
}

func TestCAMEOCodesFitTheirType(t *testing.T) {
	for _, f := range load(t).Frames {
		if f.CAMEO == "" {
			continue
		}
		appeal := f.Type == plover.Request && strings.HasPrefix(f.CAMEO, "02") // CAMEO keeps appeals apart from demands, PLOVER has one type
		comment := strings.HasPrefix(f.CAMEO, "01")                            // condolence, denial, claim of responsibility: words to CAMEO, acts to PLOVER
		if code, ok := plover.CAMEO(f.CAMEO); !ok || code.Type != f.Type && !appeal && !comment {
			t.Errorf("%s: CAMEO %s (%s) is %q, the file %s: take a code of the type, or - for its root", f.Source, f.CAMEO, code.Label, code.Type, f.Type)
		}
	}
}

func TestFigurativeFramesHaveNoCodes(t *testing.T) {
	for _, f := range load(t).Frames {
		if f.Type == "" && (f.Mode != "" || f.CAMEO != "" || len(f.Contexts) > 0) {
			t.Errorf("%s: mode, contexts and cameo of a figurative use stay -", f.Source)
		}
	}
}

// marked is a participant in an example.
var marked = regexp.MustCompile(`\[[AR]:[^\[\]]+\]`)

func TestEveryFrameHasAnExample(t *testing.T) {
	first := map[string]string{}
	for _, f := range load(t).Frames {
		plain := plainExample(f.Example)
		switch {
		case !marked.MatchString(f.Example) && f.Type != "":
			t.Errorf("%s: no participant in brackets in %q", f.Source, f.Example)
		case strings.ContainsAny(plain, "[]"):
			t.Errorf("%s: brackets that don't close, or are no [A:…] or [R:…]: %q", f.Source, f.Example)
		case len(strings.Fields(plain)) < 3 || !strings.HasSuffix(strings.TrimRight(plain, `"”`), "."):
			t.Errorf("%s: %q is no sentence", f.Source, plain)
		case first[plain] != "":
			t.Errorf("%s: the example of %s: write another sentence", f.Source, first[plain])
		}
		first[plain] = f.Source
	}
}

func plainExample(s string) string {
	return marked.ReplaceAllStringFunc(s, func(m string) string { return m[3 : len(m)-1] })
}

func TestClassesAreUniqueAndUsed(t *testing.T) {
	class := regexp.MustCompile(`@(\w+)`)
	used := map[string]bool{}
	first := map[string]string{}
	all := tables(t)
	for name, rows := range all {
		for _, r := range rows {
			if !strings.HasPrefix(name, "classes") {
				for _, m := range class.FindAllStringSubmatch(strings.Join(r.cells[:min(2, len(r.cells))], " "), -1) {
					used[m[1]] = true
				}
			}
		}
	}
	for _, name := range sortedNames(all) {
		if !strings.HasPrefix(name, "classes") {
			continue
		}
		for _, r := range all[name] {
			if other := first[r.cells[0]]; other != "" {
				t.Errorf("%s: class %s stands in %s already", r.where(), r.cells[0], other)
			}
			first[r.cells[0]] = r.where()
			if !used[r.cells[0]] {
				t.Errorf("%s: no frame uses @%s: remove it", r.where(), r.cells[0])
			}
			seen := map[string]bool{}
			for _, w := range strings.Split(r.cells[1], ",") {
				w = strings.TrimSpace(w)
				if w == "" || seen[w] {
					t.Errorf("%s: %q is empty or stands twice", r.where(), w)
				}
				seen[w] = true
			}
		}
	}
}

func TestTablesOfWordsHaveNoWordTwice(t *testing.T) {
	all := tables(t)
	for _, name := range []string{"compose.tsv", "stance.tsv"} {
		first := map[string]string{}
		for _, r := range all[name] {
			if other := first[r.cells[0]]; other != "" {
				t.Errorf("%s: %s stands in %s already", r.where(), r.cells[0], other)
			}
			first[r.cells[0]] = r.where()
		}
	}
}

// most is how many readings of one frame the next test looks at.
const most = 20_000

// A frame can only ever be chosen if it fits some words better than, or before,
// every frame of another meaning. One whose every reading, class for class and
// word for word, is that of an earlier frame is dead.
func TestNoFrameIsHiddenByAnotherWithTheSameWords(t *testing.T) {
	first := map[string]*Frame{}
	l := load(t)
	for i := range l.Frames {
		f := &l.Frames[i]
		readings := f.readings()
		if readings == nil {
			continue
		}
		var by *Frame
		hidden := 0
		for _, r := range readings {
			if o := first[r]; o != nil && o != f {
				hidden++
				by = o
			} else {
				first[r] = f
			}
		}
		if hidden < len(readings) {
			continue
		}
		t.Errorf("%s: %s (%s %s %s) can't be reached: %s %s (%s %s %s) has the same words and stands before it", f.Source, f.Text,
			f.Type, f.Mode, f.CAMEO, by.Source, by.Text, by.Type, by.Mode, by.CAMEO)
	}
}

// readings spells a frame out: each choice of head, words, prepositions and
// optional slots. nil where there are too many.
func (f *Frame) readings() []string {
	out := make([]string, 0, len(f.Heads))
	for _, h := range f.Heads {
		out = append(out, fmt.Sprint(f.Noun, f.Subject, f.Particle, h.spelt()))
	}
	for i := range f.Slots {
		choices := f.Slots[i].choices()
		if len(out)*len(choices) > most {
			return nil
		}
		next := make([]string, 0, len(out)*len(choices))
		for _, o := range out {
			for _, c := range choices {
				next = append(next, o+c)
			}
		}
		out = next
	}
	return out
}

func (s *Slot) choices() (out []string) {
	preps, words := s.Preps, []string{"*"}
	if preps == nil {
		preps = []string{""}
	}
	if s.Words != nil {
		words = nil
		for _, w := range s.Words {
			words = append(words, w.spelt())
		}
	}
	if s.Optional {
		out = append(out, "")
	}
	for _, p := range preps {
		for _, w := range words {
			out = append(out, fmt.Sprint(" / ", p, " ", s.Clause, s.Role, w, s.Of, s.Agents))
		}
	}
	return out
}

func (w Word) spelt() string {
	with := slices.Clone(w.With)
	slices.Sort(with)
	return w.Head + "+" + strings.Join(with, "+")
}

// dataDir holds annotated sentences of others, which coder and lexicon are
// measured on. It isn't part of the repository.
const dataDir = "../../../shared/data/events"

func TestNoExampleIsASentenceOfTheTestData(t *testing.T) {
	foreign := map[string]bool{}
	for _, name := range []string{"pairs.tsv", "triples.jsonl", "quads.tsv"} {
		if err := sentencesOf(filepath.Join(dataDir, name), foreign); err != nil {
			t.Skipf("no data to compare with: %v", err)
		}
	}
	for _, f := range load(t).Frames {
		if foreign[normalized(plainExample(f.Example))] {
			t.Errorf("%s: the example stands in the data that the coder is measured on: write another", f.Source)
		}
	}
}

var noLetters = regexp.MustCompile(`[^a-z0-9]+`)

func normalized(s string) string { return noLetters.ReplaceAllString(strings.ToLower(s), " ") }

// sentencesOf adds the sentences of one data file. The rows of pairs.tsv whose
// id leaves 4 when divided by 5 are kept back for the last measurement, and
// aren't looked at.
func sentencesOf(path string, into map[string]bool) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		cells := strings.Split(lines.Text(), "\t")
		switch filepath.Base(path) {
		case "pairs.tsv":
			if id, err := strconv.Atoi(cells[0]); err == nil && id%5 != 4 && len(cells) > 3 {
				into[normalized(cells[3])] = true
			}
		case "quads.tsv":
			into[normalized(cells[len(cells)-1])] = true
		default:
			var one struct{ Sentence string }
			if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
				return err
			}
			into[normalized(one.Sentence)] = true
		}
	}
	return lines.Err()
}

// comments are words whose acts CAMEO counts as comments, whatever PLOVER says.
var comments = []struct {
	typ   plover.Type
	words string
	code  string
}{
	{plover.Support, "condolence", "018"},
	{plover.Assault, "claim responsibility", "015"},
	{plover.Reject, "*deny @accusation", "016"},
	{plover.Reject, "*reject @accusation", "016"},
}

func TestCondolencesDenialsAndClaimsAreCommentsToCAMEO(t *testing.T) {
	for _, f := range load(t).Frames {
		for _, c := range comments {
			if f.Type == c.typ && strings.Contains(f.Text, c.words) && f.CAMEO != c.code {
				t.Errorf("%s: %s has CAMEO %s: take %s", f.Source, f.Text, f.CAMEO, c.code)
			}
		}
	}
}
