package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"entente/record"
)

var update = flag.Bool("update", false, "rewrite the expected outputs in the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"entente": main})
}

// TestScripts runs the whole program as a user does: every script under
// testdata/script, with the extra commands
//
//	code N COMMAND…  run the command, whose exit code must be N
//	records N        the standard output is N records of the documented shape
//	width N          no line of the standard output has more than N characters
//	serve, fetch, stopserve   see serve_test.go
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Setup: func(env *testscript.Env) error {
			articles, err := filepath.Abs("../../testdata/articles")
			env.Setenv("ARTICLES", articles)
			env.Values[serverKey{}] = new(*server)
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code":    code,
			"records": records,
			"width":   width,

			"serve": serve, "fetch": fetch, "stopserve": stopserve,
		},
	})
}

func code(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Check(err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

func records(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(strings.Join(args, ""))
	ts.Check(err)
	lines := bufio.NewScanner(strings.NewReader(ts.ReadFile("stdout")))
	lines.Buffer(nil, 1<<20)
	n := 0
	for ; lines.Scan(); n++ {
		dec := json.NewDecoder(bytes.NewReader(lines.Bytes()))
		dec.DisallowUnknownFields()
		var r record.Record
		ts.Check(dec.Decode(&r))
		if bytes.Contains(lines.Bytes(), []byte(`\u003c`)) {
			ts.Fatalf("line %d escapes HTML", n+1)
		}
		checkShape(ts, lines.Bytes())
	}
	ts.Check(lines.Err())
	if n != want {
		ts.Fatalf("%d records, want %d", n, want)
	}
}

// checkShape demands that no list is null and no named field is missing.
func checkShape(ts *testscript.TestScript, line []byte) {
	var top map[string]json.RawMessage
	ts.Check(json.Unmarshal(line, &top))
	fields := map[string]string{
		"countries":    "country weight mentions",
		"events":       "id type mode contexts aux cameo quad score actors recipients date place sentence trigger evidence speaker rule confidence",
		"statements":   "speaker text direct cue start end about contexts stance date sentence",
		"attributions": "source speaker cue content quoted sentence",
		"mechanisms":   "id name kind level parties status gap_years cadence place date sentence",
		"conditions":   "on connective action outcome sentence",
		"watch":        "what actors recipients date gauge_of sentence",
		"assessments":  "parties level direction by context sentence",
		"sentences":    "start end",
	}
	lists := map[string]bool{"content": true, "contexts": true, "actors": true, "recipients": true, "evidence": true, "about": true, "parties": true, "on": true, "gauge_of": true}
	for kind, names := range fields {
		var items []map[string]json.RawMessage
		if string(top[kind]) == "null" || top[kind] == nil {
			ts.Fatalf("%s is null or missing", kind)
		}
		ts.Check(json.Unmarshal(top[kind], &items))
		for _, item := range items {
			for _, name := range strings.Fields(names) {
				value, ok := item[name]
				if !ok || lists[name] && string(value) == "null" {
					ts.Fatalf("%s: %s is missing, or null though a list: %s", kind, name, item)
				}
			}
		}
	}
}

func width(ts *testscript.TestScript, _ bool, args []string) {
	limit, err := strconv.Atoi(strings.Join(args, ""))
	ts.Check(err)
	for i, line := range strings.Split(ts.ReadFile("stdout"), "\n") {
		if n := len([]rune(line)); n > limit {
			ts.Fatalf("line %d has %d characters: %s", i+1, n, line)
		}
	}
}
