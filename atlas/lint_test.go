package atlas

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"
)

var (
	stateID = regexp.MustCompile(`^[A-Z]{3}$`)
	otherID = regexp.MustCompile(`^(IGO|GRP|NGO|MED|MNC|REB|PTY|IMG|OPP|GOV|CRM|ISM|SOC|DSP|PLC|PER|ROL|THG):[a-z0-9]+(-[a-z0-9]+)*$`)
	sectors = strings.Fields("COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC IGO NGO")
)

// keyColumns are the columns by which each table is sorted.
var keyColumns = map[string][]string{
	"ambiguous":           {"surface", "order"},
	"cldr_names":          {"id"},
	"country_names":       {"ids"},
	"country_names_usual": {"ids", "lang"},
	"disputed":            {"id"},
	"group_terms":         {"id", "from"},
	"groups":              {"id"},
	"media":               {"id"},
	"members":             {"id"},
	"metonyms":            {"id", "name"},
	"offices":             {"office"},
	"organisations":       {"id"},
	"people":              {"name", "from"},
	"people_facts":        {"name", "from"},
	"people_names":        {"name"},
	"places":              {"country", "name"},
	"roles":               {"phrase"},
	"signs":               {"country", "kind"},
	"state_names":         {"id"},
	"states":              {"id"},
	"things":              {"kind"},
	"weights":             nil,
}

// eachTable reads every file of data/ without knowing its columns.
func eachTable(t *testing.T, check func(name string, tab *table)) {
	t.Helper()
	files, err := filepath.Glob("data/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatalf("no tables: %v", err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var columns []string
		for _, line := range strings.Split(string(raw), "\n") {
			if line != "" && line[0] != '#' {
				columns = strings.Split(line, "\t")
				break
			}
		}
		tab, err := parseTable(file, string(raw), columns)
		if err != nil {
			t.Error(err)
			continue
		}
		check(strings.TrimSuffix(filepath.Base(file), ".tsv"), tab)
	}
}

func TestTablesBeginWithAHeaderAndAreSorted(t *testing.T) {
	eachTable(t, func(name string, tab *table) {
		raw, _ := os.ReadFile(tab.file)
		if !strings.HasPrefix(string(raw), "# ") {
			t.Errorf("%s: begin with a comment that explains columns and sources", tab.file)
		}
		keys, known := keyColumns[name]
		if !known {
			t.Errorf("%s: say in keyColumns how it is sorted", tab.file)
		}
		last := ""
		for i, row := range tab.rows {
			var key []string
			for _, k := range keys {
				for c, column := range tab.columns {
					if column == k {
						key = append(key, row[c])
					}
				}
			}
			now := strings.Join(key, "\x00")
			if name == "roles" {
				now = strings.ToLower(now)
			}
			if now < last {
				t.Errorf("%s:%d: %q stands after %q", tab.file, tab.lines[i], now, last)
			}
			last = now
		}
	})
}

func TestCellsAreClean(t *testing.T) {
	eachTable(t, func(_ string, tab *table) {
		for i, row := range tab.rows {
			for c, cell := range row {
				if cell != strings.TrimSpace(cell) || strings.Contains(cell, "  ") || strings.Contains(cell, "||") || strings.HasPrefix(cell, "|") || strings.HasSuffix(cell, "|") {
					t.Errorf("%s:%d: %s %q has stray blanks or bars", tab.file, tab.lines[i], tab.columns[c], cell)
				}
				if tab.columns[c] == "surfaces" || tab.columns[c] == "names" {
					once(t, tab, i, list(cell))
				}
				if tab.columns[c] == "sectors" {
					for _, s := range sectorList(cell) {
						if !contains(sectors, s) {
							t.Errorf("%s:%d: no PLOVER sector %q", tab.file, tab.lines[i], s)
						}
					}
				}
			}
		}
	})
}

func once(t *testing.T, tab *table, i int, surfaces []string) {
	t.Helper()
	f, seen := newFolder(), make(map[string]bool)
	for _, s := range surfaces {
		if seen[s] {
			t.Errorf("%s:%d: %q stands twice", tab.file, tab.lines[i], s)
		}
		seen[s] = true
		if n := len(f.words(s)); n == 0 || n > maxWords {
			t.Errorf("%s:%d: %q has %d words, want 1 to %d", tab.file, tab.lines[i], s, n, maxWords)
		}
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func TestIDsAreWellFormedAndCountriesKnown(t *testing.T) {
	a, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	known := func(id string) bool { e := a.byID[id]; return e != nil && e.Kind == State }
	for _, e := range a.entities {
		if !stateID.MatchString(e.ID) && !otherID.MatchString(e.ID) {
			t.Errorf("id %q of %s is not well-formed", e.ID, e.Name)
		}
		if e.Country != "" && !known(e.Country) {
			t.Errorf("%s: no country %q", e.ID, e.Country)
		}
		for _, c := range e.Claimants {
			if !known(c) {
				t.Errorf("%s: no claimant %q", e.ID, c)
			}
		}
		for _, term := range e.Terms {
			if !term.To.IsZero() && term.To.Before(term.From) {
				t.Errorf("%s: a term as %s ends before it begins", e.ID, term.Office)
			}
		}
	}
	for id, members := range a.members {
		for _, m := range members {
			if a.byID[m] == nil {
				t.Errorf("%s: no member %q", id, m)
			}
		}
		if !sort.StringsAreSorted(members) {
			t.Errorf("%s: members are not sorted", id)
		}
	}
	for id := range a.weights {
		if a.byID[id] == nil {
			t.Errorf("weights.tsv: no %q", id)
		}
	}
}

func TestNoSurfaceOfOneKindBelongsToTwo(t *testing.T) {
	for _, kind := range [][]string{{"organisations"}, {"groups"}, {"media"}, {"disputed"}, {"metonyms"}, {"state_names"}} {
		owner := make(map[string]string)
		eachTable(t, func(name string, tab *table) {
			if !contains(kind, name) {
				return
			}
			for i, row := range tab.rows {
				for c, column := range tab.columns {
					if column != "surfaces" || row[1] == "skip" {
						continue
					}
					for _, s := range list(row[c]) {
						if was, ok := owner[s]; ok && was != row[0] && !cued(t, s) {
							t.Errorf("%s:%d: %q belongs to %s already; give both in ambiguous.tsv", tab.file, tab.lines[i], s, was)
						}
						owner[s] = row[0]
					}
				}
			}
		})
	}
}

func TestASignHasOneState(t *testing.T) {
	tab, err := readTable("signs", "country", "kind", "surfaces")
	if err != nil {
		t.Fatal(err)
	}
	f, owner := newFolder(), make(map[string]string)
	for i, row := range tab.rows {
		for _, surface := range list(row[2]) {
			var key []string
			for _, w := range f.words(surface) {
				key = append(key, fmt.Sprint(w.text, wanted(w, Thing)))
			}
			k := strings.Join(key, " ")
			if was, ok := owner[k]; ok {
				t.Errorf("%s:%d: %q stands for %s already", tab.file, tab.lines[i], surface, was)
			}
			owner[k] = row[0] + " " + row[1]
		}
	}
}

// cued tells whether ambiguous.tsv decides between the owners of a surface.
func cued(t *testing.T, surface string) bool {
	t.Helper()
	tab, err := readTable("ambiguous", "surface", "order", "id", "cues")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range tab.rows {
		if row[0] == surface {
			return true
		}
	}
	return false
}

func TestTheAtlasIsWideEnough(t *testing.T) {
	a, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	count := make(map[Kind]int)
	for _, e := range a.entities {
		count[e.Kind]++
	}
	for kind, least := range map[Kind]int{State: 250, Organization: 120, Group: 250, DisputedPlace: 60, Role: 450, Person: 4000, Place: 800} {
		if count[kind] < least {
			t.Errorf("%d entities of kind %s, want %d", count[kind], kind, least)
		}
	}
}

func TestFaultyTablesAreNamed(t *testing.T) {
	for _, c := range []struct{ raw, want string }{
		{"# h\nid\tname\nx\n", "t.tsv:3: 1 cells, want 2"},
		{"# h\nid\nx\n", `t.tsv:2: columns are ["id"]`},
	} {
		if _, err := parseTable("t.tsv", c.raw, []string{"id", "name"}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %s", c.raw, err, c.want)
		}
	}
}
