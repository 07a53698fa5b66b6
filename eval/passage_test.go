package eval

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/article"
	"entente/plover"
	"entente/record"
)

// person is an actor of a country; "" where it belongs to none.
func person(id, country string) record.Participant {
	p := record.Participant{ID: id, Name: id}
	if country != "" {
		p.Country = &country
	}
	return p
}

func act(cameo, aux string, actors, recipients []record.Participant) record.Event {
	c, _ := plover.CAMEO(cameo)
	return record.Event{Type: string(c.Type), CAMEO: &cameo, Quad: int(c.Type.Quad()), Aux: aux, Actors: actors, Recipients: recipients, Confidence: 0.8, Rule: "rule"}
}

func people(ids ...string) []record.Participant {
	var out []record.Participant
	for _, id := range ids {
		if kind, country, ok := strings.Cut(id, "/"); ok {
			out = append(out, person(kind, country))
		} else if len(id) == 3 && id != "UNO" && id != "EUR" {
			out = append(out, person(id, id))
		} else {
			out = append(out, person(id, ""))
		}
	}
	return out
}

func TestEventsBecomeTriples(t *testing.T) {
	accusation := act("112", "", people("NOR"), people("SWE"))
	reported := act("190", "", people("SWE"), people("DNK"))
	norway := person("NOR", "NOR")
	reported.Speaker = &norway
	tests := []struct {
		name   string
		events []record.Event
		want   string
	}{
		{"an act goes from source to target", []record.Event{act("072", "", people("NOR"), people("SWE"))}, "NOR SWE 07/2"},
		{"lists are expanded to pairs", []record.Event{act("173", "", people("NOR"), people("PER:a/SWE", "PER:b/DNK"))}, "NOR DNK 17/4, NOR SWE 17/4"},
		{"a reciprocal event goes both ways", []record.Event{act("040", "", people("NOR", "SWE"), nil)}, "NOR SWE 04/1, SWE NOR 04/1"},
		{"actors of no country go by their kind", []record.Event{act("120", "", people("UNO"), people("REB:x"))}, "IGO --- 12/3"},
		{"an appeal is none", []record.Event{act("020", "", people("NOR"), people("SWE"))}, "nothing"},
		{"what did not happen is none", []record.Event{act("190", "negation", people("NOR"), people("SWE"))}, "nothing"},
		{"what is to come is one", []record.Event{act("042", "future", people("NOR"), people("SWE"))}, "NOR SWE 04/1"},
		{"an act told by its accuser is the accusation alone", []record.Event{accusation, reported}, "NOR SWE 11/3"},
	}
	for _, test := range tests {
		if got := listTriples(foundTriples(&record.Record{Events: test.events})); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}

func TestOneEventDecidesTheQuadOfASentence(t *testing.T) {
	later := act("190", "future", people("NOR"), people("SWE"))
	said := act("190", "", people("NOR"), people("SWE"))
	norway := person("NOR", "NOR")
	said.Speaker = &norway
	tests := []struct {
		name   string
		events []record.Event
		want   string
	}{
		{"nothing is 0", nil, "0"},
		{"an appeal is 0", []record.Event{act("020", "", people("NOR"), people("SWE"))}, "0"},
		{"a sanction is 3", []record.Event{act("163", "", people("NOR"), people("SWE"))}, "3"},
		{"what happened goes before what will", []record.Event{later, act("040", "", people("NOR", "SWE"), nil)}, "1"},
		{"the writer's report goes before somebody's", []record.Event{said, act("070", "", people("NOR"), people("SWE"))}, "2"},
		{"what is only imagined is none", []record.Event{act("190", "hypothetical", people("NOR"), people("SWE"))}, "0"},
	}
	for _, test := range tests {
		if got := mainQuad(&record.Record{Events: test.events}); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}

func TestAnEventJoinsTwoPartiesInAnyRolesButTwoRecipients(t *testing.T) {
	item := tieItem{sides: [2]map[string]bool{{"NOR": true}, {"EUR": true}}}
	tests := []struct {
		name               string
		actors, recipients []record.Participant
		want               bool
	}{
		{"one does it to the other", people("NOR"), people("EUR"), true},
		{"both do it", people("PER:x/NOR", "EUR"), nil, true},
		{"both suffer it", people("SWE"), people("NOR", "EUR"), false},
		{"one is not there", people("NOR"), people("SWE"), false},
	}
	for _, test := range tests {
		e := act("040", "", test.actors, test.recipients)
		if got := item.joinedBy(&e); got != test.want {
			t.Errorf("%s: got %v", test.name, got)
		}
	}
}

func TestFaultyLinesAreNamed(t *testing.T) {
	idle := func() Code { return func(*article.Article) *record.Record { return &record.Record{} } }
	tests := []struct {
		name, content, want string
		measure             func(path string) error
	}{
		{"a quad beyond 4", "quad\tsentence\n7\tNorway met Sweden.\n", "line 2: want a quad from 0 to 4",
			func(path string) error { _, err := MeasureQuads(path, idle); return err }},
		{"a triple without a code", "{\"sentence\":\"Norway met Sweden.\",\"triples\":[[\"NOR\",\"SWE\",\"\"]]}\n", "line 1: \"\" is no CAMEO code",
			func(path string) error { _, err := MeasureTriples(path, idle); return err }},
		{"a party that nobody knows", "{\"date\":\"2015-01-02\",\"tie\":[\"Norway\",\"Ruritania\"],\"text\":\"They met.\"}\n", "line 1: \"Ruritania\" is in no table of the atlas",
			func(path string) error { _, err := MeasureTies(path, "", idle); return err }},
	}
	for _, test := range tests {
		path := filepath.Join(t.TempDir(), "set")
		if err := os.WriteFile(path, []byte(test.content), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := test.measure(path); err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: error %v; want file and %q", test.name, err, test.want)
		}
	}
}

func TestReportsOfSportAreTakenByTheirHeadings(t *testing.T) {
	path := filepath.Join(t.TempDir(), "chronicle.jsonl")
	content := `{"date":"2016-01-02","items":[["Sports","Norway beat Sweden 2-1."],["Sports","Norway won."],["Law, crime and accidents","Norway sued Sweden."],["Disasters and accidents","A Danish ferry sank off Finland's coast."]]}`
	if err := os.WriteFile(path, []byte(content+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	ties := filepath.Join(t.TempDir(), "ties.jsonl")
	if err := os.WriteFile(ties, []byte(`{"date":"2016-01-02","tie":["Norway","Sweden"],"text":"Norway met Sweden."}`+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	joins := func() Code {
		return func(*article.Article) *record.Record {
			return &record.Record{Events: []record.Event{act("040", "", people("NOR", "SWE"), nil)}}
		}
	}
	m, err := MeasureTies(ties, path, joins)
	if err != nil {
		t.Fatal(err)
	}
	var table bytes.Buffer
	if err := m.Write(&table); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"recall           1.000 (1 of 1", "false joins      1.000 (2 of 2"} {
		if !strings.Contains(table.String(), want) {
			t.Errorf("want %q in\n%s", want, &table)
		}
	}
}
