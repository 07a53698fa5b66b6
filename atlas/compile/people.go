package main

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"entente/atlas"
)

const peopleHeader = `# People with their terms of office, one row a term: name, surname (empty where it is the last word of the
# name), office (offices.tsv), of (id of the state or organisation), from, to (2006-01-02, 2006-01 or 2006;
# empty to: still in office when the source was written). A year alone on both sides means that the source
# knows who held the office in that year, not since when. Written by "go run ./atlas/compile" from Wikidata
# extracts (holders/*.csv, CC0), the CIA World Factbook and World Leaders (public domain) and REIGN
# (reign_leaders.csv): correct people.tsv instead, whose terms take the place of these.
name	surname	office	of	from	to
`

// term is one row of people_facts.tsv.
type term struct {
	name, surname string // surname is always filled here
	office, of    string
	from, to      string
}

// leads tells whether the office is that of a head of state or government.
func (t term) leads() bool {
	switch t.office {
	case "president", "prime minister", "premier", "chancellor", "supreme leader", "general secretary", "king", "queen",
		"emperor", "emir", "sultan", "pope", "leader", "head of government", "head of state", "chairman",
		"interim president", "interim prime minister", "military ruler", "crown prince":
		return true
	}
	return false
}

// sound tells whether a row can be used: its name is in Latin letters and it
// doesn't end before it begins.
func (t term) sound() bool {
	return atlas.Slug(t.name) != "" && (t.to == "" || t.to >= t.from[:min(len(t.from), len(t.to))])
}

// overlaps tells whether two terms share a day, or fail to by less than a year.
func (t term) overlaps(o term) bool {
	return year(t.from)-1 <= lastYear(o.to) && year(o.from)-1 <= lastYear(t.to)
}

func year(date string) int {
	n := 0
	fmt.Sscanf(date, "%4d", &n)
	return n
}

func lastYear(date string) int {
	if date == "" {
		return 9999
	}
	return year(date)
}

// same tells whether both rows speak of one holding of one office; the
// collections spell names so differently that the surname decides.
func (t term) same(o term) bool {
	if t.of != o.of || !t.overlaps(o) || !(t.office == o.office || t.leads() && o.leads()) {
		return false
	}
	return bears(t.name, o.surname) || bears(o.name, t.surname)
}

// bears tells whether all words of the surname stand in the name.
func bears(name, surname string) bool {
	words := "-" + atlas.Slug(name) + "-"
	return strings.Contains(words, "-"+atlas.Slug(surname)+"-")
}

// people writes people_facts.tsv: the collections in order of trust, each
// adding only the holdings that none before it, nor people.tsv, has.
func people(facts, out string) error {
	ids, err := readNames(facts)
	if err != nil {
		return err
	}
	known, err := readWritten(filepath.Join(out, "people.tsv"))
	if err != nil {
		return err
	}
	aliases, err := readAliases(filepath.Join(out, "people_names.tsv"))
	if err != nil {
		return err
	}
	var kept []term
	for _, read := range []func(string, *names) ([]term, error){holders, factbook, worldLeaders, reign} {
		terms, err := read(facts, ids)
		if err != nil {
			return err
		}
		var fresh []term
		for _, t := range terms {
			if name, ok := aliases[atlas.Slug(t.name)]; ok {
				t.name = name
			}
			if lastYear(t.to) >= 1990 && t.sound() && !has(known, t) {
				fresh = append(fresh, t)
			}
		}
		known, kept = append(known, fresh...), append(kept, fresh...)
	}
	endSuperseded(kept, known)
	return writePeople(filepath.Join(out, "people_facts.tsv"), kept)
}

// readAliases maps further full names to the one of people.tsv.
func readAliases(file string) (map[string]string, error) {
	raw, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("read the names of people: %w", err)
	}
	m := make(map[string]string)
	for _, line := range strings.Split(string(raw), "\n") {
		r := strings.Split(line, "\t")
		if len(r) != 3 || line[0] == '#' {
			continue
		}
		for _, n := range strings.Split(r[2], "|") {
			if strings.Contains(n, " ") {
				m[atlas.Slug(n)] = r[0]
			}
		}
	}
	return m, nil
}

// endSuperseded ends open terms of one-person offices where a later holder is
// known: the Wikidata extracts stop in 2022.
func endSuperseded(kept, known []term) {
	for i := range kept {
		t := &kept[i]
		switch t.office {
		case "ambassador", "deputy prime minister", "vice president", "deputy foreign minister", "spokesperson", "intelligence chief", "military chief", "assistant secretary of state":
			continue
		}
		if t.to != "" {
			continue
		}
		for _, k := range known {
			if k.of == t.of && k.name != t.name && (k.office == t.office) && k.from > t.from && (t.to == "" || k.from < t.to) && k.from != "2019" {
				t.to = k.from
			}
		}
	}
}

func has(known []term, t term) bool {
	for _, k := range known {
		if k.same(t) {
			return true
		}
	}
	return false
}

// readWritten reads the hand-written table, which the generated one must not
// repeat.
func readWritten(file string) ([]term, error) {
	raw, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("read the hand-written people: %w", err)
	}
	var out []term
	for n, line := range strings.Split(string(raw), "\n") {
		if line == "" || line[0] == '#' || strings.HasPrefix(line, "name\t") {
			continue
		}
		r := strings.Split(line, "\t")
		if len(r) != 6 {
			return nil, fmt.Errorf("%s:%d: %d cells, want 6", file, n+1, len(r))
		}
		t := term{name: r[0], surname: r[1], office: r[2], of: r[3], from: r[4], to: r[5]}
		if t.surname == "" {
			t.surname = lastWord(t.name)
		}
		out = append(out, t)
	}
	return out, nil
}

func writePeople(file string, terms []term) error {
	sort.SliceStable(terms, func(i, j int) bool {
		a, b := terms[i], terms[j]
		if a.name != b.name {
			return a.name < b.name
		}
		if a.from != b.from {
			return a.from < b.from
		}
		if a.office != b.office {
			return a.office < b.office
		}
		return a.of < b.of
	})
	var b strings.Builder
	b.WriteString(peopleHeader)
	last := ""
	for _, t := range terms {
		surname := t.surname
		if surname == lastWord(t.name) {
			surname = ""
		}
		row := strings.Join([]string{t.name, surname, t.office, t.of, t.from, t.to}, "\t")
		if row != last {
			b.WriteString(row + "\n")
		}
		last = row
	}
	if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
		return fmt.Errorf("write people: %w", err)
	}
	return nil
}
