package brief

import (
	"io"
	"slices"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"entente/agenda"
	"entente/calendar"
	"entente/dossier"
)

// Calendar writes what was and what comes between some countries, by date,
// with a line for the day of the answer.
func Calendar(w io.Writer, look Look, names func(id string) string, a *dossier.Agenda) error {
	d := newDesk(look, names)
	d.line(0, 0, run{d.whom(a.Parties), bold})
	d.line(0, 0, run{"calendar " + spanText(a.From, a.To) + ", as known on " + dayText(a.At), faint})
	d.blank()
	if len(a.Lines) == 0 {
		d.line(0, 0, run{"Nothing is on file: no meeting held or planned, and nothing with a date to watch.", plain})
	}
	lines := slices.Clone(a.Lines)
	slices.SortStableFunc(lines, func(x, y agenda.Line) int { return boolean(comes(&x, a.At)) - boolean(comes(&y, a.At)) })
	kinds := make([]string, len(lines))
	past := 0
	for i := range lines {
		kinds[i] = kindWord(&lines[i])
		past += boolean(!comes(&lines[i], a.At))
	}
	rest := dateColumn + column(kinds) - indent
	for i := range lines[:past] {
		d.entry(&lines[i], kinds[i], rest, a.Parties)
	}
	if len(lines) > 0 && a.From <= a.At && a.At <= a.To {
		d.today(a.At)
		if past == len(lines) {
			d.line(indent, indent, run{"nothing known to come", faint})
		}
	}
	for i := range lines[past:] {
		d.entry(&lines[past+i], kinds[past+i], rest, a.Parties)
	}
	_, err := d.buf.WriteTo(w)
	return err
}

// comes: a line stands below today. What has begun and may still be fulfilled
// does, too.
func comes(l *agenda.Line, at calendar.Day) bool {
	switch l.Kind {
	case agenda.KindPlanned, agenda.KindExpected, agenda.KindWatch:
		return l.To >= at
	}
	return l.From > at
}

// dateColumn is where the kind of a line begins, beside its date.
const dateColumn = indent + maxLabel + 1

// today draws the line between what was and what comes.
func (d *desk) today(at calendar.Day) {
	text := "── " + dayText(at) + ", today "
	n := max(0, d.width-displaywidth.String(text))
	d.line(0, 0, run{text + strings.Repeat("─", n), bold})
}

// kindWord is the word for a kind of line. What is only expected stands in
// brackets, what is late in capitals: both are seen without colour.
func kindWord(l *agenda.Line) string {
	switch l.Kind {
	case agenda.KindExpected:
		return "(expected)"
	case agenda.KindOverdue:
		return "OVERDUE"
	case agenda.KindWatch:
		return "watch for"
	}
	return Plain(string(l.Kind))
}

func kindStyle(k agenda.Kind) style {
	switch k {
	case agenda.KindOverdue, agenda.KindSuspended, agenda.KindCalledOff:
		return warning
	case agenda.KindExpected:
		return faint
	}
	return bold
}

// findingKind is the letter before the numbers of the findings of a line.
func findingKind(k agenda.Kind) string {
	switch k {
	case agenda.KindWatch:
		return "w"
	case agenda.KindMet:
		return "c"
	}
	return "m"
}

// entry writes one line of the calendar: date, kind, what, numbers.
func (d *desk) entry(l *agenda.Line, kind string, rest int, asked []string) {
	date, word := label(l.From, l.To, maxLabel), run{kind, kindStyle(l.Kind)}
	note := joined(references(findingKind(l.Kind), l.Findings), references("e", l.Events))
	var text []run
	if who := d.among(l.Parties, asked); who != "" {
		text = append(text, run{who + ": ", plain})
	}
	title := run{shorten(l.Title, d.fitting(2, rest, note, text...)), plain}
	text = append(text, title)
	if d.width < narrow {
		d.row(run{date, plain}, rest, append([]run{word, {" ", plain}}, text...), run{note, faint})
		return
	}
	column := d.indent(indent)
	d.paint(date, plain)
	column += displaywidth.String(date)
	column += d.indent(max(1, dateColumn-column))
	d.paint(shorten(word.text, maxLabel), word.style)
	column += displaywidth.String(shorten(word.text, maxLabel))
	d.rest(column, rest, text, run{note, faint})
}
