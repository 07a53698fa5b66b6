package lexicon

import (
	"embed"
	"fmt"
	"path"
	"sort"
	"strings"
	"sync"

	"entente/plover"
)

//go:embed *.tsv
var files embed.FS

// Frame is one line of the lexicon: words that mean an event.
type Frame struct {
	Pattern
	Source   string // file and line, "accuse.tsv:12"
	Text     string // the pattern as written
	Type     plover.Type
	Mode     string
	Contexts []string
	CAMEO    string // "" where type, mode and contexts say it
	Example  string // with [A:…] and [R:…] around the participants
}

// Lexicon is every table, indexed for the coder. It is immutable.
type Lexicon struct {
	Frames    []Frame
	Verbs     map[string][]*Frame // by the lemma of the head
	Nouns     map[string][]*Frame
	Classes   map[string][]Word
	Operators map[string][]Operator // by the lemma of the governing word
	Supports  map[string][]Support  // by the verb's lemma
	Cues      *Cues
	Assess    map[string][]Assessment // by the first lemma
	Stance    map[string]float64      // −1…1, by lemma
	Aboutness Aboutness
}

// Load reads the embedded files, once.
var Load = sync.OnceValues(func() (*Lexicon, error) { return read(files) })

func read(fs embed.FS) (*Lexicon, error) {
	entries, err := fs.ReadDir(".")
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	l := &Lexicon{Verbs: map[string][]*Frame{}, Nouns: map[string][]*Frame{}, Classes: map[string][]Word{}}
	tables := map[string][]row{}
	for _, e := range entries {
		data, err := fs.ReadFile(e.Name())
		if err != nil {
			return nil, fmt.Errorf("lexicon: %w", err)
		}
		tables[e.Name()] = rowsOf(e.Name(), string(data))
	}
	for _, name := range sortedNames(tables) {
		if strings.HasPrefix(name, "classes") {
			for _, r := range tables[name] {
				if err := l.addClass(r); err != nil {
					return nil, err
				}
			}
		}
	}
	for _, name := range sortedNames(tables) {
		typ := plover.Type(strings.ToUpper(strings.TrimSuffix(path.Base(name), ".tsv")))
		if name == "figurative.tsv" {
			typ = ""
		} else if !typ.Valid() {
			continue
		}
		for _, r := range tables[name] {
			f, err := l.frame(typ, r)
			if err != nil {
				return nil, err
			}
			l.Frames = append(l.Frames, f)
		}
	}
	for i := range l.Frames {
		l.index(&l.Frames[i])
	}
	if l.Operators, err = operatorsOf(tables["compose.tsv"]); err != nil {
		return nil, err
	}
	if l.Supports, err = l.supportsOf(tables["support_verbs.tsv"]); err != nil {
		return nil, err
	}
	if l.Stance, err = stanceOf(tables["stance.tsv"]); err != nil {
		return nil, err
	}
	if l.Assess, err = assessmentsOf(tables["assess.tsv"]); err != nil {
		return nil, err
	}
	if l.Aboutness, err = aboutnessOf(tables["aboutness.tsv"]); err != nil {
		return nil, err
	}
	if l.Cues, err = cuesOf(tables["contexts.tsv"]); err != nil {
		return nil, err
	}
	return l, nil
}

func (l *Lexicon) addClass(r row) error {
	if len(r.cells) < 2 {
		return r.errorf("a class needs a name and its words")
	}
	name := strings.TrimPrefix(r.cells[0], "@")
	for _, phrase := range strings.Split(r.cells[1], ",") {
		if w, ok := wordOf(phrase); ok {
			l.Classes[name] = append(l.Classes[name], w)
		}
	}
	return nil
}

// wordOf reads a phrase of lemmas: "foreign minister" is headed by its last
// word, "memorandum of understanding" by the one before "of".
func wordOf(phrase string) (Word, bool) {
	words := strings.Fields(strings.ReplaceAll(phrase, "-", " "))
	if len(words) == 0 {
		return Word{}, false
	}
	head := len(words) - 1
	for i, w := range words {
		if w == "of" && i > 0 {
			head = i - 1
			break
		}
	}
	with := append(append([]string(nil), words[:head]...), words[head+1:]...)
	return Word{Head: words[head], With: with}, true
}

func (l *Lexicon) frame(typ plover.Type, r row) (Frame, error) {
	if len(r.cells) != 5 {
		return Frame{}, r.errorf("%d columns, want pattern, mode, contexts, cameo, example", len(r.cells))
	}
	p, err := parsePattern(r.cells[0], l.Classes)
	if err != nil {
		return Frame{}, r.errorf("pattern %q: %w", r.cells[0], err)
	}
	f := Frame{Pattern: p, Source: r.where(), Text: r.cells[0], Type: typ,
		Mode: dash(r.cells[1]), CAMEO: dash(r.cells[3]), Example: r.cells[4]}
	if typ != "" && !typ.HasMode(f.Mode) {
		return f, r.errorf("%s has no mode %q", typ, f.Mode)
	}
	for _, c := range strings.Split(dash(r.cells[2]), ",") {
		if c = strings.TrimSpace(c); c == "" {
			continue
		}
		if !plover.IsContext(c) {
			return f, r.errorf("%q is no PLOVER context", c)
		}
		f.Contexts = append(f.Contexts, c)
	}
	if f.CAMEO != "" {
		if _, ok := plover.CAMEO(f.CAMEO); !ok {
			return f, r.errorf("%q is no CAMEO code", f.CAMEO)
		}
	}
	return f, nil
}

func (l *Lexicon) index(f *Frame) {
	table := l.Verbs
	if f.Noun {
		table = l.Nouns
	}
	done := map[string]bool{}
	for _, h := range f.Heads {
		if !done[h.Head] {
			done[h.Head] = true
			table[h.Head] = append(table[h.Head], f)
		}
	}
}

// row is one line of a table that says where it stands.
type row struct {
	file  string
	line  int
	cells []string
}

func (r row) where() string { return fmt.Sprintf("%s:%d", r.file, r.line) }

func (r row) errorf(format string, args ...any) error {
	return fmt.Errorf("lexicon: %s: "+format, append([]any{r.where()}, args...)...)
}

// rowsOf cuts a table into its lines, without comments and the column header.
func rowsOf(name, data string) []row {
	var rows []row
	header := true
	for i, line := range strings.Split(data, "\n") {
		line = strings.TrimRight(line, "\r")
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		if header {
			header = false
			continue
		}
		rows = append(rows, row{name, i + 1, strings.Split(line, "\t")})
	}
	return rows
}

func dash(s string) string {
	if s = strings.TrimSpace(s); s == "-" {
		return ""
	}
	return s
}

func sortedNames(tables map[string][]row) []string {
	names := make([]string, 0, len(tables))
	for n := range tables {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}
