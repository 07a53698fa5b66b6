package eval

import (
	"os"
	"strings"
	"testing"

	"entente/article"
	"entente/record"
)

// annotated are the sets of articles that stand beside this package.
var annotated = []string{"../testdata/articles", "../../shared/seed"}

// eachAnnotated runs a test over every annotated article that is here.
func eachAnnotated(t *testing.T, test func(*testing.T, *Annotation, *article.Article)) {
	for _, dir := range annotated {
		if _, err := os.Stat(dir); err != nil {
			t.Logf("%s is absent: not tested", dir)
			continue
		}
		paths, err := Find(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			g, err := ReadGold(path)
			if err != nil {
				t.Fatal(err)
			}
			a, err := g.Read()
			if err != nil {
				t.Fatal(err)
			}
			t.Run(nameOf(g), func(t *testing.T) { test(t, g, a) })
		}
	}
}

func TestAnnotatedWordsStandInThePage(t *testing.T) {
	eachAnnotated(t, func(t *testing.T, g *Annotation, a *article.Article) {
		text := plain(a.Text)
		in := func(field, words string) {
			if words != "" && !strings.Contains(text, plain(words)) {
				t.Errorf("%s: %q doesn't stand in %s", field, words, g.Article)
			}
		}
		for _, e := range g.Events {
			in("events "+e.ID+": evidence", e.Evidence)
		}
		for _, s := range g.Statements {
			in("statements: starts", s.Starts)
		}
		for _, c := range g.Conditions {
			in("conditions: action", c.Action)
		}
		for _, s := range g.Assessments {
			in("assessments: evidence", s.Evidence)
		}
	})
}

// perfect is the record that says what the annotation says.
func perfect(g *Annotation, a *article.Article) *record.Record {
	people := func(ids []string) []record.Participant { return parties(strings.Join(ids, " ")) }
	date := func(d Days) *record.Date {
		if d.None() {
			return nil
		}
		return &record.Date{From: d.From.Format("2006-01-02"), To: d.To.Format("2006-01-02")}
	}
	text := func(s string) *string {
		if s == "" {
			return nil
		}
		return &s
	}
	r := &record.Record{Article: record.Article{Text: a.Text}}
	for _, e := range g.Events {
		r.Events = append(r.Events, record.Event{ID: e.ID, Type: e.Types[0], Aux: e.Aux, Actors: people(e.Actors), Recipients: people(e.Recipients), Date: date(e.Date)})
	}
	for _, s := range g.Statements {
		speaker := record.Participant{Name: s.Speaker}
		if s.Country != nil {
			speaker.ID, speaker.Country = *s.Country, s.Country
		}
		r.Statements = append(r.Statements, record.Statement{Speaker: speaker, Text: s.Starts, Direct: s.Direct, About: s.About})
	}
	for _, m := range g.Mechanisms {
		r.Mechanisms = append(r.Mechanisms, record.Mechanism{Name: m.Name, Parties: m.Parties, Status: m.Status, Level: text(m.Level), GapYears: m.GapYears, Date: date(m.Date)})
	}
	for _, c := range g.Conditions {
		r.Conditions = append(r.Conditions, record.Condition{On: c.On, Action: c.Action, Outcome: c.Outcome})
	}
	for _, w := range g.Watch {
		r.Watch = append(r.Watch, record.WatchItem{What: w.What, Actors: people(w.Actors), Recipients: people(w.Recipients), Date: date(w.Date), GaugeOf: w.GaugeOf})
	}
	for _, s := range g.Assessments {
		r.Assessments = append(r.Assessments, record.Assessment{Parties: s.Parties, Level: text(s.Level), Direction: text(s.Direction)})
	}
	return r
}

func TestARecordThatSaysWhatTheAnnotationSaysHasNoError(t *testing.T) {
	eachAnnotated(t, func(t *testing.T, g *Annotation, a *article.Article) {
		s := Score(g, perfect(g, a))
		for _, e := range s.Errors {
			t.Errorf("%+v", e)
		}
		e := s.Events
		if e.Events.F1() != 1 || e.WithAux.F1() != 1 || e.WithDate.F1() != 1 || e.Never+e.Beyond > 0 || e.MustExact != e.Events.Gold {
			t.Errorf("events %+v", e)
		}
		for kind, tally := range map[string]Tally{"statements": s.Statements.Speakers, "mechanisms": s.Mechanisms.Mechanisms,
			"conditions": s.Conditions, "watch": s.Watch.Watch, "assessments": s.Assessments} {
			if tally.F1() != 1 {
				t.Errorf("%s %+v", kind, tally)
			}
		}
	})
}

func TestAnEmptyRecordFindsNothing(t *testing.T) {
	eachAnnotated(t, func(t *testing.T, g *Annotation, a *article.Article) {
		s := Score(g, &record.Record{})
		if s.Events.Events.Recalled+s.Events.Events.Right+s.Statements.Spans.Right+s.Mechanisms.Mechanisms.Right != 0 {
			t.Errorf("got %+v", s.Figures)
		}
	})
}
