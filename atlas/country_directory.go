package atlas

import "strings"

// directory leads from the folded names of countries to their codes. It is
// immutable once read.
type directory struct {
	ids   []string // alpha-3, sorted
	names []string // short name of each
	byID  map[string]int16
	byKey map[string]countryEntry
	// several holds, for names of the hand-written table that stand for more
	// than one country, which these are.
	several map[string][]int16
}

// countryEntry is what a folded name stands for.
type countryEntry struct {
	country int16 // index into ids, noCountry where several share the name
	rank    nameRank
	caps    bool // holds only without small letters
}

const noCountry = -1

// nameRank says how a name came to a country: where two countries share a
// name, the lower rank has it, and equal ranks leave it to neither.
type nameRank uint8

const (
	rankHand    nameRank = iota // country_names.tsv, which decides all
	rankCode                    // alpha-3 and alpha-2
	rankName                    // names of states.tsv, state_names.tsv
	rankCapital                 // capitals
	rankDemonym                 // adjectives and peoples
)

// answer gives the country of an entry.
func (d *directory) answer(country int16) (alpha3 string, ok bool) {
	if country == noCountry {
		return "", false
	}
	return d.ids[country], true
}

// directoryReader fills a directory.
type directoryReader struct {
	*directory
	words map[string]bool // codes of three letters that are English words too
	// clash is told of each name that two countries share; nil outside tests.
	clash func(surface, has, wants string)
}

// readDirectory reads the English tables of names.
func readDirectory(clash func(surface, has, wants string)) (*directory, error) {
	r := &directoryReader{
		directory: &directory{
			byID:    make(map[string]int16, 256),
			byKey:   make(map[string]countryEntry, 1<<12),
			several: make(map[string][]int16),
		},
		words: make(map[string]bool),
		clash: clash,
	}
	for _, step := range []func() error{r.readIDs, r.readWords, r.readCountryNames, r.readStates, r.readStateNames} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return r.directory, nil
}

// add enters a surface of a country.
func (r *directoryReader) add(surface string, country int16, rank nameRank) {
	if surface == "" || surface[0] == '=' {
		return // "=the North" means a country only within a text
	}
	var buf [maxCountryName]byte
	key, small := countryKey(buf[:0], strings.TrimPrefix(surface, "^"))
	e := countryEntry{country: country, rank: rank, caps: len(key) <= 2 && !small || r.words[string(key)]}
	old, known := r.byKey[string(key)]
	switch {
	case !known || rank < old.rank:
		r.byKey[string(key)] = e
	case old.country == country || old.rank < rank:
	default:
		if r.clash != nil && old.country != noCountry {
			r.clash(surface, r.ids[old.country], r.ids[country])
		}
		old.country = noCountry
		r.byKey[string(key)] = old
	}
}

func (r *directoryReader) addAll(surfaces []string, country int16, rank nameRank) {
	for _, s := range surfaces {
		r.add(s, country, rank)
	}
}

// readIDs enters the states themselves.
func (r *directoryReader) readIDs() error {
	t, err := readTable("states", stateColumns...)
	if err != nil {
		return err
	}
	for i, row := range t.rows {
		r.ids = append(r.ids, row[0])
		r.names = append(r.names, row[2])
		r.byID[row[0]] = int16(i)
	}
	return nil
}

func (r *directoryReader) readStates() error {
	t, err := readTable("states", stateColumns...)
	if err != nil {
		return err
	}
	skip, err := readSkips()
	if err != nil {
		return err
	}
	for i, row := range t.rows {
		c := int16(i)
		r.addAll(row[:2], c, rankCode)
		r.addAll(row[2:4], c, rankName)
		r.addAll(inversions(row[3]), c, rankName)
		r.addAll(without(list(row[4]), skip[row[0]]), c, rankCapital)
		r.addAll(without(list(row[5]), skip[row[0]]), c, rankDemonym)
	}
	return nil
}

// inversions writes a long name as lists do, the distinctive part first:
// "Republic of Korea" as "Korea, Republic of".
func inversions(long string) []string {
	var out []string
	for at := 0; ; {
		i := strings.Index(long[at:], " of ")
		if i < 0 {
			return out
		}
		at += i + len(" of ")
		out = append(out, long[at:]+", "+long[:at-1])
	}
}

// indexes reads the cell of ids of a row: one country or several.
func (d *directory) indexes(t *table, row int, cell string) ([]int16, error) {
	var out []int16
	for _, id := range strings.Split(cell, "|") {
		c, known := d.byID[id]
		if !known {
			return nil, t.fail(row, "no state %q in states.tsv", id)
		}
		out = append(out, c)
	}
	return out, nil
}

func without(surfaces []string, skip map[string]bool) []string {
	var out []string
	for _, s := range surfaces {
		if !skip[s] {
			out = append(out, s)
		}
	}
	return out
}

func (r *directoryReader) readStateNames() error {
	t, err := readTable("state_names", stateNameColumns...)
	if err != nil {
		return err
	}
	for i, row := range t.rows {
		c, known := r.byID[row[0]]
		if !known {
			return t.fail(i, "no state %q in states.tsv", row[0])
		}
		switch row[1] {
		case "name":
			r.addAll(list(row[2]), c, rankName)
		case "capital":
			r.addAll(list(row[2]), c, rankCapital)
		case "demonym", "people":
			r.addAll(list(row[2]), c, rankDemonym)
		}
	}
	return nil
}

var countryNameColumns = []string{"ids", "form", "surfaces"}

// readWords notes the codes that are English words.
func (r *directoryReader) readWords() error {
	t, err := readTable("country_names", countryNameColumns...)
	if err != nil {
		return err
	}
	for _, row := range t.rows {
		if row[1] == "word" {
			for _, w := range list(row[2]) {
				r.words[w] = true
			}
		}
	}
	return nil
}

func (r *directoryReader) readCountryNames() error {
	t, err := readTable("country_names", countryNameColumns...)
	if err != nil {
		return err
	}
	for i, row := range t.rows {
		switch row[1] {
		case "word":
			continue
		case "name", "seat":
		default:
			return t.fail(i, "unknown form %q", row[1])
		}
		countries, err := r.indexes(t, i, row[0])
		if err != nil {
			return err
		}
		for _, s := range list(row[2]) {
			if len(countries) == 1 {
				r.add(s, countries[0], rankHand)
				continue
			}
			key, _ := countryKey(nil, s)
			r.byKey[string(key)] = countryEntry{country: noCountry, rank: rankHand}
			r.several[string(key)] = countries
		}
	}
	return nil
}
