package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

const statesHeader = `# States and territories of ISO 3166-1 and Kosovo: id (alpha-3), alpha-2, short name, long name, capitals and
# English demonyms, divided by "|". Written by "go run ./atlas/compile" from countries.json
# (mledoze/countries, ODbL): correct state_names.tsv instead, which adds and takes away surfaces.
id	alpha2	name	long	capitals	demonyms
`

// country is what countries.json says of one, as far as the atlas uses it.
type country struct {
	Name struct {
		Common   string
		Official string
	}
	CCA2     string
	CCA3     string
	Capital  []string
	Demonyms map[string]struct{ F, M string }
}

func readCountries(facts string) ([]country, error) {
	file := filepath.Join(facts, "countries.json")
	raw, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("read countries: %w", err)
	}
	var all []country
	if err := json.Unmarshal(raw, &all); err != nil {
		return nil, fmt.Errorf("read countries: %s: %w", file, err)
	}
	for i := range all {
		if all[i].CCA2 == "XK" || all[i].CCA3 == "UNK" {
			all[i].CCA3 = "XKX"
		}
	}
	sort.Slice(all, func(i, j int) bool { return all[i].CCA3 < all[j].CCA3 })
	return all, nil
}

// states writes states.tsv.
func states(facts, out string) error {
	all, err := readCountries(facts)
	if err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString(statesHeader)
	for _, c := range all {
		capitals := append([]string(nil), c.Capital...)
		sort.Strings(capitals)
		var demonyms []string
		for _, d := range strings.Split(c.Demonyms["eng"].M, ", ") {
			if d != "" {
				demonyms = append(demonyms, d)
			}
		}
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%s\t%s\n", c.CCA3, c.CCA2, c.Name.Common, c.Name.Official,
			strings.Join(capitals, "|"), strings.Join(demonyms, "|"))
	}
	return os.WriteFile(filepath.Join(out, "states.tsv"), []byte(b.String()), 0o644)
}
