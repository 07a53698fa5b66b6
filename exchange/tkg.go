package exchange

import (
	"bufio"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"entente/calendar"
	"entente/plover"
)

// TKGRow is one event of a temporal knowledge graph between two countries.
type TKGRow struct {
	Day                    calendar.Day
	Source, Target         string // alpha-3, never the same
	CAMEO                  string
	Type                   plover.Type // "" for CAMEO 01 and 02, which count as contact only
	Mode                   string
	Quad                   plover.Quad // 0 without a type
	Score                  float64     // PLOVER's; 0 without a type
	SourceName, TargetName string      // as the set has them
	Relation               string      // CAMEO's label
	Line                   int         // in the file, from 1
}

// TKG reads a data set in the form of the literature on temporal knowledge
// graphs (ICEWS14, ICEWS18, ICEWS05-15): numbers for entities, relations and
// hours, with files that name them.
type TKG struct {
	dir       string
	begins    calendar.Day
	entities  []tkgEntity
	relations []tkgRelation
}

type tkgEntity struct{ name, country string }

type tkgRelation struct {
	name string
	code plover.Code
}

// tkgBegins gives the day of hour 0 by the name of a set's folder.
var tkgBegins = map[string]calendar.Day{
	"icews14":   calendar.DayOn(2014, time.January, 1),
	"icews18":   calendar.DayOn(2018, time.January, 1),
	"icews0515": calendar.DayOn(2005, time.January, 1),
}

// OpenTKG reads what the numbers of a set mean: entity2id.txt and
// relation2id.txt in dir, relation_cameo.tsv there or in the folder above.
// An entity that is no country and has none in parentheses after its sector
// belongs to none. A folder with another name than the known sets begins on 2005-01-01.
func OpenTKG(dir string) (*TKG, error) {
	t := &TKG{dir: dir, begins: tkgBegins["icews0515"]}
	if day, ok := tkgBegins[filepath.Base(filepath.Clean(dir))]; ok {
		t.begins = day
	}
	codes, err := tkgCodes(dir)
	if err != nil {
		return nil, err
	}
	err = numbered(filepath.Join(dir, "entity2id.txt"), func(name string, id int) error {
		t.entities = slices.Grow(t.entities, max(0, id+1-len(t.entities)))[:max(len(t.entities), id+1)]
		t.entities[id] = tkgEntity{name, countryOf(name)}
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = numbered(filepath.Join(dir, "relation2id.txt"), func(name string, id int) error {
		code, ok := codes[strings.ToLower(name)]
		if !ok {
			return fmt.Errorf("relation %q has no code in relation_cameo.tsv", name)
		}
		known, ok := plover.CAMEO(code)
		if !ok {
			return fmt.Errorf("relation %q has the code %s, which CAMEO has not", name, code)
		}
		t.relations = slices.Grow(t.relations, max(0, id+1-len(t.relations)))[:max(len(t.relations), id+1)]
		t.relations[id] = tkgRelation{name, known}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return t, nil
}

// tkgCodes reads CAMEO's codes by the lower-case names of relations.
func tkgCodes(dir string) (map[string]string, error) {
	path := filepath.Join(dir, "relation_cameo.tsv")
	if _, err := os.Stat(path); err != nil {
		path = filepath.Join(dir, "..", "relation_cameo.tsv")
	}
	codes := map[string]string{}
	err := eachLine(path, func(n int, line string) error {
		cells := strings.Split(line, "\t")
		if len(cells) < 2 {
			return fmt.Errorf("want the columns name and cameo")
		}
		codes[strings.ToLower(cells[0])] = cells[1]
		return nil
	})
	return codes, err
}

// numbered reads lines of a name (underscores may stand for blanks), a
// tabulator and a number.
func numbered(path string, add func(name string, id int) error) error {
	return eachLine(path, func(n int, line string) error {
		name, number, ok := strings.Cut(line, "\t")
		id, err := strconv.Atoi(strings.TrimSpace(number))
		if !ok || err != nil || id < 0 || id > 1<<20 {
			return fmt.Errorf("want a name, a tabulator and a number, got %q", line)
		}
		return add(strings.ReplaceAll(name, "_", " "), id)
	})
}

// eachLine calls do for each line that is not empty, lines counted from 1.
func eachLine(path string, do func(n int, line string) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimRight(lines.Text(), "\r ")
		if line == "" {
			continue
		}
		if err := do(n, line); err != nil {
			return fmt.Errorf("%s line %d: %w", path, n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// countryOf gives the country of an entity: "Japan", or the name in the last
// parentheses: "Armed Gang (Palestinian Territory, Occupied)".
func countryOf(name string) string {
	if code, ok := countryNamed(name); ok {
		return code
	}
	open := strings.LastIndexByte(name, '(')
	if open < 0 || !strings.HasSuffix(name, ")") {
		return ""
	}
	code, _ := countryNamed(name[open+1 : len(name)-1])
	return code
}

// Read gives the events between two countries of one file of the set
// ("train.txt"), by day and line, and how many rows have a side that belongs
// to no country or both sides in one.
func (t *TKG) Read(file string) (rows []TKGRow, leftOut int, err error) {
	path := filepath.Join(t.dir, file)
	err = eachLine(path, func(n int, line string) error {
		var cells [4]int
		rest := line
		for i := range cells {
			var cell string
			cell, rest, _ = strings.Cut(rest, "\t")
			if cells[i], err = strconv.Atoi(cell); err != nil || cells[i] < 0 {
				return fmt.Errorf("want numbers of subject, relation, object and hour, got %q", line)
			}
		}
		if max(cells[0], cells[2]) >= len(t.entities) || cells[1] >= len(t.relations) {
			return fmt.Errorf("a number without a name in entity2id.txt or relation2id.txt: %q", line)
		}
		from, to, r := t.entities[cells[0]], t.entities[cells[2]], t.relations[cells[1]]
		if from.country == "" || to.country == "" || from.country == to.country {
			leftOut++
			return nil
		}
		rows = append(rows, TKGRow{
			Day: t.begins + calendar.Day(cells[3]/24), Source: from.country, Target: to.country,
			CAMEO: r.code.Code, Type: r.code.Type, Mode: r.code.Mode, Quad: r.code.Type.Quad(), Score: r.code.Type.Score(r.code.Mode),
			SourceName: from.name, TargetName: to.name, Relation: r.name, Line: n,
		})
		return nil
	})
	if err != nil {
		return nil, 0, err
	}
	slices.SortStableFunc(rows, func(x, y TKGRow) int { return cmp.Compare(x.Day, y.Day) })
	return rows, leftOut, nil
}
