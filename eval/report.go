package eval

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Report is what a set of annotated articles came to.
type Report struct {
	Articles []*ArticleScore
}

// Total adds the counts of all articles up, so that long articles weigh more.
func (r *Report) Total() *Figures {
	total := &Figures{}
	for _, a := range r.Articles {
		total.add(&a.Figures)
	}
	return total
}

// tableHead is the form of a row: article; must events found of annotated; F1 of
// events, of their types alone, with aux, with date; never rules broken, events
// beyond the annotation; F1 of the other kinds.
const tableHead = "%-19s %7s %4s %4s %4s %4s %3s %3s %4s %4s %4s %4s %4s\n"

// Write prints a table of all articles and the total, 80 columns wide.
func (r *Report) Write(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, tableHead, "article", "must", "F1", "type", "+aux", "+day", "nev", "bey", "stmt", "mech", "cond", "wtch", "asmt")
	for _, a := range r.Articles {
		writeRow(b, a.Name, &a.Figures)
	}
	total := r.Total()
	writeRow(b, fmt.Sprintf("all %d", len(r.Articles)), total)
	b.WriteByte('\n')
	writeTotal(b, total)
	return b.Flush()
}

func writeRow(b *bufio.Writer, name string, f *Figures) {
	if n := utf8.RuneCountInString(name); n > 19 {
		name = string([]rune(name)[:18]) + "…"
	}
	e := &f.Events
	fmt.Fprintf(b, tableHead, name, fmt.Sprintf("%d/%d", e.Events.Recalled, e.Events.Gold),
		f1(e.Events), f1(e.TypeOnly), f1(e.WithAux), f1(e.WithDate), number(e.Never), number(e.Beyond),
		f1(f.Statements.Statements), f1(f.Mechanisms.Mechanisms), f1(f.Conditions), f1(f.Watch.Watch), f1(f.Assessments))
}

func writeTotal(b *bufio.Writer, f *Figures) {
	e, s, m := &f.Events, &f.Statements, &f.Mechanisms
	writeTally(b, "events", e.Events)
	writeTally(b, "  type alone", e.TypeOnly)
	writeTally(b, "  with aux", e.WithAux)
	writeTally(b, "  with date", e.WithDate)
	writeTally(b, "statements", s.Statements)
	writeTally(b, "  words alone", s.Spans)
	writeTally(b, "  very speaker", s.Speakers)
	writeTally(b, "mechanisms", m.Mechanisms)
	writeTally(b, "conditions", f.Conditions)
	writeTally(b, "watch", f.Watch.Watch)
	writeTally(b, "assessments", f.Assessments)
	fmt.Fprintf(b, "\nmust events      %d of %d, %d of them with aux and date\n", e.Events.Recalled, e.Events.Gold, e.MustExact)
	fmt.Fprintf(b, "never rules      %d broken; %d events beyond the annotation\n", e.Never, e.Beyond)
	writeShares(b, "right events", "aux", e.Aux, "date", e.Date, "place", e.Place, "contexts", e.Contexts)
	writeShares(b, "right statements", "direct", s.Direct, "about", s.About, "date", s.Date)
	writeShares(b, "right mechanisms", "level", m.Level, "date", m.Date, "gap", m.Gap, "cadence", m.Cadence, "place", m.Place)
	writeShares(b, "right watch", "date", f.Watch.Date, "gauge", f.Watch.GaugeOf)
}

func writeTally(b *bufio.Writer, name string, t Tally) {
	fmt.Fprintf(b, "%-16s P %.3f (%d of %d)  R %.3f (%d of %d)  F1 %.3f\n",
		name, t.Precision(), t.Right, t.Found, t.Recall(), t.Recalled, t.Gold, t.F1())
}

func writeShares(b *bufio.Writer, name string, shares ...any) {
	fmt.Fprintf(b, "%-16s", name)
	for i := 0; i < len(shares); i += 2 {
		s := shares[i+1].(Share)
		fmt.Fprintf(b, " %s %s", shares[i], fraction(s))
	}
	b.WriteByte('\n')
}

func fraction(s Share) string {
	if s.Of == 0 {
		return "–"
	}
	return fmt.Sprintf("%.3f (%d)", s.Value(), s.Of)
}

// f1 prints a figure in four columns, a dash where there is nothing to find
// and nothing was found.
func f1(t Tally) string {
	if t.Gold == 0 && t.Found == 0 {
		return "–"
	}
	s := fmt.Sprintf("%.2f", t.F1())
	return strings.TrimPrefix(s, "0")
}

func number(n int) string {
	if n == 0 {
		return "·"
	}
	return fmt.Sprint(n)
}

// WriteErrors lists what is missed, false or in part wrong, with the words
// that tell it, article by article.
func (r *Report) WriteErrors(w io.Writer) error {
	b := bufio.NewWriter(w)
	for _, a := range r.Articles {
		if len(a.Errors) == 0 {
			continue
		}
		fmt.Fprintf(b, "== %s\n", a.Name)
		for _, e := range a.Errors {
			writeError(b, e)
		}
		b.WriteByte('\n')
	}
	return b.Flush()
}

func writeError(b *bufio.Writer, e Error) {
	fmt.Fprintf(b, "%s %s", e.Kind, e.What)
	if e.Gold != "" {
		fmt.Fprintf(b, "\n    want   %s", e.Gold)
	}
	if e.Found != "" {
		fmt.Fprintf(b, "\n    found  %s", e.Found)
	}
	if e.Words != "" {
		fmt.Fprintf(b, "\n    words  %s", strings.Join(strings.Fields(e.Words), " "))
	}
	if e.Hint != "" {
		fmt.Fprintf(b, "\n    hint   %s", e.Hint)
	}
	b.WriteByte('\n')
}
