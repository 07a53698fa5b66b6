package eval

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const whole = `{
 "article": "a.txt", "published": null, "here": "Seoul, KOR",
 "events": [{"id": "e1", "must": true, "types": ["AGREE"], "actors": ["KOR", "JPN"], "recipients": [], "aux": "", "date": null, "evidence": "agreed"}],
 "never": [{"why": "no war", "types": ["ASSAULT"]}],
 "statements": [{"speaker": "Cho", "country": "KOR", "direct": true, "starts": "We are", "about": []}],
 "mechanisms": [{"name": "talks", "parties": ["JPN", "KOR"], "status": "held"}],
 "conditions": [{"on": [], "connective": "if", "action": "asked", "outcome": "it goes"}],
 "watch": [],
 "assessments": [{"parties": ["JPN", "KOR"], "level": "warm", "evidence": "warm"}]
}`

func TestGoldErrorsNameFileLineAndField(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"whole", "", "", ""},
		{"broken JSON", `"here": "Seoul, KOR",`, `"here": "Seoul, KOR"`, "g.json: line 3: "},
		{"unknown field", `"must"`, `"mist"`, `unknown field "mist"`},
		{"wrong kind of value", `"must": true`, `"must": "yes"`, "events.must is a string; want a bool"},
		{"unknown type", `["AGREE"]`, `["AGREED"]`, `events[0] (e1): types: "AGREED"; want one of AGREE`},
		{"no type", `["AGREE"]`, `[]`, "events[0] (e1): types: empty"},
		{"unknown aux", `"aux": ""`, `"aux": "past"`, `events[0] (e1): aux: "past"`},
		{"no date", `"date": null, `, ``, "events[0] (e1): date: missing"},
		{"half a date", `"date": null`, `"date": ["2015-01-01"]`, "date: "},
		{"no day", `"date": null`, `"date": ["2015-02-30", "2015-03-01"]`, `"2015-02-30" is no day`},
		{"backwards", `"date": null`, `"date": ["2015-03-02", "2015-03-01"]`, "ends before it begins"},
		{"a list left out", `"watch": [],`, ``, "watch: missing"},
		{"article elsewhere", `"a.txt"`, `"../a.txt"`, "article: "},
		{"never without type", `["ASSAULT"]`, `[]`, "never[0] (no war): types: empty"},
		{"status", `"held"`, `"done"`, "mechanisms[0] (talks): status: "},
		{"assessment of nothing", `"level": "warm", `, ``, "assessments[0]: level or direction"},
		{"statement without words", `"We are"`, `" "`, "statements[0]: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "g.json")
			write(t, path, strings.Replace(whole, c.old, c.new, 1))
			_, err := ReadGold(path)
			switch {
			case c.want == "" && err != nil:
				t.Fatal(err)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "g.json")):
				t.Errorf("error %v; want the file and %q", err, c.want)
			}
		})
	}
}

func TestFindTakesGoldFilesAndPassesOthersOver(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"gold.json": whole, "a.txt": "A", "sub/x.gold.json": whole, "sub/a.txt": "A",
		"other.json": `{"articles": 3}`, "list.json": `[1]`, "record.json": `{"article": {"id": "1"}}`, "lines.json": "{}\n{}",
	} {
		write(t, filepath.Join(dir, name), content)
	}
	got, err := Find(dir)
	want := []string{filepath.Join(dir, "gold.json"), filepath.Join(dir, "sub/x.gold.json")}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("found %v, %v; want %v", got, err, want)
	}
}

func TestFindTellsWhatIsMissing(t *testing.T) {
	for _, c := range []struct{ name, file, content, want string }{
		{"nothing there", "readme.txt", "", "there are none"},
		{"article missing", "x.gold.json", whole, "a.txt"},
		{"no article named", "gold.json", `{}`, "article: missing"},
		{"broken", "gold.json", "{\n\n!", "line 3"},
	} {
		dir := t.TempDir()
		write(t, filepath.Join(dir, c.file), c.content)
		if _, err := Find(dir); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v; want %q", c.name, err, c.want)
		}
	}
}

func TestThePageTellsItsPublicationBeforeTheAnnotator(t *testing.T) {
	const dated = "Talks held\n\nPublished : April 17, 2015 - 09:19\n\nSEOUL, April 16 (Yonhap) -- They met on Thursday and agreed on many things.\n"
	const undated = "Talks held\n\nThey met on Thursday and agreed on many things.\n"
	for _, c := range []struct{ name, page, published, want, here string }{
		{"the page's own answer wins", dated, `"2001-01-01"`, "2015-04-17T09:19:00", "Seoul"},
		{"the annotation fills the gap", undated, `"2015-04-17"`, "2015-04-17", "Busan, KOR"},
		{"unknown stays unknown", undated, `null`, "", "Busan, KOR"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, filepath.Join(dir, "a.txt"), c.page)
			gold := strings.Replace(strings.Replace(whole, "null", c.published, 1), "Seoul, KOR", "Busan, KOR", 1)
			write(t, filepath.Join(dir, "gold.json"), gold)
			g, err := ReadGold(filepath.Join(dir, "gold.json"))
			if err != nil {
				t.Fatal(err)
			}
			a, err := g.Read()
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(a.Published.String(), c.want) || c.want == "" && !a.Published.IsZero() || !strings.EqualFold(a.Here, c.here) {
				t.Errorf("published %q here %q; want %q %q", a.Published, a.Here, c.want, c.here)
			}
		})
	}
}

func FuzzGold(f *testing.F) {
	f.Add([]byte(whole))
	f.Add([]byte(`{"events":[{"date":[]}]}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if g, err := parseGold("gold.json", raw); (g == nil) == (err == nil) {
			t.Errorf("annotation %v, error %v", g, err)
		}
	})
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}
