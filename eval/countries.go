package eval

import (
	"bufio"
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"entente/article"
	"entente/record"
)

// CountriesReport is how well the countries that articles are about were found.
type CountriesReport struct {
	Articles  int // with annotated places
	LeftOut   int // without
	Countries Tally
	Exact     Share // articles with exactly the annotated countries
	byCountry map[string]*Tally
	Misses    []Miss
}

// PlacedArticle is an article with the countries that it is annotated to be
// about, as sorted alpha-3 codes; none where the annotators gave none.
type PlacedArticle struct {
	*article.Article
	Places []string
}

// Countries scores a coder on articles in JSON lines whose field "places" lists
// what they are about, in the names of reuters_places.tsv.
func Countries(path string, newCode NewCode) (*CountriesReport, error) {
	items, err := ReadPlaced(path)
	if err != nil {
		return nil, err
	}
	found := inParallel(items, newCode, func(code Code, item *PlacedArticle) []record.Country {
		if len(item.Places) == 0 {
			return nil
		}
		return code(item.Article).Countries
	})
	r := &CountriesReport{byCountry: map[string]*Tally{}}
	for i := range items {
		if len(items[i].Places) == 0 {
			r.LeftOut++
			continue
		}
		r.count(&items[i], found[i])
	}
	for _, t := range r.byCountry {
		r.Countries.add(*t)
	}
	return r, nil
}

func (r *CountriesReport) count(item *PlacedArticle, found []record.Country) {
	r.Articles++
	codes := make([]string, len(found))
	for i, f := range found {
		codes[i] = f.Country
		t := r.tally(f.Country)
		t.Found++
		if slices.Contains(item.Places, f.Country) {
			t.Right++
		}
	}
	for _, c := range item.Places {
		t := r.tally(c)
		t.Gold++
		if slices.Contains(codes, c) {
			t.Recalled++
		}
	}
	slices.Sort(codes)
	exact := slices.Equal(codes, item.Places)
	r.Exact.count(exact)
	if !exact {
		r.Misses = append(r.Misses, Miss{ID: item.ID, Gold: strings.Join(item.Places, " "), Found: weighed(found),
			Words: item.Dateline + " | " + opening(item.Text)})
	}
}

func (r *CountriesReport) tally(country string) *Tally {
	t := r.byCountry[country]
	if t == nil {
		t = &Tally{}
		r.byCountry[country] = t
	}
	return t
}

// weighed shows countries with their weights.
func weighed(found []record.Country) string {
	if len(found) == 0 {
		return none
	}
	parts := make([]string, len(found))
	for i, f := range found {
		parts[i] = fmt.Sprintf("%s %.2f", f.Country, f.Weight)
	}
	return strings.Join(parts, " ")
}

// opening is the beginning of a text, enough to see what it is about.
func opening(text string) string {
	const enough = 400 // bytes
	if len(text) <= enough {
		return text
	}
	cut := strings.LastIndexByte(text[:enough], ' ')
	if cut < 0 {
		cut = enough
	}
	return strings.ToValidUTF8(text[:cut], "") + " …"
}

// ReadPlaced reads articles in JSON lines with article.Read, and beside it their
// field "places".
func ReadPlaced(path string) ([]PlacedArticle, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read annotated articles: %w", err)
	}
	names, err := placeNames()
	if err != nil {
		return nil, err
	}
	var items []PlacedArticle
	lines := bufio.NewScanner(bytes.NewReader(raw))
	lines.Buffer(nil, len(raw)+1)
	number := 0
	article.Read(bytes.NewReader(raw), path, article.Options{}, func(a *article.Article, bad error) bool {
		if err = bad; err != nil {
			return false
		}
		for lines.Scan() {
			number++
			if len(bytes.TrimSpace(lines.Bytes())) > 0 {
				break
			}
		}
		var item PlacedArticle
		if item.Places, err = placesOf(lines.Bytes(), names); err != nil {
			err = fmt.Errorf("read %s line %d: %w", path, number, err)
			return false
		}
		item.Article = a
		items = append(items, item)
		return true
	})
	if err == nil && len(items) == 0 {
		err = fmt.Errorf("read %s: no articles; one JSON object a line with title, text and places is expected", path)
	}
	return items, err
}

// placesOf gives the annotated countries of one line, sorted, each once.
func placesOf(line []byte, names map[string]string) ([]string, error) {
	var annotated struct {
		Places *[]string `json:"places"`
	}
	if err := json.Unmarshal(line, &annotated); err != nil {
		return nil, fmt.Errorf("want a JSON object with a list of names under places: %w", err)
	}
	if annotated.Places == nil {
		return nil, fmt.Errorf("no field places; give [] where the article is about no country")
	}
	var out []string
	for _, name := range *annotated.Places {
		code, ok := names[name]
		if !ok {
			return nil, fmt.Errorf("unknown place %q; add it with its code to eval/data/reuters_places.tsv", name)
		}
		out = append(out, code)
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}

//go:embed data/reuters_places.tsv
var reutersPlaces string

// placeNames reads the table of places.
func placeNames() (map[string]string, error) {
	names := map[string]string{}
	header := true
	for i, line := range strings.Split(reutersPlaces, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		name, code, ok := strings.Cut(line, "\t")
		if !ok || !header && len(code) != 3 {
			return nil, fmt.Errorf("eval/data/reuters_places.tsv:%d: %q; want a place, a tab, an alpha-3 code", i+1, line)
		}
		if !header {
			names[name] = code
		}
		header = false
	}
	return names, nil
}
