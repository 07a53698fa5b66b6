package exchange

import (
	"embed"
	"fmt"
	"strings"
	"sync"

	"entente/atlas"
)

//go:embed data
var dataFiles embed.FS

// knowledge is what the tables say about the codes of other data sets.
type knowledge struct {
	fips      map[string]string   // FIPS 10-4 → alpha-3
	toFIPS    map[string]string   // alpha-3 → FIPS 10-4
	toGroup   map[string]string   // id → code of CAMEO's known groups
	countries map[string]namedID  // codes of CAMEO's dictionaries
	groups    map[string]namedID  // codes of CAMEO's known groups
	sectors   map[string]string   // "cameo/gov" → GOV; "" where PLOVER has none
	words     [][2]string         // ICEWS: words of sectors in the order of the table
	older     map[string]string   // "mode/ASSAULT/execute" → targeted
	acled     map[string]acledRow // "event/sub"
}

// namedID is the id that a code stands for.
type namedID struct{ id, name string }

// acledRow is what an event and sub-event type of ACLED is called.
type acledRow struct {
	typ, mode, context string
	swap               bool
}

var loadKnowledge = sync.OnceValues(func() (*knowledge, error) {
	k := &knowledge{fips: map[string]string{}, toFIPS: map[string]string{}, toGroup: map[string]string{},
		countries: map[string]namedID{}, groups: map[string]namedID{},
		sectors: map[string]string{}, older: map[string]string{}, acled: map[string]acledRow{}}
	tables := []struct {
		name  string
		cells int
		take  func(c []string)
	}{
		{"fips.tsv", 4, func(c []string) {
			k.fips[c[0]] = c[1]
			if c[2] == "yes" {
				k.toFIPS[c[1]] = c[0]
			}
		}},
		{"cameo_countries.tsv", 3, func(c []string) { k.countries[c[0]] = namedID{c[1], c[2]} }},
		{"cameo_groups.tsv", 3, func(c []string) {
			k.groups[c[0]] = namedID{c[1], c[2]}
			k.toGroup[c[1]] = c[0]
		}},
		{"sectors.tsv", 3, func(c []string) {
			k.sectors[c[0]+"/"+c[1]] = c[2]
			if c[0] == "icews" {
				k.words = append(k.words, [2]string{c[1], c[2]})
			}
		}},
		{"polecat.tsv", 4, func(c []string) { k.older[c[0]+"/"+c[1]+"/"+c[2]] = c[3] }},
		{"acled.tsv", 6, func(c []string) { k.acled[c[0]+"/"+c[1]] = acledRow{c[2], c[3], c[4], c[5] == "yes"} }},
	}
	for _, t := range tables {
		if err := readTable(t.name, t.cells, t.take); err != nil {
			return nil, err
		}
	}
	return k, nil
})

// readTable gives the rows of a table of the data folder, without comments and
// the names of its columns.
func readTable(name string, cells int, take func(cells []string)) error {
	raw, err := dataFiles.ReadFile("data/" + name)
	if err != nil {
		return err
	}
	header := true
	for i, line := range strings.Split(string(raw), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		row := strings.Split(line, "\t")
		if len(row) != cells {
			return fmt.Errorf("exchange/data/%s line %d: %d cells, want %d", name, i+1, len(row), cells)
		}
		if !header {
			take(row)
		}
		header = false
	}
	return nil
}

// isState tells whether the code is the alpha-3 code of a state.
func isState(alpha3 string) bool { return atlas.CountryName(alpha3) != "" }

// named gives the state, organisation or group that the whole name names.
func (im *importer) named(name string) *atlas.Entity {
	forms := strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == ',' || r == '(' || r == ')' })
	if len(forms) == 0 || len(forms) > 12 {
		return nil
	}
	for _, m := range im.atlas.Find(forms, nil) {
		if m.First != 0 || m.Last != len(forms)-1 {
			return nil
		}
		for _, s := range m.Senses {
			switch {
			case s.Form != atlas.Name || s.Plural:
			case s.Entity.Kind == atlas.State, s.Entity.Kind == atlas.Organization, s.Entity.Kind == atlas.Group:
				return s.Entity
			}
		}
	}
	return nil
}
