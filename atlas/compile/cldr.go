package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const cldrHeader = `# Names of countries in many languages: id (alpha-3), then one column a language (BCP 47). The first form of
# a cell is shown, the others, divided by "|", are only understood. From cldr-localenames-full %s (Unicode
# CLDR, © 2004-2026 Unicode, Inc., Unicode License v3, in UNICODE-LICENSE). Written by
# "go run ./atlas/compile -cldr FOLDER": correct country_names_usual.tsv instead.
`

// cldrLanguages are those of states and of large peoples, as far as 400 KB go.
var cldrLanguages = strings.Fields(`af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu ha he
	hi hr hu hy id ig is it ja ka kk km kn ko ku ky lo lt lv mk ml mn mr ms my nb ne nl pa pl ps pt pt-PT ro ru si sk
	sl so sq sr sr-Latn sv sw ta te tg th ti tk tr uk ur uz vi yo zh zh-Hant zu`)

// shownShort are the territories of which the short form is shown, as the
// atlas shows "Hong Kong", "Palestine"; elsewhere it is often an abbreviation.
var shownShort = []string{"HK", "MO", "PS", "KR"}

// cldr writes cldr_names.tsv from the unpacked npm package
// cldr-localenames-full and the codes of states.tsv.
func cldr(folder, out string) error {
	var pack struct{ Version string }
	if err := readJSON(filepath.Join(folder, "package.json"), &pack); err != nil {
		return err
	}
	codes, err := readCodes(filepath.Join(out, "states.tsv"))
	if err != nil {
		return err
	}
	var names []map[string]string
	for _, lang := range cldrLanguages {
		m, err := readTerritories(folder, lang)
		if err != nil {
			return err
		}
		names = append(names, m)
	}
	var b strings.Builder
	fmt.Fprintf(&b, cldrHeader, pack.Version)
	b.WriteString("id\t" + strings.Join(cldrLanguages, "\t") + "\n")
	for _, c := range codes {
		b.WriteString(c.alpha3)
		for _, m := range names {
			b.WriteString("\t" + strings.Join(forms(m, c.alpha2), "|"))
		}
		b.WriteByte('\n')
	}
	return os.WriteFile(filepath.Join(out, "cldr_names.tsv"), []byte(b.String()), 0o644)
}

// forms gives the names of a territory, the one to show first.
func forms(names map[string]string, alpha2 string) []string {
	keys := []string{alpha2, alpha2 + "-alt-short", alpha2 + "-alt-variant"}
	if slices.Contains(shownShort, alpha2) {
		keys[0], keys[1] = keys[1], keys[0]
	}
	var out []string
	for _, k := range keys {
		name := strings.Join(strings.Fields(names[k]), " ")
		if name != "" && name != alpha2 && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

func readTerritories(folder, lang string) (map[string]string, error) {
	var file struct {
		Main map[string]struct {
			LocaleDisplayNames struct{ Territories map[string]string }
		}
	}
	name := filepath.Join(folder, "main", lang, "territories.json")
	if err := readJSON(name, &file); err != nil {
		return nil, err
	}
	names := file.Main[lang].LocaleDisplayNames.Territories
	if len(names) == 0 {
		return nil, fmt.Errorf("%s: no territories of %s", name, lang)
	}
	return names, nil
}

type codes struct{ alpha3, alpha2 string }

// readCodes reads the first two columns of states.tsv.
func readCodes(file string) ([]codes, error) {
	raw, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("read codes: %w", err)
	}
	var out []codes
	for line := range strings.Lines(string(raw)) {
		cells := strings.Split(line, "\t")
		if line[0] != '#' && cells[0] != "id" && len(cells) > 1 {
			out = append(out, codes{cells[0], cells[1]})
		}
	}
	return out, nil
}

func readJSON(file string, v any) error {
	raw, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("read CLDR: %w", err)
	}
	if err := json.Unmarshal(raw, v); err != nil {
		return fmt.Errorf("read CLDR: %s: %w", file, err)
	}
	return nil
}
