package atlas

import "strings"

// languages leads from names of countries in many languages to the countries
// and back. It is immutable once read.
type languages struct {
	column map[string]int // language in lower case → column of rows
	rows   [][]string     // of cldr_names.tsv, one a country, as in directory.ids
	byKey  map[string]worldEntry
	// short holds, as they are written, names whose key would be mistaken for
	// a code or a word: "Áo", "Ý".
	short map[string]int16
	// several holds, for names that stand for more than one country, which
	// these are.
	several map[string][]int16
}

type worldEntry struct {
	country int16
	usual   bool // from country_names_usual.tsv, which decides
}

// shortKey is the length in bytes up to which a key takes the name as it is
// written: two Latin letters, but no sign of another script.
const shortKey = 2

// languageAliases are codes that browsers and people use beside CLDR's.
var languageAliases = map[string]string{
	"no": "nb", "nn": "nb", "iw": "he", "in": "id", "tl": "fil", "zh-tw": "zh-hant", "zh-hk": "zh-hant", "zh-mo": "zh-hant",
}

func (w *languages) find(name string, key []byte) (country int16, known bool) {
	if len(key) <= shortKey {
		country, known = w.short[strings.TrimSpace(name)]
		return country, known
	}
	e, known := w.byKey[string(key)]
	return e.country, known
}

// name gives the form to show of a country's name in a language.
func (w *languages) name(country int, lang string) string {
	lang = strings.ToLower(lang)
	for {
		if alias, ok := languageAliases[lang]; ok {
			lang = alias
		}
		if c, ok := w.column[lang]; ok {
			name, _, _ := strings.Cut(w.rows[country][c], "|")
			return name
		}
		cut := strings.LastIndexByte(lang, '-')
		if cut < 0 {
			return ""
		}
		lang = lang[:cut]
	}
}

// readLanguages reads the tables of names in other languages. clash is told of
// each name that two countries share, or that English gives to another; it
// may be nil.
func readLanguages(d *directory, clash func(surface, has, wants string)) (*languages, error) {
	w := &languages{
		column:  make(map[string]int),
		byKey:   make(map[string]worldEntry, 1<<14),
		short:   make(map[string]int16),
		several: make(map[string][]int16),
	}
	if err := w.readUsual(d); err != nil {
		return nil, err
	}
	t, err := readTable("cldr_names")
	if err != nil {
		return nil, err
	}
	for c, lang := range t.columns[1:] {
		w.column[strings.ToLower(lang)] = c + 1
	}
	w.rows = t.rows
	for i, row := range t.rows {
		if i >= len(d.ids) || row[0] != d.ids[i] {
			return nil, t.fail(i, "%s is not the state of that row in states.tsv: write the table anew", row[0])
		}
		for c, cell := range row[1:] {
			for cell != "" {
				var name string
				name, cell, _ = strings.Cut(cell, "|")
				w.add(name, int16(i), d, clash)
				if t.columns[c+1] == "de" {
					w.add(umlauts.Replace(name), int16(i), d, clash)
				}
			}
		}
	}
	return w, nil
}

// umlauts writes German for keyboards without them.
var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue")

func (w *languages) add(name string, country int16, d *directory, clash func(surface, has, wants string)) {
	var buf [maxCountryName]byte
	key, small := countryKey(buf[:0], name)
	if len(key) <= shortKey {
		if small || key[0] != name[0]|0x20 { // an abbreviation ("RU") is a code
			w.short[name] = country
		}
		return
	}
	old, known := w.byKey[string(key)]
	switch {
	case !known:
		w.byKey[string(key)] = worldEntry{country: country}
	case old.usual || old.country == country || old.country == noCountry:
		return
	default:
		if clash != nil {
			clash(name, d.ids[old.country], d.ids[country])
		}
		w.byKey[string(key)] = worldEntry{country: noCountry}
	}
	if e, known := d.byKey[string(key)]; known && clash != nil && e.country != noCountry && e.country != country && !(e.caps && small) {
		clash(name, "English "+d.ids[e.country], d.ids[country])
	}
}

func (w *languages) readUsual(d *directory) error {
	t, err := readTable("country_names_usual", "ids", "lang", "surfaces")
	if err != nil {
		return err
	}
	for i, row := range t.rows {
		countries, err := d.indexes(t, i, row[0])
		if err != nil {
			return err
		}
		country := countries[0]
		if len(countries) > 1 {
			country = noCountry
		}
		for _, s := range list(row[2]) {
			key, _ := countryKey(nil, s)
			if len(key) <= shortKey {
				w.short[s] = country
				continue
			}
			if len(countries) > 1 {
				w.several[string(key)] = countries
			}
			if old, known := w.byKey[string(key)]; known && old.country != country {
				return t.fail(i, "%q belongs to another row already", s)
			}
			w.byKey[string(key)] = worldEntry{country: country, usual: true}
		}
	}
	return nil
}
