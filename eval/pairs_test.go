package eval

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/article"
	"entente/record"
)

const pairsHead = "id\ttype\tquad\tsentence\tmarked\n"

func TestMarksAreTakenOutAndKeptAsSpans(t *testing.T) {
	for _, c := range []struct{ name, marked, text, source, target string }{
		{"plain", "<s>Peru</s> sued <t>Chile</t>.", "Peru sued Chile.", "Peru", "Chile"},
		{"target first", "<t>Chile</t> was sued by <s>Peru</s>.", "Chile was sued by Peru.", "Peru", "Chile"},
		{"possessive", "<s>Oslo</s> praised <t>Kyiv</t>'s plan.", "Oslo praised Kyiv's plan.", "Oslo", "Kyiv"},
		{"no source", "Rain fell on <t>Lima</t>.", "Rain fell on Lima.", "", "Lima"},
		{"not closed", "<s>Peru sued <t>Chile</t>.", "Peru sued Chile.", "", "Chile"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, s, g := unmark(c.marked)
			if text != c.text || text[s.Start:s.End] != c.source || text[g.Start:g.End] != c.target {
				t.Errorf("%q, %q, %q", text, text[s.Start:s.End], text[g.Start:g.End])
			}
		})
	}
}

func TestPairsThatCannotBeReadNameFileAndLine(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"no such column", "id\ttype\n", `line 1: no column "quad"`},
		{"id", pairsHead + "x\tAGREE\t1\ta\ta\n", `line 2: id "x" is no number`},
		{"type", pairsHead + "1\tAGREE\t1\ta\ta\n2\tLIKE\t1\ta\ta\n", `line 3: type "LIKE"; want one of AGREE`},
		{"quad", pairsHead + "1\tAGREE\t5\ta\ta\n", `line 2: quad "5"; want 1 to 4`},
		{"short row", pairsHead + "1\tAGREE\n", "wrong number of fields"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "pairs.tsv")
			write(t, path, c.content)
			if _, err := ReadPairs(path); err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), path) {
				t.Errorf("error %v; want the file and %q", err, c.want)
			}
		})
	}
}

// joins makes a coder that joins the first two given participants.
func joins(events ...record.Event) NewCode {
	return func() Code {
		return func(a *article.Article) *record.Record { return &record.Record{Events: events} }
	}
}

func joined(typ, aux string, confidence float64, rule string, actors, recipients []string) record.Event {
	e := record.Event{Type: typ, Aux: aux, Confidence: confidence, Rule: rule}
	for _, id := range actors {
		e.Actors = append(e.Actors, record.Participant{ID: id})
	}
	for _, id := range recipients {
		e.Recipients = append(e.Recipients, record.Participant{ID: id})
	}
	return e
}

func TestTheEventBetweenThePairGivesTheType(t *testing.T) {
	source, target := []string{"GIVEN:0"}, []string{"GIVEN:1"}
	both := []string{"GIVEN:0", "GIVEN:1"}
	for _, c := range []struct {
		name   string
		events []record.Event
		want   string
	}{
		{"none", nil, none},
		{"of others", []record.Event{joined("AID", "", 1, "", source, []string{"USA"})}, none},
		{"the other way round", []record.Event{joined("AID", "", 1, "", target, source)}, none},
		{"from one to the other", []record.Event{joined("AID", "", 1, "", source, target)}, "AID"},
		{"of both", []record.Event{joined("CONSULT", "", 1, "", both, nil)}, "CONSULT"},
		{"yielding", []record.Event{joined("RETREAT", "", 1, "", source, target)}, yield},
		{"told as happened before the rest", []record.Event{joined("AID", "hypothetical", 0.9, "", source, target), joined("AGREE", "", 0.5, "", source, target)}, "AGREE"},
		{"the surest", []record.Event{joined("AID", "", 0.5, "", source, target), joined("AGREE", "", 0.6, "", source, target)}, "AGREE"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := labelOf(between(c.events, "GIVEN:0", "GIVEN:1")); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestPairFiguresCountWhatTheyAreSaidToCount(t *testing.T) {
	pairs := []Pair{
		{ID: 1, Type: "AID", Quad: 2, Sentence: "Peru aided Chile.", Source: article.Span{Start: 0, End: 4}, Target: article.Span{Start: 11, End: 16}},
		{ID: 4, Type: "AGREE", Quad: 1, Sentence: "Peru aided Chile.", Source: article.Span{Start: 0, End: 4}, Target: article.Span{Start: 11, End: 16}},
	}
	r := Pairs(pairs, joins(joined("AID", "", 1, "aid.tsv:1", []string{"GIVEN:0"}, []string{"GIVEN:1"})))
	var out bytes.Buffer
	if err := r.WriteJSON(&out); err != nil {
		t.Fatal(err)
	}
	var got map[string]float64
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	// AID: precision 1/2, recall 1; AGREE nothing found; quads alike.
	for key, want := range map[string]float64{"type_macro_f1": 0.3333, "quad_macro_f1": 0.3333, "coverage": 1, "precision_coded": 0.5,
		"type_macro_f1_read": 1, "type_macro_f1_unread": 0, "pairs": 2} {
		if got[key] != want {
			t.Errorf("%s is %v, want %v", key, got[key], want)
		}
	}
	out.Reset()
	if err := r.WriteErrors(&out); err != nil || out.Len() > 0 {
		t.Errorf("the misses of rows that nobody reads are listed: %s", out.String())
	}
}

func FuzzPairs(f *testing.F) {
	f.Add(pairsHead + "1\tAGREE\t1\ta\t<s>a</s> b <t>c</t>\n")
	f.Add("id\ttype\n\"")
	f.Fuzz(func(t *testing.T, content string) {
		path := filepath.Join(t.TempDir(), "pairs.tsv")
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		pairs, err := ReadPairs(path)
		if err != nil {
			return
		}
		for i := range pairs {
			p := &pairs[i]
			_, _ = p.Sentence[p.Source.Start:p.Source.End], p.Sentence[p.Target.Start:p.Target.End]
			p.sides()
		}
	})
}
