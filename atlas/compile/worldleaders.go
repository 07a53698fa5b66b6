package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// cabinetOffices are the offices of world_leaders_2019.tsv that matter to
// diplomacy, by words of the office; the first that fits counts.
var cabinetOffices = []struct{ begins, contains, office string }{
	{"Minister", "Foreign", "foreign minister"},
	{"Minister", "External", "foreign minister"},
	{"Secretary of Foreign Affairs", "", "foreign secretary"},
	{"Sec. of State for Foreign", "", "foreign secretary"},
	{"Secretary for Foreign", "", "foreign secretary"},
	{"Minister", "Defense", "defense minister"},
	{"Minister of Finance", "", "finance minister"},
	{"Minister of Economy & Finance", "", "finance minister"},
	{"Minister of Interior", "", "interior minister"},
	{"Minister of the Interior", "", "interior minister"},
	{"Ambassador to the US", "", "ambassador"},
	{"Permanent Representative to the UN, New York", "", "ambassador to the united nations"},
	{"Deputy Prime Minister", "", "deputy prime minister"},
	{"Vice President", "", "vice president"},
	{"President", "", "president"},
	{"Prime Minister", "", "prime minister"},
	{"King", "", "king"},
}

// worldLeaders reads the cabinets of 2019. The source tells no dates, so each
// term is the year 2019.
func worldLeaders(facts string, ids *names) ([]term, error) {
	file := filepath.Join(facts, "world_leaders_2019.tsv")
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("read world leaders: %w", err)
	}
	defer f.Close()
	var out []term
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		r := strings.Split(lines.Text(), "\t")
		if n == 1 || len(r) != 4 {
			continue
		}
		of, o := ids.id(r[0]), cabinetOffice(r[2])
		if of == "" {
			of = ids.ids[strings.ToLower(r[1])]
		}
		name := trimTitle(strings.TrimSpace(r[3]))
		if of == "" || o == "" || name == "" || strings.Contains(name, "(Acting)") || strings.ContainsAny(name, ",;") {
			continue
		}
		name, surname := shouted(name)
		if strings.Contains(name, " ") && !strings.Contains(name, "(") {
			out = append(out, term{name, surname, o, of, "2019", "2019"})
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read world leaders: %s: %w", file, err)
	}
	return out, nil
}

func cabinetOffice(office string) string {
	for _, c := range cabinetOffices {
		exact := c.contains == "" && office == c.begins
		if exact || c.contains != "" && strings.HasPrefix(office, c.begins) && strings.Contains(office, c.contains) && !strings.Contains(office, "State for") {
			return c.office
		}
	}
	return ""
}
