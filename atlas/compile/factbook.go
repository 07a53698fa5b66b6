package main

import (
	"encoding/json"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"time"
)

// factbookNames gives the ids of the states that the factbook calls by no
// short name, by GEC code.
var factbookIDs = map[string]string{
	"ct": "CAF", "ae": "ARE", "fm": "FSM", "cg": "COD", "cf": "COG", "ks": "KOR", "kn": "PRK", "vt": "VAT", "uk": "GBR",
	"us": "USA", "bm": "MMR", "tu": "TUR", "kv": "XKX", "ga": "GMB", "bf": "BHS", "dr": "DOM", "gz": "", "we": "",
}

// since finds "NAME (since 12 December 2019)".
var since = regexp.MustCompile(`^(.*?) \((?:since )?(\d{1,2} \w+ \d{4}|\w+ \d{4}|\d{4})[,)]`)

// titles are the offices that stand before a name, longest first.
var titles = []struct{ title, office string }{
	{"President of the Swiss Confederation ", "president"},
	{"President of the Government of Spain (prime minister-equivalent) ", "prime minister"},
	{"Sovereign Council Chair and Commander-in-Chief of the Sudanese Armed Forces General ", "head of state"},
	{"President of the National Council for the Safeguard of the Homeland (CNSP) General ", "president"},
	{"Presidential Leadership Council Chairperson Dr. ", "head of state"},
	{"President, Presidential Council, ", "head of state"},
	{"President of Council of Ministers ", "head of government"},
	{"Prime Minister and Co-Vice President ", "prime minister"},
	{"Crown Prince and Prime Minister ", "crown prince"},
	{"Prime Minister and Foreign Minister ", "prime minister"},
	{"Prime Minister Crown Prince ", "prime minister"},
	{"Sultan and Prime Minister ", "sultan"},
	{"GNU Interim Prime Minister ", "prime minister"},
	{"Transition Prime Minister ", "interim prime minister"},
	{"Caretaker Prime Minister ", "prime minister"},
	{"Interim Prime Minister ", "interim prime minister"},
	{"CNSP Prime Minister ", "prime minister"},
	{"Acting Prime Minister ", "prime minister"},
	{"Transitional President ", "interim president"},
	{"Transition President ", "interim president"},
	{"Interim President ", "interim president"},
	{"Acting President ", "president"},
	{"Supreme Leader ", "supreme leader"},
	{"Prime Minister ", "prime minister"},
	{"Taliban Leader ", "supreme leader"},
	{"Vice President ", "vice president"},
	{"Chancellor ", "chancellor"},
	{"President ", "president"},
	{"Premier ", "prime minister"},
	{"Emperor ", "emperor"},
	{"Sultan ", "sultan"},
	{"Prince ", "head of state"},
	{"Queen ", "queen"},
	{"King ", "king"},
	{"Amir ", "emir"},
	{"Emir ", "emir"},
	{"Pope ", "pope"},
	{"Grand Duke ", "head of state"},
	{"Ambassador ", "ambassador"},
}

// factbook reads who leads each state, and since when, and its ambassador to
// the United States.
func factbook(facts string, ids *names) ([]term, error) {
	file := filepath.Join(facts, "factbook_government.json")
	raw, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("read factbook: %w", err)
	}
	type text struct{ Text string }
	var all map[string]map[string]map[string]json.RawMessage
	if err := json.Unmarshal(raw, &all); err != nil {
		return nil, fmt.Errorf("read factbook: %s: %w", file, err)
	}
	read := func(code, section, field string) string {
		var t text
		_ = json.Unmarshal(all[code][section][field], &t) // absent or of another form: no text
		return html.UnescapeString(t.Text)
	}
	codes := make([]string, 0, len(all))
	for code := range all {
		codes = append(codes, code)
	}
	sort.Strings(codes)
	var out []term
	for _, code := range codes {
		of, listed := factbookIDs[code]
		if !listed {
			of = ids.id(read(code, "Country name", "conventional short form"))
		}
		if of == "" {
			continue
		}
		for _, place := range [][2]string{
			{"Executive branch", "chief of state"}, {"Executive branch", "head of government"}, {"Diplomatic representation in the US", "chief of mission"},
		} {
			if t, ok := incumbent(read(code, place[0], place[1])); ok && !borrowed(t, of) {
				t.of = of
				out = append(out, t)
			}
		}
	}
	return out, nil
}

// borrowed tells whether a head of state is another state's.
func borrowed(t term, of string) bool {
	return strings.HasPrefix(t.name, "Charles III") && of != "GBR" || strings.HasSuffix(t.surname, "Macron") && of != "FRA" ||
		strings.HasSuffix(t.surname, "Trump") && of != "USA" || strings.Contains(t.name, " of Denmark") || strings.Contains(t.name, " of Norway")
}

// incumbent reads "Prime Minister Ulf KRISTERSSON (since 18 October 2022)".
func incumbent(s string) (term, bool) {
	s = strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00a0", " ")), " ")
	m := since.FindStringSubmatch(s)
	if m == nil || strings.Contains(m[1], "(vacant)") {
		return term{}, false
	}
	for _, t := range titles {
		rest, ok := strings.CutPrefix(m[1], t.title)
		if !ok {
			continue
		}
		name, surname := shouted(trimTitle(rest))
		if i := strings.Index(name, " ("); i > 0 {
			if j := strings.Index(name, ") "); j > i {
				name = name[:i] + name[j+1:]
			}
		}
		from := isoDate(m[2])
		if strings.ContainsAny(name, ",;:<(") || len(strings.Fields(name)) > 7 || from == "" {
			return term{}, false
		}
		return term{name: name, surname: surname, office: t.office, from: from}, true
	}
	return term{}, false
}

// isoDate writes "12 December 2019", "April 2018" or "1997" as the tables do.
func isoDate(s string) string {
	for _, layout := range [][2]string{{"2 January 2006", "2006-01-02"}, {"January 2006", "2006-01"}, {"2006", "2006"}} {
		if t, err := time.Parse(layout[0], s); err == nil {
			return t.Format(layout[1])
		}
	}
	return ""
}
