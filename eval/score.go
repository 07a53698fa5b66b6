package eval

import (
	"path/filepath"
	"strings"

	"entente/record"
)

// Figures are all counts, of one article or of many.
type Figures struct {
	Events      EventFigures
	Statements  StatementFigures
	Mechanisms  MechanismFigures
	Conditions  Tally
	Watch       WatchFigures
	Assessments Tally
}

func (f *Figures) add(o *Figures) {
	f.Events.add(o.Events)
	f.Statements.add(o.Statements)
	f.Mechanisms.add(o.Mechanisms)
	f.Conditions.add(o.Conditions)
	f.Watch.add(o.Watch)
	f.Assessments.add(o.Assessments)
}

// ArticleScore is what one article came to.
type ArticleScore struct {
	Name   string // of the article's file, without its ending
	Path   string // of the gold file
	Errors []Error
	Figures
}

// Score measures one record against its annotation.
func Score(g *Annotation, rec *record.Record) *ArticleScore {
	events := compareEvents(g.Events, rec)
	statements := compareStatements(g.Statements, rec)
	mechanisms := pairMechanisms(g.Mechanisms, rec.Mechanisms)
	conditions := pairConditions(g.Conditions, rec.Conditions)
	watch := pairWatch(g.Watch, rec.Watch)
	assessments := pairAssessments(g.Assessments, rec.Assessments, rec.Article.Text, rec.Sentences)
	s := &ArticleScore{Name: nameOf(g), Path: g.Path}
	s.Figures = Figures{
		Events:      events.figures(g.Never),
		Statements:  statements.figures(),
		Mechanisms:  mechanismFigures(g.Mechanisms, rec.Mechanisms, mechanisms),
		Conditions:  tallyOf(conditions, len(rec.Conditions), nil),
		Watch:       watchFigures(g.Watch, rec.Watch, watch),
		Assessments: tallyOf(assessments, len(rec.Assessments), nil),
	}
	l := &errorList{rec: rec}
	l.events(events, g.Never)
	l.statements(statements)
	l.mechanisms(g.Mechanisms, mechanisms)
	l.conditions(g.Conditions, conditions)
	l.watch(g.Watch, watch)
	l.assessments(g.Assessments, assessments)
	s.Errors = l.errors
	return s
}

func nameOf(g *Annotation) string {
	name := strings.TrimSuffix(g.Article, filepath.Ext(g.Article))
	if name == "article" {
		return filepath.Base(filepath.Dir(g.Path)) // "seed/article.txt" is the seed
	}
	return name
}

// sentencesWith gives the sentences that evidence stands in.
func sentencesWith(text string, sentences []record.Span, evidence string) []int {
	at := strings.Index(text, evidence)
	if at < 0 || evidence == "" {
		return nil
	}
	var out []int
	for i, s := range sentences {
		if s.Start < at+len(evidence) && at < s.End {
			out = append(out, i)
		}
	}
	return out
}
