package brief

import (
	"fmt"
	"slices"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"entente/record"
)

// desk is a page about ties in the making.
type desk struct {
	page
	naming
	quoted string // the sentence of evidence shown last in this section
}

func newDesk(look Look, names func(id string) string) *desk {
	return &desk{page: page{width: look.Width, colour: look.Colour}, naming: naming{named: names, full: look.Full}}
}

// section begins a section.
func (d *desk) section(title, note string) {
	d.quoted = ""
	d.page.section(title, note)
}

// longest is the most cells that the name of one side takes in a row.
const longest = 26

// mostSides is how many sides of one role a row names.
const mostSides = 3

// side gives the sides of one role for a row: few, and none of them long.
func (d *desk) side(list []record.Participant) string {
	var names []string
	for i := range list {
		if name := d.rowName(&list[i]); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if n := len(names) - mostSides; n > 0 {
		names = append(names[:mostSides], fmt.Sprintf("%d more", n))
	}
	return strings.Join(names, ", ")
}

// rowName is the name of a side. Data sets put a country, by a name of their
// own, behind those who belong to it: "Children (Palestinian Territory,
// Occupied)". It is what stands before that is shortened then, not the country.
func (d *desk) rowName(p *record.Participant) string {
	name := Plain(d.sideName(p))
	if p.Country == nil {
		return shorten(name, longest)
	}
	head, behind, found := strings.Cut(name, " (")
	if !found || !strings.HasSuffix(behind, ")") || !strings.HasPrefix(p.ID, "UNK:") {
		return shorten(name, longest)
	}
	country := " (" + Plain(d.name(*p.Country)) + ")"
	return shorten(head, max(longest-displaywidth.String(country), longest/2)) + country
}

// whole gives the whole name of a country.
func (d *desk) whole(id string) string {
	if name := d.named(id); name != "" {
		return Plain(name)
	}
	return Plain(id)
}

// whom gives names in whole words with dashes between them: "South Korea – Japan".
func (d *desk) whom(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = d.whole(id)
	}
	return strings.Join(names, " – ")
}

// pair gives two short names: "S. Korea–Japan".
func (d *desk) pair(a, b string) string { return d.namesOf([]string{a, b}, "–") }

// among names parties where they are others than those that are asked about
// anyway, "" else.
func (d *desk) among(parties, asked []string) string {
	if len(parties) == 0 || same(parties, asked) {
		return ""
	}
	return d.namesOf(parties, "–")
}

// same: two lists hold the same codes, in whatever order.
func same(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(slices.Compact(a), slices.Compact(b))
}

// heading writes the title of a part of a section.
func (d *desk) heading(title, note string) {
	runs := []run{{title, bold}}
	if note != "" {
		runs = append(runs, run{" — " + note, faint})
	}
	d.line(indent, deeper, runs...)
}

// field writes a label, and beside it a text of as many lines as it needs.
func (d *desk) field(label string, rest int, text ...run) {
	d.row(run{label, bold}, rest, text, run{})
}

// fitting is the number of cells that a row leaves to text beside what else
// stands in it, on a number of lines; on a narrow page a few lines always.
func (d *desk) fitting(lines, rest int, note string, others ...run) int {
	if d.width < narrow {
		return 3 * d.width
	}
	room := lines*(d.width-rest) - (lines-1)*wrapLoss
	switch n := displaywidth.String(note); {
	case n > shortNote:
		room -= n + 1
	case n > 0: // it narrows every line
		room -= lines * (n + 1)
	}
	for _, r := range others {
		room -= displaywidth.String(r.text)
	}
	return max(leastWords, room)
}

// wrapLoss is what breaking at blanks leaves empty at the end of a line, as a
// rule.
const wrapLoss = 5

// mostReferences is how many numbers a note shows.
const mostReferences = 2

// references gives numbers as the commands take them: "m12 m15…".
func references(kind string, numbers []int64) string {
	var b strings.Builder
	for i, n := range numbers[:min(mostReferences, len(numbers))] {
		if i > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "%s%d", kind, n)
	}
	if len(numbers) > mostReferences {
		b.WriteString("…")
	}
	return b.String()
}

// joined joins what is not empty with blanks.
func joined(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " ")
}

// more tells that a list goes on.
func (d *desk) more(n int, what string) {
	if n > 0 {
		d.line(indent, deeper, run{fmt.Sprintf("… and %d %s", n, what), faint})
	}
}
