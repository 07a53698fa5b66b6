package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// holderFiles names the state of each file and how its people's surnames are
// found in a name.
var holderFiles = []struct {
	file, of     string
	surnameFirst bool
}{
	{"australia-cabinet", "AUS", false}, {"brazil-ministers", "BRA", false}, {"canada-cabinet", "CAN", false},
	{"china-ministers", "CHN", true}, {"france-cabinet", "FRA", false}, {"india-ministers", "IND", false},
	{"indonesia-ministers", "IDN", false}, {"iran-ministers", "IRN", false}, {"israel-ministers", "ISR", false},
	{"japan-ministers", "JPN", false}, {"mexico-ministers", "MEX", false}, {"north-korea", "PRK", true},
	{"pakistan-ministers", "PAK", false}, {"philippines-ministers", "PHL", false}, {"russia-cabinet", "RUS", false},
	{"south-korea-ministers", "KOR", true}, {"taiwan", "TWN", true}, {"turkey-ministers", "TUR", false},
	{"ukraine-cabinet", "UKR", false}, {"united-kingdom-cabinet", "GBR", false}, {"us-cabinet", "USA", false},
	{"vietnam", "VNM", false},
}

// positions maps the positions that matter to diplomacy to offices; the files
// hold thousands of others, provinces' among them. The first that fits counts.
var positions = []struct {
	re     *regexp.Regexp
	office string
}{
	{position(`(acting )?president`), "president"},
	{position(`prime minister`), "prime minister"},
	{position(`premier( of the state council)?`), "prime minister"},
	{position(`supreme leader`), "supreme leader"},
	{position(`emperor`), "emperor"},
	{position(`general secretary of the chinese communist party`), "general secretary"},
	{position(`(federal )?minister (of|for) (foreign affairs|external affairs|external relations|europe and foreign affairs)`), "foreign minister"},
	{position(`secretary of foreign affairs`), "foreign secretary"},
	{position(`secretary of state for foreign and commonwealth affairs`), "foreign secretary"},
	{position(`secretary of state`), "secretary of state"},
	{position(`deputy secretary of state`), "deputy secretary of state"},
	{position(`assistant secretary of state for .*`), "assistant secretary of state"},
	{position(`under secretary of state for .*`), "under secretary of state"},
	{position(`(vice|deputy) (foreign minister|minister of foreign affairs)`), "deputy foreign minister"},
	{position(`minister of state for foreign affairs`), "deputy foreign minister"},
	{position(`(federal )?minister (of|for) (national )?defen[cs]e( and armed forces logistics)?`), "defense minister"},
	{position(`secretary of (state for )?(national )?defen[cs]e`), "defense secretary"},
	{position(`(federal )?minister (of|for) finance`), "finance minister"},
	{position(`secretary of the treasury`), "treasury secretary"},
	{position(`minister (of|for) (international )?trade( and industry)?|minister of trade, industry and energy|minister of economy, trade and industry|secretary of trade and industry|secretary of state for international trade|minister of foreign trade|minister of commerce`), "trade minister"},
	{position(`united states trade representative`), "trade representative"},
	{position(`(vice|deputy) (premier|prime minister)( of the state council)?|first deputy prime minister`), "deputy prime minister"},
	{position(`vice president`), "vice president"},
	{position(`national security advisor|director of the national security office|secretary of the (supreme national )?security council|secretary of the national security and defense council`), "national security adviser"},
	{position(`deputy chairman of the security council`), "national security adviser"},
	{position(`chief cabinet secretary`), "chief cabinet secretary"},
	{position(`minister of reunification`), "unification minister"},
	{position(`secretary of state for the home department`), "home secretary"},
	{position(`director of the national intelligence service|director of the federal security service|director of the foreign intelligence service|director of national intelligence|head of the foreign intelligence service|head of the security service|director general of inter-services intelligence|minister of state security`), "intelligence chief"},
	{position(`chairman of the joint chiefs( of staff)?|chief of army staff|chief of the general staff|chief of defence staff|chief of the army staff|chief of the defence force|chief of the defence staff|chief of general staff|supreme commander-in-chief of the armed forces|chief of the joint staff`), "military chief"},
	{position(`(foreign ministry|presidential) spoke(sperson|person)`), "spokesperson"},
	{position(`foreign secretary`), "deputy foreign minister"},
	{position(`(ambassador|permanent representative) to the united nations`), "ambassador to the united nations"},
	{position(`ambassador to (the )?(united states( of america)?|united kingdom|people's republic of china|china|russian federation|russia|japan|south korea|israel|iran|iraq|syria|afghanistan|pakistan|india|ukraine|germany|france|turkey|saudi arabia|european union|holy see)`), "ambassador"},
	{position(`permanent representative to nato`), "ambassador"},
	{position(`speaker of the (house of representatives|national assembly|lok sabha)|chairman of the (state duma|federation council|national assembly|supreme people's assembly)|president of the presidium of the supreme people's assembly`), "speaker"},
	{position(`white house chief of staff|chief of staff to the president|chief of staff of the presidential executive office|head of the office of the president`), "chief of staff"},
	{position(`chair of the federal reserve`), "central bank governor"},
	{position(`attorney general`), "attorney general"},
	{position(`leader of the opposition`), "opposition leader"},
}

func position(pattern string) *regexp.Regexp { return regexp.MustCompile(`^(?i:` + pattern + `)$`) }

func office(position string) string {
	for _, p := range positions {
		if p.re.MatchString(position) {
			return p.office
		}
	}
	return ""
}

// holders reads the national offices of holders/*.csv.
func holders(facts string, _ *names) ([]term, error) {
	var out []term
	for _, f := range holderFiles {
		file := filepath.Join(facts, "holders", f.file+".holders21.csv")
		rows, err := readCSV(file)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			o, name := office(r["position"]), strings.TrimSpace(r["person"])
			if f.of == "IND" && r["position"] == "Minister of Foreign Affairs" {
				o = "deputy foreign minister" // the extract calls India's foreign secretaries so
			}
			if o == "" || r["start"] == "" || name == "" || strings.HasPrefix(name, "Q1") {
				continue
			}
			if i := strings.Index(name, " ("); i > 0 {
				name = name[:i]
			}
			name = trimPeer(name)
			out = append(out, term{name, surnameOf(name, f.surnameFirst), o, f.of, r["start"], r["end"]})
		}
	}
	return append(out, unLeaders(facts)...), nil
}

// unLeaders reads the heads of the United Nations and of the WTO.
func unLeaders(facts string) []term {
	rows, err := readCSV(filepath.Join(facts, "holders", "world.holders21.csv"))
	if err != nil {
		return nil
	}
	var out []term
	for _, r := range rows {
		t := term{name: r["person"], from: r["start"], to: r["end"]}
		switch r["position"] {
		case "Secretary-General of the United Nations":
			t.office, t.of = "secretary-general", "UNO"
		case "Deputy Secretary-General of the United Nations":
			t.office, t.of = "deputy secretary-general", "UNO"
		case "President of the United Nations General Assembly":
			t.office, t.of = "organisation president", "UNO"
		case "Director-General of the World Trade Organization":
			t.office, t.of = "director-general", "IGO:wto"
		default:
			continue
		}
		if t.from != "" {
			t.surname = surnameOf(t.name, t.name == "Ban Ki-moon")
			out = append(out, t)
		}
	}
	return out
}

// trimPeer takes a British peerage off a name: "David Owen, Baron Owen".
func trimPeer(name string) string {
	name, _, _ = strings.Cut(name, ", ")
	return trimTitle(name)
}

// surnameOf finds the surname: the first word, or the last that is no "III".
func surnameOf(name string, first bool) string {
	words := strings.Fields(name)
	if first && strings.Contains(name, " ") {
		return words[0]
	}
	last := len(words) - 1
	for last > 0 && (roman(words[last]) || words[last] == "Jr." || words[last] == "Sr." || words[last] == "Jr") {
		last--
	}
	for last > 0 {
		switch strings.ToLower(words[last-1]) {
		case "al", "el", "de", "van", "von", "del", "da", "le", "bin", "ben":
			last--
			continue
		}
		break
	}
	return strings.Join(words[last:], " ")
}

// readCSV reads a file with a line of column names into rows by column.
func readCSV(file string) ([]map[string]string, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("read facts: %w", err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	all, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("read facts: %s: %w", file, err)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("read facts: %s: no lines", file)
	}
	var out []map[string]string
	for _, cells := range all[1:] {
		row := make(map[string]string, len(cells))
		for i, c := range cells {
			if i < len(all[0]) {
				row[all[0][i]] = c
			}
		}
		out = append(out, row)
	}
	return out, nil
}
