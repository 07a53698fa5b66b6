package exchange

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"entente/calendar"
	"entente/plover"
)

// aSet writes a set of that name and gives its folder.
func aSet(t *testing.T, name string, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), name)
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for file, text := range files {
		if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func tinySet() map[string]string {
	return map[string]string{
		"../relation_cameo.tsv": "name\tcameo\troot\tquad\tgoldstein\nConsult\t040\t04\t1\t1\nMake statement\t010\t01\t1\t0\nCriticize or denounce\t111\t11\t3\t-2\n",
		"entity2id.txt":         "Japan\t0\nSouth_Korea\t1\nArmed Gang (Palestinian Territory, Occupied)\t2\nBarack Obama\t3\nMilitary (Japan)\t4\n",
		"relation2id.txt":       "Consult\t0\nMake_statement\t1\nCriticize or denounce\t2\n",
		"train.txt":             "1\t2\t4\t48\t-1\n0\t0\t1\t24\t-1\n2\t1\t1\t24\t-1\n3\t0\t0\t24\t-1\n0\t0\t4\t24\t-1\n",
	}
}

func TestRowsBetweenCountriesAreRead(t *testing.T) {
	set, err := OpenTKG(aSet(t, "icews14", tinySet()))
	if err != nil {
		t.Fatal(err)
	}
	rows, leftOut, err := set.Read("train.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 3 || leftOut != 2 {
		t.Fatalf("%d rows, %d left out, want 3 and 2: %+v", len(rows), leftOut, rows)
	}
	first := calendar.DayOn(2014, time.January, 2)
	if r := rows[0]; r.Day != first || r.Source != "JPN" || r.Target != "KOR" || r.Type != plover.Consult || r.Score != 2.5 || r.Quad != 1 || r.Line != 2 {
		t.Errorf("a consultation: %+v", r)
	}
	if r := rows[1]; r.Source != "PSE" || r.Type != "" || r.Score != 0 || r.Quad != 0 || r.CAMEO != "010" {
		t.Errorf("a statement: %+v", r)
	}
	if r := rows[2]; r.Day != first+1 || r.Source != "KOR" || r.Target != "JPN" || r.Quad != plover.VerbalConflict || r.TargetName != "Military (Japan)" {
		t.Errorf("a rebuke: %+v", r)
	}
}

func TestWhatCannotBeReadIsToldWithItsLine(t *testing.T) {
	for _, c := range []struct{ file, text, want string }{
		{"entity2id.txt", "Japan\n", "entity2id.txt line 1: want a name, a tabulator and a number"},
		{"relation2id.txt", "Consult\t0\nWave\t1\n", `relation2id.txt line 2: relation "Wave" has no code`},
		{"relation_cameo.tsv", "name\tcameo\nConsult\t990\n", `relation "Consult" has the code 990`},
		{"relation_cameo.tsv", "Consult\n", "relation_cameo.tsv line 1: want the columns"},
		{"train.txt", "0\t0\tx\t24\t-1\n", "train.txt line 1: want numbers"},
		{"train.txt", "0\t0\t1\t24\t-1\n0\t0\t99\t24\t-1\n", "train.txt line 2: a number without a name"},
	} {
		files := tinySet()
		files[c.file] = c.text
		set, err := OpenTKG(aSet(t, "icews14", files))
		if err == nil {
			_, _, err = set.Read("train.txt")
		}
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %q: got %v, want %s", c.file, c.text, err, c.want)
		}
	}
	if _, err := OpenTKG(t.TempDir()); err == nil {
		t.Error("an empty folder is no error")
	}
}

func FuzzTKG(f *testing.F) {
	f.Add("Japan\t0\n", "Consult\t0\n", "0\t0\t0\t24\t-1\n")
	f.Add("a_(Japan)\t7\n", "consult\t3\n", "7\t3\t7\t-24\n")
	f.Fuzz(func(t *testing.T, entities, relations, rows string) {
		set, err := OpenTKG(aSet(t, "icews14", map[string]string{
			"relation_cameo.tsv": "Consult\t040\n", "entity2id.txt": entities, "relation2id.txt": relations, "train.txt": rows,
		}))
		if err == nil {
			set.Read("train.txt")
		}
	})
}
