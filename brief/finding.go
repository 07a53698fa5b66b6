package brief

import (
	"io"
	"strconv"
	"strings"

	"entente/store"
)

// findingTitles name the tables of findings for a reader, with the letter of
// their numbers.
var findingTitles = map[string][2]string{
	"statement": {"Statement", "s"}, "mechanism": {"Dialogue, as one article tells it", "m"}, "condition": {"Condition", "c"},
	"watch": {"To watch", "w"}, "assessment": {"How a text sees the tie", "a"},
}

// Finding writes a statement, dialogue, condition, watch item or assessment
// with the sentence that tells it.
func Finding(w io.Writer, look Look, f *store.Finding) error {
	p := &page{width: look.Width, colour: look.Colour}
	title := findingTitles[f.Kind]
	p.line(0, 0, run{title[0] + " " + title[1] + strconv.FormatInt(f.Number, 10), heading})
	p.blank()
	for _, who := range f.Who {
		role, name, _ := strings.Cut(who, ": ")
		p.row(run{role, faint}, findingColumn, []run{{name, plain}}, run{})
	}
	for _, v := range f.Values {
		p.row(run{strings.ReplaceAll(v.Name, "_", " "), faint}, findingColumn, []run{{v.Text, plain}}, run{})
	}
	p.blank()
	p.line(0, 2, run{"“" + f.Sentence + "”", plain})
	told := []string{}
	for _, part := range []string{f.Outlet, f.Day, f.Title, f.URL} {
		if part != "" {
			told = append(told, part)
		}
	}
	p.line(indent, indent, run{strings.Join(append(told, "article "+f.Article), " · "), faint})
	_, err := p.buf.WriteTo(w)
	return err
}

// findingColumn is where the values of a finding begin.
const findingColumn = 16
